//! What a number measures in.

use crate::text::{Span, Stem, Token, TokenKind, lexicon, tokens as tokenise};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    unit: String,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

type Words = Vec<(Vec<Stem>, &'static str)>;

/// Units by their first word after a number, and by their last before one. Marks are keyed by their
/// letters' hash, like words.
struct Units {
    before: FxHashMap<Stem, Words>,
    after: FxHashMap<Stem, Words>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let file = lexicon::read::<Entry>("units.toml", include_str!("units.toml"));
    let mut units = Units {
        before: FxHashMap::default(),
        after: FxHashMap::default(),
    };
    for entry in file.entries {
        let name: &'static str = entry.unit.leak();
        for words in entry.after.iter().map(|p| keys(p)) {
            add(&mut units.after, words.first().copied(), words, name);
        }
        for words in entry.before.iter().map(|p| keys(p)) {
            add(&mut units.before, words.last().copied(), words, name);
        }
    }
    units
});

fn add(map: &mut FxHashMap<Stem, Words>, key: Option<Stem>, words: Vec<Stem>, name: &'static str) {
    if let Some(key) = key {
        let list = map.entry(key).or_default();
        list.push((words, name));
        list.sort_by_key(|(w, _)| std::cmp::Reverse(w.len()));
    }
}

fn keys(phrase: &str) -> Vec<Stem> {
    tokenise(phrase, Span::new(0, phrase.len()))
        .iter()
        .map(key)
        .collect()
}

fn key(token: &Token) -> Stem {
    match token.kind {
        TokenKind::Mark(c) => Stem::exact(c.encode_utf8(&mut [0; 4])),
        _ => token.stem,
    }
}

/// The number at `numerals` with its unit: all its tokens, and the unit's sign. No token before
/// `from` belongs to it.
pub(super) fn around(
    tokens: &[Token],
    numerals: &Range<usize>,
    from: usize,
) -> (Range<usize>, Option<&'static str>) {
    let left = &tokens[from.min(numerals.start)..numerals.start];
    let before = left
        .last()
        .and_then(|t| UNITS.before.get(&key(t)))
        .and_then(|list| list.iter().find(|(words, _)| ends(left, words)));
    let (start, money) = before.map_or((numerals.start, None), |(words, name)| {
        (numerals.start - words.len(), Some(*name))
    });
    let hyphen = usize::from(
        tokens
            .get(numerals.end)
            .is_some_and(|t| t.is('-') && !t.spaced),
    );
    let right = &tokens[(numerals.end + hyphen).min(tokens.len())..];
    let after = right
        .first()
        .and_then(|t| UNITS.after.get(&key(t)))
        .and_then(|list| list.iter().find(|(words, _)| begins(right, words)));
    match after {
        Some((words, name)) if money.is_none() || money == Some(*name) => {
            (start..numerals.end + hyphen + words.len(), Some(*name))
        }
        _ => (start..numerals.end, money),
    }
}

fn begins(tokens: &[Token], words: &[Stem]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(t, w)| key(t) == *w)
}

fn ends(tokens: &[Token], words: &[Stem]) -> bool {
    tokens.len() >= words.len() && begins(&tokens[tokens.len() - words.len()..], words)
}
