//! The services of an appliance, by the names that the product gives them.

/// A service of an appliance. Each has its own key and certificate (`docs/vcda-api.md` §1.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// The Cloud Service: 443 of the management appliance.
    Cloud,
    /// The Manager Service: 8441 of the same machine.
    Manager,
    /// The Tunnel Service's own API: 8047.
    Tunnel,
    /// The Replicator Service.
    Replicator,
}

impl Service {
    /// Every service.
    pub const ALL: [Self; 4] = [Self::Cloud, Self::Manager, Self::Tunnel, Self::Replicator];

    /// What `diagnostics/about` calls it.
    pub const fn service_type(self) -> &'static str {
        match self {
            Self::Cloud => "CLOUD",
            Self::Manager => "MANAGER",
            Self::Tunnel => "TUNNEL",
            Self::Replicator => "REPLICATOR",
        }
    }

    /// The folder under `/opt/vmware/h4/` and the first label of the default common name.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Cloud => "cloud",
            Self::Manager => "manager",
            Self::Tunnel => "tunnel",
            Self::Replicator => "replicator",
        }
    }
}
