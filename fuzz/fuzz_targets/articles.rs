//! Any bytes, as whatever format they look like.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::read::{Origin, articles};

fuzz_target!(|bytes: &[u8]| {
    let _ = articles(bytes, &Origin::of_file("input"));
});
