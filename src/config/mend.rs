//! Mistakes of TOML's syntax, told in a reader's words, each once.
//!
//! A list that is not closed swallows every line below it, and the parser then calls each of them
//! wrong. So a list that runs into a heading or a `key = value` is closed for the parser, reported
//! once, and the rest is read as it was meant.

use toml::de::{DeTable, Error};

/// A TOML text, with runaway lists and tables closed.
#[derive(Debug)]
pub struct Mended {
    /// What is parsed.
    pub text: String,
    /// Where something was put in, bytes of `text`, and how many bytes; sorted.
    inserted: Vec<(usize, usize)>,
    /// What was not closed.
    pub open: Vec<Open>,
}

/// A list, table or heading that was not closed.
#[derive(Debug)]
pub struct Open {
    /// Where it should have been closed, a byte of the original text.
    pub at: usize,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub hint: String,
}

/// How bad errors are.
type Counted = fn(&[Error]) -> usize;

fn is_open_heading(error: &Error) -> bool {
    matches!(
        message(error).as_str(),
        "unclosed table" | "unclosed array table"
    )
}

/// Headings alone: a closed one shows the errors below it, which were hidden.
fn open_headings(errors: &[Error]) -> usize {
    errors.iter().filter(|e| is_open_heading(e)).count()
}

/// Longer texts are not mended: no person wrote them.
const LONGEST: usize = 256 << 10;
/// How many runaways are closed.
const ROUNDS: usize = 16;
/// How many lines are tried in a round.
const CANDIDATES: usize = 4;
/// What may be missing.
const CLOSERS: [&str; 3] = ["]", "}", "}]"];

impl Mended {
    /// Mends a TOML text.
    pub fn of(toml: &str) -> Self {
        let mut mended = Self {
            text: toml.to_owned(),
            inserted: Vec::new(),
            open: Vec::new(),
        };
        if toml.len() <= LONGEST {
            for _ in 0..ROUNDS {
                let (_, errors) = DeTable::parse_recoverable(&mended.text);
                if !mended.mend(&errors) {
                    break;
                }
            }
        }
        mended
    }

    /// Mends one thing; `false` where nothing can be.
    fn mend(&mut self, errors: &[Error]) -> bool {
        let headings = errors.iter().filter(|e| is_open_heading(e));
        let headings: Vec<usize> = headings.filter_map(|e| Some(e.span()?.start)).collect();
        let mut lines = runaways(&self.text, errors).into_iter();
        headings
            .into_iter()
            .take(CANDIDATES)
            .any(|at| self.close_heading(at))
            || lines.any(|at| self.close(at))
    }

    /// Closes a list or table on a line of its own at `at`.
    fn close(&mut self, at: usize) -> bool {
        let end = self.text[..at].trim_end().len();
        let open = self.original(end);
        let Some(closer) = self.best(at, &CLOSERS.map(|c| format!("{c}\n")), <[Error]>::len) else {
            return false;
        };
        let sign = closer.trim_end().to_owned();
        let what = if sign == "]" { "list" } else { "table" };
        self.open.push(Open {
            at: open,
            message: format!("a {what} is not closed here"),
            hint: format!("write {sign} at its end"),
        });
        true
    }

    /// Closes a heading that ends at `at`.
    fn close_heading(&mut self, at: usize) -> bool {
        let open = self.original(at);
        let Some(sign) = self.best(at, &["]".to_owned(), "]]".to_owned()], open_headings) else {
            return false;
        };
        self.open.push(Open {
            at: open,
            message: "this heading is not closed".to_owned(),
            hint: format!("write {sign} at its end"),
        });
        true
    }

    /// Puts in at `at` what leaves the fewest errors, if it leaves fewer than there were.
    fn best(&mut self, at: usize, signs: &[String], counted: Counted) -> Option<String> {
        let errors = counted(&DeTable::parse_recoverable(&self.text).1);
        let (before, after) = self.text.split_at_checked(at)?;
        let tried = signs.iter().map(|sign| {
            let text = format!("{before}{sign}{after}");
            let left = counted(&DeTable::parse_recoverable(&text).1);
            (left, sign, text)
        });
        let (_, sign, text) = tried
            .filter(|(left, ..)| *left < errors)
            .min_by_key(|(left, ..)| *left)?;
        self.text = text;
        for (place, _) in self.inserted.iter_mut().filter(|(place, _)| *place >= at) {
            *place += sign.len();
        }
        self.inserted.push((at, sign.len()));
        self.inserted.sort_unstable();
        Some(sign.clone())
    }

    /// The byte of the original text at the byte `at` of the mended one.
    pub fn original(&self, at: usize) -> usize {
        let before = self.inserted.iter().take_while(|(place, _)| *place < at);
        at - before
            .map(|&(place, len)| len.min(at - place))
            .sum::<usize>()
    }
}

/// The starts of the first lines that stand inside a list or table and were not meant to.
fn runaways(text: &str, errors: &[Error]) -> Vec<usize> {
    let found = errors.iter().filter_map(|error| {
        let at = error.span()?.start.min(text.len());
        let start = text.get(..at)?.rfind('\n').map_or(0, |n| n + 1);
        let line = text[start..].lines().next().unwrap_or("");
        let swallowed = is_swallowed(line, at - start, error.message());
        (start > 0 && swallowed).then(|| above_headings(text, start))
    });
    found.take(CANDIDATES).collect()
}

/// Whether a line with an error at its byte `at` is one that begins something, inside of something.
fn is_swallowed(line: &str, at: usize, message: &str) -> bool {
    let array = message.contains("array elements") || message.contains("in array");
    let own = ["duplicate", "table", "extend"]
        .iter()
        .any(|m| message.contains(m));
    let before_value = line.find('=').is_some_and(|equals| at <= equals);
    is_heading(line) && !own || is_assignment(line) && array && before_value
}

/// The start of the line, or of the headings right above it.
fn above_headings(text: &str, start: usize) -> usize {
    let above = text[..start].trim_end();
    let line_start = above.rfind('\n').map_or(0, |n| n + 1);
    if line_start > 0 && is_heading(&above[line_start..]) {
        return above_headings(text, line_start);
    }
    start
}

/// `[theme]`, `[[topics.positions]]`.
fn is_heading(line: &str) -> bool {
    let Some(inner) = line.trim().strip_prefix('[') else {
        return false;
    };
    let name = inner.strip_prefix('[').unwrap_or(inner);
    let end = name.find(']').unwrap_or(name.len());
    is_key(&name[..end])
}

/// `name = …`.
fn is_assignment(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_key(key))
}

fn is_key(key: &str) -> bool {
    let key = key.trim();
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Parts of the parser's messages, and what to write instead.
const HINTS: &[(&str, &str)] = &[
    ("missing comma between", "write a comma between the two"),
    ("unclosed array table", "end the heading with ]]"),
    ("unclosed table", "end the heading with ]"),
    ("unclosed array", "end the list with ]"),
    ("unclosed inline table", "end the table with }"),
    ("must be quoted", "put it in quotes: \"…\""),
    (
        "duplicate key",
        "a key stands once in a table: delete one of the two, or begin another table",
    ),
    (
        "escape",
        "write \\\\ for a backslash, or put the text in single quotes",
    ),
    (
        "unexpected `=` in array",
        "close the list before this line with ]",
    ),
    ("missing value", "write a value behind the ="),
    ("key with no value", "write key = value"),
    (
        "missing assignment",
        "write = between the key and its value",
    ),
    ("extra comma", "take the second comma away"),
    ("recur", "this nests too deep; no key of parallax does"),
    ("cannot extend", "this key has a value already"),
    (
        "leading zero",
        "write the number without the zero before it",
    ),
    (
        "unexpected key or value",
        "begin a new line for the next key",
    ),
    ("missing opening quote", "put the text in quotes: \"…\""),
    (
        "unquoted key",
        "letters, digits, - and _ make a key; put other ones in quotes",
    ),
    ("carriage return", "end lines with a line feed"),
    (
        "basic string",
        "close the text with a quote on the same line",
    ),
    (
        "literal string",
        "close the text with a quote on the same line",
    ),
];

/// Signs that are often pasted for others, and what to write instead.
const PASTED: &[(char, &str)] = &[
    ('“', "write straight quotes: \"…\""),
    ('”', "write straight quotes: \"…\""),
    ('‘', "write straight quotes: '…'"),
    ('’', "write straight quotes: '…'"),
    (
        '\u{a0}',
        "there is a no-break space in this line; write a plain one",
    ),
];

/// What to write instead of what the parser met: by the line, else by its message.
pub fn hint(message: &str, line: &str) -> &'static str {
    let pasted = PASTED.iter().find(|(sign, _)| line.contains(*sign));
    if let Some((_, hint)) = pasted {
        return hint;
    }
    for (wrong, hint) in [("True", "write true"), ("False", "write false")] {
        if line.split('=').nth(1).is_some_and(|v| v.trim() == wrong) {
            return hint;
        }
    }
    let known = HINTS.iter().find(|(part, _)| message.contains(part));
    known.map_or("https://toml.io shows how TOML is written", |(_, hint)| {
        hint
    })
}

/// A parser's message without the list of what it would have liked.
pub fn message(error: &Error) -> String {
    let whole = error.message();
    let end = whole.find(", expected").unwrap_or(whole.len());
    let (message, expected) = whole.split_at(end);
    if message.is_empty() || message.starts_with("invalid") && message.split(' ').count() < 4 {
        return format!("{message}{expected}")
            .trim_start_matches(", ")
            .to_owned();
    }
    message.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_not_closed_is_closed_before_the_next_key() {
        let toml = "a = [\"x\",\nb = 1\nc = [ # why\n\n[[t]]\nd = [{ e = 1,\n[u]\n";
        let mended = Mended::of(toml);
        let hints: Vec<_> = mended.open.iter().map(|open| open.hint.as_str()).collect();
        let write = [
            "write ] at its end",
            "write ] at its end",
            "write }] at its end",
        ];
        assert_eq!(hints, write, "{}", mended.text);
        let (table, errors) = DeTable::parse_recoverable(&mended.text);
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(table.get_ref().len(), 5);
        for (n, at) in mended.text.match_indices(['b', 'u']).map(|(at, c)| (c, at)) {
            assert_eq!(&toml[mended.original(at)..=mended.original(at)], n);
        }
    }

    #[test]
    fn a_heading_that_is_not_closed_keeps_its_keys() {
        let mended = Mended::of("[[a]\nb = 1\n[c\nd = 2\n");
        let (table, errors) = DeTable::parse_recoverable(&mended.text);
        assert!(errors.is_empty(), "{errors:?} in {}", mended.text);
        assert!(table.get_ref()["a"].get_ref().get(0).is_some());
        assert_eq!(mended.open[1].at, 13);
    }

    #[test]
    fn a_list_of_lists_without_a_comma_is_left_alone() {
        assert!(Mended::of("a = [\n[1, 2]\n[3, 4]\n]\n").open.is_empty());
    }
}
