//! Positions that are places or doers: who is where, and who did it.

use super::asked::Asked;
use super::question::Strength;
use super::sign::Sign;
use super::words;
use crate::analysis::ClaimTokens;
use crate::analysis::thesaurus;
use crate::analysis::words::Class;
use crate::text::{Stem, TokenKind};
use std::ops::Range;

impl Asked<'_, '_> {
    /// Places: "in X", "to X" after the subject.
    pub(super) fn place_signs(&self, claim: &ClaimTokens) -> Vec<Sign> {
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
    pub(super) fn subject_stays(&self, claim: &ClaimTokens, preposition: usize) -> bool {
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
    pub(super) fn doer_signs(&self, claim: &ClaimTokens) -> Vec<Sign> {
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
    pub(super) fn doers(&self, claim: &ClaimTokens, position: usize) -> Vec<Range<usize>> {
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
    pub(super) fn speaks_for(&self, claim: &ClaimTokens, position: usize) -> bool {
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
    pub(super) fn does(&self, claim: &ClaimTokens, doer: &Range<usize>) -> Option<Range<usize>> {
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
    pub(super) fn is_act(&self, i: usize) -> bool {
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
}
