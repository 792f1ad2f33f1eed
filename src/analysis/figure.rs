//! Numbers and what they count: how many were killed, how strong the quake was, what was offered.
//!
//! A number is a figure when it stands in a construction with a word of a kind: as the object or
//! subject of its verb, before its noun or adjective, after "the toll rose to". The built-in kinds
//! and their words stand in `figure/casualties.toml`; kinds that a user adds are read by nearness
//! (`figure/measure.rs`).

mod casualty;
mod grammar;
mod kinds;
mod measure;
mod scene;

pub use kinds::{EITHER, FigureKinds};

use super::Figure;
use crate::text::{Token, numbers};
use scene::Scene;
use std::ops::Range;

/// The figures in the tokens `within` of a body: of a sentence, best as a whole, for what is counted
/// may be said in the clause before. In the order of the text.
pub fn figures(
    text: &str,
    tokens: &[Token],
    within: Range<usize>,
    kinds: &FigureKinds,
) -> Vec<Figure> {
    let part = tokens.get(within).unwrap_or_default();
    let events = kinds.events(part);
    let measured = measure::may_apply(part, kinds);
    if events.is_empty() && !measured {
        return Vec::new();
    }
    let numbers = numbers(text, part);
    let mut scene = Scene::new(text, part, &numbers);
    for (n, event) in events.iter().enumerate() {
        casualty::read(&mut scene, kinds, &events, n);
        scene.last_event = event.tokens.end;
    }
    if measured {
        measure::read(&mut scene, kinds);
    }
    let mut found = scene.found;
    found.sort_by(|a, b| (a.span, &a.of).cmp(&(b.span, &b.of)));
    found.dedup();
    found
}
