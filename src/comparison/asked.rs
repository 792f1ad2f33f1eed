//! One article and one question: what in the article is on the topic.

use super::question::Question;
use super::{Certainty, Days, TopicPassage};
use crate::analysis::names::Entities;
use crate::analysis::reading::Reading;
use crate::analysis::{Analysed, ClaimTokens, clause, time};
use jiff::civil::Date;

/// An article with what is asked of it.
pub(super) struct Asked<'q, 'a> {
    pub question: &'q Question<'q>,
    pub article: &'q Analysed<'a>,
    pub entities: &'q Entities,
    pub number: usize,
    /// The day on which the article was published.
    pub published: Option<Date>,
    /// For each sentence: does it mention what the topic is about.
    pub mentions: Vec<bool>,
    /// For each sentence: does its paragraph mention it.
    pub paragraphs: Vec<bool>,
    /// For each sentence: the first token of a word that takes what stands beside and behind it off the
    /// topic.
    pub off: Vec<usize>,
}

impl<'q, 'a> Asked<'q, 'a> {
    pub(super) fn of(
        question: &'q Question<'q>,
        article: &'q Analysed<'a>,
        entities: &'q Entities,
        number: usize,
        published: Option<Date>,
    ) -> Self {
        let reading = &article.reading;
        let mentions: Vec<bool> = reading
            .sentences
            .iter()
            .map(|s| {
                let named = article.names.within(&s.tokens).iter().any(|(_, a)| {
                    article.names.actors[*a]
                        .entity
                        .is_some_and(|e| question.entities.contains(&e))
                });
                named || !question.about.find(reading, s.tokens.clone(), 0).is_empty()
            })
            .collect();
        let paragraphs = paragraphs(reading, &mentions);
        let off = reading
            .sentences
            .iter()
            .map(|s| {
                let found = question.not.find(reading, s.tokens.clone(), 0);
                found.first().map_or(usize::MAX, |(_, t)| t.start)
            })
            .collect();
        Self {
            question,
            article,
            entities,
            number,
            published,
            mentions,
            paragraphs,
            off,
        }
    }

    /// Whether the article ever mentions the topic.
    pub(super) fn is_mentioned(&self) -> bool {
        self.mentions.iter().any(|&m| m)
    }

    /// Whether a word that takes a passage off the topic stands in the claim or before it in its sentence.
    pub(super) fn is_off(&self, claim: &ClaimTokens) -> bool {
        self.off[claim.sentence] < claim.tokens.end
    }

    /// For each sentence: whether it is on a topic that has no answers.
    pub(super) fn on_topic(&self) -> Vec<bool> {
        (0..self.mentions.len())
            .map(|s| {
                self.off[s] == usize::MAX
                    && (self.question.topic.about.is_empty() || self.mentions[s])
            })
            .collect()
    }

    /// Whether a sentence mentions the topic, or its paragraph or one of the `back` sentences before does.
    pub(super) fn is_near(&self, sentence: usize, back: usize) -> bool {
        self.question.topic.about.is_empty()
            || self.paragraphs[sentence]
            || self.mentions[sentence.saturating_sub(back)..sentence].contains(&true)
    }

    /// A passage of a whole sentence, in the outlet's own voice.
    pub(super) fn whole_sentence(&self, sentence: usize) -> TopicPassage {
        let all = self.article.reading.sentences[sentence].tokens.clone();
        self.bare(&ClaimTokens {
            tokens: all.clone(),
            content: all,
            chain: Vec::new(),
            sentence,
        })
    }

    pub(super) fn bare(&self, claim: &ClaimTokens) -> TopicPassage {
        let article = self.article;
        let speaker = article.speaker(claim);
        let entity = speaker
            .and_then(|s| s.actor)
            .and_then(|a| article.names.actors[a].entity);
        TopicPassage {
            article: self.number,
            span: article
                .reading
                .span(&clause::trimmed(&article.reading, &claim.tokens)),
            cues: Vec::new(),
            position: None,
            neutral: false,
            denied: false,
            speaker: speaker.map(|s| s.name.clone()),
            side: entity
                .and_then(|e| self.entities.side(e))
                .map(str::to_owned),
            certainty: Certainty::Stated,
            figures: Vec::new(),
            when: time::when(
                article.reading.body,
                &article.reading.tokens,
                claim.tokens.clone(),
                self.published,
            )
            .or(self.published.map(|day| Days { from: day, to: day })),
            abstains: None,
        }
    }
}

/// For each sentence, whether any sentence of its paragraph mentions the topic.
fn paragraphs(reading: &Reading<'_>, mentions: &[bool]) -> Vec<bool> {
    let mut found = Vec::with_capacity(mentions.len());
    let mut at = 0;
    for run in reading
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
    {
        let any = mentions[at..at + run.len()].contains(&true);
        found.extend(std::iter::repeat_n(any, run.len()));
        at += run.len();
    }
    found
}

impl Question<'_> {
    /// Whether an article can have a passage on the topic: a quick look before its claims are read.
    pub(super) fn may_apply(&self, reading: &Reading<'_>) -> bool {
        let all = 0..reading.tokens.len();
        if !self.topic.about.is_empty() {
            let named = reading
                .entities
                .iter()
                .any(|(_, e)| self.entities.contains(e));
            return named || self.about.may_stand(reading, all);
        }
        self.open.is_some()
            || self.kinds.may_apply(&reading.tokens)
            || self.cues.may_stand(reading, all)
    }
}
