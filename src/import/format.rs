//! What an input is, by what is in it; its name and its declared type only decide between texts.

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A web page.
    Page,
    /// RSS, Atom or a JSON feed.
    Feed,
    /// A mail, or a page saved as one (MHTML).
    Mail,
    /// A web archive, perhaps compressed.
    Warc,
    /// Something compressed with gzip.
    Gzip,
    /// Text with marks of Markdown, or an article file.
    Markdown,
    /// Plain text as scraped.
    Text,
}

/// What `bytes` are. `name` is a file name or address, `media` a type such as `text/html`. `None` for
/// what is no text at all.
pub fn of(bytes: &[u8], name: &str, media: Option<&str>) -> Option<Format> {
    let head = &bytes[..bytes.len().min(4_096)];
    if head.starts_with(&[0x1f, 0x8b]) {
        return Some(Format::Gzip);
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with("WARC/1.") || text.starts_with("WARC/0.") {
        return Some(Format::Warc);
    }
    let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    if head.contains(&0) && !wide {
        return None;
    }
    let name = name.split(['?', '#']).next().unwrap_or(name).to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|e| name.ends_with(e));
    let lower = text.to_lowercase();
    if is_feed(&lower, media) {
        return Some(Format::Feed);
    }
    if ends(&[".eml", ".mht", ".mhtml"]) || is_mail(text) {
        return Some(Format::Mail);
    }
    if is_page(&lower)
        || ends(&[".html", ".htm", ".xhtml"])
        || media.is_some_and(|m| m.contains("html"))
    {
        return Some(Format::Page);
    }
    if ends(&[".md", ".markdown"])
        || text.starts_with("+++\n")
        || media.is_some_and(|m| m.contains("markdown"))
    {
        return Some(Format::Markdown);
    }
    Some(Format::Text)
}

fn is_feed(lower: &str, media: Option<&str>) -> bool {
    let root = |name: &str| {
        lower
            .find(name)
            .is_some_and(|at| !lower[..at].contains("<html") && !lower[..at].contains("<body"))
    };
    let xml = lower.starts_with("<?xml")
        || lower.starts_with("<rss")
        || lower.starts_with("<feed")
        || lower.starts_with("<rdf")
        || lower.starts_with("<!--");
    let json = lower.starts_with('{') && lower.contains("jsonfeed.org/version");
    let typed =
        media.is_some_and(|m| m.contains("rss") || m.contains("atom") || m.contains("feed+json"));
    (xml && (root("<rss") || root("<feed") || root("<rdf:rdf")))
        || json
        || (typed && !lower.contains("<html"))
}

fn is_page(lower: &str) -> bool {
    let begins = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<meta",
        "<title",
    ]
    .iter()
    .any(|t| lower.starts_with(t));
    begins
        || ((lower.starts_with("<?xml")
            || lower.starts_with("<!--")
            || lower.starts_with("<!doctype"))
            && lower.contains("<html"))
}

/// Whether a text begins with the header lines of a mail.
fn is_mail(text: &str) -> bool {
    let headers = text
        .lines()
        .take_while(|l| !l.trim().is_empty())
        .filter_map(|l| l.split_once(':'));
    let known = headers.filter(|(name, _)| {
        [
            "from",
            "subject",
            "date",
            "mime-version",
            "content-type",
            "message-id",
            "received",
            "return-path",
            "delivered-to",
            "snapshot-content-location",
        ]
        .contains(&name.to_lowercase().as_str())
    });
    known.count() >= 3
}
