//! Whether the terminal's background is light: `COLORFGBG` tells, or the terminal itself when asked.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

/// Whether the background is light; dark where nothing is told.
pub(super) fn is_light() -> bool {
    told().or_else(asked).unwrap_or(false)
}

fn told() -> Option<bool> {
    let told = std::env::var("COLORFGBG").ok()?;
    let background: u8 = told.rsplit(';').next()?.parse().ok()?;
    Some(matches!(background, 7 | 9..=15))
}

/// The colour of the background, then the kind of terminal: every terminal answers the latter, so that
/// one that does not know the former is not waited for.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// How long an answer is waited for, near and far.
const NEAR: Duration = Duration::from_millis(20);
const FAR: Duration = Duration::from_millis(300);

#[cfg(unix)]
fn asked() -> Option<bool> {
    use std::os::unix::fs::OpenOptionsExt;
    /// `O_NONBLOCK`.
    const WITHOUT_WAITING: i32 = if cfg!(target_os = "linux") {
        0o4000
    } else {
        0x4
    };
    let mut terminal = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .custom_flags(WITHOUT_WAITING)
        .open("/dev/tty")
        .ok()?;
    let was_raw = crossterm::terminal::is_raw_mode_enabled().ok()?;
    if !was_raw {
        crossterm::terminal::enable_raw_mode().ok()?;
    }
    let answer = ask(&mut terminal);
    if !was_raw {
        crossterm::terminal::disable_raw_mode().ok()?;
    }
    brightness(&answer?).map(|b| b > 0.5)
}

#[cfg(not(unix))]
const fn asked() -> Option<bool> {
    None
}

fn ask(terminal: &mut (impl Read + Write)) -> Option<String> {
    terminal.write_all(QUESTION).ok()?;
    terminal.flush().ok()?;
    let patience = if std::env::var_os("SSH_CONNECTION").is_some() {
        FAR
    } else {
        NEAR
    };
    let until = Instant::now() + patience;
    let mut answer = Vec::new();
    let mut bytes = [0; 256];
    while Instant::now() < until {
        match terminal.read(&mut bytes) {
            Ok(count) => answer.extend_from_slice(&bytes[..count]),
            Err(_) => std::thread::sleep(Duration::from_micros(300)),
        }
        let kind = answer.windows(3).position(|w| w == b"\x1b[?");
        if kind.is_some_and(|at| answer[at..].contains(&b'c')) {
            break;
        }
    }
    String::from_utf8(answer).ok()
}

/// How bright `…rgb:RRRR/GGGG/BBBB…` is, from 0 to 1.
fn brightness(answer: &str) -> Option<f64> {
    let (_, colour) = answer.split_once("rgb:")?;
    let end = colour
        .find(|c: char| !(c.is_ascii_hexdigit() || c == '/'))
        .unwrap_or(colour.len());
    let mut channels = colour[..end].split('/').map(|hex| {
        let most = 16f64.powi(i32::try_from(hex.len()).ok()?) - 1.0;
        Some(f64::from(u32::from_str_radix(hex, 16).ok()?) / most)
    });
    let mut next = || channels.next().flatten();
    Some(0.2126 * next()? + 0.7152 * next()? + 0.0722 * next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_tells_light_from_dark() {
        let bright = |a| brightness(a).unwrap() > 0.5;
        assert!(bright("\x1b]11;rgb:ffff/ffff/f0f0\x1b\\\x1b[?62c"));
        assert!(!bright("\x1b]11;rgb:1e1e/1e1e/2e2e\x07\x1b[?1;2c"));
        assert!(bright("\x1b]11;rgb:ff/ff/ff\x07"));
        assert_eq!(brightness("\x1b[?62c"), None);
    }
}
