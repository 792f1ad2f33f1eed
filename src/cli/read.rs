//! `parallax [PATH]…`: opens the reader; into a pipe and on a dumb terminal it prints what `compare` prints.

use super::compare::{self, CompareArgs};
use super::{CollectionArgs, collection};
use crate::article::Collection;
use crate::article::collection::{Progress, load_with};
use crate::comparison::{self, Comparison, TopicComparison};
use crate::reader::library::{Library, Stage};
use crate::reader::settings::Settings;
use crate::tui::session::{self, Loaded, News};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

#[derive(Debug, Default, clap::Args)]
pub(super) struct ReadArgs {
    #[command(flatten)]
    collection: CollectionArgs,
}

pub(super) fn run(args: &ReadArgs) -> anyhow::Result<ExitCode> {
    let is_dumb = std::env::var("TERM").is_ok_and(|t| t == "dumb");
    if is_dumb || !std::io::stdout().is_terminal() {
        return compare::run(&CompareArgs::plainly(args.collection.clone()));
    }
    let paths = args.collection.paths.clone();
    session::run(Arc::new(move |news, cancel| read(&paths, news, cancel)))?;
    Ok(ExitCode::SUCCESS)
}

/// Articles of more bytes than this together are shown before they are compared.
const SHOWN_FIRST: usize = 300_000;

/// Reads and compares, and sends what there is as soon as it is there. A receiver that is gone is no
/// error: the reader was left.
fn read(paths: &[PathBuf], news: &Sender<News>, cancel: &AtomicBool) {
    let progress = Progress::default();
    let found = telling(news, &progress, || load_with(paths, &progress));
    let found = match found {
        Ok(found) => collection::with_settings(found),
        Err(error) => {
            let _ = news.send(News::Failed(error.to_string()));
            return;
        }
    };
    let bytes: usize = found.articles.iter().map(|a| a.body.len()).sum();
    if bytes > SHOWN_FIRST && !cancel.load(Ordering::SeqCst) {
        let total = found.articles.len();
        let stage = Stage::Working {
            what: "comparing",
            done: 0,
            total,
        };
        let _ = news.send(loaded(&found, unmarked(&found), stage));
    }
    if cancel.load(Ordering::SeqCst) {
        return;
    }
    let comparison = comparison::compare(&found.articles, &found.config);
    if !cancel.load(Ordering::SeqCst) {
        let _ = news.send(loaded(&found, comparison, Stage::Done));
    }
}

/// How often the progress is told.
const TICK: Duration = Duration::from_millis(100);

/// Does the work and tells how far it is.
fn telling<T>(news: &Sender<News>, progress: &Progress, work: impl FnOnce() -> T) -> T {
    std::thread::scope(|scope| {
        let (sender, done) = channel::<()>();
        scope.spawn(move || {
            while done.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                let stage = Stage::Working {
                    what: "reading",
                    done: progress.done.load(Ordering::Relaxed),
                    total: progress.total.load(Ordering::Relaxed),
                };
                let _ = news.send(News::Progress(stage));
            }
        });
        let result = work();
        drop(sender);
        result
    })
}

/// The topics with nothing marked yet.
fn unmarked(found: &Collection) -> Comparison {
    let topics = found.config.topics.iter().map(|t| TopicComparison {
        name: t.name.clone(),
        ..TopicComparison::default()
    });
    Comparison {
        topics: topics.collect(),
    }
}

/// What tells the collection from others: the whole path of its configuration or folder.
fn name(found: &Collection) -> String {
    let path = found.config_file.as_deref().unwrap_or(&found.root);
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().into_owned()
}

fn loaded(found: &Collection, comparison: Comparison, stage: Stage) -> News {
    let (settings, wrong) = Settings::read(&found.config.reader, &found.config.keys);
    let files = found.articles.iter().map(|a| found.root.join(&a.file));
    let watched = files
        .chain(found.config_file.clone())
        .chain(collection::user_config());
    News::Loaded(Box::new(Loaded {
        library: Library {
            title: found.title.clone(),
            articles: found.articles.clone(),
            comparison,
            sources: found.config.sources.clone(),
            problems: found.problems.clone(),
            stage,
        },
        settings,
        name: name(found),
        is_broken: found.config_is_broken(),
        theme: found.config.theme.clone(),
        root: found.root.clone(),
        watched: watched.collect(),
        wrong,
    }))
}
