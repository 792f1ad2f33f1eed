//! Strings become sentences and tokens. Knows no news.

pub mod lexicon;
mod paragraph;
pub mod sentence;
mod span;
pub mod spelling;
pub mod stem;
pub mod token;

pub use paragraph::paragraphs;
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use stem::Stem;
pub use token::{Token, TokenKind, tokens};
