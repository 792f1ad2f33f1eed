//! Relations about the same thing, put together and ordered by how much they matter.

use super::{Between, Finding, Kind, Relation, TopicPassage};
use crate::article::Article;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of a topic, strongest first: outlets' own conflicts, parties' disputes, updates,
/// agreements; among equals those of more outlets.
pub(super) fn findings(
    articles: &[Article],
    passages: &[TopicPassage],
    relations: &[Relation],
) -> Vec<Finding> {
    let mut groups: BTreeMap<(Kind, Between, String), Vec<&Relation>> = BTreeMap::new();
    for relation in relations {
        let title = title(&passages[relation.a], &passages[relation.b], relation.kind);
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
            finding(articles, passages, kind, between, title, &own)
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

const fn rank(finding: &Finding) -> u8 {
    match (finding.kind, finding.between) {
        (Kind::Conflict, Between::Sources) => 0,
        (Kind::Conflict, Between::Parties) => 1,
        (Kind::Update, _) => 2,
        (Kind::Agree, _) => 3,
    }
}

fn title(a: &TopicPassage, b: &TopicPassage, kind: Kind) -> String {
    let name = |p: &TopicPassage| p.position.clone().unwrap_or_default();
    let (x, y) = (name(a), name(b));
    match kind {
        Kind::Agree => x,
        _ if x <= y => format!("{x} against {y}"),
        _ => format!("{y} against {x}"),
    }
}

fn finding(
    articles: &[Article],
    passages: &[TopicPassage],
    kind: Kind,
    between: Between,
    title: String,
    relations: &[&Relation],
) -> Finding {
    let members: BTreeSet<usize> = relations.iter().flat_map(|r| [r.a, r.b]).collect();
    let outlets: BTreeSet<&str> = members
        .iter()
        .map(|&p| articles[passages[p].article].source.as_str())
        .collect();
    let speakers: BTreeSet<Option<&str>> = members
        .iter()
        .map(|&p| passages[p].speaker.as_deref())
        .collect();
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
            "{} {who}: {}",
            count(outlets.len(), "outlet", "outlets"),
            relations.first().map_or("", |r| r.why.as_str())
        ),
        title,
        outlets: outlets.len(),
        speakers: speakers.len(),
        origins: members.len(),
        between,
        passages: members.into_iter().collect(),
    }
}
