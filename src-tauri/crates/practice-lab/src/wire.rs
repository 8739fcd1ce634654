//! What the product's answers look like on the wire: media types, Jackson's layout, errors.
//!
//! Source: `docs/vcda-api.md` §1.3 and §6.

use std::io;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// An error as the product words it: `{code, msg, args, stacktrace}` (§6).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ApiError {
    /// The code, such as `Forbidden`.
    pub(crate) code: String,
    /// The sentence.
    pub(crate) msg: String,
    /// Arguments of the sentence. The lab adds a note here where it had to invent.
    pub(crate) args: Vec<String>,
    /// Filled inside tasks and site states, null over HTTP.
    pub(crate) stacktrace: Option<String>,
}

/// What the lab puts among the arguments of an error whose wording the product does not document.
pub(crate) const INVENTED: &str = "wording invented by the practice lab";

impl ApiError {
    /// An error whose code and sentence were seen in the product.
    pub(crate) fn documented(code: &str, msg: &str) -> Self {
        Self {
            code: code.to_owned(),
            msg: msg.to_owned(),
            args: Vec::new(),
            stacktrace: None,
        }
    }

    /// An error whose wording nobody has seen; it says so (§6, last paragraph).
    pub(crate) fn invented(code: &str, msg: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            msg: msg.into(),
            args: vec![INVENTED.to_owned()],
            stacktrace: None,
        }
    }

    /// What a bad login and a forbidden network both get (§1.5, §1.9).
    pub(crate) fn not_authenticated() -> Self {
        Self::documented("NotAuthenticated", "Authentication required.")
    }

    /// The vendor's own example of an error (§6).
    pub(crate) fn forbidden() -> Self {
        Self::documented("Forbidden", "Permission denied.")
    }

    /// What a pin that does not match looks like, in the words of KB 78209.
    pub(crate) fn certificate_mismatch() -> Self {
        Self {
            stacktrace: Some(
                "com.vmware.exception.CertificateMismatchException: Certificate seen on the network differs from the certificate we expected".to_owned(),
            ),
            ..Self::documented("CertificateMismatch", "Certificate differs from the expected one.")
        }
    }
}

/// An answer of the appliance: a status and, mostly, a JSON body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) headers: Vec<(header::HeaderName, HeaderValue)>,
}

impl Answer {
    pub(crate) fn ok(body: impl Serialize) -> Self {
        Self::with(StatusCode::OK, body)
    }

    pub(crate) fn with(status: StatusCode, body: impl Serialize) -> Self {
        Self {
            status,
            body: Some(jackson(&body)),
            headers: Vec::new(),
        }
    }

    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            body: None,
            headers: Vec::new(),
        }
    }

    pub(crate) fn header(mut self, name: header::HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }
}

/// Why a call is refused: the status and the error it carries.
#[derive(Debug)]
pub(crate) struct Refusal(pub(crate) Answer);

impl Refusal {
    pub(crate) fn new(status: StatusCode, error: ApiError) -> Self {
        Self(Answer::with(
            status,
            ApiError {
                stacktrace: None,
                ..error
            },
        ))
    }

    /// What the caller sent is wrong: 400 and a code that §6 lists, the sentence invented.
    pub(crate) fn bad_input(msg: impl Into<String>) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            ApiError::invented("BadUserInput", msg),
        )
    }

    /// There is no such thing: 404 (§6).
    pub(crate) fn not_found(msg: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, ApiError::invented("NotFound", msg))
    }

    /// Wrong credentials, or a network that is not allowed: the same answer (§1.5, §1.9).
    pub(crate) fn wrong_credentials() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, ApiError::not_authenticated())
    }

    /// No session, or a dead one (§1.5).
    pub(crate) fn session_gone() -> Self {
        let answer = Answer::with(StatusCode::UNAUTHORIZED, ApiError::not_authenticated());
        Self(answer.header(header::WWW_AUTHENTICATE, "Authentication Token Required"))
    }
}

/// Turns an answer into bytes: Jackson's layout and the media type that was agreed on.
pub(crate) fn respond(answer: Answer, media_type: &str) -> Response {
    let has_body = answer.body.is_some();
    let mut response = (answer.status, Body::from(answer.body.unwrap_or_default())).into_response();
    let headers = response.headers_mut();
    if has_body {
        let fallback = HeaderValue::from_static("application/json;charset=UTF-8");
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_str(media_type).unwrap_or(fallback),
        );
    }
    headers.extend(answer.headers);
    response
}

/// JSON as Jackson's default pretty printer lays it out (§6: `"key" : value`, `[ ]`).
pub(crate) fn jackson(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Jackson::default());
    // What the lab writes has string keys and finite numbers only, so that writing it to memory cannot fail.
    if value.serialize(&mut serializer).is_err() {
        bytes.clear();
    }
    bytes
}

#[derive(Debug, Default)]
struct Jackson {
    depth: usize,
    object_is_empty: Vec<bool>,
    array_is_empty: Vec<bool>,
}

impl Jackson {
    fn new_line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Jackson {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.array_is_empty.push(true);
        writer.write_all(b"[ ")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let is_empty = self.array_is_empty.pop() == Some(true);
        writer.write_all(if is_empty { b"]" } else { b" ]" })
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if let Some(is_empty) = self.array_is_empty.last_mut() {
            *is_empty = false;
        }
        if first {
            Ok(())
        } else {
            writer.write_all(b", ")
        }
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.object_is_empty.push(true);
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.object_is_empty.pop() == Some(true) {
            return writer.write_all(b" }");
        }
        self.new_line(writer)?;
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if let Some(is_empty) = self.object_is_empty.last_mut() {
            *is_empty = false;
        }
        if !first {
            writer.write_all(b",")?;
        }
        self.new_line(writer)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b" : ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lays_an_error_out_as_long_as_the_vendors_example() {
        let bytes = jackson(&ApiError::forbidden());
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.len(), 97, "{text}");
        assert!(text.contains("\"args\" : [ ]"), "{text}");
    }

    #[test]
    fn lays_lists_and_objects_out_like_jackson() {
        let text = String::from_utf8(jackson(&json!([{ "a": [1, 2], "b": {} }]))).unwrap();
        assert_eq!(text, "[ {\n  \"a\" : [ 1, 2 ],\n  \"b\" : { }\n} ]");
    }
}
