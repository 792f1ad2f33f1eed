//! The timeline: what each source says about when, day by day.

use super::line::{Line, Role};
use super::marks::TopicMarks;
use super::why::quote;
use super::words::{Ornaments, answer, long_date, published, who};
use crate::article::Article;
use crate::comparison::TopicComparison;
use jiff::civil::Date;

/// A line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A day; `None` for what tells no time.
    Day(Option<Date>),
    /// A passage that speaks of that day, place in the topic's passages.
    Passage(usize),
}

/// The passages of the shown articles by the day that they speak of: their own, else the day of publication.
pub fn entries(topic: &TopicComparison, articles: &[Article], shown: &[usize]) -> Vec<Entry> {
    let mut dated: Vec<(bool, Option<Date>, usize, usize)> = Vec::new();
    for (n, passage) in topic.passages.iter().enumerate() {
        let Some(place) = shown.iter().position(|a| *a == passage.article) else {
            continue;
        };
        let published = articles
            .get(passage.article)
            .and_then(|a| a.published.as_ref());
        let day = passage
            .when
            .map(|w| w.from)
            .or_else(|| published.map(|p| p.date));
        dated.push((day.is_none(), day, place, n));
    }
    dated.sort_unstable();
    let mut entries = Vec::new();
    let mut last = None;
    for (_, day, _, passage) in dated {
        if last != Some(day) {
            entries.push(Entry::Day(day));
            last = Some(day);
        }
        entries.push(Entry::Passage(passage));
    }
    entries
}

/// A line of the timeline as it is shown.
pub fn line(
    entry: &Entry,
    topic: &TopicComparison,
    marks: Option<&TopicMarks>,
    articles: &[Article],
    ornaments: &Ornaments,
) -> Line {
    let passage = match entry {
        Entry::Day(day) => {
            let words = day.map_or_else(|| "no date".to_owned(), long_date);
            return Line::of(" ", Role::Plain).with(&words, Role::Heading);
        }
        Entry::Passage(passage) => *passage,
    };
    let (Some(own), signs) = (
        topic.passages.get(passage),
        marks
            .and_then(|m| m.signs.get(passage))
            .copied()
            .unwrap_or_default(),
    ) else {
        return Line::new();
    };
    let Some(article) = articles.get(own.article) else {
        return Line::new();
    };
    let sign = ornaments.signs(signs);
    let missing = 3usize.saturating_sub(sign.chars().count());
    Line::of("   ", Role::Plain)
        .with(&sign, Role::Sign(signs))
        .with(&" ".repeat(missing), Role::Plain)
        .with(&article.source, Role::Outlet)
        .with(&format!(", {}: ", published(article)), Role::Quiet)
        .with(&who(own, &article.source), Role::Speaker)
        .with(": ", Role::Plain)
        .with(&answer(own), Role::Stand)
        .with(&format!(" “{}”", quote(own, article)), Role::Quote)
}
