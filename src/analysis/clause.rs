//! Sentences become clauses: stretches that hold one verb with a tense and what belongs to it.
//!
//! A sentence is cut where a new clause begins, and only where both sides could stand as claims of
//! their own: at semicolons and dashes, before "but", "although", "despite", before "and" and before
//! "after" or "because" when a verb with a tense stands on both sides, after a leading subordinate
//! clause, and before a participle that adds a consequence (", killing five").

use super::reading::Reading;
use super::subject;
use super::words::Class;
use crate::text::TokenKind;
use std::ops::Range;

/// Tokens of the longest clause, and how far ahead is looked: no writer goes beyond that, and text that is
/// no prose (a page of dots, a table) would take time with the square of its length.
const LONGEST: usize = 300;

/// The clauses of a range of tokens (a sentence, or a part of one), in order and without gaps.
pub fn clauses(reading: &Reading<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for i in range.clone() {
        let near = range.end.min(i + LONGEST);
        if i > start && (i - start >= LONGEST || cuts_before(reading, start, i, near)) {
            found.push(start..i);
            start = i;
        }
    }
    if start < range.end {
        found.push(start..range.end);
    }
    found
}

/// Whether a clause that began at `start` ends before the token at `i`.
fn cuts_before(reading: &Reading<'_>, start: usize, i: usize, end: usize) -> bool {
    if let TokenKind::Mark(c) = reading.tokens[i - 1].kind
        && (c == ';' || c == '—' || c == ':')
    {
        return reading.has_finite(start..i) && rest_has_finite(reading, i, end);
    }
    is_contrast(reading, start, i, end)
        || is_coordination(reading, start, i, end)
        || is_subordinate(reading, start, i, end)
        || ends_leading(reading, start, i, end)
        || is_consequence(reading, start, i)
}

fn rest_has_finite(reading: &Reading<'_>, i: usize, end: usize) -> bool {
    let stop = (i..end)
        .find(|&k| matches!(reading.tokens[k].kind, TokenKind::Mark(';' | '—')))
        .unwrap_or(end);
    reading.has_finite(i..stop)
}

fn after_comma(reading: &Reading<'_>, i: usize) -> bool {
    i > 0
        && (reading.is(i - 1, ',')
            || (reading.tokens[i - 1].kind == TokenKind::Close && i > 1 && reading.is(i - 2, ',')))
}

/// "but", "although", "while", "despite" inside a sentence.
fn is_contrast(reading: &Reading<'_>, start: usize, i: usize, end: usize) -> bool {
    if reading.is_word(i, "but") {
        return !reading.is_word(i + 1, "also")
            && (after_comma(reading, i) || rest_has_finite(reading, i, end))
            && i > start + 1;
    }
    if ["yet", "however", "though"]
        .iter()
        .any(|w| reading.is_word(i, w))
    {
        return after_comma(reading, i)
            && !reading.is(i + 1, ',')
            && rest_has_finite(reading, i, end);
    }
    let word = ["although", "while", "whereas", "despite"]
        .iter()
        .any(|w| reading.is_word(i, w));
    word && reading.has_finite(start..i)
}

/// "and" or "or" between two verbs with a tense, or before a second count ("and 108 wounded").
fn is_coordination(reading: &Reading<'_>, start: usize, i: usize, end: usize) -> bool {
    let joined = ["and", "or", "nor"].iter().any(|w| reading.is_word(i, w));
    let comma = after_comma(reading, i) && reading.tokens[i].kind == TokenKind::Number;
    let chunk = (start..i).rev().find(|&k| reading.is(k, ','));
    let from = chunk.filter(|&k| k + 1 < i).map_or(start, |k| k + 1);
    if !(joined || comma) || !reading.has_finite(from..i) {
        return false;
    }
    let stop = (i + 1..end)
        .find(|&k| {
            matches!(reading.tokens[k].kind, TokenKind::Mark(',' | ';' | '—'))
                || reading.class(k).is(Class::RELATIVE) && !reading.is_word(k, "that")
        })
        .unwrap_or(end);
    let counted = reading.tokens[i + 1..stop.max(i + 1)]
        .iter()
        .any(|t| t.kind == TokenKind::Number)
        && (i + 1..stop).any(|k| reading.is_regular_past(k));
    let verb = (i + 1..stop).find(|&k| reading.is_finite(k));
    counted || verb.is_some_and(|k| subject::is_nominal(reading, i + 1..k))
}

/// "because", "after", "as", "when", "if" before a clause of their own.
fn is_subordinate(reading: &Reading<'_>, start: usize, i: usize, end: usize) -> bool {
    const WORDS: [&str; 10] = [
        "because", "since", "unless", "if", "until", "when", "after", "before", "as", "where",
    ];
    if !WORDS.iter().any(|w| reading.is_word(i, w)) || !reading.has_finite(start..i) {
        return false;
    }
    let stop = (i + 1..end.min(i + 12))
        .find(|&k| matches!(reading.tokens[k].kind, TokenKind::Mark(',' | ';' | '—')))
        .unwrap_or(end.min(i + 12));
    reading.has_finite(i + 2..stop.max(i + 2))
}

/// The comma that ends a leading subordinate clause: "Although it fell, …".
fn ends_leading(reading: &Reading<'_>, start: usize, i: usize, end: usize) -> bool {
    after_comma(reading, i)
        && reading.class(start).is(Class::SUBORDINATOR)
        && !reading.is_word(start, "that")
        && reading.has_finite(start + 1..i)
        && rest_has_finite(reading, i, end)
}

/// ", killing five", ", leaving 300 homeless".
fn is_consequence(reading: &Reading<'_>, start: usize, i: usize) -> bool {
    let text = reading.text(i).as_bytes();
    after_comma(reading, i)
        && text.len() > 5
        && text.ends_with(b"ing")
        && !["according", "including", "depending", "regarding"]
            .iter()
            .any(|w| reading.is_word(i, w))
        && reading.class(i) == Class::default()
        && reading.has_finite(start..i)
}

/// The range without marks, coordinators and contrast words at its ends: what a passage shows.
pub fn trimmed(reading: &Reading<'_>, range: &Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let lead = |i: usize| {
        matches!(reading.tokens[i].kind, TokenKind::Mark(c) if c != '$' && c != '(' && c != '[')
            || reading.tokens[i].kind == TokenKind::Close
            || reading.class(i).is(Class::COORDINATOR)
    };
    while start < end && lead(start) {
        start += 1;
    }
    let tail = |i: usize| {
        matches!(reading.tokens[i].kind, TokenKind::Mark(c) if !"%)]!?".contains(c))
            || reading.tokens[i].kind == TokenKind::Open
            || reading.class(i).is(Class::COORDINATOR)
    };
    while end > start && tail(end - 1) {
        end -= 1;
    }
    start..end
}
