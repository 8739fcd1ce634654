//! One connection, whatever it is made of.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};
use tokio::net::TcpStream;

/// A connection.
#[derive(Debug)]
pub struct Stream {
    way: Way,
    peer: SocketAddr,
}

#[derive(Debug)]
enum Way {
    Tcp(TcpStream),
    Pipe(DuplexStream),
}

impl Stream {
    pub(crate) const fn tcp(stream: TcpStream, peer: SocketAddr) -> Self {
        let way = Way::Tcp(stream);
        Self { way, peer }
    }

    pub(crate) const fn pipe(pipe: DuplexStream, peer: SocketAddr) -> Self {
        let way = Way::Pipe(pipe);
        Self { way, peer }
    }

    /// The address at the other end.
    pub const fn peer_addr(&self) -> SocketAddr {
        self.peer
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut self.get_mut().way {
            Way::Tcp(stream) => Pin::new(stream).poll_read(context, into),
            Way::Pipe(pipe) => Pin::new(pipe).poll_read(context, into),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.get_mut().way {
            Way::Tcp(stream) => Pin::new(stream).poll_write(context, bytes),
            Way::Pipe(pipe) => Pin::new(pipe).poll_write(context, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.get_mut().way {
            Way::Tcp(stream) => Pin::new(stream).poll_flush(context),
            Way::Pipe(pipe) => Pin::new(pipe).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.get_mut().way {
            Way::Tcp(stream) => Pin::new(stream).poll_shutdown(context),
            Way::Pipe(pipe) => Pin::new(pipe).poll_shutdown(context),
        }
    }
}
