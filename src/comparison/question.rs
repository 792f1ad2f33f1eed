//! A topic of the configuration, made ready to be asked of articles: its words compiled once.

use super::open::Open;
use super::words::{all as words_of, is as is_word, list_of};
use crate::analysis::figure::FigureKinds;
use crate::analysis::names::Entities;
use crate::analysis::phrase::{Phrase, PhraseIndex, PhraseWord};
use crate::analysis::stance;
use crate::analysis::thesaurus::{self, GroupId, Needs};
use crate::analysis::words::{self, Class};
use crate::config::{Config, EntityKind, FigureKind, Position, Topic};
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
    /// What must stand beside it, where the thesaurus gave it.
    pub needs: Needs,
    /// The group of the thesaurus that gave it.
    pub group: Option<GroupId>,
    /// An entity that the reader's wording names and this one leaves out: it must be near.
    pub dropped: Option<usize>,
    /// It says no more than that nobody knows.
    pub ignorance: bool,
    /// The reader's wording has more words than this single one: it must be a verb here.
    pub verb: bool,
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
    /// What its cues say is not known: lists of `words.toml`.
    pub focus: Vec<&'static str>,
}

/// What narrows a kind of figure, compiled.
#[derive(Clone, Debug)]
pub struct Narrowed {
    /// Whom to count.
    pub who: PhraseIndex,
    /// Where to count.
    pub places: PhraseIndex,
    /// Sentences with these do not count.
    pub not: PhraseIndex,
}

impl Narrowed {
    fn of(kind: &FigureKind, entities: &Entities) -> Self {
        let index = |names: &[String]| {
            PhraseIndex::of(
                names
                    .iter()
                    .map(|n| Phrase::with_entities(n, entities))
                    .collect(),
            )
        };
        Self {
            who: index(&kind.who),
            places: index(&kind.places),
            not: index(&kind.not),
        }
    }
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
    /// All of the reader's entities that the topic names anywhere.
    pub known: Vec<usize>,
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
    /// The numbers asked for.
    pub kinds: FigureKinds,
    /// Whom and where each kind of `topic.figures` narrows to, in its order.
    pub narrowed: Vec<Narrowed>,
    /// Stems of the words that it is about.
    pub about_stems: Vec<Stem>,
    /// How a topic without answers is compared.
    pub open: Option<Open>,
    /// Stems of what is done, for doers: the topic's words without names.
    pub actions: Vec<Stem>,
}

const NEGATORS: [&str; 9] = [
    "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "without",
];

/// Whether a cue says that something is not known.
fn is_ignorance(cue: &str) -> bool {
    let reading = crate::analysis::reading::Reading::of(cue);
    let all = 0..reading.tokens.len();
    words_of("ignorance").iter().any(|i| {
        Phrase::of(i, true)
            .within(&reading, all.clone(), 2)
            .is_some()
    })
}

/// What the cues of a position ask for: the cause, the time.
fn focus(position: &Position) -> Vec<&'static str> {
    let words = position
        .cues
        .iter()
        .flat_map(|c| tokens(c, Span::new(0, c.len())));
    let mut found: Vec<&'static str> = words.filter_map(|t| list_of(t.stem)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

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
            about: about(topic),
            known: known(topic, entities),
            entities: about_entities,
            persons,
            not: PhraseIndex::of(topic.not.iter().map(|a| Phrase::of(a, true)).collect()),
            positions: Vec::new(),
            cues: PhraseIndex::default(),
            cue: Vec::new(),
            kinds: FigureKinds::of(&topic.figures),
            narrowed: topic
                .figures
                .iter()
                .map(|k| Narrowed::of(k, entities))
                .collect(),
            about_stems: about_stems(topic),
            open: (topic.positions.is_empty() && topic.figures.is_empty()).then(|| Open::of(topic)),
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
        for (n, position) in self.topic.positions.iter().enumerate() {
            let ignorant = position.neutral
                && !position.exact
                && position.cues.iter().any(|c| is_ignorance(c));
            if ignorant {
                for cue in words_of("ignorance") {
                    cues.push(n, Phrase::of(cue, true), Wording::IGNORANCE);
                }
            }
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
        for cue in words_of("unconfirmed") {
            cues.push(n, Phrase::of(cue, false), Wording::OWN);
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
        focus: focus(position),
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
        let plain = Wording::OWN;
        self.push(position, own.clone(), plain);
        if let Some(turned) = own.turned() {
            self.push(position, turned, plain);
        }
        if !widen {
            return;
        }
        self.widen(position, &own, plain);
        for (phrase, dropped) in lessened(&own, about) {
            let wording = Wording {
                strength: Strength::Widened,
                dropped,
                ..plain
            };
            self.widen(position, &phrase, wording);
            self.push(position, phrase, wording);
        }
    }

    /// Adds what the thesaurus makes of a phrase.
    fn widen(&mut self, position: usize, phrase: &Phrase, wording: Wording) {
        let stems: Vec<Stem> = phrase
            .words
            .iter()
            .map(|w| w.names().map_or(w.stem, standing_for))
            .collect();
        for variant in thesaurus::variants(&stems) {
            let mut other = Phrase::of_stems(&variant.stems);
            for (word, &stem) in other.words.iter_mut().zip(&variant.stems) {
                let entity = phrase.words.iter().filter_map(PhraseWord::names);
                for entity in entity.filter(|&e| standing_for(e) == stem) {
                    *word = PhraseWord::entity(entity);
                }
            }
            let wording = Wording {
                strength: Strength::Widened,
                needs: variant.needs,
                group: Some(variant.group),
                verb: other.words.len() == 1 && phrase.words.len() > 1,
                ..wording
            };
            if let Some(turned) = other.turned() {
                self.push(position, turned, wording);
            }
            self.push(position, other, wording);
        }
    }

    fn push(&mut self, position: usize, mut phrase: Phrase, wording: Wording) {
        let negators = phrase.negators();
        for word in &mut phrase.words {
            if is_negator(word.stem) {
                word.others = negator_stems();
            } else if stems(&ABOUT).contains(&word.stem) {
                word.others = stems(&ABOUT);
            }
        }
        let words = phrase.words.len();
        self.phrases.push(phrase);
        self.cues.push(Cue {
            position,
            negators,
            words,
            strength: wording.strength,
            needs: wording.needs,
            group: wording.group,
            dropped: wording.dropped,
            verb: wording.verb,
            ignorance: wording.ignorance,
        });
    }
}

/// Where a cue's wording comes from.
#[derive(Clone, Copy)]
struct Wording {
    strength: Strength,
    needs: Needs,
    group: Option<GroupId>,
    dropped: Option<usize>,
    verb: bool,
    ignorance: bool,
}

impl Wording {
    /// Another way of saying that nobody knows.
    const IGNORANCE: Self = Self {
        strength: Strength::Widened,
        ignorance: true,
        ..Self::OWN
    };
    /// The reader's own.
    const OWN: Self = Self {
        strength: Strength::Own,
        needs: Needs::Nothing,
        group: None,
        dropped: None,
        verb: false,
        ignorance: false,
    };
}

/// A stem that no word has, in an entity's place.
const fn standing_for(entity: usize) -> Stem {
    Stem(u64::MAX - entity as u64)
}

/// A date in a cue in both orders and without its preposition: "by December 31" as "31 December".
fn date(own: &Phrase) -> Vec<Phrase> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_month = |w: &PhraseWord| MONTHS.iter().any(|m| Stem::of(m) == w.stem);
    let Some(at) = own.words.iter().position(is_month) else {
        return Vec::new();
    };
    let digits = |w: &PhraseWord| (1..32).any(|d| Stem::of(&d.to_string()) == w.stem);
    let day = [at.wrapping_sub(1), at + 1]
        .into_iter()
        .find_map(|d| own.words.get(d).filter(|w| digits(w)));
    let Some(day) = day else { return Vec::new() };
    let month = &own.words[at];
    [[month, day], [day, month]]
        .into_iter()
        .map(|words| Phrase {
            words: words.into_iter().cloned().collect(),
            turned: false,
        })
        .collect()
}

/// The halves of a cue with "and" or "or", the cue without its modal ("will continue"), and without what the topic is about anyway ("X fell"),
/// with the entity that is left out.
fn lessened(own: &Phrase, about: &[usize]) -> Vec<(Phrase, Option<usize>)> {
    let without = |drop: &dyn Fn(&PhraseWord) -> bool| {
        let words: Vec<PhraseWord> = own.words.iter().filter(|w| !drop(w)).cloned().collect();
        (!words.is_empty() && words.len() < own.words.len()).then_some(Phrase {
            words,
            turned: false,
        })
    };
    let dated = date(own);
    let is_light = own.words.first().is_some_and(|w| is_word("light", w.stem));
    let light = is_light
        .then(|| without(&|w| Some(w) == own.words.first()))
        .flatten()
        .filter(|p| p.words.len() == 1);
    let joint = own
        .words
        .iter()
        .position(|w| ["and", "or"].iter().any(|j| Stem::of(j) == w.stem));
    let named_half = own.words.iter().any(PhraseWord::is_name);
    let halves = joint
        .filter(|_| !named_half)
        .into_iter()
        .flat_map(|at| [&own.words[..at], &own.words[at + 1..]]);
    let halves = halves.filter(|h| !h.is_empty()).map(|h| Phrase {
        words: h.to_vec(),
        turned: false,
    });
    let modal = without(&|w| {
        ["will", "would", "shall"]
            .iter()
            .any(|m| Stem::of(m) == w.stem)
    });
    let entity = own
        .words
        .iter()
        .filter_map(PhraseWord::names)
        .find(|e| about.contains(e));
    let named = entity.and_then(|_| without(&|w| w.names() == entity));
    let named = named.filter(|p| p.words.iter().all(|w| w.names().is_none()));
    halves
        .chain(modal)
        .chain(light)
        .chain(dated)
        .map(|p| (p, None))
        .chain(named.map(|p| (p, entity)))
        .collect()
}

/// Prepositions that say what something is about: one does for another.
const ABOUT: [&str; 5] = ["of", "on", "about", "over", "regarding"];

fn stems(words: &[&str]) -> Vec<Stem> {
    let mut stems: Vec<Stem> = words.iter().map(|w| Stem::of(w)).collect();
    stems.sort_unstable();
    stems
}

fn negator_stems() -> Vec<Stem> {
    stems(&NEGATORS)
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

/// Every entity that a topic names: what it is about, doers, places, cues.
fn known(topic: &Topic, entities: &Entities) -> Vec<usize> {
    let positions = topic
        .positions
        .iter()
        .flat_map(|p| p.cues.iter().chain(&p.places).chain(&p.by));
    let mut found: Vec<usize> = topic
        .about
        .iter()
        .chain(positions)
        .flat_map(|written| Phrase::with_entities(written, entities).words)
        .filter_map(|w| w.names())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What a topic is about, with what the thesaurus knows to mean the same.
fn about(topic: &Topic) -> PhraseIndex {
    let own: Vec<Phrase> = topic.about.iter().map(|a| Phrase::of(a, true)).collect();
    let wider: Vec<Phrase> = own
        .iter()
        .filter(|p| p.words.iter().all(|w| !w.is_name()))
        .flat_map(|p| {
            let stems: Vec<Stem> = p.words.iter().map(|w| w.stem).collect();
            thesaurus::synonyms(&stems)
        })
        .filter(|stems| stems.len() == 1)
        .map(|stems| Phrase::of_stems(&stems))
        .collect();
    PhraseIndex::of(own.into_iter().chain(wider).collect())
}

fn about_stems(topic: &Topic) -> Vec<Stem> {
    topic
        .about
        .iter()
        .flat_map(|a| tokens(a, Span::new(0, a.len())))
        .map(|t| t.stem)
        .collect()
}

/// What is done, for a topic that asks who did it: words of `about` and of the cues that the thesaurus
/// knows as deeds or that have a verb's form, without names and reporting words.
fn actions(topic: &Topic) -> Vec<Stem> {
    let cues = topic
        .positions
        .iter()
        .filter(|p| !p.neutral)
        .flat_map(|p| &p.cues);
    let mut found: Vec<Stem> = Vec::new();
    for written in topic.about.iter().chain(cues) {
        for token in tokens(written, Span::new(0, written.len())) {
            let text = token.text(written);
            let deed = text.ends_with("ed")
                || text.ends_with("ing")
                || !thesaurus::groups(token.stem).is_empty();
            let said = stance::verb(&token).is_some() || stance::noun(&token).is_some();
            if token.is_word()
                && !token.capital
                && words::class(&token) == Class::default()
                && deed
                && !said
            {
                found.push(token.stem);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
