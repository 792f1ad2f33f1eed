//! Who wrote an article, as its page prints it; and which agencies it credits.

use super::date;
use super::line::{Line, is_name, starts_upper};
use super::outlet;

/// Words before a writer's name.
const BEFORE: &[&str] = &[
    "by ",
    "written by ",
    "author: ",
    "authors: ",
    "text: ",
    "reported by ",
    "reporter: ",
    "story by ",
    "words by ",
    "posted by ",
    "published by ",
    "von ",
    "par ",
];
/// What ends a name on its line.
const AFTER: &[&str] = &[
    " | ", " – ", " — ", " - ", " • ", " · ", ", ", " / ", " in ", " for ", " on ", " at ", "\t",
    "; ",
];
/// Words between several names.
const BETWEEN: &[&str] = &[" and ", " & ", ", ", " , ", " und ", " et "];

/// The writer that a line names, where the line is a byline.
pub fn of_line(line: &Line) -> Option<String> {
    if line.words.len() > 16 || line.text.len() > 160 {
        return None;
    }
    let text = without_dates(&line.text);
    let lower = text.to_lowercase();
    let start = BEFORE
        .iter()
        .find(|b| lower.starts_with(*b))
        .map(|b| b.len())?;
    names(text.get(start..)?)
}

/// Whether a line is a byline and nothing else, a date aside, however long it is.
pub fn is_only(line: &Line) -> bool {
    let text = without_dates(&line.text);
    let text = text.trim_end_matches([' ', ',', '|', '-', '–', '—', '•']);
    let text = [
        "on",
        "Monday,",
        "Tuesday,",
        "Wednesday,",
        "Thursday,",
        "Friday,",
        "Saturday,",
        "Sunday,",
    ]
    .iter()
    .rev()
    .fold(text, |t, w| t.trim_end_matches(w).trim_end());
    let short = Line::new(text);
    text.len() < line.text.len()
        && of_line(&short)
            .is_some_and(|names| super::line::words(&names).len() + 2 >= short.words.len())
}

/// The names at the beginning of a text, as printed, where it begins with names.
fn names(text: &str) -> Option<String> {
    let mut end = 0;
    let mut rest = text;
    loop {
        let name = name_at(rest)?;
        end += name;
        rest = &text[end..];
        let Some(between) = BETWEEN.iter().find(|b| rest.starts_with(*b)) else {
            break;
        };
        if name_at(&rest[between.len()..]).is_none() {
            break;
        }
        end += between.len();
        rest = &text[end..];
    }
    let fits = rest.trim().is_empty()
        || AFTER.iter().any(|a| rest.starts_with(a))
        || rest
            .trim_start()
            .starts_with(['|', '(', ',', '-', '–', '—', '@']);
    (fits && end > 0).then(|| tidy(&text[..end]))
}

/// The length of the name that a text begins with.
fn name_at(text: &str) -> Option<usize> {
    let end = BETWEEN
        .iter()
        .chain(AFTER)
        .filter_map(|b| text.find(b))
        .min()
        .unwrap_or(text.len());
    let name = text[..end].trim_end_matches(['|', '-', '–', ' ']);
    (is_name(name) || is_desk(name)).then_some(name.len())
}

/// "AFP", "Staff Reporter", "Our Correspondent", "Associated Press": no person, but printed as one.
fn is_desk(name: &str) -> bool {
    const DESKS: &[&str] = &[
        "staff",
        "reporter",
        "correspondent",
        "editor",
        "desk",
        "newsroom",
        "agencies",
        "writer",
        "bureau",
        "team",
    ];
    let words = super::line::words(name);
    let short = (1..=4).contains(&words.len()) && starts_upper(name);
    short
        && (outlet::known(name).is_some()
            || words.last().is_some_and(|w| DESKS.contains(&w.as_str())))
}

fn without_dates(text: &str) -> String {
    let mut rest = text.to_owned();
    for date in date::dates(text).iter().rev() {
        rest.replace_range(date.start.., "");
    }
    rest.trim().to_owned()
}

/// A name in capitals throughout is written as names are.
pub fn tidy(name: &str) -> String {
    let name = name
        .trim()
        .trim_end_matches([',', '|', '-', ':', ';'])
        .trim();
    let shouting = !name.chars().any(char::is_lowercase)
        && name.contains(' ')
        && outlet::known(name).is_none();
    if !shouting {
        return name.to_owned();
    }
    let mut fresh = true;
    let case = |c: char| {
        let out: String = if fresh {
            c.to_uppercase().collect()
        } else {
            c.to_lowercase().collect()
        };
        fresh = !c.is_alphabetic();
        out
    };
    name.chars().map(case).collect()
}

/// The agencies that a line of credit names, in its order, each once.
pub fn agencies(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let marks = |c: char| {
        matches!(
            c,
            ',' | ';' | '/' | '(' | ')' | '[' | ']' | '|' | '.' | '+' | '&' | ':'
        )
    };
    let spaced = text
        .replace(" and ", ", ")
        .replace(" und ", ", ")
        .replace(" et ", ", ");
    for piece in spaced.split(marks) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let tail = (0..words.len()).find_map(|from| agency(&words[from..].join(" ")));
        let head = (1..words.len())
            .rev()
            .find_map(|to| (0..to).find_map(|from| agency(&words[from..to].join(" "))));
        if let Some(name) = tail.or(head)
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    found
}

fn agency(name: &str) -> Option<String> {
    let known = outlet::known(name).filter(|o| o.agency && starts_upper_or_known(name))?;
    Some(known.name.clone())
}

/// "dpa" is written small; any other agency is not, so that "sana" in a sentence is none.
fn starts_upper_or_known(name: &str) -> bool {
    starts_upper(name) || name == "dpa"
}
