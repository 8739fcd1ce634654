//! The names proposed for files that are saved where a person says.

/// A name that every system takes for a file, from that of a host.
pub(crate) fn file_name(name: &str, ending: &str) -> String {
    let name = name.replace("*.", "wildcard.");
    let fit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name: String = name
        .chars()
        .map(|c| if fit(c) { c } else { '-' })
        .take(100)
        .collect();
    format!("{}.{ending}", name.trim_matches(['.', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proposed_name_is_one_that_every_system_takes() {
        let name = |name| file_name(name, "p12");
        assert_eq!(name("vcda.paris.example"), "vcda.paris.example.p12");
        assert_eq!(name("*.paris.example"), "wildcard.paris.example.p12");
        assert_eq!(name("../../Pâris / 2027"), "P-ris---2027.p12");
    }
}
