//! `compare`: two certificates side by side, each of a file, or in use at an address.

use std::path::Path;

use appliance::{ApplianceAddress, ProbeLimits, probe};
use certificate::{BundleError, Certificate, Difference, compare as differences, relation};
use ground::Surroundings;
use rotation::{Outcome, Problem};
use serde::Serialize;

use crate::console::{Console, text_of};
use crate::file;
use crate::secrets::Secrets;
use crate::told::Leaf;
use crate::wish::Compare;

/// Both, and what differs: one JSON line.
#[derive(Serialize)]
struct Compared {
    one: Side,
    other: Side,
    says: &'static str,
    differences: Vec<Difference>,
}

#[derive(Serialize)]
struct Side {
    /// The file, or the address.
    of: String,
    #[serde(flatten)]
    leaf: Leaf,
}

/// Tells every aspect. Two different certificates are for a person to look at.
pub(crate) async fn compare(
    wish: &Compare,
    secrets: &Secrets,
    console: &Console,
    surroundings: &Surroundings,
) -> Result<Outcome, Problem> {
    let one = certificate_of(&wish.one, secrets, surroundings).await?;
    let other = certificate_of(&wish.other, secrets, surroundings).await?;
    let compared = Compared {
        one: Side::new(&wish.one, &one),
        other: Side::new(&wish.other, &other),
        says: relation(&one, &other),
        differences: differences(&one, &other),
    };
    compared.tell(console);
    Ok(if one == other {
        Outcome::Done
    } else {
        Outcome::Attention
    })
}

/// A file of that name comes first; what is none is an address, which is looked at by a bare handshake.
async fn certificate_of(
    named: &Path,
    secrets: &Secrets,
    surroundings: &Surroundings,
) -> Result<Certificate, Problem> {
    let address = named
        .to_str()
        .and_then(|it| it.parse::<ApplianceAddress>().ok());
    match address.filter(|_| !named.exists()) {
        Some(address) => in_use_at(&address, surroundings).await,
        None => in_file(named, secrets, surroundings).await,
    }
}

async fn in_file(
    file: &Path,
    secrets: &Secrets,
    surroundings: &Surroundings,
) -> Result<Certificate, Problem> {
    let offered = file::offered(file, secrets.opening())?;
    let opened = file::worker(surroundings)?.open(&[offered], &[]).await;
    let opened = opened.map_err(|error| Problem::from(&error))?;
    if let Some(Err(error)) = opened.files.first() {
        return Err(file::without_password(Problem::from(error)));
    }
    let together = opened.together.as_ref();
    let leaf = together.map(|together| together.leaf().clone());
    leaf.ok_or_else(|| Problem::from(&BundleError::NoCertificate))
}

/// Nothing is sent there, so nobody has to be known there.
async fn in_use_at(
    address: &ApplianceAddress,
    surroundings: &Surroundings,
) -> Result<Certificate, Problem> {
    match probe(address, ProbeLimits::default(), surroundings).await {
        Ok(seen) => Ok(seen.leaf),
        Err(error) => {
            let problem = Problem::from(&error);
            let what = format!(
                "{address} is no file here, and no site answers: {}",
                problem.what
            );
            Err(Problem { what, ..problem })
        }
    }
}

impl Side {
    fn new(of: &Path, certificate: &Certificate) -> Self {
        Self {
            of: text_of(of),
            leaf: Leaf::of(certificate),
        }
    }
}

impl Compared {
    fn tell(&self, console: &Console) {
        for side in [&self.one, &self.other] {
            console.say(&side.of);
            side.leaf.say(console);
        }
        console.say(self.says);
        for difference in &self.differences {
            let Difference {
                what,
                before,
                after,
                differs,
                says,
            } = difference;
            let what = what.label();
            console.say(&match differs {
                true => format!("! {what}: {before} -> {after}"),
                false => format!("  {what}: {before}"),
            });
            if let Some(says) = says {
                console.say(&format!("    {says}"));
            }
        }
        console.line(self);
    }
}
