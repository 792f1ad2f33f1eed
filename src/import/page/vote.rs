//! Which blocks of a page are its article: what both libraries take, less what the page itself calls
//! something else.

use super::block::Block;
use super::extract::Runs;
use crate::import::line::{Kind, ratio};
use rustc_hash::FxHashMap;

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
    let differ = ratio(size_both, size_a.min(size_b).max(1)) < COMMON;
    let mut taken = match differ {
        true if size_a > 0 => a,
        true => b,
        false => both,
    };
    let calls = Calls::of(blocks, &taken);
    for (taken, block) in taken.iter_mut().zip(blocks) {
        *taken &= !calls.foreign(block);
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
    (begins, end(blocks, taken, last) + 1)
}

/// Words of a block that is surely text.
const LONG: usize = 9;
/// The share of links from which a block is a link and not a text with one.
const MOSTLY: f64 = 0.8;

/// The last block that belongs to the text which ends with the long block `last`: short blocks follow
/// it without a gap.
fn end(blocks: &[Block], taken: &[bool], last: usize) -> usize {
    let mut end = last;
    for n in last + 1..blocks.len() {
        let follows = taken[n]
            && (blocks[n].line.words.len() >= SHORT || blocks[n].parent == blocks[end].parent);
        if follows && blocks[n].links < MOSTLY {
            end = n;
        } else if n - end > GAP {
            break;
        }
    }
    end
}

/// Words of a block that both libraries hold not by chance.
const SHORT: usize = 4;
/// Blocks that may lie between the last long block and a short one that belongs to it.
const GAP: usize = 2;
/// The share of the article that lies in an element which is no part of the page but the page itself.
const WHOLE: f64 = 0.25;

/// What a page calls its elements, as far as that says something: a name that is given to an element
/// with much of the article in it says nothing about a block.
struct Calls {
    words: FxHashMap<usize, usize>,
    all: usize,
}

impl Calls {
    fn of(blocks: &[Block], taken: &[bool]) -> Self {
        let mut words: FxHashMap<usize, usize> = FxHashMap::default();
        let mut all = 0;
        for (block, _) in blocks.iter().zip(taken).filter(|(_, t)| **t) {
            let count = block.line.words.len();
            all += count;
            let mut places: Vec<usize> = block.around.iter().map(|(_, n)| *n).collect();
            places.dedup();
            for place in places {
                *words.entry(place).or_default() += count;
            }
        }
        Self { words, all }
    }

    fn is(&self, block: &Block, roles: &[&str]) -> bool {
        let part = |n: usize| ratio(self.words.get(&n).copied().unwrap_or(0), self.all) < WHOLE;
        block
            .around
            .iter()
            .any(|(r, n)| roles.contains(r) && part(*n))
    }

    /// Whether the page calls a block something else than the article.
    fn foreign(&self, block: &Block) -> bool {
        let is = |roles: &[&str]| self.is(block, roles);
        let link = block.links > MOSTLY;
        let short = block.line.words.len() < LONG || !block.line.ends_sentence();
        let heading = matches!(block.line.kind, Kind::Heading(_));
        let label = block.line.words.len() >= 3
            && !block.line.ends_sentence()
            && !block.line.text.contains("://");
        let inside = block.around.iter().any(|(r, _)| *r == "text");
        (is(&["comments", "form"]) && short)
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
            || (short && is(&["share", "footer", "caption", "notice", "label"]))
            || (is(&["caption"]) && !inside)
            || (is(&["author", "share"]) && !heading)
            || (link && label && !heading)
            || is_under_picture(block)
    }
}

/// Whether a block is what a picture before it shows: short, and no sentence.
fn is_under_picture(block: &Block) -> bool {
    let plain = block.line.kind == Kind::Paragraph && block.row.is_none();
    block.pictured && plain && block.line.words.len() <= 20 && !block.line.ends_sentence()
}
