//! From some files, perhaps locked, to a bundle. Every face goes this way: what is offered is put together, its chain
//! completed where that is asked for, and sealed for the appliance.

use crate::error::told;
use certificate::{Certificate, Sealed, generated_password, leads_to_a_root};
use ground::Surroundings;
use issuers::CompleteError;
use key_worker::{Opened, Together, Worker};
use rotation::{Problem, Replacement};
use secrecy::SecretString;
use time::OffsetDateTime;

use super::HeldFile;
use super::opening::offered;
use crate::{
    error::{Answer, Refusal},
    face::{Agrees, Confirmation},
};

/// The most issuers that are fetched for one chain: authorities have fewer levels.
const MOST_FETCHED: usize = 4;

/// An issuer that was added to a chain, and where it came from.
#[derive(Debug, Clone)]
pub struct Added {
    /// The issuer.
    pub certificate: Certificate,
    /// Where it came from: follows its name in a sentence.
    pub from: String,
}

/// Where missing issuers are looked for. Neither is done unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Among the certificates that this computer trusts.
    Machine,
    /// At the addresses that the certificates name, each once a person has agreed to it: a certificate chose it.
    Address,
}

/// What came of completing a chain.
#[derive(Debug, Default)]
pub struct Completed {
    /// What the files are together with every issuer that was added, where one was found.
    pub opened: Option<Opened>,
    /// The issuers that were found.
    pub found: Vec<Added>,
    /// Why the chain is not complete, where looking for the rest failed.
    pub problem: Option<Problem>,
}

/// Puts what is in files together with issuers that were added before.
pub async fn join(worker: &Worker, files: &[HeldFile], added: &[Added]) -> Answer<Opened> {
    // The checks judge by them; here is where waiting for them stands in nobody's way.
    let roots = tokio::task::spawn_blocking(issuers::machine_roots);
    let opened = worker.open(&offered(files), &certificates(added)).await;
    roots.await.map_err(|_| Refusal::bug())?;
    Ok(opened.map_err(|error| Problem::from(&error))?)
}

/// Looks for the issuers that files lack which are `together` this, one way after the other, until the chain leads to
/// a known root. Of an address that is not agreed to, nothing is asked, and nothing is looked for after it.
pub async fn complete(
    worker: &Worker,
    files: &[HeldFile],
    added: &[Added],
    together: Option<Together>,
    ways: &[Way],
    person: &dyn Agrees,
    surroundings: &Surroundings,
) -> Answer<Completed> {
    let (mut completed, mut together) = (Completed::default(), together);
    for way in ways.iter().flat_map(|way| way.tries()) {
        let Some(incomplete) = together.take_if(|it| !leads_anywhere(it, surroundings.now()))
        else {
            break;
        };
        match way.found(&incomplete, person, surroundings).await? {
            Ok(found) if found.is_empty() => break,
            Ok(found) => {
                completed.found.extend(found);
                let all = [added, &completed.found].concat();
                let opened = join(worker, files, &all).await?;
                together.clone_from(&opened.together);
                completed.opened = Some(opened);
                completed.problem = None;
            }
            Err(error) => {
                completed.problem = Some(Problem::from(&error));
                together = Some(incomplete);
                // An address that did not help does not help the next time.
                if way == Way::Address {
                    break;
                }
            }
        }
    }
    Ok(completed)
}

/// Opens the files again and writes the certificate with its key and chain as keystores that `password` opens.
/// Nothing is made of files of which one could not be read: what is meant may be in there.
pub async fn seal(
    worker: &Worker,
    files: &[HeldFile],
    added: &[Added],
    password: &SecretString,
) -> Answer<Sealed> {
    let unread = files.iter().filter_map(|file| file.bytes.as_ref().err());
    let unread: Vec<String> = unread.map(told).collect();
    if !unread.is_empty() {
        return Err(left_out(&unread.join(" ")));
    }
    let sealed = worker
        .seal(&offered(files), &certificates(added), password)
        .await;
    Ok(sealed.map_err(|error| Problem::from(&error))?)
}

/// The replacement that files make. The keystore that goes to the appliance is written anew and protected by a
/// password made for it: what was typed stays here.
pub async fn replacement(
    worker: &Worker,
    files: &[HeldFile],
    surroundings: &Surroundings,
) -> Answer<Replacement> {
    let password = generated_password(surroundings.chance());
    let sealed = seal(worker, files, &[], &password).await?;
    Ok(Replacement::Import {
        sealed: Box::new(sealed),
    })
}

/// That not everything opened; `which` says it of each file.
pub(crate) fn left_out(which: &str) -> Refusal {
    Refusal::new(
        "bundle.left_out",
        &format!("Not everything opened. {which}"),
        "The certificate that is meant may be in there. No file was made, and nothing was sent to any site.",
        "Type the password that is missing, or put away what is not wanted; of several keys choose one.",
    )
}

/// Whether the chain leads to a root that this computer or everybody knows.
fn leads_anywhere(together: &Together, now: OffsetDateTime) -> bool {
    let (leaf, chain) = (together.leaf(), together.issuers());
    leads_to_a_root(leaf, chain, issuers::to_judge_by(), now)
}

fn certificates(added: &[Added]) -> Vec<Certificate> {
    added.iter().map(|it| it.certificate.clone()).collect()
}

impl Way {
    fn tries(self) -> impl Iterator<Item = Self> {
        let most = match self {
            Self::Machine => 1,
            Self::Address => MOST_FETCHED,
        };
        std::iter::repeat_n(self, most)
    }

    /// What continues the chain; nothing where a person does not agree.
    async fn found(
        self,
        together: &Together,
        person: &dyn Agrees,
        surroundings: &Surroundings,
    ) -> Answer<Result<Vec<Added>, CompleteError>> {
        match self {
            Self::Machine => from_machine(together.clone()).await,
            Self::Address => from_address(together, person, surroundings).await,
        }
    }
}

async fn from_machine(together: Together) -> Answer<Result<Vec<Added>, CompleteError>> {
    let looking = move || issuers::from_machine(together.leaf(), together.issuers());
    let found = tokio::task::spawn_blocking(looking).await;
    let found = found.map_err(|_| Refusal::bug())?;
    let from = "came from the certificates that this computer trusts.";
    Ok(found.map(|found| all_from(found, from)))
}

async fn from_address(
    together: &Together,
    person: &dyn Agrees,
    surroundings: &Surroundings,
) -> Answer<Result<Vec<Added>, CompleteError>> {
    let (leaf, chain) = (together.leaf(), together.issuers());
    if let Some(address) = issuers::address_above(leaf, chain) {
        let agreed = person.agreement(Confirmation::of_fetch(&address)).await?;
        if agreed.is_none() {
            return Ok(Ok(Vec::new()));
        }
    }
    let fetched = issuers::from_address(leaf, chain, surroundings).await;
    Ok(fetched.map(|fetched| {
        let from = format!("was fetched from {}.", fetched.address);
        all_from(fetched.issuers, &from)
    }))
}

fn all_from(found: Vec<Certificate>, from: &str) -> Vec<Added> {
    let added = found.into_iter().map(|certificate| Added {
        certificate,
        from: from.to_owned(),
    });
    added.collect()
}
