//! Where results go: standard output, or a file that is written whole or not at all.

use anyhow::Context;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

/// Columns of a report that goes to no terminal.
pub(super) const WIDTH: usize = 80;
/// The most columns: longer lines are hard to read.
const WIDEST: usize = 100;

/// Columns of a report on standard output.
pub(super) fn width() -> usize {
    if !io::stdout().is_terminal() {
        return WIDTH;
    }
    match crossterm::terminal::size() {
        Ok((columns @ 1.., _)) => usize::from(columns).min(WIDEST),
        _ => WIDTH,
    }
}

/// Writes results to `file`, else to standard output. A reader who closes the pipe early is no error.
///
/// # Errors
///
/// When the file exists or cannot be written.
pub(super) fn write(
    file: Option<&Path>,
    results: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    if let Some(path) = file {
        return to_file(path, results)
            .with_context(|| format!("{} was not written", path.display()));
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match results(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {
            // What is still held would be written, in vain, when `out` goes.
            let _ = out.into_parts();
            Ok(())
        }
        done => Ok(done?),
    }
}

/// Whether `file` can be written: told before any work is done.
///
/// # Errors
///
/// When it exists.
pub(super) fn must_be_new(file: Option<&Path>) -> anyhow::Result<()> {
    match file {
        Some(path) if path.symlink_metadata().is_ok() => anyhow::bail!(
            "{} exists and is not overwritten\n  name another file, or delete it first",
            path.display()
        ),
        _ => Ok(()),
    }
}

/// Writes a new file whole or not at all: beside its place first, and put there when it is complete.
pub(super) fn to_file(
    path: &Path,
    results: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    must_be_new(Some(path))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    let mut out = BufWriter::with_capacity(1 << 16, temporary.as_file_mut());
    results(&mut out)?;
    out.flush()?;
    drop(out);
    readable(temporary.as_file())?;
    temporary.as_file().sync_all()?;
    temporary.persist_noclobber(path)?;
    Ok(())
}

/// Temporary files are their owner's alone; results are to be read as any new file is.
#[cfg(unix)]
fn readable(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &std::fs::File) -> io::Result<()> {
    Ok(())
}
