//! Texts that a terminal would obey, and collections with little or much in them.

use super::support::{Screen, library, one_article};
use parallax::problem::Problem;
use parallax::reader::library::Library;

#[test]
fn an_escape_sequence_in_an_article_is_seen_and_not_sent() {
    let mut hostile = library();
    hostile.title = "\x1b]0;owned\x07".to_owned();
    hostile.articles[0].source = "Post\x1b[2J".to_owned();
    hostile.articles[0].title = "T\u{9b}31m".to_owned();
    hostile.articles[0]
        .body
        .insert_str(0, "\x1b[31mred \u{202e}turned\u{7} ");
    let mut screen = Screen::of(hostile, 120, 30);
    for keys in ["w", "i", "Esc Space s", "Esc ?"] {
        screen.press(keys);
        let picture = screen.picture();
        assert!(
            !picture.chars().any(|c| c.is_control() && c != '\n'),
            "{picture:?}"
        );
        assert!(!picture.contains('\u{202e}'));
    }
    screen.press("Esc");
    screen.shows("␛[31mred");
}

#[test]
fn wide_letters_marks_emoji_and_tabs_keep_the_columns_straight() {
    let mut mixed = library();
    let odd = "日本語の文章がここにあります。 e\u{301}a\u{308} 👨‍👩‍👧‍👦🇫🇷 שלום עולם\tdone \
               Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    mixed.articles[1].body = odd.to_owned();
    mixed.comparison.topics.clear();
    let screen = Screen::of(mixed, 120, 30);
    let buffer = screen.buffer();
    let strip = |y: u16| buffer[(39, y)].symbol().to_owned();
    for y in 5..20 {
        assert!(
            ["│", "┊"].contains(&strip(y).as_str()),
            "row {y}:\n{}",
            screen.picture()
        );
    }
}

#[test]
fn no_articles_say_what_to_do() {
    let empty = Library {
        problems: vec![Problem::error("a.md", "it is broken")],
        ..Library::default()
    };
    let mut screen = Screen::of(empty, 80, 24);
    screen.shows("There are no articles here.");
    screen.press("j k Tab Enter ] c t z z G C-d x o Z y e i 1 n /");
    screen.press("Esc P");
    screen.shows("it is broken");
}

#[test]
fn one_article_without_topics_is_read_and_says_so() {
    let screen = Screen::of(one_article("Just a text."), 80, 24);
    screen.shows("Just a text.");
    screen.shows("One article: nothing to compare it with.");
}

#[test]
fn an_empty_body_says_so() {
    Screen::of(one_article(""), 80, 24).shows("(no text)");
}

#[test]
fn a_broken_article_is_told_and_the_others_are_read() {
    let mut library = library();
    library.problems.push(Problem::error(
        "articles/sixth.md",
        "the front matter does not end",
    ));
    let mut screen = Screen::of(library, 120, 30);
    assert!(
        screen.bottom().contains("the front matter does not end"),
        "{}",
        screen.bottom()
    );
    screen.shows("▶The mayor said");
    screen.press("P");
    screen.shows("articles/sixth.md: error: the front matter does not end");
}

#[test]
fn a_long_article_and_three_hundred_articles_are_walked_through() {
    let mut screen = Screen::of(one_article(&"word after word, ".repeat(100_000)), 120, 30);
    screen.press("G");
    screen.shows("word after word");
    let mut many = library();
    let one = many.articles[0].clone();
    many.comparison.topics.clear();
    many.articles = (0..300)
        .map(|n| {
            let mut article = one.clone();
            article.id = format!("a{n:03}");
            article
        })
        .collect();
    let mut screen = Screen::of(many, 200, 30);
    assert!(screen.rows()[1].contains("295›"));
    screen.press("h");
    assert!(screen.rows()[1].contains("‹295"));
}

#[test]
fn a_screen_that_is_too_small_says_so_and_recovers() {
    let mut screen = Screen::new(39, 9);
    screen.shows("needs 40x10 cells");
    screen.press("j ] c");
    screen.send(parallax::reader::Message::Resize(40, 10));
    screen.shows("▶The ");
}
