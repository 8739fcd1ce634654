//! Why a file could not be opened, and why what is in it is no bundle.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::options::Options;

/// Why a file could not be opened. Wrong password, an encryption that is not read, damage and another
/// kind of file altogether are four different answers: see [`ReadError::answer`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadError {
    /// The file is encrypted and no password was given.
    #[error("open the file: it needs a password")]
    PasswordNeeded,
    /// The file was understood; the password is not its own.
    #[error("open the file: the password is wrong")]
    WrongPassword,
    /// The password is that of the file, but the key or another part inside has another one.
    #[error("open a part of the file: its password differs from the password of the file")]
    KeyPasswordDiffers,
    /// The password is that of a key inside; the file itself has another one, or its end was altered.
    #[error("open the file: the password opens the key inside, but not the file around it")]
    StorePasswordDiffers,
    /// The file is protected by an algorithm that is not read here. This is not about the password.
    #[error("open the file: {algorithm} is not supported")]
    UnsupportedEncryption {
        /// The algorithm by its usual name, or its object identifier.
        algorithm: String,
    },
    /// It is a file of a known kind, but incomplete or altered.
    #[error("read the file: {what} (at {at})")]
    Damaged {
        /// The place, such as `byte 17` or `block 2, line 40`.
        at: String,
        /// What is wrong there.
        what: Cow<'static, str>,
    },
    /// It is something else.
    #[error("find a certificate or a key: this is {looks_like}")]
    NotAKeystore {
        /// What it looks like instead.
        looks_like: LooksLike,
    },
    /// It is longer than anything that is read here.
    #[error("read the file: it has more than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// It holds more of something than anything that is read here.
    #[error("read the file: it has more than {limit} {of}")]
    TooMany {
        /// The limit.
        limit: usize,
        /// Of what, such as `certificates`.
        of: Cow<'static, str>,
    },
    /// The key derivation asks for more than allowed.
    #[error("open the file: {work} is more than allowed")]
    TooSlow {
        /// What opening the whole file takes, as far as that can be seen.
        work: Work,
    },
}

/// What it takes to make keys of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Work {
    /// Rounds of key derivation, as the file counts them.
    pub rounds: u64,
    /// The same in units of one SHA-256.
    pub hashes: u64,
    /// Bytes of memory at one time, where a derivation takes any to speak of.
    pub memory: u64,
}

impl Work {
    /// So many rounds of so many hashes each.
    pub(crate) const fn of(rounds: u64, each: u64) -> Self {
        Self {
            rounds,
            hashes: rounds.saturating_mul(each),
            memory: 0,
        }
    }

    /// One after the other.
    pub(crate) fn then(self, other: Self) -> Self {
        Self {
            rounds: self.rounds.saturating_add(other.rounds),
            hashes: self.hashes.saturating_add(other.hashes),
            memory: self.memory.max(other.memory),
        }
    }

    /// The larger in each respect.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            rounds: self.rounds.max(other.rounds),
            hashes: self.hashes.max(other.hashes),
            memory: self.memory.max(other.memory),
        }
    }

    /// Whether `options` allow it.
    pub const fn is_within(&self, options: &Options) -> bool {
        self.hashes <= options.hashes && self.memory <= options.memory
    }
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rounds, memory, .. } = self;
        match memory >> 20 {
            0 => write!(f, "{rounds} rounds of key derivation"),
            mebibytes => write!(
                f,
                "{rounds} rounds of key derivation in {mebibytes} MiB of memory"
            ),
        }
    }
}

impl ReadError {
    /// Whether a password that is not known yet may open it.
    pub const fn wants_password(&self) -> bool {
        matches!(
            self,
            Self::PasswordNeeded
                | Self::WrongPassword
                | Self::KeyPasswordDiffers
                | Self::StorePasswordDiffers
        )
    }

    /// Whether a certificate or a key may be in the file although none was read: who makes something of other
    /// files has to know. What is a request, a public key or the like by its kind holds neither.
    pub const fn may_hide_a_key(&self) -> bool {
        match self {
            Self::NotAKeystore { looks_like } => !looks_like.is_companion(),
            Self::PasswordNeeded
            | Self::WrongPassword
            | Self::KeyPasswordDiffers
            | Self::StorePasswordDiffers
            | Self::UnsupportedEncryption { .. }
            | Self::Damaged { .. }
            | Self::TooLarge { .. }
            | Self::TooMany { .. }
            | Self::TooSlow { .. } => true,
        }
    }

    /// The answer in one word, as machines read it. A password that was not given is not wrong, and one that
    /// opens the file is right.
    pub const fn answer(&self) -> &'static str {
        match self {
            Self::PasswordNeeded | Self::KeyPasswordDiffers => "locked",
            Self::WrongPassword | Self::StorePasswordDiffers => "wrong-password",
            Self::UnsupportedEncryption { .. } | Self::TooSlow { .. } => "unsupported-encryption",
            Self::Damaged { .. } => "damaged",
            Self::NotAKeystore { .. } | Self::TooLarge { .. } | Self::TooMany { .. } => {
                "not-a-keystore"
            }
        }
    }
}

/// What a file is, when it holds neither a certificate nor a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LooksLike {
    /// No bytes at all.
    Nothing,
    /// A web page.
    WebPage,
    /// Some other text.
    Text,
    /// A JSON document.
    Json,
    /// Bytes of no known kind.
    UnknownBytes,
    /// Nothing but zeros.
    Zeros,
    /// A Bouncy Castle keystore.
    BouncyCastleKeystore,
    /// A private key for SSH.
    SshPrivateKey,
    /// A public key for SSH.
    SshPublicKey,
    /// A private key of PuTTY.
    PuttyKey,
    /// A request for a certificate.
    CertificateRequest,
    /// A public key alone.
    PublicKey,
    /// A revocation list.
    RevocationList,
    /// Key parameters alone.
    Parameters,
    /// A PGP key or message.
    Pgp,
    /// An encrypted or signed message without certificates.
    Message,
    /// A zip archive, an office document or a jar.
    Zip,
    /// Another archive.
    Archive,
    /// An old office document, or an installer of Windows.
    OfficeDocument,
    /// A shortcut to a file, not the file.
    Shortcut,
    /// An Oracle wallet that opens without a password.
    OracleWallet,
    /// An IBM key database.
    IbmKeystore,
    /// An object that a Java program wrote.
    JavaObject,
    /// A text block of a kind that other programs use.
    OtherBlock,
    /// What a program encrypts files of any kind to.
    Sealed,
    /// A private key in one of Microsoft's own forms.
    MicrosoftKey,
    /// A key as JSON.
    JsonWebKey,
    /// What a program prints of a certificate.
    CertificateInWords,
    /// A certificate that binds attributes, not a key.
    AttributeCertificate,
    /// A question about a certificate's status, or the answer.
    StatusMessage,
    /// A time stamp, or the question for one.
    TimeStamp,
    /// A message between a client and an authority.
    AuthorityMessage,
    /// What proves that something was archived.
    EvidenceRecord,
    /// A gzip archive.
    Gzip,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A program.
    Program,
    /// An Apple keychain or another database.
    Database,
}

impl fmt::Display for LooksLike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "an empty file",
            Self::WebPage => "a web page",
            Self::Text => "plain text",
            Self::Json => "a JSON document",
            Self::UnknownBytes => "a file of no known kind",
            Self::Zeros => "a file of zeros",
            Self::BouncyCastleKeystore => "a Bouncy Castle keystore (BKS, UBER or BCFKS)",
            Self::SshPrivateKey => "an OpenSSH private key",
            Self::SshPublicKey => "an SSH public key",
            Self::PuttyKey => "a PuTTY private key",
            Self::CertificateRequest => "a certificate request (CSR)",
            Self::PublicKey => "a public key",
            Self::RevocationList => "a certificate revocation list",
            Self::Parameters => "key parameters without a key",
            Self::Pgp => "a PGP key or message",
            Self::Message => "a PKCS#7 message without certificates",
            Self::Zip => "a zip archive, an Office document or a jar",
            Self::Archive => "an archive (tar, 7z, rar, xz, bzip2, zstd or cab)",
            Self::OfficeDocument => "an Office document or an installer",
            Self::Shortcut => "a shortcut to a file",
            Self::OracleWallet => "an Oracle wallet for automatic login (cwallet.sso)",
            Self::IbmKeystore => "an IBM key database (.kdb)",
            Self::JavaObject => "an object that a Java program wrote",
            Self::OtherBlock => "a text block of another program's",
            Self::Sealed => "a file that age, Ansible or openssl enc encrypted",
            Self::MicrosoftKey => "a private key in a form of Microsoft's (PVK or a key blob)",
            Self::JsonWebKey => "a JSON Web Key (JWK)",
            Self::CertificateInWords => "what a program printed of a certificate",
            Self::AttributeCertificate => "an attribute certificate, which belongs to no server",
            Self::StatusMessage => "a message about a certificate's status (OCSP)",
            Self::TimeStamp => "a time stamp, or the question for one (RFC 3161)",
            Self::AuthorityMessage => "a message to or from an authority (CMP or CRMF)",
            Self::EvidenceRecord => "an evidence record of an archive (RFC 4998)",
            Self::Gzip => "a gzip archive",
            Self::Pdf => "a PDF document",
            Self::Picture => "a picture",
            Self::Program => "a program",
            Self::Database => "a database",
        })
    }
}

impl LooksLike {
    /// Whether it is of a kind that lies beside certificates and holds neither one nor a private key.
    const fn is_companion(self) -> bool {
        matches!(
            self,
            Self::CertificateRequest
                | Self::PublicKey
                | Self::SshPublicKey
                | Self::RevocationList
                | Self::Parameters
                | Self::StatusMessage
                | Self::TimeStamp
                | Self::AuthorityMessage
                | Self::EvidenceRecord
                | Self::Text
        )
    }

    /// Whether it is a private key in a form that is not read here.
    pub const fn is_private_key(self) -> bool {
        matches!(
            self,
            Self::SshPrivateKey | Self::PuttyKey | Self::MicrosoftKey | Self::JsonWebKey
        )
    }

    /// What a person can do to get a file that is read here.
    pub const fn todo(self) -> &'static str {
        match self {
            Self::BouncyCastleKeystore => {
                "Convert it first, with the provider's jar at hand: keytool -importkeystore -srckeystore FILE -srcstoretype BKS -destkeystore NEW.p12 -deststoretype PKCS12 -providerpath bcprov.jar -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider (in place of BKS perhaps UBER or BCFKS)"
            }
            Self::SshPrivateKey => {
                "If it is the certificate's key, convert a copy: ssh-keygen -p -m PEM -f COPY"
            }
            Self::PuttyKey => "If it is the certificate's key, export it as PEM in PuTTYgen.",
            Self::CertificateRequest => {
                "This went to the authority; choose the certificate that came back, and the private key."
            }
            Self::PublicKey | Self::SshPublicKey => {
                "Choose the certificate and the private key, not the public key alone."
            }
            Self::OracleWallet => {
                "Choose the ewallet.p12 beside it, which holds the same and opens with the wallet's password."
            }
            Self::IbmKeystore => {
                "Export it first: runmqakm -cert -export -db FILE -label NAME -target NEW.p12 -target_type pkcs12"
            }
            Self::Sealed => "Decrypt it with the program that made it.",
            Self::MicrosoftKey => {
                "If it is the certificate's key, convert it first: openssl rsa -inform PVK -in FILE -out NEW.key (in place of PVK perhaps MSBLOB)"
            }
            Self::JsonWebKey => "Export the key as PEM where it comes from.",
            Self::CertificateInWords => {
                "Choose the file that was printed, or copy the block from BEGIN to END."
            }
            Self::Shortcut => "Choose the file that it points to.",
            Self::Zip | Self::Gzip | Self::Archive => {
                "Unpack it and choose the certificate files inside."
            }
            Self::WebPage => {
                "Probably a sign-in or error page was saved in place of the file. Download it again."
            }
            Self::Nothing
            | Self::Text
            | Self::Json
            | Self::UnknownBytes
            | Self::Zeros
            | Self::RevocationList
            | Self::Parameters
            | Self::AttributeCertificate
            | Self::StatusMessage
            | Self::TimeStamp
            | Self::AuthorityMessage
            | Self::EvidenceRecord
            | Self::JavaObject
            | Self::OtherBlock
            | Self::OfficeDocument
            | Self::Pgp
            | Self::Message
            | Self::Pdf
            | Self::Picture
            | Self::Program
            | Self::Database => {
                "Choose a keystore (.p12, .pfx, .jks) or certificate and key files (.pem, .crt, .key, .p7b)."
            }
        }
    }
}
