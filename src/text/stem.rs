//! Words become stems: what "captured", "captures" and "capture" have in common.
//!
//! A word is folded (diacritics, hyphens, apostrophes and dots go; lower case), irregular forms go to
//! their base (`irregular.toml`), British spellings to American ones, and the rest to the Snowball
//! English stemmer (Porter 2, <https://snowballstem.org/algorithms/english/stemmer.html>).

use super::lexicon;
use rustc_hash::{FxHashMap, FxHasher};
use serde::Deserialize;
use std::hash::Hasher;
use std::sync::LazyLock;

/// A stem, as the hash of its letters: equal stems are equal words for the analysis. Hashes do not
/// depend on the run or the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stem(pub u64);

impl Stem {
    /// The stem of marks, which have no letters.
    pub const EMPTY: Self = Self(0);

    /// The stem of a word as written.
    pub fn of(word: &str) -> Self {
        Self::of_folded(&fold(word))
    }

    /// The folded word itself, hashed.
    pub fn exact(folded: &str) -> Self {
        Self(hash(folded))
    }

    /// The stem of a word that is folded already.
    pub fn of_folded(folded: &str) -> Self {
        Self(hash(&stem(folded)))
    }
}

fn hash(letters: &str) -> u64 {
    if letters.is_empty() {
        return 0;
    }
    let mut hasher = FxHasher::default();
    hasher.write(letters.as_bytes());
    hasher.finish()
}

/// Lower case without diacritics, hyphens, apostrophes and dots. "U.S." becomes "us", "Fédération"
/// "federation".
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\'' | '’' | '‘' | '-' | '‐' | '‑' | '.' | '\u{ad}' => {}
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => {
                for plain in any_ascii::any_ascii_char(c).chars() {
                    if plain.is_ascii_alphanumeric() {
                        out.push(plain.to_ascii_lowercase());
                    }
                }
            }
        }
    }
    out
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Irregular {
    base: String,
    forms: Vec<String>,
}

static IRREGULAR: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let read = lexicon::read::<Irregular>("irregular.toml", include_str!("irregular.toml"));
    let mut map = FxHashMap::default();
    for entry in read.entries {
        for form in entry.forms {
            map.insert(form, entry.base.clone());
        }
    }
    map
});

/// The letters of a folded word's stem.
pub fn stem(folded: &str) -> String {
    if folded.len() < 3 {
        return folded.to_owned();
    }
    let base = IRREGULAR.get(folded).map_or(folded, String::as_str);
    let base = american(base);
    waken_snowball::stem(waken_snowball::Algorithm::English, &base).into_owned()
}

/// "recognised" as "recognized": British endings in -ise, where an American has -ize.
fn american(word: &str) -> std::borrow::Cow<'_, str> {
    const KEEP: [&str; 12] = [
        "prom", "exerc", "surpr", "otherw", "enterpr", "prem", "comprom", "franch", "adv", "rev",
        "superv", "merchand",
    ];
    if word.len() > 7 {
        for (british, american) in [
            ("isation", "ization"),
            ("isations", "izations"),
            ("ising", "izing"),
            ("ised", "ized"),
            ("ises", "izes"),
            ("ise", "ize"),
        ] {
            if let Some(head) = word.strip_suffix(british)
                && head.len() >= 4
                && !KEEP.contains(&head)
            {
                return format!("{head}{american}").into();
            }
        }
    }
    word.into()
}
