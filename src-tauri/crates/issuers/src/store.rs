//! The roots that this machine trusts, and the public ones that are built in.

use certificate::Certificate;
use rustls::pki_types::CertificateDer;

/// The roots of this machine's store together with the embedded public ones, each once. A root that cannot
/// be read is left out, and so is a store that cannot. Takes some milliseconds: read it once, off the
/// window's own thread.
pub fn machine_roots() -> Vec<Certificate> {
    let mut roots: Vec<Certificate> = Vec::new();
    for der in root_ders() {
        let Ok(root) = Certificate::from_der(der.to_vec()) else {
            continue;
        };
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    roots
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
