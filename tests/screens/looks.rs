//! Styles: what carries the meaning without colour.

use super::support::Screen;
use parallax::reader::settings::Settings;
use parallax::tui::Theme;
use ratatui::style::{Color, Modifier};

#[test]
fn without_colour_conflict_is_underlined_and_the_selection_reversed() {
    let screen = Screen::new(120, 30);
    let buffer = screen.buffer();
    let y = u16::try_from(screen.row_of("▶The mayor said")).unwrap();
    let selected = &buffer[(8, y)];
    assert!(selected.modifier.contains(Modifier::REVERSED));
    let counterpart = &buffer[(48, y)];
    assert!(
        counterpart
            .modifier
            .contains(Modifier::UNDERLINED | Modifier::BOLD)
    );
    for cell in buffer.content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
    }
}

#[test]
fn every_theme_paints_the_same_words() {
    let mut screen = Screen::new(120, 30);
    let plain = screen.picture();
    for name in Theme::names() {
        screen.theme = Theme::built_in(&name).unwrap();
        assert_eq!(screen.picture(), plain, "{name}");
    }
}

#[test]
fn ascii_signs_need_no_other_letter() {
    let mut screen = Screen::new(120, 30);
    let settings = Settings {
        ascii: true,
        ..Settings::default()
    };
    screen.send(parallax::reader::Message::Settings(Box::new(settings)));
    screen.shows("#=>The mayor said");
    let odd: Vec<char> = screen
        .picture()
        .chars()
        .filter(|c| !c.is_ascii() && !"“”…".contains(*c))
        .collect();
    assert_eq!(odd, Vec::<char>::new());
}
