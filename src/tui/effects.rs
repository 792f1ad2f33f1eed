//! What a session asks of the world: the clipboard, the browser, the editor, files, other threads.

use super::session::{Load, News, depth};
use super::terminal::Screen;
use super::theme::{Depth, Theme};
use super::watch::{self, Watch};
use super::{background, draw};
use crate::reader::settings::Settings;
use crate::reader::{Effect, Notice, Reader};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

/// Other threads, and what they need to know.
pub(super) struct World {
    load: Load,
    sender: Sender<News>,
    cancel: Arc<AtomicBool>,
    root: PathBuf,
    watch: Option<Watch>,
    configured: Option<(toml::Table, Settings)>,
}

/// What came of an effect.
#[derive(Default)]
pub(super) struct Done {
    pub(super) leaves: bool,
    pub(super) notice: Option<Notice>,
    pub(super) resized: Option<(usize, usize)>,
}

impl World {
    pub(super) fn new(load: Load, sender: Sender<News>) -> Self {
        Self {
            load,
            sender,
            cancel: Arc::default(),
            root: PathBuf::new(),
            watch: None,
            configured: None,
        }
    }

    /// Reads the collection in the background; an earlier reading is called off.
    pub(super) fn load(&mut self) {
        self.cancel.store(true, Ordering::SeqCst);
        self.cancel = Arc::default();
        let (load, sender, cancel) = (
            Arc::clone(&self.load),
            self.sender.clone(),
            Arc::clone(&self.cancel),
        );
        std::thread::spawn(move || load(&sender, &cancel));
    }

    /// Remembers where files lie and watches them.
    pub(super) fn look_at(&mut self, root: &Path, watched: &[PathBuf]) {
        root.clone_into(&mut self.root);
        let folders = watch::folders(watched);
        if self.watch.as_ref().is_none_or(|w| w.folders != folders) {
            self.watch = Watch::new(folders, self.sender.clone());
        }
    }

    /// Whether the theme or the settings are others than before.
    pub(super) fn configure(&mut self, theme: &toml::Table, settings: &Settings) -> bool {
        let now = Some((theme.clone(), settings.clone()));
        let differs = self.configured != now;
        self.configured = now;
        differs
    }
}

/// The theme before the configuration was read.
pub(super) fn first_theme() -> Theme {
    theme_of(&toml::Table::new()).0
}

/// The theme that `[theme]` describes, for this terminal, and what is wrong with it.
pub(super) fn theme_of(table: &toml::Table) -> (Theme, Vec<String>) {
    let mut table = table.clone();
    let mut wrong = Vec::new();
    let named = table.remove("name");
    let name = named.as_ref().and_then(|n| n.as_str()).unwrap_or("auto");
    let chosen = match name {
        "auto" => None,
        name => {
            let theme = Theme::built_in(name);
            if theme.is_none() {
                wrong.push(format!("[theme] name: {}", no_theme(name)));
            }
            theme
        }
    };
    let mut theme = chosen.unwrap_or_else(fitting_theme);
    wrong.extend(theme.change(&table));
    (theme.for_depth(depth()), wrong)
}

fn no_theme(name: &str) -> String {
    format!(
        "there is no theme \"{name}\"; there are auto, {}",
        Theme::names().join(", ")
    )
}

fn fitting_theme() -> Theme {
    let name = match depth() {
        Depth::None => "no-colour",
        Depth::Sixteen => "16-colours",
        _ if background::is_light() => "light",
        _ => "dark",
    };
    Theme::built_in(name).unwrap_or_else(Theme::plain)
}

/// Does what an effect says.
pub(super) fn carry_out(
    effect: Effect,
    reader: &Reader,
    theme: &mut Theme,
    screen: &mut Screen,
    world: &mut World,
) -> io::Result<Done> {
    match effect {
        Effect::Quit => Ok(Done {
            leaves: true,
            ..Done::default()
        }),
        Effect::Suspend => suspend(screen),
        Effect::Redraw => screen.forget().map(|()| Done::default()),
        Effect::Copy(text) => Ok(told(copy(&text))),
        Effect::Open(url) => Ok(told(open(&url))),
        Effect::Edit(file, line) => edit(screen, &world.root.join(file), line),
        Effect::Print(path) => {
            let text = screen.words(|frame| draw(reader, theme, frame))?;
            Ok(told(print(&path, &text)))
        }
        Effect::Reload => {
            world.load();
            Ok(told(Ok("Reading the files again.".to_owned())))
        }
        Effect::Cancel => {
            world.cancel.store(true, Ordering::SeqCst);
            Ok(told(Ok("Stopped; R begins again.".to_owned())))
        }
        Effect::Theme(name) => {
            let mut table = toml::Table::new();
            table.insert("name".to_owned(), toml::Value::String(name.clone()));
            let (found, wrong) = theme_of(&table);
            Ok(told(match wrong.into_iter().next() {
                Some(wrong) => Err(wrong),
                None => {
                    *theme = found;
                    Ok(format!("Theme: {name}."))
                }
            }))
        }
    }
}

fn told(result: Result<String, String>) -> Done {
    let problem = result.is_err();
    let text = result.unwrap_or_else(|e| e);
    Done {
        notice: Some(Notice { text, problem }),
        ..Done::default()
    }
}

fn suspend(screen: &mut Screen) -> io::Result<Done> {
    screen
        .lend(|| signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP))??;
    resized(Done::default())
}

/// The screen may have another size when it comes back.
fn resized(mut done: Done) -> io::Result<Done> {
    let (width, height) = crossterm::terminal::size()?;
    done.resized = Some((width.into(), height.into()));
    Ok(done)
}

/// To the terminal's clipboard (OSC 52), and to the desktop's where a program for it is there.
fn copy(text: &str) -> Result<String, String> {
    let osc = crossterm::clipboard::CopyToClipboard::to_clipboard_from(text);
    crossterm::execute!(io::stdout(), osc).map_err(|e| format!("It could not be copied: {e}"))?;
    let desktop = CLIPBOARDS.iter().find(|(variable, program, arguments)| {
        let is_there = variable.is_empty() || std::env::var_os(variable).is_some();
        is_there && pipe_into(program, arguments, text).is_ok()
    });
    Ok(match desktop {
        Some((_, program, _)) => {
            format!("Copied, with its source, to the terminal's clipboard and with {program}.")
        }
        None => "Copied, with its source, to the terminal's clipboard (OSC 52).".to_owned(),
    })
}

/// The variable that tells of a desktop, the program that has its clipboard, and its arguments.
const CLIPBOARDS: [(&str, &str, &[&str]); 4] = [
    ("WAYLAND_DISPLAY", "wl-copy", &[]),
    ("DISPLAY", "xclip", &["-selection", "clipboard"]),
    ("DISPLAY", "xsel", &["--clipboard", "--input"]),
    ("", "pbcopy", &[]),
];

fn pipe_into(program: &str, arguments: &[&str], text: &str) -> io::Result<()> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    child.wait().map(|_| ())
}

fn open(url: &str) -> Result<String, String> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    Command::new(program)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(|_| format!("Opened {url}"))
        .map_err(|e| format!("{program} could not be started ({e}); the address is {url}"))
}

fn edit(screen: &mut Screen, file: &Path, line: usize) -> io::Result<Done> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|v| std::env::var(v).ok());
    let editor = editor
        .filter(|e| !e.trim().is_empty())
        .unwrap_or_else(|| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi").to_owned();
    let mut command = Command::new(&program);
    command.args(words).args(at_line(&program, file, line));
    let result = screen.lend(|| command.status())?;
    let name = file.display();
    let outcome = match result {
        Ok(status) if status.success() => Ok(format!("{name} was edited.")),
        Ok(status) => Err(format!("{program} ended with {status}.")),
        Err(error) => Err(format!(
            "{program} could not be started ({error}); set $EDITOR."
        )),
    };
    resized(told(outcome))
}

/// How an editor is told the line.
fn at_line(program: &str, file: &Path, line: usize) -> Vec<std::ffi::OsString> {
    let name = Path::new(program)
        .file_name()
        .map(|n| n.to_string_lossy().into_owned());
    let path = file.as_os_str().to_owned();
    match name.as_deref() {
        Some("code" | "codium" | "subl" | "zed") => {
            let mut place = path;
            place.push(format!(":{line}"));
            vec!["--goto".into(), place]
        }
        Some("hx" | "helix") => {
            let mut place = path;
            place.push(format!(":{line}"));
            vec![place]
        }
        _ => vec![format!("+{line}").into(), path],
    }
}

/// Writes a new file whole; an existing one is not overwritten.
fn print(path: &Path, text: &str) -> Result<String, String> {
    let name = path.display();
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let written = tempfile::NamedTempFile::new_in(folder.unwrap_or_else(|| Path::new(".")))
        .and_then(|mut file| file.write_all(text.as_bytes()).map(|()| file))
        .and_then(|file| file.persist_noclobber(path).map_err(|e| e.error));
    match written {
        Ok(_) => Ok(format!("The view was written to {name}.")),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(format!(
            "{name} is there already and is not overwritten; name another file."
        )),
        Err(e) => Err(format!("{name} could not be written: {e}")),
    }
}
