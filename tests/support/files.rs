//! Bundles for a stage: the practice authority's own, and others made to measure.

use std::fmt::Write as _;
use std::path::Path;

use certificate::{Contents, Entry, Options, RsaSize, SelfSigned};
use secrecy::SecretString;
use time::{Duration, OffsetDateTime};

/// Reads a file as the app would.
pub fn read(path: &Path, password: Option<&str>) -> Contents {
    let bytes = std::fs::read(path).unwrap();
    let password = password.map(SecretString::from);
    certificate::read(&bytes, password.as_ref(), &Options::default()).unwrap()
}

/// A self-signed bundle for `names`, valid from `from` on for a year.
pub fn self_signed(names: &[&str], from: OffsetDateTime) -> Entry {
    let about = SelfSigned {
        names: names.iter().map(|name| (*name).into()).collect(),
        size: RsaSize::Bits2048,
        valid_for: Duration::days(365),
    };
    about.make(from).unwrap()
}

/// A bundle that `openssl` makes with these arguments to `req -x509`, in the folder `at`.
pub fn by_openssl(at: &Path, arguments: &[&str]) -> Entry {
    let (key, leaf) = (at.join("made.key"), at.join("made.pem"));
    let (key_path, leaf_path) = (key.to_str().unwrap(), leaf.to_str().unwrap());
    let mut all = vec![
        "req", "-x509", "-nodes", "-keyout", key_path, "-out", leaf_path,
    ];
    all.extend(arguments);
    crate::tools::told_by("openssl", &all);
    let mut both = std::fs::read_to_string(&key).unwrap();
    write!(both, "{}", std::fs::read_to_string(&leaf).unwrap()).unwrap();
    let contents = certificate::read(both.as_bytes(), None, &Options::default()).unwrap();
    contents.into_entry().unwrap()
}
