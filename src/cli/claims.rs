//! `parallax claims`: what each sentence of an article claims.

use super::{Format, collection};
use crate::analysis::analyse;
use crate::article;
use crate::article::collection::read_config;
use crate::report::json;
use rayon::prelude::*;
use std::path::PathBuf;
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
    let entities = match &args.config {
        Some(path) => {
            let (config, problems) = read_config(path)?;
            collection::tell(&problems);
            config.entities
        }
        None => Vec::new(),
    };
    let found = article::collection::load(&args.files)?;
    collection::tell(&found.problems);
    let analyses: Vec<_> = found
        .articles
        .par_iter()
        .map(|a| analyse(a, &entities))
        .collect();
    let mut out = Vec::new();
    match args.format {
        Format::Json => json::claims(&mut out, found.articles.iter().zip(&analyses))?,
        Format::Text => anyhow::bail!("not built yet"),
    }
    super::print(&out)?;
    Ok(ExitCode::SUCCESS)
}
