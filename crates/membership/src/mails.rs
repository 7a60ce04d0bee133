//! The mails of the road. Each is intended in the transaction of its cause,
//! under a key that makes it happen once. Subjects say nothing about
//! membership; texts are the union's settings.

use kafferum_platform::Fault;
use kafferum_platform::clock::date_of;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::mail::{self, NewMail};
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;

use crate::kit;
use crate::model::DispatchKind;
use crate::settings::{self, own_text};

/// Whom a mail goes to.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// The person.
    pub(crate) person: PersonId,
    /// The language they read.
    pub(crate) lang: Lang,
    /// Their address.
    pub(crate) email: String,
    /// What they are greeted by.
    pub(crate) given_name: String,
}

/// A kind of mail: its word, and the keys of its subject and body.
struct Letter {
    kind: &'static str,
    subject: &'static str,
    body: &'static str,
    attachment: Option<&'static str>,
}

const fn plain(kind: &'static str, subject: &'static str, body: &'static str) -> Letter {
    Letter { kind, subject, body, attachment: None }
}

const SIGN_IN: Letter =
    plain("sign-in-details", "membership-sign-in-mail-subject", "membership-sign-in-mail-body");
const KNOWN: Letter =
    plain("known-address", "membership-known-mail-subject", "membership-known-mail-body");
const KIT: Letter = Letter {
    attachment: Some(kit::ATTACHMENT),
    ..plain("join-kit", "membership-kit-mail-subject", "membership-kit-mail-body")
};
/// The same without the form: there is no address yet to send one to.
const LINK: Letter = Letter { body: "membership-link-mail-body", attachment: None, ..KIT };
const REMINDER: Letter =
    plain("reminder", "membership-reminder-mail-subject", "membership-reminder-mail-body");
const LOCK: Letter =
    plain("trial-lock", "membership-lock-mail-subject", "membership-lock-mail-body");
const WELCOME: Letter =
    plain("welcome", "membership-welcome-mail-subject", "membership-welcome-mail-body");
const ANSWER: Letter =
    plain("answer", "membership-answer-mail-subject", "membership-answer-mail-body");
const RECOGNISED: Letter = plain(
    "recognised-again",
    "membership-recognised-mail-subject",
    "membership-recognised-mail-body",
);
const MADE: Letter =
    plain("account-made", "membership-made-mail-subject", "membership-made-mail-body");
const GUESSED: Letter =
    plain("guesses", "membership-guessed-mail-subject", "membership-guessed-mail-body");
const CONNECT: Letter =
    plain("connect", "membership-connect-mail-subject", "membership-connect-mail-body");

/// Mails of the platform about an account and its address.
const ACCOUNT: [&str; 5] =
    ["password-reset", "email-asked", "email-confirm", "email-changed", "email-taken"];

/// Whether a mail goes to somebody as the office knows them, and not as they
/// are known to others here.
pub(crate) fn is_for_the_office(kind: &str) -> bool {
    let ours =
        [&SIGN_IN, &KNOWN, &KIT, &REMINDER, &LOCK, &WELCOME, &ANSWER, &RECOGNISED, &MADE, &CONNECT];
    ours.iter().any(|letter| letter.kind == kind) || ACCOUNT.contains(&kind)
}

/// The kind of the mail by which something goes out, if one does.
pub(crate) const fn kind_of(kind: DispatchKind) -> Option<&'static str> {
    match kind {
        DispatchKind::JoinKitMail => Some(KIT.kind),
        DispatchKind::JoinKitLetter => None,
        DispatchKind::Reminder => Some(REMINDER.kind),
        DispatchKind::TrialLock => Some(LOCK.kind),
        DispatchKind::Welcome => Some(WELCOME.kind),
    }
}

fn intend(
    tx: &mut Tx<'_>,
    moment: &Moment,
    letter: &Letter,
    key: &str,
    to: &Reader,
    places: &[(&str, &str)],
) -> Result<(), Fault> {
    let mut args = vec![("name", to.given_name.as_str())];
    args.extend_from_slice(places);
    let subject = own_text(moment, to.lang, letter.subject, &[]);
    let body = own_text(moment, to.lang, letter.body, &args);
    let mail = NewMail {
        key,
        person: Some(to.person),
        kind: letter.kind,
        lang: to.lang,
        to: &to.email,
        subject: &subject,
        body: &body,
        attachment: letter.attachment,
        unsubscribe: None,
        reply_to: None,
    };
    mail::intend(tx, &mail, moment.now)?;
    Ok(())
}

/// What happens once in a person's life here.
fn once(letter: &Letter, to: &Reader) -> String {
    format!("{}:{}", letter.kind, to.person)
}

/// What somebody else can bring about goes out once a day at most.
fn daily(letter: &Letter, to: &Reader, moment: &Moment) -> String {
    format!("{}:{}:{}", letter.kind, to.person, date_of(moment.now, &moment.zone))
}

/// The temporary password of a new account.
pub(crate) fn sign_in_details(
    tx: &mut Tx<'_>,
    moment: &Moment,
    to: &Reader,
    password: &str,
    next: &str,
) -> Result<(), Fault> {
    let link = format!("{}/sign-in{next}", moment.public_url);
    let places = [("password", password), ("link", link.as_str())];
    intend(tx, moment, &SIGN_IN, &once(&SIGN_IN, to), to, &places)
}

/// Somebody registered with the address of an account that exists.
pub(crate) fn known_address(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let key = daily(&KNOWN, to, moment);
    intend(tx, moment, &KNOWN, &key, to, &ways_in(moment).each())
}

/// Somebody knew the number and second fact of a member who has an account.
pub(crate) fn recognised_again(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let key = daily(&RECOGNISED, to, moment);
    intend(tx, moment, &RECOGNISED, &key, to, &ways_in(moment).each())
}

/// A recognised member made an account. Nobody has confirmed the address yet:
/// the text names nobody and nothing that the account is for.
pub(crate) fn account_made(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let ways = ways_in(moment);
    intend(tx, moment, &MADE, &once(&MADE, to), to, &[("sign-in", &ways.sign_in)])
}

/// A registrar hears that a member number was guessed at, and not which: mails
/// lie about.
pub(crate) fn guessed(
    tx: &mut Tx<'_>,
    moment: &Moment,
    to: &Reader,
    tries: i64,
) -> Result<(), Fault> {
    let key = daily(&GUESSED, to, moment);
    intend(tx, moment, &GUESSED, &key, to, &[("tries", &tries.to_string())])
}

struct WaysIn {
    sign_in: String,
    forgot: String,
}

fn ways_in(moment: &Moment) -> WaysIn {
    WaysIn {
        sign_in: format!("{}/sign-in", moment.public_url),
        forgot: format!("{}/password/forgot", moment.public_url),
    }
}

impl WaysIn {
    fn each(&self) -> [(&'static str, &str); 2] {
        [("sign-in", &self.sign_in), ("forgot", &self.forgot)]
    }
}

/// A recognised member gave the address of an account that exists: how to tie
/// the two together.
pub(crate) fn connect(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let link = format!("{}/sign-in?next=/recognise", moment.public_url);
    intend(tx, moment, &CONNECT, &daily(&CONNECT, to, moment), to, &[("link", &link)])
}

/// The join kit, with the form if it can be sent to the union.
pub(crate) fn join_kit(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let has_address = !settings::return_address(&moment.settings).is_empty();
    inviting(tx, moment, if has_address { &KIT } else { &LINK }, to)
}

/// The one reminder.
pub(crate) fn reminder(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    inviting(tx, moment, &REMINDER, to)
}

fn inviting(tx: &mut Tx<'_>, moment: &Moment, letter: &Letter, to: &Reader) -> Result<(), Fault> {
    let days = settings::road(&moment.settings).trial_days.to_string();
    let (link, road) = (join_link(moment), road_link(moment));
    let places = [("days", days.as_str()), ("link", &link), ("road", &road)];
    intend(tx, moment, letter, &once(letter, to), to, &places)
}

fn join_link(moment: &Moment) -> String {
    format!("{}/join", moment.public_url)
}

fn road_link(moment: &Moment) -> String {
    format!("{}/account/road", moment.public_url)
}

/// The trial is over and the door has closed, kindly.
pub(crate) fn trial_lock(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let (link, road) = (join_link(moment), road_link(moment));
    let places = [("link", link.as_str()), ("road", &road)];
    intend(tx, moment, &LOCK, &once(&LOCK, to), to, &places)
}

/// A member from today on.
pub(crate) fn welcome(tx: &mut Tx<'_>, moment: &Moment, to: &Reader) -> Result<(), Fault> {
    let link = format!("{}/coffee-room", moment.public_url);
    intend(tx, moment, &WELCOME, &once(&WELCOME, to), to, &[("link", &link)])
}

/// An application was answered; the answer stands behind the sign-in.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    moment: &Moment,
    to: &Reader,
    application: crate::model::ApplicationId,
) -> Result<(), Fault> {
    let link = format!("{}/join/state", moment.public_url);
    let key = format!("{}:{application}", ANSWER.kind);
    intend(tx, moment, &ANSWER, &key, to, &[("link", &link)])
}
