//! What the process gives up before it does anything else (docs/security.md).

use std::io::{Write as _, stderr};
use std::panic::PanicHookInfo;

/// Wipes every block of memory when it is freed, so that copies of a secret that some library made
/// on the way do not stay behind.
#[global_allocator]
static WIPE_ON_FREE: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// No core dumps, no memory that others may look at, no files that others can read, no panic message with a
/// value in it. The child that opens files begins here too.
pub(crate) fn harden() {
    limit();
    hide();
    std::panic::set_hook(Box::new(|panic| {
        drop(writeln!(stderr(), "{}", in_words(panic)));
    }));
}

/// A defect by its place alone: its message could hold a value.
fn in_words(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map(ToString::to_string);
    let place = place.unwrap_or_else(|| "an unknown place".to_owned());
    format!("reseal-cli has a defect at {place}. Please report this line.")
}

#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Lowering a limit is always allowed; were it refused, the program would still be usable.
    let _ = setrlimit(Resource::Core, none);
}

#[cfg(not(unix))]
fn limit() {}

/// Programs of the same user can neither trace this process nor read its memory.
#[cfg(target_os = "linux")]
fn hide() {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    // Were it refused, the program would still be usable.
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(not(target_os = "linux"))]
fn hide() {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic;
    use std::sync::Mutex;

    static SAID: Mutex<String> = Mutex::new(String::new());

    #[test]
    fn a_defect_is_told_by_its_place_alone() {
        let before = panic::take_hook();
        panic::set_hook(Box::new(|panic| {
            if panic
                .payload_as_str()
                .is_some_and(|it| it.contains("hunter2"))
            {
                *SAID.lock().unwrap() = in_words(panic);
            }
        }));
        let ended = panic::catch_unwind(|| panic!("the password is hunter2"));
        panic::set_hook(before);
        let said = SAID.lock().unwrap();
        assert!(ended.is_err());
        assert!(said.contains("hardening.rs:"), "{said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}
