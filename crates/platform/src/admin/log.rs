//! The audit log, newest first. Whoever acted in a role is shown by pseudonym,
//! and so is whom a role was given. Nobody else is: of all other deeds the
//! registrar's pages tell when they were done about whom by name, so a word or
//! number for the person, here, would open the seal to one who reads both.

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

/// Whether a line is about somebody as they are known here.
fn is_about_pseudonym(line: &Line) -> bool {
    ["role-given", "role-ended"].contains(&line.action.as_str())
}

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

    fn name(&self, person: PersonId) -> &str {
        let name = self.names.get(&person).map_or("", String::as_str);
        if name.is_empty() { self.page.t("seal-nobody") } else { name }
    }

    fn who(&self, line: &Line) -> &str {
        match line.actor {
            None => self.page.t("account-log-site"),
            actor if actor == line.subject => self.page.t("admin-audit-own"),
            Some(actor) => self.name(actor),
        }
    }

    fn about(&self, line: &Line) -> &str {
        let subject = line.subject.filter(|_| is_about_pseudonym(line));
        subject.map_or("", |subject| self.name(subject))
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
    for line in &lines {
        let subject = line.subject.filter(|_| is_about_pseudonym(line));
        for person in line.actor.into_iter().chain(subject) {
            if let Entry::Vacant(place) = names.entry(person) {
                place.insert(store::pseudonym(tx, person)?);
            }
        }
    }
    Ok((lines, names))
}
