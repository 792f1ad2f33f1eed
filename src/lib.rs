//! parallax lays several outlets' articles about one event side by side and marks where they agree
//! and where they conflict.
//!
//! The modules stand in floor order: each uses only those above it in this list, and a test holds
//! that. ARCHITECTURE.md is the map.

pub mod text;
pub mod problem;
pub mod config;
pub mod article;
pub mod import;
pub mod analysis;
pub mod comparison;
pub mod report;
pub mod page;
pub mod reader;
pub mod tui;
pub mod cli;
