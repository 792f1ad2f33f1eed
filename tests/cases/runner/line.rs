//! One line of findings, read.

use parallax::comparison::{Between, Kind, Silence};

/// Words of an article, and who says them.
#[derive(Debug)]
pub struct Place {
    /// The outlet.
    pub outlet: String,
    /// Words of its article.
    pub words: String,
    /// Who says them; `Some(None)` is the outlet itself, `None` means that it does not matter.
    pub speaker: Option<Option<String>>,
}

/// What a line asks for.
#[derive(Debug)]
pub enum Ask {
    /// Two places stand so to each other.
    Relation {
        /// Agreement, conflict, update.
        kind: Kind,
        /// The two.
        places: [Place; 2],
        /// Who differs.
        between: Option<Between>,
        /// One text behind both.
        same_wording: bool,
        /// Outlets and origins of the finding that holds both.
        counts: Option<(usize, usize)>,
    },
    /// A place is on the topic, and this is true of it.
    Passage {
        /// The place.
        place: Place,
        /// Position, certainty, figures, days, as written.
        facts: Vec<String>,
    },
    /// An outlet has no stand.
    Silent {
        /// The outlet.
        outlet: String,
        /// Why.
        silence: Silence,
    },
    /// Nothing else stands between two outlets.
    NoOther,
}

/// A line of findings.
#[derive(Debug)]
pub struct Line {
    /// The topic's name; `None` is the first.
    pub topic: Option<String>,
    /// It must not be found.
    pub not: bool,
    /// What it asks for.
    pub ask: Ask,
}

impl Line {
    /// Reads a line; the error says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut fields = fields(text);
        let topic = (fields.len() > 1 && !begins(fields[0])).then(|| fields.remove(0).to_owned());
        let (not, first) = match fields[0].strip_prefix("not ") {
            Some(rest) => (true, rest),
            None => (false, fields[0]),
        };
        let ask = ask(first, &fields[1..]).ok_or_else(|| format!("cannot be read: {text}"))?;
        Ok(Self { topic, not, ask })
    }
}

fn begins(field: &str) -> bool {
    let starts = [
        "not ",
        "≠ ",
        "≡ ",
        "↻ ",
        "· ",
        "silent ",
        "no other relation",
    ];
    starts.iter().any(|s| field.starts_with(s))
}

/// Splits at ` | ` outside quotation marks.
fn fields(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '|' if !quoted => {
                found.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(text[start..].trim());
    found
}

fn ask(first: &str, rest: &[&str]) -> Option<Ask> {
    if first == "no other relation" {
        return Some(Ask::NoOther);
    }
    let (sign, body) = first.split_once(' ')?;
    let kind = match sign {
        "≠" => Kind::Conflict,
        "≡" => Kind::Agree,
        "↻" => Kind::Update,
        "·" => return passage(body),
        "silent" => return silent(body),
        _ => return None,
    };
    let (second, extras) = rest.split_first()?;
    let mut relation = (None, false, None);
    for extra in extras {
        match *extra {
            "parties" => relation.0 = Some(Between::Parties),
            "sources" => relation.0 = Some(Between::Sources),
            "same wording" => relation.1 = true,
            other => relation.2 = Some(counts(other)?),
        }
    }
    Some(Ask::Relation {
        kind,
        places: [place(body)?, place(second)?],
        between: relation.0,
        same_wording: relation.1,
        counts: relation.2,
    })
}

/// `3 outlets, 2 origins`
fn counts(text: &str) -> Option<(usize, usize)> {
    let (outlets, origins) = text.split_once(", ")?;
    let number = |s: &str, word| {
        s.split_once(' ')
            .filter(|(_, w)| w.starts_with(word))?
            .0
            .parse()
            .ok()
    };
    Some((number(outlets, "outlet")?, number(origins, "origin")?))
}

fn place(text: &str) -> Option<Place> {
    let (outlet, rest) = text.split_once(": \"")?;
    let (words, after) = rest.rsplit_once('"')?;
    let speaker = match after.trim().strip_prefix('(') {
        Some(name) => match name.strip_suffix(')')? {
            "itself" => Some(None),
            name => Some(Some(name.to_owned())),
        },
        None => after.trim().is_empty().then_some(None)?,
    };
    Some(Place {
        outlet: outlet.to_owned(),
        words: words.to_owned(),
        speaker,
    })
}

fn passage(body: &str) -> Option<Ask> {
    let end = body.rfind('"')?;
    let (at, facts) = match body[end..].find(" = ") {
        Some(equals) => (&body[..end + equals], &body[end + equals + 3..]),
        None => (body, ""),
    };
    let facts = facts.split(", ").filter(|f| !f.is_empty());
    Some(Ask::Passage {
        place: place(at)?,
        facts: facts.map(str::to_owned).collect(),
    })
}

fn silent(body: &str) -> Option<Ask> {
    let (outlet, why) = body.rsplit_once(", ")?;
    let silence = match why {
        "topic" => Silence::Topic,
        "point" => Silence::Point,
        "earlier" => Silence::Earlier,
        _ => return None,
    };
    Some(Ask::Silent {
        outlet: outlet.to_owned(),
        silence,
    })
}
