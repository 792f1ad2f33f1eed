//! Runs the command, tells the error, gives the exit status.

use clap::Parser;
use parallax::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(cli::Args::parse()) {
        Ok(code) => code,
        Err(error) => {
            cli::tell_error(&error);
            ExitCode::from(2)
        }
    }
}
