//! Grid, findings, timeline.

use super::support::Screen;

#[test]
fn the_grid_shows_each_sources_stand_or_silence() {
    let mut screen = Screen::new(120, 30);
    screen.press("v");
    for words in [
        "Is it safe",
        "≠≡ the mayor",
        "≠≡ the union",
        "silent",
        "Who pays",
    ] {
        screen.shows(words);
    }
    screen.press("l j Enter");
    screen.shows("▶The union of drivers");
}

#[test]
fn a_cell_that_is_empty_leads_nowhere_and_says_so() {
    let mut screen = Screen::new(120, 30);
    screen.press("v G Enter");
    assert!(screen.bottom().contains("no passage to go to"));
}

#[test]
fn findings_come_conflicts_first_with_a_preview_and_a_filter() {
    let mut screen = Screen::new(120, 30);
    screen.press("v v");
    assert!(
        screen.row_of("≠  Is it safe  safe against unsafe") < screen.row_of("≡  Is it safe  safe")
    );
    screen.shows("parties dispute: 4 outlets, 4 origins");
    screen.shows("Evening Ledger, 3 May: Evening Ledger itself: unsafe “Inspectors found");
    screen.press("F");
    screen.type_in("agree gazette");
    screen.press("Enter");
    screen.shows("1 findings  filter: ≡ gazette");
    screen.press("Enter");
    screen.shows("▶The mayor said");
}

#[test]
fn the_timeline_goes_day_by_day() {
    let mut screen = Screen::new(120, 30);
    screen.press("v v v");
    let first = screen.row_of("1 May 2020");
    assert!(first < screen.row_of("2 May 2020"));
    assert!(screen.row_of("the union: unsafe") < screen.row_of("2 May 2020"));
    screen.press("j j Enter");
    screen.shows("▶The bridge is safe");
}

#[test]
fn a_picked_finding_is_read() {
    let mut screen = Screen::new(120, 30);
    screen.press("Space f");
    screen.type_in("against");
    screen.press("Enter");
    screen.shows("▶The mayor said");
}
