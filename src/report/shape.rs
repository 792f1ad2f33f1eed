//! The objects of the JSON, field by field as the contract names them.

use super::offset::Offsets;
use crate::analysis::{AnalysedSentence, Analysis, Certainty, Claim, Days, Figure, Quoted};
use crate::article::Article;
use crate::comparison::{
    Basis, Between, Finding, Kind, Relation, Silence, SourceStand, TopicComparison, TopicPassage,
};
use serde::ser::{Serialize, Serializer};
use std::cell::Cell;

/// A list whose items are made while it is written. It can be written once.
pub(super) struct Lazy<'a, T>(Cell<Option<Box<dyn Iterator<Item = T> + 'a>>>);

impl<'a, T> Lazy<'a, T> {
    pub fn new(items: impl Iterator<Item = T> + 'a) -> Self {
        Self(Cell::new(Some(Box::new(items))))
    }
}

impl<T: Serialize> Serialize for Lazy<'_, T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0.take().into_iter().flatten())
    }
}

/// Something that is written as it is displayed.
pub(super) struct Shown<T>(T);

impl<T: std::fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&self.0)
    }
}

/// A passage's id: `p` and its number in the report, from 1.
pub(super) struct PassageId(usize);

impl Serialize for PassageId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&format_args!("p{}", self.0))
    }
}

/// A number; whole ones without a point.
pub(super) struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "below 2^53 every whole f64 is an i64"
        )]
        if self.0.fract() == 0.0 && self.0.abs() < 9e15 {
            s.serialize_i64(self.0 as i64)
        } else {
            s.serialize_f64(self.0)
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct Report<'a> {
    pub schema: &'static str,
    pub title: &'a str,
    pub articles: Lazy<'a, ArticleOut<'a>>,
    pub topics: Lazy<'a, TopicOut<'a>>,
}

#[derive(serde::Serialize)]
pub(super) struct ArticleOut<'a> {
    id: &'a str,
    file: &'a str,
    origin: Option<&'a str>,
    source: &'a str,
    title: &'a str,
    byline: Option<&'a str>,
    published: Option<Shown<&'a crate::article::Published>>,
    url: Option<&'a str>,
    credit: &'a [String],
    language: Option<&'a str>,
    body: &'a str,
}

impl<'a> ArticleOut<'a> {
    pub fn new(article: &'a Article) -> Self {
        Self {
            id: &article.id,
            file: &article.file,
            origin: article.origin.as_deref(),
            source: &article.source,
            title: &article.title,
            byline: article.byline.as_deref(),
            published: article.published.as_ref().map(Shown),
            url: article.url.as_deref(),
            credit: &article.credit,
            language: article.language.as_deref(),
            body: &article.body,
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct TopicOut<'a> {
    name: &'a str,
    passages: Lazy<'a, PassageOut<'a>>,
    relations: Lazy<'a, RelationOut<'a>>,
    findings: Lazy<'a, FindingOut<'a>>,
    sources: Lazy<'a, SourceOut<'a>>,
}

impl<'a> TopicOut<'a> {
    /// `first` is the number of the topic's first passage in the report.
    pub fn new(
        topic: &'a TopicComparison,
        articles: &'a [Article],
        offsets: &'a [Offsets],
        first: usize,
    ) -> Self {
        let passages = topic.passages.iter().enumerate();
        Self {
            name: &topic.name,
            passages: Lazy::new(passages.filter_map(move |(n, p)| {
                let (article, offsets) = (articles.get(p.article)?, offsets.get(p.article)?);
                Some(PassageOut::new(PassageId(first + n), p, article, offsets))
            })),
            relations: Lazy::new(
                topic
                    .relations
                    .iter()
                    .map(move |r| RelationOut::new(r, first)),
            ),
            findings: Lazy::new(
                topic
                    .findings
                    .iter()
                    .map(move |f| FindingOut::new(f, first)),
            ),
            sources: Lazy::new(
                topic
                    .sources
                    .iter()
                    .filter_map(move |s| Some(SourceOut::new(s, articles.get(s.article)?, first))),
            ),
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct PassageOut<'a> {
    id: PassageId,
    article: &'a str,
    start: usize,
    end: usize,
    quote: &'a str,
    position: Option<&'a str>,
    neutral: bool,
    denied: bool,
    speaker: Option<&'a str>,
    side: Option<&'a str>,
    certainty: &'static str,
    figures: Vec<FigureOut<'a>>,
    when: Option<DaysOut>,
    abstains: Option<&'a str>,
}

impl<'a> PassageOut<'a> {
    fn new(
        id: PassageId,
        passage: &'a TopicPassage,
        article: &'a Article,
        offsets: &Offsets,
    ) -> Self {
        let span = offsets.span(passage.span);
        Self {
            id,
            article: &article.id,
            start: span.start,
            end: span.end,
            quote: passage.span.of(&article.body),
            position: passage.position.as_deref(),
            neutral: passage.neutral,
            denied: passage.denied,
            speaker: passage.speaker.as_deref(),
            side: passage.side.as_deref(),
            certainty: certainty(passage.certainty),
            figures: figures(&passage.figures, offsets),
            when: passage.when.map(DaysOut::new),
            abstains: passage.abstains.as_deref(),
        }
    }
}

fn figures<'a>(figures: &'a [Figure], offsets: &Offsets) -> Vec<FigureOut<'a>> {
    figures.iter().map(|f| FigureOut::new(f, offsets)).collect()
}

const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Claimed => "claimed",
        Certainty::Reported => "reported",
        Certainty::Rumoured => "rumoured",
        Certainty::Planned => "planned",
        Certainty::Hypothetical => "hypothetical",
    }
}

#[derive(serde::Serialize)]
struct FigureOut<'a> {
    of: &'a str,
    who: Option<&'a str>,
    #[serde(rename = "where")]
    place: Option<&'a str>,
    unit: Option<&'a str>,
    min: Option<Number>,
    max: Option<Number>,
    amount: Option<&'a str>,
    start: usize,
    end: usize,
}

impl<'a> FigureOut<'a> {
    fn new(figure: &'a Figure, offsets: &Offsets) -> Self {
        let span = offsets.span(figure.span);
        let number = |n: Option<f64>| n.filter(|n| n.is_finite()).map(Number);
        Self {
            of: &figure.of,
            who: figure.who.as_deref(),
            place: figure.place.as_deref(),
            unit: figure.unit.as_deref(),
            min: number(figure.min),
            max: number(figure.max),
            amount: figure.amount.as_deref(),
            start: span.start,
            end: span.end,
        }
    }
}

#[derive(serde::Serialize)]
struct DaysOut {
    from: Shown<jiff::civil::Date>,
    to: Shown<jiff::civil::Date>,
}

impl DaysOut {
    const fn new(days: Days) -> Self {
        Self {
            from: Shown(days.from),
            to: Shown(days.to),
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct RelationOut<'a> {
    kind: &'static str,
    a: PassageId,
    b: PassageId,
    basis: &'static str,
    between: &'static str,
    same_wording: bool,
    score: f32,
    why: &'a str,
}

impl<'a> RelationOut<'a> {
    fn new(relation: &'a Relation, first: usize) -> Self {
        Self {
            kind: kind(relation.kind),
            a: PassageId(first + relation.a),
            b: PassageId(first + relation.b),
            basis: basis(relation.basis),
            between: between(relation.between),
            same_wording: relation.same_wording,
            score: (relation.score * 1000.0).round() / 1000.0,
            why: &relation.why,
        }
    }
}

pub(super) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Agree => "agree",
        Kind::Conflict => "conflict",
        Kind::Update => "update",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Wording => "wording",
        Basis::Position => "position",
        Basis::Figure => "figure",
        Basis::Place => "place",
        Basis::Person => "person",
        Basis::Time => "time",
        Basis::Claim => "claim",
    }
}

const fn between(between: Between) -> &'static str {
    match between {
        Between::Sources => "sources",
        Between::Parties => "parties",
    }
}

#[derive(serde::Serialize)]
pub(super) struct FindingOut<'a> {
    kind: &'static str,
    title: &'a str,
    passages: Vec<PassageId>,
    outlets: usize,
    speakers: usize,
    origins: usize,
    between: &'static str,
    why: &'a str,
}

impl<'a> FindingOut<'a> {
    fn new(finding: &'a Finding, first: usize) -> Self {
        let ids = finding.passages.iter().map(|&p| PassageId(first + p));
        Self {
            kind: kind(finding.kind),
            title: &finding.title,
            passages: ids.collect(),
            outlets: finding.outlets,
            speakers: finding.speakers,
            origins: finding.origins,
            between: between(finding.between),
            why: &finding.why,
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct SourceOut<'a> {
    article: &'a str,
    stands: Vec<StandOut<'a>>,
    silence: Option<&'static str>,
}

#[derive(serde::Serialize)]
struct StandOut<'a> {
    position: &'a str,
    speaker: Option<&'a str>,
    passage: PassageId,
}

impl<'a> SourceOut<'a> {
    fn new(source: &'a SourceStand, article: &'a Article, first: usize) -> Self {
        let stands = source.stands.iter().map(|stand| StandOut {
            position: &stand.position,
            speaker: stand.speaker.as_deref(),
            passage: PassageId(first + stand.passage),
        });
        Self {
            article: &article.id,
            stands: stands.collect(),
            silence: source.silence.map(|silence| match silence {
                Silence::Topic => "topic",
                Silence::Point => "point",
                Silence::Earlier => "earlier",
            }),
        }
    }
}

#[derive(serde::Serialize)]
pub(super) struct ClaimsOut<'a> {
    file: &'a str,
    body: &'a str,
    sentences: Vec<SentenceOut<'a>>,
}

impl<'a> ClaimsOut<'a> {
    pub fn new(article: &'a Article, analysis: &'a Analysis, offsets: &Offsets) -> Self {
        let sentences = analysis.sentences.iter();
        Self {
            file: &article.file,
            body: &article.body,
            sentences: sentences
                .map(|s| SentenceOut::new(s, &article.body, offsets))
                .collect(),
        }
    }
}

#[derive(serde::Serialize)]
struct SentenceOut<'a> {
    start: usize,
    end: usize,
    quote: &'a str,
    claims: Vec<ClaimOut<'a>>,
}

impl<'a> SentenceOut<'a> {
    fn new(sentence: &'a AnalysedSentence, body: &'a str, offsets: &Offsets) -> Self {
        let span = offsets.span(sentence.span);
        let claims = sentence.claims.iter();
        Self {
            start: span.start,
            end: span.end,
            quote: sentence.span.of(body),
            claims: claims.map(|c| ClaimOut::new(c, body, offsets)).collect(),
        }
    }
}

#[derive(serde::Serialize)]
struct ClaimOut<'a> {
    start: usize,
    end: usize,
    speaker: Option<&'a str>,
    cue: Option<&'a str>,
    cue_start: Option<usize>,
    cue_end: Option<usize>,
    speaker_start: Option<usize>,
    speaker_end: Option<usize>,
    content_start: usize,
    content_end: usize,
    quoted: Option<&'static str>,
    denied: bool,
    certainty: &'static str,
    figures: Vec<FigureOut<'a>>,
    when: Option<DaysOut>,
}

impl<'a> ClaimOut<'a> {
    fn new(claim: &'a Claim, body: &'a str, offsets: &Offsets) -> Self {
        let (span, content) = (offsets.span(claim.span), offsets.span(claim.content));
        let cue = claim.cue.map(|c| offsets.span(c));
        let speaker = claim.speaker_span.map(|s| offsets.span(s));
        Self {
            start: span.start,
            end: span.end,
            speaker: claim.speaker.as_deref(),
            cue: claim.cue.map(|c| c.of(body)),
            cue_start: cue.map(|c| c.start),
            cue_end: cue.map(|c| c.end),
            speaker_start: speaker.map(|s| s.start),
            speaker_end: speaker.map(|s| s.end),
            content_start: content.start,
            content_end: content.end,
            quoted: claim.quoted.map(|quoted| match quoted {
                Quoted::Direct => "direct",
                Quoted::Indirect => "indirect",
            }),
            denied: claim.denied,
            certainty: certainty(claim.certainty),
            figures: figures(&claim.figures, offsets),
            when: claim.when.map(DaysOut::new),
        }
    }
}
