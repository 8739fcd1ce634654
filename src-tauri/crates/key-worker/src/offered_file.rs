//! A file that a person offered.

use secrecy::SecretString;
use zeroize::Zeroizing;

/// A file that a person offered, and the passwords that were given for it. An empty one is a password.
#[derive(Clone)]
pub struct OfferedFile {
    /// What people call it. The child that opens it is not told.
    pub name: String,
    /// What is in it.
    pub bytes: Zeroizing<Vec<u8>>,
    /// What was given to open it: none, one, or a second one for the key inside. Each part takes the one
    /// that opens it.
    pub passwords: Vec<SecretString>,
}
