//! Folders for their owner.

use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Makes a folder that is the program's own, for its owner alone, and takes others' rights away from one that is there.
///
/// # Errors
/// When it cannot be made, is no folder, or belongs to somebody else.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    use_folder(folder)?;
    owner_only(folder)
}

/// Uses a folder that a person named: one that is there keeps its rights, for it may be shared with something else; one
/// that is not is made for its owner alone.
///
/// # Errors
/// When it cannot be made, is no folder, belongs to somebody else, or everybody may write to it.
pub fn use_folder(folder: &Path) -> io::Result<()> {
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => judge(&found),
        Ok(_) => Err(ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == ErrorKind::NotFound => builder().create(folder),
        Err(error) => Err(error),
    }
}

/// As ssh judges its own folder: whoever else could put a file there decides what is read from it.
#[cfg(unix)]
fn judge(found: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    let refused = |why| Err(io::Error::new(ErrorKind::PermissionDenied, why));
    if found.uid() != rustix::process::geteuid().as_raw() {
        return refused("the folder belongs to somebody else");
    }
    if found.mode() & 0o002 != 0 {
        return refused("everybody may write to the folder");
    }
    Ok(())
}

#[cfg(unix)]
fn builder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder
}

#[cfg(unix)]
fn owner_only(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

// `%LOCALAPPDATA%` is readable by its owner alone; what is created below it inherits that.
#[cfg(not(unix))]
fn judge(_found: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn builder() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    builder
}

#[cfg(not(unix))]
fn owner_only(_folder: &Path) -> io::Result<()> {
    Ok(())
}
