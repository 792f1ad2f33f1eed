//! Which passages of an article take which position on a topic.

use super::asked::Asked;
use super::sign::Sign;
use super::{Certainty, TopicPassage, words};
use crate::analysis::reading::Reading;
use crate::analysis::stance::Stance;
use crate::analysis::words::Class;
use crate::analysis::{ClaimTokens, attribution, polarity};
use crate::text::TokenKind;

/// The last position that the article told of, for "denied it" and "confirmed this".
struct Said {
    sentence: usize,
    position: usize,
    denied: bool,
    speaker: Option<String>,
}

impl Asked<'_, '_> {
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
}

/// Content words of a claim beside the anaphor: few, where the claim is about what was said.
fn content_words(reading: &Reading<'_>, claim: &ClaimTokens, anaphor: usize) -> usize {
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

fn is_anaphor(reading: &Reading<'_>, i: usize) -> bool {
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
