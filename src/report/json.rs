//! The JSON of `compare` and `claims`. Offsets are code points of the body, from 0, end-exclusive.
//!
//! Written as it is made: beside the comparison itself only the offsets are held. The shapes stand in
//! `shape.rs`.

use super::offset::Offsets;
use super::shape::{ArticleOut, ClaimsOut, Lazy, Report, TopicOut};
use crate::analysis::{Analysis, Figure};
use crate::article::Article;
use crate::comparison::Comparison;
use crate::text::Span;
use serde::Serialize;
use std::io;

/// The name and version of what [`comparison`] writes.
pub const SCHEMA: &str = "parallax.comparison/1";

/// Writes a comparison of `articles`.
///
/// # Errors
///
/// When `out` does.
pub fn comparison(
    out: impl io::Write,
    title: &str,
    articles: &[Article],
    comparison: &Comparison,
) -> io::Result<()> {
    let offsets = offsets(articles, comparison);
    let mut first = 1;
    let topics = comparison.topics.iter().map(|topic| {
        let out = TopicOut::new(topic, articles, &offsets, first);
        first += topic.passages.len();
        out
    });
    let report = Report {
        schema: SCHEMA,
        title,
        articles: Lazy::new(articles.iter().map(ArticleOut::new)),
        topics: Lazy::new(topics),
    };
    write(out, &report)
}

/// Writes the claims of articles, one object each.
///
/// # Errors
///
/// When `out` does.
pub fn claims<'a>(
    out: impl io::Write,
    analysed: impl Iterator<Item = (&'a Article, &'a Analysis)>,
) -> io::Result<()> {
    write(
        out,
        &Lazy::new(analysed.map(|(article, analysis)| {
            let offsets = Offsets::new(&article.body, claim_bytes(analysis));
            ClaimsOut::new(article, analysis, &offsets)
        })),
    )
}

fn write(mut out: impl io::Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// The offsets of each article's passages and figures.
fn offsets(articles: &[Article], comparison: &Comparison) -> Vec<Offsets> {
    let mut wanted = vec![Vec::new(); articles.len()];
    for passage in comparison.topics.iter().flat_map(|t| &t.passages) {
        if let Some(wanted) = wanted.get_mut(passage.article) {
            ends(wanted, passage.span);
            figure_bytes(wanted, &passage.figures);
        }
    }
    let bodies = articles.iter().zip(wanted);
    bodies
        .map(|(article, wanted)| Offsets::new(&article.body, wanted))
        .collect()
}

fn claim_bytes(analysis: &Analysis) -> Vec<usize> {
    let mut wanted = Vec::new();
    for sentence in &analysis.sentences {
        ends(&mut wanted, sentence.span);
        for claim in &sentence.claims {
            ends(&mut wanted, claim.span);
            ends(&mut wanted, claim.content);
            for span in [claim.cue, claim.speaker_span].into_iter().flatten() {
                ends(&mut wanted, span);
            }
            figure_bytes(&mut wanted, &claim.figures);
        }
    }
    wanted
}

fn figure_bytes(wanted: &mut Vec<usize>, figures: &[Figure]) {
    for figure in figures {
        ends(wanted, figure.span);
    }
}

fn ends(wanted: &mut Vec<usize>, span: Span) {
    wanted.extend([span.start, span.end]);
}
