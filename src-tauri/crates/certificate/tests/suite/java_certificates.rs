//! What Java refuses of certificates, over many odd ones. The right value comes from keytool where that is
//! installed: it reads them with the very classes that the appliance opens its keystore with.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::in_english::InEnglish as _;
use certificate::{
    Certificate, Context, Form, Kept, Promise, WriteError, examine_chain, generated_password,
    write_pkcs12,
};

use crate::odd_der::{ALTERNATIVE_NAMES, Parts, element, extension, odd_certificates, sequence};
use crate::promises::promise;
use crate::workshop::{Authority, NOW, leaf_params, open, read_text, server_key};

/// What is told of Java and a certificate.
pub(crate) fn told(der: &[u8]) -> Promise {
    let chain = open(der, "").unwrap().chain().unwrap();
    let promises = examine_chain(&chain, &Context::at(NOW));
    promise(&promises, "java_reads_the_certificates")
}

/// Whether keytool reads what is in a file of this name; nothing where it is not installed.
fn keytool_reads(name: &str, bytes: &[u8]) -> Option<bool> {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).unwrap();
    let mut keytool = Command::new("keytool");
    let output = keytool.arg("-printcert").arg("-file").arg(&file).output();
    let _ = fs::remove_file(&file);
    Some(output.ok()?.status.success())
}

/// All that are taken go into one file: if keytool reads that, it reads each of them.
#[test]
fn keytool_reads_every_certificate_that_is_taken() {
    let taken = odd_certificates()
        .into_iter()
        .filter(|(_, der)| told(der).kept == Kept::Yes);
    let pem: Vec<String> = taken
        .map(|(_, der)| Certificate::from_der(der).unwrap().to_pem())
        .collect();
    assert!(pem.len() > 120, "{}", pem.len());
    match keytool_reads("taken.pem", pem.concat().as_bytes()) {
        None => println!("skipped: keytool did not start"),
        Some(reads) => assert!(reads),
    }
}

#[test]
fn keytool_refuses_every_certificate_that_is_refused() {
    let odd = odd_certificates();
    let refused: Vec<_> = odd
        .iter()
        .filter(|(_, der)| told(der).kept == Kept::No)
        .collect();
    assert!(refused.len() > 60, "{}", refused.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let mut needlessly = Vec::new();
        while let Some((what, der)) = refused.get(next.fetch_add(1, Ordering::Relaxed)) {
            let name = format!("refused-{:?}.der", std::thread::current().id());
            if keytool_reads(&name, der) == Some(true) {
                needlessly.push(what);
            }
        }
        needlessly
    };
    let needlessly: Vec<&String> = std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(work));
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(needlessly.is_empty(), "{needlessly:?}");
}

#[test]
fn names_the_certificate_and_the_extension() {
    let blanks = element(0x86, b"ldap:///CN=Issuing CA");
    let mut parts = Parts::sound();
    parts.extensions = vec![extension(ALTERNATIVE_NAMES, true, &sequence(&[&blanks]))];
    let told = told(&parts.certificate());
    assert_eq!(told.kept, Kept::No);
    for part in [
        "CN=vcda.paris.example",
        "critical extension subject alternative name",
        "URI",
    ] {
        assert!(told.says().contains(part), "{part}: {told:?}");
    }
}

#[test]
fn a_certificate_without_a_subject_is_named_by_its_number() {
    let mut parts = Parts::sound();
    parts.subject = sequence(&[]);
    let told = told(&parts.certificate());
    assert!(
        told.says()
            .contains("serial number 12:67: its subject is empty"),
        "{told:?}"
    );
}

/// Java reads every certificate in a keystore, the issuers too.
#[test]
fn no_keystore_is_written_with_an_issuer_that_java_refuses() {
    let root = Authority::changed(|params| {
        let blanks = sequence(&[&element(0x86, b"https://paris.example/ca of Paris")]);
        let mut extension = rcgen::CustomExtension::from_oid_content(&[2, 5, 29, 18], blanks);
        extension.set_criticality(true);
        params.custom_extensions = vec![extension];
    });
    let text = root.signs(&leaf_params()) + &root.pem() + &server_key();
    let entry = read_text(&text).into_entry().unwrap();
    let refused = write_pkcs12(&entry, &generated_password(rand::rng()), Form::Modern).unwrap_err();
    let WriteError::Refused { what } = refused else {
        panic!("{refused}");
    };
    for part in [
        "CN=Workshop Root",
        "critical extension issuer alternative name",
    ] {
        assert!(what.says().contains(part), "{part}: {what:?}");
    }
}
