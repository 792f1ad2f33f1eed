//! Reads `[[topics]]` with their positions and figures.

use super::field::{Fields, Reading};
use super::{FigureKind, Position, Topic, shape};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Figures that need no cues of the user's.
const BUILT_IN: [&str; 6] = [
    "killed",
    "wounded",
    "captured",
    "missing",
    "displaced",
    "arrested",
];

pub(super) fn read(
    reading: &mut Reading<'_>,
    table: &DeTable<'_>,
    span: Range<usize>,
) -> Option<Topic> {
    let fields = Fields::new(reading, &shape::TOPIC, table, span);
    let positions = fields.tables(reading, "positions");
    let topic = Topic {
        name: String::new(),
        about: fields.texts(reading, "about"),
        not: fields.texts(reading, "not"),
        positions: positions
            .into_iter()
            .filter_map(|(table, span)| position(reading, table, span))
            .collect(),
        figures: figures(reading, &fields),
        opposites: fields.flag(reading, "opposites", true),
        changes: fields.flag(reading, "changes", true),
        planned: fields.flag(reading, "planned", false),
    };
    unique(reading, &fields, "positions", "position");
    one_answer_each(reading, &fields);
    Some(Topic {
        name: fields.required(reading, "name")?,
        ..topic
    })
}

fn position(
    reading: &mut Reading<'_>,
    table: &DeTable<'_>,
    span: Range<usize>,
) -> Option<Position> {
    let fields = Fields::new(reading, &shape::POSITION, table, span);
    let position = Position {
        name: String::new(),
        cues: fields.texts(reading, "cues"),
        places: fields.texts(reading, "places"),
        by: fields.texts(reading, "by"),
        neutral: fields.flag(reading, "neutral", false),
        exact: fields.flag(reading, "exact", false),
    };
    let name = fields.required(reading, "name")?;
    if ["cues", "places", "by"]
        .iter()
        .all(|k| fields.get(k).is_none())
    {
        reading.warn(
            &fields.span,
            format!(
                "the position {name:?} has neither cues nor places nor by: nothing can take it"
            ),
            r#"write cues = ["words that give this answer"]"#,
        );
    }
    Some(Position { name, ..position })
}

fn figures(reading: &mut Reading<'_>, fields: &Fields<'_, '_>) -> Vec<FigureKind> {
    let Some(value) = fields.get("figures") else {
        return Vec::new();
    };
    match value.get_ref() {
        DeValue::Array(list) => list
            .iter()
            .filter_map(|item| figure(reading, fields, item))
            .collect(),
        DeValue::String(_) | DeValue::Table(_) => {
            let hint = "put it in brackets: figures = [ … ]";
            reading.warn(&value.span(), "figures is a list", hint);
            figure(reading, fields, value).into_iter().collect()
        }
        _ => {
            fields.wrong(reading, "figures", "a list", value);
            Vec::new()
        }
    }
}

fn figure(
    reading: &mut Reading<'_>,
    fields: &Fields<'_, '_>,
    item: &Spanned<DeValue<'_>>,
) -> Option<FigureKind> {
    let figure = match item.get_ref() {
        DeValue::String(of) if of.trim().is_empty() => {
            let hint = "write what is counted, such as \"killed\"";
            reading.error(&item.span(), "an empty string in figures", hint);
            return None;
        }
        DeValue::String(of) => FigureKind {
            of: of.to_string(),
            ..FigureKind::default()
        },
        DeValue::Table(table) => figure_table(reading, table, item.span())?,
        _ => {
            fields.wrong(reading, "figures", "a list of strings and tables", item);
            return None;
        }
    };
    judge(reading, &figure, &item.span());
    Some(figure)
}

fn figure_table(
    reading: &mut Reading<'_>,
    table: &DeTable<'_>,
    span: Range<usize>,
) -> Option<FigureKind> {
    let fields = Fields::new(reading, &shape::FIGURE, table, span);
    let figure = FigureKind {
        of: String::new(),
        cues: fields.texts(reading, "cues"),
        unit: fields.text(reading, "unit"),
        who: fields.texts(reading, "who"),
        places: fields.texts(reading, "where"),
        not: fields.texts(reading, "not"),
    };
    Some(FigureKind {
        of: fields.required(reading, "of")?,
        ..figure
    })
}

/// A figure of the user's own needs words that stand beside its number.
fn judge(reading: &mut Reading<'_>, figure: &FigureKind, span: &Range<usize>) {
    if BUILT_IN.contains(&figure.of.as_str()) || !figure.cues.is_empty() {
        return;
    }
    let near = super::field::nearest(&figure.of, BUILT_IN.into_iter());
    let own = format!("{{ of = {0:?}, cues = [{0:?}] }}", figure.of);
    let hint = match near {
        Some(near) => format!("did you mean {near:?}? If not, write {own}"),
        None => format!("write {own} with the words that stand beside the number"),
    };
    let message = format!("{:?} is no built-in figure and has no cues", figure.of);
    reading.warn(span, message, &hint);
}

/// Reports cues that stand under two positions: what carries one would answer both ways.
fn one_answer_each(reading: &mut Reading<'_>, fields: &Fields<'_, '_>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let Some(DeValue::Array(positions)) = fields.get("positions").map(Spanned::get_ref) else {
        return;
    };
    for (n, position) in positions.iter().enumerate() {
        let Some(DeValue::Array(cues)) = position.get_ref().get("cues").map(Spanned::get_ref)
        else {
            continue;
        };
        for cue in cues {
            let Some(text) = cue.get_ref().as_str() else {
                continue;
            };
            let first = *seen.entry(text.to_lowercase()).or_insert(n);
            if first != n {
                let message = format!("the cue {text:?} stands under another position too");
                let hint = "leave it where it is meant, or write words that tell the two apart";
                reading.warn(&cue.span(), message, hint);
            }
        }
    }
}

/// Reports names that stand twice in a list of tables.
pub(super) fn unique(reading: &mut Reading<'_>, fields: &Fields<'_, '_>, list: &str, what: &str) {
    let Some(DeValue::Array(list)) = fields.get(list).map(Spanned::get_ref) else {
        return;
    };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for name in list.iter().filter_map(|t| t.get_ref().get("name")) {
        let Some(text) = name.get_ref().as_str() else {
            continue;
        };
        let line = reading
            .place(&name.span())
            .place
            .map_or(0, |(line, _)| line);
        if let Some(first) = seen.get(text) {
            let message = format!("there is another {what} named {text:?}, in line {first}");
            reading.error(
                &name.span(),
                message,
                "give it another name, or make one of both",
            );
        } else {
            seen.insert(text, line);
        }
    }
}
