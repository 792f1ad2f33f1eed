//! Which files are articles: folders are walked, globs are matched, and each file gets its id.

use super::file::Names;
use crate::problem::Problem;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that is to be read as an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub names: Names,
    pub path: PathBuf,
}

/// What is looked for and where.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// The folder that files are named from; empty for the working folder.
    pub root: PathBuf,
    pub found: Vec<Found>,
    pub problems: Vec<Problem>,
}

/// Whether a path ends as an article does.
pub fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("txt"))
}

/// A path with `/` between its parts and without `.`.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter(|c| *c != Component::CurDir)
        .map(|c| c.as_os_str().to_string_lossy())
        .collect();
    parts.join("/").replacen("//", "/", 1)
}

impl Search {
    /// Every article below a folder, hidden files left out; links are followed, loops reported.
    /// Ids are paths below `base`.
    pub fn folder(&mut self, folder: &Path, base: &Path) {
        self.walk(folder, base, &|_| true);
    }

    /// Every article that a glob below the root matches, and whether there was one. Ids are paths below
    /// the last folder before the first wildcard.
    pub fn glob(&mut self, pattern: &str) -> Result<bool, globset::Error> {
        let glob = globset::GlobBuilder::new(pattern)
            .literal_separator(true)
            .build()?;
        let matcher = glob.compile_matcher();
        let fixed = pattern.find(WILD).unwrap_or(pattern.len());
        let folder = pattern[..fixed]
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let base = self.root.join(folder);
        let before = self.found.len();
        if base.is_dir() || base.as_os_str().is_empty() {
            let root = self.root.clone();
            self.walk(&base, &base, &|path| {
                matcher.is_match(path.strip_prefix(&root).unwrap_or(path))
            });
        }
        Ok(self.found.len() > before)
    }

    fn walk(&mut self, folder: &Path, base: &Path, wanted: &dyn Fn(&Path) -> bool) {
        let start = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let entries = WalkDir::new(start)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|e| e.depth() == 0 || !is_hidden(e));
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_article(entry.path()) => {
                    let path = entry.path().strip_prefix("./").unwrap_or(entry.path());
                    if wanted(path) {
                        self.file(path, base);
                    }
                }
                Ok(_) => {}
                Err(error) => self.problems.push(walk_problem(&error, start)),
            }
        }
    }

    /// One file; its id is its path below `base`.
    pub fn file(&mut self, path: &Path, base: &Path) {
        let below = path.strip_prefix(base).unwrap_or(path);
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        self.found.push(Found {
            names: Names {
                id: slashed(&below.with_extension("")),
                file: slashed(inside),
                shown: slashed(path),
            },
            path: path.to_owned(),
        });
    }

    /// The files in the order of their ids, each once, each id once.
    pub fn finish(mut self) -> (Vec<Found>, Vec<Problem>) {
        self.found.sort();
        let mut files = BTreeSet::new();
        self.found
            .retain(|f| files.insert(f.path.canonicalize().unwrap_or_else(|_| f.path.clone())));
        let mut ids = BTreeSet::new();
        for found in &mut self.found {
            if !ids.insert(found.names.id.clone()) {
                self.problems.push(rename(found, &mut ids));
            }
        }
        self.found.sort();
        (self.found, self.problems)
    }
}

/// Where a glob's wildcards begin.
pub(super) const WILD: [char; 4] = ['*', '?', '[', '{'];

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn walk_problem(error: &walkdir::Error, start: &Path) -> Problem {
    let shown = slashed(error.path().unwrap_or(start));
    match error.loop_ancestor() {
        Some(above) => {
            let message = format!(
                "this link leads back to {}; it is not followed",
                slashed(above)
            );
            Problem::warning(shown, message)
        }
        None => Problem::error(shown, reason(error.io_error())),
    }
}

/// Why a file or folder could not be read.
pub(super) fn reason(error: Option<&std::io::Error>) -> String {
    match error {
        Some(error) => format!("it cannot be read: {error}"),
        None => "it cannot be read".to_owned(),
    }
}

/// Gives an article whose id is taken another one: its whole file name, else with a number.
fn rename(found: &mut Found, ids: &mut BTreeSet<String>) -> Problem {
    let taken = std::mem::take(&mut found.names.id);
    let file = &found.names.file;
    let numbered = (2..).map(|n| format!("{file}#{n}"));
    let free = std::iter::once(file.clone())
        .chain(numbered)
        .find(|id| !ids.contains(id));
    found.names.id = free.unwrap_or_default();
    ids.insert(found.names.id.clone());
    let message = format!(
        "another article has the id {taken}; this one is called {}",
        found.names.id
    );
    Problem::warning(&found.names.shown, message).hint("give one of the files another name")
}
