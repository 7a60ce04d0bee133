//! Everything the site holds about oneself, to take along; and who has looked
//! at it or changed it.

use askama::Template;
use serde_json::{Map, Value};

use crate::admin::roles::role_key;
use crate::audit;
use crate::clock::{Millis, date_of, timestamp};
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;
use crate::policy::Role;
use crate::web::ctx::Ctx;
use crate::web::page::Page;
use crate::web::route::Reply;

#[derive(Template)]
#[template(path = "account_data.html")]
struct AccountData {
    page: Page,
}

pub(super) async fn account_data(ctx: Ctx) -> Reply {
    ctx.html(&AccountData { page: ctx.page(ctx.t("account-data-title")) })
}

/// One JSON document with the answer of every capability.
pub(super) async fn account_data_file(ctx: Ctx) -> Reply {
    ctx.form(&[]).await?;
    let (person, now) = (ctx.person()?, ctx.now);
    let exports: Vec<_> =
        ctx.site.features.iter().map(|feature| (feature.name, feature.export)).collect();
    let parts = ctx
        .write(move |tx| {
            let mut parts = Map::new();
            for (name, export) in &exports {
                parts.insert((*name).to_owned(), export(tx, person)?);
            }
            audit::record(tx, Some(person), "data-exported", Some(person), "", now)?;
            Ok(parts)
        })
        .await?;
    let held: Map<String, Value> = parts.into_iter().filter(|(_, part)| !part.is_null()).collect();
    let document = serde_json::json!({
        "made_at": timestamp(now).to_string(),
        "site": &*ctx.site.public_url,
        "data": held,
    });
    let bytes = serde_json::to_vec_pretty(&document).map_err(Fault::bug)?;
    let name = format!("kafferum-{}.json", date_of(now, &ctx.site.zone));
    ctx.file("application/json", &name, bytes)
}

/// A line of the log as the person it is about sees it.
struct Seen {
    at: Millis,
    /// Text key of who it was, when it was no one with a role.
    who: &'static str,
    /// The roles they held then.
    roles: Vec<Role>,
    /// What, as a word.
    action: String,
}

#[derive(Template)]
#[template(path = "account_log.html")]
struct AccountLog {
    page: Page,
    lines: Vec<Seen>,
}

impl AccountLog {
    /// What was done, in words. Each capability has the texts of its actions.
    fn what(&self, action: &str) -> String {
        self.page.t(&format!("audit-{action}")).to_owned()
    }

    fn role(&self, role: &Role) -> &str {
        self.page.t(role_key(*role))
    }
}

pub(super) async fn account_log(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let lines = ctx.read(move |tx| Ok(seen(tx, person)?)).await?;
    ctx.html(&AccountLog { page: ctx.page(ctx.t("account-log-title")), lines })
}

fn seen(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Seen>, Fault> {
    let held = audit::roles_then(tx, person)?;
    let lines = audit::about(tx, person)?;
    Ok(lines.into_iter().map(|line| translate(line, person, &held)).collect())
}

fn translate(line: audit::Line, person: PersonId, held: &[(i64, Role)]) -> Seen {
    let who = match line.actor {
        Some(actor) if actor == person => "account-log-you",
        Some(_) => "account-log-other",
        None => "account-log-site",
    };
    let roles = held.iter().filter(|(id, _)| *id == line.id).map(|(_, role)| *role).collect();
    Seen { at: line.at, who, roles, action: line.action }
}
