//! TOML as a person wrote it: tables whose keys are read one by one, and every mistake kept with its
//! place.
//!
//! Knows no configuration: which keys there are is said by a [`Shape`]. The front matter of articles
//! is read with it too. Tables are walked by hand, for serde loses the places.

use super::mend::{self, Mended};
use crate::problem::Problem;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key that a table may have.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// A line that shows how it is written.
    pub example: &'static str,
}

/// A kind of table and its keys.
#[derive(Debug)]
pub struct Shape {
    /// What the table is called in messages: `[[topics]]`.
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Shape {
    fn example(&self, key: &str) -> &'static str {
        let found = self.keys.iter().find(|k| k.name == key);
        found.map_or("", |k| k.example)
    }
}

/// The largest TOML text that is read, in bytes; more is no hand-written file.
pub const LARGEST: usize = 4 << 20;

/// Syntax mistakes beyond this many are counted, not listed.
const MOST_ERRORS: usize = 30;

/// The TOML part of a file's text, ready to be read.
#[derive(Debug)]
pub struct Toml<'t> {
    file: &'t str,
    text: &'t str,
    /// Where the TOML begins in `text`, in bytes.
    from: usize,
    mended: Mended,
    /// How large it was, where it was too large to be read.
    too_large: Option<usize>,
}

impl<'t> Toml<'t> {
    /// Takes the part `toml` of a file's whole `text`.
    pub fn new(file: &'t str, text: &'t str, toml: Range<usize>) -> Self {
        let size = toml.len();
        let too_large = (size > LARGEST).then_some(size);
        let written = if too_large.is_some() {
            ""
        } else {
            &text[toml.clone()]
        };
        Self {
            file,
            text,
            from: toml.start,
            mended: Mended::of(written),
            too_large,
        }
    }

    /// Begins to read it.
    pub fn read(&self) -> (Reading<'_>, DeTable<'_>) {
        let mut reading = Reading {
            toml: self,
            problems: Vec::new(),
            broken: Vec::new(),
        };
        let (table, errors) = DeTable::parse_recoverable(&self.mended.text);
        reading.syntax(&errors);
        (reading, table.into_inner())
    }
}

/// A TOML text that is being read, and what was found wrong with it.
#[derive(Debug)]
pub struct Reading<'t> {
    toml: &'t Toml<'t>,
    problems: Vec<Problem>,
    /// Lines with mistakes of syntax: what is read from them is not judged further.
    broken: Vec<usize>,
}

impl Reading<'_> {
    /// Keeps the mistakes of syntax, the first of each line.
    fn syntax(&mut self, errors: &[toml::de::Error]) {
        if let Some(size) = self.toml.too_large {
            let message = format!("this is {size} bytes of TOML; it is not read");
            self.error(&(0..0), message, "4 MB is the most");
        }
        for open in &self.toml.mended.open {
            let problem = Problem::error(self.toml.file, &open.message)
                .at(self.toml.text, self.toml.from + open.at)
                .hint(&open.hint);
            self.broken.extend(problem.place.map(|(line, _)| line));
            self.problems.push(problem);
        }
        let mut told = 0;
        for error in errors {
            if told == MOST_ERRORS {
                let message = "more mistakes of syntax follow";
                self.problems.push(Problem::error(self.toml.file, message));
                break;
            }
            told += usize::from(self.syntax_error(error));
        }
    }

    /// Keeps a mistake of syntax, if it is the first of its line.
    fn syntax_error(&mut self, error: &toml::de::Error) -> bool {
        let span = error.span().unwrap_or(0..0);
        let problem = self.problem(Problem::error, &span, mend::message(error));
        let line = problem.place.map_or(0, |(line, _)| line);
        if self.broken.contains(&line) {
            return false;
        }
        self.broken.push(line);
        let hint = mend::hint(error.message(), problem.line.as_deref().unwrap_or(""));
        self.problems.push(problem.hint(hint));
        true
    }

    fn problem(
        &self,
        kind: fn(String, String) -> Problem,
        span: &Range<usize>,
        message: impl Into<String>,
    ) -> Problem {
        let at = self.toml.from + self.toml.mended.original(span.start);
        kind(self.toml.file.to_owned(), message.into()).at(self.toml.text, at)
    }

    /// Keeps an error about the value at `span`.
    pub fn error(&mut self, span: &Range<usize>, message: impl Into<String>, hint: &str) {
        self.keep(self.problem(Problem::error, span, message).hint(hint));
    }

    /// Keeps a warning about the value at `span`.
    pub fn warn(&mut self, span: &Range<usize>, message: impl Into<String>, hint: &str) {
        self.keep(self.problem(Problem::warning, span, message).hint(hint));
    }

    fn keep(&mut self, problem: Problem) {
        let follows = |&(line, _): &(usize, usize)| self.broken.contains(&line);
        if !problem.place.as_ref().is_some_and(follows) {
            self.problems.push(problem);
        }
    }

    /// Line and column, both from 1, of a span, and the line.
    pub fn place(&self, span: &Range<usize>) -> Problem {
        self.problem(Problem::error, span, "")
    }

    /// All problems, in the order of the file.
    pub fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|p| (p.place.is_none(), p.place));
        self.problems
    }
}

/// A table that is being read.
#[derive(Clone, Debug)]
pub struct Fields<'v, 't> {
    shape: &'static Shape,
    table: &'v DeTable<'t>,
    /// Where the table stands.
    pub span: Range<usize>,
}

impl<'v, 't> Fields<'v, 't> {
    /// Begins to read a table, and warns of keys that it does not have.
    pub fn new(
        reading: &mut Reading<'_>,
        shape: &'static Shape,
        table: &'v DeTable<'t>,
        span: Range<usize>,
    ) -> Self {
        for key in table.keys() {
            if !shape.keys.iter().any(|k| k.name == key.get_ref()) {
                unknown(reading, shape, key.get_ref(), &key.span());
            }
        }
        Self { shape, table, span }
    }

    /// The value under a key and where it stands.
    pub fn get(&self, key: &str) -> Option<&'v Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    /// Where the key itself stands; the table where it is absent.
    pub fn key_span(&self, key: &str) -> Range<usize> {
        let found = self.table.get_key_value(key);
        found.map_or(self.span.clone(), |(k, _)| k.span())
    }

    /// Keeps an error: the value under `key` is not what belongs there.
    pub fn wrong(
        &self,
        reading: &mut Reading<'_>,
        key: &str,
        wanted: &str,
        value: &Spanned<DeValue<'_>>,
    ) {
        let message = format!("{key} is {wanted}, not {}", kind(value.get_ref()));
        reading.error(&value.span(), message, &self.write(key));
    }

    fn write(&self, key: &str) -> String {
        format!("write {}", self.shape.example(key))
    }

    /// A string; an empty one is an error.
    pub fn text(&self, reading: &mut Reading<'_>, key: &str) -> Option<String> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(s) if s.trim().is_empty() => {
                reading.error(&value.span(), format!("{key} is empty"), &self.write(key));
                None
            }
            DeValue::String(s) => Some(s.to_string()),
            _ => {
                self.wrong(reading, key, "a string", value);
                None
            }
        }
    }

    /// A string that must be there.
    pub fn required(&self, reading: &mut Reading<'_>, key: &str) -> Option<String> {
        if self.get(key).is_none() {
            let message = format!("this {} has no {key}", self.shape.name);
            reading.error(&self.span, message, &self.write(key));
        }
        self.text(reading, key)
    }

    /// A list of strings with their places; a single string is taken for a list of one, with a warning.
    pub fn spanned_texts(
        &self,
        reading: &mut Reading<'_>,
        key: &str,
    ) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(list) => {
                if list.is_empty() && !matches!(key, "not" | "articles") {
                    reading.warn(
                        &value.span(),
                        format!("{key} is an empty list"),
                        &self.write(key),
                    );
                }
                list.iter()
                    .filter_map(|item| Some((self.item(reading, key, item)?, item.span())))
                    .collect()
            }
            DeValue::String(_) => {
                let one = self.item(reading, key, value);
                if let Some(one) = &one {
                    let hint = format!("write {key} = [{}]", quoted(one));
                    reading.warn(&value.span(), format!("{key} is a list of strings"), &hint);
                }
                one.into_iter().map(|s| (s, value.span())).collect()
            }
            _ => {
                self.wrong(reading, key, "a list of strings", value);
                Vec::new()
            }
        }
    }

    /// A list of strings; see [`Self::spanned_texts`].
    pub fn texts(&self, reading: &mut Reading<'_>, key: &str) -> Vec<String> {
        let found = self.spanned_texts(reading, key);
        found.into_iter().map(|(text, _)| text).collect()
    }

    fn item(
        &self,
        reading: &mut Reading<'_>,
        key: &str,
        item: &Spanned<DeValue<'_>>,
    ) -> Option<String> {
        match item.get_ref() {
            DeValue::String(s) if s.trim().is_empty() => {
                let message = format!("an empty string in {key}");
                reading.error(
                    &item.span(),
                    message,
                    "take it out, or write a word between the quotes",
                );
                None
            }
            DeValue::String(s) => Some(s.to_string()),
            other => {
                let message = format!("{key} is a list of strings, and this is {}", kind(other));
                reading.error(&item.span(), message, &self.write(key));
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn flag(&self, reading: &mut Reading<'_>, key: &str, default: bool) -> bool {
        let Some(value) = self.get(key) else {
            return default;
        };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong(reading, key, "true or false", value);
        default
    }

    /// The tables of a list, each with its place; `[topics]` written for `[[topics]]` is taken for one,
    /// with a warning.
    pub fn tables(
        &self,
        reading: &mut Reading<'_>,
        key: &str,
    ) -> Vec<(&'v DeTable<'t>, Range<usize>)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(list) => list
                .iter()
                .filter_map(|item| match item.get_ref() {
                    DeValue::Table(table) => Some((table, item.span())),
                    other => {
                        let message =
                            format!("{key} is a list of tables, and this is {}", kind(other));
                        reading.error(&item.span(), message, &self.write(key));
                        None
                    }
                })
                .collect(),
            DeValue::Table(table) => {
                let message = format!("{key} is a list of tables");
                reading.warn(&value.span(), message, &self.write(key));
                vec![(table, value.span())]
            }
            _ => {
                self.wrong(reading, key, "a list of tables", value);
                Vec::new()
            }
        }
    }
}

fn unknown(reading: &mut Reading<'_>, shape: &Shape, key: &str, span: &Range<usize>) {
    let names = shape.keys.iter().map(|k| k.name);
    let message = format!("{} has no key {}", shape.name, quoted(key));
    let hint = match nearest(key, names.clone()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("its keys are {}", names.collect::<Vec<_>>().join(", ")),
    };
    reading.warn(span, message, &hint);
}

/// The name that `written` was probably meant to be: the nearest by edits, where it is near enough.
pub fn nearest<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let written: String = written
        .chars()
        .take(200)
        .flat_map(char::to_lowercase)
        .collect();
    names
        .map(|name| (strsim::jaro_winkler(&written, &name.to_lowercase()), name))
        .filter(|(alike, _)| *alike >= 0.75)
        .max_by(|(a, x), (b, y)| a.total_cmp(b).then(y.cmp(x)))
        .map(|(_, name)| name)
}

/// A string as TOML writes it.
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// What a value is, in a reader's words.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
