//! Keys as they are pressed and as they are written: `j`, `C-d`, `S-Tab`, `g g`.

use std::fmt;

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character; capital letters stand for themselves.
    Char(char),
    /// A key without a character, by its name in [`NAMES`].
    Named(&'static str),
    /// F1 to F24.
    Function(u8),
}

/// A key and what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; for keys that have no character alone.
    pub shift: bool,
}

/// Keys without a character, as they are written.
pub const NAMES: [&str; 14] = [
    "Enter",
    "Esc",
    "Tab",
    "Backspace",
    "Delete",
    "Insert",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PageUp",
    "PageDown",
];

impl Key {
    /// A character without anything held down.
    pub const fn char(c: char) -> Self {
        Self::of(Code::Char(c))
    }

    /// A key without anything held down.
    pub const fn of(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A named key, where there is one of that name; case does not matter.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = NAMES.iter();
        let found = names.find(|n| n.eq_ignore_ascii_case(name))?;
        Some(Self::of(Code::Named(found)))
    }

    /// The name of a key that has no character.
    pub const fn name(self) -> Option<&'static str> {
        match self.code {
            Code::Named(name) if !self.ctrl && !self.alt => Some(name),
            _ => None,
        }
    }

    /// The character, when nothing but Shift is held down.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads one key as it is written.
    ///
    /// # Errors
    ///
    /// When there is no such key; the message says what can be written.
    pub fn parse(written: &str) -> Result<Self, String> {
        let mut key = Self::char(' ');
        let mut rest = written;
        while let Some((held, after)) = rest.split_once('-').filter(|(_, a)| !a.is_empty()) {
            match held {
                "C" | "c" => key.ctrl = true,
                "A" | "a" | "M" | "m" => key.alt = true,
                "S" | "s" => key.shift = true,
                _ => return Err(unknown(written)),
            }
            rest = after;
        }
        key.code = code(rest).ok_or_else(|| unknown(written))?;
        Ok(key)
    }

    /// Reads keys that are pressed one after the other, as they are written: `g g`.
    ///
    /// # Errors
    ///
    /// When one of them does not exist, or there is none.
    pub fn parse_sequence(written: &str) -> Result<Vec<Self>, String> {
        let keys: Result<Vec<Self>, String> = written.split_whitespace().map(Self::parse).collect();
        match keys {
            Ok(keys) if keys.is_empty() => Err("no key is written here".to_owned()),
            keys => keys,
        }
    }
}

fn code(written: &str) -> Option<Code> {
    let mut chars = written.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(Code::Char(c));
    }
    if written.eq_ignore_ascii_case("Space") {
        return Some(Code::Char(' '));
    }
    let function = written
        .strip_prefix(['F', 'f'])
        .and_then(|n| n.parse().ok());
    match function {
        Some(n @ 1..=24) => Some(Code::Function(n)),
        _ => Key::named(written).map(|k| k.code),
    }
}

fn unknown(written: &str) -> String {
    format!(
        "there is no key \"{written}\"; write a character, Space, F1 to F24, {}, or one of these \
         after C-, A- or S-, and several keys with spaces between them (\"g g\")",
        NAMES.join(", ")
    )
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, sign) in [(self.ctrl, "C-"), (self.alt, "A-"), (self.shift, "S-")] {
            if held {
                f.write_str(sign)?;
            }
        }
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::Named(name) => f.write_str(name),
            Code::Function(n) => write!(f, "F{n}"),
        }
    }
}

/// Keys as they are written one after the other.
pub fn written(keys: &[Key]) -> String {
    let words: Vec<String> = keys.iter().map(Key::to_string).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for key in [
            "j", "C-d", "A-x", "S-Tab", "Space", "F1", "PageDown", "-", "C--", "]", "é",
        ] {
            assert_eq!(Key::parse(key).unwrap().to_string(), key);
        }
        assert_eq!(written(&Key::parse_sequence("g g").unwrap()), "g g");
    }

    #[test]
    fn a_key_that_does_not_exist_is_told() {
        assert!(Key::parse("Hyper-x").is_err());
        assert!(Key::parse("Entr").unwrap_err().contains("Entr"));
        assert!(Key::parse_sequence("  ").is_err());
    }
}
