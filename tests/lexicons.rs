//! The data files prove themselves: what each `[[example]]` says is found, and nothing is found in a
//! `[[counterexample]]` (or not what it says, where it says something).
//!
//! A data file has one line in [`DATA`]: its path, its text, and what is found in a text.

use parallax::analysis::figure::{FigureKinds, figures};
use parallax::analysis::time::when;
use parallax::text::{Role, Span, Stem, lexicon, numbers, sentences, tokens};

type Finds = fn(&str) -> String;

const DATA: &[(&str, &str, Finds)] = &[
    (
        "text/abbreviations.toml",
        include_str!("../src/text/abbreviations.toml"),
        sentence_borders,
    ),
    (
        "text/irregular.toml",
        include_str!("../src/text/irregular.toml"),
        same_stem,
    ),
    (
        "text/number/numerals.toml",
        include_str!("../src/text/number/numerals.toml"),
        counts,
    ),
    (
        "text/number/modifiers.toml",
        include_str!("../src/text/number/modifiers.toml"),
        counts,
    ),
    (
        "text/number/units.toml",
        include_str!("../src/text/number/units.toml"),
        counts,
    ),
    (
        "text/dates.toml",
        include_str!("../src/text/dates.toml"),
        days,
    ),
    (
        "analysis/figure/casualties.toml",
        include_str!("../src/analysis/figure/casualties.toml"),
        victims,
    ),
    (
        "analysis/figure/grammar.toml",
        include_str!("../src/analysis/figure/grammar.toml"),
        listed,
    ),
    (
        "analysis/figure/nouns.toml",
        include_str!("../src/analysis/figure/nouns.toml"),
        victims,
    ),
];

/// Sentences between bars; nothing where there is but one.
fn sentence_borders(text: &str) -> String {
    let found: Vec<&str> = sentences(text).iter().map(|s| s.span.of(text)).collect();
    if found.len() == 1 {
        return String::new();
    }
    found.join(" | ")
}

/// The other word of the example, for stems are hashes.
fn same_stem(text: &str) -> String {
    let stem = |word: &str| tokens(word, Span::new(0, word.len()))[0].stem;
    let file = include_str!("../src/text/irregular.toml");
    let read = lexicon::read::<toml::Value>("irregular.toml", file);
    let all = read.examples.iter().chain(&read.counterexamples);
    all.filter(|e| e.text == text && Stem::of(&e.finds) == stem(text))
        .map(|e| e.finds.clone())
        .next()
        .unwrap_or_default()
}

/// The numbers that count or measure, as ranges with units.
fn counts(text: &str) -> String {
    let bound = |b: Option<f64>| b.map_or("-".to_owned(), |b| b.to_string());
    let found = numbers(text, &tokens(text, Span::new(0, text.len())));
    let shown = found.iter().filter_map(|n| {
        let role = match n.role {
            Role::Count if n.amount.is_none() => "",
            Role::Former => " former",
            _ => return None,
        };
        let unit = n.unit.map_or(String::new(), |u| format!(" {u}"));
        Some(format!("{}..{}{unit}{role}", bound(n.min), bound(n.max)))
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// The days that a text speaks of, published on Thursday, 9 September 2021.
fn days(text: &str) -> String {
    let tokens = tokens(text, Span::new(0, text.len()));
    let published = jiff::civil::date(2021, 9, 9);
    match when(text, &tokens, 0..tokens.len(), Some(published)) {
        None => String::new(),
        Some(days) if days.from == days.to => days.from.to_string(),
        Some(days) => format!("{}..{}", days.from, days.to),
    }
}

/// The figures of the built-in kinds: kind, range or amount, who, and whether part or total.
fn victims(text: &str) -> String {
    let bound = |b: Option<f64>| b.map_or("-".to_owned(), |b| b.to_string());
    let tokens = tokens(text, Span::new(0, text.len()));
    let found = figures(text, &tokens, 0..tokens.len(), &FigureKinds::default());
    let shown = found.iter().map(|f| {
        let range = f.amount.clone();
        let range = range.unwrap_or_else(|| format!("{}..{}", bound(f.min), bound(f.max)));
        let who = f.who.as_ref().map_or(String::new(), |w| format!(" ({w})"));
        let part = if f.part { " part" } else { "" };
        let total = if f.total { " total" } else { "" };
        format!("{} {range}{who}{part}{total}", f.of)
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// The class under which the file of small words lists a word.
fn listed(text: &str) -> String {
    let file = include_str!("../src/analysis/figure/grammar.toml");
    let read = lexicon::read::<toml::Table>("grammar.toml", file);
    let holds = |entry: &&toml::Table| {
        let words = entry["words"].as_array().into_iter().flatten();
        words.filter_map(|w| w.as_str()).any(|w| w == text)
    };
    let found = read.entries.iter().find(holds);
    found.map_or(String::new(), |e| {
        e["class"].as_str().unwrap_or("").to_owned()
    })
}

#[test]
fn every_data_file_finds_what_its_examples_say() {
    let mut wrong = Vec::new();
    for (name, file, finds) in DATA {
        let read = lexicon::read::<toml::Value>(name, file);
        assert!(!read.examples.is_empty(), "{name} has no examples");
        for e in &read.examples {
            let found = finds(&e.text);
            if found != e.finds {
                wrong.push(format!(
                    "{name}\n  {}\n  says  {}\n  finds {found}",
                    e.text, e.finds
                ));
            }
        }
        for e in &read.counterexamples {
            let found = finds(&e.text);
            if !found.is_empty() && (e.finds.is_empty() || found == e.finds) {
                wrong.push(format!(
                    "{name}\n  {}\n  finds {found}, though it must not",
                    e.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
