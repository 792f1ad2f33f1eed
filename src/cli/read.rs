//! `parallax [PATH]…`: opens the reader; into a pipe it prints what `compare` prints.

use super::CollectionArgs;
use crate::tui::session;
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Default, clap::Args)]
pub(super) struct ReadArgs {
    #[command(flatten)]
    collection: CollectionArgs,
}

pub(super) fn run(args: &ReadArgs) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not built yet: {:?}", args.collection.paths)
}
