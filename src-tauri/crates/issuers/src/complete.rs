//! Completing a chain above its top: from this machine's store, or from the address that its topmost
//! certificate names. What is found joins the chain only by its signature.

use std::time::Duration;

use certificate::{Certificate, issuer_addresses, issuers_above};
use ground::Surroundings;

use crate::FetchError;
use crate::fetch::{PATIENCE, fetch_within};
use crate::reach::Reach;
use crate::store::machine_roots;

/// Issuers that were fetched.
#[derive(Debug)]
pub struct Fetched {
    /// They continue the chain, in order.
    pub issuers: Vec<Certificate>,
    /// Where they were.
    pub address: String,
}

/// Why a chain stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum CompleteError {
    /// None of the certificates that were looked at issued the top of the chain.
    #[error("the missing issuer is not there either")]
    NotFound,
    /// The topmost certificate does not say where its issuer is to be had.
    #[error("the certificate names no address of its issuer")]
    NoAddress,
    /// The address could not be visited, or holds no certificate.
    #[error("the missing issuer could not be fetched from {address}")]
    NotFetched {
        /// The address.
        address: String,
        /// Why.
        #[source]
        source: FetchError,
    },
}

/// The issuers above `leaf` and `chain` that this machine trusts.
pub fn from_machine(
    leaf: &Certificate,
    chain: &[Certificate],
) -> Result<Vec<Certificate>, CompleteError> {
    continuing(leaf, chain, machine_roots())
}

/// Fetches the issuer above `leaf` and `chain` from the address that the topmost of them names. Only when a
/// person asked for it: a certificate chose that address.
pub async fn from_address(
    leaf: &Certificate,
    chain: &[Certificate],
    surroundings: &Surroundings,
) -> Result<Fetched, CompleteError> {
    from_address_within(leaf, chain, Reach::PUBLIC, PATIENCE, surroundings).await
}

pub(crate) async fn from_address_within(
    leaf: &Certificate,
    chain: &[Certificate],
    reach: Reach,
    limit: Duration,
    surroundings: &Surroundings,
) -> Result<Fetched, CompleteError> {
    let address = address_above(leaf, chain).ok_or(CompleteError::NoAddress)?;
    match fetch_within(&address, reach, limit, surroundings).await {
        Ok(found) => Ok(Fetched {
            issuers: continuing(leaf, chain, &found)?,
            address,
        }),
        Err(source) => Err(CompleteError::NotFetched { address, source }),
    }
}

/// Where the topmost certificate says that its issuer can be fetched.
pub fn address_above(leaf: &Certificate, chain: &[Certificate]) -> Option<String> {
    let top = chain.last().unwrap_or(leaf);
    issuer_addresses(top).into_iter().next()
}

fn continuing(
    leaf: &Certificate,
    chain: &[Certificate],
    candidates: &[Certificate],
) -> Result<Vec<Certificate>, CompleteError> {
    let found = issuers_above(leaf, chain, candidates);
    if found.is_empty() {
        return Err(CompleteError::NotFound);
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
