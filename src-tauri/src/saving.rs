//! Files that are saved where a person says, for their owner alone.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

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

/// Writes a file, over the one that is there: the dialog has asked.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    // A file that is overwritten keeps the permissions it had.
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    file.write_all(bytes)?;
    file.sync_all()
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
