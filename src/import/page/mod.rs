//! Web pages: two libraries say what the article is, block by block; what the page itself calls
//! furniture goes, and then what the rules for scraped text know.

pub mod block;
pub mod extract;
mod facts;
pub mod lighten;
pub mod place;
mod vote;

use super::draft::Draft;
use super::error::ImportError;
use super::outlet;
use super::scraped::{self, Role};
use super::tell;
use extract::Runs;
pub use facts::{host, joined, plain};

/// Reads a page. `address` is where it was got from, if known.
///
/// # Errors
///
/// When it is too large.
pub fn read(html: &str, address: Option<&str>, origin: &str) -> Result<Draft, ImportError> {
    let light = lighten::lighten(html);
    if light.len() > LARGEST {
        return Err(ImportError::TooLarge {
            most: LARGEST / 1_000_000,
        });
    }
    let tree = scraper::Html::parse_document(&light);
    let facts = facts::read(&tree, address);
    let blocks = block::blocks(&tree);
    drop(tree);
    let first = Runs::of(&extract::trafilatura(&light).unwrap_or_default());
    let second = Runs::of(&extract::readability(&light).unwrap_or_default());
    let taken = vote::article(&blocks, &first, &second);
    let around = around(&blocks, &taken);
    let lines = blocks
        .into_iter()
        .zip(taken)
        .filter(|(_, t)| *t)
        .map(|(b, _)| b.line)
        .collect();
    let mut sorted = scraped::sort_page(lines, facts.title.as_deref());
    for (line, role) in sorted.lines.iter().zip(&mut sorted.roles) {
        let repeats = facts
            .other_titles
            .iter()
            .any(|t| super::line::words(t) == line.words);
        if repeats && *role == Role::Article {
            *role = Role::Title;
        }
    }
    let text = tell::draft(&sorted);
    let source = facts.source.or(text.source);
    let writer = facts
        .byline
        .or(text.byline)
        .filter(|b| !is_outlet(b, source.as_deref()));
    let mut credit = text.credit;
    let agency = writer
        .as_deref()
        .and_then(outlet::known)
        .filter(|o| o.agency)
        .map(|o| o.name.clone());
    credit.extend(agency.filter(|a| !credit.contains(a)));
    Ok(Draft {
        source,
        title: facts.title.or(text.title),
        byline: writer,
        published: facts.published.or(text.published),
        url: facts.url,
        credit,
        language: facts.language,
        origin: origin.to_owned(),
        body: text.body,
        around,
        notes: Vec::new(),
    })
}

/// Whether a byline only repeats the outlet.
fn is_outlet(name: &str, source: Option<&str>) -> bool {
    source.is_some_and(|s| {
        outlet::key(s) == outlet::key(name) || outlet::known(name).is_some_and(|o| o.name == s)
    })
}

/// The most bytes of a page without scripts and styles that are read; no article comes near it.
pub const LARGEST: usize = 8_000_000;
/// Words around the text by which an outlet may be known: a block has no more in its footer.
const FEW: usize = 40;

/// The short blocks that are not the article.
fn around(blocks: &[block::Block], taken: &[bool]) -> String {
    let others = blocks
        .iter()
        .zip(taken)
        .filter(|(b, t)| !**t && b.line.words.len() <= FEW);
    others
        .map(|(b, _)| b.line.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Reads a piece of a page that is an article already, such as an item of a feed.
pub fn read_fragment(html: &str, title: Option<&str>) -> Draft {
    let tree = scraper::Html::parse_fragment(&lighten::lighten(html));
    let lines = block::blocks(&tree).into_iter().map(|b| b.line).collect();
    tell::draft(&scraped::sort_page(lines, title))
}
