//! Lines of at most so many columns, for reports.

use crate::text::visible::visible;
use std::io;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Writes paragraphs, wrapped.
pub(super) struct Page<W> {
    out: W,
    /// Columns of a line.
    width: usize,
}

/// The narrowest lines, in columns: below that nothing can be read.
const NARROWEST: usize = 20;

impl<W: io::Write> Page<W> {
    pub fn new(out: W, width: usize) -> Self {
        let width = width.max(NARROWEST);
        Self { out, width }
    }

    /// An empty line.
    pub fn blank(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n")
    }

    /// A paragraph, its first line `indent` columns from the left, the others two more. Line breaks
    /// in `text` count as spaces; what a terminal would obey is replaced.
    pub fn say(&mut self, indent: usize, text: &str) -> io::Result<()> {
        let (mut margin, mut line) = (indent, String::new());
        let mut column = 0;
        for word in words(text) {
            for (n, piece) in pieces(&word, self.width.saturating_sub(margin + 2)).enumerate() {
                let space = usize::from(column > 0 && n == 0);
                if column > 0 && margin + column + space + piece.width() > self.width {
                    self.line(margin, &line)?;
                    margin = indent + 2;
                    line.clear();
                    column = 0;
                }
                if column > 0 && space > 0 {
                    line.push(' ');
                }
                line.push_str(piece);
                column = line.width();
            }
        }
        self.line(margin, &line)
    }

    fn line(&mut self, margin: usize, line: &str) -> io::Result<()> {
        writeln!(self.out, "{:margin$}{line}", "")
    }
}

/// The words of a text, as they may be printed.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .map(|word| visible(word).into_owned())
}

/// A word in pieces of at most `room` columns: words that are wider than a line are cut between
/// characters, and so are those of scripts without spaces.
fn pieces(word: &str, room: usize) -> impl Iterator<Item = &str> {
    let room = room.max(2);
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut width = 0;
        let mut end = 0;
        for cluster in rest.graphemes(true) {
            width += cluster.width();
            if width > room && end > 0 {
                break;
            }
            end += cluster.len();
        }
        let (piece, left) = rest.split_at(end);
        rest = left;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(width: usize, indent: usize, text: &str) -> String {
        let mut out = Vec::new();
        Page::new(&mut out, width).say(indent, text).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_line_is_wider_than_asked_and_no_word_is_lost() {
        let text = "some 日本語の長い文章がここにあります words, and aveeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeery long one";
        for width in 20..60 {
            let out = said(width, 4, text);
            assert!(out.lines().all(|l| l.width() <= width), "{width}\n{out}");
            let joined: String = out.split_whitespace().collect();
            assert_eq!(joined, text.split_whitespace().collect::<String>());
        }
    }

    #[test]
    fn lines_after_the_first_hang() {
        assert_eq!(
            said(20, 2, "one two three four five"),
            "  one two three four\n    five\n"
        );
    }
}
