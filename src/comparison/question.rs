//! A topic of the configuration, made ready to be asked of articles: its words compiled once.

use crate::analysis::names::Entities;
use crate::analysis::phrase::{Phrase, PhraseIndex, PhraseWord};
use crate::analysis::words::{self, Class};
use crate::config::{Config, EntityKind, Position, Topic};
use crate::text::{Span, Stem, tokens};

/// How close a cue's wording is to what the reader wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// From the thesaurus.
    Widened,
    /// The reader's own words.
    Own,
}

/// What a cue gives away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Place in [`Question::positions`].
    pub position: usize,
    /// How many of its words are negators: it is meant as it stands.
    pub negators: usize,
    /// Whose wording it is.
    pub strength: Strength,
    /// How many words it has.
    pub words: usize,
}

/// A position, compiled.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its name.
    pub name: String,
    /// It conflicts with nothing.
    pub neutral: bool,
    /// Places that give it, as phrases of `place_index`.
    pub places: PhraseIndex,
    /// Doers that give it.
    pub doers: PhraseIndex,
    /// The reader's entities among the doers.
    pub doer_entities: Vec<usize>,
}

/// A topic, compiled.
#[derive(Clone, Debug)]
pub struct Question<'c> {
    /// As written.
    pub topic: &'c Topic,
    /// Words and phrases that it is about.
    pub about: PhraseIndex,
    /// The reader's entities that it is about.
    pub entities: Vec<usize>,
    /// Everything that it is about is a person: then a cue must be that person's.
    pub persons: bool,
    /// Words that take a passage off the topic.
    pub not: PhraseIndex,
    /// The answers; the built-in `unconfirmed` is the last.
    pub positions: Vec<Answer>,
    /// All cues.
    pub cues: PhraseIndex,
    /// What each phrase of `cues` gives away.
    pub cue: Vec<Cue>,
    /// Stems of what is done, for doers: the topic's words without names.
    pub actions: Vec<Stem>,
}

const NEGATORS: [&str; 9] = [
    "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "without",
];

/// What every topic takes for "it could not be confirmed".
const UNCONFIRMED: [&str; 10] = [
    "could not be independently verified",
    "could not be confirmed",
    "could not be verified",
    "no independent confirmation",
    "not possible to get independent confirmation",
    "unable to confirm",
    "unable to verify",
    "remain unconfirmed",
    "has not been confirmed",
    "no way to verify",
];

/// The position that every topic has.
pub const UNCONFIRMED_NAME: &str = "unconfirmed";

impl<'c> Question<'c> {
    /// Compiles a topic.
    pub fn of(topic: &'c Topic, config: &Config, entities: &Entities) -> Self {
        let about_entities: Vec<usize> = topic
            .about
            .iter()
            .filter_map(|a| entities.named(a))
            .collect();
        let persons = !about_entities.is_empty()
            && about_entities.len() == topic.about.len()
            && about_entities
                .iter()
                .all(|&e| config.entities[e].kind == Some(EntityKind::Person));
        let mut question = Self {
            topic,
            about: PhraseIndex::of(topic.about.iter().map(|a| Phrase::of(a, true)).collect()),
            entities: about_entities,
            persons,
            not: PhraseIndex::of(topic.not.iter().map(|a| Phrase::of(a, true)).collect()),
            positions: Vec::new(),
            cues: PhraseIndex::default(),
            cue: Vec::new(),
            actions: actions(topic),
        };
        question.add_positions(entities);
        question
    }

    fn add_positions(&mut self, entities: &Entities) {
        let mut cues = Cues::default();
        for position in &self.topic.positions {
            let n = self.positions.len();
            self.positions.push(answer(position, entities));
            for cue in &position.cues {
                let phrase = Phrase::with_entities(cue, entities);
                cues.add(n, phrase, &self.entities, !position.exact);
            }
        }
        if self.positions.is_empty() {
            return;
        }
        let known = self
            .positions
            .iter()
            .position(|p| p.name == UNCONFIRMED_NAME);
        let n = known.unwrap_or(self.positions.len());
        if known.is_none() {
            self.positions.push(answer(
                &Position {
                    name: UNCONFIRMED_NAME.to_owned(),
                    ..Position::default()
                },
                entities,
            ));
        }
        for cue in UNCONFIRMED {
            cues.push(n, Phrase::of(cue, false), Strength::Own);
        }
        self.cues = PhraseIndex::of(cues.phrases);
        self.cue = cues.cues;
    }

    /// The position that the denial of `position` takes: the other of two, or `None` for `not NAME`.
    pub fn opposite(&self, position: usize) -> Option<usize> {
        let decided: Vec<usize> = (0..self.positions.len())
            .filter(|&p| !self.positions[p].neutral)
            .collect();
        match decided[..] {
            [a, b] if self.topic.opposites => Some(if position == a { b } else { a }),
            _ => None,
        }
    }

    /// Whether it has answers or numbers to look for.
    pub fn is_open(&self) -> bool {
        self.topic.positions.is_empty() && self.topic.figures.is_empty()
    }
}

fn answer(position: &Position, entities: &Entities) -> Answer {
    let index =
        |names: &[String]| PhraseIndex::of(names.iter().map(|n| Phrase::of(n, true)).collect());
    Answer {
        name: position.name.clone(),
        neutral: position.neutral || position.name == UNCONFIRMED_NAME,
        places: index(&position.places),
        doers: index(&position.by),
        doer_entities: position
            .by
            .iter()
            .filter_map(|n| entities.named(n))
            .collect(),
    }
}

/// The cues of a question, as they are collected.
#[derive(Default)]
struct Cues {
    phrases: Vec<Phrase>,
    cues: Vec<Cue>,
}

impl Cues {
    /// Adds a cue as written, turned round, and, where `widen`, in other words.
    fn add(&mut self, position: usize, own: Phrase, about: &[usize], widen: bool) {
        self.push(position, own.clone(), Strength::Own);
        if let Some(turned) = own.turned() {
            self.push(position, turned, Strength::Own);
        }
        if !widen {
            return;
        }
        for less in lessened(&own, about) {
            self.push(position, less, Strength::Widened);
        }
        let stems: Vec<Stem> = own.words.iter().map(|w| w.stem).collect();
        for variant in widened(&stems) {
            self.push(position, Phrase::of_stems(&variant), Strength::Widened);
        }
    }

    fn push(&mut self, position: usize, mut phrase: Phrase, strength: Strength) {
        let negators = phrase.negators();
        for word in &mut phrase.words {
            if is_negator(word.stem) {
                word.others = negator_stems();
            }
        }
        let words = phrase.words.len();
        self.phrases.push(phrase);
        self.cues.push(Cue {
            position,
            negators,
            strength,
            words,
        });
    }
}

/// The cue without its modal ("will continue"), and without what the topic is about anyway ("X fell").
fn lessened(own: &Phrase, about: &[usize]) -> Vec<Phrase> {
    let without = |drop: &dyn Fn(&PhraseWord) -> bool| {
        let words: Vec<PhraseWord> = own.words.iter().filter(|w| !drop(w)).cloned().collect();
        (!words.is_empty() && words.len() < own.words.len()).then_some(Phrase {
            words,
            turned: false,
        })
    };
    let modal = without(&|w| {
        ["will", "would", "shall"]
            .iter()
            .any(|m| Stem::of(m) == w.stem)
    });
    let named = without(&|w| w.names().is_some_and(|e| about.contains(&e)));
    let named = named.filter(|p| p.words.iter().all(|w| w.names().is_none()));
    modal.into_iter().chain(named).collect()
}

fn widened(_stems: &[Stem]) -> Vec<Vec<Stem>> {
    Vec::new()
}

fn negator_stems() -> Vec<Stem> {
    let mut stems: Vec<Stem> = NEGATORS.iter().map(|w| Stem::of(w)).collect();
    stems.sort_unstable();
    stems
}

fn is_negator(stem: Stem) -> bool {
    NEGATORS.iter().any(|w| Stem::of(w) == stem)
}

impl Phrase {
    /// How many of its words are negators.
    pub fn negators(&self) -> usize {
        self.words
            .iter()
            .filter(|w: &&PhraseWord| is_negator(w.stem))
            .count()
    }
}

/// What is done, for a topic that asks who did it: words of `about` and of the cues that are no names,
/// no small words and no negators.
fn actions(topic: &Topic) -> Vec<Stem> {
    let skip = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::AUXILIARY)
        .or(Class::MODAL)
        .or(Class::NEGATOR)
        .or(Class::ADVERB);
    let cues = topic.positions.iter().flat_map(|p| &p.cues);
    let mut found: Vec<Stem> = Vec::new();
    for written in topic.about.iter().chain(cues) {
        for token in tokens(written, Span::new(0, written.len())) {
            if token.is_word() && !token.capital && !words::class(&token).is(skip) {
                found.push(token.stem);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
