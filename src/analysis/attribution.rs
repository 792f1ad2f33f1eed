//! Which words an article ascribes to whom.
//!
//! An [`Attribution`] joins a speaker, a reporting word and what is reported. The words before the verb
//! are its subject, or those after it where the quotation comes first ("…," said X); what is reported
//! follows ("said that …", "said: “…”") or went before. "According to X", "claims by X that …" and a
//! quotation that goes on after its speaker was named are attributions too.

use super::clause::clauses;
use super::names::Names;
use super::reading::{Reading, SentenceTokens};
use super::stance::{self, Stance};
use super::subject::{self, Focus, Speaker};
use super::words::Class;
use crate::config::EntityKind;
use crate::text::TokenKind;
use std::ops::Range;

/// Words and whom they are ascribed to. Ranges are places in [`Reading::tokens`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it; `None` where nobody in particular does ("it was reported").
    pub speaker: Option<Speaker>,
    /// The reporting words.
    pub cue: Range<usize>,
    /// What is reported.
    pub content: Range<usize>,
    /// What the reporting word does with it.
    pub stance: Stance,
    /// The reporting word is denied: "did not confirm".
    pub negated: bool,
    /// The words are quoted, not retold.
    pub direct: bool,
    /// Where the reporting part begins, when it stands directly before the content.
    pub lead: Option<usize>,
}

impl Attribution {
    /// Whether it says that what it reports is not so.
    pub const fn denies(&self) -> bool {
        match self.stance {
            Stance::Denies => !self.negated,
            Stance::Confirms => self.negated,
            _ => false,
        }
    }
}

/// All attributions of an article, by their content's first token; an inner one after the outer one.
pub fn attributions(reading: &Reading<'_>, names: &Names) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut focus = Focus::default();
    for sentence in &reading.sentences {
        let from = found.len();
        in_sentence(reading, names, &mut focus, sentence, &mut found);
        remember_subject(reading, names, &mut focus, sentence, found.len() > from);
    }
    continue_quotes(reading, &mut found);
    found.sort_by_key(|a| (a.content.start, usize::MAX - a.content.end, a.cue.start));
    found
}

/// One sentence's work in progress.
struct Work<'w, 'r> {
    reading: &'w Reading<'r>,
    names: &'w Names,
    sentence: Range<usize>,
    clauses: Vec<Range<usize>>,
    /// No subject begins left of here: the content of the last attribution does.
    limit: usize,
    /// The last speaker of the sentence, whom "adding that" shares.
    last: Option<Speaker>,
}

fn in_sentence(
    reading: &Reading<'_>,
    names: &Names,
    focus: &mut Focus,
    sentence: &SentenceTokens,
    found: &mut Vec<Attribution>,
) {
    let range = sentence.tokens.clone();
    let may_report = |i: usize| {
        stance::verb(&reading.tokens[i]).is_some() || stance::noun(&reading.tokens[i]).is_some()
    };
    let any = range
        .clone()
        .any(|i| may_report(i) || reading.is_word(i, "according"));
    if !any {
        return;
    }
    let mut work = Work {
        reading,
        names,
        clauses: clauses(reading, range.clone()),
        limit: range.start,
        sentence: range.clone(),
        last: None,
    };
    for i in range {
        let new = if reading.is_word(i, "according") && reading.is_word(i + 1, "to") {
            work.according(focus, i)
        } else if let Some(attribution) = work.verb(focus, i) {
            attribution
        } else {
            work.noun(focus, i)
        };
        for attribution in new {
            if let Some(speaker) = &attribution.speaker
                && speaker.tokens != attribution.cue
            {
                focus.remember(speaker, names);
                work.remember_group(focus, speaker, attribution.cue.start);
                work.last = Some(speaker.clone());
            }
            found.push(attribution);
        }
    }
}

impl Work<'_, '_> {
    /// "a spokesman for X": X is the group that "the group" means next.
    fn remember_group(&self, focus: &mut Focus, speaker: &Speaker, cue: usize) {
        let beside = speaker
            .tokens
            .start
            .saturating_sub(8)
            .max(self.sentence.start)..cue;
        let group = self.names.within(&beside).iter().rev().find(|(_, a)| {
            Some(*a) != speaker.actor && self.names.actors[*a].kind != Some(EntityKind::Person)
        });
        if let Some((_, actor)) = group
            && speaker.tokens.start < cue
        {
            focus.group = Some((self.names.actors[*actor].name.clone(), Some(*actor)));
        }
    }

    fn clause(&self, i: usize) -> Range<usize> {
        self.clauses
            .iter()
            .find(|c| c.contains(&i))
            .cloned()
            .unwrap_or_else(|| self.sentence.clone())
    }

    /// Attributions by the verb at `v`; `None` where it is no reporting verb here.
    fn verb(&mut self, focus: &Focus, v: usize) -> Option<Vec<Attribution>> {
        let verb = stance::verb(&self.reading.tokens[v])?;
        if !self.is_verb_use(v, verb.noun) {
            return None;
        }
        let chain = self.chain(v);
        let negated = (chain.start..v).any(|i| self.reading.class(i).is(Class::NEGATOR));
        if self.is_passive(&chain, v) {
            return Some(self.passive(focus, v, verb.stance, &chain));
        }
        if self.is_infinitive(chain.start) {
            return self.resolved(focus, v, verb.stance, chain.start);
        }
        let participle = self.reading.text(v).to_ascii_lowercase().ends_with("ing");
        let (speaker, start) = self.speaker(focus, v, &chain, participle)?;
        Some(self.contents(v, start, verb.stance, negated, &speaker))
    }

    /// Whether the form at `v` is used as a verb.
    fn is_verb_use(&self, v: usize, may_be_noun: bool) -> bool {
        let r = self.reading;
        if r.quote_at(v).is_some_and(|q| r.quotes[q].start == v) {
            return false;
        }
        if r.is(v + 1, '-') || (v > 0 && r.is(v - 1, '-') && !r.tokens[v - 1].spaced) {
            return false;
        }
        if !may_be_noun {
            return !r.follows_determiner(v) || r.text(v).ends_with("ing");
        }
        let before = v > self.sentence.start
            && (r.tokens[v - 1].is_word() || r.tokens[v - 1].kind == TokenKind::Close)
            && !r.follows_determiner(v)
            && !r.is_regular_past(v - 1);
        let next = r.class(v + 1);
        let object = r.is_word(v + 1, "that")
            || next.is(Class::DETERMINER
                .or(Class::PERSON_PRONOUN)
                .or(Class::GROUP_PRONOUN))
            || r.tokens.get(v + 1).is_some_and(|t| {
                t.kind == TokenKind::Open
                    || t.kind == TokenKind::Number
                    || (t.capital && t.is_word())
            })
            || r.is(v + 1, ':');
        let auxiliary = v > 0 && r.class(v - 1).is(Class::AUXILIARY.or(Class::MODAL));
        let apposed = v > self.sentence.start && r.is(v - 1, ',') && self.that(v + 1).is_some();
        auxiliary || (before && object) || apposed
    }

    /// "was quick to deny", "went on to say": an infinitive that was carried out.
    fn resolved(
        &mut self,
        focus: &Focus,
        v: usize,
        stance: Stance,
        to: usize,
    ) -> Option<Vec<Attribution>> {
        const DONE: [&str; 9] = [
            "quick",
            "swift",
            "first",
            "rushed",
            "moved",
            "on",
            "continued",
            "hastened",
            "hurried",
        ];
        let done =
            to >= self.sentence.start + 2 && DONE.iter().any(|w| self.reading.is_word(to - 2, w));
        if !done {
            return None;
        }
        let speaker = self.main_subject(focus, v);
        let start = self.clause(v).start.max(self.limit);
        Some(self.contents(v, start, stance, false, &speaker))
    }

    /// The auxiliaries, adverbs and "not" before the verb, and the verb.
    fn chain(&self, v: usize) -> Range<usize> {
        let mut start = v;
        while start > self.limit.max(self.sentence.start) {
            let class = self.reading.class(start - 1);
            let part = class.is(Class::AUXILIARY
                .or(Class::MODAL)
                .or(Class::NEGATOR)
                .or(Class::ADVERB))
                && !class.is(Class::DETERMINER
                    .or(Class::PERSON_PRONOUN)
                    .or(Class::GROUP_PRONOUN))
                && !self.reading.is_genitive(start - 1);
            if !part {
                break;
            }
            start -= 1;
        }
        start..v + 1
    }

    fn is_passive(&self, chain: &Range<usize>, v: usize) -> bool {
        const BE: [&str; 8] = ["is", "are", "was", "were", "been", "being", "be", "'s"];
        let text = self.reading.text(v);
        let participle = text.ends_with("ed")
            || [
                "said", "told", "written", "thought", "found", "shown", "quoted",
            ]
            .contains(&text);
        participle
            && ((chain.start..v).any(|i| BE.iter().any(|w| self.reading.is_word(i, w)))
                || self.reading.is_word(v + 1, "by"))
    }

    fn is_infinitive(&self, start: usize) -> bool {
        start > self.sentence.start && self.reading.is_word(start - 1, "to")
    }

    /// "is believed to be", "was denied by X", "reported by X": nobody, or whom "by" names.
    fn passive(
        &mut self,
        focus: &Focus,
        v: usize,
        stance: Stance,
        chain: &Range<usize>,
    ) -> Vec<Attribution> {
        let r = self.reading;
        let end = self.clause(v).end;
        let by = r
            .is_word(v + 1, "by")
            .then(|| subject::after(r, v + 2, end))
            .flatten();
        let speaker = by
            .as_ref()
            .and_then(|p| subject::resolve(r, self.names, focus, p.clone()));
        let follows = r.is_word(v + 1, "to") || r.is_word(v + 1, "that");
        let it = chain.start > self.sentence.start && r.is_word(chain.start - 1, "it");
        let (content, lead) = if follows && it {
            (v + 2..self.right_end(v + 2), Some(chain.start - 1))
        } else {
            // The subject is part of what is said: "the offer is believed to be …". Of "the claims were
            // denied" it is all of it.
            let judged = matches!(stance, Stance::Denies | Stance::Doubts | Stance::Confirms);
            let subject = self.clause(v).start..chain.start;
            let told = subject.clone().any(|i| {
                stance::noun(&r.tokens[i]).is_some() || r.is_word(i, "it") || r.is_word(i, "this")
            });
            if judged && !told {
                return Vec::new();
            }
            let end = if judged && !follows { chain.start } else { end };
            (
                self.clause(v).start.max(self.limit.min(chain.start))..end,
                None,
            )
        };
        let stance = match stance {
            Stance::Denies | Stance::Doubts | Stance::Confirms => stance,
            Stance::Accuses => Stance::Accuses,
            Stance::Predicts | Stance::Plans => Stance::Predicts,
            _ if speaker.is_some() => stance,
            _ => Stance::Reports,
        };
        if !follows
            && speaker.is_none()
            && !matches!(stance, Stance::Denies | Stance::Accuses | Stance::Confirms)
        {
            return Vec::new();
        }
        let negated = (chain.start..v).any(|i| r.class(i).is(Class::NEGATOR));
        vec![Attribution {
            speaker,
            cue: chain.start..v + 1,
            content,
            stance,
            negated,
            direct: false,
            lead,
        }]
    }

    /// Who speaks, and where the reporting part begins.
    fn speaker(
        &self,
        focus: &Focus,
        v: usize,
        chain: &Range<usize>,
        participle: bool,
    ) -> Option<(Option<Speaker>, usize)> {
        let r = self.reading;
        let limit = self.limit.max(self.clause(v).start);
        let before =
            subject::before(r, limit, chain.start).filter(|p| subject::is_nominal(r, p.clone()));
        if participle {
            let main = self.last.clone().or_else(|| self.main_subject(focus, v));
            let joined = chain.start > limit && r.tokens[chain.start - 1].is_word();
            // "issued a statement denying it" is one clause.
            return Some((main, if joined { limit } else { chain.start }));
        }
        if let Some(phrase) = before {
            let speaker = subject::resolve(r, self.names, focus, phrase.clone());
            return Some((speaker, phrase.start));
        }
        let after_mark = chain.start == self.sentence.start
            || !r.tokens[chain.start - 1].is_word()
                && r.tokens[chain.start - 1].kind != TokenKind::Number;
        if after_mark
            && chain.len() == 1
            && let Some(phrase) = subject::after(r, v + 1, self.sentence.end)
        {
            let speaker = subject::resolve(r, self.names, focus, phrase)?;
            return Some((Some(speaker), chain.start));
        }
        if chain.start > self.sentence.start
            && self.reading.class(chain.start - 1).is(Class::COORDINATOR)
        {
            return Some((
                self.last.clone().or_else(|| self.main_subject(focus, v)),
                chain.start,
            ));
        }
        None
    }

    /// The subject of the sentence's first verb: who "saying" and "adding" belong to.
    fn main_subject(&self, focus: &Focus, v: usize) -> Option<Speaker> {
        let r = self.reading;
        let clause = self.clause(v);
        let start = if clause.start < v && r.has_finite(clause.start..v) {
            clause.start
        } else {
            self.sentence.start
        };
        let verb = (start..v).find(|&i| r.is_finite(i) && i > start)?;
        let phrase = subject::before(r, start, verb)?;
        subject::resolve(r, self.names, focus, phrase)
    }

    /// What is reported by the verb at `v`, whose reporting part begins at `start`.
    fn contents(
        &mut self,
        v: usize,
        start: usize,
        stance: Stance,
        negated: bool,
        speaker: &Option<Speaker>,
    ) -> Vec<Attribution> {
        let mut found = Vec::new();
        let mut add = |content: Range<usize>, direct: bool, lead: Option<usize>| {
            if !content.is_empty() {
                found.push(Attribution {
                    speaker: speaker.clone(),
                    cue: v..v + 1,
                    content,
                    stance,
                    negated,
                    direct,
                    lead,
                });
            }
        };
        let left = self.quote_left(start);
        let right = self.quote_right(v + 1);
        if let Some(quote) = left {
            add(quote, true, None);
            if let Some(quote) = right {
                self.limit = v + 1;
                add(quote, true, None);
            }
            return found;
        }
        if let Some(that) = self.that(v + 1) {
            let content = that + 1..self.right_end(that + 1);
            self.limit = that + 1;
            add(content, false, Some(start));
            return found;
        }
        if let Some(quote) = right {
            self.limit = quote.start;
            add(quote, true, Some(start));
            return found;
        }
        let participle = self.reading.text(v).ends_with("ing");
        let left = self.left(start).filter(|_| !participle);
        let right = self.right(v, stance).filter(|c| {
            // "X fell, she wrote in a letter, and Y …": what follows the comma is no longer hers.
            let comma = c
                .clone()
                .find(|&i| self.reading.is(i, ','))
                .unwrap_or(c.end);
            left.is_none() || self.reading.has_finite(c.start..comma)
        });
        if let Some(content) = right.clone().filter(|c| self.reading.has_finite(c.clone())) {
            self.limit = v + 1;
            add(content, false, Some(start));
            return found;
        }
        if let Some(content) = left {
            add(content, false, None);
            return found;
        }
        if let Some(content) = right {
            add(content, false, Some(start));
        }
        found
    }

    /// The quotation that ends directly before the reporting part at `start`.
    fn quote_left(&self, start: usize) -> Option<Range<usize>> {
        let r = self.reading;
        let near = (start.saturating_sub(3).max(self.sentence.start)..start)
            .rev()
            .find(|&i| r.tokens[i].kind == TokenKind::Close && r.tokens[i].double)?;
        let between = near + 1..start;
        let at = r.quotes.binary_search_by_key(&near, |q| q.end).ok()?;
        let quote = &r.quotes[at];
        (between.clone().all(|i| !r.tokens[i].is_word())).then(|| quote.clone())
    }

    /// The quotation that begins soon after the verb, before the sentence's end.
    fn quote_right(&self, from: usize) -> Option<Range<usize>> {
        const NEAR: usize = 14;
        let r = self.reading;
        let at = r.quotes.partition_point(|q| q.start <= from);
        let quote = r
            .quotes
            .get(at)
            .filter(|q| q.start <= self.sentence.end + 1)?;
        let between = from..quote.start - 1;
        let free = between.len() <= NEAR
            && !between.clone().any(|i| {
                r.is_finite(i) || (r.is(i, '.') && r.tokens.get(i + 1).is_some_and(|t| t.spaced))
            });
        free.then(|| quote.clone())
    }

    /// "that" after the verb, before any other verb with a tense: "said on Friday, after talks, that".
    fn that(&self, from: usize) -> Option<usize> {
        const NEAR: usize = 14;
        let r = self.reading;
        for i in from..self.sentence.end.min(from + NEAR) {
            if r.is_word(i, "that") && i + 1 < self.sentence.end {
                return Some(i);
            }
            if r.is_finite(i) || matches!(r.tokens[i].kind, TokenKind::Mark(';' | '.' | ':')) {
                return None;
            }
        }
        None
    }

    /// What follows the verb in its clause: "said Sudan had …", "claimed victory in …".
    fn right(&self, v: usize, stance: Stance) -> Option<Range<usize>> {
        let r = self.reading;
        let mut from = v + 1;
        while from < self.sentence.end
            && r.class(from).is(Class::ADVERB)
            && !r.class(from).is(Class::DETERMINER)
        {
            from += 1;
        }
        if from >= self.sentence.end
            || !r.tokens[from].is_word() && r.tokens[from].kind == TokenKind::Mark(',')
        {
            return None;
        }
        let end = self.right_end(from);
        let speaks = matches!(stance, Stance::Speaks);
        let content = from..end;
        (!speaks && subject::is_nominal(r, content.clone())).then_some(content)
    }

    /// What went before the reporting part at `start`: "the dam holds, officials said".
    fn left(&self, start: usize) -> Option<Range<usize>> {
        let r = self.reading;
        if start <= self.sentence.start || !r.is(start - 1, ',') {
            return None;
        }
        let from = self
            .clauses
            .iter()
            .map(|c| c.start)
            .filter(|&s| s < start && (r.is_word(s, "but") || r.is_word(s, "while")))
            .max()
            .unwrap_or(self.sentence.start)
            .max(if self.limit < start {
                self.sentence.start
            } else {
                self.limit
            });
        let content = from..start - 1;
        let adverbial = r.class(from).is(Class::PREPOSITION.or(Class::SUBORDINATOR))
            && !content.clone().any(|i| {
                let tensed = Class::AUXILIARY.or(Class::MODAL).or(Class::PRESENT);
                r.is(i, ',') || r.is_finite(i) && r.class(i).is(tensed)
            });
        (!adverbial && r.has_finite(content.clone())).then_some(content)
    }

    /// Where content that begins at `from` ends: at the sentence's end, or before a clause that has a
    /// reporting word of its own.
    fn right_end(&self, from: usize) -> usize {
        let r = self.reading;
        for clause in &self.clauses {
            if clause.start <= from {
                continue;
            }
            let opens = r
                .class(clause.start)
                .is(Class::CONTRAST.or(Class::COORDINATOR))
                || matches!(r.tokens[clause.start - 1].kind, TokenKind::Mark(';' | '—'));
            let reports = clause.clone().any(|i| {
                stance::verb(&r.tokens[i]).is_some_and(|v| self.is_verb_use(i, v.noun))
                    || (stance::noun(&r.tokens[i]).is_some()
                        && r.class(clause.start).is(Class::CONTRAST))
                    || r.is_word(i, "according")
            });
            if opens && reports {
                return clause.start;
            }
        }
        let quoted = r.quote_at(from).map(|q| r.quotes[q].end);
        quoted.unwrap_or(self.sentence.end).min(self.sentence.end)
    }

    /// "according to X".
    fn according(&mut self, focus: &Focus, i: usize) -> Vec<Attribution> {
        let r = self.reading;
        let Some(phrase) = subject::after(r, i + 2, self.sentence.end) else {
            return Vec::new();
        };
        let speaker = subject::resolve(r, self.names, focus, phrase.clone());
        let start = i.max(self.sentence.start);
        let leads = (self.sentence.start..start).all(|k| {
            !r.tokens[k].is_word()
                || r.class(k)
                    .is(Class::COORDINATOR.or(Class::CONTRAST).or(Class::ADVERB))
        });
        let opens = leads
            || start > self.sentence.start
                && r.is(start - 1, ',')
                && start > self.sentence.start + 1
                && r.class(start - 2).is(Class::COORDINATOR);
        let (content, lead) = if opens {
            let from = (phrase.end + usize::from(r.is(phrase.end, ','))).min(self.sentence.end);
            self.limit = from;
            (from..self.right_end(from), Some(start))
        } else {
            (self.clause(i).start.min(start)..start, None)
        };
        let content = self.quote_left(start).unwrap_or(content);
        vec![Attribution {
            speaker,
            cue: i..i + 2,
            content,
            stance: Stance::Says,
            negated: false,
            direct: false,
            lead,
        }]
    }

    /// "claims by X that …", "X's denial of …", "reports that …".
    fn noun(&mut self, focus: &Focus, n: usize) -> Vec<Attribution> {
        let r = self.reading;
        let Some(stance) = stance::noun(&r.tokens[n]).filter(|_| n >= self.limit) else {
            return Vec::new();
        };
        let Some(intro) = self.noun_content(n) else {
            return Vec::new();
        };
        let none = (self.sentence.start.max(n.saturating_sub(3))..n)
            .any(|i| r.class(i).is(Class::NEGATOR));
        if none {
            return Vec::new();
        }
        let denied = (self.sentence.start..n).rev().take(6).any(|i| {
            stance::verb(&r.tokens[i]).is_some_and(|v| v.stance == Stance::Denies && !v.noun)
        });
        if denied {
            return Vec::new();
        }
        let speaker = self.noun_speaker(focus, n, intro);
        if speaker.is_none() && matches!(stance, Stance::Says | Stance::Plans | Stance::Confirms) {
            return Vec::new();
        }
        let from = intro + 1;
        let content = from..self.noun_end(from);
        let end = content.end;
        let judged = end < self.right_end(from);
        let speaker = speaker.or_else(|| (!judged).then(|| self.nobody(n)).flatten());
        self.limit = from;
        vec![Attribution {
            speaker,
            cue: n..n + 1,
            content,
            stance,
            negated: false,
            direct: false,
            lead: Some(n),
        }]
    }

    /// "reports": a speaker who is nobody in particular, in the article's words.
    fn nobody(&self, n: usize) -> Option<Speaker> {
        Some(Speaker {
            name: self.reading.text(n).to_lowercase(),
            actor: None,
            tokens: n..n + 1,
        })
    }

    /// The "that" or "of" that joins a reporting noun to what it reports.
    fn noun_content(&self, n: usize) -> Option<usize> {
        let r = self.reading;
        let end = self.sentence.end.min(n + 14);
        let stops =
            |i: usize| r.is_finite(i) || matches!(r.tokens[i].kind, TokenKind::Mark(c) if c != '-');
        let reach = (n + 1..end).find(|&i| stops(i)).unwrap_or(end);
        let that = (n + 1..reach).find(|&i| r.is_word(i, "that"));
        let of = (n + 1..reach).find(|&i| r.is_word(i, "of") || r.is_word(i, "about"));
        let near = |i: usize| {
            (n + 1..i).all(|k| {
                r.class(k)
                    .is(Class::TIME.or(Class::ADVERB).or(Class::DETERMINER))
                    || r.is_word(k, "last")
                    || r.is_word(k, "on")
            })
        };
        let named = |i: usize| (n + 1..i).any(|k| r.is_word(k, "by") || r.is_word(k, "from"));
        that.filter(|&i| near(i) || named(i))
            .or(of.filter(|&i| near(i)))
    }

    fn noun_speaker(&self, focus: &Focus, n: usize, intro: usize) -> Option<Speaker> {
        let r = self.reading;
        let by = (n + 1..intro).find(|&i| r.is_word(i, "by") || r.is_word(i, "from"));
        if let Some(by) = by {
            return subject::resolve(r, self.names, focus, by + 1..intro);
        }
        let genitive = (self.sentence.start..n)
            .rev()
            .take(4)
            .find(|&i| r.is_genitive(i))?;
        let (tokens, actor) = self
            .names
            .mentions
            .iter()
            .find(|(t, _)| t.end == genitive)?;
        Some(Speaker {
            name: self.names.actors[*actor].name.clone(),
            actor: Some(*actor),
            tokens: tokens.clone(),
        })
    }

    /// A reporting noun's content ends before the main verb that denies or confirms it ("claims that X
    /// fell | have been denied"), or with the clause.
    fn noun_end(&self, from: usize) -> usize {
        let r = self.reading;
        let end = self.right_end(from);
        let mut seen = false;
        for i in from..end {
            let denial = stance::verb(&r.tokens[i]).is_some_and(|v| {
                matches!(v.stance, Stance::Denies | Stance::Confirms | Stance::Doubts)
            });
            if seen && denial {
                let mut start = i;
                while start > from
                    && r.class(start - 1)
                        .is(Class::AUXILIARY.or(Class::ADVERB).or(Class::NEGATOR))
                {
                    start -= 1;
                }
                if start < i {
                    return start;
                }
            }
            seen |= r.is_finite(i);
        }
        end
    }
}

/// The subject of a sentence that reports nothing is who "he" in the next may be.
fn remember_subject(
    reading: &Reading<'_>,
    names: &Names,
    focus: &mut Focus,
    sentence: &SentenceTokens,
    reported: bool,
) {
    if reported || reading.quote_at(sentence.tokens.start + 1).is_some() {
        return;
    }
    let range = sentence.tokens.clone();
    let Some(verb) = range
        .clone()
        .find(|&i| reading.is_finite(i) && i > range.start)
    else {
        return;
    };
    let Some(phrase) = subject::before(reading, range.start, verb) else {
        return;
    };
    if let Some(speaker) = subject::resolve(reading, names, focus, phrase)
        && speaker.actor.is_some()
    {
        focus.remember(&speaker, names);
    }
}

/// A quotation without a speaker of its own belongs to the speaker of the quotation before it, when it
/// opens a sentence of the same paragraph or of the next one; also the speaker of indirect words in the
/// sentence before.
fn continue_quotes(reading: &Reading<'_>, found: &mut Vec<Attribution>) {
    found.sort_by_key(|a| a.cue.start);
    let mut contents: Vec<Range<usize>> = found.iter().map(|a| a.content.clone()).collect();
    contents.sort_by_key(|c| c.start);
    let mut reach = 0;
    let mut next = 0;
    let mut more: Vec<Attribution> = Vec::new();
    for quote in &reading.quotes {
        while next < contents.len() && contents[next].start <= quote.start {
            reach = reach.max(contents[next].end);
            next += 1;
        }
        if reach >= quote.end {
            continue;
        }
        let before = found.partition_point(|a| a.cue.start < quote.start);
        let said = found[..before]
            .iter()
            .rev()
            .take(8)
            .find(|a| a.speaker.is_some());
        let last = said
            .into_iter()
            .chain(more.last())
            .max_by_key(|a| a.content.end.max(a.cue.end));
        if let Some(last) = last
            && goes_on(reading, last, quote)
        {
            more.push(Attribution {
                content: quote.clone(),
                direct: true,
                lead: None,
                negated: false,
                stance: Stance::Says,
                ..last.clone()
            });
        }
    }
    found.extend(more);
}

/// Whether a quotation opens a sentence soon after what an attribution reports.
fn goes_on(reading: &Reading<'_>, last: &Attribution, quote: &Range<usize>) -> bool {
    let end = last.content.end.max(last.cue.end) - 1;
    let (Some(own), Some(before)) = (sentence_of(reading, quote.start), sentence_of(reading, end))
    else {
        return false;
    };
    let (own, before) = (&reading.sentences[own], &reading.sentences[before]);
    quote.start <= own.tokens.start + 1 && before.paragraph + 1 >= own.paragraph
}

/// The sentence that a token stands in.
pub fn sentence_of(reading: &Reading<'_>, token: usize) -> Option<usize> {
    let at = reading.sentences.partition_point(|s| s.tokens.end <= token);
    (at < reading.sentences.len()).then_some(at)
}
