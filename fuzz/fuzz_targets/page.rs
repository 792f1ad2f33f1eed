//! Web pages, whatever their bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::{charset, page};

fuzz_target!(|bytes: &[u8]| {
    let _ = page::read(&charset::decode(bytes, None), Some("https://example.org/"), "page.html");
});
