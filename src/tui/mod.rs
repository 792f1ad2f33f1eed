//! The terminal: painting a session with a theme, reading keys, and what a session asks of the world.
//!
//! The only floor that knows ratatui and crossterm. It decides nothing.

mod background;
pub mod draw;
mod effects;
mod hangup;
mod input;
pub mod session;
mod state;
mod terminal;
pub mod theme;
mod watch;

pub use draw::draw;
pub use theme::Theme;
