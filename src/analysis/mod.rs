//! One article becomes claims: who says it, how sure, what is denied, how many, when.
//!
//! Analysis sees one article, never two, and cannot fail.

pub mod thesaurus;

use crate::article::Article;
use crate::config::Entity;
use crate::text::{Span, sentences};
use jiff::civil::Date;

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
pub fn analyse(article: &Article, _entities: &[Entity]) -> Analysis {
    Analysis {
        sentences: sentences(&article.body)
            .into_iter()
            .map(|s| AnalysedSentence {
                span: s.span,
                paragraph: s.paragraph,
                claims: Vec::new(),
            })
            .collect(),
    }
}
