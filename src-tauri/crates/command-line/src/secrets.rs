//! Passwords from standard input. They are never printed, not even in an error about them.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read};

use appliance::{ApplianceAddress, ParseAddressError};
use application::named::Given;
use secrecy::SecretString;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use sites::Account;

use crate::prompt;

/// More than any number of sites needs.
pub(crate) const LONGEST: u64 = 1024 * 1024;

/// What was given over standard input; nothing where nothing was.
#[derive(Default)]
pub(crate) struct Secrets {
    sites: HashMap<ApplianceAddress, (Account, SecretString)>,
    bundle: Option<SecretString>,
    keys: Vec<SecretString>,
    write: Option<SecretString>,
    request: Option<SecretString>,
}

/// Why standard input is not understood. No variant holds any of what was read but an address.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SecretsError {
    #[error("standard input could not be read")]
    Unreadable(#[source] io::Error),
    #[error("standard input is longer than {LONGEST} bytes")]
    TooLong,
    #[error("standard input is not the expected JSON document (line {line}, column {column})")]
    NotUnderstood { line: usize, column: usize },
    #[error("a site in the secrets has no address: {0}")]
    Address(#[source] ParseAddressError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    sites: HashMap<String, Login>,
    #[serde(default)]
    bundle: Option<Password>,
    #[serde(default)]
    key: OneOrMany,
    #[serde(default)]
    write: Option<Password>,
    #[serde(default)]
    request: Option<Password>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Login {
    user: Option<String>,
    password: Password,
}

struct Password(SecretString);

/// A password, or a list of them.
#[derive(Default)]
struct OneOrMany(Vec<Password>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Passwords).map(Self)
    }
}

/// Takes what is given as it is met: nothing is copied first, to see what it is.
struct Passwords;

impl<'de> Visitor<'de> for Passwords {
    type Value = Vec<Password>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a password, or a list of them")
    }

    fn visit_str<E>(self, one: &str) -> Result<Self::Value, E> {
        Ok(vec![Password(one.into())])
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(password) = list.next_element()? {
            all.push(password);
        }
        Ok(all)
    }
}

impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let password = String::deserialize(from)?;
        Ok(Self(password.into()))
    }
}

impl Secrets {
    /// Reads one JSON document to its end.
    pub(crate) fn read(input: impl Read) -> Result<Self, SecretsError> {
        let mut bytes = Vec::new();
        let taken = input.take(LONGEST + 1).read_to_end(&mut bytes);
        taken.map_err(SecretsError::Unreadable)?;
        if bytes.len() as u64 > LONGEST {
            return Err(SecretsError::TooLong);
        }
        // The shell of Windows puts a mark in front of what it pipes.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        // The parser's own message may quote what it met, so only the place is kept.
        let document: Document =
            serde_json::from_slice(bytes).map_err(|error| SecretsError::NotUnderstood {
                line: error.line(),
                column: error.column(),
            })?;
        let sites = document.sites.into_iter().map(|(given, login)| {
            let address = given.parse();
            let address = address.map_err(SecretsError::Address)?;
            Ok((address, (account(login.user), login.password.0)))
        });
        Ok(Self {
            sites: sites.collect::<Result<_, _>>()?,
            bundle: document.bundle.map(|password| password.0),
            keys: document
                .key
                .0
                .into_iter()
                .map(|password| password.0)
                .collect(),
            write: document.write.map(|password| password.0),
            request: document.request.map(|password| password.0),
        })
    }

    /// What opens the file, and the keys inside where these have passwords of their own.
    pub(crate) fn opening(&self) -> Vec<SecretString> {
        self.bundle.iter().chain(&self.keys).cloned().collect()
    }

    /// What the file that is made will be opened with.
    pub(crate) const fn write(&self) -> Option<&SecretString> {
        self.write.as_ref()
    }

    /// What protects the key of a request where no keyring does.
    pub(crate) const fn request(&self) -> Option<&SecretString> {
        self.request.as_ref()
    }
}

impl Given for Secrets {
    fn of(&self, address: &ApplianceAddress) -> Option<(Account, SecretString)> {
        self.sites.get(address).cloned()
    }

    fn typed(&self, user: &str, address: &ApplianceAddress) -> Option<SecretString> {
        prompt::signing_in(user, &address.to_string())
    }
}

/// `root` is the appliance's own user; everybody else is known to single sign-on.
fn account(user: Option<String>) -> Account {
    match user {
        Some(username) if username != Account::Appliance.user() => Account::Sso { username },
        _ => Account::Appliance,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_of(text: &str) -> String {
        match Secrets::read(text.as_bytes()) {
            Ok(_) => String::new(),
            Err(error) => format!("{error} {error:?}"),
        }
    }

    #[test]
    fn finds_a_site_however_its_address_was_written() {
        let text = r#"{"sites":{"https://vcda.example":{"password":"a"},"b.example:8046":{"user":"x@y","password":"b"}}}"#;
        let secrets = Secrets::read(text.as_bytes()).unwrap();
        let (account, _) = secrets.of(&"vcda.example".parse().unwrap()).unwrap();
        assert_eq!(account, Account::Appliance);
        let (account, _) = secrets
            .of(&"https://b.example:8046".parse().unwrap())
            .unwrap();
        assert_eq!(account.user(), "x@y");
    }

    #[test]
    fn passes_over_the_mark_that_windows_puts_in_front() {
        let secrets = Secrets::read("\u{feff}{\"bundle\":\"x\"}".as_bytes());
        assert_eq!(secrets.unwrap().opening().len(), 1);
    }

    #[test]
    fn tells_the_empty_password_from_none() {
        let given = |text: &str| Secrets::read(text.as_bytes()).unwrap().opening().len();
        assert_eq!(given("{}"), 0);
        assert_eq!(given(r#"{"bundle":""}"#), 1);
        assert_eq!(given(r#"{"bundle":"","key":"k"}"#), 2);
        assert_eq!(given(r#"{"bundle":"","key":["k","l"]}"#), 3);
    }

    #[test]
    fn repeats_nothing_of_what_it_does_not_understand() {
        for text in [
            r#"{"sites":{"a":"hunter2"}}"#,
            r#"{"sites":{"a":{"pasword":"hunter2"}}}"#,
            r#"{"hunter2":1}"#,
            r#"{"bundle":["hunter2"]}"#,
            r#"hunter2"#,
        ] {
            let error = error_of(text);
            assert!(!error.is_empty() && !error.contains("hunter2"), "{error}");
        }
    }
}
