//! What was computed from the library and is kept until it changes: wrapped articles, marks, strips.

use super::library::Library;
use crate::page::marks::TopicMarks;
use crate::page::sheet::Sheet;
use crate::page::strip::Strip;
use crate::page::topics::Counts;
use std::collections::BTreeMap;

/// Computed pages. Sheets and strips are made when a column first needs them.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// One for each topic.
    pub marks: Vec<TopicMarks>,
    /// One for each topic.
    pub counts: Vec<Counts>,
    sheets: BTreeMap<usize, Sheet>,
    strips: BTreeMap<usize, (StripKey, Strip)>,
}

/// What a strip was made for: topic, columns, height.
type StripKey = (usize, usize, usize);

impl Pages {
    /// Forgets everything and marks the articles of a library anew.
    pub fn read(&mut self, library: &Library) {
        let articles = library.articles.len();
        let topics = &library.comparison.topics;
        self.marks = topics
            .iter()
            .map(|t| TopicMarks::new(t, articles))
            .collect();
        self.counts = self.marks.iter().map(Counts::of).collect();
        self.sheets.clear();
        self.strips.clear();
    }

    /// Wraps an article for a width unless that was done. Sheets of other widths are dropped.
    pub fn wrap(&mut self, library: &Library, article: usize, columns: usize) {
        self.sheets.retain(|_, s| s.columns == columns);
        if let (None, Some(text)) = (self.sheets.get(&article), library.articles.get(article)) {
            self.sheets.insert(article, Sheet::new(text, columns));
        }
    }

    /// The rows of an article; `None` before [`Self::wrap`].
    pub fn sheet(&self, article: usize) -> Option<&Sheet> {
        self.sheets.get(&article)
    }

    /// Makes the strip of an article for a topic and height unless that was done.
    pub fn draw_strip(&mut self, topic: usize, article: usize, height: usize) {
        let Some(sheet) = self.sheets.get(&article) else {
            return;
        };
        let key = (topic, sheet.columns, height);
        if self.strips.get(&article).is_some_and(|s| s.0 == key) {
            return;
        }
        let nothing = crate::page::marks::ArticleMarks::default();
        let marks = self.marks.get(topic).and_then(|m| m.articles.get(article));
        let strip = Strip::new(sheet, marks.unwrap_or(&nothing), height);
        self.strips.insert(article, (key, strip));
    }

    /// The strip of an article; `None` before [`Self::draw_strip`].
    pub fn strip(&self, article: usize) -> Option<&Strip> {
        self.strips.get(&article).map(|s| &s.1)
    }
}
