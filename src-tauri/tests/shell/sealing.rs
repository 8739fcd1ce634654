//! What the page of the password window does with what is typed.

use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral},
    hkdf::{HKDF_SHA256, Salt},
    rand::SystemRandom,
};
use serde_json::Value;

/// The password as bytes for the command that takes it, sealed to the key that the window was given.
pub(crate) fn sealed(password: &str, shown: &Value) -> Vec<u8> {
    let to: Vec<u8> = serde_json::from_value(shown["sealTo"].clone()).unwrap();
    let ours = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
    let mut message = ours.compute_public_key().unwrap().as_ref().to_vec();
    let theirs = UnparsedPublicKey::new(&ECDH_P256, to);
    let key = agree_ephemeral(ours, &theirs, |agreed| {
        let agreed = Salt::new(HKDF_SHA256, &[]).extract(agreed);
        let key = agreed.expand(&[b"reseal typed secret"], &AES_256_GCM);
        LessSafeKey::new(UnboundKey::from(key.unwrap()))
    });
    let mut text = password.as_bytes().to_vec();
    let nonce = Nonce::assume_unique_for_key([0; NONCE_LEN]);
    key.unwrap()
        .seal_in_place_append_tag(nonce, Aad::empty(), &mut text)
        .unwrap();
    message.extend(text);
    message
}
