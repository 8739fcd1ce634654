//! A small JSON file that survives a crash: written whole, checked when read, one generation back.
//!
//! The file is one JSON object, `{version, crc, content}`. The checksum covers the content's bytes
//! as they stand in the file. A file of a newer version is never read into older types and never
//! written over.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write as _},
    marker::PhantomData,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

/// One file of content `T`.
#[derive(Debug)]
pub struct Document<T> {
    path: PathBuf,
    version: u32,
    content: PhantomData<fn() -> T>,
}

/// What was found when the file was opened.
#[derive(Debug, PartialEq, Eq)]
pub struct Opened<T> {
    /// The content; the default one when there was no file.
    pub content: T,
    /// The newest file was damaged and this is the generation before it.
    pub from_previous: bool,
}

/// Why a file could not be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The system refused to read.
    #[error("failed to read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused to write; what was there before is still there.
    #[error("failed to write {}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A newer Reseal wrote it.
    #[error("{} is of version {found}, this program knows version {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version that is understood here.
        known: u32,
    },
    /// Neither the file nor the generation before it can be read.
    #[error("{} is damaged, and so is the generation before it", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    version: u32,
    crc: String,
    #[serde(borrow)]
    content: &'a RawValue,
}

enum Generation<T> {
    Absent,
    Damaged,
    Good(T),
}

impl<T: Serialize + DeserializeOwned + Default> Document<T> {
    /// The file `name` in `folder`, in the format `version`.
    #[must_use]
    pub fn new(folder: &Path, name: &str, version: u32) -> Self {
        Self {
            path: folder.join(name),
            version,
            content: PhantomData,
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the content, from the previous generation when the newest is damaged.
    ///
    /// # Errors
    /// When neither generation can be read, or a newer version wrote the file.
    pub fn open(&self) -> Result<Opened<T>, DocumentError> {
        match (self.read(&self.path)?, self.read(&self.previous())?) {
            (Generation::Good(content), _) => Ok(Opened {
                content,
                from_previous: false,
            }),
            (newest, Generation::Good(content)) => {
                // A crash between the two renames of `save` leaves no newest: nothing is lost.
                let from_previous = matches!(newest, Generation::Damaged);
                Ok(Opened {
                    content,
                    from_previous,
                })
            }
            (Generation::Absent, Generation::Absent) => Ok(Opened {
                content: T::default(),
                from_previous: false,
            }),
            _ => Err(DocumentError::Damaged {
                path: self.path.clone(),
            }),
        }
    }

    /// Changes the content as it stands on the disk, one process at a time, and returns it.
    ///
    /// # Errors
    /// When it cannot be read or written, or `change` refuses; then the file stays as it was.
    pub fn change<E: From<DocumentError>>(
        &self,
        change: impl FnOnce(&mut T) -> Result<(), E>,
    ) -> Result<T, E> {
        let _lock = self.lock()?;
        let mut content = self.open()?.content;
        change(&mut content)?;
        self.save(&content)?;
        Ok(content)
    }

    /// Writes the content: temporary file, flush, rename, flush of the folder.
    fn save(&self, content: &T) -> Result<(), DocumentError> {
        let refused = |source| DocumentError::Write {
            path: self.path.clone(),
            source,
        };
        let bytes = self
            .encode(content)
            .map_err(|error| refused(error.into()))?;
        let fresh = self.path.with_extension("json.new");
        write_flushed(&fresh, &bytes).map_err(refused)?;
        match fs::rename(&self.path, self.previous()) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(refused(error)),
            _ => {}
        }
        fs::rename(&fresh, &self.path).map_err(refused)?;
        flush_folder(&self.path).map_err(refused)
    }

    fn encode(&self, content: &T) -> Result<Vec<u8>, serde_json::Error> {
        let raw = serde_json::value::to_raw_value(content)?;
        let crc = checksum(&raw);
        serde_json::to_vec(&Envelope {
            version: self.version,
            crc,
            content: &raw,
        })
    }

    fn read(&self, path: &Path) -> Result<Generation<T>, DocumentError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Generation::Absent),
            Err(error) if error.kind() == ErrorKind::InvalidData => return Ok(Generation::Damaged),
            Err(source) => {
                return Err(DocumentError::Read {
                    path: path.to_owned(),
                    source,
                });
            }
        };
        let Ok(envelope) = serde_json::from_str::<Envelope<'_>>(&text) else {
            return Ok(Generation::Damaged);
        };
        if envelope.version > self.version {
            let (path, found) = (path.to_owned(), envelope.version);
            return Err(DocumentError::Newer {
                path,
                found,
                known: self.version,
            });
        }
        if envelope.crc != checksum(envelope.content) {
            return Ok(Generation::Damaged);
        }
        let content = serde_json::from_str(envelope.content.get());
        Ok(content.map_or(Generation::Damaged, Generation::Good))
    }

    fn lock(&self) -> Result<File, DocumentError> {
        let path = self.path.with_extension("lock");
        let refused = |source| DocumentError::Write {
            path: path.clone(),
            source,
        };
        if let Some(folder) = path.parent() {
            private_files::use_folder(folder).map_err(refused)?;
        }
        let file = private_files::open(&path).map_err(refused)?;
        file.lock().map_err(refused)?;
        Ok(file)
    }

    fn previous(&self) -> PathBuf {
        self.path.with_extension("previous.json")
    }
}

fn checksum(content: &RawValue) -> String {
    format!("{:08x}", crc32fast::hash(content.get().as_bytes()))
}

fn write_flushed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private_files::open(path)?;
    file.set_len(0)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn flush_folder(path: &Path) -> io::Result<()> {
    path.parent()
        .map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

// Windows cannot flush a folder; its rename is written through by the file system's own journal.
#[cfg(not(unix))]
fn flush_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Optional bytes as base64 text.
pub(crate) mod base64_bytes {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(
        bytes: &Option<Vec<u8>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match bytes {
            Some(bytes) => to.serialize_str(&STANDARD.encode(bytes)),
            None => to.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Vec<u8>>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| STANDARD.decode(text).map_err(D::Error::custom))
            .transpose()
    }
}
