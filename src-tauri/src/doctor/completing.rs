//! Completing a chain: from this machine, or from the address in the certificate. Only when asked.

use std::{error::Error, iter};

use certificate::{Certificate, issuers_above};
use issuers::FetchError;
use rotation::Problem;

use super::{Added, view::address_of_issuer};
use crate::{
    commands::Answer,
    error::Refusal,
    state::{Shell, lock},
};

impl Shell {
    /// Looks for the missing issuers among the certificates that this computer trusts.
    pub(super) async fn complete_from_machine(&self) -> Answer<()> {
        let roots = tauri::async_runtime::spawn_blocking(issuers::machine_roots).await;
        let from = "came from the certificates that this computer trusts.";
        self.complete(roots.map_err(|_| Refusal::bug())?, from)
            .await
    }

    /// Fetches the missing issuer from the address that the certificate names.
    pub(super) async fn complete_from_address(&self) -> Answer<()> {
        let address = {
            let held = lock(&self.doctor);
            held.opened.together.as_ref().and_then(address_of_issuer)
        };
        let address = address.ok_or_else(no_address)?;
        let fetched = issuers::fetch(&address).await;
        let fetched = fetched.map_err(|error| not_fetched(&address, &error))?;
        self.complete(&fetched, &format!("was fetched from {address}."))
            .await
    }

    async fn complete(&self, candidates: &[Certificate], from: &str) -> Answer<()> {
        let found = {
            let held = lock(&self.doctor);
            let together = held.opened.together.as_ref();
            together.map(|together| issuers_above(together.leaf(), together.issuers(), candidates))
        };
        let found = found.unwrap_or_default();
        if found.is_empty() {
            return Err(not_found());
        }
        lock(&self.doctor)
            .added
            .extend(found.into_iter().map(|certificate| Added {
                certificate,
                from: from.to_owned(),
            }));
        self.open_all().await
    }
}

fn not_found() -> Refusal {
    Refusal::of_window(
        "chain.issuer_not_found",
        "The missing issuer is not there either.",
        "The chain stays as it is. Nothing was sent to any site.",
        "Ask the authority for its intermediate certificate and drop the file here.",
    )
}

fn not_fetched(address: &str, error: &FetchError) -> Refusal {
    let causes = iter::successors(Some(error as &dyn Error), |cause| (*cause).source());
    let causes: Vec<String> = causes.map(ToString::to_string).collect();
    let problem = Problem::new(
        "chain.not_fetched",
        format!("The missing issuer could not be fetched from {address}."),
        "The chain stays as it is. Nothing was sent to any site.",
        error.todo(),
    );
    Refusal::from(problem.quoting(&causes.join(": ")))
}

fn no_address() -> Refusal {
    Refusal::of_window(
        "chain.no_address",
        "The certificate names no address of its issuer.",
        "Nothing was fetched.",
        "Ask the authority for its intermediate certificate and drop the file here.",
    )
}
