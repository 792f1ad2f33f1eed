//! The findings of all topics: what conflicts and what agrees, strongest first.

use super::line::{Line, Role, flow};
use super::why::quote;
use super::words::{Ornaments, published, signs_of, who};
use crate::article::Article;
use crate::comparison::{Between, Comparison, Finding, Kind, TopicComparison};

/// What a list of findings is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only those with these words in the topic, the title, an outlet, a speaker or a quotation.
    pub words: String,
}

impl Filter {
    /// Reads `conflict`, `agree` or `update`, and words, in any order.
    pub fn parse(typed: &str) -> Self {
        let mut filter = Self::default();
        let mut words = Vec::new();
        for word in typed.split_whitespace() {
            match word.to_lowercase().as_str() {
                "conflict" | "conflicts" | "≠" => filter.kind = Some(Kind::Conflict),
                "agree" | "agreement" | "agreements" | "≡" => filter.kind = Some(Kind::Agree),
                "update" | "updates" | "↻" => filter.kind = Some(Kind::Update),
                other => words.push(other.to_owned()),
            }
        }
        filter.words = words.join(" ");
        filter
    }

    /// In words, for the list's heading; empty when it narrows nothing.
    pub fn words(&self, ornaments: &Ornaments) -> String {
        let kind = self.kind.map(|k| ornaments.kind(k).to_string());
        let words = (!self.words.is_empty()).then(|| self.words.clone());
        kind.into_iter().chain(words).collect::<Vec<_>>().join(" ")
    }
}

/// A finding in the list: its topic, its place among the topic's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The topic.
    pub topic: usize,
    /// Place among its findings.
    pub finding: usize,
}

/// The findings that a filter leaves: outlets' own conflicts, parties' disputes, updates, agreements;
/// among equals the one with more outlets first.
pub fn entries(comparison: &Comparison, articles: &[Article], filter: &Filter) -> Vec<Entry> {
    let mut all: Vec<(Entry, &Finding)> = Vec::new();
    for (n, topic) in comparison.topics.iter().enumerate() {
        for (finding, found) in topic.findings.iter().enumerate() {
            if keeps(filter, topic, found, articles) {
                all.push((Entry { topic: n, finding }, found));
            }
        }
    }
    all.sort_by_key(|(entry, f)| {
        let outlets = std::cmp::Reverse(f.outlets);
        (f.kind, f.between, outlets, entry.topic, entry.finding)
    });
    all.into_iter().map(|(entry, _)| entry).collect()
}

fn keeps(
    filter: &Filter,
    topic: &TopicComparison,
    finding: &Finding,
    articles: &[Article],
) -> bool {
    if filter.kind.is_some_and(|k| k != finding.kind) {
        return false;
    }
    if filter.words.is_empty() {
        return true;
    }
    let mut text = format!("{} {} {}", topic.name, finding.title, finding.why);
    for passage in finding
        .passages
        .iter()
        .filter_map(|p| topic.passages.get(*p))
    {
        if let Some(article) = articles.get(passage.article) {
            text.push_str(&format!(
                " {} {}",
                article.source,
                passage.span.of(&article.body)
            ));
        }
        text.push_str(passage.speaker.as_deref().unwrap_or(""));
    }
    let text = text.to_lowercase();
    filter.words.split(' ').all(|w| text.contains(w))
}

/// A finding's line in the list.
pub fn line(
    topic: &TopicComparison,
    finding: &Finding,
    ornaments: &Ornaments,
    columns: usize,
) -> Line {
    let sign = ornaments.kind(finding.kind).to_string();
    let own = finding.kind == Kind::Conflict && finding.between == Between::Sources;
    let signs = if own {
        sign.repeat(2)
    } else {
        format!("{sign} ")
    };
    let left = Line::of(" ", Role::Plain)
        .with(&signs, Role::Sign(signs_of(finding.kind)))
        .with(" ", Role::Plain)
        .with(&topic.name, Role::Outlet)
        .with("  ", Role::Plain)
        .with(&finding.title, Role::Plain);
    left.opposite(
        Line::of(&format!("{} ", counts(finding)), Role::Quiet),
        columns,
    )
}

/// `4 outlets, 2 speakers, 2 origins`.
pub fn counts(finding: &Finding) -> String {
    let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let between = match (finding.kind, finding.between) {
        (Kind::Conflict, Between::Sources) => "outlets differ: ",
        (Kind::Conflict, Between::Parties) => "parties dispute: ",
        _ => "",
    };
    format!(
        "{between}{}, {}",
        plural(finding.outlets, "outlet"),
        plural(finding.origins, "origin")
    )
}

/// The preview of a finding: why, and what each passage says.
pub fn preview(
    topic: &TopicComparison,
    finding: &Finding,
    articles: &[Article],
    columns: usize,
) -> Vec<Line> {
    let mut lines = flow(&Line::of(&finding.why, Role::Plain), columns, 0);
    let counts = format!("{} speakers · {}", finding.speakers, counts(finding));
    lines.push(Line::of(&counts, Role::Quiet));
    for passage in finding
        .passages
        .iter()
        .filter_map(|p| topic.passages.get(*p))
    {
        let Some(article) = articles.get(passage.article) else {
            continue;
        };
        let line = Line::of(&article.source, Role::Outlet)
            .with(&format!(", {}: ", published(article)), Role::Quiet)
            .with(&who(passage, &article.source), Role::Speaker)
            .with(": ", Role::Plain)
            .with(passage.position.as_deref().unwrap_or(""), Role::Stand)
            .with(&format!(" “{}”", quote(passage, article)), Role::Quote);
        lines.extend(flow(&line, columns, 2));
    }
    lines
}
