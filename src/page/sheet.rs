//! An article as rows of a width: headline, byline, text. Rows move when the width changes, places do not.

use super::wrap::{Stretch, wrap};
use crate::article::Article;
use crate::text::Span;

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A part of the headline.
    Title,
    /// A part of the byline.
    Byline,
    /// A part of the body, or a blank row between paragraphs.
    Text,
    /// Says that there is no text.
    Empty,
}

/// A place in an article that stays where it is when the width changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// So many rows below the top of the headline.
    Head(usize),
    /// A byte of the body.
    Body(usize),
}

impl Default for Place {
    fn default() -> Self {
        Self::Head(0)
    }
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub kind: RowKind,
    /// Bytes of the headline, the byline or the body.
    pub span: Span,
}

/// The rows of an article at a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Display columns that it was wrapped for.
    pub columns: usize,
    head: Vec<Row>,
    body: Vec<Stretch>,
}

impl Sheet {
    /// Wraps an article. Costs time in proportion to its length: keep the result.
    pub fn new(article: &Article, columns: usize) -> Self {
        let body = wrap(&article.body, columns);
        let mut head = head_rows(article, columns);
        if body.is_empty() {
            head.push(Row {
                kind: RowKind::Empty,
                span: Span::default(),
            });
        }
        Self {
            columns,
            head,
            body,
        }
    }

    /// How many rows there are; at least one.
    pub fn len(&self) -> usize {
        self.head.len() + self.body.len()
    }

    /// Whether there is nothing to show; never so.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A row, from 0.
    pub fn row(&self, row: usize) -> Option<Row> {
        if let Some(head) = self.head.get(row) {
            return Some(*head);
        }
        self.body.get(row - self.head.len()).map(|s| Row {
            kind: RowKind::Text,
            span: Span::new(s.start as usize, s.end as usize),
        })
    }

    /// The row on which a byte of the body stands; a byte between two rows stands on the former.
    pub fn row_of(&self, byte: usize) -> usize {
        let past = self.body.partition_point(|s| s.start as usize <= byte);
        self.head.len() + past.saturating_sub(1)
    }

    /// The row at a place.
    pub fn row_at(&self, place: Place) -> usize {
        match place {
            Place::Head(row) => row.min(self.head.len()).min(self.len().saturating_sub(1)),
            Place::Body(byte) => self.row_of(byte),
        }
    }

    /// The place of a row.
    pub fn place_of(&self, row: usize) -> Place {
        if row < self.head.len() || self.body.is_empty() {
            return Place::Head(row.min(self.head.len().saturating_sub(1)));
        }
        let row = (row - self.head.len()).min(self.body.len() - 1);
        Place::Body(self.body[row].start as usize)
    }
}

/// The headline and the byline, unless the body begins with the very headline.
fn head_rows(article: &Article, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let title = article.title.trim();
    if !title.is_empty() && !article.body.trim_start().starts_with(title) {
        add(&mut rows, RowKind::Title, &article.title, columns);
    }
    if let Some(byline) = &article.byline {
        add(&mut rows, RowKind::Byline, byline, columns);
    }
    if !rows.is_empty() {
        rows.push(Row {
            kind: RowKind::Text,
            span: Span::default(),
        });
    }
    rows
}

fn add(rows: &mut Vec<Row>, kind: RowKind, text: &str, columns: usize) {
    rows.extend(wrap(text, columns).into_iter().map(|s| Row {
        kind,
        span: Span::new(s.start as usize, s.end as usize),
    }));
}
