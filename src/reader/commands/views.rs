//! The views that are lists, and going from them to a passage.

use super::passages;
use crate::page::findings::{self, Filter};
use crate::page::timeline::Entry;
use crate::reader::layout;
use crate::reader::overlay::{self, Item, PromptKind};
use crate::reader::view::{ListPlace, View};
use crate::reader::{Effects, Reader};

/// To the view named, else to the next one.
pub(super) fn choose(reader: &mut Reader, name: &str) -> Effects {
    let at = View::ALL
        .iter()
        .position(|v| *v == reader.view)
        .unwrap_or(0);
    let wanted = match name {
        "" => View::ALL.get((at + 1) % View::ALL.len()),
        name => View::ALL.iter().find(|v| v.name().starts_with(name)),
    };
    match wanted {
        Some(view) => turn_to(reader, *view),
        None => reader.complain(format!(
            "There is no view {name}; there are read, grid, findings and timeline."
        )),
    }
    Effects::new()
}

fn turn_to(reader: &mut Reader, view: View) {
    reader.view = view;
    layout::refresh(reader);
    match view {
        View::Read if reader.shelf.is_level => super::level::align(reader, None),
        View::Grid => begin_at_topic(reader),
        _ => {}
    }
}

/// The grid's cursor starts at the topic and source that the reader was in.
fn begin_at_topic(reader: &mut Reader) {
    let rows = &reader.layout.list.grid;
    let line = rows
        .iter()
        .position(|r| r.topic == reader.topic && r.answer.is_some());
    reader.lists.grid.line = line.unwrap_or(0);
    reader.lists.grid.column = reader.shelf.focus();
}

/// The list's place and how many lines it has.
fn list(reader: &mut Reader) -> (&mut ListPlace, usize) {
    let list = &reader.layout.list;
    match reader.view {
        View::Grid => (&mut reader.lists.grid, list.grid.len()),
        View::Findings => (&mut reader.lists.findings, list.findings.len()),
        View::Timeline | View::Read => (&mut reader.lists.timeline, list.timeline.len()),
    }
}

/// Moves the cursor of the list in view by so many lines and columns.
pub fn step(reader: &mut Reader, lines: isize, columns: isize) {
    let rows = reader.layout.list.rows;
    let sources = reader.shelf.shown().len();
    let (place, count) = list(reader);
    place.step(lines, count, rows);
    place.column = place
        .column
        .saturating_add_signed(columns)
        .min(sources.saturating_sub(1));
    if reader.view == View::Timeline {
        step_off_days(reader, lines);
    }
}

/// The timeline's cursor stands on passages, not on the days above them.
fn step_off_days(reader: &mut Reader, by: isize) {
    let entries = &reader.layout.list.timeline;
    let is_day = |n: usize| matches!(entries.get(n), Some(Entry::Day(_)));
    let line = reader.lists.timeline.line;
    if is_day(line) {
        let up = by < 0 && line > 0;
        let rows = reader.layout.list.rows;
        reader
            .lists
            .timeline
            .step(if up { -1 } else { 1 }, entries.len(), rows);
    }
}

/// Goes to the passage that the cursor stands on.
pub(super) fn open(reader: &mut Reader, _: &str) -> Effects {
    match target(reader) {
        Some((topic, passage)) => read(reader, topic, passage),
        None => reader.say("There is no passage to go to here."),
    }
    Effects::new()
}

/// The passage that the cursor of a list stands on, with its topic.
pub fn target(reader: &Reader) -> Option<(usize, usize)> {
    let list = &reader.layout.list;
    match reader.view {
        View::Grid => {
            let place = reader.lists.grid;
            let row = list.grid.get(place.line)?;
            Some((row.topic, row.cells.get(place.column)?.passage?))
        }
        View::Findings => {
            let entry = list.findings.get(reader.lists.findings.line)?;
            let topic = reader.library.comparison.topics.get(entry.topic)?;
            let first = topic.findings.get(entry.finding)?.passages.first()?;
            Some((entry.topic, *first))
        }
        View::Timeline => match list.timeline.get(reader.lists.timeline.line)? {
            Entry::Passage(passage) => Some((reader.topic, *passage)),
            Entry::Day(_) => None,
        },
        View::Read => None,
    }
}

fn read(reader: &mut Reader, topic: usize, passage: usize) {
    super::spots::remember(reader);
    reader.view = View::Read;
    reader.topic = topic;
    passages::select(reader, passage);
}

/// Narrows the findings to a kind, and to words in an outlet, a speaker or the text.
pub(super) fn filter(reader: &mut Reader, typed: &str) -> Effects {
    if typed.is_empty() && reader.view == View::Findings && reader.lists.filter == Filter::default()
    {
        overlay::prompt(reader, PromptKind::Command, "filter ");
        return Effects::new();
    }
    reader.lists.filter = Filter::parse(typed);
    reader.lists.findings = ListPlace::default();
    reader.view = View::Findings;
    Effects::new()
}

pub(super) fn pick_finding(reader: &mut Reader, _: &str) -> Effects {
    let library = &reader.library;
    let all = findings::entries(&library.comparison, &library.articles, &Filter::default());
    let items = all.iter().filter_map(|entry| {
        let topic = library.comparison.topics.get(entry.topic)?;
        let finding = topic.findings.get(entry.finding)?;
        Some(Item {
            label: format!(
                "{} {}: {}",
                reader.ornaments().kind(finding.kind),
                topic.name,
                finding.title
            ),
            detail: findings::counts(finding),
            command: format!("finding {} {}", entry.topic, entry.finding),
            ..Item::default()
        })
    });
    let items = items.collect();
    overlay::pick(reader, "Findings", items);
    Effects::new()
}

/// Goes to the first passage of a finding: its topic and its place among the topic's, both from 0.
pub(super) fn finding(reader: &mut Reader, places: &str) -> Effects {
    let mut numbers = places.split(' ').map(|n| n.parse::<usize>().ok());
    let (topic, finding) = (numbers.next().flatten(), numbers.next().flatten());
    let passage = topic.zip(finding).and_then(|(t, f)| {
        let topic = reader.library.comparison.topics.get(t)?;
        topic.findings.get(f)?.passages.first().copied()
    });
    if let (Some(topic), Some(passage)) = (topic, passage) {
        read(reader, topic, passage);
    }
    Effects::new()
}

/// A click chooses a line; a click on the chosen line goes to its passage.
pub fn click(reader: &mut Reader, x: usize, y: usize) {
    let Some(row) = y.checked_sub(2).filter(|r| *r < reader.layout.list.rows) else {
        return;
    };
    let column = column_at(reader, x);
    let (place, count) = list(reader);
    let line = place.top + row;
    if line >= count {
        return;
    }
    let again = place.line == line && column.is_none_or(|c| c == place.column);
    place.line = line;
    place.column = column.unwrap_or(place.column);
    if again {
        let _ = open(reader, "");
    }
}

fn column_at(reader: &Reader, x: usize) -> Option<usize> {
    if reader.view != View::Grid {
        return None;
    }
    let (first, width, fit) = reader.layout.list.widths;
    let column = x.checked_sub(first)? / width.max(1);
    (column < fit).then_some(column + reader.layout.list.first_source)
}
