//! Web archives.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::warc;

fuzz_target!(|bytes: &[u8]| {
    let _ = warc::pages(bytes);
});
