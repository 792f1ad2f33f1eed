//! The pane below: who says the selected passage, what stands against it and beside it, and why.

use super::line::{Line, Role, flow};
use super::marks::{Link, TopicMarks};
use super::words::{Ornaments, answer, days_apart, published, says, short_date, signs_of, who};
use crate::article::Article;
use crate::comparison::{Between, Kind, Relation, TopicComparison, TopicPassage};

/// A quotation in the pane is at most so many characters long; the article has it whole.
const LONGEST_QUOTE: usize = 700;

/// What the pane speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Why<'a> {
    /// All articles.
    pub articles: &'a [Article],
    /// The topic.
    pub topic: &'a TopicComparison,
    /// Its marks.
    pub marks: &'a TopicMarks,
    /// The signs to use.
    pub ornaments: &'a Ornaments,
}

impl Why<'_> {
    /// The pane's lines for a passage at a width.
    pub fn lines(&self, passage: usize, columns: usize) -> Vec<Line> {
        let Some(own) = self.topic.passages.get(passage) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        let sign = Line::of(&format!("{}  ", self.ornaments.selected), Role::Selection);
        lines.extend(flow(&self.statement(sign, own), columns, 3));
        if let Some(abstains) = &own.abstains {
            lines.extend(flow(&indented(abstains, Role::Quiet), columns, 3));
        }
        let links = self.marks.links.get(passage).map_or(&[][..], Vec::as_slice);
        for link in links {
            lines.extend(self.counterpart(own, link, columns));
        }
        if links.is_empty() && own.abstains.is_none() {
            let words =
                "No other passage is set against it: nobody else says this or its opposite.";
            lines.extend(flow(&indented(words, Role::Quiet), columns, 3));
        }
        lines
    }

    fn counterpart(&self, own: &TopicPassage, link: &Link, columns: usize) -> Vec<Line> {
        let topic = self.topic;
        let (Some(other), Some(relation)) = (
            topic.passages.get(link.other),
            topic.relations.get(link.relation),
        ) else {
            return Vec::new();
        };
        let sign = format!("{}  ", self.ornaments.kind(link.kind));
        let lead = Line::of(&sign, Role::Sign(signs_of(link.kind)));
        let mut lines = flow(&self.statement(lead, other), columns, 3);
        let mut reason = indented(&relation.why, Role::Plain);
        let note = self.note(own, other, relation);
        if !note.is_empty() {
            let gap = format!(" {} ", self.ornaments.dot);
            reason.push(&gap, Role::Quiet);
            reason.push(&note, Role::Quiet);
        }
        lines.extend(flow(&reason, columns, 3));
        lines
    }

    /// Who says what, where and when: `RFE/RL, 6 Sep: Mujahid (Taliban) says taken: "…"`.
    fn statement(&self, mut line: Line, passage: &TopicPassage) -> Line {
        let Some(article) = self.articles.get(passage.article) else {
            return line;
        };
        line.push(&article.source, Role::Outlet);
        let date = published(article);
        if !date.is_empty() {
            line.push(&format!(", {date}"), Role::Quiet);
        }
        line.push(": ", Role::Plain);
        line.push(&who(passage, &article.source), Role::Speaker);
        line.push(&format!(" {}", says(passage.certainty)), Role::Plain);
        line.push(" ", Role::Plain);
        line.push(&answer(passage), Role::Stand);
        let is_turned = |p: &String| !p.starts_with("not ");
        if passage.denied && passage.position.as_ref().is_some_and(is_turned) {
            line.push(" (denies the opposite)", Role::Quiet);
        }
        if let Some(days) = passage.when {
            line.push(&format!(", of {}", span_of_days(days)), Role::Quiet);
        }
        line.push(": ", Role::Plain);
        line.push(&format!("“{}”", quote(passage, article)), Role::Quote);
        line
    }

    fn note(&self, own: &TopicPassage, other: &TopicPassage, relation: &Relation) -> String {
        let mut notes = Vec::new();
        let between = match (relation.kind, relation.between) {
            (Kind::Conflict, Between::Parties) => "parties dispute",
            (Kind::Conflict, Between::Sources) if own.article == other.article => {
                "the outlet against itself"
            }
            (Kind::Conflict, Between::Sources) => "outlets differ",
            _ => "",
        };
        notes.push(between.to_owned());
        if relation.same_wording {
            notes.push("the same wording: one origin".to_owned());
        }
        if let (Some(a), Some(b)) = (
            self.articles.get(other.article),
            self.articles.get(own.article),
        ) {
            notes.push(days_apart(a, b));
        }
        notes.retain(|n| !n.is_empty());
        notes.join(&format!(" {} ", self.ornaments.dot))
    }
}

fn indented(text: &str, role: Role) -> Line {
    Line::of("   ", Role::Plain).with(text, role)
}

/// `5 Sep`, or `1 Sep to 5 Sep`.
pub fn span_of_days(days: crate::comparison::Days) -> String {
    if days.from == days.to {
        short_date(days.from)
    } else {
        format!("{} to {}", short_date(days.from), short_date(days.to))
    }
}

/// A passage's words on one line, without the quotation marks around them.
pub fn quote(passage: &TopicPassage, article: &Article) -> String {
    let words: Vec<&str> = passage.span.of(&article.body).split_whitespace().collect();
    let words = words.join(" ");
    let bare = words
        .strip_prefix(['"', '“'])
        .map_or(words.as_str(), |w| w.strip_suffix(['"', '”']).unwrap_or(w));
    match bare.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &bare[..end]),
        None => bare.to_owned(),
    }
}
