//! New text, and ten thousand random events.

use super::support::{Screen, library};
use parallax::reader::key::{Code, Key, NAMES};
use parallax::reader::{Button, Message, Mouse};

#[test]
fn new_text_keeps_the_place_the_topic_and_the_selection() {
    let mut screen = Screen::new(120, 30);
    screen.press("] c ] c");
    let before = screen.picture();
    screen.send(Message::Library(Box::new(library())));
    assert_eq!(screen.picture(), before);
    let mut fewer = library();
    fewer.articles.pop();
    screen.send(Message::Library(Box::new(fewer)));
    screen.shows("▶The bridge is safe");
}

/// A small generator with a fixed seed, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn event(dice: &mut Dice) -> Message {
    match dice.roll(20) {
        0 => Message::Resize(1 + dice.roll(220), 1 + dice.roll(70)),
        1..=3 => Message::Mouse(Mouse {
            button: [Button::Left, Button::WheelDown, Button::WheelUp][dice.roll(3)],
            x: dice.roll(220),
            y: dice.roll(70),
        }),
        4 => Message::Library(Box::new(library())),
        5..=7 => Message::Key(Key::of(Code::Named(NAMES[dice.roll(NAMES.len())]))),
        8 => Message::Paste("pasted\n\x1btext".to_owned()),
        n => {
            let letters: Vec<char> = ('!'..='~').chain([' ', 'é', '日']).collect();
            let mut key = Key::char(letters[dice.roll(letters.len())]);
            key.ctrl = n == 9;
            Message::Key(key)
        }
    }
}

#[test]
fn ten_thousand_random_events_leave_a_sane_screen() {
    let mut screen = Screen::new(120, 30);
    let mut dice = Dice(0x5eed_5eed_5eed_5eed);
    for n in 0..10_000 {
        screen.send(event(&mut dice));
        if n % 20 == 0 {
            let picture = screen.picture();
            assert!(
                !picture.chars().any(|c| c.is_control() && c != '\n'),
                "after {n}"
            );
        }
    }
    screen.press("Esc Esc");
    screen.send(Message::Resize(120, 30));
    screen.press(":");
    screen.type_in("view read");
    screen.press("Enter");
    screen.shows("─");
    screen.press(":");
    screen.type_in("show-all");
    screen.press("Enter 1");
    screen.shows("Is it safe");
}
