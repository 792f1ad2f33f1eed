//! Patterns of words in which the data files of this folder write what they look for.
//!
//! A pattern is words as [`super::line::words`] makes them, `#` for a number and `*` for one to four
//! words of any kind. `^` before a pattern ties it to the beginning of the line, `$` behind it to the
//! end; with neither it may stand anywhere.

use super::line::is_count;
use rustc_hash::FxHashMap;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word(String),
    Number,
    Any,
}

/// A pattern, read.
#[derive(Clone, Debug)]
pub struct Pattern {
    parts: Vec<Part>,
    from_start: bool,
    to_end: bool,
}

/// The most words that a `*` stands for.
const ANY: usize = 4;

impl Pattern {
    /// Reads a pattern.
    pub fn new(text: &str) -> Self {
        let from_start = text.starts_with('^');
        let to_end = text.ends_with('$');
        let parts = text
            .trim_start_matches('^')
            .trim_end_matches('$')
            .split_whitespace()
            .map(|w| match w {
                "#" => Part::Number,
                "*" => Part::Any,
                w => Part::Word(w.to_owned()),
            })
            .collect();
        Self {
            parts,
            from_start,
            to_end,
        }
    }

    /// The first word, where the pattern begins with one: what an index can look for.
    fn first(&self) -> Option<&str> {
        match self.parts.first() {
            Some(Part::Word(w)) => Some(w),
            _ => None,
        }
    }

    /// Whether it fits `words` from the word `at` on.
    fn fits_at(&self, words: &[String], at: usize) -> bool {
        (!self.from_start || at == 0) && self.rest(0, words, at)
    }

    fn rest(&self, part: usize, words: &[String], at: usize) -> bool {
        let Some(wanted) = self.parts.get(part) else {
            return !self.to_end || at == words.len();
        };
        match wanted {
            Part::Any => {
                (1..=ANY).any(|n| at + n <= words.len() && self.rest(part + 1, words, at + n))
            }
            Part::Number => {
                words.get(at).is_some_and(|w| is_count(w)) && self.rest(part + 1, words, at + 1)
            }
            Part::Word(w) => words.get(at) == Some(w) && self.rest(part + 1, words, at + 1),
        }
    }
}

/// Many patterns, found by their first word. Each carries the number of the entry it belongs to.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    all: Vec<(Pattern, usize)>,
    by_first: FxHashMap<String, Vec<usize>>,
    others: Vec<usize>,
}

impl Patterns {
    /// Takes up a pattern of an entry.
    pub fn add(&mut self, text: &str, entry: usize) {
        let pattern = Pattern::new(text);
        let number = self.all.len();
        match pattern.first() {
            Some(word) => self
                .by_first
                .entry(word.to_owned())
                .or_default()
                .push(number),
            None => self.others.push(number),
        }
        self.all.push((pattern, entry));
    }

    /// The entries that have a pattern in `words`, each once, in the order of the file.
    pub fn entries(&self, words: &[String]) -> Vec<usize> {
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let known = self.by_first.get(word).map_or(&[][..], Vec::as_slice);
            for &n in known.iter().chain(&self.others) {
                if self.all[n].0.fits_at(words, at) {
                    found.push(self.all[n].1);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
