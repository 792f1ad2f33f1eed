//! The days that words speak of, against the day on which they were published.
//!
//! News dates back: a bare weekday is the last one up to the day of publication, a day without a year
//! the last such day, unless a word like "will" or "next" looks ahead. Where words name several
//! times, the narrowest counts, and of two such the first.

use super::Days;
use crate::text::date::{DateWord, date_word};
use crate::text::{Stem, Token, TokenKind, date};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// The days that the tokens `within` of a body speak of; `None` where they name no time, or one that
/// only the day of publication could settle and that is not known.
pub fn when(
    text: &str,
    tokens: &[Token],
    within: Range<usize>,
    published: Option<Date>,
) -> Option<Days> {
    let tokens = tokens.get(within)?;
    let timely = |t: &Token| t.kind == TokenKind::Number || date_word(t).is_some();
    if !tokens.iter().any(timely) {
        return None;
    }
    let calendar = Calendar {
        text,
        tokens,
        published,
        ahead: tokens.iter().any(|t| kind(t) == Some(DateWord::Ahead)),
    };
    let mut best: Option<Days> = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some((days, end)) = calendar.mention(at) else {
            at += 1;
            continue;
        };
        if best.is_none_or(|b| length(days) < length(b)) {
            best = Some(days);
        }
        at = end.max(at + 1);
    }
    best
}

fn length(days: Days) -> i64 {
    days.to
        .since(days.from)
        .map_or(0, |s| i64::from(s.get_days()))
}

fn kind(token: &Token) -> Option<DateWord> {
    date_word(token).map(|(kind, _)| kind)
}

const fn day(date: Date) -> Days {
    Days {
        from: date,
        to: date,
    }
}

fn add(date: Date, days: i64) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

struct Calendar<'t> {
    text: &'t str,
    tokens: &'t [Token],
    published: Option<Date>,
    ahead: bool,
}

/// A time and the token after it.
type Mention = Option<(Days, usize)>;

impl Calendar<'_> {
    fn mention(&self, at: usize) -> Mention {
        self.since(at)
            .or_else(|| self.digits(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.month(at))
            .or_else(|| self.year(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.span_back(at))
            .or_else(|| self.turned(at))
            .or_else(|| self.weekday(at, 0))
            .or_else(|| self.near(at))
    }

    fn kind(&self, at: usize) -> Option<DateWord> {
        self.tokens.get(at).and_then(kind)
    }

    fn value(&self, at: usize) -> Option<(DateWord, i64)> {
        let (kind, value) = date_word(self.tokens.get(at)?)?;
        Some((kind, i64::from(value)))
    }

    fn says(&self, at: usize, word: &str) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.is_word() && t.word == Stem::exact(word))
    }

    fn mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(mark))
    }

    /// A whole number in digits.
    fn number(&self, at: usize) -> Option<i16> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Number {
            return None;
        }
        token.text(self.text).parse().ok()
    }

    /// "since Monday": up to the day of publication.
    fn since(&self, at: usize) -> Mention {
        if self.kind(at) != Some(DateWord::Since) {
            return None;
        }
        let (days, end) = self.mention(at + 1)?;
        let to = self.published.filter(|p| *p >= days.from)?;
        Some((
            Days {
                from: days.from,
                to,
            },
            end,
        ))
    }

    /// "2021-09-04", "06/09/2021". Of two orders, the one whose day lies closer to the publication.
    fn digits(&self, at: usize) -> Mention {
        let parts = [self.number(at)?, self.number(at + 2)?, self.number(at + 4)?];
        let joined = |mark| self.mark(at + 1, mark) && self.mark(at + 3, mark);
        if !joined('-') && !joined('/') && !joined('.') {
            return None;
        }
        let [a, b, c] = parts;
        let date =
            |y, m: i16, d: i16| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
        if a > 31 {
            return date(a, b, c).map(|d| (day(d), at + 5));
        }
        let year = self.full_year(c);
        let orders = [date(year, b, a), date(year, a, b)];
        let far = |d: &Date| {
            self.published.map_or(0, |p| {
                length(Days {
                    from: (*d).min(p),
                    to: (*d).max(p),
                })
            })
        };
        let best = orders.into_iter().flatten().min_by_key(far)?;
        Some((day(best), at + 5))
    }

    /// "90" as 1990.
    fn full_year(&self, year: i16) -> i16 {
        if year >= 100 {
            return year;
        }
        let now = self.published.map_or(2000, Date::year);
        let century = now / 100 * 100;
        let guess = century + year;
        if guess > now + 1 { guess - 100 } else { guess }
    }

    fn month_of(&self, at: usize) -> Option<i8> {
        let token = self.tokens.get(at)?;
        date::month(token).filter(|_| token.capital)
    }

    /// Past "st", "nd", "rd", "th".
    fn past_ordinal(&self, at: usize) -> usize {
        let glued = self.tokens.get(at).is_some_and(|t| !t.spaced);
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|w| self.says(at, w));
        at + usize::from(glued && ordinal)
    }

    /// The year after a day or month: ", 2021", "90".
    fn year_after(&self, at: usize) -> Option<(i16, usize)> {
        let comma = usize::from(self.mark(at, ',') || self.mark(at, '.'));
        let year = self.number(at + comma)?;
        let four = (1000..3000).contains(&year);
        let two = comma == 0 && (32..100).contains(&year);
        (four || two).then(|| (self.full_year(year), at + comma + 1))
    }

    /// "6 September 2021", "6th of September", "12 NOV 90".
    fn day_month(&self, at: usize) -> Mention {
        let number = self.number(at).filter(|n| (1..32).contains(n))?;
        let mut next = self.past_ordinal(at + 1);
        next += usize::from(self.says(next, "of"));
        let month = self.month_of(next)?;
        self.dated(month, number, next + 1)
    }

    /// "September 6th, 2021", "Sept. 6".
    fn month_day(&self, at: usize) -> Mention {
        let month = self.month_of(at)?;
        let dot = usize::from(self.mark(at + 1, '.'));
        let number = self.number(at + 1 + dot).filter(|n| (1..32).contains(n))?;
        self.dated(month, number, self.past_ordinal(at + 2 + dot))
    }

    fn dated(&self, month: i8, number: i16, end: usize) -> Mention {
        let number = i8::try_from(number).ok()?;
        if let Some((year, end)) = self.year_after(end) {
            return Some((day(Date::new(year, month, number).ok()?), end));
        }
        let published = self.published?;
        let mut found = Date::new(published.year(), month, number).ok()?;
        if !self.ahead && found > add(published, 30)? {
            found = Date::new(published.year() - 1, month, number).ok()?;
        } else if self.ahead && found < published {
            found = Date::new(published.year() + 1, month, number).ok()?;
        }
        Some((day(found), end))
    }

    /// "September 2004", "in August", "last December", "in April last year".
    fn month(&self, at: usize) -> Mention {
        let month = self.month_of(at)?;
        if let Some((year, end)) = self.year_after(at + 1).filter(|(y, _)| *y > 100) {
            return Some((whole_month(year, month)?, end));
        }
        let before = at.checked_sub(1)?;
        let turned = matches!(
            self.kind(before),
            Some(DateWord::Last | DateWord::Next | DateWord::This)
        );
        let led = [
            "in", "of", "early", "late", "mid", "until", "by", "during", "from", "-",
        ]
        .iter()
        .any(|w| self.says(before, w))
            || self.kind(before) == Some(DateWord::Since);
        if !led && !turned {
            return None;
        }
        let published = self.published?;
        let last_year = self.kind(at + 1) == Some(DateWord::Last) && self.says(at + 2, "year");
        let ahead = self.ahead || self.kind(before) == Some(DateWord::Next);
        let back = last_year || !ahead && month > published.month();
        let year =
            published.year() - i16::from(back) + i16::from(ahead && month < published.month());
        Some((
            whole_month(year, month)?,
            at + 1 + 2 * usize::from(last_year),
        ))
    }

    /// "in 2004", "2004's".
    fn year(&self, at: usize) -> Mention {
        let year = self.number(at).filter(|y| (1800..2100).contains(y))?;
        let token = &self.tokens[at];
        let next = self.tokens.get(at + 1);
        let decade = next.is_some_and(|t| !t.spaced && t.is_word());
        let before = at.checked_sub(1)?;
        let led = [
            "in", "of", "since", "during", "until", "by", "from", "early", "late", "mid", "year",
            "the",
        ]
        .iter()
        .any(|w| self.says(before, w));
        if !led || decade || token.span.len() != 4 {
            return None;
        }
        Some((whole_year(year)?, at + 1))
    }

    /// "three days ago", "a day earlier", "a week before", "two months ago".
    fn ago(&self, at: usize) -> Mention {
        let (count, next) = self.count(at)?;
        let (unit, size) = self.value(next)?;
        if self.kind(next + 1) != Some(DateWord::Ago) {
            return None;
        }
        let published = self.published?;
        let days = match unit {
            DateWord::Days => day(add(published, -count * size)?),
            DateWord::Months if size >= 12 => {
                whole_year(published.year() - i16::try_from(count * size / 12).ok()?)?
            }
            DateWord::Months => {
                let back = published.checked_sub((count * size).months()).ok()?;
                whole_month(back.year(), back.month())?
            }
            _ => return None,
        };
        Some((days, next + 2))
    }

    /// "three", "3", "a"; the token after it.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        if self.says(at, "a") || self.says(at, "an") {
            return Some((1, at + 1));
        }
        if let Some(number) = self.number(at) {
            return Some((i64::from(number), at + 1));
        }
        let words = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        let found = words.iter().position(|w| self.says(at, w))?;
        Some((i64::try_from(found).ok()? + 1, at + 1))
    }

    /// "the past week", "the last three days", "recent days".
    fn span_back(&self, at: usize) -> Mention {
        let published = self.published?;
        if self.kind(at) == Some(DateWord::Recent) {
            let (unit, size) = self.value(at + 1)?;
            let days = if unit == DateWord::Days {
                7 * size
            } else {
                90 * size
            };
            let days = if size > 100 { 366 } else { days };
            let known = matches!(unit, DateWord::Days | DateWord::Months);
            return known.then_some((
                Days {
                    from: add(published, -days)?,
                    to: published,
                },
                at + 2,
            ));
        }
        if self.kind(at) != Some(DateWord::Last) {
            return None;
        }
        let past = self.says(at, "past");
        let (count, next) = match self.count(at + 1) {
            Some(found) => found,
            None if past => (1, at + 1),
            None => return None,
        };
        let (unit, size) = self.value(next)?;
        let from = match unit {
            DateWord::Days => add(published, -count * size)?,
            DateWord::Months => published.checked_sub((count * size).months()).ok()?,
            _ => return None,
        };
        Some((
            Days {
                from,
                to: published,
            },
            next + 1,
        ))
    }

    /// "last Tuesday", "next week", "this year", "last night", "the previous day".
    fn turned(&self, at: usize) -> Mention {
        let turn = match self.kind(at)? {
            DateWord::Last => -1,
            DateWord::Next => 1,
            DateWord::This => 0,
            _ => return None,
        };
        if turn != 0 && self.kind(at + 1) == Some(DateWord::Weekday) {
            return self.weekday(at + 1, turn);
        }
        let published = self.published?;
        let (unit, size) = self.value(at + 1)?;
        let days = match unit {
            DateWord::Part if turn == 0 => day(published),
            DateWord::Days if size == 1 => day(add(published, turn)?),
            DateWord::Days => week(published, turn)?,
            DateWord::Months if size >= 12 => until(
                whole_year(published.year() + i16::try_from(turn).ok()?)?,
                turn,
                published,
            ),
            DateWord::Months => {
                let other = published.first_of_month().checked_add(turn.months()).ok()?;
                until(whole_month(other.year(), other.month())?, turn, published)
            }
            _ => return None,
        };
        Some((days, at + 2))
    }

    /// A weekday: the last one, or the next one where words look ahead.
    fn weekday(&self, at: usize, turn: i64) -> Mention {
        let token = self.tokens.get(at)?;
        let wanted = i64::from(date::weekday(token).filter(|_| token.capital)?);
        let published = self.published?;
        let today = i64::from(published.weekday().to_monday_one_offset());
        let back = (today - wanted).rem_euclid(7);
        let ahead = turn > 0 || turn == 0 && self.ahead;
        let days = match (ahead, back) {
            (true, 0) if turn > 0 => 7,
            (true, _) => (wanted - today).rem_euclid(7),
            (false, 0) if turn < 0 => -7,
            (false, _) => -back,
        };
        Some((day(add(published, days)?), at + 1))
    }

    /// "yesterday", "the day before yesterday", "overnight".
    fn near(&self, at: usize) -> Mention {
        let published = self.published?;
        match self.value(at)? {
            (DateWord::Day, days) => {
                let before = at >= 2 && self.says(at - 1, "before") && self.says(at - 2, "day");
                Some((day(add(published, days - i64::from(before))?), at + 1))
            }
            (DateWord::Overnight, _) => Some((
                Days {
                    from: add(published, -1)?,
                    to: published,
                },
                at + 1,
            )),
            _ => None,
        }
    }
}

fn whole_month(year: i16, month: i8) -> Option<Days> {
    let from = Date::new(year, month, 1).ok()?;
    Some(Days {
        from,
        to: from.last_of_month(),
    })
}

fn whole_year(year: i16) -> Option<Days> {
    let from = Date::new(year, 1, 1).ok()?;
    Some(Days {
        from,
        to: from.last_of_year(),
    })
}

/// The week of a day, Monday to Sunday, or the one before or after; this week up to the day.
fn week(published: Date, turn: i64) -> Option<Days> {
    let monday = i64::from(published.weekday().to_monday_zero_offset());
    let from = add(published, 7 * turn - monday)?;
    Some(until(
        Days {
            from,
            to: add(from, 6)?,
        },
        turn,
        published,
    ))
}

/// "This year" goes up to today.
fn until(days: Days, turn: i64, published: Date) -> Days {
    let to = if turn == 0 { published } else { days.to };
    Days { to, ..days }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, tokens};
    use proptest::prelude::*;

    #[test]
    fn without_a_day_of_publication_only_full_dates_are_known() {
        let of = |text: &str| {
            let tokens = tokens(text, Span::new(0, text.len()));
            when(text, &tokens, 0..tokens.len(), None)
        };
        assert_eq!(of("It fell on Monday."), None);
        assert!(of("It fell on 6 September 2021.").is_some());
    }

    proptest! {
        #[test]
        fn any_words_of_time_give_days_in_order(text in "(last|next|this|since|Monday|May |week|months|ago|a|[0-9]{1,4}|/|-|September|of|, | |the day before yesterday|will){0,12}") {
            let tokens = tokens(&text, Span::new(0, text.len()));
            let published = Date::new(2021, 9, 9).unwrap();
            if let Some(days) = when(&text, &tokens, 0..tokens.len(), Some(published)) {
                prop_assert!(days.from <= days.to);
            }
        }
    }
}
