//! What joining is, for anybody who asks.

use askama::Template;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::policy::Standing;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;

use crate::model::ApplicationState;
use crate::settings::own_text;
use crate::store::applications;

/// Where somebody stands who asks about joining.
#[derive(PartialEq, Eq)]
enum Way {
    /// Not signed in.
    Visitor,
    /// May apply.
    Apply,
    /// The union declined their application, and they may apply again.
    Declined,
    /// An application waits.
    Waits,
    /// Is a member.
    Member,
}

#[derive(Template)]
#[template(path = "join.html")]
struct Join {
    page: Page,
    way: Way,
    costs: Html,
}

pub(super) async fn join(ctx: Ctx) -> Reply {
    let way = match (ctx.actor.person, ctx.actor.standing) {
        (None, _) => Way::Visitor,
        (_, Standing::Member) => Way::Member,
        (Some(person), _) => {
            let all = ctx.read(move |tx| Ok(applications::of(tx, person)?)).await?;
            match all.first().map(|latest| latest.state) {
                Some(ApplicationState::Waiting) => Way::Waits,
                Some(ApplicationState::Declined) => Way::Declined,
                _ => Way::Apply,
            }
        }
    };
    let costs = own_text(&ctx.site.moment(), ctx.lang, "membership-join-costs", &[]);
    let costs = Html(markdown::render(&costs, Place::Article));
    ctx.html(&Join { page: ctx.page(ctx.t("membership-join-title")), way, costs })
}
