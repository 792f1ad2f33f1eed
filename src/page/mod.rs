//! What is shown where, in words and roles. No colours, no keys, no state.
//!
//! Everything here is computed from articles, a comparison and a size; the reader keeps the results
//! and the terminal floor paints them.

pub mod columns;
pub mod findings;
pub mod glyph;
pub mod grid;
pub mod line;
pub mod marks;
pub mod sheet;
pub mod strip;
pub mod topics;
pub mod why;
pub mod words;
pub mod wrap;
pub mod head;
pub mod text_row;
pub mod timeline;
