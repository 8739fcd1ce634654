//! The command that starts WebDriver beside a keyring, on a session bus of its own.

/// A shell line that unlocks an empty keyring and becomes WebKitWebDriver.
pub(super) fn with_keyring(port: u16) -> String {
    format!(
        "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && {}",
        without_keyring(port)
    )
}

/// A shell line that becomes WebKitWebDriver; nothing answers for secrets.
pub(super) fn without_keyring(port: u16) -> String {
    format!("exec WebKitWebDriver --port={port}")
}
