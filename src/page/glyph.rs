//! Text as a terminal can show it: every character either has a width or a visible stand-in.
//!
//! Nothing that comes out of here steers a terminal: escape and control characters become pictures
//! of themselves, direction overrides a replacement sign, and what has no width and no meaning alone
//! goes. Widths are display columns, as `unicode-width` counts them for a whole grapheme.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands in a terminal for one grapheme of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// First byte of the grapheme in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What to send; empty for what has no picture (a soft hyphen, a zero-width space).
    pub shown: Cow<'a, str>,
    /// Display columns of `shown`.
    pub width: usize,
}

/// How many columns a tab takes.
pub const TAB: usize = 4;

/// A grapheme of more characters than this is cut: nobody reads forty accents on one letter, and a
/// terminal may choke on them.
const MOST_CHARS: usize = 16;

/// The glyphs of a text, in order.
pub fn glyphs(text: &str) -> impl Iterator<Item = Glyph<'_>> {
    text.grapheme_indices(true).map(|(start, grapheme)| {
        let shown = stand_in(grapheme);
        Glyph {
            start,
            end: start + grapheme.len(),
            width: shown_width(&shown),
            shown,
        }
    })
}

/// Display columns of a text as [`glyphs`] shows it.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    glyphs(text).map(|g| g.width).sum()
}

/// The whole text as it can be sent to a terminal, on one line.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    glyphs(text).map(|g| g.shown).collect::<String>().into()
}

/// Whether every byte is a printable ASCII character: one byte, one column.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x7f).contains(&b))
}

fn shown_width(shown: &str) -> usize {
    match shown.len() {
        0 | 1 => shown.len(),
        _ => shown.width() + halfwidth_marks(shown),
    }
}

/// `unicode-width` counts the halfwidth Katakana sound marks as nothing; terminals give them a cell.
fn halfwidth_marks(shown: &str) -> usize {
    shown
        .chars()
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'))
        .count()
}

fn stand_in(grapheme: &str) -> Cow<'_, str> {
    let mut chars = grapheme.chars();
    let Some(first) = chars.next() else {
        return Cow::Borrowed("");
    };
    if chars.next().is_none() {
        return single(first, grapheme);
    }
    if grapheme == "\r\n" {
        return Cow::Borrowed(" ");
    }
    let needs_care =
        grapheme.chars().any(|c| c.is_control() || is_override(c)) || grapheme.width() == 0;
    let too_long = grapheme.chars().nth(MOST_CHARS).is_some();
    match (needs_care, too_long) {
        (false, false) => Cow::Borrowed(grapheme),
        (true, _) => grapheme
            .chars()
            .map(|c| single(c, c.encode_utf8(&mut [0; 4])).into_owned())
            .collect::<String>()
            .into(),
        (false, true) => grapheme.chars().take(MOST_CHARS).collect::<String>().into(),
    }
}

fn single<'a>(c: char, as_str: &'a str) -> Cow<'a, str> {
    match c {
        '\t' => Cow::Borrowed("    "),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Cow::Borrowed(" "),
        '\u{7f}' => Cow::Borrowed("\u{2421}"),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32)
            .unwrap_or('\u{fffd}')
            .to_string()
            .into(),
        c if c.is_control() || is_override(c) => Cow::Borrowed("\u{fffd}"),
        c if c.is_ascii() => Cow::Owned(c.to_string()),
        c => wide_or_based(c, as_str),
    }
}

/// A character without a width is shown on a dotted circle when it is a mark, else not at all.
fn wide_or_based<'a>(c: char, as_str: &'a str) -> Cow<'a, str> {
    if shown_width(c.encode_utf8(&mut [0; 4])) > 0 {
        return Cow::Owned(as_str.to_owned());
    }
    let based = format!("\u{25cc}{c}");
    if is_mark(c) && based.width() == 1 {
        based.into()
    } else {
        Cow::Borrowed("")
    }
}

/// Characters that turn the direction of what follows and can make text read as another.
fn is_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{206a}'..='\u{206f}')
}

fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{900}'..='\u{94d}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_is_shown_and_not_sent() {
        assert_eq!(visible("\x1b[31mred\x07"), "\u{241b}[31mred\u{2407}");
        assert_eq!(visible("a\u{9b}2J"), "a\u{fffd}2J");
        assert!(!visible("a\u{202e}b").contains('\u{202e}'));
    }

    #[test]
    fn what_is_shown_is_as_wide_as_is_counted() {
        for text in [
            "é",
            "e\u{301}",
            "日本",
            "👨‍👩‍👧",
            "\u{301}x",
            "a\u{ad}b",
            "\t",
            "ｶﾞ",
            "\u{200b}",
            "שלום",
        ] {
            assert_eq!(width(text), shown_width(&visible(text)), "{text:?}");
        }
        assert_eq!(width("a\u{ad}b\u{200b}"), 2);
        assert_eq!(width("\t"), TAB);
    }

    #[test]
    fn a_letter_under_a_heap_of_accents_is_cut() {
        let heap = format!("a{}", "\u{301}".repeat(500));
        assert!(visible(&heap).chars().count() <= MOST_CHARS);
    }
}
