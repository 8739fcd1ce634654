//! Bytes in, facts out: certificates, keystores and the promises they keep. No network, no clock.

mod bundle;
mod certificate;
mod chain;
pub mod checks;
mod compare;
mod entries;
mod error;
mod issuance;
mod password;
mod private_key;
mod read;
mod request;
mod rsa_consistency;
mod self_signed;
mod thumbprint;
mod write_pkcs12;
mod write_pkcs8;

pub use bundle::{BeyondJava, Bundle, Contents, Entry, Format, Source, join};
pub use certificate::{Certificate, KeyKind, KeyUsage, Name, ReadCertificateError, escaped};
pub use chain::{Chain, Missing, completed, issuer_addresses, issuers_above, missing_above};
pub use checks::{Context, Kept, Promise, examine, examine_chain};
pub use compare::{Aspect, Difference, compare, relation};
pub use entries::EntryName;
pub use error::{BundleError, LooksLike, ReadError, Work};
pub use issuance::{Issuance, Roots, issuance_of};
pub use password::{UnfitPassword, ascii_password, generated_password};
pub use private_key::{PrivateKey, ReadKeyError};
pub use read::{Options, derive_in_vain, read, read_with};
pub use request::{CertificateRequest, MakeRequestError, RsaSize};
pub use self_signed::{MakeSelfSignedError, SelfSigned};
pub use thumbprint::{ParseThumbprintError, Thumbprint};
pub use write_pkcs8::EncryptKeyError;
pub use write_pkcs12::{Form, Sealed, WriteError, Written, write_pkcs12};
