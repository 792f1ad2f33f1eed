//! Which passages of an article take which position on a topic.

use super::question::{Cue, Question, Strength};
use super::{Certainty, Days, TopicPassage, words};
use crate::analysis::names::Entities;
use crate::analysis::phrase::Phrase;
use crate::analysis::stance::Stance;
use crate::analysis::thesaurus::{self, Needs};
use crate::analysis::time;
use crate::analysis::words::Class;
use crate::analysis::{Analysed, ClaimTokens, attribution, clause, polarity};
use crate::text::{Stem, TokenKind};
use jiff::civil::Date;
use std::ops::Range;

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
    /// For each sentence: the first token of a word that takes what stands beside and behind it off the
    /// topic.
    pub off: Vec<usize>,
}

/// Words found in a claim that give a position away.
#[derive(Clone, Debug)]
struct Sign {
    position: usize,
    tokens: Range<usize>,
    negators: usize,
    strength: Strength,
    words: usize,
    /// It is a deed and who did it, not a cue.
    deed: bool,
    /// It says no more than that nobody knows.
    ignorance: bool,
}

/// The last position that the article told of, for "denied it" and "confirmed this".
struct Said {
    sentence: usize,
    position: usize,
    denied: bool,
    speaker: Option<String>,
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
        let mentions = reading
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

    /// Whether a sentence mentions the topic, or its paragraph or the sentence before does.
    pub(super) fn is_near(&self, sentence: usize, back: usize) -> bool {
        if self.question.topic.about.is_empty() || self.mentions[sentence] {
            return true;
        }
        let sentences = &self.article.reading.sentences;
        let paragraph = sentences[sentence].paragraph;
        let before = (sentence.saturating_sub(back)..sentence).any(|s| self.mentions[s]);
        before
            || sentences[..sentence]
                .iter()
                .enumerate()
                .rev()
                .take_while(|(_, s)| s.paragraph == paragraph)
                .any(|(n, _)| self.mentions[n])
            || sentences[sentence + 1..]
                .iter()
                .enumerate()
                .take_while(|(_, s)| s.paragraph == paragraph)
                .any(|(n, _)| self.mentions[sentence + 1 + n])
    }

    /// The passages that take a position, in the order of the text.
    pub(super) fn positions(&self) -> Vec<TopicPassage> {
        let mut found: Vec<TopicPassage> = Vec::new();
        let mut last: Option<Said> = None;
        for claim in &self.article.claims {
            if self.is_off(claim) {
                continue;
            }
            let passage = match self.sign(claim) {
                Some(sign) => {
                    let passage = self.passage(claim, &sign);
                    if passage.position.is_some() {
                        last = Some(Said {
                            sentence: claim.sentence,
                            position: sign.position,
                            denied: passage.denied,
                            speaker: passage.speaker.clone(),
                        });
                    }
                    Some(passage)
                }
                None => self.echo(claim, last.as_ref()),
            };
            found.extend(passage);
        }
        found
    }

    /// The words of a claim that decide: the reader's own before the thesaurus's, more before fewer, the
    /// main verb's before a participle's.
    fn sign(&self, claim: &ClaimTokens) -> Option<Sign> {
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

    fn cue_signs(&self, claim: &ClaimTokens) -> Vec<Sign> {
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
    fn is_meant(&self, claim: &ClaimTokens, cue: &Cue, tokens: &Range<usize>) -> bool {
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
    fn is_asked_for(&self, claim: &ClaimTokens, cue: &Cue) -> bool {
        let reading = &self.article.reading;
        let focus = &self.question.positions[cue.position].focus;
        focus.is_empty()
            || claim
                .content
                .clone()
                .any(|i| words::list_of(reading.tokens[i].stem).is_some_and(|l| focus.contains(&l)))
    }

    /// Whether an entity is named in a sentence or the one before.
    fn is_named_near(&self, sentence: usize, entity: usize) -> bool {
        let sentences = &self.article.reading.sentences;
        let from = sentences[sentence.saturating_sub(1)].tokens.start;
        self.names_entity(from..sentences[sentence].tokens.end, entity)
    }

    fn names_entity(&self, range: Range<usize>, entity: usize) -> bool {
        let actors = &self.article.names.actors;
        let named = self.article.names.within(&range);
        named.iter().any(|(_, a)| actors[*a].entity == Some(entity))
    }

    /// Whether a word is used as a verb: by its form, or by what stands before it.
    fn is_verb(&self, i: usize) -> bool {
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
    fn is_named(&self, i: usize) -> bool {
        let near = i.saturating_sub(4)..i + 1;
        self.article
            .names
            .within(&near)
            .iter()
            .any(|(t, _)| t.contains(&i))
    }

    /// Whether a token is part of a name or of what the topic is about.
    fn is_name(&self, i: usize) -> bool {
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
    fn is_about(&self, range: Range<usize>) -> bool {
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
    fn is_modifier(&self, sign: &Sign) -> bool {
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
    fn is_others(&self, claim: &ClaimTokens, sign: &Sign) -> bool {
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

    fn is_on_topic(&self, claim: &ClaimTokens, sign: &Sign) -> bool {
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
    fn is_spoken_by_subject(&self, claim: &ClaimTokens) -> bool {
        let article = self.article;
        let speaker = article.speaker(claim).and_then(|s| s.actor);
        let entity = speaker.and_then(|a| article.names.actors[a].entity);
        let ours = entity.is_some_and(|e| self.question.entities.contains(&e));
        let own = |i: usize| article.reading.class(i).is(Class::FIRST_PRONOUN);
        ours && claim.content.clone().any(own)
    }

    /// "the attack", "any links to the raid": a deed that was spoken of before.
    fn is_the_deed(&self, claim: &ClaimTokens) -> bool {
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
    fn is_the_persons(&self, claim: &ClaimTokens, sign: &Sign) -> bool {
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
            .filter(|&a| article.names.actors[a].kind == Some(crate::config::EntityKind::Person))
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

    fn starts_with_pronoun(&self, claim: &ClaimTokens) -> bool {
        claim
            .content
            .clone()
            .take(3)
            .any(|i| self.article.reading.class(i).is(Class::PERSON_PRONOUN))
    }

    /// Places: "in X", "to X" after the subject.
    fn place_signs(&self, claim: &ClaimTokens) -> Vec<Sign> {
        const BEFORE: [&str; 8] = ["in", "at", "inside", "within", "to", "into", "near", "from"];
        let reading = &self.article.reading;
        let mut found = Vec::new();
        for (position, answer) in self.question.positions.iter().enumerate() {
            if answer.places.is_empty() {
                continue;
            }
            for (_, tokens) in answer.places.find(reading, claim.content.clone(), 0) {
                let mut at = tokens.start;
                while at > claim.content.start && reading.class(at - 1).is(Class::DETERMINER) {
                    at -= 1;
                }
                let joined =
                    at > claim.content.start && BEFORE.iter().any(|w| reading.is_word(at - 1, w));
                let from = joined && reading.is_word(at - 1, "from");
                if joined && !from && self.subject_stays(claim, at - 1) {
                    found.push(Sign {
                        position,
                        tokens: at - 1..tokens.end,
                        negators: 0,
                        strength: Strength::Own,
                        words: 2,
                        deed: false,
                        ignorance: false,
                    });
                }
            }
        }
        found
    }

    /// Whether what stands before a place says that somebody is there or goes there.
    fn subject_stays(&self, claim: &ClaimTokens, preposition: usize) -> bool {
        const NEAR: usize = 4;
        let reading = &self.article.reading;
        (claim.content.start.max(preposition.saturating_sub(NEAR))..preposition).any(|i| {
            words::is("stay", reading.tokens[i].stem)
                || [
                    "is", "are", "was", "were", "am", "be", "been", "'m", "'re", "’m", "’re", "'s",
                    "’s",
                ]
                .iter()
                .any(|w| reading.is_word(i, w))
        })
    }

    /// Doers: "X bombed", "bombed by X", "accused X", "X's raid".
    fn doer_signs(&self, claim: &ClaimTokens) -> Vec<Sign> {
        let mut found = Vec::new();
        for (position, answer) in self.question.positions.iter().enumerate() {
            if answer.doers.is_empty() {
                continue;
            }
            for doer in self.doers(claim, position) {
                if let Some(tokens) = self.does(claim, &doer) {
                    found.push(Sign {
                        position,
                        tokens,
                        negators: 0,
                        strength: Strength::Own,
                        words: 2,
                        deed: true,
                        ignorance: false,
                    });
                }
            }
        }
        found
    }

    /// Where a position's doers stand in a claim: by name, as "we" in their own words, or as those who
    /// deny it.
    fn doers(&self, claim: &ClaimTokens, position: usize) -> Vec<Range<usize>> {
        let article = self.article;
        let answer = &self.question.positions[position];
        let ours = |e: usize| answer.doer_entities.contains(&e);
        let mut found: Vec<Range<usize>> = article
            .names
            .within(&claim.content)
            .iter()
            .filter(|(_, a)| article.names.actors[*a].entity.is_some_and(ours))
            .map(|(t, _)| t.clone())
            .collect();
        if answer.doer_entities.is_empty() {
            let named = answer
                .doers
                .find(&article.reading, claim.content.clone(), 0);
            found.extend(named.into_iter().map(|(_, t)| t));
        }
        if self.speaks_for(claim, position) {
            let first = claim.content.clone().find(|&i| {
                article.reading.class(i).is(Class::FIRST_PRONOUN)
                    || article.reading.is_word(i, "they")
            });
            found.extend(first.map(|i| i..i + 1));
            let denies = claim
                .chain
                .last()
                .is_some_and(|&a| article.attributions[a].denies());
            if denies && first.is_none() {
                found.push(claim.content.start..claim.content.start);
            }
        }
        found
    }

    /// Whether a claim's speaker is one of a position's doers, or speaks for one.
    fn speaks_for(&self, claim: &ClaimTokens, position: usize) -> bool {
        let answer = &self.question.positions[position];
        let Some(speaker) = self.article.speaker(claim) else {
            return false;
        };
        let names = &self.article.names;
        let own = speaker.actor.and_then(|a| names.actors[a].entity);
        let beside = || {
            // "Sudan's armed forces": the description names the doer.
            let found = names.within(&speaker.tokens).first();
            found.and_then(|(_, a)| names.actors[*a].entity)
        };
        let Some(entity) = own.or_else(|| speaker.actor.is_none().then(beside).flatten()) else {
            return false;
        };
        answer.doer_entities.iter().any(|&d| {
            d == entity
                || self
                    .entities
                    .side(entity)
                    .is_some_and(|s| Some(s) == self.entities.side(d))
        })
    }

    /// What the doer is said to have done, where the claim says so.
    fn does(&self, claim: &ClaimTokens, doer: &Range<usize>) -> Option<Range<usize>> {
        const NEAR: usize = 14;
        let reading = &self.article.reading;
        let end = (doer.end + NEAR).min(claim.content.end);
        let stop = (doer.end..end)
            .find(|&i| {
                reading.class(i).is(Class::RELATIVE)
                    || matches!(reading.tokens[i].kind, TokenKind::Mark(';' | ':' | '—'))
            })
            .unwrap_or(end);
        if let Some(act) = (doer.end..stop).find(|&i| self.is_act(i)) {
            return Some(act..act + 1);
        }
        let mut at = doer.start;
        while at > claim.content.start && reading.class(at - 1).is(Class::DETERMINER) {
            at -= 1;
        }
        let by = at > claim.content.start && reading.is_word(at - 1, "by");
        let from = claim.content.start.max(doer.start.saturating_sub(NEAR));
        let act = (from..doer.start).rev().find(|&i| self.is_act(i));
        let blamed = (claim.tokens.start..doer.start)
            .rev()
            .take(5)
            .any(|i| words::is("blame", reading.tokens[i].stem));
        match act {
            Some(act) if by => Some(act..doer.end),
            _ if blamed => Some(doer.clone()),
            _ => None,
        }
    }

    /// Whether a word is what the topic asks the doer of, by the reader's words, the thesaurus, or because
    /// it can be said of any deed ("carried out", "did that").
    fn is_act(&self, i: usize) -> bool {
        let reading = &self.article.reading;
        let stem = reading.tokens[i].stem;
        if !reading.tokens[i].is_word() || self.is_named(i) {
            return false;
        }
        let actions = &self.question.actions;
        let groups = thesaurus::groups(stem);
        let alike = || {
            actions
                .iter()
                .any(|a| thesaurus::groups(*a).iter().any(|g| groups.contains(g)))
        };
        let that = || {
            stem == Stem::of("do")
                && ["that", "it", "this", "so"]
                    .iter()
                    .any(|w| reading.is_word(i + 1, w))
        };
        actions.binary_search(&stem).is_ok()
            || words::is("act", stem)
            || that()
            || !groups.is_empty() && alike()
    }

    fn passage(&self, claim: &ClaimTokens, sign: &Sign) -> TopicPassage {
        let denied = polarity::denied(self.article, claim, &sign.tokens, sign.negators);
        let certainty = polarity::certainty(self.article, claim, &sign.tokens);
        let mut passage = self.bare(claim);
        passage.cues = vec![self.article.reading.span(&sign.tokens)];
        passage.certainty = certainty;
        let open = matches!(certainty, Certainty::Planned | Certainty::Hypothetical);
        if open && !self.question.topic.planned && !denied {
            passage.abstains = Some(
                if certainty == Certainty::Planned {
                    "it speaks of what is planned or expected, not of what is so"
                } else {
                    "it speaks of what could be, not of what is so"
                }
                .to_owned(),
            );
            return passage;
        }
        self.take(&mut passage, sign.position, denied);
        passage
    }

    /// Gives a passage its position.
    fn take(&self, passage: &mut TopicPassage, position: usize, denied: bool) {
        let answer = &self.question.positions[position];
        passage.denied = denied;
        if !denied {
            passage.position = Some(answer.name.clone());
            passage.neutral = answer.neutral;
        } else if answer.neutral {
            passage.abstains = Some(format!("it denies {}, which is no answer", answer.name));
        } else {
            passage.position = Some(match self.question.opposite(position) {
                Some(other) => self.question.positions[other].name.clone(),
                None => format!("not {}", answer.name),
            });
        }
    }

    /// A claim that denies or confirms what was said just before: "denied the reports", "confirmed it".
    fn echo(&self, claim: &ClaimTokens, last: Option<&Said>) -> Option<TopicPassage> {
        let last = last?;
        let late = claim.sentence > last.sentence + 3;
        if late || self.question.positions[last.position].neutral {
            return None;
        }
        let reading = &self.article.reading;
        let anaphor = claim.content.clone().find(|&i| is_anaphor(reading, i))?;
        if content_words(reading, claim, anaphor) > 3 {
            return None;
        }
        let judged = claim
            .chain
            .last()
            .map(|&a| &self.article.attributions[a])
            .filter(|a| matches!(a.stance, Stance::Denies | Stance::Confirms));
        let end = claim.content.start..claim.content.start;
        let denied = match judged {
            Some(attribution) => attribution.denies(),
            None => {
                let subject = claim.content.start..anaphor + 1;
                let false_ = polarity::denied(self.article, claim, &subject, 0)
                    || (anaphor..claim.content.end)
                        .any(|i| words::is("false", reading.tokens[i].stem));
                if !false_ {
                    return None;
                }
                true
            }
        };
        let mut passage = self.bare(claim);
        passage.certainty = polarity::certainty(self.article, claim, &end);
        if matches!(passage.certainty, Certainty::Rumoured) {
            passage.certainty = Certainty::Claimed;
        }
        passage.cues = vec![reading.span(&(anaphor..anaphor + 1))];
        // Who denied it before and calls it false now says the same again.
        let same = passage.speaker.is_some() && passage.speaker == last.speaker && last.denied;
        self.take(&mut passage, last.position, same || denied != last.denied);
        passage.denied = denied;
        Some(passage)
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

/// Content words of a claim beside the anaphor: few, where the claim is about what was said.
fn content_words(
    reading: &crate::analysis::reading::Reading<'_>,
    claim: &ClaimTokens,
    anaphor: usize,
) -> usize {
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::AUXILIARY)
        .or(Class::ADVERB)
        .or(Class::COORDINATOR)
        .or(Class::NEGATOR)
        .or(Class::CONTRAST);
    claim
        .content
        .clone()
        .filter(|&i| {
            i != anaphor && reading.tokens[i].kind == TokenKind::Word && !reading.class(i).is(small)
        })
        .count()
}

fn is_anaphor(reading: &crate::analysis::reading::Reading<'_>, i: usize) -> bool {
    reading.tokens[i].is_word()
        && (words::is("anaphor", reading.tokens[i].stem)
            || (reading.is_word(i, "it") || reading.is_word(i, "this")) && {
                let next = attribution::sentence_of(reading, i)
                    .map_or(0, |s| reading.sentences[s].tokens.end);
                i + 1 >= next
                    || !reading.tokens[i + 1].is_word()
                    || reading.class(i + 1).is(Class::AUXILIARY)
            })
}
