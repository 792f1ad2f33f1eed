//! A line that the reader types into.

use super::key::Key;
use unicode_segmentation::UnicodeSegmentation;

/// Text and a cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// What was typed.
    pub text: String,
    /// Byte before which the next character goes.
    pub cursor: usize,
}

impl Field {
    /// A field with a text in it, the cursor at its end.
    pub fn with(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: text.len(),
        }
    }

    /// Takes a key; says whether it was one for a field.
    pub fn press(&mut self, key: Key) -> bool {
        match (key.typed(), key.name()) {
            (Some(c), _) => self.insert(c),
            (_, Some("Backspace")) => self.remove(self.before(), self.cursor),
            (_, Some("Delete")) => self.remove(self.cursor, self.after()),
            (_, Some("Left")) => self.cursor = self.before(),
            (_, Some("Right")) => self.cursor = self.after(),
            (_, Some("Home")) => self.cursor = 0,
            (_, Some("End")) => self.cursor = self.text.len(),
            _ => return self.control(key),
        }
        true
    }

    fn control(&mut self, key: Key) -> bool {
        if !key.ctrl {
            return false;
        }
        match key.code {
            super::key::Code::Char('a') => self.cursor = 0,
            super::key::Code::Char('e') => self.cursor = self.text.len(),
            super::key::Code::Char('u') => self.remove(0, self.cursor),
            super::key::Code::Char('w') => self.remove(self.word_before(), self.cursor),
            super::key::Code::Char('h') => self.remove(self.before(), self.cursor),
            _ => return false,
        }
        true
    }

    /// Puts a text where the cursor is, on one line.
    pub fn paste(&mut self, text: &str) {
        text.chars().for_each(|c| self.insert(c));
    }

    fn insert(&mut self, c: char) {
        let c = if c.is_control() { ' ' } else { c };
        self.text.insert(self.cursor, c);
        self.cursor += c.len_utf8();
    }

    fn remove(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }

    fn before(&self) -> usize {
        let mut before = self.text[..self.cursor].grapheme_indices(true);
        before.next_back().map_or(0, |(start, _)| start)
    }

    fn after(&self) -> usize {
        let mut after = self.text[self.cursor..].graphemes(true);
        self.cursor + after.next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.rfind(char::is_whitespace).map_or(0, |space| {
            space + before[space..].chars().next().map_or(1, char::len_utf8)
        })
    }
}
