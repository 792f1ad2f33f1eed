//! Bytes of a body become code points, which the JSON counts in.

use crate::text::Span;

/// For some bytes of a text the code point that stands there. Made in one pass over the text.
#[derive(Debug, Default)]
pub(super) struct Offsets {
    /// (byte, code point), sorted; empty where both are the same.
    known: Vec<(usize, usize)>,
}

impl Offsets {
    /// Counts the code points of `text` before each byte of `wanted`, in whatever order those come.
    pub fn new(text: &str, mut wanted: Vec<usize>) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        wanted.sort_unstable();
        wanted.dedup();
        let (mut byte, mut point) = (0, 0);
        let count = |to: usize| {
            let to = to.min(text.len());
            point += text.as_bytes()[byte..to]
                .iter()
                .filter(|b| is_first(**b))
                .count();
            byte = to;
            (to, point)
        };
        Self {
            known: wanted.into_iter().map(count).collect(),
        }
    }

    /// The code point at a byte that was wanted.
    pub fn at(&self, byte: usize) -> usize {
        match self.known.binary_search_by_key(&byte, |&(b, _)| b) {
            Ok(found) => self.known[found].1,
            Err(_) => byte,
        }
    }

    /// A span in code points.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.at(span.start), self.at(span.end))
    }
}

/// Whether a byte of UTF-8 begins a code point.
const fn is_first(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_not_bytes() {
        let text = "“Łódź” fell 👍🏽.";
        let wanted: Vec<usize> = (0..=text.len())
            .filter(|&b| text.is_char_boundary(b))
            .rev()
            .collect();
        let offsets = Offsets::new(text, wanted.clone());
        for byte in wanted {
            assert_eq!(offsets.at(byte), text[..byte].chars().count());
        }
    }
}
