//! `parallax claims`: what each sentence of an article claims.

use super::{Format, collection, output, progress};
use crate::analysis::analyse;
use crate::article;
use crate::article::collection::read_config;
use crate::config::Entity;
use crate::problem::Problem;
use crate::report::{json, text};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct ClaimsArgs {
    /// Article files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A config file whose entities to use
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &ClaimsArgs) -> anyhow::Result<ExitCode> {
    let entities = entities(args.config.as_deref())?;
    let found = article::collection::load_files(&args.files)?;
    collection::tell(&found.problems);
    let articles = &found.articles;
    let analyses: Vec<_> = progress::during("reading", None, || {
        articles.par_iter().map(|a| analyse(a, &entities)).collect()
    });
    let analysed = articles.iter().zip(&analyses);
    output::write(None, |out| match args.format {
        Format::Json => json::claims(out, analysed),
        Format::Text => text::claims(out, output::width(), analysed),
    })?;
    let unread = articles.is_empty() && !found.problems.is_empty();
    Ok(ExitCode::from(if unread { 2 } else { 0 }))
}

/// The entities of a configuration, where one was named.
fn entities(config: Option<&Path>) -> anyhow::Result<Vec<Entity>> {
    let Some(path) = config else {
        return Ok(Vec::new());
    };
    let (config, problems) = read_config(path)?;
    collection::tell(&problems);
    if problems.iter().any(Problem::is_error) {
        anyhow::bail!(
            "nothing was read, for the configuration has mistakes: {}",
            collection::count(&problems)
        );
    }
    Ok(config.entities)
}
