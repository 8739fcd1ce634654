//! The checksum of a PKCS#12 keystore: it tells a wrong password from a damaged file before anything is
//! decrypted.

use super::derivation::{Pbkdf2, at_least_one, within_u32};
use super::digest::Digest;
use super::opening::Opening;
use super::spelling::Way;
use super::unsupported::unsupported;
use crate::asn1::ber::{Element, INTEGER, OCTET_STRING, Reader, SEQUENCE};
use crate::bundle::BeyondJava;
use crate::java::Unfit;
use crate::{ReadError, Work, java};

const PBMAC1: &str = "1.2.840.113549.1.5.14";
const PBKDF2: &str = "1.2.840.113549.1.5.12";
/// RFC 9579 asks for at least 20 bytes of key, so that a forger cannot ask for one.
const SHORTEST_KEY: u64 = 20;
const LONGEST_KEY: u64 = 256;

/// Whether the checksum over `message` fits under some spelling of the password.
pub(crate) fn fits(
    mac_data: &Element<'_>,
    message: &[u8],
    opening: &mut Opening<'_>,
) -> Result<bool, ReadError> {
    let mut parts = mac_data.inside()?;
    let digest_info = parts.expect(SEQUENCE, "the checksum is damaged")?;
    let mut info = digest_info.inside()?;
    let algorithm = info.expect(SEQUENCE, "the checksum names no digest")?;
    let expected = info.expect(OCTET_STRING, "the checksum itself is missing")?;
    let expected = expected.octets()?;
    let mut algorithm = algorithm.inside()?;
    let oid = algorithm.any()?.oid()?;
    if oid == PBMAC1 {
        return Pbmac1::of(&mut algorithm)?.fits(message, &expected, opening);
    }
    let digest = Digest::from_oid(&oid).ok_or_else(|| unsupported(&oid))?;
    let salt = parts.expect(OCTET_STRING, "the checksum has no salt")?;
    let rounds = match parts.optional(INTEGER)? {
        Some(rounds) => at_least_one(&rounds)?,
        None => 1,
    };
    let name = digest.name();
    opening.met(format!(
        "checksum HMAC-{name} (PKCS#12 derivation, {rounds} rounds)"
    ));
    let salt = salt.octets()?;
    match java::of_checksum(&oid, &salt) {
        None => {}
        Some(Unfit::Unknown) => {
            opening.is_beyond_java(BeyondJava::Checksum(format!("HMAC-{name}")));
        }
        Some(Unfit::ShortSalt) => opening.is_beyond_java(BeyondJava::ShortSalt),
    }
    let work = Work::of(rounds, digest.weight());
    opening.foresee(work);
    let found = opening.find(Way::Wide, |opening, spelling| {
        opening.spend(work)?;
        let key = digest.pkcs12(3, spelling, &salt, within_u32(rounds)?, digest.size());
        Ok(digest.hmac_fits(&key, message, &expected).then_some(()))
    })?;
    Ok(found.is_some())
}

/// The checksum of RFC 9579.
struct Pbmac1<'a> {
    derivation: Pbkdf2<'a>,
    digest: Digest,
    key_size: usize,
}

impl<'a> Pbmac1<'a> {
    fn of(parts: &mut Reader<'a>) -> Result<Self, ReadError> {
        let parameters = parts.expect(SEQUENCE, "the checksum has no parameters")?;
        let mut parts = parameters.inside()?;
        let derivation = parts.expect(SEQUENCE, "the checksum has no key derivation")?;
        let scheme = parts.expect(SEQUENCE, "the checksum names no digest")?;
        let mut inside = derivation.inside()?;
        let oid = inside.any()?.oid()?;
        if oid != PBKDF2 {
            return Err(unsupported(&oid));
        }
        let derivation =
            Pbkdf2::of(&inside.expect(SEQUENCE, "the checksum has no key derivation")?)?;
        let oid = scheme.inside()?.any()?.oid()?;
        let digest = Digest::from_hmac_oid(&oid).ok_or_else(|| unsupported(&oid))?;
        let key_size = derivation
            .key_size
            .filter(|size| (SHORTEST_KEY..=LONGEST_KEY).contains(size))
            .and_then(|size| usize::try_from(size).ok())
            .ok_or_else(|| parameters.damaged("the key of the checksum has no safe length"))?;
        Ok(Self {
            derivation,
            digest,
            key_size,
        })
    }

    fn fits(
        &self,
        message: &[u8],
        expected: &[u8],
        opening: &mut Opening<'_>,
    ) -> Result<bool, ReadError> {
        let (name, rounds) = (self.digest.name(), self.derivation.rounds);
        opening.is_beyond_java(BeyondJava::Checksum("PBMAC1 (RFC 9879)".to_owned()));
        opening.met(format!(
            "checksum PBMAC1 with HMAC-{name} ({rounds} rounds)"
        ));
        opening.foresee(self.derivation.work(self.key_size));
        let found = opening.find(Way::Narrow, |opening, spelling| {
            let key = self.derivation.derive(spelling, self.key_size, opening)?;
            Ok(self.digest.hmac_fits(&key, message, expected).then_some(()))
        })?;
        Ok(found.is_some())
    }
}
