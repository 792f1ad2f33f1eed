//! Plain text as scraped from pages.

use super::PARAGRAPHS;
use parallax::import::{Draft, scraped};

fn page(before: &str, between: &str, after: &str) -> String {
    let [a, b, c, d, e] = PARAGRAPHS;
    format!("{before}\n\n{a}\n\n{b}\n\n{between}\n\n{c}\n\n{d}\n\n{e}\n\n{after}")
}

fn read(before: &str, between: &str, after: &str) -> Draft {
    scraped::read(&page(before, between, after), "page.txt")
}

#[test]
fn every_paragraph_stays_and_no_furniture() {
    let draft = read(
        "Skip to content\n\nBreaking News\n\n1,204\n\nBridge at Orla closed over cracks in its piers\n\nShare\n\nTweet\n\nBridge at Orla closed over cracks in its piers",
        "/ embed advert code /\n\nSee also\n\nTen bridges to see before they fall\n\n/final embed code/\n\nSee also  Which ferry to take at night",
        "Send to a friend\nPrintable version\nSee also\nMayor of Orla opens a fish market\n03/02/2020 10:15\nStorm takes roofs along the coast\n\nSubscribe now\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *",
    );
    assert_eq!(draft.body, PARAGRAPHS.join("\n\n"));
    assert_eq!(
        draft.title.as_deref(),
        Some("Bridge at Orla closed over cracks in its piers")
    );
}

#[test]
fn what_comments_say_is_not_the_article() {
    let draft = read(
        "Bridge at Orla closed",
        "",
        "3 Comments\n\nI crossed that bridge every day of my life and I have always said that it would fall down.\n\nLeave a Reply",
    );
    assert_eq!(draft.body, PARAGRAPHS.join("\n\n"));
}

#[test]
fn a_subheading_among_the_paragraphs_stays() {
    let draft = read(
        "Bridge at Orla closed",
        "Ferries fill the gap",
        "Leave a comment",
    );
    assert!(
        draft.body.contains("\n\nFerries fill the gap\n\n"),
        "{}",
        draft.body
    );
}

#[test]
fn an_author_box_gives_the_byline_and_goes() {
    let draft = read(
        "Bridge at Orla closed",
        "",
        "Mara Lindqvist\n\n\"Tea lover. Devoted map enthusiast. Amateur sailor. Proud web geek.\"\n\nBack to top",
    );
    assert_eq!(draft.byline.as_deref(), Some("Mara Lindqvist"));
    assert_eq!(draft.body, PARAGRAPHS.join("\n\n"));
}

#[test]
fn outlet_byline_date_and_credit_are_found_where_the_text_gives_them() {
    let draft = read(
        "Bridge at Orla closed over cracks – Orla Courier\n\nBy Mara Lindqvist and Tom Okafor\n\nPublished: 3 March 2020 at 14:05 GMT",
        "",
        "With reporting by Reuters and dpa",
    );
    assert_eq!(draft.source.as_deref(), Some("Orla Courier"));
    assert_eq!(
        draft.title.as_deref(),
        Some("Bridge at Orla closed over cracks")
    );
    assert_eq!(
        draft.byline.as_deref(),
        Some("Mara Lindqvist and Tom Okafor")
    );
    assert_eq!(draft.published.unwrap().to_string(), "2020-03-03T14:05:00Z");
    assert_eq!(draft.credit, ["Reuters", "dpa"]);
    assert_eq!(draft.body, PARAGRAPHS.join("\n\n"));
}

#[test]
fn an_ambiguous_date_is_left_open_and_said() {
    let draft = read("Bridge at Orla closed\n\n03/04/2020", "", "Leave a comment");
    assert_eq!(draft.published, None);
    assert!(draft.notes[0].contains("--published"), "{:?}", draft.notes);
}

#[test]
fn dates_written_alike_prove_the_order_of_an_ambiguous_one() {
    let draft = read(
        "Bridge at Orla closed\n\n03/04/2020 10:15",
        "",
        "See also\nA fish market opens\n27/02/2020 09:30",
    );
    assert_eq!(draft.published.unwrap().date.to_string(), "2020-04-03");
}

#[test]
fn paragraphs_broken_over_lines_are_whole_again() {
    let broken = "Bridge at Orla closed\n\nThe old harbour bridge at Orla was closed on Tuesday after\nengineers found cracks in two of its piers, the port authority\nsaid. Ferries carried about 4,000 people across the water on\nthe first evening, twice as many as on a usual day, according\nto the operator.\n\nThe city council has denied that it knew of the damage, and\nthe opposition has asked for reports.\n";
    let draft = scraped::read(broken, "page.txt");
    assert_eq!(draft.body.split("\n\n").count(), 2, "{}", draft.body);
    assert!(
        draft
            .body
            .contains("closed on Tuesday after engineers found"),
        "{}",
        draft.body
    );
}
