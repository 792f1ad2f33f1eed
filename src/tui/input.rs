//! What the terminal reports becomes what a session understands.

use crate::reader::key::{Code, Key};
use crate::reader::{Button, Message, Mouse};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// The message of an event; `None` for what a session does not care about.
pub(super) fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => self::key(key).map(Message::Key),
        Event::Mouse(mouse) => self::mouse(mouse).map(Message::Mouse),
        Event::Resize(width, height) => Some(Message::Resize(width.into(), height.into())),
        Event::Paste(text) => Some(Message::Paste(text)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(c) => {
            let c = if shift { upper(c) } else { c };
            shift = false;
            Code::Char(c)
        }
        KeyCode::F(n) => Code::Function(n),
        KeyCode::BackTab => {
            shift = true;
            named("Tab")?
        }
        other => named(name(other)?)?,
    };
    Some(Key {
        code,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift,
    })
}

fn upper(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn named(name: &str) -> Option<Code> {
    Key::named(name).map(|k| k.code)
}

const fn name(code: KeyCode) -> Option<&'static str> {
    Some(match code {
        KeyCode::Enter => "Enter",
        KeyCode::Esc => "Esc",
        KeyCode::Tab => "Tab",
        KeyCode::Backspace => "Backspace",
        KeyCode::Delete => "Delete",
        KeyCode::Insert => "Insert",
        KeyCode::Up => "Up",
        KeyCode::Down => "Down",
        KeyCode::Left => "Left",
        KeyCode::Right => "Right",
        KeyCode::Home => "Home",
        KeyCode::End => "End",
        KeyCode::PageUp => "PageUp",
        KeyCode::PageDown => "PageDown",
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let button = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Button::Left,
        MouseEventKind::ScrollDown => Button::WheelDown,
        MouseEventKind::ScrollUp => Button::WheelUp,
        _ => return None,
    };
    Some(Mouse {
        button,
        x: event.column.into(),
        y: event.row.into(),
    })
}
