//! Page furniture: lines that belong to the page and not to the article.
//!
//! What they say stands in `furniture.toml`; what their shape says is in [`super::line`] and where
//! they stand in [`super::scraped`].

use super::line::Line;
use super::phrase::Patterns;
use crate::text::lexicon::{self, Lexicon};
use serde::Deserialize;
use std::sync::LazyLock;

/// What a line of furniture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// Ways to other pages.
    Navigation,
    /// Sending the article on, printing it.
    Share,
    /// Asking for money or for a tip.
    Support,
    /// Letters, notices, applications, accounts.
    Subscribe,
    /// Cookies, consent, scripts.
    Notice,
    /// Comments and their form.
    Comment,
    /// Other articles; a list of them follows.
    Related,
    /// What should have been shown here: adverts, players, code.
    Embed,
    /// Who wrote this, apart from the byline.
    Author,
    /// What a picture shows.
    Caption,
    /// Whose text it is.
    Rights,
    /// Who else reported.
    Credit,
    /// What the outlet says of itself.
    About,
}

/// A family of phrases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// What they are for.
    pub purpose: Purpose,
    /// Patterns, see [`super::phrase`].
    pub phrases: Vec<String>,
    /// A longer line is article text, whatever phrase it holds. In words.
    #[serde(default = "usual_length")]
    pub longest: usize,
    /// Whether it counts only outside the article's own paragraphs.
    #[serde(default)]
    pub edge: bool,
}

const fn usual_length() -> usize {
    14
}

/// The text of the data file, for its tests.
pub const DATA: &str = include_str!("furniture.toml");

static FAMILIES: LazyLock<(Lexicon<Family>, Patterns)> = LazyLock::new(|| {
    let file: Lexicon<Family> = lexicon::read("furniture.toml", DATA);
    let mut patterns = Patterns::default();
    for (number, family) in file.entries.iter().enumerate() {
        for phrase in &family.phrases {
            patterns.add(phrase, number);
        }
    }
    (file, patterns)
});

/// A phrase of furniture in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What the line is for.
    pub purpose: Purpose,
    /// Whether that holds only outside the article's own paragraphs.
    pub edge: bool,
}

/// What a line is for, where its words say that it is furniture.
pub fn purpose(line: &Line) -> Option<Found> {
    if is_code(&line.text) {
        return Some(Found {
            purpose: Purpose::Embed,
            edge: false,
        });
    }
    if is_told(line) {
        return None;
    }
    let (file, patterns) = &*FAMILIES;
    let fitting = |n: &usize| line.words.len() <= file.entries[*n].longest;
    let entries = patterns.entries(&line.words);
    let sure = entries
        .iter()
        .filter(|n| fitting(n))
        .find(|n| !file.entries[**n].edge);
    let any = sure.or_else(|| entries.iter().find(|n| fitting(n)))?;
    let family = &file.entries[*any];
    Some(Found {
        purpose: family.purpose,
        edge: family.edge,
    })
}

/// Whether a paragraph tells what somebody says: then it is text, whatever is said in it.
fn is_told(line: &Line) -> bool {
    const TELLING: &[&str] = &[
        "said",
        "says",
        "told",
        "according",
        "added",
        "wrote",
        "announced",
    ];
    let quoted = line.text.contains(['"', '“', '„', '«']);
    line.is_prose() && (quoted || line.words.iter().any(|w| TELLING.contains(&w.as_str())))
}

/// Whether a line is code or a mark of a content system that was never meant to be read.
fn is_code(text: &str) -> bool {
    let wrapped = |open: &str, close: &str| {
        text.len() > 2 && text.len() < 80 && text.starts_with(open) && text.ends_with(close)
    };
    let has = |marks: &[&str]| marks.iter().any(|m| text.contains(m));
    wrapped("/", "/")
        || wrapped("<", ">")
        || wrapped("{{", "}}")
        || (wrapped("[", "]") && text.contains(['=', '/', '_']))
        || wrapped("<!--", "-->")
        || has(&[
            "function(",
            "function (",
            "document.getElement",
            "googletag",
            "window.",
            "var _",
            "$(document",
            "{display:",
            "[/caption]",
            "[embed",
            "</script",
            "@media ",
        ])
}
