//! Pages, feeds, addresses and scraped text become articles.
//!
//! Reading is apart from keeping: a reader of a format makes [`Draft`]s out of bytes and touches no
//! disk; [`store`] gives them names and writes them.

pub mod byline;
mod caption;
pub mod date;
pub mod draft;
pub mod furniture;
pub mod line;
pub mod outlet;
pub mod page;
mod phrase;
pub mod scraped;
pub mod store;
mod tell;
mod title;

pub use draft::Draft;
