//! Scraped text: the body is always part of the text, word for word.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::{line, scraped};

fuzz_target!(|text: &str| {
    let known: std::collections::HashSet<String> = line::words(text).into_iter().collect();
    let body = scraped::read(text, "page.txt").body;
    assert!(line::words(&body).iter().all(|w| known.contains(w)));
});
