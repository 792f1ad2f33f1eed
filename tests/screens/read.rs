//! The columns, the marks, the pane below.

use super::support::{Screen, library};
use parallax::reader::{Button, Message, Mouse};

#[test]
fn columns_stand_side_by_side_with_outlet_date_and_stand() {
    let screen = Screen::new(120, 30);
    let rows = screen.rows();
    for words in [
        "Harbour Post",
        "1 May",
        "Lark Valley News",
        "North Gazette",
        "2 May",
        "2›",
    ] {
        assert!(rows[1].contains(words), "{words} in {:?}", rows[1]);
    }
    for words in [
        "safe · the mayor",
        "unsafe · the union",
        "safe · the town hall",
    ] {
        assert!(rows[2].contains(words), "{words} in {:?}", rows[2]);
    }
    screen.hides("Evening Ledger  ");
}

#[test]
fn below_80_columns_there_is_one_with_its_neighbours_counted() {
    let mut screen = Screen::new(79, 24);
    screen.shows("Harbour Post");
    assert!(!screen.rows()[1].contains("Lark Valley News"));
    assert!(screen.rows()[1].contains("4›"));
    screen.press("l");
    assert!(screen.rows()[1].contains("‹1 Lark Valley News"));
}

#[test]
fn the_other_columns_are_reached_by_moving_sideways() {
    let mut screen = Screen::new(120, 30);
    screen.press("l l l");
    screen.shows("Evening Ledger");
    screen.press("Tab");
    screen.shows("Weekly Fair");
    screen.shows("silent: never mentions it");
    screen.press("Tab");
    screen.shows("Harbour Post");
}

#[test]
fn a_passage_carries_its_signs_and_its_counterparts_stand_level() {
    let screen = Screen::new(120, 30);
    let row = &screen.rows()[screen.row_of("≠≡▶The mayor said")];
    assert!(row.contains("≠≡▷The union of drivers"), "{row}");
    assert!(row.contains("≠≡▷The bridge is safe"), "{row}");
}

#[test]
fn a_passage_deep_in_one_article_is_level_with_one_at_the_top_of_another() {
    let mut library = library();
    let before = "Something else happened that day.\n\n".repeat(40);
    let shift = before.len();
    library.articles[0].body.insert_str(0, &before);
    for passage in library.comparison.topics[0]
        .passages
        .iter_mut()
        .filter(|p| p.article == 0)
    {
        passage.span.start += shift;
        passage.span.end += shift;
        passage.cues.clear();
    }
    let screen = Screen::of(library, 120, 30);
    let row = &screen.rows()[screen.row_of("≠≡▶The mayor said")];
    assert!(row.contains("≠≡▷The union of drivers"), "{row}");
}

#[test]
fn the_pane_says_who_says_what_and_why_it_conflicts() {
    let screen = Screen::new(120, 30);
    screen.shows(
        "▶  Harbour Post, 1 May: the mayor says safe: “The mayor said that the bridge is safe.”",
    );
    screen.shows("≠  Lark Valley News, 1 May: the union says unsafe:");
    screen.shows("safe against unsafe · parties dispute");
    screen.shows("Evening Ledger itself states unsafe");
    screen.shows("2 days later");
}

#[test]
fn conflict_and_agreement_are_reached_by_keys_and_counted() {
    let mut screen = Screen::new(120, 30);
    screen.shows("1 of 4 ≠");
    screen.press("] c");
    screen.shows("▶The union of drivers");
    screen.shows("2 of 4 ≠");
    screen.press("] a");
    screen.shows("▶The bridge is safe");
    screen.press("[ c [ c");
    screen.shows("▶The mayor said");
    screen.press("[ c");
    screen.shows("▶Inspectors found");
}

#[test]
fn enter_goes_to_the_counterpart_and_back_comes_back() {
    let mut screen = Screen::new(120, 30);
    screen.press("Enter");
    screen.shows("▶The union of drivers");
    screen.press("C-o");
    screen.shows("▶The mayor said");
    screen.press("A-Right");
    screen.shows("▶The union of drivers");
}

#[test]
fn a_topic_is_chosen_by_number_and_says_when_nobody_speaks_of_it() {
    let mut screen = Screen::new(120, 30);
    screen.press("2");
    screen.shows("silent: never mentions it");
    screen.shows("No passage of any article is on the topic “Who pays”.");
    screen.press("t");
    screen.shows("≠≡ safe · the mayor");
    screen.press("7");
    assert!(
        screen
            .bottom()
            .contains("There is no topic 7; there are 2.")
    );
}

#[test]
fn the_text_scrolls_and_stops_at_its_ends() {
    let mut screen = Screen::new(80, 24);
    let before = screen.picture();
    screen.press("k k k");
    assert_eq!(screen.picture(), before);
    screen.press("G");
    screen.shows("broke through the railing");
    screen.press("g g");
    screen.shows("Harbour Post on the bridge");
}

#[test]
fn the_wheel_scrolls_the_column_under_it_and_no_other() {
    let mut screen = Screen::new(80, 14);
    screen.press("w g g");
    let wheel = |x| {
        Message::Mouse(Mouse {
            button: Button::WheelDown,
            x,
            y: 6,
        })
    };
    screen.send(wheel(60));
    screen.shows("Harbour Post on the bridge");
    screen.hides("Lark Valley News on the");
}

#[test]
fn a_click_selects_a_passage_a_column_and_a_topic() {
    let mut screen = Screen::new(120, 30);
    let y = screen.row_of("▷The union of drivers");
    screen.send(Message::Mouse(Mouse {
        button: Button::Left,
        x: 50,
        y,
    }));
    screen.shows("▶The union of drivers");
    let x = screen.rows()[0].find("2 Who pays").unwrap();
    screen.send(Message::Mouse(Mouse {
        button: Button::Left,
        x,
        y: 0,
    }));
    screen.shows("No passage of any article");
}

#[test]
fn resizing_keeps_the_place() {
    let mut screen = Screen::new(120, 30);
    screen.press("] c ] c");
    for (width, height) in [(40, 10), (79, 24), (200, 60), (80, 24), (120, 30)] {
        screen.send(Message::Resize(width, height));
        screen.shows("▶The bridge is safe");
    }
}

#[test]
fn a_source_is_hidden_ordered_and_zoomed() {
    let mut screen = Screen::new(120, 30);
    screen.press("x");
    assert!(!screen.rows()[1].contains("Harbour Post"));
    screen.press("X o");
    assert!(screen.bottom().contains("ordered by name"));
    assert!(screen.rows()[1].contains("Evening Ledger"));
    screen.press("Z");
    assert!(!screen.rows()[1].contains("Evening Ledger"));
    screen.press("Z");
    assert!(screen.rows()[1].contains("Evening Ledger"));
}

#[test]
fn search_runs_as_it_is_typed_and_counts() {
    let mut screen = Screen::new(120, 30);
    screen.press("/");
    screen.type_in("railing");
    screen.shows("/railing  1/2");
    screen.press("Enter n");
    assert!(screen.bottom().contains("2/2"), "{}", screen.bottom());
    screen.press("N");
    assert!(screen.bottom().contains("1/2"));
    screen.press("/");
    screen.type_in("zebra");
    screen.press("Enter");
    assert!(screen.bottom().contains("stands nowhere"));
}

#[test]
fn the_pane_grows_shrinks_and_closes() {
    let mut screen = Screen::new(120, 30);
    let y = screen.row_of("─ why ─");
    screen.press("+");
    assert_eq!(screen.row_of("─ why ─"), y - 2);
    screen.press("- -");
    assert_eq!(screen.row_of("─ why ─"), y + 2);
    screen.press("w");
    screen.hides("─ why ─");
    screen.press("w");
    assert_eq!(screen.row_of("─ why ─"), y);
}
