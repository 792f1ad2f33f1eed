//! A progress bar on standard error for work that takes more than a second.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Work that takes less shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(100);

/// What the bar counts; `None` where the work does not say how far it is.
pub(super) type Count<'a> = Option<(&'a AtomicUsize, &'a AtomicUsize)>;

/// Does the work, with a bar where standard error is a terminal. `count` is (done, total).
pub(super) fn during<T>(what: &'static str, count: Count<'_>, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    std::thread::scope(|scope| {
        let (sender, done) = channel::<()>();
        scope.spawn(move || watch(what, count, &done));
        let result = work();
        drop(sender);
        result
    })
}

fn watch(what: &'static str, count: Count<'_>, done: &Receiver<()>) {
    if done.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::new_spinner().with_message(what);
    if count.is_some()
        && let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}")
    {
        bar.set_style(style);
    }
    loop {
        if let Some((done, total)) = count {
            bar.set_length(total.load(Ordering::Relaxed) as u64);
            bar.set_position(done.load(Ordering::Relaxed) as u64);
        }
        bar.tick();
        if done.recv_timeout(TICK) != Err(RecvTimeoutError::Timeout) {
            break;
        }
    }
    bar.finish_and_clear();
}
