//! One topic, from what each article says on it to how they stand to each other.

use super::asked::Asked;
use super::open::Said;
use super::question::Question;
use super::{
    Kind, Relation, TopicComparison, TopicPassage, claim_finding, figure, finding, open, origin,
    relation, stand,
};
use crate::analysis::Analysed;
use crate::analysis::names::Entities;
use crate::analysis::reading::Reading;
use crate::article::Article;

/// What one article says on one topic.
#[derive(Default)]
pub(super) struct Answer {
    /// Passages with positions and figures.
    passages: Vec<TopicPassage>,
    /// Passages of a topic without answers.
    said: Vec<Said>,
    /// Whether it mentions the topic at all.
    mentioned: bool,
}

/// Asks one article every question.
pub(super) fn ask(
    article: &Article,
    number: usize,
    questions: &[Question<'_>],
    entities: &Entities,
) -> Vec<Answer> {
    let mut reading = Reading::of(&article.body);
    reading.entities = entities.mentions(&reading);
    if !questions.iter().any(|q| q.may_apply(&reading)) {
        return questions.iter().map(|_| Answer::default()).collect();
    }
    let analysed = Analysed::read(reading, entities);
    let published = article.published.as_ref().map(|p| p.date);
    questions
        .iter()
        .map(|question| {
            let asked = Asked::of(question, &analysed, entities, number, published);
            let said = question
                .open
                .as_ref()
                .map(|open| open::said(open, &analysed, number, &asked.on_topic()));
            Answer {
                passages: merged(asked.positions(), asked.figures()),
                said: said.unwrap_or_default(),
                mentioned: asked.is_mentioned(),
            }
        })
        .collect()
}

/// Passages by position and by figure; of the same clause they are one.
fn merged(positions: Vec<TopicPassage>, figures: Vec<TopicPassage>) -> Vec<TopicPassage> {
    let mut all = positions;
    all.sort_by_key(|p| p.span);
    let mut apart = Vec::new();
    for passage in figures {
        let from = all.partition_point(|p| p.span < passage.span);
        let same = all[from..]
            .iter_mut()
            .take_while(|p| p.span == passage.span)
            .find(|p| p.abstains.is_none() && passage.abstains.is_none());
        match same {
            Some(other) => {
                other.cues.extend(passage.cues);
                other.figures.extend(passage.figures);
            }
            None => apart.push(passage),
        }
    }
    all.extend(apart);
    all.sort_by_key(|p| p.span);
    all
}

/// Compares what all articles answer.
pub(super) fn compare(
    question: &Question<'_>,
    articles: &[Article],
    answers: Vec<Answer>,
) -> TopicComparison {
    let mentioned: Vec<bool> = answers.iter().map(|a| a.mentioned).collect();
    let (passages, mut relations) = match &question.open {
        Some(open) => {
            let said: Vec<Said> = answers.into_iter().flat_map(|a| a.said).collect();
            open::compare(open, articles, &said)
        }
        None => {
            let passages: Vec<TopicPassage> =
                answers.into_iter().flat_map(|a| a.passages).collect();
            let relations = answered(question, articles, &passages);
            (passages, relations)
        }
    };
    let origins = origin::origins(articles, &passages);
    for relation in &mut relations {
        relation.same_wording = origins[relation.a] == origins[relation.b];
    }
    TopicComparison {
        name: question.topic.name.clone(),
        findings: if question.open.is_some() {
            claim_finding::findings(articles, &passages, &relations, &origins)
        } else {
            finding::findings(articles, &passages, &relations, &origins)
        },
        sources: stand::stands(articles, &passages, &mentioned),
        passages,
        relations,
    }
}

fn answered(
    question: &Question<'_>,
    articles: &[Article],
    passages: &[TopicPassage],
) -> Vec<Relation> {
    let mut found = positions(question, articles, passages);
    found.extend(figure::relations(question, articles, passages));
    found.sort_by_key(|r| (r.a, r.b, r.kind));
    found.dedup_by_key(|r| (r.a, r.b, r.kind));
    found
}

/// Up to so many relations, every passage is set against every other.
pub(super) const ALL_PAIRS: usize = 50_000;

/// Against how many of `all` passages each is set.
pub(super) fn others(all: usize) -> usize {
    if all * all / 2 <= ALL_PAIRS {
        all
    } else {
        (ALL_PAIRS / all).max(4)
    }
}

/// The relations by position. In a large collection a passage is set against the next ones alone, as
/// many that agree as that do not, so that their number grows with the passages and not with their
/// square.
fn positions(
    question: &Question<'_>,
    articles: &[Article],
    passages: &[TopicPassage],
) -> Vec<Relation> {
    let taking: Vec<usize> = (0..passages.len())
        .filter(|&p| passages[p].position.is_some())
        .collect();
    let each = others(taking.len());
    let mut found = Vec::new();
    for (n, &a) in taking.iter().enumerate() {
        let (mut agreeing, mut others) = (0, 0);
        for &b in taking[n + 1..].iter().take(each.saturating_mul(8)) {
            if passages[a].article == passages[b].article {
                continue;
            }
            let same = passages[a].position == passages[b].position;
            let count = if same { &mut agreeing } else { &mut others };
            if *count >= each {
                continue;
            }
            if let Some(relation) = relation::by_position(question, articles, passages, a, b) {
                *count += 1;
                debug_assert!(same == (relation.kind == Kind::Agree));
                found.push(relation);
            }
        }
    }
    found
}
