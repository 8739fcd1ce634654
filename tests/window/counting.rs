//! A server that counts who comes, and answers nothing of use.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use support::window_driver::PATIENCE;

/// Listens on 127.0.0.1 for as long as the program lives.
pub(crate) struct Counting {
    pub(crate) address: SocketAddr,
    came: Arc<Mutex<Vec<String>>>,
}

impl Counting {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let came = Arc::<Mutex<Vec<String>>>::default();
        let told = Arc::clone(&came);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let number = {
                    let mut told = told.lock().unwrap();
                    told.push("(nothing asked)".to_owned());
                    told.len() - 1
                };
                let told = Arc::clone(&told);
                std::thread::spawn(move || answer(stream, &told, number));
            }
        });
        Self { address, came }
    }

    /// How many connections there were.
    pub(crate) fn connections(&self) -> usize {
        self.came.lock().unwrap().len()
    }

    /// What was asked for, one line a connection.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.came.lock().unwrap().clone()
    }

    /// Waits for so many connections.
    pub(crate) fn until(&self, count: usize) {
        let began = Instant::now();
        while self.connections() < count {
            assert!(began.elapsed() < PATIENCE, "nobody came");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn answer(mut stream: TcpStream, told: &Mutex<Vec<String>>, number: usize) {
    let mut asked = [0; 512];
    let length = stream.read(&mut asked).unwrap_or_default();
    let asked = String::from_utf8_lossy(&asked[..length]).into_owned();
    if let Some(line) = asked.lines().next() {
        told.lock().unwrap()[number] = line.to_owned();
    }
    // Whoever has gone already reads no answer.
    drop(stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
}
