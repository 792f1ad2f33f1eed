//! The session: what the reader sees and what a key, a click or new text changes. Knows no terminal.
//!
//! [`update`] takes a [`Message`], changes the [`Reader`] and says in [`Effect`]s what the world is to
//! do. Everything that drawing needs is computed here; drawing changes nothing.

pub mod commands;
pub mod field;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod library;
mod mouse;
pub mod nothing;
pub mod overlay;
pub mod pages;
mod reload;
pub mod remembered;
pub mod search;
pub mod settings;
pub mod shelf;
pub mod view;
pub mod visited;

use crate::page::sheet::Place;
use crate::page::words::{ASCII, Ornaments, UNICODE};
use key::Key;
use keymap::{Keymap, Lookup, Takes};
use layout::Layout;
use library::Library;
use overlay::Overlay;
use pages::Pages;
use search::Search;
use settings::Settings;
use shelf::Shelf;
use std::path::PathBuf;
use view::View;
use visited::Visited;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(mouse::Mouse),
    /// The screen has so many columns and rows now.
    Resize(usize, usize),
    /// More was read, or a file changed.
    Library(Box<Library>),
    /// The settings changed.
    Settings(Box<Settings>),
    /// An effect came out so.
    Told(Notice),
}

pub use mouse::{Button, Mouse};

/// What the world is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop until the shell brings it back.
    Suspend,
    /// Paint everything again.
    Redraw,
    /// Put a text on the clipboard.
    Copy(String),
    /// Open an address.
    Open(String),
    /// Open an article's file in the editor at a line.
    Edit(String, usize),
    /// Write the view to a file that does not exist yet.
    Print(PathBuf),
    /// Read everything again.
    Reload,
    /// Stop reading and comparing.
    Cancel,
    /// Use another theme, by name.
    Theme(String),
}

/// What a command asks of the world.
pub type Effects = Vec<Effect>;

/// A word to the reader on the bottom line, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// Whether something went wrong.
    pub problem: bool,
}

/// Keys that were pressed and do not make a command yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// The keys.
    pub keys: Vec<Key>,
    /// The command that waits for one more key.
    pub command: Option<String>,
}

/// The whole session.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// What there is to read.
    pub library: Library,
    /// What was computed from it.
    pub pages: Pages,
    /// Which sources stand side by side.
    pub shelf: Shelf,
    /// Where each article is, by its place in the library.
    pub places: Vec<Place>,
    /// The chosen topic.
    pub topic: usize,
    /// The selected passage, place in the topic's passages.
    pub selected: Option<usize>,
    /// The view.
    pub view: View,
    /// Lines that the cursor and the screen's top stand on in the views that are lists.
    pub lists: view::Lists,
    /// What stands where on the screen.
    pub layout: Layout,
    /// How the reader likes it.
    pub settings: Settings,
    /// The keys.
    pub keys: Keymap,
    /// Keys that were begun.
    pub pending: Pending,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// A word to the reader.
    pub notice: Option<Notice>,
    /// What was searched for.
    pub search: Search,
    /// Where the reader was.
    pub visited: Visited,
}

impl Reader {
    /// A session on a library, with settings and a screen of columns and rows.
    pub fn new(library: Library, settings: Settings, size: (usize, usize)) -> Self {
        let mut reader = Self::default();
        reader.layout.width = size.0;
        reader.layout.height = size.1;
        reload::adopt(&mut reader, settings);
        reload::take(&mut reader, library);
        reader
    }

    /// The signs to use.
    pub const fn ornaments(&self) -> &'static Ornaments {
        if self.settings.ascii {
            &ASCII
        } else {
            &UNICODE
        }
    }

    /// The row at the top of an article's column; 0 for one that was never shown.
    pub fn top(&self, article: usize) -> usize {
        let place = self.places.get(article).copied().unwrap_or_default();
        self.pages.sheet(article).map_or(0, |s| s.row_at(place))
    }

    /// Says something on the bottom line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            problem: false,
        });
    }

    /// Says on the bottom line that something went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            problem: true,
        });
    }
}

/// Takes a message and says what the world is to do.
pub fn update(reader: &mut Reader, message: Message) -> Effects {
    let effects = match message {
        Message::Key(key) => press(reader, key),
        Message::Paste(text) => overlay::paste(reader, &text),
        Message::Mouse(mouse) => mouse::act(reader, mouse),
        Message::Resize(width, height) => resize(reader, width, height),
        Message::Library(library) => reload::take(reader, *library),
        Message::Settings(settings) => reload::adopt(reader, *settings),
        Message::Told(notice) => {
            reader.notice = Some(notice);
            Effects::new()
        }
    };
    layout::refresh(reader);
    effects
}

fn resize(reader: &mut Reader, width: usize, height: usize) -> Effects {
    reader.layout.width = width;
    reader.layout.height = height;
    layout::refresh(reader);
    if reader.view == View::Read && reader.shelf.is_level {
        commands::level::align(reader, None);
    }
    Effects::new()
}

fn press(reader: &mut Reader, key: Key) -> Effects {
    reader.notice = None;
    if reader.overlay.is_some() {
        return overlay::press(reader, key);
    }
    if let Some(command) = reader.pending.command.take() {
        reader.pending.keys.clear();
        return commands::run(reader, &format!("{command} {key}"));
    }
    reader.pending.keys.push(key);
    let pressed = reader.pending.keys.clone();
    match reader.keys.look_up(&pressed, reader.view.place()) {
        Lookup::Unfinished => Effects::new(),
        Lookup::Command(binding) => {
            let (does, takes) = (binding.does.clone(), binding.takes);
            reader.pending.keys.clear();
            obey(reader, does, takes, key)
        }
        Lookup::Nothing => {
            reader.pending.keys.clear();
            unbound(reader, &pressed);
            Effects::new()
        }
    }
}

fn obey(reader: &mut Reader, does: String, takes: Option<Takes>, key: Key) -> Effects {
    match takes {
        None => commands::run(reader, &does),
        Some(Takes::ThisKey) => commands::run(reader, &format!("{does} {key}")),
        Some(Takes::Key) => {
            reader.pending.command = Some(does);
            Effects::new()
        }
    }
}

fn unbound(reader: &mut Reader, pressed: &[Key]) {
    let esc = Key::named("Esc");
    if pressed.last().copied() == esc {
        reader.search.clear();
        return;
    }
    let help = reader.keys.key_for("help");
    reader.say(format!(
        "{} does nothing here; {help} shows the keys",
        key::written(pressed)
    ));
}
