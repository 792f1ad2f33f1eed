//! The headline among the lines before the text.

use super::line::{Line, ratio, words};
use super::outlet;
use super::scraped::{Role, Sorted};
use rustc_hash::FxHashSet;

/// Finds the headline before the paragraph `first`, or takes the one that is `given`, and marks every
/// line that repeats it.
pub fn find(sorted: &mut Sorted, first: usize, given: Option<&str>) {
    let vocabulary = vocabulary(sorted);
    let line = match given {
        Some(title) => Some(title.to_owned()),
        None => best(sorted, first, &vocabulary).map(|n| sorted.lines[n].text.clone()),
    };
    let Some(line) = line else { return };
    let foreign = |name: &str| !words(name).iter().all(|w| vocabulary.contains(w));
    let (title, outlet) = outlet::split_title(&line, &foreign);
    sorted.title = Some(title.to_owned());
    sorted.titled_outlet = outlet;
    let keys = [words(title), words(&line)];
    for (line, role) in sorted.lines.iter().zip(&mut sorted.roles) {
        if keys.contains(&line.words) || repeats(line, title) {
            *role = Role::Title;
        }
    }
}

/// Whether a line is the headline with the outlet's name behind it.
fn repeats(line: &Line, title: &str) -> bool {
    let title = words(title);
    let (head, outlet) = outlet::split_title(&line.text, &|_| true);
    title.len() >= 3 && outlet.is_some() && words(head) == title
}

/// The longer words of the paragraphs.
fn vocabulary(sorted: &Sorted) -> FxHashSet<String> {
    let paragraphs = sorted
        .lines
        .iter()
        .zip(&sorted.roles)
        .filter(|(_, r)| **r == Role::Article);
    paragraphs
        .flat_map(|(l, _)| l.words.iter())
        .filter(|w| w.chars().count() > 3)
        .cloned()
        .collect()
}

/// The line before the text that is most like its headline.
fn best(sorted: &Sorted, first: usize, vocabulary: &FxHashSet<String>) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for n in 0..first {
        let score = likeness(sorted, n, first, vocabulary);
        if score > 0.0 && best.is_none_or(|(b, _)| score > b) {
            best = Some((score, n));
        }
    }
    best.map(|(_, n)| n)
}

/// How much a line is like a headline: its words come back in the text, it is repeated, it has a
/// headline's length, it stands close above the text. 0 where it cannot be one.
fn likeness(sorted: &Sorted, n: usize, first: usize, vocabulary: &FxHashSet<String>) -> f64 {
    let line = &sorted.lines[n];
    let headline = sorted.roles[n] == Role::Label && (2..=30).contains(&line.words.len());
    if !headline || super::caption::is_credited(line) {
        return 0.0;
    }
    let long: Vec<&String> = line
        .words
        .iter()
        .filter(|w| w.chars().count() > 3)
        .collect();
    let shared = long.iter().filter(|w| vocabulary.contains(**w)).count();
    let twice = sorted.lines.iter().enumerate().any(|(m, l)| {
        m != n && line.words.len() > 3 && (l.same_words(line) || repeats(l, &line.text))
    });
    let length = if line.words.len() >= 4 { 0.4 } else { 0.0 };
    let near = 0.3 / ratio(first - n, 1).max(1.0);
    let shared = ratio(shared, long.len().max(2));
    if shared == 0.0 && !twice && first - n > 2 {
        return 0.0;
    }
    shared + if twice { 1.0 } else { 0.0 } + length + near
}
