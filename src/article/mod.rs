//! Articles, their outlets and the collection that they form.
//!
//! An [`Article`] owns its text once; a [`Passage`] (an article and a span of it) is the only way to
//! quote it. [`file`] makes an article of bytes, [`front_matter`] reads its fields, and [`collection`]
//! finds and reads the files.

pub mod collection;
pub mod file;
mod find;
pub mod front_matter;

pub use collection::Collection;
pub use find::is_article;

use crate::text::Span;
use jiff::civil::{Date, Time};

/// When an outlet published an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Published {
    /// The day, as the outlet gives it, in the outlet's own zone.
    pub date: Date,
    /// The time of day, where given.
    pub time: Option<Time>,
    /// The zone's distance from UTC in minutes, where given.
    pub offset: Option<i32>,
}

impl std::fmt::Display for Published {
    /// As TOML and RFC 3339 write it: `2021-09-06`, `2021-09-06T12:33:00`, `2021-09-06T12:33:00+02:00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some(t) = self.time {
            write!(f, "T{:02}:{:02}:{:02}", t.hour(), t.minute(), t.second())?;
            match self.offset {
                Some(0) => write!(f, "Z")?,
                Some(m) => {
                    let sign = if m < 0 { '-' } else { '+' };
                    write!(f, "{sign}{:02}:{:02}", m.abs() / 60, m.abs() % 60)?;
                }
                None => {}
            }
        }
        Ok(())
    }
}

/// One outlet's text about the event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Path below the articles folder without its extension; unique in a collection.
    pub id: String,
    /// Path of the file, relative to the collection where it lies inside, with `/`.
    pub file: String,
    /// File name or address that it was imported from.
    pub origin: Option<String>,
    /// The outlet.
    pub source: String,
    /// The headline; else the first line of the body.
    pub title: String,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Its address.
    pub url: Option<String>,
    /// Agencies that the outlet credits.
    pub credit: Vec<String>,
    /// BCP 47 language tag.
    pub language: Option<String>,
    /// The text: everything after the front matter, less leading and trailing blank lines.
    pub body: String,
    /// Line of the file on which the body begins, from 1.
    pub body_line: usize,
}

/// A stretch of an article: the only way to quote one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// Place of the article in its collection.
    pub article: usize,
    /// Bytes of the article's body.
    pub span: Span,
}
