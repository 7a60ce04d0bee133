//! Telling people of things: an answer in a thread they follow, a decision
//! about their post.
//!
//! A notice is written in the transaction of its cause, or by a job that the
//! transaction asks for, under a key that makes each person be told of each
//! thing once, whatever the reasons for it ([`tell`]). It holds ids only; what
//! its reader may see of the thing is computed anew at each showing by the
//! capability whose kind it is ([`NoticeKind`]), so a notice of what one may
//! no longer see is gone.

pub(crate) mod mails;
pub(crate) mod pages;
mod store;
mod wish_pages;
mod wishes;

use jiff::tz::TimeZone;

use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::Fault;
use crate::live::Kind;
use crate::people::PersonId;
use crate::policy::{ACCOUNT, Actor, Permission};
use crate::push;
use crate::texts::Lang;
pub(crate) use store::{UNSEEN_SHOWN, erase, export, export_wishes, sweep};
pub use store::{is_unseen, see, see_all, shift, withdraw};

/// Notices are kept this long.
const KEEP: Millis = 90 * DAY;

crate::words! {
    /// When somebody is told by mail.
    Pace {
        /// As soon as it happens.
        AtOnce = "at-once",
        /// Once a day, with all else that came.
        Daily = "daily",
        /// Once a week.
        Weekly = "weekly",
        /// On the site alone.
        Never = "never",
    }
}

/// A kind of notice.
#[derive(Clone, Copy)]
pub struct NoticeKind {
    /// Its word in the database.
    pub name: &'static str,
    /// Text key of what it is about, for choosing how to be told.
    pub label: &'static str,
    /// Text key of a line about `$count` of them that says nothing else, for
    /// mails that may lie about.
    pub plain: &'static str,
    /// When one is told by mail until one chooses.
    pub pace: Pace,
    /// Who is ever told of it; nobody else is asked when.
    pub permission: Permission,
    /// Says what it is about, or that it is not there any more.
    pub show: ShowNotice,
    /// What it says itself, for the mails of those who want to read it there.
    pub words: Option<NoticeWords>,
}

/// What there is to show of a notice, by what the actor may see now. `None`:
/// the notice is gone.
pub type ShowNotice = fn(&mut Tx<'_>, &Actor, Lang, &Told) -> Result<Option<Shown>, Fault>;

/// What a notice says itself, as plain words, by what the actor may see now.
pub type NoticeWords = fn(&mut Tx<'_>, &Actor, Lang, &Told) -> Result<Option<String>, Fault>;

/// What somebody was told: notices of one kind about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it is about: `thread:7`.
    pub thing: String,
    /// The parts of it, ascending, each once; 0 alone for the thing as a whole.
    pub parts: Vec<i64>,
}

impl Told {
    /// The number behind the word of the thing: 7 of `thread:7`.
    ///
    /// # Errors
    /// A fault when it has none.
    pub fn number(&self) -> Result<i64, Fault> {
        let number = self.thing.split_once(':').and_then(|(_, number)| number.parse().ok());
        number.ok_or_else(|| Fault::bug("a notice about a thing without a number"))
    }
}

/// A notice as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Text key of its line.
    pub text: &'static str,
    /// What the line holds; `count` is how many parts there are to see.
    pub args: Vec<(&'static str, String)>,
    /// Where to read it.
    pub path: String,
}

impl Shown {
    /// How many parts there are to see: what one may not see is not counted.
    fn count(&self) -> usize {
        let count = self.args.iter().find(|(name, _)| *name == "count");
        count.and_then(|(_, count)| count.parse().ok()).unwrap_or(1)
    }
}

/// Tells a person of a thing, once per key; `false` when they were told of it
/// before, for whatever reason. The payload is what it is about, by ids alone:
/// `thread:7 13` is the thirteenth part of thread 7, `appeal:5` a whole.
/// Unseen notices of one kind about one thing are shown as one.
///
/// # Errors
/// A fault of the database, or a payload that can't be read.
pub fn tell(
    tx: &mut Tx<'_>,
    person: PersonId,
    kind: &NoticeKind,
    key: &str,
    payload: &str,
    now: Millis,
) -> Result<bool, Fault> {
    let (thing, part) = payload.split_once(' ').unwrap_or((payload, "0"));
    let part: i64 = part.parse().map_err(|_| Fault::bug("a notice of a part without a number"))?;
    let is_new = store::insert(tx, person, kind, key, (thing, part), now)?;
    if is_new {
        let pace = store::pace(tx, person, kind)?;
        store::ask_due(tx, person, pace)?;
        ring_bell(tx, person);
        if pace != Pace::Never {
            push::ask(tx, person, key, now)?;
        }
    }
    Ok(is_new)
}

/// The bell of open pages: how many notices a person has not seen.
pub const BELL: Kind = Kind { name: "notices", permission: ACCOUNT, tell: count_unseen };

/// Says that the number of a person's unseen notices is another one.
fn ring_bell(tx: &mut Tx<'_>, person: PersonId) {
    tx.announce(BELL.topic(person.0));
}

fn count_unseen(
    tx: &mut Tx<'_>,
    person: i64,
    actors: &[&Actor],
) -> Result<Vec<Option<i64>>, Fault> {
    let person = PersonId(person);
    let count = store::count_unseen(tx, person)?;
    Ok(actors.iter().map(|actor| (actor.person == Some(person)).then_some(count)).collect())
}

/// When a person may hear of something that came now: at once, or when their
/// quiet hours end.
pub(crate) fn heard_from(
    tx: &mut Tx<'_>,
    person: PersonId,
    now: Millis,
    zone: &TimeZone,
) -> Result<Millis, Fault> {
    Ok(store::wish(tx, person)?.due(Pace::AtOnce, now, zone))
}

/// Whether somebody has yet to see what they were told under a key, or without
/// one anything since an instant, and may.
pub(crate) fn waits(
    tx: &mut Tx<'_>,
    kinds: &[&'static NoticeKind],
    actor: &Actor,
    lang: Lang,
    (key, since): (Option<&str>, Millis),
) -> Result<bool, Fault> {
    let Some(person) = actor.person else { return Ok(false) };
    let rows = match key {
        Some(key) => store::unseen_by_key(tx, person, key)?,
        None => store::unseen_since(tx, person, since)?,
    };
    for one in group(rows) {
        if pages::show(tx, kinds, actor, lang, &one)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A notice with all that is shown as one with it.
pub(crate) struct Group {
    /// Number of the newest of them.
    pub id: i64,
    pub kind: String,
    pub told: Told,
    pub at: Millis,
    pub is_seen: bool,
}

/// Puts notices of one kind about one thing together, in the order of the
/// newest of each; what was seen apart from what was not.
fn group(rows: Vec<store::Row>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let known = groups.iter_mut().find(|group| {
            group.is_seen == row.is_seen && group.kind == row.kind && group.told.thing == row.thing
        });
        match known {
            Some(group) => group.told.parts.push(row.part),
            None => groups.push(Group {
                id: row.id,
                kind: row.kind,
                told: Told { thing: row.thing, parts: vec![row.part] },
                at: row.at,
                is_seen: row.is_seen,
            }),
        }
    }
    for group in &mut groups {
        group.told.parts.sort_unstable();
        group.told.parts.dedup();
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: i64, kind: &str, thing: &str, part: i64, is_seen: bool) -> store::Row {
        let (kind, thing) = (kind.to_owned(), thing.to_owned());
        store::Row { id, kind, thing, part, at: id * 10, is_seen }
    }

    #[test]
    fn news_of_one_thing_is_one_line_and_what_was_seen_is_another() {
        let groups = group(vec![
            row(9, "post", "thread:7", 14, false),
            row(8, "post", "thread:2", 3, false),
            row(7, "mention", "thread:7", 15, false),
            row(6, "post", "thread:7", 13, false),
            row(5, "post", "thread:7", 12, true),
        ]);
        let shown: Vec<_> =
            groups.iter().map(|g| (g.id, g.told.thing.as_str(), g.told.parts.as_slice())).collect();
        assert_eq!(
            shown,
            [
                (9, "thread:7", &[13, 14][..]),
                (8, "thread:2", &[3]),
                (7, "thread:7", &[15]),
                (5, "thread:7", &[12])
            ]
        );
        assert_eq!(groups.first().map(|group| group.at), Some(90));
    }

    #[test]
    fn a_thing_has_a_number() {
        let told = |thing: &str| Told { thing: thing.to_owned(), parts: vec![0] };
        assert_eq!(told("thread:7").number().ok(), Some(7));
        assert!(told("thread").number().is_err());
    }
}
