//! One article becomes claims: who says it, how sure, what is denied, how many, when.
//!
//! Analysis sees one article, never two, and cannot fail.

pub mod attribution;
pub mod clause;
pub mod figure;
pub mod names;
pub mod phrase;
pub mod polarity;
pub mod reading;
pub mod stance;
pub mod subject;
pub mod time;
pub mod thesaurus;
pub mod words;

use crate::article::Article;
use crate::config::Entity;
use crate::text::Span;
use attribution::Attribution;
use jiff::civil::Date;
use names::{Entities, Names};
use reading::Reading;
use std::ops::Range;
use subject::Speaker;
use words::Class;

/// The days that a claim speaks of, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// How sure the words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// In the outlet's own voice, as a fact.
    Stated,
    /// Said by somebody whom the outlet names or describes.
    Claimed,
    /// "reportedly", "reports say".
    Reported,
    /// "rumours", "unconfirmed reports".
    Rumoured,
    /// "will", "plans to".
    Planned,
    /// "if", "could", "feared".
    Hypothetical,
}

/// A number and what it counts or measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is counted: `killed`, `magnitude`.
    pub of: String,
    /// Who is counted, in the article's words.
    pub who: Option<String>,
    /// Where, in the article's words.
    pub place: Option<String>,
    /// `$`, `%`, `km`.
    pub unit: Option<String>,
    /// Lower bound, included.
    pub min: Option<f64>,
    /// Upper bound, included.
    pub max: Option<f64>,
    /// An amount without a number: `heavy`.
    pub amount: Option<String>,
    /// Where the number stands, bytes of the body.
    pub span: Span,
    /// It is a part of another figure: "including eight commandos", "two of the nine".
    pub part: bool,
    /// The words call it the whole: "a total of", "the death toll".
    pub total: bool,
}

/// How a claim is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// In the speaker's own words, between quotation marks.
    Direct,
    /// In the outlet's words.
    Indirect,
}

/// What a clause claims, and from whom. All spans are bytes of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The clause.
    pub span: Span,
    /// The fullest name that the article gives of whom it says it from; `None` is the outlet itself.
    pub speaker: Option<String>,
    /// The words that name the speaker here: "he", "the spokesman".
    pub speaker_span: Option<Span>,
    /// The words that attribute it: "said", "according to".
    pub cue: Option<Span>,
    /// What is said.
    pub content: Span,
    /// Whether it is a quotation.
    pub quoted: Option<Quoted>,
    /// The words say that it is not so.
    pub denied: bool,
    /// How sure the words are.
    pub certainty: Certainty,
    /// Numbers in it.
    pub figures: Vec<Figure>,
    /// The days it speaks of.
    pub when: Option<Days>,
}

impl Claim {
    /// A whole sentence in the outlet's own voice.
    const fn whole(span: Span) -> Self {
        Self {
            span,
            speaker: None,
            speaker_span: None,
            cue: None,
            content: span,
            quoted: None,
            denied: false,
            certainty: Certainty::Stated,
            figures: Vec::new(),
            when: None,
        }
    }
}

/// A sentence and its claims.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalysedSentence {
    /// Bytes of the body.
    pub span: Span,
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// In the order of the text.
    pub claims: Vec<Claim>,
}

/// What one article claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// In the order of the text.
    pub sentences: Vec<AnalysedSentence>,
}

/// Reads the claims of an article. `entities` are the names that the reader gave, if any.
pub fn analyse(article: &Article, entities: &[Entity]) -> Analysis {
    let entities = Entities::of(entities);
    let analysed = Analysed::of(&article.body, &entities);
    analysed.to_analysis(article.published.as_ref().map(|p| p.date))
}

/// A claim by its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimTokens {
    /// The clause, with the reporting part where it stands directly before: "X said that …".
    pub tokens: Range<usize>,
    /// The clause alone.
    pub content: Range<usize>,
    /// Who says it, the outermost first: places in [`Analysed::attributions`].
    pub chain: Vec<usize>,
    /// Which sentence.
    pub sentence: usize,
}

/// An article, read: what [`Analysis`] is made of, and what the comparison looks at.
#[derive(Clone, Debug)]
pub struct Analysed<'a> {
    /// Its tokens and sentences.
    pub reading: Reading<'a>,
    /// Whom it names.
    pub names: Names,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Its claims, in order.
    pub claims: Vec<ClaimTokens>,
}

impl<'a> Analysed<'a> {
    /// Reads a body.
    pub fn of(body: &'a str, entities: &Entities) -> Self {
        let mut reading = Reading::of(body);
        reading.entities = entities.mentions(&reading);
        Self::read(reading, entities)
    }

    /// Reads a body that was taken apart already, its `entities` found.
    pub fn read(mut reading: Reading<'a>, entities: &Entities) -> Self {
        let names = Names::of(&reading, entities);
        reading.entities = names.entities();
        let attributions = attribution::attributions(&reading, &names);
        let claims = claims(&reading, &attributions);
        Self {
            reading,
            names,
            attributions,
            claims,
        }
    }

    /// The innermost attribution of a claim with a speaker.
    pub fn speaker(&self, claim: &ClaimTokens) -> Option<&Speaker> {
        claim
            .chain
            .iter()
            .rev()
            .find_map(|&a| self.attributions[a].speaker.as_ref())
    }

    /// The days that a claim speaks of: its own words', else the day of publication.
    pub fn days(&self, claim: &ClaimTokens, published: Option<Date>) -> Option<Days> {
        let reading = &self.reading;
        let said = time::when(
            reading.body,
            &reading.tokens,
            claim.content.clone(),
            published,
        );
        said.or_else(|| published.map(|day| Days { from: day, to: day }))
    }

    fn to_analysis(&self, published: Option<Date>) -> Analysis {
        let mut sentences: Vec<AnalysedSentence> = self
            .reading
            .sentences
            .iter()
            .map(|s| AnalysedSentence {
                span: s.span,
                paragraph: s.paragraph,
                claims: Vec::new(),
            })
            .collect();
        for claim in &self.claims {
            let when = self.days(claim, published);
            let claim_read = Claim {
                when,
                ..self.to_claim(claim)
            };
            sentences[claim.sentence].claims.push(claim_read);
        }
        let kinds = figure::FigureKinds::default();
        for (sentence, read) in sentences.iter_mut().zip(&self.reading.sentences) {
            let tokens = &self.reading.tokens;
            for found in figure::figures(self.reading.body, tokens, read.tokens.clone(), &kinds) {
                let inside = |c: &Claim| c.content.contains(found.span);
                let own = sentence.claims.iter().position(inside).unwrap_or(0);
                if sentence.claims.is_empty() {
                    sentence.claims.push(Claim::whole(sentence.span));
                }
                if let Some(claim) = sentence.claims.get_mut(own) {
                    claim.figures.push(found);
                }
            }
        }
        Analysis { sentences }
    }

    fn to_claim(&self, claim: &ClaimTokens) -> Claim {
        let reading = &self.reading;
        let last = claim.chain.last().map(|&a| &self.attributions[a]);
        let end = claim.content.end..claim.content.end;
        let denied = polarity::denied(self, claim, &end, 0);
        Claim {
            span: reading.span(&clause::trimmed(reading, &claim.tokens)),
            speaker: self.speaker(claim).map(|s| s.name.clone()),
            speaker_span: self.speaker(claim).map(|s| reading.span(&s.tokens)),
            cue: last.map(|a| reading.span(&a.cue)),
            content: reading.span(&clause::trimmed(reading, &claim.content)),
            quoted: last.map(|a| {
                if a.direct {
                    Quoted::Direct
                } else {
                    Quoted::Indirect
                }
            }),
            denied,
            certainty: polarity::certainty(self, claim, &end),
            figures: Vec::new(),
            when: None,
        }
    }
}

/// Cuts every sentence into claims: at its clauses, and where reported words begin and end.
fn claims(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<ClaimTokens> {
    let mut found = Vec::new();
    let by_sentence = by_sentence(reading, attributions);
    for (n, own) in by_sentence.iter().enumerate() {
        let range = reading.sentences[n].tokens.clone();
        if range.is_empty() {
            continue;
        }
        for piece in pieces(reading, attributions, own, range) {
            claim(reading, attributions, own, piece, n, &mut found);
        }
    }
    found
}

/// The attributions whose reporting word or content stands in each sentence.
fn by_sentence(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); reading.sentences.len()];
    for (a, attribution) in attributions.iter().enumerate() {
        let content = &attribution.content;
        let first = attribution::sentence_of(reading, content.start);
        let last = attribution::sentence_of(reading, content.end.max(content.start + 1) - 1);
        let cue = attribution::sentence_of(reading, attribution.cue.start);
        let (Some(first), Some(last)) = (first, last) else {
            continue;
        };
        for own in &mut found[first..=last] {
            own.push(a);
        }
        if let Some(cue) = cue
            && !(first..=last).contains(&cue)
        {
            found[cue].push(a);
        }
    }
    found
}

/// The pieces of a sentence between clause borders and the borders of reported words.
fn pieces(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    own: &[usize],
    range: Range<usize>,
) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = clause::clauses(reading, range.clone())
        .iter()
        .map(|c| c.start)
        .collect();
    for &a in own {
        let attribution = &attributions[a];
        cuts.extend([attribution.content.start, attribution.content.end]);
        cuts.extend(attribution.lead);
    }
    cuts.retain(|c| range.contains(c));
    cuts.push(range.end);
    cuts.sort_unstable();
    cuts.dedup();
    let mut start = range.start;
    let mut found = Vec::new();
    for cut in cuts {
        if cut > start {
            found.push(start..cut);
            start = cut;
        }
    }
    found
}

fn claim(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    own: &[usize],
    piece: Range<usize>,
    sentence: usize,
    found: &mut Vec<ClaimTokens>,
) {
    let content = |i: usize| {
        let link = Class::COORDINATOR
            .or(Class::CONTRAST)
            .or(Class::SUBORDINATOR)
            .or(Class::RELATIVE);
        reading.tokens[i].is_word() && !reading.class(i).is(link)
    };
    if !piece.clone().any(content) {
        return;
    }
    let mut chain: Vec<usize> = own
        .iter()
        .copied()
        .filter(|&a| {
            let content = &attributions[a].content;
            content.start <= piece.start && piece.end <= content.end
        })
        .collect();
    chain.sort_by_key(|&a| {
        let content = &attributions[a].content;
        (usize::MAX - content.len(), attributions[a].cue.start)
    });
    let reporting = own.iter().any(|&a| {
        let cue = &attributions[a].cue;
        piece.start <= cue.start && cue.end <= piece.end && !chain.contains(&a)
    });
    if reporting {
        return;
    }
    let lead = chain
        .last()
        .filter(|&&a| attributions[a].content.start == piece.start)
        .and_then(|&a| attributions[a].lead);
    found.push(ClaimTokens {
        tokens: lead.unwrap_or(piece.start)..piece.end,
        content: piece,
        chain,
        sentence,
    });
}
