//! What a file is that holds neither a certificate nor a key.

use message::{Message, message};
use serde::{Deserialize, Serialize};

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

impl LooksLike {
    /// Whether it is of a kind that lies beside certificates and holds neither one nor a private key.
    pub(crate) const fn is_companion(self) -> bool {
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

    /// What it is, with what a person can do to get a file that is read here as `todo`.
    pub fn message(self) -> Message {
        match self {
            Self::Nothing => message!("looks.nothing"),
            Self::WebPage => message!("looks.web_page"),
            Self::Text => message!("looks.text"),
            Self::Json => message!("looks.json"),
            Self::UnknownBytes => message!("looks.unknown_bytes"),
            Self::Zeros => message!("looks.zeros"),
            Self::BouncyCastleKeystore => message!("looks.bouncy_castle_keystore"),
            Self::SshPrivateKey => message!("looks.ssh_private_key"),
            Self::SshPublicKey => message!("looks.ssh_public_key"),
            Self::PuttyKey => message!("looks.putty_key"),
            Self::CertificateRequest => message!("looks.certificate_request"),
            Self::PublicKey => message!("looks.public_key"),
            Self::RevocationList => message!("looks.revocation_list"),
            Self::Parameters => message!("looks.parameters"),
            Self::Pgp => message!("looks.pgp"),
            Self::Message => message!("looks.message"),
            Self::Zip => message!("looks.zip"),
            Self::Archive => message!("looks.archive"),
            Self::OfficeDocument => message!("looks.office_document"),
            Self::Shortcut => message!("looks.shortcut"),
            Self::OracleWallet => message!("looks.oracle_wallet"),
            Self::IbmKeystore => message!("looks.ibm_keystore"),
            Self::JavaObject => message!("looks.java_object"),
            Self::OtherBlock => message!("looks.other_block"),
            Self::Sealed => message!("looks.sealed"),
            Self::MicrosoftKey => message!("looks.microsoft_key"),
            Self::JsonWebKey => message!("looks.json_web_key"),
            Self::CertificateInWords => message!("looks.certificate_in_words"),
            Self::AttributeCertificate => message!("looks.attribute_certificate"),
            Self::StatusMessage => message!("looks.status_message"),
            Self::TimeStamp => message!("looks.time_stamp"),
            Self::AuthorityMessage => message!("looks.authority_message"),
            Self::EvidenceRecord => message!("looks.evidence_record"),
            Self::Gzip => message!("looks.gzip"),
            Self::Pdf => message!("looks.pdf"),
            Self::Picture => message!("looks.picture"),
            Self::Program => message!("looks.program"),
            Self::Database => message!("looks.database"),
        }
    }
}
