//! What a file is when it is none of ours: by its first bytes, or by its words.

use super::text::contains;
use crate::LooksLike;

/// Kinds of files by how they begin.
const BEGINNINGS: [(&[u8], LooksLike); 42] = [
    (b"PK\x03\x04", LooksLike::Zip),
    (b"\x1f\x8b", LooksLike::Gzip),
    (b"7z\xbc\xaf\x27\x1c", LooksLike::Archive),
    (b"Rar!\x1a\x07", LooksLike::Archive),
    (b"\xfd7zXZ\0", LooksLike::Archive),
    (b"BZh", LooksLike::Archive),
    (b"\x28\xb5\x2f\xfd", LooksLike::Archive),
    (b"MSCF\0\0\0\0", LooksLike::Archive),
    (b"%PDF", LooksLike::Pdf),
    (b"\x89PNG", LooksLike::Picture),
    (b"\xff\xd8\xff", LooksLike::Picture),
    (b"GIF8", LooksLike::Picture),
    (b"\x7fELF", LooksLike::Program),
    (b"MZ", LooksLike::Program),
    (b"\xca\xfe\xba\xbe", LooksLike::Program),
    (b"\xcf\xfa\xed\xfe", LooksLike::Program),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        LooksLike::OfficeDocument,
    ),
    (b"\x4c\0\0\0\x01\x14\x02\0", LooksLike::Shortcut),
    (b"[InternetShortcut]", LooksLike::Shortcut),
    (b"kych", LooksLike::Database),
    (b"SQLite format 3", LooksLike::Database),
    (b"\x00\x06\x15\x61", LooksLike::Database),
    (b"\x03\xd9\xa2\x9a", LooksLike::Database),
    (&[0, 0, 0, 1, 0, 0, 0, 20], LooksLike::BouncyCastleKeystore),
    (&[0, 0, 0, 2, 0, 0, 0, 20], LooksLike::BouncyCastleKeystore),
    (b"\x37\x48\x06\x02\0\0", LooksLike::IbmKeystore),
    (b"\xac\xed\0\x05", LooksLike::JavaObject),
    (b"\xa1\xf8\x4e", LooksLike::OracleWallet),
    (b"\x1e\xf1\xb5\xb0", LooksLike::MicrosoftKey),
    (b"\x07\x02\0\0\0\xa4\0\0RSA2", LooksLike::MicrosoftKey),
    (b"\x07\x02\0\0\0\x24\0\0RSA2", LooksLike::MicrosoftKey),
    (b"\x06\x02\0\0\0\xa4\0\0RSA1", LooksLike::PublicKey),
    (b"\x06\x02\0\0\0\x24\0\0RSA1", LooksLike::PublicKey),
    (b"PK\x05\x06", LooksLike::Zip),
    (b"bplist00", LooksLike::Database),
    (b"age-encryption.org/", LooksLike::Sealed),
    (b"$ANSIBLE_VAULT", LooksLike::Sealed),
    (b"Salted__", LooksLike::Sealed),
    (b"-----BEGIN AGE ", LooksLike::Sealed),
    (b"-----BEGIN PGP ", LooksLike::Pgp),
    (b"PuTTY-User-Key-File", LooksLike::PuttyKey),
    (b"ssh-", LooksLike::SshPublicKey),
];

/// Where a tar archive says what it is.
const TAR: (usize, &[u8]) = (257, b"ustar");

/// What bytes look like that are neither text nor ASN.1.
pub(crate) fn of_bytes(input: &[u8]) -> LooksLike {
    if let Some(known) = by_beginning(input) {
        return known;
    }
    match input {
        [] => LooksLike::Nothing,
        zeros if zeros.iter().all(|byte| *byte == 0) => LooksLike::Zeros,
        tar if tar.get(TAR.0..).is_some_and(|rest| rest.starts_with(TAR.1)) => LooksLike::Archive,
        // A packet of OpenPGP: a key with its version, or a message to a key.
        [0x99 | 0x95, _, _, 3..=6, ..] | [0x98 | 0x94, _, 3..=6, ..] => LooksLike::Pgp,
        [0xc5 | 0xc6, 0..=191, 3..=6, ..] | [0xc5 | 0xc6, 192..=223, _, 3..=6, ..] => {
            LooksLike::Pgp
        }
        [0x85, _, _, 3, ..] | [0x84 | 0x88 | 0x8c, _, 3..=6, ..] => LooksLike::Pgp,
        [0x89, _, _, 3..=6, ..] | [0xc1..=0xc3, 0..=191, 3..=6, ..] => LooksLike::Pgp,
        // The name of a curve alone.
        [0x06, length, name @ ..] if usize::from(*length) == name.len() => LooksLike::Parameters,
        _ => LooksLike::UnknownBytes,
    }
}

/// What a text looks like that holds no block.
pub(crate) fn of_text(text: &str) -> LooksLike {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\0');
    let lower: String = text.chars().take(2000).collect::<String>().to_lowercase();
    if let Some(known) = by_beginning(text.as_bytes()) {
        return known;
    }
    let is_page = lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || contains(lower.as_bytes(), b"<body")
        || contains(lower.as_bytes(), b"</head>");
    match lower.chars().next() {
        None => LooksLike::Nothing,
        _ if is_page => LooksLike::WebPage,
        Some('{' | '[') if lower.contains("\"kty\"") => LooksLike::JsonWebKey,
        Some('{' | '[') => LooksLike::Json,
        _ if lower.starts_with("certificate:") && lower.contains("serial number") => {
            LooksLike::CertificateInWords
        }
        _ if lower.starts_with("ecdsa-sha2") => LooksLike::SshPublicKey,
        Some(_) => LooksLike::Text,
    }
}

/// What the label of a PEM block says, where the block holds neither a certificate nor a key.
pub(crate) fn of_label(label: &str) -> Option<LooksLike> {
    Some(match label {
        "OPENSSH PRIVATE KEY" | "SSH2 ENCRYPTED PRIVATE KEY" => LooksLike::SshPrivateKey,
        "SSH2 PUBLIC KEY" => LooksLike::SshPublicKey,
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => LooksLike::CertificateRequest,
        "PUBLIC KEY" | "RSA PUBLIC KEY" | "EC PUBLIC KEY" => LooksLike::PublicKey,
        "ATTRIBUTE CERTIFICATE" => LooksLike::AttributeCertificate,
        label if label.ends_with("CRL") => LooksLike::RevocationList,
        label if label.ends_with("PARAMETERS") => LooksLike::Parameters,
        label if label.starts_with("PGP") => LooksLike::Pgp,
        _ => return None,
    })
}

/// Whether a label belongs to another program: what is in such a block and is none of ours is no damage.
pub(crate) fn is_foreign(label: &str) -> bool {
    let own = [
        "CERTIFICATE",
        "PRIVATE KEY",
        "PKCS7",
        "PKCS12",
        "PFX",
        "CMS",
    ];
    let kind = label
        .strip_prefix("TRUSTED ")
        .or_else(|| label.strip_prefix("X509 "))
        .or_else(|| label.strip_prefix("ENCRYPTED "))
        .or_else(|| label.strip_prefix("RSA "))
        .or_else(|| label.strip_prefix("EC "))
        .or_else(|| label.strip_prefix("DSA "))
        .unwrap_or(label);
    let is_pkcs = |label: &str| label.starts_with("PKCS #7") || label.starts_with("PKCS #12");
    !own.contains(&kind) && !is_pkcs(label)
}

fn by_beginning(input: &[u8]) -> Option<LooksLike> {
    BEGINNINGS
        .iter()
        .find(|(beginning, _)| input.starts_with(beginning))
        .map(|(_, kind)| *kind)
}
