//! Lines of words and the roles that they play; what a role looks like is a theme's business.

use super::glyph::{glyphs, visible, width};

/// How a passage stands to others, as signs: any of them may hold at once; none means alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signs {
    /// Another passage says something else.
    pub conflict: bool,
    /// Another passage says the same.
    pub agree: bool,
    /// Another passage tells an earlier or later state.
    pub update: bool,
}

impl Signs {
    /// The signs of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self {
            conflict: self.conflict || other.conflict,
            agree: self.agree || other.agree,
            update: self.update || other.update,
        }
    }

    /// Whether no other passage stands to it.
    pub const fn is_alone(self) -> bool {
        !(self.conflict || self.agree || self.update)
    }
}

/// How a passage is set off beside its sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stress {
    /// One among others.
    #[default]
    None,
    /// It stands to the selected passage in a relation.
    Counterpart,
    /// It is the selected passage.
    Selected,
}

/// A stretch of an article's text: what it is to the topic and to the search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRole {
    /// The passages that it belongs to; `None` when it is on no topic.
    pub signs: Option<Signs>,
    /// Selected, counterpart, or neither.
    pub stress: Stress,
    /// The words that decide.
    pub cue: bool,
    /// What was searched for.
    pub found: bool,
}

/// What words on the screen are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Ordinary words of the reader itself.
    #[default]
    Plain,
    /// Words of an article.
    Text(TextRole),
    /// An article's headline.
    Title,
    /// Less important: bylines, dates, hints.
    Quiet,
    /// An outlet's name.
    Outlet,
    /// The outlet in whose column the reader is.
    OutletFocused,
    /// A position that a source takes.
    Stand,
    /// Somebody who says something.
    Speaker,
    /// A quotation.
    Quote,
    /// A sign.
    Sign(Signs),
    /// The sign of the selected passage.
    Selection,
    /// The bar at the focused column.
    Focus,
    /// A line between things.
    Rule,
    /// A cell of the density strip: what lies there and whether it is on the screen.
    Strip(Option<Signs>, bool),
    /// The collection's title.
    Collection,
    /// A topic in the bar.
    Topic,
    /// The chosen topic.
    TopicChosen,
    /// A key.
    Key,
    /// Something to know.
    Notice,
    /// Something that went wrong.
    Problem,
    /// A chosen line in a list.
    Chosen,
    /// Letters that matched what was typed.
    Match,
    /// A heading in an overlay.
    Heading,
}

/// Words with a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What to show; holds no control characters.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// A line of pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// From left to right.
    pub pieces: Vec<Piece>,
}

impl Line {
    /// A line without anything.
    pub const fn new() -> Self {
        Self { pieces: Vec::new() }
    }

    /// A line of one piece.
    pub fn of(text: &str, role: Role) -> Self {
        Self::new().with(text, role)
    }

    /// The line and a piece after it.
    #[must_use]
    pub fn with(mut self, text: &str, role: Role) -> Self {
        self.push(text, role);
        self
    }

    /// Adds a piece; control characters are replaced.
    pub fn push(&mut self, text: &str, role: Role) {
        if text.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && last.role == role
        {
            last.text.push_str(&visible(text));
            return;
        }
        self.pieces.push(Piece {
            text: visible(text).into_owned(),
            role,
        });
    }

    /// Adds all pieces of another line.
    pub fn append(&mut self, other: Self) {
        for piece in other.pieces {
            self.push(&piece.text, piece.role);
        }
    }

    /// Display columns.
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|p| width(&p.text)).sum()
    }

    /// Its words without their roles.
    pub fn words(&self) -> String {
        self.pieces.iter().map(|p| p.text.as_str()).collect()
    }

    /// Blanks up to a column, never fewer than none.
    #[must_use]
    pub fn padded(mut self, columns: usize, role: Role) -> Self {
        let used = self.width();
        if used < columns {
            self.push(&" ".repeat(columns - used), role);
        }
        self
    }

    /// The line at most so wide; what does not fit gives way to `…`.
    #[must_use]
    pub fn fitted(self, columns: usize) -> Self {
        if self.width() <= columns {
            return self;
        }
        let mut cut = Self::new();
        let mut left = columns.saturating_sub(1);
        for piece in self.pieces {
            let mut kept = String::new();
            for glyph in glyphs(&piece.text) {
                if glyph.width > left {
                    cut.push(&kept, piece.role);
                    cut.push("…", piece.role);
                    return cut;
                }
                left -= glyph.width;
                kept.push_str(&glyph.shown);
            }
            cut.push(&kept, piece.role);
        }
        cut
    }

    /// The line with another at the right end of so many columns. When both do not fit, the left gives way.
    #[must_use]
    pub fn opposite(self, right: Self, columns: usize) -> Self {
        let room = columns.saturating_sub(right.width() + 1);
        let mut line = self.fitted(room);
        line = line.padded(columns.saturating_sub(right.width()), Role::Plain);
        line.append(right);
        line.fitted(columns)
    }
}

/// Pieces that flow over several lines of a width; lines after the first are indented by so many columns.
pub fn flow(line: &Line, columns: usize, indent: usize) -> Vec<Line> {
    let text = line.words();
    let mut lines = Vec::new();
    let mut rest = text.as_str();
    let mut at = 0;
    while !rest.is_empty() {
        let lead = if lines.is_empty() { 0 } else { indent };
        let room = columns.saturating_sub(lead).max(1);
        let first = first_row(rest, room);
        let mut row = Line::new();
        row.push(&" ".repeat(lead), Role::Plain);
        cut_into(line, at, at + first.0, &mut row);
        lines.push(row);
        at += first.1;
        rest = &text[at..];
    }
    lines
}

/// Where the first row of a text ends, and where the next begins.
fn first_row(text: &str, columns: usize) -> (usize, usize) {
    let rows = super::wrap::wrap(near(text, columns), columns);
    let mut solid = rows.iter().filter(|r| r.end > r.start);
    match (solid.next(), solid.next()) {
        (Some(first), Some(second)) => (first.end as usize, second.start as usize),
        (Some(first), None) => (first.end as usize, text.len()),
        _ => (text.len(), text.len()),
    }
}

/// As much of a text as surely holds more than one row, so that long texts are not wrapped again and again.
fn near(text: &str, columns: usize) -> &str {
    let most = columns * 8 + 64;
    match text.char_indices().nth(most) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

fn cut_into(line: &Line, from: usize, to: usize, row: &mut Line) {
    let mut at = 0;
    for piece in &line.pieces {
        let (start, end) = (from.max(at), to.min(at + piece.text.len()));
        if start < end {
            row.push(&piece.text[start - at..end - at], piece.role);
        }
        at += piece.text.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_does_not_fit_says_so() {
        let line = Line::of("one two three", Role::Plain);
        assert_eq!(line.clone().fitted(8).words(), "one two…");
        assert_eq!(line.fitted(13).words(), "one two three");
        assert_eq!(Line::of("日本語", Role::Plain).fitted(4).words(), "日…");
    }

    #[test]
    fn the_right_end_is_kept_when_room_is_short() {
        let line = Line::of("Al-Akhbar Beirut", Role::Outlet);
        let both = line.opposite(Line::of("4 Sep", Role::Quiet), 12);
        assert_eq!(both.words(), "Al-Ak… 4 Sep");
    }

    #[test]
    fn flowing_keeps_every_word_and_role() {
        let line =
            Line::of("Massoud says ", Role::Speaker).with("that they will go on", Role::Quote);
        let rows = flow(&line, 14, 2);
        let words: Vec<String> = rows.iter().map(Line::words).collect();
        assert_eq!(words, ["Massoud says", "  that they", "  will go on"]);
        assert_eq!(rows[2].pieces[1].role, Role::Quote);
    }
}
