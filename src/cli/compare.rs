//! `parallax compare`: compares without a screen.

use super::{CollectionArgs, Format};
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
    anyhow::bail!("not built yet: {args:?}")
}
