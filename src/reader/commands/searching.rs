//! Searching the text, and going from match to match.

use super::spots;
use crate::reader::layout;
use crate::reader::overlay::{self, PromptKind};
use crate::reader::view::View;
use crate::reader::{Effects, Reader};

pub(super) fn prompt(reader: &mut Reader, _: &str) -> Effects {
    reader.search.only = None;
    open(reader)
}

pub(super) fn prompt_here(reader: &mut Reader, _: &str) -> Effects {
    reader.search.only = reader.shelf.focused();
    open(reader)
}

fn open(reader: &mut Reader) -> Effects {
    spots::remember(reader);
    reader.view = View::Read;
    overlay::prompt(reader, PromptKind::Search, "");
    Effects::new()
}

pub(super) fn find(reader: &mut Reader, words: &str) -> Effects {
    look_for(reader, words);
    Effects::new()
}

/// Searches and goes to the first match at or after the top of the focused column.
pub fn look_for(reader: &mut Reader, words: &str) {
    reader.search.run(words, &reader.library.articles);
    if words.is_empty() {
        return;
    }
    let all = reader.search.in_order(reader.shelf.shown());
    let here = here(reader);
    let place = |m: &(usize, usize)| {
        let at = reader.shelf.place_of(m.0).unwrap_or(0);
        (at, reader.search.found(m.0)[m.1].start)
    };
    let found = all
        .iter()
        .find(|m| place(m) >= here)
        .or_else(|| all.first());
    if let Some(&(article, nth)) = found {
        show(reader, article, nth);
    }
}

fn here(reader: &Reader) -> (usize, usize) {
    let article = reader.shelf.focused().unwrap_or(0);
    let byte = match reader.places.get(article) {
        Some(crate::page::sheet::Place::Body(byte)) => *byte,
        _ => 0,
    };
    (reader.shelf.focus(), byte)
}

pub(super) fn next(reader: &mut Reader, _: &str) -> Effects {
    step(reader, 1)
}

pub(super) fn previous(reader: &mut Reader, _: &str) -> Effects {
    step(reader, -1)
}

fn step(reader: &mut Reader, by: isize) -> Effects {
    let all = reader.search.in_order(reader.shelf.shown());
    if all.is_empty() {
        let words = reader.search.words.clone();
        let key = reader.keys.key_for("search");
        reader.say(match words.as_str() {
            "" => format!("Nothing was searched for yet: {key} searches."),
            _ => format!("“{words}” stands nowhere in the shown articles."),
        });
        return Effects::new();
    }
    spots::remember(reader);
    let at = reader
        .search
        .at
        .and_then(|at| all.iter().position(|m| *m == at));
    let count = all.len().cast_signed();
    let to = at.map_or(0, |a| (a.cast_signed() + by).rem_euclid(count));
    let (article, nth) = all[to.cast_unsigned()];
    show(reader, article, nth);
    Effects::new()
}

/// Brings a match onto the screen; a column that shows it already does not move.
fn show(reader: &mut Reader, article: usize, nth: usize) {
    reader.search.at = Some((article, nth));
    reader.view = View::Read;
    reader.shelf.focus_on(article);
    layout::refresh(reader);
    let byte = reader.search.found(article)[nth].start;
    let Some(sheet) = reader.pages.sheet(article) else {
        return;
    };
    let row = sheet.row_of(byte);
    let top = reader.top(article);
    let rows = reader.layout.text_rows;
    if !(top..top + rows).contains(&row) {
        reader.places[article] = sheet.place_of(row.saturating_sub(rows / 3));
        reader.shelf.is_level = false;
    }
    super::passages::follow(reader);
}

/// `3/14` for the bottom line; empty without a search.
pub fn counter(reader: &Reader) -> String {
    if reader.search.words.is_empty() {
        return String::new();
    }
    let all = reader.search.in_order(reader.shelf.shown());
    let at = reader
        .search
        .at
        .and_then(|at| all.iter().position(|m| *m == at));
    format!("{}/{}", at.map_or(0, |a| a + 1), all.len())
}
