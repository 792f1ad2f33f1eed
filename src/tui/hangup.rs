//! Signals and the end of the terminal. The main loop may be stuck in a read of a terminal that is no
//! longer there; this thread is not, and ends the process when the main loop does not.

use super::terminal;
use crate::reader::remembered::Remembered;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long the main loop has to end by itself.
const GRACE: Duration = Duration::from_millis(300);

/// What to keep of the session if it has to be ended from outside: the collection's name, and where
/// the reader was.
pub(super) type Latest = Arc<Mutex<Option<(String, Remembered)>>>;

/// What the main loop looks at.
pub(super) struct Watched {
    /// The session is to end.
    pub(super) ends: Arc<AtomicBool>,
    /// The process was stopped and goes on.
    pub(super) continued: Arc<AtomicBool>,
    /// What the main loop leaves for the case that it gets stuck.
    pub(super) latest: Latest,
    /// Goes with the main loop: then there is nothing left to end.
    _alive: Sender<()>,
}

/// Begins to listen for signals and for the end of the terminal.
///
/// # Errors
///
/// When the platform does not let signals be caught.
pub(super) fn watch() -> io::Result<Watched> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGCONT])?;
    let (alive, left) = channel();
    let watched = Watched {
        ends: Arc::default(),
        continued: Arc::default(),
        latest: Latest::default(),
        _alive: alive,
    };
    let (ends, continued) = (Arc::clone(&watched.ends), Arc::clone(&watched.continued));
    let latest = Arc::clone(&watched.latest);
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGCONT => continued.store(true, Ordering::SeqCst),
                // Ctrl-C while an editor has the terminal is for the editor.
                SIGINT if !terminal::is_taken() => {}
                _ => {
                    ends.store(true, Ordering::SeqCst);
                    end_unless_ended(signal, &left, &latest);
                }
            }
        }
    });
    thread::spawn(raise_at_the_end_of_the_terminal);
    Ok(watched)
}

/// Ends the process as a shell would report a death by the signal, unless the main loop ends it first.
fn end_unless_ended(signal: i32, left: &Receiver<()>, latest: &Latest) {
    if left.recv_timeout(GRACE) == Err(RecvTimeoutError::Disconnected) {
        return;
    }
    let kept = latest.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some((name, remembered)) = kept {
        super::state::write(&name, &remembered);
    }
    give_back_in_time();
    std::process::exit(128 + signal);
}

/// Gives the terminal back. Writing to it may block for ever, so it is not waited for longer than the
/// main loop was.
fn give_back_in_time() {
    let (sender, done) = channel::<()>();
    thread::spawn(move || {
        terminal::give_back();
        drop(sender);
    });
    let _ = done.recv_timeout(GRACE);
}

/// A terminal that goes away sends SIGHUP only to those it controls; the others learn it here.
#[cfg(unix)]
fn raise_at_the_end_of_the_terminal() {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use std::io::IsTerminal;
    use std::os::fd::AsFd;

    /// A wake-up may be missed: then the end is seen this many seconds later.
    const LOOK_AGAIN: Timespec = Timespec {
        tv_sec: 2,
        tv_nsec: 0,
    };
    let input = io::stdin();
    let opened = if input.is_terminal() {
        None
    } else {
        std::fs::File::open("/dev/tty").ok()
    };
    loop {
        let terminal = opened.as_ref().map_or_else(|| input.as_fd(), AsFd::as_fd);
        let mut polled = [PollFd::from_borrowed_fd(terminal, PollFlags::empty())];
        let result = poll(&mut polled, Some(&LOOK_AGAIN));
        if result.is_err_and(|e| e != rustix::io::Errno::INTR) {
            return;
        }
        let seen = polled[0].revents();
        if seen.contains(PollFlags::NVAL) {
            return;
        }
        if seen.intersects(PollFlags::HUP | PollFlags::ERR) {
            let _ = signal_hook::low_level::raise(SIGHUP);
            return;
        }
    }
}

#[cfg(not(unix))]
const fn raise_at_the_end_of_the_terminal() {}
