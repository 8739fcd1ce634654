//! What must be true on a stage, asked of the lab itself and never of the engine.

use practice_lab::Request as Received;
use rotation::RunId;

use crate::folder::files_below;
use crate::stage::{OWN, Stage};

impl Stage {
    /// The own site and this peer trust each other, both ways, and neither shows an error.
    pub async fn trusts_both_ways(&self, peer: &str) -> bool {
        self.lab.trusts(OWN, peer).await
            && self.lab.trusts(peer, OWN).await
            && self.lab.is_clean(OWN, peer)
            && self.lab.is_clean(peer, OWN)
    }

    /// Every peer trusts the certificate that the own site presents, and the own site every peer.
    pub async fn assert_everybody_trusts_everybody(&self) {
        let names: Vec<&str> = self.peers().iter().map(|peer| &*peer.name).collect();
        self.assert_trusted_by(&names).await;
    }

    /// These peers trust the own site's certificate both ways.
    pub async fn assert_trusted_by(&self, peers: &[&str]) {
        let presented = Some(self.presented());
        for peer in peers {
            assert_eq!(
                self.lab.pin(peer, OWN),
                presented,
                "{peer} pins another certificate"
            );
            assert!(
                self.trusts_both_ways(peer).await,
                "{OWN} and {peer} do not trust each other"
            );
        }
    }

    /// The certificate was replaced, once and not twice.
    pub fn assert_replaced_exactly_once(&self) {
        assert_eq!(self.lab.replacements(OWN), 1, "replacements at {OWN}");
        assert_ne!(
            self.presented(),
            self.old(),
            "{OWN} presents its old certificate"
        );
    }

    /// Nobody's certificate was replaced and nobody's record was touched.
    pub fn assert_nothing_was_changed(&self) {
        for site in &self.before.sites {
            assert_eq!(
                self.lab.replacements(&site.name),
                0,
                "replacements at {}",
                site.name
            );
        }
        let changing = self.changing_calls();
        assert!(
            changing.is_empty(),
            "calls that change something: {changing:?}"
        );
    }

    /// The calls that change something at a site, signing in and out left out.
    pub fn changing_calls(&self) -> Vec<Received> {
        let is_changing = |call: &Received| {
            let reads = call.method == "GET" || call.path.starts_with("/diagnostics/health");
            !reads && !call.path.starts_with("/sessions")
        };
        self.lab
            .requests()
            .into_iter()
            .filter(is_changing)
            .collect()
    }

    /// The calls that reached a site from the `start`-th of all calls on.
    pub fn calls_since(&self, start: usize, site: &str) -> Vec<Received> {
        let calls = self.lab.requests().into_iter().skip(start);
        calls.filter(|call| call.site == site).collect()
    }

    /// Every call that repaired a pairing: where, and of whom.
    pub fn repairs(&self) -> Vec<(String, String)> {
        let calls = self.changing_calls();
        calls
            .iter()
            .filter(|call| call.method == "PUT")
            .filter_map(|call| {
                let of = call.path.strip_prefix("/sites/")?;
                Some((call.site.clone(), of.to_owned()))
            })
            .collect()
    }

    /// Everything that nobody may read in a file: passwords and the new private key.
    fn secrets(&self) -> Vec<String> {
        let authority = &self.before.authority;
        let key = std::fs::read_to_string(&authority.bundle_pem).unwrap();
        let mut secrets = vec![
            authority.bundle_password.clone(),
            "PRIVATE KEY".to_owned(),
            key.lines().nth(5).unwrap().to_owned(),
        ];
        for site in &self.before.sites {
            secrets.extend([
                site.password.clone(),
                site.sso.password.clone(),
                site.director.password.clone(),
                site.keystore_password.clone(),
            ]);
        }
        secrets
    }

    /// No file of the state folder holds a secret.
    pub fn assert_no_secret_in_the_state_folder(&self) {
        let secrets = self.secrets();
        let files = files_below(&self.home());
        assert!(
            !files.is_empty(),
            "the state folder is empty: nothing was looked at"
        );
        for (path, bytes) in files {
            let text = String::from_utf8_lossy(&bytes);
            assert_free_of(&secrets, &text, &path.display().to_string());
        }
    }

    /// Neither form of the run's report holds a secret.
    pub fn assert_no_secret_in_the_report(&self, run: &RunId) {
        let report = self.engine().report(run).unwrap();
        let secrets = self.secrets();
        assert_free_of(&secrets, &report.html(), "the report as HTML");
        assert_free_of(&secrets, &report.json(), "the report as JSON");
    }
}

fn assert_free_of(secrets: &[String], text: &str, place: &str) {
    for (number, secret) in secrets.iter().enumerate() {
        // The secret itself stays out of the test's own output.
        assert!(
            !text.contains(secret.as_str()),
            "{place} holds secret number {number}"
        );
    }
}
