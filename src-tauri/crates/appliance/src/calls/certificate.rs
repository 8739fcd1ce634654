//! The certificate of the service: read it, import another, regenerate it (docs/vcda-api.md §2.1 to §2.3).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use certificate::{Certificate, Thumbprint};
use http::header::HeaderName;
use secrecy::SecretString;
use serde::Deserialize;
use time::OffsetDateTime;

use super::{Call, reading};
use crate::error::RequestError;
use crate::limits::CERTIFICATE_CAP;
use crate::operation::OperationId;
use crate::request::Answer;
use crate::session::Session;

const READ: Call = Call::get("/config/certificate", CERTIFICATE_CAP);
const IMPORT: Call = Call::post("/config/certificate", CERTIFICATE_CAP).uploading();
const REGENERATE: Call = Call::put("/config/certificate", CERTIFICATE_CAP).uploading();

/// The header in which the password of the imported file travels. That it has this name rests on a single client
/// and on no page of the vendor (docs/vcda-api.md §1.6, §2.2).
const PKCS12_PASSWORD: HeaderName = HeaderName::from_static("secret");

/// What an appliance tells about a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceCertificate {
    /// Its thumbprint.
    pub thumbprint: Thumbprint,
    /// The common name it was issued to.
    pub common_name: Option<String>,
    /// When it expires.
    pub expires: Option<OffsetDateTime>,
    /// The certificate itself, where it was told and can be read. Its thumbprint is the one above.
    pub encoded: Option<Certificate>,
}

/// The answer to a replacement. What it holds is not documented, so only what was understood is kept
/// (docs/vcda-api.md §2.2, §2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The HTTP status, any of 2xx.
    pub status: u16,
    /// The certificate that the answer told of, if it told of one. Whether it is the new one is for the caller
    /// to judge.
    pub told: Option<ServiceCertificate>,
}

#[derive(Deserialize)]
struct Wire {
    certificate: WireCertificate,
    #[serde(default)]
    encoded: Option<String>,
}

/// `thumbPrint` has a capital P here and nowhere else (docs/vcda-api.md §2.1).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireCertificate {
    #[serde(rename = "thumbPrint", deserialize_with = "reading::thumbprint")]
    thumbprint: Thumbprint,
    #[serde(default)]
    issued_to: Option<WireName>,
    #[serde(default, deserialize_with = "reading::optional_moment")]
    expires_on: Option<OffsetDateTime>,
}

#[derive(Deserialize)]
struct WireName {
    #[serde(default, rename = "CN", deserialize_with = "reading::optional_name")]
    common_name: Option<String>,
}

impl ServiceCertificate {
    /// Reads an answer that describes a certificate.
    pub(super) fn of(answer: &Answer) -> Result<Self, RequestError> {
        let Wire {
            certificate,
            encoded,
        } = answer.read("a certificate with its thumbprint")?;
        let der = encoded.and_then(|text| STANDARD.decode(text).ok());
        if der
            .as_ref()
            .is_some_and(|der| Thumbprint::of(der) != certificate.thumbprint)
        {
            let expected = "a certificate that has the thumbprint told beside it";
            return Err(RequestError::Unreadable {
                call: answer.call,
                expected,
                source: None,
            });
        }
        Ok(Self {
            thumbprint: certificate.thumbprint,
            common_name: certificate.issued_to.and_then(|name| name.common_name),
            expires: certificate.expires_on,
            encoded: der.and_then(|der| Certificate::from_der(der).ok()),
        })
    }
}

impl Session {
    /// The certificate of the service that answers on this port.
    pub async fn certificate(&self) -> Result<ServiceCertificate, RequestError> {
        ServiceCertificate::of(&self.ask(self.request(READ)).await?)
    }

    /// Imports a PKCS#12 file; the services restart by themselves afterwards.
    ///
    /// It is sent at most once. When the outcome is unclear, look at the wire before anything else.
    pub async fn import_certificate(
        &self,
        pkcs12: &[u8],
        password: &SecretString,
        operation: &OperationId,
    ) -> Result<Replaced, RequestError> {
        let request = self
            .request(IMPORT)
            .secret(PKCS12_PASSWORD, password)?
            .operation(operation)
            .bytes("application/octet-stream", pkcs12.to_vec());
        Ok(Replaced::of(&self.ask_once(request).await?))
    }

    /// Has the service make a new self-signed certificate; the services restart by themselves afterwards.
    ///
    /// That the Cloud Service answers this call as the other services do is an inference (docs/vcda-api.md §2.3).
    /// It is sent at most once.
    pub async fn regenerate_certificate(
        &self,
        operation: &OperationId,
    ) -> Result<Replaced, RequestError> {
        let request = self.request(REGENERATE).operation(operation);
        Ok(Replaced::of(&self.ask_once(request).await?))
    }
}

impl Replaced {
    fn of(answer: &Answer) -> Self {
        Self {
            status: answer.status,
            told: ServiceCertificate::of(answer).ok(),
        }
    }
}
