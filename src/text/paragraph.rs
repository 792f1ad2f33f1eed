//! Text becomes paragraphs.
//!
//! A blank line ends a paragraph. So does a line break that nobody needed: a text that was wrapped at
//! some width breaks a line only where the next word did not fit, so a line with room for it is a
//! line of its own (a headline, a list item, one of several paragraphs set one to a line).

use super::Span;

/// The paragraphs of a text, in order, without white space around them; never empty.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut block = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len());
        at += line.len();
        if line.trim().is_empty() {
            close(text, &mut block, &mut found);
        } else {
            block.push(span);
        }
    }
    close(text, &mut block, &mut found);
    found
}

/// Divides a block of lines without a blank one among them.
fn close(text: &str, block: &mut Vec<Span>, found: &mut Vec<Span>) {
    let lines = std::mem::take(block);
    let Some(&first) = lines.first() else {
        return;
    };
    let width = lines.iter().map(|l| columns(l.of(text))).max().unwrap_or(0);
    let list = is_word_list(text, &lines);
    let mut start = first.start;
    for pair in lines.windows(2) {
        let (line, next) = (pair[0].of(text), pair[1].of(text));
        if list || is_heading(line) || begins_anew(line, next, width) {
            found.push(Span::new(start, pair[0].end).trim(text));
            start = pair[1].start;
        }
    }
    let end = lines.last().map_or(first.end, |l| l.end);
    found.push(Span::new(start, end).trim(text));
}

/// Width of a line in code points, blanks at its beginning included.
fn columns(line: &str) -> usize {
    line.trim_end().chars().count()
}

/// Widest line that can be an item of a list of bare words.
const ITEM: usize = 40;

/// Three or more short lines, none of which ends like a sentence or breaks off in the middle of one.
fn is_word_list(text: &str, lines: &[Span]) -> bool {
    lines.len() > 2
        && lines.iter().all(|l| {
            let line = l.of(text).trim();
            columns(line) <= ITEM
                && line.ends_with(char::is_alphanumeric)
                && line.starts_with(char::is_lowercase)
        })
}

/// A Markdown heading.
fn is_heading(line: &str) -> bool {
    let marks = line.trim_start().trim_start_matches('#');
    line.trim_start().starts_with('#') && marks.starts_with(' ')
}

/// Whether `next` begins something new after `line`, in a block as wide as `width`.
fn begins_anew(line: &str, next: &str, width: usize) -> bool {
    let next = next.trim();
    if is_heading(next) || is_bullet(next) {
        return true;
    }
    let word = next.split_whitespace().next().unwrap_or("");
    let fits = columns(line) + 1 + columns(word) <= width;
    let lower = next
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_lowercase);
    fits && !lower && !breaks_off(line)
}

/// Whether a line begins as an item of a list: "- fuel", "• bread".
fn is_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    let mark = chars.next();
    let blank = chars.next().is_some_and(char::is_whitespace);
    match mark {
        Some(c) if super::sentence::BULLETS.contains(&c) => true,
        Some('-' | '*' | '–') => blank,
        _ => false,
    }
}

/// Words after which no line that stands alone ends.
const OPEN: [&str; 14] = [
    "the", "a", "an", "of", "and", "or", "in", "to", "at", "by", "for", "from", "with", "mr",
];

/// Whether a line plainly goes on in the next one: "…, the head of the".
fn breaks_off(line: &str) -> bool {
    let line = line.trim_end();
    let word = line
        .rsplit(|c: char| c.is_whitespace())
        .next()
        .unwrap_or("");
    line.ends_with([',', ';', '-'])
        || OPEN
            .iter()
            .any(|o| word.trim_end_matches('.').eq_ignore_ascii_case(o))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_apart(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn a_blank_line_ends_a_paragraph() {
        assert_eq!(told_apart("One.\n \n\nTwo.\n"), ["One.", "Two."]);
        assert_eq!(told_apart("One.\r\n\r\nTwo.\r\n"), ["One.", "Two."]);
    }

    #[test]
    fn a_wrapped_line_goes_on() {
        let text =
            "The ministry said that the road to\nKabul was open again and that\nBagram was quiet.";
        assert_eq!(told_apart(text).len(), 1);
    }

    #[test]
    fn a_headline_above_its_text_stands_alone() {
        let text = "Bridge closed\nThe bridge over the river was closed on Monday, the city said.";
        assert_eq!(told_apart(text).len(), 2);
    }

    #[test]
    fn an_item_of_a_list_stands_alone() {
        assert_eq!(told_apart("They want:\n- bread\n- fuel").len(), 3);
    }

    #[test]
    fn paragraphs_set_one_to_a_line_are_told_apart() {
        let text =
            "The first says this.\nThe second says more.\nThe third says nothing new at all.";
        assert_eq!(told_apart(text).len(), 3);
    }
}
