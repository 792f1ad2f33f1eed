//! What a stretch of text says, as features that can be compared: its words without the small ones,
//! joined by the thesaurus, pairs of neighbours, and numbers with what they count.

use crate::analysis::thesaurus::{self, GroupId};
use crate::analysis::words::{self, Class};
use crate::text::{Span, Stem, Token, TokenKind, lexicon, tokens};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    list: String,
    words: Vec<String>,
}

/// The data file, for the tests.
pub const DATA: &str = include_str!("open.toml");

/// A list of `open.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Words that say nothing of their own.
    Empty,
    /// Words that ask.
    Question,
    /// What stands after them is a reason or an aim.
    Reason,
    /// Measures of time.
    Duration,
    /// Words between which a name stands in the same role.
    Role,
    /// Numbers in words.
    Number,
    /// Words that make a number open.
    About,
}

impl List {
    /// All lists.
    pub const ALL: [Self; 7] = [
        Self::Empty,
        Self::Question,
        Self::Reason,
        Self::Duration,
        Self::Role,
        Self::Number,
        Self::About,
    ];

    /// What the data file calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Question => "question",
            Self::Reason => "reason",
            Self::Duration => "duration",
            Self::Role => "role",
            Self::Number => "number",
            Self::About => "about",
        }
    }
}

/// For each word the place in each list where it stands.
static LISTS: LazyLock<FxHashMap<Stem, Vec<(List, usize)>>> = LazyLock::new(|| {
    let mut map: FxHashMap<Stem, Vec<(List, usize)>> = FxHashMap::default();
    for entry in lexicon::read::<Entry>("open.toml", DATA).entries {
        let list = List::ALL.into_iter().find(|l| l.name() == entry.list);
        debug_assert!(list.is_some(), "open.toml: no list {}", entry.list);
        for (n, word) in entry.words.iter().enumerate() {
            map.entry(Stem::of(word))
                .or_default()
                .extend(list.map(|l| (l, n)));
        }
    }
    map
});

/// The place of a stem in a list of `open.toml`.
pub fn place(list: List, stem: Stem) -> Option<usize> {
    let own = LISTS.get(&stem)?;
    own.iter().find(|(l, _)| *l == list).map(|(_, n)| *n)
}

/// Whether a list of `open.toml` holds a stem.
pub fn is(list: List, stem: Stem) -> bool {
    place(list, stem).is_some()
}

/// Something that a stretch of text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Equal for words that mean the same.
    pub id: u64,
    /// The words, bytes of the body.
    pub span: Span,
    /// What it means in the news, where the thesaurus knows.
    pub group: Option<GroupId>,
    /// A word that names somebody or something.
    pub name: bool,
    /// A number, or a word of time.
    pub time: bool,
    /// The small word directly before it.
    pub before: Option<Stem>,
    /// It stands within the reach of "not" or "no".
    pub negated: bool,
    /// It stands after a word that gives a reason or an aim.
    pub reason: bool,
}

/// A number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number.
    pub value: f64,
    /// The stem of what is counted; of money, the stem of its sign.
    pub counted: Stem,
    /// "about", "more than": other numbers may be the same.
    pub loose: bool,
    /// The number, bytes of the body.
    pub span: Span,
}

/// What a stretch of text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// In the order of the text.
    pub features: Vec<Feature>,
    /// In the order of the text.
    pub quantities: Vec<Quantity>,
}

const SMALL: Class = Class::DETERMINER
    .or(Class::PERSON_PRONOUN)
    .or(Class::GROUP_PRONOUN)
    .or(Class::FIRST_PRONOUN)
    .or(Class::PREPOSITION)
    .or(Class::AUXILIARY)
    .or(Class::MODAL)
    .or(Class::NEGATOR)
    .or(Class::COORDINATOR)
    .or(Class::CONTRAST)
    .or(Class::SUBORDINATOR)
    .or(Class::RELATIVE)
    .or(Class::CONDITIONAL)
    .or(Class::ADVERB)
    .or(Class::QUESTION)
    .or(Class::TITLE);

/// How many words "not" reaches.
const REACH: usize = 4;

/// Whether a token says something of its own.
pub fn is_content(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => !words::class(token).is(SMALL) && !is(List::Empty, token.stem),
        _ => false,
    }
}

impl Content {
    /// What the part `within` of `body` says.
    pub fn of(body: &str, within: Span) -> Self {
        Self::of_tokens(body, &tokens(body, within))
    }

    /// What a run of tokens of `body` says.
    pub fn of_tokens(body: &str, run: &[Token]) -> Self {
        let said: Vec<Token> = run
            .iter()
            .copied()
            .filter(|t| t.is_word() || t.kind == TokenKind::Number)
            .collect();
        Self {
            features: features(&said, body),
            quantities: quantities(run, body),
        }
    }

    /// Whether a feature with this id is in it.
    pub fn has(&self, id: u64) -> bool {
        self.features.iter().any(|f| f.id == id)
    }
}

/// "not to sign" and "not signing" are about what should not be, not about what is not.
fn denies(next: Option<&Token>, body: &str) -> bool {
    next.is_some_and(|t| !t.text(body).eq_ignore_ascii_case("to") && !t.text(body).ends_with("ing"))
}

fn features(all: &[Token], body: &str) -> Vec<Feature> {
    let stems: Vec<Stem> = all.iter().map(|t| t.stem).collect();
    let meant = thesaurus::concepts(&stems);
    let mut found = Vec::with_capacity(all.len());
    let (mut negation, mut reason) = (0, false);
    let mut next = 0;
    for (i, token) in all.iter().enumerate() {
        let class = words::class(token);
        if token.is_word() && class.is(Class::NEGATOR) && denies(all.get(i + 1), body) {
            negation = REACH + 1;
        }
        negation = usize::saturating_sub(negation, 1);
        let concept = meant.iter().find(|c| c.start == i);
        let phrase = concept.filter(|c| c.end > i + 1);
        if i >= next && (phrase.is_some() || is_content(token)) {
            let end = phrase.map_or(i + 1, |c| c.end);
            found.push(Feature {
                id: concept.map_or(token.stem.0, |c| id_of(c.group)),
                span: token.span.cover(all[end - 1].span),
                group: concept.map(|c| c.group),
                name: token.capital && i > 0 && token.kind == TokenKind::Word,
                time: token.kind == TokenKind::Number || class.is(Class::TIME),
                before: i.checked_sub(1).map(|b| all[b].stem),
                negated: negation > 0,
                reason,
            });
            next = if phrase.is_some_and(|c| c.end == c.start + 2) {
                end
            } else {
                i + 1
            };
        }
        reason |= i > 0 && is(List::Reason, token.stem);
    }
    found
}

fn id_of(group: GroupId) -> u64 {
    u64::from(group.0)
}

/// The feature of two neighbours.
pub fn pair(a: &Feature, b: &Feature) -> u64 {
    a.id.rotate_left(21) ^ b.id.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// How far behind its number the counted word stands at most.
const COUNTED: usize = 3;

fn quantities(all: &[Token], body: &str) -> Vec<Quantity> {
    (0..all.len())
        .filter(|&i| !is_time_of_day(all, i))
        .filter_map(|i| quantity(all, i, body))
        .collect()
}

/// "15:01", "1-0": numbers that are no amounts.
fn is_time_of_day(all: &[Token], i: usize) -> bool {
    let joins = |t: Option<&Token>| t.is_some_and(|t| t.is(':') || t.is('/'));
    joins(all.get(i + 1)) || joins(i.checked_sub(1).and_then(|b| all.get(b)))
}

fn quantity(all: &[Token], i: usize, body: &str) -> Option<Quantity> {
    let mut value = number(&all[i], body)?;
    let mut after = i + 1;
    if let Some(factor) = all.get(after).and_then(|t| factor(t, body)) {
        value *= factor;
        after += 1;
    }
    let money = i.checked_sub(1).map(|b| &all[b]).filter(|t| t.is('$'));
    let counted = money.or_else(|| counted(all, after))?;
    if is_year(value) && all[i].kind == TokenKind::Number && !all[i].text(body).contains(',') {
        return None;
    }
    let from = i.saturating_sub(3);
    Some(Quantity {
        value,
        counted: if counted.is_word() {
            counted.stem
        } else {
            Stem::of_folded(counted.text(body))
        },
        loose: all[from..i].iter().any(|t| is(List::About, t.stem)),
        span: all[i].span,
    })
}

/// What is counted: the first word of weight behind the number, before any other mark than a hyphen.
fn counted(all: &[Token], after: usize) -> Option<&Token> {
    let range = all.get(after..(after + COUNTED).min(all.len()))?;
    let clear = |t: &&Token| t.is_word() || t.is('%') || t.is('-');
    range
        .iter()
        .take_while(clear)
        .find(|t| t.is('%') || is_content(t) && !t.capital || is(List::Duration, t.stem))
}

fn is_year(value: f64) -> bool {
    (1800.0..2100.0).contains(&value)
}

fn number(token: &Token, body: &str) -> Option<f64> {
    match token.kind {
        TokenKind::Number => token.text(body).replace(',', "").parse().ok(),
        TokenKind::Word => {
            let place = place(List::Number, token.stem)?;
            (place > 1).then(|| u32::try_from(place).map_or(0.0, f64::from))
        }
        _ => None,
    }
}

fn factor(token: &Token, body: &str) -> Option<f64> {
    match token.text(body).to_ascii_lowercase().as_str() {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        _ => None,
    }
}
