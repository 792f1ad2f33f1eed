//! Feeds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::feed;

fuzz_target!(|bytes: &[u8]| {
    let _ = feed::read(bytes, None, "feed.xml");
});
