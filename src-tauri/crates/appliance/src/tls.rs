//! TLS as this program wants it: pins compared during the handshake, signatures really verified, no resumption.
//!
//! Host names and certification authorities play no part. A default certificate of the product carries no public
//! name (docs/vcda-api.md §2.8), and peers are pinned to the leaf (§2.6); so are we. What makes "shows the right
//! leaf" mean "holds its key" is the signature over the handshake, and it is verified by rustls.

use std::fmt;
use std::sync::{Arc, LazyLock, Mutex};

use certificate::{Certificate, Thumbprint};
use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, SignatureScheme};

use crate::meter::Meter;

/// The one crypto provider of this program.
static PROVIDER: LazyLock<Arc<CryptoProvider>> =
    LazyLock::new(|| Arc::new(rustls::crypto::ring::default_provider()));

/// A configuration that completes a handshake with the pinned certificate only.
pub(crate) fn pinned(pin: Thumbprint, meter: Arc<Meter>) -> ClientConfig {
    let mut config = configuration(Arc::new(Pinned { pin, meter }));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config
}

/// A configuration that completes a handshake with anybody and remembers who it was.
pub(crate) fn observing(witness: Arc<Witness>) -> ClientConfig {
    configuration(witness)
}

/// What both have in common. A resumed session would skip the certificate, so there is none.
fn configuration(verifier: Arc<dyn ServerCertVerifier>) -> ClientConfig {
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&PROVIDER))
        .with_safe_default_protocol_versions()
        .expect("ring offers TLS 1.2 and TLS 1.3")
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    config.resumption = Resumption::disabled();
    config.enable_early_data = false;
    config
}

/// Carried inside the TLS error when another certificate was shown.
#[derive(Debug)]
pub(crate) struct CertificateDiffers {
    pub(crate) expected: Thumbprint,
    pub(crate) seen: Thumbprint,
    pub(crate) leaf: Option<Certificate>,
}

impl fmt::Display for CertificateDiffers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "another certificate was shown: {}", self.seen)
    }
}

impl std::error::Error for CertificateDiffers {}

/// Lets the pinned leaf pass.
#[derive(Debug)]
struct Pinned {
    pin: Thumbprint,
    meter: Arc<Meter>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        self.meter.count_handshake();
        let seen = Thumbprint::of(leaf);
        if seen == self.pin {
            return Ok(ServerCertVerified::assertion());
        }
        let differs = CertificateDiffers {
            expected: self.pin,
            seen,
            leaf: Certificate::from_der(leaf.to_vec()).ok(),
        };
        Err(CertificateError::Other(OtherError(Arc::new(differs))).into())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12(message, leaf, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13(message, leaf, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        schemes()
    }
}

/// Lets everybody pass and remembers the chain.
#[derive(Debug, Default)]
pub(crate) struct Witness {
    shown: Mutex<Vec<CertificateDer<'static>>>,
}

impl Witness {
    /// What was shown, leaf first; empty before the certificate arrived.
    pub(crate) fn shown(&self) -> Vec<CertificateDer<'static>> {
        self.shown
            .lock()
            .expect("no holder of this lock can panic")
            .clone()
    }
}

impl Witness {
    fn remember<'a>(&self, chain: impl Iterator<Item = &'a CertificateDer<'a>>) {
        let chain = chain
            .map(|certificate| certificate.clone().into_owned())
            .collect();
        *self.shown.lock().expect("no holder of this lock can panic") = chain;
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        self.remember(std::iter::once(leaf).chain(intermediates));
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12(message, leaf, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13(message, leaf, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        schemes()
    }
}

fn verify_tls12(
    message: &[u8],
    leaf: &CertificateDer<'_>,
    signature: &DigitallySignedStruct,
) -> Result<HandshakeSignatureValid, rustls::Error> {
    let algorithms = &PROVIDER.signature_verification_algorithms;
    rustls::crypto::verify_tls12_signature(message, leaf, signature, algorithms)
}

fn verify_tls13(
    message: &[u8],
    leaf: &CertificateDer<'_>,
    signature: &DigitallySignedStruct,
) -> Result<HandshakeSignatureValid, rustls::Error> {
    let algorithms = &PROVIDER.signature_verification_algorithms;
    rustls::crypto::verify_tls13_signature(message, leaf, signature, algorithms)
}

fn schemes() -> Vec<SignatureScheme> {
    PROVIDER
        .signature_verification_algorithms
        .supported_schemes()
}
