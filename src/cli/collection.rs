//! Opens the collection that a command names, and tells what is wrong with it.

use super::CollectionArgs;
use crate::article::collection::{self, Collection};
use crate::problem::Problem;

/// Problems beyond this many are counted, not told, where they are not what was asked for.
const TOLD: usize = 20;

/// Reads the collection of the arguments.
pub(super) fn open(args: &CollectionArgs) -> anyhow::Result<Collection> {
    Ok(collection::load(&args.paths)?)
}

/// Tells problems on standard error: errors and warnings in their order, so many and no more.
pub(super) fn tell(problems: &[Problem]) {
    for problem in problems.iter().take(TOLD) {
        eprintln!("{problem}");
    }
    if let Some(more) = problems.len().checked_sub(TOLD + 1) {
        eprintln!("… and {} more; `parallax check` tells them all", more + 1);
    }
}
