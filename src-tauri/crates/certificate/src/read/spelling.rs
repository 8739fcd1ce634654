//! A password as the bytes that programs make of it. Beyond ASCII they do not agree, so that several
//! spellings are tried: first what the standards say, then what is known of old programs and of consoles.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use zeroize::Zeroizing;

/// One spelling of the password as bytes.
pub(crate) type Spelling = Zeroizing<Vec<u8>>;

type Text = Zeroizing<String>;

/// Text in a code page, if that has all its characters.
type Page = fn(&str) -> Option<Vec<u8>>;

/// The characters of bytes 128 to 159 on Windows in western Europe; above them it is Latin-1.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// The characters of bytes 128 to 255 in a console window of Windows there.
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// A way to turn characters into bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// As PKCS#12's own derivation takes it: UTF-16 with an end mark.
    Wide,
    /// As Java's own keystores take it: UTF-16 without an end mark.
    WideWithoutEnd,
    /// As the other derivations take it: UTF-8. Some programs take the bytes of a code page.
    Narrow,
    /// The same, and at last UTF-16, which NSS before 2017 took for PBKDF2 as well; Java does with Bouncy
    /// Castle as a provider, with the highest bit of every byte lost.
    NarrowOrWide,
}

impl Way {
    /// The bytes to try, the likeliest first. Where no password was given it is taken as an empty one;
    /// Java's keystores know none.
    pub(crate) fn spellings(self, password: Option<&str>) -> Vec<Spelling> {
        let text = password.unwrap_or_default();
        match (self, password) {
            (Self::Wide, _) => wide(text),
            (Self::WideWithoutEnd, None) => Vec::new(),
            (Self::WideWithoutEnd, Some(_)) => wide_without_end(text),
            (Self::Narrow, _) => narrow(text),
            (Self::NarrowOrWide, _) if text.is_empty() => narrow(text),
            (Self::NarrowOrWide, _) => {
                distinct([narrow(text), utf16(text), utf16_in_seven_bits(text)].concat())
            }
        }
    }
}

/// Of an empty password both forms are tried: the end mark alone, and nothing at all (Windows, Go). OpenSSL
/// before 1.1 widened the bytes of the console one by one, and later ones do where these are no UTF-8.
fn wide(password: &str) -> Vec<Spelling> {
    let mut all = utf16(password);
    if texts(password).iter().any(|text| text.is_empty()) {
        all.push(Zeroizing::new(Vec::new()));
    }
    if !password.is_ascii() {
        let widened = |bytes: &Spelling| with_end_mark(bytes.iter().map(|byte| (*byte).into()));
        all.extend(narrow(password).iter().map(widened));
    }
    distinct(all)
}

fn narrow(password: &str) -> Vec<Spelling> {
    let pages: [Page; 4] = [utf8, latin_1, windows_1252, dos_850];
    let texts = texts(password);
    let spelt = pages
        .iter()
        .flat_map(|page| texts.iter().filter_map(|text| page(text)));
    distinct(spelt.map(Zeroizing::new).collect())
}

fn wide_without_end(password: &str) -> Vec<Spelling> {
    let bytes = |text: &Text| text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    texts(password)
        .iter()
        .map(bytes)
        .map(Zeroizing::new)
        .collect()
}

/// The password as it was given, without the line break that a clipboard may have added, and each of them
/// composed otherwise: an umlaut is one character from a keyboard and two in the names of files on a Mac.
fn texts(password: &str) -> Vec<Text> {
    let line = password.trim_end_matches(['\r', '\n']);
    let composed = |text: &str| {
        ComposingNormalizerBorrowed::new_nfc()
            .normalize(text)
            .into_owned()
    };
    let taken_apart = |text: &str| {
        DecomposingNormalizerBorrowed::new_nfd()
            .normalize(text)
            .into_owned()
    };
    let mut all = vec![
        Zeroizing::new(password.to_owned()),
        Zeroizing::new(line.to_owned()),
    ];
    if !password.is_ascii() {
        all.extend([composed(line), taken_apart(line)].map(Zeroizing::new));
    }
    distinct(all)
}

fn utf16(password: &str) -> Vec<Spelling> {
    texts(password)
        .iter()
        .map(|text| with_end_mark(text.encode_utf16()))
        .collect()
}

fn utf16_in_seven_bits(password: &str) -> Vec<Spelling> {
    let lost = |bytes: Spelling| bytes.iter().map(|byte| byte & 0x7f).collect();
    let all = utf16(password).into_iter();
    all.map(lost).map(Zeroizing::new).collect()
}

fn with_end_mark(units: impl Iterator<Item = u16>) -> Spelling {
    Zeroizing::new(units.chain([0]).flat_map(u16::to_be_bytes).collect())
}

fn utf8(text: &str) -> Option<Vec<u8>> {
    Some(text.as_bytes().to_vec())
}

fn latin_1(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|c| u8::try_from(c).ok()).collect()
}

fn windows_1252(text: &str) -> Option<Vec<u8>> {
    let byte = |c: char| match u8::try_from(c) {
        Ok(byte @ (..0x80 | 0xa0..)) => Some(byte),
        _ => place_in(WINDOWS_1252, c),
    };
    text.chars().map(byte).collect()
}

fn dos_850(text: &str) -> Option<Vec<u8>> {
    let byte = |c: char| match c {
        '\0'..='\x7f' => u8::try_from(c).ok(),
        _ => place_in(DOS_850, c),
    };
    text.chars().map(byte).collect()
}

/// The byte of a character in a page whose upper half starts with `upper`.
fn place_in(upper: &str, c: char) -> Option<u8> {
    let place = upper.chars().position(|other| other == c)?;
    u8::try_from(0x80 + place).ok()
}

fn distinct<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_ascii_in_one_way() {
        assert_eq!(*narrow("pw"), [Zeroizing::new(b"pw".to_vec())]);
        assert_eq!(*wide("pw"), [Zeroizing::new(b"\0p\0w\0\0".to_vec())]);
        assert_eq!(
            *wide_without_end("pw"),
            [Zeroizing::new(b"\0p\0w".to_vec())]
        );
    }

    #[test]
    fn spells_an_umlaut_as_keyboards_macs_and_consoles_do() {
        let spelt: Vec<Vec<u8>> = narrow("ä").iter().map(|bytes| bytes.to_vec()).collect();
        assert_eq!(spelt, [&b"\xc3\xa4"[..], b"a\xcc\x88", b"\xe4", b"\x84"]);
        // However it was typed, the same are tried.
        assert_eq!(narrow("a\u{308}").len(), 4);
        assert_eq!(wide("ä").len(), 5);
    }

    #[test]
    fn spells_beyond_latin_1_as_windows_does() {
        let spelt = narrow("€ „“");
        assert!(spelt.iter().any(|bytes| ***bytes == *b"\x80 \x84\x93"));
        assert_eq!(
            (WINDOWS_1252.chars().count(), DOS_850.chars().count()),
            (32, 128)
        );
    }
}
