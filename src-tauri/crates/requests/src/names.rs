//! The names that a site's next certificate should bear.

use certificate::{Certificate, Name};

/// The public service endpoint, which becomes the common name, the names of the present certificate,
/// and the management address: each once, and none that no client accepts.
#[must_use]
pub fn names_for(
    public_endpoint: Option<&str>,
    management_host: Option<&str>,
    present: Option<&Certificate>,
) -> Vec<Name> {
    let present = present.map(Certificate::names).unwrap_or_default();
    let all = public_endpoint
        .map(Name::from)
        .into_iter()
        .chain(present.iter().cloned())
        .chain(management_host.map(Name::from));
    let mut names: Vec<Name> = Vec::new();
    for name in all.filter(Name::is_well_formed) {
        if !has(&names, &name) {
            names.push(name);
        }
    }
    names
}

/// Whether a name is among others. Host names are the same in either case.
pub(crate) fn has(names: &[Name], wanted: &Name) -> bool {
    names.iter().any(|name| match (name, wanted) {
        (Name::Dns(name), Name::Dns(wanted)) => name.eq_ignore_ascii_case(wanted),
        (name, wanted) => name == wanted,
    })
}
