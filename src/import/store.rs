//! Article files in their folder: what they are called, and that nothing is overwritten.

use super::draft::Draft;
use super::line::words;
use rustc_hash::FxHashMap;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What became of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is a new file.
    Written(PathBuf),
    /// A file with the very same content was there.
    AlreadyThere(PathBuf),
    /// A file with the same text was there under another name or address.
    SameText(PathBuf),
}

/// The folder of article files.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    by_text: FxHashMap<String, PathBuf>,
}

impl Store {
    /// Opens a folder, which need not be there yet, and looks at the articles in it.
    ///
    /// # Errors
    ///
    /// When there is something that cannot be read as a folder.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let mut by_text = FxHashMap::default();
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries.collect::<io::Result<Vec<_>>>()?,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let mut paths: Vec<PathBuf> = entries.into_iter().map(|e| e.path()).collect();
        paths.sort();
        for path in paths {
            let article = path.extension().is_some_and(|e| e == "md" || e == "txt");
            if let Some(text) = article.then(|| fs::read(&path).ok()).flatten() {
                let text = String::from_utf8_lossy(&text);
                by_text.entry(key(body(&text))).or_insert(path);
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            by_text,
        })
    }

    /// Keeps an article: whole or not at all, and over no other file.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn keep(&mut self, draft: &Draft) -> io::Result<Kept> {
        let content = draft.to_file();
        let name = file_name(draft);
        let own = key(&draft.body);
        if let Some(there) = self.by_text.get(&own) {
            let same = fs::read(there).is_ok_and(|c| c == content.as_bytes());
            return Ok(if same {
                Kept::AlreadyThere(there.clone())
            } else {
                Kept::SameText(there.clone())
            });
        }
        fs::create_dir_all(&self.folder)?;
        let path = self.write_new(&name, &content)?;
        self.by_text.insert(own, path.clone());
        Ok(Kept::Written(path))
    }

    fn write_new(&self, name: &str, content: &str) -> io::Result<PathBuf> {
        let mut file = tempfile::Builder::new()
            .prefix(".import-")
            .tempfile_in(&self.folder)?;
        file.write_all(content.as_bytes())?;
        readable(file.as_file())?;
        for n in 1.. {
            let path = self.folder.join(if n == 1 {
                format!("{name}.md")
            } else {
                format!("{name}-{n}.md")
            });
            match file.persist_noclobber(&path) {
                Ok(_) => return Ok(path),
                Err(error) if error.error.kind() == ErrorKind::AlreadyExists => file = error.file,
                Err(error) => return Err(error.error),
            }
        }
        Err(io::Error::other("no free name"))
    }
}

/// A temporary file is its owner's alone; an article is a file like any other.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// The text behind the front matter.
fn body(file: &str) -> &str {
    let text = file.trim_start_matches('\u{feff}');
    match text
        .strip_prefix("+++\n")
        .and_then(|t| t.split_once("\n+++\n"))
    {
        Some((_, body)) => body,
        None => text,
    }
}

/// What two copies of one text share, however they are broken into lines.
fn key(body: &str) -> String {
    words(body).join(" ")
}

/// Most words of a title, and most bytes in all, that a file name takes up.
const WORDS: usize = 6;
const LONGEST: usize = 60;

/// A short name of lower-case letters, digits and hyphens for an article's file, without extension.
pub fn file_name(draft: &Draft) -> String {
    let source = draft.source.as_deref().map(slug).unwrap_or_default();
    let title = draft.title.as_deref().unwrap_or(&draft.origin);
    let title = slug(title.rsplit('/').find(|p| !p.is_empty()).unwrap_or(title));
    let title: Vec<&str> = title.split('-').take(WORDS).collect();
    let mut name = [source.as_str(), &title.join("-")].join("-");
    name.truncate(LONGEST);
    match name.trim_matches('-') {
        "" => "article".to_owned(),
        name if is_reserved(name) => format!("{name}-article"),
        name => name.to_owned(),
    }
}

/// Names that some systems keep for devices.
fn is_reserved(name: &str) -> bool {
    matches!(name, "con" | "prn" | "aux" | "nul")
        || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")))
}

fn slug(text: &str) -> String {
    let ascii = any_ascii::any_ascii(&text.replace(['’', '\''], ""));
    let mut out = String::new();
    for c in ascii.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}
