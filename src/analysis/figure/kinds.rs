//! What is counted, made ready: words become stems once.

use crate::config::FigureKind;
use crate::text::{Span, Stem, Token, lexicon, tokens};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// How a word of a kind stands to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub(super) enum Shape {
    Does,
    Dies,
    State,
    Event,
    Toll,
    Lives,
    Loss,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    of: String,
    shape: Shape,
    #[serde(default)]
    sole: bool,
    words: Vec<String>,
}

#[derive(Clone, Debug)]
struct Phrase {
    rest: Vec<Stem>,
    of: usize,
    shape: Shape,
    sole: bool,
}

/// A word of a built-in kind in a text.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub tokens: Range,
    pub of: usize,
    pub shapes: u8,
    pub sole: bool,
}

type Range = std::ops::Range<usize>;

impl Event {
    pub(super) const fn is(&self, shape: Shape) -> bool {
        self.shapes & (1 << shape as u8) != 0
    }
}

/// A kind that the user added.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub of: String,
    pub unit: Option<String>,
    /// Phrases by their stems.
    pub cues: Vec<Vec<Stem>>,
}

/// Kinds of figures, made ready for reading. The built-in ones are always among them.
#[derive(Clone, Debug)]
pub struct FigureKinds {
    names: Vec<String>,
    phrases: FxHashMap<Stem, Vec<Phrase>>,
    pub(super) measures: Vec<Measure>,
}

/// A count of killed and wounded together.
pub const EITHER: &str = "killed or wounded";

impl Default for FigureKinds {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl FigureKinds {
    /// The built-in kinds and those given. The cues of a built-in kind come on top of its usual words.
    pub fn of(kinds: &[FigureKind]) -> Self {
        let file = lexicon::read::<Entry>("casualties.toml", include_str!("casualties.toml"));
        let mut found = Self {
            names: Vec::new(),
            phrases: FxHashMap::default(),
            measures: Vec::new(),
        };
        for entry in &file.entries {
            let of = found.name(&entry.of);
            for word in &entry.words {
                found.add(word, of, entry.shape, entry.sole);
            }
        }
        let built_in = found.names.len();
        for kind in kinds {
            found.user(kind, built_in);
        }
        found
    }

    /// Whether any word of any kind stands among the tokens.
    pub fn may_apply(&self, tokens: &[Token]) -> bool {
        tokens.iter().any(|t| {
            self.phrases.contains_key(&t.stem)
                || self
                    .measures
                    .iter()
                    .any(|m| m.cues.iter().any(|c| c[0] == t.stem))
        })
    }

    fn user(&mut self, kind: &FigureKind, built_in: usize) {
        let own = self.names[..built_in].iter().position(|n| *n == kind.of);
        if let Some(of) = own {
            for cue in &kind.cues {
                self.add(cue, of, Shape::State, false);
            }
            return;
        }
        let cues = kind.cues.iter().chain([&kind.of]);
        let measure = Measure {
            of: kind.of.clone(),
            unit: kind.unit.clone(),
            cues: cues.map(|c| stems(c)).filter(|c| !c.is_empty()).collect(),
        };
        let same = |m: &&mut Measure| m.of == measure.of && m.unit == measure.unit;
        match self.measures.iter_mut().find(same) {
            Some(other) => other.cues.extend(measure.cues),
            None => self.measures.push(measure),
        }
    }

    fn name(&mut self, of: &str) -> usize {
        let known = self.names.iter().position(|n| n == of);
        known.unwrap_or_else(|| {
            self.names.push(of.to_owned());
            self.names.len() - 1
        })
    }

    fn add(&mut self, phrase: &str, of: usize, shape: Shape, sole: bool) {
        let words = stems(phrase);
        if let Some((first, rest)) = words.split_first() {
            let list = self.phrases.entry(*first).or_default();
            list.push(Phrase {
                rest: rest.to_vec(),
                of,
                shape,
                sole,
            });
            list.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
    }

    /// What a kind is called.
    pub(super) fn called(&self, of: usize) -> &str {
        self.names.get(of).map_or("", String::as_str)
    }

    /// The words of the built-in kinds, in order.
    pub(super) fn events(&self, tokens: &[Token]) -> Vec<Event> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.event(tokens, at) {
                Some(event) => {
                    at = event.tokens.end;
                    found.push(event);
                }
                None => at += 1,
            }
        }
        found
    }

    fn event(&self, tokens: &[Token], at: usize) -> Option<Event> {
        if !tokens[at].is_word() {
            return None;
        }
        let list = self.phrases.get(&tokens[at].stem)?;
        let rest = &tokens[at + 1..];
        let fits = |p: &&Phrase| {
            rest.len() >= p.rest.len() && rest.iter().zip(&p.rest).all(|(t, s)| t.stem == *s)
        };
        let first = list.iter().find(fits)?;
        let same = |p: &&Phrase| p.rest == first.rest && p.of == first.of;
        let all = list.iter().filter(same);
        let (mut shapes, mut sole) = (0, false);
        for phrase in all {
            shapes |= 1 << phrase.shape as u8;
            sole |= phrase.sole;
        }
        Some(Event {
            tokens: at..at + 1 + first.rest.len(),
            of: first.of,
            shapes,
            sole,
        })
    }
}

fn stems(phrase: &str) -> Vec<Stem> {
    tokens(phrase, Span::new(0, phrase.len()))
        .iter()
        .filter(|t| t.is_word() || t.kind == crate::text::TokenKind::Number)
        .map(|t| t.stem)
        .collect()
}
