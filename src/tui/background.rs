//! Whether the terminal's background is light.

/// As `COLORFGBG` tells; dark where nothing is told.
pub(super) fn is_light() -> bool {
    let told = std::env::var("COLORFGBG").unwrap_or_default();
    let background = told.rsplit(';').next().and_then(|n| n.parse::<u8>().ok());
    matches!(background, Some(7 | 9..=15))
}
