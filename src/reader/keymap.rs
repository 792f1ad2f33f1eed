//! The keys and what they do: the defaults from `keys.toml`, changed by a user's `[keys]`.
//!
//! A `[keys]` table names commands and the keys for them: `quit = "Q"`, `down = ["j", "Down"]`,
//! `center = []` to unbind. What it names replaces the defaults of that command.

use super::commands;
use super::key::{Key, written};
use serde::Deserialize;
use std::sync::LazyLock;

/// Where a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Where {
    /// In every view.
    Everywhere,
    /// Among the columns.
    Read,
    /// In the grid.
    Grid,
    /// In the list of findings.
    Findings,
    /// In the timeline.
    Timeline,
}

/// What a command still wants to know when its keys were pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Takes {
    /// One more key.
    #[serde(rename = "key")]
    Key,
    /// The last key that was pressed.
    #[serde(rename = "this key")]
    ThisKey,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    does: String,
    keys: Vec<String>,
    says: String,
    group: String,
    #[serde(rename = "in")]
    places: Vec<Where>,
    hint: Option<String>,
    takes: Option<Takes>,
}

#[derive(Debug, Deserialize)]
struct Table {
    key: Vec<Entry>,
}

/// A command and its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The command, as it is typed after `:`.
    pub does: String,
    /// Each a sequence of keys.
    pub keys: Vec<Vec<Key>>,
    /// What it does, in words.
    pub says: String,
    /// The heading in the help.
    pub group: String,
    /// Where it holds.
    pub places: Vec<Where>,
    /// A word for the bottom line.
    pub hint: Option<String>,
    /// What it still wants to know.
    pub takes: Option<Takes>,
}

impl Binding {
    /// Whether it holds in a place.
    pub fn holds_in(&self, place: Where) -> bool {
        self.places.contains(&Where::Everywhere) || self.places.contains(&place)
    }

    /// Its keys as they are written.
    pub fn written(&self) -> Vec<String> {
        self.keys.iter().map(|k| written(k)).collect()
    }
}

/// All bindings, in the order of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// One a command and place.
    pub bindings: Vec<Binding>,
}

/// What keys that were pressed so far lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    /// A command.
    Command(&'a Binding),
    /// More keys may follow.
    Unfinished,
    /// Nothing.
    Nothing,
}

static DEFAULTS: LazyLock<Keymap> = LazyLock::new(|| Keymap {
    bindings: toml::from_str::<Table>(include_str!("keys.toml"))
        .map(|t| t.key.into_iter().map(binding).collect())
        .unwrap_or_default(),
});

fn binding(entry: Entry) -> Binding {
    Binding {
        keys: entry
            .keys
            .iter()
            .filter_map(|k| Key::parse_sequence(k).ok())
            .collect(),
        does: entry.does,
        says: entry.says,
        group: entry.group,
        places: entry.places,
        hint: entry.hint,
        takes: entry.takes,
    }
}

impl Default for Keymap {
    fn default() -> Self {
        DEFAULTS.clone()
    }
}

impl Keymap {
    /// The defaults changed by a `[keys]` table. What cannot be meant is told and left as it was.
    pub fn with(table: &toml::Table) -> (Self, Vec<String>) {
        let mut keymap = Self::default();
        let mut wrong = Vec::new();
        let mut changed = Vec::new();
        for (command, value) in table {
            match keys_of(value) {
                Err(message) => wrong.push(format!("[keys] {command}: {message}")),
                Ok(_) if commands::find(command).is_none() => {
                    wrong.push(format!("[keys] {command}: {}", commands::unknown(command)));
                }
                Ok(keys) => changed.push((command.clone(), keys)),
            }
        }
        for (command, keys) in &changed {
            keymap.rebind(command, keys);
        }
        keymap.give_way(&changed);
        wrong.extend(keymap.clashes());
        (keymap, wrong)
    }

    fn rebind(&mut self, command: &str, keys: &[Vec<Key>]) {
        let mut first = true;
        for binding in self.bindings.iter_mut().filter(|b| b.does == command) {
            binding.keys = if first { keys.to_vec() } else { Vec::new() };
            first = false;
        }
    }

    /// A key that the user gave to one command is taken from the commands that he did not name.
    fn give_way(&mut self, changed: &[(String, Vec<Vec<Key>>)]) {
        let taken: Vec<&Vec<Key>> = changed.iter().flat_map(|c| &c.1).collect();
        let named = |b: &Binding| changed.iter().any(|c| c.0 == b.does);
        for binding in self.bindings.iter_mut() {
            if !named(binding) {
                binding.keys.retain(|k| !taken.contains(&k));
            }
        }
    }

    /// Keys that two commands claim in one place, or that hide the beginning of longer ones.
    fn clashes(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (i, a) in self.bindings.iter().enumerate() {
            for b in &self.bindings[i + 1..] {
                for key in a.keys.iter().filter(|_| meet(a, b)) {
                    for other in b.keys.iter().filter(|o| begins(o, key) || begins(key, o)) {
                        told.push(format!(
                            "[keys] {} = \"{}\" and {} = \"{}\" clash; give one of them another key",
                            a.does, written(key), b.does, written(other)
                        ));
                    }
                }
            }
        }
        told
    }

    /// What the keys pressed so far lead to in a place.
    pub fn look_up(&self, pressed: &[Key], place: Where) -> Lookup<'_> {
        let mut unfinished = false;
        for binding in self.bindings.iter().filter(|b| b.holds_in(place)) {
            for keys in &binding.keys {
                if keys == pressed {
                    return Lookup::Command(binding);
                }
                unfinished |= begins(keys, pressed);
            }
        }
        if unfinished {
            Lookup::Unfinished
        } else {
            Lookup::Nothing
        }
    }

    /// The first key of a command, as it is written; empty when it has none.
    pub fn key_for(&self, command: &str) -> String {
        let mut all = self.bindings.iter().filter(|b| b.does == command);
        all.find_map(|b| b.keys.first())
            .map_or_else(String::new, |k| written(k))
    }
}

fn begins(keys: &[Key], with: &[Key]) -> bool {
    keys.starts_with(with)
}

fn meet(a: &Binding, b: &Binding) -> bool {
    a.places.iter().any(|p| b.holds_in(*p)) || b.places.iter().any(|p| a.holds_in(*p))
}

fn keys_of(value: &toml::Value) -> Result<Vec<Vec<Key>>, String> {
    let all = match value {
        toml::Value::String(one) => vec![one.as_str()],
        toml::Value::Array(several) => several
            .iter()
            .map(|v| v.as_str().ok_or_else(wanted))
            .collect::<Result<_, _>>()?,
        _ => return Err(wanted()),
    };
    all.into_iter().map(Key::parse_sequence).collect()
}

fn wanted() -> String {
    "write a key (\"g g\"), several ([\"j\", \"Down\"]), or none ([])".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_table_is_whole() {
        let table: Table = toml::from_str(include_str!("keys.toml")).unwrap();
        for entry in &table.key {
            assert!(
                commands::find(&entry.does).is_some(),
                "{} does nothing",
                entry.does
            );
            for keys in &entry.keys {
                Key::parse_sequence(keys).unwrap();
            }
        }
        for command in commands::COMMANDS {
            let listed = table.key.iter().any(|e| e.does == command.name);
            assert!(listed, "{} is in no line of keys.toml", command.name);
        }
        assert_eq!(Keymap::default().clashes(), Vec::<String>::new());
    }

    #[test]
    fn a_user_rebinds_and_unbinds() {
        let table = toml::toml! { quit = "Q" center = [] };
        let (keymap, wrong) = Keymap::with(&table);
        assert!(wrong.is_empty(), "{wrong:?}");
        let pressed = |k: &str| Key::parse_sequence(k).unwrap();
        assert_eq!(keymap.look_up(&pressed("q"), Where::Read), Lookup::Nothing);
        let Lookup::Command(binding) = keymap.look_up(&pressed("Q"), Where::Read) else {
            panic!("Q is bound");
        };
        assert_eq!(binding.does, "quit");
        assert_eq!(
            keymap.look_up(&pressed("z z"), Where::Read),
            Lookup::Nothing
        );
    }

    #[test]
    fn a_key_taken_from_a_default_is_no_clash_but_two_of_the_users_own_are() {
        let (keymap, wrong) = Keymap::with(&toml::toml! { quit = "j" });
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(keymap.key_for("down"), "Down");
        let (_, wrong) = Keymap::with(&toml::toml! { quit = "x" help = "x" });
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].contains("quit") && wrong[0].contains("help"));
    }

    #[test]
    fn a_command_or_key_that_does_not_exist_is_told() {
        let (_, wrong) = Keymap::with(&toml::toml! { qit = "x" down = "Hyper-j" up = 3 });
        assert_eq!(wrong.len(), 3);
        assert!(wrong.iter().any(|w| w.contains("quit")), "{wrong:?}");
    }
}
