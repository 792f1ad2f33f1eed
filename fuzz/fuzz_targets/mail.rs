//! Mails and MHTML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::import::mail;

fuzz_target!(|bytes: &[u8]| {
    let _ = mail::read(bytes, "mail.eml");
});
