//! Sentences become tokens: words, numbers and marks, each with its bytes and its stem.

use super::{Span, Stem, spelling, stem};
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with what holds them together inside: "U.S.", "al", "Zabihullah".
    Word,
    /// Digits, with their separators: "2,500", "6.1".
    Number,
    /// "'s", "'re", "n't": what hangs on the word before it.
    Clitic,
    /// An opening quotation mark.
    Open,
    /// A closing quotation mark.
    Close,
    /// Any other mark; `$` and `%` too.
    Mark(char),
}

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its stem; of a mark, the stem of the empty word.
    pub stem: Stem,
    /// Its folded letters, hashed: equal for "Fell" and "fell", not for "fell" and "fall".
    pub word: Stem,
    /// Its spelling key, hashed: equal for the spellings of one name.
    pub key: Stem,
    /// It begins with a capital letter.
    pub capital: bool,
    /// White space, or the text's beginning, stands before it.
    pub spaced: bool,
    /// It is a double quotation mark, or one that is used like it: “ ” « » ".
    pub double: bool,
}

impl Token {
    /// The token's text.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// Whether it is a word (clitics included).
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Clitic)
    }

    /// Whether it is the mark `c`.
    pub fn is(&self, c: char) -> bool {
        self.kind == TokenKind::Mark(c)
    }
}

thread_local! {
    /// Word as written to (stem, folded, key): news repeats itself. Bounded; a cache alone, results are the same without it.
    static STEMS: RefCell<FxHashMap<Box<str>, (Stem, Stem, Stem)>> = RefCell::default();
}

const CACHED: usize = 1 << 16;

fn stems(word: &str) -> (Stem, Stem, Stem) {
    STEMS.with_borrow_mut(|cache| {
        if let Some(&found) = cache.get(word) {
            return found;
        }
        let folded = stem::fold(word);
        let found = (
            Stem::of_folded(&folded),
            Stem::exact(&folded),
            Stem::exact(&spelling::key(&folded)),
        );
        if cache.len() >= CACHED {
            cache.clear();
        }
        cache.insert(word.into(), found);
        found
    })
}

const APOSTROPHES: [char; 3] = ['\'', '’', '‘'];

/// The tokens of the part `within` of `text`, in order; white space lies between them or nothing.
///
/// Hyphens and slashes are marks between two words, so that "vice-president" meets "vice president".
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let part = within.of(text);
    let mut found = Vec::with_capacity(part.len() / 5);
    let mut at = 0;
    let mut spaced = true;
    let mut quote_open = false;
    while let Some(c) = part[at..].chars().next() {
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            spaced |= c.is_whitespace();
            continue;
        }
        let (len, kind) = next(part, at, spaced, &mut quote_open);
        let span = Span::new(within.start + at, within.start + at + len);
        push(&mut found, text, span, kind, spaced);
        at += len;
        spaced = false;
    }
    found
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn push(found: &mut Vec<Token>, text: &str, span: Span, kind: TokenKind, spaced: bool) {
    let written = span.of(text);
    if kind == TokenKind::Word {
        let clitic = clitic(written);
        if clitic > 0 && clitic < written.len() {
            let cut = span.end - clitic;
            push_one(found, text, Span::new(span.start, cut), kind, spaced);
            push_one(
                found,
                text,
                Span::new(cut, span.end),
                TokenKind::Clitic,
                false,
            );
            return;
        }
    }
    push_one(found, text, span, kind, spaced);
}

fn push_one(found: &mut Vec<Token>, text: &str, span: Span, kind: TokenKind, spaced: bool) {
    let written = span.of(text);
    let letters = match kind {
        TokenKind::Word => full(written),
        TokenKind::Clitic => expand(written),
        TokenKind::Number => written,
        _ => "",
    };
    let (stem, word, key) = stems(letters);
    found.push(Token {
        span,
        kind,
        stem,
        word,
        key,
        capital: written.chars().next().is_some_and(char::is_uppercase),
        spaced,
        double: matches!(kind, TokenKind::Open | TokenKind::Close)
            && matches!(written, "“" | "”" | "\"" | "«" | "»" | "„"),
    });
}

/// "ca" of "can't" and "wo" of "won't" in full.
fn full(word: &str) -> &str {
    match word {
        "ca" | "Ca" => "can",
        "wo" | "Wo" => "will",
        _ => word,
    }
}

/// A clitic in full; "'s" stays, for it is a genitive, "is" or "has".
fn expand(clitic: &str) -> &'static str {
    let last: String = clitic
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    match last.as_str() {
        "nt" => "not",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "m" => "am",
        _ => "s",
    }
}

/// Bytes of the clitic at the end of a word; 0 where there is none.
fn clitic(word: &str) -> usize {
    let Some((at, c)) = word
        .char_indices()
        .rev()
        .find(|(_, c)| APOSTROPHES.contains(c))
    else {
        return 0;
    };
    let tail = &word[at + c.len_utf8()..];
    if tail.eq_ignore_ascii_case("t") && word[..at].ends_with(['n', 'N']) {
        return word.len() - at + 1;
    }
    let known = ["s", "re", "ve", "ll", "d", "m"];
    if tail.is_empty() || known.iter().any(|k| tail.eq_ignore_ascii_case(k)) {
        return word.len() - at;
    }
    0
}

fn next(part: &str, at: usize, spaced: bool, quote_open: &mut bool) -> (usize, TokenKind) {
    let rest = &part[at..];
    let Some(c) = rest.chars().next() else {
        return (0, TokenKind::Mark(' '));
    };
    if c.is_ascii_digit() {
        return (number(rest), TokenKind::Number);
    }
    if c.is_alphanumeric() {
        return (word(rest), TokenKind::Word);
    }
    let len = c.len_utf8();
    match c {
        '“' | '«' | '„' | '‹' => (len, TokenKind::Open),
        '”' | '»' | '›' => (len, TokenKind::Close),
        '"' => (len, straight(part, at, spaced, quote_open)),
        '‘' | '\'' if spaced && rest[len..].starts_with(char::is_alphanumeric) => {
            (len, TokenKind::Open)
        }
        '’' | '\'' => (len, TokenKind::Close),
        '`' => (len, TokenKind::Open),
        '-' if rest.starts_with("--") => {
            let run = rest.bytes().take_while(|&b| b == b'-').count();
            (run, TokenKind::Mark('—'))
        }
        '–' if spaced => (len, TokenKind::Mark('—')),
        '-' if spaced && rest[1..].starts_with(char::is_whitespace) => (len, TokenKind::Mark('—')),
        c => (len, TokenKind::Mark(c)),
    }
}

/// Bytes of the number at the beginning: digits, with commas and dots between digits.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let inside = matches!(bytes[end], b',' | b'.')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
            && (bytes[end] == b'.'
                || bytes[end + 1..]
                    .iter()
                    .take_while(|b| b.is_ascii_digit())
                    .count()
                    == 3);
        if bytes[end].is_ascii_digit() || inside {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Bytes of the word at the beginning: letters and digits, apostrophes between letters or at the end
/// of a plural ("workers'"), dots between single letters ("U.S.").
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        if c.is_alphanumeric() || is_combining(c) {
            letters += 1;
            end = i + c.len_utf8();
        } else if APOSTROPHES.contains(&c) && after.is_some_and(char::is_alphanumeric) {
            letters = 2;
        } else if c == '.' && letters == 1 && dotted(rest, i) {
            letters = 0;
            end = i + 1;
        } else {
            break;
        }
    }
    end
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
}

/// Whether the dot at `i` belongs to an abbreviation of single letters: "U.S.", "p.m.", not "I." at
/// a sentence's end.
fn dotted(rest: &str, i: usize) -> bool {
    let mut next = rest[i + 1..].chars();
    let single_follows = next.next().is_some_and(char::is_alphabetic)
        && next.next().is_none_or(|c| !c.is_alphanumeric());
    let mut back = rest[..i].chars().rev();
    let dot_before = back.next().is_some_and(char::is_alphabetic) && back.next() == Some('.');
    single_follows || dot_before
}

/// What a straight double quotation mark does: it opens after white space and closes after a word or
/// before white space; where both would do, it is the other of the last.
fn straight(part: &str, at: usize, spaced: bool, open: &mut bool) -> TokenKind {
    let before = part[..at].trim_end().chars().next_back();
    let after = part[at + 1..].chars().next();
    let ends = after.is_none_or(|c| c.is_whitespace() || ",.;:!?)".contains(c));
    let opens = if ends {
        false
    } else if spaced {
        !(*open && before.is_some_and(|c| ",.!?".contains(c)))
    } else {
        !*open
    };
    *open = opens;
    if opens {
        TokenKind::Open
    } else {
        TokenKind::Close
    }
}
