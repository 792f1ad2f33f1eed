//! The bottom line and the rule above the pane: keys, and how things stand.

use super::{passages, searching};
use crate::page::line::{Line, Role, Signs};
use crate::reader::Reader;
use crate::reader::library::Stage;
use crate::reader::view::View;

/// As many keys with their words as fit in a width, less the right end.
pub fn line(reader: &Reader, width: usize) -> Line {
    let right: usize = state(reader).iter().map(|w| w.chars().count() + 2).sum();
    let room = width.saturating_sub(right + 2);
    let mut line = Line::of(" ", Role::Plain);
    let place = reader.view.place();
    for binding in reader.keys.bindings.iter().filter(|b| b.holds_in(place)) {
        let (Some(hint), Some(keys)) = (&binding.hint, binding.keys.first()) else {
            continue;
        };
        let keys = crate::reader::key::written(keys).replace(' ', "");
        if line.width() + keys.len() + hint.len() + 3 > room {
            continue;
        }
        line.push(&keys, Role::Key);
        line.push(&format!(" {hint}  "), Role::Quiet);
    }
    line
}

/// How things stand, for the right end of the bottom line.
pub fn state(reader: &Reader) -> Vec<String> {
    let mut words = Vec::new();
    if let Stage::Working { what, done, total } = &reader.library.stage {
        words.push(match total {
            0 => format!("{what}…"),
            total => format!("{what} {done} of {total}"),
        });
    }
    let counter = searching::counter(reader);
    if !counter.is_empty() {
        words.push(format!("/{} {counter}", reader.search.words));
    }
    if reader.view == View::Read && reader.layout.columns.len() > 1 && !reader.settings.unlinked {
        words.push(reader.ornaments().linked.to_owned());
    }
    words
}

/// The words in the rule above the pane: at its left, at its right.
pub fn pane_rule(reader: &Reader) -> (String, String) {
    let pane = &reader.layout.pane;
    let below = pane.lines.len().saturating_sub(pane.from + pane.rows);
    let mut right = standing(reader);
    if below > 0 {
        let key = reader.keys.key_for("pane-down");
        let unit = if below == 1 { "line" } else { "lines" };
        right.push(format!("{below} more {unit}: {key}"));
    }
    let gap = format!(" {} ", reader.ornaments().dot);
    ("why".to_owned(), right.join(&gap))
}

/// Which of how many the selected passage is: `3 of 19 ≠`.
fn standing(reader: &Reader) -> Vec<String> {
    let o = reader.ornaments();
    let signs = reader.pages.marks.get(reader.topic).zip(reader.selected);
    let Some(signs) = signs.and_then(|(m, s)| m.signs.get(s)) else {
        return Vec::new();
    };
    let one = |keep: fn(Signs) -> bool, sign: String| {
        let all = passages::in_order(reader, keep);
        let at = all
            .iter()
            .position(|m| Some(m.1.passage) == reader.selected)?;
        Some(format!("{} of {} {sign}", at + 1, all.len()))
    };
    let mut words = Vec::new();
    if signs.conflict {
        words.extend(one(|s| s.conflict, o.conflict.to_string()));
    }
    if signs.agree {
        words.extend(one(|s| s.agree, o.agree.to_string()));
    }
    if words.is_empty() {
        words.extend(one(|_| true, "passages".to_owned()));
    }
    words
}
