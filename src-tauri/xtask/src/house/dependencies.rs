//! What must never be linked in, and which features the app must not have.

use crate::programs::{cargo, output_of};
use crate::stop::Stop;

/// A second provider of cryptography, a second D-Bus stack, HTTP/2: each with its reason in
/// docs/decisions/dependencies.md.
const FORBIDDEN: [&str; 6] = [
    "aws-lc-rs",
    "aws-lc-sys",
    "openssl-sys",
    "native-tls",
    "zbus",
    "h2",
];

/// Features with which the app would show its insides.
const NOT_IN_THE_APP: [&str; 2] = ["devtools", "tracing"];

/// Licences under which a package may be part of this app, or help to build it.
const LICENCES: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "Zlib",
    "Unlicense",
    "Unicode-3.0",
    "CDLA-Permissive-2.0",
    "MPL-2.0",
];

/// Every breach in what cargo resolves, for all targets.
pub(super) fn check() -> Result<Vec<String>, Stop> {
    let words = [
        "tree",
        "--locked",
        "--workspace",
        "--target",
        "all",
        "--edges",
        "all",
    ];
    let tree = output_of(cargo(
        &[
            &words,
            ["--prefix", "none", "--format", "{p}|{l}"].as_slice(),
        ]
        .concat(),
    ))?;
    let mut broken: Vec<String> = FORBIDDEN
        .iter()
        .filter(|name| is_in(&tree, name))
        .map(|name| format!("{name} is linked in: cargo tree -e all --target all -i {name}"))
        .collect();
    broken.extend(unlicensed(&tree));
    let app = [
        "tree",
        "--locked",
        "--package",
        "reseal",
        "--edges",
        "normal,features",
        "--prefix",
        "none",
        "--format",
        "{p} [{f}]",
    ];
    let features = output_of(cargo(&app))?;
    broken.extend(
        NOT_IN_THE_APP
            .iter()
            .filter(|feature| tauri_has(&features, feature))
            .map(|feature| format!("the app's window library has the feature {feature}")),
    );
    Ok(broken)
}

/// Packages of which some part has no licence that is allowed.
fn unlicensed(tree: &str) -> Vec<String> {
    let packages = tree
        .lines()
        .filter_map(|line| line.trim_end_matches(" (*)").split_once('|'));
    let refused = packages.filter(|(_, licence)| !is_allowed(licence));
    let mut named: Vec<_> = refused
        .map(|(package, licence)| format!("{package} is under {licence:?}"))
        .collect();
    named.sort();
    named.dedup();
    named
}

/// Every part that is joined by AND needs an alternative that is allowed.
fn is_allowed(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        let part = part.trim_matches(['(', ')']).replace('/', " OR ");
        part.split(" OR ")
            .any(|licence| LICENCES.contains(&licence.trim()))
    })
}

fn is_in(tree: &str, name: &str) -> bool {
    tree.lines()
        .any(|line| line.split(' ').next() == Some(name))
}

/// Whether a line of the window's libraries lists the feature.
fn tauri_has(features: &str, feature: &str) -> bool {
    let of_the_window = |line: &&str| line.starts_with("tauri") || line.starts_with("wry");
    features.lines().filter(of_the_window).any(|line| {
        let list = line
            .rsplit_once('[')
            .map_or("", |(_, list)| list.trim_end_matches(']'));
        list.split(',').any(|listed| listed == feature)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_package_by_its_whole_name() {
        let tree = "h2o v1.0.0\nring v0.17.14\n";
        assert!(is_in(tree, "ring") && !is_in(tree, "h2"));
    }

    #[test]
    fn allows_a_licence_where_every_part_has_an_allowed_alternative() {
        assert!(is_allowed("MIT/Apache-2.0") && is_allowed("(MIT OR GPL-2.0) AND Unicode-3.0"));
        assert!(!is_allowed("GPL-3.0") && !is_allowed("MIT AND GPL-3.0") && !is_allowed(""));
    }

    #[test]
    fn finds_a_feature_of_the_window_and_of_nothing_else() {
        let features = "tauri v2.12.5 [wry,devtools]\nserde v1.0.0 [tracing]\n";
        assert!(tauri_has(features, "devtools") && !tauri_has(features, "tracing"));
    }
}
