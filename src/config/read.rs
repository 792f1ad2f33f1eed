//! Reads `config.toml`: what is good is kept, what is wrong becomes a problem.

use super::field::{Fields, Reading, Toml};
use super::{Config, Entity, EntityKind, SourceRule, settings, shape, topic};
use crate::problem::Problem;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Reads the `text` of the configuration `file`. Every mistake comes back, in the order of the file;
/// what has no mistake is read all the same.
pub fn read(file: &str, text: &str) -> (Config, Vec<Problem>) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let toml = Toml::new(file, text, start..text.len());
    let (mut reading, table) = toml.read();
    let config = config(&mut reading, &table);
    (config, reading.finish())
}

fn config(reading: &mut Reading<'_>, table: &DeTable<'_>) -> Config {
    let fields = Fields::new(reading, &shape::FILE, table, 0..0);
    let mut config = Config {
        title: fields.text(reading, "title"),
        sources: all(reading, &fields, "sources", source),
        entities: all(reading, &fields, "entities", entity),
        topics: all(reading, &fields, "topics", topic::read),
        ..Config::default()
    };
    for (entry, span) in fields.spanned_texts(reading, "articles") {
        let at = reading.place(&span);
        config
            .places
            .note(vec!["articles".into(), entry.clone()], at);
        config.articles.push(entry);
    }
    for (name, place) in [
        ("reader", &mut config.reader),
        ("theme", &mut config.theme),
        ("keys", &mut config.keys),
    ] {
        match fields.get(name).map(|v| (v, v.get_ref())) {
            Some((_, DeValue::Table(table))) => {
                *place = settings::read(reading, &mut config.places, name, table);
            }
            Some((value, _)) => fields.wrong(reading, name, "a table", value),
            None => {}
        }
    }
    topic::unique(reading, &fields, "topics", "topic");
    topic::unique(reading, &fields, "entities", "entity");
    topic::unique(reading, &fields, "sources", "source");
    config
}

type ReadOne<T> = fn(&mut Reading<'_>, &DeTable<'_>, Range<usize>) -> Option<T>;

fn all<T>(
    reading: &mut Reading<'_>,
    fields: &Fields<'_, '_>,
    key: &str,
    one: ReadOne<T>,
) -> Vec<T> {
    let tables = fields.tables(reading, key);
    tables
        .into_iter()
        .filter_map(|(table, span)| one(reading, table, span))
        .collect()
}

fn source(
    reading: &mut Reading<'_>,
    table: &DeTable<'_>,
    span: Range<usize>,
) -> Option<SourceRule> {
    let fields = Fields::new(reading, &shape::SOURCE, table, span);
    let matches = fields.texts(reading, "match");
    let note = fields.text(reading, "note");
    Some(SourceRule {
        name: fields.required(reading, "name")?,
        matches,
        note,
    })
}

fn entity(reading: &mut Reading<'_>, table: &DeTable<'_>, span: Range<usize>) -> Option<Entity> {
    let fields = Fields::new(reading, &shape::ENTITY, table, span);
    let (kind, aka) = (kind(reading, &fields), fields.texts(reading, "aka"));
    let (not, side) = (fields.texts(reading, "not"), fields.text(reading, "side"));
    Some(Entity {
        name: fields.required(reading, "name")?,
        kind,
        aka,
        not,
        side,
    })
}

const KINDS: [(&str, EntityKind); 4] = [
    ("person", EntityKind::Person),
    ("group", EntityKind::Group),
    ("place", EntityKind::Place),
    ("other", EntityKind::Other),
];

fn kind(reading: &mut Reading<'_>, fields: &Fields<'_, '_>) -> Option<EntityKind> {
    let written = fields.text(reading, "kind")?;
    let found = KINDS.iter().find(|(name, _)| *name == written);
    if found.is_none() {
        let value = fields.get("kind")?;
        reading.error(
            &value.span(),
            format!("{written:?} is no kind of entity"),
            r#"write "person", "group", "place" or "other", or leave kind out"#,
        );
    }
    found.map(|&(_, kind)| kind)
}
