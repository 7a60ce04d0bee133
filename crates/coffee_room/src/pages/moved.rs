//! Old addresses of posts that moved. What follows the `#` of an address never
//! reaches a server: where a whole page of a thread is gone, a page in its
//! place leads from each old number to the post, at once with script.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::Actor;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use crate::model::{Sight, ThreadId};
use crate::rules::{self, PAGE};
use crate::scene::{Scene, address};
use crate::store;
use crate::store::relocate::MovedPost;

/// An old number and where it leads.
struct Lead {
    number: i64,
    path: String,
}

#[derive(Template)]
#[template(path = "moved.html")]
struct MovedPage {
    page: Page,
    heading: String,
    path: String,
    leads: Vec<Lead>,
}

fn is_guest(actor: &Actor) -> bool {
    rules::sight_everywhere(actor) == Some(Sight::Guest)
}

/// Where a post went, as far as the actor may follow it.
fn follow(
    tx: &mut Tx<'_>,
    actor: &Actor,
    post: &MovedPost,
    lang: Lang,
) -> Result<Option<(Scene, Lead)>, Error> {
    let scene = match Scene::find(tx, actor, post.to, lang) {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let number = if is_guest(actor) { post.guest_position } else { Some(post.position) };
    let to = match scene.sight {
        Sight::Guest => post.to_guest_position,
        Sight::Member | Sight::Moderator => Some(post.to_position),
    };
    let (Some(number), Some(to)) = (number, to) else { return Ok(None) };
    let lead = Lead { number, path: address(post.to, to) };
    Ok(Some((scene, lead)))
}

/// The page in place of a page of a thread that is gone.
pub(super) async fn thread(ctx: &Ctx, thread: ThreadId, wanted: i64) -> Reply {
    if wanted < 1 {
        return Err(Error::NotFound);
    }
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let found = ctx
        .read(move |tx| {
            if store::relocate::is_there(tx, thread)? {
                return Err(Error::NotFound);
            }
            let first = wanted.saturating_sub(1).saturating_mul(PAGE).saturating_add(1);
            let last = first.saturating_add(PAGE - 1);
            let posts = store::relocate::moved(tx, thread, is_guest(&actor), first, last)?;
            let mut found = Vec::new();
            for post in &posts {
                found.extend(follow(tx, &actor, post, lang)?);
            }
            Ok(found)
        })
        .await?;
    let Some((scene, lead)) = found.first() else { return Err(Error::NotFound) };
    let heading = super::title(ctx, &scene.thread.title, scene.sight, scene.me);
    let path = lead.path.clone();
    ctx.html(&MovedPage {
        page: ctx.page(ctx.t("coffee-room-moved")),
        heading,
        path,
        leads: found.into_iter().map(|(_, lead)| lead).collect(),
    })
}

/// To a post that was written at an instant and moved.
pub(super) async fn at(ctx: &Ctx, thread: ThreadId, instant: Millis) -> Reply {
    let guest = is_guest(&ctx.actor);
    let found = ctx.read(move |tx| Ok(store::relocate::position_at(tx, thread, instant)?)).await?;
    let (position, guest_position) = found.ok_or(Error::NotFound)?;
    let number = if guest { guest_position } else { Some(position) };
    post(ctx, thread, number.ok_or(Error::NotFound)?).await
}

/// To a single post that moved.
pub(super) async fn post(ctx: &Ctx, thread: ThreadId, number: i64) -> Reply {
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let lead = ctx
        .read(move |tx| {
            let posts = store::relocate::moved(tx, thread, is_guest(&actor), number, number)?;
            match posts.first() {
                Some(post) => Ok(follow(tx, &actor, post, lang)?.map(|(_, lead)| lead)),
                None => Ok(None),
            }
        })
        .await?;
    ctx.see_other(&lead.ok_or(Error::NotFound)?.path)
}
