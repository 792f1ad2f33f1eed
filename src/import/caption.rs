//! Captions that stand in a text without their pictures.

use super::byline;
use super::line::Line;

/// Whether a line ends with a picture's source in brackets: "… (Reuters)", "[File: AFP]".
pub fn is_credited(line: &Line) -> bool {
    const PHOTO: &[&str] = &[
        "photo",
        "photograph",
        "image",
        "picture",
        "file",
        "getty",
        "handout",
        "courtesy",
        "screenshot",
        "illustration",
        "screengrab",
    ];
    let text = line.text.trim_end_matches(['.', ' ']);
    let Some(open) = text
        .rfind(['(', '['])
        .filter(|_| text.ends_with([')', ']']))
    else {
        return false;
    };
    let inside = &text[open..];
    let short = line.words.len() <= 50 && inside.split_whitespace().count() <= 8;
    let words = super::line::words(inside);
    let pictured = words.iter().any(|w| PHOTO.contains(&w.as_str())) && open > 0;
    let agency = !byline::agencies(inside).is_empty()
        && text[..open].trim_end().ends_with(['.', '!', '?', '”', '"']);
    short && !text[..open].trim().is_empty() && (pictured || agency)
}

/// Verbs in which captions tell what is to be seen.
const SEEN: &[&str] = &[
    "speaks",
    "speak",
    "stands",
    "stand",
    "walks",
    "walk",
    "looks",
    "look",
    "attends",
    "attend",
    "gathers",
    "gather",
    "poses",
    "pose",
    "sits",
    "sit",
    "waves",
    "wave",
    "arrives",
    "arrive",
    "addresses",
    "shakes",
    "shake",
    "holds",
    "hold",
    "carries",
    "carry",
    "rises",
    "rise",
    "inspects",
    "inspect",
    "patrols",
    "patrol",
    "talks",
    "talk",
    "queue",
    "wait",
    "waits",
    "watches",
    "watch",
    "react",
    "reacts",
    "celebrates",
    "celebrate",
    "listens",
    "listen",
    "smiles",
    "prays",
    "pray",
    "march",
    "marches",
    "leaves",
    "leave",
    "delivers",
    "greets",
    "greet",
    "meets",
    "meet",
    "rides",
    "ride",
    "runs",
    "run",
    "works",
    "work",
    "tend",
    "tends",
    "clear",
    "clears",
    "burns",
    "burn",
    "billows",
    "lie",
    "lies",
    "seen",
    "pictured",
    "shown",
];

/// Where and when a picture was taken: what stands behind such a verb in a caption.
const SCENE: &[&str] = &[
    "during", "at", "in", "outside", "near", "beside", "before", "after", "on", "from", "through",
    "along", "behind",
];

/// Whether a single sentence describes a picture: somebody does something visible in the present
/// tense, at a place and on a day, and nobody says anything.
pub fn is_scene(line: &Line) -> bool {
    const TELLING: &[&str] = &[
        "said",
        "says",
        "told",
        "has",
        "have",
        "had",
        "was",
        "were",
        "will",
        "would",
        "according",
        "that",
    ];
    let verb = line.words.iter().position(|w| SEEN.contains(&w.as_str()));
    let Some(verb) = verb.filter(|v| (1..12).contains(v)) else {
        return false;
    };
    let dated = line.text.chars().any(|c| c.is_ascii_digit());
    let scene = line.words[verb + 1..]
        .iter()
        .filter(|w| SCENE.contains(&w.as_str()))
        .count();
    line.words.len() <= 32
        && !line.words.iter().any(|w| TELLING.contains(&w.as_str()))
        && !line.text.contains(['"', '“'])
        && scene >= 1
        && (dated || scene >= 2)
}
