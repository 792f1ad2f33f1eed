//! `parallax compare`: compares without a screen.

use super::{CollectionArgs, Format, collection, output, progress};
use crate::article::Collection;
use crate::comparison::{self, Comparison, Kind};
use crate::config::Topic;
use crate::config::field::nearest;
use crate::report::{json, text};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicUsize;

#[derive(Debug, clap::Args)]
pub(super) struct CompareArgs {
    #[command(flatten)]
    collection: CollectionArgs,
    /// Only these topics
    #[arg(long = "topic", value_name = "NAME")]
    topics: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Write to a file instead of standard output; an existing file is not overwritten
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// End with status 1 when conflicts were found
    #[arg(long)]
    exit_code: bool,
}

impl CompareArgs {
    /// All topics of a collection, as text, on standard output.
    pub(super) const fn plainly(collection: CollectionArgs) -> Self {
        Self {
            collection,
            topics: Vec::new(),
            format: Format::Text,
            output: None,
            exit_code: false,
        }
    }
}

pub(super) fn run(args: &CompareArgs) -> anyhow::Result<ExitCode> {
    output::must_be_new(args.output.as_deref())?;
    let mut found = collection::open(&args.collection)?;
    collection::tell(&found.problems);
    if found.config_is_broken() {
        let count = collection::count(&found.problems[..found.config_problems]);
        anyhow::bail!("nothing was compared, for the configuration has mistakes: {count}");
    }
    found.config.topics = chosen(std::mem::take(&mut found.config.topics), &args.topics)?;
    compare(&found, args)
}

fn compare(found: &Collection, args: &CompareArgs) -> anyhow::Result<ExitCode> {
    let (title, articles) = (found.title.as_str(), found.articles.as_slice());
    if articles.is_empty() {
        super::warn(&"there are no articles: put .md or .txt files beside the configuration");
    }
    let (done, total) = (AtomicUsize::new(0), AtomicUsize::new(articles.len()));
    let comparison = progress::during("comparing", Some((&done, &total)), || {
        comparison::compare_counting(articles, &found.config, &done)
    });
    output::write(args.output.as_deref(), |out| match args.format {
        Format::Json => json::comparison(out, title, articles, &comparison),
        Format::Text => {
            let width = args
                .output
                .as_ref()
                .map_or_else(output::width, |_| output::WIDTH);
            text::comparison(out, width, title, articles, &comparison)
        }
    })?;
    let conflict = args.exit_code && has_conflict(&comparison);
    Ok(ExitCode::from(u8::from(conflict)))
}

fn has_conflict(comparison: &Comparison) -> bool {
    let mut relations = comparison.topics.iter().flat_map(|t| &t.relations);
    relations.any(|r| r.kind == Kind::Conflict)
}

/// The topics that were asked for, in the configuration's order; all of them where none was.
fn chosen(mut topics: Vec<Topic>, names: &[String]) -> anyhow::Result<Vec<Topic>> {
    if names.is_empty() {
        return Ok(topics);
    }
    if topics.is_empty() {
        topics.push(Topic::named(comparison::ALL_CLAIMS));
    }
    let same = |topic: &Topic, name: &str| topic.name.to_lowercase() == name.trim().to_lowercase();
    let unknown = names.iter().filter(|n| !topics.iter().any(|t| same(t, n)));
    let lines: Vec<String> = unknown.map(|name| no_topic(&topics, name)).collect();
    if !lines.is_empty() {
        anyhow::bail!("{}", lines.join("\n"));
    }
    topics.retain(|t| names.iter().any(|n| same(t, n)));
    Ok(topics)
}

fn no_topic(topics: &[Topic], name: &str) -> String {
    let known = topics.iter().map(|t| t.name.as_str());
    let hint = match nearest(name, known.clone()) {
        Some(near) => format!("did you mean {near:?}?"),
        None => format!(
            "the topics are {}",
            known
                .map(|n| format!("{n:?}"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    format!("there is no topic {name:?}\n  {hint}")
}
