//! Choosing the topic.

use super::{level, passages};
use crate::reader::layout;
use crate::reader::overlay::{self, Item};
use crate::reader::{Effects, Reader};

pub(super) fn next(reader: &mut Reader, _: &str) -> Effects {
    step(reader, 1)
}

pub(super) fn previous(reader: &mut Reader, _: &str) -> Effects {
    step(reader, -1)
}

fn step(reader: &mut Reader, by: isize) -> Effects {
    let count = reader.library.comparison.topics.len().cast_signed();
    if count > 0 {
        let to = (reader.topic.cast_signed() + by).rem_euclid(count);
        turn_to(reader, to.cast_unsigned());
    }
    Effects::new()
}

pub(super) fn choose(reader: &mut Reader, wanted: &str) -> Effects {
    let topics = &reader.library.comparison.topics;
    let by_number = wanted.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let by_name = || {
        let wanted = wanted.to_lowercase();
        let mut named = topics.iter();
        named.position(|t| !wanted.is_empty() && t.name.to_lowercase().starts_with(&wanted))
    };
    match by_number.filter(|n| *n < topics.len()).or_else(by_name) {
        Some(topic) => turn_to(reader, topic),
        None if topics.is_empty() => reader.say("There are no topics."),
        None => {
            let count = topics.len();
            reader.say(format!("There is no topic {wanted}; there are {count}."));
        }
    }
    Effects::new()
}

/// Turns to a topic: the passage on the screen that is on it, else the next one, is selected.
pub fn turn_to(reader: &mut Reader, topic: usize) {
    if topic == reader.topic {
        return;
    }
    super::spots::remember(reader);
    reader.topic = topic;
    reader.selected = None;
    settle(reader);
}

/// Selects a passage of the topic near where the reader is: on the screen, else further down, else
/// further up in the focused column. A column without one leaves nothing selected.
pub fn settle(reader: &mut Reader) {
    layout::refresh(reader);
    let Some(article) = reader.shelf.focused() else {
        return;
    };
    let Some((first, last)) = passages::visible_bytes(reader, article) else {
        return;
    };
    let found = passages::first_between(reader, article, first, last)
        .or_else(|| passages::first_between(reader, article, last, usize::MAX))
        .or_else(|| passages::first_between(reader, article, 0, first));
    reader.selected = found;
    level::align(reader, None);
}

pub(super) fn pick(reader: &mut Reader, _: &str) -> Effects {
    let ornaments = reader.ornaments();
    let topics = reader
        .library
        .comparison
        .topics
        .iter()
        .zip(&reader.pages.counts);
    let items = topics
        .enumerate()
        .map(|(i, (topic, counts))| Item {
            label: topic.name.clone(),
            detail: format!(
                "{}{} {}{}",
                ornaments.agree, counts.agree, ornaments.conflict, counts.conflict
            ),
            command: format!("topic {}", i + 1),
            ..Item::default()
        })
        .collect();
    overlay::pick(reader, "Topics", items);
    Effects::new()
}
