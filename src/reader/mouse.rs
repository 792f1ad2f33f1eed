//! Clicks and the wheel.

use super::commands::{moving, passages, topics};
use super::overlay::Overlay;
use super::view::View;
use super::{Effects, Reader, layout};
use crate::page::columns::GUTTER;
use crate::text::Span;

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The left button was pressed.
    Left,
    /// The wheel was turned towards the reader.
    WheelDown,
    /// The wheel was turned away.
    WheelUp,
}

/// What the mouse did at a cell of the screen, from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub button: Button,
    /// The cell's column.
    pub x: usize,
    /// The cell's row.
    pub y: usize,
}

/// Rows that one notch of the wheel moves.
const NOTCH: isize = 3;

pub(super) fn act(reader: &mut Reader, mouse: Mouse) -> Effects {
    if reader.layout.is_too_small() {
        return Effects::new();
    }
    match mouse.button {
        Button::WheelDown => wheel(reader, mouse, NOTCH),
        Button::WheelUp => wheel(reader, mouse, -NOTCH),
        Button::Left => click(reader, mouse),
    }
    Effects::new()
}

fn wheel(reader: &mut Reader, mouse: Mouse, by: isize) {
    match reader.overlay.as_mut() {
        Some(Overlay::Text(text)) => {
            let last = text.lines.len().saturating_sub(1);
            text.from = text.from.saturating_add_signed(by).min(last);
        }
        Some(Overlay::Picker(picker)) => {
            let rows = reader.layout.height.saturating_sub(5);
            picker.place.step(by, picker.matches.len(), rows);
        }
        Some(Overlay::Prompt(_)) => {}
        None if reader.view != View::Read => {
            let _ = moving::scroll(reader, by);
        }
        None if mouse.y >= reader.layout.pane_y() => {
            let from = reader.layout.pane.from;
            reader.layout.pane.from = from.saturating_add_signed(by);
        }
        None => wheel_column(reader, mouse.x, by),
    }
}

/// The wheel scrolls the column under it and no other.
fn wheel_column(reader: &mut Reader, x: usize, by: isize) {
    let Some(article) = column_at(reader, x).map(|c| reader.layout.columns[c].article) else {
        return;
    };
    moving::scroll_one(reader, article, by);
    reader.shelf.is_level = false;
    if reader.shelf.focused() == Some(article) {
        passages::follow(reader);
    }
}

fn column_at(reader: &Reader, x: usize) -> Option<usize> {
    let columns = reader.layout.columns.iter();
    let mut slots = columns.map(|c| c.slot);
    slots.position(|s| (s.x..s.x + s.width).contains(&x))
}

fn click(reader: &mut Reader, mouse: Mouse) {
    reader.notice = None;
    if reader.overlay.is_some() {
        reader.overlay = None;
        return;
    }
    if mouse.y == 0 {
        click_topic(reader, mouse.x);
    } else if reader.view != View::Read {
        super::commands::views::click(reader, mouse.x, mouse.y);
    } else if mouse.y < reader.layout.pane_y()
        && let Some(column) = column_at(reader, mouse.x)
    {
        click_column(reader, column, mouse);
    }
}

fn click_topic(reader: &mut Reader, x: usize) {
    let mut tabs = reader.layout.bar.tabs.iter();
    let tab = tabs.find(|(_, from, to)| (*from..*to).contains(&x));
    if let Some(&(topic, ..)) = tab {
        topics::turn_to(reader, topic);
    }
}

/// A click on a passage selects it; a click elsewhere goes to the column.
fn click_column(reader: &mut Reader, column: usize, mouse: Mouse) {
    let (article, slot) = {
        let column = &reader.layout.columns[column];
        (column.article, column.slot)
    };
    let text_y = reader.layout.text_y();
    if let Some(row) = mouse.y.checked_sub(text_y) {
        let cell = mouse.x.saturating_sub(slot.x + GUTTER);
        if let Some(passage) = passage_at(reader, article, row, cell) {
            passages::go_to(reader, passage);
            return;
        }
    }
    reader.shelf.focus_on(article);
    layout::refresh(reader);
    passages::follow(reader);
}

/// The passage under a cell of an article's text; in the gutter, the first one that begins on the row.
fn passage_at(reader: &Reader, article: usize, row: usize, cell: usize) -> Option<usize> {
    let sheet = reader.pages.sheet(article)?;
    let row = sheet.row(reader.top(article) + row)?;
    let body = &reader.library.articles[article].body;
    let marks = reader
        .pages
        .marks
        .get(reader.topic)?
        .articles
        .get(article)?;
    let mut left = cell;
    let mut at = row.span.start;
    for glyph in crate::page::glyph::glyphs(row.span.of(body)) {
        at = row.span.start + glyph.start;
        if left < glyph.width {
            break;
        }
        left -= glyph.width;
    }
    let under = Span::new(at, at + 1);
    let on_cell = marks.touching(under).next().map(|m| m.passage);
    on_cell.or_else(|| marks.touching(row.span).last().map(|m| m.passage))
}
