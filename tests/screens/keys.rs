//! Help, pickers, commands, and keys that a user changed.

use super::support::{Screen, library};
use parallax::reader::settings::Settings;
use parallax::reader::{Effect, Message};

#[test]
fn quitting_leaves() {
    for key in ["q", "C-c"] {
        assert_eq!(Screen::new(80, 24).press(key), [Effect::Quit]);
    }
}

#[test]
fn help_shows_the_keys_as_they_are_bound_now() {
    let mut screen = Screen::new(120, 30);
    let settings = Settings {
        keys: toml::toml! { next-conflict = "F5" },
        ..Settings::default()
    };
    screen.send(Message::Settings(Box::new(settings)));
    screen.press("?");
    screen.type_in("conflicts");
    let row = screen.rows()[screen.row_of("next passage that conflicts")].clone();
    assert!(row.contains("F5") && !row.contains("] c"), "{row}");
    screen.press("Esc F5");
    screen.shows("▶The union of drivers");
}

#[test]
fn a_mistake_in_keys_is_told_on_the_bottom_line() {
    let mut screen = Screen::new(120, 30);
    let settings = Settings {
        keys: toml::toml! { qit = "Q" },
        ..Settings::default()
    };
    screen.send(Message::Settings(Box::new(settings)));
    assert!(
        screen.bottom().contains("did you mean \"quit\"?"),
        "{}",
        screen.bottom()
    );
}

#[test]
fn a_key_that_does_nothing_says_where_the_keys_are() {
    let mut screen = Screen::new(120, 30);
    screen.press("F9");
    assert!(
        screen
            .bottom()
            .contains("F9 does nothing here; ? shows the keys")
    );
}

#[test]
fn a_picker_goes_to_a_topic_or_source() {
    let mut screen = Screen::new(120, 30);
    screen.press("Space t");
    screen.type_in("pays");
    screen.press("Enter");
    screen.shows("No passage of any article");
    screen.press("Space s");
    screen.type_in("ledger");
    screen.press("Enter");
    screen.shows("▌Evening Ledger");
}

#[test]
fn a_command_is_typed_and_completed() {
    let mut screen = Screen::new(120, 30);
    screen.press(":");
    screen.type_in("topic W");
    screen.press("Tab");
    screen.shows(":topic Who pays");
    screen.press("Enter");
    screen.shows("No passage of any article");
    screen.press(":");
    screen.type_in("tpoic");
    screen.press("Enter");
    assert!(screen.bottom().contains("did you mean \"topic\"?"));
}

#[test]
fn a_mark_is_set_and_found_again() {
    let mut screen = Screen::new(120, 30);
    screen.press("] c m a ] c ] c ' a");
    screen.shows("▶The union of drivers");
}

#[test]
fn a_passage_is_copied_with_where_it_stands() {
    let effects = Screen::new(120, 30).press("y");
    let [Effect::Copy(text)] = &effects[..] else {
        panic!("{effects:?}");
    };
    for words in [
        "“The mayor said that the bridge is safe.”",
        "Harbour Post",
        "1 May 2020",
        "https://example.org/harbour-post",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn the_editor_opens_at_the_line_of_the_passage() {
    let effects = Screen::new(120, 30).press("e");
    assert_eq!(
        effects,
        [Effect::Edit("articles/harbour-post.md".to_owned(), 8)]
    );
    assert_eq!(library().articles[0].body_line, 6);
}

#[test]
fn an_address_that_is_not_of_the_web_is_not_opened() {
    let mut library = library();
    library.articles[0].url = Some("file:///etc/passwd".to_owned());
    let mut screen = Screen::of(library, 120, 30);
    assert_eq!(screen.press("O"), []);
    assert!(screen.bottom().contains("Only http"));
}
