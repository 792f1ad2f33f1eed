//! What a reader relies on, in one test binary.

mod architecture;
mod cases;
mod command_line;
mod config;
mod import;
mod lexicons;
mod screens;
mod terminal;
