//! Small words and nouns around a number.

use crate::text::{Stem, Token, lexicon};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<T> {
    class: T,
    words: Vec<String>,
}

/// What a small word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub(super) enum Class {
    Be,
    Have,
    Adverb,
    Preposition,
    Place,
    Boundary,
    Relative,
    One,
    Determiner,
    Pronoun,
    Figureless,
    Part,
    Intent,
    Compound,
    Heavy,
    Zero,
    OtherLoss,
}

/// A noun beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Noun {
    Person,
    Thing,
}

static GRAMMAR: LazyLock<FxHashMap<Stem, u32>> = LazyLock::new(|| {
    let file = lexicon::read::<Entry<Class>>("grammar.toml", include_str!("grammar.toml"));
    let mut map = FxHashMap::default();
    for entry in file.entries {
        for word in &entry.words {
            *map.entry(Stem::exact(word)).or_insert(0) |= 1 << entry.class as u8;
        }
    }
    map
});

static NOUNS: LazyLock<FxHashMap<Stem, Noun>> = LazyLock::new(|| {
    let file = lexicon::read::<Entry<Noun>>("nouns.toml", include_str!("nouns.toml"));
    let mut map = FxHashMap::default();
    for entry in file.entries {
        for form in entry.words.iter().flat_map(|w| forms(w)) {
            map.entry(Stem::exact(&form)).or_insert(entry.class);
        }
    }
    map
});

/// A noun and its plural. Stems would not do: they join "village" and "villager".
fn forms(word: &str) -> Vec<String> {
    let plural = if let Some(head) = word.strip_suffix("man") {
        format!("{head}men")
    } else if let Some(head) = word
        .strip_suffix('y')
        .filter(|h| !h.ends_with(['a', 'e', 'o']))
    {
        format!("{head}ies")
    } else if word.ends_with(['s', 'x']) || word.ends_with("ch") || word.ends_with("sh") {
        format!("{word}es")
    } else {
        format!("{word}s")
    };
    vec![word.to_owned(), plural]
}

/// Whether a token is of a class.
pub(super) fn is(token: &Token, class: Class) -> bool {
    token.is_word()
        && GRAMMAR
            .get(&token.word)
            .is_some_and(|bits| bits & (1 << class as u8) != 0)
}

/// Whether a token is a noun for a person or for a thing.
pub(super) fn noun(token: &Token) -> Option<Noun> {
    if !token.is_word() {
        return None;
    }
    NOUNS.get(&token.word).copied()
}
