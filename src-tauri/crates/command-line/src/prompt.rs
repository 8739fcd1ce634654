//! Passwords typed on a terminal. Where there is none, nobody is asked.

use std::io::{IsTerminal as _, stderr, stdin};

use secrecy::SecretString;

/// Asks for the password that opens `file`; nothing where nobody can be asked.
pub(crate) fn opening(file: &str) -> Option<SecretString> {
    ask(&format!("Password for {file}: "))
}

/// Asks for the password of an account of a site; nothing where nobody can be asked.
pub(crate) fn signing_in(user: &str, address: &str) -> Option<SecretString> {
    ask(&format!("Password of {user} at {address}: "))
}

/// Asks twice for a new password. Nothing where nobody can be asked, or the two differ.
pub(crate) fn choosing(file: &str) -> Option<SecretString> {
    use secrecy::ExposeSecret as _;
    let first = ask(&format!("New password for {file}: "))?;
    let again = ask("The same again: ")?;
    (first.expose_secret() == again.expose_secret()).then_some(first)
}

fn ask(words: &str) -> Option<SecretString> {
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return None;
    }
    rpassword::prompt_password(words).ok().map(Into::into)
}
