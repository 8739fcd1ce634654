//! `compare`: two certificates side by side, each of a file, or in use at an address.

use std::path::Path;

use appliance::{ApplianceAddress, ProbeLimits, probe};
use certificate::{Aspect, BundleError, Certificate, Difference, compare as differences, relation};
use ground::Surroundings;
use message::message;
use rotation::{Outcome, Problem};
use serde::Serialize;

use crate::console::{Console, text_of, words};
use crate::file;
use crate::secrets::Secrets;
use crate::told::Leaf;
use crate::wish::Compare;

/// Both, and what differs: one JSON line.
#[derive(Serialize)]
struct Compared {
    one: Side,
    other: Side,
    says: String,
    differences: Vec<Told>,
}

/// One aspect, in words.
#[derive(Serialize)]
struct Told {
    what: Aspect,
    before: String,
    after: String,
    differs: bool,
    says: Option<String>,
}

impl From<Difference> for Told {
    fn from(difference: Difference) -> Self {
        Self {
            what: difference.what,
            before: words().value(&difference.before),
            after: words().value(&difference.after),
            differs: difference.differs,
            says: difference.says.map(|says| words().say(&says)),
        }
    }
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
        says: words().say(&relation(&one, &other)),
        differences: differences(&one, &other)
            .into_iter()
            .map(Told::from)
            .collect(),
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
            let problem = error.problem(&address.to_string());
            let cause = problem.message.clone();
            Err(problem.told_as(message!(
                "compare.neither_file_nor_site",
                address = address.to_string(),
                cause = cause
            )))
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
        console.say(&self.says);
        for difference in &self.differences {
            let Told {
                what,
                before,
                after,
                differs,
                says,
            } = difference;
            let what = words().say(&what.label());
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
