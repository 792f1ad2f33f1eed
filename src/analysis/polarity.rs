//! Whether the words say that it is so, that it is not so, or leave it open.

use super::Certainty;
use super::phrase::{Phrase, PhraseIndex};
use super::reading::Reading;
use super::stance::Stance;
use super::words::Class;
use super::{Analysed, ClaimTokens};
use crate::text::{TokenKind, lexicon};
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Denial {
    reach: usize,
    #[serde(default)]
    after: bool,
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hedge {
    certainty: String,
    phrases: Vec<String>,
}

/// The data file of denials, for the tests.
pub const NEGATION: &str = include_str!("negation.toml");
/// The data file of hedges, for the tests.
pub const HEDGES: &str = include_str!("hedges.toml");

/// Phrases with something to say of each.
struct Table<T> {
    index: PhraseIndex,
    says: Vec<T>,
}

impl<T: Clone> Table<T> {
    fn of(rows: impl Iterator<Item = (Vec<String>, T)>) -> Self {
        let mut phrases = Vec::new();
        let mut says = Vec::new();
        for (row, says_so) in rows {
            for phrase in row {
                phrases.push(Phrase::of(&phrase, false));
                says.push(says_so.clone());
            }
        }
        Self {
            index: PhraseIndex::of(phrases),
            says,
        }
    }

    fn find(&self, reading: &Reading<'_>, range: Range<usize>) -> Vec<(Range<usize>, &T)> {
        self.index
            .find(reading, range, 0)
            .into_iter()
            .map(|(n, tokens)| (tokens, &self.says[n]))
            .collect()
    }
}

static DENIALS: LazyLock<Table<(usize, bool)>> = LazyLock::new(|| {
    let rows = lexicon::read::<Denial>("negation.toml", NEGATION).entries;
    Table::of(rows.into_iter().map(|d| (d.phrases, (d.reach, d.after))))
});

static HEDGED: LazyLock<Table<Certainty>> = LazyLock::new(|| {
    let rows = lexicon::read::<Hedge>("hedges.toml", HEDGES).entries;
    Table::of(rows.into_iter().map(|h| {
        let certainty = match h.certainty.as_str() {
            "planned" => Certainty::Planned,
            "hypothetical" => Certainty::Hypothetical,
            "reported" => Certainty::Reported,
            "rumoured" => Certainty::Rumoured,
            "stated" => Certainty::Stated,
            other => panic!("hedges.toml: no certainty {other}"),
        };
        (h.phrases, certainty)
    }))
});

/// How far "not" and "no" reach, in words.
const REACH: usize = 7;

/// Whether the words at `cue` are denied in the claim: by "not" and its like, by who denies them, or by
/// both, which is a claim again. `own` negators belong to the cue itself and deny nothing.
pub fn denied(article: &Analysed<'_>, claim: &ClaimTokens, cue: &Range<usize>, own: usize) -> bool {
    let reading = &article.reading;
    let from = if claim.content.contains(&cue.start) {
        claim.content.start
    } else {
        claim.tokens.start
    };
    let until = cue.start.saturating_sub(2).max(from)..cue.start;
    if until.into_iter().any(|i| {
        ["until", "till", "before"]
            .iter()
            .any(|w| reading.is_word(i, w))
    }) {
        // "not before Friday" says Friday.
        return false;
    }
    let local = negators(reading, from, cue, own);
    let by_phrase = DENIALS
        .find(reading, from..claim.tokens.end)
        .into_iter()
        .filter(|(tokens, (reach, after))| {
            if *after {
                tokens.start >= cue.end && words(reading, cue.end..tokens.start) <= *reach
            } else {
                tokens.end <= cue.start && words(reading, tokens.end..cue.start) <= *reach
            }
        })
        .count()
        .min(1);
    let by_speaker = claim
        .chain
        .iter()
        .map(|&a| &article.attributions[a])
        .filter(|a| !(a.cue.start >= cue.start && a.cue.end <= cue.end))
        .filter(|a| a.content.start <= cue.start && a.denies())
        .count();
    (local + by_phrase + by_speaker) % 2 == 1
}

fn words(reading: &Reading<'_>, range: Range<usize>) -> usize {
    if range.start >= range.end {
        return 0;
    }
    reading.tokens[range].iter().filter(|t| t.is_word()).count()
}

/// Negators that reach the cue, and those inside it that are not its own.
fn negators(reading: &Reading<'_>, from: usize, cue: &Range<usize>, own: usize) -> usize {
    let inside = cue
        .clone()
        .filter(|&i| reading.class(i).is(Class::NEGATOR))
        .count()
        .saturating_sub(own);
    let mut passed = 0;
    let mut before = 0;
    for i in (from..cue.start).rev() {
        let class = reading.class(i);
        if class.is(Class::NEGATOR) {
            let only = reading.is_word(i + 1, "only") || reading.is_word(i + 1, "just");
            let determiner = class.is(Class::DETERMINER);
            if !only && (!determiner || passed <= 4) {
                before += 1;
            }
            continue;
        }
        if matches!(
            reading.tokens[i].kind,
            TokenKind::Mark(';' | ':' | '—' | '.')
        ) || reading.is_word(i, "but")
            || (class.is(Class::RELATIVE) && !reading.is_word(i, "that"))
        {
            break;
        }
        passed += usize::from(reading.tokens[i].is_word());
        if passed > REACH {
            break;
        }
    }
    inside + before
}

/// How sure the claim is of the words at `cue`.
pub fn certainty(article: &Analysed<'_>, claim: &ClaimTokens, cue: &Range<usize>) -> Certainty {
    let reading = &article.reading;
    let found = HEDGED.find(reading, claim.content.clone());
    let states: Vec<&Range<usize>> = found
        .iter()
        .filter(|(_, c)| **c == Certainty::Stated)
        .map(|(t, _)| t)
        .collect();
    let open = found
        .iter()
        .filter(|(t, _)| !states.iter().any(|s| s.start <= t.start && t.end <= s.end))
        .filter(|(t, _)| t.start < cue.start || !cue.contains(&t.start))
        .filter_map(|(t, c)| match c {
            Certainty::Planned | Certainty::Hypothetical => {
                let near = t.end <= cue.start && words(reading, t.end..cue.start) <= REACH;
                let past =
                    reading.is_word(t.start, "could") && reading.class(t.end).is(Class::NEGATOR);
                (near && !past && !crosses(reading, t.end..cue.start)).then_some(**c)
            }
            _ => Some(**c),
        })
        .max();
    let said = spoken(article, claim, cue);
    match open {
        Some(hedge @ (Certainty::Planned | Certainty::Hypothetical)) => hedge,
        Some(hedge) => hedge.max(said.unwrap_or(Certainty::Stated)),
        None => said.unwrap_or(Certainty::Stated),
    }
}

/// Whether another verb with a tense stands between a modal and the cue, so that the modal is not the cue's.
fn crosses(reading: &Reading<'_>, between: Range<usize>) -> bool {
    between.into_iter().any(|i| {
        matches!(reading.tokens[i].kind, TokenKind::Mark(';' | '—'))
            || reading.class(i).is(Class::PAST)
    })
}

/// What the reporting words make of the claim.
fn spoken(article: &Analysed<'_>, claim: &ClaimTokens, cue: &Range<usize>) -> Option<Certainty> {
    claim
        .chain
        .iter()
        // What is said of the speaker beside the reporting word is the outlet's own: "X, the former
        // minister, appealed for calm".
        .filter(|&&a| article.attributions[a].content.start <= cue.start)
        .map(|&a| match article.attributions[a].stance {
            Stance::Rumours => Certainty::Rumoured,
            Stance::Reports => Certainty::Reported,
            Stance::Predicts | Stance::Plans => Certainty::Planned,
            Stance::Fears | Stance::Hopes | Stance::Asks | Stance::Urges => Certainty::Hypothetical,
            _ => Certainty::Claimed,
        })
        .max()
}
