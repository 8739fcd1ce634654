//! Which certificate Java gives to the private key of a PKCS#12 keystore: by the id or the name that both bear and
//! by order, not by the public key. As `PKCS12KeyStore` goes, for keystores with one private key.

use serde::{Deserialize, Serialize};

/// What Java gives the only private key, and the first certificate of a part, where they bear no id.
const STAND_IN: &[u8] = b"01";

/// Keys and certificates as Java meets them, one after the other.
#[derive(Debug)]
pub(crate) struct Entries<C> {
    keys: Vec<Marked<()>>,
    certificates: Vec<Marked<C>>,
    /// Entries without a name so far: Java calls them by their number.
    nameless: usize,
    /// A key was in a part of a kind that Java passes over.
    has_passed_over: bool,
}

#[derive(Debug)]
struct Marked<T> {
    id: Option<Vec<u8>>,
    name: Option<String>,
    item: T,
}

/// How a bag is marked, and where Java meets it.
#[derive(Debug)]
pub(crate) struct Place {
    /// Its local key id.
    pub(crate) id: Option<Vec<u8>>,
    /// Its friendly name.
    pub(crate) name: Option<String>,
    /// Its place in its part; nothing where Java does not look.
    pub(crate) number: Option<usize>,
}

/// What Java serves with the only key of a keystore.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Served<C> {
    /// It does not find the key.
    NoKey,
    /// It finds the key, and no certificate for it.
    NoCertificate,
    /// This one.
    Certificate(C),
}

impl<C> Default for Entries<C> {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            certificates: Vec::new(),
            nameless: 0,
            has_passed_over: false,
        }
    }
}

impl<C: Copy> Entries<C> {
    /// The next bag is a private key.
    pub(crate) fn meet_key(&mut self, place: Place) {
        if place.number.is_none() {
            self.has_passed_over = true;
            return;
        }
        let stand_in = self.keys.is_empty().then(|| STAND_IN.to_vec());
        let name = self.name_of(place.name);
        self.keys.push(Marked {
            id: place.id.or(stand_in),
            name: Some(name),
            item: (),
        });
    }

    /// The next bag is a certificate.
    pub(crate) fn meet_certificate(&mut self, place: Place, certificate: C) {
        let Some(number) = place.number else { return };
        let follows_the_only_key = number == 0 && self.keys.len() == 1;
        let stand_in = follows_the_only_key.then(|| STAND_IN.to_vec());
        self.certificates.push(Marked {
            id: place.id.or(stand_in),
            name: place.name.map(|name| name.to_lowercase()),
            item: certificate,
        });
    }

    /// The next bag is an entry of another kind: a secret, or a certificate to trust.
    pub(crate) fn meet_other(&mut self, place: Place) {
        self.name_of(place.name);
    }

    fn name_of(&mut self, name: Option<String>) -> String {
        self.nameless += usize::from(name.is_none());
        name.map_or_else(|| self.nameless.to_string(), |name| name.to_lowercase())
    }

    /// What Java serves; nothing where there is not one key.
    pub(crate) fn served(&self) -> Option<Served<C>> {
        if self.has_passed_over {
            return Some(Served::NoKey);
        }
        let [key] = self.keys.as_slice() else {
            return None;
        };
        let taken = self.taken_for(key);
        Some(taken.map_or(Served::NoCertificate, Served::Certificate))
    }

    /// The first certificate with the key's id and name, else the last with its id, else the last with its name.
    fn taken_for(&self, key: &Marked<()>) -> Option<C> {
        let has_id = |one: &&Marked<C>| one.id == key.id;
        let has_name = |one: &&Marked<C>| one.name == key.name;
        let all = || self.certificates.iter();
        let taken = all().find(|one| has_id(one) && has_name(one));
        let taken = taken.or_else(|| all().rfind(has_id));
        taken.or_else(|| all().rfind(has_name)).map(|one| one.item)
    }
}
