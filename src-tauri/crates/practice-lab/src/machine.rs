//! The machines of a site, and what each of them goes through: starts, and a root password that expires.

use time::{Duration, OffsetDateTime};

use crate::service::Service;

/// How long a root password lasts once it is changed. The product's own value is not documented; 200 days
/// are the lab's.
const PASSWORD_LIFE: Duration = Duration::days(200);

/// A machine of a site. The Cloud and Manager services share one and restart together
/// (`docs/vcda-api.md` §2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Machine {
    Management,
    Tunnel,
    Replicator,
}

impl Machine {
    /// The machine that a service runs on.
    pub(crate) const fn of(service: Service) -> Self {
        match service {
            Service::Cloud | Service::Manager => Self::Management,
            Service::Tunnel => Self::Tunnel,
            Service::Replicator => Self::Replicator,
        }
    }

    /// Its services, the one that it is for first.
    pub(crate) const fn services(self) -> &'static [Service] {
        match self {
            Self::Management => &[Service::Cloud, Service::Manager],
            Self::Tunnel => &[Service::Tunnel],
            Self::Replicator => &[Service::Replicator],
        }
    }

    /// Its doors: a service, and whether it is reached through the Tunnel. The public service endpoint
    /// closes with the Cloud Service behind it and with the Tunnel that carries it.
    pub(crate) const fn doors(self) -> &'static [(Service, bool)] {
        match self {
            Self::Management => &[
                (Service::Cloud, false),
                (Service::Cloud, true),
                (Service::Manager, false),
            ],
            Self::Tunnel => &[(Service::Tunnel, false), (Service::Cloud, true)],
            Self::Replicator => &[(Service::Replicator, false)],
        }
    }
}

/// One machine as it is at the moment.
#[derive(Debug, Clone)]
pub(crate) struct Host {
    pub(crate) root_password: String,
    pub(crate) password_expires: OffsetDateTime,
    /// Another one after every start of the services.
    pub(crate) runtime_id: String,
    pub(crate) boot: OffsetDateTime,
    pub(crate) machine_boot: OffsetDateTime,
    pub(crate) is_ready: bool,
}

impl Host {
    /// Whether the root password has expired, and how long it still lasts.
    pub(crate) fn password_left(&self, now: OffsetDateTime) -> Option<Duration> {
        let left = self.password_expires - now;
        left.is_positive().then_some(left)
    }

    /// A new root password lasts as long as every new one.
    pub(crate) fn change_password(&mut self, password: String, now: OffsetDateTime) {
        self.root_password = password;
        self.renew_password(now);
    }

    /// The root password lasts as long as a new one.
    pub(crate) fn renew_password(&mut self, now: OffsetDateTime) {
        self.password_expires = now + PASSWORD_LIFE;
    }

    /// For a fault: the root password has expired.
    pub(crate) fn expire_password(&mut self, now: OffsetDateTime) {
        self.password_expires = now - Duration::DAY;
    }
}

/// The machines of one site.
#[derive(Debug)]
pub(crate) struct Machines {
    pub(crate) management: Host,
    pub(crate) tunnel: Host,
    pub(crate) replicator: Host,
}

impl Machines {
    /// The machine that a service runs on.
    pub(crate) const fn of(&self, service: Service) -> &Host {
        match Machine::of(service) {
            Machine::Management => &self.management,
            Machine::Tunnel => &self.tunnel,
            Machine::Replicator => &self.replicator,
        }
    }

    /// The machine that a service runs on, to be changed.
    pub(crate) const fn of_mut(&mut self, service: Service) -> &mut Host {
        self.host_mut(Machine::of(service))
    }

    /// A machine, to be changed.
    pub(crate) const fn host_mut(&mut self, machine: Machine) -> &mut Host {
        match machine {
            Machine::Management => &mut self.management,
            Machine::Tunnel => &mut self.tunnel,
            Machine::Replicator => &mut self.replicator,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-11-01 08:00 UTC);

    fn host(expires: OffsetDateTime) -> Host {
        Host {
            root_password: "old".into(),
            password_expires: expires,
            runtime_id: String::new(),
            boot: NOW,
            machine_boot: NOW,
            is_ready: true,
        }
    }

    #[test]
    fn a_root_password_expires_at_its_moment_and_a_new_one_lasts() {
        let mut host = host(NOW);
        assert_eq!(host.password_left(NOW), None);
        let before = NOW - Duration::SECOND;
        assert_eq!(host.password_left(before), Some(Duration::SECOND));
        host.change_password("new".into(), NOW);
        assert_eq!(host.password_left(NOW), Some(PASSWORD_LIFE));
        host.expire_password(NOW);
        assert_eq!(host.password_left(NOW), None);
    }

    #[test]
    fn every_service_is_on_the_machine_that_lists_it() {
        for service in Service::ALL {
            assert!(Machine::of(service).services().contains(&service));
            assert!(Machine::of(service).doors().contains(&(service, false)));
        }
    }
}
