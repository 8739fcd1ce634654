//! A request by name: its verb, its path, and how much its answer may weigh.

use std::fmt;

use crate::limits::{PAGE_CAP, SESSION_CAP};

/// One kind of request. It prints as `GET /config/certificate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    pub(crate) verb: Verb,
    pub(crate) path: &'static str,
    pub(crate) cap: usize,
    pub(crate) is_upload: bool,
}

/// The HTTP methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
    Delete,
}

/// Sign in (docs/vcda-api.md §1.1).
pub(crate) const SIGN_IN: Call = Call::post("/sessions", SESSION_CAP);

/// Sign out (docs/vcda-api.md §1.4).
pub(crate) const SIGN_OUT: Call = Call::delete("/sessions", SESSION_CAP);

/// The page that is there as soon as the services are, without a session (docs/vcda-api.md §2.4).
pub(crate) const READINESS_PAGE: Call = Call::get("/docs/api-guide.html", PAGE_CAP);

impl Call {
    pub(crate) const fn get(path: &'static str, cap: usize) -> Self {
        Self {
            verb: Verb::Get,
            path,
            cap,
            is_upload: false,
        }
    }

    pub(crate) const fn post(path: &'static str, cap: usize) -> Self {
        Self {
            verb: Verb::Post,
            path,
            cap,
            is_upload: false,
        }
    }

    pub(crate) const fn put(path: &'static str, cap: usize) -> Self {
        Self {
            verb: Verb::Put,
            path,
            cap,
            is_upload: false,
        }
    }

    pub(crate) const fn delete(path: &'static str, cap: usize) -> Self {
        Self {
            verb: Verb::Delete,
            path,
            cap,
            is_upload: false,
        }
    }

    /// The same, with the time an upload may take.
    pub(crate) const fn uploading(self) -> Self {
        Self {
            is_upload: true,
            ..self
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = match self.verb {
            Verb::Get => "GET",
            Verb::Post => "POST",
            Verb::Put => "PUT",
            Verb::Delete => "DELETE",
        };
        // What a path names stands in the sentence around it; a template says nothing to people.
        match self.path.split_once('{') {
            Some((before, _)) => write!(f, "{verb} {before}…"),
            None => write!(f, "{verb} {}", self.path),
        }
    }
}
