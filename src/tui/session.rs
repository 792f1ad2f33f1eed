//! The loop: messages in, effects out, a frame after each batch.

use super::effects::{self, World};
use super::hangup::{self, Watched};
use super::terminal::Screen;
use super::theme::Depth;
use super::{Theme, draw, input};
use crate::reader::library::{Library, Stage};
use crate::reader::remembered::Remembered;
use crate::reader::settings::Settings;
use crate::reader::{Message, Notice, Reader, update};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

/// What a load brings: once when all is there, or in steps.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles and what was found.
    pub library: Library,
    /// `[reader]` and `[keys]`, read.
    pub settings: Settings,
    /// `[theme]`, as written.
    pub theme: toml::Table,
    /// What tells the collection from others: its path.
    pub name: String,
    /// The configuration could not be read as a whole: the last good state is better.
    pub is_broken: bool,
    /// What article files are relative to.
    pub root: PathBuf,
    /// Files and folders to watch for changes.
    pub watched: Vec<PathBuf>,
    /// What is wrong with the settings.
    pub wrong: Vec<String>,
}

/// What comes in beside keys.
#[derive(Debug)]
pub enum News {
    /// Something was read.
    Loaded(Box<Loaded>),
    /// It could not be read, and why.
    Failed(String),
    /// How far the reading is.
    Progress(Stage),
    /// A file changed.
    Changed,
}

/// Reads the collection, sends what it has, and stops early when the flag is up.
pub type Load = Arc<dyn Fn(&Sender<News>, &AtomicBool) + Send + Sync>;

/// How long the first frame waits for the articles: a blank screen that fills at once looks worse.
const PATIENCE: Duration = Duration::from_millis(20);
/// How often signals and news are looked at while no key is pressed.
const TICK: Duration = Duration::from_millis(50);

/// A running session.
struct Session {
    reader: Reader,
    theme: Theme,
    screen: Screen,
    world: World,
    news: Receiver<News>,
    has_changed: bool,
    /// The collection, once something was read.
    name: Option<String>,
    /// A key was pressed: what is remembered no longer matters.
    is_touched: bool,
}

/// Opens the reader and comes back when the user leaves.
///
/// # Errors
///
/// When the terminal fails, or when nothing could be read at all.
pub fn run(load: Load) -> anyhow::Result<()> {
    let (sender, news) = channel();
    let mut world = World::new(load, sender);
    world.load();
    let watched = hangup::watch()?;
    let first = first_news(&news);
    if let Some(News::Failed(message)) = first {
        anyhow::bail!("{message}");
    }
    let screen = Screen::take(true)?;
    let (width, height) = crossterm::terminal::size()?;
    let size = (width.into(), height.into());
    let stage = Stage::Working {
        what: "reading",
        done: 0,
        total: 0,
    };
    let library = Library {
        stage,
        ..Library::default()
    };
    let mut session = Session {
        reader: Reader::new(library, Settings::default(), size),
        theme: effects::first_theme(),
        screen,
        world,
        news,
        has_changed: true,
        name: None,
        is_touched: false,
    };
    if let Some(first) = first {
        session.hear(first)?;
    }
    session.go_on(&watched)?;
    session.keep();
    Ok(())
}

fn first_news(news: &Receiver<News>) -> Option<News> {
    let until = Instant::now() + PATIENCE;
    let mut last = None;
    while let Ok(piece) = news.recv_timeout(until.saturating_duration_since(Instant::now())) {
        let is_whole = match &piece {
            News::Loaded(l) => l.library.stage == Stage::Done,
            _ => true,
        };
        last = Some(piece);
        if is_whole {
            break;
        }
    }
    last
}

impl Session {
    fn go_on(&mut self, watched: &Watched) -> anyhow::Result<()> {
        loop {
            if self.has_changed {
                self.has_changed = false;
                let (reader, theme) = (&self.reader, &self.theme);
                self.screen.paint(|frame| draw(reader, theme, frame))?;
                self.leave_for(watched);
            }
            if self.take_events()? || watched.ends.load(Ordering::SeqCst) {
                return Ok(());
            }
            if watched.continued.swap(false, Ordering::SeqCst) {
                self.screen.forget()?;
                self.has_changed = true;
            }
            while let Ok(piece) = self.news.try_recv() {
                self.hear(piece)?;
            }
        }
    }

    /// Waits for an event, then takes all that are there. Says whether to leave.
    fn take_events(&mut self) -> anyhow::Result<bool> {
        let mut wait = TICK;
        while crossterm::event::poll(wait)? {
            wait = Duration::ZERO;
            let Some(message) = input::message(crossterm::event::read()?) else {
                continue;
            };
            self.is_touched |= !matches!(message, Message::Resize(..));
            if self.tell(message)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Gives a message to the reader and does what follows. Says whether to leave.
    fn tell(&mut self, message: Message) -> anyhow::Result<bool> {
        self.has_changed = true;
        let mut leaves = false;
        for effect in update(&mut self.reader, message) {
            leaves |= self.carry_out(effect)?;
        }
        Ok(leaves)
    }

    fn carry_out(&mut self, effect: crate::reader::Effect) -> anyhow::Result<bool> {
        let (reader, theme) = (&self.reader, &mut self.theme);
        let done = effects::carry_out(effect, reader, theme, &mut self.screen, &mut self.world)?;
        if let Some(notice) = done.notice {
            self.tell(Message::Told(notice))?;
        }
        if let Some((width, height)) = done.resized {
            self.tell(Message::Resize(width, height))?;
        }
        Ok(done.leaves)
    }

    fn hear(&mut self, news: News) -> anyhow::Result<()> {
        match news {
            News::Loaded(loaded) => self.take(*loaded)?,
            News::Changed => self.world.load(),
            News::Progress(stage) => {
                self.reader.library.stage = stage;
                self.has_changed = true;
            }
            News::Failed(text) if self.name.is_none() => anyhow::bail!("{text}"),
            News::Failed(text) => {
                self.reader.library.stage = Stage::Done;
                self.tell(Message::Told(Notice {
                    text,
                    problem: true,
                }))?;
            }
        }
        Ok(())
    }

    /// Leaves word of where the reader is, for the case that the terminal goes away.
    fn leave_for(&self, watched: &Watched) {
        let here = self.name.clone().map(|n| (n, Remembered::of(&self.reader)));
        *watched
            .latest
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = here;
    }

    /// Keeps where the reader is for the next time.
    fn keep(&self) {
        if let Some(name) = &self.name {
            super::state::write(name, &Remembered::of(&self.reader));
        }
    }

    /// A configuration with mistakes changes nothing; the first of them is told.
    fn refuse(&mut self, loaded: &Loaded) -> anyhow::Result<()> {
        let problem = loaded.library.problems.first();
        let text = problem.map_or_else(String::new, |p| {
            let (line, column) = p.place.unwrap_or((1, 1));
            let (file, message) = (&p.file, &p.message);
            format!("{file}:{line}:{column}: {message}; what was read before stays")
        });
        self.reader.library.stage = Stage::Done;
        let problem = true;
        self.tell(Message::Told(Notice { text, problem }))?;
        Ok(())
    }

    fn take(&mut self, loaded: Loaded) -> anyhow::Result<()> {
        if loaded.is_broken && self.name.is_some() {
            return self.refuse(&loaded);
        }
        self.world.look_at(&loaded.root, &loaded.watched);
        let mut wrong = loaded.wrong;
        if self.world.configure(&loaded.theme, &loaded.settings) {
            let (theme, told) = effects::theme_of(&loaded.theme);
            self.theme = theme;
            wrong.extend(told);
            let mut settings = loaded.settings;
            settings.themes = Theme::names();
            self.tell(Message::Settings(Box::new(settings)))?;
        }
        self.tell(Message::Library(Box::new(loaded.library)))?;
        if !self.is_touched
            && let Some(remembered) = super::state::read(&loaded.name)
        {
            remembered.restore(&mut self.reader);
        }
        self.is_touched |= self.reader.library.stage == Stage::Done;
        self.name = Some(loaded.name);
        if let Some(text) = wrong.first() {
            self.tell(Message::Told(Notice {
                text: text.clone(),
                problem: true,
            }))?;
        }
        Ok(())
    }
}

/// The colours that this terminal has, as far as the environment tells.
pub(super) fn depth() -> Depth {
    let is = |name: &str, words: &[&str]| {
        std::env::var(name).is_ok_and(|v| words.iter().any(|w| v.contains(w)))
    };
    if std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()) {
        Depth::None
    } else if is("COLORTERM", &["truecolor", "24bit"])
        || is("TERM", &["direct", "kitty", "ghostty"])
    {
        Depth::True
    } else if is("TERM", &["256"]) {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}
