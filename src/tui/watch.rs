//! Watches the files of a collection and says when one changed.

use super::session::News;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Changes that come so close together are one.
const TOGETHER: Duration = Duration::from_millis(150);
/// Watching more folders than this costs more than it gives.
const MOST: usize = 500;

/// Keeps watching while it lives.
pub(super) struct Watch {
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    /// The folders that are watched.
    pub(super) folders: BTreeSet<PathBuf>,
}

/// The folders of some files: a file that is saved by renaming is another file afterwards, its folder
/// is not.
pub(super) fn folders(files: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |file: &PathBuf| {
        let parent = file.parent()?;
        let here = Path::new(".");
        Some(
            if parent.as_os_str().is_empty() {
                here
            } else {
                parent
            }
            .to_owned(),
        )
    };
    files.iter().filter_map(folder).take(MOST).collect()
}

impl Watch {
    /// Watches folders. `None` where the platform cannot.
    pub(super) fn new(folders: BTreeSet<PathBuf>, news: Sender<News>) -> Option<Self> {
        let tell = move |events: DebounceEventResult| {
            if events.is_ok_and(|e| e.iter().any(matters)) {
                let _ = news.send(News::Changed);
            }
        };
        let mut debouncer = new_debouncer(TOGETHER, None, tell).ok()?;
        for folder in &folders {
            debouncer.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self {
            _debouncer: debouncer,
            folders,
        })
    }
}

/// Our own reading is no change, nor is a file that is neither article nor configuration.
fn matters(event: &DebouncedEvent) -> bool {
    let changes = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)
    );
    let is_ours = |p: &PathBuf| {
        let extension = p.extension().map(|e| e.to_string_lossy().to_lowercase());
        matches!(extension.as_deref(), Some("md" | "txt" | "toml"))
    };
    changes && event.paths.iter().any(is_ours)
}
