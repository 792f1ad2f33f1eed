//! Web pages: two libraries say what the article is, block by block; what the page itself calls
//! furniture goes, and then what the rules for scraped text know.

pub mod block;
pub mod extract;
mod facts;
pub mod lighten;
pub mod place;
mod vote;

use super::draft::Draft;
use super::scraped::{self, Role};
use super::tell;
use extract::Runs;

/// Reads a page. `address` is where it was got from, if known.
pub fn read(html: &str, address: Option<&str>, origin: &str) -> Draft {
    let light = lighten::lighten(html);
    let tree = scraper::Html::parse_document(&light);
    let facts = facts::read(&tree, address);
    let blocks = block::blocks(&tree);
    drop(tree);
    let first = Runs::of(&extract::trafilatura(&light).unwrap_or_default());
    let second = Runs::of(&extract::readability(&light).unwrap_or_default());
    let taken = vote::article(&blocks, &first, &second);
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
    Draft {
        source: facts.source.or(text.source),
        title: facts.title.or(text.title),
        byline: facts.byline.or(text.byline),
        published: facts.published.or(text.published),
        url: facts.url,
        credit: text.credit,
        language: facts.language,
        origin: origin.to_owned(),
        body: text.body,
        notes: Vec::new(),
    }
}
