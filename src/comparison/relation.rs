//! How two passages of one topic stand to each other, and why.

use super::question::Question;
use super::{Basis, Between, Days, Kind, Relation, TopicPassage};
use crate::article::Article;

/// The relation of two passages by their positions.
pub(super) fn by_position(
    question: &Question<'_>,
    articles: &[Article],
    passages: &[TopicPassage],
    a: usize,
    b: usize,
) -> Option<Relation> {
    let (x, y) = (&passages[a], &passages[b]);
    let (p, q) = (x.position.as_deref()?, y.position.as_deref()?);
    let kind = if p == q {
        Kind::Agree
    } else if x.neutral || y.neutral || !excludes(question, p, q) {
        return None;
    } else if question.topic.changes && apart(x.when, y.when) {
        Kind::Update
    } else {
        Kind::Conflict
    };
    let name = &question.topic.name;
    let (u, v) = (cue(articles, x), cue(articles, y));
    let why = match kind {
        Kind::Agree => format!("both say “{p}” on {name}: {u} and {v}"),
        Kind::Conflict => format!("“{p}” against “{q}” on {name}: {u} and {v}"),
        Kind::Update => format!("“{p}” and “{q}” on {name}, about different days: {u} and {v}"),
    };
    Some(Relation {
        kind,
        a,
        b,
        basis: Basis::Position,
        between: between(x, y),
        same_wording: false,
        score: score(x) * score(y),
        why,
    })
}

/// Whether two positions cannot both hold: two different answers, or one and its denial. The denials of
/// two answers exclude nothing.
fn excludes(question: &Question<'_>, p: &str, q: &str) -> bool {
    let known = |name: &str| question.positions.iter().any(|a| a.name == name);
    let denies = |not: &str, name: &str| not.strip_prefix("not ") == Some(name);
    match (known(p), known(q)) {
        (true, true) => true,
        (false, false) => false,
        _ => denies(p, q) || denies(q, p),
    }
}

/// Whether two claims speak of days that have none in common.
pub(super) fn apart(a: Option<Days>, b: Option<Days>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.to < b.from || b.to < a.from)
}

/// Who differs: the same speaker, or the outlets' own voices, make it the outlets'; two speakers the
/// parties'.
pub(super) fn between(a: &TopicPassage, b: &TopicPassage) -> Between {
    if a.speaker == b.speaker {
        Between::Sources
    } else {
        Between::Parties
    }
}

fn score(passage: &TopicPassage) -> f32 {
    use super::Certainty;
    match passage.certainty {
        Certainty::Stated | Certainty::Claimed => 1.0,
        Certainty::Reported => 0.9,
        Certainty::Rumoured => 0.7,
        Certainty::Planned | Certainty::Hypothetical => 0.6,
    }
}

/// The words that decide, between quotation marks.
pub(super) fn cue(articles: &[Article], passage: &TopicPassage) -> String {
    let body = articles
        .get(passage.article)
        .map_or("", |a| a.body.as_str());
    let words: Vec<String> = passage
        .cues
        .iter()
        .map(|c| c.of(body).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let denied = if passage.denied { " (denied)" } else { "" };
    format!("“{}”{denied}", words.join(" … "))
}
