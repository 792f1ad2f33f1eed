//! Words beside a number that make a range of it.

use super::numeral::Core;
use crate::text::{Stem, Token, TokenKind, lexicon};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Bound {
    Above,
    Below,
    Least,
    Most,
    Nearly,
    About,
    Exactly,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Side {
    #[default]
    Before,
    After,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    bound: Bound,
    #[serde(default)]
    side: Side,
    phrases: Vec<String>,
}

struct Phrase {
    words: Vec<Stem>,
    bound: Bound,
}

struct Phrases {
    before: Vec<Phrase>,
    after: Vec<Phrase>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let file = lexicon::read::<Entry>("modifiers.toml", include_str!("modifiers.toml"));
    let mut phrases = Phrases {
        before: Vec::new(),
        after: Vec::new(),
    };
    for entry in file.entries {
        let list = match entry.side {
            Side::Before => &mut phrases.before,
            Side::After => &mut phrases.after,
        };
        list.extend(entry.phrases.iter().map(|p| Phrase {
            words: p.split(' ').map(Stem::exact).collect(),
            bound: entry.bound,
        }));
    }
    phrases
        .before
        .sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    phrases
        .after
        .sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    phrases
});

/// A number with its modifiers.
pub(super) struct Reading {
    pub tokens: Range<usize>,
    pub min: Option<f64>,
    pub max: Option<f64>,
}

/// Reads the modifiers around `taken`, the number with its unit; no token before `from`.
pub(super) fn read(
    tokens: &[Token],
    taken: &Range<usize>,
    from: usize,
    unit: Option<&str>,
    core: &Core,
) -> Reading {
    let mut reading = Reading {
        tokens: taken.clone(),
        min: core.min,
        max: core.max,
    };
    while let Some((bound, words)) = before(tokens, from..reading.tokens.start, unit) {
        reading.tokens.start -= words;
        apply(&mut reading, bound, core);
    }
    if let Some((bound, words)) = after(tokens, reading.tokens.end) {
        reading.tokens.end += words;
        apply(&mut reading, bound, core);
    }
    reading
}

fn before(tokens: &[Token], range: Range<usize>, unit: Option<&str>) -> Option<(Bound, usize)> {
    let gap = &tokens[range];
    let last = gap.last()?;
    if let TokenKind::Mark(mark) = last.kind {
        return sign(mark).map(|b| (b, 1));
    }
    let phrase = PHRASES.before.iter().find(|p| {
        gap.len() >= p.words.len()
            && gap[gap.len() - p.words.len()..]
                .iter()
                .zip(&p.words)
                .all(|(t, w)| t.word == *w)
    })?;
    let outside = &gap[..gap.len() - phrase.words.len()];
    if last.word == Stem::exact("over") && is_span_of_time(unit) && !lasts(outside) {
        return None;
    }
    Some((phrase.bound, phrase.words.len()))
}

fn sign(mark: char) -> Option<Bound> {
    match mark {
        '~' | '≈' => Some(Bound::About),
        '>' => Some(Bound::Above),
        '<' => Some(Bound::Below),
        '≥' => Some(Bound::Least),
        '≤' => Some(Bound::Most),
        _ => None,
    }
}

/// "over eight years" says how long a contract runs; "for over eight years" says more than eight.
fn lasts(outside: &[Token]) -> bool {
    let words = [
        "for", "of", "after", "last", "lasted", "lasting", "took", "to", "is", "was",
    ];
    outside
        .last()
        .is_some_and(|t| words.iter().any(|w| t.word == Stem::exact(w)))
}

fn is_span_of_time(unit: Option<&str>) -> bool {
    matches!(
        unit,
        Some("years" | "months" | "weeks" | "days" | "hours" | "minutes" | "seasons" | "decades")
    )
}

fn after(tokens: &[Token], at: usize) -> Option<(Bound, usize)> {
    let next = tokens.get(at)?;
    if next.is('+') {
        return Some((Bound::Least, 1));
    }
    let hyphen = usize::from(next.is('-'));
    let rest = &tokens[at + hyphen..];
    let phrase = PHRASES.after.iter().find(|p| {
        rest.len() >= p.words.len() && rest.iter().zip(&p.words).all(|(t, w)| t.word == *w)
    })?;
    let follows = rest.get(phrase.words.len());
    let modifies = follows.is_some_and(|t| t.kind == TokenKind::Number);
    (!modifies).then_some((phrase.bound, phrase.words.len() + hyphen))
}

/// Bounds come from the number itself, so that of two modifiers the outer one counts: "at least
/// some 50" is at least 50.
fn apply(reading: &mut Reading, bound: Bound, core: &Core) {
    let (low, high) = (core.min, core.max);
    let round = |v: f64, up: bool| match (core.step < 1.0 || v < 1.0, up) {
        (true, _) => v,
        (false, true) => (v - 1e-9).ceil(),
        (false, false) => (v + 1e-9).floor(),
    };
    let tenths = |v: Option<f64>, n: f64, up: bool| v.map(|v| round(v * n / 10.0, up));
    let decimal = |v: f64| (v / core.step).round() * core.step;
    let tidy = |v: f64| {
        if core.step < 1.0 {
            (decimal(v) * 1e9).round() / 1e9
        } else {
            v
        }
    };
    (reading.min, reading.max) = match bound {
        Bound::Above => (low.map(|v| tidy(v + core.step)), None),
        Bound::Below => (None, high.map(|v| tidy(v - core.step))),
        Bound::Least => (low, None),
        Bound::Most => (None, high),
        Bound::Nearly => (tenths(low, 9.0, false), high),
        Bound::About => (tenths(low, 9.0, false), tenths(high, 11.0, true)),
        Bound::Exactly => (reading.min, reading.max),
    };
}
