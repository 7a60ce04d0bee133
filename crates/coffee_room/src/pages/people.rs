//! Somebody's page: what its reader may know of a pseudonym, and how much the
//! reader wants to hear of them. No list of what they wrote: the coffee room
//! is for talk, not for following one person through it.

use askama::Template;
use kafferum_platform::clock::{Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::people::{PersonId, store as platform_people};
use kafferum_platform::policy::{Actor, Role};
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Refusal};

use crate::doors::Doors;
use crate::model::{Apart, Item, KeptApart, PastDeed, PostPlace, RoomId, Sight};
use crate::{rules, store};

/// Somebody as their reader may know them.
struct Known {
    pseudonym: String,
    since: Millis,
    posts: i64,
    /// Where their newest post stands that the reader may read.
    newest: Option<String>,
    apart: Option<Apart>,
}

/// What moderators know beside it.
struct KnownToModerators {
    standing: &'static str,
    earlier: Vec<(String, Millis)>,
    deeds: Vec<PastDeed>,
}

impl KnownToModerators {
    fn deed_path(deed: &PastDeed) -> String {
        Item::Post(deed.thread, deed.position).path()
    }
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    path: String,
    handle: String,
    is_me: bool,
    known: Known,
    since: String,
    moderators: Option<KnownToModerators>,
}

impl PersonPage {
    fn is_muted(&self) -> bool {
        self.known.apart == Some(Apart::Mute)
    }

    fn is_blocked(&self) -> bool {
        self.known.apart == Some(Apart::Block)
    }
}

/// Posts of somebody that a reader may read.
fn count(doors: &Doors, rooms: &[(RoomId, i64, i64)]) -> i64 {
    let in_room = |(room, all, guests): &(RoomId, i64, i64)| match doors.sight(*room) {
        Some(Sight::Guest) if doors.lets_guests_in(*room) => *guests,
        Some(Sight::Guest) => 0,
        Some(_) => *all,
        None => 0,
    };
    rooms.iter().map(in_room).sum()
}

/// Where the newest post stands that a reader may read.
fn newest(doors: &Doors, places: &[PostPlace]) -> Option<String> {
    places.iter().find_map(|place| {
        let number = match doors.sight(place.room)? {
            Sight::Guest => place.guest_position?,
            _ => place.position,
        };
        Some(format!("/coffee-room/threads/{}/posts/{number}", place.thread))
    })
}

fn find(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<Known, Error> {
    let me = actor.person()?;
    let (pseudonym, since) = store::people::person(tx, person)?.ok_or(Error::NotFound)?;
    let doors = Doors::find(tx, actor)?;
    let posts = count(&doors, &store::people::posts_by_room(tx, person)?);
    let apart = store::apart::between(tx, me, person)?;
    if !rules::may_see_person(actor, person, posts, apart.is_some()) {
        return Err(Error::NotFound);
    }
    let newest = newest(&doors, &store::people::newest_posts(tx, person)?);
    Ok(Known { pseudonym, since, posts, newest, apart })
}

fn find_for_moderators(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    (lang, now): (Lang, Millis),
    trial_end: platform_people::TrialEnd<'_>,
) -> Result<KnownToModerators, Error> {
    let they = platform_people::actor_by_person(tx, person, now, trial_end)?;
    let deeds = store::people::deeds_about(tx, person, lang)?;
    let doors = Doors::find(tx, actor)?;
    let is_theirs = |deed: &PastDeed| doors.sight(deed.room) == Some(Sight::Moderator);
    Ok(KnownToModerators {
        standing: they.ok_or(Error::NotFound)?.standing.text(),
        earlier: platform_people::earlier_pseudonyms(tx, person)?,
        deeds: deeds.into_iter().filter(is_theirs).collect(),
    })
}

fn who(ctx: &Ctx) -> Result<(String, PersonId), Error> {
    let handle: String = ctx.param("who")?;
    let person = ctx.site.person_of(&handle).ok_or(Error::NotFound)?;
    Ok((handle, person))
}

pub(super) async fn person(ctx: Ctx) -> Reply {
    let (handle, person) = who(&ctx)?;
    let (actor, lang, now) = (ctx.actor.clone(), ctx.lang, ctx.now);
    let is_moderator = ctx.actor.is_anywhere(Role::Moderator);
    let trial_end = ctx.site.trial_end();
    let (known, moderators) = ctx
        .read(move |tx| {
            let known = find(tx, &actor, person)?;
            let more = match is_moderator {
                true => Some(find_for_moderators(tx, &actor, person, (lang, now), &trial_end)?),
                false => None,
            };
            Ok((known, more))
        })
        .await?;
    ctx.html(&PersonPage {
        page: ctx.page(known.pseudonym.clone()),
        path: format!("/coffee-room/people/{handle}"),
        handle,
        is_me: ctx.actor.person == Some(person),
        // The month: the day might be told from a day in a register.
        since: date_of(known.since, &ctx.site.zone).strftime("%Y-%m").to_string(),
        known,
        moderators,
    })
}

const FIELDS: &[Field] = &[form::line("act", 10).required(), form::line("from", 10)];

/// The word in the form for hearing all of somebody again.
const END: &str = "end";

/// Mutes or blocks somebody, or ends it.
pub(super) async fn person_apart(ctx: Ctx) -> Reply {
    let (handle, person) = who(&ctx)?;
    let form = ctx.form(FIELDS).await?;
    let (me, actor, now) = (ctx.person()?, ctx.actor.clone(), ctx.now);
    let kind = Apart::from_word(form.get("act"));
    if kind.is_none() && form.get("act") != END {
        return Err(Error::NotFound);
    }
    let to = match form.get("from") {
        "list" => "/coffee-room/people".to_owned(),
        _ => format!("/coffee-room/people/{handle}"),
    };
    let done = ctx
        .submit(form, move |tx, _| {
            find(tx, &actor, person)?;
            match kind {
                Some(_) if person == me => {
                    return Err(Refusal::new("coffee-room-apart-self").into());
                }
                Some(kind) => store::apart::keep(tx, me, person, kind, now)?,
                None => store::apart::end(tx, me, person)?,
            }
            Ok(to.clone())
        })
        .await?;
    let flash = match kind {
        Some(Apart::Mute) => "flash-coffee-room-person-muted",
        Some(Apart::Block) => "flash-coffee-room-blocked",
        None => "flash-coffee-room-apart-ended",
    };
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        Submitted::Again(form) => {
            let refusal = form.refusals().first().cloned();
            Err(refusal.map_or(Error::NotFound, Error::Refusal))
        }
    }
}

#[derive(Template)]
#[template(path = "people_apart.html")]
struct PeopleApartPage {
    page: Page,
    people: Vec<(String, KeptApart)>,
}

impl PeopleApartPage {
    fn kind(&self, apart: &KeptApart) -> &str {
        self.page.t(match apart.kind {
            Apart::Mute => "coffee-room-apart-muted",
            Apart::Block => "coffee-room-apart-blocked",
        })
    }
}

/// Everybody that one has muted or blocked.
pub(super) async fn people_apart(ctx: Ctx) -> Reply {
    let me = ctx.person()?;
    let apart = ctx.read(move |tx| Ok(store::apart::of(tx, me)?)).await?;
    let mut people = Vec::with_capacity(apart.len());
    for one in apart {
        people.push((ctx.site.handle(one.other)?, one));
    }
    ctx.html(&PeopleApartPage { page: ctx.page(ctx.t("coffee-room-people")), people })
}
