//! Which certificate Java takes for the private key of a PKCS#12 keystore: by the mark or the name that both bear,
//! not by the public key. Followed as OpenJDK's `PKCS12KeyStore` goes, for keystores with one private key.

use crate::bundle::BeyondJava;
use crate::{Certificate, Contents};

/// What Java gives the only private key, and the first certificate of a part, where they bear no mark.
const STAND_IN: &[u8] = b"01";

/// Keys and certificates as Java meets them, one after the other.
#[derive(Default)]
pub(crate) struct JavaEntries {
    keys: Vec<Marked<()>>,
    certificates: Vec<Marked<Certificate>>,
    /// A key was in a part of a kind that Java passes over.
    has_passed_over: bool,
}

struct Marked<T> {
    mark: Option<Vec<u8>>,
    alias: Option<String>,
    item: T,
}

/// How a bag is marked, and where Java meets it.
pub(crate) struct Place {
    /// Its local key id.
    pub(crate) mark: Option<Vec<u8>>,
    /// Its friendly name.
    pub(crate) alias: Option<String>,
    /// Its place in its part; nothing where Java does not look.
    pub(crate) number: Option<usize>,
}

impl JavaEntries {
    /// The next bag is a private key.
    pub(crate) fn meet_key(&mut self, place: Place) {
        if place.number.is_none() {
            self.has_passed_over = true;
            return;
        }
        let is_only = self.keys.is_empty();
        let stand_in = || is_only.then(|| STAND_IN.to_vec());
        self.keys.push(Marked {
            mark: place.mark.or_else(stand_in),
            alias: place.alias,
            item: (),
        });
    }

    /// The next bag is a certificate.
    pub(crate) fn meet_certificate(&mut self, place: Place, certificate: Certificate) {
        let Some(number) = place.number else { return };
        let follows_the_only_key = number == 0 && self.keys.len() == 1;
        let stand_in = || follows_the_only_key.then(|| STAND_IN.to_vec());
        self.certificates.push(Marked {
            mark: place.mark.or_else(stand_in),
            alias: place.alias,
            item: certificate,
        });
    }

    /// What goes wrong with the only key of a keystore; several keys have a promise of their own.
    pub(crate) fn judged(&self, contents: &Contents) -> Option<BeyondJava> {
        let [key] = contents.keys.as_slice() else {
            return None;
        };
        let belongs = |one: &Certificate| key.matches(one);
        if !contents.certificates.iter().any(belongs) {
            return None;
        }
        if self.has_passed_over {
            return Some(BeyondJava::NestedKey);
        }
        match self.taken_for(self.keys.first()?) {
            Some(taken) if belongs(taken) => None,
            Some(taken) => Some(BeyondJava::OtherCertificate(taken.subject().to_owned())),
            None => Some(BeyondJava::NoCertificate),
        }
    }

    /// The certificate with the key's mark and name, else the last with its mark, else the last with its name.
    fn taken_for(&self, key: &Marked<()>) -> Option<&Certificate> {
        let mark = key.mark.as_ref()?;
        let has_mark = |one: &&Marked<Certificate>| one.mark.as_ref() == Some(mark);
        let folded = |alias: &Option<String>| alias.as_ref().map(|name| name.to_lowercase());
        let has_name = |one: &&Marked<Certificate>| {
            key.alias.is_some() && folded(&one.alias) == folded(&key.alias)
        };
        let all = || self.certificates.iter();
        let taken = all().find(|one| has_mark(one) && has_name(one));
        let taken = taken.or_else(|| all().rfind(has_mark));
        taken.or_else(|| all().rfind(has_name)).map(|one| &one.item)
    }
}
