//! `parallax man`: the manual page.

use clap::CommandFactory;
use std::process::ExitCode;

pub(super) fn run() -> anyhow::Result<ExitCode> {
    let mut page = Vec::new();
    clap_mangen::Man::new(super::Args::command()).render(&mut page)?;
    super::print(&page)?;
    Ok(ExitCode::SUCCESS)
}
