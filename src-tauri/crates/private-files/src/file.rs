//! Files for their owner alone, from the first byte on.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Makes a file, never over another one, and never through a link.
///
/// # Errors
/// When something is there already, or the file cannot be made.
pub fn create_new(path: &Path) -> io::Result<File> {
    options().write(true).create_new(true).open(path)
}

/// Opens a file of the program's own for writing; it is made where it is missing and keeps what is in it.
///
/// # Errors
/// When the name is a link or another name of some other file, or the file cannot be opened.
pub fn open(path: &Path) -> io::Result<File> {
    own(options().write(true).create(true).open(path)?)
}

/// The same for a file that only grows.
///
/// # Errors
/// As for [`open`].
pub fn append(path: &Path) -> io::Result<File> {
    own(options().append(true).create(true).open(path)?)
}

/// Puts a file where a person said, in place of the one that is there: the new one is whole before it gets the name, and
/// where the name is a link, the link is replaced and not what it leads to.
///
/// # Errors
/// When the folder cannot be written to, or the disk is full; what was there before is there still.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path)?;
    let written = create_new(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let replaced = written.and_then(|()| fs::rename(&beside, path));
    replaced.inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// A name in the same folder that no other process uses.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(ErrorKind::InvalidFilename)?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}", std::process::id()));
    Ok(path.with_file_name(hidden))
}

/// How a file of the program's own is opened: made for its owner alone, and never through a link.
#[cfg(unix)]
#[must_use]
pub fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    let no_link = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    options.mode(0o600).custom_flags(no_link);
    options
}

/// A second name of a file elsewhere would be written through like a link.
#[cfg(unix)]
fn own(file: File) -> io::Result<File> {
    use std::os::unix::fs::MetadataExt as _;
    let found = file.metadata()?;
    if found.is_file() && found.nlink() == 1 {
        Ok(file)
    } else {
        let why = "the name leads to something else than a file of its own";
        Err(io::Error::new(ErrorKind::PermissionDenied, why))
    }
}

/// How a file of the program's own is opened. Its folder gives it the rights of its owner alone.
#[cfg(not(unix))]
#[must_use]
pub fn options() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(not(unix))]
fn own(file: File) -> io::Result<File> {
    Ok(file)
}
