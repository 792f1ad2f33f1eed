//! What import makes of what people bring.

mod scraped;
mod word_lists;
