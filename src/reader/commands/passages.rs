//! From one marked passage to another.

use super::{level, spots};
use crate::page::line::Signs;
use crate::page::marks::Mark;
use crate::reader::layout;
use crate::reader::{Effects, Reader};

type Filter = fn(Signs) -> bool;

pub(super) fn next_conflict(reader: &mut Reader, _: &str) -> Effects {
    step(reader, true, |s| s.conflict, "conflicts")
}

pub(super) fn previous_conflict(reader: &mut Reader, _: &str) -> Effects {
    step(reader, false, |s| s.conflict, "conflicts")
}

pub(super) fn next_agreement(reader: &mut Reader, _: &str) -> Effects {
    step(reader, true, |s| s.agree, "agrees")
}

pub(super) fn previous_agreement(reader: &mut Reader, _: &str) -> Effects {
    step(reader, false, |s| s.agree, "agrees")
}

pub(super) fn next(reader: &mut Reader, _: &str) -> Effects {
    step(reader, true, |_| true, "is on the topic")
}

pub(super) fn previous(reader: &mut Reader, _: &str) -> Effects {
    step(reader, false, |_| true, "is on the topic")
}

/// The marks of the shown sources in their order, each with the article's place among them.
pub fn in_order(reader: &Reader, keep: Filter) -> Vec<(usize, Mark)> {
    let Some(marks) = reader.pages.marks.get(reader.topic) else {
        return Vec::new();
    };
    let shown = reader.shelf.shown().iter().enumerate();
    shown
        .filter_map(|(place, &article)| Some((place, marks.articles.get(article)?)))
        .flat_map(|(place, m)| m.marks.iter().map(move |m| (place, *m)))
        .filter(|(_, m)| keep(m.signs))
        .collect()
}

/// Goes on from the selected passage, or from the top of the focused column when it is elsewhere.
fn step(reader: &mut Reader, forward: bool, keep: Filter, what: &str) -> Effects {
    let all = in_order(reader, keep);
    let here = position(reader);
    let of = |m: &(usize, Mark)| (m.0, m.1.span.start, m.1.passage);
    let found = if forward {
        all.iter().find(|m| of(m) > here).or_else(|| all.first())
    } else {
        all.iter()
            .rev()
            .find(|m| of(m) < here)
            .or_else(|| all.last())
    };
    let Some(&(place, mark)) = found else {
        reader.say(format!("No passage here {what}."));
        return Effects::new();
    };
    if (of(&(place, mark)) <= here) == forward && all.len() > 1 {
        reader.say(if forward {
            "From the end to the beginning."
        } else {
            "From the beginning to the end."
        });
    }
    go_to(reader, mark.passage);
    Effects::new()
}

/// Where the reader is among the marks: place of the source, byte, passage.
fn position(reader: &Reader) -> (usize, usize, usize) {
    let focus = reader.shelf.focus();
    match (level::selected_place(reader), reader.selected) {
        (Some((article, byte)), Some(passage)) if reader.shelf.focused() == Some(article) => {
            (focus, byte, passage)
        }
        _ => (focus, top_byte(reader), 0),
    }
}

fn top_byte(reader: &Reader) -> usize {
    let article = reader.shelf.focused().unwrap_or(0);
    match reader.places.get(article) {
        Some(crate::page::sheet::Place::Body(byte)) => *byte,
        _ => 0,
    }
}

/// Selects a passage, goes to its column and puts its counterparts level with it.
pub fn go_to(reader: &mut Reader, passage: usize) {
    spots::remember(reader);
    select(reader, passage);
}

/// As [`go_to`], without remembering where the reader was.
pub fn select(reader: &mut Reader, passage: usize) {
    let topic = reader.library.comparison.topics.get(reader.topic);
    let Some(article) = topic
        .and_then(|t| t.passages.get(passage))
        .map(|p| p.article)
    else {
        return;
    };
    if reader.shelf.is_hidden(article) {
        reader.shelf.toggle(article);
    }
    reader.selected = Some(passage);
    reader.shelf.focus_on(article);
    layout::refresh(reader);
    level::align(reader, None);
}

pub(super) fn center(reader: &mut Reader, _: &str) -> Effects {
    let middle = reader.layout.text_rows / 2;
    level::align(reader, Some(middle));
    Effects::new()
}

/// To the first counterpart in the next source that has one; from there on to the next, and around.
pub(super) fn counterpart(reader: &mut Reader, _: &str) -> Effects {
    let Some(links) = links_of_selected(reader) else {
        reader.say("No passage is selected.");
        return Effects::new();
    };
    let Some(target) = next_in_shown_order(reader, &links) else {
        reader.say("This passage stands alone: no other is set against it.");
        return Effects::new();
    };
    go_to(reader, target);
    Effects::new()
}

fn links_of_selected(reader: &Reader) -> Option<Vec<usize>> {
    let marks = reader.pages.marks.get(reader.topic)?;
    let links = marks.links.get(reader.selected?)?;
    Some(links.iter().map(|l| l.other).collect())
}

fn next_in_shown_order(reader: &Reader, others: &[usize]) -> Option<usize> {
    let topic = reader.library.comparison.topics.get(reader.topic)?;
    let focus = reader.shelf.focus();
    let count = reader.shelf.shown().len();
    let own = reader.shelf.focused()?;
    let distance = |passage: usize| {
        let article = topic.passages.get(passage).map(|p| p.article);
        let place = article.and_then(|a| reader.shelf.place_of(a));
        match place {
            Some(_) if article == Some(own) => count,
            Some(place) => (place + count - focus) % count,
            None => count + 1,
        }
    };
    others.iter().copied().min_by_key(|&o| distance(o))
}

/// After scrolling by hand: when the selected passage left the screen, the first one on it is selected.
pub fn follow(reader: &mut Reader) {
    let Some(article) = reader.shelf.focused() else {
        return;
    };
    let Some((first, last)) = visible_bytes(reader, article) else {
        return;
    };
    let topic = reader.library.comparison.topics.get(reader.topic);
    let selected = reader.selected.and_then(|s| topic?.passages.get(s));
    let is_visible =
        selected.is_some_and(|p| p.article == article && p.span.start < last && p.span.end > first);
    if is_visible {
        return;
    }
    if let Some(passage) = first_between(reader, article, first, last) {
        reader.selected = Some(passage);
    }
}

/// The first passage that begins among the bytes of an article.
pub fn first_between(reader: &Reader, article: usize, first: usize, last: usize) -> Option<usize> {
    let marks = reader
        .pages
        .marks
        .get(reader.topic)?
        .articles
        .get(article)?;
    let from = marks.marks.partition_point(|m| m.span.start < first);
    let mark = marks.marks.get(from).filter(|m| m.span.start < last)?;
    Some(mark.passage)
}

/// The bytes of an article that are on the screen.
pub fn visible_bytes(reader: &Reader, article: usize) -> Option<(usize, usize)> {
    let sheet = reader.pages.sheet(article)?;
    let top = reader.top(article);
    let byte = |row: usize| match sheet.place_of(row) {
        crate::page::sheet::Place::Body(byte) => byte,
        crate::page::sheet::Place::Head(_) => 0,
    };
    let below = top + reader.layout.text_rows;
    let last = if below >= sheet.len() {
        usize::MAX
    } else {
        byte(below)
    };
    Some((byte(top), last))
}
