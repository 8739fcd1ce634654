//! Everything that reads what others wrote.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use appliance::ApplianceAddress;
use certificate::{Context, Options, Thumbprint, examine, issuance_of, read};
use rotation::RunId;
use secrecy::SecretString;
use sites::Sites;
use time::macros::datetime;

use crate::corpus::{self, Seed};
use crate::mutator::Dice;

/// Something that reads what others wrote.
pub(crate) struct Reader {
    /// The word that chooses it.
    pub(crate) name: &'static str,
    /// Where its inputs come from.
    pub(crate) seeds: fn() -> Vec<Seed>,
    /// Reads one input; whether it was accepted, so that a reader that refuses all is seen.
    pub(crate) read: fn(&[u8], Option<&str>) -> bool,
    /// Makes checksums right again, mostly: else nothing behind them would ever be reached.
    pub(crate) seal: Option<fn(&mut Vec<u8>, &mut Dice)>,
}

/// All of them.
pub(crate) fn all() -> Vec<Reader> {
    let of = |name, seeds, read| Reader {
        name,
        seeds,
        read,
        seal: None,
    };
    vec![
        of("pkcs12", || corpus::keystores(&["p12", "jks"]), open),
        of("text", || corpus::keystores(&["pem"]), open),
        of("pkcs7", || corpus::keystores(&["p7b"]), open),
        of("store", || corpus::files("store"), open),
        of("dump", || corpus::files("dump"), open),
        of("certificate", corpus::certificates, open),
        of("key", corpus::keys, open),
        of("thumbprint", || corpus::lines("thumbprint"), thumbprint),
        of("address", || corpus::lines("address"), address),
        Reader {
            seal: Some(corpus::seal_journal),
            ..of("journal", || corpus::files("journal"), journal)
        },
        Reader {
            seal: Some(corpus::seal_document),
            ..of("sites", || corpus::files("sites"), sites)
        },
    ]
}

/// Opens a file as the child process does and judges what is in it. The work of key derivation has a
/// bar of its own (`cargo xtask bench`); here it is kept small, so that reading decides.
fn open(bytes: &[u8], password: Option<&str>) -> bool {
    let password = password.map(SecretString::from);
    let options = Options {
        hashes: 50_000,
        ..Options::default()
    };
    let Ok(contents) = read(bytes, password.as_ref(), &options) else {
        return false;
    };
    let context = Context::at(datetime!(2026-06-01 0:00 UTC));
    for certificate in &contents.certificates {
        drop(format!("{certificate:?} {}", certificate.to_pem()));
    }
    if let Ok(entry) = contents.into_entry() {
        let (leaf, chain) = (&entry.bundle.leaf, &entry.bundle.chain);
        drop(examine(&entry.bundle, &context));
        drop(issuance_of(leaf, chain, context.roots, context.now));
    }
    true
}

fn thumbprint(bytes: &[u8], _: Option<&str>) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let read = text.parse::<Thumbprint>();
    // What is written back is read as the same.
    read.inspect(|read| assert_eq!(read.to_string().parse(), Ok(*read)))
        .is_ok()
}

fn address(bytes: &[u8], _: Option<&str>) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let read = text.parse::<ApplianceAddress>();
    read.inspect(|read| assert_eq!(read.url().parse().as_ref(), Ok(read)))
        .is_ok()
}

fn journal(bytes: &[u8], _: Option<&str>) -> bool {
    const RUN: &str = "2026-06-01-0000-fuzz";
    let Ok(run) = RUN.parse::<RunId>() else {
        return false;
    };
    let folder = SCRATCH.join("runs");
    let is_written = fs::create_dir_all(&folder).is_ok()
        && fs::write(folder.join(format!("{RUN}.jsonl")), bytes).is_ok();
    assert!(is_written, "the folder for temporary files takes files");
    let replay = rotation::journal::read(&SCRATCH, &run);
    replay.is_ok_and(|replay| {
        drop(rotation::progress::fold(&replay.records));
        !replay.torn
    })
}

fn sites(bytes: &[u8], _: Option<&str>) -> bool {
    let is_written = fs::write(SCRATCH.join("sites.json"), bytes).is_ok();
    assert!(is_written, "the folder for temporary files takes files");
    Sites::open(&SCRATCH).is_ok_and(|sites| {
        sites.list().for_each(|site| drop(site.history()));
        sites.list().next().is_some()
    })
}

/// A folder for the readers that open files themselves: in memory where the system has such a place.
static SCRATCH: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let place = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    let folder = place.join(format!("reseal-fuzz-{}", std::process::id()));
    drop(fs::create_dir_all(&folder));
    folder
});

/// Removes that folder.
pub(crate) fn tidy() {
    drop(fs::remove_dir_all(&*SCRATCH));
}
