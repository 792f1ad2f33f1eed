//! A sentence in which figures are looked for: its tokens, its numbers, and which of them are taken.

use super::grammar::{Class, Noun, is, noun};
use crate::analysis::Figure;
use crate::text::{Number, Role, Span, Stem, Token, TokenKind};
use std::ops::Range;

/// What is known while the words of kinds are gone through.
pub(super) struct Scene<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub numbers: &'t [Number],
    taken: Vec<bool>,
    pub found: Vec<Figure>,
    /// Where the last word of a kind ended.
    pub last_event: usize,
}

/// Most tokens between a number and the word that says what it counts.
const REACH: usize = 9;

impl<'t> Scene<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t [Token], numbers: &'t [Number]) -> Self {
        Self {
            text,
            tokens,
            numbers,
            taken: vec![false; numbers.len()],
            found: Vec::new(),
            last_event: 0,
        }
    }

    /// Whether the token at `at` is there and of a class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|t| is(t, class))
    }

    /// Whether the token at `at` is this word.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.is_word() && t.word == Stem::exact(word))
    }

    /// What the noun at `at` names.
    pub(super) fn noun(&self, at: usize) -> Option<Noun> {
        self.tokens.get(at).and_then(noun)
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(mark))
    }

    pub(super) fn letters(&self, at: usize) -> String {
        self.tokens
            .get(at)
            .map_or(String::new(), |t| t.text(self.text).to_lowercase())
    }

    /// Whether the noun at `at` is a plural: by its ending, or as the plural of a person.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.letters(at);
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
            || word.ends_with("men")
            || [
                "people",
                "children",
                "troops",
                "police",
                "personnel",
                "clergy",
            ]
            .contains(&word.as_str())
    }

    /// Whether a phrase can go on with the token at `at`.
    pub(super) fn continues(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        match token.kind {
            TokenKind::Word | TokenKind::Clitic | TokenKind::Number => {
                !is(token, Class::Preposition)
                    && !is(token, Class::Boundary)
                    && !is(token, Class::Relative)
                    && !is(token, Class::Be)
                    && !is(token, Class::Have)
                    && !self.joins(at)
            }
            TokenKind::Mark(c) => c == '-' || c == '.',
            TokenKind::Open | TokenKind::Close => true,
        }
    }

    /// "'s", or the apostrophe of a plural.
    pub(super) fn is_genitive(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            t.kind == TokenKind::Clitic
                || t.kind == TokenKind::Close && !t.spaced && matches!(t.text(self.text), "'" | "’")
        })
    }

    /// Whether "and" or "or" stands there.
    pub(super) fn joins(&self, at: usize) -> bool {
        self.says(at, "and") || self.says(at, "or") || self.says(at, "plus")
    }

    /// Where the phrase that goes on at `at` ends.
    pub(super) fn phrase_end(&self, mut at: usize) -> usize {
        let stop = at + REACH;
        while at < stop && self.continues(at) {
            at += 1;
        }
        at
    }

    /// A number that counts, by its place in the list, if nobody has taken it.
    fn free(&self, n: usize) -> bool {
        let number = &self.numbers[n];
        number.role == Role::Count && !self.taken[n] && (number.unit.is_none())
    }

    /// Whether a word of a built-in kind has taken a number.
    pub(super) fn is_taken(&self, n: usize) -> bool {
        self.taken[n]
    }

    /// The free number that begins at `at`.
    pub(super) fn number_at(&self, at: usize) -> Option<usize> {
        let n = self.numbers.partition_point(|n| n.tokens.start < at);
        let number = self.numbers.get(n)?;
        (number.tokens.start == at && self.free(n)).then_some(n)
    }

    /// The free numbers inside a range of tokens.
    pub(super) fn numbers_in(&self, range: Range<usize>) -> Vec<usize> {
        let first = self
            .numbers
            .partition_point(|n| n.tokens.start < range.start);
        (first..self.numbers.len())
            .take_while(|&n| self.numbers[n].tokens.end <= range.end)
            .filter(|&n| self.free(n))
            .collect()
    }

    /// The number whose phrase runs up to the word at `at`: "61 rebel soldiers | killed".
    pub(super) fn number_before(&self, at: usize) -> Option<usize> {
        let after = self.numbers.partition_point(|n| n.tokens.end <= at);
        let n = self.of_how_many(after.checked_sub(1)?);
        let end = self.numbers[n].tokens.end;
        (self.free(n) && end + REACH >= at && self.leads_up(end, at) && self.counts_people(n, at))
            .then_some(n)
    }

    /// "two" for the nine of "two of the nine soldiers".
    fn of_how_many(&self, n: usize) -> usize {
        let start = self.numbers[n].tokens.start;
        let Some(before) = n.checked_sub(1).filter(|&b| self.free(b)) else {
            return n;
        };
        let end = self.numbers[before].tokens.end;
        let pointed = end + 2 >= start && self.says(end, "of");
        let pointed = pointed && (end + 1 == start || self.is(end + 1, Class::Determiner));
        if pointed { before } else { n }
    }

    /// Whether nothing but one phrase and the verbs that hang on it stands between `from` and `to`.
    fn leads_up(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| {
            let token = &self.tokens[i];
            match token.kind {
                TokenKind::Mark(c) => c == '-',
                TokenKind::Open | TokenKind::Close => true,
                _ => {
                    let reported = is(token, Class::Adverb);
                    let verbal = is(token, Class::Be) || is(token, Class::Have);
                    let of = self.says(i, "of") || self.says(i, "who") || self.says(i, "whom");
                    let with = self.says(i, "with") && i + 3 >= to;
                    let stops = is(token, Class::Preposition)
                        || is(token, Class::Boundary)
                        || self.joins(i);
                    reported || verbal || of || with || !stops
                }
            }
        })
    }

    /// Where the phrase of a number ends, before `limit`.
    pub(super) fn head_end(&self, n: usize, limit: usize) -> usize {
        let mut at = self.numbers[n].tokens.end;
        let stop = limit.min(at + REACH);
        let of = |at: usize| self.says(at, "of");
        while at < stop {
            let verbal = self.is(at, Class::Be) || self.is(at, Class::Have);
            let adverb = self.is(at, Class::Adverb) && self.noun(at).is_none();
            let named = at > self.numbers[n].tokens.end && self.noun(at - 1).is_some();
            let word = self.letters(at);
            let participle =
                self.noun(at).is_none() && (word.ends_with("ing") || named && word.ends_with("ed"));
            if verbal || adverb || participle || !(self.continues(at) || of(at)) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a number counts no things: hours, houses, kilometres.
    pub(super) fn counts_people(&self, n: usize, limit: usize) -> bool {
        let start = self.numbers[n].tokens.end;
        let end = self.head_end(n, limit);
        let last = (start..end).rev().find(|&i| self.noun(i).is_some());
        last.is_none_or(|i| self.noun(i) == Some(Noun::Person))
    }

    /// Takes a number as a figure of `of`; its phrase ends before `limit`.
    pub(super) fn take(&mut self, of: &str, n: usize, limit: usize, place: Option<String>) {
        self.taken[n] = true;
        let number = &self.numbers[n];
        let end = self.head_end(n, limit);
        let part = self.is_part(n);
        self.found.push(Figure {
            of: of.to_owned(),
            who: self.who(number.tokens.end..end),
            place,
            unit: number.unit.map(str::to_owned),
            min: number.min,
            max: number.max,
            amount: number.amount.map(str::to_owned),
            span: number.span,
            part,
            total: self.is_total(n),
        });
    }

    /// Marks the figure that was found last as a total.
    pub(super) fn totals(&mut self) {
        if let Some(last) = self.found.last_mut() {
            last.total = !last.part;
        }
    }

    /// Marks the figure that was found last as a part.
    pub(super) fn parts(&mut self) {
        if let Some(last) = self.found.last_mut() {
            last.part = true;
        }
    }

    /// One victim, whom the tokens name.
    pub(super) fn take_one(&mut self, of: &str, mut who: Range<usize>, place: Option<String>) {
        while !who.is_empty() && !self.tokens[who.end - 1].is_word() {
            who.end -= 1;
        }
        let span = match (
            self.tokens.get(who.start),
            self.tokens.get(who.end.max(1) - 1),
        ) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => return,
        };
        self.found.push(Figure {
            of: of.to_owned(),
            who: self.who(who),
            place,
            unit: None,
            min: Some(1.0),
            max: Some(1.0),
            amount: None,
            span,
            part: false,
            total: false,
        });
    }

    /// "including eight commandos", "two of the nine", "two of whom".
    fn is_part(&self, n: usize) -> bool {
        let Range { start, end } = self.numbers[n].tokens;
        let among = start >= 2 && self.says(start - 1, "them") && self.is(start - 2, Class::Part);
        let included = among || start > 0 && self.is(start - 1, Class::Part);
        let many = self.numbers[n].min.is_some_and(|v| v >= 24.0) && !self.numbers[n].is_exact();
        let of = self.says(end, "of")
            && (self.is(end + 1, Class::Determiner)
                || self.is(end + 1, Class::Relative)
                || self.says(end + 1, "them"));
        included || of && !many
    }

    fn is_total(&self, n: usize) -> bool {
        let Range { start, end } = self.numbers[n].tokens;
        let said = (start.saturating_sub(2)..end + 4)
            .any(|i| self.says(i, "total") || self.says(i, "altogether"));
        said && !self.is_part(n)
    }

    fn is_numeral(&self, at: usize) -> bool {
        let n = self.numbers.partition_point(|n| n.numerals.end <= at);
        self.numbers
            .get(n)
            .is_some_and(|n| n.numerals.contains(&at))
    }

    /// The words of a phrase, without what only points.
    pub(super) fn who(&self, mut range: Range<usize>) -> Option<String> {
        let points = |i: usize| {
            self.says(i, "of")
                || self.says(i, "more")
                || self.says(i, "other")
                || self.says(i, "others")
                || self.is(i, Class::One)
                || self.is(i, Class::Determiner)
                || self.says(i, "year")
                || self.says(i, "years")
                || self.says(i, "old")
                || self.is_numeral(i)
                || !self.tokens[i].is_word() && self.tokens[i].kind != TokenKind::Number
        };
        range.end = range.end.min(self.tokens.len());
        while !range.is_empty() && points(range.start) {
            range.start += 1;
        }
        while !range.is_empty() && !self.tokens[range.end - 1].is_word() {
            range.end -= 1;
        }
        let span = self.span(&range)?;
        Some(
            span.of(self.text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        if range.is_empty() {
            return None;
        }
        let first = self.tokens.get(range.start)?;
        let last = self.tokens.get(range.end - 1)?;
        Some(first.span.cover(last.span))
    }

    /// Where it happened, in the words after `from`: "in Andarab"; else in those that the sentence
    /// begins with: "In Andarab, …".
    pub(super) fn place(&self, from: usize) -> Option<String> {
        let after = (from..(from + 8).min(self.tokens.len()))
            .take_while(|&i| !self.joins(i) && !self.is(i, Class::Boundary) && !self.mark(i, ';'))
            .find_map(|i| self.place_at(i));
        let opening = || {
            let phrase = self.place_at(0)?;
            Some(phrase)
        };
        after.or_else(opening)
    }

    pub(super) fn place_at(&self, at: usize) -> Option<String> {
        if !self.is(at, Class::Place) {
            return None;
        }
        let name = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_word() && t.capital);
        let stop = self.phrase_end(at + 1).min(at + 7);
        let start = (at + 1..stop.min(at + 4)).find(|&i| name(i))?;
        let dated = crate::text::date::date_word(&self.tokens[start]).is_some();
        let mut end = start;
        while end < stop && name(end) && self.number_at(end).is_none() {
            end += 1;
        }
        if end < stop && self.noun(end) == Some(Noun::Thing) {
            end += 1;
        }
        let common = (start..end).all(|i| self.noun(i).is_some());
        if dated || common {
            return None;
        }
        self.who(start..end)
    }
}
