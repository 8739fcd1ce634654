//! The cases of `tests/fixtures/cases`: files that were answered wrongly once. What is true of each is held here;
//! it was known before any of them was read, for each was made to be so with OpenSSL, keytool or pyca. Those whose
//! answer is one about several files or about passwords are held in the command line's own tests.

use std::path::Path;

use crate::in_english::InEnglish as _;
use certificate::{
    BundleError, Contents, Context, Kept, Options, Promise, ReadError, examine, examine_chain,
    join, read_with,
};
use message::Problem;
use secrecy::SecretString;
use time::OffsetDateTime;
use time::macros::datetime;

/// A day on which all certificates are valid that are not meant to be expired.
pub(crate) const NOW: OffsetDateTime = datetime!(2026-12-05 12:00 UTC);

fn bytes(file: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/cases");
    std::fs::read(Path::new(folder).join(file)).unwrap()
}

/// What is in a file of a case.
pub(crate) fn opened(file: &str, passwords: &[&str]) -> Result<Contents, ReadError> {
    let given: Vec<SecretString> = passwords.iter().map(|one| (*one).into()).collect();
    read_with(
        &bytes(file),
        &given.iter().collect::<Vec<_>>(),
        &Options::default(),
    )
}

/// What the files of a case promise together.
pub(crate) fn promises(folder: &str, files: &[&str]) -> Vec<Promise> {
    let all = files
        .iter()
        .map(|file| opened(&format!("{folder}/{file}"), &["practice-1"]).unwrap());
    let together = join(all.collect());
    let chain = together.chain();
    match together.into_bundle() {
        Ok(bundle) => examine(&bundle, &Context::at(NOW)),
        Err(_) => examine_chain(&chain.unwrap(), &Context::at(NOW)),
    }
}

/// The promise of that name.
pub(crate) fn of<'a>(promises: &'a [Promise], name: &str) -> &'a Promise {
    promises.iter().find(|it| it.name == name).unwrap()
}

/// Whether a sentence holds every one of these pieces.
fn holds(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().all(|piece| text.contains(piece))
}

#[test]
fn precertificate() {
    let all = promises("precertificate", &["crtsh.pem", "key.pem"]);
    let told = of(&all, "chain_verifies");
    assert_eq!(told.kept, Kept::No);
    assert!(
        holds(&told.says(), &["precertificate", "1.3.6.1.4.1.11129.2.4.3"]),
        "{}",
        told.says()
    );
    assert!(!told.todo().contains("belong"), "{}", told.todo());
}

#[test]
fn unknown_critical_extension() {
    let all = promises("unknown-critical-extension", &["cert.pem", "key.pem"]);
    let told = of(&all, "chain_verifies");
    assert_eq!(told.kept, Kept::No);
    let subject = opened("unknown-critical-extension/cert.pem", &[])
        .unwrap()
        .certificates[0]
        .subject()
        .to_owned();
    assert!(
        holds(&told.says(), &["1.3.6.1.4.1.53087.4.1", &subject]),
        "{}",
        told.says()
    );
}

#[test]
fn renewed_issuer_of_one_name() {
    let all = promises(
        "renewed-issuer-of-one-name",
        &["leaf.pem", "key.pem", "chain.pem"],
    );
    assert_eq!(of(&all, "chain_verifies").kept, Kept::Yes);
    assert_eq!(of(&all, "chain_is_valid_now").kept, Kept::Yes);
    let told = of(&all, "nothing_is_superfluous");
    assert!(
        holds(
            &told.says(),
            &["CN=Renewed Issuing CA", "until 27 Nov 2026"]
        ),
        "{}",
        told.says()
    );
}

#[test]
fn every_certificate_twice() {
    let file = "fullchain.pem";
    let all = promises("every-certificate-twice", &[file, file, "privkey.pem"]);
    let told = of(&all, "nothing_is_superfluous");
    assert!(told.says().contains("more than once"), "{}", told.says());
    assert!(!told.means().contains("not belong"), "{}", told.means());
}

#[test]
fn bundle_of_authorities_alone() {
    let contents = opened("bundle-of-authorities-alone/ca-bundle.pem", &[]).unwrap();
    assert_eq!(
        examine_chain(&contents.chain().unwrap(), &Context::at(NOW)),
        []
    );
    assert_eq!(
        contents.into_bundle().unwrap_err(),
        BundleError::OnlyAuthorities
    );
}

#[test]
fn names_that_differ_by_case() {
    let file = || opened("names-that-differ-by-case/samealias.pfx", &["practice-1"]).unwrap();
    assert_eq!(file().source.entries, 2);
    let chosen = |name: &str| {
        file()
            .into_entry_called(Some(name))
            .unwrap()
            .key
            .alias()
            .map(str::to_owned)
    };
    assert_eq!(chosen("server").as_deref(), Some("server"));
    assert_eq!(chosen("Server").as_deref(), Some("Server"));
    let refused = file().into_entry_called(Some("SERVER")).unwrap_err();
    assert!(matches!(refused, BundleError::SeveralEntries { entries } if entries.len() == 2));
}

#[test]
fn leaf_and_intermediate_without_the_root() {
    let leaf = opened("commented-block/site.pem", &[]).unwrap();
    let told = examine_chain(&leaf.chain().unwrap(), &Context::at(NOW));
    let told = of(&told, "chain_is_complete");
    assert_eq!(told.kept, Kept::Yes, "{}", told.says());
}

#[test]
fn commented_block() {
    let contents = opened("commented-block/site.pem", &[]).unwrap();
    assert_eq!((contents.certificates.len(), contents.keys.len()), (2, 0));
}

#[test]
fn locked_key_on_one_line() {
    let file = "locked-key-on-one-line/key.pem";
    assert_eq!(opened(file, &["practice-2"]).unwrap().keys.len(), 1);
    assert_eq!(opened(file, &[]).unwrap_err(), ReadError::PasswordNeeded);
    assert_eq!(
        opened(file, &["practice-9"]).unwrap_err(),
        ReadError::WrongPassword
    );
}

/// A keystore of Java keeps its entries in no order.
fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = names.collect();
    all.sort();
    all
}

#[test]
fn three_passwords() {
    let file = "three-passwords/store.jks";
    let names = |passwords: &[&str]| {
        let contents = opened(file, passwords).unwrap();
        assert_eq!(contents.certificates.len(), 3);
        let open = contents
            .keys
            .iter()
            .filter_map(|key| key.alias().map(str::to_owned));
        let locked = contents.locked.iter().filter_map(|key| key.alias.clone());
        (sorted(open), sorted(locked))
    };
    let all = ["key1", "key2", "key3"].map(str::to_owned).to_vec();
    assert_eq!(names(&["practice-1"]), (vec![], all.clone()));
    let (open, locked) = names(&["practice-1", "practice-key-2"]);
    assert_eq!(
        (open.as_slice(), locked.len()),
        (&["key2".to_owned()][..], 2)
    );
    let every = [
        "practice-1",
        "practice-key-1",
        "practice-key-2",
        "practice-key-3",
    ];
    assert_eq!(names(&every), (all, vec![]));
}

#[test]
fn other_objects() {
    for (file, name) in [
        ("explicit.ecparam", "key parameters"),
        ("ed25519-public-key.txt", "a public key"),
        ("query.tsq", "a time stamp"),
    ] {
        let refused = opened(&format!("other-objects/{file}"), &[]).unwrap_err();
        assert_eq!(refused.answer(), "not-a-keystore", "{file}: {refused}");
        let told = Problem::from(&refused).message.says();
        assert!(told.contains(name), "{file}: {told}");
    }
}
