//! Up and down: rows of the columns, lines of the lists.

use super::passages;
use crate::reader::view::View;
use crate::reader::{Effects, Reader};

fn page(reader: &Reader) -> isize {
    let rows = match reader.view {
        View::Read => reader.layout.text_rows,
        _ => reader.layout.body_rows(),
    };
    rows.max(2).cast_signed()
}

pub(super) fn down(reader: &mut Reader, _: &str) -> Effects {
    scroll(reader, 1)
}

pub(super) fn up(reader: &mut Reader, _: &str) -> Effects {
    scroll(reader, -1)
}

pub(super) fn half_page_down(reader: &mut Reader, _: &str) -> Effects {
    scroll(reader, page(reader) / 2)
}

pub(super) fn half_page_up(reader: &mut Reader, _: &str) -> Effects {
    scroll(reader, -page(reader) / 2)
}

pub(super) fn page_down(reader: &mut Reader, _: &str) -> Effects {
    scroll(reader, page(reader) - 1)
}

pub(super) fn page_up(reader: &mut Reader, _: &str) -> Effects {
    scroll(reader, 1 - page(reader))
}

/// Further than any article is long, and safe to add.
const FAR: isize = 1 << 40;

pub(super) fn top(reader: &mut Reader, _: &str) -> Effects {
    super::spots::remember(reader);
    scroll(reader, -FAR)
}

pub(super) fn end(reader: &mut Reader, _: &str) -> Effects {
    super::spots::remember(reader);
    scroll(reader, FAR)
}

/// Moves the focused column, and the others with it when they are linked; or the cursor of a list.
pub(in crate::reader) fn scroll(reader: &mut Reader, by: isize) -> Effects {
    if reader.view != View::Read {
        super::views::step(reader, by, 0);
        return Effects::new();
    }
    let Some(focused) = reader.shelf.focused() else {
        return Effects::new();
    };
    let moved = scroll_one(reader, focused, by);
    let others: Vec<usize> = reader.layout.columns.iter().map(|c| c.article).collect();
    for article in others.into_iter().filter(|&a| a != focused) {
        if !reader.settings.unlinked {
            let by = if by.abs() >= FAR { by } else { moved };
            scroll_one(reader, article, by);
        }
    }
    reader.shelf.is_level = false;
    passages::follow(reader);
    Effects::new()
}

/// Moves one column and says by how many rows. A column that was drawn past its end to stand level
/// does not jump back by itself.
pub(in crate::reader) fn scroll_one(reader: &mut Reader, article: usize, by: isize) -> isize {
    let Some(sheet) = reader.pages.sheet(article) else {
        return 0;
    };
    let from = reader.top(article);
    let last = sheet
        .len()
        .saturating_sub(reader.layout.text_rows)
        .max(from.min(sheet.len() - 1));
    let last = if by.abs() >= FAR {
        sheet.len().saturating_sub(reader.layout.text_rows)
    } else {
        last
    };
    let to = from.saturating_add_signed(by).min(last);
    if to != from {
        reader.places[article] = sheet.place_of(to);
    }
    to.cast_signed() - from.cast_signed()
}
