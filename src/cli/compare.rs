//! `parallax compare`: compares without a screen.

use super::{CollectionArgs, Format, collection};
use crate::comparison;
use crate::report::json;
use std::path::PathBuf;
use std::process::ExitCode;

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

pub(super) fn run(args: &CompareArgs) -> anyhow::Result<ExitCode> {
    let found = collection::open(&args.collection)?;
    collection::tell(&found.problems);
    if found.config_is_broken() {
        anyhow::bail!("nothing was compared, for the configuration has errors");
    }
    let comparison = comparison::compare(&found.articles, &found.config);
    let mut out = Vec::new();
    match args.format {
        Format::Json => json::comparison(&mut out, &found.title, &found.articles, &comparison)?,
        Format::Text => anyhow::bail!("not built yet"),
    }
    super::print(&out)?;
    Ok(ExitCode::SUCCESS)
}
