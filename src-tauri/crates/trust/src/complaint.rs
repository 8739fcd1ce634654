//! What a site tells of a contact that failed, which is no look at a certificate and still counts.

/// The last failure on the way from one site to another. A repair can succeed and leave one behind, and a thumbprint
/// that is right at each end proves less than a contact that works (docs/vcda-api.md §0.3, §3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Which way fails and who tells of it, as a sentence without its full stop.
    pub says: String,
    /// Whether the site that came refused the certificate it was shown. Any other failure says nothing about what it
    /// trusts: it may have been refused itself, or nobody answered.
    pub refuses: bool,
}
