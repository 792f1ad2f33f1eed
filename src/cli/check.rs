//! `parallax check`: reports every problem of the config and the articles.
//!
//! The problems are its result and go to standard output. The status is 2 when there is an error, 0
//! when there are warnings only.

use super::{CollectionArgs, collection, output};
use crate::article::Collection;
use crate::problem::Problem;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    collection: CollectionArgs,
}

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let found = collection::open(&args.collection)?;
    let problems = &found.problems;
    output::write(None, |out| {
        for problem in problems {
            writeln!(out, "{problem}")?;
        }
        writeln!(out, "{}", summary(&found))
    })?;
    let bad = problems.iter().any(Problem::is_error);
    Ok(ExitCode::from(if bad { 2 } else { 0 }))
}

/// What was read and what was wrong, in a line.
fn summary(found: &Collection) -> String {
    let config = &found.config;
    let read = [
        counted(found.articles.len(), "article", "articles"),
        counted(config.topics.len(), "topic", "topics"),
        counted(config.entities.len(), "entity", "entities"),
        counted(config.sources.len(), "source", "sources"),
    ]
    .join(", ");
    match found.problems.as_slice() {
        [] => format!("{read}: no problems"),
        problems => format!("{read}: {}", collection::count(problems)),
    }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
