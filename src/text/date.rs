//! The words of dates. Which day they mean depends on when an article was published, and that is not
//! known here.

use super::{Stem, Token, lexicon};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// What a word says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateWord {
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// A day counted from today.
    Day,
    /// A span of time in days.
    Days,
    /// A span of time in months.
    Months,
    /// A part of a day.
    Part,
    /// "last", "past".
    Last,
    /// "next".
    Next,
    /// "this".
    This,
    /// "ago", "earlier".
    Ago,
    /// "since".
    Since,
    /// "recent".
    Recent,
    /// The night before today and today.
    Overnight,
    /// A word that looks ahead: "will".
    Ahead,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: DateWord,
    words: Vec<String>,
    value: i8,
}

static WORDS: LazyLock<FxHashMap<Stem, (DateWord, i8)>> = LazyLock::new(|| {
    let file = lexicon::read::<Entry>("dates.toml", include_str!("dates.toml"));
    let mut map = FxHashMap::default();
    for entry in file.entries {
        for word in &entry.words {
            map.entry(Stem::exact(word))
                .or_insert((entry.kind, entry.value));
        }
    }
    map
});

/// What a token says about time, and its number: a month's or weekday's from 1 (Monday first), days
/// from today, days or months of a span.
pub fn date_word(token: &Token) -> Option<(DateWord, i8)> {
    if !token.is_word() {
        return None;
    }
    WORDS.get(&token.word).copied()
}

/// The month that a token names, from 1.
pub fn month(token: &Token) -> Option<i8> {
    match date_word(token) {
        Some((DateWord::Month, n)) => Some(n),
        _ => None,
    }
}

/// The day of the week that a token names, Monday as 1.
pub fn weekday(token: &Token) -> Option<i8> {
    match date_word(token) {
        Some((DateWord::Weekday, n)) => Some(n),
        _ => None,
    }
}
