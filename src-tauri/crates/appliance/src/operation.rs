//! The name a client gives to a request that acts, so that its traces can be found again.

use std::fmt;
use std::str::FromStr;

use rand::Rng;
use serde::{Deserialize, Serialize};

/// What every such name begins with; it shows up in the appliance's own logs.
const PREFIX: &str = "reseal-";

/// The value of the `operationID` header (docs/vcda-api.md §1.1).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OperationId(String);

/// A text that cannot be an operation's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an operation is named by 1 to 128 letters, digits and hyphens")]
pub struct ParseOperationIdError;

impl OperationId {
    /// A fresh name from this source of randomness.
    pub fn draw(source: &mut impl Rng) -> Self {
        Self(format!("{PREFIX}{:032x}", source.random::<u128>()))
    }

    /// The name as it travels.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for OperationId {
    type Err = ParseOperationIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_plain = text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_plain && (1..=128).contains(&text.len()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseOperationIdError)
        }
    }
}

impl TryFrom<String> for OperationId {
    type Error = ParseOperationIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<OperationId> for String {
    fn from(id: OperationId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::OperationId;

    #[test]
    fn a_drawn_name_reads_back_and_differs_from_the_next_one() {
        let mut source = ground::Surroundings::of_this_machine().chance();
        let id = OperationId::draw(&mut source);
        assert_eq!(id.as_str().parse(), Ok(id.clone()));
        assert_ne!(id, OperationId::draw(&mut source));
    }

    #[test]
    fn refuses_a_name_that_could_break_a_header() {
        for text in ["", "a\r\nb", "a b", "ä"] {
            assert!(
                text.parse::<OperationId>().is_err(),
                "{text:?} passed for a name"
            );
        }
    }
}
