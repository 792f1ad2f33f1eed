//! `parallax init`: starts a collection. Nothing that exists is overwritten.

use super::output;
use anyhow::Context;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The folder
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

/// The configuration that a collection starts with.
const CONFIG: &str = include_str!("init.toml");

pub(super) fn run(args: &InitArgs) -> anyhow::Result<ExitCode> {
    let config = args.dir.join("config.toml");
    output::must_be_new(Some(&config))?;
    let articles = args.dir.join("articles");
    std::fs::create_dir_all(&articles)
        .with_context(|| format!("the folder {} cannot be made", articles.display()))?;
    output::to_file(&config, |out| out.write_all(CONFIG.as_bytes()))
        .with_context(|| format!("{} was not written", config.display()))?;
    super::print(
        format!(
            "{} and {} are made.\n\
             Put articles into the folder, or bring them: parallax import INPUT… --into {}\n\
             Then write your topics into the configuration, and read: parallax {}\n",
            config.display(),
            articles.display(),
            articles.display(),
            args.dir.display(),
        )
        .as_bytes(),
    )?;
    Ok(ExitCode::SUCCESS)
}
