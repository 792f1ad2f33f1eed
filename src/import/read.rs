//! Bytes of any known format become articles.

use super::draft::Draft;
use super::error::ImportError;
use super::format::{self, Format};
use super::{charset, feed, mail, markdown, page, scraped, warc};
use flate2::read::MultiGzDecoder;

/// The most bytes of an input, decompressed, that are read.
pub const LARGEST: usize = 64_000_000;

/// The most bytes of a plain text that are read.
pub const LONGEST_TEXT: usize = 20_000_000;

/// Where bytes come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// File name or address, as the article file will name it.
    pub name: String,
    /// The address, where it is known.
    pub address: Option<String>,
    /// What the server says that it is, such as `text/html`.
    pub media: Option<String>,
    /// The charset that the server declares.
    pub charset: Option<String>,
}

impl Origin {
    /// A file.
    pub fn of_file(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// A server's answer, with its `Content-Type`.
    pub fn of_answer(address: &str, media: Option<&str>) -> Self {
        let charset = media.and_then(|m| {
            m.to_lowercase()
                .split_once("charset=")
                .map(|(_, c)| c.trim_matches(['"', '\'', ' ', ';']).to_owned())
        });
        let media = media
            .and_then(|m| m.split(';').next())
            .map(|m| m.trim().to_lowercase());
        Self {
            name: address.to_owned(),
            address: Some(address.to_owned()),
            media,
            charset,
        }
    }
}

/// What was found in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An article.
    Article(Box<Draft>),
    /// An item of a feed that only points to its article.
    Link {
        /// Where the article is.
        address: String,
        /// Its headline, where the feed gives it.
        title: Option<String>,
    },
}

/// The articles in `bytes`.
///
/// # Errors
///
/// When they are no format that is known, or hold no article.
pub fn articles(bytes: &[u8], origin: &Origin) -> Result<Vec<Found>, ImportError> {
    if bytes.len() > LARGEST {
        return Err(ImportError::TooLarge {
            most: LARGEST / 1_000_000,
        });
    }
    let format =
        format::of(bytes, &origin.name, origin.media.as_deref()).ok_or(ImportError::Unknown)?;
    let found = match format {
        Format::Gzip => return inflated(bytes, origin),
        Format::Warc => return archive(bytes),
        Format::Feed => feed::read(bytes, origin.address.as_deref(), &origin.name)?,
        Format::Mail => vec![Found::Article(Box::new(mail::read(bytes, &origin.name)?))],
        Format::Page | Format::Markdown | Format::Text => {
            let text = charset::decode(bytes, origin.charset.as_deref());
            vec![Found::Article(Box::new(written(format, &text, origin)?))]
        }
    };
    filled(found)
}

fn written(format: Format, text: &str, origin: &Origin) -> Result<Draft, ImportError> {
    if format != Format::Page && text.len() > LONGEST_TEXT {
        return Err(ImportError::TooLarge {
            most: LONGEST_TEXT / 1_000_000,
        });
    }
    Ok(match format {
        Format::Page => page::read(text, origin.address.as_deref(), &origin.name)?,
        Format::Markdown => markdown::read(text, &origin.name),
        _ => scraped::read(text, &origin.name),
    })
}

fn filled(mut found: Vec<Found>) -> Result<Vec<Found>, ImportError> {
    found.retain(|f| !matches!(f, Found::Article(draft) if draft.body.trim().is_empty()));
    if found.is_empty() {
        Err(ImportError::Empty)
    } else {
        Ok(found)
    }
}

/// What is in a compressed file; compressed twice it is refused.
fn inflated(bytes: &[u8], origin: &Origin) -> Result<Vec<Found>, ImportError> {
    let inner = warc::limited(MultiGzDecoder::new(bytes))?;
    if inner.starts_with(&[0x1f, 0x8b]) {
        return Err(ImportError::Unknown);
    }
    let name = origin
        .name
        .strip_suffix(".gz")
        .unwrap_or(&origin.name)
        .to_owned();
    let named = Origin {
        name,
        ..origin.clone()
    };
    let mut found = articles(&inner, &named)?;
    for item in &mut found {
        if let Found::Article(draft) = item
            && draft.origin == named.name
        {
            draft.origin.clone_from(&origin.name);
        }
    }
    Ok(found)
}

/// The articles of an archive; its pages without one are left out.
fn archive(bytes: &[u8]) -> Result<Vec<Found>, ImportError> {
    let pages = warc::pages(bytes)?;
    let read = |page: &warc::Page| match format::of(
        &page.bytes,
        &page.origin.name,
        page.origin.media.as_deref(),
    ) {
        Some(Format::Page | Format::Text | Format::Feed) => {
            articles(&page.bytes, &page.origin).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    filled(pages.iter().flat_map(read).collect())
}
