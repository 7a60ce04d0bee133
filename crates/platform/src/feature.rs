//! What a capability gives to the program. A plain struct without `Default`:
//! a new capability does not compile until it says how a person's data is
//! exported and erased.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::clock::Millis;
use crate::db::{Migration, Tx};
use crate::fault::{Error, Fault};
use crate::mail_in::{Addresses, AnswerKind};
use crate::notices::NoticeKind;
use crate::people::PersonId;
use crate::policy::Permission;
use crate::search::Source;
use crate::settings::{Setting, Settings};
use crate::signed::Signer;
use crate::site::Site;
use crate::texts::{Lang, TextFiles, Texts};
use crate::volume::Volume;
use crate::web::route::Route;

/// A future that a plain function pointer can return.
pub type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Fills a demonstration union with content.
pub type FillDemo = fn(Arc<Site>) -> Boxed<Result<(), Error>>;

/// Fills a demonstration with so much more.
pub type FillVolume = fn(Arc<Site>, Volume) -> Boxed<Result<(), Error>>;

/// Makes a file: its name and its bytes.
pub type MakeFile = fn(&Moment, Lang) -> Result<(String, Vec<u8>), Fault>;

/// When a trial that began at an instant ends.
pub type TrialRule = fn(Millis, &Settings, &TimeZone) -> Millis;

/// One capability.
pub struct Feature {
    /// Folder name of its crate.
    pub name: &'static str,
    /// Its pages; every route names its permission.
    pub routes: Vec<Route>,
    /// Its tables, in order.
    pub migrations: &'static [Migration],
    /// Its texts.
    pub texts: TextFiles,
    /// What the union may set.
    pub settings: &'static [Setting],
    /// Its entries in the menus.
    pub menu: &'static [MenuItem],
    /// Work for later that it knows how to do.
    pub jobs: &'static [JobKind],
    /// Queries over facts and the clock that ask for work.
    pub timers: &'static [Timer],
    /// Files that its mails may carry.
    pub attachments: &'static [Attachment],
    /// What it lets be found.
    pub search: &'static [Source],
    /// What it tells people of.
    pub notices: &'static [NoticeKind],
    /// What of it is answered by mail.
    pub answers: Vec<AnswerKind>,
    /// Every table of its migrations, and whether it holds personal data.
    pub tables: &'static [Table],
    /// Everything it holds about a person, for that person.
    pub export: fn(&mut Tx<'_>, PersonId) -> Result<serde_json::Value, Fault>,
    /// Forgets a person, as far as law and the memory of others allow.
    pub erase: fn(&mut Tx<'_>, PersonId, Millis) -> Result<(), Fault>,
    /// When a trial that began at an instant ends. One capability says so.
    pub trial_end: Option<TrialRule>,
    /// Plausible content for the demonstration union.
    pub demo: Option<FillDemo>,
    /// Content in volume, for large demonstrations and benchmarks.
    pub fill: Option<FillVolume>,
}

/// Where a menu entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// The main navigation, for everybody whom the permission lets in, and
    /// for visitors and guests where a locked door explains itself.
    Main,
    /// One's own matters.
    Account,
    /// What was done about one, from the page of who looked.
    Log,
    /// The work of those with a role.
    Work,
}

/// An entry of a menu.
#[derive(Clone, Copy)]
pub struct MenuItem {
    /// Which menu.
    pub menu: Menu,
    /// Address.
    pub path: &'static str,
    /// Text key.
    pub text: &'static str,
    /// Who sees the entry.
    pub permission: Permission,
}

/// A kind of work for later.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// Its name in the job table.
    pub name: &'static str,
    /// Does it. An `Err` gives it back to be tried again.
    pub run: fn(Arc<Site>, String) -> Boxed<Result<(), Fault>>,
}

/// What a timer and a store function may know of the moment.
#[derive(Clone)]
pub struct Moment {
    /// Milliseconds UTC.
    pub now: Millis,
    /// The union's settings.
    pub settings: Arc<Settings>,
    /// All texts.
    pub texts: Arc<Texts>,
    /// The union's time zone.
    pub zone: TimeZone,
    /// Address of the site without a slash at its end.
    pub public_url: Arc<str>,
    /// What people are told of, by all capabilities.
    pub notices: Arc<[&'static NoticeKind]>,
    /// Where mail is answered, if mail comes in.
    pub addresses: Option<Addresses>,
    /// Signs what the site shall know again.
    pub signer: Signer,
    /// The rule of when a trial ends, if a capability has one.
    pub trial_rule: Option<TrialRule>,
}

impl Moment {
    /// The rule of when a trial ends.
    pub fn trial_end(&self) -> impl Fn(Millis) -> Millis + '_ {
        |start| self.trial_rule.map_or(start, |rule| rule(start, &self.settings, &self.zone))
    }
}

/// A query over facts that asks for work. Says how many things it did; it is
/// run again until it says none, so one run may take a bounded number.
#[derive(Clone, Copy)]
pub struct Timer {
    /// Its name in the log.
    pub name: &'static str,
    /// Runs once.
    pub run: fn(&mut Tx<'_>, &Moment) -> Result<usize, Fault>,
}

/// A file that mails may carry; not personal, made when the mail goes out.
#[derive(Clone, Copy)]
pub struct Attachment {
    /// Its name in the mail table.
    pub name: &'static str,
    /// File name and bytes (a PDF) in a language.
    pub make: MakeFile,
}

/// Whether a table holds personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// It does: `export` and `erase` take care of it.
    Personal,
    /// It does not.
    Nothing,
}

/// A table and what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
}
