//! The page of one's notices.

use std::sync::Arc;

use askama::Template;

use super::{BELL, Group, NoticeKind, Shown, group, store, wish_pages};
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault};
use crate::live;
use crate::policy::{ACCOUNT, Actor};
use crate::texts::Lang;
use crate::web::ctx::Ctx;
use crate::web::form::{self, Field};
use crate::web::page::Page;
use crate::web::route::{Reply, Route, get, post};

/// Notices that a page is made from; what is one line may be many of them.
const WINDOW: i64 = 300;
/// Lines on a page.
const LINES: usize = 40;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        get("/live", ACCOUNT, bell),
        get("/notices", ACCOUNT, notices),
        post("/notices/seen", ACCOUNT, notices_seen),
        get("/notices/{notice}", ACCOUNT, notice),
    ];
    routes.extend(wish_pages::routes());
    routes
}

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    page: Page,
    lines: Vec<Line>,
    is_first: bool,
    has_new: bool,
    newest: i64,
    older: Option<i64>,
}

struct Line {
    id: i64,
    text: String,
    at: Millis,
    is_new: bool,
}

/// What there is to show of a group; nothing of a kind that is no more.
pub(super) fn show(
    tx: &mut Tx<'_>,
    kinds: &[&'static NoticeKind],
    actor: &Actor,
    lang: Lang,
    group: &Group,
) -> Result<Option<Shown>, Fault> {
    match kinds.iter().find(|kind| kind.name == group.kind) {
        Some(kind) => (kind.show)(tx, actor, lang, &group.told),
        None => Ok(None),
    }
}

/// The line on which a page hears how many notices wait.
async fn bell(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    live::line(&ctx, vec![(&BELL, person.0)]).await
}

async fn notices(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let before = match ctx.query("before") {
        Some(before) => before.parse().map_err(|_| Error::NotFound)?,
        None => i64::MAX,
    };
    let (actor, lang, kinds) = (ctx.actor.clone(), ctx.lang, Arc::clone(&ctx.site.notices));
    let (shown, gone, older) = ctx
        .read(move |tx| {
            let rows = store::before(tx, person, before, WINDOW)?;
            let end = rows.last().map(|row| row.id);
            let is_full = usize::try_from(WINDOW).is_ok_and(|window| rows.len() == window);
            let (mut shown, mut gone, mut cut) = (Vec::new(), Vec::new(), None);
            for group in group(rows) {
                if shown.len() == LINES {
                    cut = Some(group.id + 1);
                    break;
                }
                match show(tx, &kinds, &actor, lang, &group)? {
                    Some(one) => shown.push((group, one)),
                    // What was seen says that its reader was told, for when they
                    // may see it again.
                    None if group.is_seen => {}
                    None => gone.push(group.id),
                }
            }
            Ok((shown, gone, cut.or(end.filter(|_| is_full))))
        })
        .await?;
    forget(&ctx, gone).await;
    let lines: Vec<Line> = shown.into_iter().map(|(group, one)| line(&ctx, &group, &one)).collect();
    ctx.html(&NoticesPage {
        page: ctx.page(ctx.t("notices-title")),
        has_new: lines.iter().any(|line| line.is_new),
        newest: lines.first().map_or(0, |line| line.id),
        is_first: before == i64::MAX,
        older,
        lines,
    })
}

fn line(ctx: &Ctx, group: &Group, shown: &Shown) -> Line {
    let args: Vec<(&str, &str)> =
        shown.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Line { id: group.id, text: ctx.ta(shown.text, &args), at: group.at, is_new: !group.is_seen }
}

/// Removes unseen notices of what their reader may not see any more, so that
/// they are not counted either. What may be read is shown though it fail.
async fn forget(ctx: &Ctx, gone: Vec<i64>) {
    let Ok(person) = ctx.person() else { return };
    if gone.is_empty() {
        return;
    }
    let removed = ctx
        .write(move |tx| {
            for id in &gone {
                for row in store::alike(tx, person, *id)? {
                    store::remove(tx, person, row.id)?;
                }
            }
            Ok(())
        })
        .await;
    if let Err(error) = removed {
        tracing::warn!(?error, "notices of nothing could not be removed");
    }
}

/// Notes a notice as seen and goes to what it is about.
async fn notice(ctx: Ctx) -> Reply {
    let (person, id, now) = (ctx.person()?, ctx.param::<i64>("notice")?, ctx.now);
    let (actor, lang, kinds) = (ctx.actor.clone(), ctx.lang, Arc::clone(&ctx.site.notices));
    let shown = ctx
        .write(move |tx| {
            let rows = store::alike(tx, person, id)?;
            for row in rows.iter().filter(|row| !row.is_seen) {
                store::see_one(tx, person, row.id, now)?;
            }
            let group = group(rows).into_iter().next().ok_or(Error::NotFound)?;
            Ok(show(tx, &kinds, &actor, lang, &group)?)
        })
        .await?;
    match shown {
        Some(shown) => ctx.see_other(&shown.path),
        None => ctx.see_other_saying("/notices", "flash-notice-gone"),
    }
}

const SEEN_FIELDS: &[Field] = &[form::line("newest", 20).required()];

/// Notes all that the page showed, and all before it, as seen.
async fn notices_seen(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(SEEN_FIELDS).await?;
    let newest: i64 = form.get("newest").parse().map_err(|_| Error::NotFound)?;
    ctx.submit(form, move |tx, _| {
        store::see_all(tx, person, newest, now)?;
        Ok("/notices".to_owned())
    })
    .await?;
    ctx.see_other_saying("/notices", "flash-notices-seen")
}
