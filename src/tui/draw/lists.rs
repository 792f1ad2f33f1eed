//! The grid, the findings, the timeline.

use super::Canvas;
use crate::page::line::{Line, Role};
use crate::page::words::published;
use crate::page::{findings as page, timeline as days};
use crate::reader::Reader;
use crate::reader::view::ListPlace;

/// The first row of a list.
const LIST_Y: usize = 2;

fn heading(reader: &Reader, canvas: &mut Canvas<'_>, left: &str, right: &str) {
    let left = Line::of(" ", Role::Plain).with(left, Role::Heading);
    let right = Line::of(&format!("{right} "), Role::Quiet);
    canvas.line(0, 1, &left.opposite(right, reader.layout.width));
}

fn nothing(reader: &Reader, canvas: &mut Canvas<'_>, words: &str) {
    let words = if reader.library.articles.is_empty() {
        "There are no articles here."
    } else {
        words
    };
    canvas.line(2, 3, &Line::of(words, Role::Notice));
}

/// Paints a line of a list; the chosen one is set off.
fn list_line(canvas: &mut Canvas<'_>, row: usize, columns: usize, line: Line, chosen: bool) {
    if !chosen {
        canvas.line_in(0, LIST_Y + row, columns, line, Role::Plain);
        return;
    }
    let words = line.fitted(columns).words();
    canvas.line_in(
        0,
        LIST_Y + row,
        columns,
        Line::of(&words, Role::Chosen),
        Role::Chosen,
    );
}

fn visible<T>(
    all: &[T],
    place: ListPlace,
    rows: usize,
) -> impl Iterator<Item = (usize, usize, &T)> {
    let shown = all.iter().enumerate().skip(place.top).take(rows);
    shown.enumerate().map(|(row, (n, item))| (row, n, item))
}

pub(super) fn grid(reader: &Reader, canvas: &mut Canvas<'_>) {
    let list = &reader.layout.list;
    let (first, width, fit) = list.widths;
    let sources: Vec<usize> = reader
        .shelf
        .shown()
        .iter()
        .skip(list.first_source)
        .take(fit)
        .copied()
        .collect();
    if list.grid.is_empty() || sources.is_empty() {
        nothing(reader, canvas, "There are no topics to lay out.");
        return;
    }
    let after = reader.shelf.shown().len() - list.first_source - sources.len();
    let beyond = match (list.first_source, after) {
        (0, 0) => String::new(),
        (before, after) => format!("{before} before, {after} after"),
    };
    canvas.line_in(
        0,
        1,
        first,
        Line::of(&format!(" {beyond}"), Role::Quiet),
        Role::Plain,
    );
    for (i, article) in sources
        .iter()
        .map(|a| &reader.library.articles[*a])
        .enumerate()
    {
        let name = Line::of(" ", Role::Plain).with(&article.source, Role::Outlet);
        let date = Line::of(&format!("{} ", published(article)), Role::Quiet);
        let both = name.width() + date.width() < width;
        let head = if both {
            name.opposite(date, width)
        } else {
            name.fitted(width - 1)
        };
        canvas.line(first + i * width, 1, &head);
    }
    let place = reader.lists.grid;
    for (row, n, line) in visible(&list.grid, place, list.rows) {
        let chosen_row = n == place.line;
        let topics = &reader.library.comparison.topics;
        canvas.line(0, LIST_Y + row, &line.heading(topics, first));
        for (i, cell) in line
            .cells
            .iter()
            .skip(list.first_source)
            .take(fit)
            .enumerate()
        {
            let chosen = chosen_row && place.column == list.first_source + i;
            canvas.line(
                first + i * width,
                LIST_Y + row,
                &cell.line(width, reader.ornaments(), chosen),
            );
        }
    }
    preview(reader, canvas);
}

pub(super) fn findings(reader: &Reader, canvas: &mut Canvas<'_>) {
    let list = &reader.layout.list;
    let width = reader.layout.width;
    let filter = reader.lists.filter.words(reader.ornaments());
    let filter = if filter.is_empty() {
        filter
    } else {
        format!("  filter: {filter}")
    };
    let right = format!("conflicts first  {} findings{filter}", list.findings.len());
    heading(reader, canvas, "Findings", &right);
    if list.findings.is_empty() {
        nothing(reader, canvas, "Nothing agrees or conflicts here.");
        return;
    }
    let place = reader.lists.findings;
    for (row, n, entry) in visible(&list.findings, place, list.rows) {
        let Some(topic) = reader.library.comparison.topics.get(entry.topic) else {
            continue;
        };
        if let Some(finding) = topic.findings.get(entry.finding) {
            let line = page::line(topic, finding, reader.ornaments(), width);
            list_line(canvas, row, width, line, n == place.line);
        }
    }
    preview(reader, canvas);
}

fn preview(reader: &Reader, canvas: &mut Canvas<'_>) {
    let list = &reader.layout.list;
    if list.preview.is_empty() {
        return;
    }
    let y = LIST_Y + list.rows;
    let rule = reader
        .ornaments()
        .rule
        .to_string()
        .repeat(reader.layout.width);
    canvas.line(0, y, &Line::of(&rule, Role::Rule));
    let room = reader.layout.height.saturating_sub(y + 2);
    let left = list.preview.len().saturating_sub(room);
    for (i, line) in list.preview.iter().take(room).enumerate() {
        canvas.line(2, y + 1 + i, line);
    }
    if left > 0 {
        let words = format!(" {left} more lines; Enter reads them ");
        let x = reader
            .layout
            .width
            .saturating_sub(words.chars().count() + 2);
        canvas.line(x, y, &Line::of(&words, Role::Quiet));
    }
}

pub(super) fn timeline(reader: &Reader, canvas: &mut Canvas<'_>) {
    let list = &reader.layout.list;
    let Some(topic) = reader.library.comparison.topics.get(reader.topic) else {
        nothing(reader, canvas, "There are no topics.");
        return;
    };
    let right = format!("{} passages", topic.passages.len());
    heading(reader, canvas, &format!("Timeline: {}", topic.name), &right);
    if list.timeline.is_empty() {
        nothing(
            reader,
            canvas,
            "No passage of a shown source is on this topic.",
        );
        return;
    }
    let (articles, marks) = (
        &reader.library.articles,
        reader.pages.marks.get(reader.topic),
    );
    let place = reader.lists.timeline;
    for (row, n, entry) in visible(&list.timeline, place, list.rows) {
        let line = days::line(entry, topic, marks, articles, reader.ornaments());
        list_line(canvas, row, reader.layout.width, line, n == place.line);
    }
    preview(reader, canvas);
}
