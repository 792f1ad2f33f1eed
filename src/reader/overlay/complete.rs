//! What a command line can be completed to.

use super::{Prompt, PromptKind};
use crate::reader::Reader;
use crate::reader::commands::COMMANDS;
use crate::reader::view::View;

/// So many offers at most.
const MOST: usize = 50;

/// The whole lines that the typed one can be completed to.
pub(super) fn offers(reader: &Reader, prompt: &Prompt) -> Vec<String> {
    if prompt.kind != PromptKind::Command {
        return Vec::new();
    }
    let typed = prompt.field.text.trim_start();
    let offers: Vec<String> = match typed.split_once(' ') {
        None => COMMANDS.iter().map(|c| c.name.to_owned()).collect(),
        Some((command, _)) => arguments(reader, command)
            .into_iter()
            .map(|a| format!("{command} {a}"))
            .collect(),
    };
    let small = typed.to_lowercase();
    let begins = |o: &String| o.to_lowercase().starts_with(&small);
    offers.into_iter().filter(begins).take(MOST).collect()
}

fn arguments(reader: &Reader, command: &str) -> Vec<String> {
    let topics = &reader.library.comparison.topics;
    match command {
        "topic" => topics.iter().map(|t| t.name.clone()).collect(),
        "source" | "go-to-source" | "hide" => {
            let articles = reader.shelf.all().iter();
            articles
                .map(|&a| reader.library.articles[a].source.clone())
                .collect()
        }
        "order" => ["date", "name", "hand"].map(str::to_owned).to_vec(),
        "view" => View::ALL.iter().map(|v| v.name().to_owned()).collect(),
        "theme" => reader.settings.themes.clone(),
        "filter" => ["conflict", "agree", "update"].map(str::to_owned).to_vec(),
        _ => Vec::new(),
    }
}
