//! Why an input could not become an article.

/// Why an input could not become an article. Every message says what the reader can do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It cannot be opened or read.
    #[error("it cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// It is larger than any page.
    #[error("it is larger than {most} MB, the most that is read")]
    TooLarge {
        /// Megabytes.
        most: usize,
    },
    /// It is neither text nor a format that is known.
    #[error("it is neither text nor a page, feed, mail or web archive")]
    Unknown,
    /// It has no text that could be an article.
    #[error("no article text was found in it")]
    Empty,
    /// A feed, mail or archive that is broken.
    #[error("it is no {what} that can be read: {why}")]
    Broken {
        /// What it should be.
        what: &'static str,
        /// What its reader says.
        why: String,
    },
    /// An address that is none.
    #[error("{0} is no http or https address")]
    Address(String),
    /// What the server answered.
    #[error("the server answered {0}")]
    Status(u16),
    /// The connection failed, or took too long.
    #[error("{0}")]
    Connection(String),
    /// The program was built without a network.
    #[error("this parallax was built without the feature http: save the page and import the file")]
    NoHttp,
}
