//! Pages, feeds, addresses, mails, archives and scraped text become articles.
//!
//! Reading is apart from keeping: a reader of a format makes [`Draft`]s out of bytes and touches no
//! disk ([`read`]); [`fetch`] asks servers; [`store`] gives drafts names and writes them.

pub mod byline;
mod caption;
pub mod charset;
pub mod date;
pub mod draft;
pub mod error;
pub mod feed;
pub mod fetch;
pub mod format;
pub mod furniture;
pub mod line;
pub mod mail;
pub mod markdown;
pub mod outlet;
pub mod page;
mod phrase;
pub mod read;
pub mod scraped;
pub mod sources;
pub mod store;
mod tell;
mod title;
pub mod warc;

pub use draft::Draft;
pub use error::ImportError;
