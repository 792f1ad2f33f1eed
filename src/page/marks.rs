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
    /// For each passage, its relations: conflicts, then updates, then agreements.
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
    for of_one in &mut links {
        of_one.sort_by_key(|l| (l.kind, l.other));
    }
    links
}

fn signs_of(links: &[Link]) -> Signs {
    let has = |kind| links.iter().any(|l| l.kind == kind);
    Signs {
        conflict: has(Kind::Conflict),
        agree: has(Kind::Agree),
        update: has(Kind::Update),
    }
}
