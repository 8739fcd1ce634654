//! A private key that waits in a file: encrypted PKCS#8 (RFC 5958), under a password.

use getrandom::SysRng;
use pkcs8::pkcs5::pbes2;
use pkcs8::{LineEnding, PrivateKeyInfoRef};
use secrecy::{ExposeSecret as _, SecretString};

use crate::PrivateKey;

/// Why a key could not be encrypted.
#[derive(Debug, thiserror::Error)]
pub enum EncryptKeyError {
    /// The parameters could not be drawn or do not fit.
    #[error("choose how to encrypt the key")]
    Parameters(#[source] pkcs8::pkcs5::Error),
    /// The encryption failed.
    #[error("encrypt the key")]
    Encrypt(#[source] pkcs8::Error),
    /// The encrypted key could not be written as text.
    #[error("write the encrypted key as PEM")]
    Encode(#[source] pkcs8::der::Error),
}

impl PrivateKey {
    /// The key as PEM, encrypted with AES-256-CBC under a key that PBKDF2 with HMAC-SHA-256 derives from
    /// `password` in 600,000 rounds: what OpenSSL 1.0.2 and everything later reads.
    pub fn to_encrypted_pem(&self, password: &SecretString) -> Result<String, EncryptKeyError> {
        let parameters =
            pbes2::Parameters::generate_pbkdf2(&mut SysRng).map_err(EncryptKeyError::Parameters)?;
        let password = password.expose_secret().as_bytes();
        let key = PrivateKeyInfoRef::try_from(self.expose_pkcs8());
        let encrypted = key
            .and_then(|key| key.encrypt_with_params(parameters, password))
            .map_err(EncryptKeyError::Encrypt)?;
        let pem = encrypted
            .to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)
            .map_err(EncryptKeyError::Encode)?;
        Ok(pem.as_str().to_owned())
    }
}
