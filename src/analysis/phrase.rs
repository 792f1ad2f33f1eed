//! Phrases that a reader wrote, found in a text: cues, names, the words that a topic is about.
//!
//! Words match by stem; a capitalised word of the configuration also matches a capitalised word whose
//! spelling key is the same, and a word of the text that a country's adjective makes of it. Articles,
//! genitives and hyphens between the words do not count.

use super::reading::Reading;
use super::words::Class;
use crate::text::{Stem, Token, TokenKind, lexicon};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseWord {
    /// Its stem.
    pub stem: Stem,
    /// Other stems that do as well, sorted.
    pub others: Vec<Stem>,
    /// Its spelling key, where it is capitalised and longer than three letters.
    key: Option<Stem>,
    /// It is an acronym of up to four letters: the text must write it in capitals too.
    acronym: bool,
    /// It names one of the reader's entities: any of its names will do.
    entity: Option<usize>,
}

impl PhraseWord {
    fn of(token: &Token, text: &str) -> Self {
        let written = token.text(text);
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = written.chars().filter(|c| c.is_uppercase()).count();
        Self {
            stem: token.stem,
            others: Vec::new(),
            key: (token.capital && letters > 3).then_some(token.key),
            acronym: letters > 1 && letters <= 4 && capitals == letters,
            entity: None,
        }
    }

    /// A word that is only a stem.
    pub const fn stem(stem: Stem) -> Self {
        Self {
            stem,
            others: Vec::new(),
            key: None,
            acronym: false,
            entity: None,
        }
    }

    /// A word that is any name of an entity.
    pub const fn entity(entity: usize) -> Self {
        Self {
            stem: Stem::EMPTY,
            others: Vec::new(),
            key: None,
            acronym: false,
            entity: Some(entity),
        }
    }

    /// Whether it is written as a name is.
    pub const fn is_name(&self) -> bool {
        self.key.is_some() || self.acronym || self.entity.is_some()
    }

    /// Which entity it names.
    pub const fn names(&self) -> Option<usize> {
        self.entity
    }

    /// Where the word ends when it stands at token `i`.
    fn meets(&self, reading: &Reading<'_>, i: usize) -> Option<usize> {
        if let Some(entity) = self.entity {
            return reading
                .entity_at(i)
                .filter(|(_, e)| *e == entity)
                .map(|(t, _)| t.end);
        }
        self.is(reading, i).then_some(i + 1)
    }

    fn is(&self, reading: &Reading<'_>, i: usize) -> bool {
        let token = &reading.tokens[i];
        if !token.is_word() && token.kind != TokenKind::Number {
            return false;
        }
        if self.acronym {
            return token.stem == self.stem
                && reading
                    .text(i)
                    .chars()
                    .nth(1)
                    .is_none_or(|c| !c.is_lowercase());
        }
        token.stem == self.stem
            || self.others.binary_search(&token.stem).is_ok()
            || (token.capital && self.key == Some(token.key))
    }
}

/// A phrase that a reader wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, without articles, auxiliaries and genitives where it has others.
    pub words: Vec<PhraseWord>,
    /// Its words are in the other order than the reader wrote them: the text must turn it round too,
    /// by a passive, a genitive or "of".
    pub turned: bool,
}

impl Phrase {
    /// Reads a phrase as written in a configuration. `loose` leaves out articles, auxiliaries and
    /// genitives, as far as other words remain.
    pub fn of(written: &str, loose: bool) -> Self {
        let reading = Reading::of(written);
        let word = |t: &Token| t.is_word() || t.kind == TokenKind::Number;
        let strict: Vec<PhraseWord> = reading
            .tokens
            .iter()
            .filter(|t| word(t) && !is_s(t, written))
            .map(|t| PhraseWord::of(t, written))
            .collect();
        let kept: Vec<PhraseWord> = reading
            .tokens
            .iter()
            .zip(&reading.classes)
            .filter(|(t, c)| word(t) && !is_s(t, written) && (!loose || !is_loose(t, **c, written)))
            .map(|(t, _)| PhraseWord::of(t, written))
            .collect();
        let mut words = if kept.is_empty() { strict } else { kept };
        if let [only] = &mut words[..] {
            only.others = adjectives(only.stem);
        } else if let Some(last) = words.last_mut() {
            last.others = adjectives(last.stem);
        }
        Self {
            words,
            turned: false,
        }
    }

    /// A phrase whose words that name the reader's entities stand for all their names.
    pub fn with_entities(written: &str, entities: &super::names::Entities) -> Self {
        let mut phrase = Self::of(written, true);
        let reading = Reading::of(written);
        for (tokens, entity) in entities.mentions(&reading) {
            let stems: Vec<Stem> = tokens
                .clone()
                .filter(|&i| !is_loose(&reading.tokens[i], reading.class(i), written))
                .map(|i| reading.tokens[i].stem)
                .filter(|&s| s != Stem::EMPTY)
                .collect();
            let at = phrase
                .words
                .windows(stems.len().max(1))
                .position(|w| w.iter().map(|w| w.stem).eq(stems.iter().copied()));
            if let Some(at) = at
                && !stems.is_empty()
            {
                phrase
                    .words
                    .splice(at..at + stems.len(), [PhraseWord::entity(entity)]);
            }
        }
        phrase
    }

    /// The phrase turned round: "captured X" as "X was captured", "X's fall" as "the fall of X", "bombed
    /// by Y" as "Y bombed". `None` where it has no two parts.
    pub fn turned(&self) -> Option<Self> {
        let by = self.words.iter().position(|w| w.stem == Stem::of("by"));
        let (first, second) = match by {
            Some(by) if by > 0 && by + 1 < self.words.len() => {
                (&self.words[..by], &self.words[by + 1..])
            }
            None if self.words.len() == 2 => self.words.split_at(1),
            _ => return None,
        };
        Some(Self {
            words: second.iter().chain(first).cloned().collect(),
            turned: by.is_none(),
        })
    }

    /// Whether a text that has a turned phrase's words turns them round itself.
    fn is_turned_well(&self, reading: &Reading<'_>, range: &Range<usize>) -> bool {
        const BE: [&str; 9] = [
            "is", "are", "was", "were", "been", "being", "be", "’s", "'s",
        ];
        !self.turned
            || range.clone().any(|i| {
                BE.iter().any(|w| reading.is_word(i, w))
                    || reading.is_word(i, "of")
                    || reading.is_genitive(i)
            })
    }

    /// A phrase of stems, as the thesaurus gives them.
    pub fn of_stems(stems: &[Stem]) -> Self {
        Self {
            words: stems.iter().map(|&s| PhraseWord::stem(s)).collect(),
            turned: false,
        }
    }

    /// The first place in a range where the phrase stands.
    pub fn within(
        &self,
        reading: &Reading<'_>,
        range: Range<usize>,
        gap: usize,
    ) -> Option<Range<usize>> {
        range
            .clone()
            .find_map(|i| self.at(reading, i, range.end, gap))
    }

    /// Where the phrase ends when it begins at token `at`: the tokens from its first word to its last,
    /// with at most `gap` other words between two of them, and not past `end`.
    pub fn at(
        &self,
        reading: &Reading<'_>,
        at: usize,
        end: usize,
        gap: usize,
    ) -> Option<Range<usize>> {
        let (first, rest) = self.words.split_first()?;
        if at >= end {
            return None;
        }
        let mut last = first.meets(reading, at)?;
        for word in rest {
            last = next(reading, word, last, end, gap)?;
        }
        let range = at..last;
        (last <= end && self.is_turned_well(reading, &range)).then_some(range)
    }
}

/// Whether a word of a phrase need not be in the text: an article, a possessive, an auxiliary, "to".
/// "several", "this" and "no" say something.
fn is_loose(token: &Token, class: Class, text: &str) -> bool {
    const LINKS: [&str; 2] = ["to", "that"];
    const ARTICLES: [&str; 10] = [
        "the", "a", "an", "his", "her", "its", "their", "our", "my", "your",
    ];
    let word = token.text(text).to_lowercase();
    LINKS.contains(&word.as_str())
        || ARTICLES.contains(&word.as_str())
        || class.is(Class::AUXILIARY) && !class.is(Class::NEGATOR)
}

fn is_s(token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Clitic && matches!(token.text(text), "'s" | "’s" | "'" | "’")
}

/// Where the next word that meets `word` from `from` on ends, passing over at most `gap` words. Marks other than
/// hyphens and commas end the search.
fn next(
    reading: &Reading<'_>,
    word: &PhraseWord,
    from: usize,
    end: usize,
    gap: usize,
) -> Option<usize> {
    let mut passed = 0;
    for i in from..end {
        if let Some(last) = word.meets(reading, i) {
            return Some(last);
        }
        match reading.tokens[i].kind {
            TokenKind::Mark('-' | '.' | '/' | '\'') | TokenKind::Open | TokenKind::Close => {}
            TokenKind::Mark(',') if gap > 0 => {}
            TokenKind::Mark(_) => return None,
            TokenKind::Clitic if reading.is_genitive(i) => {}
            _ if gap > 0 && reading.class(i).is(Class::DETERMINER) => {}
            _ => passed += 1,
        }
        if passed > gap {
            return None;
        }
    }
    None
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demonym {
    name: String,
    adjective: String,
}

/// The data file of adjectives of places, for the tests.
pub const DEMONYMS: &str = include_str!("demonyms.toml");

static ADJECTIVES: LazyLock<FxHashMap<Stem, Vec<Stem>>> = LazyLock::new(|| {
    let mut map: FxHashMap<Stem, Vec<Stem>> = FxHashMap::default();
    for entry in lexicon::read::<Demonym>("demonyms.toml", DEMONYMS).entries {
        let last = |s: &str| Stem::of(s.split(' ').next_back().unwrap_or(s));
        let (name, adjective) = (last(&entry.name), last(&entry.adjective));
        if name != adjective {
            map.entry(name).or_default().push(adjective);
        }
    }
    for others in map.values_mut() {
        others.sort_unstable();
        others.dedup();
    }
    map
});

/// The stems of the adjectives that belong to a place's name: "Sudanese" to "Sudan".
pub fn adjectives(name: Stem) -> Vec<Stem> {
    ADJECTIVES.get(&name).cloned().unwrap_or_default()
}

/// Many phrases, found in one pass over a text.
#[derive(Clone, Debug, Default)]
pub struct PhraseIndex {
    phrases: Vec<Phrase>,
    by_stem: FxHashMap<Stem, Vec<u32>>,
    by_key: FxHashMap<Stem, Vec<u32>>,
    by_entity: FxHashMap<usize, Vec<u32>>,
}

impl PhraseIndex {
    /// An index over phrases; a phrase is known by its place. Phrases without words never match.
    pub fn of(phrases: Vec<Phrase>) -> Self {
        let mut index = Self::default();
        for (n, phrase) in phrases.iter().enumerate() {
            let Some(first) = phrase.words.first() else {
                continue;
            };
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            if let Some(entity) = first.entity {
                index.by_entity.entry(entity).or_default().push(n);
                continue;
            }
            index.by_stem.entry(first.stem).or_default().push(n);
            for &other in &first.others {
                index.by_stem.entry(other).or_default().push(n);
            }
            if let Some(key) = first.key {
                index.by_key.entry(key).or_default().push(n);
            }
        }
        index.phrases = phrases;
        index
    }

    /// Whether it holds no phrase.
    pub const fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// The phrase at a place.
    pub fn phrase(&self, n: usize) -> Option<&Phrase> {
        self.phrases.get(n)
    }

    /// Whether any phrase stands in `range`, its words side by side or as far apart as a cue's may be.
    pub fn may_stand(&self, reading: &Reading<'_>, range: Range<usize>) -> bool {
        range.clone().any(|i| {
            let token = &reading.tokens[i];
            let entity = reading.entity_at(i).map(|(_, e)| e);
            self.by_stem.contains_key(&token.stem) && token.stem != Stem::EMPTY
                || token.capital && self.by_key.contains_key(&token.key)
                || entity.is_some_and(|e| self.by_entity.contains_key(&e))
        })
    }

    /// Every place in `range` where a phrase stands: the phrase and its tokens, by their first token.
    pub fn find(
        &self,
        reading: &Reading<'_>,
        range: Range<usize>,
        gap: usize,
    ) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for i in range.clone() {
            let token = &reading.tokens[i];
            if token.stem == Stem::EMPTY {
                continue;
            }
            let by_stem = self.by_stem.get(&token.stem);
            let by_key = token.capital.then(|| self.by_key.get(&token.key)).flatten();
            let by_entity = reading
                .entity_at(i)
                .and_then(|(_, e)| self.by_entity.get(&e));
            for &n in by_stem.into_iter().chain(by_key).chain(by_entity).flatten() {
                let n = n as usize;
                if let Some(tokens) = self.phrases[n].at(reading, i, range.end, gap)
                    && found.last() != Some(&(n, tokens.clone()))
                {
                    found.push((n, tokens));
                }
            }
        }
        found.sort_by_key(|(n, tokens)| (tokens.start, tokens.end, *n));
        found.dedup();
        found
    }
}
