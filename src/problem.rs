//! What is wrong in something that a person wrote: the file, the place, and what to write instead.
//!
//! A problem is a value, not an error: whoever reads a file collects every problem in it and goes on
//! with what is good. How problems are printed stands here too, so that they look alike everywhere.

use crate::text::visible::visible;
use std::fmt;
use unicode_width::UnicodeWidthStr;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The thing was read, but the writer probably meant something else.
    Warning,
    /// The thing could not be read and is left out.
    Error,
}

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the user named it or relative to the collection.
    pub file: String,
    /// Line and column, both from 1; the column counts code points. `None` when it is about the file.
    pub place: Option<(usize, usize)>,
    /// The line itself, where there is one of less than 10,000 bytes.
    pub line: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to write or do instead.
    pub hint: Option<String>,
}

/// Lines longer than this, in bytes, are not kept.
const LONGEST: usize = 10_000;

impl Problem {
    /// An error about a whole file.
    pub fn error(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            place: None,
            line: None,
            message: message.into(),
            hint: None,
        }
    }

    /// A warning about a whole file.
    pub fn warning(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(file, message)
        }
    }

    /// The same problem with what to do instead.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same problem at the byte `offset` of `text`, the file's whole text. An offset past the end
    /// stands at the end.
    #[must_use]
    pub fn at(mut self, text: &str, offset: usize) -> Self {
        let offset = (0..=offset.min(text.len()))
            .rev()
            .find(|&o| text.is_char_boundary(o))
            .unwrap_or(0);
        let before = &text[..offset];
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[start..].chars().count() + 1;
        self.place = Some((line, column));
        let line = text[start..].lines().next().unwrap_or("");
        self.line = (line.len() <= LONGEST).then(|| line.to_owned());
        self
    }
}

/// The most columns of a line that are shown.
const SHOWN: usize = 200;

impl Problem {
    /// The line and a mark under the place, each with its gutter.
    fn excerpt(&self) -> Option<[String; 2]> {
        let ((number, column), line) = (self.place?, self.line.as_ref()?);
        let from = column.saturating_sub(SHOWN * 3 / 4);
        let part = |from: usize, count: usize| -> String {
            let part: String = line.chars().skip(from).take(count).collect();
            visible(&part).into_owned()
        };
        let before = part(from, (column - 1).saturating_sub(from)).width();
        let gutter = number.to_string().len();
        Some([
            format!("{number} | {}", part(from, SHOWN)),
            format!("{:gutter$} | {:before$}^", "", ""),
        ])
    }

    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}", visible(&self.file))?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {kind}: {}", visible(&self.message))?;
        for line in self.excerpt().into_iter().flatten() {
            write!(f, "\n  {line}")?;
        }
        if let Some(hint) = &self.hint {
            for line in hint.lines() {
                write!(f, "\n  {}", visible(line))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_under_the_place() {
        let text = "a = 1\n  日本 = [\n";
        let offset = text.find('[').unwrap();
        let shown = Problem::error("x.toml", "an open list")
            .at(text, offset)
            .to_string();
        assert_eq!(
            shown,
            "x.toml:2:8: error: an open list\n  2 |   日本 = [\n    |          ^"
        );
    }

    #[test]
    fn a_hostile_line_reaches_no_terminal() {
        let text = "title = \"\u{1b}[2J\"";
        let problem = Problem::error("\u{7}.toml", "\u{1b}")
            .at(text, 0)
            .hint("\u{9b}");
        assert!(
            !problem
                .to_string()
                .contains(|c: char| c.is_control() && c != '\n')
        );
    }

    #[test]
    fn a_place_far_to_the_right_is_shown() {
        let text = format!("{}!", "x".repeat(5000));
        let shown = Problem::error("x", "far").at(&text, 5000).to_string();
        assert!(shown.contains('!') && shown.len() < 600, "{shown}");
    }
}
