//! Web pages.

use super::{body, page, paragraphs};
use parallax::import::ImportError;
use parallax::import::page::read;

#[test]
fn every_paragraph_of_a_page_stays_and_no_furniture() {
    assert_eq!(read(&page(), None, "page.html").unwrap().body, body());
}

#[test]
fn a_page_says_outlet_title_writer_date_address_and_language() {
    let draft = read(&page(), None, "page.html").unwrap();
    assert_eq!(draft.source.as_deref(), Some("Orla Courier"));
    assert_eq!(
        draft.title.as_deref(),
        Some("Bridge at Orla closed over cracks")
    );
    assert_eq!(draft.byline.as_deref(), Some("Mara Lindqvist"));
    assert_eq!(
        draft.published.unwrap().to_string(),
        "2020-03-03T14:05:00+01:00"
    );
    assert_eq!(
        draft.url.as_deref(),
        Some("https://courier.example/news/bridge-closed")
    );
    assert_eq!(draft.language.as_deref(), Some("en"));
}

#[test]
fn what_a_page_does_not_say_is_left_out_and_named() {
    let draft = read(
        &format!("<html><body>{}</body></html>", paragraphs()),
        None,
        "p.html",
    )
    .unwrap();
    assert_eq!(
        (
            draft.source.clone(),
            draft.byline.clone(),
            draft.published.clone()
        ),
        (None, None, None)
    );
    assert_eq!(draft.missing(), ["source", "title", "published", "byline"]);
}

#[test]
fn headings_and_lists_of_the_article_stay_in_order() {
    let html = page().replace("<p>It was over by nine.</p>", "<h2>How to cross</h2><ul><li>By ferry, from six in the morning until midnight.</li><li>By bus, over the northern bridge.</li></ul><p>It was over by nine.</p>");
    let text = read(&html, None, "page.html").unwrap().body;
    assert!(text.contains("How to cross\n\n- By ferry, from six in the morning until midnight.\n- By bus, over the northern bridge.\n\nIt was"), "{text}");
}

#[test]
fn a_page_nested_a_hundred_thousand_deep_is_read() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", ""),
        ("<blockquote>", "</blockquote>"),
        ("<x-y>", ""),
    ] {
        let html = format!(
            "<html><body>{}{}{}",
            open.repeat(100_000),
            paragraphs(),
            close.repeat(100_000)
        );
        let text = read(&html, None, "deep.html").unwrap().body;
        assert!(
            text.contains("Ferries carried about 4,000 people"),
            "{open}"
        );
    }
}

#[test]
fn a_page_too_large_to_be_one_is_refused_with_its_reason() {
    let html = format!(
        "<html><body>{}</body></html>",
        "<p>More and more of the same.</p>".repeat(400_000)
    );
    assert!(matches!(
        read(&html, None, "big.html"),
        Err(ImportError::TooLarge { .. })
    ));
}

#[test]
fn scripts_and_pictures_in_a_page_do_not_count_as_its_size() {
    let html = page().replace(
        "<body>",
        &format!("<body><script>{}</script>", "x = 1; ".repeat(2_000_000)),
    );
    assert_eq!(read(&html, None, "page.html").unwrap().body, body());
}

#[test]
fn a_date_that_only_the_text_prints_is_found() {
    let html = format!(
        "<html><body><article><h1>Bridge at Orla closed over cracks</h1><p class=\"meta\">Published on March 3, 2020</p>{}</article></body></html>",
        paragraphs()
    );
    let draft = read(&html, None, "page.html").unwrap();
    assert_eq!(draft.published.unwrap().to_string(), "2020-03-03");
    assert_eq!(draft.body, body());
}
