//! Text becomes rows of a width: broken where Unicode allows a line to end, measured in display
//! columns, never in characters or bytes.

use super::glyph::{glyphs, is_plain, width};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A stretch of a text that fills one row, in bytes, without the white space that hangs over its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A line of this many bytes was broken because it was full: its break is a space.
const FULL_LINE: usize = 55;

/// The rows of a text at a width in display columns. An empty stretch is a blank row between
/// paragraphs. Texts beyond 4 GB are cut there.
pub fn wrap(text: &str, columns: usize) -> Vec<Stretch> {
    let mut rows = Vec::with_capacity(text.len() / columns.max(1) + 8);
    let mut at = 0;
    let text = text.get(..u32::MAX as usize).unwrap_or(text);
    for block in blocks(text) {
        if !rows.is_empty() {
            rows.push(stretch(at, at));
        }
        at = block.0;
        wrap_block(text, block, columns.max(1), &mut rows);
        at = block.1.max(at);
    }
    rows
}

fn stretch(start: usize, end: usize) -> Stretch {
    Stretch {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        end: u32::try_from(end).unwrap_or(u32::MAX),
    }
}

/// The paragraphs: what stands between blank lines, as bytes of the text.
fn blocks(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    let mut open: Option<(usize, usize)> = None;
    let mut lines = text.split_inclusive('\n');
    std::iter::from_fn(move || {
        for line in lines.by_ref() {
            let start = at;
            at += line.len();
            if !line.trim().is_empty() {
                open = Some((open.map_or(start, |o| o.0), start + line.trim_end().len()));
            } else if let Some(done) = open.take() {
                return Some(done);
            }
        }
        open.take()
    })
}

fn wrap_block(text: &str, (from, to): (usize, usize), columns: usize, rows: &mut Vec<Stretch>) {
    let block = &text[from..to];
    let mut row = Filling::new(from, columns);
    let mut start = 0;
    let mut line_start = 0;
    for (end, kind) in linebreaks(block) {
        row.add(block, from, start, end, rows);
        start = end;
        if kind == BreakOpportunity::Mandatory {
            if end == block.len() || ends_a_line(block, line_start, end) {
                row.close(from + end, rows);
            }
            line_start = end;
        }
    }
}

/// Whether the line break before `end` was meant, and is not just the width of whoever wrote it.
fn ends_a_line(block: &str, line_start: usize, end: usize) -> bool {
    let line = block[line_start..end].trim_end();
    let next = block[end..].trim_start();
    line.len() < FULL_LINE || next.starts_with(['-', '*', '#', '>', '•', '|'])
}

/// The row that is being filled.
struct Filling {
    columns: usize,
    start: usize,
    end: usize,
    used: usize,
}

impl Filling {
    const fn new(start: usize, columns: usize) -> Self {
        Self {
            columns,
            start,
            end: start,
            used: 0,
        }
    }

    /// Adds the piece `start..end` of the block, which may not be broken but at its end.
    fn add(&mut self, block: &str, from: usize, start: usize, end: usize, rows: &mut Vec<Stretch>) {
        let piece = &block[start..end];
        let solid = piece.trim_end();
        let solid_width = columns_of(solid);
        if self.used + solid_width > self.columns && self.used > 0 {
            self.close(from + start, rows);
        }
        if solid_width > self.columns {
            self.split(solid, from + start, rows);
        } else {
            self.used += solid_width;
            self.end = from + start + solid.len();
        }
        self.used += width(&piece[solid.len()..]);
    }

    /// A word that is longer than a row goes on in the next, between two graphemes.
    fn split(&mut self, word: &str, at: usize, rows: &mut Vec<Stretch>) {
        for glyph in glyphs(word) {
            if self.used + glyph.width > self.columns && self.used > 0 {
                self.close(at + glyph.start, rows);
            }
            if glyph.width > self.columns {
                self.take_apart(&word[glyph.start..glyph.end], at + glyph.start, rows);
                continue;
            }
            self.used += glyph.width;
            self.end = at + glyph.end;
        }
    }

    /// A grapheme that is wider than a row (a letter with wide vowel signs) stands a character a row.
    fn take_apart(&mut self, grapheme: &str, at: usize, rows: &mut Vec<Stretch>) {
        for (start, c) in grapheme.char_indices() {
            self.close(at + start, rows);
            self.end = at + start + c.len_utf8();
            self.used = self.columns;
        }
    }

    fn close(&mut self, next: usize, rows: &mut Vec<Stretch>) {
        if self.end > self.start {
            rows.push(stretch(self.start, self.end));
        }
        self.start = next;
        self.end = next;
        self.used = 0;
    }
}

/// Columns of a piece; one more when it ends in a soft hyphen, which shows at the end of a row.
fn columns_of(piece: &str) -> usize {
    if is_plain(piece) {
        return piece.len();
    }
    width(piece) + usize::from(piece.ends_with('\u{ad}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns)
            .iter()
            .map(|s| &text[s.start as usize..s.end as usize])
            .collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(rows("one two three four", 9), ["one two", "three", "four"]);
    }

    #[test]
    fn paragraphs_stand_apart_by_one_blank_row() {
        assert_eq!(rows("\n\nOne.\n\n\n\nTwo.\n", 20), ["One.", "", "Two."]);
        assert!(rows("", 20).is_empty());
        assert!(rows(" \n\n ", 20).is_empty());
    }

    #[test]
    fn a_full_line_flows_on_and_a_short_one_ends() {
        let full = "a ".repeat(30);
        assert_eq!(rows(&format!("{full}\nb"), 200), [format!("{full}\nb")]);
        assert_eq!(rows("Headline\nText", 200), ["Headline", "Text"]);
        assert_eq!(rows(&format!("{full}\n- item"), 200).len(), 2);
    }

    #[test]
    fn a_word_longer_than_the_row_is_split_and_nothing_is_lost() {
        assert_eq!(rows("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(rows("日本語日本語", 5), ["日本", "語日", "本語"]);
    }

    #[test]
    fn a_grapheme_wider_than_the_row_is_taken_apart() {
        assert_eq!(rows("\u{4e3d}\u{dcc}\u{dcf} a", 2).last(), Some(&"a"));
        for text in ["\u{2f800}\u{dcc}", "A\u{119dc}\u{bc6}"] {
            let rows = rows(text, 2);
            assert!(rows.iter().all(|r| width(r) <= 2), "{rows:?}");
            assert_eq!(rows.concat(), text);
        }
    }

    proptest! {
        #[test]
        fn no_row_is_wider_than_the_column(text in "\\PC{0,300}", columns in 2usize..60) {
            for row in rows(&text, columns) {
                prop_assert!(width(row) <= columns, "{row:?} is {} wide", width(row));
            }
        }

        #[test]
        fn every_visible_character_is_on_a_row(text in "[ \na-zé日\u{301}-]{0,300}", columns in 2usize..60) {
            let kept: String = rows(&text, columns).concat();
            let solid = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&kept), solid(&text));
        }
    }
}
