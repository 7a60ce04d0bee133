//! A mail server on loopback that takes in what it is sent and keeps it, and
//! that can refuse, hang and break off when a test asks for it.
//!
//! It speaks plain SMTP (RFC 5321) without TLS and without passwords.

mod conversation;

use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(15);

/// What the receiver does from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Takes every message.
    Accept,
    /// Gives this answer (one of 5xx) at this stage.
    RefusePermanently(Stage, &'static str),
    /// Answers 451 at this stage: the sender should try again later.
    RefuseTemporarily(Stage),
    /// Never answers at this stage. When the behaviour changes, or the
    /// receiver stops, the connection is closed. No message is kept.
    Hang(Stage),
    /// Closes the connection in place of the answer at this stage. At
    /// [`Stage::MessageEnd`] the message has been accepted and is kept, and
    /// only the reply is lost.
    Drop(Stage),
}

/// The points of a conversation at which the receiver owes an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The connection has been opened.
    Greeting,
    /// `EHLO` or `HELO`.
    Hello,
    /// `MAIL FROM`.
    Sender,
    /// `RCPT TO`.
    Recipient,
    /// `DATA`, before the message.
    Data,
    /// The full stop that ends the message.
    MessageEnd,
}

/// A message as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The envelope's sender; empty for a notice of failed delivery.
    pub from: String,
    /// The envelope's recipients, in order.
    pub to: Vec<String>,
    /// The message with its line ends, freed of the dots of the transport.
    pub raw: Vec<u8>,
}

impl Message {
    /// The whole message as text. Parts in other encodings stay encoded.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// The first header of this name, unfolded but not decoded.
    pub fn header(&self, name: &str) -> Option<String> {
        let text = self.text().replace("\r\n ", " ").replace("\r\n\t", " ");
        text.lines()
            .take_while(|line| !line.is_empty())
            .filter_map(|line| line.split_once(':'))
            .find(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
    }
}

/// A running mail server. It stops when this is dropped.
pub struct SmtpReceiver {
    shared: Arc<Shared>,
    address: SocketAddr,
    listening: Option<JoinHandle<()>>,
}

impl SmtpReceiver {
    /// Starts on a free port of 127.0.0.1 and accepts everything.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
        let address = listener.local_addr().expect("the port of the mail receiver");
        let shared = Arc::new(Shared::default());
        let listening = {
            let shared = Arc::clone(&shared);
            thread::spawn(move || listen(&listener, &shared))
        };
        Self { shared, address, listening: Some(listening) }
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Host and port, such as `127.0.0.1:2525`.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// Behaves like this from the next answer on.
    pub fn behave(&self, behaviour: Behaviour) {
        self.shared.change(|state| state.behaviour = behaviour);
    }

    /// All messages kept so far, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.shared.state().messages.clone()
    }

    /// How many messages have been kept so far.
    pub fn count(&self) -> usize {
        self.shared.state().messages.len()
    }

    /// How many connections have been opened so far.
    pub fn connections(&self) -> usize {
        self.shared.state().connections
    }

    /// Waits until at least this many messages have come. Panics when they
    /// don't come within fifteen seconds.
    #[track_caller]
    pub fn wait_for_messages(&self, count: usize) -> Vec<Message> {
        let state = self.shared.wait_until(|state| state.messages.len() >= count);
        let came = state.messages.clone();
        drop(state);
        assert!(
            came.len() >= count,
            "waited for {count} messages, and {} came: {came:#?}",
            came.len()
        );
        came
    }

    /// Waits until at least this many connections have been opened.
    #[track_caller]
    pub fn wait_for_connections(&self, count: usize) {
        let opened = self.shared.wait_until(|state| state.connections >= count).connections;
        assert!(opened >= count, "waited for {count} connections, and {opened} were opened");
    }

    /// Waits until a sender is kept waiting by [`Behaviour::Hang`].
    #[track_caller]
    pub fn wait_until_hanging(&self) {
        let hanging = self.shared.wait_until(|state| state.hanging > 0).hanging;
        assert!(hanging > 0, "no sender came to the stage where the receiver hangs");
    }
}

impl Drop for SmtpReceiver {
    fn drop(&mut self) {
        self.shared.change(|state| {
            state.stopping = true;
            for connection in &state.open {
                let _ = connection.shutdown(Shutdown::Both);
            }
        });
        // A connection of our own wakes the thread that waits for one.
        let _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// What the conversations and the test share.
#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    behaviour: Behaviour,
    messages: Vec<Message>,
    connections: usize,
    hanging: usize,
    stopping: bool,
    open: Vec<TcpStream>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            behaviour: Behaviour::Accept,
            messages: Vec::new(),
            connections: 0,
            hanging: 0,
            stopping: false,
            open: Vec::new(),
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_all();
    }

    /// Waits for a condition, at most as long as a test should wait; the
    /// caller looks whether it holds.
    fn wait_until(&self, condition: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        self.changed
            .wait_timeout_while(self.state(), PATIENCE, |state| !condition(state))
            .unwrap_or_else(PoisonError::into_inner)
            .0
    }

    /// Keeps a sender waiting until the behaviour changes or all stops.
    fn hang(&self, behaviour: Behaviour) {
        self.change(|state| state.hanging += 1);
        let mut state = self.state();
        while state.behaviour == behaviour && !state.stopping {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.hanging -= 1;
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut conversations = Vec::new();
    for connection in listener.incoming().flatten() {
        if shared.state().stopping {
            break;
        }
        let Ok(second) = connection.try_clone() else {
            continue;
        };
        shared.change(|state| {
            state.connections += 1;
            state.open.push(second);
        });
        let shared = Arc::clone(shared);
        conversations.push(thread::spawn(move || conversation::hold(&connection, &shared)));
    }
    for conversation in conversations {
        let _ = conversation.join();
    }
}
