//! `parallax import`: makes article files out of pages, feeds, text and addresses.

use super::progress;
use crate::article::{Published, collection};
use crate::config::SourceRule;
use crate::import::read::{self, Found, LARGEST, Origin};
use crate::import::store::{Kept, Store};
use crate::import::{Draft, ImportError, date, fetch, sources};
use anyhow::Context;
use rayon::prelude::*;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// Web pages, feeds, mails, web archives or texts: files, folders, http(s) addresses, or - for
    /// standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Folder for the article files
    #[arg(long, value_name = "DIR", default_value = "articles")]
    into: PathBuf,
    /// The outlet, whatever the text says
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The day of publication, such as 2021-09-06, whatever the text says
    #[arg(long, value_name = "DATE", value_parser = published)]
    published: Option<Published>,
    /// Get the articles that a feed only points to
    #[arg(long)]
    follow: bool,
    /// Seconds that an address may take
    #[arg(long, value_name = "SECONDS", default_value_t = fetch::SECONDS)]
    timeout: u64,
}

fn published(text: &str) -> Result<Published, String> {
    let mut found = date::dates(text).into_iter();
    match (found.next(), found.next()) {
        (Some(date), None) if date.month_first.is_none() => Ok(date.date),
        _ => Err(
            "write a day as 2021-09-06, or with its time as 2021-09-06T12:33:00+02:00".to_owned(),
        ),
    }
}

/// What was found in an input; or an address in it that could not be had, and why.
type Item = Result<Found, (String, ImportError)>;

/// Something to import.
#[derive(Clone, Debug)]
enum Input {
    Stdin,
    Address(String),
    File(PathBuf),
}

impl Input {
    fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::Address(address) => address.clone(),
            Self::File(path) => path.display().to_string(),
        }
    }
}

/// Inputs that are read at a time, before their articles are written.
const BATCH: usize = 64;
/// Bytes of stack for a thread that reads a page: extraction goes down into its elements.
const STACK: usize = 64 << 20;

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let mut work = Work::new(args)?;
    let inputs: Vec<Input> = args
        .inputs
        .iter()
        .flat_map(|i| expand(i, &mut work.tally))
        .collect();
    let (done, total) = (AtomicUsize::new(0), AtomicUsize::new(inputs.len()));
    let threads = rayon::ThreadPoolBuilder::new().stack_size(STACK).build()?;
    progress::during("importing", Some((&done, &total)), || {
        for batch in inputs.chunks(BATCH) {
            let read: Vec<_> = threads.install(|| {
                batch
                    .par_iter()
                    .map(|input| {
                        let found = found(args, input);
                        done.fetch_add(1, Ordering::Relaxed);
                        found
                    })
                    .collect()
            });
            for (input, found) in batch.iter().zip(read) {
                work.settle(&input.name(), found);
            }
        }
    });
    work.finish(inputs.len())
}

/// The files below a folder, in the order of their names; anything else is itself.
fn expand(input: &str, tally: &mut Tally) -> Vec<Input> {
    if input == "-" {
        return vec![Input::Stdin];
    }
    if fetch::is_address(input) {
        return vec![Input::Address(input.to_owned())];
    }
    let path = PathBuf::from(input);
    if !path.is_dir() {
        return vec![Input::File(path)];
    }
    let hidden =
        |e: &walkdir::DirEntry| e.depth() > 0 && e.file_name().to_string_lossy().starts_with('.');
    let walk = walkdir::WalkDir::new(&path)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |e| !hidden(e));
    let files: Vec<Input> = walk
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file() && is_readable(e.path()))
        .map(|e| Input::File(e.into_path()))
        .collect();
    if files.is_empty() {
        tally.fail(
            input,
            "the folder holds no page, feed, mail, web archive or text",
        );
    }
    files
}

/// Whether a file in a folder is of a kind that is imported.
fn is_readable(path: &Path) -> bool {
    const KNOWN: &[&str] = &[
        "html", "htm", "xhtml", "txt", "text", "md", "markdown", "xml", "rss", "atom", "json",
        "eml", "mht", "mhtml", "warc", "gz",
    ];
    path.extension()
        .is_some_and(|e| KNOWN.contains(&e.to_string_lossy().to_lowercase().as_str()))
}

/// What an input holds.
fn found(args: &ImportArgs, input: &Input) -> Result<Vec<Item>, ImportError> {
    let found = match input {
        Input::Stdin => read::articles(&bounded(std::io::stdin().lock())?, &Origin::of_file("-"))?,
        Input::Address(address) => got(address, args.timeout)?,
        Input::File(path) => {
            let name = path
                .file_name()
                .map_or_else(|| path.to_string_lossy(), |n| n.to_string_lossy());
            read::articles(
                &bounded(std::fs::File::open(path)?)?,
                &Origin::of_file(name),
            )?
        }
    };
    Ok(found.into_iter().flat_map(|f| followed(args, f)).collect())
}

fn got(address: &str, seconds: u64) -> Result<Vec<Found>, ImportError> {
    let answer = fetch::get(address, seconds)?;
    read::articles(&answer.bytes, &answer.origin)
}

/// The article that an item of a feed points to, where it is asked for.
fn followed(args: &ImportArgs, found: Found) -> Vec<Item> {
    match found {
        Found::Link { address, .. } if args.follow => match got(&address, args.timeout) {
            Ok(articles) => articles.into_iter().map(Ok).collect(),
            Err(error) => vec![Err((address, error))],
        },
        found => vec![Ok(found)],
    }
}

fn bounded(reader: impl Read) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What became of the inputs so far.
#[derive(Debug, Default)]
struct Tally {
    written: usize,
    there: usize,
    copies: usize,
    links: usize,
    failed: usize,
}

impl Tally {
    fn fail(&mut self, name: &str, why: impl std::fmt::Display) {
        self.failed += 1;
        eprintln!("{}: failed: {why}", shown(name));
    }
}

struct Work<'a> {
    args: &'a ImportArgs,
    store: Store,
    rules: Vec<SourceRule>,
    tally: Tally,
}

impl<'a> Work<'a> {
    fn new(args: &'a ImportArgs) -> anyhow::Result<Self> {
        let store = Store::open(&args.into)
            .with_context(|| format!("cannot read the folder {}", args.into.display()))?;
        Ok(Self {
            args,
            store,
            rules: rules(&args.into),
            tally: Tally::default(),
        })
    }

    /// Keeps what an input holds and says so.
    fn settle(&mut self, name: &str, found: Result<Vec<Item>, ImportError>) {
        let found = match found {
            Ok(found) => found,
            Err(error) => return self.tally.fail(name, error),
        };
        for item in found {
            match item {
                Ok(Found::Article(draft)) => self.keep(name, *draft),
                Ok(Found::Link { address, .. }) => {
                    self.tally.links += 1;
                    say(&format!(
                        "{name}: only a summary of {address}: --follow gets it"
                    ));
                }
                Err((address, error)) => self.tally.fail(&address, error),
            }
        }
    }

    fn keep(&mut self, name: &str, mut draft: Draft) {
        if let Some(source) = self
            .args
            .source
            .clone()
            .or_else(|| sources::name(&self.rules, &draft).map(str::to_owned))
        {
            draft.source = Some(source);
        }
        if self.args.published.is_some() {
            draft.published.clone_from(&self.args.published);
            draft.notes.clear();
        }
        match self.store.keep(&draft) {
            Ok(kept) => self.told(name, &kept, &draft),
            Err(error) => self
                .tally
                .fail(name, format!("the article cannot be written: {error}")),
        }
    }

    fn told(&mut self, name: &str, kept: &Kept, draft: &Draft) {
        let mut told = match kept {
            Kept::Written(path) => {
                self.tally.written += 1;
                format!("{name}: wrote {}", path.display())
            }
            Kept::AlreadyThere(path) => {
                self.tally.there += 1;
                format!("{name}: already there as {}", path.display())
            }
            Kept::SameText(path) => {
                self.tally.copies += 1;
                format!(
                    "{name}: the same article as {}, not written again",
                    path.display()
                )
            }
        };
        let missing = draft.missing();
        if matches!(kept, Kept::Written(_)) && !missing.is_empty() {
            told.push_str(&format!("; not found: {}", missing.join(", ")));
        }
        for note in &draft.notes {
            told.push_str("; ");
            told.push_str(note);
        }
        say(&told);
    }

    fn finish(self, inputs: usize) -> anyhow::Result<ExitCode> {
        let Tally {
            written,
            there,
            copies,
            links,
            failed,
        } = self.tally;
        if inputs + failed > 1 || written + there + copies + links > 1 {
            let counts = [
                (written, "written"),
                (there, "already there"),
                (copies, "the same as another"),
                (links, "only summaries"),
                (failed, "failed"),
            ];
            let counts: Vec<String> = counts
                .iter()
                .filter(|(n, _)| *n > 0)
                .map(|(n, what)| format!("{n} {what}"))
                .collect();
            say(&counts.join(", "));
        }
        Ok(if failed > 0 {
            ExitCode::from(2)
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// The outlets that the collection's configuration names, where the folder belongs to one.
fn rules(into: &Path) -> Vec<SourceRule> {
    let folders = [Some(into), into.parent()];
    let config = folders
        .into_iter()
        .flatten()
        .map(|f| f.join("config.toml"))
        .find(|p| p.is_file());
    config
        .and_then(|path| collection::read_config(&path).ok())
        .map(|(config, _)| config.sources)
        .unwrap_or_default()
}

/// Prints a line of the report. A reader who closes the pipe early is no error.
fn say(line: &str) {
    if let Err(error) = super::print(format!("{}\n", shown(line)).as_bytes()) {
        eprintln!("parallax: {error}");
    }
}

/// A line without anything that a terminal would obey.
fn shown(line: &str) -> String {
    line.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}
