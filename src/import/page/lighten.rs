//! A page made lighter before it is parsed: without scripts, styles, comments and pictures written
//! into it, and with its nesting bounded, so that no tree gets deeper than parsers and extractors bear.
//!
//! One pass over the bytes, which knows tags and nothing else.

use memchr::memchr;
use memchr::memmem;

/// How deep elements may lie in one another. Tags beyond it are left out; their text stays.
const DEEPEST: usize = 400;
/// The longest attribute list that is kept, in bytes; longer ones hold pictures or data.
const LONGEST_TAG: usize = 4_000;

/// How many elements a page may have before all but its paragraphs are left out; their text stays.
const MOST: usize = 60_000;

/// Elements whose content is never text of the page.
const DROPPED: &[&str] = &[
    "script", "style", "svg", "template", "iframe", "object", "canvas", "select", "datalist",
];
/// Elements that end themselves, or that parsers end for their writers.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option", "html", "body", "head",
    "tbody", "thead",
];

/// The page without what no reader sees.
pub fn lighten(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut depth = 0_usize;
    let mut tags = 0_usize;
    let mut at = 0;
    while let Some(open) = memchr(b'<', &html.as_bytes()[at..]).map(|o| at + o) {
        out.push_str(&html[at..open]);
        let rest = &html[open..];
        tags += 1;
        if tags > 2 * MOST && !is_paragraph(rest) {
            at = open
                + if rest.starts_with("<!--") {
                    comment(rest)
                } else {
                    tag(rest, &mut String::new(), &mut depth)
                };
            out.push(' ');
            continue;
        }
        at = open
            + if rest.starts_with("<!--") {
                comment(rest)
            } else {
                tag(rest, &mut out, &mut depth)
            };
    }
    out.push_str(&html[at..]);
    out
}

fn is_paragraph(rest: &str) -> bool {
    ["<p>", "<p ", "</p>", "<P>", "</P>"]
        .iter()
        .any(|t| rest.starts_with(t))
}

fn comment(rest: &str) -> usize {
    memmem::find(rest.as_bytes(), b"-->").map_or(rest.len(), |n| n + 3)
}

/// Reads the tag at the beginning of `rest`, writes what stays of it, and says how many bytes it took.
fn tag(rest: &str, out: &mut String, depth: &mut usize) -> usize {
    let closing = rest[1..].starts_with('/');
    let name_at = 1 + usize::from(closing);
    let name = name(&rest[name_at..]);
    if name.is_empty() && !rest.starts_with("<!") && !closing {
        out.push_str("&lt;");
        return 1;
    }
    let end = tag_end(rest);
    let whole = &rest[..end];
    let is = |list: &[&str]| list.iter().any(|n| name.eq_ignore_ascii_case(n));
    if closing {
        let kept = is(FLAT) || *depth <= DEEPEST;
        if !is(FLAT) {
            *depth = depth.saturating_sub(1);
        }
        if kept {
            out.push_str(whole);
        }
        return end;
    }
    if is(DROPPED) && !whole.contains("ld+json") {
        return dropped(rest, name, end, whole);
    }
    if whole.contains("ld+json") {
        let all = dropped(rest, name, end, "");
        out.push_str(&rest[..all]);
        return all;
    }
    if !is(FLAT) && !whole.ends_with("/>") {
        *depth += 1;
        if *depth > DEEPEST {
            return end;
        }
    }
    match whole.len() > LONGEST_TAG {
        true => out.push_str(&format!("<{name}>")),
        false => out.push_str(whole),
    }
    end
}

/// Where an element that is left out ends.
fn dropped(rest: &str, name: &str, end: usize, whole: &str) -> usize {
    if whole.ends_with("/>") {
        return end;
    }
    let mut at = end;
    while let Some(close) = memmem::find(&rest.as_bytes()[at..], b"</").map(|n| at + n) {
        let tail = &rest.as_bytes()[close + 2..];
        if tail.len() >= name.len() && tail[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return memchr(b'>', &rest.as_bytes()[close..]).map_or(rest.len(), |n| close + n + 1);
        }
        at = close + 2;
    }
    rest.len()
}

fn name(text: &str) -> &str {
    let end = text
        .bytes()
        .position(|b| !b.is_ascii_alphanumeric() && b != b'-' && b != b':')
        .unwrap_or(text.len());
    &text[..end]
}

/// One past the `>` of a tag; quotation marks may hold one that does not count.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if rest.as_bytes()[at - 1] == b'=' => quote = Some(byte),
            (Some(q), b) if q == b => quote = None,
            _ => {}
        }
    }
    memchr(b'>', rest.as_bytes()).map_or(rest.len(), |n| n + 1)
}
