//! Characters that a terminal would obey or hide, made harmless.
//!
//! Text of articles, configurations and file names may hold escape sequences, direction overrides and
//! other characters that are not meant for the eye. Whatever prints such text passes it through here,
//! so that hostile text is seen and never obeyed. One character becomes one or none: offsets can be
//! carried along.

use std::borrow::Cow;

/// What to print for a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The character itself.
    Same,
    /// This one in its place.
    As(char),
    /// Nothing: it takes no room and means nothing to a reader.
    Nothing,
}

/// What to print for `c`.
///
/// - A control character becomes its picture (ESC is `␛`), a tab, NEL and the line and paragraph
///   separators a space, a C1 control `�`; the line feed too becomes a picture, so split lines first.
/// - Overrides, embeddings and isolates of the writing direction become `�`, for they make a text
///   look like another one.
/// - Direction marks, zero-width spaces, soft hyphens, byte order marks and tags become nothing.
///   Joiners stay: scripts and emoji need them.
pub const fn shown(c: char) -> Shown {
    match c {
        ' '..='~' => Shown::Same,
        '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::As(' '),
        '\0'..='\u{1f}' => Shown::As(picture(c)),
        '\u{7f}' => Shown::As('␡'),
        '\u{80}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}' => Shown::As('\u{fffd}'),
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => Shown::Nothing,
        _ => Shown::Same,
    }
}

/// The picture of a control character below space, from Unicode's block Control Pictures.
const fn picture(c: char) -> char {
    match char::from_u32(0x2400 + c as u32) {
        Some(picture) => picture,
        None => '\u{fffd}',
    }
}

/// A line of text as it may be printed; see [`shown`]. Nothing is copied where nothing changes.
///
/// ```
/// use parallax::text::visible::visible;
/// assert_eq!(visible("red: \u{1b}[31m"), "red: ␛[31m");
/// ```
pub fn visible(line: &str) -> Cow<'_, str> {
    if line.chars().all(|c| shown(c) == Shown::Same) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(
        line.chars()
            .filter_map(|c| match shown(c) {
                Shown::Same => Some(c),
                Shown::As(other) => Some(other),
                Shown::Nothing => None,
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let line = visible(c.encode_utf8(&mut [0; 4])).into_owned();
            assert!(
                !line.chars().any(char::is_control),
                "{c:?} becomes {line:?}"
            );
        }
    }

    #[test]
    fn a_direction_override_is_seen() {
        assert_eq!(visible("a\u{202e}b"), "a\u{fffd}b");
    }

    #[test]
    fn what_takes_no_room_goes_and_what_emoji_need_stays() {
        assert_eq!(visible("so\u{ad}ft\u{200b}"), "soft");
        assert_eq!(visible("👩\u{200d}🚒"), "👩\u{200d}🚒");
    }
}
