//! The real binary in a pseudo-terminal: what it leaves behind, and what it shows.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What the terminal shows, and a bell for whoever waits for it to change.
struct Shared {
    parser: Mutex<vt100::Parser>,
    changed: Condvar,
    /// The listener is to let go of the terminal after what it hears next.
    hangs_up: AtomicBool,
}

struct Session {
    shared: Arc<Shared>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    home: tempfile::TempDir,
    listener: JoinHandle<()>,
}

const PATIENCE: Duration = Duration::from_secs(20);

impl Session {
    fn open(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::open_at_home(tempfile::tempdir().unwrap(), arguments, variables)
    }

    fn open_at_home(
        home: tempfile::TempDir,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        Self::open_in(home, arguments, variables, true)
    }

    /// `controls`: whether the terminal controls the process, and so sends it signals.
    fn open_in(
        home: tempfile::TempDir,
        arguments: &[&str],
        variables: &[(&str, &str)],
        controls: bool,
    ) -> Self {
        let size = PtySize {
            rows: 30,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_parallax"));
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        for variable in [
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "NO_COLOR",
            "VISUAL",
            "EDITOR",
        ] {
            command.env_remove(variable);
        }
        command.env("RUST_BACKTRACE", "0");
        for (name, value) in variables {
            command.env(name, value);
        }
        command.set_controlling_tty(controls);
        let child = pair.slave.spawn_command(command).unwrap();
        let shared = Arc::new(Shared {
            parser: Mutex::new(vt100::Parser::new(cells(30), cells(120), 0)),
            changed: Condvar::new(),
            hangs_up: AtomicBool::new(false),
        });
        let listener = listen(pair.master.try_clone_reader().unwrap(), Arc::clone(&shared));
        Self {
            shared,
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            home,
            listener,
        }
    }

    /// Closes the terminal as a window is closed, and waits for the process to end.
    fn hang_up(mut self) {
        self.shared.hangs_up.store(true, Ordering::SeqCst);
        self.press("?");
        self.listener.join().unwrap();
        drop((self.writer, self.master));
        let mut killer = self.child.clone_killer();
        let (sender, ended) = channel();
        std::thread::spawn(move || sender.send(self.child.wait().is_ok()));
        let result = ended.recv_timeout(PATIENCE);
        if result.is_err() {
            killer.kill().unwrap();
        }
        assert_eq!(result, Ok(true), "the process ends with its terminal");
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    fn wait(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let until = Instant::now() + PATIENCE;
        let mut parser = self.shared.parser.lock().unwrap();
        while !wanted(parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "{what}:\n{}", parser.screen().contents());
            parser = self.shared.changed.wait_timeout(parser, left).unwrap().0;
        }
    }

    #[track_caller]
    fn wait_for(&self, words: &str) {
        self.wait(words, |s| s.contents().contains(words));
    }

    #[track_caller]
    fn is_restored(&mut self) {
        self.wait("the terminal is restored", |s| {
            !s.alternate_screen()
                && !s.hide_cursor()
                && !s.bracketed_paste()
                && s.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        self.child.wait().unwrap();
        #[cfg(unix)]
        {
            let modes = self.master.get_termios();
            let cooked = modes.is_none_or(|m| format!("{m:?}").contains("ICANON"));
            assert!(cooked, "the terminal is cooked again");
        }
    }
}

fn cells(n: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(n).unwrap()
}

fn listen(mut reader: Box<dyn Read + Send>, shared: Arc<Shared>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut bytes = [0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            shared.parser.lock().unwrap().process(&bytes[..count]);
            shared.changed.notify_all();
            if shared.hangs_up.load(Ordering::SeqCst) {
                break;
            }
        }
        shared.changed.notify_all();
    })
}

#[test]
fn the_bundled_collection_opens_and_q_gives_the_terminal_back() {
    let mut session = Session::open(&[], &[]);
    session.wait_for("─ why ─");
    session.wait_for("▶");
    session.press("q");
    session.is_restored();
}

#[test]
fn keys_reach_the_reader() {
    let mut session = Session::open(&[], &[]);
    session.wait_for("1 of ");
    session.press("]c");
    session.wait_for("2 of ");
    session.press("?");
    session.wait_for("next passage that conflicts");
    session.press("\x03");
    session.wait_for("2 of ");
    session.press("\x03");
    session.is_restored();
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let mut session = Session::open(&[], &[]);
    session.wait_for("▶");
    session.press(":panic\r");
    session.is_restored();
    session.wait_for("panicked");
}

#[cfg(unix)]
#[test]
fn a_signal_to_end_gives_the_terminal_back() {
    let mut session = Session::open(&[], &[]);
    session.wait_for("▶");
    let id = session.child.process_id().unwrap().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status()
        .unwrap();
    assert!(sent.success());
    session.is_restored();
}

#[cfg(unix)]
#[test]
fn the_process_ends_with_its_terminal() {
    let session = Session::open(&[], &[]);
    session.wait_for("▶");
    session.hang_up();
}

#[cfg(unix)]
#[test]
fn the_process_ends_with_a_terminal_that_sends_no_signal() {
    let session = Session::open_in(tempfile::tempdir().unwrap(), &[], &[], false);
    session.wait_for("▶");
    session.hang_up();
}

#[test]
fn a_collection_that_is_not_there_is_told_without_taking_the_terminal() {
    let mut session = Session::open(&["/nowhere/at/all"], &[]);
    session.wait_for("there is no file or folder /nowhere/at/all");
    assert_eq!(session.child.wait().unwrap().exit_code(), 2);
}

#[test]
fn on_a_dumb_terminal_the_report_is_printed() {
    let mut session = Session::open(&[], &[("TERM", "dumb")]);
    assert!(session.child.wait().unwrap().success());
    session.wait("a report", |s| {
        !s.alternate_screen()
            && s.contents()
                .contains("September 2021, in its own voice, says")
    });
}

#[test]
fn without_colour_none_is_sent() {
    let mut session = Session::open(&[], &[("NO_COLOR", "1")]);
    session.wait_for("▶");
    session.wait("bold and no colour", |s| {
        let cells = (0..30).flat_map(|y| (0..120).filter_map(move |x| s.cell(y, x)));
        let mut bold = false;
        for cell in cells {
            if cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default {
                return false;
            }
            bold |= cell.bold();
        }
        bold
    });
    session.press("q");
    session.is_restored();
}

#[cfg(unix)]
#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_takes_it_again() {
    let mut session = Session::open(&[], &[]);
    session.wait_for("▶");
    session.press("\x1a");
    session.wait("suspended", |s| !s.alternate_screen() && !s.hide_cursor());
    let id = session.child.process_id().unwrap().to_string();
    let goes_on = || {
        std::process::Command::new("kill")
            .args(["-CONT", &id])
            .status()
            .unwrap()
    };
    let until = Instant::now() + PATIENCE;
    while !session
        .shared
        .parser
        .lock()
        .unwrap()
        .screen()
        .alternate_screen()
    {
        assert!(goes_on().success() && Instant::now() < until);
        std::thread::yield_now();
    }
    session.wait_for("▶");
    session.press("q");
    session.is_restored();
}

#[test]
fn the_next_session_goes_on_where_the_last_one_left() {
    let mut session = Session::open(&[], &[]);
    session.wait_for("1 of ");
    session.press("2lvq");
    session.is_restored();
    let home = std::mem::replace(&mut session.home, tempfile::tempdir().unwrap());
    let mut session = Session::open_at_home(home, &[], &[]);
    session.wait_for("silent");
    session.press("vvv");
    session.wait_for("▌AsiaNews");
    session.press("q");
    session.is_restored();
}

#[test]
fn a_changed_article_is_read_again_and_a_broken_configuration_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("one.md");
    let config = folder.path().join("config.toml");
    std::fs::write(&article, "First words.\n").unwrap();
    std::fs::write(&config, "title = \"Two\"\narticles = [\".\"]\n").unwrap();
    let mut session = Session::open(&[folder.path().to_str().unwrap()], &[]);
    session.wait_for("First words.");
    let other = folder.path().join("new.tmp");
    std::fs::write(&other, "Second words.\n").unwrap();
    std::fs::rename(&other, &article).unwrap();
    session.wait_for("Second words.");
    std::fs::write(&config, "title = [\n").unwrap();
    session.wait_for("what was read before stays");
    session.wait_for("Second words.");
    session.press("q");
    session.is_restored();
}

#[test]
fn the_editor_and_the_file_of_the_view_are_reached() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("view.txt");
    let mut session = Session::open(&[], &[("EDITOR", "echo edited")]);
    session.wait_for("▶");
    session.press("e");
    session.wait_for("was edited");
    session.press(&format!(":print {}\r", file.display()));
    session.wait_for("was written to");
    assert!(std::fs::read_to_string(&file).unwrap().contains("▶"));
    session.press(&format!(":print {}\r", file.display()));
    session.wait_for("is not overwritten");
    session.press("q");
    session.is_restored();
}
