//! Saving drafts, the list of one's own, discarding one.

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;
use kafferum_platform::{Error, Fault};

use super::{Hall, act, compose, tags};
use crate::model::{Audience, DraftPlace, Opening, RoomId, SavedDraft, ThreadId, TypedPoll};
use crate::scene::{Scene, find_room};
use crate::{drafts, store};

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

/// The form filled with a draft, and what says so.
pub(super) fn fill(page: &Page, draft: SavedDraft) -> Result<(Form, Html), Error> {
    let notice = Notice { page, saved_at: draft.saved_at, discard: discard_path(draft.place) };
    let notice = Html(notice.render()?);
    let days = Some(draft.poll.days).filter(|days| !days.is_empty());
    let mut form = compose::empty()
        .with("title", draft.title)
        .with("body", draft.body)
        .with("audience", draft.audience.word())
        .with("poll", draft.poll.kind)
        .with("options", draft.poll.options);
    if let Some(days) = days {
        form.set("days", days);
    }
    if draft.opening.asks {
        form.set("asks", "yes");
    }
    for tag in &draft.opening.tags {
        form = form.and("tags", tag.to_string());
    }
    Ok((form, notice))
}

fn discard_path(place: DraftPlace) -> String {
    match place {
        DraftPlace::Room(room) => format!("/coffee-room/rooms/{room}/draft/discard"),
        DraftPlace::Thread(thread) => format!("/coffee-room/threads/{thread}/draft/discard"),
    }
}

struct DraftView {
    /// Where it would be sent; none where one may not enter any more.
    place: Option<(String, String)>,
    title: String,
    body: String,
    saved_at: Millis,
    discard: String,
}

#[derive(Template)]
#[template(path = "drafts.html")]
struct DraftsPage {
    page: Page,
    drafts: Vec<DraftView>,
}

pub(super) async fn drafts(ctx: Ctx) -> Reply {
    let (me, actor, lang) = (ctx.person()?, ctx.actor.clone(), ctx.lang);
    let found = ctx
        .read(move |tx| {
            let mut found = Vec::new();
            for draft in store::drafts::of(tx, me)? {
                let place = match draft.place {
                    DraftPlace::Room(room) => find_room(tx, &actor, room, lang)
                        .map(|(room, _)| (room.name, draft.place.path())),
                    DraftPlace::Thread(thread) => {
                        Scene::find(tx, &actor, thread, lang).map(|scene| {
                            let title = scene.thread.title.shown(scene.sight, scene.me);
                            let title = title.unwrap_or_default().to_owned();
                            (title, draft.place.path())
                        })
                    }
                };
                match place {
                    Ok(place) => found.push((draft, Some(place))),
                    Err(Error::Fault(fault)) => return Err(fault.into()),
                    Err(_) => found.push((draft, None)),
                }
            }
            Ok(found)
        })
        .await?;
    let view = |(draft, place): (SavedDraft, Option<(String, String)>)| DraftView {
        place: place.map(|(name, path)| {
            let hidden = || ctx.t("coffee-room-title-hidden").to_owned();
            (if name.is_empty() { hidden() } else { name }, path)
        }),
        discard: discard_path(draft.place),
        title: draft.title,
        body: draft.body,
        saved_at: draft.saved_at,
    };
    let drafts = found.into_iter().map(view).collect();
    ctx.html(&DraftsPage { page: ctx.page(ctx.t("coffee-room-drafts")), drafts })
}

async fn discard(ctx: Ctx, place: DraftPlace) -> Reply {
    let me = ctx.person()?;
    let form = ctx.form(&[]).await?;
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
    discard(ctx, DraftPlace::Room(room)).await
}

pub(super) async fn thread_discard(ctx: Ctx) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    discard(ctx, DraftPlace::Thread(thread)).await
}
