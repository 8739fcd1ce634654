//! The screen Certificates. No private key and no password is part of what is wished or shown.

use certificate::Form;
use message::{Argument, Message};
use rotation::{Problem, card::CertificateCard};
use serde::{Deserialize, Serialize};
use sites::SavedSite;
use ts_rs::TS;

use super::replace::PromiseView;

/// What the person wants next.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DoctorWish {
    /// See how things are.
    Look,
    /// Choose files in the native dialog.
    Browse,
    /// Take what was dropped on the window or pasted into it.
    Take {
        /// Names what was offered.
        token: String,
    },
    /// Type the password of a file, in a window of its own.
    Password {
        /// The file.
        file: String,
    },
    /// Open a file that asks for more work than is done unasked.
    OpenAnyway {
        /// The file.
        file: String,
    },
    /// Put one file away.
    Remove {
        /// The file.
        file: String,
    },
    /// Put all files away.
    Clear,
    /// Take one of several entries for the one that is meant.
    Choose {
        /// The entry, by its identity in [`DoctorView::entries`].
        entry: String,
    },
    /// Judge the certificate for a saved site, or for none.
    MeantFor {
        /// The site's identity.
        site: Option<String>,
    },
    /// Look for the missing issuer among the certificates that this computer trusts.
    CompleteFromMachine,
    /// Fetch the missing issuer from the address that the certificate names.
    CompleteFromAddress,
    /// Put two certificates side by side.
    Compare {
        /// The one on the left, by its identity in [`DoctorView::comparable`].
        one: String,
        /// The other.
        other: String,
    },
    /// Write the file for the appliance.
    Make {
        /// How it is protected.
        #[ts(inline)]
        form: MadeForm,
        /// The person types its password; else one is generated.
        typed: bool,
    },
    /// Put the generated password of the file that was made on the clipboard.
    CopyPassword,
    /// Hand the certificate over to the screen Replace certificate.
    Use,
}

/// How the file for the appliance is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MadeForm {
    /// AES-256 and HMAC-SHA-256.
    Modern,
    /// 3DES and HMAC-SHA-1, for an old Java.
    Older,
}

impl From<Form> for MadeForm {
    fn from(form: Form) -> Self {
        match form {
            Form::Modern => Self::Modern,
            Form::Older => Self::Older,
        }
    }
}

impl From<MadeForm> for Form {
    fn from(form: MadeForm) -> Self {
        match form {
            MadeForm::Modern => Self::Modern,
            MadeForm::Older => Self::Older,
        }
    }
}

/// Everything on the screen.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorView {
    /// The files, in the order in which they came.
    pub files: Vec<FileView>,
    /// What they are when they are put together.
    pub entry: Option<EntryView>,
    /// What the certificates are to the requests that wait, if they came without a key.
    pub replies: Vec<ReplyView>,
    /// The keys that have a certificate, where there are several: the appliance takes one.
    pub entries: Vec<EntryChoice>,
    /// Why they cannot be put together.
    pub problem: Option<Problem>,
    /// The saved sites.
    pub sites: Vec<Choice>,
    /// The site that the certificate is meant for.
    pub meant_for: Option<String>,
    /// Certificates that can be compared: those of the files, and those in use at the saved sites.
    pub comparable: Vec<Choice>,
    /// Two of them side by side.
    pub comparison: Option<ComparisonView>,
    /// The file for the appliance that was made last.
    pub made: Option<MadeView>,
    /// What the screen Replace certificate takes over, by its token.
    pub handed_over: Option<String>,
}

/// A certificate that an authority sent, and the request it answers or does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplyView {
    /// The request that it answers.
    pub request: Option<String>,
    /// What it is, in a sentence or two.
    pub says: String,
    /// What differs from what was asked for, each in a sentence.
    pub changes: Vec<String>,
}

/// One of several keys that have a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryChoice {
    /// What stands for it: the thumbprint of its certificate.
    pub id: String,
    /// The name of its entry, or else its certificate's.
    pub label: String,
    /// What tells it from the others.
    pub says: String,
    /// It is the one that was chosen.
    pub is_chosen: bool,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What stands for it.
    pub id: String,
    /// How it is called.
    pub label: String,
}

impl Choice {
    /// A saved site.
    pub(crate) fn of(site: &SavedSite) -> Self {
        Self {
            id: site.id.clone(),
            label: site.name.clone(),
        }
    }
}

/// One file: what it is, or which of the answers and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// Names the file in wishes.
    pub id: String,
    /// Its name without the folder, fit to be shown.
    pub name: String,
    /// It is the key of a request that waited: it comes and goes with its reply.
    pub waited: bool,
    /// What came of reading it.
    #[ts(inline)]
    pub answer: FileAnswer,
    /// What it is, in a line.
    pub says: String,
    /// The protections met, in words.
    pub encryption: Vec<String>,
    /// The keys and certificates in it, each in a line.
    pub contents: Vec<String>,
    /// Why it could not be opened.
    pub problem: Option<Problem>,
}

/// What came of reading a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileAnswer {
    /// It was opened.
    Opened,
    /// It is encrypted, and nobody has typed its password yet.
    PasswordNeeded,
    /// The password is not its own, or not that of every part.
    WrongPassword,
    /// It is protected by an algorithm that is not read.
    UnsupportedEncryption,
    /// It asks for more work than is done unasked.
    TooSlow,
    /// It is incomplete or altered.
    Damaged,
    /// It is something else.
    NotAKeystore,
    /// It could not be read from the disk, or reading it was stopped.
    NotRead,
}

/// A leaf with its chain, with its key or without.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryView {
    /// Whether the appliance will take it, in a sentence.
    pub says: String,
    /// The certificate in front.
    pub certificate: CertificateCard,
    /// The same as PEM.
    pub pem: String,
    /// Its private key is among the files.
    pub has_key: bool,
    /// The certificates above it, in order.
    pub chain: Vec<CertificateCard>,
    /// Who is not there above the topmost.
    pub missing: Option<MissingView>,
    /// Certificates that were added here to complete the chain, and where each came from.
    pub added: Vec<String>,
    /// Certificates that do not belong to the chain.
    pub strangers: Vec<CertificateCard>,
    /// What was there more than once, or without its other half, in sentences.
    pub left_out: Vec<String>,
    /// The checks, in order.
    pub promises: Vec<PromiseView>,
    /// No promise is broken that would make an import fail, and the key is there.
    pub acceptable: bool,
    /// What making the file for the appliance changes.
    pub changes: Vec<DifferenceView>,
    /// How the file is protected unless somebody chooses otherwise: it depends on the site's version.
    #[ts(inline)]
    pub form: MadeForm,
    /// All of this as text for a ticket.
    pub ticket: String,
}

/// An issuer that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MissingView {
    /// Its name.
    pub issuer: String,
    /// The identifier of its key, as far as the certificate below tells.
    pub key_id: Option<String>,
    /// Where the certificate below says that it can be fetched.
    pub address: Option<String>,
}

/// Two certificates side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonView {
    /// The one on the left.
    pub one: Choice,
    /// The other.
    pub other: Choice,
    /// What they are together, in a sentence.
    pub says: Message,
    /// What matters first.
    pub rows: Vec<DifferenceView>,
}

/// One aspect of two certificates, or of a file before and after it is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// The aspect.
    pub what: Message,
    /// On the left: as it is.
    pub before: Argument,
    /// On the right: as it would be.
    pub after: Argument,
    /// The two are not the same.
    pub differs: bool,
    /// What that means, where it means something.
    pub says: Option<Message>,
}

/// A file for the appliance that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MadeView {
    /// Where it is.
    pub path: String,
    /// How it is protected, and how it was checked.
    pub says: String,
    /// Its password was generated and can be copied.
    pub has_password: bool,
    /// The password is on the clipboard.
    pub copied: bool,
}
