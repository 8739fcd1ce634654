//! Bytes that were printed as numbers, by every usual program: each dump opens with all it holds.

use std::fmt::Write as _;

use certificate::{Format, LooksLike, Options, ReadError, read};

use crate::workshop::{Authority, leaf_params, read_text};

fn leaf() -> Vec<u8> {
    let text = Authority::root().signs(&leaf_params());
    read_text(&text).certificates[0].der().to_vec()
}

/// Lines of `width` bytes: the offset as `offset` prints it, words of `word` bytes, the text behind.
fn dumped(bytes: &[u8], width: usize, word: usize, offset: fn(usize) -> String) -> String {
    let mut dump = String::new();
    for (number, line) in bytes.chunks(width).enumerate() {
        let words = line.chunks(word).map(|word| hex(word) + " ");
        let words: String = words.collect();
        let text: String = line.iter().map(|byte| printed(*byte)).collect();
        writeln!(dump, "{}{words:<50} {text}", offset(number * width)).unwrap();
    }
    dump
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn printed(byte: u8) -> char {
    let c = char::from(byte);
    if c.is_ascii_graphic() || c == ' ' {
        c
    } else {
        '.'
    }
}

/// Each byte as `form` prints it, `width` of them on a line.
fn listed(bytes: &[u8], width: usize, form: fn(u8) -> String) -> String {
    let lines = bytes.chunks(width);
    lines
        .map(|line| line.iter().map(|byte| form(*byte)).collect::<String>() + "\n")
        .collect()
}

#[test]
fn opens_the_dumps_of_every_usual_program() {
    let leaf = leaf();
    let swapped: Vec<u8> = leaf
        .chunks(2)
        .flat_map(|pair| pair.iter().rev().copied().collect::<Vec<u8>>())
        .collect();
    let dumps = [
        // xxd, plain and with words of four bytes
        dumped(&leaf, 16, 2, |at| format!("{at:08x}: ")),
        dumped(&leaf, 16, 4, |at| format!("{at:08x}: ")),
        // hexdump -C, od -tx1z, certutil -dump, Format-Hex
        dumped(&leaf, 16, 1, |at| format!("{at:08x}  ")),
        dumped(&leaf, 16, 1, |at| format!("{at:07o} ")),
        dumped(&leaf, 16, 1, |at| format!("    {at:04x}  ")),
        dumped(&leaf, 16, 1, |at| format!("{at:016X}   ")),
        // hexdump and od -x show numbers of two bytes
        dumped(&swapped, 16, 2, |at| format!("{at:07x} ")),
        listed(&leaf, 30, |byte| format!("{byte:02x}")),
        listed(&leaf, 12, |byte| format!("0x{byte:02X}, ")),
        format!(
            "unsigned char c[] = {{\n{}}};\n",
            listed(&leaf, 12, |byte| format!("0x{byte:02x},"))
        ),
        format!(
            "const CERT: &[u8] = b\"{}\";",
            listed(&leaf, 4096, |byte| format!("\\x{byte:02x}")).trim()
        ),
        format!(" 1 | \\x{}", hex(&leaf)),
        format!("INSERT INTO c VALUES (0x{})", hex(&leaf)),
        listed(&leaf, 4096, |byte| format!("{byte:02X}-")),
        // a router's listing
        format!(
            "crypto pki certificate chain TP\n certificate ca 05\n{}  \tquit\n",
            leaf.chunks(32)
                .map(|line| {
                    let words: Vec<String> = line.chunks(4).map(hex).collect();
                    format!("  {} \n", words.join(" ").to_uppercase())
                })
                .collect::<String>()
        ),
        listed(&leaf, 4096, |byte| format!("{byte},")),
        listed(&leaf, 1, |byte| byte.to_string()),
        format!(
            "{{\"type\":\"Buffer\",\"data\":[{}]}}",
            listed(&leaf, 4096, |byte| format!("{byte},"))
                .trim()
                .trim_end_matches(',')
        ),
        listed(&leaf, 20, |byte| format!("{}, ", byte.cast_signed())),
    ];
    for dump in dumps {
        let held = read(dump.as_bytes(), None, &Options::default());
        let held = held.unwrap_or_else(|error| panic!("{error}: {dump}"));
        assert_eq!(held.certificates.len(), 1, "{dump}");
        assert_eq!(held.certificates[0].der(), leaf, "{dump}");
    }
}

#[test]
fn opens_every_certificate_that_a_router_lists() {
    let chain = [leaf(), Authority::root().der()];
    let listing: String = chain
        .iter()
        .enumerate()
        .fold(String::new(), |all, (number, der)| {
            all + &format!(" certificate 0{number}\n")
                + &listed(der, 32, |byte| format!("{byte:02X}"))
                + "  \tquit\n"
        });
    assert_eq!(read_text(&listing).certificates.len(), 2);
}

#[test]
fn tells_where_a_dump_breaks_off() {
    let leaf = leaf();
    let cut = dumped(&leaf[..leaf.len() - 60], 16, 2, |at| format!("{at:08x}: "));
    let error = read(cut.as_bytes(), None, &Options::default()).unwrap_err();
    assert_eq!(error.answer(), "damaged");
    // Fingerprints and numbers of other kinds are none of these.
    for text in [
        "SHA-256:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99",
        "48, 130, 3 and more",
        "30 82 is how it begins",
    ] {
        let error = read(text.as_bytes(), None, &Options::default()).unwrap_err();
        let looks_like = LooksLike::Text;
        assert_eq!(error, ReadError::NotAKeystore { looks_like }, "{text}");
    }
}

/// A property of a serialized store.
fn property(number: u32, value: &[u8]) -> Vec<u8> {
    let length = u32::try_from(value.len()).unwrap();
    let head = [number, 1, length].map(u32::to_le_bytes).concat();
    [head, value.to_vec()].concat()
}

#[test]
fn opens_the_stores_and_the_registry_of_windows() {
    let (leaf, root) = (leaf(), Authority::root().der());
    let blob = [
        property(3, &[7; 20]),
        property(11, b"n\0"),
        property(32, &leaf),
    ]
    .concat();
    let store = [&b"\0\0\0\0CERT"[..], &blob, &property(32, &root), &[0; 12]].concat();
    let held = read(&store, None, &Options::default()).unwrap();
    assert_eq!(held.source.format, Format::SerializedStore);
    assert_eq!(held.certificates.len(), 2);
    let exported = blob.chunks(25).map(|line| {
        let bytes: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
        bytes.join(",")
    });
    let exported: Vec<String> = exported.collect();
    let exported = format!(
        "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]\r\n\"Blob\"=hex:{}\r\n",
        exported.join(",\\\r\n  ")
    );
    let utf16: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(exported.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        read(&utf16, None, &Options::default())
            .unwrap()
            .certificates
            .len(),
        1
    );
    let cut = read(&store[..store.len() / 2], None, &Options::default()).unwrap_err();
    assert_eq!(cut.answer(), "damaged");
}
