//! The list of sites on a real disk.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use ground::Surroundings;
use message::Problem;
use sites::{Account, DocumentError, Learned, SavedSite, Sites, SitesError};
use time::{OffsetDateTime, macros::datetime};

const NOW: OffsetDateTime = datetime!(2026-05-01 10:00 UTC);

/// A clock that stands still.
fn then() -> Surroundings {
    Surroundings::of_this_machine().with_clock(Arc::new(NOW))
}

#[test]
fn a_saved_site_is_there_again_after_a_restart() {
    let home = Home::new("again");
    let mut sites = Sites::open(home.path()).unwrap();
    let mut site = a_site("cloud.one.example", 1);
    site.account = Account::Sso {
        username: "administrator@vsphere.local".to_owned(),
    };
    site.leaf = Some(vec![0x30, 0x82, 0]);
    site.clock_ahead = Some(-600);
    sites.add(site.clone()).unwrap();
    let again: Vec<SavedSite> = Sites::open(home.path()).unwrap().list().cloned().collect();
    assert_eq!(again, [site]);
    let measure = again[0].measure();
    let context = measure.context(NOW, certificate::Roots::PUBLIC_ONLY);
    assert_eq!(context.clock_ahead, Some(time::Duration::minutes(-10)));
}

#[test]
fn a_second_site_at_the_same_address_is_refused() {
    let home = Home::new("same-address");
    let mut sites = Sites::open(home.path()).unwrap();
    sites.add(a_site("cloud.one.example", 1)).unwrap();
    let refused = sites.add(a_site("cloud.one.example", 2)).unwrap_err();
    assert!(matches!(refused, SitesError::AlreadySaved { .. }));
    assert_eq!(sites.list().count(), 1);
}

#[test]
fn a_change_made_by_another_process_is_kept() {
    let home = Home::new("two-processes");
    let mut here = Sites::open(home.path()).unwrap();
    let mut there = Sites::open(home.path()).unwrap();
    here.add(a_site("cloud.one.example", 1)).unwrap();
    there.add(a_site("cloud.two.example", 2)).unwrap();
    assert_eq!(Sites::open(home.path()).unwrap().list().count(), 2);
    let refused = here.add(a_site("cloud.two.example", 3)).unwrap_err();
    assert!(matches!(refused, SitesError::AlreadySaved { .. }));
}

#[test]
fn a_damaged_file_gives_the_generation_before_it_and_says_so() {
    let home = Home::new("damaged");
    let mut sites = Sites::open(home.path()).unwrap();
    sites.add(a_site("cloud.one.example", 1)).unwrap();
    sites.add(a_site("cloud.two.example", 2)).unwrap();
    let text = fs::read_to_string(home.file()).unwrap();
    fs::write(home.file(), text.replace("two.example", "six.example")).unwrap();
    let recovered = Sites::open(home.path()).unwrap();
    assert!(recovered.is_from_previous_generation());
    assert_eq!(recovered.list().count(), 1);
}

#[test]
fn two_damaged_generations_are_refused_and_left_as_they_are() {
    let home = Home::new("both-damaged");
    fs::write(home.file(), "{").unwrap();
    let refused = Sites::open(home.path()).unwrap_err();
    assert!(matches!(
        refused,
        SitesError::File(DocumentError::Damaged { .. })
    ));
    assert_eq!(fs::read_to_string(home.file()).unwrap(), "{");
}

#[test]
fn the_file_of_a_newer_version_is_neither_read_nor_written() {
    let home = Home::new("newer");
    let newer = r#"{"version":2,"crc":"00000000","content":{"places":[]}}"#;
    let mut sites = Sites::open(home.path()).unwrap();
    fs::write(home.file(), newer).unwrap();
    let refused = Sites::open(home.path()).unwrap_err();
    assert_eq!(Problem::from(&refused).code, "state.newer");
    assert!(sites.add(a_site("cloud.one.example", 1)).is_err());
    assert_eq!(fs::read_to_string(home.file()).unwrap(), newer);
}

#[test]
fn practice_sites_never_reach_the_file() {
    let home = Home::new("practice");
    let mut sites = Sites::open(home.path()).unwrap();
    let address = "127.0.0.1:8443".parse().unwrap();
    sites
        .add(SavedSite::new(address, pin(1), Learned::Practice, &then()))
        .unwrap();
    assert_eq!(sites.list().count(), 1);
    assert!(!home.file().exists());
    sites.forget_practice();
    assert_eq!(sites.list().count(), 0);
}

#[test]
fn a_replacement_continues_the_lineage() {
    let mut site = a_site("cloud.one.example", 1);
    assert_eq!(site.last_replaced(), None);
    site.follow(&pin(2), NOW);
    site.follow(&pin(2), NOW);
    assert_eq!((site.lineage.len(), &site.pin), (2, &pin(2)));
    assert!(site.has_been_known_by(&pin(1)) && !site.has_been_known_by(&pin(3)));
    assert_eq!(site.last_replaced(), Some(NOW));
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_file_and_a_folder_that_is_there_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new("private");
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    Sites::open(home.path())
        .unwrap()
        .add(a_site("cloud.one.example", 1))
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(home.path()), mode(&home.file())), (0o755, 0o600));
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_in_the_way_is_not_followed_and_keeps_what_was_saved() {
    let home = Home::new("link");
    let mut sites = Sites::open(home.path()).unwrap();
    sites.add(a_site("cloud.one.example", 1)).unwrap();
    // A link where the temporary file would be written: it is not followed, and nothing is lost.
    let elsewhere = home.path().join("elsewhere");
    fs::write(&elsewhere, "of somebody else").unwrap();
    std::os::unix::fs::symlink(&elsewhere, home.path().join("sites.json.new")).unwrap();
    let refused = sites.add(a_site("cloud.two.example", 2)).unwrap_err();
    assert_eq!(Problem::from(&refused).code, "state.file");
    assert_eq!(fs::read(&elsewhere).unwrap(), b"of somebody else");
    assert_eq!(Sites::open(home.path()).unwrap().list().count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_says_what_to_do() {
    // The error is the system's own: its full device takes no byte.
    let source = fs::write("/dev/full", "x").unwrap_err();
    let path = PathBuf::from("sites.json");
    let refused = SitesError::from(DocumentError::Write { path, source });
    assert_eq!(Problem::from(&refused).code, "state.disk_full");
}

fn a_site(host: &str, number: u8) -> SavedSite {
    SavedSite::new(host.parse().unwrap(), pin(number), Learned::Pasted, &then())
}

fn pin(number: u8) -> certificate::Thumbprint {
    format!("SHA-256:{}", vec![format!("{number:02X}"); 32].join(":"))
        .parse()
        .unwrap()
}

/// A folder of this test's own, removed at its end.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("reseal-sites-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn file(&self) -> PathBuf {
        self.0.join("sites.json")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}
