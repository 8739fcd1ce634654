//! Kept passwords that a site refused. None of them is ever sent again before somebody types it anew, so keeping it
//! is of no use to anybody; and a program that starts later, the command line or the window, would send it.

use std::path::Path;

use appliance::SignIns;

use crate::{Keyring, SavedSite, Sites, SitesError};

/// Whether the password that this keyring has for the site is one that the site refused. A keyring that does not
/// answer has none.
#[must_use]
pub fn is_refused(keyring: &dyn Keyring, site: &SavedSite, sign_ins: &SignIns) -> bool {
    let was_refused = |password| {
        let credential = site.account.credential(password);
        sign_ins.has_refused(&site.address, &credential)
    };
    let kept = keyring.recall(site).ok().flatten();
    kept.is_some_and(was_refused)
}

/// Takes the passwords out of the keyring that their sites refused.
///
/// # Errors
/// When the list of sites cannot be read or written.
pub fn forget_refused(
    home: &Path,
    keyring: &dyn Keyring,
    sign_ins: &SignIns,
) -> Result<(), SitesError> {
    let mut sites = Sites::open(home)?;
    let kept: Vec<_> = sites.list().filter(|site| site.remember).cloned().collect();
    let asked = |site: &&SavedSite| sign_ins.has_refused_at(&site.address);
    for site in kept.iter().filter(asked) {
        if is_refused(keyring, site, sign_ins) && keyring.forget(site).is_ok() {
            sites.update(&site.id, |site| site.remember = false)?;
        }
    }
    Ok(())
}
