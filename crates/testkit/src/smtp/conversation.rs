//! One conversation with one sender: commands in, answers out.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, TcpStream};

use super::{Behaviour, Message, Shared, Stage};

/// Talks until the sender leaves or the behaviour says to stop.
pub(super) fn hold(connection: &TcpStream, shared: &Shared) {
    let mut conversation = Conversation {
        lines: BufReader::new(connection),
        connection,
        shared,
        from: None,
        to: Vec::new(),
    };
    // A sender that breaks off is nothing to report: tests make them do so.
    let _ = conversation.run();
    let _ = connection.shutdown(Shutdown::Both);
}

struct Conversation<'a> {
    lines: BufReader<&'a TcpStream>,
    connection: &'a TcpStream,
    shared: &'a Shared,
    from: Option<String>,
    to: Vec<String>,
}

/// Whether the conversation goes on.
enum Next {
    Continue,
    Stop,
}

impl Conversation<'_> {
    fn run(&mut self) -> io::Result<()> {
        let mut next = self.answer(Stage::Greeting, "220 testkit ESMTP")?;
        while let Next::Continue = next {
            let mut line = Vec::new();
            if self.lines.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            next = self.obey(String::from_utf8_lossy(&line).trim_end())?;
        }
        Ok(())
    }

    fn obey(&mut self, line: &str) -> io::Result<Next> {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        match command.to_ascii_uppercase().as_str() {
            "EHLO" => self.answer(Stage::Hello, "250-testkit\r\n250-8BITMIME\r\n250 SMTPUTF8"),
            "HELO" => self.answer(Stage::Hello, "250 testkit"),
            "MAIL" => self.take_sender(rest),
            "RCPT" => self.take_recipient(rest),
            "DATA" => self.take_message(),
            "RSET" => {
                self.forget_envelope();
                self.say("250 forgotten")
            }
            "NOOP" => self.say("250 nothing done"),
            "QUIT" => {
                self.say("221 goodbye")?;
                Ok(Next::Stop)
            }
            _ => self.say("502 not known here"),
        }
    }

    fn take_sender(&mut self, rest: &str) -> io::Result<Next> {
        let Some(address) = address_after("FROM:", rest) else {
            return self.say("501 MAIL FROM:<address>");
        };
        if self.from.is_some() {
            return self.say("503 one sender is enough");
        }
        self.if_willing(Stage::Sender, "250 sender noted", |this| this.from = Some(address))
    }

    fn take_recipient(&mut self, rest: &str) -> io::Result<Next> {
        let Some(address) = address_after("TO:", rest) else {
            return self.say("501 RCPT TO:<address>");
        };
        if self.from.is_none() {
            return self.say("503 MAIL first");
        }
        self.if_willing(Stage::Recipient, "250 recipient noted", |this| this.to.push(address))
    }

    fn take_message(&mut self) -> io::Result<Next> {
        if self.to.is_empty() {
            return self.say("503 RCPT first");
        }
        let mut begun = false;
        let next = self.if_willing(Stage::Data, "354 end with a full stop", |_| begun = true)?;
        if !begun {
            return Ok(next);
        }
        let Some(raw) = self.read_message()? else {
            return Ok(Next::Stop);
        };
        let message =
            Message { from: self.from.clone().unwrap_or_default(), to: self.to.clone(), raw };
        self.forget_envelope();
        // Kept before the answer goes out, also when the answer will be lost:
        // the sender must never know of a message that the test can't see.
        let behaviour = self.shared.state().behaviour;
        if matches!(behaviour, Behaviour::Drop(Stage::MessageEnd))
            || !affects(behaviour, Stage::MessageEnd)
        {
            self.shared.change(|state| state.messages.push(message));
        }
        self.answer_as(behaviour, Stage::MessageEnd, "250 message kept")
    }

    /// Reads up to the lone full stop and takes the doubled dots away; `None`
    /// when the sender breaks off before it.
    fn read_message(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut raw = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.lines.read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            if line == b".\r\n" {
                return Ok(Some(raw));
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
    }

    fn forget_envelope(&mut self) {
        self.from = None;
        self.to.clear();
    }

    /// Does `deed` and says `yes`, unless the behaviour forbids this stage.
    fn if_willing(
        &mut self,
        stage: Stage,
        yes: &str,
        deed: impl FnOnce(&mut Self),
    ) -> io::Result<Next> {
        let behaviour = self.shared.state().behaviour;
        if !affects(behaviour, stage) {
            deed(self);
        }
        self.answer_as(behaviour, stage, yes)
    }

    fn answer(&mut self, stage: Stage, yes: &str) -> io::Result<Next> {
        let behaviour = self.shared.state().behaviour;
        self.answer_as(behaviour, stage, yes)
    }

    fn answer_as(&mut self, behaviour: Behaviour, stage: Stage, yes: &str) -> io::Result<Next> {
        if !affects(behaviour, stage) {
            return self.say(yes);
        }
        match behaviour {
            Behaviour::Accept => self.say(yes),
            Behaviour::RefusePermanently(_, answer) => self.say(answer),
            Behaviour::RefuseTemporarily(_) => self.say("451 try again later, says the test"),
            Behaviour::Drop(_) => Ok(Next::Stop),
            Behaviour::Hang(_) => {
                self.shared.hang(behaviour);
                Ok(Next::Stop)
            }
        }
    }

    fn say(&mut self, answer: &str) -> io::Result<Next> {
        self.connection.write_all(format!("{answer}\r\n").as_bytes())?;
        Ok(Next::Continue)
    }
}

/// Whether the behaviour is about this stage.
fn affects(behaviour: Behaviour, stage: Stage) -> bool {
    match behaviour {
        Behaviour::Accept => false,
        Behaviour::RefusePermanently(at, _)
        | Behaviour::RefuseTemporarily(at)
        | Behaviour::Hang(at)
        | Behaviour::Drop(at) => at == stage,
    }
}

/// The address of `FROM:<maija@example.org> SIZE=…`; the keyword in any case.
fn address_after(keyword: &str, rest: &str) -> Option<String> {
    let given = rest.get(..keyword.len())?;
    if !given.eq_ignore_ascii_case(keyword) {
        return None;
    }
    let address = rest[keyword.len()..].trim_start().strip_prefix('<')?;
    Some(address.split_once('>')?.0.to_owned())
}
