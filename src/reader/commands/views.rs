//! The views that are lists, and going from them to a passage.

use crate::reader::{Effects, Reader};

/// Moves the cursor of the list in view.
pub fn step(reader: &mut Reader, _lines: isize, _columns: isize) {
    reader.say("Nothing to move here.");
}

pub(super) fn choose(reader: &mut Reader, _: &str) -> Effects {
    reader.say("To come.");
    Effects::new()
}

pub(super) fn open(_: &mut Reader, _: &str) -> Effects {
    Effects::new()
}

pub(super) fn filter(_: &mut Reader, _: &str) -> Effects {
    Effects::new()
}

pub(super) fn pick_finding(_: &mut Reader, _: &str) -> Effects {
    Effects::new()
}

/// A click in a list.
pub fn click(_: &mut Reader, _x: usize, _y: usize) {}
