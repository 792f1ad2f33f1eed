//! Numbers that count nothing: years, dates, times, ages, labels, ordinals.

use super::{Core, Role, is_word};
use crate::text::{Token, TokenKind, date};

/// What the numeral is for, before its modifiers are known.
pub(super) fn role(text: &str, tokens: &[Token], core: &Core) -> Role {
    let spot = Spot {
        text,
        tokens,
        start: core.tokens.start,
        end: core.tokens.end,
        value: core.min.filter(|_| core.min == core.max),
        bare: core.tokens.len() == 1 && tokens[core.tokens.start].kind == TokenKind::Number,
    };
    if core.amount.is_some() || core.share {
        return Role::Count;
    }
    if core.max.is_some_and(|v| v > GREATEST) {
        return Role::Label;
    }
    if spot.is_ordinal() {
        Role::Ordinal
    } else if spot.is_age() {
        Role::Age
    } else if spot.is_time() {
        Role::Time
    } else if spot.is_date() {
        Role::Date
    } else if spot.is_year() {
        Role::Year
    } else if spot.is_label() {
        Role::Label
    } else if spot.is_pronoun() {
        Role::Pronoun
    } else {
        Role::Count
    }
}

/// Nothing that news counts is more; what is written so is an account or an address.
const GREATEST: f64 = 1e15;

struct Spot<'t> {
    text: &'t str,
    tokens: &'t [Token],
    start: usize,
    end: usize,
    value: Option<f64>,
    /// One token of digits.
    bare: bool,
}

impl Spot<'_> {
    fn before(&self, words: &[&str]) -> bool {
        self.start > 0 && is_word(self.text, self.tokens, self.start - 1, words)
    }

    fn after(&self, words: &[&str]) -> bool {
        is_word(self.text, self.tokens, self.end, words)
    }

    fn glued(&self) -> bool {
        self.tokens.get(self.end).is_some_and(|t| !t.spaced)
    }

    fn mark(&self, at: Option<usize>, mark: char) -> bool {
        at.and_then(|i| self.tokens.get(i))
            .is_some_and(|t| t.is(mark))
    }

    fn digits(&self, at: Option<usize>) -> Option<&str> {
        let token = self.tokens.get(at?)?;
        (token.kind == TokenKind::Number).then(|| token.text(self.text))
    }

    fn is_ordinal(&self) -> bool {
        self.bare && self.glued() && self.after(&["st", "nd", "rd", "th", "d"])
    }

    /// "12-year-old", "12 years old", "aged 28", ", 28,".
    fn is_age(&self) -> bool {
        let near = |at: usize, words: &[&str]| is_word(self.text, self.tokens, at, words);
        let old = (self.end..self.end + 4).any(|at| near(at, &["old"]))
            && (self.end..self.end + 2).any(|at| near(at, &["year", "years", "month", "months"]));
        let left = self.start.checked_sub(1);
        let name = self.start.checked_sub(2).and_then(|i| self.tokens.get(i));
        let apposed = self.bare
            && self.mark(left, ',')
            && self.mark(Some(self.end), ',')
            && name.is_some_and(|t| t.capital && t.is_word())
            && self.value.is_some_and(|v| v < 111.0 && v > 0.0);
        let second = self.before(&["and", "or"])
            && self
                .start
                .checked_sub(3)
                .is_some_and(|i| near(i, &["aged", "ages"]));
        old || apposed || second || self.before(&["aged", "age", "ages"])
    }

    /// "3:20", "3 p.m.", "2330 GMT", "at 2030".
    fn is_time(&self) -> bool {
        let colon = |mark: usize, digits: Option<usize>| {
            self.mark(Some(mark), ':')
                && !self.tokens[mark].spaced
                && self.digits(digits).is_some_and(|d| d.len() <= 2)
        };
        let left = self.start.checked_sub(2);
        let clock = self.bare
            && (colon(self.end, Some(self.end + 1)) || left.is_some_and(|l| colon(l + 1, Some(l))));
        let half = is_word(self.text, self.tokens, self.end, &["p", "a"])
            && self.mark(Some(self.end + 1), '.');
        let hour = self.after(&["a.m", "p.m", "am", "pm", "o'clock", "gmt", "utc"]) || half;
        let value = self.value.unwrap_or(-1.0);
        let four = self.bare
            && self.digits(Some(self.start)).is_some_and(|d| d.len() == 4)
            && value < 2400.0
            && value % 100.0 < 60.0;
        let zero = four && value < 1000.0;
        let military = four
            && (self.after(&["hours"]) || self.mark(Some(self.end), '[') || self.before(&["at"]));
        clock || hour || zero || military
    }

    /// "September 6", "6 September", "09/04/2021", "2021-09-06".
    fn is_date(&self) -> bool {
        if !self.bare {
            return false;
        }
        let slash = |at: Option<usize>| self.mark(at, '/') || self.mark(at, '-');
        let left = self.start.checked_sub(1);
        let parts = slash(Some(self.end)) && slash(Some(self.end + 2))
            || slash(left) && slash(Some(self.end))
            || slash(left) && slash(self.start.checked_sub(3));
        let number = |at: Option<usize>| self.digits(at).is_some();
        let three = parts && (number(Some(self.end + 1)) || number(self.start.checked_sub(2)));
        let nine_eleven = self.mark(Some(self.end), '/') && number(Some(self.end + 1))
            || self.mark(left, '/') && number(self.start.checked_sub(2));
        let day = self.value.is_some_and(|v| (1.0..32.0).contains(&v));
        let dot = usize::from(self.mark(left, '.'));
        let month_before = self
            .start
            .checked_sub(1 + dot)
            .is_some_and(|i| self.is_month(i));
        let month_after = self.is_month(self.end)
            || is_word(self.text, self.tokens, self.end, &["of"]) && self.is_month(self.end + 1);
        three || nine_eleven || day && (month_before || month_after)
    }

    fn is_month(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.capital && date::month(t).is_some())
    }

    /// Four digits that no plural follows, or a month or "in" precedes; "1980s".
    fn is_year(&self) -> bool {
        let value = self.value.unwrap_or(0.0);
        let left = self.start.checked_sub(1);
        let month = left.is_some_and(|i| self.is_month(i));
        let short = self.bare && month && (32.0..100.0).contains(&value);
        let day = self.start.checked_sub(2).is_some_and(|i| self.is_month(i))
            && self.digits(self.start.checked_sub(1)).is_some();
        let after_day = self.bare && self.is_month_year() && value >= 32.0;
        let four = self.bare
            && (1700.0..2100.0).contains(&value)
            && self.digits(Some(self.start)).is_some_and(|d| d.len() == 4);
        if short || day && value >= 32.0 || after_day {
            return true;
        }
        four && (self.glued() && self.after(&["s"]) || !self.counts())
    }

    /// "6 February 89": a day and a month stand before.
    fn is_month_year(&self) -> bool {
        self.start
            .checked_sub(1)
            .is_some_and(|i| self.is_month(i) && self.digits(i.checked_sub(1)).is_some())
    }

    /// Whether four digits count what follows.
    fn counts(&self) -> bool {
        if self.before(&["$"])
            || self
                .start
                .checked_sub(1)
                .is_some_and(|i| is_money(&self.tokens[i]))
        {
            return true;
        }
        let Some(next) = self.tokens.get(self.end) else {
            return false;
        };
        let word = next.text(self.text);
        if [
            "people", "men", "women", "children", "percent", "more", "dead", "others", "troops",
        ]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
        {
            return true;
        }
        let plural = next.kind == TokenKind::Word
            && word.len() > 3
            && word.ends_with(['s', 'S'])
            && !word.ends_with("ss")
            && !is_word(
                self.text,
                self.tokens,
                self.end,
                &["was", "has", "this", "attacks", "elections"],
            );
        plural
            && !self.before(&[
                "in", "since", "the", "during", "until", "by", "early", "late", "from", "'s", "’s",
            ])
    }

    /// "No. 3", "Flight 93", "Resolution 1701", "555-1234", "F-16".
    fn is_label(&self) -> bool {
        if !self.value.is_some_and(|v| v.fract() == 0.0) {
            return false;
        }
        let dot = usize::from(self.mark(self.start.checked_sub(1), '.'));
        let word = self.start.checked_sub(1 + dot);
        let named = word.is_some_and(|i| is_word(self.text, self.tokens, i, LABELLED));
        let no = word.is_some_and(|i| is_word(self.text, self.tokens, i, &["no", "nos", "n°"]))
            && dot == 1;
        let hyphen = self.bare
            && self.mark(self.start.checked_sub(1), '-')
            && !self.tokens[self.start - 1].spaced
            && !self.tokens[self.start].spaced;
        let code = hyphen
            && self.start.checked_sub(2).is_some_and(|i| {
                let token = &self.tokens[i];
                token.is_word() && token.span.len() <= 5 && token.capital
            });
        let phone = self.bare && self.is_phone();
        named || no || code || phone
    }

    fn is_phone(&self) -> bool {
        let own = self.digits(Some(self.start)).map_or(0, str::len);
        let dash = |at: Option<usize>| self.mark(at, '-');
        let next = self.digits(Some(self.end + 1)).map_or(0, str::len);
        let previous = self.digits(self.start.checked_sub(2)).map_or(0, str::len);
        dash(Some(self.end)) && own == 3 && next == 4
            || dash(self.start.checked_sub(1)) && own == 4 && previous == 3
    }

    /// "one another", "one can", "the one".
    fn is_pronoun(&self) -> bool {
        if !is_word(self.text, self.tokens, self.start, &["one"]) || self.end != self.start + 1 {
            return false;
        }
        let after = [
            "another", "can", "must", "should", "could", "may", "might", "would", "thing", "day",
            "side", "hand", "s",
        ];
        let before = [
            "the", "this", "that", "which", "each", "every", "any", "some", "last", "no",
        ];
        self.after(&after) || self.before(&before)
    }
}

const fn is_money(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark('$' | '€' | '£' | '¥' | '₹'))
}

/// Words after which a number is a name.
const LABELLED: &[&str] = &[
    "number",
    "flight",
    "route",
    "highway",
    "resolution",
    "article",
    "chapter",
    "section",
    "room",
    "page",
    "level",
    "phase",
    "channel",
    "brigade",
    "unit",
    "gate",
    "apollo",
    "boeing",
    "airbus",
    "renault",
    "mazda",
    "interstate",
    "case",
    "grade",
    "stage",
    "type",
    "model",
    "cadena",
    "version",
    "line",
];
