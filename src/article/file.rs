//! The bytes of one file become an article.

use super::Article;
use super::front_matter::{self, FrontMatter};
use crate::problem::Problem;

/// What an article is called before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Names {
    /// See [`Article::id`].
    pub id: String,
    /// See [`Article::file`].
    pub file: String,
    /// What problems call the file: a path that can be opened from where the user stands.
    pub shown: String,
}

/// Reads an article from the bytes of its file. It cannot fail: what is wrong comes back beside it.
///
/// Bytes that are not UTF-8 become `U+FFFD`, a byte order mark is taken away, every line end becomes
/// one line feed.
pub fn read(names: &Names, bytes: Vec<u8>) -> (Article, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut text = decode(&names.shown, bytes, &mut problems);
    let parts = front_matter::parts(&text);
    let mut fields = FrontMatter::default();
    if let Some(toml) = parts.toml {
        if !parts.closed {
            problems.push(
                Problem::error(&names.shown, "the front matter that begins here is not closed")
                    .at(&text, 0)
                    .hint("write a line +++ after its last field; until then it ends at the first blank line"),
            );
        }
        let (found, wrong) = front_matter::read(&names.shown, &text, toml);
        fields = found;
        problems.extend(wrong);
    }
    let (start, end) = without_blank_lines(&text, parts.body.start);
    let body_line = text[..start].matches('\n').count() + 1;
    text.truncate(end);
    text.drain(..start);
    if text.is_empty() {
        problems.push(
            Problem::warning(&names.shown, "the article is empty")
                .hint("write its text below the front matter, or delete the file"),
        );
    }
    (article(names, fields, text, body_line), problems)
}

fn article(names: &Names, fields: FrontMatter, body: String, body_line: usize) -> Article {
    let name = file_name(&names.file);
    let first = body.lines().next().unwrap_or("").trim();
    Article {
        id: names.id.clone(),
        file: names.file.clone(),
        origin: fields.origin,
        source: fields.source.unwrap_or_else(|| name.to_owned()),
        title: fields.title.unwrap_or_else(|| match first {
            "" => name.to_owned(),
            first => first.to_owned(),
        }),
        byline: fields.byline,
        published: fields.published,
        url: fields.url,
        credit: fields.credit,
        language: fields.language,
        body,
        body_line,
    }
}

/// A path's last part without its extension.
fn file_name(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// The part of `text` from `from` on without the blank lines around it, in bytes.
fn without_blank_lines(text: &str, from: usize) -> (usize, usize) {
    let body = &text[from..];
    let end = from + body.trim_end().len();
    let lead = body.len() - body.trim_start().len();
    let start = from + body[..lead].rfind('\n').map_or(0, |n| n + 1);
    if start >= end {
        return (end, end);
    }
    let rest = text[end..].find('\n').map_or(text.len(), |n| end + n);
    (start, rest)
}

/// Bytes as text; see [`read`].
pub(crate) fn decode(shown: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> String {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => lossy(shown, error, problems),
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn lossy(shown: &str, error: std::string::FromUtf8Error, problems: &mut Vec<Problem>) -> String {
    let bytes = error.as_bytes();
    if let Some(encoding) = wide(bytes) {
        let (text, _, _) = encoding.decode(bytes);
        let message = format!("this is {}, not UTF-8", encoding.name());
        problems.push(Problem::warning(shown, message).hint("save the file as UTF-8"));
        return text.into_owned();
    }
    let at = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(bytes).into_owned();
    problems.push(
        Problem::warning(
            shown,
            "this is not UTF-8; what could not be read is shown as \u{fffd}",
        )
        .at(&text, at)
        .hint("save the file as UTF-8"),
    );
    text
}

/// UTF-16 by its byte order mark.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => Some(encoding_rs::UTF_16LE),
        [0xfe, 0xff, ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}
