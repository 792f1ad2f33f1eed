//! What kind of word a token is: closed classes, and nouns that name people by what they do.

use crate::text::{Stem, Token, lexicon, stem::fold};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $bit:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
            /// The class that a data file calls so.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    /// "the", "its".
    DETERMINER = "determiner", 0;
    /// "he", "her".
    PERSON_PRONOUN = "person_pronoun", 1;
    /// "they", "it".
    GROUP_PRONOUN = "group_pronoun", 2;
    /// "we", "I".
    FIRST_PRONOUN = "first_pronoun", 3;
    /// "of", "in".
    PREPOSITION = "preposition", 4;
    /// "was", "has".
    AUXILIARY = "auxiliary", 5;
    /// "will", "could".
    MODAL = "modal", 6;
    /// "not", "no".
    NEGATOR = "negator", 7;
    /// "and", "or".
    COORDINATOR = "coordinator", 8;
    /// "but", "despite".
    CONTRAST = "contrast", 9;
    /// "because", "after".
    SUBORDINATOR = "subordinator", 10;
    /// "who", "which".
    RELATIVE = "relative", 11;
    /// "if", "unless".
    CONDITIONAL = "conditional", 12;
    /// "also", "still".
    ADVERB = "adverb", 13;
    /// "Monday", "week".
    TIME = "time", 14;
    /// "what", "how".
    QUESTION = "question", 15;
    /// "Mr", "General".
    TITLE = "title", 16;
    /// "spokesman", "officials".
    ROLE = "role", 17;
    /// A role that one person has.
    PERSON_ROLE = "person_role", 18;
    /// A role that a group has.
    GROUP_ROLE = "group_role", 19;
    /// A past tense that does not end in -ed: "fell".
    PAST = "past", 20;
    /// A present tense that could be no plural noun, or seldom is: "holds".
    PRESENT = "present", 21;
}

impl Class {
    /// Whether both share a class.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: String,
    words: Vec<String>,
}

/// The data file, for the tests.
pub const DATA: &str = include_str!("closed_class.toml");

static CLASSES: LazyLock<FxHashMap<Stem, Class>> = LazyLock::new(|| {
    let mut map: FxHashMap<Stem, Class> = FxHashMap::default();
    for entry in lexicon::read::<Entry>("closed_class.toml", DATA).entries {
        let Some(class) = Class::named(&entry.class) else {
            panic!("closed_class.toml: no class {}", entry.class)
        };
        for word in entry.words {
            let had = map.entry(Stem::exact(&fold(&word))).or_default();
            *had = had.or(class);
        }
    }
    map
});

/// The classes of a token.
pub fn class(token: &Token) -> Class {
    if token.is_word() {
        CLASSES.get(&token.word).copied().unwrap_or_default()
    } else {
        Class::default()
    }
}
