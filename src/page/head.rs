//! The head of a column: outlet, date, and what the source says on the topic, with its speakers.

use super::line::{Line, Role, flow};
use super::marks::TopicMarks;
use super::words::{Ornaments, published, silence};
use crate::article::Article;
use crate::comparison::{SourceStand, Stand};

/// What a head needs to know of its column.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The article.
    pub article: &'a Article,
    /// What it says on the topic; `None` without a topic.
    pub source: Option<&'a SourceStand>,
    /// The topic's marks.
    pub marks: Option<&'a TopicMarks>,
    /// Whether the reader is in this column.
    pub focused: bool,
    /// Columns further to the left and to the right that are not on the screen.
    pub beyond: (usize, usize),
    /// The signs to use.
    pub ornaments: &'a Ornaments,
}

impl Head<'_> {
    /// The head's lines at a width: outlet and date, then the stands, flowing over lines.
    pub fn lines(&self, columns: usize) -> Vec<Line> {
        let mut lines = vec![self.name(columns)];
        lines.extend(self.stands(columns));
        lines
    }

    fn name(&self, columns: usize) -> Line {
        let o = self.ornaments;
        let mut left = self.bar();
        if self.beyond.0 > 0 {
            left.push(&format!("{}{} ", o.left, self.beyond.0), Role::Quiet);
        }
        let role = if self.focused {
            Role::OutletFocused
        } else {
            Role::Outlet
        };
        left.push(&self.article.source, role);
        let mut right = Line::of(&published(self.article), Role::Quiet);
        if self.beyond.1 > 0 {
            right.push(&format!(" {}{}", self.beyond.1, o.right), Role::Quiet);
        }
        left.opposite(right, columns)
    }

    fn bar(&self) -> Line {
        let bar = if self.focused {
            self.ornaments.focus
        } else {
            ' '
        };
        Line::of(bar.encode_utf8(&mut [0; 4]), Role::Focus)
    }

    fn stands(&self, columns: usize) -> Vec<Line> {
        let room = columns.saturating_sub(1).max(1);
        let rows = match self.source {
            None => Vec::new(),
            Some(s) if s.stands.is_empty() => {
                let words = s.silence.map_or("no position", silence);
                flow(&Line::of(words, Role::Quiet), room, 2)
            }
            Some(s) => grouped(&s.stands)
                .iter()
                .flat_map(|g| flow(&self.stand(g), room, 2))
                .collect(),
        };
        rows.into_iter()
            .map(|row| {
                let mut line = self.bar();
                line.append(row);
                line
            })
            .collect()
    }

    fn stand(&self, same: &[&Stand]) -> Line {
        let mut line = Line::new();
        let signs = same
            .iter()
            .filter_map(|s| self.marks?.signs.get(s.passage))
            .fold(super::line::Signs::default(), |all, s| all.union(*s));
        line.push(&self.ornaments.signs(signs), Role::Sign(signs));
        line.push(" ", Role::Plain);
        line.push(&same[0].position, Role::Stand);
        let speakers: Vec<&str> = same
            .iter()
            .map(|s| s.speaker.as_deref().unwrap_or("own words"))
            .collect();
        line.push(
            &format!(" {} {}", self.ornaments.dot, speakers.join(", ")),
            Role::Speaker,
        );
        line
    }
}

/// Stands with the same position together, in the order of the first.
fn grouped(stands: &[Stand]) -> Vec<Vec<&Stand>> {
    let mut groups: Vec<Vec<&Stand>> = Vec::new();
    for stand in stands {
        match groups.iter_mut().find(|g| g[0].position == stand.position) {
            Some(group) => group.push(stand),
            None => groups.push(vec![stand]),
        }
    }
    groups
}

/// So many of the lines as there is room for; the last one says what is left out.
pub fn capped(mut lines: Vec<Line>, most: usize, hint: &str) -> Vec<Line> {
    if lines.len() <= most || most == 0 {
        return lines;
    }
    let left = lines.len() + 1 - most;
    lines.truncate(most - 1);
    let unit = if left == 1 { "line" } else { "lines" };
    lines.push(Line::of(&format!("  +{left} {unit}{hint}"), Role::Quiet));
    lines
}
