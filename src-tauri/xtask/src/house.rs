//! The rules of this house that no other tool checks.

mod dependencies;
mod figures;
mod files;
mod links;
mod modules;
mod source;
mod words;

pub(crate) use figures::tell;

use crate::programs::{output_of, program};
use crate::say;
use crate::stop::Stop;

/// Checks all of them and tells every breach at once.
pub(crate) fn check() -> Result<(), Stop> {
    say("\n--- the rules of this house");
    let tracked = tracked()?;
    let mut broken = files::check(&tracked)?;
    broken.extend(links::check(&tracked)?);
    broken.extend(dependencies::check()?);
    broken.extend(figures::check()?);
    if broken.is_empty() {
        Ok(())
    } else {
        Err(Stop::Broken(broken))
    }
}

/// The files that git tracks and that exist, as paths from the root with slashes.
fn tracked() -> Result<Vec<String>, Stop> {
    let listed = output_of(program("git", &["ls-files", "-z"]))?;
    let paths = listed.split_terminator('\0').map(str::to_owned);
    Ok(paths
        .filter(|path| crate::programs::root().join(path).is_file())
        .collect())
}
