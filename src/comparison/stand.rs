//! What each source says on a topic, or which kind of silence it keeps.

use super::figure;
use super::{Silence, SourceStand, Stand, TopicPassage};
use crate::article::Article;

/// One for each article, in the collection's order. `mentioned` tells which articles mention the topic.
pub(super) fn stands(
    articles: &[Article],
    passages: &[TopicPassage],
    mentioned: &[bool],
) -> Vec<SourceStand> {
    let first = passages
        .iter()
        .filter(|p| p.position.is_some() || !p.figures.is_empty())
        .filter_map(|p| articles[p.article].published.as_ref().map(|d| d.date))
        .min();
    (0..articles.len())
        .map(|article| {
            let from = passages.partition_point(|p| p.article < article);
            let to = passages.partition_point(|p| p.article <= article);
            let stands = own(&passages[from..to], from);
            let early = match (first, &articles[article].published) {
                (Some(first), Some(own)) => own.date < first,
                _ => false,
            };
            let silence = if !stands.is_empty() {
                None
            } else if early {
                Some(Silence::Earlier)
            } else if mentioned[article] {
                Some(Silence::Point)
            } else {
                Some(Silence::Topic)
            };
            SourceStand {
                article,
                stands,
                silence,
            }
        })
        .collect()
}

fn own(passages: &[TopicPassage], from: usize) -> Vec<Stand> {
    let mut found: Vec<Stand> = Vec::new();
    for (n, passage) in passages.iter().enumerate() {
        if passage.abstains.is_some() {
            continue;
        }
        let figures = passage
            .figures
            .iter()
            .map(|f| format!("{}: {}", f.of, figure::in_words(f)));
        for position in passage.position.iter().cloned().chain(figures) {
            let known = found
                .iter()
                .any(|s| s.position == position && s.speaker == passage.speaker);
            if !known {
                found.push(Stand {
                    position,
                    speaker: passage.speaker.clone(),
                    passage: from + n,
                });
            }
        }
    }
    found
}
