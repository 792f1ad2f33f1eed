//! The views, and what can be read in each.

use crate::page::findings::Filter;

/// A view of the collection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Columns of articles.
    #[default]
    Read,
    /// Topics down, sources across.
    Grid,
    /// What agrees and what conflicts, strongest first.
    Findings,
    /// What each source says about when.
    Timeline,
}

impl View {
    /// All of them, in the order of `view`.
    pub const ALL: [Self; 4] = [Self::Read, Self::Grid, Self::Findings, Self::Timeline];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Grid => "grid",
            Self::Findings => "findings",
            Self::Timeline => "timeline",
        }
    }

    /// Where keys hold in it.
    pub const fn place(self) -> super::keymap::Where {
        match self {
            Self::Read => super::keymap::Where::Read,
            Self::Grid => super::keymap::Where::Grid,
            Self::Findings => super::keymap::Where::Findings,
            Self::Timeline => super::keymap::Where::Timeline,
        }
    }
}

/// Where the reader is in the views that are lists: the line of the cursor, the line at the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// In the grid.
    pub grid: ListPlace,
    /// In the findings.
    pub findings: ListPlace,
    /// In the timeline.
    pub timeline: ListPlace,
    /// What the findings are narrowed to.
    pub filter: Filter,
}

/// A place in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    /// The chosen line.
    pub line: usize,
    /// The chosen column, where there are columns.
    pub column: usize,
    /// The line at the top of the screen.
    pub top: usize,
}

impl ListPlace {
    /// Moves the cursor by so many lines of `count` and keeps it among `rows` on the screen.
    pub fn step(&mut self, by: isize, count: usize, rows: usize) {
        self.line = self
            .line
            .saturating_add_signed(by)
            .min(count.saturating_sub(1));
        self.settle(count, rows);
    }

    /// Keeps the cursor in the list and on the screen.
    pub fn settle(&mut self, count: usize, rows: usize) {
        self.line = self.line.min(count.saturating_sub(1));
        let least = (self.line + 1).saturating_sub(rows.max(1));
        self.top = self.top.clamp(least, self.line.max(least));
        self.top = self.top.min(count.saturating_sub(rows.min(count)));
    }
}
