//! One appliance over HTTPS: a pinned client, its limits and its meter.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use certificate::Thumbprint;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::address::ApplianceAddress;
use crate::call::{Call, READINESS_PAGE, Verb};
use crate::error::{Phase, RequestError};
use crate::limits::{HEADER_BYTES_CAP, HEADER_COUNT_CAP, Limits};
use crate::meter::Meter;
use crate::request::{Answer, Request};
use crate::{tls, transport};

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
    meter: Arc<Meter>,
    gate: Semaphore,
    pool: Mutex<Client>,
}

impl Appliance {
    /// An appliance that has to show this certificate and no other. Whoever expects another one from some moment on,
    /// as after a replacement, makes a new value of this: what was opened to the old one is never used for the new.
    pub fn new(address: ApplianceAddress, pin: Thumbprint) -> Self {
        Self::with_limits(address, pin, Limits::default())
    }

    /// The same with other bounds on time.
    pub fn with_limits(address: ApplianceAddress, pin: Thumbprint, limits: Limits) -> Self {
        let meter = Arc::new(Meter::default());
        let gate = Semaphore::new(REQUESTS_AT_ONCE);
        let pool = Mutex::new(client(pin, &meter, &limits));
        Self {
            shared: Arc::new(Shared {
                address,
                pin,
                limits,
                meter,
                gate,
                pool,
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
        match timeout(total, self.send_and_read(request)).await {
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
        *self.pool() = client(*pin, meter, limits);
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
        let body = read_body(call, response, cap, self.shared.limits.idle).await?;
        Ok(Answer {
            call,
            status,
            headers,
            body,
        })
    }

    async fn send(&self, request: Request) -> Result<Response, RequestError> {
        let Request {
            call,
            url,
            headers,
            body,
        } = request;
        // The lock is free before anything is sent.
        let client = self.pool().clone();
        let mut building = client.request(method(call.verb), url).headers(headers);
        if !body.is_empty() {
            building = building.body(body);
        }
        self.shared.meter.count_request();
        let limits = &self.shared.limits;
        // The connection has a bound of its own inside; this one is for the silence after it.
        match timeout(limits.connect + limits.first_byte, building.send()).await {
            Ok(outcome) => outcome.map_err(|error| transport::failed_request(call, error)),
            Err(_) => Err(RequestError::TimedOut {
                call,
                phase: Phase::FirstByte,
            }),
        }
    }
}

/// HTTP/1.1 over our own TLS; no proxy by accident, no redirects, no second tries, no cookies.
fn client(pin: Thumbprint, meter: &Arc<Meter>, limits: &Limits) -> Client {
    Client::builder()
        .tls_backend_preconfigured(tls::pinned(pin, Arc::clone(meter)))
        .https_only(true)
        .http1_only()
        .http1_max_headers(HEADER_COUNT_CAP)
        .no_proxy()
        .redirect(Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(limits.connect)
        .dns_resolver(transport::Resolver)
        .build()
        .expect("a client over a prepared TLS configuration can be built")
}

fn method(verb: Verb) -> Method {
    match verb {
        Verb::Get => Method::GET,
        Verb::Post => Method::POST,
        Verb::Put => Method::PUT,
        Verb::Delete => Method::DELETE,
    }
}

/// Reads a body piece by piece, so that neither its size nor its slowness is the sender's choice.
async fn read_body(
    call: Call,
    mut response: Response,
    cap: usize,
    idle: Duration,
) -> Result<Vec<u8>, RequestError> {
    let mut body = Vec::new();
    loop {
        let piece = match timeout(idle, response.chunk()).await {
            Ok(piece) => piece.map_err(|error| transport::failed_request(call, error))?,
            Err(_) => {
                return Err(RequestError::TimedOut {
                    call,
                    phase: Phase::Body,
                });
            }
        };
        let Some(piece) = piece else { return Ok(body) };
        if body.len() + piece.len() > cap {
            return Err(RequestError::TooLarge { call, limit: cap });
        }
        body.extend_from_slice(&piece);
    }
}
