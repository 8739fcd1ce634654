//! Odd contents of extensions: alternative names, addresses, policies, constraints and others.

use crate::odd_der::{ALTERNATIVE_NAMES, SET, element, identifier, list, sequence};

const HTTP: &[u8] = b"http://pki.example/ca.crl";

/// The kind of an extension, what is odd about it, and its content.
type Odd = (&'static [u8], &'static str, Vec<u8>);

/// Extensions whose content is odd.
pub(crate) fn odd_extensions() -> Vec<Odd> {
    let names = odd_names().into_iter();
    let names = names.map(|(what, names)| (ALTERNATIVE_NAMES, what, names));
    names.chain(others()).collect()
}

/// Lists of alternative names.
fn odd_names() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = vec![
        ("no names", sequence(&[])),
        ("names of no bytes", Vec::new()),
        ("names as a set", element(SET, &element(0x82, b"a.example"))),
        (
            "something behind the names",
            [list(0x82, b"a"), vec![5, 0]].concat(),
        ),
        (
            "names of indefinite length",
            b"\x30\x80\x82\x01a\x00\x00".to_vec(),
        ),
    ];
    let names: [(u8, &'static str, &[u8]); 15] = [
        (0x82, "empty host", b""),
        (0x82, "host with a blank", b"a b"),
        (0x82, "host beyond ASCII", b"m\xfc.example"),
        (0x81, "empty mail address", b""),
        (0x81, "mail address without a host", b"ops@"),
        (0x81, "mail address without a name", b"paris.example"),
        (0x87, "address of three bytes", &[10, 0, 7]),
        (
            0x87,
            "address with a mask",
            &[10, 0, 0, 7, 255, 255, 255, 0],
        ),
        (0x87, "address as text", b"10.20.30.40"),
        (0x88, "identifier that does not end", &[0x2a, 0x83]),
        (0xa4, "directory name that is empty", &[0x30, 0]),
        (0xa4, "directory name of nothing", b""),
        (0xa0, "other name without a value", b"\x06\x02\x2a\x03"),
        (
            0xa0,
            "other name that is an extension's",
            b"\x06\x03\x55\x1d\x11\xa0\x02\x05\x00",
        ),
        (0x89, "name of no kind", b"a"),
    ];
    all.extend(names.map(|(tag, what, name)| (what, list(tag, name))));
    all.extend(URIS.map(|uri| (uri, list(0x86, uri.as_bytes()))));
    all
}

/// URIs, good and bad.
const URIS: [&str; 48] = [
    "https://vcda.paris.example/ui admin",
    "https://vcda.paris.example/ui%20admin",
    "vcda.paris.example",
    "/ui/admin",
    "//vcda.paris.example/ui",
    "",
    "https:",
    "https://",
    "https:///ui",
    "1https://vcda",
    "ht_tp://vcda",
    "https://vcda.paris.example:8046/ui?a=b#c",
    "https://vcda.paris.example:port/",
    "https://vcda_paris.example/",
    "https://-vcda.paris.example/",
    "https://vcda.paris.example./",
    "https://.paris.example/",
    "https://*.paris.example/",
    "https://10.20.30.40/",
    "https://10.20.30.400/",
    "https://10.20.30/",
    "https://[2001:db8::7]:8046/",
    "https://[2001:db8::zz]/",
    "https://[2001:db8::7/",
    "https://2001:db8::7/",
    "https://ops@vcda.paris.example/",
    "https://o ps@vcda.paris.example/",
    "https://vcda.paris.example/%zz",
    "https://vcda.paris.example/a[1]",
    "https://vcda.paris.example/?a[1]",
    "https://vcda.paris.example/a|b",
    "https://vcda.paris.example/a\\b",
    "https://vcda.paris.example/a\"b",
    "https://vcda.paris.example/{site}",
    "https://vcda.paris.example/#a#b",
    "https://vcda.paris.example/\n",
    "https://vcda.münchen.example/ü",
    "ldap:///CN=Issuing CA,CN=srv?certificateRevocationList?base",
    "ldap:///CN=Issuing%20CA,CN=srv?certificateRevocationList?base?objectClass=x",
    "ldap://dc.paris.example/CN=CA,O=Paris?cACertificate",
    "file://\\\\srv\\share\\ca.crl",
    "file://srv/share/ca.crl",
    "file:///c:/ca.crl",
    "mailto:ops@paris.example",
    "mailto:ops at paris.example",
    "urn:uuid:6ba7b810",
    "urn:a%2",
    "spiffe://paris.example/vcda",
];

/// Extensions of other kinds.
fn others() -> Vec<Odd> {
    let usages = usages().into_iter().chain(policies());
    usages
        .chain(addresses())
        .chain(constraints())
        .chain(rest())
        .collect()
}

/// The same kind for each.
fn of(kind: &'static [u8], all: Vec<(&'static str, Vec<u8>)>) -> Vec<Odd> {
    all.into_iter()
        .map(|(what, content)| (kind, what, content))
        .collect()
}

fn usages() -> Vec<Odd> {
    let number = element(0x02, &[1]);
    let mut all = of(
        b"\x55\x1d\x0f",
        vec![
            ("key usage as a number", element(0x02, &[5])),
            ("key usage without bits", element(0x03, &[0])),
            ("key usage of nothing", Vec::new()),
            (
                "key usage with too many unused bits",
                element(0x03, &[8, 1]),
            ),
            (
                "key usage wrapped once more",
                element(0x04, &element(0x03, &[5, 0xa0])),
            ),
        ],
    );
    all.extend(of(
        b"\x55\x1d\x25",
        vec![
            ("no extended usages", sequence(&[])),
            ("extended usage as a number", sequence(&[&number])),
            (
                "extended usage without a list",
                identifier(b"\x2b\x06\x01\x05\x05\x07\x03\x01"),
            ),
        ],
    ));
    all.extend(of(
        b"\x60\x86\x48\x01\x86\xf8\x42\x01\x01",
        vec![
            ("Netscape's type as a number", number),
            ("Netscape's type", element(0x03, &[6, 0x40])),
        ],
    ));
    all
}

fn policies() -> Vec<Odd> {
    let policy = |rest: &[u8]| sequence(&[&sequence(&[&identifier(b"\x2a\x03"), rest])]);
    let empty = sequence(&[]);
    of(
        b"\x55\x1d\x20",
        vec![
            ("policy", policy(&[])),
            ("no policies", empty.clone()),
            ("policy with an empty list of qualifiers", policy(&empty)),
            (
                "policy with an empty qualifier",
                policy(&sequence(&[&empty])),
            ),
            ("policy without an identifier", sequence(&[&empty])),
        ],
    )
}

fn addresses() -> Vec<Odd> {
    let point = |name: &[u8]| sequence(&[&sequence(&[&element(0xa0, name)])]);
    let at = |uri: &[u8]| point(&element(0xa0, &element(0x86, uri)));
    let access = |uri: &[u8]| {
        let method = identifier(b"\x2b\x06\x01\x05\x05\x07\x30\x02");
        sequence(&[&sequence(&[&method, &element(0x86, uri)])])
    };
    let blanks = b"ldap:///CN=Issuing CA,CN=srv";
    let reasons = element(0x81, &[1, 2]);
    let mut all = of(
        b"\x55\x1d\x1f",
        vec![
            ("CRL address", at(HTTP)),
            ("CRL address with blanks", at(blanks)),
            ("CRL address without a scheme", at(b"pki.example/ca.crl")),
            ("CRL point without names", point(&element(0xa0, &[]))),
            ("CRL point of nothing", sequence(&[&sequence(&[])])),
            ("no CRL points", sequence(&[])),
            (
                "CRL point with reasons alone",
                sequence(&[&sequence(&[&reasons])]),
            ),
        ],
    );
    all.extend(of(
        b"\x55\x1d\x2e",
        vec![("freshest CRL with blanks", at(blanks))],
    ));
    all.extend(of(
        b"\x2b\x06\x01\x05\x05\x07\x01\x01",
        vec![
            ("issuer's address", access(HTTP)),
            ("issuer's address with blanks", access(blanks)),
            (
                "issuer's address without a scheme",
                access(b"pki.example/ca.crt"),
            ),
        ],
    ));
    all
}

fn constraints() -> Vec<Odd> {
    let on = |tag: u8, name: &[u8]| sequence(&[&element(0xa0, &sequence(&[&element(tag, name)]))]);
    let authority = b"\x01\x01\xff";
    let mut all = of(
        b"\x55\x1d\x1e",
        vec![
            ("constraint on hosts", on(0x82, b"paris.example")),
            (
                "constraint on addresses",
                on(0x87, &[10, 0, 0, 0, 255, 0, 0, 0]),
            ),
            ("constraint on addresses of five bytes", on(0x87, &[10; 5])),
            ("constraint on URIs", on(0x86, b".paris.example")),
            (
                "constraint on URIs with a scheme",
                on(0x86, b"https://paris.example"),
            ),
            ("constraint on mail, empty", on(0x81, b"")),
        ],
    );
    all.extend(of(
        b"\x55\x1d\x13",
        vec![
            ("basic constraints", sequence(&[])),
            ("basic constraints as a number", element(0x02, &[1])),
            (
                "path length as text",
                sequence(&[authority, &element(0x04, &[])]),
            ),
            (
                "endless path length",
                sequence(&[authority, &element(0x02, &[1; 5])]),
            ),
            (
                "negative path length",
                sequence(&[authority, &element(0x02, &[0xff])]),
            ),
        ],
    ));
    all
}

fn rest() -> Vec<Odd> {
    vec![
        (
            b"\x55\x1d\x0e",
            "key identifier as a sequence",
            sequence(&[]),
        ),
        (
            b"\x55\x1d\x23",
            "authority key identifier",
            sequence(&[&element(0x80, &[1])]),
        ),
        (
            b"\x55\x1d\x23",
            "authority key identifier of no kind",
            sequence(&[&element(0x83, &[1])]),
        ),
        (
            b"\x55\x1d\x24",
            "policy constraints as a number",
            element(0x02, &[1]),
        ),
        (b"\x55\x1d\x36", "any policy inhibited", element(0x02, &[0])),
        (b"\x55\x1d\x12", "no issuer's names", sequence(&[])),
    ]
}
