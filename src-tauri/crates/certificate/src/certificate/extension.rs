//! Extensions of certificates by their identifiers.

use x509_parser::certificate::X509Certificate;

/// What makes a certificate one for a transparency log alone (RFC 6962 §3.1).
pub(crate) const POISON: &str = "1.3.6.1.4.1.11129.2.4.3";

/// What OpenSSL 3 takes where it is critical (`X509_supported_extension`).
const UNDERSTOOD: [&str; 14] = [
    "2.16.840.1.113730.1.1",
    "2.5.29.15",
    "2.5.29.17",
    "2.5.29.19",
    "2.5.29.30",
    "2.5.29.31",
    "2.5.29.32",
    "2.5.29.33",
    "2.5.29.36",
    "2.5.29.37",
    "2.5.29.54",
    "1.3.6.1.5.5.7.1.14",
    "1.3.6.1.5.5.7.1.7",
    "1.3.6.1.5.5.7.1.8",
];

/// The first critical extension that nobody understands.
pub(super) fn unknown_critical(certificate: &X509Certificate<'_>) -> Option<String> {
    let critical = certificate.extensions().iter().filter(|it| it.critical);
    let mut oids = critical.map(|extension| extension.oid.to_id_string());
    oids.find(|oid| !UNDERSTOOD.contains(&oid.as_str()))
}

/// The usual name of an extension.
pub(crate) fn name(oid: &str) -> Option<&'static str> {
    Some(match oid {
        POISON => "precertificate poison",
        "1.3.6.1.4.1.11129.2.4.2" => "signed certificate timestamps",
        "1.3.6.1.5.5.7.1.1" => "authority information access",
        "1.3.6.1.5.5.7.1.3" => "qualified certificate statements",
        "1.3.6.1.5.5.7.1.11" => "subject information access",
        "1.3.6.1.5.5.7.1.24" => "TLS feature",
        "1.3.6.1.5.5.7.48.1.5" => "OCSP no check",
        "1.3.6.1.4.1.311.20.2" => "certificate template name",
        "1.3.6.1.4.1.311.21.7" => "certificate template",
        "1.3.6.1.4.1.311.21.10" => "application policies",
        "2.5.29.9" => "subject directory attributes",
        "2.5.29.14" => "subject key identifier",
        "2.5.29.15" => "key usage",
        "2.5.29.17" => "subject alternative name",
        "2.5.29.19" => "basic constraints",
        "2.5.29.30" => "name constraints",
        "2.5.29.31" => "revocation list addresses",
        "2.5.29.32" => "certificate policies",
        "2.5.29.33" => "policy mappings",
        "2.5.29.36" => "policy constraints",
        "2.5.29.37" => "extended key usage",
        "2.5.29.54" => "inhibit any policy",
        "2.16.840.1.113730.1.1" => "Netscape certificate type",
        "2.16.840.1.113730.1.13" => "Netscape comment",
        "2.5.29.16" => "private key usage period",
        "2.5.29.18" => "issuer alternative name",
        "2.5.29.35" => "authority key identifier",
        "2.5.29.46" => "freshest revocation list",
        _ => return None,
    })
}
