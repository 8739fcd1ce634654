//! What the process gives up before it does anything else (docs/security.md).

/// Wipes every block of memory when it is freed, so that copies of a secret that some library made
/// on the way do not stay behind.
#[global_allocator]
static WIPE_ON_FREE: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// No core dumps, no files that others can read, no panic message with a value in it.
pub(crate) fn harden() {
    limit();
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            application::logging::panicked(place);
        }
    }));
}

/// The web processes inherit both limits.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Lowering a limit is always allowed; were it refused, the app would still be usable.
    let _ = setrlimit(Resource::Core, none);
}

#[cfg(not(unix))]
fn limit() {}
