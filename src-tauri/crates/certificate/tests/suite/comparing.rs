//! Two certificates side by side: every aspect is listed, and what differs is told in words.

use crate::in_english::DifferenceInEnglish as _;
use certificate::{Aspect, Certificate, Difference, compare};
use rcgen::{CertificateParams, ExtendedKeyUsagePurpose, KeyUsagePurpose, SanType};
use time::Duration;

use crate::workshop::{Authority, NOW, leaf_params, read_text};

fn leaf_of(authority: &Authority, change: impl FnOnce(&mut CertificateParams)) -> Certificate {
    let mut params = leaf_params();
    change(&mut params);
    read_text(&authority.signs(&params)).certificates.remove(0)
}

fn told(before: &Certificate, after: &Certificate, what: Aspect) -> Difference {
    let all = compare(before, after);
    all.into_iter().find(|one| one.what == what).unwrap()
}

#[test]
fn finds_no_difference_between_a_certificate_and_itself() {
    let leaf = leaf_of(&Authority::root(), |_| {});
    let all = compare(&leaf, &leaf);
    assert_eq!(all.len(), 12);
    for one in all {
        assert!(!one.differs && one.before == one.after, "{one:?}");
        assert!(!one.what.label().code.is_empty());
    }
}

#[test]
fn tells_names_that_were_added_and_lost() {
    let root = Authority::root();
    let before = leaf_of(&root, |_| {});
    let after = leaf_of(&root, |params| {
        params.subject_alt_names = ["new.example.com", "VCDA.example.com"]
            .map(|name| SanType::DnsName(name.try_into().unwrap()))
            .to_vec();
    });
    let names = told(&before, &after, Aspect::Names);
    assert!(names.differs);
    assert_eq!(
        names.says().as_deref(),
        Some("Lost: 10.0.0.7. Added: new.example.com.")
    );
    let reversed = leaf_of(&root, |params| params.subject_alt_names.reverse());
    assert!(!told(&before, &reversed, Aspect::Names).differs);
    let nameless = leaf_of(&root, |params| params.subject_alt_names.clear());
    assert_eq!(told(&before, &nameless, Aspect::Names).after(), "none");
}

#[test]
fn tells_by_how_much_the_dates_moved() {
    let root = Authority::root();
    let before = leaf_of(&root, |_| {});
    let after = leaf_of(&root, |params| {
        params.not_after = NOW + Duration::days(300);
        params.not_before = NOW - Duration::days(2) - Duration::hours(1);
    });
    let until = told(&before, &after, Aspect::ValidUntil);
    assert_eq!(until.says().as_deref(), Some("200 days later."));
    assert_eq!(until.before(), "3 Mar 2027, 12:00 UTC");
    let from = told(&before, &after, Aspect::ValidFrom);
    assert_eq!(from.says().as_deref(), Some("1 h earlier."));
}

#[test]
fn tells_namesakes_among_issuers_apart() {
    let before = leaf_of(&Authority::root(), |_| {});
    let after = leaf_of(&Authority::root(), |_| {});
    let issuer = told(&before, &after, Aspect::Issuer);
    assert!(issuer.differs && issuer.before == issuer.after);
    assert!(issuer.says().unwrap().contains("another key of the issuer"));
    let other = leaf_of(&Authority::named("Stranger"), |_| {});
    assert_eq!(told(&before, &other, Aspect::Issuer).after(), "CN=Stranger");
}

#[test]
fn tells_the_same_kind_of_key_from_the_same_key() {
    let root = Authority::root();
    let before = leaf_of(&root, |_| {});
    let renewed = leaf_of(&root, |params| params.not_after = NOW);
    let key = told(&before, &renewed, Aspect::Key);
    assert_eq!(
        (key.differs, key.says().as_deref()),
        (false, Some("The same key."))
    );
    let curve = read_text(&root.signs_curve_leaf()).certificates.remove(0);
    let key = told(&before, &curve, Aspect::Key);
    assert_eq!(
        (key.before().as_str(), key.after().as_str()),
        ("RSA 2048", "EC P-256")
    );
    assert_eq!(
        (key.differs, key.says().as_deref()),
        (true, Some("Another key."))
    );
}

#[test]
fn tells_uses_by_their_names() {
    let root = Authority::root();
    let before = leaf_of(&root, |_| {});
    let after = leaf_of(&root, |params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        params.key_usages = vec![
            KeyUsagePurpose::DigitalSignature,
            KeyUsagePurpose::KeyAgreement,
        ];
    });
    assert_eq!(
        told(&before, &after, Aspect::Uses).says().as_deref(),
        Some("Lost: Server Authentication. Added: Client Authentication.")
    );
    assert_eq!(
        told(&before, &after, Aspect::KeyUsage).says().as_deref(),
        Some("Lost: Key Encipherment. Added: Key Agreement.")
    );
}
