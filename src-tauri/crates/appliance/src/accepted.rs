//! Which certificates a connection may meet: one, or the old and the new one of a replacement.

use std::sync::atomic::{AtomicBool, Ordering};

use certificate::Thumbprint;

/// The accept set of one appliance.
///
/// It only ever moves forward: once the new certificate has been met, with its key proven by the handshake, the
/// old one is refused for ever. Meeting the old one again means a rollback, a second machine or a replay.
#[derive(Debug)]
pub struct Accepted {
    current: Thumbprint,
    next: Option<Thumbprint>,
    has_crossed: AtomicBool,
}

/// What an accept set makes of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The certificate in force before the replacement, or the only one expected.
    Current,
    /// The certificate that replaces it.
    Next,
    /// Any other; also the old one after the new one was met.
    Refused,
}

impl Accepted {
    /// One certificate and no other.
    pub fn only(pin: Thumbprint) -> Self {
        Self {
            current: pin,
            next: None,
            has_crossed: AtomicBool::new(false),
        }
    }

    /// The old certificate until the new one has been met, and the new one from then on.
    pub fn either(old: Thumbprint, new: Thumbprint) -> Self {
        Self {
            current: old,
            next: Some(new),
            has_crossed: AtomicBool::new(false),
        }
    }

    /// What this certificate would be, without drawing a conclusion from it.
    pub fn judge(&self, seen: &Thumbprint) -> Standing {
        if self.next.as_ref() == Some(seen) {
            Standing::Next
        } else if &self.current == seen && !self.has_crossed() {
            Standing::Current
        } else {
            Standing::Refused
        }
    }

    /// Judges a certificate whose private key the handshake has proven, and crosses over if it is the new one.
    pub fn meet(&self, proven: &Thumbprint) -> Standing {
        let standing = self.judge(proven);
        if standing == Standing::Next {
            self.has_crossed.store(true, Ordering::SeqCst);
        }
        standing
    }

    /// Whether the new certificate has been met.
    pub fn has_crossed(&self) -> bool {
        self.has_crossed.load(Ordering::SeqCst)
    }

    /// The certificates that are accepted at this moment, for people to read.
    pub(crate) fn expected(&self) -> Vec<Thumbprint> {
        let current = (!self.has_crossed()).then_some(self.current);
        current.into_iter().chain(self.next).collect()
    }
}

impl From<Thumbprint> for Accepted {
    fn from(pin: Thumbprint) -> Self {
        Self::only(pin)
    }
}

#[cfg(test)]
mod tests {
    use super::{Accepted, Standing};
    use certificate::Thumbprint;

    #[test]
    fn the_old_certificate_is_refused_for_ever_once_the_new_one_was_met() {
        let (old, new) = (Thumbprint::of(b"old"), Thumbprint::of(b"new"));
        let accepted = Accepted::either(old, new);
        assert_eq!(accepted.meet(&old), Standing::Current);
        assert_eq!(accepted.judge(&new), Standing::Next);
        assert_eq!(
            accepted.judge(&old),
            Standing::Current,
            "looking is not meeting"
        );
        assert_eq!(accepted.meet(&new), Standing::Next);
        assert_eq!(accepted.meet(&old), Standing::Refused);
        assert_eq!(accepted.meet(&new), Standing::Next);
        assert_eq!(accepted.expected(), [new]);
    }

    #[test]
    fn a_single_pin_accepts_itself_and_nothing_else() {
        let accepted = Accepted::only(Thumbprint::of(b"a"));
        assert_eq!(accepted.meet(&Thumbprint::of(b"a")), Standing::Current);
        assert_eq!(accepted.meet(&Thumbprint::of(b"b")), Standing::Refused);
        assert_eq!(accepted.meet(&Thumbprint::of(b"a")), Standing::Current);
    }
}
