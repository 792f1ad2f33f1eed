//! Keeps what a session remembers, a file a collection, in the platform's state folder.

use crate::reader::remembered::Remembered;
use etcetera::BaseStrategy;
use std::io::Write;
use std::path::PathBuf;

/// The file for a collection of a name (its path).
fn file(collection: &str) -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let folder = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    let name = format!("{:016x}.toml", fingerprint(collection));
    Some(folder.join("parallax").join(name))
}

/// FNV-1a, 64 bits: the same in every run and on every machine.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What the last session on a collection left; `None` when there is nothing that can be read.
pub(super) fn read(collection: &str) -> Option<Remembered> {
    let text = std::fs::read_to_string(file(collection)?).ok()?;
    toml::from_str(&text).ok()
}

/// Writes it whole or not at all. A state that cannot be kept is no reason to disturb the reader.
pub(super) fn write(collection: &str, remembered: &Remembered) {
    let _ = try_write(collection, remembered);
}

fn try_write(collection: &str, remembered: &Remembered) -> Option<()> {
    let path = file(collection)?;
    let folder = path.parent()?;
    std::fs::create_dir_all(folder).ok()?;
    let mut text = format!("# Where you were in {}\n", collection.escape_debug());
    text.push_str(&toml::to_string(remembered).ok()?);
    let mut new = tempfile::NamedTempFile::new_in(folder).ok()?;
    new.write_all(text.as_bytes()).ok()?;
    new.persist(path).ok()?;
    Some(())
}
