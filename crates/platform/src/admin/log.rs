//! The audit log, newest first. Whom a line is about is shown by number, and so
//! is who acted on their own account; who acted otherwise by pseudonym. Nobody
//! is shown by both: an administrator who answers a registrar learns a name,
//! and which number was looked at then.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use askama::Template;

use crate::admin::store;
use crate::audit::{self, Line};
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;
use crate::web::ctx::Ctx;
use crate::web::page::Page;
use crate::web::route::Reply;

/// Lines on one page.
const LINES: usize = 50;

#[derive(Template)]
#[template(path = "admin_audit.html")]
struct AdminAudit {
    page: Page,
    lines: Vec<Line>,
    names: HashMap<PersonId, String>,
    /// The last line shown, when there are older ones.
    older: Option<i64>,
    /// These are not the newest lines.
    is_older: bool,
}

impl AdminAudit {
    fn what(&self, action: &str) -> String {
        self.page.t(&format!("audit-{action}")).to_owned()
    }

    fn who(&self, line: &Line) -> String {
        let Some(actor) = line.actor else { return self.page.t("account-log-site").to_owned() };
        let name = self.names.get(&actor).filter(|name| !name.is_empty());
        match name.filter(|_| line.subject != line.actor) {
            Some(name) => name.clone(),
            None => actor.to_string(),
        }
    }
}

pub(super) async fn admin_audit(ctx: Ctx) -> Reply {
    let before: Option<i64> = ctx.query("before").and_then(|number| number.parse().ok());
    let from = before.unwrap_or(i64::MAX);
    let (mut lines, names) = ctx.read(move |tx| Ok(page_of(tx, from)?)).await?;
    let has_older = lines.len() > LINES;
    lines.truncate(LINES);
    ctx.html(&AdminAudit {
        page: ctx.page(ctx.t("admin-audit-title")),
        older: lines.last().filter(|_| has_older).map(|line| line.id),
        lines,
        names,
        is_older: before.is_some(),
    })
}

fn page_of(tx: &mut Tx<'_>, before: i64) -> Result<(Vec<Line>, HashMap<PersonId, String>), Fault> {
    let lines = audit::before(tx, before, i64::try_from(LINES + 1).unwrap_or(i64::MAX))?;
    let mut names = HashMap::new();
    for actor in lines.iter().filter_map(|line| line.actor) {
        if let Entry::Vacant(place) = names.entry(actor) {
            place.insert(store::pseudonym(tx, actor)?);
        }
    }
    Ok((lines, names))
}
