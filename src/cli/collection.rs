//! Opens the collection that a command names, and tells what is wrong with it.

use super::{CollectionArgs, progress};
use crate::article::collection::{self, Collection, Progress};
use crate::config::Config;
use crate::problem::{Problem, Severity};
use etcetera::BaseStrategy;
use std::path::PathBuf;

/// Problems beyond this many are counted, not told, where they are not what was asked for.
const TOLD: usize = 20;

/// Reads the collection of the arguments, and lays its settings over the user's own.
pub(super) fn open(args: &CollectionArgs) -> anyhow::Result<Collection> {
    let progress = Progress::default();
    let count = Some((&progress.done, &progress.total));
    let found = progress::during("reading", count, || {
        collection::load_with(&args.paths, &progress)
    })?;
    Ok(with_settings(found))
}

/// The user's own configuration: `parallax/config.toml` in the platform's folder for them
/// (`$XDG_CONFIG_HOME`, `~/.config`, `%APPDATA%`).
pub(super) fn user_config() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let file = folders.config_dir().join("parallax").join("config.toml");
    file.is_file().then_some(file)
}

/// Lays a collection's settings over the user's own. What is wrong with those is reported too, but
/// keeps nothing from being compared.
pub(super) fn with_settings(mut found: Collection) -> Collection {
    let Some(file) = user_config() else {
        return found;
    };
    match collection::read_config(&file) {
        Ok((user, mut problems)) => {
            problems.extend(strangers(&user, &file.to_string_lossy()));
            found.config = found.config.over(&user);
            found.problems.extend(problems);
        }
        Err(error) => found
            .problems
            .push(Problem::warning(file.to_string_lossy(), error.to_string())),
    }
    found
}

/// Topics and the like have no effect in the user's own file.
fn strangers(user: &Config, file: &str) -> Option<Problem> {
    let any = user.title.is_some()
        || !(user.articles.is_empty() && user.sources.is_empty())
        || !(user.entities.is_empty() && user.topics.is_empty());
    any.then(|| {
        Problem::warning(
            file,
            "only [reader], [theme] and [keys] are taken from this file",
        )
        .hint("write the rest into the config.toml of a collection")
    })
}

/// Tells problems on standard error: so many and no more.
pub(super) fn tell(problems: &[Problem]) {
    for problem in problems.iter().take(TOLD) {
        super::warn(problem);
    }
    if let Some(more) = problems.len().checked_sub(TOLD + 1) {
        super::warn(&format_args!(
            "… and {} more; `parallax check` tells them all",
            more + 1
        ));
    }
}

/// "2 errors, 1 warning".
pub(super) fn count(problems: &[Problem]) -> String {
    let of = |severity| problems.iter().filter(|p| p.severity == severity).count();
    let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    format!(
        "{}, {}",
        plural(errors, "error"),
        plural(warnings, "warning")
    )
}
