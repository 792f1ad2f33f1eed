//! `parallax claims`: what each sentence of an article claims.

use super::Format;
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
    anyhow::bail!("not built yet: {args:?}")
}
