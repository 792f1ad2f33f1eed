//! An article as it was found, before it is a file.

use crate::article::Published;
use std::fmt::Write;

/// What could be found of an article. What could not be is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The outlet.
    pub source: Option<String>,
    /// The headline.
    pub title: Option<String>,
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
    /// File name or address that it was imported from.
    pub origin: String,
    /// Its paragraphs, separated by blank lines.
    pub body: String,
    /// What stood around the text, by which its outlet may be known; not written to the file.
    pub around: String,
    /// What the reader should know: an open date, for instance. One sentence each.
    pub notes: Vec<String>,
}

impl Draft {
    /// What was not found, in the words of the front matter.
    pub fn missing(&self) -> Vec<&'static str> {
        let fields = [
            ("source", self.source.is_some()),
            ("title", self.title.is_some()),
            ("published", self.published.is_some()),
            ("byline", self.byline.is_some()),
        ];
        fields
            .iter()
            .filter(|(_, there)| !there)
            .map(|(name, _)| *name)
            .collect()
    }

    /// The article file: front matter and body, ending with a line break.
    pub fn to_file(&self) -> String {
        let mut out = String::from("+++\n");
        let texts = [
            ("source", &self.source),
            ("title", &self.title),
            ("byline", &self.byline),
        ];
        for (name, value) in texts {
            field(&mut out, name, value.as_deref());
        }
        if let Some(date) = &self.published {
            let _ = writeln!(out, "published = {date}");
        }
        field(&mut out, "url", self.url.as_deref());
        if !self.credit.is_empty() {
            let names: Vec<String> = self.credit.iter().map(|c| quoted(c)).collect();
            let _ = writeln!(out, "credit = [{}]", names.join(", "));
        }
        field(&mut out, "language", self.language.as_deref());
        field(&mut out, "origin", Some(&self.origin));
        out.push_str("+++\n\n");
        out.push_str(self.body.trim());
        out.push('\n');
        out
    }
}

fn field(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = writeln!(out, "{name} = {}", quoted(value));
    }
}

/// A string as TOML writes it on one line, whatever is in it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
