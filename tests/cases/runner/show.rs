//! Findings as lines of the same form as the expected ones.

use parallax::article::Article;
use parallax::comparison::{
    Between, Certainty, Figure, Kind, Relation, TopicComparison, TopicPassage,
};

/// The expected line, and what stands instead.
pub fn diff(expected: &str, stands: &[String]) -> String {
    let mut out = format!("  - {expected}");
    for line in stands {
        out.push_str("\n  + ");
        out.push_str(line);
    }
    if stands.is_empty() {
        out.push_str("\n  + (nothing)");
    }
    out
}

fn quote(passage: &TopicPassage, articles: &[Article]) -> String {
    let article = &articles[passage.article];
    let words = &article.body[passage.span.start..passage.span.end];
    let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let speaker = passage.speaker.as_deref().unwrap_or("itself");
    format!("{}: \"{words}\" ({speaker})", article.source)
}

/// A relation as a line.
pub fn relation(relation: &Relation, topic: &TopicComparison, articles: &[Article]) -> String {
    let sign = match relation.kind {
        Kind::Conflict => "≠",
        Kind::Update => "↻",
        Kind::Agree => "≡",
    };
    let [a, b] = [relation.a, relation.b].map(|p| quote(&topic.passages[p], articles));
    let between = match relation.between {
        Between::Sources => "sources",
        Between::Parties => "parties",
    };
    let same = if relation.same_wording {
        " | same wording"
    } else {
        ""
    };
    format!("{sign} {a} | {b} | {between}{same}    {}", relation.why)
}

/// A passage as a line.
pub fn passage(passage: &TopicPassage, articles: &[Article]) -> String {
    let mut facts = vec![
        passage
            .position
            .clone()
            .unwrap_or_else(|| "no position".into()),
        certainty(passage.certainty).to_owned(),
    ];
    facts.extend(passage.figures.iter().map(figure));
    facts.extend(passage.when.map(|w| format!("on {}..{}", w.from, w.to)));
    format!("· {} = {}", quote(passage, articles), facts.join(", "))
}

/// `killed 270..300`, `killed 12`, `killed heavy`
pub fn figure(figure: &Figure) -> String {
    let range = match (figure.min, figure.max, &figure.amount) {
        (None, None, Some(amount)) => amount.clone(),
        (Some(a), Some(b), _) if a == b => a.to_string(),
        (min, max, _) => {
            let end = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
            format!("{}..{}", end(min), end(max))
        }
    };
    format!("{} {range}", figure.of)
}

/// A certainty's name in a line.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Claimed => "claimed",
        Certainty::Reported => "reported",
        Certainty::Rumoured => "rumoured",
        Certainty::Planned => "planned",
        Certainty::Hypothetical => "hypothetical",
    }
}
