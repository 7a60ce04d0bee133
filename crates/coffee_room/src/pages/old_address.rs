//! Addresses of another forum that moved in here. They lead to the thread's
//! page, which itself decides who may read it: that there was something at
//! this address is no secret to whoever has the address, and nothing else is
//! told.

use kafferum_platform::Error;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::route::Reply;

use crate::model::Sight;
use crate::rules;
use crate::scene::{Scene, address};
use crate::store::import::{Found, by_address};

/// Where an address of another forum leads now.
pub(super) async fn old_address(ctx: Ctx) -> Reply {
    let path: String = ctx.param("path")?;
    let query = ctx.uri.query().unwrap_or_default().to_owned();
    let candidates = rules::old_addresses(&path, ctx.uri.path(), &query);
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let path = ctx
        .read(move |tx| {
            for candidate in &candidates {
                let (thread, position, is_post) = match by_address(tx, candidate)? {
                    None => continue,
                    Some(Found::Room(room)) => return Ok(format!("/coffee-room/rooms/{room}")),
                    Some(Found::Thread(thread, position)) => (thread, position, position > 1),
                    Some(Found::Post(thread, position)) => (thread, position, true),
                };
                // Whoever may not read the post learns no number of it.
                let reads = match Scene::find(tx, &actor, thread, lang) {
                    Ok(scene) => scene.sight != Sight::Guest,
                    Err(Error::Fault(fault)) => return Err(fault.into()),
                    Err(_) => false,
                };
                return Ok(if reads && is_post {
                    address(thread, position)
                } else {
                    format!("/coffee-room/threads/{thread}")
                });
            }
            Err(Error::NotFound)
        })
        .await?;
    ctx.moved_permanently(&path)
}
