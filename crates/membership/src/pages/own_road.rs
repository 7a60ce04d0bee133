//! One's own road, and "do not write to me".

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::Field;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::timeline::{self, Step};
use crate::actions::travelling;
use crate::store::{applications, road};

const NO_FIELDS: &[Field] = &[];

#[derive(Template)]
#[template(path = "own_road.html")]
struct OwnRoad {
    page: Page,
    steps: Vec<Step>,
    declined_at: Option<Millis>,
    is_member: bool,
    /// An application of theirs waits.
    waits: bool,
}

pub(super) async fn own_road(ctx: Ctx) -> Reply {
    let (person, moment) = (ctx.person()?, super::moment(&ctx));
    let (raws, declined_at, waits) = ctx
        .read(move |tx| {
            let raws = timeline::read(tx, &moment, person)?;
            Ok((raws, road::declined_at(tx, person)?, applications::waits(tx, person)?))
        })
        .await?;
    ctx.html(&OwnRoad {
        page: ctx.page(ctx.t("membership-road-title")),
        steps: timeline::steps(&ctx, raws),
        declined_at,
        is_member: ctx.actor.is_member(),
        waits,
    })
}

pub(super) async fn own_road_decline(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(NO_FIELDS).await?;
    ctx.submit(form, move |tx, _| {
        travelling::decline(tx, person, now)?;
        Ok("/account/road".to_owned())
    })
    .await?;
    ctx.see_other_saying("/account/road", "flash-membership-declined")
}

pub(super) async fn own_road_undecline(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let form = ctx.form(NO_FIELDS).await?;
    ctx.submit(form, move |tx, _| {
        road::undecline(tx, person)?;
        Ok("/account/road".to_owned())
    })
    .await?;
    ctx.see_other_saying("/account/road", "flash-membership-undeclined")
}
