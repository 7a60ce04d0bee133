//! The mail receiver, spoken to by a real sender and by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the unexpected")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use kafferum_testkit::smtp::{Behaviour, SmtpReceiver, Stage};
use lettre::transport::smtp::Error;
use lettre::{Message, SmtpTransport, Transport};

#[test]
fn a_message_is_kept_as_it_was_sent() {
    let receiver = SmtpReceiver::start();
    send(&receiver, "Hei Maija,\r\n.\r\n..kahvi on valmista.\r\n").unwrap();
    let messages = receiver.messages();
    let message = messages.first().unwrap();
    assert_eq!(message.from, "union@example.org");
    assert_eq!(message.to, ["maija@example.org", "pekka@example.org"]);
    assert_eq!(message.header("subject").unwrap(), "Coffee");
    assert!(
        message.text().ends_with("Hei Maija,\r\n.\r\n..kahvi on valmista.\r\n\r\n"),
        "{message:?}"
    );
}

#[test]
fn a_permanent_refusal_is_told_from_a_temporary_one() {
    let receiver = SmtpReceiver::start();
    for stage in [Stage::Sender, Stage::Recipient, Stage::Data, Stage::MessageEnd] {
        receiver.behave(Behaviour::RefusePermanently(stage, "550 no"));
        assert!(send(&receiver, "no").unwrap_err().is_permanent(), "{stage:?}");
        receiver.behave(Behaviour::RefuseTemporarily(stage));
        assert!(send(&receiver, "not yet").unwrap_err().is_transient(), "{stage:?}");
    }
    assert!(receiver.messages().is_empty());
    receiver.behave(Behaviour::Accept);
    send(&receiver, "yes").unwrap();
    assert_eq!(receiver.messages().len(), 1);
}

#[test]
fn a_connection_lost_before_the_message_loses_the_message() {
    let receiver = SmtpReceiver::start();
    for stage in [Stage::Greeting, Stage::Hello, Stage::Data] {
        receiver.behave(Behaviour::Drop(stage));
        send(&receiver, "lost").unwrap_err();
    }
    assert!(receiver.messages().is_empty());
    assert_eq!(receiver.connections(), 3);
}

#[test]
fn a_connection_lost_after_the_message_keeps_the_message() {
    let receiver = SmtpReceiver::start();
    receiver.behave(Behaviour::Drop(Stage::MessageEnd));
    let error = send(&receiver, "kept").unwrap_err();
    assert!(!error.is_permanent());
    assert_eq!(receiver.wait_for_messages(1).len(), 1);
}

#[test]
fn a_hanging_receiver_makes_the_sender_give_up() {
    let receiver = SmtpReceiver::start();
    receiver.behave(Behaviour::Hang(Stage::MessageEnd));
    let error = send(&receiver, "never").unwrap_err();
    assert!(!error.is_permanent(), "{error:?}");
    receiver.wait_until_hanging();
    receiver.behave(Behaviour::Accept);
    send(&receiver, "at last").unwrap();
    assert_eq!(receiver.messages().len(), 1);
}

#[test]
fn a_receiver_stops_while_a_sender_hangs() {
    let receiver = SmtpReceiver::start();
    receiver.behave(Behaviour::Hang(Stage::Greeting));
    let connection = TcpStream::connect(receiver.address()).unwrap();
    receiver.wait_until_hanging();
    drop(receiver);
    let mut line = String::new();
    assert_eq!(BufReader::new(&connection).read_line(&mut line).unwrap(), 0);
}

#[test]
fn commands_out_of_order_are_refused_and_rset_forgets() {
    let receiver = SmtpReceiver::start();
    let mut talk = Talk::with(&receiver);
    assert!(talk.say("helo me").starts_with("250"));
    assert!(talk.say("DATA").starts_with("503"));
    assert!(talk.say("RCPT TO:<b@example.org>").starts_with("503"));
    assert!(talk.say("mail from:<>").starts_with("250"));
    assert!(talk.say("MAIL FROM:nobody").starts_with("501"));
    assert!(talk.say("RSET").starts_with("250"));
    assert!(talk.say("RCPT TO:<b@example.org>").starts_with("503"));
    assert!(talk.say("NOOP").starts_with("250"));
    assert!(talk.say("VRFY b").starts_with("502"));
    assert!(talk.say("QUIT").starts_with("221"));
}

fn send(receiver: &SmtpReceiver, body: &str) -> Result<(), Error> {
    let message = Message::builder()
        .from("Union <union@example.org>".parse().unwrap())
        .to("Maija <maija@example.org>".parse().unwrap())
        .cc("pekka@example.org".parse().unwrap())
        .subject("Coffee")
        .body(body.to_owned())
        .unwrap();
    SmtpTransport::builder_dangerous("127.0.0.1")
        .port(receiver.port())
        .timeout(Some(Duration::from_millis(500)))
        .build()
        .send(&message)
        .map(|_| ())
}

struct Talk(BufReader<TcpStream>);

impl Talk {
    fn with(receiver: &SmtpReceiver) -> Self {
        let mut talk = Self(BufReader::new(TcpStream::connect(receiver.address()).unwrap()));
        assert!(talk.answer().starts_with("220"));
        talk
    }

    fn say(&mut self, command: &str) -> String {
        self.0.get_mut().write_all(format!("{command}\r\n").as_bytes()).unwrap();
        self.answer()
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line
    }
}
