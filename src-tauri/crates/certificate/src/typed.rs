//! Text that a person typed or pasted, brought to what was meant: the reader of every address, name and thumbprint
//! begins here.

/// The text without invisible marks, without quotes or blanks around it, with plain dashes, colons and blanks.
pub fn typed(text: &str) -> String {
    let plain: String = text.chars().filter_map(plain).collect();
    plain.trim_matches(is_around).to_owned()
}

/// What a character stands for; nothing for a mark that shows nothing.
const fn plain(c: char) -> Option<char> {
    match c {
        // Soft hyphens, joiners, marks of direction and of byte order, selectors of variants.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\0' => None,
        // Hyphens, dashes and minus signs.
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => Some('-'),
        // Signs that look like a colon.
        '\u{2236}' | '\u{a789}' | '\u{fe55}' => Some(':'),
        '\u{2044}' | '\u{2215}' => Some('/'),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(' ')
        }
        '\u{3002}' => Some('.'),
        // The wide forms of the East.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        other => Some(other),
    }
}

/// Blanks, and the quotes and brackets that programs put around what is copied.
const fn is_around(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\'' | '`' | '<' | '>' | '\u{ab}' | '\u{bb}' | '\u{b4}' | '\u{2018}'..='\u{201f}'
                | '\u{2039}' | '\u{203a}' | '\u{300c}'..='\u{300f}'
        )
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn takes_off_what_programs_put_around_and_into_what_is_copied() {
        for text in [
            "vcda-1.example",
            "  vcda-1.example\n",
            "\u{200e}vcda-1.example\u{200f}",
            "\u{201c}vcda-1.example\u{201d}",
            "\u{2018}vcda\u{2011}1.example\u{2019}",
            "vcda\u{2013}1.exam\u{ad}ple",
            "<vcda\u{2212}1.example>",
            "\u{ff56}cda-1\u{ff0e}example",
            "\u{feff}\"vcda-1.example\"\u{a0}",
        ] {
            assert_eq!(typed(text), "vcda-1.example", "{text:?}");
        }
        assert_eq!(typed("a\u{a0}b"), "a b");
    }
}
