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
        &[&words, ["--prefix", "none", "--format", "{p}"].as_slice()].concat(),
    ))?;
    let mut broken: Vec<String> = FORBIDDEN
        .iter()
        .filter(|name| is_in(&tree, name))
        .map(|name| format!("{name} is linked in: cargo tree -e all --target all -i {name}"))
        .collect();
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
    fn finds_a_feature_of_the_window_and_of_nothing_else() {
        let features = "tauri v2.12.5 [wry,devtools]\nserde v1.0.0 [tracing]\n";
        assert!(tauri_has(features, "devtools") && !tauri_has(features, "tracing"));
    }
}
