//! Findings of topics without answers: passages that say the same, directly or through others, are one
//! agreement; two such groups that differ are one conflict.

use super::finding::rank;
use super::origin::{OriginId, Sets};
use super::{Between, Finding, Kind, Relation, TopicPassage, open};
use crate::article::Article;
use std::collections::{BTreeMap, BTreeSet};

/// What a finding is told apart by: its kind and the groups that take part.
type Key = (Kind, usize, usize);

/// The findings of passages with their origins, conflicts first, those between the outlets before those between parties, those of
/// more outlets before others.
pub(super) fn findings(
    articles: &[Article],
    passages: &[TopicPassage],
    relations: &[Relation],
    texts: &[OriginId],
) -> Vec<Finding> {
    let mut groups = Sets::of(passages.len());
    for relation in relations.iter().filter(|r| r.kind == Kind::Agree) {
        groups.join(relation.a, relation.b);
    }
    let mut kept: BTreeMap<Key, Vec<&Relation>> = BTreeMap::new();
    for relation in relations {
        let (a, b) = (groups.root(relation.a), groups.root(relation.b));
        let key = (relation.kind, a.min(b), a.max(b));
        kept.entry(key).or_default().push(relation);
    }
    let mut found: Vec<Finding> = kept
        .values()
        .map(|own| finding(articles, passages, texts, own))
        .collect();
    // Stable: among equals the order of the texts stays.
    found.sort_by_key(|f| (rank(f), std::cmp::Reverse((f.outlets, f.passages.len()))));
    found
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<BTreeSet<T>>().len()
}

/// One finding of relations of one kind between the same groups; there is at least one.
fn finding(
    articles: &[Article],
    passages: &[TopicPassage],
    texts: &[OriginId],
    relations: &[&Relation],
) -> Finding {
    let members: BTreeSet<usize> = relations.iter().flat_map(|r| [r.a, r.b]).collect();
    let each = || members.iter().map(|&m| &passages[m]);
    let strongest = relations
        .iter()
        .reduce(|best, r| if r.score > best.score { r } else { best });
    let sources = relations.iter().any(|r| r.between == Between::Sources);
    let outlets = distinct(each().map(|p| articles[p.article].source.as_str()));
    let kind = strongest.map_or(Kind::Agree, |r| r.kind);
    let why = strongest.map_or("", |r| r.why.as_str());
    Finding {
        kind,
        title: strongest.map_or_else(String::new, |r| {
            open::shared_words(articles, &passages[r.a], &passages[r.b]).join(", ")
        }),
        outlets,
        speakers: distinct(each().map(|p| p.speaker.as_deref())),
        origins: distinct(members.iter().map(|&m| texts[m])),
        between: if sources {
            Between::Sources
        } else {
            Between::Parties
        },
        why: format!(
            "{outlets} outlets {}: {why}",
            if kind == Kind::Agree {
                "say the same"
            } else {
                "differ"
            }
        ),
        passages: members.into_iter().collect(),
    }
}
