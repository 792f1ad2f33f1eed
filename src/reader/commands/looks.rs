//! The pane, the help, prompts, and how the screen looks.

use super::COMMANDS;
use crate::page::line::{Line, Role, flow};
use crate::reader::overlay::{self, Item, PromptKind};
use crate::reader::{Effect, Effects, Reader};

pub(super) fn grow_pane(reader: &mut Reader, _: &str) -> Effects {
    resize_pane(reader, 2)
}

pub(super) fn shrink_pane(reader: &mut Reader, _: &str) -> Effects {
    resize_pane(reader, -2)
}

fn resize_pane(reader: &mut Reader, by: isize) -> Effects {
    let rows = reader.layout.pane.rows.saturating_add_signed(by);
    reader.settings.pane = Some(rows);
    Effects::new()
}

/// Closes the pane, or opens it at its usual size.
pub(super) fn toggle_pane(reader: &mut Reader, _: &str) -> Effects {
    reader.settings.pane = (reader.layout.pane.rows > 0).then_some(0);
    Effects::new()
}

pub(super) fn pane_down(reader: &mut Reader, _: &str) -> Effects {
    reader.layout.pane.from += 1;
    Effects::new()
}

pub(super) fn pane_up(reader: &mut Reader, _: &str) -> Effects {
    reader.layout.pane.from = reader.layout.pane.from.saturating_sub(1);
    Effects::new()
}

pub(super) fn ascii(reader: &mut Reader, _: &str) -> Effects {
    reader.settings.ascii = !reader.settings.ascii;
    reader.layout.forget_pane();
    Effects::new()
}

pub(super) fn theme(reader: &mut Reader, name: &str) -> Effects {
    if name.is_empty() {
        overlay::prompt(reader, PromptKind::Command, "theme ");
        return Effects::new();
    }
    vec![Effect::Theme(name.to_owned())]
}

pub(super) fn prompt(reader: &mut Reader, _: &str) -> Effects {
    overlay::prompt(reader, PromptKind::Command, "");
    Effects::new()
}

/// The help: every command of every place with its keys as they are now. Typing searches it.
pub(super) fn help(reader: &mut Reader, _: &str) -> Effects {
    let items = reader
        .keys
        .bindings
        .iter()
        .map(|b| Item {
            label: b.says.clone(),
            keys: b.written().join("  "),
            group: b.group.clone(),
            command: b.does.clone(),
            needs: b.takes.is_some(),
            ..Item::default()
        })
        .collect();
    overlay::pick(reader, "Help", items);
    Effects::new()
}

pub(super) fn pick_command(reader: &mut Reader, _: &str) -> Effects {
    let items = COMMANDS
        .iter()
        .map(|c| Item {
            label: c.name.to_owned(),
            detail: c.argument.to_owned(),
            keys: reader.keys.key_for(c.name),
            command: c.name.to_owned(),
            ..Item::default()
        })
        .collect();
    overlay::pick(reader, "Commands", items);
    Effects::new()
}

/// Shows what is wrong in the configuration and the articles.
pub(super) fn problems(reader: &mut Reader, _: &str) -> Effects {
    if reader.library.problems.is_empty() {
        reader.say("No problems were found.");
        return Effects::new();
    }
    let columns = reader.layout.width.saturating_sub(8).clamp(20, 110);
    let mut lines = Vec::new();
    for problem in &reader.library.problems {
        let text = problem.to_string();
        for (i, row) in text.lines().enumerate() {
            let role = if i == 0 { Role::Problem } else { Role::Plain };
            lines.extend(flow(&Line::of(row, role), columns, 2));
        }
        lines.push(Line::new());
    }
    overlay::show(reader, "Problems", lines);
    Effects::new()
}
