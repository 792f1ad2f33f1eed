//! Any keys, clicks, resizes and texts: the session never panics and never lets a control character through.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::article::Article;
use parallax::reader::key::Key;
use parallax::reader::library::Library;
use parallax::reader::settings::Settings;
use parallax::reader::{Button, Message, Mouse, Reader, update};
use parallax::tui::{Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn library(body: &str) -> Library {
    let article = |n: usize| Article {
        id: format!("a{n}"),
        file: format!("a{n}.md"),
        origin: None,
        source: body.chars().take(9).collect(),
        title: body.lines().next().unwrap_or("").to_owned(),
        byline: None,
        published: None,
        url: None,
        credit: Vec::new(),
        language: None,
        body: body.to_owned(),
        body_line: 1,
    };
    Library {
        articles: (0..3).map(article).collect(),
        ..Library::default()
    }
}

fn message(bytes: &[u8]) -> Message {
    let (a, b) = (usize::from(bytes[1]), usize::from(bytes[2]));
    match bytes[0] % 6 {
        0 => Message::Resize(a, b),
        1 => Message::Mouse(Mouse {
            button: [Button::Left, Button::WheelDown, Button::WheelUp][a % 3],
            x: a,
            y: b,
        }),
        2 => Message::Key(Key::named(["Enter", "Esc", "Tab", "Down", "Up"][a % 5]).unwrap_or(Key::char('j'))),
        _ => {
            let mut key = Key::char(char::from(bytes[1]));
            key.ctrl = b % 8 == 0;
            Message::Key(key)
        }
    }
}

fuzz_target!(|data: (String, Vec<u8>)| {
    let (body, events) = data;
    let mut reader = Reader::new(library(&body), Settings::default(), (100, 30));
    for bytes in events.chunks_exact(3) {
        update(&mut reader, message(bytes));
    }
    let (width, height) = (reader.layout.width, reader.layout.height);
    let size = (width.clamp(1, 255) as u16, height.clamp(1, 255) as u16);
    let Ok(mut screen) = Terminal::new(TestBackend::new(size.0, size.1)) else {
        return;
    };
    let _ = screen.draw(|frame| draw(&reader, &Theme::plain(), frame));
    for cell in screen.backend().buffer().content() {
        assert!(!cell.symbol().chars().any(char::is_control));
    }
});
