//! Markdown and article files.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::markdown;

fuzz_target!(|text: &str| {
    let _ = markdown::read(text, "page.md");
});
