//! Feeds, mails, archives, Markdown and charsets.

use super::{PARAGRAPHS, body, page, paragraphs};
use parallax::import::read::{Found, Origin, articles};
use parallax::import::{Draft, ImportError};
use std::io::Write;

fn read(bytes: &[u8], name: &str) -> Vec<Draft> {
    let drafts = articles(bytes, &Origin::of_file(name))
        .unwrap()
        .into_iter()
        .filter_map(|f| match f {
            Found::Article(draft) => Some(*draft),
            Found::Link { .. } => None,
        });
    drafts.collect()
}

fn rss(items: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Orla Courier</title><link>https://courier.example/</link><language>en</language>{items}</channel></rss>"#
    )
}

#[test]
fn an_item_with_its_text_is_an_article_and_one_without_is_a_link() {
    let feed = rss(&format!(
        "<item><title>Bridge closed</title><link>https://courier.example/1</link><pubDate>Tue, 03 Mar 2020 14:05:00 +0100</pubDate><content:encoded><![CDATA[{}]]></content:encoded></item>\
         <item><title>Fish market opens</title><link>https://courier.example/2</link><description>It opens.</description></item>",
        paragraphs()
    ));
    let found = articles(feed.as_bytes(), &Origin::of_file("feed.xml")).unwrap();
    let Found::Article(draft) = &found[0] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (draft.source.as_deref(), draft.title.as_deref()),
        (Some("Orla Courier"), Some("Bridge closed"))
    );
    assert_eq!(
        draft.published.as_ref().unwrap().to_string(),
        "2020-03-03T13:05:00Z"
    );
    assert_eq!(draft.body, body());
    assert!(
        matches!(&found[1], Found::Link { address, .. } if address == "https://courier.example/2"),
        "{found:?}"
    );
}

#[test]
fn a_json_feed_is_a_feed() {
    let text = paragraphs().replace('\n', " ");
    let feed = format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Orla Courier","items":[{{"id":"1","url":"https://courier.example/1","title":"Bridge closed","content_html":"{text}"}}]}}"#
    );
    assert_eq!(read(feed.as_bytes(), "feed.json")[0].body, body());
}

#[test]
fn a_mail_gives_subject_date_and_text() {
    let mail = format!(
        "From: Orla Courier <news@courier.example>\r\nTo: reader@example.org\r\nSubject: Bridge at Orla closed\r\nDate: Tue, 3 Mar 2020 14:05:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
        body()
    );
    let draft = &read(mail.as_bytes(), "mail.eml")[0];
    assert_eq!(draft.title.as_deref(), Some("Bridge at Orla closed"));
    assert_eq!(
        draft.published.as_ref().unwrap().to_string(),
        "2020-03-03T14:05:00+01:00"
    );
    assert_eq!(draft.source.as_deref(), Some("Orla Courier"));
    assert_eq!(draft.body, body());
}

#[test]
fn a_page_saved_as_mhtml_is_a_page_with_its_address() {
    let page = page().replace(
        "<link rel=\"canonical\" href=\"https://courier.example/news/bridge-closed\">",
        "",
    );
    let saved = format!(
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/saved\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n"
    );
    let draft = &read(saved.as_bytes(), "page.mhtml")[0];
    assert_eq!(draft.url.as_deref(), Some("https://courier.example/saved"));
    assert_eq!(draft.body, body());
}

fn warc() -> Vec<u8> {
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}",
        page()
    );
    let moved = "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n";
    let record = |kind: &str, content: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://courier.example/archived\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
            content.len()
        )
    };
    [
        record("warcinfo", "software: none"),
        record("response", moved),
        record("response", &answer),
    ]
    .concat()
    .into_bytes()
}

#[test]
fn an_archive_gives_its_pages_plain_or_compressed() {
    assert_eq!(read(&warc(), "crawl.warc")[0].body, body());
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(&warc()).unwrap();
    let found = read(&gz.finish().unwrap(), "crawl.warc.gz");
    assert_eq!(
        (found.len(), found[0].origin.as_str()),
        (1, "https://courier.example/archived")
    );
}

#[test]
fn markdown_loses_its_marks_and_keeps_its_words() {
    let [a, b, c, d, e] = PARAGRAPHS;
    let text = format!(
        "# Bridge at Orla closed\n\n{a}\n\n**{b}**\n\nSee [the *operator*](https://x.example): {c}\n\n{d}\n\n{e}\n"
    );
    let draft = &read(text.as_bytes(), "page.md")[0];
    assert_eq!(draft.title.as_deref(), Some("Bridge at Orla closed"));
    assert_eq!(
        draft.body,
        format!("{a}\n\n{b}\n\nSee the operator: {c}\n\n{d}\n\n{e}")
    );
}

#[test]
fn declared_and_undeclared_charsets_are_read() {
    let word = "Мост в Орле закрыт из-за трещин, сообщили власти порта во вторник вечером после осмотра опор.";
    let declared = format!(
        "<html><head><meta charset=\"windows-1251\"></head><body><article><p>{word}</p><p>{word} Снова.</p></article></body></html>"
    );
    let bytes = encoding_rs::WINDOWS_1251.encode(&declared).0.into_owned();
    assert!(read(&bytes, "page.html")[0].body.contains(word));
    let bytes = encoding_rs::WINDOWS_1251
        .encode(&format!("{word}\n\n{word} Снова."))
        .0
        .into_owned();
    assert!(read(&bytes, "page.txt")[0].body.contains(word));
}

#[test]
fn what_is_no_text_is_refused_with_its_reason() {
    let refused = articles(
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        &Origin::of_file("picture.html"),
    );
    assert!(matches!(refused, Err(ImportError::Unknown)), "{refused:?}");
    let empty = articles(b"<html><body></body></html>", &Origin::of_file("page.html"));
    assert!(matches!(empty, Err(ImportError::Empty)), "{empty:?}");
}
