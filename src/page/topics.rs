//! The bar of topics: what each holds, how many passages agree and conflict, and how many topics do not fit.

use super::line::{Line, Role};
use super::marks::TopicMarks;
use super::words::Ornaments;

/// How many passages of a topic agree, conflict and are updated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passages that agree with another.
    pub agree: usize,
    /// Passages that conflict with another.
    pub conflict: usize,
    /// Passages that are an update of another, or updated.
    pub update: usize,
}

impl Counts {
    /// The counts of a topic.
    pub fn of(marks: &TopicMarks) -> Self {
        let count =
            |has: fn(&super::line::Signs) -> bool| marks.signs.iter().filter(|s| has(s)).count();
        Self {
            agree: count(|s| s.agree),
            conflict: count(|s| s.conflict),
            update: count(|s| s.update),
        }
    }
}

/// The bar, and which of its columns belong to which topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicBar {
    /// What to show.
    pub line: Line,
    /// Topic, first column, column past the last.
    pub tabs: Vec<(usize, usize, usize)>,
}

/// The bar of a width with one topic chosen; as many neighbours as fit stand beside it.
pub fn bar(
    title: &str,
    topics: &[(&str, Counts)],
    chosen: usize,
    columns: usize,
    ornaments: &Ornaments,
) -> TopicBar {
    let mut bar = TopicBar::default();
    let title_room = if columns < 80 { 0 } else { columns / 4 };
    if title_room > 0 && !title.is_empty() {
        bar.line.push(" ", Role::Plain);
        bar.line
            .append(Line::of(title, Role::Collection).fitted(title_room));
        bar.line.push("  ", Role::Plain);
    }
    if topics.is_empty() {
        bar.line.push(" no topics", Role::Quiet);
        return bar;
    }
    let tabs: Vec<Line> = topics
        .iter()
        .enumerate()
        .map(|(i, t)| tab(i, t, i == chosen, ornaments))
        .collect();
    place(&mut bar, &tabs, chosen.min(tabs.len() - 1), columns);
    bar
}

/// Columns kept free for `+12` at either end.
const MORE: usize = 5;

fn place(bar: &mut TopicBar, tabs: &[Line], chosen: usize, columns: usize) {
    let room = columns.saturating_sub(bar.line.width() + MORE);
    let (from, to) = window(tabs, chosen, room);
    if from > 0 {
        bar.line.push(&format!("+{from} "), Role::Quiet);
    }
    for (topic, tab) in tabs.iter().enumerate().take(to).skip(from) {
        let start = bar.line.width();
        bar.line.append(tab.clone().fitted(room.max(8)));
        bar.tabs.push((topic, start, bar.line.width()));
        bar.line.push(" ", Role::Plain);
    }
    if to < tabs.len() {
        bar.line.push(&format!("+{}", tabs.len() - to), Role::Quiet);
    }
}

/// The first tabs up to the chosen one if they fit, else as many before it as do; then those after it.
fn window(tabs: &[Line], chosen: usize, room: usize) -> (usize, usize) {
    let wide = |i: usize| tabs[i].width() + 1;
    let mut from = chosen;
    let mut used = wide(chosen);
    while from > 0 && used + wide(from - 1) + if from > 1 { MORE } else { 0 } <= room {
        from -= 1;
        used += wide(from);
    }
    if from > 0 {
        used += MORE;
    }
    let mut to = chosen + 1;
    while to < tabs.len() && used + wide(to) <= room {
        used += wide(to);
        to += 1;
    }
    (from, to)
}

fn tab(topic: usize, (name, counts): &(&str, Counts), chosen: bool, ornaments: &Ornaments) -> Line {
    let role = if chosen {
        Role::TopicChosen
    } else {
        Role::Topic
    };
    let mut text = format!(" {} {name}", topic + 1);
    for (sign, count) in [
        (ornaments.agree, counts.agree),
        (ornaments.conflict, counts.conflict),
        (ornaments.update, counts.update),
    ] {
        if count > 0 {
            text.push_str(&format!(" {sign}{count}"));
        }
    }
    text.push(' ');
    Line::of(&text, role)
}

#[cfg(test)]
mod tests {
    use super::super::words::UNICODE;
    use super::*;

    fn words(chosen: usize, columns: usize) -> String {
        let counts = Counts {
            agree: 7,
            conflict: 12,
            update: 0,
        };
        let topics: Vec<(&str, Counts)> = ["Status", "Whereabouts", "Losses", "Talks"]
            .iter()
            .map(|n| (*n, counts))
            .collect();
        bar("Valley", &topics, chosen, columns, &UNICODE)
            .line
            .words()
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        assert!(words(0, 80).contains("1 Status ≡7 ≠12"));
        assert!(words(0, 80).trim_end().ends_with("+1") || words(0, 80).contains("+2"));
        assert!(!words(0, 200).contains('+'));
    }

    #[test]
    fn the_chosen_topic_is_always_in_the_bar() {
        for columns in [40, 60, 80, 120] {
            for (i, name) in ["Status", "Whereabouts", "Losses", "Talks"]
                .iter()
                .enumerate()
            {
                assert!(words(i, columns).contains(name), "{name} at {columns}");
            }
        }
    }
}
