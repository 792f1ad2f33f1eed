//! Numerals: digits and number words, without what stands around them.

use crate::text::{Stem, Token, TokenKind, lexicon};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

/// A numeral's tokens and what it comes to.
#[derive(Clone, Debug)]
pub(super) struct Core {
    pub tokens: Range<usize>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub amount: Option<&'static str>,
    /// A part of a whole, in percent.
    pub share: bool,
    /// What its last word multiplied by; 1 without such a word.
    pub scale: f64,
    /// The smallest step that its writing shows: 0.1 of "6.1".
    pub step: f64,
}

impl Core {
    fn exact(tokens: Range<usize>, value: f64) -> Self {
        Self {
            tokens,
            min: Some(value),
            max: Some(value),
            amount: None,
            share: false,
            scale: 1.0,
            step: 1.0,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Digit,
    Ten,
    Scale,
    Suffix,
    Many,
    Vague,
    Pair,
    Part,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: Kind,
    words: Vec<String>,
    value: f64,
    top: Option<f64>,
}

#[derive(Clone, Copy)]
struct Word {
    kind: Kind,
    value: f64,
    top: f64,
    name: &'static str,
}

static WORDS: LazyLock<FxHashMap<Stem, Word>> = LazyLock::new(|| {
    let file = lexicon::read::<Entry>("numerals.toml", include_str!("numerals.toml"));
    let mut map = FxHashMap::default();
    for entry in file.entries {
        for word in entry.words {
            let key = Stem::exact(&word);
            let read = Word {
                kind: entry.kind,
                value: entry.value,
                top: entry.top.unwrap_or(0.0),
                name: word.leak(),
            };
            map.insert(key, read);
        }
    }
    map
});

fn word(tokens: &[Token], at: usize) -> Option<Word> {
    let token = tokens.get(at)?;
    if !token.is_word() {
        return None;
    }
    WORDS.get(&token.word).copied()
}

fn of_kind(tokens: &[Token], at: usize, kind: Kind) -> Option<Word> {
    word(tokens, at).filter(|w| w.kind == kind)
}

fn says(tokens: &[Token], at: usize, what: &str) -> bool {
    tokens.get(at).is_some_and(|t| t.word == Stem::exact(what))
}

/// The numeral that begins at `at`.
pub(super) fn numeral(text: &str, tokens: &[Token], at: usize) -> Option<Core> {
    let token = tokens.get(at)?;
    match token.kind {
        TokenKind::Number => Some(digits(text, tokens, at)),
        TokenKind::Word => article(tokens, at).or_else(|| words(tokens, at)),
        _ => None,
    }
}

/// "2,500", "6.1", "20 million", "200MM".
fn digits(text: &str, tokens: &[Token], at: usize) -> Core {
    let written = tokens[at].text(text);
    let plain: String = written.chars().filter(|c| *c != ',').collect();
    let value = plain.parse().unwrap_or(0.0);
    let mut core = Core::exact(at..at + 1, value);
    if let Some((_, decimals)) = plain.split_once('.') {
        core.step = 10f64.powi(-i32::try_from(decimals.len().min(9)).unwrap_or(9));
    }
    if tokens.get(at + 1).is_some_and(|t| !t.spaced)
        && let Some(suffix) = of_kind(tokens, at + 1, Kind::Suffix)
    {
        scaled(&mut core, at + 1, suffix.value);
    }
    scale(tokens, core)
}

fn scaled(core: &mut Core, at: usize, by: f64) {
    core.tokens.end = at + 1;
    core.min = core.min.map(|v| v * by);
    core.max = core.max.map(|v| v * by);
    core.scale *= by;
    core.step = 1.0;
}

/// Multiplies by the scales that follow: "million", "-dozen".
fn scale(tokens: &[Token], mut core: Core) -> Core {
    loop {
        let at = core.tokens.end;
        let hyphen = usize::from(tokens.get(at).is_some_and(|t| t.is('-')));
        let Some(found) = of_kind(tokens, at + hyphen, Kind::Scale) else {
            return core;
        };
        scaled(&mut core, at + hyphen, found.value);
    }
}

/// What begins with "a": "a dozen", "a hundred and five", "a few hundred", "a couple of", "a third of";
/// and "half a million".
fn article(tokens: &[Token], at: usize) -> Option<Core> {
    if of_kind(tokens, at, Kind::Part).is_some_and(|w| w.value == 0.5) {
        return Some(half(tokens, at));
    }
    if !says(tokens, at, "a") && !says(tokens, at, "an") {
        return None;
    }
    let next = word(tokens, at + 1)?;
    let mut core = match next.kind {
        Kind::Scale => sum(tokens, at + 1, 1.0)?,
        Kind::Part if says(tokens, at + 2, "of") => part(at..at + 2, next.value),
        Kind::Pair | Kind::Vague => words(tokens, at + 1)?,
        _ => return None,
    };
    core.tokens.start = at;
    Some(core)
}

/// "half a million", "half of", "half the".
fn half(tokens: &[Token], at: usize) -> Core {
    let article = usize::from(says(tokens, at + 1, "a"));
    if let Some(found) = of_kind(tokens, at + 1 + article, Kind::Scale) {
        let mut core = Core::exact(at..at + 1, 0.5);
        scaled(&mut core, at + 1 + article, found.value);
        return core;
    }
    part(at..at + 1, 0.5)
}

fn part(tokens: Range<usize>, share: f64) -> Core {
    let percent = share * 100.0;
    Core {
        min: Some(percent.floor()),
        max: Some((percent - 1e-6).ceil()),
        share: true,
        ..Core::exact(tokens, percent)
    }
}

fn words(tokens: &[Token], at: usize) -> Option<Core> {
    if says(tokens, at, "no") && says(tokens, at + 1, "one") {
        return Some(Core::exact(at..at + 2, 0.0));
    }
    let first = word(tokens, at)?;
    match first.kind {
        Kind::Digit | Kind::Ten => digit_words(tokens, at),
        Kind::Many => Some(many(tokens, at, first)),
        Kind::Vague => vague(tokens, at, first),
        Kind::Pair => Some(pair(tokens, at, first)),
        Kind::None => Some(Core::exact(at..at + 1, 0.0)),
        Kind::Scale | Kind::Suffix | Kind::Part => None,
    }
}

/// "twenty-one", "two hundred and five", "one third", "two-thirds of".
fn digit_words(tokens: &[Token], at: usize) -> Option<Core> {
    let core = sum(tokens, at, 0.0)?;
    let end = core.tokens.end;
    let hyphen = usize::from(tokens.get(end).is_some_and(|t| t.is('-')));
    let whole = core.min.unwrap_or(0.0);
    if whole < 10.0
        && let Some(found) = of_kind(tokens, end + hyphen, Kind::Part)
        && (hyphen > 0 || says(tokens, end + 1, "of") || whole > 1.0)
        && whole * found.value < 1.0
    {
        return Some(part(at..end + hyphen + 1, whole * found.value));
    }
    Some(core)
}

/// Adds up number words from `at`; `current` is what an article before them counts.
fn sum(tokens: &[Token], at: usize, mut current: f64) -> Option<Core> {
    let (mut total, mut end, mut last, mut scale) = (0.0, at, f64::INFINITY, 1.0);
    let mut next = at;
    while let Some(found) = word(tokens, next) {
        match found.kind {
            Kind::Digit | Kind::Ten if found.value < last && (last >= 20.0) => {
                current += found.value;
                last = if found.kind == Kind::Ten { 20.0 } else { 1.0 };
                scale = 1.0;
            }
            Kind::Scale if current > 0.0 || end > at => {
                current = current.max(1.0) * found.value;
                last = found.value;
                scale = found.value;
                if found.value >= 1000.0 {
                    total += current;
                    current = 0.0;
                }
            }
            _ => break,
        }
        end = next + 1;
        next = skip(tokens, end, last);
    }
    (end > at).then(|| Core {
        scale,
        ..Core::exact(at..end, total + current)
    })
}

/// Past a hyphen, or the "and" of "hundred and five".
fn skip(tokens: &[Token], at: usize, last: f64) -> usize {
    let hyphen = tokens.get(at).is_some_and(|t| t.is('-') && !t.spaced);
    let and = last >= 100.0
        && says(tokens, at, "and")
        && word(tokens, at + 1)
            .is_some_and(|w| matches!(w.kind, Kind::Digit | Kind::Ten) && w.value < last);
    at + usize::from(hyphen || and)
}

/// "dozens", "tens of thousands".
fn many(tokens: &[Token], at: usize, first: Word) -> Core {
    let (mut min, mut max, mut end) = (2.0 * first.value, first.top - 1.0, at + 1);
    while says(tokens, end, "of")
        && let Some(next) = of_kind(tokens, end + 1, Kind::Many)
    {
        min *= next.value;
        max = (max + 1.0) * next.value - 1.0;
        end += 2;
    }
    Core {
        min: Some(min),
        max: Some(max),
        ..Core::exact(at..end, min)
    }
}

/// "several hundred"; "several" alone is an amount without a number.
fn vague(tokens: &[Token], at: usize, first: Word) -> Option<Core> {
    if at > 0
        && ["as", "how", "so", "too"]
            .iter()
            .any(|w| says(tokens, at - 1, w))
    {
        return None;
    }
    let few = matches!(first.name, "several" | "few");
    if few && let Some(found) = of_kind(tokens, at + 1, Kind::Scale) {
        return Some(Core {
            min: Some(3.0 * found.value),
            max: Some(10.0 * found.value - 1.0),
            ..Core::exact(at..at + 2, found.value)
        });
    }
    Some(Core {
        min: None,
        max: None,
        amount: Some(first.name),
        ..Core::exact(at..at + 1, 0.0)
    })
}

/// "couple of", "couple of hundred".
fn pair(tokens: &[Token], at: usize, first: Word) -> Core {
    let of = usize::from(says(tokens, at + 1, "of"));
    let mut core = Core::exact(at..at + 1, first.value);
    if let Some(found) = of_kind(tokens, at + 1 + of, Kind::Scale) {
        scaled(&mut core, at + 1 + of, found.value);
    } else if first.name != "both" {
        core.tokens.end += of;
    }
    core
}
