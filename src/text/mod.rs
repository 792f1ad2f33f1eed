//! Strings become sentences and tokens. Knows no news.

pub mod date;
pub mod lexicon;
pub mod number;
mod paragraph;
pub mod sentence;
mod span;
pub mod spelling;
pub mod stem;
pub mod token;
pub mod visible;

pub use number::{Number, Role, numbers};
pub use paragraph::paragraphs;
pub use sentence::{Sentence, sentences};
pub use span::Span;
pub use stem::Stem;
pub use token::{Token, TokenKind, tokens};
