//! The command line: one small file a command.

use crate::text::visible::visible;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

mod check;
mod claims;
mod collection;
mod compare;
mod completions;
mod import;
mod init;
mod man;
mod output;
mod progress;
mod read;

/// Reads several outlets' articles about one event side by side and marks, for the topic you choose,
/// the passages where they agree and where they conflict.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::ReadArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compares the articles and prints what was found
    Compare(compare::CompareArgs),
    /// Prints what each sentence of an article claims
    Claims(claims::ClaimsArgs),
    /// Makes article files out of pages, feeds, text and addresses
    Import(import::ImportArgs),
    /// Reports every problem of the configuration and the articles
    Check(check::CheckArgs),
    /// Starts a collection
    Init(init::InitArgs),
    /// Prints a completion script for a shell
    Completions(completions::CompletionsArgs),
    /// Prints the manual page
    Man,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Runs a command and says how it ended.
///
/// # Errors
///
/// When it could not be done; the exit status is then 2.
pub fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.command {
        None => read::run(&args.read),
        Some(Command::Compare(args)) => compare::run(&args),
        Some(Command::Claims(args)) => claims::run(&args),
        Some(Command::Import(args)) => import::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Init(args)) => init::run(&args),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man) => man::run(),
    }
}

/// Where a collection is: a config file, a folder, or articles. Shared by the commands that read one.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct CollectionArgs {
    /// A config file, a folder with a config.toml, or folders and files of articles
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// Tells on standard error why a command could not be done.
pub fn tell_error(error: &anyhow::Error) {
    let told = format!("parallax: {error:#}");
    for line in told.lines() {
        warn(&visible(line));
    }
}

/// Writes results to standard output. A reader who closes the pipe early is no error.
fn print(bytes: &[u8]) -> anyhow::Result<()> {
    output::write(None, |out| out.write_all(bytes))
}

/// Tells something on standard error; that nobody reads it is no error.
fn warn(what: &dyn std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{what}");
}
