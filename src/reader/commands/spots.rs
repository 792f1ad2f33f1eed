//! Back and forth in the places visited, and marks.

use super::level;
use crate::reader::layout;
use crate::reader::view::View;
use crate::reader::visited::Spot;
use crate::reader::{Effects, Reader};

/// Where the reader is now.
fn here(reader: &Reader) -> Option<Spot> {
    let article = reader.shelf.focused()?;
    Some(Spot {
        article: reader.library.articles[article].id.clone(),
        place: reader.places[article],
        topic: reader.topic,
        selected: reader.selected,
    })
}

/// Remembers the place that is about to be left.
pub fn remember(reader: &mut Reader) {
    if let Some(spot) = here(reader) {
        reader.visited.leave(spot);
    }
}

pub(super) fn back(reader: &mut Reader, _: &str) -> Effects {
    let spot = here(reader).and_then(|h| reader.visited.back(h));
    match spot {
        Some(spot) => go(reader, &spot),
        None => reader.say("This is where you began."),
    }
    Effects::new()
}

pub(super) fn forth(reader: &mut Reader, _: &str) -> Effects {
    let spot = here(reader).and_then(|h| reader.visited.forth(h));
    match spot {
        Some(spot) => go(reader, &spot),
        None => reader.say("There is nothing further forth."),
    }
    Effects::new()
}

pub(super) fn mark(reader: &mut Reader, letter: &str) -> Effects {
    let Some(letter) = letter.chars().next() else {
        reader.say("A mark needs a letter.");
        return Effects::new();
    };
    if let Some(spot) = here(reader) {
        reader.visited.marks.insert(letter, spot);
        let key = reader.keys.key_for("to-mark");
        reader.say(format!(
            "Marked as {letter}: {key} {letter} comes back here."
        ));
    }
    Effects::new()
}

pub(super) fn to_mark(reader: &mut Reader, letter: &str) -> Effects {
    let letter = letter.chars().next().unwrap_or(' ');
    match reader.visited.marks.get(&letter).cloned() {
        Some(spot) => {
            remember(reader);
            go(reader, &spot);
        }
        None => reader.say(format!("Nothing is marked as {letter}.")),
    }
    Effects::new()
}

fn go(reader: &mut Reader, spot: &Spot) {
    let article = reader
        .library
        .articles
        .iter()
        .position(|a| a.id == spot.article);
    let Some(article) = article else {
        reader.say(format!("The article {} is gone.", spot.article));
        return;
    };
    if reader.shelf.is_hidden(article) {
        reader.shelf.toggle(article);
    }
    let topics = reader.library.comparison.topics.len();
    reader.topic = spot.topic.min(topics.saturating_sub(1));
    let topic = reader.library.comparison.topics.get(reader.topic);
    let passages = topic.map_or(0, |t| t.passages.len());
    reader.selected = spot.selected.filter(|s| *s < passages);
    reader.view = View::Read;
    reader.shelf.focus_on(article);
    reader.places[article] = spot.place;
    layout::refresh(reader);
    level::align(reader, None);
}
