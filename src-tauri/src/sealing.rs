//! What is typed leaves its page sealed, to a key that is used once.
//!
//! The bytes of a request pass through the web view's part of this process, which keeps blocks of memory as
//! long as it likes and wipes none. So a typed secret is opened only here: ECDH on P-256, HKDF and AES-256-GCM
//! with SHA-256 (RFC 5869, NIST SP 800-38D), which every system's web view has.

use std::{collections::HashMap, sync::Mutex};

use application::lock;
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral},
    error::Unspecified,
    hkdf::{HKDF_SHA256, Salt},
    rand::SystemRandom,
};
use secrecy::SecretString;
use zeroize::Zeroizing;

/// A point of P-256 that is not compressed: 4, x, y.
const PUBLIC_KEY: usize = 65;

/// What the derived key is for.
const PURPOSE: &[u8] = b"reseal typed secret";

/// The keys that windows were given and have not used yet, by their labels.
#[derive(Default)]
pub struct Seals(Mutex<HashMap<String, EphemeralPrivateKey>>);

impl Seals {
    /// A new key for the window of this label, in place of the one before: its public half.
    pub(crate) fn offer(&self, label: &str) -> Result<Vec<u8>, Unspecified> {
        let key = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())?;
        let public = key.compute_public_key()?.as_ref().to_vec();
        lock(&self.0).insert(label.to_owned(), key);
        Ok(public)
    }

    /// What the window of this label has sealed: its own public key, then the ciphertext. The key is used up.
    pub(crate) fn open(&self, label: &str, sealed: &[u8]) -> Option<SecretString> {
        let ours = lock(&self.0).remove(label)?;
        let (theirs, ciphertext) = sealed.split_at_checked(PUBLIC_KEY)?;
        let theirs = UnparsedPublicKey::new(&ECDH_P256, theirs);
        let key = agree_ephemeral(ours, &theirs, derived).ok()?.ok()?;
        let mut opened = Zeroizing::new(ciphertext.to_vec());
        // The key seals one text and no other, so its nonce need not be told.
        let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
        let text = key.open_in_place(nonce, Aad::empty(), &mut opened).ok()?;
        std::str::from_utf8(text).ok().map(SecretString::from)
    }

    /// The window of this label is gone.
    pub(crate) fn forget(&self, label: &str) {
        lock(&self.0).remove(label);
    }
}

fn derived(agreed: &[u8]) -> Result<LessSafeKey, Unspecified> {
    let pseudorandom = Salt::new(HKDF_SHA256, &[]).extract(agreed);
    let key = pseudorandom.expand(&[PURPOSE], &AES_256_GCM)?;
    Ok(LessSafeKey::new(UnboundKey::from(key)))
}
