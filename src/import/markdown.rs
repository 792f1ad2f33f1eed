//! Markdown, and article files as parallax writes them.

use super::draft::Draft;
use super::line::{Kind, Line};
use super::{scraped, tell};
use crate::article::front_matter;

/// Reads a Markdown text. What its front matter says, holds.
pub fn read(text: &str, origin: &str) -> Draft {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let parts = front_matter::parts(&text);
    let fields = parts
        .toml
        .map(|toml| front_matter::read(origin, &text, toml).0)
        .unwrap_or_default();
    let ours = fields.origin.is_some() && parts.closed;
    let text = &text[parts.body];
    let mut found = if ours {
        Draft {
            body: text.trim().to_owned(),
            ..Draft::default()
        }
    } else {
        article(text, fields.title.as_deref())
    };
    found.source = fields.source.or(found.source);
    found.title = fields.title.or(found.title);
    found.byline = fields.byline.or(found.byline);
    found.published = fields.published.or(found.published);
    found.url = fields.url;
    found.language = fields.language;
    if !fields.credit.is_empty() {
        found.credit = fields.credit;
    }
    origin.clone_into(&mut found.origin);
    found
}

fn article(text: &str, title: Option<&str>) -> Draft {
    let lines = blocks(text);
    let heading = lines
        .iter()
        .find(|l| l.kind == Kind::Heading(1))
        .map(|l| l.text.clone());
    let title = title.map(str::to_owned).or(heading);
    tell::draft(&scraped::sort(lines, title.as_deref()))
}

/// The blocks of a Markdown text: headings, items, quotations, paragraphs.
pub fn blocks(text: &str) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut paragraph = String::new();
    let mut quote = false;
    let end = |paragraph: &mut String, quote: bool, found: &mut Vec<Line>| {
        let kind = if quote { Kind::Quote } else { Kind::Paragraph };
        let line = Line::of(&plain(paragraph), kind);
        if !line.text.is_empty() {
            found.push(line);
        }
        paragraph.clear();
    };
    for line in text.lines() {
        let quoted = line.trim_start().starts_with('>');
        let line = line.trim_start().trim_start_matches('>').trim();
        match own_kind(line) {
            Some((kind, rest)) => {
                end(&mut paragraph, quote, &mut found);
                found.push(Line::of(&plain(rest), kind));
            }
            None if line.is_empty() => end(&mut paragraph, quote, &mut found),
            None => {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line);
            }
        }
        quote = quoted;
    }
    end(&mut paragraph, quote, &mut found);
    found.retain(|l| !l.words.is_empty());
    found
}

/// The kind of a line that is a block of its own, and its text.
fn own_kind(line: &str) -> Option<(Kind, &str)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&level) && line[level..].starts_with(' ') {
        return Some((
            Kind::Heading(u8::try_from(level).unwrap_or(6)),
            line[level..].trim_matches(['#', ' ']),
        ));
    }
    if let Some(rest) = ["- ", "* ", "+ ", "• "]
        .iter()
        .find_map(|m| line.strip_prefix(m))
    {
        return Some((Kind::Item(None), rest));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix(". ")?;
    let number = line[..digits].parse().ok()?;
    (digits <= 3).then_some((Kind::Item(Some(number)), rest))
}

/// A text without its marks: links and pictures by their words, emphasis without stars.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let picture = rest[..at].ends_with('!');
        out.push_str(rest[..at].trim_end_matches(if picture { "!" } else { "" }));
        match link(&rest[at..]) {
            Some((words, length)) => {
                if !picture {
                    out.push_str(words);
                }
                rest = &rest[at + length..];
            }
            None => {
                out.push_str(if picture { "![" } else { "[" });
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    let out = out.replace("**", "").replace("__", "").replace('`', "");
    without_stars(&out)
}

/// `[words](address)`: the words and the length of the whole.
fn link(text: &str) -> Option<(&str, usize)> {
    let close = text.find("](")?;
    let end = close + text[close..].find(')')?;
    Some((&text[1..close], end + 1))
}

/// Stars and low lines that open or close a word are emphasis.
fn without_stars(text: &str) -> String {
    let parts = text.split(' ').map(|w| {
        w.trim_matches('*')
            .strip_prefix('_')
            .unwrap_or(w.trim_matches('*'))
    });
    let words: Vec<&str> = parts.map(|w| w.strip_suffix('_').unwrap_or(w)).collect();
    words.join(" ")
}
