//! What may be typed, and what may not.

use super::*;

const PRINT: &str = "SHA-256:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA";

fn typed(line: &str) -> Result<Invocation, ArgumentsError> {
    read(
        line.replace("PRINT", PRINT)
            .split(' ')
            .map(OsString::from)
            .collect(),
    )
}

#[test]
fn takes_flags_before_and_after_the_verb() {
    for line in [
        "--json --state /s --secrets-stdin rotate paris.example --thumbprint PRINT --regenerate",
        "rotate paris.example --thumbprint PRINT --regenerate --state /s --secrets-stdin --json",
        "--regenerate --state=/s rotate --secrets-stdin --thumbprint=PRINT paris.example",
    ] {
        let invocation = typed(line).unwrap();
        assert_eq!(invocation.state, Some("/s".into()), "{line}");
        assert!(invocation.secrets_on_stdin, "{line}");
        let Verb::Rotate(rotate) = invocation.verb else {
            panic!("{line}");
        };
        assert_eq!(rotate.site.address.to_string(), "paris.example");
        assert!(rotate.site.pin.is_some());
    }
}

#[test]
fn an_address_is_a_host_a_host_with_a_port_or_a_url() {
    for (written, understood) in [
        ("paris.example", "paris.example"),
        ("paris.example:8046", "paris.example:8046"),
        ("https://paris.example/", "paris.example"),
        ("https://paris.example:8046", "paris.example:8046"),
    ] {
        let Verb::Check(sites) = typed(&format!("check {written}=PRINT")).unwrap().verb else {
            panic!("{written}");
        };
        assert_eq!(sites[0].address.to_string(), understood);
        assert!(sites[0].pin.is_some());
    }
}

#[test]
fn a_rotation_has_exactly_one_source() {
    for line in [
        "rotate a --thumbprint PRINT",
        "rotate a --thumbprint PRINT --import f --regenerate",
    ] {
        let error = typed(line).unwrap_err();
        assert!(matches!(error, ArgumentsError::Missing { .. }), "{error:?}");
    }
}

#[test]
fn refuses_a_flag_that_means_nothing_for_the_verb() {
    for line in [
        "doctor f --regenerate",
        "check a=PRINT --plan-only",
        "resume --thumbprint PRINT",
    ] {
        let error = typed(line).unwrap_err();
        assert!(
            matches!(error, ArgumentsError::NotForVerb { .. }),
            "{error:?}"
        );
    }
}

#[test]
fn refuses_words_that_lead_nowhere() {
    for line in [
        "fly",
        "rotate",
        "rotate a b --regenerate",
        "report r",
        "doctor",
        "--password x",
    ] {
        assert!(typed(line).is_err(), "{line}");
    }
    assert!(matches!(read(Vec::new()), Err(ArgumentsError::NoVerb)));
}

#[test]
fn refuses_a_thumbprint_of_the_wrong_kind() {
    let short = "SHA-1:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA";
    let error = typed(&format!("check a={short}")).unwrap_err();
    assert!(
        matches!(error, ArgumentsError::Thumbprint { .. }),
        "{error:?}"
    );
}

#[test]
fn an_answer_may_come_with_something_typed() {
    let Verb::Resume(resume) = typed("resume --answer new-certificate=paste=PRINT")
        .unwrap()
        .verb
    else {
        panic!("another verb");
    };
    assert_eq!(resume.work.answers[0].typed.as_deref(), Some(PRINT));
}

#[test]
fn a_request_is_made_listed_shown_or_forgotten() {
    let Ok(Invocation {
        verb: Verb::Request(crate::wish::Request::Make(made)),
        ..
    }) = typed("request --name a.example --name 10.0.0.7 --size 4096 --out a.csr")
    else {
        panic!("it is a request to be made");
    };
    assert_eq!(made.names.len(), 2);
    assert_eq!((made.size.bits(), made.out), (4096, Some("a.csr".into())));
    for line in ["request --list", "request --show 1", "request --forget 1"] {
        assert!(typed(line).is_ok(), "{line}");
    }
    for line in [
        "request",
        "request a.example",
        "request --name a.example --size 1024",
        "request --list --name a.example",
        "join --write out.p12",
        "check a.example --entry 1",
        "join reply.pem",
        "join reply.pem --write out.p12 --open-anyway",
    ] {
        assert!(typed(line).is_err(), "{line}");
    }
}

#[test]
fn files_are_judged_for_a_site_and_completed_only_where_that_is_typed() {
    let Verb::Doctor(bare) = typed("doctor f").unwrap().verb else {
        panic!("another verb");
    };
    assert!(bare.judging.site.is_none() && !bare.judging.completes());
    let flags = "--site a.example --complete --fetch-issuers";
    let typed = |line: &str| typed(&format!("{line} {flags}")).unwrap().verb;
    let (Verb::Doctor(doctor), Verb::Join(join)) = (typed("doctor f"), typed("join f --write o"))
    else {
        panic!("other verbs");
    };
    for judging in [doctor.judging, join.judging] {
        assert_eq!(judging.site, Some("a.example".parse().unwrap()));
        assert!(judging.complete && judging.fetch_issuers);
    }
}

#[test]
fn exactly_two_certificates_are_compared() {
    assert!(typed("compare a.p12 b.example").is_ok());
    for line in [
        "compare",
        "compare a",
        "compare a b c",
        "compare a b --complete",
    ] {
        assert!(typed(line).is_err(), "{line}");
    }
}
