//! Finds a collection on the disk and reads it: its configuration and its articles.
//!
//! The only part of this module that touches the disk.

use super::Article;
use super::file;
use super::find::{self, Found, Search, slashed};
use crate::config::{self, Config, field};
use crate::problem::Problem;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A collection, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// The configuration's title, else the folder's name.
    pub title: String,
    /// What [`Article::file`] is relative to; empty is the working folder.
    pub root: PathBuf,
    /// The configuration file, where there is one.
    pub config_file: Option<PathBuf>,
    /// What it says.
    pub config: Config,
    /// Sorted by id.
    pub articles: Vec<Article>,
    /// What is wrong: the configuration first, then the articles by id.
    pub problems: Vec<Problem>,
    /// How many of [`Self::problems`], from the first on, are about the configuration.
    pub config_problems: usize,
}

impl Collection {
    /// Whether something in the configuration could not be read.
    pub fn config_is_broken(&self) -> bool {
        self.problems[..self.config_problems]
            .iter()
            .any(Problem::is_error)
    }
}

/// Why there is no collection to read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A path names nothing.
    #[error("there is no file or folder {}", .0.display())]
    Missing(PathBuf),
    /// The working folder is no collection, and no other was named.
    #[error(
        "there is no config.toml in this folder\n  name a folder or files of articles, or start a collection with `parallax init`"
    )]
    Nowhere,
    /// A configuration among other paths.
    #[error(
        "{} is a collection of its own and cannot be read together with other paths\n  name it alone, or name articles alone", .0.display()
    )]
    Mixed(PathBuf),
    /// The configuration cannot be read.
    #[error("{} cannot be read: {error}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
}

/// How far the reading of a collection is; may be looked at from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// How many articles there are to read; 0 until that is known.
    pub total: AtomicUsize,
    /// How many were read.
    pub done: AtomicUsize,
}

/// Reads the collection that the paths name: a configuration file, a folder with a `config.toml`, a
/// bare folder, or folders and files of articles. No path is the working folder, if it has a
/// `config.toml`. The order of the paths changes nothing.
///
/// # Errors
///
/// When a path names nothing or the configuration cannot be opened. Everything else that is wrong is
/// in [`Collection::problems`].
pub fn load(paths: &[PathBuf]) -> Result<Collection, LoadError> {
    load_with(paths, &Progress::default())
}

/// As [`load`], counting what is done.
///
/// # Errors
///
/// As [`load`].
pub fn load_with(paths: &[PathBuf], progress: &Progress) -> Result<Collection, LoadError> {
    if let Some(missing) = paths.iter().find(|p| !p.exists()) {
        return Err(LoadError::Missing(missing.clone()));
    }
    let config = |path: &PathBuf| config_of(path);
    match paths {
        [] if Path::new("config.toml").is_file() => configured(Path::new("config.toml"), progress),
        [] => Err(LoadError::Nowhere),
        [path] if config(path).is_some() => configured(&config(path).unwrap_or_default(), progress),
        several => match several.iter().find(|p| config(p).is_some()) {
            Some(own) => Err(LoadError::Mixed(own.clone())),
            None => Ok(bare(several, progress)),
        },
    }
}

/// Reads article files, whatever else lies beside them.
///
/// # Errors
///
/// When a path names nothing.
pub fn load_files(paths: &[PathBuf]) -> Result<Collection, LoadError> {
    match paths.iter().find(|p| !p.exists()) {
        Some(missing) => Err(LoadError::Missing(missing.clone())),
        None => Ok(bare(paths, &Progress::default())),
    }
}

/// The configuration that a path names: itself, or the `config.toml` in it.
fn config_of(path: &Path) -> Option<PathBuf> {
    if path.is_dir() {
        let inside = path.join("config.toml");
        return inside.is_file().then_some(inside);
    }
    let is_toml = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("toml"));
    is_toml.then(|| path.to_owned())
}

/// Reads a configuration file.
///
/// # Errors
///
/// When it cannot be opened.
pub fn read_config(path: &Path) -> Result<(Config, Vec<Problem>), LoadError> {
    let unreadable = |error| LoadError::Unreadable {
        path: path.to_owned(),
        error,
    };
    let shown = slashed(path);
    let size = path.metadata().map_err(unreadable)?.len();
    if size > field::LARGEST as u64 {
        let message = format!("this file has {size} bytes; it is not read");
        let problem = Problem::error(shown, message).hint("4 MB is the most for a configuration");
        return Ok((Config::default(), vec![problem]));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let mut problems = Vec::new();
    let text = file::decode(&shown, bytes, &mut problems);
    let (config, wrong) = config::read(&shown, &text);
    problems.extend(wrong);
    Ok((config, problems))
}

fn configured(path: &Path, progress: &Progress) -> Result<Collection, LoadError> {
    let (config, mut problems) = read_config(path)?;
    let root = path.parent().unwrap_or(Path::new("")).to_owned();
    let mut search = Search {
        root: root.clone(),
        ..Search::default()
    };
    let mut unfound = Vec::new();
    for entry in entries(&config, &root) {
        let wrong = look_up(&mut search, &config, &entry);
        unfound.extend(wrong.filter(|w| !problems.iter().any(|p| same_line(p, w))));
    }
    problems.extend(unfound);
    let title = config.title.clone().unwrap_or_else(|| folder_name(&root));
    let base = Collection {
        title,
        root,
        config_file: Some(path.to_owned()),
        config,
        config_problems: problems.len(),
        problems,
        ..Collection::default()
    };
    Ok(read_articles(base, search, progress))
}

/// Whether one problem follows from the other: they stand in one line of one file.
fn same_line(one: &Problem, other: &Problem) -> bool {
    let line = |p: &Problem| p.place.map(|(line, _)| line);
    one.is_error() && line(one).is_some() && line(one) == line(other) && one.file == other.file
}

/// The configuration's `articles`; else the folder `articles`, else the whole folder.
fn entries(config: &Config, root: &Path) -> Vec<String> {
    if !config.articles.is_empty() {
        return config.articles.clone();
    }
    let default = if root.join("articles").is_dir() {
        "articles"
    } else {
        "."
    };
    vec![default.to_owned()]
}

/// Looks for what one entry of `articles` names.
fn look_up(search: &mut Search, config: &Config, entry: &str) -> Option<Problem> {
    let at = |message: String| config.places.error(&["articles", entry], message);
    let path = search.root.join(entry.strip_prefix("./").unwrap_or(entry));
    if path.is_dir() || entry == "." {
        let path = if entry == "." {
            search.root.clone()
        } else {
            path
        };
        search.folder(&path, &path);
        return None;
    }
    if path.is_file() {
        let base = path.parent().unwrap_or(Path::new("")).to_owned();
        return explicit(search, &path, &base);
    }
    if !entry.contains(find::WILD) {
        let hint = "entries are folders, files or globs, relative to this file";
        return Some(at(format!("there is no file or folder {entry}")).hint(hint));
    }
    match search.glob(entry.strip_prefix("./").unwrap_or(entry)) {
        Ok(true) => None,
        Ok(false) => {
            let mut problem = at(format!("no article matches {entry}"));
            problem.severity = crate::problem::Severity::Warning;
            Some(problem.hint("articles end in .md or .txt; ** stands for folders below"))
        }
        Err(error) => Some(at(format!("this glob cannot be read: {}", error.kind()))),
    }
}

/// A file that the user named: it is read if it ends as an article does, or has no extension.
fn explicit(search: &mut Search, path: &Path, base: &Path) -> Option<Problem> {
    if find::is_article(path) || path.extension().is_none() {
        search.file(path, base);
        return None;
    }
    Some(
        Problem::error(
            slashed(path),
            "this is no article: articles end in .md or .txt",
        )
        .hint("`parallax import` makes articles of pages, feeds and other text"),
    )
}

fn bare(paths: &[PathBuf], progress: &Progress) -> Collection {
    let mut collection = Collection::default();
    let mut search = Search::default();
    if let [folder] = paths
        && folder.is_dir()
    {
        let folder = folder.strip_prefix(".").unwrap_or(folder);
        collection.root = folder.to_owned();
        search.root = folder.to_owned();
        search.folder(folder, folder);
    } else {
        let base = common_folder(paths);
        for path in paths {
            let path = path.strip_prefix(".").unwrap_or(path);
            if path.is_dir() {
                search.folder(path, &base);
            } else {
                let wrong = explicit(&mut search, path, &base);
                search.problems.extend(wrong);
            }
        }
    }
    collection.title = folder_name(&collection.root);
    read_articles(collection, search, progress)
}

/// The folder that all paths lie in: ids are paths below it.
fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let folder = |path: &PathBuf| -> PathBuf {
        let path = path.strip_prefix(".").unwrap_or(path);
        path.parent().unwrap_or(Path::new("")).to_owned()
    };
    let Some((first, rest)) = paths.split_first() else {
        return PathBuf::new();
    };
    rest.iter().map(folder).fold(folder(first), |common, next| {
        let same = common.components().zip(next.components());
        same.take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    })
}

fn folder_name(folder: &Path) -> String {
    let full = folder.canonicalize().or_else(|_| std::env::current_dir());
    let name = full
        .ok()
        .and_then(|p| Some(p.file_name()?.to_string_lossy().into_owned()));
    name.unwrap_or_else(|| "Articles".to_owned())
}

/// Reads what was found, on all cores; the result does not depend on them.
fn read_articles(mut collection: Collection, search: Search, progress: &Progress) -> Collection {
    let (found, problems) = search.finish();
    collection.problems.extend(problems);
    progress.total.store(found.len(), Ordering::Relaxed);
    let read: Vec<_> = found
        .par_iter()
        .map(|found| {
            let read = read_article(found);
            progress.done.fetch_add(1, Ordering::Relaxed);
            read
        })
        .collect();
    for (article, problems) in read {
        collection.articles.extend(article);
        collection.problems.extend(problems);
    }
    collection
}

fn read_article(found: &Found) -> (Option<Article>, Vec<Problem>) {
    match std::fs::read(&found.path) {
        Ok(bytes) => {
            let (article, problems) = file::read(&found.names, bytes);
            (Some(article), problems)
        }
        Err(error) => {
            let problem = Problem::error(&found.names.shown, find::reason(Some(&error)));
            (None, vec![problem])
        }
    }
}
