//! Files as people really have them: split up, pasted, saved by the wrong program.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use certificate::{BundleError, Contents, Format, Options, ReadError, Work, join, read, read_with};
use secrecy::SecretString;

use crate::keystores::matrix;
use crate::workshop::{
    Authority, bundle_of, fixture, fixture_bytes, leaf_params, open, read_text, server_key,
};

fn of_matrix(path: &str) -> Vec<u8> {
    let entry = matrix().into_iter().find(|entry| entry.path == path);
    entry.unwrap().bytes
}

/// Why a file did not open: its certificates were read, and its keys stayed locked, or nothing was.
fn why_locked(opened: Result<Contents, ReadError>) -> ReadError {
    let contents = match opened {
        Ok(contents) => contents,
        Err(why) => return why,
    };
    assert!(contents.keys.is_empty() && !contents.certificates.is_empty());
    contents.locked[0].why.clone()
}

#[test]
fn says_that_what_is_inside_has_another_password() {
    let file = fixture_bytes("two-passwords.p12");
    assert_eq!(
        why_locked(open(&file, "outer")),
        ReadError::KeyPasswordDiffers
    );
    // With the inner password the contents open and the checksum does not fit: nothing tells whether it
    // has another password or was altered, and both are said.
    let inner = open(&file, "inner").unwrap_err();
    assert!(
        matches!(&inner, ReadError::Damaged { what, .. } if what.contains("second password")),
        "{inner}"
    );
    assert_eq!(
        open(&file, "neither").unwrap_err(),
        ReadError::WrongPassword
    );
}

#[test]
fn opens_a_file_of_two_passwords_with_both() {
    for (name, outer, inner) in [
        ("two-passwords.p12", "outer", "inner"),
        ("two-passwords.jks", "changeit", "otherone"),
    ] {
        let given = [outer, inner, "neither"].map(SecretString::from);
        let file = fixture_bytes(name);
        let with = |passwords: &[&SecretString]| read_with(&file, passwords, &Options::default());
        let [outer, inner, neither] = given.each_ref();
        for both in [[outer, inner], [inner, outer]] {
            assert_eq!(with(&both).unwrap().keys.len(), 1, "{name}");
        }
        assert_eq!(
            why_locked(with(&[outer, neither])),
            ReadError::KeyPasswordDiffers,
            "{name}"
        );
    }
}

#[test]
fn opens_what_two_makers_leave_unencrypted_in_their_own_ways() {
    for name in ["heimdal-plain.p12", "gnutls-plain.p12"] {
        let held = open(&fixture_bytes(name), "changeit").unwrap();
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 3), "{name}");
        assert_eq!(held.into_bundle().unwrap().chain.len(), 2, "{name}");
    }
}

#[test]
fn opens_every_kind_of_bag_and_passes_over_what_is_no_key_or_certificate() {
    let held = open(&fixture_bytes("odd-bags.p12"), "changeit").unwrap();
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 3));
    assert_eq!(held.source.aliases, ["Köln 😀"]);
    // Java counts the secret as an entry too.
    assert_eq!(held.source.entries, 2);
    assert_eq!(held.into_bundle().unwrap().chain.len(), 2);
}

#[test]
fn calls_an_encrypted_part_that_lost_bytes_damaged_whatever_the_password_is() {
    let whole = fixture("dek-aes.key.pem");
    let mut lines: Vec<&str> = whole.lines().collect();
    let middle = lines.len() / 2;
    lines[middle] = &lines[middle][..56];
    let short = lines.join("\n");
    let vector = whole.find("DEK-Info: AES-256-CBC,").unwrap() + 30;
    let mut headless = whole.clone();
    headless.replace_range(vector..vector + 8, "");
    let key = read_text(&server_key()).keys.remove(0);
    let sealed = key.to_encrypted_pem(&SecretString::from("pw")).unwrap();
    let digits: String = sealed
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let mut der = STANDARD.decode(digits).unwrap();
    // The outer length and that of the encrypted part, which is the last, each five less.
    der.truncate(der.len() - 5);
    let inner = der.windows(2).rposition(|pair| pair == [4, 0x82]).unwrap();
    for at in [2, inner + 2] {
        let length = u16::from_be_bytes([der[at], der[at + 1]]) - 5;
        der[at..at + 2].copy_from_slice(&length.to_be_bytes());
    }
    for file in [short.as_bytes(), headless.as_bytes(), &der] {
        for password in ["pw", "other"] {
            assert_eq!(open(file, password).unwrap_err().answer(), "damaged");
        }
    }
}

#[test]
fn opens_a_key_whose_strings_came_in_pieces_and_hands_on_a_whole_one() {
    let key = read_text(&server_key()).keys.remove(0);
    let der = key.expose_pkcs8();
    let inner = der.windows(2).position(|pair| pair == [4, 0x82]).unwrap();
    let (head, octets) = (&der[4..inner], &der[inner + 4..]);
    let piece = |bytes: &[u8]| {
        let size = u16::try_from(bytes.len()).unwrap().to_be_bytes();
        [&[4, 0x82, size[0], size[1]], bytes].concat()
    };
    let (one, other) = octets.split_at(octets.len() / 2);
    let pieces = [&[0x24, 0x80][..], &piece(one), &piece(other), &[0, 0]].concat();
    let ber = [&[0x30, 0x80][..], head, &pieces, &[0, 0]].concat();
    let held = open(&ber, "").unwrap();
    assert_eq!(held.keys[0].expose_pkcs8(), der);
}

#[test]
fn counts_a_key_that_lies_in_two_files_once() {
    let text = Authority::root().signs(&leaf_params()) + &server_key();
    let both = join(vec![read_text(&text), read_text(&server_key())]);
    assert_eq!(both.source.entries, 1);
}

#[test]
fn opens_what_was_encrypted_with_gcm_and_tells_a_wrong_password() {
    let key = fixture_bytes("botan-gcm.key.pem");
    assert_eq!(open(&key, "pw").unwrap().keys.len(), 1);
    assert_eq!(open(&key, "other").unwrap_err(), ReadError::WrongPassword);
}

#[test]
fn opens_lists_of_certificates_without_a_message_around() {
    let (root, other) = (Authority::root().der(), Authority::named("Other").der());
    let sequence = |content: &[u8]| {
        let size = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[0x30, 0x82, size[0], size[1]], content].concat()
    };
    let path = sequence(&[root.as_slice(), &other].concat());
    assert_eq!(open(&path, "").unwrap().certificates.len(), 2);
    let size = u16::try_from(path.len()).unwrap().to_be_bytes();
    let wrapped = [&[0xa0, 0x82, size[0], size[1]], path.as_slice()].concat();
    let oid = [6, 9, 0x60, 0x86, 0x48, 1, 0x86, 0xf8, 0x42, 2, 5];
    let netscape = sequence(&[oid.as_slice(), &wrapped].concat());
    assert_eq!(open(&netscape, "").unwrap().certificates.len(), 2);
}

#[test]
fn opens_what_its_maker_wrote_in_latin_1() {
    let held = open(&of_matrix("p12/forge_umlaut.p12"), "pässwörd-ñß").unwrap();
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 3));
}

#[test]
fn tells_that_a_key_in_a_keystore_does_not_match() {
    let held = open(&of_matrix("p12/forge_key_mismatch.p12"), "changeit").unwrap();
    assert!(
        matches!(held.into_bundle(), Err(BundleError::KeyDoesNotMatch { offered }) if offered.len() == 3)
    );
}

#[test]
fn opens_with_a_password_that_a_clipboard_gave_a_line_break() {
    let file = fixture_bytes("odd-bags.p12");
    open(&file, "changeit\r\n").unwrap();
    assert_eq!(
        open(&file, "changeit ").unwrap_err(),
        ReadError::WrongPassword
    );
}

#[test]
fn opens_what_nss_wrote_before_it_followed_the_standard() {
    let held = open(&fixture_bytes("old-nss.p12"), "changeit").unwrap();
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 3));
    assert!(held.source.encryption.join("; ").contains("AES-256"));
}

#[test]
fn opens_the_keystores_of_java() {
    let jks = of_matrix("jks/kt.jks");
    let jceks = fixture_bytes("java.jceks");
    for file in [&jks, &jceks] {
        let held = open(file, "changeit").unwrap();
        assert_eq!(held.source.format, Format::JavaKeystore);
        assert_eq!((held.keys.len(), held.source.entries), (1, 1));
        held.into_bundle().unwrap();
        assert_eq!(open(file, "other").unwrap_err(), ReadError::WrongPassword);
        let asked = read(file, None, &Options::default());
        assert_eq!(why_locked(asked), ReadError::PasswordNeeded);
        // The last byte of the certificate's signature, and of the digest at the end.
        let mut altered = file.clone();
        let signature = altered.len() - 21;
        altered[signature] ^= 1;
        assert_eq!(open(&altered, "changeit").unwrap_err().answer(), "damaged");
        let mut altered = file.clone();
        *altered.last_mut().unwrap() ^= 1;
        assert_eq!(
            open(&altered, "changeit").unwrap_err(),
            ReadError::StorePasswordDiffers
        );
        // What a shell, a disk or a mail puts behind it is let be.
        for behind in [&b"\n"[..], &[0; 512], b"\r\n-- \r\n"] {
            let longer = [file.as_slice(), behind].concat();
            assert_eq!(open(&longer, "changeit").unwrap().keys.len(), 1);
        }
        let text = format!("keystore.jks: {}\nother: x\n", STANDARD.encode(file));
        assert_eq!(open(text.as_bytes(), "changeit").unwrap().keys.len(), 1);
        let cut = open(&file[..file.len() / 2], "changeit").unwrap_err();
        assert_eq!(cut.answer(), "damaged");
    }
}

#[test]
fn passes_over_the_secret_keys_of_java() {
    let held = open(&fixture_bytes("secrets.jceks"), "changeit").unwrap();
    // Java counts them, and so do we.
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 2));
    assert_eq!(held.source.entries, 4);
    let only = open(&fixture_bytes("only-secret.jceks"), "changeit").unwrap();
    assert_eq!((only.keys.len(), only.source.entries), (0, 1));
}

#[test]
fn opens_a_trust_store_of_java_with_and_without_its_password() {
    let file = fixture_bytes("trust.jks");
    assert_eq!(open(&file, "changeit").unwrap().certificates.len(), 2);
    let unasked = read(&file, None, &Options::default()).unwrap();
    assert_eq!((unasked.certificates.len(), unasked.source.entries), (2, 2));
    assert_eq!(open(&file, "other").unwrap_err(), ReadError::WrongPassword);
}

#[test]
fn tells_that_a_key_of_java_has_another_password() {
    let file = fixture_bytes("two-passwords.jks");
    assert_eq!(
        why_locked(open(&file, "changeit")),
        ReadError::KeyPasswordDiffers
    );
    assert_eq!(
        open(&file, "otherone").unwrap_err(),
        ReadError::StorePasswordDiffers
    );
}

#[test]
fn puts_a_key_a_leaf_and_a_chain_from_three_files_together() {
    let root = Authority::root();
    let intermediate = root.below("Workshop Intermediate", |_| {});
    let key = read_text(&server_key());
    let leaf = read_text(&intermediate.signs(&leaf_params()));
    let issuers = read_text(&(root.pem() + &intermediate.pem()));
    let all = join(vec![issuers, key, leaf]);
    assert_eq!(all.source.format, Format::Several);
    let bundle = all.into_bundle().unwrap();
    assert_eq!((bundle.chain.len(), bundle.strangers.len()), (2, 0));
    assert_eq!(bundle.chain[0].common_name(), Some("Workshop Intermediate"));
}

#[test]
fn opens_text_however_it_was_pasted() {
    let text = Authority::root().signs(&leaf_params()) + &server_key();
    let expected = bundle_of(&text).leaf;
    let spelt = text.replace('\n', "\\n");
    let quoted = format!("{{\"certificate\": \"{spelt}\"}}");
    let one_line = text.replace('\n', " ");
    let indented = text.replace('\n', "\r\n\t  ");
    for pasted in [spelt, quoted, one_line, indented] {
        assert_eq!(bundle_of(&pasted).leaf, expected, "{pasted}");
    }
    let bare = STANDARD.encode(expected.der());
    assert_eq!(read_text(&bare).certificates, [expected]);
}

#[test]
fn names_the_block_that_is_damaged() {
    let text = Authority::root().signs(&leaf_params()) + &server_key();
    let cut = text.replace("-----END PRIVATE KEY-----", "");
    let error = open(cut.as_bytes(), "").unwrap_err();
    assert!(
        matches!(&error, ReadError::Damaged { at, .. } if at.starts_with("block 2")),
        "{error}"
    );
    let garbled = text.replacen("MII", "M*I", 1);
    let error = open(garbled.as_bytes(), "").unwrap_err();
    assert!(
        matches!(&error, ReadError::Damaged { at, .. } if at.starts_with("block 1")),
        "{error}"
    );
}

#[test]
fn opens_a_slow_file_when_it_is_told_to() {
    let file = of_matrix("p12/o30_iter600000.p12");
    let password = SecretString::from("changeit");
    let strict = Options {
        hashes: 1_000_000,
        ..Options::default()
    };
    let refused = read(&file, Some(&password), &strict).unwrap_err();
    // The checksum and two parts, though the first part is too much already.
    let work = Work {
        rounds: 1_800_000,
        hashes: 3_000_000,
        memory: 0,
    };
    assert_eq!(refused, ReadError::TooSlow { work });
    let patient = Options {
        hashes: u64::MAX,
        ..strict
    };
    let held = read(&file, Some(&password), &patient).unwrap();
    assert_eq!(held.source.rounds, 1_800_000);
}

#[test]
fn drops_neither_a_weak_certificate_nor_its_facts() {
    let held = read_text(&fixture("sha1-leaf.pem"));
    assert_eq!(held.certificates[0].signature(), "sha1WithRSAEncryption");
    assert!(held.certificates[0].is_signed_by(&held.certificates[1]));
    assert!(held.certificates[1].is_self_signed() && held.certificates[1].is_authority());
}
