//! What goes through the pipe: one JSON document each way. Neither has a `Debug` form, for a task holds
//! passwords and keystores; the buffers that carried one are wiped.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use certificate::{Bundle, Certificate, Name, Options, RsaSize, Sealed};
use message::Message;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use crate::opened::NoEntry;
use crate::{OfferedFile, Opened};

/// Ends an answer, in which no line breaks. Who has heard it need not wait until the child has given back
/// its memory, which takes as long as opening a small file.
pub(crate) const END: u8 = b'\n';

/// What the child is asked to do, and with what.
#[derive(Serialize, Deserialize)]
pub(crate) struct Task {
    pub(crate) files: Vec<File>,
    /// Certificates that take part besides those in the files.
    pub(crate) added: Vec<Certificate>,
    /// What opening each file may take.
    pub(crate) options: Options,
    /// The most processor time for all of it, in seconds.
    pub(crate) seconds: u64,
    /// Which of several entries is meant, by what it is called.
    pub(crate) entry: Option<String>,
    pub(crate) wish: Wish,
}

#[derive(Serialize, Deserialize)]
pub(crate) enum Wish {
    /// Open the files.
    Open,
    /// Seal what is in them under this password.
    Seal(String),
    /// Make a key and the request for a certificate; the key is encrypted under the password.
    Request {
        names: Vec<Name>,
        size: RsaSize,
        password: String,
    },
}

#[derive(Serialize, Deserialize)]
pub(crate) struct File {
    bytes: String,
    passwords: Vec<String>,
}

/// What the child answers.
#[derive(Serialize, Deserialize)]
pub(crate) enum Reply {
    Opened(Opened),
    Sealed(Box<SealedFiles>),
    NoEntry(NoEntry),
    Requested(MadeRequest),
    /// Java refuses one of the certificates: which, and why, as a sentence.
    Refused(Box<Message>),
    /// Writing the keystore or the request failed, in the words of the error and its causes.
    NotWritten(String),
}

/// A request for a certificate, and the key that waits for the reply.
#[derive(Clone, Serialize, Deserialize)]
pub struct MadeRequest {
    /// The request as PEM.
    pub request: String,
    /// The public key (a SubjectPublicKeyInfo, DER).
    pub public_key: Vec<u8>,
    /// The private key as encrypted PKCS#8 in PEM.
    pub encrypted_key: String,
}

/// Both keystores. The password does not come back: whoever asked has it.
#[derive(Serialize, Deserialize)]
pub(crate) struct SealedFiles {
    bundle: Bundle,
    modern: String,
    older: String,
}

impl Task {
    pub(crate) fn new(files: &[OfferedFile], added: &[Certificate], options: Options) -> Self {
        let file = |file: &OfferedFile| File {
            bytes: STANDARD.encode(&*file.bytes),
            passwords: file
                .passwords
                .iter()
                .map(|it| it.expose_secret().to_owned())
                .collect(),
        };
        Self {
            files: files.iter().map(file).collect(),
            added: added.to_vec(),
            options,
            seconds: 0,
            entry: None,
            wish: Wish::Open,
        }
    }

    /// The files as they were offered; nothing where one is no base64.
    pub(crate) fn offered(&self) -> Option<Vec<OfferedFile>> {
        let offered = |file: &File| {
            Some(OfferedFile {
                name: String::new(),
                bytes: Zeroizing::new(STANDARD.decode(&file.bytes).ok()?),
                passwords: file.passwords.iter().map(|it| it.as_str().into()).collect(),
            })
        };
        self.files.iter().map(offered).collect()
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        for file in &mut self.files {
            file.bytes.zeroize();
            file.passwords.zeroize();
        }
        match &mut self.wish {
            Wish::Open => {}
            Wish::Seal(password) | Wish::Request { password, .. } => password.zeroize(),
        }
    }
}

impl SealedFiles {
    pub(crate) fn of(sealed: Sealed) -> Self {
        Self {
            modern: STANDARD.encode(&sealed.modern),
            older: STANDARD.encode(&sealed.older),
            bundle: sealed.bundle,
        }
    }

    pub(crate) fn with(self, password: &SecretString) -> Option<Sealed> {
        Some(Sealed {
            bundle: self.bundle,
            modern: STANDARD.decode(self.modern).ok()?,
            older: STANDARD.decode(self.older).ok()?,
            password: password.clone(),
        })
    }
}
