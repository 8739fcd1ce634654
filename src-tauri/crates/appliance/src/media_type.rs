//! Which version of the API an appliance speaks, as its media type tells (docs/vcda-api.md §1.3).

use std::fmt;
use std::str::FromStr;

/// What stands before the version in the product's media types.
const PREFIX: &str = "application/vnd.vmware.h4-v";

/// A version of the API, for example 4.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiVersion {
    /// The number before the point.
    pub major: u16,
    /// The number after the point, 0 where there is none.
    pub minor: u16,
}

/// A text that is not a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAVersion;

impl ApiVersion {
    /// The first version whose health is asked for by `POST` (docs/vcda-api.md §5).
    pub(crate) const HEALTH_BY_POST: Self = Self { major: 4, minor: 7 };

    /// The version that a `Content-Type` names, if it names one.
    pub(crate) fn of_media_type(media_type: &str) -> Option<Self> {
        let version = media_type
            .trim()
            .strip_prefix(PREFIX)?
            .split(['+', ';'])
            .next()?;
        version.parse().ok()
    }
}

impl FromStr for ApiVersion {
    type Err = NotAVersion;

    /// Reads `4`, `4.7` and `4.7.1.12345`; what follows the second number says nothing about the API.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut numbers = text.split('.').map(str::parse);
        let major = numbers.next().and_then(Result::ok).ok_or(NotAVersion)?;
        let minor = match numbers.next() {
            None => 0,
            Some(number) => number.map_err(|_| NotAVersion)?,
        };
        Ok(Self { major, minor })
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::ApiVersion;

    #[test]
    fn reads_the_version_from_every_media_type_seen() {
        let cases = [
            (
                "application/vnd.vmware.h4-v4.7+json;charset=UTF-8",
                Some((4, 7)),
            ),
            ("application/vnd.vmware.h4-v3+json", Some((3, 0))),
            (
                "application/vnd.vmware.h4-v3.5+json;charset=UTF-8",
                Some((3, 5)),
            ),
            ("application/json;charset=UTF-8", None),
            ("application/vnd.vmware.h4-vnext+json", None),
            ("text/html", None),
        ];
        for (media_type, expected) in cases {
            let expected = expected.map(|(major, minor)| ApiVersion { major, minor });
            assert_eq!(
                ApiVersion::of_media_type(media_type),
                expected,
                "{media_type}"
            );
        }
    }

    #[test]
    fn a_build_version_names_its_api() {
        assert_eq!("4.7.1.1234".parse(), Ok(ApiVersion { major: 4, minor: 7 }));
        assert!("null".parse::<ApiVersion>().is_err());
    }
}
