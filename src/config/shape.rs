//! The keys of `config.toml`, each with a line that shows how it is written.

use super::field::{Key, Shape};

const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

/// The file itself.
pub(super) const FILE: Shape = Shape {
    name: "the configuration",
    keys: &[
        key("title", r#"title = "Harbour fire, May 2024""#),
        key("articles", r#"articles = ["articles"]"#),
        key("sources", "[[sources]] on a line of its own"),
        key("entities", "[[entities]] on a line of its own"),
        key("topics", "[[topics]] on a line of its own"),
        key("reader", "[reader] on a line of its own"),
        key("theme", "[theme] on a line of its own"),
        key("keys", "[keys] on a line of its own"),
    ],
};

/// An outlet.
pub(super) const SOURCE: Shape = Shape {
    name: "[[sources]]",
    keys: &[
        key("name", r#"name = "RFE/RL""#),
        key("match", r#"match = ["rferl.org", "Radio Free Europe"]"#),
        key("note", r#"note = "funded by …""#),
    ],
};

/// A person, group or place.
pub(super) const ENTITY: Shape = Shape {
    name: "[[entities]]",
    keys: &[
        key("name", r#"name = "Harbour Authority""#),
        key("kind", r#"kind = "person" (or "group", "place", "other")"#),
        key("aka", r#"aka = ["the authority"]"#),
        key("not", r#"not = ["Port Authority"]"#),
        key("side", r#"side = "the city""#),
    ],
};

/// A topic.
pub(super) const TOPIC: Shape = Shape {
    name: "[[topics]]",
    keys: &[
        key("name", r#"name = "Who started the fire""#),
        key("about", r#"about = ["fire", "blaze"]"#),
        key("not", r#"not = ["ceasefire"]"#),
        key("positions", "[[topics.positions]] on a line of its own"),
        key(
            "figures",
            r#"figures = ["killed", { of = "captured", who = ["sailors"] }]"#,
        ),
        key("opposites", "opposites = false"),
        key("changes", "changes = false"),
        key("planned", "planned = true"),
    ],
};

/// A position of a topic.
pub(super) const POSITION: Shape = Shape {
    name: "[[topics.positions]]",
    keys: &[
        key("name", r#"name = "arson""#),
        key("cues", r#"cues = ["set on fire", "arson"]"#),
        key("places", r#"places = ["Odesa"]"#),
        key("by", r#"by = ["the crew"]"#),
        key("neutral", "neutral = true"),
        key("exact", "exact = true"),
    ],
};

/// A figure of a topic.
pub(super) const FIGURE: Shape = Shape {
    name: "a figure",
    keys: &[
        key("of", r#"of = "killed""#),
        key("cues", r#"cues = ["offer", "deal"]"#),
        key("unit", r#"unit = "$""#),
        key("who", r#"who = ["sailors"]"#),
        key("where", r#"where = ["Odesa"]"#),
        key("not", r#"not = ["firefighters"]"#),
    ],
};
