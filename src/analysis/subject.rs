//! Who stands in the place of the subject: the noun phrase beside a reporting verb, and whom it names.

use super::names::{Names, flat};
use super::reading::Reading;
use super::stance;
use super::words::Class;
use crate::config::EntityKind;
use crate::text::{Stem, TokenKind};
use std::ops::Range;

/// Somebody to whom words are ascribed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name, or the words that describe them.
    pub name: String,
    /// Their place among the article's actors, where they have a name.
    pub actor: Option<usize>,
    /// The words that name them here.
    pub tokens: Range<usize>,
}

/// Who was last spoken of, so that "he" and "the group" can be traced.
#[derive(Clone, Debug, Default)]
pub struct Focus {
    /// The last single person.
    pub person: Option<(String, Option<usize>)>,
    /// The last group.
    pub group: Option<(String, Option<usize>)>,
}

impl Focus {
    /// Remembers a speaker.
    pub fn remember(&mut self, speaker: &Speaker, names: &Names) {
        let known = (speaker.name.clone(), speaker.actor);
        match speaker.actor.and_then(|a| names.actors[a].kind) {
            Some(EntityKind::Group | EntityKind::Other | EntityKind::Place) => {
                self.group = Some(known);
            }
            Some(EntityKind::Person) => self.person = Some(known),
            None if plural(&speaker.name) => self.group = Some(known),
            None if speaker.actor.is_none() || speaker.name.contains(' ') => {
                self.person = Some(known)
            }
            None => {}
        }
    }
}

/// Whether a describing noun phrase speaks of several: "officials", "local residents".
fn plural(name: &str) -> bool {
    let last = name
        .split(' ')
        .take_while(|w| *w != "of" && *w != "in" && *w != "from");
    last.last()
        .is_some_and(|w| w.ends_with('s') && !w.ends_with("ss"))
}

/// The subject that ends before token `end`, not further left than `limit`; `None` where what stands
/// there is no noun phrase.
///
/// Takes appositions along ("X, the spokesman, said"), leaves leading adverbials out ("On Friday, X
/// said"), and starts again after a relative word or a verb of an earlier clause.
pub fn before(reading: &Reading<'_>, limit: usize, end: usize) -> Option<Range<usize>> {
    let mut end = end;
    let comma = end > limit && reading.is(end - 1, ',');
    if comma {
        end -= 1;
    }
    let from = last_stop(reading, limit, end);
    let chunks = comma_chunks(reading, from, end);
    if comma {
        let main = chunks.iter().position(|c| !is_adverbial(reading, c))?;
        let chosen = &chunks[main];
        if reading.has_finite(chosen.clone()) || chosen.is_empty() {
            return None;
        }
        return Some(chosen.start..end);
    }
    let last = chunks.last()?.clone();
    let own = after_verb(reading, last);
    (!own.is_empty()).then_some(own)
}

/// The place after the last mark that ends a clause, or after a closing quotation mark.
fn last_stop(reading: &Reading<'_>, limit: usize, end: usize) -> usize {
    (limit..end)
        .rev()
        .find(|&i| match reading.tokens[i].kind {
            TokenKind::Mark(';' | '—' | ':') => true,
            TokenKind::Close => reading.quotes.binary_search_by_key(&i, |q| q.end).is_ok(),
            _ => false,
        })
        .map_or(limit, |i| i + 1)
}

fn comma_chunks(reading: &Reading<'_>, from: usize, end: usize) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let mut start = from;
    let mut depth = 0usize;
    for i in from..end {
        match reading.tokens[i].kind {
            TokenKind::Mark('(' | '[') => depth += 1,
            TokenKind::Mark(')' | ']') => depth = depth.saturating_sub(1),
            TokenKind::Mark(',') if depth == 0 => {
                if i > start {
                    chunks.push(start..i);
                }
                start = i + 1;
            }
            _ => {}
        }
    }
    if end > start {
        chunks.push(start..end);
    }
    chunks
}

/// Whether a stretch between commas tells when, where or how, not who.
fn is_adverbial(reading: &Reading<'_>, chunk: &Range<usize>) -> bool {
    let first = reading.class(chunk.start);
    let only_adverbs = chunk.clone().all(|i| {
        reading.class(i).is(Class::ADVERB
            .or(Class::CONTRAST)
            .or(Class::COORDINATOR)
            .or(Class::TIME))
            || reading.tokens[i].kind == TokenKind::Number
    });
    let text = reading.text(chunk.start);
    only_adverbs
        || first.is(Class::PREPOSITION
            .or(Class::SUBORDINATOR)
            .or(Class::RELATIVE))
            && !reading.is_word(chunk.start, "that")
        || (text.len() > 5 && text.ends_with("ing") && first == Class::default())
}

/// What follows the last relative word, or the last verb with a tense and its "and".
fn after_verb(reading: &Reading<'_>, chunk: Range<usize>) -> Range<usize> {
    let mut start = chunk.start;
    let mut verb = false;
    for i in chunk.clone() {
        let class = reading.class(i);
        let word = reading.tokens[i].is_word();
        verb |= reading.is_finite(i);
        let again = verb
            && ["after", "before", "as", "since", "until", "when"]
                .iter()
                .any(|w| reading.is_word(i, w));
        let relative = word && class.is(Class::RELATIVE) && i + 1 < chunk.end;
        let links = word
            && class.is(Class::SUBORDINATOR.or(Class::CONTRAST))
            && !class.is(Class::PREPOSITION.or(Class::ADVERB));
        if again || relative || links {
            start = i + 1;
        }
    }
    while start < chunk.end
        && reading
            .class(start)
            .is(Class::COORDINATOR.or(Class::CONTRAST))
    {
        start += 1;
    }
    let relative = start > chunk.start && reading.class(start - 1).is(Class::RELATIVE);
    if relative && reading.is_finite(start) && start > chunk.start + 1 {
        // "an activist who spoke to workers | said": the relative clause describes the subject.
        return after_verb(reading, chunk.start..start - 1);
    }
    if let Some(verb) = (start..chunk.end).find(|&i| reading.is_finite(i)) {
        // "A met B and | said": the first subject is shared; "what it called X | said" has none of its own.
        return if verb > start {
            start..verb
        } else {
            start..start
        };
    }
    let last = chunk.end.saturating_sub(1);
    if last > start
        && reading
            .class(last)
            .is(Class::PERSON_PRONOUN.or(Class::GROUP_PRONOUN))
    {
        start = last;
    }
    start..chunk.end
}

/// The noun phrase that begins at `start`: up to a comma or the sentence's end, with an apposition that
/// is a name, and without "in a statement" and its like.
pub fn after(reading: &Reading<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let mut stop = start;
    while stop < end && !ends_phrase(reading, start, stop) {
        stop += 1;
    }
    if reading.is(stop, ',')
        && (stop + 1..end)
            .next()
            .is_some_and(|i| reading.tokens[i].capital)
    {
        let mut more = stop + 1;
        while more < end && reading.tokens[more].is_word() && reading.tokens[more].capital {
            more += 1;
        }
        if more > stop + 2 && (more >= end || !reading.tokens[more].is_word()) {
            stop = more;
        }
    }
    (stop > start && is_nominal(reading, start..stop)).then_some(start..stop)
}

fn ends_phrase(reading: &Reading<'_>, start: usize, i: usize) -> bool {
    let token = &reading.tokens[i];
    match token.kind {
        TokenKind::Mark('.') => reading.text(i - usize::from(i > start)).len() > 2,
        TokenKind::Mark(c) => !"-'/".contains(c),
        TokenKind::Open | TokenKind::Close => token.double,
        _ => {
            let class = reading.class(i);
            i > start
                && (class.is(Class::TIME.or(Class::RELATIVE).or(Class::SUBORDINATOR))
                    || reading.is_finite(i)
                    || class.is(Class::PREPOSITION)
                        && !(reading.is_word(i, "by")
                            && stance::noun(&reading.tokens[i - 1]).is_some())
                        && !["of", "for", "from", "at"]
                            .iter()
                            .any(|w| reading.is_word(i, w)))
        }
    }
}

/// Whether a range could name somebody: it holds a noun or a pronoun.
pub fn is_nominal(reading: &Reading<'_>, range: Range<usize>) -> bool {
    const NO_NOUN: Class = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::AUXILIARY)
        .or(Class::MODAL)
        .or(Class::ADVERB)
        .or(Class::COORDINATOR)
        .or(Class::TIME)
        .or(Class::SUBORDINATOR);
    range.into_iter().any(|i| {
        reading.tokens[i].is_word()
            && (!reading.class(i).is(NO_NOUN)
                || reading
                    .class(i)
                    .is(Class::PERSON_PRONOUN.or(Class::GROUP_PRONOUN)))
            && !reading.is_regular_past(i)
    })
}

/// Whom a noun phrase names.
pub fn resolve(
    reading: &Reading<'_>,
    names: &Names,
    focus: &Focus,
    phrase: Range<usize>,
) -> Option<Speaker> {
    let phrase = strip(reading, phrase);
    if phrase.is_empty() {
        return None;
    }
    if let Some(found) = pronoun(reading, focus, &phrase) {
        return found;
    }
    if let Some(author) = author(reading, &phrase) {
        return resolve(reading, names, focus, author);
    }
    let chunks = comma_chunks(reading, phrase.start, phrase.end);
    let head = chunks.first()?.clone();
    let core = core(reading, &head);
    named(reading, names, &core)
        .or_else(|| apposed(reading, names, &chunks))
        .or_else(|| epithet(reading, names, focus, &core, &head))
        .or_else(|| described(reading, &head))
}

/// Whose words a statement is: X, of "a statement by X".
fn author(reading: &Reading<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let by = phrase
        .clone()
        .skip(1)
        .find(|&i| reading.is_word(i, "by") || reading.is_word(i, "from"))?;
    let told = stance::noun(&reading.tokens[by - 1]).is_some();
    (told && by + 1 < phrase.end).then(|| by + 1..phrase.end)
}

/// The phrase without articles, adverbs and conjunctions at its beginning, and without adverbs at its end.
fn strip(reading: &Reading<'_>, phrase: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (phrase.start, phrase.end);
    while start < end
        && (!reading.tokens[start].is_word() && reading.tokens[start].kind != TokenKind::Number
            || reading
                .class(start)
                .is(Class::COORDINATOR.or(Class::CONTRAST).or(Class::ADVERB))
                && !reading.class(start).is(Class::DETERMINER)
                && !reading
                    .class(start)
                    .is(Class::PERSON_PRONOUN.or(Class::GROUP_PRONOUN)))
    {
        start += 1;
    }
    while end > start
        && (!reading.tokens[end - 1].is_word() && !reading.is(end - 1, ')')
            || reading.class(end - 1).is(Class::ADVERB) && end - 1 > start)
    {
        end -= 1;
    }
    start..end
}

/// A pronoun's antecedent: `Some(None)` where it is a pronoun without one.
fn pronoun(reading: &Reading<'_>, focus: &Focus, phrase: &Range<usize>) -> Option<Option<Speaker>> {
    if phrase.len() != 1 {
        return None;
    }
    let class = reading.class(phrase.start);
    let known = if class.is(Class::PERSON_PRONOUN) {
        focus.person.as_ref()
    } else if reading.is_word(phrase.start, "they") {
        focus.group.as_ref().or(focus.person.as_ref())
    } else if reading.is_word(phrase.start, "it") {
        focus.group.as_ref()
    } else if class.is(Class::FIRST_PRONOUN
        .or(Class::GROUP_PRONOUN)
        .or(Class::RELATIVE))
    {
        None
    } else {
        return None;
    };
    Some(known.map(|(name, actor)| Speaker {
        name: name.clone(),
        actor: *actor,
        tokens: phrase.clone(),
    }))
}

/// The phrase up to its first preposition or relative word: "the head", of "the head of the agency".
fn core(reading: &Reading<'_>, head: &Range<usize>) -> Range<usize> {
    let stop = head
        .clone()
        .skip(1)
        .find(|&i| {
            let class = reading.class(i);
            class.is(Class::PREPOSITION.or(Class::RELATIVE)) && !reading.is_genitive(i)
                || reading.is(i, '(')
        })
        .unwrap_or(head.end);
    head.start..stop
}

/// The name that a core ends with.
fn named(reading: &Reading<'_>, names: &Names, core: &Range<usize>) -> Option<Speaker> {
    let (tokens, actor) = names
        .within(core)
        .iter()
        .rfind(|(t, _)| t.end >= core.end && !reading.is_genitive(t.end))?;
    Some(Speaker {
        name: names.actors[*actor].name.clone(),
        actor: Some(*actor),
        tokens: tokens.clone(),
    })
}

/// A name that stands in apposition: "the head of the agency, Ines Varga".
fn apposed(reading: &Reading<'_>, names: &Names, chunks: &[Range<usize>]) -> Option<Speaker> {
    let next = chunks.get(1)?;
    let core = core(reading, next);
    let whole = core.len() == next.len() || reading.tokens[next.start].capital;
    whole.then(|| named(reading, names, &core)).flatten()
}

/// "the spokesman", "the group": somebody who was named before and has that role.
fn epithet(
    reading: &Reading<'_>,
    names: &Names,
    focus: &Focus,
    core: &Range<usize>,
    head: &Range<usize>,
) -> Option<Speaker> {
    let last = core.end.checked_sub(1)?;
    let definite = ["the", "this", "his", "her", "its", "their"]
        .iter()
        .any(|w| reading.is_word(core.start, w));
    let class = reading.class(last);
    if !definite || !class.is(Class::ROLE.or(Class::PERSON_ROLE).or(Class::GROUP_ROLE)) {
        return None;
    }
    let role = reading.tokens[last].stem;
    let given = |(name, actor): &(String, Option<usize>)| Speaker {
        name: name.clone(),
        actor: *actor,
        tokens: core.clone(),
    };
    if reading.is_word(last, "latter") {
        return last_person(names, core.start).map(|actor| Speaker {
            name: names.actors[actor].name.clone(),
            actor: Some(actor),
            tokens: core.clone(),
        });
    }
    let has_role = |m: &&(Range<usize>, usize)| names.actors[m.1].roles.contains(&role);
    let from = names
        .mentions
        .partition_point(|(t, _)| t.start < core.start);
    let modified = head.len() > 2;
    if class.is(Class::PERSON_ROLE)
        && let Some((_, actor)) = names.mentions[..from].iter().rev().take(200).find(has_role)
        && (!modified || shares_word(reading, names, *actor, head))
    {
        return Some(given(&(names.actors[*actor].name.clone(), Some(*actor))));
    }
    if modified {
        return None;
    }
    let described = |known: &&(String, Option<usize>)| {
        known.1.is_none() && known.0.split(' ').any(|w| Stem::of(w) == role)
    };
    if let Some(known) = focus.person.iter().chain(&focus.group).find(described) {
        return Some(given(known));
    }
    if class.is(Class::GROUP_ROLE) {
        return focus.group.as_ref().map(given);
    }
    None
}

/// Whether a modified epithet ("the Taliban spokesman") fits an actor: some mention of the actor stands
/// beside the modifier. Without that the epithet may be somebody else's.
fn shares_word(reading: &Reading<'_>, names: &Names, actor: usize, core: &Range<usize>) -> bool {
    let wanted: Vec<Stem> = core
        .clone()
        .filter(|&i| {
            reading.tokens[i].is_word()
                && !reading.class(i).is(Class::DETERMINER
                    .or(Class::ROLE)
                    .or(Class::PREPOSITION)
                    .or(Class::ADVERB))
        })
        .map(|i| reading.tokens[i].stem)
        .collect();
    names
        .mentions
        .iter()
        .filter(|(_, a)| *a == actor)
        .take(50)
        .any(|(t, _)| {
            let near = t.start.saturating_sub(6)..(t.end + 8).min(reading.tokens.len());
            wanted
                .iter()
                .all(|w| near.clone().any(|i| reading.tokens[i].stem == *w))
        })
}

fn last_person(names: &Names, before: usize) -> Option<usize> {
    let to = names.mentions.partition_point(|(t, _)| t.start < before);
    names.mentions[..to]
        .iter()
        .rev()
        .map(|(_, a)| *a)
        .find(|&a| names.actors[a].kind == Some(EntityKind::Person))
}

/// Somebody without a name, in the article's words: "local resident".
fn described(reading: &Reading<'_>, head: &Range<usize>) -> Option<Speaker> {
    const LONGEST: usize = 10;
    let mut start = head.start;
    while start < head.end && reading.class(start).is(Class::DETERMINER) {
        start += 1;
    }
    let stop = (start..head.end)
        .find(|&i| reading.class(i).is(Class::RELATIVE) || reading.is(i, '('))
        .unwrap_or(head.end)
        .min(start + LONGEST);
    let range = start..stop;
    if range.is_empty() || !is_nominal(reading, range.clone()) {
        return None;
    }
    Some(Speaker {
        name: flat(reading.span(&range).of(reading.body)),
        actor: None,
        tokens: head.start..stop,
    })
}
