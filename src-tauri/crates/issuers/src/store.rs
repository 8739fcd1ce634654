//! The roots that this machine trusts, and the public ones that are built in.

use std::collections::HashSet;
use std::sync::OnceLock;

use certificate::{Certificate, Roots};
use rustls::pki_types::CertificateDer;

/// The roots of this machine's store together with the embedded public ones, each once. A root that cannot
/// be read is left out, and so is a store that cannot. They are read once, which takes some milliseconds.
pub fn machine_roots() -> &'static [Certificate] {
    static ROOTS: OnceLock<Vec<Certificate>> = OnceLock::new();
    ROOTS.get_or_init(|| {
        let mut seen = HashSet::new();
        let mut ders = root_ders();
        ders.retain(|der| seen.insert(der.clone()));
        let roots = ders.iter().map(|der| Certificate::from_der(der.to_vec()));
        roots.filter_map(Result::ok).collect()
    })
}

/// What the checks judge issuers by on this machine.
pub const fn to_judge_by() -> Roots {
    Roots {
        of_this_machine: machine_roots,
    }
}

/// The same as bytes, for TLS.
pub(crate) fn root_ders() -> Vec<CertificateDer<'static>> {
    let of_machine = rustls_native_certs::load_native_certs().certs;
    let embedded = webpki_root_certs::TLS_SERVER_ROOT_CERTS;
    of_machine
        .into_iter()
        .chain(embedded.iter().cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_every_embedded_root_once() {
        let roots = machine_roots();
        assert!(roots.len() >= webpki_root_certs::TLS_SERVER_ROOT_CERTS.len() - 2);
        for (place, root) in roots.iter().enumerate() {
            assert!(!roots[..place].contains(root), "{root:?} twice");
        }
        let is_known = |name: &str| roots.iter().any(|root| root.common_name() == Some(name));
        assert!(is_known("ISRG Root X1"));
    }
}
