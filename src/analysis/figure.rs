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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::FigureKind;
    use crate::text::{Span, tokens};
    use proptest::prelude::*;

    fn all(text: &str, kinds: &FigureKinds) -> Vec<Figure> {
        let tokens = tokens(text, Span::new(0, text.len()));
        figures(text, &tokens, 0..tokens.len(), kinds)
    }

    fn kind(of: &str, cues: &[&str], unit: Option<&str>) -> FigureKinds {
        FigureKinds::of(&[FigureKind {
            of: of.to_owned(),
            cues: cues.iter().map(|c| (*c).to_owned()).collect(),
            unit: unit.map(str::to_owned),
            ..FigureKind::default()
        }])
    }

    fn measured(text: &str, kinds: &FigureKinds) -> Vec<(Option<f64>, Option<f64>)> {
        all(text, kinds).iter().map(|f| (f.min, f.max)).collect()
    }

    #[test]
    fn a_magnitude_stands_before_or_after_its_word() {
        let kinds = kind("magnitude", &[], None);
        for text in [
            "A 6.1-magnitude tremor began 12 kilometres down.",
            "A magnitude 6.1 quake shook the town.",
            "The quake had a magnitude of 6.1 and lasted 20 seconds.",
        ] {
            assert_eq!(measured(text, &kinds), [(Some(6.1), Some(6.1))], "{text}");
        }
    }

    #[test]
    fn a_unit_that_is_asked_for_leaves_other_numbers_out() {
        let kinds = kind("offer", &["deal"], Some("$"));
        let found = measured(
            "They made an eight-year, $20 million deal with 3 clubs.",
            &kinds,
        );
        assert_eq!(found, [(Some(2e7), Some(2e7))]);
    }

    #[test]
    fn a_count_without_its_noun_goes_on_counting() {
        let kinds = kind("rockets", &["rockets"], None);
        let found = measured(
            "Five rockets were fired, of which two landed at sea.",
            &kinds,
        );
        assert_eq!(found.len(), 2);
    }

    /// How far a number looks around is bounded: what stands far from it changes nothing, however much
    /// it is. `cargo bench` measures that it costs no more than its length either.
    #[test]
    fn what_repeats_for_pages_is_read_as_what_repeats_for_lines() {
        let kinds = kind("votes", &["votes"], None);
        for piece in [
            "killed ",
            "12 people ",
            "12 ",
            "votes 12 ",
            "was ",
            "— was killed ",
            "including 2 men, ",
            "hundred ",
            "about ",
        ] {
            let [few, twice, thrice] = [1, 2, 3].map(|n| all(&piece.repeat(400 * n), &kinds).len());
            assert_eq!(twice - few, thrice - twice, "{piece:?}");
        }
    }

    proptest! {
        #[test]
        fn figures_lie_on_character_borders(text in "(killed|wounded|the|toll|of|two|12|men|were|and|, |including|who|died|no|losses|heavy|\"|\u{2014}|é| |votes|another|in|Velm|death|'s){0,25}") {
            for f in all(&text, &kind("votes", &["votes"], None)) {
                prop_assert!(text.get(f.span.start..f.span.end).is_some_and(|s| !s.is_empty()));
            }
        }
    }
}
