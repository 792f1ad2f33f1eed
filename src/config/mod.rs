//! `config.toml` as it is written: sources, entities, topics, and how the reader looks.
//!
//! Knows no news: what a cue or a figure means is the analysis's business. [`read`] reads a file:
//! every mistake becomes a [`crate::problem::Problem`] and the rest is kept. `shape.rs` lists the keys,
//! [`field`] reads TOML with its places.

pub mod field;
mod mend;
mod read;
mod settings;
mod shape;
mod topic;

pub use read::read;
pub use settings::Places;

/// A collection's configuration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// What the collection is called.
    pub title: Option<String>,
    /// Folders, files or globs, relative to the configuration file.
    pub articles: Vec<String>,
    /// What is known about the outlets.
    pub sources: Vec<SourceRule>,
    /// People, groups and places in their spellings.
    pub entities: Vec<Entity>,
    /// The questions.
    pub topics: Vec<Topic>,
    /// `[reader]`, as written; the reader knows its keys.
    pub reader: toml::Table,
    /// `[theme]`, as written.
    pub theme: toml::Table,
    /// `[keys]`, as written.
    pub keys: toml::Table,
    /// Where those settings, and the entries of `articles`, stand.
    pub places: Places,
}

/// An outlet: how it is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRule {
    /// The outlet's name.
    pub name: String,
    /// Words or addresses that give it away in a page.
    pub matches: Vec<String>,
    /// The reader's own remark.
    pub note: Option<String>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// One human being.
    Person,
    /// People who act together: a party, an army, a company.
    Group,
    /// Somewhere.
    Place,
    /// Anything else that has a name.
    Other,
}

/// A person, group or place that is spelled in several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The name to show.
    pub name: String,
    /// What it is, where the user says.
    pub kind: Option<EntityKind>,
    /// Other spellings and epithets.
    pub aka: Vec<String>,
    /// Names of somebody else that would match.
    pub not: Vec<String>,
    /// On whose behalf this speaker speaks.
    pub side: Option<String>,
}

/// A question and the answers that a source can give.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The question, or a name for it.
    pub name: String,
    /// Words, phrases and entity names that the topic is about.
    pub about: Vec<String>,
    /// Words that take a passage off the topic.
    pub not: Vec<String>,
    /// The answers.
    pub positions: Vec<Position>,
    /// The numbers asked for.
    pub figures: Vec<FigureKind>,
    /// Whether a denial of one of two positions counts as the other. Default true.
    pub opposites: bool,
    /// Whether the answer can change with time. Default true.
    pub changes: bool,
    /// Whether plans and forecasts take positions. Default false.
    pub planned: bool,
}

/// An answer that a source can give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The answer's name.
    pub name: String,
    /// Words and phrases that give it.
    pub cues: Vec<String>,
    /// Where the topic's subject is said to be.
    pub places: Vec<String>,
    /// Who is said to have done it.
    pub by: Vec<String>,
    /// Whether it conflicts with nothing.
    pub neutral: bool,
    /// Whether the thesaurus is off.
    pub exact: bool,
}

/// A kind of number that a topic asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureKind {
    /// What is counted or measured: built in (`killed`) or the user's own.
    pub of: String,
    /// Words that stand beside the number; for the built-in kinds they come on top of the usual ones.
    pub cues: Vec<String>,
    /// `$`, `%`, `km`.
    pub unit: Option<String>,
    /// Whom to count.
    pub who: Vec<String>,
    /// Where to count.
    pub places: Vec<String>,
    /// Passages with these do not count.
    pub not: Vec<String>,
}

impl Topic {
    /// A topic with a name and nothing else.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            about: Vec::new(),
            not: Vec::new(),
            positions: Vec::new(),
            figures: Vec::new(),
            opposites: true,
            changes: true,
            planned: false,
        }
    }
}
