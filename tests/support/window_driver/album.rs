//! Pictures of a window, numbered in the order in which they were taken.

use std::path::{Path, PathBuf};

use super::{DriveError, Window};

/// A folder of pictures.
#[derive(Debug)]
pub struct Album {
    folder: PathBuf,
    taken: Vec<PathBuf>,
}

impl Album {
    /// Begins one in `folder`, which is made where it is missing.
    pub fn begin(folder: &Path) -> Result<Self, DriveError> {
        std::fs::create_dir_all(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            taken: Vec::new(),
        })
    }

    /// Takes a picture of what is on the display when nothing on it moves.
    pub async fn take(&mut self, window: &Window, name: &str) -> Result<(), DriveError> {
        let picture = self.next(name);
        window.picture(&picture).await?;
        self.taken.push(picture);
        Ok(())
    }

    /// Takes a picture of what is on the display right then, moving or not.
    pub async fn snap(&mut self, window: &Window, name: &str) -> Result<(), DriveError> {
        let picture = self.next(name);
        window.painted().await?;
        window.display.picture(&picture)?;
        self.taken.push(picture);
        Ok(())
    }

    /// The pictures, in order.
    pub fn taken(&self) -> &[PathBuf] {
        &self.taken
    }

    fn next(&self, name: &str) -> PathBuf {
        self.folder
            .join(format!("{:02}-{name}.png", self.taken.len() + 1))
    }
}
