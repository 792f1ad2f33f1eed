//! What a reporting word does with what follows it, and which words report.

use crate::text::{Stem, Token, lexicon, stem::fold};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// What a reporting word does with what it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// "said".
    Says,
    /// "claimed": said, and the outlet keeps its distance.
    Claims,
    /// "believes".
    Thinks,
    /// "expects".
    Predicts,
    /// "feared".
    Fears,
    /// "hopes".
    Hopes,
    /// "vowed".
    Plans,
    /// "urged".
    Urges,
    /// "asked".
    Asks,
    /// "accused", "blamed".
    Accuses,
    /// "confirmed".
    Confirms,
    /// "denied".
    Denies,
    /// "disputed".
    Doubts,
    /// "praised": speaks of it without saying that it is so.
    Speaks,
    /// "reports that": nobody in particular says it.
    Reports,
    /// "rumours that".
    Rumours,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    stance: Stance,
    forms: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
}

/// The data file of verbs, for the tests.
pub const VERBS: &str = include_str!("reporting_verbs.toml");
/// The data file of nouns, for the tests.
pub const NOUNS: &str = include_str!("reporting_nouns.toml");

/// A reporting verb's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// What it does.
    pub stance: Stance,
    /// The form is as often a noun.
    pub noun: bool,
}

static VERB: LazyLock<FxHashMap<Stem, Verb>> = LazyLock::new(|| {
    let mut map = FxHashMap::default();
    for entry in lexicon::read::<Entry>("reporting_verbs.toml", VERBS).entries {
        for form in &entry.forms {
            map.insert(
                Stem::exact(&fold(form)),
                Verb {
                    stance: entry.stance,
                    noun: entry.nouns.contains(form),
                },
            );
        }
    }
    map
});

static NOUN: LazyLock<FxHashMap<Stem, Stance>> = LazyLock::new(|| {
    let mut map = FxHashMap::default();
    for entry in lexicon::read::<Entry>("reporting_nouns.toml", NOUNS).entries {
        for form in &entry.forms {
            map.insert(Stem::exact(&fold(form)), entry.stance);
        }
    }
    map
});

/// The reporting verb that a token may be.
pub fn verb(token: &Token) -> Option<Verb> {
    token.is_word().then(|| VERB.get(&token.word).copied())?
}

/// The reporting noun that a token may be.
pub fn noun(token: &Token) -> Option<Stance> {
    token.is_word().then(|| NOUN.get(&token.word).copied())?
}
