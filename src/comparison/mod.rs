//! Many articles become findings: where they agree, where they conflict, where they are silent.
//!
//! What stands here are the results, which reports, pages and the reader show. They hold no text:
//! a passage is a span of an article's body.

mod alignment;
mod claim_finding;
pub mod content;
mod figure;
mod finding;
pub mod open;
mod opposition;
pub mod origin;
mod asked;
mod doer;
mod position;
mod sign;
mod question;
mod relation;
mod stand;
mod topic;
pub mod words;

use crate::analysis::names::Entities;
pub use crate::analysis::{Certainty, Days, Figure};
use crate::article::Article;
use crate::config::{Config, Topic};
use crate::text::Span;
use question::Question;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use topic::Answer;

/// A passage on a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicPassage {
    /// Place of the article in the collection.
    pub article: usize,
    /// The clause that carries the claim, bytes of the body.
    pub span: Span,
    /// The words that decide: a cue, a place, a doer, a number; bytes of the body, inside `span`.
    pub cues: Vec<Span>,
    /// The position it takes: a position's name, `not NAME`, `unconfirmed`, or none.
    pub position: Option<String>,
    /// Whether that position conflicts with nothing.
    pub neutral: bool,
    /// The words say that it is not so.
    pub denied: bool,
    /// Whom the article says it from; `None` is the outlet itself.
    pub speaker: Option<String>,
    /// On whose behalf the speaker speaks.
    pub side: Option<String>,
    /// How sure the words are.
    pub certainty: Certainty,
    /// The numbers in it that the topic asks for.
    pub figures: Vec<Figure>,
    /// The days it speaks of.
    pub when: Option<Days>,
    /// Why it takes no position and is compared with nothing, in a sentence.
    pub abstains: Option<String>,
}

/// How two passages stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// They say different things.
    Conflict,
    /// The later one says a new state.
    Update,
    /// They say the same.
    Agree,
}

/// What a relation rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The same words.
    Wording,
    /// Positions of the topic.
    Position,
    /// Figures.
    Figure,
    /// Places.
    Place,
    /// People.
    Person,
    /// Times.
    Time,
    /// What the sentences claim.
    Claim,
}

/// Who differs or agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Between {
    /// The outlets themselves, or one speaker quoted differently.
    Sources,
    /// Different speakers whom the outlets quote.
    Parties,
}

/// Two passages that agree or conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Agreement, conflict or update.
    pub kind: Kind,
    /// Place of the first passage in [`TopicComparison::passages`]; `a < b`.
    pub a: usize,
    /// Place of the second.
    pub b: usize,
    /// What it rests on.
    pub basis: Basis,
    /// Who differs or agrees.
    pub between: Between,
    /// One text behind both: a shared wire or a copy.
    pub same_wording: bool,
    /// 0 to 1: how strong it is.
    pub score: f32,
    /// Why, in a sentence.
    pub why: String,
}

/// Relations about the same thing, put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Agreement, conflict or update.
    pub kind: Kind,
    /// What it is about, in a few words.
    pub title: String,
    /// Places in [`TopicComparison::passages`], sorted.
    pub passages: Vec<usize>,
    /// How many outlets take part.
    pub outlets: usize,
    /// How many different speakers, the outlets' own voice included.
    pub speakers: usize,
    /// How many independent texts: passages with the same wording are one.
    pub origins: usize,
    /// Who differs or agrees.
    pub between: Between,
    /// Why, in a sentence.
    pub why: String,
}

/// What a source says on a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// The position, or a figure in words ("killed: more than 350").
    pub position: String,
    /// Who says it; `None` is the outlet itself.
    pub speaker: Option<String>,
    /// A passage that says so, place in [`TopicComparison::passages`].
    pub passage: usize,
}

/// Why a source has no stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Silence {
    /// It never mentions the topic.
    Topic,
    /// It mentions it and does not answer.
    Point,
    /// It was published before there was an answer.
    Earlier,
}

/// A source on a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceStand {
    /// Place of the article in the collection.
    pub article: usize,
    /// What it says, in the order of the text, each position and speaker once.
    pub stands: Vec<Stand>,
    /// Why it says nothing.
    pub silence: Option<Silence>,
}

/// Everything about one topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicComparison {
    /// The topic's name.
    pub name: String,
    /// Sorted by article, then by place in the text.
    pub passages: Vec<TopicPassage>,
    /// Sorted by `a`, then `b`, then kind.
    pub relations: Vec<Relation>,
    /// Strongest first: outlets' own conflicts, parties' disputes, updates, agreements.
    pub findings: Vec<Finding>,
    /// One for each article, in the collection's order.
    pub sources: Vec<SourceStand>,
}

/// A comparison of all topics.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// In the configuration's order.
    pub topics: Vec<TopicComparison>,
}

/// The topic over everything, where a configuration has none.
pub const ALL_CLAIMS: &str = "All claims";

/// Compares articles on every topic of a configuration. Without topics there is one, [`ALL_CLAIMS`].
///
/// Every article is read once, on all cores, and what it says on each topic is kept; the result does
/// not depend on the order in which that happens.
pub fn compare(articles: &[Article], config: &Config) -> Comparison {
    compare_counting(articles, config, &AtomicUsize::new(0))
}

/// As [`compare`], counting in `done` the articles that were read, for whoever shows how far it is.
pub fn compare_counting(articles: &[Article], config: &Config, done: &AtomicUsize) -> Comparison {
    let named = [Topic::named(ALL_CLAIMS)];
    let topics = if config.topics.is_empty() {
        &named[..]
    } else {
        &config.topics
    };
    let entities = Entities::of(&config.entities);
    let questions: Vec<Question<'_>> = topics
        .iter()
        .map(|t| Question::of(t, config, &entities))
        .collect();
    let mut answers: Vec<Vec<Answer>> = articles
        .par_iter()
        .enumerate()
        .map(|(n, article)| {
            let answers = topic::ask(article, n, &questions, &entities);
            done.fetch_add(1, Ordering::Relaxed);
            answers
        })
        .collect();
    let topics = questions.iter().enumerate().map(|(n, question)| {
        let own = answers
            .iter_mut()
            .map(|a| std::mem::take(&mut a[n]))
            .collect();
        topic::compare(question, articles, own)
    });
    Comparison {
        topics: topics.collect(),
    }
}
