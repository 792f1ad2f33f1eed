//! What the libraries take for the article of a page.

use crate::import::line::words;
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// A text as the runs of one to four words in it.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    runs: FxHashSet<u64>,
}

/// Words of a run.
const RUN: usize = 4;

impl Runs {
    /// The runs of a text.
    pub fn of(text: &str) -> Self {
        let mut runs = FxHashSet::default();
        let words = words(text);
        for at in 0..words.len() {
            for length in 1..=RUN.min(words.len() - at) {
                runs.insert(hash(&words[at..at + length]));
            }
        }
        Self { runs }
    }

    /// The share of the runs of `words` that stand in the text.
    pub fn share(&self, words: &[String]) -> f64 {
        let length = RUN.min(words.len()).max(1);
        let all = words.windows(length).count();
        let known = words
            .windows(length)
            .filter(|w| self.runs.contains(&hash(w)))
            .count();
        crate::import::line::ratio(known, all)
    }
}

fn hash(words: &[String]) -> u64 {
    let mut hasher = FxHasher::default();
    words.hash(&mut hasher);
    hasher.finish()
}

/// What rs-trafilatura takes for the article.
pub fn trafilatura(html: &str) -> Option<String> {
    let options = rs_trafilatura::Options {
        max_extracted_len: usize::MAX,
        ..rs_trafilatura::Options::default()
    };
    rs_trafilatura::extract_with_options(html, &options)
        .ok()
        .map(|r| r.content_text)
}

/// What dom_smoothie takes for the article.
pub fn readability(html: &str) -> Option<String> {
    let config = dom_smoothie::Config {
        text_mode: dom_smoothie::TextMode::Formatted,
        ..dom_smoothie::Config::default()
    };
    let mut reader = dom_smoothie::Readability::new(html, None, Some(config)).ok()?;
    reader.parse().ok().map(|a| a.text_content.to_string())
}
