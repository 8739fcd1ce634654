//! Pictures of a window, numbered in the order in which they were taken.

use std::path::{Path, PathBuf};

use super::{DriveError, Window};

/// A folder of pictures.
#[derive(Debug)]
pub struct Album {
    folder: Option<PathBuf>,
    taken: Vec<PathBuf>,
}

impl Album {
    /// Begins one in `folder`, which is made where it is missing.
    pub fn begin(folder: &Path) -> Result<Self, DriveError> {
        std::fs::create_dir_all(folder)?;
        let folder = Some(folder.to_owned());
        Ok(Self {
            folder,
            taken: Vec::new(),
        })
    }

    /// One that takes no pictures.
    pub const fn none() -> Self {
        Self {
            folder: None,
            taken: Vec::new(),
        }
    }

    /// Takes a picture of what is on the display when nothing on it moves.
    pub async fn take(&mut self, window: &Window, name: &str) -> Result<(), DriveError> {
        let Some(picture) = self.next(name) else {
            return Ok(());
        };
        window.picture(&picture).await?;
        self.taken.push(picture);
        Ok(())
    }

    /// Takes a picture of what is on the display right then, moving or not.
    pub async fn snap(&mut self, window: &Window, name: &str) -> Result<(), DriveError> {
        let Some(picture) = self.next(name) else {
            return Ok(());
        };
        window.painted().await?;
        window.display.picture(&picture)?;
        self.taken.push(picture);
        Ok(())
    }

    /// The pictures, in order.
    pub fn taken(&self) -> &[PathBuf] {
        &self.taken
    }

    fn next(&self, name: &str) -> Option<PathBuf> {
        let number = self.taken.len() + 1;
        self.folder
            .as_ref()
            .map(|folder| folder.join(format!("{number:02}-{name}.png")))
    }
}
