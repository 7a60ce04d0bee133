//! Saving drafts, the list of one's own, discarding one.

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::Actor;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;
use kafferum_platform::{Error, Fault};

use super::{Hall, act, tags};
use crate::model::{Audience, DraftPlace, Opening, RoomId, SavedDraft, Sight, ThreadId, TypedPoll};
use crate::scene::{Scene, find_room};
use crate::{drafts, store};

/// Days that a poll lasts, from the start.
pub(super) const DAYS: &str = "7";

/// Whether the form was sent to be kept, not to take effect.
pub(super) fn is_draft(form: &Form) -> bool {
    form.get("act") == "draft"
}

#[derive(Template)]
#[template(path = "draft_saved.html")]
struct Saved {
    text: String,
    time: Html,
}

/// Keeps what is typed in a form. The script gets a line that says so; without
/// it one comes to the list of drafts.
pub(super) async fn save(ctx: &Ctx, hall: &Hall, form: &Form, place: DraftPlace) -> Reply {
    let too_long = form.refusals().iter().find(|refusal| refusal.key == "form-too-long");
    if let Some(refusal) = too_long {
        return Err(refusal.clone().into());
    }
    hall.pace.may_save(ctx.person()?, ctx.now)?;
    let draft = SavedDraft {
        place,
        version: form.get("version").parse().unwrap_or(0),
        title: form.get("title").to_owned(),
        body: form.get("body").to_owned(),
        audience: Audience::from_word(form.get("audience")).unwrap_or(Audience::Members),
        poll: TypedPoll {
            kind: form.get("poll").to_owned(),
            options: form.get("options").to_owned(),
            days: form.get("days").to_owned(),
        },
        opening: Opening { tags: tags::chosen(form), asks: form.is_checked("asks") },
        saved_at: ctx.now,
    };
    let act = act(ctx);
    ctx.write(move |tx| drafts::save(tx, &act, &draft)).await?;
    if ctx.is_fragment() {
        let page = ctx.page("");
        let text = ctx.t("coffee-room-draft-saved").to_owned();
        return ctx.html(&Saved { text, time: page.time(&ctx.now) });
    }
    ctx.see_other_saying("/coffee-room/drafts", "flash-coffee-room-draft-saved")
}

/// Says to the script that what is typed is not kept, since somebody might be
/// recognised by it.
pub(super) fn not_saved(ctx: &Ctx) -> Reply {
    let text = ctx.t("coffee-room-draft-guarded").to_owned();
    ctx.html(&Saved { text, time: Html(String::new()) })
}

/// Forgets a draft of one's own.
pub(super) async fn forget(ctx: &Ctx, place: DraftPlace) -> Result<(), Error> {
    let me = ctx.person()?;
    ctx.write(move |tx| Ok(store::drafts::discard(tx, me, place)?)).await
}

/// What stands above a form that was filled with a draft.
#[derive(Template)]
#[template(path = "draft_notice.html")]
struct Notice<'p> {
    page: &'p Page,
    saved_at: Millis,
    discard: String,
}

/// The form filled with a draft, and what says so; `discard`: where it is
/// discarded.
pub(super) fn fill(
    page: &Page,
    draft: &SavedDraft,
    discard: String,
) -> Result<(Form, Html), Error> {
    let notice = Notice { page, saved_at: draft.saved_at, discard };
    Ok((filled(draft), Html(notice.render()?)))
}

/// The form filled with a draft.
pub(super) fn filled(draft: &SavedDraft) -> Form {
    let form = Form::empty()
        .with("title", draft.title.clone())
        .with("body", draft.body.clone())
        .with("audience", draft.audience.word());
    if matches!(draft.place, DraftPlace::Post(..)) {
        return form.with("version", draft.version.to_string());
    }
    let days = if draft.poll.days.is_empty() { DAYS } else { &draft.poll.days };
    let mut form = form
        .with("poll", draft.poll.kind.clone())
        .with("options", draft.poll.options.clone())
        .with("days", days);
    if draft.opening.asks {
        form.set("asks", "yes");
    }
    draft.opening.tags.iter().fold(form, |form, tag| form.and("tags", tag.to_string()))
}

pub(super) fn discard_room(room: RoomId) -> String {
    format!("/coffee-room/rooms/{room}/draft/discard")
}

pub(super) fn discard_thread(thread: ThreadId) -> String {
    format!("/coffee-room/threads/{thread}/draft/discard")
}

/// The post's number is as its author counts.
pub(super) fn discard_post(thread: ThreadId, number: i64) -> String {
    format!("/coffee-room/threads/{thread}/posts/{number}/draft/discard")
}

struct DraftView {
    /// Where it would be sent; none where one may not enter any more.
    place: Option<(String, String)>,
    title: String,
    body: String,
    saved_at: Millis,
    discard: Option<String>,
}

#[derive(Template)]
#[template(path = "drafts.html")]
struct DraftsPage {
    page: Page,
    drafts: Vec<DraftView>,
}

/// Where a draft would be sent: its name, its form, and where it is discarded.
fn found(
    tx: &mut Tx<'_>,
    actor: &Actor,
    lang: Lang,
    place: DraftPlace,
) -> Result<(String, String, String), Error> {
    let title = |scene: &Scene| {
        scene.thread.title.shown(scene.sight, scene.me).unwrap_or_default().to_owned()
    };
    Ok(match place {
        DraftPlace::Room(room) => {
            let (room, _) = find_room(tx, actor, room, lang)?;
            (room.name, format!("/coffee-room/rooms/{}/new", room.id), discard_room(room.id))
        }
        DraftPlace::Thread(thread) => {
            let scene = Scene::find(tx, actor, thread, lang)?;
            let path = format!("/coffee-room/threads/{thread}/reply");
            (title(&scene), path, discard_thread(thread))
        }
        DraftPlace::Post(thread, position) => {
            let scene = Scene::find(tx, actor, thread, lang)?;
            let post = store::posts::post(tx, Sight::Moderator, scene.me, thread, position)?;
            let number = post.ok_or(Error::NotFound)?.number(scene.sight);
            let path = format!("/coffee-room/threads/{thread}/posts/{number}/edit");
            (title(&scene), path, discard_post(thread, number))
        }
    })
}

pub(super) async fn drafts(ctx: Ctx) -> Reply {
    let (me, actor, lang) = (ctx.person()?, ctx.actor.clone(), ctx.lang);
    let drafts = ctx
        .read(move |tx| {
            let mut drafts = Vec::new();
            for draft in store::drafts::of(tx, me)? {
                match found(tx, &actor, lang, draft.place) {
                    Ok(place) => drafts.push((draft, Some(place))),
                    Err(Error::Fault(fault)) => return Err(fault.into()),
                    Err(_) => drafts.push((draft, None)),
                }
            }
            Ok(drafts)
        })
        .await?;
    let view = |(draft, found): (SavedDraft, Option<(String, String, String)>)| {
        let (place, discard) = match found {
            Some((name, path, discard)) => {
                let hidden = || ctx.t("coffee-room-title-hidden").to_owned();
                let name = if name.is_empty() { hidden() } else { name };
                (Some((name, path)), Some(discard))
            }
            None => (None, discard_unseen(draft.place)),
        };
        DraftView { place, discard, title: draft.title, body: draft.body, saved_at: draft.saved_at }
    };
    let drafts = drafts.into_iter().map(view).collect();
    ctx.html(&DraftsPage { page: ctx.page(ctx.t("coffee-room-drafts")), drafts })
}

/// Where a draft is discarded of a place that its writer may not enter any
/// more. A post has no number there; its draft goes with time.
fn discard_unseen(place: DraftPlace) -> Option<String> {
    match place {
        DraftPlace::Room(room) => Some(discard_room(room)),
        DraftPlace::Thread(thread) => Some(discard_thread(thread)),
        DraftPlace::Post(..) => None,
    }
}

async fn discard(ctx: Ctx, form: Form, place: DraftPlace) -> Reply {
    let me = ctx.person()?;
    let done = ctx.submit(form, move |tx, _| {
        store::drafts::discard(tx, me, place)?;
        Ok("/coffee-room/drafts".to_owned())
    });
    match done.await? {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-draft-discarded"),
        // A form without anything to type has nothing to mend.
        Submitted::Again(_) => Err(Fault::bug("an empty form was refused").into()),
    }
}

pub(super) async fn room_discard(ctx: Ctx) -> Reply {
    let room: RoomId = ctx.param("room")?;
    let form = ctx.form(&[]).await?;
    discard(ctx, form, DraftPlace::Room(room)).await
}

pub(super) async fn thread_discard(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let form = ctx.form(&[]).await?;
    discard(ctx, form, DraftPlace::Thread(thread)).await
}

pub(super) async fn post_discard(ctx: Ctx) -> Reply {
    let (thread, number): (ThreadId, i64) = (ctx.param("thread")?, ctx.param("number")?);
    let form = ctx.form(&[]).await?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let position = ctx
        .read(move |tx| Ok(Scene::find(tx, &actor, thread, lang)?.post(tx, number)?.0.position))
        .await?;
    discard(ctx, form, DraftPlace::Post(thread, position)).await
}
