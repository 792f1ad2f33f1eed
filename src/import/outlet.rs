//! Outlets: which ones the world knows (`outlets.toml`), and how a page names its own
//! (`outlet_phrases.toml`).

use super::line::{Line, starts_upper, words};
use crate::text::lexicon::{self, Lexicon};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// An outlet or agency that is known by name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// The name to show.
    pub name: String,
    /// Other ways to write it.
    #[serde(default)]
    pub aka: Vec<String>,
    /// Its sites: hosts without `www.`.
    #[serde(default)]
    pub sites: Vec<String>,
    /// Whether other outlets print its texts.
    #[serde(default)]
    pub agency: bool,
}

/// A phrase in which a page names its outlet: the name stands between `before` and `after`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

/// The text of the list of outlets, for its tests.
pub const OUTLETS: &str = include_str!("outlets.toml");
/// The text of the list of phrases, for its tests.
pub const PHRASES: &str = include_str!("outlet_phrases.toml");

struct Known {
    list: Lexicon<Outlet>,
    by_name: FxHashMap<String, usize>,
    by_site: FxHashMap<String, usize>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let list: Lexicon<Outlet> = lexicon::read("outlets.toml", OUTLETS);
    let mut by_name = FxHashMap::default();
    let mut by_site = FxHashMap::default();
    for (n, outlet) in list.entries.iter().enumerate() {
        for name in std::iter::once(&outlet.name).chain(&outlet.aka) {
            by_name.entry(key(name)).or_insert(n);
        }
        for site in &outlet.sites {
            by_site.insert(site.clone(), n);
        }
    }
    Known {
        list,
        by_name,
        by_site,
    }
});

static NAMED: LazyLock<Lexicon<Phrase>> =
    LazyLock::new(|| lexicon::read("outlet_phrases.toml", PHRASES));

/// A name as it is compared: letters and digits alone, lower case, without "the" before it.
pub fn key(name: &str) -> String {
    let words = words(name);
    let rest = words.strip_prefix(&["the".to_owned()]).unwrap_or(&words);
    rest.concat()
}

/// The outlet of this name.
pub fn known(name: &str) -> Option<&'static Outlet> {
    let name = key(name);
    let name = name
        .strip_suffix("com")
        .filter(|n| n.len() > 4)
        .map_or(name.as_str(), |n| n);
    let find = |n: &str| KNOWN.by_name.get(n).map(|&n| &KNOWN.list.entries[n]);
    find(name)
}

/// The outlet whose site has this host.
pub fn of_host(host: &str) -> Option<&'static Outlet> {
    let host = host.to_lowercase();
    let borders = host.match_indices('.').map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(borders)
        .find_map(|at| KNOWN.by_site.get(&host[at..]))
        .map(|&n| &KNOWN.list.entries[n])
}

/// The name as the list writes it, else as it stands.
pub fn proper(name: &str) -> String {
    known(name).map_or_else(|| name.trim().to_owned(), |o| o.name.clone())
}

/// The outlet that a line of furniture names, such as the one behind "Follow … on".
pub fn in_furniture(line: &Line) -> Option<String> {
    let parts: Vec<&str> = line.text.split_whitespace().collect();
    let keys: Vec<String> = parts.iter().map(|w| words(w).join(" ")).collect();
    NAMED
        .entries
        .iter()
        .find_map(|phrase| named_by(phrase, &parts, &keys))
}

fn named_by(phrase: &Phrase, parts: &[&str], keys: &[String]) -> Option<String> {
    let starts: Vec<usize> = if phrase.before.is_empty() {
        vec![0]
    } else {
        phrase
            .before
            .iter()
            .filter_map(|p| position(keys, p, 0).map(|(_, end)| end))
            .collect()
    };
    starts.into_iter().find_map(|start| {
        let end = if phrase.after.is_empty() {
            name_end(parts, start)
        } else {
            phrase
                .after
                .iter()
                .find_map(|p| position(keys, p, start).map(|(at, _)| at))?
        };
        as_name(parts.get(start..end)?)
    })
}

/// Where the words of `phrase` stand in `keys` from `from` on: first and one past the last.
fn position(keys: &[String], phrase: &str, from: usize) -> Option<(usize, usize)> {
    let wanted: Vec<&str> = phrase.split_whitespace().collect();
    (from..keys.len())
        .find(|&at| {
            wanted
                .iter()
                .enumerate()
                .all(|(n, w)| keys.get(at + n).is_some_and(|k| k == w))
        })
        .map(|at| (at, at + wanted.len()))
}

fn name_end(parts: &[&str], start: usize) -> usize {
    let mut end = start;
    while end < parts.len()
        && (starts_upper(parts[end]) || matches!(parts[end], "of" | "the" | "&" | "and"))
    {
        end += 1;
        if parts[end - 1].ends_with(['.', ',', '!', '?', ':', ')']) {
            break;
        }
    }
    end
}

/// Words that stand where an outlet's name could and are none.
const NO_NAMES: &[&str] = &[
    "our",
    "us",
    "your",
    "newsletter",
    "email",
    "facebook",
    "twitter",
    "instagram",
    "youtube",
    "rss",
    "now",
    "today",
    "here",
    "more",
    "news",
    "this",
    "independent",
    "journalism",
    "telegram",
    "whatsapp",
    "google",
    "youtube",
];

fn as_name(parts: &[&str]) -> Option<String> {
    let parts = parts.strip_prefix(&["the"]).unwrap_or(parts);
    let name = parts.join(" ");
    let name = name
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '!')
        .trim_end_matches("’s")
        .trim_end_matches("'s");
    let words = words(name);
    let fits = (1..=5).contains(&words.len())
        && name.split_whitespace().next().is_some_and(starts_upper)
        && !words.iter().all(|w| NO_NAMES.contains(&w.as_str()))
        && !NO_NAMES[..3].contains(&words[0].as_str())
        && name.chars().filter(|c| c.is_alphabetic()).count() > 1;
    fits.then(|| proper(name))
}

/// The outlet of a dateline: `Moscow (AsiaNews) – …`, `LONDON (Reuters) - …`.
pub fn in_dateline(text: &str) -> Option<String> {
    let head: String = text.chars().take(80).collect();
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let after = head[close + 1..].trim_start();
    let place = head[..open].trim();
    let fits = after.starts_with(['-', '–', '—', '―'])
        && !place.is_empty()
        && place.split_whitespace().count() <= 6
        && starts_upper(place);
    let name = head[open + 1..close].split(['/', ',']).next()?.trim();
    (fits && starts_upper(name)).then(|| proper(name))
}

/// A title without the outlet's name behind it, and that name. `is_foreign` says whether a name
/// cannot belong to the title itself, such as one that the text never uses.
pub fn split_title<'t>(
    title: &'t str,
    is_foreign: &dyn Fn(&str) -> bool,
) -> (&'t str, Option<String>) {
    const BETWEEN: &[&str] = &[
        " | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · ", " ― ",
    ];
    for between in BETWEEN {
        if let Some((head, tail)) = title.rsplit_once(between)
            && words(head).len() >= 3
            && words(tail).len() <= 5
            && tail
                .split_whitespace()
                .all(|w| starts_upper(w) || w.len() <= 3)
            && (known(tail).is_some() || (is_foreign(tail) && words(tail).len() <= 4))
        {
            let inner = split_title(head.trim(), &|_| false).0;
            return (inner, Some(proper(tail)));
        }
    }
    (title, None)
}
