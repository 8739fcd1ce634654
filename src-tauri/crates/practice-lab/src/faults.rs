//! What can go wrong in the lab, as values: switched on at a site, for good or for a few times.

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

macro_rules! faults {
    ($($(#[doc = $says:literal])+ $variant:ident = $slug:literal,)+) => {
        /// A fault that can be switched on at a site.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Fault {
            $($(#[doc = $says])+ $variant,)+
        }

        impl Fault {
            /// Every fault, in the order they are listed.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name on the command line.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// What it does, in a sentence.
            pub const fn says(self) -> &'static str {
                match self { $(Self::$variant => concat!($($says),+).trim_ascii(),)+ }
            }
        }
    };
}

faults! {
    /// Nothing answers at any of the site's addresses.
    SiteDown = "site-down",
    /// Between this site and the own site somebody terminates TLS with another certificate.
    Interception = "interception",
    /// A repair at this site succeeds as a task and stores a wrong thumbprint, so the mismatch stays.
    WrongPinStored = "wrong-pin-stored",
    /// Every pairing task of this site fails.
    TaskFails = "task-fails",
    /// A repair at this site takes effect, and its task ends as failed all the same.
    TaskReportsFailure = "task-reports-failure",
    /// Pairing tasks of this site run and never end.
    TaskNeverEnds = "task-never-ends",
    /// The list of tasks ignores the filter by operation id.
    TasksIgnoreOperation = "tasks-ignore-operation",
    /// Another task is running at this site.
    BusyWithATask = "busy-with-a-task",
    /// The next restart never comes to an end.
    RestartNeverEnds = "restart-never-ends",
    /// The next restart comes back with the old certificate.
    RestartIntoOld = "restart-into-old",
    /// The next restart comes back with a certificate that nobody knows.
    RestartIntoOther = "restart-into-other",
    /// Restarts take three times as long.
    SlowRestart = "slow-restart",
    /// In the next restart the old certificate answers once more before the new one comes.
    Flapping = "flapping",
    /// The next restart starts twice: the new certificate answers, then nothing does, then it answers for good.
    StartsTwice = "starts-twice",
    /// An import is refused although the file is good.
    ImportRefused = "import-refused",
    /// An import or a regeneration takes effect, but its answer never arrives.
    AnswerLost = "answer-lost",
    /// An import is cut off before the appliance has read it.
    RequestLost = "request-lost",
    /// The answer to a regeneration still shows the old certificate, and so does a look behind it.
    RegenerateShowsOld = "regenerate-shows-old",
    /// An import leaves no keystore.p12.bak behind.
    NoBackup = "no-backup",
    /// Every session of the site is forgotten at the next call.
    SessionExpires = "session-expires",
    /// The root password has expired.
    PasswordExpired = "password-expired",
    /// Nobody may sign in as an administrator from where you are; it looks like a wrong password.
    AdminRestricted = "admin-restricted",
    /// The account may look and may not change anything: 403.
    ReadOnlyAccount = "read-only-account",
    /// The site's clock is ten minutes ahead.
    ClockAhead = "clock-ahead",
    /// The site pins a certificate of the own site that was replaced long ago.
    PinsAnOldOne = "pins-an-old-one",
    /// The site answers to another name than the one it is paired under.
    Renamed = "renamed",
    /// The site tells a version that nobody knows.
    UnknownVersion = "unknown-version",
    /// Every call is answered 500.
    ServerError = "server-error",
    /// Every call is answered 503, as by a proxy in front of a service that starts.
    Unavailable = "unavailable",
    /// Every call is answered 429 with Retry-After.
    TooManyRequests = "too-many-requests",
    /// Connections are cut in the middle of the answer.
    ConnectionReset = "connection-reset",
    /// Every call is answered 200 with a page of HTML.
    HtmlInsteadOfJson = "html-instead-of-json",
    /// Lists are answered with a body of a hundred megabytes.
    HugeBody = "huge-body",
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// A fault, where it is and how often it happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultAt {
    /// Which fault.
    pub fault: Fault,
    /// At which site, by name.
    pub site: String,
    /// How many times it happens; `None` for always.
    pub times: Option<u32>,
}

impl FromStr for FaultAt {
    type Err = ParseFaultError;

    /// `NAME@SITE`, or `NAME@SITE*2` for twice.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (slug, site) = text.split_once('@').ok_or(ParseFaultError::NoSite)?;
        let (site, times) = match site.rsplit_once('*') {
            Some((site, times)) => (
                site,
                Some(times.parse().map_err(|_| ParseFaultError::Times {
                    found: times.to_owned(),
                })?),
            ),
            None => (site, None),
        };
        let fault = Fault::ALL
            .iter()
            .copied()
            .find(|fault| fault.slug() == slug);
        let fault = fault.ok_or_else(|| ParseFaultError::Unknown {
            found: slug.to_owned(),
        })?;
        Ok(Self {
            fault,
            site: site.to_owned(),
            times,
        })
    }
}

/// Why a text names no fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseFaultError {
    /// The `@SITE` is missing.
    #[error("read the fault: say NAME@SITE")]
    NoSite,
    /// There is no such fault.
    #[error("read the fault {found:?}: --list-faults names them all")]
    Unknown {
        /// What was asked for.
        found: String,
    },
    /// The number behind the `*` is none.
    #[error("read how often: {found:?} is no number")]
    Times {
        /// What stands there.
        found: String,
    },
}

/// The faults that are switched on.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    on: Mutex<Vec<FaultAt>>,
}

impl Faults {
    pub(crate) fn new(on: Vec<FaultAt>) -> Self {
        Self { on: Mutex::new(on) }
    }

    /// Whether the fault strikes here. One that is limited has one time less after it.
    pub(crate) fn strike(&self, fault: Fault, site: &str) -> bool {
        let mut on = self.on.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(index) = on
            .iter()
            .position(|at| at.fault == fault && at.site == site)
        else {
            return false;
        };
        let is_last = on
            .get_mut(index)
            .and_then(|at| at.times.as_mut())
            .is_some_and(|times| {
                *times = times.saturating_sub(1);
                *times == 0
            });
        if is_last {
            on.remove(index);
        }
        true
    }

    pub(crate) fn add(&self, at: FaultAt) {
        self.on
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(at);
    }

    pub(crate) fn remove(&self, fault: Fault, site: &str) {
        let mut on = self.on.lock().unwrap_or_else(PoisonError::into_inner);
        on.retain(|at| at.fault != fault || at.site != site);
    }

    pub(crate) fn clear(&self) {
        self.on
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    pub(crate) fn all(&self) -> Vec<FaultAt> {
        self.on
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_command_line_says() {
        let at: FaultAt = "task-fails@Berlin*2".parse().unwrap();
        assert_eq!(
            at,
            FaultAt {
                fault: Fault::TaskFails,
                site: "Berlin".into(),
                times: Some(2)
            }
        );
        assert_eq!(
            "task-fails".parse::<FaultAt>(),
            Err(ParseFaultError::NoSite)
        );
        assert!(matches!(
            "no-such@Berlin".parse::<FaultAt>(),
            Err(ParseFaultError::Unknown { .. })
        ));
    }

    #[test]
    fn strikes_where_it_is_and_as_often_as_said() {
        let faults = Faults::new(vec!["task-fails@Berlin*2".parse().unwrap()]);
        assert!(!faults.strike(Fault::TaskFails, "Oslo"));
        assert!(faults.strike(Fault::TaskFails, "Berlin"));
        assert!(faults.strike(Fault::TaskFails, "Berlin"));
        assert!(!faults.strike(Fault::TaskFails, "Berlin"));
    }

    #[test]
    fn every_fault_has_a_name_and_a_sentence() {
        for fault in Fault::ALL {
            assert_eq!(
                format!("{fault}@Paris").parse::<FaultAt>().unwrap().fault,
                *fault
            );
            assert!(fault.says().ends_with('.'), "{fault}");
        }
    }
}
