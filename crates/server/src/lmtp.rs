//! Mail handed in by the union's own mail server, over LMTP (RFC 2033). Small
//! and strict: lines and mails have greatest lengths, silence has an end, and
//! only CRLF ends a line, so that nothing can be smuggled in. What is answered
//! with 250 is in the database.

use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use kafferum_platform::mail_in::{self, LARGEST, Outcome};
use kafferum_platform::site::Site;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::Semaphore;

use crate::config::LmtpAt;

/// Silence that ends a conversation (RFC 5321, 4.5.3.2.7).
const PATIENCE: Duration = Duration::from_secs(300);
/// Conversations at once.
const AT_ONCE: usize = 16;
/// Longest line, in bytes; RFC 5321 asks for 1000.
const LINE: u64 = 4096;
/// Recipients of one mail.
const RECIPIENTS: usize = 100;

/// Where mail servers call.
pub(crate) enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener),
}

type Halves = (Box<dyn AsyncRead + Send + Unpin>, Box<dyn AsyncWrite + Send + Unpin>);

impl Listener {
    /// Must be called in a runtime.
    ///
    /// # Errors
    /// A sentence for the person at the terminal.
    pub(crate) fn open(at: &LmtpAt) -> Result<Self, String> {
        let (opened, name) = match at {
            LmtpAt::Address(address) => (tcp(*address), address.to_string()),
            LmtpAt::Socket(path) => (unix(path), path.display().to_string()),
        };
        opened.map_err(|error| format!("lmtp_listen: {name} can't be listened on: {error}"))
    }

    async fn accept(&self) -> std::io::Result<Halves> {
        match self {
            Self::Tcp(listener) => {
                let (read, write) = listener.accept().await?.0.into_split();
                Ok((Box::new(read), Box::new(write)))
            }
            Self::Unix(listener) => {
                let (read, write) = listener.accept().await?.0.into_split();
                Ok((Box::new(read), Box::new(write)))
            }
        }
    }
}

fn tcp(address: std::net::SocketAddr) -> std::io::Result<Listener> {
    let listener = std::net::TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(Listener::Tcp(TcpListener::from_std(listener)?))
}

/// The socket of a process that is gone is replaced; that of one that answers
/// is not.
fn unix(path: &Path) -> std::io::Result<Listener> {
    let old = std::fs::symlink_metadata(path);
    if old.is_ok_and(|meta| meta.file_type().is_socket())
        && std::os::unix::net::UnixStream::connect(path).is_err()
    {
        std::fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    // Whoever may connect are its owner and its group, in which the mail
    // server is.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o660))?;
    Ok(Listener::Unix(listener))
}

/// Listens until told to stop.
pub(crate) async fn serve(site: Arc<Site>, listener: Listener, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    tokio::pin!(stop);
    loop {
        // Who finds no place waits in the queue of the system.
        let place = Arc::clone(&places).acquire_owned();
        let accepted = tokio::select! {
            () = &mut stop => return,
            accepted = async { (place.await, listener.accept().await) } => accepted,
        };
        let (place, Ok((read, write))) = accepted else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            // Whoever hangs up in the middle brings the mail again.
            let _ = converse(&site, read, write).await;
            drop(place);
        });
    }
}

/// A mail on its way in.
#[derive(Default)]
struct Envelope {
    from: Option<String>,
    to: Vec<String>,
}

impl Envelope {
    fn mail(&mut self, line: &str) -> &'static str {
        match path(line, "MAIL FROM:") {
            Some(_) if self.from.is_some() => "503 5.5.1 one mail at a time",
            Some(_) if size(line).is_some_and(|size| size > LARGEST) => "552 5.3.4 too large",
            Some(from) => {
                self.from = Some(from);
                "250 2.1.0 go on"
            }
            None => "501 5.5.4 from whom?",
        }
    }

    fn rcpt(&mut self, site: &Site, line: &str) -> &'static str {
        match path(line, "RCPT TO:") {
            _ if self.from.is_none() => "503 5.5.1 from whom?",
            _ if self.to.len() >= RECIPIENTS => "452 4.5.3 too many",
            Some(to) if mail_in::is_known(site, &to) => {
                self.to.push(to);
                "250 2.1.5 go on"
            }
            Some(_) => "550 5.1.1 nobody here",
            None => "501 5.5.4 to whom?",
        }
    }
}

/// One conversation.
async fn converse(
    site: &Arc<Site>,
    read: impl AsyncRead + Unpin,
    mut write: impl AsyncWrite + Unpin,
) -> std::io::Result<()> {
    let mut read = BufReader::new(read);
    say(&mut write, "220 Kafferum LMTP").await?;
    let mut envelope = Envelope::default();
    while let Some(line) = line(&mut read).await? {
        let line = String::from_utf8(line).unwrap_or_default();
        let word = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let answer = match word.as_str() {
            "LHLO" => {
                envelope = Envelope::default();
                let size = format!("250-SIZE {LARGEST}");
                for line in
                    ["250-Kafferum", "250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", &size]
                {
                    say(&mut write, line).await?;
                }
                "250 ENHANCEDSTATUSCODES"
            }
            "MAIL" => envelope.mail(&line),
            "RCPT" => envelope.rcpt(site, &line),
            "DATA" if envelope.to.is_empty() => "503 5.5.1 to whom?",
            "DATA" => {
                say(&mut write, "354 end with a dot").await?;
                let Some(mail) = data(&mut read).await? else { return Ok(()) };
                hand_in(site, &std::mem::take(&mut envelope), mail.as_deref(), &mut write).await?;
                continue;
            }
            "RSET" => {
                envelope = Envelope::default();
                "250 2.0.0 forgotten"
            }
            "NOOP" => "250 2.0.0 yes",
            "VRFY" => "252 2.1.5 bring it and see",
            "QUIT" => return say(&mut write, "221 2.0.0 good bye").await,
            _ => "500 5.5.2 not understood",
        };
        say(&mut write, answer).await?;
    }
    Ok(())
}

async fn say(write: &mut (impl AsyncWrite + Unpin), line: &str) -> std::io::Result<()> {
    write.write_all(format!("{line}\r\n").as_bytes()).await
}

/// Each recipient gets an answer of its own: that is what LMTP is for.
async fn hand_in(
    site: &Arc<Site>,
    envelope: &Envelope,
    mail: Option<&[u8]>,
    write: &mut (impl AsyncWrite + Unpin),
) -> std::io::Result<()> {
    for to in &envelope.to {
        let answer = match mail {
            None => "552 5.3.4 too large",
            Some(mail) => match mail_in::receive(site, to, envelope.from.as_deref(), mail).await {
                Outcome::Settled => "250 2.0.0 taken",
                Outcome::Unknown => "550 5.1.1 nobody here",
                Outcome::Broken => "554 5.6.0 can't be read",
                Outcome::Later | Outcome::Failed => "451 4.3.0 come again",
            },
        };
        say(write, answer).await?;
    }
    Ok(())
}

/// The address between the brackets.
fn path(line: &str, command: &str) -> Option<String> {
    let (head, rest) = line.split_at_checked(command.len())?;
    let inner = rest.trim_start().strip_prefix('<')?.split_once('>')?.0;
    head.eq_ignore_ascii_case(command).then(|| inner.to_owned())
}

/// How large a mail is said to be.
fn size(line: &str) -> Option<usize> {
    let (_, rest) = line.split_once('>')?;
    let mut said = rest.split_whitespace().filter_map(|word| word.split_once('='));
    said.find(|(name, _)| name.eq_ignore_ascii_case("SIZE")).and_then(|(_, size)| size.parse().ok())
}

/// One line; none when the other side is gone, silent or too long.
async fn line(read: &mut (impl AsyncBufRead + Unpin)) -> std::io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let mut limited = read.take(LINE);
    let reading = tokio::time::timeout(PATIENCE, limited.read_until(b'\n', &mut line));
    match reading.await {
        Ok(Ok(_)) if line.ends_with(b"\n") => Ok(Some(line)),
        Ok(Err(error)) => Err(error),
        _ => Ok(None),
    }
}

/// The mail up to the lone dot: none inside if it is too large.
async fn data(read: &mut (impl AsyncBufRead + Unpin)) -> std::io::Result<Option<Option<Vec<u8>>>> {
    let (mut mail, mut is_too_large) = (Vec::new(), false);
    // A long line comes in pieces, and its CR and LF may be parted.
    let (mut is_new_line, mut had_return) = (true, false);
    loop {
        let mut piece = Vec::new();
        let mut limited = (&mut *read).take(LINE);
        let reading = tokio::time::timeout(PATIENCE, limited.read_until(b'\n', &mut piece));
        match reading.await {
            Ok(Ok(0)) | Err(_) => return Ok(None),
            Ok(read) => read?,
        };
        if is_new_line && piece == b".\r\n" {
            return Ok(Some((!is_too_large).then_some(mail)));
        }
        let stuffed = is_new_line && piece.starts_with(b".");
        is_new_line = piece.ends_with(b"\r\n") || (had_return && piece == b"\n");
        had_return = piece.ends_with(b"\r");
        if mail.len() + piece.len() > LARGEST {
            (is_too_large, mail) = (true, Vec::new());
        }
        if !is_too_large {
            mail.extend_from_slice(piece.get(usize::from(stuffed)..).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::os::unix::net::UnixStream;

    use kafferum_testkit::site::{On, TestSite};

    use super::*;

    const ROOM: &str = "/coffee-room/rooms/1/new";

    /// A site with a thread of a member's, and where that member answers it.
    fn site() -> (TestSite, String) {
        let site = TestSite::start_with(On::Sqlite, |parts| {
            parts.answer_domain = Some("vastaus.testi.example".to_owned());
        });
        let aino = site.member("Kahvikuppi");
        let mut browser = site.as_person(aino);
        browser.get(ROOM);
        let fields = [("title", "Tauot"), ("body", "Miten?"), ("audience", "members")];
        assert_eq!(browser.post(ROOM, &fields).status, 303);
        let addresses = site.site().addresses.as_ref().unwrap();
        let address = addresses.of(aino, "thread:1", site.now()).unwrap().unwrap();
        (site, address)
    }

    fn posts(site: &TestSite) -> Vec<String> {
        site.read(|tx| {
            let sql = "SELECT markdown FROM post WHERE position > 1 ORDER BY position";
            Ok(tx.query(sql, &[], |row| row.get(0))?)
        })
    }

    /// The codes of what is answered to all this at once.
    fn codes(site: &TestSite, said: &[u8]) -> String {
        let mut written = Vec::new();
        site.wait_for(converse(site.site(), said, &mut written)).unwrap();
        short(&written)
    }

    fn short(written: &[u8]) -> String {
        let text = String::from_utf8(written.to_vec()).unwrap();
        let codes = text.lines().map(|line| line.get(..3).unwrap_or_default());
        codes.collect::<Vec<_>>().join(" ")
    }

    fn letter(id: &str, body: &str) -> String {
        format!("From: x@y.example\r\nMessage-ID: <{id}@y>\r\n\r\n{body}\r\n.\r\n")
    }

    /// Says lines one by one, as a mail server does that waits for each
    /// answer; the codes.
    fn talk(stream: &mut (impl Read + Write), lines: &[&str]) -> Vec<String> {
        let mut codes = Vec::new();
        let mut heard = String::new();
        for line in std::iter::once(&"").chain(lines) {
            stream.write_all(line.as_bytes()).unwrap();
            // The last line of an answer has a space behind its code.
            loop {
                let is_whole = heard.ends_with("\r\n");
                let last = heard.lines().last().unwrap_or_default();
                if is_whole && last.get(3..4) == Some(" ") {
                    break;
                }
                let mut some = [0; 512];
                let count = stream.read(&mut some).unwrap();
                assert!(count > 0, "hung up after {heard}");
                heard.push_str(std::str::from_utf8(some.get(..count).unwrap()).unwrap());
            }
            codes.push(heard.lines().last().unwrap_or_default().chars().take(3).collect());
            heard.clear();
        }
        codes
    }

    #[test]
    fn a_mail_server_hands_a_mail_in_over_a_socket() {
        let (site, to) = site();
        let path = site.folder().join("lmtp");
        for at in [LmtpAt::Address(([127, 0, 0, 1], 0).into()), LmtpAt::Socket(path.clone())] {
            let listener = site.wait_for(async { Listener::open(&at) }).unwrap();
            let port = match &listener {
                Listener::Tcp(listener) => listener.local_addr().unwrap().port(),
                Listener::Unix(_) => 0,
            };
            let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
            let wait = async {
                let _ = stopped.await;
            };
            let mut served = None;
            site.wait_for(async {
                served = Some(tokio::spawn(serve(Arc::clone(site.site()), listener, wait)));
            });
            let (rcpt, letter) = (format!("RCPT TO:<{to}>\r\n"), letter("1", "Kerran"));
            let lines = [
                "LHLO posti.testi.example\r\n",
                "MAIL FROM:<x@y.example> SIZE=100 BODY=8BITMIME\r\n",
                &rcpt,
                "DATA\r\n",
                &letter,
                "QUIT\r\n",
            ];
            let answered = if port == 0 {
                talk(&mut UnixStream::connect(&path).unwrap(), &lines)
            } else {
                talk(&mut TcpStream::connect(("127.0.0.1", port)).unwrap(), &lines)
            };
            assert_eq!(answered, ["220", "250", "250", "250", "354", "250", "221"]);
            // Handed in twice, by two ways, it stands there once.
            assert_eq!(posts(&site), ["Kerran"]);
            if port == 0 {
                assert!(Listener::open(&at).is_err(), "somebody listens there");
                let mode = std::fs::metadata(&path).unwrap().permissions().mode();
                assert_eq!(mode & 0o777, 0o660);
            }
            drop(stop);
            site.wait_for(served.unwrap()).unwrap();
        }
        // What a process left behind that is gone.
        assert!(site.wait_for(async { Listener::open(&LmtpAt::Socket(path)) }).is_ok());
    }

    #[test]
    fn each_recipient_is_answered_and_strangers_are_turned_away_first() {
        let (site, to) = site();
        let said = format!(
            "LHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<{to}>\r\nRCPT TO:<e@f.example>\r\n\
             RCPT TO:<{}>\r\nDATA\r\n{}QUIT\r\n",
            to.to_uppercase(),
            letter("1", "Hei\r\n..\r\n...alku"),
        );
        let wanted = "220 250 250 250 250 250 250 250 250 550 250 354 250 250 221";
        assert_eq!(codes(&site, said.as_bytes()), wanted);
        assert_eq!(posts(&site), ["Hei\n.\n..alku"]);
    }

    #[test]
    fn what_comes_out_of_order_or_makes_no_sense_is_refused() {
        let (site, _) = site();
        let said = b"RCPT TO:<c@d.example>\r\nDATA\r\nMAIL FROM\r\nMAIL FROM:<>\r\nMAIL FROM:<x>\r\nRCPT c\r\n\xff\xfe\r\nHELO x\r\n\r\nRSET\r\nNOOP\r\nVRFY x\r\n";
        assert_eq!(codes(&site, said), "220 503 503 501 250 503 501 500 500 500 250 250 252");
    }

    #[test]
    fn a_huge_mail_is_refused_and_the_conversation_goes_on() {
        let (site, to) = site();
        let begin = format!("MAIL FROM:<a@b>\r\nRCPT TO:<{to}>\r\nDATA\r\n");
        let mut said = begin.clone().into_bytes();
        said.extend(std::iter::repeat_n(b'a', LARGEST + 10_000));
        said.extend(b"\r\n.\r\nNOOP\r\n");
        assert_eq!(codes(&site, &said), "220 250 250 354 552 250");
        let told = format!("MAIL FROM:<a@b> SIZE={}\r\nMAIL FROM:<a@b>\r\n", LARGEST + 1);
        assert_eq!(codes(&site, told.as_bytes()), "220 552 250");
        let broken = format!("{begin}Subject: from nobody\r\n\r\nHei\r\n.\r\nNOOP\r\n");
        assert_eq!(codes(&site, broken.as_bytes()), "220 250 250 354 554 250");
        assert!(posts(&site).is_empty());
    }

    #[test]
    fn machines_are_thanked_and_forgotten() {
        let (site, to) = site();
        let mail = letter("1", "Olen lomalla");
        for (from, header) in [("", ""), ("a@b", "Auto-Submitted: auto-replied\r\n")] {
            let said =
                format!("MAIL FROM:<{from}>\r\nRCPT TO:<{to}>\r\nDATA\r\n{header}{mail}NOOP\r\n");
            assert_eq!(codes(&site, said.as_bytes()), "220 250 250 354 250 250");
        }
        assert!(posts(&site).is_empty());
        site.settle();
        assert!(site.mails().is_empty());
    }

    #[test]
    fn a_lone_line_feed_ends_no_mail_and_an_endless_line_ends_the_talk() {
        let (site, to) = site();
        let said = format!(
            "MAIL FROM:<a@b>\r\nRCPT TO:<{to}>\r\nDATA\r\nFrom: x@y\r\n\r\nHei\n.\nQUIT\r\n.\r\nNOOP\r\n"
        );
        assert_eq!(codes(&site, said.as_bytes()), "220 250 250 354 250 250");
        assert_eq!(posts(&site).len(), 1);
        assert_eq!(codes(&site, &[b'a'; 10_000]), "220");
        // A mail that is cut off was not taken.
        let cut = format!("MAIL FROM:<a@b>\r\nRCPT TO:<{to}>\r\nDATA\r\nFrom: x@y\r\n\r\nMoi\r\n");
        assert_eq!(codes(&site, cut.as_bytes()), "220 250 250 354");
        assert_eq!(posts(&site).len(), 1);
    }
}
