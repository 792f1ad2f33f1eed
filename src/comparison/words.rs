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

static LISTS: LazyLock<FxHashMap<String, FxHashSet<Stem>>> = LazyLock::new(|| {
    lexicon::read::<Entry>("words.toml", DATA)
        .entries
        .into_iter()
        .map(|e| (e.list, e.words.iter().map(|w| Stem::of(w)).collect()))
        .collect()
});

/// Whether a list holds a stem.
pub fn is(list: &str, stem: Stem) -> bool {
    LISTS.get(list).is_some_and(|l| l.contains(&stem))
}
