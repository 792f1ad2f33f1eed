//! Kinds that the user added: a number belongs to the cue that stands nearest.

use super::grammar::Class;
use super::kinds::{FigureKinds, Measure};
use super::scene::Scene;
use crate::analysis::Figure;
use crate::text::{Number, Role, Token, TokenKind};
use std::ops::Range;

/// Whether a cue of a user's kind stands in the tokens, and so might a number.
pub(super) fn may_apply(tokens: &[Token], kinds: &FigureKinds) -> bool {
    kinds
        .measures
        .iter()
        .any(|m| m.cues.iter().any(|c| tokens.iter().any(|t| t.stem == c[0])))
}

/// Reads the figures of the user's kinds.
pub(super) fn read(scene: &mut Scene<'_>, kinds: &FigureKinds) {
    for measure in &kinds.measures {
        let cues = cues(scene.tokens, measure);
        if cues.is_empty() {
            continue;
        }
        for cue in &cues {
            another(scene, measure, cue);
        }
        for n in 0..scene.numbers.len() {
            if !scene.is_taken(n) && belongs(scene, measure, &cues, &scene.numbers[n]) {
                let figure = figure(scene, measure, n);
                scene.found.push(figure);
            }
        }
    }
}

/// "another bomb" is one.
fn another(scene: &mut Scene<'_>, measure: &Measure, cue: &Range<usize>) {
    let Some(before) = cue.start.checked_sub(1) else {
        return;
    };
    if measure.unit.is_some() || !scene.says(before, "another") || scene.is_plural(cue.end - 1) {
        return;
    }
    scene.take_one(&measure.of, before..cue.end, None);
}

/// Where the cues of a kind stand.
fn cues(tokens: &[Token], measure: &Measure) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let rest = &tokens[at..];
        let fits = |c: &&Vec<crate::text::Stem>| {
            rest.len() >= c.len()
                && rest
                    .iter()
                    .zip(c.iter())
                    .all(|(t, s)| t.is_word() && t.stem == *s)
        };
        if let Some(cue) = measure.cues.iter().find(fits) {
            found.push(at..at + cue.len());
        }
    }
    found
}

/// Most tokens between a cue and a number without a unit.
const NEAR: usize = 6;
/// Most tokens between a cue and a number with a unit.
const FAR: usize = 14;

fn belongs(scene: &Scene<'_>, measure: &Measure, cues: &[Range<usize>], number: &Number) -> bool {
    if number.role != Role::Count || number.amount.is_some() {
        return false;
    }
    if measure.unit.is_some() && measure.unit.as_deref() != number.unit {
        return false;
    }
    if number.max == Some(0.0) && scene.says(number.tokens.end, "of") {
        return false;
    }
    let first = cues.partition_point(|c| c.end + FAR < number.tokens.start);
    let last = cues.partition_point(|c| c.start <= number.tokens.end + FAR);
    let near = &cues[first..last.max(first)];
    if near.iter().any(|c| touches(scene, number, c)) {
        return true;
    }
    match number.unit {
        Some(unit) => {
            let asked = measure.unit.is_some() || !is_extent(unit);
            asked && near.iter().any(|c| gap(c, &number.tokens) <= FAR)
        }
        None => headless(scene, number) && cues[0].end <= number.tokens.start,
    }
}

/// Units of place and of short times, which are told of everything: "10 miles south of the camp".
fn is_extent(unit: &str) -> bool {
    !matches!(
        unit,
        "%" | "$"
            | "€"
            | "£"
            | "¥"
            | "₹"
            | "₽"
            | "years"
            | "months"
            | "weeks"
            | "seasons"
            | "barrels"
            | "t"
    )
}

/// Whether number and cue make one phrase: "four bombs", "6.1-magnitude quake", "a magnitude of 6.1".
fn touches(scene: &Scene<'_>, number: &Number, cue: &Range<usize>) -> bool {
    let (left, right) = if cue.end <= number.tokens.start {
        (cue.end, number.tokens.start)
    } else if number.tokens.end <= cue.start {
        (number.tokens.end, cue.start)
    } else {
        return true;
    };
    if right - left > NEAR {
        return false;
    }
    let after = cue.end <= number.tokens.start;
    if after && right - left <= 1 && (left..right).all(|i| binds(scene, i)) {
        return true;
    }
    let modifies = scene.letters(cue.end - 1).ends_with("ing") && scene.continues(cue.end);
    if !after && modifies || is_extent(number.unit.unwrap_or("%")) {
        return false;
    }
    let links = (left..right).all(|i| {
        let token = &scene.tokens[i];
        match token.kind {
            TokenKind::Mark(c) => c == '-' || c == ':' || c == '(',
            TokenKind::Number => false,
            TokenKind::Word if after => !scene.joins(i),
            TokenKind::Word => {
                !scene.joins(i)
                    && (scene.says(i, "of") || !scene.is(i, Class::Preposition))
                    && !scene.is(i, Class::Be)
                    && !scene.is(i, Class::Boundary)
            }
            _ => true,
        }
    });
    links && (!after || headless(scene, number) || number.unit.is_some())
}

/// "magnitude of 6.1", "magnitude-6.1", "votes: 12".
fn binds(scene: &Scene<'_>, at: usize) -> bool {
    scene.says(at, "of") || scene.is(at, Class::Be) || scene.mark(at, '-') || scene.mark(at, ':')
}

/// Whether a number counts nothing that is said beside it: "two landed", "magnitude of 6.1,".
fn headless(scene: &Scene<'_>, number: &Number) -> bool {
    let at = number.tokens.end;
    let included = number.tokens.start > 0 && scene.is(number.tokens.start - 1, Class::Part);
    if included && !scene.is_plural(at) {
        return true;
    }
    let Some(next) = scene.tokens.get(at) else {
        return true;
    };
    if !next.is_word() {
        return !next.is('-');
    }
    if next.kind == TokenKind::Clitic || scene.is(at, Class::Preposition) || scene.joins(at) {
        return !scene.says(at, "of");
    }
    let others = usize::from(scene.says(at, "others") || scene.says(at, "more"));
    let word = scene.letters(at + others);
    let verb = word.ends_with("ed") || PAST.contains(&word.as_str());
    verb || scene.is(at + others, Class::Be) || scene.is(at + others, Class::Have)
}

/// Verbs whose past does not end in -ed, as they follow a count of things.
const PAST: [&str; 12] = [
    "fell", "hit", "struck", "went", "came", "left", "lay", "blew", "did", "broke", "sank", "burst",
];

fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    if a.end <= b.start {
        b.start - a.end
    } else {
        a.start.saturating_sub(b.end)
    }
}

fn figure(scene: &Scene<'_>, measure: &Measure, n: usize) -> Figure {
    let number = &scene.numbers[n];
    let of = scene.says(number.tokens.end, "of");
    Figure {
        of: measure.of.clone(),
        who: None,
        place: scene.place(number.tokens.end),
        unit: number.unit.map(str::to_owned),
        min: number.min,
        max: number.max,
        amount: None,
        span: number.span,
        part: of || number.tokens.start > 0 && scene.is(number.tokens.start - 1, Class::Part),
        total: false,
    }
}
