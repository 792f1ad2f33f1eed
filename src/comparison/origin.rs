//! Texts behind texts: passages with the same wording are one origin, and agencies are named.
//!
//! Two passages have the same wording when they share most of their runs of three words (shingles,
//! Broder 1997) outside direct quotations: a copy with a few words changed does, two reports of one
//! fact do not. Words between quotation marks are left out, for what a speaker said is the same
//! wherever it is quoted: two outlets that quote one sentence need not have one text.

use super::TopicPassage;
use crate::article::Article;
use crate::text::{Span, Token, TokenKind, lexicon, tokens};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::hash::Hasher;
use std::sync::LazyLock;

/// One text, however many outlets print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OriginId(pub u32);

/// Words in a run.
const RUN: usize = 3;
/// Share of the shorter passage's runs that the longer has, from which both are one text.
const SAME: f64 = 0.6;
/// Fewer shared runs are a turn of phrase.
const RUNS: usize = 6;
/// In articles that are one text, this share of a passage is enough.
const SAME_IN_COPY: f64 = 0.3;
/// Share of the shorter article's runs from which two articles are one text.
const COPY: f64 = 0.4;
/// Words in a run of a whole article.
const ARTICLE_RUN: usize = 5;
/// A run in more passages or articles leads to none of them: it bounds the pairs tried.
const POSTING: usize = 24;
/// Of an article, this many runs are kept, those with the smallest hashes (a bottom-k sketch).
const SKETCH: usize = 128;

/// Whether two passages have the same wording, direct quotations aside.
pub fn same_wording(a: &str, b: &str) -> bool {
    is_same(&runs(a, RUN), &runs(b, RUN), SAME)
}

fn is_same(a: &[u64], b: &[u64], share: f64) -> bool {
    let shared = shared(a, b);
    let shorter = a.len().min(b.len());
    shared >= RUNS && at_least(shared, shorter, share)
}

fn at_least(part: usize, whole: usize, share: f64) -> bool {
    let count = |n: usize| u32::try_from(n).map_or(f64::MAX, f64::from);
    whole > 0 && count(part) >= share * count(whole)
}

fn shared(a: &[u64], b: &[u64]) -> usize {
    a.iter().filter(|x| b.binary_search(x).is_ok()).count()
}

/// The runs of `size` words of a text outside its quotations, hashed, sorted, each once.
fn runs(text: &str, size: usize) -> Vec<u64> {
    let words = own_words(&tokens(text, Span::new(0, text.len())));
    let mut found: Vec<u64> = words
        .windows(size)
        .filter(|w| !w.contains(&BREAK))
        .map(|w| {
            let mut hasher = rustc_hash::FxHasher::default();
            for &word in w {
                hasher.write_u64(word);
            }
            hasher.finish()
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Stands where a quotation was: no run goes across it.
const BREAK: u64 = u64::MAX;

/// The words outside quotations of four words and more.
fn own_words(all: &[Token]) -> Vec<u64> {
    let mut found = Vec::with_capacity(all.len());
    let mut opened: Option<usize> = None;
    for token in all {
        match token.kind {
            TokenKind::Open => opened = Some(found.len()),
            TokenKind::Close => {
                if let Some(start) = opened.take()
                    && found.len() >= start + 4
                {
                    found.truncate(start);
                    found.push(BREAK);
                }
            }
            TokenKind::Word | TokenKind::Number => found.push(token.word.0),
            _ => {}
        }
    }
    found
}

/// The origin of each passage: passages with the same id have one text behind them. Ids count from 0
/// in the order of the passages.
///
/// Passages are tried only against those that share a run with them which few have, and articles
/// likewise by the smallest hashes of their runs.
pub fn origins(articles: &[Article], passages: &[TopicPassage]) -> Vec<OriginId> {
    let body = |n: usize| articles.get(n).map_or("", |a| a.body.as_str());
    let own: Vec<Vec<u64>> = passages
        .iter()
        .map(|p| runs(p.span.of(body(p.article)), RUN))
        .collect();
    let copies = copies(articles, passages);
    let mut sets = Sets::of(passages.len());
    for (a, b) in sharing(&own) {
        let (x, y) = (passages[a].article, passages[b].article);
        let share = if copies.binary_search(&(x.min(y), x.max(y))).is_ok() {
            SAME_IN_COPY
        } else {
            SAME
        };
        if x != y && is_same(&own[a], &own[b], share) {
            sets.join(a, b);
        }
    }
    sets.ids()
}

/// Articles with passages that are one text, in pairs, sorted.
fn copies(articles: &[Article], passages: &[TopicPassage]) -> Vec<(usize, usize)> {
    let mut named: Vec<usize> = passages.iter().map(|p| p.article).collect();
    named.sort_unstable();
    named.dedup();
    let sketches: Vec<Vec<u64>> = named
        .iter()
        .map(|&n| {
            let mut runs = runs(articles.get(n).map_or("", |a| &a.body), ARTICLE_RUN);
            runs.truncate(SKETCH);
            runs
        })
        .collect();
    sharing(&sketches)
        .into_iter()
        .filter(|&(a, b)| is_copy(&sketches[a], &sketches[b]))
        .map(|(a, b)| (named[a], named[b]))
        .collect()
}

/// Sketches compare only where both reach: below the smaller of their largest hashes.
fn is_copy(a: &[u64], b: &[u64]) -> bool {
    let (Some(x), Some(y)) = (a.last(), b.last()) else {
        return false;
    };
    let full = |s: &[u64]| s.len() >= SKETCH;
    let reach = match (full(a), full(b)) {
        (true, true) => *x.min(y),
        (true, false) => *x,
        (false, true) => *y,
        (false, false) => u64::MAX,
    };
    let within = |s: &[u64]| s.partition_point(|&h| h <= reach);
    let (a, b) = (&a[..within(a)], &b[..within(b)]);
    let shared = shared(a, b);
    shared >= RUNS && at_least(shared, a.len().min(b.len()), COPY)
}

/// Pairs of lists that share an item which few lists have, sorted.
fn sharing(lists: &[Vec<u64>]) -> Vec<(usize, usize)> {
    let mut postings: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (n, list) in lists.iter().enumerate() {
        for &item in list {
            postings.entry(item).or_default().push(n);
        }
    }
    let mut found = Vec::new();
    for (n, list) in lists.iter().enumerate() {
        let mut met: Vec<usize> = list
            .iter()
            .filter_map(|i| postings.get(i))
            .filter(|p| p.len() <= POSTING)
            .flatten()
            .copied()
            .filter(|&m| m > n)
            .collect();
        met.sort_unstable();
        met.dedup();
        found.extend(met.into_iter().map(|m| (n, m)));
    }
    found
}

/// Sets that are joined (union-find).
pub(super) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    /// As many sets as there are members, each alone.
    pub(super) fn of(size: usize) -> Self {
        Self {
            parent: (0..size).collect(),
        }
    }

    /// The smallest member of a set, which stands for it.
    pub(super) fn root(&mut self, mut n: usize) -> usize {
        while self.parent[n] != n {
            self.parent[n] = self.parent[self.parent[n]];
            n = self.parent[n];
        }
        n
    }

    /// Makes one set of two.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }

    fn ids(&mut self) -> Vec<OriginId> {
        let mut known: FxHashMap<usize, u32> = FxHashMap::default();
        (0..self.parent.len())
            .map(|n| {
                let root = self.root(n);
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                OriginId(*known.entry(root).or_insert(next))
            })
            .collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    names: Vec<String>,
}

/// The data file, for the tests.
pub const AGENCIES: &str = include_str!("agencies.toml");

static KNOWN: LazyLock<Vec<Entry>> =
    LazyLock::new(|| lexicon::read::<Entry>("agencies.toml", AGENCIES).entries);

/// The agencies that an article credits in its front matter or names as a source in its text, in the
/// order of the data file; a credit that is no known agency comes last, as written.
pub fn agencies(article: &Article) -> Vec<String> {
    let mut found = in_text(&article.body);
    for credit in &article.credit {
        let known = KNOWN
            .iter()
            .find(|e| e.name == *credit || e.names.contains(credit));
        let name = known.map_or(credit, |e| &e.name);
        if !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}

/// The agencies that a text names as a source: in brackets as in a dateline, or beside a word of
/// reporting.
pub fn in_text(text: &str) -> Vec<String> {
    KNOWN
        .iter()
        .filter(|e| e.names.iter().any(|n| is_source(text, n)))
        .map(|e| e.name.clone())
        .collect()
}

fn is_source(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let whole =
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let bracketed = before.ends_with('(') && after.starts_with([')', ',', '/']);
        whole && (bracketed || reports(after) || told(before))
    })
}

/// Whether a text goes on with a word of reporting: "reported", "said", "news agency".
fn reports(after: &str) -> bool {
    const WORDS: [&str; 9] = [
        "reported",
        "reports",
        "said",
        "says",
        "quoted",
        "cited",
        "writes",
        "news",
        "correspondent",
    ];
    let mut next = after
        .split_whitespace()
        .take(3)
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    next.any(|w| WORDS.contains(&w))
}

/// Whether a text ends in what leads to a source: "told", "according to", "reported by".
fn told(before: &str) -> bool {
    const LEADS: [&str; 8] = [
        "told", "to", "by", "agency", "from", "with", "by the", "to the",
    ];
    let mut words: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    words.reverse();
    let joined = words.join(" ");
    let leads = LEADS
        .iter()
        .any(|l| joined.ends_with(&format!(" {l}")) || joined == *l);
    leads
        && [
            "told",
            "according",
            "reported",
            "agency",
            "quoted",
            "provided",
            "interview",
        ]
        .iter()
        .any(|w| joined.contains(w))
}
