//! Numbers in digits and words, with what makes a range of them: "more than 350", "two dozen",
//! "between 6 and 8", "$20 million".
//!
//! Every number of a text is found, those that count nothing (a year, an age, "No. 3") with a role
//! that says so. What a number counts is not known here.
//!
//! The words stand in `numerals.toml`, `modifiers.toml` and `units.toml`. That "around" widens by a
//! tenth to both sides and "nearly" by a tenth downwards is a convention, not a measurement.

mod modifier;
mod numeral;
mod role;
mod unit;

use super::{Span, Token};
use numeral::{Core, numeral};
use std::ops::Range;

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It counts or measures.
    Count,
    /// It says what was before: "5" in "rose from 5 to 8".
    Former,
    /// "second", "6th".
    Ordinal,
    /// "2004", "1980s".
    Year,
    /// Part of a date: "September 6".
    Date,
    /// Time of day.
    Time,
    /// "12-year-old", "aged 28".
    Age,
    /// "No. 3", "Flight 93", "555-1234", "F-16".
    Label,
    /// "one" where it counts nothing: "one another", "one can", "the one".
    Pronoun,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its tokens: modifiers, numerals and unit.
    pub tokens: Range<usize>,
    /// Its numerals alone.
    pub numerals: Range<usize>,
    /// Its bytes, modifiers and unit included.
    pub span: Span,
    /// Lower bound, included.
    pub min: Option<f64>,
    /// Upper bound, included.
    pub max: Option<f64>,
    /// An amount without a number: "several".
    pub amount: Option<&'static str>,
    /// What it measures in: `%`, `$`, `years`. A bare count has none.
    pub unit: Option<&'static str>,
    /// What it is for.
    pub role: Role,
}

impl Number {
    /// Whether it is one number, not a range.
    pub fn is_exact(&self) -> bool {
        self.min.is_some() && self.min == self.max
    }
}

/// The numbers of a text, in order; `tokens` are those of the text or of a part of it.
pub fn numbers(text: &str, tokens: &[Token]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(core) = numeral(text, tokens, at) else {
            at += 1;
            continue;
        };
        let from = found.last().map_or(0, |n| n.tokens.end);
        let number = whole(text, tokens, core, from);
        at = number.tokens.end.max(at + 1);
        found.push(number);
    }
    found
}

/// A number with all that belongs to it; no token before `from` is taken.
fn whole(text: &str, tokens: &[Token], first: Core, from: usize) -> Number {
    let role = role::role(text, tokens, &first);
    let former = role == Role::Count && is_former(tokens, &first);
    let core = if role == Role::Count && !former {
        range(text, tokens, first, from)
    } else {
        first
    };
    let numerals = core.tokens.clone();
    let (mut taken, mut unit) = unit::around(tokens, &numerals, from);
    if core.share {
        unit = unit.or(Some("%"));
    }
    let role = if former { Role::Former } else { role };
    let (mut min, mut max) = (core.min, core.max);
    if matches!(role, Role::Count | Role::Former) && core.amount.is_none() {
        let reading = modifier::read(tokens, &taken, from, unit, &core);
        (taken, min, max) = (reading.tokens, reading.min, reading.max);
    }
    let (taken, role) = match role {
        Role::Count | Role::Former => (taken, role),
        other => (numerals.clone(), other),
    };
    Number {
        span: span(tokens, &taken),
        tokens: taken,
        numerals,
        min,
        max,
        amount: core.amount,
        unit,
        role,
    }
}

fn span(tokens: &[Token], range: &Range<usize>) -> Span {
    match (tokens.get(range.start), tokens.get(range.end.max(1) - 1)) {
        (Some(a), Some(b)) => a.span.cover(b.span),
        _ => Span::default(),
    }
}

/// The word at `at` in a list of folded words.
fn is_word(text: &str, tokens: &[Token], at: usize, words: &[&str]) -> bool {
    tokens
        .get(at)
        .is_some_and(|t| t.is_word() && words.iter().any(|w| t.text(text).eq_ignore_ascii_case(w)))
}

/// "from 5" where "to 8" follows: what it was before.
fn is_former(tokens: &[Token], core: &Core) -> bool {
    let word = |at: usize, w: &str| {
        tokens
            .get(at)
            .is_some_and(|t| t.word == super::Stem::exact(w))
    };
    let begins = core.tokens.start;
    let before = (1..4).any(|back| {
        begins.checked_sub(back).is_some_and(|at| word(at, "from"))
            && tokens[begins - back..begins].iter().all(Token::is_word)
    });
    before && (core.tokens.end..core.tokens.end + 3).any(|at| word(at, "to"))
}

/// Joins "6 to 8", "three or four", "between 6 and 8", "20-30", "$2 to $3 million".
fn range(text: &str, tokens: &[Token], first: Core, from: usize) -> Core {
    let Some((second, joined)) = second(text, tokens, &first, from) else {
        return first;
    };
    let (Some(low), Some(high)) = (first.min, second.max) else {
        return first;
    };
    let low = if second.scale > 1.0 && first.scale <= 1.0 && low < 1000.0 && joined != Join::Or {
        low * second.scale
    } else {
        low
    };
    if low >= high || second.share != first.share {
        return first;
    }
    Core {
        tokens: first.tokens.start..second.tokens.end,
        min: Some(low),
        max: Some(high),
        ..second
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    To,
    Or,
    And,
}

/// The number that a range ends with.
fn second(text: &str, tokens: &[Token], first: &Core, from: usize) -> Option<(Core, Join)> {
    let mut at = first.tokens.end;
    if tokens.get(at).is_some_and(|t| t.is('%')) {
        at += 1;
    }
    let join = join(text, tokens, first, at, from)?;
    at += 1;
    while tokens
        .get(at)
        .is_some_and(|t| t.is('$') || t.is('€') || t.is('£'))
    {
        at += 1;
    }
    let core = numeral(text, tokens, at)?;
    let fits = core.amount.is_none() && core.min == core.max;
    (fits && role::role(text, tokens, &core) == Role::Count).then_some((core, join))
}

fn join(text: &str, tokens: &[Token], first: &Core, at: usize, from: usize) -> Option<Join> {
    let token = tokens.get(at)?;
    if is_word(text, tokens, at, &["to"]) {
        return Some(Join::To);
    }
    if is_word(text, tokens, at, &["or"]) {
        return Some(Join::Or);
    }
    let dash = (token.is('-') || token.is('–') || token.is('—')) && !token.spaced;
    if dash && tokens.get(at + 1).is_some_and(|t| !t.spaced) {
        return Some(Join::To);
    }
    let start = first.tokens.start;
    let between = (from..start)
        .rev()
        .take(3)
        .any(|back| is_word(text, tokens, back, &["between"]));
    (between && is_word(text, tokens, at, &["and"])).then_some(Join::And)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<Number> {
        numbers(text, &tokens(text, Span::new(0, text.len())))
    }

    #[test]
    fn the_span_of_a_number_holds_its_modifier_and_unit() {
        let text = "It paid more than $20 million in cash.";
        assert_eq!(all(text)[0].span.of(text), "more than $20 million");
    }

    #[test]
    fn a_year_counts_nothing() {
        let roles: Vec<Role> = all("Since 2004, 2004 people of 2,004 came.")
            .iter()
            .map(|n| n.role)
            .collect();
        assert_eq!(roles, [Role::Year, Role::Count, Role::Count]);
    }

    proptest! {
        #[test]
        fn numbers_lie_on_character_borders(text in "(one|two|hundred|dozens|a|to|or|between|and|more than|%|\\$|[0-9]{1,4}|-|\\.|,|of|from|million| |\\PC){0,40}") {
            let tokens = tokens(&text, Span::new(0, text.len()));
            let mut at = 0;
            for n in numbers(&text, &tokens) {
                prop_assert!(n.tokens.start >= at && n.tokens.end > n.tokens.start);
                prop_assert!(text.get(n.span.start..n.span.end).is_some());
                at = n.tokens.end;
            }
        }
    }
}
