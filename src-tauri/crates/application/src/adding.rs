//! Adding a site: who answers at an address, what agrees with it, and saving it under that pin.

use appliance::{ApplianceAddress, Sighting};
use certificate::Thumbprint;
use rotation::{Grade, Problem};
use secrecy::SecretString;
use sites::{Learned, Role, SavedSite};

use crate::{
    cards,
    error::{Answer, Refusal},
    evidence::Evidence,
    face::parse_thumbprint,
    looking::look,
    shared::Shared,
    views::add_site::{AddSite, ProbeView},
};

/// Adds sites to the list.
pub struct Adding {
    shared: Shared,
}

impl Adding {
    /// Adds them to the saved ones.
    pub(crate) const fn new(shared: Shared) -> Self {
        Self { shared }
    }

    /// One handshake, no request, no password.
    pub async fn probe(&self, address: &str) -> Answer<ProbeView> {
        let address = parse(address)?;
        let sighting = look(&address, &self.shared.surroundings).await?;
        let evidence = self.evidence(&address, &sighting)?;
        let known = self.shared.sites.at(&address)?;
        Ok(ProbeView {
            address: address.to_string(),
            certificate: cards::of(&sighting.leaf, self.shared.surroundings.now()),
            agreeing: evidence.agreeing,
            grade: evidence.grade.to_string(),
            known: known.map(|site| self.shared.checks.row(&site)),
        })
    }

    /// Looks again and saves what is seen then: between two clicks somebody else may answer.
    pub async fn add(&self, form: AddSite) -> Answer<SavedSite> {
        let address = parse(&form.address)?;
        let expected = form
            .expected
            .as_deref()
            .filter(|text| !text.trim().is_empty());
        let expected = expected.map(parse_thumbprint).transpose()?;
        let sighting = look(&address, &self.shared.surroundings).await?;
        let (how, grade) = self.accept(&form, &address, expected, &sighting)?;
        let pin = sighting.leaf.thumbprint();
        let mut site = SavedSite::new(address, pin, how, &self.shared.surroundings);
        site.grade = grade;
        site.role = if self.shared.checks.holders_of(&site.pin)?.is_empty() {
            Role::Own
        } else {
            Role::Peer
        };
        site.account = form.account;
        site.leaf = Some(sighting.leaf.der().to_vec());
        // A site of the running lab that was forgotten and is added again is what it was.
        let at = site.address.to_string();
        let practised = self.shared.practice.site(|it| it.cloud.address == at);
        site.practice = practised.is_some();
        let saved = site.clone();
        self.shared.sites.with(|sites| sites.add(site))?;
        if let Some(practised) = practised {
            let password = SecretString::from(practised.password);
            self.shared.passwords.hold(&saved, &password)?;
        }
        Ok(saved)
    }

    fn accept(
        &self,
        form: &AddSite,
        address: &ApplianceAddress,
        expected: Option<Thumbprint>,
        sighting: &Sighting,
    ) -> Answer<(Learned, Grade)> {
        let seen = sighting.leaf.thumbprint();
        if let Some(expected) = expected {
            let is_same = expected == seen;
            return is_same
                .then_some((Learned::Pasted, Grade::E3))
                .ok_or_else(|| other_certificate(address, &seen));
        }
        let evidence = self.evidence(address, sighting)?;
        if evidence.grade >= Grade::E1 {
            return Ok((Learned::Corroborated, evidence.grade));
        }
        let typed = form.accept_unverified.as_deref().map(parse).transpose()?;
        if typed.as_ref() == Some(address) {
            return Ok((Learned::Unverified, Grade::E0));
        }
        Err(unverified(address))
    }

    fn evidence(&self, address: &ApplianceAddress, sighting: &Sighting) -> Answer<Evidence> {
        let holders = self.shared.checks.holders_of(&sighting.leaf.thumbprint())?;
        let now = self.shared.surroundings.now();
        Ok(Evidence::of(address, sighting, &holders, now))
    }
}

fn parse(address: &str) -> Answer<ApplianceAddress> {
    address
        .parse()
        .map_err(|error| Refusal::from(Problem::from(&error)))
}

fn other_certificate(address: &ApplianceAddress, seen: &Thumbprint) -> Refusal {
    let what = format!("{address} shows another certificate than the one that was pasted.");
    let problem = Problem::new(
        "site.other_certificate",
        what,
        "The site was not saved and nothing was sent to it. Either the pasted thumbprint is of another \
         site or of an older certificate, or somebody stands between this computer and the site.",
        "Get the thumbprint again from the appliance's own console or from vCenter, and compare.",
    );
    Refusal::from(problem.quoting(&seen.to_string()))
}

fn unverified(address: &ApplianceAddress) -> Refusal {
    let what = format!("Nothing agrees with the certificate of {address} yet.");
    Refusal::from(Problem::new(
        "site.unverified",
        what,
        "The site was not saved and nothing was sent to it.",
        "Paste its thumbprint from another source, or type its address to accept the certificate unseen.",
    ))
}
