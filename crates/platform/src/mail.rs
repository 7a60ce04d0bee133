//! Mail. It is intended in the transaction of the fact that asks for it, then
//! handed over by a job, then its receipt is recorded. Handing over to SMTP
//! can't be exactly once; the Message-ID follows from the intent, so that a
//! repeat is recognised. Subjects and senders say nothing about membership.

use std::error::Error as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransportBuilder;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use sha2::{Digest, Sha256};
use tokio::runtime::Handle;

use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault};
use crate::feature::{Boxed, JobKind};
use crate::jobs;
use crate::people::PersonId;
use crate::site::Site;
use crate::texts::Lang;

/// How long a mail server may take for one mail.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Where mail goes.
pub enum Mailer {
    /// A folder of `.eml` files, one per Message-ID.
    Folder(PathBuf),
    /// A mail server.
    Smtp(Box<SmtpServer>),
}

/// A mail server, and how long it may take.
pub struct SmtpServer {
    builder: AsyncSmtpTransportBuilder,
    /// Keeps connections open for the next mail; made when the first goes.
    transport: Mutex<Option<Open>>,
    patience: Duration,
}

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Says goodbye on its connections when it goes, for which it needs the
/// runtime that it was made in.
struct Open {
    transport: Option<Transport>,
    runtime: Handle,
}

impl Drop for Open {
    fn drop(&mut self) {
        let _inside = self.runtime.enter();
        self.transport = None;
    }
}

/// Mails on their way to a server at the same time; fewer than the connections
/// that the transport keeps open (10). Each waits for several answers, and the
/// last of them some 40 ms more, since the end of a mail goes out by itself and
/// only when what was before it is acknowledged (RFC 896 meets RFC 1122).
const AT_ONCE: usize = 8;

impl Mailer {
    /// Jobs worth running at the same time: a folder answers at once.
    pub(crate) fn at_once(&self) -> usize {
        match self {
            Self::Folder(_) => 1,
            Self::Smtp(_) => AT_ONCE,
        }
    }

    /// A mail server by its address: `smtp://user:password@host:587?tls=required`;
    /// `patience` is [`PATIENCE`] but in tests.
    ///
    /// # Errors
    /// A fault when the address can't be read.
    pub fn smtp(url: &str, patience: Duration) -> Result<Self, Fault> {
        let builder = Transport::from_url(url)
            .map_err(|_| Fault::bug("the address of the mail server can't be read"))?
            .timeout(Some(patience));
        Ok(Self::Smtp(Box::new(SmtpServer { builder, transport: Mutex::default(), patience })))
    }
}

/// A mail to be sent.
#[derive(Debug, Clone)]
pub struct NewMail<'m> {
    /// Makes it happen once: `join-kit:17`.
    pub key: &'m str,
    /// Whom it is for.
    pub person: Option<PersonId>,
    /// What kind, as a word.
    pub kind: &'static str,
    /// Language it is written in.
    pub lang: Lang,
    /// Mail address.
    pub to: &'m str,
    /// Subject; says nothing about membership.
    pub subject: &'m str,
    /// Plain text.
    pub body: &'m str,
    /// Name of an attachment of a capability.
    pub attachment: Option<&'static str>,
    /// Address that ends such mails by being sent to.
    pub unsubscribe: Option<&'m str>,
    /// Where an answer goes, if not to the sender.
    pub reply_to: Option<&'m str>,
}

/// Intends a mail and asks for its sending. `false` when it was intended
/// before.
///
/// # Errors
/// A fault of the database.
pub fn intend(tx: &mut Tx<'_>, mail: &NewMail<'_>, now: Millis) -> Result<bool, Fault> {
    let digest = Sha256::digest(format!("{}\0{}\0{now}", mail.key, mail.to).as_bytes());
    let message_id: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let id: Option<i64> = tx.first(
        "INSERT INTO mail (key, person, kind, lang, recipient, subject, body, attachment,
                           unsubscribe, reply_to, message_id, state, intended_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'intended', ?12)
         ON CONFLICT (key) DO NOTHING RETURNING id",
        &[
            &mail.key,
            &mail.person,
            &mail.kind,
            &mail.lang,
            &mail.to,
            &mail.subject,
            &mail.body,
            &mail.attachment,
            &mail.unsubscribe,
            &mail.reply_to,
            &message_id,
            &now,
        ],
        |row| row.get(0),
    )?;
    match id {
        Some(id) => jobs::ask(tx, SEND.name, &format!("mail:{id}"), &id.to_string(), now),
        None => Ok(false),
    }
}

/// The job that hands mails over.
pub const SEND: JobKind = JobKind { name: "mail", run: send };

struct Intended {
    id: i64,
    lang: Lang,
    recipient: String,
    subject: String,
    body: String,
    attachment: Option<String>,
    unsubscribe: Option<String>,
    reply_to: Option<String>,
    message_id: String,
}

fn intended(tx: &mut Tx<'_>, id: i64) -> Result<Option<Intended>, Fault> {
    tx.first(
        "SELECT id, lang, recipient, subject, body, attachment, unsubscribe, reply_to, message_id
         FROM mail
         WHERE id = ?1 AND state = 'intended'",
        &[&id],
        |row| {
            Ok(Intended {
                id: row.get(0)?,
                lang: row.get(1)?,
                recipient: row.get(2)?,
                subject: row.get(3)?,
                body: row.get(4)?,
                attachment: row.get(5)?,
                unsubscribe: row.get(6)?,
                reply_to: row.get(7)?,
                message_id: row.get(8)?,
            })
        },
    )
}

/// Settles a mail; its body and address are wiped, they are not needed again.
fn settle(tx: &mut Tx<'_>, id: i64, state: &'static str, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE mail SET state = ?2, body = '', recipient = '', unsubscribe = NULL, reply_to = NULL,
                settled_at = ?3 WHERE id = ?1",
        &[&id, &state, &now],
    )?;
    Ok(())
}

fn send(site: Arc<Site>, payload: String) -> Boxed<Result<(), Fault>> {
    Box::pin(async move {
        let id: i64 = payload.parse().map_err(|_| Fault::bug("a mail job without a number"))?;
        match hand_over(&site, id).await {
            Ok(()) => Ok(()),
            Err(Error::Fault(fault)) => Err(fault),
            Err(_) => Err(Fault::bug("a mail was refused by our own rules")),
        }
    })
}

async fn hand_over(site: &Arc<Site>, id: i64) -> Result<(), Error> {
    let Some(mail) = site.db.read(move |tx| Ok(intended(tx, id)?)).await? else { return Ok(()) };
    let state = match compose(site, &mail) {
        Err(fault) => {
            tracing::warn!(mail = mail.id, %fault, "a mail can't be written");
            "refused"
        }
        Ok(message) => deliver(site, &mail, message).await?,
    };
    let now = site.now();
    site.db.write(move |tx| Ok(settle(tx, id, state, now)?)).await
}

async fn deliver(site: &Site, mail: &Intended, message: Message) -> Result<&'static str, Fault> {
    match &site.mailer {
        Mailer::Folder(folder) => {
            // Written beside and moved into place, so that a half-written
            // mail is never seen; the same Message-ID makes the same file.
            let path = folder.join(format!("{}.eml", mail.message_id));
            let draft = folder.join(format!("{}.draft", mail.message_id));
            let put = async {
                tokio::fs::create_dir_all(folder).await?;
                tokio::fs::write(&draft, message.formatted()).await?;
                tokio::fs::rename(&draft, &path).await
            };
            put.await.map_err(|error| Fault::unavailable(format_args!("mail folder: {error}")))?;
            Ok("handed")
        }
        Mailer::Smtp(server) => server.deliver(mail, message).await,
    }
}

impl SmtpServer {
    async fn deliver(&self, mail: &Intended, message: Message) -> Result<&'static str, Fault> {
        match self.patiently(|transport| async move { transport.send(message).await }).await? {
            Ok(_) => Ok("handed"),
            // A server that turns everybody away (a wrong password of ours, a
            // sender that it does not know, a quota, a server under repair) says
            // nothing about whom this mail is for.
            Err(error) if is_about_the_recipient(&error) && self.is_open().await? => {
                let code = error.status().map_or_else(String::new, |code| code.to_string());
                tracing::warn!(mail = mail.id, code, "the mail server refuses a mail for good");
                Ok("refused")
            }
            // Its text may quote the address, so only its kind is kept.
            Err(error) => Err(Fault::unavailable(smtp_trouble(&error))),
        }
    }

    /// Whether the server talks with us at all.
    async fn is_open(&self) -> Result<bool, Fault> {
        let answer =
            self.patiently(|transport| async move { transport.test_connection().await }).await?;
        Ok(answer.unwrap_or(false))
    }

    /// The transport's own limit holds for connecting alone. A conversation
    /// that is given up must not be gone on with by another mail, which would
    /// take a late answer for its own: new ones go on new connections, and the
    /// old ones stay untouched until nobody can ask for them any more.
    async fn patiently<T, F>(&self, talk: impl FnOnce(Transport) -> F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: Future<Output = T> + Send + 'static,
    {
        let transport = self.transport();
        let talking = tokio::spawn(tokio::time::timeout(2 * self.patience, talk(transport)));
        if let Ok(answer) = tokio::time::timeout(self.patience, talking).await {
            let answer = answer.map_err(Fault::bug)?;
            return answer.map_err(|_| Fault::unavailable(SILENT));
        }
        *self.lock() = None;
        Err(Fault::unavailable(SILENT))
    }

    fn transport(&self) -> Transport {
        let mut open = self.lock();
        let known = open.as_ref().and_then(|open| open.transport.clone());
        known.unwrap_or_else(|| {
            let new = self.builder.clone().build();
            *open = Some(Open { transport: Some(new.clone()), runtime: Handle::current() });
            new
        })
    }

    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.transport.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether an answer means for good that nobody gets mail at the address: by its
/// enhanced code (RFC 3463, 3.2 and 3.3; RFC 7505), or where it has none by its
/// code (RFC 5321, 4.2.3).
fn is_about_the_recipient(error: &lettre::transport::smtp::Error) -> bool {
    if !error.is_permanent() {
        return false;
    }
    let text = error.source().map(ToString::to_string).unwrap_or_default();
    let first = text.split_whitespace().next().unwrap_or_default();
    match first.strip_prefix("5.") {
        Some(enhanced) => ["1.1", "1.2", "1.3", "1.6", "1.10", "2.1"].contains(&enhanced),
        None => error.status().is_some_and(|code| [550, 551, 553].contains(&u16::from(code))),
    }
}

const SILENT: &str = "the mail server does not answer in time";

fn smtp_trouble(error: &lettre::transport::smtp::Error) -> String {
    let kind = if error.is_timeout() {
        "does not answer in time"
    } else if error.is_transient() {
        "puts us off"
    } else if error.is_permanent() {
        "turns everybody away"
    } else if error.is_response() {
        "answers in a way we don't understand"
    } else {
        "can't be reached, or hung up"
    };
    let code = error.status().map_or_else(String::new, |code| format!(" ({code})"));
    format!("the mail server {kind}{code}")
}

fn header(name: &'static str, value: String) -> Result<HeaderValue, Fault> {
    Ok(HeaderValue::new(HeaderName::new_from_ascii(name.to_owned()).map_err(Fault::bug)?, value))
}

fn compose(site: &Site, mail: &Intended) -> Result<Message, Fault> {
    let settings = site.settings();
    let address =
        settings.line("sender-address").parse().map_err(|_| Fault::bug("sender-address"))?;
    let from = Mailbox::new(Some(settings.line("sender-name").to_owned()), address);
    let to = mail.recipient.parse().map_err(|_| Fault::bug("a recipient's address"))?;
    let host = site.public_url.split("://").nth(1).unwrap_or("localhost");
    let host = host.split([':', '/']).next().unwrap_or("localhost");
    let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(mail.body.clone());
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .date(std::time::SystemTime::UNIX_EPOCH + Duration::from_millis(site.now().unsigned_abs()))
        .subject(mail.subject.clone())
        .message_id(Some(format!("<{}@{host}>", mail.message_id)))
        // RFC 3834: keeps holiday answers away.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    if let Some(address) = &mail.reply_to {
        let address = address.parse().map_err(|_| Fault::bug("an address for answers"))?;
        message = message.reply_to(Mailbox::new(None, address));
    }
    if let Some(address) = &mail.unsubscribe {
        message = message
            .raw_header(header("List-Unsubscribe", format!("<{address}>"))?)
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())?);
    }
    let composed = match &mail.attachment {
        None => message.singlepart(text),
        Some(name) => {
            let known = site.features.iter().flat_map(|feature| feature.attachments);
            let maker = known
                .into_iter()
                .find(|attachment| attachment.name == name)
                .ok_or_else(|| Fault::bug("no capability knows this attachment"))?;
            let (file, bytes) = (maker.make)(&site.moment(), mail.lang)?;
            let kind = ContentType::parse("application/pdf").map_err(Fault::bug)?;
            message.multipart(
                MultiPart::mixed()
                    .singlepart(text)
                    .singlepart(Attachment::new(file).body(bytes, kind)),
            )
        }
    };
    composed.map_err(Fault::bug)
}

/// A mail as the record shows it; without its text.
#[derive(Debug, Clone)]
pub struct MailRow {
    /// What kind.
    pub kind: String,
    /// Subject.
    pub subject: String,
    /// `intended`, `given-up` (intended, and tried no more), `handed`, `refused`
    /// or `withdrawn`.
    pub state: String,
    /// When it was asked for.
    pub intended_at: Millis,
    /// When it was settled.
    pub settled_at: Option<Millis>,
}

/// The mails to a person, newest first.
///
/// # Errors
/// A fault of the database.
pub fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<MailRow>, Fault> {
    tx.query(
        "SELECT m.kind, m.subject,
                CASE WHEN m.state = 'intended' AND j.state = 'dead' THEN 'given-up' ELSE m.state END,
                m.intended_at, m.settled_at
         FROM mail m LEFT JOIN job j ON j.key = 'mail:' || m.id
         WHERE m.person = ?1 ORDER BY m.id DESC",
        &[&person],
        |row| {
            Ok(MailRow {
                kind: row.get(0)?,
                subject: row.get(1)?,
                state: row.get(2)?,
                intended_at: row.get(3)?,
                settled_at: row.get(4)?,
            })
        },
    )
}

/// How many mails of a kind were asked for to a person since an instant.
///
/// # Errors
/// A fault of the database.
pub fn count_since(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: &str,
    since: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM mail WHERE person = ?1 AND kind = ?2 AND intended_at > ?3",
        &[&person, &kind, &since],
        |row| row.get(0),
    )
}

/// Withdraws mails to a person that have not gone out yet, of one kind or all.
/// `false` when there was none. One that is being handed over at this moment
/// goes out, and is recorded as handed over.
///
/// # Errors
/// A fault of the database.
pub fn withdraw(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: Option<&str>,
    now: Millis,
) -> Result<bool, Fault> {
    let withdrawn = tx.execute(
        "UPDATE mail SET state = 'withdrawn', body = '', recipient = '', unsubscribe = NULL, reply_to = NULL,
                settled_at = ?2
         WHERE person = ?1 AND state = 'intended' AND kind = COALESCE(?3, kind)",
        &[&person, &now, &kind],
    )?;
    Ok(withdrawn > 0)
}
