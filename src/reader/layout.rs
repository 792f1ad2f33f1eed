//! Where everything stands on the screen now: computed after each message, before anything is drawn.

use super::Reader;
use super::view::View;
use crate::page::columns::{Slot, first_with, fit, slots};
use crate::page::findings;
use crate::page::grid::{self, GridRow};
use crate::page::head::{Head, capped};
use crate::page::line::Line;
use crate::page::timeline;
use crate::page::topics::{TopicBar, bar};
use crate::page::why::Why;

/// Narrower or lower than this, nothing but a notice is shown.
pub const LEAST: (usize, usize) = (40, 10);

/// A column on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Place of the article in the library.
    pub article: usize,
    /// Where it stands.
    pub slot: Slot,
    /// Its head; as many lines as [`Layout::head_rows`] at most.
    pub head: Vec<Line>,
    /// The first row of the sheet that is on the screen.
    pub top: usize,
}

/// The pane below the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pane {
    /// Everything that it has to say.
    pub lines: Vec<Line>,
    /// The first line on the screen.
    pub from: usize,
    /// Lines of room, without the rule above.
    pub rows: usize,
    /// What the pane shows: topic, passage, columns.
    key: Option<(usize, Option<usize>, usize, usize)>,
}

/// What the views that are lists show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPage {
    /// Rows of room for the list, from row 2.
    pub rows: usize,
    /// The grid: topics and answers down, the shown sources across.
    pub grid: Vec<GridRow>,
    /// The grid's columns: how wide the first one is, how wide the others, how many of these fit.
    pub widths: (usize, usize, usize),
    /// The first source on the screen, among the shown ones.
    pub first_source: usize,
    /// The findings that the filter leaves.
    pub findings: Vec<findings::Entry>,
    /// The preview of the chosen finding.
    pub preview: Vec<Line>,
    /// The timeline of the topic.
    pub timeline: Vec<timeline::Entry>,
}

/// Rows and columns of the screen and what they hold. All numbers are display cells from the top left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the screen.
    pub width: usize,
    /// Rows of the screen.
    pub height: usize,
    /// The bar of topics, row 0.
    pub bar: TopicBar,
    /// From left to right.
    pub columns: Vec<Column>,
    /// Place of the first of them among the shown sources.
    pub first: usize,
    /// Rows of the columns' heads, from row 1.
    pub head_rows: usize,
    /// Rows of text, below the heads and a rule.
    pub text_rows: usize,
    /// Display columns of the text in a column.
    pub text_columns: usize,
    /// The pane; no rows when it is closed.
    pub pane: Pane,
    /// The list, in the views that are one.
    pub list: ListPage,
}

impl Layout {
    /// Whether the screen is too small for anything.
    pub const fn is_too_small(&self) -> bool {
        self.width < LEAST.0 || self.height < LEAST.1
    }

    /// Whether there is room for a rule below the heads.
    pub const fn has_head_rule(&self) -> bool {
        self.height >= 14
    }

    /// The first row of text.
    pub const fn text_y(&self) -> usize {
        1 + self.head_rows + if self.has_head_rule() { 1 } else { 0 }
    }

    /// The row of the rule above the pane.
    pub const fn pane_y(&self) -> usize {
        self.text_y() + self.text_rows
    }

    /// Rows between the bar and the bottom line, for the views without columns.
    pub const fn body_rows(&self) -> usize {
        self.height.saturating_sub(2)
    }
}

/// Computes the layout anew.
pub fn refresh(reader: &mut Reader) {
    reader.layout.bar = topic_bar(reader);
    if reader.layout.is_too_small() {
        return;
    }
    if reader.view != View::Read {
        place_list(reader);
        return;
    }
    place_columns(reader);
    reader.layout.pane.rows = pane_rows(reader);
    head_columns(reader);
    let layout = &mut reader.layout;
    let pane = if layout.pane.rows > 0 {
        layout.pane.rows + 1
    } else {
        0
    };
    let used = layout.text_y() + pane + 1;
    layout.text_rows = layout.height.saturating_sub(used).max(1);
    place_tops(reader);
    fill_pane(reader);
}

fn topic_bar(reader: &Reader) -> TopicBar {
    let topics: Vec<(&str, _)> = reader
        .library
        .comparison
        .topics
        .iter()
        .zip(&reader.pages.counts)
        .map(|(t, c)| (t.name.as_str(), *c))
        .collect();
    bar(
        &reader.library.title,
        &topics,
        reader.topic,
        reader.layout.width,
        reader.ornaments(),
    )
}

fn place_columns(reader: &mut Reader) {
    let shown = reader.shelf.shown().len();
    let width = reader.layout.width;
    let count = if reader.shelf.is_zoomed {
        shown.min(1)
    } else {
        fit(width, shown)
    };
    let first = match count {
        0 | 1 => reader.shelf.focus(),
        _ => first_with(reader.shelf.focus(), reader.shelf.first, count, shown),
    };
    if count > 1 {
        reader.shelf.first = first;
    }
    reader.layout.first = first;
    let places = slots(width, count);
    reader.layout.text_columns = places.last().map_or(1, |s| s.text_columns());
    let articles = &reader.shelf.shown()[first..first + count];
    reader.layout.columns = articles
        .iter()
        .zip(places)
        .map(|(&article, slot)| Column {
            article,
            slot,
            head: Vec::new(),
            top: 0,
        })
        .collect();
    let columns = reader.layout.text_columns;
    for i in 0..reader.layout.columns.len() {
        let article = reader.layout.columns[i].article;
        reader.pages.wrap(&reader.library, article, columns);
    }
}

fn head_columns(reader: &mut Reader) {
    let most = (reader.layout.height / 4).max(2);
    let count = reader.layout.columns.len();
    let heads: Vec<Vec<Line>> = (0..count).map(|i| head(reader, i, most)).collect();
    reader.layout.head_rows = heads.iter().map(Vec::len).max().unwrap_or(0);
    for (column, head) in reader.layout.columns.iter_mut().zip(heads) {
        column.head = head;
    }
}

fn head(reader: &Reader, i: usize, most: usize) -> Vec<Line> {
    let layout = &reader.layout;
    let column = &layout.columns[i];
    let topic = reader.library.comparison.topics.get(reader.topic);
    let first = layout.first;
    let last = i + 1 == layout.columns.len();
    let after = reader.shelf.shown().len() - first - layout.columns.len();
    let head = Head {
        article: &reader.library.articles[column.article],
        source: topic.and_then(|t| t.sources.get(column.article)),
        marks: reader.pages.marks.get(reader.topic),
        focused: reader.shelf.focused() == Some(column.article),
        beyond: (if i == 0 { first } else { 0 }, if last { after } else { 0 }),
        ornaments: reader.ornaments(),
    };
    let key = reader.keys.key_for("source");
    let hint = if key.is_empty() {
        String::new()
    } else {
        format!("; {key} shows all")
    };
    capped(head.lines(column.slot.width.saturating_sub(1)), most, &hint)
}

/// Rows of the pane: as the reader set it, or a share of the screen. What is too much is not given.
fn pane_rows(reader: &Reader) -> usize {
    let height = reader.layout.height;
    let share = match height {
        ..12 => 1,
        12..14 => 2,
        14..20 => 3,
        _ => (height / 4).clamp(5, 16),
    };
    let most = height.saturating_sub(8).max(2);
    reader.settings.pane.unwrap_or(share).min(most)
}

fn place_tops(reader: &mut Reader) {
    let rows = reader.layout.text_rows;
    for i in 0..reader.layout.columns.len() {
        let article = reader.layout.columns[i].article;
        reader.layout.columns[i].top = reader.top(article);
        reader.pages.draw_strip(reader.topic, article, rows);
    }
}

fn fill_pane(reader: &mut Reader) {
    let key = Some((
        reader.topic,
        reader.selected,
        reader.layout.width,
        reader.shelf.focused().unwrap_or(0),
    ));
    if reader.layout.pane.key != key {
        reader.layout.pane.lines = pane_lines(reader);
        reader.layout.pane.from = 0;
        reader.layout.pane.key = key;
    }
    let pane = &mut reader.layout.pane;
    pane.from = pane.from.min(pane.lines.len().saturating_sub(pane.rows));
}

impl Layout {
    /// The pane is written anew at the next refresh.
    pub const fn forget_pane(&mut self) {
        self.pane.key = None;
    }
}

fn pane_lines(reader: &Reader) -> Vec<Line> {
    let columns = reader.layout.width.saturating_sub(2).max(10);
    let (Some(topic), Some(marks)) = (
        reader.library.comparison.topics.get(reader.topic),
        reader.pages.marks.get(reader.topic),
    ) else {
        return super::nothing::about_topics(reader, columns);
    };
    let why = Why {
        articles: &reader.library.articles,
        topic,
        marks,
        ornaments: reader.ornaments(),
    };
    match reader.selected {
        Some(passage) => why.lines(passage, columns),
        None => super::nothing::about_passages(reader, columns),
    }
}

/// Rows below a list that say why, with the rule above them; none where the screen is low.
const fn list_pane_rows(body: usize) -> usize {
    if body < 16 { 0 } else { body / 3 }
}

fn place_list(reader: &mut Reader) {
    let all = reader.layout.body_rows().saturating_sub(1);
    let body = all - list_pane_rows(all);
    let list = &mut reader.layout.list;
    list.rows = body;
    list.preview.clear();
    match reader.view {
        View::Grid => place_grid(reader),
        View::Findings => place_findings(reader, all),
        View::Timeline | View::Read => {
            let topic = reader.library.comparison.topics.get(reader.topic);
            let shown = reader.shelf.shown();
            let entries = topic.map(|t| timeline::entries(t, &reader.library.articles, shown));
            reader.layout.list.timeline = entries.unwrap_or_default();
            let count = reader.layout.list.timeline.len();
            reader.lists.timeline.settle(count, body);
            let is_day = |n: usize| {
                matches!(
                    reader.layout.list.timeline.get(n),
                    Some(timeline::Entry::Day(_))
                )
            };
            if is_day(reader.lists.timeline.line) {
                reader.lists.timeline.line += 1;
                reader.lists.timeline.settle(count, body);
            }
        }
    }
    if reader.view != View::Findings && list_pane_rows(all) > 0 {
        reader.layout.list.preview = reasons(reader);
    }
}

/// Why, for the passage that the cursor of a list stands on.
fn reasons(reader: &Reader) -> Vec<Line> {
    let found = super::commands::views::target(reader).and_then(|(topic, passage)| {
        let why = Why {
            articles: &reader.library.articles,
            topic: reader.library.comparison.topics.get(topic)?,
            marks: reader.pages.marks.get(topic)?,
            ornaments: reader.ornaments(),
        };
        Some(why.lines(passage, reader.layout.width.saturating_sub(4)))
    });
    found.unwrap_or_default()
}

fn place_grid(reader: &mut Reader) {
    let shown = reader.shelf.shown();
    let comparison = &reader.library.comparison;
    let list = &mut reader.layout.list;
    list.grid = grid::rows(comparison, &reader.pages.marks, shown);
    list.widths = grid::widths(reader.layout.width, shown.len());
    let place = &mut reader.lists.grid;
    place.column = place.column.min(shown.len().saturating_sub(1));
    let count = list.widths.2.min(shown.len());
    list.first_source = first_with(place.column, list.first_source, count, shown.len());
    place.settle(list.grid.len(), list.rows);
}

fn place_findings(reader: &mut Reader, body: usize) {
    let library = &reader.library;
    let list = &mut reader.layout.list;
    list.rows = (body / 2).max(2);
    list.findings = findings::entries(&library.comparison, &library.articles, &reader.lists.filter);
    reader.lists.findings.settle(list.findings.len(), list.rows);
    let chosen = list.findings.get(reader.lists.findings.line);
    let columns = reader.layout.width.saturating_sub(4);
    list.preview = chosen
        .and_then(|entry| {
            let topic = library.comparison.topics.get(entry.topic)?;
            let finding = topic.findings.get(entry.finding)?;
            Some(findings::preview(
                topic,
                finding,
                &library.articles,
                columns,
            ))
        })
        .unwrap_or_default();
}
