//! Text from elsewhere, made visible: characters that hide or turn text around become their code.

/// The text with every control, bidirectional and zero-width character written as `[U+202E]`.
///
/// A site's name comes from an appliance. One that turns the rest of a line around, or that holds
/// invisible characters, could pass for another site's on the screen, on paper and in a message.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) {
            shown.push_str(&format!("[U+{:04X}]", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether a character has no shape of its own or changes the order of others.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}'
            | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_turns_text_around_or_hides_in_it() {
        assert_eq!(
            visible("Par\u{202E}is\u{200B}\u{0}"),
            "Par[U+202E]is[U+200B][U+0000]"
        );
    }

    #[test]
    fn leaves_every_script_as_it_is() {
        for name in ["München", "東京", "Київ", "القاهرة", "São Paulo, site 2"] {
            assert_eq!(visible(name), name);
        }
    }
}
