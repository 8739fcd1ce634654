//! A certificate that is hard to show: forty names, long, foreign and misleading ones, above it twelve issuers.

use std::fs;
use std::path::{Path, PathBuf};

use support::tools::told_by;

/// How many issuers there are, the root among them.
const ISSUERS: usize = 12;

/// Writes the key, the certificate and its issuers into one file.
pub(crate) fn write(folder: &Path) -> PathBuf {
    let at = |name: &str| folder.join(name).display().to_string();
    root(&at);
    for number in 1..ISSUERS {
        let about = "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign";
        issue(&at, number, &issuer(number), about, EC);
    }
    let names = names().join(",");
    let about = format!("subjectAltName={names}\nextendedKeyUsage=serverAuth");
    let subject = "/O=Reisebüro Grüße & Söhne/CN=vcda.paris.example";
    issue(&at, ISSUERS, subject, &about, &["-newkey", "rsa:2048"]);
    let parts = (0..=ISSUERS)
        .rev()
        .map(|number| fs::read_to_string(at(&format!("{number}.pem"))).unwrap());
    let key = fs::read_to_string(at(&format!("{ISSUERS}.key"))).unwrap();
    let file = folder.join("odd.pem");
    fs::write(&file, key + &parts.collect::<String>()).unwrap();
    file
}

const EC: &[&str] = &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];

fn root(at: &impl Fn(&str) -> String) {
    let (key, certificate) = (at("0.key"), at("0.pem"));
    let new = [
        "req",
        "-x509",
        "-utf8",
        "-nodes",
        "-subj",
        "/CN=The root of it all",
    ];
    let out = ["-keyout", &key, "-out", &certificate];
    told_by("openssl", &[&new[..], EC, &out].concat());
}

/// Makes certificate `number`, signed by the one before.
fn issue(at: &impl Fn(&str) -> String, number: usize, subject: &str, about: &str, key_of: &[&str]) {
    let file = |number: usize, ending: &str| at(&format!("{number}.{ending}"));
    let [key, request, extensions, certificate] =
        ["key", "csr", "ext", "pem"].map(|ending| file(number, ending));
    fs::write(&extensions, about).unwrap();
    let new = ["req", "-utf8", "-nodes", "-subj", subject];
    let out = ["-keyout", &key, "-out", &request];
    told_by("openssl", &[&new[..], key_of, &out].concat());
    let (above, its_key) = (file(number - 1, "pem"), file(number - 1, "key"));
    let sign = [
        "x509", "-req", "-days", "90", "-CA", &above, "-CAkey", &its_key,
    ];
    let files = [
        "-in",
        &request,
        "-extfile",
        &extensions,
        "-out",
        &certificate,
    ];
    told_by("openssl", &[&sign[..], &files].concat());
}

/// Names of issuers: as long as may be, written from right to left, turning others around.
fn issuer(number: usize) -> String {
    match number % 4 {
        0 => format!("/O=רשות האישורים של חיפה/CN=הרשות {number}"),
        1 => format!("/O={}/CN={number}{}", "O".repeat(64), "n".repeat(60)),
        2 => format!("/O=Safe \u{202e}elpmaxe.kcatta\u{202c} authority/CN=Turned {number}"),
        _ => format!("/OU=Département des autorités/CN=認証局 {number}"),
    }
}

fn names() -> Vec<String> {
    let longest = ["a", "b", "c"].map(|label| label.repeat(63)).join(".");
    let foreign = [
        "xn--bcher-kva.example",
        "xn--4dbrk0ce.example",
        "xn--80ak6aa92e.example",
    ];
    let odd = ["*.paris.example", "under_score.example", &longest].into_iter();
    let mut names: Vec<String> = odd
        .chain(foreign)
        .map(|name| format!("DNS:{name}"))
        .collect();
    names.push("IP:2001:db8:85a3:8d3:1319:8a2e:370:7348".to_owned());
    names.push("IP:10.0.0.7".to_owned());
    let others = names.len()..40;
    names.extend(others.map(|n| format!("DNS:vcda-{n}.recovery.a-rather-long-zone.example")));
    names
}
