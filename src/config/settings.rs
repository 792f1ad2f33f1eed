//! `[reader]`, `[theme]` and `[keys]`: kept as they are written, each key with its place.
//!
//! What they mean is the reader's business; this says where they stand, so that the reader can tell a
//! mistake or a clash with its line, and lays a collection's settings over the user's own.

use super::Config;
use super::field::Reading;
use crate::problem::Problem;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// Where settings stand: the path of each key (`["keys", "g g"]`) and a problem without a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<Vec<String>, Problem>);

impl Places {
    /// An error about the setting at `path`, with file, line and column. A path that nobody wrote
    /// gives an error without a place.
    ///
    /// ```
    /// let (config, _) = parallax::config::read("c.toml", "[keys]\n\"g g\" = 1\n");
    /// let problem = config.places.error(&["keys", "g g"], "not a command");
    /// assert_eq!(problem.place, Some((2, 1)));
    /// ```
    pub fn error(&self, path: &[&str], message: impl Into<String>) -> Problem {
        let owned: Vec<String> = path.iter().map(|&s| s.to_owned()).collect();
        let mut problem = match self.0.get(&owned) {
            Some(place) => place.clone(),
            None => Problem::error("config.toml", ""),
        };
        problem.message = message.into();
        problem
    }

    pub(super) fn note(&mut self, path: Vec<String>, place: Problem) {
        self.0.insert(path, place);
    }
}

/// Reads one of the three tables and notes where its keys stand.
pub(super) fn read(
    reading: &mut Reading<'_>,
    places: &mut Places,
    name: &str,
    table: &DeTable<'_>,
) -> Table {
    let mut path = vec![name.to_owned()];
    copy(reading, places, &mut path, table)
}

fn copy(
    reading: &mut Reading<'_>,
    places: &mut Places,
    path: &mut Vec<String>,
    table: &DeTable<'_>,
) -> Table {
    let mut copied = Table::new();
    for (key, value) in table {
        path.push(key.get_ref().to_string());
        places.note(path.clone(), reading.place(&key.span()));
        if let Some(value) = value_of(reading, places, path, value) {
            copied.insert(key.get_ref().to_string(), value);
        }
        path.pop();
    }
    copied
}

fn value_of(
    reading: &mut Reading<'_>,
    places: &mut Places,
    path: &mut Vec<String>,
    value: &Spanned<DeValue<'_>>,
) -> Option<Value> {
    Some(match value.get_ref() {
        DeValue::String(s) => Value::String(s.to_string()),
        DeValue::Integer(i) => match i64::from_str_radix(i.as_str(), i.radix()) {
            Ok(i) => Value::Integer(i),
            Err(_) => return too_large(reading, value),
        },
        DeValue::Float(f) => match f.as_str().parse() {
            Ok(f) => Value::Float(f),
            Err(_) => return too_large(reading, value),
        },
        DeValue::Boolean(b) => Value::Boolean(*b),
        DeValue::Datetime(d) => Value::Datetime(*d),
        DeValue::Array(list) => Value::Array(
            list.iter()
                .filter_map(|item| value_of(reading, places, path, item))
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(copy(reading, places, path, table)),
    })
}

fn too_large(reading: &mut Reading<'_>, value: &Spanned<DeValue<'_>>) -> Option<Value> {
    reading.error(
        &value.span(),
        "this number is too large",
        "write a smaller one",
    );
    None
}

impl Config {
    /// Lays this configuration's `[reader]`, `[theme]` and `[keys]` over those of the user's own file.
    #[must_use]
    pub fn over(mut self, user: &Self) -> Self {
        lay_over(&mut self.reader, &user.reader);
        lay_over(&mut self.theme, &user.theme);
        lay_over(&mut self.keys, &user.keys);
        for (path, place) in &user.places.0 {
            self.places
                .0
                .entry(path.clone())
                .or_insert_with(|| place.clone());
        }
        self
    }
}

fn lay_over(upper: &mut Table, lower: &Table) {
    for (key, value) in lower {
        match (upper.get_mut(key), value) {
            (Some(Value::Table(upper)), Value::Table(lower)) => lay_over(upper, lower),
            (Some(_), _) => {}
            (None, value) => {
                upper.insert(key.clone(), value.clone());
            }
        }
    }
}
