//! What a name leads to is decided by its owner alone: the system's own answers judge.
#![cfg(all(test, unix))]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::fs::{self, Permissions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{PermissionsExt as _, chown, symlink};
use std::path::{Path, PathBuf};

use private_files::{append, create_new, make_folder, open, replace, use_folder};

/// A folder of this test's own, which goes away with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("private-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn with_mode(folder: &Path, mode: u32) {
    fs::set_permissions(folder, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_named_folder_keeps_its_rights_and_one_that_everybody_may_write_to_is_refused() {
    let folder = Folder::new("rights");
    for kept in [0o755, 0o750, 0o2770, 0o700] {
        with_mode(&folder.0, kept);
        use_folder(&folder.0).unwrap();
        assert_eq!(mode(&folder.0), kept);
    }
    for refused in [0o777, 0o1777, 0o702] {
        with_mode(&folder.0, refused);
        let error = use_folder(&folder.0).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied);
        assert_eq!(mode(&folder.0), refused);
    }
}

#[test]
fn the_usual_folder_is_for_its_owner_alone_and_so_is_what_is_made() {
    let folder = Folder::new("own");
    with_mode(&folder.0, 0o755);
    make_folder(&folder.0).unwrap();
    let below = folder.at("a/b");
    use_folder(&below).unwrap();
    assert_eq!((mode(&folder.0), mode(&below)), (0o700, 0o700));
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let folder = Folder::new("foreign");
    // Only root may give a folder away. To anybody else the root folder is somebody else's.
    let foreign = match chown(&folder.0, Some(1), None) {
        Ok(()) => folder.0.as_path(),
        Err(_) => Path::new("/"),
    };
    let error = use_folder(foreign).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied);
}

#[test]
fn no_link_is_opened_and_what_it_leads_to_stays_as_it_is() {
    let folder = Folder::new("links");
    let precious = folder.at("precious");
    fs::write(&precious, "precious").unwrap();
    symlink(&precious, folder.at("soft")).unwrap();
    symlink(folder.at("nowhere"), folder.at("dangling")).unwrap();
    fs::hard_link(&precious, folder.at("hard")).unwrap();
    for name in ["soft", "dangling", "hard"] {
        let path = folder.at(name);
        assert!(open(&path).is_err(), "{name}");
        assert!(append(&path).is_err(), "{name}");
        assert!(create_new(&path).is_err(), "{name}");
    }
    assert!(!folder.at("nowhere").exists());
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
}

#[test]
fn replacing_takes_the_place_of_a_link_and_not_of_what_it_leads_to() {
    let folder = Folder::new("replace");
    let (precious, soft) = (folder.at("precious"), folder.at("soft"));
    fs::write(&precious, "precious").unwrap();
    symlink(&precious, &soft).unwrap();
    replace(&soft, b"new").unwrap();
    assert!(fs::symlink_metadata(&soft).unwrap().is_file());
    assert_eq!(mode(&soft), 0o600);
    assert_eq!(fs::read(&soft).unwrap(), b"new");
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
    let names = fs::read_dir(&folder.0).unwrap().count();
    assert_eq!(names, 2, "nothing else is left behind");
}

#[test]
fn a_file_that_is_opened_keeps_what_is_in_it() {
    let folder = Folder::new("keeps");
    let path = folder.at("log");
    append(&path).unwrap().write_all(b"one ").unwrap();
    append(&path).unwrap().write_all(b"two").unwrap();
    drop(open(&path).unwrap());
    assert_eq!(fs::read(&path).unwrap(), b"one two");
    assert_eq!(mode(&path), 0o600);
    assert!(create_new(&path).is_err());
}
