//! The places that the reader was at, and those that were marked.

use crate::page::sheet::Place;
use std::collections::BTreeMap;

/// A place to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Id of the article.
    pub article: String,
    /// Where in it.
    pub place: Place,
    /// The topic.
    pub topic: usize,
    /// The passage that was selected.
    pub selected: Option<usize>,
}

/// Places visited, with those marked by a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visited {
    before: Vec<Spot>,
    after: Vec<Spot>,
    /// Marked places.
    pub marks: BTreeMap<char, Spot>,
}

/// So many places are remembered.
const MOST: usize = 200;

impl Visited {
    /// Remembers a place that is about to be left.
    pub fn leave(&mut self, spot: Spot) {
        self.after.clear();
        if self.before.last() != Some(&spot) {
            self.before.push(spot);
        }
        if self.before.len() > MOST {
            self.before.remove(0);
        }
    }

    /// The place before, when the reader is at `here`.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.before.pop()?;
        self.after.push(here);
        Some(spot)
    }

    /// The place that [`Self::back`] came from, when the reader is at `here`.
    pub fn forth(&mut self, here: Spot) -> Option<Spot> {
        let spot = self.after.pop()?;
        self.before.push(here);
        Some(spot)
    }
}
