//! What we write opens everywhere: openssl, keytool, NSS, GnuTLS and pyca/cryptography read it back, each
//! where it is installed, in both forms, with keys of 2048 to 4096 bits and chains of one to four issuers.

use std::path::PathBuf;
use std::process::{Command, Output};

use certificate::{Entry, generated_password, write_pkcs12};
use secrecy::ExposeSecret as _;

use crate::figures::tell;
use crate::workshop::{bundle_of, fixture};
use crate::writing::{FORMS, chain_for};

/// A file that we wrote, removed at the end, and what is in it.
struct Written {
    path: PathBuf,
    password: String,
    entry: Entry,
    says: String,
}

impl Written {
    fn path(&self) -> &str {
        self.path.to_str().unwrap()
    }

    /// The leaf and its issuers.
    fn certificates(&self) -> usize {
        self.entry.bundle.chain.len() + 1
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Each size of key with each form and each length of the chain.
fn all(tool: &str) -> Vec<Written> {
    let mut files = Vec::new();
    for size in ["2048", "3072", "4096"] {
        let key = fixture(&format!("rsa{size}.key.pem"));
        for issuers in 1..=4 {
            for form in FORMS {
                let entry = chain_for(&key, issuers);
                let password = generated_password(rand::rng());
                let bytes = write_pkcs12(&entry, &password, form).unwrap().bytes;
                let says = format!("RSA {size}, {issuers} issuers, {form:?}");
                let tool = tool.trim_start_matches("/usr/bin/");
                let name = format!("{tool}-{}-{}.p12", std::process::id(), files.len());
                let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
                std::fs::write(&path, bytes).unwrap();
                let password = password.expose_secret().to_owned();
                files.push(Written {
                    path,
                    password,
                    entry,
                    says,
                });
            }
        }
    }
    files
}

/// Hands every file to a tool, and counts those that it accepts; nothing where it is not installed.
fn accepted(
    tool: &str,
    arguments: impl Fn(&Written) -> Vec<String>,
    is_right: impl Fn(&Written, &str) -> bool,
) {
    let files = all(tool);
    let mut refused = Vec::new();
    for file in &files {
        let output: Output = match Command::new(tool).args(arguments(file)).output() {
            Ok(output) => output,
            Err(error) => {
                println!("skipped: {tool} did not start: {error}");
                return;
            }
        };
        let shown = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
        let shown = String::from_utf8_lossy(&shown);
        if !(output.status.success() && is_right(file, &shown)) {
            refused.push(format!("{}: {shown}", file.says));
        }
    }
    let all = files.len();
    let name = if tool == PYTHON { "pyca" } else { tool };
    let is_met = tell(
        &format!("written files, RSA 2048 to 4096, 1 to 4 issuers: accepted by {name}"),
        &format!("{} of {all}", all - refused.len()),
        &format!("{all} of {all}"),
        refused.is_empty(),
    );
    assert!(is_met, "{refused:#?}");
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn openssl_reads_what_it_writes() {
    accepted(
        "openssl",
        |file| {
            let given = format!("pass:{}", file.password);
            words(&["pkcs12", "-in", file.path(), "-passin", &given, "-nodes"])
        },
        |file, shown| {
            // What openssl prints, we read as the same bundle.
            let again = bundle_of(shown);
            let bundle = &file.entry.bundle;
            (&again.leaf, &again.chain) == (&bundle.leaf, &bundle.chain)
                && shown.matches("BEGIN PRIVATE KEY").count() == 1
        },
    );
}

#[test]
fn keytool_sees_one_entry_with_its_chain() {
    accepted(
        "keytool",
        |file| {
            let english = "-J-Duser.language=en";
            let store = ["-storetype", "PKCS12", "-keystore", file.path()];
            let secret = ["-storepass", &file.password];
            words(&[&[english, "-list", "-v"], &store[..], &secret[..]].concat())
        },
        |file, shown| {
            let thumbprint = file.entry.bundle.leaf.thumbprint().to_string();
            let length = format!("Certificate chain length: {}", file.certificates());
            shown.contains("Your keystore contains 1 entry")
                && shown.contains("Entry type: PrivateKeyEntry")
                && shown.contains(&length)
                && shown.contains(thumbprint.trim_start_matches("SHA-256:"))
        },
    );
}

#[test]
fn nss_reads_what_it_writes() {
    accepted(
        "pk12util",
        |file| words(&["-l", file.path(), "-W", &file.password]),
        |file, shown| {
            shown.matches("Version: 3 (0x2)").count() == file.certificates()
                && shown.contains("vcda.example.com")
                && shown.contains("Key(shrouded)")
        },
    );
}

#[test]
fn gnutls_reads_what_it_writes() {
    accepted(
        "certtool",
        |file| {
            let input = ["--p12-info", "--inder", "--infile", file.path()];
            words(&[&input[..], &["--password", &file.password]].concat())
        },
        |file, shown| {
            shown.matches("BEGIN CERTIFICATE").count() == file.certificates()
                && shown.matches("BEGIN ENCRYPTED PRIVATE KEY").count()
                    + shown.matches("BEGIN PRIVATE KEY").count()
                    == 1
        },
    );
}

/// The system's own Python: pyca/cryptography comes from the package that `cargo xtask needs` names.
const PYTHON: &str = "/usr/bin/python3";

const PYCA: &str = "
import sys
from cryptography.hazmat.primitives.serialization import pkcs12
with open(sys.argv[1], 'rb') as file:
    key, leaf, others = pkcs12.load_key_and_certificates(file.read(), sys.argv[2].encode())
assert key.public_key().public_numbers() == leaf.public_key().public_numbers()
print(1 + len(others), leaf.subject.rfc4514_string())
";

#[test]
fn pyca_reads_what_it_writes() {
    let import = Command::new(PYTHON)
        .args(["-c", "import cryptography"])
        .output();
    if !import.is_ok_and(|output| output.status.success()) {
        println!("skipped: {PYTHON} has no cryptography");
        return;
    }
    accepted(
        PYTHON,
        |file| words(&["-c", PYCA, file.path(), &file.password]),
        |file, shown| {
            let right = format!("{} CN=vcda.example.com", file.certificates());
            shown.trim() == right
        },
    );
}
