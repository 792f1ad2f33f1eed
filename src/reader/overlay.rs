//! What lies over the view: a page to read, a list to pick from, a line to type into.

use super::commands::{self, searching};
use super::field::Field;
use super::key::Key;
use super::{Effects, Reader};
use crate::page::line::Line;

mod complete;
mod picker;

pub use picker::{Item, Picker};

/// What is typed into a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// A command.
    Command,
    /// Words to look for.
    Search,
}

/// A line to type into, on the bottom line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What is typed.
    pub kind: PromptKind,
    /// The line.
    pub field: Field,
    /// What the line can be completed to.
    pub offers: Vec<String>,
    /// The offer that was taken.
    pub taken: Option<usize>,
}

/// A text to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The first line on the screen.
    pub from: usize,
}

/// What lies over the view.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// Something to read.
    Text(Text),
    /// Something to pick from.
    Picker(Box<Picker>),
    /// Something to type.
    Prompt(Prompt),
}

/// Shows a text.
pub fn show(reader: &mut Reader, title: &str, lines: Vec<Line>) {
    reader.overlay = Some(Overlay::Text(Text {
        title: title.to_owned(),
        lines,
        from: 0,
    }));
}

/// Lets the reader pick.
pub fn pick(reader: &mut Reader, title: &str, items: Vec<Item>) {
    if items.is_empty() {
        reader.say(format!("{title}: there is nothing to pick."));
        return;
    }
    reader.overlay = Some(Overlay::Picker(Box::new(Picker::new(title, items))));
}

/// Lets the reader type.
pub fn prompt(reader: &mut Reader, kind: PromptKind, text: &str) {
    let mut prompt = Prompt {
        kind,
        field: Field::with(text),
        offers: Vec::new(),
        taken: None,
    };
    prompt.offers = complete::offers(reader, &prompt);
    reader.overlay = Some(Overlay::Prompt(prompt));
}

/// Takes a pasted text.
pub fn paste(reader: &mut Reader, text: &str) -> Effects {
    match reader.overlay.as_mut() {
        Some(Overlay::Prompt(prompt)) => prompt.field.paste(text),
        Some(Overlay::Picker(picker)) => picker.paste(text),
        _ => {}
    }
    retyped(reader);
    Effects::new()
}

/// Takes a key.
pub fn press(reader: &mut Reader, key: Key) -> Effects {
    let leaves = key.name() == Some("Esc") || key == ctrl('c') || key == ctrl('g');
    if leaves {
        leave(reader);
        return Effects::new();
    }
    match reader.overlay.take() {
        Some(Overlay::Text(text)) => {
            reader.overlay = read_on(reader, text, key);
            Effects::new()
        }
        Some(Overlay::Picker(picker)) => press_picker(reader, *picker, key),
        Some(Overlay::Prompt(prompt)) => press_prompt(reader, prompt, key),
        None => Effects::new(),
    }
}

const fn ctrl(c: char) -> Key {
    let mut key = Key::char(c);
    key.ctrl = true;
    key
}

/// Leaving a search goes back to where it began.
fn leave(reader: &mut Reader) {
    let was_search =
        matches!(&reader.overlay, Some(Overlay::Prompt(p)) if p.kind == PromptKind::Search);
    reader.overlay = None;
    if was_search {
        reader.search.clear();
        let _ = commands::run(reader, "back");
        reader.notice = None;
    }
}

/// Rows of the text that are on the screen.
pub fn text_rows(reader: &Reader) -> usize {
    reader.layout.height.saturating_sub(4).max(1)
}

fn read_on(reader: &Reader, mut text: Text, key: Key) -> Option<Overlay> {
    let rows = text_rows(reader);
    let last = text.lines.len().saturating_sub(rows);
    text.from = match (key.typed(), key.name()) {
        (Some('q' | '?'), _) | (_, Some("Enter")) => return None,
        (Some('j'), _) | (_, Some("Down")) => text.from + 1,
        (Some('k'), _) | (_, Some("Up")) => text.from.saturating_sub(1),
        (Some('d' | ' ' | 'f'), _) | (_, Some("PageDown")) => text.from + rows - 1,
        (Some('u' | 'b'), _) | (_, Some("PageUp")) => text.from.saturating_sub(rows - 1),
        (Some('g'), _) | (_, Some("Home")) => 0,
        (Some('G'), _) | (_, Some("End")) => last,
        _ => text.from,
    }
    .min(last);
    Some(Overlay::Text(text))
}

fn press_picker(reader: &mut Reader, mut picker: Picker, key: Key) -> Effects {
    let closes = picker.title == "Help" && picker.field.text.is_empty();
    if closes && matches!(key.typed(), Some('q' | '?')) {
        return Effects::new();
    }
    match key.name() {
        Some("Enter") => return take_item(reader, &picker),
        Some("Tab") => {
            if let Some(command) = picker.toggle() {
                let effects = commands::run(reader, &command);
                reader.overlay = Some(Overlay::Picker(Box::new(picker)));
                return effects;
            }
        }
        _ => picker.press(key, text_rows(reader).saturating_sub(1)),
    }
    reader.overlay = Some(Overlay::Picker(Box::new(picker)));
    Effects::new()
}

fn take_item(reader: &mut Reader, picker: &Picker) -> Effects {
    let Some(item) = picker.chosen() else {
        return Effects::new();
    };
    if item.needs {
        reader.say(format!("{}: press {}", item.label, item.keys));
        return Effects::new();
    }
    if picker.title == "Commands" && !item.detail.is_empty() {
        prompt(reader, PromptKind::Command, &format!("{} ", item.command));
        return Effects::new();
    }
    commands::run(reader, &item.command)
}

fn press_prompt(reader: &mut Reader, mut prompt: Prompt, key: Key) -> Effects {
    let erased = prompt.field.text.is_empty() && key.name() == Some("Backspace");
    if erased {
        reader.overlay = Some(Overlay::Prompt(prompt));
        leave(reader);
        return Effects::new();
    }
    match key.name() {
        Some("Enter") => return enter(reader, &prompt),
        Some("Tab") => prompt.complete(if key.shift { -1 } else { 1 }),
        Some("Down") => prompt.complete(1),
        Some("Up") => prompt.complete(-1),
        _ => {
            prompt.field.press(key);
            prompt.taken = None;
            reader.overlay = Some(Overlay::Prompt(prompt));
            retyped(reader);
            return Effects::new();
        }
    }
    reader.overlay = Some(Overlay::Prompt(prompt));
    Effects::new()
}

/// What follows from what was typed: a search goes on, a command is offered completions.
fn retyped(reader: &mut Reader) {
    let Some(Overlay::Prompt(prompt)) = &reader.overlay else {
        return;
    };
    match prompt.kind {
        PromptKind::Search => {
            let words = prompt.field.text.clone();
            searching::look_for(reader, &words);
        }
        PromptKind::Command => {
            let offers = complete::offers(reader, prompt);
            if let Some(Overlay::Prompt(prompt)) = reader.overlay.as_mut() {
                prompt.offers = offers;
            }
        }
    }
}

fn enter(reader: &mut Reader, prompt: &Prompt) -> Effects {
    let line = prompt.field.text.trim().to_owned();
    match prompt.kind {
        PromptKind::Command if line.is_empty() => Effects::new(),
        PromptKind::Command => commands::run(reader, &line),
        PromptKind::Search => {
            if reader.search.count() == 0 && !line.is_empty() {
                reader.say(format!("“{line}” stands nowhere in the shown articles."));
            }
            Effects::new()
        }
    }
}

impl Prompt {
    fn complete(&mut self, by: isize) {
        if self.offers.is_empty() {
            return;
        }
        let count = self.offers.len().cast_signed();
        let next = match self.taken {
            Some(at) => (at.cast_signed() + by).rem_euclid(count),
            None if by < 0 => count - 1,
            None => 0,
        };
        let next = next.cast_unsigned();
        self.taken = Some(next);
        self.field = Field::with(&self.offers[next]);
    }
}
