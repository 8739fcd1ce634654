//! What must be installed besides Rust and Node.js, and how it gets there.

use std::path::Path;
use std::process::Command;

use crate::programs::{finish, is_on_path, output_of, program, succeeds};
use crate::say;
use crate::stop::Stop;

/// How to see that something is there.
enum Sign {
    /// A program of this name can be started.
    Program(&'static str),
    /// pkg-config knows this library.
    Library(&'static str),
    /// This file exists.
    File(&'static str),
}

/// The oldest Node.js that the front end's tools run on. That Rust is new enough is seen to by cargo, which
/// built this program.
const NODE: (u32, u32) = (20, 19);

/// Something that is needed, and the Debian package that brings it.
pub(crate) struct Need {
    sign: Sign,
    package: &'static str,
}

const fn program_of(name: &'static str, package: &'static str) -> Need {
    Need {
        sign: Sign::Program(name),
        package,
    }
}

/// To build the app.
pub(crate) const BUILD: &[Need] = &[
    program_of("cc", "build-essential"),
    program_of("pkg-config", "pkg-config"),
    Need {
        sign: Sign::Library("webkit2gtk-4.1"),
        package: "libwebkit2gtk-4.1-dev",
    },
    Need {
        sign: Sign::Library("dbus-1"),
        package: "libdbus-1-dev",
    },
];

/// To drive its window.
pub(crate) const WINDOW: &[Need] = &[
    program_of("Xvfb", "xvfb"),
    program_of("xdotool", "xdotool"),
    program_of("xinput", "xinput"),
    program_of("import", "imagemagick"),
    program_of("dbus-run-session", "dbus"),
    program_of("gnome-keyring-daemon", "gnome-keyring"),
    program_of("WebKitWebDriver", "webkit2gtk-driver"),
    Need {
        sign: Sign::File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
        package: "fonts-dejavu-core",
    },
];

/// Other people's tools, which tests ask for a second opinion.
pub(crate) const ORACLES: &[Need] = &[
    program_of("curl", "curl"),
    program_of("openssl", "openssl"),
    program_of("keytool", "default-jre-headless"),
    program_of("pk12util", "libnss3-tools"),
    program_of("certtool", "gnutls-bin"),
    Need {
        sign: Sign::File("/usr/lib/python3/dist-packages/cryptography/__init__.py"),
        package: "python3-cryptography",
    },
];

impl Need {
    fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(name) => is_on_path(name),
            Sign::Library(name) => succeeds("pkg-config", &["--exists", name]),
            Sign::File(path) => Path::new(path).exists(),
        }
    }
}

/// Makes sure that every need is met: installs what is missing where that is allowed, and says
/// exactly what to type where it is not. Windows and macOS bring what the app needs themselves.
pub(crate) fn have(groups: &[&[Need]]) -> Result<(), Stop> {
    have_node()?;
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let packages = missing(groups);
    if packages.is_empty() {
        return Ok(());
    }
    install(&packages)?;
    match missing(groups) {
        still if still.is_empty() => Ok(()),
        still => Err(by_hand(&still)),
    }
}

fn have_node() -> Result<(), Stop> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let told = output_of(program("node", &["--version"])).unwrap_or_default();
    let has_npm = succeeds(npm, &["--version"]);
    if has_npm && version_in(&told).is_some_and(|version| version >= NODE) {
        return Ok(());
    }
    let (major, minor) = NODE;
    let what = match told.trim() {
        _ if !has_npm => "Node.js with npm".to_owned(),
        "" => "Node.js".to_owned(),
        old => format!("a newer Node.js than {old}"),
    };
    let todo = format!("Install Node.js {major}.{minor} or newer: https://nodejs.org/en/download");
    Err(Stop::Missing { what, todo })
}

/// Major and minor of `v20.19.4`.
fn version_in(told: &str) -> Option<(u32, u32)> {
    let mut numbers = told.trim().strip_prefix('v')?.split('.');
    let major = numbers.next()?.parse().ok()?;
    let minor = numbers.next()?.parse().ok()?;
    Some((major, minor))
}

fn missing(groups: &[&[Need]]) -> Vec<&'static str> {
    let needs = groups.iter().copied().flatten();
    needs
        .filter(|need| !need.is_met())
        .map(|need| need.package)
        .collect()
}

fn install(packages: &[&'static str]) -> Result<(), Stop> {
    if !(is_root() && is_on_path("apt-get")) {
        return Err(by_hand(packages));
    }
    say(&format!("Installing {}", packages.join(", ")));
    apt_get(&["update", "-qq"])?;
    apt_get(
        &[
            &["install", "-qq", "-y", "--no-install-recommends"],
            packages,
        ]
        .concat(),
    )
}

fn apt_get(words: &[&str]) -> Result<(), Stop> {
    finish(program("apt-get", words).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn by_hand(packages: &[&str]) -> Stop {
    let list = packages.join(" ");
    let line =
        format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}");
    let todo = format!("On Debian or Ubuntu, type this and then start again:\n\n  {line}\n");
    Stop::Missing {
        what: packages.join(", "),
        todo,
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_exactly_what_to_type() {
        let stop = by_hand(&["xvfb", "xdotool"]).to_string();
        let line = "sudo apt-get update && \
                    sudo apt-get install -y --no-install-recommends xvfb xdotool\n";
        assert!(stop.contains(line), "{stop}");
    }

    #[test]
    fn tells_an_old_node_from_one_that_will_do() {
        for (told, will_do) in [
            ("v20.19.0\n", true),
            ("v24.1.0", true),
            ("v20.9.0", false),
            ("v18.20.8", false),
            ("", false),
        ] {
            let is_enough = version_in(told).is_some_and(|version| version >= NODE);
            assert_eq!(is_enough, will_do, "{told}");
        }
    }

    #[test]
    fn finds_what_is_missing_and_nothing_else() {
        let needs = [
            program_of("no-such-program-anywhere", "the-package"),
            Need {
                sign: Sign::File(env!("CARGO_MANIFEST_DIR")),
                package: "this-is-here",
            },
        ];
        assert_eq!(missing(&[&needs]), ["the-package"]);
    }
}
