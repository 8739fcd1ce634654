//! Whose thumbprint is this? A pasted text against every certificate that is known of any site.

use std::fmt;

use certificate::{ParseThumbprintError, Thumbprint};
use time::OffsetDateTime;
use time::macros::format_description;

use crate::known::KnownSite;

/// Whose a thumbprint is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// The certificate in force of a site.
    Current {
        /// The site.
        site: String,
        /// Whether it is the operator's own.
        is_own: bool,
    },
    /// A certificate that a site had before.
    Previous {
        /// The site.
        site: String,
        /// Whether it is the operator's own.
        is_own: bool,
        /// When it was replaced, where that is known.
        replaced: Option<OffsetDateTime>,
    },
    /// A thumbprint that belongs to no known site.
    Nobodys,
    /// No thumbprint at all.
    NotAThumbprint(ParseThumbprintError),
}

/// Looks a pasted text up. A certificate in force is preferred to one of the past, and own sites to others.
pub fn recognise(text: &str, sites: &[KnownSite]) -> Recognition {
    let thumbprint = match text.parse::<Thumbprint>() {
        Ok(thumbprint) => thumbprint,
        Err(error) => return Recognition::NotAThumbprint(error),
    };
    let own_first = || {
        sites
            .iter()
            .filter(|it| it.is_own)
            .chain(sites.iter().filter(|it| !it.is_own))
    };
    let current = own_first().find(|site| site.current == Some(thumbprint));
    if let Some(KnownSite { name, is_own, .. }) = current {
        return Recognition::Current {
            site: name.clone(),
            is_own: *is_own,
        };
    }
    let previous = own_first().find_map(|site| Some((site, site.generation(&thumbprint)?)));
    match previous {
        None => Recognition::Nobodys,
        Some((KnownSite { name, is_own, .. }, generation)) => Recognition::Previous {
            site: name.clone(),
            is_own: *is_own,
            replaced: generation.replaced,
        },
    }
}

impl fmt::Display for Recognition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = |is_own: bool| if is_own { ", your own site" } else { "" };
        match self {
            Self::Current { site, is_own } => {
                write!(
                    f,
                    "This is the current Cloud Service certificate of {site}{}.",
                    own(*is_own)
                )
            }
            Self::Previous {
                site,
                is_own,
                replaced,
            } => {
                write!(
                    f,
                    "This is a previous certificate of {site}{}",
                    own(*is_own)
                )?;
                let day = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
                let replaced =
                    replaced.and_then(|at| at.to_offset(time::UtcOffset::UTC).format(day).ok());
                match replaced {
                    Some(replaced) => write!(f, ", in force until {replaced}."),
                    None => f.write_str("."),
                }
            }
            Self::Nobodys => f.write_str("This thumbprint belongs to none of the known sites."),
            Self::NotAThumbprint(error) => write!(f, "This is no thumbprint: {error}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Recognition, recognise};
    use crate::known::{Generation, KnownSite};
    use certificate::{ParseThumbprintError, Thumbprint};
    use time::macros::datetime;

    fn sites() -> Vec<KnownSite> {
        let replaced = Some(datetime!(2026-03-01 14:02 UTC));
        let history = vec![Generation {
            thumbprint: Thumbprint::of(b"before"),
            replaced,
        }];
        vec![
            KnownSite {
                current: Some(Thumbprint::of(b"berlin")),
                history,
                ..KnownSite::named("Berlin")
            },
            KnownSite {
                is_own: true,
                current: Some(Thumbprint::of(b"paris")),
                ..KnownSite::named("Paris")
            },
        ]
    }

    fn says(text: &str) -> String {
        recognise(text, &sites()).to_string()
    }

    #[test]
    fn names_the_site_and_the_generation() {
        assert_eq!(
            says(&Thumbprint::of(b"berlin").to_string()),
            "This is the current Cloud Service certificate of Berlin."
        );
        assert_eq!(
            says(&Thumbprint::of(b"paris").plain()),
            "This is the current Cloud Service certificate of Paris, your own site."
        );
        assert_eq!(
            says(&Thumbprint::of(b"before").groups().join(" ").to_lowercase()),
            "This is a previous certificate of Berlin, in force until 2026-03-01 14:02 UTC."
        );
    }

    #[test]
    fn says_what_a_text_is_that_is_no_thumbprint() {
        let sha1 = recognise(&"a1:".repeat(20), &sites());
        assert_eq!(
            sha1,
            Recognition::NotAThumbprint(ParseThumbprintError::Sha1Length)
        );
        assert_eq!(
            recognise(&Thumbprint::of(b"mallory").to_string(), &sites()),
            Recognition::Nobodys
        );
    }
}
