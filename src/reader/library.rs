//! What there is to read: the articles, what was compared, and what is wrong with them.

use crate::article::Article;
use crate::comparison::Comparison;
use crate::config::SourceRule;
use crate::problem::Problem;

/// How far the reading and comparing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Everything is there.
    #[default]
    Done,
    /// At work: what is being done, how much of how much. A total of 0 is not known yet.
    Working {
        /// What is being done: `reading`, `comparing`.
        what: &'static str,
        /// Articles or topics done.
        done: usize,
        /// Of so many.
        total: usize,
    },
}

/// Articles and what was found in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The collection's title.
    pub title: String,
    /// In the collection's order.
    pub articles: Vec<Article>,
    /// What was found; its topics are those of the configuration.
    pub comparison: Comparison,
    /// What is known about outlets.
    pub sources: Vec<SourceRule>,
    /// What is wrong in the configuration and the articles.
    pub problems: Vec<Problem>,
    /// How far it is.
    pub stage: Stage,
}

impl Library {
    /// The reader's own remark on an outlet, where the configuration has one.
    pub fn note(&self, outlet: &str) -> Option<&str> {
        let rule = self.sources.iter().find(|s| s.name == outlet)?;
        rule.note.as_deref()
    }
}
