//! Which words of a claim give a position away, and whether they are meant here.

use super::asked::Asked;
use super::question::{Cue, Strength};
use super::words;
use crate::analysis::ClaimTokens;
use crate::analysis::phrase::Phrase;
use crate::analysis::thesaurus::{self, Needs};
use crate::analysis::words::Class;
use crate::config::EntityKind;
use crate::text::TokenKind;
use std::ops::Range;

/// Words found in a claim that give a position away.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    /// Which position.
    pub position: usize,
    /// The words.
    pub tokens: Range<usize>,
    /// How many of them are negators that belong to the cue.
    pub negators: usize,
    /// Whose wording it is.
    pub strength: Strength,
    /// How many words the cue has.
    pub words: usize,
    /// It is a deed and who did it, not a cue.
    pub deed: bool,
    /// It says no more than that nobody knows.
    pub ignorance: bool,
}

impl Asked<'_, '_> {
    /// The words of a claim that decide: the reader's own before the thesaurus's, more before fewer, the
    /// main verb's before a participle's.
    pub(super) fn sign(&self, claim: &ClaimTokens) -> Option<Sign> {
        let mut signs = self.cue_signs(claim);
        signs.extend(self.place_signs(claim));
        signs.extend(self.doer_signs(claim));
        signs.retain(|s| {
            (s.strength == Strength::Own || !self.is_modifier(s)) && self.is_on_topic(claim, s)
        });
        signs.into_iter().max_by_key(|s| {
            (
                !self.is_modifier(s),
                s.words,
                s.strength,
                std::cmp::Reverse(s.tokens.start),
            )
        })
    }

    pub(super) fn cue_signs(&self, claim: &ClaimTokens) -> Vec<Sign> {
        const GAP: usize = 3;
        self.question
            .cues
            .find(&self.article.reading, claim.tokens.clone(), GAP)
            .into_iter()
            .filter(|(n, tokens)| self.is_meant(claim, &self.question.cue[*n], tokens))
            .map(|(n, tokens)| {
                let cue = &self.question.cue[n];
                Sign {
                    position: cue.position,
                    tokens,
                    negators: cue.negators,
                    strength: cue.strength,
                    words: cue.words,
                    deed: false,
                    ignorance: cue.ignorance,
                }
            })
            .collect()
    }

    /// Whether the thesaurus's wording means its group here: what the topic is about stands where it
    /// must, and the word is no part of a phrase that means something else.
    pub(super) fn is_meant(&self, claim: &ClaimTokens, cue: &Cue, tokens: &Range<usize>) -> bool {
        const NEAR: usize = 7;
        let reading = &self.article.reading;
        if cue
            .dropped
            .is_some_and(|e| !self.is_named_near(claim.sentence, e))
        {
            return false;
        }
        if cue.ignorance && !self.is_asked_for(claim, cue) {
            return false;
        }
        let Some(group) = cue.group else { return true };
        if cue.words == 1 && self.is_name(tokens.start)
            || tokens.len() > cue.words + if cue.words == 2 { 1 } else { 3 }
            || cue.verb && !self.is_verb(tokens.start)
        {
            return false;
        }
        let excepted = thesaurus::exceptions(group).iter().any(|phrase| {
            let from = tokens
                .start
                .saturating_sub(phrase.len() + 2)
                .max(claim.tokens.start);
            let to = (tokens.end + phrase.len() + 2).min(claim.tokens.end);
            Phrase::of_stems(phrase)
                .within(reading, from..to, 2)
                .is_some_and(|found| found.start < tokens.end && tokens.start < found.end)
        });
        if excepted {
            return false;
        }
        let about = |range: Range<usize>| {
            // "12 Taliban fell": people who are counted are not what the topic is about.
            let counted = range
                .clone()
                .any(|i| reading.tokens[i].kind == TokenKind::Number);
            match cue.dropped {
                Some(entity) => self.names_entity(range, entity),
                None => !counted && self.is_about(range),
            }
        };
        let before = tokens.start.saturating_sub(NEAR).max(claim.tokens.start)..tokens.start;
        let after = tokens.end..(tokens.end + NEAR).min(claim.tokens.end);
        let passive = reading.is_regular_past(tokens.end - 1)
            || reading
                .class(tokens.start - usize::from(tokens.start > 0))
                .is(Class::AUXILIARY);
        match cue.needs {
            Needs::Nothing => true,
            Needs::Subject => about(before) || reading.is_word(tokens.end, "of") && about(after),
            Needs::Object => about(after) || passive && about(before),
        }
    }

    /// Whether what nobody knows is what the position's own cues speak of: the cause, the time.
    pub(super) fn is_asked_for(&self, claim: &ClaimTokens, cue: &Cue) -> bool {
        let reading = &self.article.reading;
        let focus = &self.question.positions[cue.position].focus;
        focus.is_empty()
            || claim
                .content
                .clone()
                .any(|i| words::list_of(reading.tokens[i].stem).is_some_and(|l| focus.contains(&l)))
    }

    /// Whether an entity is named in a sentence or the one before.
    pub(super) fn is_named_near(&self, sentence: usize, entity: usize) -> bool {
        let sentences = &self.article.reading.sentences;
        let from = sentences[sentence.saturating_sub(1)].tokens.start;
        self.names_entity(from..sentences[sentence].tokens.end, entity)
    }

    pub(super) fn names_entity(&self, range: Range<usize>, entity: usize) -> bool {
        let actors = &self.article.names.actors;
        let named = self.article.names.within(&range);
        named.iter().any(|(_, a)| actors[*a].entity == Some(entity))
    }

    /// Whether a word is used as a verb: by its form, or by what stands before it.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let reading = &self.article.reading;
        let helped = |b: usize| {
            reading.class(b).is(Class::AUXILIARY.or(Class::MODAL)) || reading.is_word(b, "to")
        };
        i.checked_sub(1).is_some_and(helped)
            || reading.is_finite(i)
            || reading.is_regular_past(i)
            || reading.text(i).ends_with("ing") && !reading.follows_determiner(i)
    }

    /// Whether a token is part of a name.
    pub(super) fn is_named(&self, i: usize) -> bool {
        let near = i.saturating_sub(4)..i + 1;
        self.article
            .names
            .within(&near)
            .iter()
            .any(|(t, _)| t.contains(&i))
    }

    /// Whether a token is part of a name or of what the topic is about.
    pub(super) fn is_name(&self, i: usize) -> bool {
        let near = i.saturating_sub(4)..i + 1;
        let named = self
            .article
            .names
            .within(&near)
            .iter()
            .any(|(t, _)| t.contains(&i));
        let about = |(_, t): &(usize, Range<usize>)| t.contains(&i);
        named
            || self
                .question
                .about
                .find(
                    &self.article.reading,
                    near.start..i + 4.min(self.article.reading.tokens.len() - i),
                    0,
                )
                .iter()
                .any(about)
    }

    /// Whether a range names what the topic is about.
    pub(super) fn is_about(&self, range: Range<usize>) -> bool {
        let named = self.article.names.within(&range).iter().any(|(_, a)| {
            self.article.names.actors[*a]
                .entity
                .is_some_and(|e| self.question.entities.contains(&e))
        });
        named
            || !self
                .question
                .about
                .find(&self.article.reading, range, 0)
                .is_empty()
    }

    /// "areas captured by X", "the region held by Y": a participle that describes, beside a verb that
    /// says.
    pub(super) fn is_modifier(&self, sign: &Sign) -> bool {
        let reading = &self.article.reading;
        let first = sign.tokens.start;
        sign.tokens.len() == 1
            && (reading.is_regular_past(first) || reading.class(first).is(Class::PAST))
            && reading.is_word(first + 1, "by")
            && first > 0
            && !reading
                .class(first - 1)
                .is(Class::AUXILIARY.or(Class::ADVERB))
    }

    /// Whether a clause speaks of somebody else: it names others before the cue, and nothing that the
    /// topic is about.
    pub(super) fn is_others(&self, claim: &ClaimTokens, sign: &Sign) -> bool {
        if self.question.entities.is_empty() || self.is_about(claim.content.clone()) {
            return false;
        }
        let before = claim.content.start..sign.tokens.start.max(claim.content.start);
        let names = self.article.names.within(&before);
        let known = |actor: usize| {
            let entity = self.article.names.actors[actor].entity;
            entity.is_some_and(|e| self.question.known.contains(&e))
        };
        names
            .iter()
            .any(|(t, a)| !self.article.reading.is_genitive(t.end) && !known(*a))
    }

    pub(super) fn is_on_topic(&self, claim: &ClaimTokens, sign: &Sign) -> bool {
        if self.question.topic.about.is_empty() {
            return true;
        }
        if self.question.persons {
            return self.is_the_persons(claim, sign);
        }
        if self.is_others(claim, sign) {
            return false;
        }
        if sign.deed && self.is_the_deed(claim) {
            return true;
        }
        if self.is_spoken_by_subject(claim) {
            return true;
        }
        match sign.strength {
            Strength::Own => self.is_near(claim.sentence, 1),
            Strength::Widened => {
                sign.ignorance && self.is_near(claim.sentence, 1)
                    || self.mentions[claim.sentence]
                    || claim.sentence > 0 && self.mentions[claim.sentence - 1] && sign.words > 1
                    || self.is_near(claim.sentence, 1) && sign.words > 1
            }
        }
    }

    /// "We are out": somebody whom the topic is about speaks of themselves.
    pub(super) fn is_spoken_by_subject(&self, claim: &ClaimTokens) -> bool {
        let article = self.article;
        let speaker = article.speaker(claim).and_then(|s| s.actor);
        let entity = speaker.and_then(|a| article.names.actors[a].entity);
        let ours = entity.is_some_and(|e| self.question.entities.contains(&e));
        let own = |i: usize| article.reading.class(i).is(Class::FIRST_PRONOUN);
        ours && claim.content.clone().any(own)
    }

    /// "the attack", "any links to the raid": a deed that was spoken of before.
    pub(super) fn is_the_deed(&self, claim: &ClaimTokens) -> bool {
        const DEFINITE: [&str; 5] = ["the", "this", "that", "any", "these"];
        let reading = &self.article.reading;
        let near = self.is_near(claim.sentence, 2);
        near || self.is_mentioned()
            && claim.content.clone().any(|i| {
                i > 0 && DEFINITE.iter().any(|w| reading.is_word(i - 1, w)) && self.is_act(i)
            })
    }

    /// Whether a cue about persons is about the topic's: they are named in the claim, or "he" or "we" is
    /// one of them.
    pub(super) fn is_the_persons(&self, claim: &ClaimTokens, sign: &Sign) -> bool {
        let article = self.article;
        let ours = |actor: usize| {
            article.names.actors[actor]
                .entity
                .is_some_and(|e| self.question.entities.contains(&e))
        };
        let before = claim.content.start..sign.tokens.end.max(claim.content.start);
        let named = article.names.within(&before);
        let persons: Vec<usize> = named
            .iter()
            .map(|(_, a)| *a)
            .filter(|&a| article.names.actors[a].kind == Some(EntityKind::Person))
            .collect();
        if !persons.is_empty() {
            return persons.into_iter().any(ours);
        }
        match article.speaker(claim) {
            Some(speaker) => speaker.actor.is_some_and(ours),
            None => {
                let sentence = &article.reading.sentences[claim.sentence];
                article
                    .names
                    .within(&(sentence.tokens.start..sign.tokens.start))
                    .iter()
                    .any(|(_, a)| ours(*a))
                    || claim.sentence > 0
                        && self.mentions[claim.sentence - 1]
                        && self.starts_with_pronoun(claim)
            }
        }
    }

    pub(super) fn starts_with_pronoun(&self, claim: &ClaimTokens) -> bool {
        claim
            .content
            .clone()
            .take(3)
            .any(|i| self.article.reading.class(i).is(Class::PERSON_PRONOUN))
    }
}
