//! Which stretches of the articles a topic marks, and how they stand to each other.

use super::line::Signs;
use crate::comparison::{Kind, TopicComparison};
use crate::text::Span;

/// A passage as it is marked in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the body.
    pub span: Span,
    /// Place in the topic's passages.
    pub passage: usize,
    /// How it stands to others.
    pub signs: Signs,
}

/// A relation as one of its passages sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Place in the topic's relations.
    pub relation: usize,
    /// The passage at the other end.
    pub other: usize,
    /// What it is.
    pub kind: Kind,
}

/// The marks of one article, by their place in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleMarks {
    /// Sorted by start.
    pub marks: Vec<Mark>,
    /// For each mark, the furthest end of it and those before it.
    reach: Vec<usize>,
}

impl ArticleMarks {
    fn push(&mut self, mark: Mark) {
        let before = self.reach.last().copied().unwrap_or(0);
        self.reach.push(before.max(mark.span.end));
        self.marks.push(mark);
    }

    /// The marks that share a byte with a span, last first.
    pub fn touching(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let past = self.marks.partition_point(|m| m.span.start < span.end);
        (0..past)
            .rev()
            .take_while(move |&i| self.reach[i] > span.start)
            .map(|i| &self.marks[i])
            .filter(move |m| m.span.end > span.start)
    }
}

/// Everything that a topic marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicMarks {
    /// One for each article.
    pub articles: Vec<ArticleMarks>,
    /// For each passage, its relations, those that tell the most first.
    pub links: Vec<Vec<Link>>,
    /// For each passage, its signs.
    pub signs: Vec<Signs>,
}

impl TopicMarks {
    /// The marks of a topic in so many articles.
    pub fn new(topic: &TopicComparison, articles: usize) -> Self {
        let links = links(topic);
        let signs: Vec<Signs> = links.iter().map(|l| signs_of(l)).collect();
        let mut marked = vec![ArticleMarks::default(); articles];
        for (passage, p) in topic.passages.iter().enumerate() {
            if let Some(article) = marked.get_mut(p.article) {
                let (span, signs) = (p.span, signs[passage]);
                article.push(Mark {
                    span,
                    passage,
                    signs,
                });
            }
        }
        Self {
            articles: marked,
            links,
            signs,
        }
    }
}

fn links(topic: &TopicComparison) -> Vec<Vec<Link>> {
    let mut links = vec![Vec::new(); topic.passages.len()];
    for (relation, r) in topic.relations.iter().enumerate() {
        for (one, other) in [(r.a, r.b), (r.b, r.a)] {
            if let Some(of_one) = links.get_mut(one) {
                let kind = r.kind;
                of_one.push(Link {
                    relation,
                    other,
                    kind,
                });
            }
        }
    }
    for (own, of_one) in links.iter_mut().enumerate() {
        strongest_first(topic, own, of_one);
    }
    links
}

/// Conflicts, then updates, then agreements, each with the strongest counterpart of every outlet
/// before anybody's second, so that the first few tell the most. The article's own passages come last.
fn strongest_first(topic: &TopicComparison, own: usize, links: &mut [Link]) {
    let article = |l: &Link| topic.passages.get(l.other).map(|p| p.article);
    let score = |l: &Link| topic.relations.get(l.relation).map_or(0.0, |r| r.score);
    links.sort_by(|a, b| {
        let by_score = score(b).total_cmp(&score(a));
        (a.kind, article(a))
            .cmp(&(b.kind, article(b)))
            .then(by_score)
            .then(a.other.cmp(&b.other))
    });
    let home = topic.passages.get(own).map(|p| p.article);
    let mut ranked: Vec<(bool, usize, Link)> = Vec::with_capacity(links.len());
    for link in links.iter() {
        let rank = ranked
            .last()
            .filter(|(_, _, l)| (l.kind, article(l)) == (link.kind, article(link)))
            .map_or(0, |(_, rank, _)| rank + 1);
        ranked.push((article(link) == home, rank, *link));
    }
    ranked.sort_by_key(|(own, rank, link)| ((*rank).min(1), *own, link.kind, *rank));
    for (place, (_, _, link)) in links.iter_mut().zip(ranked) {
        *place = link;
    }
}

fn signs_of(links: &[Link]) -> Signs {
    let has = |kind| links.iter().any(|l| l.kind == kind);
    Signs {
        conflict: has(Kind::Conflict),
        agree: has(Kind::Agree),
        update: has(Kind::Update),
    }
}
