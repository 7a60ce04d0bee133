//! Answering by mail. A mail about a thing that can be answered bears an
//! address of its own, sealed for one person and one thing for some weeks:
//! whoever has it may answer as that person, as whoever has a link of theirs
//! may use it. An answer is the deed that it would be on the site; the
//! capability whose thing it is takes it ([`AnswerKind`]).
//!
//! What comes in is read strictly. Machines' mails end here without a word. A
//! person is told at most once of each mail, at their own address and never at
//! the one that it says it came from, which anybody can write there. Whether
//! that address is true is for the mail server before this to judge.

mod address;
mod html;
mod letter;
mod store;
mod words;

use std::sync::Arc;

use sha2::{Digest, Sha256};

pub use self::address::Addresses;
use self::letter::{Letter, Own};
pub use self::store::first_time;
pub(crate) use self::store::sweep;
use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault, FaultKind, Refusal};
use crate::feature::{Boxed, Moment};
use crate::mail::{self, NewMail};
use crate::people::{PersonId, store as people};
use crate::signed::hex;
use crate::site::Site;

/// The largest mail that is read, in bytes. Attachments are not taken, so
/// there is no reason for larger ones.
pub const LARGEST: usize = 2 * 1024 * 1024;
/// An address for answers works this long.
const LASTS: Millis = 30 * DAY;
/// Whoever gets hold of somebody's address must not fill their mailbox with
/// it: mails a day about answers of one person.
const TOLD_MOST: i64 = 20;
/// The kind of such mails.
const MAIL_KIND: &str = "mail-in";

/// A kind of thing that can be answered by mail.
pub struct AnswerKind {
    /// The word before the number in notices: `thread`.
    pub thing: &'static str,
    /// Takes an answer.
    pub take: TakeAnswer,
}

/// Takes an answer as if it had been written on the site. Calls [`first_time`]
/// in the transaction of the deed, and [`tell`] there if there is something to
/// say. What it refuses is told by the caller.
pub type TakeAnswer = Box<dyn Fn(Arc<Site>, Arc<Answer>) -> Boxed<Result<(), Error>> + Send + Sync>;

/// An answer that came by mail.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whose.
    pub person: PersonId,
    /// Number of the thing.
    pub number: i64,
    /// What was written, without what was quoted.
    pub text: String,
    /// Quoted lines may still stand in the text, and with them what nobody
    /// else may read.
    pub is_mixed: bool,
    /// Files came with it.
    pub has_more: bool,
    /// What the mail is known by.
    pub key: Key,
}

/// What a mail is known by: the same for the same mail brought again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key([u8; 32]);

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done with, in the database: taken, or told why not, or from a
    /// machine.
    Settled,
    /// Nobody is here under that address.
    Unknown,
    /// It can't be read.
    Broken,
    /// The database is away; it may be brought again.
    Later,
    /// A mistake of ours; it may be brought again when that is mended.
    Failed,
}

/// What a person is told about an answer of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What there is to say, one paragraph each.
    pub lines: Vec<Refusal>,
    /// Where to go on.
    pub path: String,
}

/// Whether answers are taken at an address, so far as that can be said ahead
/// of the mail.
#[must_use]
pub fn is_known(site: &Site, to: &str) -> bool {
    let now = site.now();
    site.addresses.as_ref().is_some_and(|addresses| addresses.read(to, now).is_some())
}

/// Takes a mail that was brought to an address. `from` is whom it would go
/// back to, if the transport says so; what would go back to nobody is a
/// machine's.
pub async fn receive(site: &Arc<Site>, to: &str, from: Option<&str>, raw: &[u8]) -> Outcome {
    let Some(addresses) = &site.addresses else { return Outcome::Unknown };
    let Some(meant) = addresses.read(to, site.now()) else { return Outcome::Unknown };
    if from.is_some_and(str::is_empty) {
        return Outcome::Settled;
    }
    let answer = |known_by: &[u8], text: String, has_more: bool| Answer {
        person: meant.person,
        number: meant.number,
        is_mixed: addresses.stand_in(&text)
            || text.contains(&format!("{}/notices", site.public_url)),
        text,
        has_more,
        key: key(meant.person, meant.thing, meant.number, known_by),
    };
    let (answer, refusal) = if raw.len() > LARGEST {
        (answer(raw, String::new(), false), Some("mail-in-too-large"))
    } else {
        let settings = site.settings();
        let own =
            Own { name: settings.line("sender-name"), address: settings.line("sender-address") };
        match letter::read(raw, own) {
            Letter::Machine => return Outcome::Settled,
            Letter::Broken => return Outcome::Broken,
            Letter::Written { id, text, has_more } => {
                let is_empty = text.is_empty();
                let over = meant.is_over.then_some("mail-in-over");
                let refusal = over.or(is_empty.then_some("mail-in-empty"));
                (answer(&id, text, has_more), refusal)
            }
        }
    };
    match settle(site, meant.thing, answer, refusal).await {
        Ok(()) => Outcome::Settled,
        Err(fault) => {
            tracing::warn!(%fault, "an answer by mail could not be taken");
            if fault.kind == FaultKind::Bug { Outcome::Failed } else { Outcome::Later }
        }
    }
}

/// Addresses of this site that a mail was brought to, for transports that do
/// not say: those in the surest header that has any.
#[must_use]
pub fn recipients(site: &Site, raw: &[u8]) -> Vec<String> {
    let groups = letter::recipients(raw.get(..LARGEST).unwrap_or(raw)).into_iter();
    let known = groups.map(|mut group| {
        group.retain(|to| is_known(site, to));
        group.sort_unstable();
        group.dedup();
        group
    });
    known.into_iter().find(|group| !group.is_empty()).unwrap_or_default()
}

fn key(person: PersonId, thing: &str, number: i64, known_by: &[u8]) -> Key {
    let mut digest = Sha256::new();
    digest.update(format!("{person} {thing}:{number}\0"));
    digest.update(known_by);
    Key(digest.finalize().into())
}

/// Takes an answer, or tells why not.
async fn settle(
    site: &Arc<Site>,
    thing: &'static str,
    answer: Answer,
    refusal: Option<&'static str>,
) -> Result<(), Fault> {
    let (key, answer) = (answer.key, Arc::new(answer));
    let is_settled = site.db.read(move |tx| Ok(store::is_settled(tx, &key)?)).await;
    if is_settled.map_err(fault)? {
        return Ok(());
    }
    let taken = match refusal {
        Some(refusal) => Err(Refusal::new(refusal).into()),
        None => {
            let kinds = site.features.iter().flat_map(|feature| &feature.answers);
            let kind = kinds.into_iter().find(|kind| kind.thing == thing);
            let kind = kind.ok_or_else(|| Fault::bug("an answer of an unknown kind"))?;
            (kind.take)(Arc::clone(site), Arc::clone(&answer)).await
        }
    };
    let why = match taken {
        Ok(()) => None,
        Err(Error::Fault(fault)) => return Err(fault),
        Err(Error::Refusal(refusal)) => Some(refusal),
        // Whether it is not there or not for them looks the same.
        Err(Error::NotFound | Error::Denied(_)) => Some(Refusal::new("mail-in-not-there")),
    };
    if let Some(why) = why {
        let (moment, word) = (site.moment(), Word { lines: vec![why], path: String::new() });
        let told = site.db.write(move |tx| {
            if first_time(tx, &answer.key, moment.now)? {
                tell(tx, &moment, &answer, &word)?;
            }
            Ok(())
        });
        told.await.map_err(fault)?;
    }
    site.wake.notify_one();
    Ok(())
}

fn fault(error: Error) -> Fault {
    match error {
        Error::Fault(fault) => fault,
        _ => Fault::bug("settling a mail was refused by our own rules"),
    }
}

/// Tells a person what became of an answer of theirs, by one mail to their own
/// address.
///
/// # Errors
/// A fault of the database.
pub fn tell(tx: &mut Tx<'_>, moment: &Moment, answer: &Answer, word: &Word) -> Result<(), Fault> {
    let person = answer.person;
    let Some(to) = people::identity(tx, person)? else { return Ok(()) };
    if mail::count_since(tx, person, MAIL_KIND, moment.now - DAY)? >= TOLD_MOST {
        return Ok(());
    }
    let lang = people::lang(tx, person)?;
    let format = |refusal: &Refusal| {
        let args: Vec<(&str, &str)> =
            refusal.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        moment.texts.format(lang, refusal.key, &args)
    };
    let why: Vec<String> = word.lines.iter().map(format).collect();
    let link = format!("{}{}", moment.public_url, word.path);
    let args = [("why", why.join("\n\n")), ("link", link)];
    let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mail = NewMail {
        key: &format!("mail-in:{}", hex(&answer.key.0)),
        person: Some(person),
        kind: MAIL_KIND,
        lang,
        to: &to.email,
        subject: moment.texts.plain(lang, "mail-in-subject"),
        body: &moment.texts.format(lang, "mail-in-body", &args),
        attachment: None,
        unsubscribe: None,
        reply_to: None,
    };
    mail::intend(tx, &mail, moment.now)?;
    Ok(())
}
