//! What an element says that its content is: by its name, its role, its classes and its id. The words
//! stand in `place.toml`.

use crate::text::lexicon::{self, Lexicon};
use rustc_hash::FxHashMap;
use scraper::node::Element;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    role: String,
    words: Vec<String>,
}

/// The text of the data file, for its tests.
pub const DATA: &str = include_str!("place.toml");

static ROLES: LazyLock<(Lexicon<Words>, FxHashMap<String, usize>)> = LazyLock::new(|| {
    let file: Lexicon<Words> = lexicon::read("place.toml", DATA);
    let mut by_word = FxHashMap::default();
    for (n, entry) in file.entries.iter().enumerate() {
        for word in &entry.words {
            by_word.insert(word.clone(), n);
        }
    }
    (file, by_word)
});

/// What an element says that its content is.
pub fn roles(element: &Element) -> Vec<&'static str> {
    let mut found = Vec::new();
    let own = match element.name() {
        name @ ("nav" | "footer" | "header" | "aside" | "figcaption" | "figure" | "form"
        | "article" | "main" | "table" | "time" | "blockquote" | "label" | "address") => Some(name),
        _ => None,
    };
    found.extend(own.and_then(of_word));
    if matches!(element.name(), "html" | "body") {
        return found;
    }
    let attributes = [
        "class",
        "id",
        "role",
        "itemprop",
        "data-component",
        "data-testid",
        "data-module",
        "data-type",
        "aria-label",
    ];
    for value in attributes.iter().filter_map(|a| element.attr(a)) {
        for name in value.split_whitespace().take(12) {
            of_name(name, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn of_word(word: &str) -> Option<&'static str> {
    let (file, by_word) = &*ROLES;
    by_word.get(word).map(|n| file.entries[*n].role.as_str())
}

/// The roles of a class such as `article__relatedLinks`: of its words and of pairs of them.
fn of_name(name: &str, found: &mut Vec<&'static str>) {
    let parts = parts(name);
    for (n, part) in parts.iter().enumerate().take(10) {
        let pair = parts.get(n + 1).map(|next| format!("{part}-{next}"));
        match pair.and_then(|p| of_word(&p)) {
            Some(role) => found.push(role),
            None => found.extend(of_word(part)),
        }
    }
}

/// `article__relatedLinks` → article, related, links.
fn parts(name: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            found.push(String::new());
        }
        lower = c.is_lowercase();
        if c.is_alphanumeric()
            && let Some(last) = found.last_mut()
        {
            last.extend(c.to_lowercase());
        }
    }
    found.retain(|p| !p.is_empty());
    found
}
