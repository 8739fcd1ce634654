//! Where everything is kept.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// Neither the system nor the user's environment says where to keep anything.
#[derive(Debug, thiserror::Error)]
#[error("the environment names no home folder (looked for {looked_for})")]
pub struct NoStateFolder {
    /// The variables that were looked for.
    pub looked_for: &'static str,
}

/// The folder for sites, settings, runs and reports: local to this machine, never roaming.
///
/// # Errors
/// When the environment has none of the variables that tell.
pub fn state_folder() -> Result<PathBuf, NoStateFolder> {
    from_environment(|name| std::env::var_os(name).filter(|value| !value.is_empty()))
}

#[cfg(target_os = "macos")]
fn from_environment(var: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, NoStateFolder> {
    let home = var("HOME").ok_or(NoStateFolder { looked_for: "HOME" })?;
    Ok(Path::new(&home).join("Library/Application Support/Reseal"))
}

#[cfg(windows)]
fn from_environment(var: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, NoStateFolder> {
    let local = var("LOCALAPPDATA").ok_or(NoStateFolder {
        looked_for: "LOCALAPPDATA",
    })?;
    Ok(Path::new(&local).join("Reseal"))
}

#[cfg(not(any(target_os = "macos", windows)))]
fn from_environment(var: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, NoStateFolder> {
    // The base directory specification: a relative path in the variable counts as unset.
    if let Some(state) = var("XDG_STATE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
    {
        return Ok(state.join("reseal"));
    }
    let home = var("HOME").ok_or(NoStateFolder {
        looked_for: "XDG_STATE_HOME, HOME",
    })?;
    Ok(Path::new(&home).join(".local/state/reseal"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn folder(vars: &[(&str, &str)]) -> Result<PathBuf, NoStateFolder> {
        from_environment(|name| {
            vars.iter()
                .find(|(key, _)| *key == name)
                .map(|(_, v)| v.into())
        })
    }

    #[test]
    fn follows_the_state_home_and_falls_back_to_the_home() {
        let set = folder(&[("XDG_STATE_HOME", "/state"), ("HOME", "/home/ann")]).unwrap();
        assert_eq!(set, Path::new("/state/reseal"));
        let relative = folder(&[("XDG_STATE_HOME", "state"), ("HOME", "/home/ann")]).unwrap();
        assert_eq!(relative, Path::new("/home/ann/.local/state/reseal"));
    }

    #[test]
    fn says_which_variables_it_looked_for() {
        assert!(
            folder(&[])
                .unwrap_err()
                .to_string()
                .contains("XDG_STATE_HOME, HOME")
        );
    }
}
