//! Completing a chain: from this machine, or from the address in the certificate. Only when asked.

use certificate::Certificate;
use issuers::CompleteError;
use key_worker::Together;
use message::Problem;
use tauri::{AppHandle, Manager as _, Runtime};

use super::{Added, gone};
use crate::{
    commands::Answer,
    confirmation::{Confirmation, Confirmations},
    error::Refusal,
    state::{Shell, lock},
};

impl Shell {
    /// Looks for the missing issuers among the certificates that this computer trusts.
    pub(super) async fn complete_from_machine(&self) -> Answer<()> {
        let together = self.together()?;
        let looking = move || issuers::from_machine(together.leaf(), together.issuers());
        let found = tauri::async_runtime::spawn_blocking(looking).await;
        let found = found.map_err(|_| Refusal::bug())?.map_err(not_completed)?;
        let from = "came from the certificates that this computer trusts.";
        self.complete(found, from).await
    }

    /// Fetches the missing issuer from the address that the certificate names, once a person has seen it: a page
    /// may offer a certificate of its own.
    pub(super) async fn complete_from_address<R: Runtime>(&self, app: &AppHandle<R>) -> Answer<()> {
        let together = self.together()?;
        if let Some(address) = issuers::address_above(together.leaf(), together.issuers()) {
            let windows = app.state::<Confirmations>();
            let asks = Confirmation::of_fetch(&address);
            let agreed = windows.ask(app, asks, self.settings().looks()).await?;
            if agreed.is_none() {
                return Ok(());
            }
        }
        let fetched =
            issuers::from_address(together.leaf(), together.issuers(), &self.surroundings).await;
        let fetched = fetched.map_err(not_completed)?;
        let from = format!("was fetched from {}.", fetched.address);
        self.complete(fetched.issuers, &from).await
    }

    fn together(&self) -> Answer<Together> {
        lock(&self.doctor).opened.together.clone().ok_or_else(gone)
    }

    async fn complete(&self, found: Vec<Certificate>, from: &str) -> Answer<()> {
        let added = found.into_iter().map(|certificate| Added {
            certificate,
            from: from.to_owned(),
        });
        lock(&self.doctor).added.extend(added);
        self.open_all().await
    }
}

fn not_completed(error: CompleteError) -> Refusal {
    Refusal::from(Problem::from(&error))
}
