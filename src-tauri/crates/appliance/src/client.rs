//! One appliance over HTTPS: a pinned client, its limits and its meter.

use std::sync::{Arc, Mutex, MutexGuard};

use certificate::Thumbprint;
use ground::Surroundings;
use http::header::{ACCEPT, HeaderValue};
use http::{Method, Response, Uri};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use tokio::sync::Semaphore;

use crate::address::ApplianceAddress;
use crate::call::{Call, READINESS_PAGE, Verb};
use crate::connector::{self, Client};
use crate::error::{Phase, RequestError};
use crate::limits::{HEADER_BYTES_CAP, Limits};
use crate::meter::Meter;
use crate::request::{Answer, Request};
use crate::transport;

/// How many requests one appliance gets at the same time, and so how many connections are opened to it.
const REQUESTS_AT_ONCE: usize = 8;

/// An appliance that nobody has signed in to. Clones share connections and meter.
#[derive(Clone, Debug)]
pub struct Appliance {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    address: ApplianceAddress,
    pin: Thumbprint,
    limits: Limits,
    surroundings: Surroundings,
    meter: Arc<Meter>,
    gate: Semaphore,
    pool: Mutex<Client>,
}

impl Appliance {
    /// An appliance that has to show this certificate and no other. Whoever expects another one from some moment on,
    /// as after a replacement, makes a new value of this: what was opened to the old one is never used for the new.
    pub fn new(
        address: ApplianceAddress,
        pin: Thumbprint,
        limits: Limits,
        surroundings: &Surroundings,
    ) -> Self {
        let meter = Arc::new(Meter::default());
        let gate = Semaphore::new(REQUESTS_AT_ONCE);
        let client = connector::client(pin, &meter, limits.connect, surroundings);
        Self {
            shared: Arc::new(Shared {
                address,
                pin,
                limits,
                surroundings: surroundings.clone(),
                meter,
                gate,
                pool: Mutex::new(client),
            }),
        }
    }

    /// Where it answers.
    pub fn address(&self) -> &ApplianceAddress {
        &self.shared.address
    }

    /// The certificate it has to show.
    pub fn pin(&self) -> Thumbprint {
        self.shared.pin
    }

    /// By which clock it is waited for.
    pub(crate) fn surroundings(&self) -> &Surroundings {
        &self.shared.surroundings
    }

    /// What was sent to it so far.
    pub fn meter(&self) -> &Meter {
        &self.shared.meter
    }

    /// Whether the page that answers without a session is there (docs/vcda-api.md §2.4): the services are up.
    pub async fn has_readiness_page(&self) -> Result<bool, RequestError> {
        let request = Request::new(READINESS_PAGE, self.address());
        Ok(self.exchange(request).await?.status == 200)
    }

    /// Sends a request and reads the whole answer, within every bound.
    pub(crate) async fn exchange(&self, request: Request) -> Result<Answer, RequestError> {
        let call = request.call;
        let limits = &self.shared.limits;
        let total = if call.is_upload {
            limits.upload
        } else {
            limits.total
        };
        // Waiting for one's turn is not the appliance's slowness: the clock starts behind the gate.
        let _turn = self.shared.gate.acquire().await;
        let answer = self.send_and_read(request);
        match self.surroundings().timeout(total, answer).await {
            Ok(outcome) => outcome,
            Err(_) => Err(RequestError::TimedOut {
                call,
                phase: Phase::Whole,
            }),
        }
    }

    /// Closes every connection, so that the next request makes a handshake of its own.
    pub(crate) fn close_connections(&self) {
        let Shared {
            pin, meter, limits, ..
        } = &*self.shared;
        *self.pool() = connector::client(*pin, meter, limits.connect, self.surroundings());
    }

    fn pool(&self) -> MutexGuard<'_, Client> {
        let pool = self.shared.pool.lock();
        pool.expect("no holder of this lock can panic")
    }

    async fn send_and_read(&self, request: Request) -> Result<Answer, RequestError> {
        let call = request.call;
        let response = self.send(request).await?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let header_bytes: usize = headers
            .iter()
            .map(|(k, v)| k.as_str().len() + v.len())
            .sum();
        if header_bytes > HEADER_BYTES_CAP {
            return Err(RequestError::TooLarge {
                call,
                limit: HEADER_BYTES_CAP,
            });
        }
        let cap = if (200..300).contains(&status) {
            call.cap
        } else {
            crate::limits::SMALL_CAP
        };
        let body = self.read_body(call, response.into_body(), cap).await?;
        Ok(Answer {
            call,
            status,
            headers,
            body,
        })
    }

    async fn send(&self, request: Request) -> Result<Response<Incoming>, RequestError> {
        let call = request.call;
        // The lock is free before anything is sent.
        let client = self.pool().clone();
        self.shared.meter.count_request();
        let limits = &self.shared.limits;
        // The connection has a bound of its own inside; this one is for the silence after it.
        let silence = limits.connect + limits.first_byte;
        let answer = client.request(written(request));
        match self.surroundings().timeout(silence, answer).await {
            Ok(outcome) => outcome.map_err(|error| transport::failed_request(call, error)),
            Err(_) => Err(RequestError::TimedOut {
                call,
                phase: Phase::FirstByte,
            }),
        }
    }

    /// Reads a body piece by piece, so that neither its size nor its slowness is the sender's choice.
    async fn read_body(
        &self,
        call: Call,
        mut answer: Incoming,
        cap: usize,
    ) -> Result<Vec<u8>, RequestError> {
        let mut body = Vec::new();
        loop {
            let idle = self.shared.limits.idle;
            let phase = Phase::Body;
            let piece = self.surroundings().timeout(idle, answer.frame()).await;
            let piece = piece.map_err(|_| RequestError::TimedOut { call, phase })?;
            let Some(piece) = piece else { return Ok(body) };
            let piece = piece.map_err(|error| transport::lost(call, error))?;
            // Trailers say nothing here.
            let Ok(piece) = piece.into_data() else {
                continue;
            };
            if body.len() + piece.len() > cap {
                return Err(RequestError::TooLarge { call, limit: cap });
            }
            body.extend_from_slice(&piece);
        }
    }
}

fn method(verb: Verb) -> Method {
    match verb {
        Verb::Get => Method::GET,
        Verb::Post => Method::POST,
        Verb::Put => Method::PUT,
        Verb::Delete => Method::DELETE,
    }
}

/// The request as HTTP writes it.
fn written(request: Request) -> http::Request<Full<Bytes>> {
    let Request {
        call,
        url,
        headers,
        body,
    } = request;
    let uri: Uri = url.as_str().parse().expect("a URL of ours is a URI");
    let mut written = http::Request::new(Full::from(body));
    *written.method_mut() = method(call.verb);
    *written.uri_mut() = uri;
    *written.headers_mut() = headers;
    let accepted = written.headers_mut().entry(ACCEPT);
    accepted.or_insert(HeaderValue::from_static("*/*"));
    written
}
