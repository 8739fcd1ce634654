//! Files of other kinds are named, and what is a kind of ours in another shell is opened.

use crate::in_english::InEnglish as _;
use certificate::{Format, LooksLike, ReadError};

use crate::workshop::{Authority, fixture_bytes, leaf_params, open, read_text};

#[test]
fn recognises_what_is_no_keystore() {
    let kinds: [(&[u8], LooksLike); 9] = [
        (b"", LooksLike::Nothing),
        (&[0; 64], LooksLike::Zeros),
        (b"PK\x03\x04\x14\0\0\0\x08\0", LooksLike::Zip),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", LooksLike::Pdf),
        (b"{\"access_token\": \"none\"}", LooksLike::Json),
        (
            b"<html><head><title>Sign in</title></head></html>",
            LooksLike::WebPage,
        ),
        (
            b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC me@here",
            LooksLike::SshPublicKey,
        ),
        (b"PuTTY-User-Key-File-3: ssh-rsa\n", LooksLike::PuttyKey),
        (b"just some words", LooksLike::Text),
    ];
    for (bytes, looks_like) in kinds {
        assert_eq!(
            open(bytes, "").unwrap_err(),
            ReadError::NotAKeystore { looks_like }
        );
    }
    let bouncy = open(&fixture_bytes("bouncy.bcfks"), "changeit").unwrap_err();
    let looks_like = LooksLike::BouncyCastleKeystore;
    assert_eq!(bouncy, ReadError::NotAKeystore { looks_like });
    assert!(
        looks_like
            .message()
            .todo()
            .contains("keytool -importkeystore")
    );
}

#[test]
fn names_other_files_even_where_a_certificate_is_inside() {
    let leaf = read_text(&Authority::root().signs(&leaf_params()))
        .certificates
        .remove(0);
    let around = |start: &[u8], at: usize| {
        let mut file = vec![0; 600];
        file[at..at + start.len()].copy_from_slice(start);
        [file, leaf.der().to_vec()].concat()
    };
    for (start, at, looks_like) in [
        (&b"ustar"[..], 257, LooksLike::Archive),
        (b"7z\xbc\xaf\x27\x1c", 0, LooksLike::Archive),
        (b"Rar!\x1a\x07\x01", 0, LooksLike::Archive),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            0,
            LooksLike::OfficeDocument,
        ),
        (b"\xa1\xf8\x4e\x36", 0, LooksLike::OracleWallet),
        (b"\x37\x48\x06\x02\0\0", 0, LooksLike::IbmKeystore),
        (b"\xac\xed\0\x05", 0, LooksLike::JavaObject),
        (b"\x1e\xf1\xb5\xb0", 0, LooksLike::MicrosoftKey),
        (b"\x07\x02\0\0\0\xa4\0\0RSA2", 0, LooksLike::MicrosoftKey),
        (b"\x99\x01\x0d\x04", 0, LooksLike::Pgp),
        (b"\xca\xfe\xba\xbe", 0, LooksLike::Program),
    ] {
        let error = open(&around(start, at), "").unwrap_err();
        assert_eq!(error, ReadError::NotAKeystore { looks_like });
    }
    let block =
        "-----BEGIN NEBULA CERTIFICATE-----\nCkAKDm5lYnVsYQ==\n-----END NEBULA CERTIFICATE-----\n";
    let looks_like = LooksLike::OtherBlock;
    assert_eq!(
        open(block.as_bytes(), "").unwrap_err(),
        ReadError::NotAKeystore { looks_like }
    );
    let words = "Certificate:\n    Data:\n        Serial Number:\n            70:59\n";
    let looks_like = LooksLike::CertificateInWords;
    assert_eq!(
        open(words.as_bytes(), "").unwrap_err(),
        ReadError::NotAKeystore { looks_like }
    );
}

/// An element of DER with a length of two bytes.
fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let size = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x82, size[0], size[1]], content.as_slice()].concat()
}

#[test]
fn names_other_structures_that_authorities_sign() {
    let algorithm = element(
        0x30,
        &[&[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 0x0b]],
    );
    let signed = |inside: &[&[u8]]| {
        element(
            0x30,
            &[&element(0x30, inside), &algorithm, &element(3, &[&[0; 64]])],
        )
    };
    let (one, digest) = ([2, 1, 1], [4, 4, 1, 2, 3, 4]);
    let id = element(0x30, &[&algorithm, &digest, &digest, &one]);
    let asked = element(
        0x30,
        &[&element(0x30, &[&element(0x30, &[&element(0x30, &[&id])])])],
    );
    for (file, looks_like) in [
        (
            element(0x30, &[&[0x0a, 1, 0], &element(0xa0, &[&algorithm])]),
            LooksLike::StatusMessage,
        ),
        (vec![0x30, 3, 0x0a, 1, 6], LooksLike::StatusMessage),
        (asked, LooksLike::StatusMessage),
        (
            signed(&[
                &one,
                &algorithm,
                &element(0xa0, &[&algorithm]),
                &algorithm,
                &one,
                &algorithm,
            ]),
            LooksLike::AttributeCertificate,
        ),
        (
            signed(&[&algorithm, &[0x16, 1, b'x']]),
            LooksLike::CertificateRequest,
        ),
    ] {
        assert_eq!(
            open(&file, "").unwrap_err(),
            ReadError::NotAKeystore { looks_like }
        );
    }
}

#[test]
fn opens_a_signed_message_that_lost_its_shell() {
    let text = Authority::root().signs(&leaf_params());
    let leaf = read_text(&text).certificates.remove(0);
    let certificates = element(0xa0, &[leaf.der()]);
    let data = element(
        0x30,
        &[&[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1]],
    );
    let signed = element(
        0x30,
        &[&[2, 1, 1, 0x31, 0], &data, &certificates, &[0x31, 0]],
    );
    let held = open(&signed, "").unwrap();
    assert_eq!(
        (held.source.format, held.certificates),
        (Format::Pkcs7, vec![leaf])
    );
}
