//! Feeds of the coffee room: the page on which one makes and ends one's own,
//! and what a feed reader gets. To a feed goes what members see, even for
//! moderators: what is hidden must not be kept by programs elsewhere.

use std::fmt;
use std::str::FromStr;

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::feeds::{self, Entry, Feed, Reach, key};
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Actor;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Refusal};

use crate::doors::Doors;
use crate::model::{Before, Post, RoomId, Sight, ThreadId, ThreadLine};
use crate::rules::{self, Look, PAGE};
use crate::scene::{Scene, find_room};
use crate::store::{self, LIST};

/// What a feed follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    Newest,
    Room(RoomId),
    Thread(ThreadId),
}

impl fmt::Display for Follows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newest => f.write_str("newest"),
            Self::Room(room) => write!(f, "room:{room}"),
            Self::Thread(thread) => write!(f, "thread:{thread}"),
        }
    }
}

impl FromStr for Follows {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(':') {
            None if text == "newest" => Ok(Self::Newest),
            Some(("room", id)) => id.parse().map(Self::Room).map_err(|_| Error::NotFound),
            Some(("thread", id)) => id.parse().map(Self::Thread).map_err(|_| Error::NotFound),
            _ => Err(Error::NotFound),
        }
    }
}

const FIELDS: &[Field] = &[form::line("follows", 30), form::line("name", 60).required()];
const END: &[Field] = &[form::line("feed", 20)];

#[derive(Template)]
#[template(path = "feeds.html")]
struct FeedsPage {
    page: Page,
    form: Form,
    choices: Vec<Choice>,
    keys: Vec<KeyView>,
    /// The address of the one just made, shown this once.
    fresh: Option<String>,
}

struct KeyView {
    id: i64,
    name: String,
    /// What it follows; empty when that is not theirs to read any more.
    what: String,
    made_at: Millis,
    used_on: Option<String>,
}

/// What a feed follows, in words; none when the actor may not read it.
fn what(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    actor: &Actor,
    follows: Follows,
    lang: Lang,
) -> Result<Option<String>, Error> {
    let named = match follows {
        Follows::Newest => Ok(ctx.site.texts.plain(lang, "coffee-room-newest").to_owned()),
        Follows::Room(room) => find_room(tx, actor, room, lang).map(|(room, _)| room.name),
        Follows::Thread(thread) => Scene::find(tx, actor, thread, lang)
            .map(|scene| title(ctx, lang, &scene.thread.title, sight(scene.sight), scene.me)),
    };
    match named {
        Ok(name) => Ok(Some(name)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn show(ctx: &Ctx, form: Form, fresh: Option<String>) -> Reply {
    let (me, actor, lang) = (ctx.person()?, ctx.actor.clone(), ctx.lang);
    let thread = ctx.query("thread").and_then(|id| id.parse().ok()).map(Follows::Thread);
    let asker = ctx.clone();
    let (choices, keys) = ctx
        .read(move |tx| {
            let mut offered: Vec<Follows> = thread.into_iter().collect();
            if rules::sight_everywhere(&actor).is_some() {
                offered.push(Follows::Newest);
            }
            let rooms = store::search::rooms(tx, lang)?;
            offered.extend(rooms.into_iter().map(|(room, _)| Follows::Room(room)));
            let mut choices = Vec::new();
            for follows in offered {
                if let Some(name) = what(tx, &asker, &actor, follows, lang)? {
                    choices.push((follows.to_string(), name));
                }
            }
            let mut keys = Vec::new();
            for key in key::of(tx, me)? {
                let what = match key.follows.parse() {
                    Ok(follows) => what(tx, &asker, &actor, follows, lang)?.unwrap_or_default(),
                    Err(_) => String::new(),
                };
                let key::Key { id, name, made_at, used_on, .. } = key;
                keys.push(KeyView { id, name, what, made_at, used_on });
            }
            Ok((choices, keys))
        })
        .await?;
    let page = ctx.page(ctx.t("coffee-room-feeds"));
    let shown = FeedsPage { page, form, choices, keys, fresh };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn feeds(ctx: Ctx) -> Reply {
    let first = match ctx.query("thread").and_then(|id| id.parse().ok()) {
        Some(thread) => Follows::Thread(thread),
        None => Follows::Newest,
    };
    show(&ctx, Form::empty().with("follows", first.to_string()), None).await
}

pub(super) async fn feed_make(ctx: Ctx) -> Reply {
    let (me, actor, lang, now) = (ctx.person()?, ctx.actor.clone(), ctx.lang, ctx.now);
    let form = ctx.form(FIELDS).await?;
    let secret = key::secret(&ctx, &form)?;
    let (given, asker) = (secret.clone(), ctx.clone());
    let done = ctx
        .submit(form, move |tx, form| {
            let unknown = || Refusal::new("coffee-room-feeds-unknown").at("follows");
            let follows: Follows = form.get("follows").parse().map_err(|_| unknown())?;
            what(tx, &asker, &actor, follows, lang)?.ok_or_else(unknown)?;
            key::make(tx, me, &given, form.get("name"), &follows.to_string(), now)?;
            Ok("/coffee-room/feeds".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(_) => {
            let address = format!("{}/feeds/{secret}", ctx.site.public_url);
            let form = Form::empty().with("follows", Follows::Newest.to_string());
            show(&ctx, form, Some(address)).await
        }
        Submitted::Again(form) => show(&ctx, *form, None).await,
    }
}

pub(super) async fn feed_end(ctx: Ctx) -> Reply {
    let me = ctx.person()?;
    let form = ctx.form(END).await?;
    let id: i64 = form.get("feed").parse().map_err(|_| Error::NotFound)?;
    let done = ctx
        .submit(form, move |tx, _| {
            key::end(tx, me, id)?;
            Ok("/coffee-room/feeds".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-feed-ended"),
        // There is nothing to type, and so nothing to mend.
        Submitted::Again(_) => ctx.see_other("/coffee-room/feeds"),
    }
}

/// What a feed reader gets. To an owner who has no access now the feed is
/// empty, so that it goes on when they come back.
pub(super) async fn feed(ctx: Ctx) -> Reply {
    let (actor, follows) = key::reader(&ctx).await?;
    let lang = actor.lang.unwrap_or(ctx.lang);
    let empty = Feed {
        lang,
        title: ctx.site.texts.plain(lang, "coffee-room-title").to_owned(),
        path: "/coffee-room".to_owned(),
        entries: Vec::new(),
    };
    let follows: Follows = match rules::COFFEE_ROOM.decide(&actor) {
        Ok(()) => follows.parse()?,
        Err(_) => return feeds::answer(&ctx, &empty, Reach::Private),
    };
    let asker = ctx.clone();
    let found = ctx.read(move |tx| find(tx, &asker, &actor, follows, lang)).await;
    match found {
        Ok(feed) => feeds::answer(&ctx, &feed, Reach::Private),
        Err(Error::NotFound) => feeds::answer(&ctx, &empty, Reach::Private),
        Err(error) => Err(error),
    }
}

fn find(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    actor: &Actor,
    follows: Follows,
    lang: Lang,
) -> Result<Feed, Error> {
    let name = what(tx, ctx, actor, follows, lang)?.ok_or(Error::NotFound)?;
    let me = actor.person()?;
    let title = format!("{} – {name}", ctx.site.texts.plain(lang, "coffee-room-title"));
    let (path, entries) = match follows {
        Follows::Newest => {
            let sight = sight(rules::sight_everywhere(actor).ok_or(Error::NotFound)?);
            let doors = Doors::find(tx, actor)?;
            let threads = store::rooms::newest(tx, sight, me, &doors, LIST, lang)?;
            ("/coffee-room".to_owned(), of_threads(ctx, lang, threads, sight, me))
        }
        Follows::Room(room) => {
            let (_, sight_there) = find_room(tx, actor, room, lang)?;
            let sight = sight(sight_there);
            let mut threads = store::rooms::threads(tx, sight, me, room, Before::TOP, lang)?;
            threads.extend(store::rooms::pinned(tx, sight, me, room, lang)?);
            threads.sort_by_key(|line| (-line.last_post_at, -line.id.0));
            (format!("/coffee-room/rooms/{room}"), of_threads(ctx, lang, threads, sight, me))
        }
        Follows::Thread(thread) => {
            let scene = Scene::find(tx, actor, thread, lang)?;
            let (sight, last) = (sight(scene.sight), scene.last_number());
            let posts = store::posts::posts(tx, sight, me, thread, (last - PAGE + 1, last))?;
            let entries = posts.into_iter().rev();
            let entries = entries.filter_map(|post| of_post(ctx, lang, thread, post, sight, me));
            (format!("/coffee-room/threads/{thread}"), entries.collect())
        }
    };
    Ok(Feed { lang, title, path, entries })
}

/// What is shown in a feed to somebody with this sight.
fn sight(sight: Sight) -> Sight {
    match sight {
        Sight::Guest => Sight::Guest,
        Sight::Member | Sight::Moderator => Sight::Member,
    }
}

fn title(
    ctx: &Ctx,
    lang: Lang,
    title: &crate::model::Title,
    sight: Sight,
    reader: PersonId,
) -> String {
    let hidden = || ctx.site.texts.plain(lang, "coffee-room-title-hidden");
    title.shown(sight, reader).unwrap_or_else(hidden).to_owned()
}

fn name(ctx: &Ctx, lang: Lang, pseudonym: String) -> String {
    if pseudonym.is_empty() {
        return ctx.site.texts.plain(lang, "coffee-room-former-member").to_owned();
    }
    pseudonym
}

fn of_threads(
    ctx: &Ctx,
    lang: Lang,
    threads: Vec<ThreadLine>,
    sight: Sight,
    reader: PersonId,
) -> Vec<Entry> {
    let entry = |line: ThreadLine| {
        let count = (line.posts - 1).max(0).to_string();
        Entry {
            path: format!("/coffee-room/threads/{}", line.id),
            title: title(ctx, lang, &line.title, sight, reader),
            author: Some(name(ctx, lang, line.author)),
            updated: line.last_post_at,
            summary: ctx.site.texts.format(lang, "coffee-room-replies", &[("count", &count)]),
            html: String::new(),
        }
    };
    threads.into_iter().map(entry).collect()
}

/// A post; none when it is hidden or was taken back.
fn of_post(
    ctx: &Ctx,
    lang: Lang,
    thread: ThreadId,
    post: Post,
    sight: Sight,
    reader: PersonId,
) -> Option<Entry> {
    if rules::look(sight, reader, &post)? != Look::Shown {
        return None;
    }
    let number = post.number(sight);
    let author = name(ctx, lang, post.pseudonym);
    let (shown, count) = (author.as_str(), number.to_string());
    let args = [("number", count.as_str()), ("author", shown)];
    Some(Entry {
        // Not by its number, which is another one for guests.
        path: format!("/coffee-room/threads/{thread}/at/{}", post.created_at),
        title: ctx.site.texts.format(lang, "coffee-room-feeds-post", &args),
        updated: post.edited_at.unwrap_or(post.created_at),
        summary: String::new(),
        html: post.html,
        author: Some(author),
    })
}
