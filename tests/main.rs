//! What a reader relies on, in one test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod cases;
mod command_line;
mod config;
mod import;
mod lexicons;
mod open_topics;
mod readme;
mod screens;
mod terminal;
