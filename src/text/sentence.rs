//! Text becomes paragraphs and sentences.

use super::Span;

/// A sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, without white space around it.
    pub span: Span,
    /// Which paragraph it stands in, from 0.
    pub paragraph: usize,
}

/// The sentences of a text, in order. Nothing but white space lies between them.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut paragraph = 0;
    let mut at = 0;
    for block in text.split("\n\n") {
        let mut any = false;
        for (offset, piece) in block.split_inclusive(". ").scan(0, |o, p| {
            let start = *o;
            *o += p.len();
            Some((start, p))
        }) {
            let start = at + offset;
            let span = Span::new(start, start + piece.len()).trim(text);
            if !span.is_empty() {
                any = true;
                found.push(Sentence { span, paragraph });
            }
        }
        paragraph += usize::from(any);
        at += block.len() + 2;
    }
    found
}
