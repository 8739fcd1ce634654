//! Texts as mail, editors, listings, settings and source code leave them: each opens with all it holds.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use certificate::{Certificate, LooksLike, Options, ReadError, read};
use cpu_time::ThreadTime;
use secrecy::SecretString;

use crate::workshop::{Authority, fixture, leaf_params, open, read_text, server_key};

/// Each line as `change` makes it.
fn lines(text: &str, change: impl Fn(usize, &str) -> String) -> String {
    let changed = text.lines().enumerate();
    changed.map(|(number, line)| change(number, line)).collect()
}

fn wrapped(digits: &str, size: usize) -> String {
    let lines = digits.as_bytes().chunks(size);
    lines
        .map(|line| String::from_utf8_lossy(line).into_owned() + "\r\n")
        .collect()
}

/// Leaf, key and issuer as text.
fn bundle_text() -> String {
    let root = Authority::root();
    root.signs(&leaf_params()) + &server_key() + &root.pem()
}

fn leaf_der() -> Vec<u8> {
    let text = Authority::root().signs(&leaf_params());
    read_text(&text).certificates[0].der().to_vec()
}

#[test]
fn opens_blocks_with_something_around_every_line() {
    let text = bundle_text();
    let forms = [
        lines(&text, |_, line| format!("> {line}\n")),
        lines(&text, |_, line| format!(">> | {line}\r\n")),
        lines(&text, |_, line| format!("# {line}\n")),
        lines(&text, |_, line| format!("\t* {line}\n")),
        lines(&text, |number, line| format!("{number:3} {line}\n")),
        lines(&text, |number, line| format!("{number}: {line}\n")),
        lines(&text, |_, line| format!("  \"{line}\\n\" +\n")),
        lines(&text, |_, line| format!("{line}\\\n")),
        lines(&text, |_, line| format!("{line}<br>\n")),
        text.replace('=', "=3D").replace('\n', "=0A=\n"),
        text.replace('\n', "\\\\n"),
        text.replace('\n', "\r\r\n"),
        format!(
            "tls:\n  crt: |\n{}",
            lines(&text, |_, line| format!("    {line}\n"))
        ),
    ];
    for form in forms {
        let held = read_text(&form);
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 2), "{form}");
    }
}

#[test]
fn opens_blocks_whose_frame_was_damaged_by_a_mouse_or_an_editor() {
    let text = bundle_text();
    let cut = text
        .trim_start_matches('-')
        .trim_end()
        .trim_end_matches('-');
    let forms = [
        cut.to_owned(),
        text.replace("-----", "----"),
        text.replace("-----", "\u{2014}\u{2013}"),
        text.replace("BEGIN ", "BEGIN\u{a0}"),
        text.replace("BEGIN", "begin")
            .replace("CERTIFICATE", "Certificate"),
    ];
    for form in forms {
        let held = read_text(&form);
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 2), "{form}");
    }
}

#[test]
fn opens_an_encrypted_block_in_a_quoted_mail() {
    let quoted = lines(&fixture("dek-aes.key.pem"), |_, line| format!("> {line}\n"));
    let password = SecretString::from("pw");
    let held = read(quoted.as_bytes(), Some(&password), &Options::default()).unwrap();
    assert_eq!(held.keys.len(), 1);
}

#[test]
fn opens_what_other_programs_spelt_out() {
    let text = bundle_text();
    let json = text.replace('\n', "\\n");
    let der = leaf_der();
    let forms = [
        json.replace('+', "\\u002B"),
        json.replace('+', "\\u002b")
            .replace('/', "\\/")
            .replace('=', "\\u003d"),
        json.replace('+', "\\\\u002B"),
        text.replace('\n', "\\u000a"),
        text.replace('\n', "&#13;\n").replace('+', "&#43;"),
        text.replace('\n', "&#xA;").replace('/', "&#x2F;"),
    ];
    for form in forms {
        let held = read_text(&form);
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 2), "{form}");
    }
    let lines = wrapped(&STANDARD.encode(&der), 76).replace("\r\n", "&#13;\n");
    let metadata = format!("<ds:X509Certificate>{lines}</ds:X509Certificate>");
    assert_eq!(read_text(&metadata).certificates[0].der(), der);
}

#[test]
fn opens_blocks_with_words_tags_or_times_around_every_line() {
    let text = bundle_text();
    let tagged =
        |before: &str, behind: &str| lines(&text, |_, line| format!("{before}{line}{behind}"));
    let forms = [
        tagged("echo ", ">>cert.pem\r\n"),
        tagged("echo \"", "\" >> cert.pem\n"),
        tagged("2024-05-06 12:00:00,123 INFO [main] c.a.B - ", "\n"),
        tagged("May  6 12:00:01 host app[123]: ", "\n"),
        tagged("+", "\n"),
        tagged("\u{1b}[32m", "\u{1b}[0m\n"),
        tagged("    b'", "\\n'\n"),
        tagged("<p class=\"MsoNormal\">", "<o:p></o:p></p>"),
        tagged("<div><span style=\"font-family:Courier\">", "</span></div>"),
        tagged("", "<br/>"),
        tagged("", "\\line "),
        lines(&text, |number, line| format!("cert.pem:{number}:{line}\n")),
        format!("{text}\nUse it with `-----BEGIN CERTIFICATE-----` lines.\n"),
    ];
    for form in forms {
        let held = read(form.as_bytes(), None, &Options::default());
        let held = held.unwrap_or_else(|error| panic!("{error}: {form}"));
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 2), "{form}");
    }
}

#[test]
fn reads_what_a_shell_of_windows_put_behind_another_text() {
    let root = Authority::root();
    let behind = root.signs(&leaf_params()) + &server_key();
    let utf16 = behind.encode_utf16().flat_map(u16::to_le_bytes);
    let both: Vec<u8> = root.pem().bytes().chain(utf16).collect();
    let held = read(&both, None, &Options::default()).unwrap();
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 2));
}

#[test]
fn looks_into_what_pgp_signed() {
    let signed = |inside: &str| {
        format!(
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{inside}\n-----BEGIN PGP SIGNATURE-----\n\niHUEARYIAB0=\n=abcd\n-----END PGP SIGNATURE-----\n"
        )
    };
    let escaped = bundle_text()
        .replace("-----BEGIN", "- -----BEGIN")
        .replace("-----END", "- -----END");
    let held = read_text(&signed(&escaped));
    assert_eq!((held.keys.len(), held.certificates.len()), (1, 2));
    let words = signed("Dear customer, your certificate is ready.");
    let error = read(words.as_bytes(), None, &Options::default()).unwrap_err();
    let looks_like = LooksLike::Pgp;
    assert_eq!(error, ReadError::NotAKeystore { looks_like });
}

#[test]
fn loses_no_block_in_silence() {
    let text = bundle_text();
    let refused = |text: &str| read(text.as_bytes(), None, &Options::default()).unwrap_err();
    let headless = text.replacen("-----BEGIN CERTIFICATE-----\n", "", 1);
    assert!(
        matches!(refused(&headless), ReadError::Damaged { what, .. } if what.contains("BEGIN line is missing"))
    );
    let rubbish = text.replacen(
        "-----BEGIN",
        "23sYiex6zj9q\n-----END CERTIFICATE-----\n-----BEGIN",
        2,
    );
    assert_eq!(read_text(&rubbish).certificates.len(), 2);
    // A key of which nothing is left but its frame and rubbish is told, whatever else there is.
    let (head, tail) = text.split_once("-----BEGIN PRIVATE KEY-----\n").unwrap();
    let rubbish = format!("{head}-----BEGIN PRIVATE KEY-----\nx{tail}");
    assert_eq!(refused(&rubbish).answer(), "damaged");
    let swallowed = text.replacen("-----END CERTIFICATE-----\n", "", 1);
    assert!(
        matches!(refused(&swallowed), ReadError::Damaged { what, .. } if what.contains("END line is missing"))
    );
}

#[test]
fn takes_prose_and_pages_for_no_blocks() {
    let refused = |text: &str| read(text.as_bytes(), None, &Options::default()).unwrap_err();
    for (text, looks_like) in [
        ("We begin - at the end - with the key.", LooksLike::Text),
        (
            "<html><!-- BEGIN NAVIGATION --><body>Sign in</body><!-- END NAVIGATION --></html>",
            LooksLike::WebPage,
        ),
        ("MINUTES OF THE MEETING ON MIGRATION", LooksLike::Text),
    ] {
        assert_eq!(refused(text), ReadError::NotAKeystore { looks_like });
    }
}

#[test]
fn opens_digits_without_a_frame() {
    let der = leaf_der();
    let digits = STANDARD.encode(&der);
    let hex: String = der.iter().map(|byte| format!("{byte:02X}:")).collect();
    let forms = [
        wrapped(&digits, 76),
        lines(&wrapped(&digits, 64), |_, line| format!("> {line}\n")),
        format!(
            "Content-Transfer-Encoding: base64\n\n{}\nKind regards\n",
            wrapped(&digits, 76)
        ),
        format!("data:application/x-x509-ca-cert;base64,{digits}"),
        format!("<ds:X509Certificate>\n{digits}</ds:X509Certificate>"),
        format!("{{\"x5c\": [\"{digits}\"]}}"),
        format!("{digits}\u{1a}"),
        URL_SAFE.encode(&der),
        hex.clone(),
        hex.replace(':', " ").to_lowercase(),
        format!(
            "tls.crt: {}",
            STANDARD.encode(read_text(&digits).certificates[0].to_pem())
        ),
    ];
    for form in forms {
        let held = read_text(&form);
        assert_eq!(held.certificates.len(), 1, "{form}");
        assert_eq!(held.certificates[0].der(), der, "{form}");
    }
}

#[test]
fn opens_digits_that_a_word_follows() {
    let encoded = STANDARD.encode(bundle_text() + "\n\n");
    let unpadded = encoded.trim_end_matches('=');
    for word in ["tls", "type", "image", "chains", "immutable"] {
        let text = format!("data:\n  cert: {unpadded}\n  {word}: x\n");
        let held = read_text(&text);
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 2), "{word}");
    }
}

#[test]
fn opens_text_that_lost_its_blanks_or_was_encoded_twice() {
    let text = fixture("sha1-leaf.pem");
    let whole = open(text.as_bytes(), "").unwrap().certificates.len();
    let glued: String = text.split_whitespace().collect();
    assert!(glued.contains("-----BEGINCERTIFICATE-----"));
    let once = STANDARD.encode(&text);
    for altered in [glued, STANDARD.encode(&once), once] {
        let held = open(altered.as_bytes(), "").unwrap();
        assert_eq!(held.certificates.len(), whole);
    }
    // A longer word begins no block.
    let prose = "-----BEGINNING OF THE KEY-----\nnothing\n-----ENDING OF THE KEY-----\n";
    assert!(matches!(
        open(prose.as_bytes(), "").unwrap_err(),
        ReadError::NotAKeystore { .. }
    ));
}

#[test]
fn opens_everything_in_a_list_of_digits() {
    let (leaf, root) = (leaf_der(), Authority::root().der());
    let text = format!(
        "{{\"x5c\": [\"{}\",\n\"{}\"]}}",
        STANDARD.encode(&leaf),
        STANDARD.encode(&root)
    );
    let ders: Vec<Vec<u8>> = read_text(&text)
        .certificates
        .iter()
        .map(|one| one.der().to_vec())
        .collect();
    assert_eq!(ders, [leaf, root]);
}

#[test]
fn opens_a_block_that_travelled_in_a_header() {
    let leaf = Certificate::from_der(leaf_der()).unwrap();
    let pem = leaf.to_pem();
    let escaped = pem.replace('+', "%2B").replace('=', "%3D");
    let escaped = escaped.replace('\n', "%0A").replace(' ', "%20");
    assert_eq!(read_text(&escaped).certificates, [leaf]);
}

#[test]
fn opens_text_in_every_encoding() {
    let text = bundle_text();
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let utf32 = |unit: fn(u32) -> [u8; 4]| {
        let units = text.chars().flat_map(|c| unit(u32::from(c)));
        units.collect::<Vec<u8>>()
    };
    for bytes in [
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        [&[0xff, 0xfe][..], &utf16(u16::to_le_bytes)].concat(),
        [&[0xfe, 0xff][..], &utf16(u16::to_be_bytes)].concat(),
        [&[0xff, 0xfe, 0, 0][..], &utf32(u32::to_le_bytes)].concat(),
        [&[0, 0, 0xfe, 0xff][..], &utf32(u32::to_be_bytes)].concat(),
        [b"Gr\xfc\xdfe\n", text.as_bytes()].concat(),
        [b"\xef\xbb\xbf\xef\xbb\xbf", text.as_bytes(), b"\x1a"].concat(),
    ] {
        let held = read(&bytes, None, &Options::default()).unwrap();
        assert_eq!((held.keys.len(), held.certificates.len()), (1, 2));
    }
}

#[test]
fn opens_binary_files_that_a_shell_or_an_editor_touched() {
    let (leaf, root) = (leaf_der(), Authority::root().der());
    for (bytes, certificates) in [
        ([b"\r\n", leaf.as_slice()].concat(), 1),
        ([b"\xef\xbb\xbf", leaf.as_slice()].concat(), 1),
        ([leaf.as_slice(), &root].concat(), 2),
        ([leaf.as_slice(), b"\r\n"].concat(), 1),
    ] {
        let held = read(&bytes, None, &Options::default()).unwrap();
        assert_eq!(held.certificates.len(), certificates);
    }
}

#[test]
fn answers_soon_on_text_that_starts_over_and_over() {
    for text in [
        "MIIC ",
        "BEGIN KEY-x ",
        "-----BEGIN A-----\n-----END A-----\n",
        "LS0tLS1CRUdJTi ",
        "30:",
    ] {
        let text = text.repeat((1 << 20) / text.len());
        let begun = ThreadTime::now();
        assert!(read(text.as_bytes(), None, &Options::default()).is_err());
        assert!(begun.elapsed().as_secs_f64() < 0.5, "{:?}", begun.elapsed());
    }
}
