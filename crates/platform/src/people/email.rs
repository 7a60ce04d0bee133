//! Another address to sign in with: its owner asks for it and confirms it by a
//! mailed link. An address may be a stranger's by a slip of the finger, so these
//! mails name nobody and nothing that the account is for.

use crate::audit;
use crate::clock::{HOUR, Millis, date_of};
use crate::db::Tx;
use crate::fault::{Error, Fault, Refusal};
use crate::feature::Moment;
use crate::mail::{self, NewMail};
use crate::people::account::{self, EMAIL_LASTS};
use crate::people::{PersonId, session, store};

pub(crate) const SUBJECT: &str = "platform-email-mail-subject";
pub(crate) const CONFIRM: &str = "platform-email-confirm-mail-body";
pub(crate) const ASKED: &str = "platform-email-asked-mail-body";
pub(crate) const TAKEN: &str = "platform-email-taken-mail-body";
pub(crate) const CHANGED: &str = "platform-email-changed-mail-body";

/// Times in an hour that one account may ask for another address.
const PER_HOUR: i64 = 3;
/// What the mails about asking are called in the record.
const KIND_ASKED: &str = "email-asked";

/// A mail about an address.
pub struct Told<'t> {
    /// What it is called in the record.
    pub kind: &'static str,
    /// What makes it happen once.
    pub key: &'t str,
    /// Text key of what it says.
    pub body: &'static str,
    /// The places of that text.
    pub places: &'t [(&'t str, &'t str)],
}

/// Writes to an address that is or may become a person's.
///
/// # Errors
/// A fault of the database.
pub fn tell(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    to: &str,
    told: &Told<'_>,
) -> Result<(), Fault> {
    let lang = store::lang(tx, person)?;
    let text = |key: &str, places| moment.settings.text(&moment.texts, lang, key, places);
    let mail = NewMail {
        key: told.key,
        person: Some(person),
        kind: told.kind,
        lang,
        to,
        subject: &text(SUBJECT, &[]),
        body: &text(told.body, told.places),
        attachment: None,
        unsubscribe: None,
        reply_to: None,
    };
    mail::intend(tx, &mail, moment.now)?;
    Ok(())
}

/// The owner asks to sign in with another address. It is all the same to them
/// whether somebody else has it: then that one hears of it, and nothing else
/// happens.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    email: &str,
    token: &str,
) -> Result<(), Error> {
    let old = store::identity(tx, person)?.ok_or_else(|| Fault::bug("no identity"))?.email;
    if store::fold(&old) == store::fold(email) {
        return Err(Refusal::new("account-email-same").at("email").into());
    }
    must_not_ask_too_often(tx, person, moment.now)?;
    let mark = mark(token);
    let page = format!("{}/account/password", moment.public_url);
    let key = format!("{KIND_ASKED}:{mark}");
    let told = Told { kind: KIND_ASKED, key: &key, body: ASKED, places: &[("link", &page)] };
    tell(tx, moment, person, &old, &told)?;
    if let Some(owner) = store::person_by_email(tx, email)? {
        return Ok(tell_owner(tx, moment, owner, email)?);
    }
    account::add_email_link(tx, token, person, email, moment.now)?;
    let (link, hours) = (format!("{}/email/{token}", moment.public_url), EMAIL_LASTS / HOUR);
    let (key, hours) = (format!("email-confirm:{mark}"), hours.to_string());
    let places = [("link", link.as_str()), ("hours", &hours)];
    let told = Told { kind: "email-confirm", key: &key, body: CONFIRM, places: &places };
    Ok(tell(tx, moment, person, email, &told)?)
}

fn must_not_ask_too_often(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Error> {
    let asked = mail::count_since(tx, person, KIND_ASKED, now - HOUR)?;
    if asked < PER_HOUR { Ok(()) } else { Err(Refusal::new("account-email-too-often").into()) }
}

fn tell_owner(tx: &mut Tx<'_>, moment: &Moment, owner: PersonId, email: &str) -> Result<(), Fault> {
    let link = format!("{}/sign-in", moment.public_url);
    // Strangers can bring it about: once a day.
    let key = format!("email-taken:{owner}:{}", date_of(moment.now, &moment.zone));
    let told = Told { kind: "email-taken", key: &key, body: TAKEN, places: &[("link", &link)] };
    tell(tx, moment, owner, email, &told)
}

/// The new address is confirmed by its link. Whose it is; none when the link
/// does not work any more.
pub(crate) fn confirm(
    tx: &mut Tx<'_>,
    moment: &Moment,
    token: &str,
    session: Option<[u8; 32]>,
) -> Result<Option<PersonId>, Fault> {
    let Some((person, email)) = account::look_at_email_link(tx, token, moment.now)? else {
        return Ok(None);
    };
    Ok(change(tx, moment, person, &email, session)?.then_some(person))
}

/// Lets a person sign in with another address: their sessions end, but one if
/// named, and the address of before hears of it. `false` when somebody else
/// signs in with it.
///
/// # Errors
/// A fault of the database.
pub fn change(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    email: &str,
    session: Option<[u8; 32]>,
) -> Result<bool, Fault> {
    let old = store::identity(tx, person)?.unwrap_or_default().email;
    if !account::set_email(tx, person, email)? {
        return Ok(false);
    }
    session::end_all(tx, person, session)?;
    tell_old(tx, moment, person, &old)?;
    audit::record(tx, Some(person), "email-changed", Some(person), "", moment.now)?;
    Ok(true)
}

fn tell_old(tx: &mut Tx<'_>, moment: &Moment, person: PersonId, old: &str) -> Result<(), Fault> {
    let link = format!("{}/privacy", moment.public_url);
    let key = format!("email-changed:{person}:{}", moment.now);
    let told = Told { kind: "email-changed", key: &key, body: CHANGED, places: &[("link", &link)] };
    tell(tx, moment, person, old, &told)
}

/// What a mail is known by; tells nothing of the token.
fn mark(token: &str) -> String {
    session::hash(token).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
