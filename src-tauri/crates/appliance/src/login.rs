//! One login: the only place from which a password leaves for an appliance.

use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use serde::Deserialize;

use crate::call::SIGN_IN;
use crate::client::Appliance;
use crate::credential::Credential;
use crate::error::{RequestError, SignInError};
use crate::reading;
use crate::request::{Answer, Request};

/// The header that carries the session's token, both ways (docs/vcda-api.md §1.2).
pub(crate) const TOKEN: HeaderName = HeaderName::from_static("x-vcav-auth");

/// What a login grants.
pub(crate) struct Grant {
    pub(crate) token: HeaderValue,
    pub(crate) accept: HeaderValue,
    pub(crate) user: Option<String>,
}

/// The body of a login's answer; only the name is of use here (docs/vcda-api.md §1.2).
#[derive(Deserialize)]
struct GrantBody {
    #[serde(default, deserialize_with = "reading::optional_name")]
    user: Option<String>,
}

/// One login, and what its answer grants.
pub(crate) async fn log_in(
    appliance: &Appliance,
    credential: &Credential,
) -> Result<Grant, SignInError> {
    let request = Request::new(SIGN_IN, appliance.address())
        .bytes("application/json", credential.login_body())
        .header(ACCEPT, HeaderValue::from_static("application/json"));
    let answer = appliance.exchange(request).await;
    let answer = answer.map_err(SignInError::Request)?;
    if answer.status == 401 {
        // Whatever else a refused login says, there is no session here that could have ended.
        return Err(SignInError::Refused {
            msg: answer.problem().unwrap_or_default().msg,
        });
    }
    grant(answer.successful())
}

fn grant(answer: Result<Answer, RequestError>) -> Result<Grant, SignInError> {
    let answer = answer.map_err(SignInError::Request)?;
    let token = answer.headers.get(TOKEN).filter(|token| !token.is_empty());
    let mut token = token.cloned().ok_or(SignInError::NoToken)?;
    token.set_sensitive(true);
    let told = answer.headers.get(CONTENT_TYPE);
    let accept = told
        .filter(|_| answer.is_json())
        .cloned()
        .unwrap_or(HeaderValue::from_static("application/json"));
    let user = answer
        .read::<GrantBody>("the name of the user")
        .ok()
        .and_then(|body| body.user);
    Ok(Grant {
        token,
        accept,
        user,
    })
}
