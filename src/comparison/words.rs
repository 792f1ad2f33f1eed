//! Words that the comparison of positions knows: `words.toml`.

use crate::text::{Stem, lexicon};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    list: String,
    words: Vec<String>,
}

/// The data file, for the tests.
pub const DATA: &str = include_str!("words.toml");

static WRITTEN: LazyLock<FxHashMap<String, Vec<String>>> = LazyLock::new(|| {
    lexicon::read::<Entry>("words.toml", DATA)
        .entries
        .into_iter()
        .map(|e| (e.list, e.words))
        .collect()
});

/// The words and phrases of a list, as written.
pub fn all(list: &str) -> &'static [String] {
    WRITTEN.get(list).map_or(&[], Vec::as_slice)
}

static LISTS: LazyLock<FxHashMap<String, FxHashSet<Stem>>> = LazyLock::new(|| {
    WRITTEN
        .iter()
        .map(|(list, words)| (list.clone(), words.iter().map(|w| Stem::of(w)).collect()))
        .collect()
});

/// What can be asked for, as lists of the words that ask for it or name it.
const FOCUS: [&str; 5] = ["cause", "time", "doer", "place", "number"];

/// The list of what is asked for that holds a stem.
pub fn list_of(stem: Stem) -> Option<&'static str> {
    FOCUS.into_iter().find(|list| is(list, stem))
}

/// Whether a list holds a stem.
pub fn is(list: &str, stem: Stem) -> bool {
    LISTS.get(list).is_some_and(|l| l.contains(&stem))
}
