//! Dates of publication as pages print them. A date such as `09/04/2021` has two readings, and which
//! one holds is found from the other dates of the page or not at all.

use crate::article::Published;
use jiff::civil::{Date, Time};

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// First byte of it.
    pub start: usize,
    /// One past its last byte, its time included.
    pub end: usize,
    /// What it says; the day before the month where the order is open.
    pub date: Published,
    /// What it says when the month comes first, where both readings are days.
    pub month_first: Option<Date>,
    /// Whether it is written in digits with the month first beyond doubt.
    pub written_month_first: bool,
    /// How it is written, digits replaced: dates written alike are of the same order.
    pub style: String,
}

#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    start: usize,
}

impl Token<'_> {
    fn number(&self) -> Option<i16> {
        let digits = self.text.bytes().all(|b| b.is_ascii_digit());
        (digits && self.text.len() <= 4).then(|| self.text.parse().ok())?
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.text.eq_ignore_ascii_case(w))
    }
}

/// Words, numbers and single marks; white space is left out.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut kind = 0;
    for (at, c) in text.char_indices() {
        let now = match c {
            c if c.is_ascii_digit() => 1,
            c if c.is_alphabetic() => 2,
            c if c.is_whitespace() => 0,
            _ => 3,
        };
        if now != 0 && (now != kind || now == 3) {
            found.push(Token {
                text: "",
                start: at,
            });
        }
        if now != 0
            && let Some(last) = found.last_mut()
        {
            last.text = &text[last.start..at + c.len_utf8()];
        }
        kind = now;
    }
    found
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "janvier", "enero", "gennaio"],
    &[
        "february", "feb", "februar", "février", "febrero", "febbraio",
    ],
    &["march", "mar", "märz", "mars", "marzo"],
    &["april", "apr", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio"],
    &["june", "jun", "juni", "juin", "junio", "giugno"],
    &["july", "jul", "juli", "juillet", "julio", "luglio"],
    &["august", "aug", "août", "agosto"],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "settembre",
    ],
    &["october", "oct", "oktober", "octobre", "octubre", "ottobre"],
    &["november", "nov", "novembre", "noviembre"],
    &[
        "december",
        "dec",
        "dezember",
        "décembre",
        "diciembre",
        "dicembre",
    ],
];

fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|names| names.contains(&word.as_str()))?;
    i8::try_from(at + 1).ok()
}

/// Every date of a text that has a day, a month and a year, in order.
pub fn dates(text: &str) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match date_at(&tokens, at) {
            Some((mut date, next)) => {
                let (time, offset, end) = time_after(&tokens, next);
                date.date.time = time;
                date.date.offset = offset;
                date.end = tokens[end - 1].end();
                date.style = style(&text[date.start..date.end]);
                found.push(date);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn style(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_digit() { '9' } else { c })
        .collect()
}

type Parsed = Option<(Found, usize)>;

fn date_at(t: &[Token<'_>], at: usize) -> Parsed {
    let day_like = |n: usize| {
        t.get(n)
            .filter(|t| t.text.len() <= 2)
            .and_then(Token::number)
    };
    let year_like = |n: usize| {
        t.get(n)
            .filter(|t| t.text.len() == 4)
            .and_then(Token::number)
    };
    let mark = |n: usize| {
        t.get(n)
            .map(|t| t.text)
            .filter(|m| matches!(*m, "-" | "/" | "."))
    };
    if let (Some(a), Some(m), Some(b), Some(n)) =
        (t[at].number(), mark(at + 1), day_like(at + 2), mark(at + 3))
    {
        if m != n {
            return None;
        }
        if t[at].text.len() == 4 {
            return made(t, at, at + 5, a, b, day_like(at + 4)?);
        }
        return numeric(t, at, a, b, year_like(at + 4)?, m);
    }
    if let Some(month) = month(t[at].text) {
        let mut n = at + 1 + usize::from(t.get(at + 1).is_some_and(|t| t.text == "."));
        let day = day_like(n)?;
        n = after_ordinal(t, n + 1);
        n += usize::from(t.get(n).is_some_and(|t| t.text == ","));
        return made(t, at, n + 1, year_like(n)?, month.into(), day);
    }
    let day = day_like(at)?;
    let mut n = after_ordinal(t, at + 1);
    n += usize::from(t.get(n).is_some_and(|t| t.is(&["of", "de", ".", "-", "/"])));
    let month = month(t.get(n)?.text)?;
    n += 1;
    while t.get(n).is_some_and(|t| t.is(&[".", ",", "de", "-", "/"])) {
        n += 1;
    }
    made(t, at, n + 1, year_like(n)?, month.into(), day)
}

fn after_ordinal(t: &[Token<'_>], n: usize) -> usize {
    n + usize::from(
        t.get(n)
            .is_some_and(|t| t.is(&["st", "nd", "rd", "th", "er", "º"])),
    )
}

fn day(year: i16, month: i16, day: i16) -> Option<Date> {
    let fits = (1900..2100).contains(&year);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    fits.then_some(date)
}

fn made(t: &[Token<'_>], at: usize, next: usize, year: i16, month: i16, of_month: i16) -> Parsed {
    let date = Published {
        date: day(year, month, of_month)?,
        time: None,
        offset: None,
    };
    Some((
        Found {
            start: t[at].start,
            end: 0,
            date,
            month_first: None,
            written_month_first: false,
            style: String::new(),
        },
        next,
    ))
}

/// `9/4/2021`: both readings where both are days; with dots the day comes first everywhere.
fn numeric(t: &[Token<'_>], at: usize, a: i16, b: i16, year: i16, mark: &str) -> Parsed {
    let day_first = day(year, b, a);
    let month_first = day(year, a, b).filter(|_| mark != ".");
    let date = day_first.or(month_first)?;
    let (mut found, next) = made(
        t,
        at,
        at + 5,
        date.year(),
        date.month().into(),
        date.day().into(),
    )?;
    found.written_month_first = day_first.is_none();
    found.month_first = month_first.filter(|m| day_first.is_some_and(|d| d != *m));
    Some((found, next))
}

/// The time of day behind a date, its zone, and the token after both.
fn time_after(t: &[Token<'_>], next: usize) -> (Option<Time>, Option<i32>, usize) {
    let mut n = next;
    while n < next + 3
        && t.get(n)
            .is_some_and(|t| t.is(&[",", "-", "–", "|", "at", "T", "·", "•", "/", "um", "à"]))
    {
        n += 1;
    }
    let part = |n: usize, most: i16| {
        t.get(n)
            .filter(|t| t.text.len() <= 2)
            .and_then(Token::number)
            .filter(|v| *v < most)
    };
    let (Some(hour), Some(minute)) = (part(n, 24), part(n + 2, 60)) else {
        return (None, None, next);
    };
    if !t[n + 1].is(&[":", ".", "h"]) || t[n + 2].text.len() != 2 {
        return (None, None, next);
    }
    let mut end = n + 3;
    let mut second = 0;
    if t.get(end).is_some_and(|t| t.text == ":")
        && let Some(s) = part(end + 1, 60)
    {
        second = s;
        end += 2;
    }
    if t.get(end).is_some_and(|t| t.text == ".")
        && t.get(end + 1)
            .is_some_and(|t| t.text.len() >= 3 && t.text.bytes().all(|b| b.is_ascii_digit()))
    {
        end += 2;
    }
    let (hour, end) = half_day(t, end, hour);
    let (offset, end) = zone(t, end);
    let small = |v: i16| i8::try_from(v).unwrap_or(0);
    (
        Time::new(small(hour), small(minute), small(second), 0).ok(),
        offset,
        end,
    )
}

fn half_day(t: &[Token<'_>], n: usize, hour: i16) -> (i16, usize) {
    let letter = |n: usize, l: &str| t.get(n).is_some_and(|t| t.text.eq_ignore_ascii_case(l));
    let dotted = |l: &str| letter(n, l) && letter(n + 1, ".") && letter(n + 2, "m");
    let (afternoon, end) = if letter(n, "pm") {
        (true, n + 1)
    } else if letter(n, "am") {
        (false, n + 1)
    } else if dotted("p") || dotted("a") {
        (letter(n, "p"), n + 3 + usize::from(letter(n + 3, ".")))
    } else {
        return (hour, n);
    };
    let hour = match (afternoon, hour) {
        (true, 1..=11) => hour + 12,
        (false, 12) => 0,
        _ => hour,
    };
    (hour, end)
}

const ZONES: &[(&str, i32)] = &[
    ("Z", 0),
    ("GMT", 0),
    ("UTC", 0),
    ("EST", -300),
    ("EDT", -240),
    ("ET", -300),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("IST", 330),
    ("MSK", 180),
    ("AEST", 600),
    ("AEDT", 660),
    ("JST", 540),
    ("HKT", 480),
    ("SGT", 480),
];

/// Zones whose letters do not say whether summer time holds.
const LOOSE: &[&str] = &["ET"];

fn zone(t: &[Token<'_>], n: usize) -> (Option<i32>, usize) {
    let Some(token) = t.get(n) else {
        return (None, n);
    };
    if matches!(token.text, "+" | "-" | "−")
        && let Some(number) = t.get(n + 1).and_then(Token::number)
    {
        let sign = if token.text == "+" { 1 } else { -1 };
        let minutes = |n: usize| t.get(n).and_then(Token::number);
        return match (
            t[n + 1].text.len(),
            t.get(n + 2).is_some_and(|t| t.text == ":"),
        ) {
            (4, _) => (
                Some(sign * (i32::from(number) / 100 * 60 + i32::from(number) % 100)),
                n + 2,
            ),
            (2, true) => (
                Some(sign * (i32::from(number) * 60 + i32::from(minutes(n + 3).unwrap_or(0)))),
                n + 4,
            ),
            _ => (None, n),
        };
    }
    match ZONES.iter().find(|(name, _)| *name == token.text) {
        Some((name, _)) if LOOSE.contains(name) => (None, n + 1),
        Some((_, offset)) => (Some(*offset), n + 1),
        None => (None, n),
    }
}

/// Words that may stand beside a date on a line of its own.
const BESIDE: &[&str] = &[
    "published",
    "posted",
    "on",
    "at",
    "updated",
    "last",
    "modified",
    "first",
    "created",
    "date",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "et",
    "edt",
    "est",
    "gmt",
    "utc",
    "ist",
    "bst",
    "cet",
    "pt",
    "pst",
    "pdt",
    "ct",
    "local",
    "time",
    "publication",
    "issued",
    "hrs",
    "a",
    "p",
    "m",
    "min",
    "read",
    "ago",
    "modified",
    "update",
    "h",
    "story",
    "article",
    "the",
    "of",
    "day",
    "print",
    "edition",
    "hours",
];

/// Whether a line holds a date and nothing else that matters.
pub fn is_date_line(text: &str) -> bool {
    let found = dates(text);
    let mut rest = text.to_owned();
    for date in found.iter().rev() {
        rest.replace_range(date.start..date.end, " ");
    }
    !found.is_empty()
        && super::line::words(&rest)
            .iter()
            .all(|w| BESIDE.contains(&w.as_str()) || w.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a line says when the page was changed, not when it was published.
pub fn is_update(text: &str) -> bool {
    let words = super::line::words(text);
    let has = |w: &[&str]| words.iter().any(|x| w.contains(&x.as_str()));
    has(&["updated", "modified", "update"]) && !has(&["published", "posted"])
}

/// How near, in days, another date must be to prove a reading, and how far the other reading must be.
const NEAR: i32 = 14;
const FAR: i32 = 45;

/// The reading of a date that the page's other dates bear out. `None` where the order stays open.
///
/// Dates of one style share an order, so that one of them with a day above 12 proves it for all. A date
/// of its own style is read so that it lies near another date of the page, where only one reading does.
pub fn settled(date: &Found, others: &[Found]) -> Option<Published> {
    let Some(month_first) = date.month_first else {
        return Some(date.date.clone());
    };
    let swapped = Published {
        date: month_first,
        ..date.date.clone()
    };
    if let Some(order) = proven_order(&date.style, others) {
        return Some(if order { swapped } else { date.date.clone() });
    }
    let known: Vec<Date> = others
        .iter()
        .filter(|o| o.style != date.style)
        .filter_map(|o| certain(o, others))
        .collect();
    let nearest = |d: Date| {
        known
            .iter()
            .map(|k| days_between(d, *k))
            .min()
            .unwrap_or(i32::MAX)
    };
    match (nearest(date.date.date), nearest(month_first)) {
        (a, b) if a <= NEAR && b > FAR => Some(date.date.clone()),
        (a, b) if b <= NEAR && a > FAR => Some(swapped),
        _ => None,
    }
}

/// Whether the month comes first in dates of this style; `None` where nothing proves it.
fn proven_order(style: &str, others: &[Found]) -> Option<bool> {
    others
        .iter()
        .filter(|o| o.style == style && o.month_first.is_none())
        .find_map(|o| proves(o, style))
}

fn proves(date: &Found, style: &str) -> Option<bool> {
    let numeric = style.chars().next().is_some_and(|c| c == '9') && !style.starts_with("9999");
    (numeric && style.contains('/') && date.date.date.day() > 12)
        .then_some(date.written_month_first)
}

fn certain(date: &Found, others: &[Found]) -> Option<Date> {
    match (date.month_first, proven_order(&date.style, others)) {
        (None, _) | (Some(_), Some(false)) => Some(date.date.date),
        (Some(m), Some(true)) => Some(m),
        (Some(_), None) => None,
    }
}

fn days_between(a: Date, b: Date) -> i32 {
    (a - b).get_days().abs()
}
