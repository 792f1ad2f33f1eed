//! The grid: topics and their positions down, sources across; each cell a stand or a kind of silence.

use super::line::{Line, Role, Signs};
use super::marks::TopicMarks;
use super::words::Ornaments;
use crate::comparison::{Comparison, Silence, SourceStand, TopicComparison};

/// A row of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The topic.
    pub topic: usize,
    /// The position or figure; `None` on the topic's own row.
    pub answer: Option<String>,
    /// One for each source in their order.
    pub cells: Vec<Cell>,
}

/// What a source says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// In words: speakers, or a kind of silence.
    pub words: String,
    /// How its passages stand to others; `None` where there is none.
    pub signs: Option<Signs>,
    /// The passage that it leads to.
    pub passage: Option<usize>,
}

/// The rows for the sources of an order.
pub fn rows(comparison: &Comparison, marks: &[TopicMarks], shown: &[usize]) -> Vec<GridRow> {
    let mut rows = Vec::new();
    for (n, topic) in comparison.topics.iter().enumerate() {
        let sources: Vec<Option<&SourceStand>> =
            shown.iter().map(|&a| topic.sources.get(a)).collect();
        let answers = answers(topic, &sources);
        rows.push(GridRow {
            topic: n,
            answer: None,
            cells: sources
                .iter()
                .map(|s| heading(*s, answers.is_empty()))
                .collect(),
        });
        for answer in answers {
            let cells = sources.iter().map(|s| cell(*s, &answer, marks.get(n)));
            rows.push(GridRow {
                topic: n,
                cells: cells.collect(),
                answer: Some(answer),
            });
        }
    }
    rows
}

/// All positions that somebody takes, in the order of the first who does.
fn answers(topic: &TopicComparison, shown: &[Option<&SourceStand>]) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    let _ = topic;
    for stand in shown.iter().flatten().flat_map(|s| &s.stands) {
        if !answers.contains(&stand.position) {
            answers.push(stand.position.clone());
        }
    }
    answers
}

/// On a topic's own row: why a source is silent.
fn heading(source: Option<&SourceStand>, is_only_row: bool) -> Cell {
    let silent = source.filter(|s| s.stands.is_empty());
    let words = match silent.and_then(|s| s.silence) {
        Some(Silence::Topic) => "silent",
        Some(Silence::Point) => "no answer",
        Some(Silence::Earlier) => "too early",
        None if is_only_row => "no position",
        None => "",
    };
    Cell {
        words: words.to_owned(),
        ..Cell::default()
    }
}

fn cell(source: Option<&SourceStand>, answer: &str, marks: Option<&TopicMarks>) -> Cell {
    let Some(source) = source else {
        return Cell::default();
    };
    let stands: Vec<_> = source
        .stands
        .iter()
        .filter(|s| s.position == answer)
        .collect();
    let speakers: Vec<&str> = stands
        .iter()
        .map(|s| s.speaker.as_deref().unwrap_or("own words"))
        .collect();
    let signs = stands
        .iter()
        .filter_map(|s| marks?.signs.get(s.passage).copied());
    Cell {
        words: speakers.join(", "),
        signs: signs.reduce(Signs::union),
        passage: stands.first().map(|s| s.passage),
    }
}

/// How wide the first column and the others are, and how many of them fit, on a screen.
pub fn widths(columns: usize, sources: usize) -> (usize, usize, usize) {
    let first = (columns / 4).clamp(14, 36);
    let room = columns.saturating_sub(first);
    let fit = (room / 17).clamp(1, sources.max(1));
    (first, room / fit, fit)
}

impl GridRow {
    /// The row's heading at the left.
    pub fn heading(&self, topics: &[TopicComparison], columns: usize) -> Line {
        let line = match &self.answer {
            Some(answer) => Line::of("   ", Role::Plain).with(answer, Role::Stand),
            None => {
                let name = topics.get(self.topic).map_or("", |t| t.name.as_str());
                Line::of(" ", Role::Plain).with(name, Role::Heading)
            }
        };
        line.fitted(columns.saturating_sub(1))
    }
}

impl Cell {
    /// The cell in so many columns.
    pub fn line(&self, columns: usize, ornaments: &Ornaments, chosen: bool) -> Line {
        let mut line = Line::of(" ", Role::Plain);
        if let Some(signs) = self.signs {
            line.push(&ornaments.signs(signs), Role::Sign(signs));
            line.push(" ", Role::Plain);
        }
        let role = if self.signs.is_some() {
            Role::Speaker
        } else {
            Role::Quiet
        };
        line.push(&self.words, if chosen { Role::Chosen } else { role });
        if chosen && self.words.is_empty() {
            line.push("  ", Role::Chosen);
        }
        line.fitted(columns.saturating_sub(1))
    }
}
