//! Search runs over the text of the articles, not over the rows of the screen.

use crate::article::Article;
use crate::text::Span;
use std::collections::BTreeMap;

/// What was searched for and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed; nothing when there is no search.
    pub words: String,
    /// Only this article.
    pub only: Option<usize>,
    /// By article, sorted.
    found: BTreeMap<usize, Vec<Span>>,
    /// The one that the reader stands at: article, place among its matches.
    pub at: Option<(usize, usize)>,
}

impl Search {
    /// Forgets the search.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Searches the articles. A capital letter in what was typed makes case count; white space in it
    /// stands for any white space.
    pub fn run(&mut self, words: &str, articles: &[Article]) {
        words.clone_into(&mut self.words);
        self.found.clear();
        self.at = None;
        let pattern = Pattern::new(words);
        let places = 0..articles.len();
        for article in places.filter(|a| self.only.is_none_or(|only| only == *a)) {
            let spans = pattern.find_all(&articles[article].body);
            if !spans.is_empty() {
                self.found.insert(article, spans);
            }
        }
    }

    /// What was found in an article, sorted.
    pub fn found(&self, article: usize) -> &[Span] {
        self.found.get(&article).map_or(&[], Vec::as_slice)
    }

    /// How many matches there are in all.
    pub fn count(&self) -> usize {
        self.found.values().map(Vec::len).sum()
    }

    /// All matches of the shown articles in their order: article, place among its matches.
    pub fn in_order(&self, shown: &[usize]) -> Vec<(usize, usize)> {
        shown
            .iter()
            .flat_map(|&a| (0..self.found(a).len()).map(move |i| (a, i)))
            .collect()
    }
}

struct Pattern {
    words: Vec<char>,
    with_case: bool,
}

impl Pattern {
    fn new(typed: &str) -> Self {
        let with_case = typed.chars().any(char::is_uppercase);
        let joined = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            words: joined.chars().map(|c| fold(c, with_case)).collect(),
            with_case,
        }
    }

    fn find_all(&self, text: &str) -> Vec<Span> {
        let mut found = Vec::new();
        let Some(&first) = self.words.first() else {
            return found;
        };
        let mut past = 0;
        for start in self.starts(text, first) {
            if start < past {
                continue;
            }
            if let Some(end) = self.match_at(text, start) {
                found.push(Span::new(start, end));
                past = end;
            }
        }
        found
    }

    /// Where the first character stands. ASCII letters are found without looking at the rest.
    fn starts<'a>(&self, text: &'a str, first: char) -> Box<dyn Iterator<Item = usize> + 'a> {
        let with_case = self.with_case;
        if first.is_ascii() && !matches!(first, 'k' | 's') {
            let (a, b) = (first as u8, first.to_ascii_uppercase() as u8);
            let b = if with_case { a } else { b };
            return Box::new(memchr::memchr2_iter(a, b, text.as_bytes()));
        }
        Box::new(
            text.char_indices()
                .filter(move |(_, c)| fold(*c, with_case) == first)
                .map(|(i, _)| i),
        )
    }

    fn match_at(&self, text: &str, start: usize) -> Option<usize> {
        let mut chars = text[start..].char_indices().peekable();
        let mut end = start;
        for &wanted in &self.words {
            let (at, c) = chars.next()?;
            if wanted == ' ' && c.is_whitespace() {
                while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            } else if fold(c, self.with_case) != wanted {
                return None;
            }
            end = start + at + c.len_utf8();
        }
        Some(end)
    }
}

fn fold(c: char, with_case: bool) -> char {
    if with_case {
        return c;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(words: &str, text: &'a str) -> Vec<&'a str> {
        Pattern::new(words)
            .find_all(text)
            .iter()
            .map(|s| s.of(text))
            .collect()
    }

    #[test]
    fn small_letters_find_capitals_and_capitals_only_themselves() {
        assert_eq!(
            found("kabul", "Kabul, KABUL, kabul"),
            ["Kabul", "KABUL", "kabul"]
        );
        assert_eq!(found("Kabul", "Kabul, KABUL, kabul"), ["Kabul"]);
        assert_eq!(found("élan", "Élan"), ["Élan"]);
    }

    #[test]
    fn a_phrase_is_found_across_a_line_break() {
        assert_eq!(
            found("under control", "was under\n  control."),
            ["under\n  control"]
        );
    }

    #[test]
    fn matches_do_not_overlap() {
        assert_eq!(found("aa", "aaaaa").len(), 2);
        assert!(found("", "abc").is_empty());
    }
}
