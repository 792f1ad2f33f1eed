//! `parallax import`: makes article files out of pages, feeds, text and addresses.

use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// Files, folders, addresses, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    /// Folder for the article files
    #[arg(long, value_name = "DIR", default_value = "articles")]
    into: PathBuf,
    /// The outlet, where the text does not say
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The day of publication, where the text does not say
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
}

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not built yet: {args:?}")
}
