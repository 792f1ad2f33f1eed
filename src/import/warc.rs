//! Web archives (WARC 1.0 and 1.1, ISO 28500): the pages among the answers that they keep.

use super::error::ImportError;
use super::read::{LARGEST, Origin};
use flate2::read::{DeflateDecoder, GzDecoder};
use memchr::memmem;
use std::io::Read;

/// A page in an archive.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its content, decompressed.
    pub bytes: Vec<u8>,
    /// Where it was got from, and what the server said of it.
    pub origin: Origin,
}

/// The answers in an archive that are pages, in order.
///
/// # Errors
///
/// When no record can be read.
pub fn pages(bytes: &[u8]) -> Result<Vec<Page>, ImportError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(&bytes[at..], b"WARC/").map(|n| at + n) {
        let Some((header, body)) = block(&bytes[start..]) else {
            break;
        };
        let length = field(&header, "content-length")
            .and_then(|l| l.parse::<usize>().ok())
            .unwrap_or(0);
        let content = &body[..length.min(body.len())];
        if field(&header, "warc-type").is_some_and(|t| t.eq_ignore_ascii_case("response")) {
            found.extend(answer(&header, content));
        }
        at = (bytes.len() - body.len() + content.len()).max(start + 5);
    }
    if found.is_empty() && at == 0 {
        return Err(ImportError::Broken {
            what: "web archive",
            why: "it has no record".to_owned(),
        });
    }
    Ok(found)
}

/// A header's lines and what follows them.
fn block(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (end, gap) = match (
        memmem::find(bytes, b"\r\n\r\n"),
        memmem::find(bytes, b"\n\n"),
    ) {
        (Some(a), Some(b)) if b < a => (b, 2),
        (Some(a), _) => (a, 4),
        (None, Some(b)) => (b, 2),
        (None, None) => return None,
    };
    Some((
        String::from_utf8_lossy(&bytes[..end]).into_owned(),
        &bytes[end + gap..],
    ))
}

fn field<'h>(header: &'h str, name: &str) -> Option<&'h str> {
    let mut fields = header.lines().filter_map(|l| l.split_once(':'));
    fields
        .find(|(n, _)| n.trim().eq_ignore_ascii_case(name))
        .map(|(_, v)| v.trim())
}

fn answer(record: &str, content: &[u8]) -> Option<Page> {
    let (http, body) = block(content)?;
    let status = http.split_whitespace().nth(1)?;
    let media = field(&http, "content-type")
        .unwrap_or("text/html")
        .to_lowercase();
    if status != "200"
        || !(media.contains("html") || media.contains("rss") || media.contains("atom"))
    {
        return None;
    }
    let chunked =
        field(&http, "transfer-encoding").is_some_and(|t| t.eq_ignore_ascii_case("chunked"));
    let body = if chunked {
        unchunked(body)
    } else {
        body.to_vec()
    };
    let body = match field(&http, "content-encoding")
        .map(str::to_lowercase)
        .as_deref()
    {
        Some("gzip" | "x-gzip") => limited(GzDecoder::new(body.as_slice())).ok()?,
        Some("deflate") => limited(DeflateDecoder::new(body.as_slice())).ok()?,
        _ => body,
    };
    let address = field(record, "warc-target-uri")?
        .trim_matches(['<', '>'])
        .to_owned();
    Some(Page {
        bytes: body,
        origin: Origin::of_answer(&address, Some(&media)),
    })
}

/// A body that was sent in pieces; one that was not, though its header says so, is kept as it is.
fn unchunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = body;
    while let Some(end) = memmem::find(rest, b"\r\n") {
        let size = String::from_utf8_lossy(&rest[..end]);
        let Ok(size) = usize::from_str_radix(size.split(';').next().unwrap_or("").trim(), 16)
        else {
            return if out.is_empty() { body.to_vec() } else { out };
        };
        let piece = &rest[end + 2..];
        if size == 0 || size > piece.len() {
            out.extend_from_slice(&piece[..size.min(piece.len())]);
            break;
        }
        out.extend_from_slice(&piece[..size]);
        rest = piece[size..]
            .strip_prefix(b"\r\n")
            .unwrap_or(&piece[size..]);
    }
    out
}

/// Everything that a reader gives, as long as it is not too much.
///
/// # Errors
///
/// When it is more than [`LARGEST`], or cannot be read.
pub fn limited(reader: impl Read) -> Result<Vec<u8>, ImportError> {
    let mut out = Vec::new();
    reader.take(LARGEST as u64 + 1).read_to_end(&mut out)?;
    if out.len() > LARGEST {
        return Err(ImportError::TooLarge {
            most: LARGEST / 1_000_000,
        });
    }
    Ok(out)
}
