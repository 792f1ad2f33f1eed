//! Which blocks of a page are its article: what both libraries take, less what the page itself calls
//! something else.

use super::block::Block;
use super::extract::Runs;
use crate::import::line::Kind;

/// What a library has to hold of a block for the block to count as taken: the share of its runs.
const TAKEN: f64 = 0.75;
/// The share of the smaller library's text that both must share, else they read different things.
const COMMON: f64 = 0.4;

/// Which blocks are the article's, one answer a block.
pub fn article(blocks: &[Block], first: &Runs, second: &Runs) -> Vec<bool> {
    let a: Vec<bool> = blocks
        .iter()
        .map(|b| first.share(&b.line.words) >= TAKEN)
        .collect();
    let b: Vec<bool> = blocks
        .iter()
        .map(|b| second.share(&b.line.words) >= TAKEN)
        .collect();
    let both: Vec<bool> = a.iter().zip(&b).map(|(a, b)| *a && *b).collect();
    let size = |taken: &[bool]| {
        blocks
            .iter()
            .zip(taken)
            .filter(|(_, t)| **t)
            .map(|(b, _)| b.line.words.len())
            .sum::<usize>()
    };
    let (size_a, size_b, size_both) = (size(&a), size(&b), size(&both));
    let differ = crate::import::line::ratio(size_both, size_a.min(size_b).max(1)) < COMMON;
    let mut taken = match differ {
        true if size_a > 0 => a,
        true => b,
        false => both,
    };
    for (taken, block) in taken.iter_mut().zip(blocks) {
        *taken &= !is_foreign(block);
    }
    let (first, last) = core(blocks, &taken);
    for (n, taken) in taken.iter_mut().enumerate() {
        *taken &= (first..last).contains(&n);
    }
    taken
}

/// Where the article's long blocks begin and end; a heading or short block right before belongs to it.
fn core(blocks: &[Block], taken: &[bool]) -> (usize, usize) {
    let long: Vec<usize> = (0..blocks.len())
        .filter(|n| taken[*n] && blocks[*n].line.words.len() >= LONG && blocks[*n].links < MOSTLY)
        .collect();
    let (Some(&first), Some(&last)) = (long.first(), long.last()) else {
        return (0, blocks.len());
    };
    let begins = (first.saturating_sub(4)..first)
        .find(|n| taken[*n] && blocks[*n].line.words.len() >= 3)
        .unwrap_or(first);
    let ends = (last + 1..blocks.len().min(last + 40))
        .take_while(|n| taken[*n] && blocks[*n].parent == blocks[last].parent)
        .last()
        .unwrap_or(last);
    (begins, ends + 1)
}

/// Words of a block that is surely text.
const LONG: usize = 9;
/// The share of links from which a block is a link and not a text with one.
const MOSTLY: f64 = 0.8;

/// Whether the page calls a block something else than the article.
fn is_foreign(block: &Block) -> bool {
    let is = |roles: &[&str]| roles.iter().any(|r| block.around.contains(r));
    let link = block.links > MOSTLY;
    let short = block.line.words.len() < LONG || !block.line.ends_sentence();
    is(&["comments", "form"]) && short
        || (link
            && is(&[
                "navigation",
                "footer",
                "share",
                "subscribe",
                "related",
                "aside",
                "advert",
                "meta",
                "notice",
                "author",
                "byline",
            ]))
        || (short && is(&["share", "footer", "caption", "notice", "label"]) && !is(&["table"]))
        || (is(&["caption"]) && !is(&["text"]))
        || (is(&["author", "share"]) && !matches!(block.line.kind, Kind::Heading(_)))
        || (link
            && block.line.words.len() >= 3
            && !block.line.ends_sentence()
            && matches!(block.tag.as_str(), "p" | "div" | "li" | "h3" | "h4"))
}
