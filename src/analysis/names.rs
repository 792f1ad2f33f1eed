//! Who is named in an article: the reader's entities, and the names that the text itself gives.
//!
//! An [`Actor`] is somebody or something with a name. The fullest name that the article gives stands
//! for its shorter ones: after "Ines Varga" a "Varga" is her. Texts in capitals give no names but the
//! reader's own.

use super::phrase::{Phrase, PhraseIndex};
use super::reading::Reading;
use super::words::Class;
use crate::config::{Entity, EntityKind};
use crate::text::{Stem, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The reader's entities, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    names: Vec<String>,
    kinds: Vec<Option<EntityKind>>,
    sides: Vec<Option<String>>,
    /// Which entity each phrase names; the second half of the phrases are names of somebody else.
    owners: Vec<(usize, bool)>,
    index: PhraseIndex,
}

impl Entities {
    /// Compiles the entities of a configuration.
    pub fn of(entities: &[Entity]) -> Self {
        let mut phrases = Vec::new();
        let mut owners = Vec::new();
        for (n, entity) in entities.iter().enumerate() {
            for name in std::iter::once(&entity.name).chain(&entity.aka) {
                phrases.push(Phrase::of(name, false));
                owners.push((n, true));
            }
            if let Some(surname) = surname(entity, entities) {
                phrases.push(Phrase::of(surname, false));
                owners.push((n, true));
            }
            for other in &entity.not {
                phrases.push(Phrase::of(other, false));
                owners.push((n, false));
            }
        }
        Self {
            names: entities.iter().map(|e| e.name.clone()).collect(),
            kinds: entities.iter().map(|e| e.kind).collect(),
            sides: entities.iter().map(|e| side(e, entities)).collect(),
            owners,
            index: PhraseIndex::of(phrases),
        }
    }

    /// The name to show.
    pub fn name(&self, entity: usize) -> &str {
        self.names.get(entity).map_or("", String::as_str)
    }

    /// On whose behalf an entity speaks.
    pub fn side(&self, entity: usize) -> Option<&str> {
        self.sides.get(entity)?.as_deref()
    }

    /// What an entity is.
    pub fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.kinds.get(entity).copied().flatten()
    }

    /// The entity with this name or spelling.
    pub fn named(&self, name: &str) -> Option<usize> {
        let phrase = Phrase::of(name, false);
        (0..self.owners.len())
            .find(|&n| self.owners[n].1 && self.index.phrase(n) == Some(&phrase))
            .map(|n| self.owners[n].0)
    }

    /// Where entities are named in a text: (tokens, entity), in order, the longest name at each place.
    pub fn mentions(&self, reading: &Reading<'_>) -> Vec<(Range<usize>, usize)> {
        if self.index.is_empty() {
            return Vec::new();
        }
        let found = self.index.find(reading, 0..reading.tokens.len(), 0);
        let (names, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(n, _)| self.owners[*n].1);
        let mut mentions: Vec<(Range<usize>, usize)> = names
            .into_iter()
            .map(|(n, tokens)| (tokens, self.owners[n].0))
            .filter(|(tokens, entity)| {
                !others.iter().any(|(n, o)| {
                    self.owners[*n].0 == *entity && o.start <= tokens.start && tokens.end <= o.end
                })
            })
            .collect();
        mentions.sort_by_key(|(t, e)| (t.start, usize::MAX - t.end, *e));
        let mut end = 0;
        mentions.retain(|(t, _)| {
            let keep = t.start >= end;
            if keep {
                end = t.end;
            }
            keep
        });
        mentions
    }
}

impl Entities {
    /// Gives a surname that several entities bear to the one of them that was named in full last.
    fn settle(&self, reading: &Reading<'_>, raw: &mut [(Range<usize>, Option<usize>)]) {
        let mut last: FxHashMap<Stem, usize> = FxHashMap::default();
        for (tokens, entity) in raw.iter_mut() {
            let word = &reading.tokens[tokens.end - 1];
            match entity {
                Some(e) if tokens.len() > 1 && self.kind(*e) == Some(EntityKind::Person) => {
                    last.insert(word.key, *e);
                }
                None if tokens.len() == 1 => *entity = last.get(&word.key).copied(),
                _ => {}
            }
        }
    }
}

/// The side of an entity: what the reader says; else a group's own name; else the group in whose name
/// an epithet stands is not guessed.
fn side(entity: &Entity, all: &[Entity]) -> Option<String> {
    let side = entity
        .side
        .clone()
        .or_else(|| (entity.kind == Some(EntityKind::Group)).then(|| entity.name.clone()))?;
    let known = all
        .iter()
        .find(|e| e.name == side || e.aka.contains(&side))
        .map(|e| e.name.clone());
    Some(known.unwrap_or(side))
}

/// The surname that stands for a person's full name, unless another entity bears it too.
fn surname<'e>(entity: &'e Entity, all: &[Entity]) -> Option<&'e str> {
    if !matches!(entity.kind, Some(EntityKind::Person)) {
        return None;
    }
    let (_, last) = entity.name.rsplit_once(' ')?;
    let phrase = Phrase::of(last, false);
    let shared = all.iter().any(|other| {
        other.name != entity.name
            && std::iter::once(&other.name).chain(&other.aka).any(|name| {
                let last = name.rsplit(' ').next().unwrap_or(name);
                last.starts_with(char::is_uppercase) && Phrase::of(last, false) == phrase
            })
    });
    (!shared).then_some(last)
}

/// Somebody or something with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The fullest name that the article gives, or the entity's name.
    pub name: String,
    /// The reader's entity.
    pub entity: Option<usize>,
    /// What it is, as far as known.
    pub kind: Option<EntityKind>,
    /// What it is called by: "spokesman", "leader", as stems.
    pub roles: Vec<Stem>,
}

/// Everybody whom an article names, and where.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// In the order of their first mention.
    pub actors: Vec<Actor>,
    /// (tokens, actor), in order, without overlaps.
    pub mentions: Vec<(Range<usize>, usize)>,
}

impl Names {
    /// Finds the names of an article.
    pub fn of(reading: &Reading<'_>, entities: &Entities) -> Self {
        let mut names = Self::default();
        let known = reading.entities.clone();
        let mut by_entity: FxHashMap<usize, usize> = FxHashMap::default();
        let mut raw: Vec<(Range<usize>, Option<usize>)> =
            known.into_iter().map(|(t, e)| (t, Some(e))).collect();
        let free = capitalised(reading, &raw);
        raw.extend(free.into_iter().map(|t| (t, None)));
        raw.sort_by_key(|(t, _)| t.start);
        entities.settle(reading, &mut raw);
        let full = full_names(reading, &raw);
        let mut by_text: FxHashMap<String, usize> = FxHashMap::default();
        for (tokens, entity) in raw {
            let actor = match entity {
                Some(e) => *by_entity.entry(e).or_insert_with(|| {
                    names.add(entities.name(e).to_owned(), Some(e), entities.kind(e))
                }),
                None => {
                    let name = names.fullest(reading, &tokens, &full);
                    if let Some(&known) = by_text.get(&name) {
                        known
                    } else {
                        let kind = guess(reading, &tokens);
                        let new = names.add(name.clone(), None, kind);
                        by_text.insert(name, new);
                        new
                    }
                }
            };
            names.learn_roles(reading, &tokens, actor);
            names.mentions.push((tokens, actor));
        }
        names
    }

    /// The mentions of the reader's entities, in order.
    pub fn entities(&self) -> Vec<(Range<usize>, usize)> {
        self.mentions
            .iter()
            .filter_map(|(t, a)| Some((t.clone(), self.actors[*a].entity?)))
            .collect()
    }

    fn add(&mut self, name: String, entity: Option<usize>, kind: Option<EntityKind>) -> usize {
        self.actors.push(Actor {
            name,
            entity,
            kind,
            roles: Vec::new(),
        });
        self.actors.len() - 1
    }

    fn fullest(
        &self,
        reading: &Reading<'_>,
        tokens: &Range<usize>,
        full: &FxHashMap<Stem, Option<Range<usize>>>,
    ) -> String {
        let last = reading.tokens[tokens.end - 1].word;
        let range = match full.get(&last) {
            Some(Some(longer)) if tokens.len() == 1 && !after_article(reading, tokens) => {
                longer.clone()
            }
            _ => tokens.clone(),
        };
        flat(reading.span(&range).of(reading.body))
    }

    /// Roles beside a name: "the spokesman X", "X, the spokesman".
    fn learn_roles(&mut self, reading: &Reading<'_>, tokens: &Range<usize>, actor: usize) {
        let before = tokens.start.saturating_sub(4)..tokens.start;
        let mut roles: Vec<Stem> = before
            .rev()
            .take_while(|&i| reading.class(i).is(Class::ROLE.or(Class::TITLE)))
            .map(|i| reading.tokens[i].stem)
            .collect();
        if reading.is(tokens.end, ',') {
            let after = tokens.end + 1..(tokens.end + 9).min(reading.tokens.len());
            roles.extend(
                after
                    .take_while(|&i| {
                        !matches!(reading.tokens[i].kind, TokenKind::Mark(c) if c != '-')
                            && !reading.is_finite(i)
                            && !reading.class(i).is(Class::COORDINATOR
                                .or(Class::CONTRAST)
                                .or(Class::RELATIVE)
                                .or(Class::SUBORDINATOR))
                    })
                    .filter(|&i| reading.class(i).is(Class::ROLE))
                    .map(|i| reading.tokens[i].stem),
            );
        }
        let person = roles.iter().any(|&r| !roles.is_empty() && r != Stem::EMPTY);
        let own = &mut self.actors[actor];
        for role in roles {
            if !own.roles.contains(&role) {
                own.roles.push(role);
            }
        }
        if own.kind.is_none() && person && tokens.len() > 1 {
            own.kind = Some(EntityKind::Person);
        }
    }

    /// The mentions that lie inside a range of tokens.
    pub fn within(&self, range: &Range<usize>) -> &[(Range<usize>, usize)] {
        let from = self
            .mentions
            .partition_point(|(t, _)| t.start < range.start);
        let to = self.mentions.partition_point(|(t, _)| t.start < range.end);
        &self.mentions[from..to]
    }
}

/// "the X": a group or a thing, not a surname.
fn after_article(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    tokens.start > 0 && reading.class(tokens.start - 1).is(Class::DETERMINER)
}

/// A name on one line.
pub fn flat(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs of capitalised words that are no entity: the text's own names.
fn capitalised(
    reading: &Reading<'_>,
    taken: &[(Range<usize>, Option<usize>)],
) -> Vec<Range<usize>> {
    if mostly_capitals(reading) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        if is_headline(reading, &sentence.tokens) {
            continue;
        }
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let end = run(reading, i, sentence.tokens.end, taken);
            while i < end && reading.class(i).is(Class::TITLE) {
                i += 1 + usize::from(reading.is(i + 1, '.'));
            }
            if end > i && is_name(reading, i..end, sentence.tokens.start) {
                found.push(i..end);
            }
            i = end.max(i + 1);
        }
    }
    found
}

/// Whether more than half of the words begin with a capital: a text in capitals, which tells no names.
fn mostly_capitals(reading: &Reading<'_>) -> bool {
    let words = reading.tokens.iter().filter(|t| t.is_word());
    let (all, capital) = words.fold((0, 0), |(a, c), t| (a + 1, c + usize::from(t.capital)));
    all > 20 && capital * 2 > all
}

/// Whether most words of a sentence begin with a capital, as in a headline: which of them are names
/// cannot be told.
fn is_headline(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let words = reading.tokens[range.clone()]
        .iter()
        .filter(|t| t.kind == TokenKind::Word);
    let (all, capital) = words.fold((0, 0), |(a, c), t| (a + 1, c + usize::from(t.capital)));
    let stops = reading.tokens[range.clone()]
        .last()
        .is_some_and(|t| t.is('.'));
    all >= 4 && !stops && capital * 3 > all * 2
}

const NO_NAME: Class = Class::DETERMINER
    .or(Class::PERSON_PRONOUN)
    .or(Class::GROUP_PRONOUN)
    .or(Class::FIRST_PRONOUN)
    .or(Class::AUXILIARY)
    .or(Class::COORDINATOR)
    .or(Class::CONTRAST)
    .or(Class::SUBORDINATOR)
    .or(Class::NEGATOR)
    .or(Class::ADVERB)
    .or(Class::PREPOSITION)
    .or(Class::QUESTION)
    .or(Class::TIME);

/// Where a run of capitalised words that begins at `i` ends; `i` where none begins.
fn run(
    reading: &Reading<'_>,
    i: usize,
    end: usize,
    taken: &[(Range<usize>, Option<usize>)],
) -> usize {
    let blocked = |i: usize| {
        let at = taken.partition_point(|(t, _)| t.end <= i);
        taken.get(at).is_some_and(|(t, _)| t.contains(&i))
    };
    let named = |i: usize| {
        i < end
            && reading.tokens[i].kind == TokenKind::Word
            && reading.tokens[i].capital
            && !reading.class(i).is(NO_NAME)
            && !blocked(i)
    };
    if !named(i) {
        return i;
    }
    let mut last = i;
    let mut j = i + 1;
    while j < end {
        if named(j) {
            last = j;
            j += 1;
        } else if named(j + 1) && joins(reading, j) {
            j += 1;
        } else {
            break;
        }
    }
    last + 1
}

/// What may stand between two capitalised words of one name.
fn joins(reading: &Reading<'_>, j: usize) -> bool {
    const LINKS: [&str; 14] = [
        "of", "al", "el", "bin", "ibn", "de", "da", "del", "di", "van", "von", "der", "la", "for",
    ];
    let token = &reading.tokens[j];
    match token.kind {
        TokenKind::Word => LINKS.iter().any(|w| reading.is_word(j, w)),
        TokenKind::Mark('-') => !token.spaced,
        TokenKind::Mark('.') => reading.text(j - 1).chars().count() <= 2,
        _ => false,
    }
}

/// Whether a run of capitalised words is a name: not a lone common word at a sentence's beginning, nor
/// a title or role alone.
fn is_name(reading: &Reading<'_>, run: Range<usize>, sentence: usize) -> bool {
    if run
        .clone()
        .all(|i| reading.class(i).is(Class::TITLE.or(Class::ROLE)))
    {
        return false;
    }
    run.len() > 1 || run.start != sentence || !reading.class(run.start + 1).is(Class::DETERMINER)
}

/// The longest name of the text that ends in a word; `None` where two different ones do.
fn full_names(
    reading: &Reading<'_>,
    raw: &[(Range<usize>, Option<usize>)],
) -> FxHashMap<Stem, Option<Range<usize>>> {
    let mut full: FxHashMap<Stem, Option<Range<usize>>> = FxHashMap::default();
    for (tokens, entity) in raw {
        if entity.is_some() || tokens.len() < 2 {
            continue;
        }
        let last = reading.tokens[tokens.end - 1].word;
        full.entry(last)
            .and_modify(|known| {
                if let Some(other) = known {
                    let (a, b) = (reading.span(other), reading.span(tokens));
                    let (a, b) = (a.of(reading.body), b.of(reading.body));
                    if b.ends_with(a) || b.contains(a) {
                        *known = Some(tokens.clone());
                    } else if !a.contains(b) && !a.ends_with(b) {
                        *known = Some(other.clone());
                    }
                }
            })
            .or_insert_with(|| Some(tokens.clone()));
    }
    full
}

/// What a name of the text stands for, where its words or the words before it tell.
fn guess(reading: &Reading<'_>, tokens: &Range<usize>) -> Option<EntityKind> {
    let titled = |i: usize| reading.class(i).is(Class::TITLE.or(Class::PERSON_ROLE));
    let group = tokens
        .clone()
        .any(|i| reading.class(i).is(Class::GROUP_ROLE));
    let article = tokens.start > 0 && reading.is_word(tokens.start - 1, "the");
    let acronym = tokens.len() == 1 && reading.text(tokens.start).chars().all(char::is_uppercase);
    if group || article || acronym {
        return Some(EntityKind::Group);
    }
    let before =
        tokens.start > 0 && (titled(tokens.start - 1) || dotted_title(reading, tokens.start));
    if before || titled(tokens.start) {
        return Some(EntityKind::Person);
    }
    None
}

/// "Mr. X": a title with its dot.
fn dotted_title(reading: &Reading<'_>, start: usize) -> bool {
    start > 1 && reading.is(start - 1, '.') && reading.class(start - 2).is(Class::TITLE)
}
