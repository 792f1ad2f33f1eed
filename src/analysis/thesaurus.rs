//! Words and short phrases that mean the same in the news: `thesaurus.toml`, and how a cue is widened.
//!
//! A group holds words that mean it by themselves, phrases that mean it together, and words that are
//! too ambiguous alone ("take", "fall", "hold"): those widen nothing and are met only with what is
//! talked about as their object or subject. Groups know their opposites. Nothing here reads text
//! other than the stems that it is given.

use crate::text::{Span, Stem, Token, lexicon, tokens};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// A group of words that mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u16);

/// What must stand beside a word before it means what its group means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Needs {
    /// Nothing: it means it by itself.
    Nothing,
    /// What is talked about, as its object: "took Panjshir".
    Object,
    /// What is talked about, as its subject: "Panjshir fell".
    Subject,
}

/// Another wording of a cue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    /// Its words, in order, without articles and possessives.
    pub stems: Vec<Stem>,
    /// What must stand beside it.
    pub needs: Needs,
    /// The group that gave it.
    pub group: GroupId,
}

/// Words of a text that mean a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Concept {
    /// Place of its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// What it means.
    pub group: GroupId,
}

/// Other words between two words of a phrase, where phrases are looked for in running text.
const GAP: usize = 1;
/// More wordings of one cue are not made.
const VARIANTS: usize = 400;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    words: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    object: Vec<String>,
    #[serde(default)]
    subject: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    #[serde(default)]
    opposite: Vec<String>,
}

struct Group {
    name: String,
    words: Vec<Stem>,
    phrases: Vec<Vec<Stem>>,
    object: Vec<Stem>,
    subject: Vec<Stem>,
    not: Vec<Vec<Stem>>,
    opposite: Vec<GroupId>,
}

struct Thesaurus {
    groups: Vec<Group>,
    words: FxHashMap<Stem, Vec<GroupId>>,
    /// Phrases by their first word, the longest first.
    phrases: FxHashMap<Stem, Vec<(Vec<Stem>, GroupId)>>,
    /// What a word does not mean in a phrase, by the phrase's first word.
    not: FxHashMap<Stem, Vec<(Vec<Stem>, GroupId)>>,
}

static THESAURUS: LazyLock<Thesaurus> = LazyLock::new(|| {
    let read = lexicon::read::<Entry>("thesaurus.toml", include_str!("thesaurus.toml"));
    Thesaurus::of(read.entries)
});

static DETERMINERS: LazyLock<Vec<Stem>> = LazyLock::new(|| {
    [
        "the", "a", "an", "his", "her", "its", "their", "our", "my", "your",
    ]
    .map(Stem::of)
    .to_vec()
});

fn id(place: usize) -> GroupId {
    GroupId(u16::try_from(place).unwrap_or(u16::MAX))
}

/// The stems of a phrase as written, without articles and possessives.
fn phrase(written: &str) -> Vec<Stem> {
    let all = tokens(written, Span::new(0, written.len()));
    bare(
        &all.iter()
            .filter(|t| is_said(t))
            .map(|t| t.stem)
            .collect::<Vec<_>>(),
    )
}

fn is_said(token: &Token) -> bool {
    token.is_word() || token.kind == crate::text::TokenKind::Number
}

fn bare(stems: &[Stem]) -> Vec<Stem> {
    let kept: Vec<Stem> = stems
        .iter()
        .copied()
        .filter(|s| !DETERMINERS.contains(s))
        .collect();
    if kept.is_empty() {
        stems.to_vec()
    } else {
        kept
    }
}

fn distinct<T: Ord + Clone>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}

impl Thesaurus {
    fn of(entries: Vec<Entry>) -> Self {
        let mut places: FxHashMap<&str, GroupId> = FxHashMap::default();
        for (place, entry) in entries.iter().enumerate() {
            let before = places.insert(&entry.name, id(place));
            debug_assert!(before.is_none(), "two groups named {}", entry.name);
        }
        let mut groups: Vec<Group> = entries.iter().map(Group::of).collect();
        for (place, entry) in entries.iter().enumerate() {
            for name in &entry.opposite {
                let other = places.get(name.as_str()).copied();
                debug_assert!(other.is_some(), "no group named {name}");
                if let Some(other) = other {
                    groups[place].opposite.push(other);
                    groups[usize::from(other.0)].opposite.push(id(place));
                }
            }
        }
        for group in &mut groups {
            group.opposite.sort_unstable();
            group.opposite.dedup();
        }
        Self::indexed(groups)
    }

    fn indexed(groups: Vec<Group>) -> Self {
        let mut words: FxHashMap<Stem, Vec<GroupId>> = FxHashMap::default();
        let mut phrases: FxHashMap<Stem, Vec<(Vec<Stem>, GroupId)>> = FxHashMap::default();
        let mut not: FxHashMap<Stem, Vec<(Vec<Stem>, GroupId)>> = FxHashMap::default();
        for (place, group) in groups.iter().enumerate() {
            for &word in &group.words {
                words.entry(word).or_default().push(id(place));
            }
            index(&mut phrases, &group.phrases, id(place));
            index(&mut not, &group.not, id(place));
        }
        Self {
            groups,
            words,
            phrases,
            not,
        }
    }
}

fn index(
    map: &mut FxHashMap<Stem, Vec<(Vec<Stem>, GroupId)>>,
    phrases: &[Vec<Stem>],
    group: GroupId,
) {
    for phrase in phrases {
        if let Some(&first) = phrase.first() {
            let list = map.entry(first).or_default();
            list.push((phrase.clone(), group));
            list.sort_by_key(|(p, g)| (std::cmp::Reverse(p.len()), *g));
        }
    }
}

impl Group {
    fn of(entry: &Entry) -> Self {
        let (mut words, mut phrases) = (Vec::new(), Vec::new());
        for written in entry.words.iter().chain(&entry.phrases) {
            let stems = phrase(written);
            match stems[..] {
                [one] => words.push(one),
                _ => phrases.push(stems),
            }
        }
        let single = |list: &[String]| distinct(list.iter().map(|w| Stem::of(w)));
        Self {
            name: entry.name.clone(),
            words: distinct(words),
            phrases: distinct(phrases),
            object: single(&entry.object),
            subject: single(&entry.subject),
            not: entry.not.iter().map(|n| phrase(n)).collect(),
            opposite: Vec::new(),
        }
    }

    /// Everything that means the group, with what it needs.
    fn wordings(&self) -> impl Iterator<Item = (&[Stem], Needs)> {
        let words = self
            .words
            .iter()
            .map(|w| (std::slice::from_ref(w), Needs::Nothing));
        let phrases = self.phrases.iter().map(|p| (&p[..], Needs::Nothing));
        let object = self
            .object
            .iter()
            .map(|w| (std::slice::from_ref(w), Needs::Object));
        let subject = self
            .subject
            .iter()
            .map(|w| (std::slice::from_ref(w), Needs::Subject));
        words.chain(phrases).chain(object).chain(subject)
    }
}

fn of(group: GroupId) -> Option<&'static Group> {
    THESAURUS.groups.get(usize::from(group.0))
}

/// What a group is called in explanations.
pub fn name(group: GroupId) -> &'static str {
    of(group).map_or("", |g| &g.name)
}

/// The groups that a word means by itself; most words mean none.
pub fn groups(stem: Stem) -> &'static [GroupId] {
    THESAURUS.words.get(&stem).map_or(&[], Vec::as_slice)
}

/// The group that a word means by itself, where it means exactly one.
pub fn group(stem: Stem) -> Option<GroupId> {
    match groups(stem) {
        [one] => Some(*one),
        _ => None,
    }
}

/// The groups that say the contrary, in order.
pub fn antonyms(group: GroupId) -> &'static [GroupId] {
    of(group).map_or(&[], |g| &g.opposite)
}

/// Phrases in which a word of the group means something else ("took place"): where one of them
/// covers a wording of the group, the wording does not count.
pub fn exceptions(group: GroupId) -> &'static [Vec<Stem>] {
    of(group).map_or(&[], |g| &g.not)
}

/// Other words and phrases that mean the same as a cue, by themselves. Sorted, without the cue.
///
/// A cue of several words is widened wherever a known word or phrase stands in it: "left the
/// country" as a whole, "still fighting" in its second word.
pub fn synonyms(cue: &[Stem]) -> Vec<Vec<Stem>> {
    distinct(
        variants(cue)
            .into_iter()
            .filter(|v| v.needs == Needs::Nothing)
            .map(|v| v.stems),
    )
}

/// Other wordings of a cue with what each needs beside it. Sorted; at most a few hundred.
pub fn variants(cue: &[Stem]) -> Vec<Variant> {
    let cue = bare(cue);
    let mut found = Vec::new();
    for concept in concepts_within(&cue, 0) {
        let Some(group) = of(concept.group) else {
            continue;
        };
        for (wording, needs) in group.wordings() {
            let stems = [&cue[..concept.start], wording, &cue[concept.end..]].concat();
            if stems != cue && (needs == Needs::Nothing || stems.len() == 1) {
                found.push(Variant {
                    stems,
                    needs,
                    group: concept.group,
                });
            }
        }
    }
    found.sort();
    found.dedup();
    found.truncate(VARIANTS);
    found
}

/// The known words and phrases of a text, in order; a word inside a longer phrase counts only as
/// that phrase. `stems` are the stems of its words and numbers, without marks.
pub fn concepts(stems: &[Stem]) -> Vec<Concept> {
    concepts_within(stems, GAP)
}

fn concepts_within(stems: &[Stem], gap: usize) -> Vec<Concept> {
    let mut found: Vec<Concept> = Vec::new();
    let mut covered = 0;
    for start in 0..stems.len() {
        let end = phrases_at(stems, start, gap, &mut found);
        if end == start && start >= covered {
            words_at(stems, start, gap, &mut found);
        }
        covered = covered.max(end);
    }
    found
}

/// Adds the longest phrases that begin at `start`; where they end, or `start` where there is none.
fn phrases_at(stems: &[Stem], start: usize, gap: usize, found: &mut Vec<Concept>) -> usize {
    let Some(list) = THESAURUS.phrases.get(&stems[start]) else {
        return start;
    };
    let mut longest = 0;
    let mut reach = start;
    for (phrase, group) in list {
        if phrase.len() < longest {
            break;
        }
        if let Some(end) = end_of(stems, start, phrase, gap)
            && !is_excepted(stems, start, end, *group, gap)
        {
            longest = phrase.len();
            reach = reach.max(end);
            found.push(Concept {
                start,
                end,
                group: *group,
            });
        }
    }
    reach
}

fn words_at(stems: &[Stem], start: usize, gap: usize, found: &mut Vec<Concept>) {
    for &group in groups(stems[start]) {
        if !is_excepted(stems, start, start + 1, group, gap) {
            found.push(Concept {
                start,
                end: start + 1,
                group,
            });
        }
    }
}

/// Whether a phrase of another meaning covers the first word of a wording.
fn is_excepted(stems: &[Stem], start: usize, end: usize, group: GroupId, gap: usize) -> bool {
    (start.saturating_sub(2)..=start).any(|from| {
        THESAURUS.not.get(&stems[from]).is_some_and(|list| {
            list.iter().any(|(phrase, g)| {
                *g == group
                    && end_of(stems, from, phrase, gap.min(1))
                        .is_some_and(|e| e > start && e >= end)
            })
        })
    })
}

/// Where a phrase that begins at `start` ends, with at most `gap` others between two of its words.
fn end_of(stems: &[Stem], start: usize, phrase: &[Stem], gap: usize) -> Option<usize> {
    let (first, rest) = phrase.split_first()?;
    if stems.get(start) != Some(first) {
        return None;
    }
    let mut at = start + 1;
    for word in rest {
        let last = (at + gap + 1).min(stems.len());
        let step = stems.get(at..last)?.iter().position(|s| s == word)?;
        at += step + 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(text: &str) -> (Vec<Stem>, Vec<Stem>) {
        let (a, b) = text.split_once('|').unwrap();
        (phrase(a), phrase(b))
    }

    /// Whether a wording of the first is found in the second.
    fn meet(a: &[Stem], b: &[Stem]) -> Option<GroupId> {
        let of_a = concepts(a);
        concepts(b)
            .iter()
            .find(|c| of_a.iter().any(|d| d.group == c.group))
            .map(|c| c.group)
    }

    #[test]
    fn the_examples_of_the_data_file_hold() {
        let read = lexicon::read::<Entry>("thesaurus.toml", include_str!("thesaurus.toml"));
        for example in &read.examples {
            let (a, b) = pair(&example.text);
            let found = concepts(&b).iter().any(|c| {
                name(c.group) == example.finds && concepts(&a).iter().any(|d| d.group == c.group)
            });
            assert!(found, "{}", example.text);
        }
        for example in &read.counterexamples {
            let (a, b) = pair(&example.text);
            assert_eq!(meet(&a, &b).map(name), None, "{}", example.text);
        }
    }

    #[test]
    fn a_cue_is_widened_to_words_and_phrases() {
        let found = synonyms(&phrase("captured"));
        for other in ["seized", "overran", "conquered", "took control"] {
            assert!(found.contains(&phrase(other)), "{other}");
        }
        assert!(!found.contains(&phrase("took")));
    }

    #[test]
    fn a_phrase_is_widened_as_a_whole_and_in_its_words() {
        assert!(synonyms(&phrase("left the country")).contains(&phrase("fled")));
        assert!(synonyms(&phrase("night airstrike")).contains(&phrase("night bombing")));
        assert!(synonyms(&phrase("took control")).contains(&phrase("seized")));
    }

    #[test]
    fn an_ambiguous_word_widens_nothing_and_is_met_only_with_its_object() {
        for alone in ["strike", "hold", "fall", "leave", "open", "take"] {
            assert!(synonyms(&phrase(alone)).is_empty(), "{alone}");
        }
        let took = variants(&phrase("captured"))
            .into_iter()
            .find(|v| v.stems == phrase("took"));
        assert_eq!(took.map(|v| v.needs), Some(Needs::Object));
    }

    #[test]
    fn opposites_hold_in_both_directions() {
        let of = |w: &str| group(Stem::of(w)).unwrap();
        assert!(antonyms(of("arrest")).contains(&of("freed")));
        assert!(antonyms(of("freed")).contains(&of("arrest")));
    }

    #[test]
    fn no_group_is_its_own_opposite_and_none_is_empty() {
        for (place, group) in THESAURUS.groups.iter().enumerate() {
            assert!(!group.opposite.contains(&id(place)), "{}", group.name);
            assert!(group.wordings().count() > 0, "{}", group.name);
        }
        assert!(THESAURUS.groups.len() >= 250);
    }
}
