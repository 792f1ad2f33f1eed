//! What roles look like. A theme is a TOML table: a role, and how it is written.
//!
//! `conflict = { fg = "#d7875f", bold = true }`; a colour is a name, a number of the 256, or `#rrggbb`.

use crate::page::line::{Role, Signs, Stress, TextRole};
use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    styles: BTreeMap<&'static str, Style>,
}

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None, or none are wanted.
    None,
    /// The sixteen of its own palette.
    Sixteen,
    /// 256 by number.
    Indexed,
    /// Any.
    True,
}

/// The themes that come with parallax.
const BUILT_IN: [(&str, &str); 5] = [
    ("dark", include_str!("themes/dark.toml")),
    ("light", include_str!("themes/light.toml")),
    ("high-contrast", include_str!("themes/high-contrast.toml")),
    ("16-colours", include_str!("themes/16-colours.toml")),
    ("no-colour", include_str!("themes/no-colour.toml")),
];

/// The names that a theme may style.
const ROLES: [&str; 34] = [
    "screen",
    "text",
    "title",
    "quiet",
    "outlet",
    "outlet-focused",
    "stand",
    "speaker",
    "quote",
    "conflict",
    "agree",
    "both",
    "update",
    "alone",
    "sign-conflict",
    "sign-agree",
    "sign-both",
    "sign-update",
    "sign-alone",
    "cue",
    "selected",
    "counterpart",
    "selection",
    "found",
    "focus",
    "rule",
    "strip",
    "strip-here",
    "collection",
    "topic",
    "topic-chosen",
    "key",
    "chosen",
    "match",
];
/// And these.
const MORE_ROLES: [&str; 3] = ["notice", "problem", "heading"];

impl Theme {
    /// The names of the themes that come with parallax.
    pub fn names() -> Vec<String> {
        BUILT_IN.iter().map(|t| t.0.to_owned()).collect()
    }

    /// A theme that comes with parallax.
    pub fn built_in(name: &str) -> Option<Self> {
        let (name, text) = BUILT_IN.iter().find(|t| t.0 == name)?;
        let table = toml::from_str(text).ok()?;
        let mut theme = Self {
            name: (*name).to_owned(),
            styles: BTreeMap::new(),
        };
        theme.change(&table);
        Some(theme)
    }

    /// The theme without colours.
    pub fn plain() -> Self {
        Self::built_in("no-colour").unwrap_or(Self {
            name: String::new(),
            styles: BTreeMap::new(),
        })
    }

    /// Changes styles as a table says. What cannot be meant is told and left as it was.
    pub fn change(&mut self, table: &toml::Table) -> Vec<String> {
        let mut wrong = Vec::new();
        for (role, value) in table {
            let known = ROLES.iter().chain(&MORE_ROLES).find(|r| *r == role);
            match (known, style(value)) {
                (Some(role), Ok(style)) => {
                    self.styles.insert(role, style);
                }
                (None, _) => wrong.push(format!(
                    "[theme] {role}: there is no such role; {}",
                    near(role)
                )),
                (_, Err(message)) => wrong.push(format!("[theme] {role}: {message}")),
            }
        }
        wrong
    }

    /// The same theme without any colour, for `NO_COLOR`.
    #[must_use]
    pub fn without_colours(&self) -> Self {
        let is_colourless = self
            .styles
            .values()
            .all(|s| s.fg.is_none() && s.bg.is_none());
        if is_colourless {
            self.clone()
        } else {
            Self::plain()
        }
    }

    /// The same theme with the nearest colours that a terminal has.
    #[must_use]
    pub fn for_depth(&self, depth: Depth) -> Self {
        let nearest: fn(Color) -> Color = match depth {
            Depth::True => return self.clone(),
            Depth::None => return self.without_colours(),
            Depth::Indexed => indexed,
            Depth::Sixteen => sixteen,
        };
        let mut theme = self.clone();
        for style in theme.styles.values_mut() {
            style.fg = style.fg.map(nearest);
            style.bg = style.bg.map(nearest);
        }
        theme
    }

    fn of(&self, name: &str) -> Style {
        self.styles.get(name).copied().unwrap_or_default()
    }

    /// How the whole screen looks.
    pub fn screen(&self) -> Style {
        self.of("screen")
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        match role {
            Role::Text(text) => self.text(text),
            Role::Sign(signs) => self.of(sign_name(signs)),
            Role::Strip(signs, here) => self.strip(signs, here),
            simple => self.of(simple_name(simple)),
        }
    }

    fn text(&self, role: TextRole) -> Style {
        let mut style = self.of("text");
        if let Some(signs) = role.signs {
            style = style.patch(self.of(mark_name(signs)));
        }
        match role.stress {
            Stress::Selected => style = style.patch(self.of("selected")),
            Stress::Counterpart => style = style.patch(self.of("counterpart")),
            Stress::None => {}
        }
        if role.cue {
            style = style.patch(self.of("cue"));
        }
        if role.found {
            style = style.patch(self.of("found"));
        }
        style
    }

    fn strip(&self, signs: Option<Signs>, here: bool) -> Style {
        let base = self.of(if here { "strip-here" } else { "strip" });
        match signs {
            Some(signs) => base.patch(self.of(sign_name(signs))),
            None => base,
        }
    }
}

const fn mark_name(signs: Signs) -> &'static str {
    match (signs.conflict, signs.agree, signs.update) {
        (true, true, _) => "both",
        (true, false, _) => "conflict",
        (false, true, _) => "agree",
        (false, false, true) => "update",
        (false, false, false) => "alone",
    }
}

const fn sign_name(signs: Signs) -> &'static str {
    match (signs.conflict, signs.agree, signs.update) {
        (true, true, _) => "sign-both",
        (true, false, _) => "sign-conflict",
        (false, true, _) => "sign-agree",
        (false, false, true) => "sign-update",
        (false, false, false) => "sign-alone",
    }
}

const fn simple_name(role: Role) -> &'static str {
    match role {
        Role::Plain | Role::Text(_) | Role::Sign(_) | Role::Strip(..) => "text",
        Role::Title => "title",
        Role::Quiet => "quiet",
        Role::Outlet => "outlet",
        Role::OutletFocused => "outlet-focused",
        Role::Stand => "stand",
        Role::Speaker => "speaker",
        Role::Quote => "quote",
        Role::Selection => "selection",
        Role::Focus => "focus",
        Role::Rule => "rule",
        Role::Collection => "collection",
        Role::Topic => "topic",
        Role::TopicChosen => "topic-chosen",
        Role::Key => "key",
        Role::Notice => "notice",
        Role::Problem => "problem",
        Role::Chosen => "chosen",
        Role::Match => "match",
        Role::Heading => "heading",
    }
}

fn near(role: &str) -> String {
    let all = ROLES.iter().chain(&MORE_ROLES);
    let best =
        all.max_by(|a, b| strsim::jaro_winkler(role, a).total_cmp(&strsim::jaro_winkler(role, b)));
    best.map_or_else(String::new, |b| format!("the nearest is \"{b}\""))
}

fn style(value: &toml::Value) -> Result<Style, String> {
    let toml::Value::Table(table) = value else {
        return Err("write { fg = \"…\", bg = \"…\", bold = true }".to_owned());
    };
    let mut style = Style::new();
    for (key, value) in table {
        style = match key.as_str() {
            "fg" => style.fg(colour(value)?),
            "bg" => style.bg(colour(value)?),
            _ => {
                let modifier = modifier(key)?;
                if value.as_bool() == Some(true) {
                    style.add_modifier(modifier)
                } else {
                    style.remove_modifier(modifier)
                }
            }
        };
    }
    Ok(style)
}

fn colour(value: &toml::Value) -> Result<Color, String> {
    if let Some(number) = value.as_integer().and_then(|n| u8::try_from(n).ok()) {
        return Ok(Color::Indexed(number));
    }
    let written = value.as_str().unwrap_or("");
    written.parse().map_err(|_| {
        format!(
            "\"{written}\" is no colour; write a name (\"red\"), a number up to 255, or \"#rrggbb\""
        )
    })
}

/// The nearest of the colours 16 to 255: the cube of six steps a channel, or the greys.
fn indexed(colour: Color) -> Color {
    let Color::Rgb(r, g, b) = colour else {
        return colour;
    };
    let step = |v: u8| match v {
        0..48 => 0,
        48..115 => 1,
        v => (v - 35) / 40,
    };
    let is_grey = r.abs_diff(g).max(g.abs_diff(b)).max(r.abs_diff(b)) < 12;
    if is_grey && (8..=238).contains(&g) {
        return Color::Indexed(232 + ((g - 8) / 10).min(23));
    }
    Color::Indexed(16 + 36 * step(r) + 6 * step(g) + step(b))
}

/// The sixteen colours of a terminal's own palette, by the channels that are strong.
fn sixteen(colour: Color) -> Color {
    let Color::Rgb(r, g, b) = colour else {
        return colour;
    };
    let strong = r.max(g).max(b);
    let has = |v: u8| u16::from(v) * 3 > u16::from(strong) * 2;
    match (strong, has(r), has(g), has(b)) {
        (0..64, ..) => Color::Black,
        (_, true, true, true) if strong > 200 => Color::White,
        (_, true, true, true) => Color::Gray,
        (_, true, true, false) => Color::Yellow,
        (_, true, false, true) => Color::Magenta,
        (_, false, true, true) => Color::Cyan,
        (_, true, false, false) => Color::Red,
        (_, false, true, false) => Color::Green,
        _ => Color::Blue,
    }
}

fn modifier(key: &str) -> Result<Modifier, String> {
    match key {
        "bold" => Ok(Modifier::BOLD),
        "dim" => Ok(Modifier::DIM),
        "italic" => Ok(Modifier::ITALIC),
        "underlined" => Ok(Modifier::UNDERLINED),
        "reversed" => Ok(Modifier::REVERSED),
        _ => Err(format!(
            "there is no \"{key}\"; there are fg, bg, bold, dim, italic, underlined, reversed"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_theme_is_whole_and_right() {
        for (name, text) in BUILT_IN {
            let table: toml::Table = toml::from_str(text).unwrap();
            let mut theme = Theme::built_in(name).unwrap();
            assert_eq!(theme.change(&table), Vec::<String>::new(), "{name}");
            for role in ROLES.iter().chain(&MORE_ROLES) {
                assert!(table.contains_key(*role), "{name} says nothing of {role}");
            }
        }
    }

    #[test]
    fn conflict_and_agreement_differ_in_more_than_red_and_green() {
        for name in Theme::names() {
            let theme = Theme::built_in(&name).unwrap();
            let look = |role| {
                let style = theme.of(role);
                (style.add_modifier, style.bg)
            };
            assert_ne!(look("conflict"), look("agree"), "{name}");
        }
    }

    #[test]
    fn without_colours_there_is_none() {
        let plain = Theme::built_in("dark").unwrap().without_colours();
        assert!(
            plain
                .styles
                .values()
                .all(|s| s.fg.is_none() && s.bg.is_none())
        );
    }

    #[test]
    fn a_mistake_in_a_theme_is_told() {
        let table = toml::toml! { conflct = { fg = "red" } agree = { fg = "rod" } };
        let wrong = Theme::plain().change(&table);
        assert_eq!(wrong.len(), 2);
        assert!(
            wrong.iter().any(|w| w.contains("\"conflict\"")),
            "{wrong:?}"
        );
    }
}
