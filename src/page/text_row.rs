//! One row of an article: the gutter with its signs, then the words with their roles.

use super::line::{Line, Role, Signs, Stress, TextRole};
use super::marks::{ArticleMarks, Mark};
use super::sheet::{Row, RowKind, Sheet};
use super::words::Ornaments;
use crate::article::Article;
use crate::comparison::TopicComparison;
use crate::text::Span;

/// Everything that decides how the rows of one article look.
#[derive(Clone, Copy, Debug)]
pub struct TextPage<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its rows.
    pub sheet: &'a Sheet,
    /// Its marks.
    pub marks: Option<&'a ArticleMarks>,
    /// The topic that the marks belong to.
    pub topic: Option<&'a TopicComparison>,
    /// The selected passage.
    pub selected: Option<usize>,
    /// The selected passage's counterparts, sorted.
    pub counterparts: &'a [usize],
    /// What was searched for and found in this article, sorted.
    pub found: &'a [Span],
    /// The signs to use.
    pub ornaments: &'a Ornaments,
    /// Whether the reader is in this column.
    pub focused: bool,
}

impl TextPage<'_> {
    /// A row from the sheet, gutter included; a blank one past its end.
    pub fn row(&self, row: usize) -> Line {
        let Some(row) = self.sheet.row(row) else {
            return self.gutter(&[]);
        };
        match row.kind {
            RowKind::Title => self.plain_row(&self.article.title, row, Role::Title),
            RowKind::Byline => {
                let byline = self.article.byline.as_deref().unwrap_or("");
                self.plain_row(byline, row, Role::Quiet)
            }
            RowKind::Empty => {
                let mut line = self.gutter(&[]);
                line.push("(no text)", Role::Notice);
                line
            }
            RowKind::Text => self.text_row(row.span),
        }
    }

    fn plain_row(&self, text: &str, row: Row, role: Role) -> Line {
        let mut line = self.gutter(&[]);
        line.push(row.span.of(text), role);
        line
    }

    fn text_row(&self, span: Span) -> Line {
        let mut touching: Vec<&Mark> = self
            .marks
            .map_or_else(Vec::new, |m| m.touching(span).collect());
        touching.reverse();
        let starting: Vec<&Mark> = touching
            .iter()
            .filter(|m| span.start <= m.span.start && m.span.start < span.end)
            .copied()
            .collect();
        let mut line = self.gutter(&starting);
        let body = &self.article.body;
        let cues: Vec<Span> = self.cues(&touching, span);
        let found = self.found_in(span);
        for piece in pieces(span, &touching, &cues, found) {
            let role = self.role(piece, &touching, &cues, found);
            line.push(piece.of(body), Role::Text(role));
        }
        if span.of(body).ends_with('\u{ad}') {
            line.push("-", Role::Text(TextRole::default()));
        }
        line
    }

    fn cues(&self, touching: &[&Mark], span: Span) -> Vec<Span> {
        let Some(topic) = self.topic else {
            return Vec::new();
        };
        touching
            .iter()
            .filter_map(|m| topic.passages.get(m.passage))
            .flat_map(|p| p.cues.iter().copied())
            .filter(|c| c.overlap(span) > 0)
            .collect()
    }

    fn found_in(&self, span: Span) -> &[Span] {
        let from = self.found.partition_point(|f| f.end <= span.start);
        let to = self.found.partition_point(|f| f.start < span.end);
        self.found.get(from..to).unwrap_or(&[])
    }

    fn stress(&self, passage: usize) -> Stress {
        if self.selected == Some(passage) {
            Stress::Selected
        } else if self.counterparts.binary_search(&passage).is_ok() {
            Stress::Counterpart
        } else {
            Stress::None
        }
    }

    fn role(&self, piece: Span, touching: &[&Mark], cues: &[Span], found: &[Span]) -> TextRole {
        let own = touching.iter().filter(|m| m.span.contains(piece));
        let mut role = TextRole {
            cue: cues.iter().any(|c| c.contains(piece)),
            found: found.iter().any(|f| f.contains(piece)),
            ..TextRole::default()
        };
        for mark in own {
            role.signs = Some(role.signs.unwrap_or_default().union(mark.signs));
            role.stress = role.stress.max(self.stress(mark.passage));
        }
        role
    }

    fn gutter(&self, starting: &[&Mark]) -> Line {
        let mut line = Line::new();
        let bar = if self.focused {
            self.ornaments.focus
        } else {
            ' '
        };
        line.push(bar.encode_utf8(&mut [0; 4]), Role::Focus);
        if starting.is_empty() {
            line.push("   ", Role::Plain);
            return line;
        }
        let signs = starting
            .iter()
            .fold(Signs::default(), |all, m| all.union(m.signs));
        let words = self.ornaments.signs(signs);
        let missing = 2usize.saturating_sub(words.chars().count());
        line.push(&words, Role::Sign(signs));
        line.push(&" ".repeat(missing), Role::Plain);
        let stress = starting.iter().map(|m| self.stress(m.passage)).max();
        let (sign, role) = match stress.unwrap_or_default() {
            Stress::Selected => (self.ornaments.selected, Role::Selection),
            Stress::Counterpart => (self.ornaments.counterpart, Role::Selection),
            Stress::None => (' ', Role::Plain),
        };
        line.push(sign.encode_utf8(&mut [0; 4]), role);
        line
    }
}

/// A row's span cut wherever a role may change.
fn pieces(span: Span, touching: &[&Mark], cues: &[Span], found: &[Span]) -> Vec<Span> {
    let mut cuts = vec![span.start, span.end];
    let spans = touching.iter().map(|m| m.span);
    for other in spans
        .chain(cues.iter().copied())
        .chain(found.iter().copied())
    {
        cuts.extend(
            [other.start, other.end]
                .into_iter()
                .filter(|&c| span.start < c && c < span.end),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|w| Span::new(w[0], w[1])).collect()
}
