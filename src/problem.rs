//! What is wrong in something that a person wrote: the file, the place, and what to write instead.
//!
//! A problem is a value, not an error: whoever reads a file collects every problem in it and goes on
//! with what is good. How problems are printed stands here too, so that they look alike everywhere.

use std::fmt;

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
    /// The line itself, where there is one.
    pub line: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to write or do instead.
    pub hint: Option<String>,
}

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
        self.line = Some(text[start..].lines().next().unwrap_or("").to_owned());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        match self.place {
            Some((line, column)) => {
                write!(f, "{}:{line}:{column}: {kind}: {}", self.file, self.message)?;
            }
            None => write!(f, "{}: {kind}: {}", self.file, self.message)?,
        }
        if let (Some(line), Some((number, column))) = (&self.line, self.place) {
            let shown: String = line.chars().take(200).collect();
            write!(f, "\n  {number} | {shown}")?;
            if column <= 200 {
                let gutter = number.to_string().len();
                write!(f, "\n  {:gutter$} | {:>column$}", "", "^")?;
            }
        }
        if let Some(hint) = &self.hint {
            write!(f, "\n  {hint}")?;
        }
        Ok(())
    }
}
