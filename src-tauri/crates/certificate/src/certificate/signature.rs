//! The signature on a certificate: its algorithm by name, and whether it is true.

use super::facts::modulus_bits;
use super::signature_name;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA384_ASN1, ECDSA_P384_SHA256_ASN1, ECDSA_P384_SHA384_ASN1,
    ED25519, RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
    RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY,
    RSA_PKCS1_2048_8192_SHA384, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384,
    RSA_PSS_2048_8192_SHA512, UnparsedPublicKey, VerificationAlgorithm,
};
use x509_parser::certificate::X509Certificate;
use x509_parser::public_key::PublicKey;
use x509_parser::signature_algorithm::RsaSsaPssParams;
use x509_parser::x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};

/// What became of a verification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The key made the signature.
    Valid,
    /// It did not.
    Invalid,
    /// The algorithm or the curve is none that can be verified here.
    NotVerifiable,
}

/// Whether `key` signed `certificate`, of which `signed` is the part that it signs.
pub(super) fn check(
    certificate: &X509Certificate<'_>,
    signed: &[u8],
    key: &SubjectPublicKeyInfo<'_>,
) -> Outcome {
    let Some(algorithm) = verifier_of(&certificate.signature_algorithm, key) else {
        return Outcome::NotVerifiable;
    };
    let key = UnparsedPublicKey::new(algorithm, &key.subject_public_key.data);
    match key.verify(signed, &certificate.signature_value.data) {
        Ok(()) => Outcome::Valid,
        Err(_) => Outcome::Invalid,
    }
}

/// Weak algorithms are verified too: who signed and whether that is strong enough are two questions.
fn verifier_of(
    algorithm: &AlgorithmIdentifier<'_>,
    key: &SubjectPublicKeyInfo<'_>,
) -> Option<&'static dyn VerificationAlgorithm> {
    let curve = || {
        Some(
            key.algorithm
                .parameters
                .as_ref()?
                .as_oid()
                .ok()?
                .to_id_string(),
        )
    };
    Some(match algorithm.algorithm.to_id_string().as_str() {
        "1.2.840.113549.1.1.5" | "1.3.14.3.2.29" if is_rsa_from(key, 1024) => {
            &RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY
        }
        "1.2.840.113549.1.1.11" if is_rsa_from(key, 1024) => {
            &RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY
        }
        "1.2.840.113549.1.1.12" if is_rsa_from(key, 2048) => &RSA_PKCS1_2048_8192_SHA384,
        "1.2.840.113549.1.1.13" if is_rsa_from(key, 1024) => {
            &RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY
        }
        "1.2.840.113549.1.1.10" if is_rsa_from(key, 2048) && has_usual_pss(algorithm) => {
            match digest_of(algorithm).as_str() {
                "SHA-256" => &RSA_PSS_2048_8192_SHA256,
                "SHA-384" => &RSA_PSS_2048_8192_SHA384,
                "SHA-512" => &RSA_PSS_2048_8192_SHA512,
                _ => return None,
            }
        }
        "1.2.840.10045.4.3.2" => match curve()?.as_str() {
            "1.2.840.10045.3.1.7" => &ECDSA_P256_SHA256_ASN1,
            "1.3.132.0.34" => &ECDSA_P384_SHA256_ASN1,
            _ => return None,
        },
        "1.2.840.10045.4.3.3" => match curve()?.as_str() {
            "1.2.840.10045.3.1.7" => &ECDSA_P256_SHA384_ASN1,
            "1.3.132.0.34" => &ECDSA_P384_SHA384_ASN1,
            _ => return None,
        },
        "1.3.101.112" => &ED25519,
        _ => return None,
    })
}

/// Whether ring takes the RSA key at all: from so many bits, to whole bytes, up to 8192, with an exponent
/// as everybody has one. Of a key that it does not take it says the same as of a false signature.
fn is_rsa_from(key: &SubjectPublicKeyInfo<'_>, least: usize) -> bool {
    let Ok(PublicKey::RSA(rsa)) = key.parsed() else {
        return false;
    };
    let bits = modulus_bits(rsa.modulus).next_multiple_of(8);
    let exponent = rsa.try_exponent().unwrap_or(0);
    (least..=8192).contains(&bits) && (3..1 << 33).contains(&exponent)
}

/// Whether RSASSA-PSS has the parameters that ring takes: one digest for both, and a salt of its length.
fn has_usual_pss(algorithm: &AlgorithmIdentifier<'_>) -> bool {
    let parameters = algorithm.parameters.as_ref();
    let Some(Ok(parameters)) = parameters.map(RsaSsaPssParams::try_from) else {
        return false;
    };
    let salt = match pss_digest(algorithm) {
        "SHA-256" => 32,
        "SHA-384" => 48,
        "SHA-512" => 64,
        _ => return false,
    };
    let mask = parameters.mask_gen_algorithm();
    let is_same = mask.is_ok_and(|mask| mask.hash == *parameters.hash_algorithm_oid());
    is_same && parameters.salt_length() == salt && parameters.trailer_field() == 1
}

/// The usual name of a signature algorithm, or its object identifier.
pub(super) fn name_of(algorithm: &AlgorithmIdentifier<'_>) -> String {
    let oid = algorithm.algorithm.to_id_string();
    signature_name::of(&oid)
        .map_or(oid.as_str(), |(name, _)| name)
        .to_owned()
}

/// The digest that is signed, such as `SHA-256`; `unknown` where nothing here knows the algorithm.
pub(super) fn digest_of(algorithm: &AlgorithmIdentifier<'_>) -> String {
    let oid = algorithm.algorithm.to_id_string();
    if oid == "1.2.840.113549.1.1.10" {
        return pss_digest(algorithm).to_owned();
    }
    signature_name::of(&oid)
        .map_or("unknown", |(_, digest)| digest)
        .to_owned()
}

/// RSASSA-PSS names its digest in its parameters; without any it is SHA-1 (RFC 4055).
fn pss_digest(algorithm: &AlgorithmIdentifier<'_>) -> &'static str {
    let parameters = algorithm.parameters.as_ref();
    let Some(Ok(parameters)) = parameters.map(RsaSsaPssParams::try_from) else {
        return "SHA-1";
    };
    let oid = parameters.hash_algorithm_oid().to_id_string();
    signature_name::digest(&oid).unwrap_or("unknown")
}
