//! Paragraphs become sentences.
//!
//! A sentence ends at a full stop, question mark, exclamation mark or ellipsis that is followed by
//! something that can begin one. What a dot after an abbreviation means stands in
//! `abbreviations.toml`. A quotation is divided like any other text, so that each of its sentences
//! can be a claim of its own: `"We won. We stay," he said.` is two sentences, the second with the
//! words that attribute both.
//!
//! One pass, and at each mark only a bounded look around, so that the cost is linear in the text.

use super::{Span, lexicon, paragraph::paragraphs};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// A sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, without white space around it.
    pub span: Span,
    /// Which paragraph it stands in, from 0.
    pub paragraph: usize,
}

/// Marks that begin an item of a list.
pub(super) const BULLETS: [char; 8] = ['•', '⁃', '◦', '▪', '‣', '●', '■', '∙'];

/// The sentences of a text, in order. Nothing but white space lies between them.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::with_capacity(text.len() / 120);
    for (paragraph, span) in paragraphs(text).into_iter().enumerate() {
        let part = span.of(text);
        let mut start = 0;
        for end in ends(part) {
            let sentence = Span::new(span.start + start, span.start + end).trim(text);
            for span in pieces(text, sentence) {
                found.push(Sentence { span, paragraph });
            }
            start = end;
        }
    }
    found
}

/// The longest sentence, in bytes: ten times what the longest-winded writer needs. What is longer is no
/// prose (a table, a dump), and is cut so that reading it takes time with its length and no more.
const LONGEST_SENTENCE: usize = 10_000;

/// A sentence, in pieces of at most [`LONGEST_SENTENCE`] bytes, cut at white space where there is any.
fn pieces(text: &str, sentence: Span) -> impl Iterator<Item = Span> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let part = rest.of(text);
        let most = part.floor_char_boundary(LONGEST_SENTENCE);
        let cut = match part[..most].rfind(char::is_whitespace) {
            _ if part.len() <= LONGEST_SENTENCE => part.len(),
            Some(space) if space > 0 => space,
            _ => most,
        };
        let piece = Span::new(rest.start, rest.start + cut).trim(text);
        rest = Span::new(rest.start + cut, rest.end).trim(text);
        Some(piece)
    })
}

/// What a word before a dot, or after one, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Title,
    Number,
    Inside,
    Either,
    Hour,
    Day,
    Starter,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: Kind,
    words: Vec<String>,
}

/// Words by their letters: what a dot after them means, and what they mean after a dot.
struct Words {
    before: FxHashMap<String, Kind>,
    after: FxHashMap<String, Kind>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        before: FxHashMap::default(),
        after: FxHashMap::default(),
    };
    let file = lexicon::read::<Entry>("abbreviations.toml", include_str!("abbreviations.toml"));
    for entry in file.entries {
        let map = match entry.kind {
            Kind::Day | Kind::Starter => &mut words.after,
            _ => &mut words.before,
        };
        map.extend(entry.words.into_iter().map(|w| (w, entry.kind)));
    }
    words
});

/// Longest word that is looked up, in bytes.
const LONGEST: usize = 12;

/// Looks a word up in small letters and without its dots.
fn look_up(map: &FxHashMap<String, Kind>, word: &str) -> Option<Kind> {
    let mut letters = [0u8; LONGEST];
    let mut len = 0;
    for b in word.bytes().filter(|&b| b != b'.') {
        *letters.get_mut(len)? = b.to_ascii_lowercase();
        len += 1;
    }
    let word = std::str::from_utf8(&letters[..len]).ok()?;
    map.get(word).copied()
}

/// Where the sentences of a paragraph end; the last one ends with it.
fn ends(part: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut items = Items::new(part);
    let mut at = 0;
    while let Some(mark) = next_mark(part, at) {
        at = mark + 1;
        let end = match part.as_bytes()[mark] {
            b'.' | b'!' | b'?' => stop(part, start, mark, &mut at),
            _ if !part.is_char_boundary(mark) => None,
            b' ' => items.begins(part, mark, start),
            _ => other(part, start, mark, &mut at),
        };
        if let Some(end) = end {
            found.push(end);
            start = end;
        }
    }
    found.push(part.len());
    found
}

/// The next byte at which a sentence may end: a mark, the first byte of "…" and of bullets, a blank
/// before a list's next item.
fn next_mark(part: &str, from: usize) -> Option<usize> {
    let bytes = part.as_bytes();
    (from..bytes.len()).find(|&i| match bytes[i] {
        b'.' | b'!' | b'?' | 0xe2 => true,
        b' ' => bytes.get(i + 1).is_some_and(u8::is_ascii_alphanumeric) && Items::may(bytes, i),
        _ => false,
    })
}

/// "…" and bullets.
fn other(part: &str, start: usize, mark: usize, at: &mut usize) -> Option<usize> {
    let c = part[mark..].chars().next()?;
    if BULLETS.contains(&c) && mark > start && part[..mark].ends_with(char::is_whitespace) {
        return Some(mark);
    }
    if c == '…' {
        return stop(part, start, mark, at);
    }
    None
}

/// Items of a list inside a paragraph: "1) First 2) Second". The list begins with the paragraph and
/// counts up, so that a number elsewhere is none.
struct Items {
    next: Option<(u32, &'static str, bool)>,
}

impl Items {
    fn new(part: &str) -> Self {
        let next = marker(part).map(|(n, tail, letter)| (n + 1, tail, letter));
        Self { next }
    }

    /// Whether a marker may stand after the blank at `i`: a quick look.
    fn may(bytes: &[u8], i: usize) -> bool {
        bytes[i + 1..]
            .iter()
            .take(4)
            .any(|b| matches!(b, b')' | b'.'))
    }

    fn begins(&mut self, part: &str, blank: usize, start: usize) -> Option<usize> {
        let (expected, tail, letter) = self.next?;
        let item = marker(&part[blank + 1..])?;
        if item != (expected, tail, letter) {
            return None;
        }
        self.next = Some((expected + 1, tail, letter));
        (part[start..blank].trim().len() > tail.len() + 3).then_some(blank)
    }
}

/// The marker at the beginning of an item: its place in the list, its tail, whether it is a letter.
fn marker(item: &str) -> Option<(u32, &'static str, bool)> {
    let digits = item.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let letter = digits == 0 && item.starts_with(|c: char| c.is_ascii_lowercase());
    let rest = &item[if letter { 1 } else { digits }..];
    let tail = [".)", ".", ")"].into_iter().find(|t| rest.starts_with(t))?;
    if !rest[tail.len()..].starts_with(' ') {
        return None;
    }
    let place = if letter {
        u32::from(item.as_bytes()[0] - b'a')
    } else {
        item[..digits].parse().ok()?
    };
    Some((place, tail, letter))
}

/// Whether the sentence that began at `start` ends at the stop at `mark`, and where. `at` moves past
/// the whole stop.
fn stop(part: &str, start: usize, mark: usize, at: &mut usize) -> Option<usize> {
    let stop = Stop::read(part, mark);
    *at = stop.end;
    if let Some(omission) = stop.omission {
        return Some(omission);
    }
    let after = After::read(part, stop.end)?;
    if !after.spaced {
        return is_glued(part, mark, stop.end).then_some(stop.end);
    }
    let ends = if stop.asks {
        after.upper && !(stop.closed && after.is_attribution())
    } else if stop.dots {
        after.upper && !stop.bracketed && !(stop.spaced && after.word == "I")
    } else {
        after.upper && dot_ends(part, start, mark, &after)
    };
    ends.then_some(stop.end)
}

/// A stop: marks, and the quotation marks and brackets that close after them.
struct Stop {
    end: usize,
    /// It holds a question or exclamation mark.
    asks: bool,
    /// It is an ellipsis.
    dots: bool,
    /// Its dots stand apart: ". . ."
    spaced: bool,
    /// It is "[...]".
    bracketed: bool,
    /// A quotation ends with it.
    closed: bool,
    /// A full stop and then an omission, ". . . .": where the sentence ends.
    omission: Option<usize>,
}

impl Stop {
    fn read(part: &str, mark: usize) -> Self {
        let (run, asks, dots) = marks(part, mark);
        let (apart, groups) = dots_apart(part, run);
        let attached = !part[..mark].ends_with(char::is_whitespace);
        let (end, closed) = closers(part, apart);
        let omitted = attached && groups == 3 && run == mark + 1 && end == apart;
        let upper = After::read(part, end).is_some_and(|a| a.spaced && a.upper);
        Self {
            end,
            asks,
            dots: dots > 1 || groups > 0,
            spaced: groups > 0 && groups < 3 || !attached,
            bracketed: part[..mark].ends_with(['[', '(']),
            closed,
            omission: (omitted && upper).then_some(run),
        }
    }
}

/// Past the run of marks at `mark`; whether one asks or exclaims; how many dots.
fn marks(part: &str, mark: usize) -> (usize, bool, usize) {
    let (mut end, mut asks, mut dots) = (mark, false, 0);
    for c in part[mark..].chars() {
        match c {
            '.' => dots += 1,
            '…' => dots += 3,
            '!' | '?' => asks = true,
            _ => break,
        }
        end += c.len_utf8();
    }
    (end, asks, dots)
}

/// Past the " . . ." at `at`, and how many dots.
fn dots_apart(part: &str, at: usize) -> (usize, usize) {
    let bytes = part.as_bytes();
    let (mut end, mut dots) = (at, 0);
    while bytes.get(end) == Some(&b' ') && bytes.get(end + 1) == Some(&b'.') {
        if bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric) {
            break;
        }
        end += 2;
        dots += 1;
    }
    (end, dots)
}

/// Past quotation marks, brackets and footnotes that close at `at`; whether a quotation does.
fn closers(part: &str, at: usize) -> (usize, bool) {
    let (mut end, mut quoted) = (at, false);
    for c in part[at..].chars().take(4) {
        match c {
            '"' | '”' | '’' | '\'' | '»' => quoted = true,
            ')' | ']' | '}' | '*' => {}
            _ => break,
        }
        end += c.len_utf8();
    }
    let note = part[end..].bytes().skip(1).take(3).position(|b| b == b']');
    if part[end..].starts_with('[')
        && let Some(digits) = note
        && part[end + 1..=end + digits]
            .bytes()
            .all(|b| b.is_ascii_digit())
    {
        end += digits + 2;
    }
    (end, quoted)
}

/// What follows a stop.
struct After<'t> {
    /// White space stands between.
    spaced: bool,
    /// It begins with a capital, a digit or a letter without case, quotation marks aside.
    upper: bool,
    /// It begins with a digit.
    digit: bool,
    /// It begins with a quotation mark or a bracket.
    opened: bool,
    /// Its first word, in letters, digits and dots.
    word: &'t str,
    rest: &'t str,
}

impl<'t> After<'t> {
    fn read(part: &'t str, at: usize) -> Option<Self> {
        let trimmed = part[at..].trim_start();
        let first = trimmed.chars().next()?;
        let rest = past_marks(trimmed);
        let dash = matches!(first, '-' | '–' | '—');
        let rest = if dash { rest.trim_start() } else { rest };
        let begins = rest.chars().next()?;
        let len = rest
            .char_indices()
            .take(LONGEST + 8)
            .find(|(_, c)| !c.is_alphanumeric() && *c != '.')
            .map_or_else(|| floor(rest, LONGEST + 8), |(i, _)| i);
        Some(Self {
            spaced: trimmed.len() < part.len() - at,
            upper: !begins.is_lowercase() && begins.is_alphanumeric() || has_inner_capital(rest),
            digit: begins.is_ascii_digit(),
            opened: matches!(first, '"' | '“' | '«' | '‘' | '\'' | '(' | '['),
            word: rest[..len].trim_end_matches('.'),
            rest,
        })
    }

    fn kind(&self) -> Option<Kind> {
        look_up(&WORDS.after, self.word)
    }

    /// Whether it says who spoke: "Omar said", "the minister asked".
    fn is_attribution(&self) -> bool {
        !self.opened
            && self
                .rest
                .split_whitespace()
                .take(4)
                .any(|w| SAYING.contains(&w.trim_end_matches(|c: char| !c.is_alphabetic())))
    }
}

/// Past at most eight marks.
fn past_marks(text: &str) -> &str {
    let len: usize = text
        .chars()
        .take(8)
        .take_while(|c| !c.is_alphanumeric() && !c.is_whitespace())
        .map(char::len_utf8)
        .sum();
    &text[len..]
}

/// Verbs that attribute a question or an exclamation before them.
const SAYING: [&str; 12] = [
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "wrote",
    "tweeted",
    "shouted",
    "cried",
    "exclaimed",
    "wondered",
];

/// "iPhone", "al-Qaeda": a capital inside or after a hyphen.
fn has_inner_capital(rest: &str) -> bool {
    let mut chars = rest.chars().take(5).skip(1);
    let inner = chars
        .by_ref()
        .take_while(|c| c.is_alphabetic() || *c == '-')
        .any(char::is_uppercase);
    inner && rest.starts_with(char::is_lowercase)
}

/// The greatest character border of `text` that is at most `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

/// Whether a stop without white space after it ends a sentence: "the world.Today is".
fn is_glued(part: &str, mark: usize, end: usize) -> bool {
    let before = word_before(part, mark);
    let mut after = part[end..].chars();
    let capital = after.next().is_some_and(char::is_uppercase);
    let word: usize = after
        .take_while(|c| c.is_lowercase())
        .map(char::len_utf8)
        .sum();
    let rest = part[end..].get(1 + word..).unwrap_or("");
    let stands = rest
        .strip_prefix('.')
        .unwrap_or(rest)
        .starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | '’' | '\''));
    let word_stands = before.chars().count() > 2 && before.chars().skip(1).all(char::is_lowercase);
    let number_stands = before.ends_with(|c: char| c.is_ascii_digit());
    capital && word > 0 && stands && (word_stands || number_stands)
}

/// The word that ends at `at`: back to white space, a bracket, a quotation mark or a hyphen.
fn word_before(part: &str, at: usize) -> &str {
    let from = floor(part, at.saturating_sub(2 * LONGEST));
    let start = part[from..at]
        .char_indices()
        .rev()
        .find(|(_, c)| !c.is_alphanumeric() && *c != '.' && *c != '°')
        .map_or(from, |(i, c)| from + i + c.len_utf8());
    &part[start..at]
}

/// Whether a single dot at `mark` ends the sentence that began at `start`.
fn dot_ends(part: &str, start: usize, mark: usize, after: &After<'_>) -> bool {
    let mut word = word_before(part, mark);
    if !is_dotted(word) {
        word = word.rsplit('.').next().unwrap_or(word);
    }
    if is_marker(&part[start..mark]) {
        return false;
    }
    let starts = after.kind() == Some(Kind::Starter);
    if word.ends_with('°') {
        return !after.digit;
    }
    let mut letters = word.chars();
    if let (Some(c), None) = (letters.next(), letters.next())
        && c.is_uppercase()
    {
        return initial_ends(part, start, mark, starts, after);
    }
    match look_up(&WORDS.before, word) {
        Some(Kind::Title) => false,
        Some(Kind::Inside) => false,
        Some(Kind::Number) => !after.digit && after.kind() != Some(Kind::Day),
        Some(Kind::Hour) if word.contains('.') => {
            after.kind() != Some(Kind::Day) && !is_fronted(&part[start..mark])
        }
        Some(Kind::Either) if word.contains('.') || !is_plain_word(word) => starts,
        _ if is_dotted(word) => starts,
        _ => true,
    }
}

/// Abbreviations that are words too, when they are not capitalised: "miss", "us", "ore".
fn is_plain_word(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && matches!(
            word,
            "miss"
                | "mass"
                | "ill"
                | "ore"
                | "wash"
                | "us"
                | "la"
                | "max"
                | "al"
                | "un"
                | "mo"
                | "ark"
        )
}

/// "U.S", "e.g", "Ph.D": single letters or pairs with dots between.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|w| (1..3).contains(&w.chars().count()) && w.chars().all(char::is_alphabetic))
}

/// Whether the dot after a single capital ends a sentence: in "Plan B. The" and "you and I. Did",
/// not in "J. Smith".
fn initial_ends(part: &str, start: usize, mark: usize, starts: bool, after: &After<'_>) -> bool {
    let mut before = part[start..mark].chars();
    before.next_back();
    let before = before.as_str().trim_end();
    let previous = word_before(before, before.len());
    if part[..mark].ends_with('I') && previous.starts_with(char::is_lowercase) {
        return true;
    }
    starts && after.word.chars().count() > 1 && !previous.is_empty()
}

/// Whether all that stands there is the marker of a list's item: "1", "(a)", "• 9".
fn is_marker(text: &str) -> bool {
    if text.len() > 12 {
        return false;
    }
    let core = text.trim_matches(|c: char| !c.is_alphanumeric());
    let number = core.len() <= 3 && core.bytes().all(|b| b.is_ascii_digit());
    let letter = core.len() == 1 && core.bytes().all(|b| b.is_ascii_lowercase());
    number || letter
}

/// Whether a sentence has come no further than an adverbial of time: "At 5 a.m."
fn is_fronted(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or("").to_ascii_lowercase();
    let opens = [
        "at", "by", "around", "about", "until", "since", "from", "before", "after", "shortly",
    ];
    opens.contains(&first.as_str()) && words.count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_ends_is_cut_and_nothing_is_lost() {
        let text = ["word ".repeat(9_000), "é".repeat(30_000)].concat();
        let found = sentences(&text);
        assert!(
            found
                .iter()
                .all(|s| s.span.len() <= LONGEST_SENTENCE && !s.span.is_empty())
        );
        let kept: usize = found
            .iter()
            .map(|s| {
                s.span
                    .of(&text)
                    .matches(|c: char| !c.is_whitespace())
                    .count()
            })
            .sum();
        assert_eq!(kept, 4 * 9_000 + 30_000);
    }
    use proptest::prelude::*;

    fn told_apart(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn items_of_a_list_in_one_line_are_told_apart() {
        assert_eq!(told_apart("1) bread 2) fuel for 10 days 3) water").len(), 3);
        assert_eq!(told_apart("a. the north b. the south").len(), 2);
        assert_eq!(told_apart("• bread • fuel").len(), 2);
    }

    #[test]
    fn addresses_and_decimals_hold_no_end() {
        for text in [
            "Write to Press.Office@Example.org by 3.30 today.",
            "See https://www.Example.com/News.Today?Id=3 for more.",
            "It rose by 6.1 percent to $1.20 a litre.",
        ] {
            assert_eq!(told_apart(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_headline_belongs_to_no_paragraph_but_its_own() {
        let found = sentences("Talks fail\n\nThe talks failed. Nobody came.");
        let paragraphs: Vec<usize> = found.iter().map(|s| s.paragraph).collect();
        assert_eq!(paragraphs, [0, 1, 1]);
    }

    /// Sentences of bounded length are what keeps the cost of all that reads them linear in the text;
    /// `cargo bench` measures it.
    #[test]
    fn no_text_makes_a_sentence_longer_than_the_longest() {
        for piece in [
            "word ", "ä", ".", ". ", ".\"", "A.", "a\n", "“", ". . . \n", "1. ", "• ",
        ] {
            let text = piece.repeat(5 * LONGEST_SENTENCE / piece.len());
            let found = sentences(&text);
            let longest = found.iter().map(|s| s.span.len()).max();
            assert!(longest.is_some_and(|l| l <= LONGEST_SENTENCE), "{piece:?}");
            let kept: usize = told_apart(&text).iter().map(|s| letters(s)).sum();
            assert_eq!(kept, letters(&text), "{piece:?}");
        }
    }

    fn letters(text: &str) -> usize {
        text.chars().filter(|c| !c.is_whitespace()).count()
    }

    proptest! {
        #[test]
        fn sentences_cover_everything_but_white_space(text in "(\\PC|[.!?… \n\"“”’)\\]A-Za-z0-9•]){0,80}") {
            let mut at = 0;
            for s in sentences(&text) {
                prop_assert!(s.span.start >= at);
                prop_assert!(text[at..s.span.start].trim().is_empty());
                prop_assert!(!s.span.of(&text).is_empty());
                at = s.span.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
