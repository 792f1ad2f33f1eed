//! Findings as text and as JSON.
//!
//! Nothing is found here and nothing is hidden: what the comparison holds is written out.

pub mod json;
mod offset;
mod shape;
pub mod text;
mod wrap;
