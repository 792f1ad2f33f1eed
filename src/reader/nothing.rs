//! What the reader says where there is nothing to show.

use super::Reader;
use super::library::Stage;
use crate::page::line::{Line, Role, flow};
use crate::page::words::silence;

fn told(text: &str, columns: usize) -> Vec<Line> {
    flow(&Line::of(text, Role::Quiet), columns, 0)
}

/// In the pane, when there is no topic.
pub fn about_topics(reader: &Reader, columns: usize) -> Vec<Line> {
    let words = match (&reader.library.stage, reader.library.articles.len()) {
        (Stage::Working { .. }, _) => "Comparing the articles…",
        (Stage::Done, 0) => "",
        (Stage::Done, 1) => "One article: nothing to compare it with.",
        (Stage::Done, _) => "No topic: add [[topics]] to config.toml to have passages marked.",
    };
    told(words, columns)
}

/// In the pane, when no passage is selected.
pub fn about_passages(reader: &Reader, columns: usize) -> Vec<Line> {
    if let Stage::Working { .. } = reader.library.stage {
        return told("Comparing the articles…", columns);
    }
    let Some(topic) = reader.library.comparison.topics.get(reader.topic) else {
        return Vec::new();
    };
    if topic.passages.is_empty() {
        let words = format!(
            "No passage of any article is on the topic “{}”.",
            topic.name
        );
        return told(&words, columns);
    }
    let Some(article) = reader.shelf.focused() else {
        return Vec::new();
    };
    let source = topic.sources.get(article);
    let outlet = &reader.library.articles[article].source;
    let kind = source
        .and_then(|s| s.silence)
        .map_or("no passage selected", silence);
    let next = reader.keys.key_for("next-passage");
    told(
        &format!(
            "{outlet} on “{}”: {kind}. {next} goes to the next marked passage.",
            topic.name
        ),
        columns,
    )
}

/// In place of the columns, when there is no article to show.
pub fn about_articles(reader: &Reader) -> Vec<String> {
    if let Stage::Working { .. } = reader.library.stage {
        return vec!["Reading the articles…".to_owned()];
    }
    let mut lines = vec!["There are no articles here.".to_owned()];
    if !reader.library.problems.is_empty() {
        let count = reader.library.problems.len();
        let unit = if count == 1 {
            "problem was"
        } else {
            "problems were"
        };
        let key = reader.keys.key_for("problems");
        lines.push(format!("{count} {unit} found: {key} shows them."));
    }
    lines.push("An article is a .md or .txt file; `parallax import` makes them, `parallax init` starts a collection.".to_owned());
    lines
}
