//! Numbers that a topic asks for: which passages give them, which count the same thing, and whether
//! they agree.
//!
//! Two figures are compared only when nothing tells that they count different things: the same kind and
//! unit, no different people, no different place, neither a part of the other. They agree when their
//! ranges meet. A figure that does not say whom or where it counts is set only against one that does
//! not either, or against the very same number.

use super::asked::Asked;
use super::question::{Narrowed, Question};
use super::relation::{apart, between, cue};
use super::topic::others;
use super::{Basis, Certainty, Figure, Kind, Relation, TopicPassage, words};
use crate::analysis::ClaimTokens;
use crate::analysis::figure::{EITHER, figures};
use crate::analysis::phrase::PhraseIndex;
use crate::analysis::polarity;
use crate::analysis::words::{Class, class};
use crate::article::Article;
use crate::config::FigureKind;
use crate::text::{Span, Stem, tokens};

impl Asked<'_, '_> {
    /// The passages that give figures, in the order of the text: one for each claim that holds any.
    pub(super) fn figures(&self) -> Vec<TopicPassage> {
        let question = self.question;
        if question.topic.figures.is_empty() {
            return Vec::new();
        }
        let reading = &self.article.reading;
        let mut found: Vec<TopicPassage> = Vec::new();
        for (n, sentence) in reading.sentences.iter().enumerate() {
            if !self.is_near(n, 2) {
                continue;
            }
            let kinds = &question.kinds;
            let mut own = figures(
                reading.body,
                &reading.tokens,
                sentence.tokens.clone(),
                kinds,
            );
            for at in 0..own.len() {
                own[at].part |= self.is_further(&own, at, sentence.tokens.clone());
            }
            own.retain(|f| self.is_asked(f, n));
            let all = own.clone();
            for figure in own {
                self.add_figure(&mut found, figure, n, &all);
            }
        }
        found
    }

    /// "another four", "four other people": counted on top of somebody else, unless the sentence counts
    /// those others as something else ("12 killed and 70 others wounded").
    fn is_further(&self, own: &[Figure], at: usize, sentence: std::ops::Range<usize>) -> bool {
        let reading = &self.article.reading;
        let figure = &own[at];
        let here = |i: &usize| reading.tokens[*i].span.overlap(figure.span) > 0;
        let Some(first) = sentence.clone().find(here) else {
            return false;
        };
        let near = first.saturating_sub(1).max(sentence.start)..(first + 3).min(sentence.end);
        let other = near.into_iter().any(|i| {
            ["another", "other", "others", "further", "additional"]
                .iter()
                .any(|w| reading.is_word(i, w))
        });
        other && own.iter().all(|f| f.of == figure.of)
    }

    /// Whether a figure is of a kind that the topic asks for, and of those whom it asks about.
    fn is_asked(&self, figure: &Figure, sentence: usize) -> bool {
        self.question
            .topic
            .figures
            .iter()
            .zip(&self.question.narrowed)
            .filter(|(k, _)| {
                let either = figure.of == EITHER && (k.of == "killed" || k.of == "wounded");
                (k.of == figure.of || either) && (k.unit.is_none() || k.unit == figure.unit)
            })
            .any(|(k, narrowed)| self.narrows(k, narrowed, figure, sentence))
    }

    fn narrows(
        &self,
        kind: &FigureKind,
        narrowed: &Narrowed,
        figure: &Figure,
        sentence: usize,
    ) -> bool {
        let reading = &self.article.reading;
        let range = &reading.sentences[sentence].tokens;
        let has = |names: &PhraseIndex| !names.find(reading, range.clone(), 0).is_empty();
        let said = |text: &Option<String>, names: &[String]| {
            text.as_deref()
                .is_some_and(|t| names.iter().any(|n| shares(t, n)))
        };
        let who = kind.who.is_empty()
            || said(&figure.who, &kind.who)
            || figure.who.is_none() && has(&narrowed.who);
        let place = kind.places.is_empty()
            || said(&figure.place, &kind.places)
            || figure.place.is_none() && has(&narrowed.places);
        who && place && !has(&narrowed.not)
    }

    fn add_figure(
        &self,
        found: &mut Vec<TopicPassage>,
        figure: Figure,
        sentence: usize,
        all: &[Figure],
    ) {
        let reading = &self.article.reading;
        let from = self
            .article
            .claims
            .partition_point(|c| c.sentence < sentence);
        let to = self
            .article
            .claims
            .partition_point(|c| c.sentence <= sentence);
        let claims = &self.article.claims[from..to];
        let own = claims
            .iter()
            .position(|c| reading.span(&c.tokens).contains(figure.span));
        let mut figure = figure;
        let mut passage = match own {
            Some(n) if self.is_off(&claims[n]) => return,
            Some(n) => {
                let whole = self.around(claims, n, &figure, all);
                if figure.place.is_none() {
                    figure.place = self.place_in(&whole, figure.span);
                }
                if figure.who.is_none() && figure.amount.is_some() {
                    figure.who = self.sufferer(&claims[n], figure.span);
                }
                figure.part |= self.is_share(&claims[n]);
                self.figure_passage(&claims[n], &whole, &figure)
            }
            None if self.off[sentence] != usize::MAX => return,
            None => self.whole_sentence(sentence),
        };
        let counts = matches!(
            figure.of.as_str(),
            "killed" | "wounded" | "captured" | "missing" | "displaced" | "arrested"
        );
        let open = matches!(
            passage.certainty,
            Certainty::Planned | Certainty::Hypothetical
        );
        if counts && open && !self.question.topic.planned {
            passage.abstains = Some("the number is planned, feared or supposed".to_owned());
        }
        if passage.denied {
            passage.abstains = Some("the number is denied".to_owned());
        }
        match found.last_mut() {
            Some(last) if last.span == passage.span && last.abstains == passage.abstains => {
                last.cues.push(figure.span);
                last.figures.push(figure);
            }
            _ => {
                passage.cues = vec![figure.span];
                passage.figures = vec![figure];
                found.push(passage);
            }
        }
    }
}

impl Asked<'_, '_> {
    /// The claim that holds a figure, with the claims beside it from the same speaker, as far as they
    /// count nothing of the same kind: what is counted is often said there.
    fn around(
        &self,
        claims: &[ClaimTokens],
        own: usize,
        figure: &Figure,
        all: &[Figure],
    ) -> ClaimTokens {
        let reading = &self.article.reading;
        let claim = &claims[own];
        let joins = |a: usize, b: usize, other: &ClaimTokens| {
            let span = reading.span(&other.tokens);
            claims[a].tokens.end == claims[b].tokens.start
                && other.chain == claim.chain
                && !self.is_off(other)
                && !all
                    .iter()
                    .any(|f| f.of == figure.of && span.contains(f.span))
        };
        let (mut first, mut last) = (own, own);
        while first > 0 && joins(first - 1, first, &claims[first - 1]) {
            first -= 1;
        }
        while last + 1 < claims.len() && joins(last, last + 1, &claims[last + 1]) {
            last += 1;
        }
        ClaimTokens {
            tokens: claims[first].tokens.start..claims[last].tokens.end,
            ..claim.clone()
        }
    }

    fn figure_passage(
        &self,
        claim: &ClaimTokens,
        whole: &ClaimTokens,
        figure: &Figure,
    ) -> TopicPassage {
        let reading = &self.article.reading;
        let at = claim
            .tokens
            .clone()
            .find(|&i| reading.tokens[i].span.start >= figure.span.start)
            .unwrap_or(claim.content.start);
        let at = at..at + 1;
        let mut passage = self.bare(whole);
        passage.certainty = polarity::certainty(self.article, claim, &at);
        passage.denied = figure.max != Some(0.0) && polarity::denied(self.article, claim, &at, 0);
        passage
    }

    /// The first place named after a number in its passage: "and 70 others were injured … in X".
    fn place_in(&self, whole: &ClaimTokens, number: Span) -> Option<String> {
        const IN: [&str; 5] = ["in", "at", "near", "outside", "around"];
        let reading = &self.article.reading;
        let mentions = self.article.names.within(&whole.tokens);
        let place = mentions.iter().find(|(t, _)| {
            let mut at = t.start;
            while at > whole.tokens.start && reading.class(at - 1).is(Class::DETERMINER) {
                at -= 1;
            }
            reading.tokens[t.start].span.start > number.end
                && at > whole.tokens.start
                && IN.iter().any(|w| reading.is_word(at - 1, w))
        });
        let (tokens, _) = place?;
        let name = reading.span(tokens).of(reading.body);
        let other = !key(Some(name), &self.question.about_stems).is_empty();
        other.then(|| crate::analysis::names::flat(name))
    }

    /// Who "suffered heavy losses": the name before the amount.
    fn sufferer(&self, claim: &ClaimTokens, amount: Span) -> Option<String> {
        let reading = &self.article.reading;
        const OF: [&str; 4] = ["of", "among", "by", "to"];
        let named = self.article.names.within(&claim.content);
        let after = named.iter().find(|(t, _)| {
            let mut at = t.start;
            while at > claim.content.start && reading.class(at - 1).is(Class::DETERMINER) {
                at -= 1;
            }
            let near = reading.tokens[t.start]
                .span
                .start
                .saturating_sub(amount.end)
                < 40;
            near && reading.tokens[t.start].span.start > amount.end
                && at > claim.content.start
                && OF.iter().any(|w| reading.is_word(at - 1, w))
        });
        if let Some((tokens, _)) = after {
            let name = reading.span(tokens).of(reading.body);
            return Some(crate::analysis::names::flat(name));
        }
        let before = named
            .iter()
            .find(|(t, _)| reading.tokens[t.start].span.start < amount.start)?;
        let name = reading.span(&before.0).of(reading.body);
        Some(crate::analysis::names::flat(name))
    }

    /// "We have treated 50 people": the share that one speaker saw.
    fn is_share(&self, claim: &ClaimTokens) -> bool {
        let reading = &self.article.reading;
        let own = claim
            .content
            .clone()
            .take(3)
            .any(|i| reading.class(i).is(Class::FIRST_PRONOUN));
        own && claim
            .content
            .clone()
            .any(|i| words::is("receive", reading.tokens[i].stem))
    }
}

/// Whether two short texts share a word that is more than a small one.
fn shares(a: &str, b: &str) -> bool {
    let (a, b) = (key(Some(a), &[]), key(Some(b), &[]));
    a.iter().any(|s| b.binary_search(s).is_ok())
}

/// Words that tell nothing of whom or where.
const SMALL: Class = Class::DETERMINER
    .or(Class::PREPOSITION)
    .or(Class::AUXILIARY)
    .or(Class::ADVERB)
    .or(Class::COORDINATOR)
    .or(Class::TIME)
    .or(Class::GROUP_PRONOUN)
    .or(Class::PERSON_PRONOUN);

/// The stems that tell whom or where a figure counts: without small words, words for anybody, and
/// those in `without`.
fn key(text: Option<&str>, without: &[Stem]) -> Vec<Stem> {
    let Some(text) = text else { return Vec::new() };
    let mut found: Vec<Stem> = tokens(text, Span::new(0, text.len()))
        .iter()
        .filter(|t| t.kind == crate::text::TokenKind::Word)
        .filter(|t| !class(t).is(SMALL))
        .map(|t| t.stem)
        .filter(|s| !words::is("anybody", *s) && !without.contains(s))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// A figure, ready to be compared.
struct Counted {
    passage: usize,
    figure: usize,
    who: Vec<Stem>,
    place: Vec<Stem>,
}

/// The relations between the figures of a topic's passages.
pub(super) fn relations(
    question: &Question<'_>,
    articles: &[Article],
    passages: &[TopicPassage],
) -> Vec<Relation> {
    let mut counted: Vec<Counted> = Vec::new();
    for (p, passage) in passages.iter().enumerate() {
        if passage.abstains.is_some() {
            continue;
        }
        for (f, figure) in passage.figures.iter().enumerate() {
            counted.push(Counted {
                passage: p,
                figure: f,
                who: key(figure.who.as_deref(), &[]),
                place: key(figure.place.as_deref(), &question.about_stems),
            });
        }
    }
    let of = |c: &Counted| {
        let figure = &passages[c.passage].figures[c.figure];
        (figure.of.clone(), figure.unit.clone())
    };
    counted.sort_by(|a, b| of(a).cmp(&of(b)).then(a.passage.cmp(&b.passage)));
    let mut found: Vec<Relation> = Vec::new();
    for group in counted.chunk_by(|a, b| of(a) == of(b)) {
        for (n, a) in group.iter().enumerate() {
            // With more, the pairs would grow with the square.
            for b in group[n + 1..].iter().take(others(group.len())) {
                found.extend(relation(question, articles, passages, a, b));
            }
        }
    }
    found.sort_by_key(|r| (r.a, r.b, r.kind));
    found.dedup_by(|x, y| (x.a, x.b, x.kind) == (y.a, y.b, y.kind));
    found
}

fn relation(
    question: &Question<'_>,
    articles: &[Article],
    passages: &[TopicPassage],
    a: &Counted,
    b: &Counted,
) -> Option<Relation> {
    let (p, q) = (&passages[a.passage], &passages[b.passage]);
    if p.article == q.article {
        return None;
    }
    let (x, y) = (&p.figures[a.figure], &q.figures[b.figure]);
    let meets = meets(x, y)?;
    // An amount is vague as it stands: whom it does not name it may count.
    let same_number = x.min.is_none() && x.max.is_none() || x.min == y.min && x.max == y.max;
    if !fits(&a.who, &b.who, same_number) || !fits(&a.place, &b.place, same_number) {
        return None;
    }
    let one =
        |f: &Figure, who: &[Stem]| f.min == Some(1.0) && f.max == Some(1.0) && !who.is_empty();
    let instance = one(x, &a.who) || one(y, &b.who);
    if instance && (!same_number || a.who.is_empty() || b.who.is_empty()) {
        // One victim who is described is an instance, not a count.
        return None;
    }
    if (x.part || y.part) && !(same_number && x.part == y.part) {
        return None;
    }
    let kind = if meets {
        Kind::Agree
    } else if question.topic.changes && apart(p.when, q.when) {
        Kind::Update
    } else {
        Kind::Conflict
    };
    let (u, v) = (in_words(x), in_words(y));
    let (s, t) = (cue(articles, p), cue(articles, q));
    let of = &x.of;
    let why = match kind {
        Kind::Agree if u == v => format!("both give {of} as {u}: {s} and {t}"),
        Kind::Agree => format!("{of} {u} and {of} {v} can both be true: {s} and {t}"),
        Kind::Conflict => format!("{of} {u} against {of} {v}: {s} and {t}"),
        Kind::Update => format!("{of} {u} and {of} {v}, about different days: {s} and {t}"),
    };
    Some(Relation {
        kind,
        a: a.passage,
        b: b.passage,
        basis: Basis::Figure,
        between: between(p, q),
        same_wording: false,
        score: if same_number { 1.0 } else { 0.8 },
        why,
    })
}

/// Whether two ranges, or two amounts, meet; `None` where they cannot be compared.
fn meets(x: &Figure, y: &Figure) -> Option<bool> {
    let amount = |f: &Figure| f.min.is_none() && f.max.is_none();
    match (amount(x), amount(y)) {
        (true, true) => Some(weight(x) == weight(y)),
        (false, false) => {
            let low = x
                .min
                .unwrap_or(f64::NEG_INFINITY)
                .max(y.min.unwrap_or(f64::NEG_INFINITY));
            let high = x
                .max
                .unwrap_or(f64::INFINITY)
                .min(y.max.unwrap_or(f64::INFINITY));
            Some(low <= high)
        }
        _ => None,
    }
}

/// Whether an amount is little; any other is much.
fn weight(figure: &Figure) -> bool {
    let amount = figure.amount.as_deref().unwrap_or("");
    words::is("little", Stem::of(amount))
}

/// Whether two descriptions may be of the same people or place.
fn fits(a: &[Stem], b: &[Stem], same_number: bool) -> bool {
    if a.is_empty() || b.is_empty() {
        return same_number || a.is_empty() && b.is_empty();
    }
    let within = |a: &[Stem], b: &[Stem]| a.iter().all(|s| b.binary_search(s).is_ok());
    within(a, b) || within(b, a)
}

/// A number as people write it: whole ones without a point, thousands apart.
fn number(value: f64) -> String {
    if value.fract() != 0.0 {
        return format!("{value}");
    }
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (n, c) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) && c.is_ascii_digit() {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A figure in words: "24", "more than 350", "270 to 300", "heavy".
pub(super) fn in_words(figure: &Figure) -> String {
    let unit = figure.unit.as_deref().unwrap_or("");
    let with = |value: f64| {
        if unit.len() == 1 && !unit.chars().all(|c| c.is_alphanumeric() || c == '%') {
            format!("{unit}{}", number(value))
        } else if unit.is_empty() || unit == "%" {
            format!("{}{unit}", number(value))
        } else {
            format!("{} {unit}", number(value))
        }
    };
    match (figure.min, figure.max) {
        (Some(a), Some(b)) if a == b => with(a),
        (Some(a), Some(b)) => format!("{} to {}", with(a), with(b)),
        (Some(a), None) => format!("{} or more", with(a)),
        (None, Some(b)) => format!("up to {}", with(b)),
        (None, None) => figure.amount.clone().unwrap_or_default(),
    }
}
