//! Paints a session. Changes nothing and decides nothing: every line and place is computed already.

mod lists;
mod overlays;
mod read;

use super::Theme;
use crate::page::line::{Line, Role};
use crate::reader::view::View;
use crate::reader::{Reader, commands, key, layout};
use ratatui::Frame;
use ratatui::buffer::Buffer;

/// Paints the session on a frame.
pub fn draw(reader: &Reader, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(area, theme.screen());
    let mut canvas = Canvas { buffer, theme };
    paint(reader, &mut canvas);
    if let Some((x, y)) = overlays::cursor(reader) {
        frame.set_cursor_position((short(x), short(y)));
    }
}

fn paint(reader: &Reader, canvas: &mut Canvas<'_>) {
    if reader.layout.is_too_small() {
        let (width, height) = layout::LEAST;
        canvas.line(0, 0, &Line::of("parallax", Role::Heading));
        let words = format!("needs {width}x{height} cells");
        canvas.line(0, 1, &Line::of(&words, Role::Plain));
        return;
    }
    canvas.line(0, 0, &reader.layout.bar.line);
    match reader.view {
        View::Read => read::paint(reader, canvas),
        View::Grid => lists::grid(reader, canvas),
        View::Findings => lists::findings(reader, canvas),
        View::Timeline => lists::timeline(reader, canvas),
    }
    overlays::paint(reader, canvas);
    bottom(reader, canvas);
}

fn bottom(reader: &Reader, canvas: &mut Canvas<'_>) {
    let y = reader.layout.height.saturating_sub(1);
    let width = reader.layout.width;
    if let Some(line) = overlays::prompt_line(reader) {
        canvas.line(0, y, &line.fitted(width));
        return;
    }
    let left = match &reader.notice {
        Some(notice) => {
            let role = if notice.problem {
                Role::Problem
            } else {
                Role::Notice
            };
            Line::of(" ", Role::Plain).with(&notice.text, role)
        }
        None if reader.overlay.is_some() => overlays::hints(reader),
        None => commands::hints::line(reader, width),
    };
    canvas.line(0, y, &left.opposite(right_end(reader), width));
}

fn right_end(reader: &Reader) -> Line {
    let mut words: Vec<String> = Vec::new();
    if !reader.pending.keys.is_empty() {
        words.push(format!("{} …", key::written(&reader.pending.keys)));
    }
    words.extend(commands::hints::state(reader));
    Line::of(&format!("{} ", words.join("  ")), Role::Quiet)
}

/// A buffer and the theme that paints on it.
struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

impl Canvas<'_> {
    /// Paints a line from a cell on, as far as the screen goes.
    fn line(&mut self, x: usize, y: usize, line: &Line) {
        let area = self.buffer.area;
        let mut x = x;
        for piece in &line.pieces {
            if x >= usize::from(area.width) || y >= usize::from(area.height) {
                return;
            }
            let style = self.theme.style(piece.role);
            let room = usize::from(area.width) - x;
            let (end, _) = self
                .buffer
                .set_stringn(short(x), short(y), &piece.text, room, style);
            x = usize::from(end);
        }
    }

    /// Paints a line in so many columns, the rest of them blank.
    fn line_in(&mut self, x: usize, y: usize, columns: usize, line: Line, role: Role) {
        self.line(x, y, &line.fitted(columns).padded(columns, role));
    }
}
