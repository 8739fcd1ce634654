//! Adding a site: who answers at an address, what agrees with it, and saving it under that pin.

use appliance::{ApplianceAddress, ProbeLimits, Sighting, probe};
use certificate::{Issuance, Roots, Thumbprint, issuance_of};
use ground::Surroundings;
use rotation::{Grade, Problem};
use secrecy::SecretString;
use sites::{Keyring as _, Learned, Role, SavedSite};
use time::OffsetDateTime;

use crate::{
    cards::{self, moment},
    commands::{
        add_site::{AddSite, ProbeView},
        sites::row,
    },
    confirmation::parse_thumbprint,
    error::Refusal,
    state::Shell,
    survey::Holder,
};

/// What agrees with a certificate that was just seen.
struct Evidence {
    agreeing: Vec<String>,
    grade: Grade,
}

/// The certificate that the site presents, as bytes, if it is the one it is known by.
pub(crate) async fn leaf_of(site: &SavedSite, surroundings: &Surroundings) -> Option<Vec<u8>> {
    let seen = probe(&site.address, ProbeLimits::default(), surroundings).await;
    let seen = seen.ok()?;
    (seen.leaf.thumbprint() == site.pin).then(|| seen.leaf.der().to_vec())
}

impl Shell {
    /// One handshake, no request, no password.
    pub(crate) async fn probe(&self, address: &str) -> Result<ProbeView, Refusal> {
        let address = parse(address)?;
        let sighting = look(&address, &self.surroundings).await?;
        let evidence = self.evidence(&address, &sighting)?;
        let known = self
            .all_sites()?
            .into_iter()
            .find(|site| site.address == address);
        Ok(ProbeView {
            address: address.to_string(),
            certificate: cards::of(&sighting.leaf, self.surroundings.now()),
            agreeing: evidence.agreeing,
            grade: evidence.grade.to_string(),
            known: known.map(|site| row(self, &site)),
        })
    }

    /// Looks again and saves what is seen then: between two clicks somebody else may answer.
    pub(crate) async fn add_site(&self, form: AddSite) -> Result<SavedSite, Refusal> {
        let address = parse(&form.address)?;
        let expected = form
            .expected
            .as_deref()
            .filter(|text| !text.trim().is_empty());
        let expected = expected.map(parse_thumbprint).transpose()?;
        let sighting = look(&address, &self.surroundings).await?;
        let (how, grade) = self.accept(&form, &address, expected, &sighting)?;
        let pin = sighting.leaf.thumbprint();
        let mut site = SavedSite::new(address, pin, how, &self.surroundings);
        site.grade = grade;
        site.role = if self.holders_of(&site.pin)?.is_empty() {
            Role::Own
        } else {
            Role::Peer
        };
        site.account = form.account;
        site.leaf = Some(sighting.leaf.der().to_vec());
        // A site of the running lab that was forgotten and is added again is what it was.
        let at = site.address.to_string();
        let practised = self.practice.site(|it| it.cloud.address == at);
        site.practice = practised.is_some();
        let saved = site.clone();
        self.sites(|sites| sites.add(site))?;
        if let Some(practised) = practised {
            let password = SecretString::from(practised.password);
            self.memory.keep(&saved, &password)?;
        }
        Ok(saved)
    }

    fn accept(
        &self,
        form: &AddSite,
        address: &ApplianceAddress,
        expected: Option<Thumbprint>,
        sighting: &Sighting,
    ) -> Result<(Learned, Grade), Refusal> {
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

    /// What agrees with a certificate at first sight: what saved sites had on record when they were checked last, and
    /// a public authority that vouches for the very name (docs/security.md).
    fn evidence(
        &self,
        address: &ApplianceAddress,
        sighting: &Sighting,
    ) -> Result<Evidence, Refusal> {
        let holders = self.holders_of(&sighting.leaf.thumbprint())?;
        // One witness that a person verified is enough; of weaker ones it takes two.
        let known_to = |least: Grade| holders.iter().filter(move |it| it.site.grade >= least);
        let is_pinned = known_to(Grade::E3).next().is_some() || known_to(Grade::E2).count() >= 2;
        let mut agreeing: Vec<String> = holders.iter().map(sentence).collect();
        let is_public = is_vouched_for(address, sighting, self.surroundings.now());
        if is_public {
            agreeing.push(format!(
                "A public authority vouches for it as {}.",
                address.host()
            ));
        }
        let grade = match (is_pinned, is_public) {
            (true, _) => Grade::E2,
            (false, true) => Grade::E1,
            (false, false) => Grade::E0,
        };
        Ok(Evidence { agreeing, grade })
    }
}

/// What a witness says, and when it said so.
fn sentence(holder: &Holder) -> String {
    let (site, peer) = (&holder.site.name, &holder.peer);
    format!(
        "{site} had this certificate on record for {peer} when it was checked, {}.",
        moment(holder.taken)
    )
}

/// Whether a public authority vouches for this certificate under this name, at this moment.
fn is_vouched_for(address: &ApplianceAddress, sighting: &Sighting, now: OffsetDateTime) -> bool {
    let leaf = &sighting.leaf;
    let issuance = issuance_of(leaf, &sighting.chain, Roots::PUBLIC_ONLY, now);
    let is_valid = (leaf.not_before()..=leaf.not_after()).contains(&now);
    matches!(issuance, Issuance::Public { .. }) && is_valid && leaf.covers(address.host())
}

async fn look(
    address: &ApplianceAddress,
    surroundings: &Surroundings,
) -> Result<Sighting, Refusal> {
    let seen = probe(address, ProbeLimits::default(), surroundings).await;
    seen.map_err(|error| Refusal::from(error.problem(&address.to_string())))
}

fn parse(address: &str) -> Result<ApplianceAddress, Refusal> {
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
