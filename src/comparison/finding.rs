//! Relations about the same thing, put together and ordered by how much they matter.

use super::origin::OriginId;
use super::{Basis, Between, Finding, Kind, Relation, TopicPassage};
use crate::article::Article;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of a topic, strongest first: outlets' own conflicts, parties' disputes, updates,
/// agreements; among equals those of more outlets.
pub(super) fn findings(
    articles: &[Article],
    passages: &[TopicPassage],
    relations: &[Relation],
    origins: &[OriginId],
) -> Vec<Finding> {
    let mut groups: BTreeMap<(Kind, Between, String), Vec<&Relation>> = BTreeMap::new();
    for relation in relations {
        let title = title(
            &passages[relation.a],
            &passages[relation.b],
            relation.kind,
            relation.basis,
        );
        // Who agrees does not matter for an agreement; who differs does.
        let between = if relation.kind == Kind::Agree {
            Between::Sources
        } else {
            relation.between
        };
        groups
            .entry((relation.kind, between, title))
            .or_default()
            .push(relation);
    }
    let mut found: Vec<Finding> = groups
        .into_iter()
        .map(|((kind, between, title), own)| {
            Group {
                kind,
                between,
                title,
                relations: own,
            }
            .finding(articles, passages, origins)
        })
        .collect();
    found.sort_by(|a, b| {
        (
            rank(a),
            std::cmp::Reverse(a.outlets),
            std::cmp::Reverse(a.passages.len()),
            &a.title,
        )
            .cmp(&(
                rank(b),
                std::cmp::Reverse(b.outlets),
                std::cmp::Reverse(b.passages.len()),
                &b.title,
            ))
    });
    found
}

/// What comes first: outlets' own conflicts, parties' disputes, updates, agreements.
pub(super) const fn rank(finding: &Finding) -> u8 {
    match (finding.kind, finding.between) {
        (Kind::Conflict, Between::Sources) => 0,
        (Kind::Conflict, Between::Parties) => 1,
        (Kind::Update, _) => 2,
        (Kind::Agree, _) => 3,
    }
}

/// What two passages count: "killed, in Andarab"; empty where they count nothing.
fn figure_title(a: &TopicPassage, b: &TopicPassage) -> String {
    let shared = a
        .figures
        .iter()
        .find(|f| b.figures.iter().any(|g| g.of == f.of && g.unit == f.unit));
    shared.map_or_else(String::new, |f| {
        let who = f
            .who
            .as_deref()
            .map(|w| format!(" ({w})"))
            .unwrap_or_default();
        let place = f
            .place
            .as_deref()
            .map(|p| format!(", {p}"))
            .unwrap_or_default();
        format!("{}{who}{place}", f.of)
    })
}

fn title(a: &TopicPassage, b: &TopicPassage, kind: Kind, basis: Basis) -> String {
    if basis != Basis::Position {
        return figure_title(a, b);
    }
    let name = |p: &TopicPassage| p.position.clone().unwrap_or_default();
    let (x, y) = (name(a), name(b));
    match kind {
        Kind::Agree => x,
        _ if x <= y => format!("{x} against {y}"),
        _ => format!("{y} against {x}"),
    }
}

/// Relations of one kind about one thing.
struct Group<'r> {
    kind: Kind,
    between: Between,
    title: String,
    relations: Vec<&'r Relation>,
}

impl Group<'_> {
    fn finding(
        self,
        articles: &[Article],
        passages: &[TopicPassage],
        origins: &[OriginId],
    ) -> Finding {
        let Self {
            kind,
            between,
            title,
            relations,
        } = self;
        let members: BTreeSet<usize> = relations.iter().flat_map(|r| [r.a, r.b]).collect();
        let outlets: BTreeSet<&str> = members
            .iter()
            .map(|&p| articles[passages[p].article].source.as_str())
            .collect();
        let speakers: BTreeSet<Option<&str>> = members
            .iter()
            .map(|&p| passages[p].speaker.as_deref())
            .collect();
        let texts = independent(articles, passages, origins, &members);
        let count = |n: usize, one: &str, many: &str| {
            if n == 1 {
                format!("1 {one}")
            } else {
                format!("{n} {many}")
            }
        };
        let who = match (kind, between) {
            (Kind::Agree, _) => "say the same",
            (_, Between::Sources) => "differ in their own voice or on what one speaker said",
            (_, Between::Parties) => "quote parties who differ",
        };
        Finding {
            kind,
            why: format!(
                "{}, {} {who}: {}",
                count(outlets.len(), "outlet", "outlets"),
                count(texts, "origin", "origins"),
                relations.first().map_or("", |r| r.why.as_str())
            ),
            title,
            outlets: outlets.len(),
            speakers: speakers.len(),
            origins: texts,
            between,
            passages: members.into_iter().collect(),
        }
    }
}

/// How many outlets tell it independently: outlets with one text behind passages of theirs are one.
fn independent(
    articles: &[Article],
    passages: &[TopicPassage],
    origins: &[OriginId],
    members: &BTreeSet<usize>,
) -> usize {
    let outlet = |p: usize| articles[passages[p].article].source.as_str();
    let mut outlets: Vec<&str> = members.iter().map(|&p| outlet(p)).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let place = |p: usize| outlets.partition_point(|o| *o < outlet(p));
    let mut set: Vec<usize> = (0..outlets.len()).collect();
    let mut first: BTreeMap<OriginId, usize> = BTreeMap::new();
    for &p in members {
        let own = place(p);
        let other = *first.entry(origins[p]).or_insert(own);
        let (from, to) = (set[own], set[other]);
        for s in &mut set {
            if *s == from {
                *s = to;
            }
        }
    }
    let distinct: BTreeSet<usize> = set.into_iter().collect();
    distinct.len()
}
