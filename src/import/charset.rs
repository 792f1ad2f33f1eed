//! Bytes become text: by a byte order mark, by what is declared, else by what they look like.

use encoding_rs::{Encoding, UTF_8};

/// How far into a page its own declaration is looked for, in bytes.
const HEAD: usize = 4_096;

/// The text of `bytes`. `declared` is a charset's name from outside, such as an HTTP header. Bytes that
/// fit no charset become `U+FFFD`.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let named = |name: &str| Encoding::for_label(name.trim().as_bytes());
    let declared = declared.and_then(named).or_else(|| named(&in_head(bytes)?));
    let encoding = match declared {
        Some(encoding) if encoding != UTF_8 => encoding,
        Some(utf8) if is_nearly_utf8(bytes) => utf8,
        _ => guessed(bytes),
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// The charset that a page or feed declares: `charset=…` or `encoding="…"`.
fn in_head(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let at = ["charset=", "encoding="]
        .iter()
        .filter_map(|m| head.find(m).map(|at| at + m.len()))
        .min()?;
    let name: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// Whether a text that says it is UTF-8 has but few bytes that are not.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let wrong = bytes
        .utf8_chunks()
        .filter(|c| !c.invalid().is_empty())
        .count();
    wrong * 200 < bytes.iter().filter(|b| !b.is_ascii()).count().max(1) * 20
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}
