//! An article taken apart: sentences, tokens, their classes, and which of them stand in quotation
//! marks. Everything else in the analysis looks at this.

use super::words::{Class, class};
use crate::text::{Span, Token, TokenKind, sentences, tokens};
use std::ops::Range;

/// A sentence, by its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceTokens {
    /// Bytes of the body.
    pub span: Span,
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// Places in [`Reading::tokens`].
    pub tokens: Range<usize>,
}

/// An article taken apart.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The article's body.
    pub body: &'a str,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// Their classes, one each.
    pub classes: Vec<Class>,
    /// All sentences, in order.
    pub sentences: Vec<SentenceTokens>,
    /// Quotations long enough to be somebody's words, as token ranges without the marks, in order.
    /// One may run over several sentences.
    pub quotes: Vec<Range<usize>>,
    /// For each token: whether it is a verb with a tense. Asked so often that it is kept.
    finite: Vec<bool>,
    /// Where the reader's entities are named: (tokens, entity), in order, without overlaps.
    pub entities: Vec<(Range<usize>, usize)>,
}

/// A quotation of fewer words is a borrowed word ("so-called"), not an utterance.
const UTTERANCE: usize = 4;

impl<'a> Reading<'a> {
    /// Takes a body apart.
    pub fn of(body: &'a str) -> Self {
        let mut all = Vec::with_capacity(body.len() / 5);
        let mut found = Vec::new();
        for sentence in sentences(body) {
            let start = all.len();
            all.extend(tokens(body, sentence.span));
            found.push(SentenceTokens {
                span: sentence.span,
                paragraph: sentence.paragraph,
                tokens: start..all.len(),
            });
        }
        let classes = all.iter().map(class).collect();
        let quotes = quotes(&all, &found);
        let mut reading = Self {
            body,
            tokens: all,
            classes,
            sentences: found,
            quotes,
            finite: Vec::new(),
            entities: Vec::new(),
        };
        reading.finite = (0..reading.tokens.len())
            .map(|i| reading.finite_at(i))
            .collect();
        reading
    }

    /// The entity whose name begins at the token `i`.
    pub fn entity_at(&self, i: usize) -> Option<(Range<usize>, usize)> {
        let at = self
            .entities
            .binary_search_by_key(&i, |(t, _)| t.start)
            .ok()?;
        self.entities.get(at).cloned()
    }

    /// The token's text.
    pub fn text(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.text(self.body))
    }

    /// The class of the token at `i`; none past the end.
    pub fn class(&self, i: usize) -> Class {
        self.classes.get(i).copied().unwrap_or_default()
    }

    /// Whether the token at `i` is the mark `c`.
    pub fn is(&self, i: usize, c: char) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(c))
    }

    /// Whether the token at `i` is the word `word` (folded).
    pub fn is_word(&self, i: usize, word: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| {
            t.span.len() == word.len()
                && t.is_word()
                && self.body.as_bytes()[t.span.start..t.span.end]
                    .eq_ignore_ascii_case(word.as_bytes())
        })
    }

    /// Bytes of a range of tokens; empty at the range's start where it holds none.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match self.tokens.get(range.clone()) {
            Some([first, .., last]) => first.span.cover(last.span),
            Some([only]) => only.span,
            _ => {
                let at = self
                    .tokens
                    .get(range.start)
                    .map_or(self.body.len(), |t| t.span.start);
                Span::new(at, at)
            }
        }
    }

    /// The quotation that the token at `i` stands in.
    pub fn quote_at(&self, i: usize) -> Option<usize> {
        let after = self.quotes.partition_point(|q| q.end <= i);
        self.quotes
            .get(after)
            .filter(|q| q.contains(&i))
            .map(|_| after)
    }

    /// Whether the token at `i` is a verb with a tense.
    pub fn is_finite(&self, i: usize) -> bool {
        self.finite.get(i).copied().unwrap_or(false)
    }

    fn finite_at(&self, i: usize) -> bool {
        let class = self.class(i);
        if class.is(Class::MODAL) {
            return true;
        }
        if class.is(Class::AUXILIARY) {
            if self.text(i).ends_with(['s', '\'', '’']) && self.tokens[i].kind == TokenKind::Clitic
            {
                return self.is_contracted_verb(i);
            }
            return !["be", "been", "being", "having", "done", "doing"]
                .iter()
                .any(|w| self.is_word(i, w));
        }
        if class.is(Class::PAST.or(Class::PRESENT)) {
            return !self.follows_determiner(i);
        }
        self.is_regular_past(i) && !self.follows_determiner(i) && !self.is_word(i + 1, "by")
    }

    /// "'s" of "it's over": after a pronoun or "that", "there", "who".
    fn is_contracted_verb(&self, i: usize) -> bool {
        i > 0
            && (self
                .class(i - 1)
                .is(Class::PERSON_PRONOUN.or(Class::GROUP_PRONOUN))
                || ["that", "there", "who", "what", "here"]
                    .iter()
                    .any(|w| self.is_word(i - 1, w)))
    }

    /// Whether the token ends in -ed as a past tense or participle does.
    pub fn is_regular_past(&self, i: usize) -> bool {
        let text = self.text(i).as_bytes();
        // "Ahmed", "United": a name, unless all letters are capitals.
        let name = text.first().is_some_and(u8::is_ascii_uppercase)
            && text.iter().any(u8::is_ascii_lowercase);
        text.len() > 3
            && !name
            && text[text.len() - 2..].eq_ignore_ascii_case(b"ed")
            && self.class(i) == Class::default()
            && ![
                "need", "speed", "indeed", "seed", "hundred", "breed", "united", "allied", "armed",
            ]
            .iter()
            .any(|w| text.eq_ignore_ascii_case(w.as_bytes()))
    }

    /// Whether a determiner, a genitive or a preposition stands before the token, so that it is no verb.
    pub fn follows_determiner(&self, i: usize) -> bool {
        if i == 0 {
            return false;
        }
        let before = self.class(i - 1);
        const PRONOUNS: [&str; 11] = [
            "that", "this", "these", "those", "all", "some", "many", "both", "each", "several",
            "few",
        ];
        (before.is(Class::DETERMINER) && !PRONOUNS.iter().any(|w| self.is_word(i - 1, w)))
            || (before.is(Class::PREPOSITION) && !before.is(Class::ADVERB))
            || (self.tokens[i - 1].kind == TokenKind::Clitic && self.is_genitive(i - 1))
    }

    /// Whether the clitic at `i` is a genitive rather than "is" or "has".
    pub fn is_genitive(&self, i: usize) -> bool {
        self.tokens
            .get(i)
            .is_some_and(|t| t.kind == TokenKind::Clitic)
            && (self.is_word(i, "'s") || self.is_word(i, "’s") || self.text(i).chars().count() == 1)
            && !self.is_contracted_verb(i)
    }

    /// Whether a range holds a verb with a tense.
    pub fn has_finite(&self, range: Range<usize>) -> bool {
        self.finite.get(range).is_some_and(|f| f.contains(&true))
    }
}

/// The quotations of a text. A quotation that is still open at a paragraph's end goes on when the next
/// paragraph opens with a mark again, or closes one that it did not open; otherwise it ends there.
fn quotes(tokens: &[Token], sentences: &[SentenceTokens]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut paragraph = 0;
    for sentence in sentences {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            if let Some(start) = open
                && !continues(tokens, sentence, sentences)
            {
                keep(&mut found, start..sentence.tokens.start);
                open = None;
            }
        }
        for i in sentence.tokens.clone() {
            match tokens[i].kind {
                TokenKind::Open if open.is_none() && is_double(&tokens[i]) => open = Some(i + 1),
                TokenKind::Close if is_double(&tokens[i]) => {
                    if let Some(start) = open.take() {
                        keep(&mut found, start..i);
                    }
                }
                _ => {}
            }
        }
    }
    if let Some(start) = open {
        keep(&mut found, start..tokens.len());
    }
    found
}

/// Whether the mark is one that quotes speech: two strokes, not one.
fn is_double(token: &Token) -> bool {
    token.double
}

fn keep(found: &mut Vec<Range<usize>>, range: Range<usize>) {
    if range.len() >= UTTERANCE {
        found.push(range);
    }
}

/// How many more paragraphs an open quotation is followed for its closing mark.
const FOLLOWED: usize = 3;

/// Whether a quotation that is open before the paragraph of `sentence` runs on in it: the paragraph
/// opens with a mark, or the next mark closes.
fn continues(tokens: &[Token], sentence: &SentenceTokens, sentences: &[SentenceTokens]) -> bool {
    sentences
        .iter()
        .skip_while(|s| s.tokens.start < sentence.tokens.start)
        .take_while(|s| s.paragraph <= sentence.paragraph + FOLLOWED)
        .flat_map(|s| s.tokens.clone())
        .find(|&i| is_double(&tokens[i]))
        .is_some_and(|i| tokens[i].kind == TokenKind::Close || i == sentence.tokens.start)
}
