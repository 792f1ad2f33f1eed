//! A list to pick from, narrowed by what is typed.

use crate::reader::field::Field;
use crate::reader::key::Key;
use crate::reader::view::ListPlace;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Something to pick.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub label: String,
    /// More about it, at the right.
    pub detail: String,
    /// Its keys, at the left.
    pub keys: String,
    /// The heading that it stands under.
    pub group: String,
    /// Whether it is ticked, where it can be.
    pub checked: Option<bool>,
    /// The command that picking it runs.
    pub command: String,
    /// The command that ticks and unticks it.
    pub toggles: Option<String>,
    /// The command needs a key after it and cannot be run from here.
    pub needs: bool,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Place among the items.
    pub item: usize,
    /// Characters of the label that matched, from 0, sorted.
    pub letters: Vec<u32>,
}

/// A list that is being picked from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// Its heading.
    pub title: String,
    /// What is typed.
    pub field: Field,
    /// Everything that can be picked.
    pub items: Vec<Item>,
    /// What what was typed leaves of it, best first; in the order of the items when nothing was.
    pub matches: Vec<Match>,
    /// The chosen row.
    pub place: ListPlace,
}

impl Picker {
    /// A list with everything in it.
    pub fn new(title: &str, items: Vec<Item>) -> Self {
        let mut picker = Self {
            title: title.to_owned(),
            field: Field::default(),
            items,
            matches: Vec::new(),
            place: ListPlace::default(),
        };
        picker.narrow();
        picker
    }

    /// The chosen item.
    pub fn chosen(&self) -> Option<&Item> {
        let row = self.matches.get(self.place.line)?;
        self.items.get(row.item)
    }

    /// Ticks or unticks the chosen item and gives the command for it.
    pub fn toggle(&mut self) -> Option<String> {
        let row = self.matches.get(self.place.line)?;
        let item = self.items.get_mut(row.item)?;
        item.checked = item.checked.map(|c| !c);
        item.toggles.clone()
    }

    /// Takes a key, on a screen that shows so many rows.
    pub fn press(&mut self, key: Key, rows: usize) {
        let page = rows.max(2).cast_signed() - 1;
        let by = match (key.name(), key.ctrl, key.code) {
            (Some("Down"), ..) => 1,
            (Some("Up"), ..) => -1,
            (Some("PageDown"), ..) => page,
            (Some("PageUp"), ..) => -page,
            (_, true, crate::reader::key::Code::Char('n' | 'j')) => 1,
            (_, true, crate::reader::key::Code::Char('p' | 'k')) => -1,
            (_, true, crate::reader::key::Code::Char('d')) => page / 2,
            _ => 0,
        };
        if by == 0 && self.field.press(key) {
            self.narrow();
        }
        self.place.step(by, self.matches.len(), rows);
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.narrow();
    }

    fn narrow(&mut self) {
        let pattern = Pattern::parse(&self.field.text, CaseMatching::Smart, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut scored: Vec<(u32, Match)> = Vec::new();
        for (item, entry) in self.items.iter().enumerate() {
            let mut buffer = Vec::new();
            let all = format!("{} {} {}", entry.label, entry.keys, entry.detail);
            let mut letters = Vec::new();
            let text = Utf32Str::new(&all, &mut buffer);
            if let Some(score) = pattern.indices(text, &mut matcher, &mut letters) {
                letters.sort_unstable();
                letters.dedup();
                scored.push((score, Match { item, letters }));
            }
        }
        if !self.field.text.trim().is_empty() {
            scored.sort_by_key(|(score, m)| (std::cmp::Reverse(*score), m.item));
        }
        self.matches = scored.into_iter().map(|(_, m)| m).collect();
        self.place = ListPlace::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picker() -> Picker {
        let items = ["Panjshir's status", "Casualty figures", "Talks"].map(|label| Item {
            label: label.to_owned(),
            ..Item::default()
        });
        Picker::new("Topics", items.to_vec())
    }

    #[test]
    fn typing_narrows_the_list_without_its_letters_being_neighbours() {
        let mut picker = picker();
        "csf".chars().for_each(|c| picker.press(Key::char(c), 10));
        assert_eq!(picker.matches.len(), 1);
        assert_eq!(picker.chosen().unwrap().label, "Casualty figures");
        picker.press(Key::named("Backspace").unwrap(), 10);
        assert!(!picker.matches.is_empty());
    }

    #[test]
    fn the_cursor_stays_in_the_list() {
        let mut picker = picker();
        for _ in 0..9 {
            picker.press(Key::named("Down").unwrap(), 2);
        }
        assert_eq!(picker.chosen().unwrap().label, "Talks");
        assert_eq!(picker.place.top, 1);
        "zzz".chars().for_each(|c| picker.press(Key::char(c), 2));
        assert_eq!(picker.chosen(), None);
    }
}
