//! What the script of an open thread asks for: to be told of new posts, and
//! the posts themselves.

use std::sync::Arc;

use kafferum_platform::notices::BELL;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, live};

use super::Hall;
use super::thread::{note_read, posts_shown};
use crate::live::THREAD;
use crate::model::ThreadId;
use crate::rules::{self, PAGE};
use crate::scene::Scene;
use crate::store;

/// The line on which the page hears the number of the last post, and how many
/// notices wait.
pub(super) async fn line(ctx: Ctx) -> Reply {
    let (id, me): (ThreadId, _) = (ctx.param("thread")?, ctx.person()?);
    live::line(&ctx, vec![(&THREAD, id.0), (&BELL, me.0)]).await
}

/// The posts after a number, as far as they stand on the page of the first of
/// them.
pub(super) async fn posts_after(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    if !ctx.is_fragment() {
        return ctx.see_other(&format!("/coffee-room/threads/{id}/unread"));
    }
    let first = number.checked_add(1).filter(|first| *first > 0).ok_or(Error::NotFound)?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (scene, posts) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let last = scene.last_number().min(rules::page_of(first).saturating_mul(PAGE));
            let posts = store::posts::posts(tx, scene.sight, scene.me, id, (first, last))?;
            Ok((scene, posts))
        })
        .await?;
    let shown = posts_shown(&ctx, &ctx.page(""), &scene, posts)?;
    let marker = scene.thread.marker.furthest(hall.markers.noted(scene.me, id));
    note_read(&ctx, &hall.markers, &scene, marker, &shown);
    Ok(ctx.fragment(shown.html))
}
