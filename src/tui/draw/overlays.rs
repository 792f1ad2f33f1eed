//! What lies over the view: texts, pickers, prompts.

use super::Canvas;
use crate::page::glyph::width;
use crate::page::line::{Line, Role};
use crate::reader::Reader;
use crate::reader::overlay::{Item, Overlay, Picker, Prompt, PromptKind, Text, text_rows};

pub(super) fn paint(reader: &Reader, canvas: &mut Canvas<'_>) {
    match &reader.overlay {
        Some(Overlay::Text(text)) => paint_text(reader, canvas, text),
        Some(Overlay::Picker(picker)) => paint_picker(reader, canvas, picker),
        Some(Overlay::Prompt(prompt)) => paint_offers(reader, canvas, prompt),
        None => {}
    }
}

/// The frame of an overlay: its first column and its columns inside.
fn frame(reader: &Reader, canvas: &mut Canvas<'_>, title: &str, right: &str) -> (usize, usize) {
    let screen = reader.layout.width;
    let inside = screen.saturating_sub(4).min(112);
    let x = (screen - inside) / 2;
    let rule = reader.ornaments().rule.to_string();
    let side = reader.ornaments().strip_here.to_string();
    let rows = text_rows(reader);
    let mut top = Line::of(&rule, Role::Rule).with(&format!(" {title} "), Role::Heading);
    let used = top.width() + width(right) + 3;
    top.push(&rule.repeat((inside + 2).saturating_sub(used)), Role::Rule);
    top.push(&format!(" {right} "), Role::Quiet);
    canvas.line_in(
        x - 1,
        1,
        inside + 2,
        top.with(&rule, Role::Rule),
        Role::Plain,
    );
    for row in 0..rows {
        let mut line = Line::of(&side, Role::Rule).padded(inside + 1, Role::Plain);
        line.push(&side, Role::Rule);
        canvas.line(x - 1, 2 + row, &line);
    }
    canvas.line(
        x - 1,
        2 + rows,
        &Line::of(&rule.repeat(inside + 2), Role::Rule),
    );
    (x + 1, inside.saturating_sub(2))
}

fn paint_text(reader: &Reader, canvas: &mut Canvas<'_>, text: &Text) {
    let rows = text_rows(reader);
    let below = text.lines.len().saturating_sub(text.from + rows);
    let right = if below > 0 {
        format!("{below} more below")
    } else {
        String::new()
    };
    let (x, columns) = frame(reader, canvas, &text.title, &right);
    for (i, line) in text.lines.iter().skip(text.from).take(rows).enumerate() {
        canvas.line(x, 2 + i, &line.clone().fitted(columns));
    }
}

fn paint_picker(reader: &Reader, canvas: &mut Canvas<'_>, picker: &Picker) {
    let right = format!("{} of {}", picker.matches.len(), picker.items.len());
    let (x, columns) = frame(reader, canvas, &picker.title, &right);
    let typed = Line::of("> ", Role::Key).with(&picker.field.text, Role::Plain);
    canvas.line(x, 2, &typed.fitted(columns));
    let rows = text_rows(reader).saturating_sub(1);
    let keys = picker
        .items
        .iter()
        .map(|i| width(&i.keys))
        .max()
        .unwrap_or(0)
        .min(columns / 3);
    let rows_from = picker.matches.iter().enumerate().skip(picker.place.top);
    for (i, (n, row)) in rows_from.take(rows).enumerate() {
        let Some(item) = picker.items.get(row.item) else {
            continue;
        };
        let chosen = n == picker.place.line;
        let line = picker_row(reader, item, &row.letters, keys, columns, chosen);
        let role = if chosen { Role::Chosen } else { Role::Plain };
        canvas.line_in(x, 3 + i, columns, line, role);
    }
}

fn picker_row(
    reader: &Reader,
    item: &Item,
    letters: &[u32],
    keys: usize,
    columns: usize,
    chosen: bool,
) -> Line {
    let plain = if chosen { Role::Chosen } else { Role::Plain };
    let quiet = if chosen { Role::Chosen } else { Role::Quiet };
    let mut line = Line::new();
    let selected = reader.ornaments().selected;
    let lead = if chosen {
        format!("{selected} ")
    } else {
        "  ".to_owned()
    };
    line.push(&lead, plain);
    if let Some(checked) = item.checked {
        line.push(if checked { "[x] " } else { "[ ] " }, plain);
    }
    if keys > 0 {
        let role = if chosen { Role::Chosen } else { Role::Key };
        line.append(
            Line::of(&item.keys, role)
                .fitted(keys)
                .padded(keys + 2, plain),
        );
    }
    for (n, letter) in item.label.chars().enumerate() {
        let found = u32::try_from(n).is_ok_and(|n| letters.binary_search(&n).is_ok());
        let role = if found { Role::Match } else { plain };
        line.push(letter.encode_utf8(&mut [0; 4]), role);
    }
    let right = if item.detail.is_empty() {
        &item.group
    } else {
        &item.detail
    };
    line.opposite(Line::of(right, quiet), columns)
}

fn paint_offers(reader: &Reader, canvas: &mut Canvas<'_>, prompt: &Prompt) {
    let most = (reader.layout.height / 2).max(3);
    let first = prompt.taken.map_or(0, |t| (t + 1).saturating_sub(most));
    let shown: Vec<&String> = prompt.offers.iter().skip(first).take(most).collect();
    let columns = shown.iter().map(|o| width(o)).max().unwrap_or(0) + 2;
    let bottom = reader.layout.height.saturating_sub(1);
    for (i, offer) in shown.iter().enumerate() {
        let taken = prompt.taken == Some(first + i);
        let role = if taken { Role::Chosen } else { Role::Topic };
        let line = Line::of(" ", role).with(offer, role);
        let y = bottom.saturating_sub(shown.len()) + i;
        canvas.line_in(0, y, columns.min(reader.layout.width), line, role);
    }
}

/// The line that is being typed, where there is one.
pub(super) fn prompt_line(reader: &Reader) -> Option<Line> {
    let Some(Overlay::Prompt(prompt)) = &reader.overlay else {
        return None;
    };
    let mut line = Line::of(sign(prompt.kind), Role::Key).with(&prompt.field.text, Role::Plain);
    if prompt.kind == PromptKind::Search && !prompt.field.text.is_empty() {
        let count = crate::reader::commands::searching::counter(reader);
        line.push(&format!("  {count}"), Role::Quiet);
    }
    Some(line)
}

const fn sign(kind: PromptKind) -> &'static str {
    match kind {
        PromptKind::Command => ":",
        PromptKind::Search => "/",
    }
}

/// Where the cursor stands, where something is typed.
pub(super) fn cursor(reader: &Reader) -> Option<(usize, usize)> {
    let layout = &reader.layout;
    if layout.is_too_small() {
        return None;
    }
    match &reader.overlay {
        Some(Overlay::Prompt(prompt)) => {
            let x = 1 + width(&prompt.field.text[..prompt.field.cursor]);
            Some((x.min(layout.width - 1), layout.height - 1))
        }
        Some(Overlay::Picker(picker)) => {
            let inside = layout.width.saturating_sub(4).min(112);
            let x =
                (layout.width - inside) / 2 + 3 + width(&picker.field.text[..picker.field.cursor]);
            Some((x.min(layout.width - 1), 2))
        }
        _ => None,
    }
}

/// What the keys do in an overlay.
pub(super) fn hints(reader: &Reader) -> Line {
    let words = match &reader.overlay {
        Some(Overlay::Picker(p)) if p.items.iter().any(|i| i.toggles.is_some()) => {
            " type to search  Up/Down choose  Tab hide or show  Enter go there  Esc close"
        }
        Some(Overlay::Picker(_)) => " type to search  Up/Down choose  Enter do it  Esc close",
        _ => " j/k scroll  q close",
    };
    Line::of(words, Role::Quiet)
}
