//! What a lab consists of, before it is started.

use std::path::PathBuf;

use crate::faults::FaultAt;
use crate::pace::Pace;
use crate::version::Version;

/// A lab to start: an own site, its peers, its on-premises sites.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// How many cloud sites the own site is paired with.
    pub peers: usize,
    /// How many on-premises sites are paired with the own site.
    pub on_premises: usize,
    /// The version of every site that `versions` does not name.
    pub version: Version,
    /// Versions of single sites, by name: cloud sites and on-premises sites.
    pub versions: Vec<(String, Version)>,
    /// How fast the lab lives.
    pub pace: Pace,
    /// Decides keys, serial numbers, passwords and session tokens.
    pub seed: u64,
    /// The faults that are switched on from the start.
    pub faults: Vec<FaultAt>,
    /// The folder for keystores and bundles. It is made where it is missing.
    pub state: PathBuf,
    /// How many days the own site's certificate is still valid.
    pub days_left: i64,
    /// In how many days the root passwords of every site expire; with 0 they have expired already.
    pub password_days: i64,
    /// After how many seconds without a call a session ends: 30 minutes, as in the product
    /// (`docs/vcda-api.md` §1.5).
    pub idle_seconds: u64,
}

impl Scenario {
    /// Three peers, two on-premises sites, 4.7, no waiting.
    pub fn new(state: impl Into<PathBuf>) -> Self {
        Self {
            peers: 3,
            on_premises: 2,
            version: Version::V4_7,
            versions: Vec::new(),
            pace: Pace::Instant,
            seed: 1,
            faults: Vec::new(),
            state: state.into(),
            days_left: 9,
            password_days: 200,
            idle_seconds: 1800,
        }
    }

    /// The version of the site `name`.
    pub(crate) fn version_of(&self, name: &str) -> Version {
        let named = self.versions.iter().find(|(site, _)| site == name);
        named.map_or(self.version, |(_, version)| *version)
    }

    /// The names of the sites: the own one first.
    pub fn site_names(&self) -> Vec<String> {
        (0..=self.peers).map(site_name).collect()
    }
}

const CITIES: [&str; 40] = [
    "Paris", "Berlin", "Madrid", "Oslo", "Lisbon", "Vienna", "Prague", "Dublin", "Rome", "Athens",
    "Warsaw", "Helsinki", "Brussels", "Zurich", "Milan", "Porto", "Lyon", "Hamburg", "Seville",
    "Bergen", "Graz", "Brno", "Cork", "Turin", "Patras", "Gdansk", "Turku", "Ghent", "Basel",
    "Verona", "Faro", "Lille", "Bremen", "Malaga", "Malmo", "Linz", "Ostrava", "Galway", "Bari",
    "Aarhus",
];

/// The n-th site's name: a city, and a number from the 41st on.
fn site_name(index: usize) -> String {
    let city = CITIES.get(index % CITIES.len()).copied().unwrap_or("Paris");
    match index / CITIES.len() {
        0 => city.to_owned(),
        round => format!("{city} {}", round + 1),
    }
}

/// The n-th on-premises site: its name and the organisation it belongs to.
pub(crate) fn tenant(index: usize) -> (String, String) {
    const TENANTS: [(&str, &str); 8] = [
        ("nantes-clinic", "Nantes Clinic"),
        ("metz-foods", "Metz Foods"),
        ("port-of-brest", "Port of Brest"),
        ("uni-dijon", "University of Dijon"),
        ("lumiere-press", "Lumiere Press"),
        ("alpine-rail", "Alpine Rail"),
        ("garonne-water", "Garonne Water"),
        ("atelier-nord", "Atelier Nord"),
    ];
    let (name, owner) = TENANTS
        .get(index % TENANTS.len())
        .copied()
        .unwrap_or(("tenant", "Tenant"));
    match index / TENANTS.len() {
        0 => (name.to_owned(), owner.to_owned()),
        round => (format!("{name}-{}", round + 1), owner.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_every_site_differently() {
        let names: HashSet<_> = (0..200).map(site_name).collect();
        let tenants: HashSet<_> = (0..100).map(|index| tenant(index).0).collect();
        assert_eq!((names.len(), tenants.len()), (200, 100));
    }
}
