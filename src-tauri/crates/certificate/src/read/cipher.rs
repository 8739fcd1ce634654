//! The ciphers that keystores use, all in the direction of opening.

use cbc::Decryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{
    BlockCipherDecrypt, BlockModeDecrypt, InnerIvInit, KeyInit, KeyIvInit, StreamCipher,
};
use rc2::Rc2;
use rc4::Rc4;
use ring::aead::{self, AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use zeroize::Zeroizing;

/// A cipher with its key size where that varies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cipher {
    Aes128,
    Aes192,
    Aes256,
    Aes128Gcm,
    Aes256Gcm,
    Camellia128,
    Camellia192,
    Camellia256,
    Aria128,
    Aria192,
    Aria256,
    Sm4,
    TripleDes,
    TwoKeyTripleDes,
    Des,
    /// RC2 with a key of so many bytes, and as many effective bits as that.
    Rc2 {
        bytes: usize,
    },
    /// RC4 with a key of so many bytes.
    Rc4 {
        bytes: usize,
    },
}

impl Cipher {
    /// The usual name.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Aes128 => "AES-128".into(),
            Self::Aes192 => "AES-192".into(),
            Self::Aes256 => "AES-256".into(),
            Self::Aes128Gcm => "AES-128-GCM".into(),
            Self::Aes256Gcm => "AES-256-GCM".into(),
            Self::Camellia128 => "Camellia-128".into(),
            Self::Camellia192 => "Camellia-192".into(),
            Self::Camellia256 => "Camellia-256".into(),
            Self::Aria128 => "ARIA-128".into(),
            Self::Aria192 => "ARIA-192".into(),
            Self::Aria256 => "ARIA-256".into(),
            Self::Sm4 => "SM4".into(),
            Self::TripleDes => "3DES".into(),
            Self::TwoKeyTripleDes => "3DES with two keys".into(),
            Self::Des => "DES".into(),
            Self::Rc2 { bytes } => format!("RC2-{}", bytes * 8),
            Self::Rc4 { bytes } => format!("RC4-{}", bytes * 8),
        }
    }

    /// Bytes of the key.
    pub(crate) const fn key_size(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes128Gcm | Self::Camellia128 | Self::Aria128 => 16,
            Self::Sm4 | Self::TwoKeyTripleDes => 16,
            Self::Aes192 | Self::Camellia192 | Self::Aria192 | Self::TripleDes => 24,
            Self::Aes256 | Self::Aes256Gcm | Self::Camellia256 | Self::Aria256 => 32,
            Self::Des => 8,
            Self::Rc2 { bytes } | Self::Rc4 { bytes } => bytes,
        }
    }

    /// The same cipher with a key of so many bytes; nothing where it cannot have such a key.
    pub(crate) const fn with_key_of(self, bytes: u64) -> Option<Self> {
        match (self, bytes) {
            (Self::Aes128 | Self::Aes192 | Self::Aes256, 16) => Some(Self::Aes128),
            (Self::Aes128 | Self::Aes192 | Self::Aes256, 24) => Some(Self::Aes192),
            (Self::Aes128 | Self::Aes192 | Self::Aes256, 32) => Some(Self::Aes256),
            _ if self.key_size() as u64 == bytes => Some(self),
            _ => None,
        }
    }

    /// Bytes of the initialisation vector.
    pub(crate) const fn vector_size(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::Camellia128 | Self::Camellia192 | Self::Camellia256 => 16,
            Self::Aria128 | Self::Aria192 | Self::Aria256 | Self::Sm4 => 16,
            Self::Aes128Gcm | Self::Aes256Gcm => 12,
            Self::TripleDes | Self::TwoKeyTripleDes | Self::Des | Self::Rc2 { .. } => 8,
            Self::Rc4 { .. } => 0,
        }
    }

    /// Whether this cipher can have made so many bytes. Where it cannot, some are missing or too many, and
    /// no password opens them.
    pub(crate) const fn makes(self, length: usize) -> bool {
        match self.vector_size() {
            // RC4 makes as many as it is given.
            0 => true,
            // GCM does too, and a tag of 16 bytes.
            12 => length > 16,
            block => length > 0 && length.is_multiple_of(block),
        }
    }

    /// Decrypts and takes the padding off; nothing where the padding shows that the key is wrong.
    pub(crate) fn open(self, key: &[u8], vector: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        match self {
            Self::Aes128 => open_cbc::<aes::Aes128>(key, vector, data),
            Self::Aes192 => open_cbc::<aes::Aes192>(key, vector, data),
            Self::Aes256 => open_cbc::<aes::Aes256>(key, vector, data),
            Self::Aes128Gcm => open_gcm(&AES_128_GCM, key, vector, data),
            Self::Aes256Gcm => open_gcm(&AES_256_GCM, key, vector, data),
            Self::Camellia128 => open_cbc::<camellia::Camellia128>(key, vector, data),
            Self::Camellia192 => open_cbc::<camellia::Camellia192>(key, vector, data),
            Self::Camellia256 => open_cbc::<camellia::Camellia256>(key, vector, data),
            Self::Aria128 => open_cbc::<aria::Aria128>(key, vector, data),
            Self::Aria192 => open_cbc::<aria::Aria192>(key, vector, data),
            Self::Aria256 => open_cbc::<aria::Aria256>(key, vector, data),
            Self::Sm4 => open_cbc::<sm4::Sm4>(key, vector, data),
            Self::TripleDes => open_cbc::<des::TdesEde3>(key, vector, data),
            Self::TwoKeyTripleDes => open_cbc::<des::TdesEde2>(key, vector, data),
            Self::Des => open_cbc::<des::Des>(key, vector, data),
            Self::Rc2 { bytes } => {
                let key = key
                    .get(..bytes)
                    .filter(|key| (1..=128).contains(&key.len()))?;
                let cipher = Rc2::new_with_eff_key_len(key, bytes * 8);
                let mode = Decryptor::inner_iv_slice_init(cipher, vector).ok()?;
                unpad(mode, data)
            }
            Self::Rc4 { .. } => {
                let mut plain = Zeroizing::new(data.to_vec());
                Rc4::new_from_slice(key)
                    .ok()?
                    .try_apply_keystream(&mut plain)
                    .ok()?;
                Some(plain)
            }
        }
    }
}

/// The tag of 16 bytes stands behind the data.
fn open_gcm(
    algorithm: &'static aead::Algorithm,
    key: &[u8],
    vector: &[u8],
    data: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let key = LessSafeKey::new(UnboundKey::new(algorithm, key).ok()?);
    let nonce = Nonce::try_assume_unique_for_key(vector).ok()?;
    let mut plain = Zeroizing::new(data.to_vec());
    let length = key
        .open_in_place(nonce, Aad::empty(), &mut plain)
        .ok()?
        .len();
    plain.truncate(length);
    Some(plain)
}

fn open_cbc<C: BlockCipherDecrypt + KeyInit>(
    key: &[u8],
    vector: &[u8],
    data: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    unpad(Decryptor::<C>::new_from_slices(key, vector).ok()?, data)
}

fn unpad(mode: impl BlockModeDecrypt, data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    mode.decrypt_padded_vec::<Pkcs7>(data)
        .ok()
        .map(Zeroizing::new)
}
