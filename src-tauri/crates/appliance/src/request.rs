//! A request before it is sent, and an answer before it is read.

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::address::ApplianceAddress;
use crate::api_problem::ApiProblem;
use crate::call::Call;
use crate::error::{NotSent, RequestError};
use crate::operation::OperationId;

/// Correlates the logs of all services of an appliance (docs/vcda-api.md §1.1).
const OPERATION: HeaderName = HeaderName::from_static("operationid");

/// What a dead token is answered with, word for word (docs/vcda-api.md §1.5).
const TOKEN_REQUIRED: &str = "Authentication Token Required";

/// A request to one appliance.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) call: Call,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// A request whose path has no gaps.
    pub(crate) fn new(call: Call, address: &ApplianceAddress) -> Self {
        let url = Url::parse(&format!("{}{}", address.url(), call.path))
            .expect("an address and a path of ours make a URL");
        Self {
            call,
            url,
            headers: HeaderMap::new(),
            body: Vec::new(),
        }
    }

    /// A request with this name in the gap at the end of its path, percent-encoded.
    pub(crate) fn naming(
        call: Call,
        address: &ApplianceAddress,
        name: &str,
    ) -> Result<Self, RequestError> {
        // A URL drops dots, and an empty name asks for the whole list: both would become another request.
        if matches!(name, "" | "." | "..") {
            return Err(RequestError::NotSent {
                call,
                reason: NotSent::NameDoesNotFitAPath,
            });
        }
        Ok(Self::new(call, address).ending_in(name))
    }

    /// Puts a name in place of the last part of the path.
    fn ending_in(mut self, name: &str) -> Self {
        self.url
            .path_segments_mut()
            .expect("an https URL has a path")
            .pop()
            .push(name);
        // A semicolon is a plain character of a path to a URL and the end of a segment to Java's servers.
        let path = self.url.path().replace(';', "%3B");
        self.url.set_path(&path);
        self
    }

    /// Adds a query parameter, percent-encoded.
    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.url.query_pairs_mut().append_pair(name, value);
        self
    }

    /// Adds a header that may be printed.
    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Adds a password as a header, if a header can carry it.
    pub(crate) fn secret(
        self,
        name: HeaderName,
        secret: &SecretString,
    ) -> Result<Self, RequestError> {
        let Some(mut value) = printable(secret.expose_secret()) else {
            let reason = NotSent::PasswordDoesNotFitAHeader;
            return Err(RequestError::NotSent {
                call: self.call,
                reason,
            });
        };
        value.set_sensitive(true);
        Ok(self.header(name, value))
    }

    /// Names the operation, so that its traces can be found again.
    pub(crate) fn operation(self, id: &OperationId) -> Self {
        let value =
            HeaderValue::from_str(id.as_str()).expect("letters and digits are a header value");
        self.header(OPERATION, value)
    }

    /// Puts JSON into the body.
    pub(crate) fn json(self, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).expect("structs of strings always become JSON");
        self.bytes("application/json", body)
    }

    /// Puts bytes into the body.
    pub(crate) fn bytes(mut self, content_type: &'static str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header(CONTENT_TYPE, HeaderValue::from_static(content_type))
    }
}

/// A header value that arrives as it was sent: printable ASCII, without spaces that a reader would trim.
fn printable(text: &str) -> Option<HeaderValue> {
    let is_printable = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if is_printable && text.trim() == text {
        HeaderValue::from_str(text).ok()
    } else {
        None
    }
}

/// An answer whose body was read within its bound.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) call: Call,
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The answer itself when it reports success, and else what it means (docs/vcda-api.md §1.5, §6).
    pub(crate) fn successful(self) -> Result<Self, RequestError> {
        if (200..300).contains(&self.status) {
            return Ok(self);
        }
        let call = self.call;
        let problem = self.problem();
        let has_problem = problem.is_some();
        let ApiProblem { code, msg } = problem.unwrap_or_default();
        Err(match self.status {
            401 if self.demands_a_token() => RequestError::SessionGone,
            401 => RequestError::CredentialRefused { msg },
            403 => RequestError::Forbidden { call, msg },
            status @ 502..=504 if !has_problem => RequestError::NotReady { status },
            // The API never redirects, and every error of its own is JSON.
            300..=399 => RequestError::NotTheProduct { call },
            _ if self.is_a_page() => RequestError::NotTheProduct { call },
            status => RequestError::Refused {
                call,
                status,
                code,
                msg,
            },
        })
    }

    /// Reads the body as JSON.
    pub(crate) fn read<T: DeserializeOwned>(
        &self,
        expected: &'static str,
    ) -> Result<T, RequestError> {
        let call = self.call;
        if self.is_a_page() {
            return Err(RequestError::NotTheProduct { call });
        }
        serde_json::from_slice(&self.body).map_err(|source| RequestError::Unreadable {
            call,
            expected,
            source: Some(source),
        })
    }

    /// A header as text, where it is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    fn demands_a_token(&self) -> bool {
        self.header("www-authenticate") == Some(TOKEN_REQUIRED)
    }

    /// The body as an error of the appliance, in the shape that docs/vcda-api.md §6 gives.
    pub(crate) fn problem(&self) -> Option<ApiProblem> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Whether the answer is JSON by its type; the product has many such types.
    pub(crate) fn is_json(&self) -> bool {
        self.header("content-type")
            .is_some_and(|kind| kind.contains("json"))
    }

    /// Whether this is a web page: by its type, or by how it begins where the type says neither.
    fn is_a_page(&self) -> bool {
        let is_html = || {
            self.header("content-type")
                .is_some_and(|it| it.starts_with("text/html"))
        };
        !self.is_json() && (is_html() || self.body.trim_ascii_start().starts_with(b"<"))
    }
}

#[cfg(test)]
mod tests {
    use super::Request;
    use crate::call::Call;

    #[test]
    fn a_name_is_one_segment_of_the_path_to_every_server() {
        let address = "a.example".parse().unwrap();
        let path = |name| {
            let call = Call::get("/sites/{site}", 1);
            let request = Request::naming(call, &address, name).unwrap();
            request.url.path().to_owned()
        };
        assert_eq!(path("oslo;v=1"), "/sites/oslo%3Bv=1");
        assert_eq!(path("a/b?c#d"), "/sites/a%2Fb%3Fc%23d");
        assert_eq!(path("100%"), "/sites/100%25");
    }
}
