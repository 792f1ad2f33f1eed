//! How the reader likes it: the `[reader]` and `[keys]` tables, and what of `[theme]` is a name.

use super::shelf::Order;

/// What a person chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Signs in ASCII.
    pub ascii: bool,
    /// Columns scroll each for itself.
    pub unlinked: bool,
    /// How sources are ordered at first.
    pub order: Order,
    /// Rows of the pane, where chosen.
    pub pane: Option<usize>,
    /// The themes that there are, by name.
    pub themes: Vec<String>,
    /// `[keys]`.
    pub keys: toml::Table,
}

/// The keys of `[reader]`, for messages.
const KNOWN: [&str; 5] = ["ascii", "linked", "order", "pane", "mouse"];

impl Settings {
    /// Reads `[reader]` and `[keys]`. What cannot be meant is told and left as it was.
    pub fn read(table: &toml::Table, keys: &toml::Table) -> (Self, Vec<String>) {
        let mut settings = Self {
            keys: keys.clone(),
            ..Self::default()
        };
        let mut wrong = Vec::new();
        for (key, value) in table {
            if let Err(message) = settings.set(key, value) {
                wrong.push(format!("[reader] {key}: {message}"));
            }
        }
        (settings, wrong)
    }

    fn set(&mut self, key: &str, value: &toml::Value) -> Result<(), String> {
        match key {
            "ascii" => self.ascii = truth(value)?,
            "linked" => self.unlinked = !truth(value)?,
            "mouse" => {
                truth(value)?;
            }
            "order" => self.order = order(value)?,
            "pane" => self.pane = Some(rows(value)?),
            _ => {
                return Err(format!(
                    "there is no such setting; there are {}",
                    KNOWN.join(", ")
                ));
            }
        }
        Ok(())
    }
}

fn truth(value: &toml::Value) -> Result<bool, String> {
    value
        .as_bool()
        .ok_or_else(|| "write true or false".to_owned())
}

fn rows(value: &toml::Value) -> Result<usize, String> {
    let rows = value.as_integer().and_then(|n| usize::try_from(n).ok());
    rows.filter(|n| *n <= 100)
        .ok_or_else(|| "write a number of rows from 0 to 100".to_owned())
}

fn order(value: &toml::Value) -> Result<Order, String> {
    match value.as_str() {
        Some("date") => Ok(Order::Date),
        Some("name") => Ok(Order::Name),
        Some("hand") => Ok(Order::Hand),
        _ => Err("write \"date\", \"name\" or \"hand\"".to_owned()),
    }
}
