//! One Reseal for a state folder: whoever starts a second one sees the window of the first.
//!
//! The first holds a lock of the state folder and listens beside it, on a socket or a named pipe that reaches no
//! further than this computer. A second one knocks there, and ends once the first has shown its window.
//! Where nobody opens, it goes on with a window of its own: the lock of each run still decides.

use std::{
    fs::{File, TryLockError},
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::mpsc,
    time::Duration,
};

use tokio::io::AsyncWriteExt as _;

/// Who holds this is the first. It is empty, and stays.
const LOCK: &str = "reseal.lock";

/// A first one that is busy drawing needs a moment; one that hangs is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a start turns out to be.
pub(crate) enum Start {
    /// There is no other.
    First(Door),
    /// Another one was here and has shown its window.
    Second,
    /// Another one is here and does not answer, or nobody can say.
    Alone,
}

/// Where a second start knocks. While it is held there is no other first.
pub(crate) struct Door {
    at: PathBuf,
    _lock: File,
}

/// Finds out whether this is the first start over this state folder.
pub(crate) fn start(home: &Path) -> Start {
    let at = door_of(home);
    let lock = File::create(home.join(LOCK));
    match lock.map(|lock| (lock.try_lock(), lock)) {
        Ok((Ok(()), lock)) => Start::First(Door { at, _lock: lock }),
        Ok((Err(TryLockError::WouldBlock), _)) if is_opened(&at) => Start::Second,
        _ => Start::Alone,
    }
}

/// Whether the first one has shown its window.
fn is_opened(at: &Path) -> bool {
    let (tell, told) = mpsc::channel();
    let at = at.to_owned();
    std::thread::spawn(move || tell.send(knock(&at).is_ok()));
    told.recv_timeout(PATIENCE).unwrap_or_default()
}

impl Door {
    /// Calls `show` whenever somebody knocks, for as long as the process lives.
    pub(crate) async fn attend(self, show: impl Fn()) -> io::Result<()> {
        let mut listener = Listener::at(&self.at)?;
        loop {
            let mut knocked = listener.knocked().await?;
            show();
            // One that did not wait for the answer needs none.
            drop(knocked.write_all(b"!").await);
        }
    }
}

#[cfg(unix)]
mod system {
    use super::*;
    use std::os::unix::net::UnixStream as Knocking;
    use tokio::net::{UnixListener, UnixStream};

    pub(super) fn door_of(home: &Path) -> PathBuf {
        home.join("door")
    }

    pub(super) fn knock(at: &Path) -> io::Result<()> {
        Knocking::connect(at)?.read_exact(&mut [0])
    }

    pub(super) struct Listener(UnixListener);

    impl Listener {
        /// Only who holds the lock comes here, so what lies there was left behind.
        pub(super) fn at(door: &Path) -> io::Result<Self> {
            drop(std::fs::remove_file(door));
            UnixListener::bind(door).map(Self)
        }

        pub(super) async fn knocked(&mut self) -> io::Result<UnixStream> {
            self.0.accept().await.map(|(stream, _)| stream)
        }
    }
}

#[cfg(windows)]
mod system {
    use super::*;
    use certificate::Thumbprint;
    use tokio::net::windows::named_pipe::{NamedPipeServer, ServerOptions};

    /// Pipes have one space of names: the folder's whole path makes one of it.
    pub(super) fn door_of(home: &Path) -> PathBuf {
        let home = home.canonicalize().unwrap_or_else(|_| home.to_owned());
        let name = Thumbprint::of(home.as_os_str().as_encoded_bytes());
        format!(r"\\.\pipe\reseal-{}", name.groups().concat()).into()
    }

    pub(super) fn knock(at: &Path) -> io::Result<()> {
        File::open(at)?.read_exact(&mut [0])
    }

    pub(super) struct Listener {
        name: PathBuf,
        next: NamedPipeServer,
    }

    impl Listener {
        pub(super) fn at(door: &Path) -> io::Result<Self> {
            let next = ServerOptions::new()
                .first_pipe_instance(true)
                .create(door)?;
            let name = door.to_owned();
            Ok(Self { name, next })
        }

        pub(super) async fn knocked(&mut self) -> io::Result<NamedPipeServer> {
            self.next.connect().await?;
            let next = ServerOptions::new().create(&self.name)?;
            Ok(std::mem::replace(&mut self.next, next))
        }
    }
}

use system::{Listener, door_of, knock};

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn a_second_start_is_seen_by_the_first_and_ends() {
        let home = std::env::temp_dir().join(format!("reseal-door-{}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        let Start::First(door) = start(&home) else {
            panic!("there is no other");
        };
        static SHOWN: AtomicUsize = AtomicUsize::new(0);
        let attending = tokio::spawn(door.attend(|| {
            SHOWN.fetch_add(1, Ordering::SeqCst);
        }));
        for times in 1..=2 {
            let folder = home.clone();
            let second = tokio::task::spawn_blocking(move || until_it_is_opened(&folder));
            assert!(second.await.unwrap());
            assert_eq!(SHOWN.load(Ordering::SeqCst), times);
        }
        attending.abort();
        assert!(attending.await.is_err());
        // The first one has gone, and left its door behind.
        assert!(matches!(start(&home), Start::First(_)));
        std::fs::remove_dir_all(home).unwrap();
    }

    /// The door is there a moment after the lock.
    fn until_it_is_opened(home: &Path) -> bool {
        let mut tries = (0..500).map(|_| {
            std::thread::sleep(Duration::from_millis(10));
            matches!(start(home), Start::Second)
        });
        tries.any(|opened| opened)
    }
}
