//! RSS, Atom and JSON feeds: an article an item, where the item holds the text.

use super::draft::Draft;
use super::error::ImportError;
use super::read::Found;
use super::{outlet, page};
use crate::article::Published;
use feed_rs::model::{Entry, Feed, Link};

/// Words from which an item's text is an article and not a teaser.
const ARTICLE: usize = 90;

/// Reads a feed.
///
/// # Errors
///
/// When it is none.
pub fn read(bytes: &[u8], address: Option<&str>, origin: &str) -> Result<Vec<Found>, ImportError> {
    let parser = feed_rs::parser::Builder::new()
        .base_uri(address)
        .sanitize_content(false)
        .build();
    let feed = parser.parse(bytes).map_err(|e| ImportError::Broken {
        what: "feed",
        why: e.to_string(),
    })?;
    Ok(feed
        .entries
        .iter()
        .map(|entry| item(&feed, entry, origin))
        .collect())
}

fn item(feed: &Feed, entry: &Entry, origin: &str) -> Found {
    let url = main_link(&entry.links);
    let title = entry
        .title
        .as_ref()
        .map(|t| page::plain(&t.content))
        .filter(|t| !t.is_empty());
    let html = entry
        .content
        .as_ref()
        .and_then(|c| c.body.clone())
        .filter(|b| !b.trim().is_empty());
    let html = html
        .or_else(|| entry.summary.as_ref().map(|s| s.content.clone()))
        .unwrap_or_default();
    let text = page::read_fragment(&html, title.as_deref());
    if super::line::words(&text.body).len() < ARTICLE
        && let Some(address) = url
    {
        return Found::Link { address, title };
    }
    let site = feed
        .title
        .as_ref()
        .map(|t| page::plain(&t.content))
        .filter(|t| !t.is_empty());
    let known = url
        .as_deref()
        .and_then(page::host)
        .and_then(|h| outlet::of_host(&h).map(|o| o.name.clone()));
    let names: Vec<String> = entry
        .authors
        .iter()
        .chain(&feed.authors)
        .filter_map(|p| p.name.as_deref().map(|n| n.trim().to_owned()))
        .filter(|n| !n.is_empty() && !n.contains('@'))
        .take(4)
        .collect();
    Found::Article(Box::new(Draft {
        source: known
            .or_else(|| site.as_deref().map(without_section))
            .or(text.source),
        title: title.or(text.title),
        byline: (!names.is_empty())
            .then(|| page::joined(&names))
            .or(text.byline),
        published: entry
            .published
            .or(entry.updated)
            .and_then(|d| published(d.timestamp())),
        origin: url.clone().unwrap_or_else(|| origin.to_owned()),
        url,
        credit: text.credit,
        language: entry.language.clone().or_else(|| feed.language.clone()),
        body: text.body,
        around: text.around,
        notes: Vec::new(),
    }))
}

fn main_link(links: &[Link]) -> Option<String> {
    let page = |l: &&Link| l.rel.as_deref().is_none_or(|r| r == "alternate");
    let link = links.iter().find(page).or_else(|| links.first())?;
    link.href.starts_with("http").then(|| link.href.clone())
}

/// A feed's title without the section behind it: "Orla Courier - World".
fn without_section(title: &str) -> String {
    let name = [" | ", " - ", " – ", " — ", ": ", " » "]
        .iter()
        .find_map(|b| title.split_once(b))
        .map_or(title, |(name, _)| name);
    outlet::proper(name)
}

/// A moment as feeds give it, in UTC.
pub fn published(seconds: i64) -> Option<Published> {
    let moment = jiff::Timestamp::from_second(seconds)
        .ok()?
        .to_zoned(jiff::tz::TimeZone::UTC);
    let time = moment.time();
    let time = jiff::civil::Time::new(time.hour(), time.minute(), time.second(), 0).ok();
    Some(Published {
        date: moment.date(),
        time,
        offset: Some(0),
    })
}
