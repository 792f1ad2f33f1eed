//! The TOML between two lines `+++` at the beginning of an article.
//!
//! What is wrong in it becomes a problem; the body is read all the same.

use super::Published;
use crate::config::field::{Fields, Key, Reading, Shape, Toml};
use crate::problem::Problem;
use jiff::civil::{Date, Time};
use std::ops::Range;
use toml::de::DeValue;
use toml::value::{Datetime, Offset};

const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

const SHAPE: Shape = Shape {
    name: "the front matter",
    keys: &[
        key("source", r#"source = "RFE/RL""#),
        key("title", r#"title = "The headline""#),
        key("byline", r#"byline = "Who wrote it""#),
        key("published", DATE),
        key("url", r#"url = "https://example.org/article""#),
        key("credit", r#"credit = ["Reuters", "AP"]"#),
        key("language", r#"language = "en""#),
        key("origin", r#"origin = "page.html""#),
    ],
};

const DATE: &str = "published = 2021-09-06 (or 2021-09-06T12:33:00+02:00), without quotes";

/// What the front matter says; see [`super::Article`] for the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of Article of the same name")]
pub struct FrontMatter {
    pub source: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub published: Option<Published>,
    pub url: Option<String>,
    pub credit: Vec<String>,
    pub language: Option<String>,
    pub origin: Option<String>,
}

/// Where the parts of an article's file stand, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The TOML, where there is front matter.
    pub toml: Option<Range<usize>>,
    /// Everything after it.
    pub body: Range<usize>,
    /// Whether the front matter has its closing line. Where it has none, it ends at the first blank line.
    pub closed: bool,
}

/// Finds the front matter of a file's whole text.
pub fn parts(text: &str) -> Parts {
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().unwrap_or("");
    if opening.trim_end() != "+++" {
        return Parts {
            toml: None,
            body: 0..text.len(),
            closed: true,
        };
    }
    let from = opening.len();
    let (mut at, mut blank) = (from, None);
    for line in lines {
        if line.trim_end() == "+++" {
            return Parts {
                toml: Some(from..at),
                body: at + line.len()..text.len(),
                closed: true,
            };
        }
        if line.trim().is_empty() {
            blank = blank.or(Some(at));
        }
        at += line.len();
    }
    let end = blank.unwrap_or(text.len());
    Parts {
        toml: Some(from..end),
        body: end..text.len(),
        closed: false,
    }
}

/// Reads the TOML at `toml` of the file's whole `text`.
pub fn read(file: &str, text: &str, toml: Range<usize>) -> (FrontMatter, Vec<Problem>) {
    let toml = Toml::new(file, text, toml);
    let (mut reading, table) = toml.read();
    let fields = Fields::new(&mut reading, &SHAPE, &table, 0..0);
    let found = FrontMatter {
        source: line(&mut reading, &fields, "source"),
        title: line(&mut reading, &fields, "title"),
        byline: line(&mut reading, &fields, "byline"),
        published: published(&mut reading, &fields),
        url: line(&mut reading, &fields, "url"),
        credit: fields.texts(&mut reading, "credit"),
        language: line(&mut reading, &fields, "language"),
        origin: line(&mut reading, &fields, "origin"),
    };
    (found, reading.finish())
}

fn line(reading: &mut Reading<'_>, fields: &Fields<'_, '_>, key: &str) -> Option<String> {
    fields.text(reading, key).map(|s| s.trim().to_owned())
}

fn published(reading: &mut Reading<'_>, fields: &Fields<'_, '_>) -> Option<Published> {
    let value = fields.get("published")?;
    let hint = format!("write {DATE}");
    match value.get_ref() {
        DeValue::Datetime(written) => {
            let found = moment(written);
            if found.is_none() {
                let message = format!("published is {written}, which is no day");
                reading.error(&value.span(), message, &hint);
            }
            found
        }
        DeValue::String(written) => {
            let found = written.trim().parse().ok().and_then(|d| moment(&d));
            match &found {
                Some(date) => {
                    let hint = format!("take the quotes away: published = {date}");
                    reading.warn(&value.span(), "published is a date in quotes", &hint);
                }
                None => {
                    let message = format!("published is the string {written:?}, not a date");
                    reading.error(&value.span(), message, &hint);
                }
            }
            found
        }
        _ => {
            fields.wrong(reading, "published", "a date", value);
            None
        }
    }
}

/// A TOML date or date-time; a time alone, or a day that no calendar has, is none.
fn moment(written: &Datetime) -> Option<Published> {
    let date = written.date?;
    let number = |n: u8| i8::try_from(n).ok();
    let date = Date::new(
        i16::try_from(date.year).ok()?,
        number(date.month)?,
        number(date.day)?,
    );
    let time = match written.time {
        None => None,
        Some(t) => {
            // A leap second is the second before it: jiff has none.
            let second = t.second.unwrap_or(0).min(59);
            Some(Time::new(number(t.hour)?, number(t.minute)?, number(second)?, 0).ok()?)
        }
    };
    let offset = written.offset.map(|offset| match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i32::from(minutes),
    });
    Some(Published {
        date: date.ok()?,
        time,
        offset,
    })
}
