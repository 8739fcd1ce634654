//! A network in memory: each connection is a pair of pipes, each listener an address in a list.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::duplex;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::stream::Stream;

/// How much is under way in one direction before the writer waits: about what a system keeps for a TCP connection.
const UNDER_WAY: usize = 64 << 10;

/// Who listens where. Whoever calls comes from the loopback, with a port of its own.
#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Listeners>);

#[derive(Debug, Default)]
struct Listeners {
    at: HashMap<SocketAddr, UnboundedSender<Stream>>,
    calls: u16,
}

/// A listener in memory.
#[derive(Debug)]
pub struct Door {
    at: SocketAddr,
    calls: UnboundedReceiver<Stream>,
    memory: Arc<Memory>,
}

impl Memory {
    fn listeners(&self) -> MutexGuard<'_, Listeners> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn listen(memory: &Arc<Self>, at: SocketAddr) -> io::Result<Door> {
        let mut listeners = memory.listeners();
        if listeners.at.contains_key(&at) {
            return Err(io::ErrorKind::AddrInUse.into());
        }
        let (call, calls) = unbounded_channel();
        listeners.at.insert(at, call);
        drop(listeners);
        let memory = Arc::clone(memory);
        Ok(Door { at, calls, memory })
    }

    pub(crate) fn connect(&self, at: SocketAddr) -> io::Result<Stream> {
        let mut listeners = self.listeners();
        listeners.calls = listeners.calls.wrapping_add(1);
        let from = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), listeners.calls);
        let refused = || io::Error::from(io::ErrorKind::ConnectionRefused);
        let listener = listeners.at.get(&at).ok_or_else(refused)?;
        let (near, far) = duplex(UNDER_WAY);
        let called = listener.send(Stream::pipe(far, from));
        called.map_err(|_| refused())?;
        Ok(Stream::pipe(near, at))
    }
}

impl Door {
    pub(crate) async fn accept(&mut self) -> io::Result<Stream> {
        let call = self.calls.recv().await;
        call.ok_or_else(|| io::ErrorKind::NotConnected.into())
    }

    pub(crate) const fn at(&self) -> SocketAddr {
        self.at
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.memory.listeners().at.remove(&self.at);
    }
}
