//! Victims: which numbers the words of the built-in kinds count.

use super::grammar::{Class, Noun};
use super::kinds::{EITHER, Event, FigureKinds, Shape};
use super::scene::Scene;
use crate::analysis::Figure;
use crate::text::TokenKind;

/// How a verb of a kind stands in its sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Past,
    Gerund,
    Base,
    Noun,
    State,
    Dies,
}

/// Reads what the `n`-th word of a kind counts.
pub(super) fn read(scene: &mut Scene<'_>, kinds: &FigureKinds, events: &[Event], n: usize) {
    let event = &events[n];
    let Some(of) = called(scene, kinds, events, n) else {
        return;
    };
    let of = of.to_owned();
    if is_reference(scene, events, n) {
        return;
    }
    if event.is(Shape::Toll) {
        return toll(scene, event, &of);
    }
    if event.is(Shape::Loss) {
        return loss(scene, event);
    }
    if event.is(Shape::Lives) {
        return lives(scene, event, &of);
    }
    let before = scene.found.len();
    match form(scene, event) {
        Form::Past => past(scene, event, &of),
        Form::Gerund => gerund(scene, event, &of),
        Form::Base => base(scene, event, &of),
        Form::Noun => happening(scene, event, &of),
        Form::State => state(scene, event, &of),
        Form::Dies => dies(scene, event, &of),
    }
    if scene.found.len() > before {
        let stop = events
            .get(n + 1)
            .map_or(scene.tokens.len(), |e| e.tokens.start);
        parts(scene, event.tokens.end, stop, &of);
        elsewhere(scene, event.tokens.end..stop, &of);
        nobody_either(scene, before);
    }
}

/// "41 died in Turkey and | 58 in Syria".
fn elsewhere(scene: &mut Scene<'_>, within: std::ops::Range<usize>, of: &str) {
    for n in scene.numbers_in(within) {
        let tokens = scene.numbers[n].tokens.clone();
        let joined = tokens.start > 0 && scene.joins(tokens.start - 1);
        if joined
            && scene.is(tokens.end, Class::Place)
            && let Some(place) = scene.place_at(tokens.end)
        {
            scene.take(of, n, tokens.end, Some(place));
        }
    }
}

/// Where nobody was killed or wounded, nobody was killed and nobody was wounded.
fn nobody_either(scene: &mut Scene<'_>, from: usize) {
    let none = |f: &Figure| f.of == EITHER && f.max == Some(0.0);
    for at in (from..scene.found.len())
        .filter(|&i| none(&scene.found[i]))
        .collect::<Vec<_>>()
    {
        let mut wounded = scene.found[at].clone();
        "wounded".clone_into(&mut wounded.of);
        "killed".clone_into(&mut scene.found[at].of);
        scene.found.push(wounded);
    }
}

/// Those who are counted in already: "killed 12 people, including eight commandos and a child".
fn parts(scene: &mut Scene<'_>, from: usize, stop: usize, of: &str) {
    let within = from..stop.min(from + 14);
    let ends = |i: &usize| scene.mark(*i, ';') || scene.mark(*i, '—') || scene.is(*i, Class::Be);
    let Some(included) = within
        .take_while(|i| !ends(i))
        .find(|&i| scene.is(i, Class::Part))
    else {
        return;
    };
    let end = (included + 1..stop.min(included + 18))
        .find(|&i| scene.is(i, Class::Boundary) || ends(&i))
        .unwrap_or_else(|| stop.min(included + 18));
    for n in scene.numbers_in(included..end) {
        let start = scene.numbers[n].tokens.start;
        let listed = start > 0
            && (start - 1 == included
                || scene.joins(start - 1)
                || scene.mark(start - 1, ',')
                || scene.says(start - 1, "them"));
        let people = scene.numbers[n].tokens.end..scene.head_end(n, end);
        if listed && people.clone().any(|i| scene.noun(i) == Some(Noun::Person)) {
            scene.take(of, n, end, None);
            scene.parts();
        }
    }
}

/// Whether a word only says of whom the next one speaks: "two of the wounded soldiers died".
fn is_reference(scene: &Scene<'_>, events: &[Event], n: usize) -> bool {
    let at = events[n].tokens.start;
    let pointed = at >= 2 && scene.says(at - 1, "the") && scene.says(at - 2, "of");
    let ends = events[n].tokens.end;
    pointed
        && events
            .get(n + 1)
            .is_some_and(|next| next.tokens.start <= ends + 5 && next.of != events[n].of)
}

/// The kind of a word; of "killed or wounded", both words count the same.
fn called<'k>(
    scene: &Scene<'_>,
    kinds: &'k FigureKinds,
    events: &[Event],
    n: usize,
) -> Option<&'k str> {
    let own = kinds.called(events[n].of);
    let casualty = |of: &str| of == "killed" || of == "wounded";
    let joined = |a: &Event, b: &Event| {
        scene.joins(a.tokens.end)
            && a.tokens.end + 1 == b.tokens.start
            && a.of != b.of
            && casualty(kinds.called(a.of))
            && casualty(kinds.called(b.of))
    };
    if n > 0 && joined(&events[n - 1], &events[n]) {
        return Some(EITHER);
    }
    if events
        .get(n + 1)
        .is_some_and(|next| joined(&events[n], next))
    {
        let spare = scene.number_before(events[n].tokens.start).is_none();
        return (!spare).then_some(EITHER);
    }
    Some(own)
}

fn form(scene: &Scene<'_>, event: &Event) -> Form {
    let at = event.tokens.start;
    let word = scene.letters(at);
    if event.is(Shape::Does) {
        let noun = event.is(Shape::Event) && is_noun(scene, event);
        return match () {
            () if noun => Form::Noun,
            () if word.ends_with("ing") => Form::Gerund,
            () if is_past(&word) => Form::Past,
            () => Form::Base,
        };
    }
    if event.is(Shape::Dies) {
        return Form::Dies;
    }
    if event.is(Shape::State) {
        return Form::State;
    }
    Form::Noun
}

fn is_past(word: &str) -> bool {
    word.ends_with("ed")
        || [
            "slain", "slew", "shot", "hurt", "taken", "took", "beaten", "cost", "burnt",
        ]
        .contains(&word)
}

/// Whether a word that is verb and noun is a noun here: "the murder of", "three arrests".
fn is_noun(scene: &Scene<'_>, event: &Event) -> bool {
    let at = event.tokens.start;
    let before = at.checked_sub(1);
    let word = scene.letters(at);
    if ["y", "ies", "ings"].iter().any(|e| word.ends_with(e)) {
        return true;
    }
    let pointed = before.is_some_and(|i| {
        scene.is(i, Class::Determiner) || scene.is(i, Class::One) || scene.is_genitive(i)
    });
    scene.says(event.tokens.end, "of")
        || !is_past(&word)
            && (pointed
                || before.is_some_and(|i| {
                    scene.is(i, Class::Preposition)
                        && !scene.says(i, "to")
                        && !word.ends_with("ing")
                }))
}

/// The auxiliary of a passive, past adverbs: "were reportedly | killed".
fn passive(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut i = at;
    for _ in 0..7 {
        i = i.checked_sub(1)?;
        if scene.is(i, Class::Be) {
            return Some(first_auxiliary(scene, i));
        }
        let list = scene.joins(i) || scene.mark(i, ',') || scene.letters(i).ends_with("ly");
        if !scene.is(i, Class::Adverb) && !list {
            return None;
        }
    }
    None
}

/// The first of "are reported to have been".
fn first_auxiliary(scene: &Scene<'_>, mut at: usize) -> usize {
    while let Some(before) = at.checked_sub(1) {
        let verbal = scene.is(before, Class::Be)
            || scene.is(before, Class::Have)
            || scene.is(before, Class::Adverb) && scene.noun(before).is_none()
            || scene.is(before, Class::Intent);
        if !verbal {
            break;
        }
        at = before;
    }
    at
}

/// Whether a word counts as a toll does: "the number of soldiers | killed".
fn is_number_of(scene: &Scene<'_>, at: usize) -> bool {
    let start = at.saturating_sub(6);
    (start..at).any(|i| {
        scene.says(i, "number")
            && scene.says(i + 1, "of")
            && (i + 2..at).all(|k| scene.continues(k) || scene.joins(k))
    })
}

/// "85 were killed", "killed 85", "85 killed".
fn past(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let at = event.tokens.start;
    if is_number_of(scene, at) && scene.number_before(at).is_none() {
        return toll(scene, event, of);
    }
    let auxiliary = passive(scene, at);
    if auxiliary.is_none() && begins_object(scene, event.tokens.end) {
        return object(scene, event, event.tokens.end, of, false);
    }
    if let Some(n) = scene.number_before(at) {
        let place = scene.place(event.tokens.end);
        return scene.take(of, n, at, place);
    }
    match auxiliary {
        Some(first) => subject(scene, event, first, of),
        None => {
            let before = scene.found.len();
            let named = at > 0 && scene.says(at - 1, "the");
            object(scene, event, event.tokens.end, of, named);
            if scene.found.len() == before {
                reduced(scene, event, of);
            }
        }
    }
}

/// "another policeman wounded", "the minister murdered in Paris": one, without an auxiliary.
fn reduced(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let at = event.tokens.start;
    let Some(last) = at.checked_sub(1) else {
        return;
    };
    let alone = scene.noun(last) == Some(Noun::Person) && !scene.is_plural(last);
    let ends = event.tokens.end >= scene.tokens.len()
        || scene.is(event.tokens.end, Class::Preposition)
        || !scene.tokens[event.tokens.end].is_word();
    let start = phrase_start(scene, at);
    let pointed = scene.is(start, Class::One) || scene.is(start, Class::Determiner);
    if alone && ends && pointed {
        let place = scene.place(event.tokens.end);
        scene.take_one(of, start..at, place);
    }
}

/// Where the phrase that ends before `end` begins.
fn phrase_start(scene: &Scene<'_>, end: usize) -> usize {
    let mut at = end;
    while at > 0 && end - at < 8 && scene.continues(at - 1) {
        at -= 1;
    }
    at
}

/// Whether an object stands at `at`: a number of people, somebody, a pronoun.
fn begins_object(scene: &Scene<'_>, at: usize) -> bool {
    let at = past_small(scene, at);
    let counted = scene.number_at(at).is_some_and(|n| {
        scene.counts_people(n, scene.tokens.len())
            && scene.head_end(n, scene.tokens.len()) > scene.numbers[n].tokens.end
    });
    counted || scene.is(at, Class::One) || scene.says(at, "him")
}

/// Past adverbs and determiners before a number or a noun.
fn past_small(scene: &Scene<'_>, mut at: usize) -> usize {
    let end = at + 3;
    while at < end && scene.number_at(at).is_none() {
        let small = scene.is(at, Class::Determiner)
            || scene.says(at, "also")
            || scene.letters(at).ends_with("ly");
        if !small
            || scene.noun(at).is_some()
            || scene.is(at, Class::One)
            || scene.is(at, Class::Pronoun)
        {
            break;
        }
        at += 1;
    }
    at
}

/// "killing five", "the wounding of five".
fn gerund(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let end = event.tokens.end;
    let noun = scene.says(end, "of");
    object(scene, event, end + usize::from(noun), of, noun);
}

/// "kill five": no single victim, for what may come is no figure.
fn base(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let at = past_small(scene, event.tokens.end);
    let meant = (event.tokens.start.saturating_sub(2)..event.tokens.start)
        .any(|i| scene.is(i, Class::Intent));
    if meant && scene.number_at(at).is_none() {
        return;
    }
    object(scene, event, event.tokens.end, of, false);
}

/// The victims after a verb or "of": "killed 2 soldiers, a maid and her daughter". `named` lets
/// a name be one victim.
fn object(scene: &mut Scene<'_>, event: &Event, from: usize, of: &str, named: bool) {
    let place = scene.place(event.tokens.end);
    let mut at = from;
    for item in 0..8 {
        at = past_small(scene, at);
        let Some(end) = victim(scene, at, of, named && item == 0, &place, event.sole) else {
            return;
        };
        at = end;
        let comma = usize::from(scene.mark(at, ','));
        let and = usize::from(scene.joins(at + comma));
        if comma + and == 0 {
            return;
        }
        at += comma + and;
        let counted = scene.number_at(past_small(scene, at)).is_some() || scene.is(at, Class::One);
        if and == 0 && !counted {
            return;
        }
        if leads_to_event(scene, at) {
            return;
        }
    }
}

/// Whether the phrase at `at` has a word of its own: "and 26 | injured", "and a child | was hurt".
fn leads_to_event(scene: &Scene<'_>, at: usize) -> bool {
    let end = scene.phrase_end(at);
    let verb = scene.is(end, Class::Be) || scene.is(end, Class::Have);
    let word = |i: usize| {
        let word = scene.letters(i);
        is_past(&word)
            || word.ends_with("ing")
            || ["dead", "left", "missing"].contains(&word.as_str())
    };
    verb || (at..end).any(|i| word(i) && scene.noun(i).is_none())
}

/// Takes the victim at `at`; where its phrase ends.
fn victim(
    scene: &mut Scene<'_>,
    at: usize,
    of: &str,
    named: bool,
    place: &Option<String>,
    sole: bool,
) -> Option<usize> {
    let limit = scene.tokens.len();
    if let Some(n) = scene.number_at(at) {
        if !scene.counts_people(n, limit) {
            return None;
        }
        let end = scene.head_end(n, limit);
        scene.take(of, n, limit, place.clone());
        return Some(end.max(at + 1));
    }
    if scene.says(at, "him") || scene.says(at, "her") && !scene.continues(at + 1) {
        scene.take_one(of, at..at + 1, place.clone());
        return Some(at + 1);
    }
    let start = at
        .checked_sub(1)
        .filter(|&i| scene.is(i, Class::Determiner))
        .unwrap_or(at);
    let end = scene.phrase_end(at);
    let one = one_victim(scene, at..end, named, sole)?;
    scene.take_one(of, start..one, place.clone());
    Some(one)
}

/// Whether a phrase names one human being; where it ends.
fn one_victim(
    scene: &Scene<'_>,
    range: std::ops::Range<usize>,
    named: bool,
    sole: bool,
) -> Option<usize> {
    if range.is_empty() || scene.is(range.start, Class::Figureless) {
        return None;
    }
    let somebody = |i: usize| scene.noun(i) == Some(Noun::Person) && !scene.is(i, Class::Heavy);
    let person = range.clone().find(|&i| somebody(i));
    let plural = range
        .clone()
        .any(|i| scene.noun(i) == Some(Noun::Person) && scene.is_plural(i));
    let own = range
        .clone()
        .any(|i| scene.tokens[i].kind == TokenKind::Clitic);
    if plural || own && person.is_none() {
        return None;
    }
    let pointed = scene.is(range.start, Class::One)
        || range.start > 0 && scene.is(range.start - 1, Class::Determiner);
    let capital = scene.tokens[range.start].capital;
    if person.is_some() && (pointed || capital || sole) {
        return Some(range.end);
    }
    let last = range.end - 1;
    let name = named
        && capital
        && !pointed
        && scene.noun(last).is_none()
        && !scene.is(range.start, Class::Adverb);
    (name && range.len() >= 2).then_some(range.end)
}

/// The subject of a passive or of "died", whose first auxiliary or verb stands at `verb`.
fn subject(scene: &mut Scene<'_>, event: &Event, verb: usize, of: &str) {
    let start = subject_start(scene, verb);
    let place = scene.place(event.tokens.end);
    let limit = verb;
    let all = scene.numbers_in(start..verb);
    let again = |n: usize| scene.says(scene.numbers[n].tokens.start, "both");
    let first = all.first().copied();
    let own: Vec<usize> = all
        .into_iter()
        .filter(|&n| is_subject(scene, n, start) && scene.counts_people(n, limit))
        .filter(|&n| Some(n) == first || !again(n))
        .collect();
    if own.is_empty() {
        return one_subject(scene, event, start..verb, of, place);
    }
    for n in own {
        scene.take(of, n, limit, place.clone());
    }
}

/// Whether a number is part of a subject, not of what hangs on it: "in 2 months".
fn is_subject(scene: &Scene<'_>, n: usize, from: usize) -> bool {
    let start = scene.numbers[n].tokens.start;
    let Some(mut before) = start.checked_sub(1).filter(|&i| i >= from) else {
        return true;
    };
    if scene.is(before, Class::Part) {
        return true;
    }
    while before > from && scene.is(before, Class::Determiner) {
        before -= 1;
    }
    !scene.is(before, Class::Preposition)
}

/// Where the subject of the verb at `verb` may begin: after the verb or the conjunction before it.
fn subject_start(scene: &Scene<'_>, verb: usize) -> usize {
    let mut at = verb;
    while at > scene.last_event {
        let i = at - 1;
        let token = &scene.tokens[i];
        let relative = i > 0 && scene.is(i - 1, Class::Relative);
        let verbal = scene.is(i, Class::Be) || scene.is(i, Class::Have);
        if verbal && relative {
            at = i - 1;
            continue;
        }
        if token.is('—')
            && at == verb
            && let Some(pair) = (scene.last_event..i).rev().find(|&k| scene.mark(k, '—'))
        {
            at = pair;
            continue;
        }
        let hard = matches!(token.kind, TokenKind::Mark(';' | '—' | ':' | ']'));
        let clause =
            scene.is(i, Class::Boundary) && !(scene.says(i, "as") || scene.says(i, "left"));
        if verbal || hard || clause {
            break;
        }
        at = i;
    }
    at
}

/// One victim as the subject: "a civilian was killed", "Colonel Rojas was murdered", "who was killed".
fn one_subject(
    scene: &mut Scene<'_>,
    event: &Event,
    range: std::ops::Range<usize>,
    of: &str,
    place: Option<String>,
) {
    let verb = range.end;
    let negated =
        (verb..event.tokens.start).any(|i| scene.is(i, Class::Intent) && !scene.says(i, "to"));
    let many = ["were", "are", "have"].iter().any(|w| scene.says(verb, w));
    if range.is_empty() || negated || many {
        return;
    }
    let mut end = verb;
    let open = |i: usize| scene.is(i, Class::Relative) || !scene.tokens[i].is_word();
    while end > range.start && open(end - 1) {
        end -= 1;
    }
    let Some(last) = end.checked_sub(1).filter(|&i| i >= range.start) else {
        return;
    };
    if scene.is(last, Class::Pronoun) && !scene.says(last, "her") {
        return scene.take_one(of, last..end, place);
    }
    if scene.is(last, Class::Figureless) || scene.is_plural(last) && scene.noun(last).is_some() {
        return;
    }
    let start = phrase_start(scene, end).max(range.start);
    let person =
        (range.start..end).any(|i| scene.noun(i) == Some(Noun::Person) && !scene.is_plural(i));
    let thing = scene.noun(last) == Some(Noun::Thing);
    let capital = scene.tokens.get(start).is_some_and(|t| t.capital);
    if person && !thing || event.sole && capital && !thing {
        let start = if start < end { start } else { last };
        scene.take_one(of, start..end, place);
    }
}

/// "12 died", "two of whom died", "a child died".
fn dies(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let at = event.tokens.start;
    let falls = matches!(
        scene.letters(at).as_str(),
        "fell" | "fallen" | "fall" | "falls" | "falling"
    );
    let lapses = event.tokens.len() == 1 && falls;
    if let Some(n) = scene.number_before(at) {
        let end = scene.head_end(n, at);
        let soldiers =
            (scene.numbers[n].tokens.end..end).any(|i| scene.noun(i) == Some(Noun::Person));
        if !lapses || soldiers {
            let place = scene.place(event.tokens.end);
            scene.take(of, n, at, place);
        }
        return;
    }
    if !lapses && is_past(&scene.letters(at)) {
        let first = passive(scene, at).unwrap_or(at);
        let first = if first == at {
            first_auxiliary(scene, at)
        } else {
            first
        };
        subject(scene, event, first, of);
    }
}

/// "12 dead", "25 of the injured", "took 35 soldiers prisoner".
fn state(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let at = event.tokens.start;
    let misses = of == "missing"
        && event.tokens.len() == 1
        && scene.letters(at) != "missing"
        && scene.letters(at) != "unaccounted";
    if misses {
        return;
    }
    if let Some(n) = scene.number_before(at) {
        let place = scene.place(event.tokens.end);
        scene.take(of, n, at, place);
    } else if let Some(auxiliary) = passive(scene, at)
        && of != "displaced"
    {
        numbers_subject(scene, event, auxiliary, of);
    }
}

/// The numbers in the subject of "were missing"; no single one, who may be a thing.
fn numbers_subject(scene: &mut Scene<'_>, event: &Event, verb: usize, of: &str) {
    let start = subject_start(scene, verb);
    if scene
        .numbers_in(start..verb)
        .iter()
        .any(|&n| is_subject(scene, n, start))
    {
        subject(scene, event, verb, of);
    }
}

/// "36 deaths", "the murder of the six priests", "the minister's death".
fn happening(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let (at, end) = (event.tokens.start, event.tokens.end);
    let tried = at
        .checked_sub(1)
        .is_some_and(|i| scene.says(i, "attempted"));
    if scene.is(end, Class::Compound) || tried {
        return;
    }
    let body = ["body", "bodies", "corpse", "corpses", "injury", "injuries"]
        .contains(&scene.letters(at).as_str());
    let plural = scene.is_plural(at);
    if let Some(n) = scene.number_before(at) {
        let one = scene.numbers[n].max == Some(1.0);
        let own = scene.is_genitive(at - 1);
        if plural || one || own {
            let place = scene.place(end);
            return scene.take(of, n, at, place);
        }
    }
    let zero =
        at.checked_sub(1).is_some_and(|i| scene.is(i, Class::Zero)) && !scene.says(at - 1, "any");
    if zero {
        return nobody(scene, at - 1, of);
    }
    let dated = (end..end + 5).find(|&i| scene.says(i, "of"));
    let dated = dated.filter(|&i| i == end || scene.says(end, "on") || scene.says(end, "in"));
    if let Some(victims) = dated {
        return object(scene, event, victims + 1, of, !body && !plural);
    }
    if !body && !plural {
        owned(scene, at, of);
    }
}

/// "the minister's death", "his murder".
fn owned(scene: &mut Scene<'_>, at: usize, of: &str) {
    let Some(before) = at.checked_sub(1) else {
        return;
    };
    let clitic = scene.tokens[before].kind == TokenKind::Clitic;
    let several = before.checked_sub(1).is_some_and(|i| {
        scene.letters(before).len() == 1 || scene.noun(i).is_some() && scene.is_plural(i)
    });
    let pronoun = scene.says(before, "his") || scene.says(before, "her");
    if pronoun {
        let place = scene.place(at + 1);
        scene.take_one(of, before..at, place);
    } else if clitic && !several {
        let start = phrase_start(scene, before);
        let thing = before.checked_sub(1).and_then(|i| scene.noun(i)) == Some(Noun::Thing);
        if start < before && !thing {
            let place = scene.place(at + 1);
            scene.take_one(of, start..before, place);
        }
    }
}

/// Nobody was: "no deaths", "no casualties".
fn nobody(scene: &mut Scene<'_>, at: usize, of: &str) {
    let Some(span) = scene.span(&(at..at + 1)) else {
        return;
    };
    scene.found.push(Figure {
        of: of.to_owned(),
        who: None,
        place: None,
        unit: None,
        min: Some(0.0),
        max: Some(0.0),
        amount: None,
        span,
        part: false,
        total: false,
    });
}

/// "the toll rose to 11", "a toll of 36", "the number of victims is 61".
fn toll(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let from = event.tokens.end;
    let stop = (from..(from + 14).min(scene.tokens.len()))
        .find(|&i| scene.mark(i, ';') || scene.mark(i, '—'))
        .unwrap_or_else(|| (from + 14).min(scene.tokens.len()));
    let all = scene.numbers_in(from..stop);
    let limit = scene.tokens.len();
    let first = all.into_iter().find(|&n| scene.counts_people(n, limit));
    if let Some(n) = first {
        let place = scene.place(from);
        scene.take(of, n, limit, place);
        scene.totals();
    }
}

/// "claimed 12 lives".
fn lives(scene: &mut Scene<'_>, event: &Event, of: &str) {
    let at = event.tokens.start;
    let Some(n) = scene.number_before(at) else {
        return;
    };
    let start = scene.numbers[n].tokens.start;
    let taken = (start.saturating_sub(3)..start).any(|i| {
        let word = scene.letters(i);
        ["claim", "cost", "took", "tak", "lost", "los"]
            .iter()
            .any(|w| word.starts_with(w))
    });
    if taken {
        let place = scene.place(event.tokens.end);
        scene.take(of, n, at, place);
    }
}

/// "no casualties", "heavy losses", "18 casualties".
fn loss(scene: &mut Scene<'_>, event: &Event) {
    let at = event.tokens.start;
    let back = |n: usize| at.checked_sub(n);
    if back(1).is_some_and(|i| scene.is(i, Class::OtherLoss)) {
        return;
    }
    let zero = (1..6)
        .filter_map(back)
        .find(|&i| scene.is(i, Class::Zero) && !scene.says(i, "any"));
    let reported = zero.is_some_and(|z| {
        (z + 1..at).all(|i| {
            scene.says(i, "of")
                || scene.says(i, "any")
                || scene.letters(i).starts_with("report")
                || scene.letters(i).starts_with("immediate")
                || scene.letters(i) == "human"
                || scene.joins(i)
                || scene.letters(i) == "civilian"
                || scene.letters(i) == "known"
        })
    });
    if let Some(zero) = zero.filter(|_| reported) {
        nobody(scene, zero, "killed");
        return nobody(scene, zero, "wounded");
    }
    if let Some(n) = scene.number_before(at) {
        let place = scene.place(event.tokens.end);
        return scene.take(EITHER, n, at, place);
    }
    if !scene.is_plural(at) {
        return;
    }
    let before = (1..4).filter_map(back).find(|&i| scene.is(i, Class::Heavy));
    let Some(i) = before.or_else(|| predicate(scene, event.tokens.end)) else {
        return;
    };
    let amount = scene.letters(i);
    let place = scene.place(event.tokens.end);
    let who = scene.who(phrase_start(scene, at).max(before.map_or(0, |b| b + 1))..at);
    scene.found.push(Figure {
        of: "killed".to_owned(),
        who,
        place,
        unit: None,
        min: None,
        max: None,
        amount: Some(amount),
        span: scene.span(&(i..i + 1)).unwrap_or_default(),
        part: false,
        total: false,
    });
}

/// "losses at Velm | were heavy".
fn predicate(scene: &Scene<'_>, from: usize) -> Option<usize> {
    let verb =
        (from..from + 6).find(|&i| scene.is(i, Class::Be) || scene.is(i, Class::Boundary))?;
    let small = scene.letters(verb + 1).ends_with("ly") || scene.says(verb + 1, "very");
    let at = verb + 1 + usize::from(small);
    (scene.is(verb, Class::Be) && scene.is(at, Class::Heavy)).then_some(at)
}
