//! Words and signs that several pages share.

use super::line::Signs;
use crate::article::Article;
use crate::comparison::{Certainty, Kind, Silence, TopicPassage};
use jiff::civil::Date;

/// The signs and lines of a screen: Unicode, or ASCII where a terminal lacks them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ornaments {
    /// Agrees.
    pub agree: char,
    /// Conflicts.
    pub conflict: char,
    /// Updates.
    pub update: char,
    /// On the topic and alone.
    pub alone: char,
    /// Beside the selected passage.
    pub selected: char,
    /// Beside a counterpart of the selected passage.
    pub counterpart: char,
    /// At the left edge of the focused column.
    pub focus: char,
    /// A line across.
    pub rule: char,
    /// Strip: nothing, on the screen.
    pub strip_here: char,
    /// Strip: nothing, off the screen.
    pub strip_off: char,
    /// Strip: a conflict.
    pub strip_conflict: char,
    /// Strip: an agreement.
    pub strip_agree: char,
    /// Strip: on the topic and alone, or an update.
    pub strip_alone: char,
    /// Between columns, in their heads.
    pub divider: char,
    /// Where it crosses a line.
    pub crossing: char,
    /// More to the left.
    pub left: char,
    /// More to the right.
    pub right: char,
    /// Columns scroll together.
    pub linked: &'static str,
    /// Joins the parts of a hint.
    pub dot: char,
}

/// Signs in Unicode.
pub const UNICODE: Ornaments = Ornaments {
    agree: '≡',
    conflict: '≠',
    update: '↻',
    alone: '·',
    selected: '▶',
    counterpart: '▷',
    focus: '▌',
    rule: '─',
    strip_here: '│',
    strip_off: '┊',
    strip_conflict: '┃',
    strip_agree: '║',
    strip_alone: '╎',
    divider: '│',
    crossing: '┼',
    left: '‹',
    right: '›',
    linked: "⇅",
    dot: '·',
};

/// Signs in ASCII.
pub const ASCII: Ornaments = Ornaments {
    agree: '=',
    conflict: '#',
    update: '^',
    alone: '.',
    selected: '>',
    counterpart: '+',
    focus: '|',
    rule: '-',
    strip_here: '|',
    strip_off: ':',
    strip_conflict: '#',
    strip_agree: '=',
    strip_alone: '.',
    divider: '|',
    crossing: '+',
    left: '<',
    right: '>',
    linked: "linked",
    dot: '-',
};

impl Ornaments {
    /// The signs of a passage: at most two, the strongest first.
    pub fn signs(&self, signs: Signs) -> String {
        let all = [
            (signs.conflict, self.conflict),
            (signs.agree, self.agree),
            (signs.update, self.update),
        ];
        let shown: String = all.iter().filter(|s| s.0).map(|s| s.1).take(2).collect();
        if shown.is_empty() {
            self.alone.to_string()
        } else {
            shown
        }
    }

    /// The sign of a relation.
    pub const fn kind(&self, kind: Kind) -> char {
        match kind {
            Kind::Conflict => self.conflict,
            Kind::Update => self.update,
            Kind::Agree => self.agree,
        }
    }
}

/// The signs of one relation.
pub const fn signs_of(kind: Kind) -> Signs {
    Signs {
        conflict: matches!(kind, Kind::Conflict),
        agree: matches!(kind, Kind::Agree),
        update: matches!(kind, Kind::Update),
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// `6 Sep`.
pub fn short_date(date: Date) -> String {
    let month = MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1];
    format!("{} {month}", date.day())
}

/// `6 Sep 2021`.
pub fn long_date(date: Date) -> String {
    format!("{} {}", short_date(date), date.year())
}

/// When an article was published, `6 Sep`; empty where unknown.
pub fn published(article: &Article) -> String {
    article
        .published
        .as_ref()
        .map_or_else(String::new, |p| short_date(p.date))
}

/// Who says a passage: `Zabihullah Mujahid (Taliban)`, or the outlet.
pub fn who(passage: &TopicPassage, outlet: &str) -> String {
    match (&passage.speaker, &passage.side) {
        (Some(speaker), Some(side)) if side != speaker => format!("{speaker} ({side})"),
        (Some(speaker), _) => speaker.clone(),
        (None, _) => format!("{outlet} itself"),
    }
}

/// How sure a passage is, as a verb.
pub const fn says(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "states",
        Certainty::Claimed => "says",
        Certainty::Reported => "reportedly says",
        Certainty::Rumoured => "as a rumour",
        Certainty::Planned => "as a plan",
        Certainty::Hypothetical => "as a possibility",
    }
}

/// What a passage says on its topic: its position, or its figures, or that it takes none.
pub fn answer(passage: &TopicPassage) -> String {
    let figures: Vec<String> = passage.figures.iter().map(figure).collect();
    match (&passage.position, figures.is_empty()) {
        (Some(position), true) => position.clone(),
        (Some(position), false) => format!("{position}; {}", figures.join(", ")),
        (None, false) => figures.join(", "),
        (None, true) => "no position".to_owned(),
    }
}

/// A figure in words: `killed: 86 or more (soldiers)`.
pub fn figure(figure: &crate::comparison::Figure) -> String {
    let number = match (figure.min, figure.max) {
        (Some(a), Some(b)) if (a - b).abs() < f64::EPSILON => amount(a),
        (Some(a), Some(b)) => format!("{} to {}", amount(a), amount(b)),
        (Some(a), None) => format!("{} or more", amount(a)),
        (None, Some(b)) => format!("at most {}", amount(b)),
        (None, None) => figure.amount.clone().unwrap_or_else(|| "some".to_owned()),
    };
    let unit = figure.unit.as_deref().unwrap_or("");
    let number = match unit {
        "" => number,
        "$" | "€" | "£" => format!("{unit}{number}"),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    };
    let whose = [figure.who.as_deref(), figure.place.as_deref()];
    let whose: Vec<&str> = whose.into_iter().flatten().collect();
    if whose.is_empty() {
        format!("{}: {number}", figure.of)
    } else {
        format!("{}: {number} ({})", figure.of, whose.join(", "))
    }
}

fn amount(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        let digits = format!("{:.0}", number.abs());
        let mut grouped = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 && digits.len() > 4 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        return if number < 0.0 {
            format!("-{grouped}")
        } else {
            grouped
        };
    }
    format!("{number}")
}

/// A source's kind of silence, in words.
pub const fn silence(silence: Silence) -> &'static str {
    match silence {
        Silence::Topic => "silent: never mentions it",
        Silence::Point => "silent: mentions it, gives no answer",
        Silence::Earlier => "silent: published before an answer",
    }
}

/// How much later one article is than another: `2 days earlier`; empty on the same day or where unknown.
pub fn days_apart(of: &Article, from: &Article) -> String {
    let (Some(a), Some(b)) = (&of.published, &from.published) else {
        return String::new();
    };
    let days = (a.date - b.date).get_days();
    let unit = if days.abs() == 1 { "day" } else { "days" };
    match days {
        0 => String::new(),
        d if d < 0 => format!("{} {unit} earlier", -d),
        d => format!("{d} {unit} later"),
    }
}
