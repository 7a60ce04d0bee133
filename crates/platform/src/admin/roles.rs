//! Roles: who has which, giving one, ending one.

use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::admin::store::{self, Held};
use crate::audit;
use crate::clock::{Millis, start_of};
use crate::db::Tx;
use crate::fault::{Error, Refusal};
use crate::people::PersonId;
use crate::people::store as people;
use crate::policy::{Grant, Role};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;
use crate::web::view::Choice;

const FIELDS: &[Field] = &[
    form::line("person", 200).required(),
    form::line("role", 40).required(),
    form::line("scope", 80),
    form::line("first-day", 10),
    form::line("last-day", 10),
    form::line("rests", 8).required(),
];

crate::words! {
    /// Whether a role is to rest on a membership.
    Rests {
        /// As is usual for the role.
        Usual = "usual",
        /// It ends with the membership.
        Yes = "yes",
        /// It does not.
        No = "no",
    }
}

impl Rests {
    fn of(self, role: Role) -> bool {
        match self {
            Self::Usual => role.is_elected(),
            Self::Yes => true,
            Self::No => false,
        }
    }
}

/// Ended grants shown.
const ENDED: i64 = 100;

/// Everybody with one role.
struct Holders {
    role: Role,
    grants: Vec<Held>,
}

#[derive(Template)]
#[template(path = "admin_roles.html")]
struct AdminRoles {
    page: Page,
    roles: Vec<Holders>,
    ended: Vec<Held>,
}

impl AdminRoles {
    fn role(&self, role: &Role) -> &str {
        role_text(&self.page, *role)
    }
}

fn role_text(page: &Page, role: Role) -> &str {
    page.t(role_key(role))
}

/// The text key of a role.
pub(crate) const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Moderator => "role-moderator",
        Role::ModeratorTrainee => "role-moderator-trainee",
        Role::SupportPerson => "role-support-person",
        Role::RegionalContact => "role-regional-contact",
        Role::ShopSteward => "role-shop-steward",
        Role::SafetyDelegate => "role-safety-delegate",
        Role::Adviser => "role-adviser",
        Role::Editor => "role-editor",
        Role::Organiser => "role-organiser",
        Role::Registrar => "role-registrar",
        Role::Administrator => "role-administrator",
    }
}

pub(super) async fn admin_roles(ctx: Ctx) -> Reply {
    let now = ctx.now;
    let (held, ended) =
        ctx.read(move |tx| Ok((store::held(tx, now)?, store::ended(tx, now, ENDED)?))).await?;
    let roles = Role::ALL.iter().map(|role| Holders {
        role: *role,
        grants: held.iter().filter(|grant| grant.role == *role).cloned().collect(),
    });
    let roles = roles.filter(|holders| !holders.grants.is_empty()).collect();
    ctx.html(&AdminRoles { page: ctx.page(ctx.t("admin-roles-title")), roles, ended })
}

#[derive(Template)]
#[template(path = "admin_role_new.html")]
struct AdminRoleNew {
    page: Page,
    form: Form,
    roles: Vec<Choice>,
    rests: Vec<Choice>,
}

pub(super) async fn admin_role_new(ctx: Ctx) -> Reply {
    show_new(&ctx, Form::empty().with("rests", Rests::Usual.word()))
}

fn show_new(ctx: &Ctx, form: Form) -> Reply {
    let roles =
        Role::ALL.iter().map(|role| (role.word().to_owned(), ctx.t(role_key(*role)).to_owned()));
    let rests = Rests::ALL.iter().map(|rests| {
        let key = match rests {
            Rests::Usual => "admin-role-new-rests-usual",
            Rests::Yes => "admin-role-new-rests-yes",
            Rests::No => "admin-role-new-rests-no",
        };
        (rests.word().to_owned(), ctx.t(key).to_owned())
    });
    let first = std::iter::once((String::new(), ctx.t("admin-role-new-choose").to_owned()));
    let shown = AdminRoleNew {
        page: ctx.page(ctx.t("admin-role-new-title")),
        roles: first.chain(roles).collect(),
        rests: rests.collect(),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn admin_role_give(ctx: Ctx) -> Reply {
    let mut form = ctx.form(FIELDS).await?;
    let (by, now) = (ctx.person()?, ctx.now);
    let Some(new) = typed(&ctx, &mut form) else { return show_new(&ctx, form) };
    let done = ctx
        .submit(form, move |tx, form| {
            give(tx, form.get("person"), &new, by, now)?;
            Ok("/admin/roles".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-role-given"),
        Submitted::Again(form) => show_new(&ctx, *form),
    }
}

/// A grant to be given.
struct New {
    grant: Grant,
    rests: bool,
    from: Millis,
    until: Option<Millis>,
}

/// The grant that was typed, or what to mend.
fn typed(ctx: &Ctx, form: &mut Form) -> Option<New> {
    let (role, rests) = (Role::from_word(form.get("role")), Rests::from_word(form.get("rests")));
    if role.is_none() {
        form.refuse(Refusal::new("admin-role-unknown").at("role"));
    }
    if rests.is_none() {
        form.refuse(Refusal::new("setting-not-a-choice").at("rests"));
    }
    let scope = form.given("scope").map(ToOwned::to_owned);
    let (from, until) = term(ctx, form);
    let (role, rests) = role.zip(rests)?;
    form.check(must_fit(role, scope.as_deref()));
    let grant = Grant { role, scope };
    form.is_clean().then(|| New { grant, rests: rests.of(role), from, until })
}

/// The term that was typed: whole days of the union. Without a first day it
/// begins now, without a last day it goes on.
fn term(ctx: &Ctx, form: &mut Form) -> (Millis, Option<Millis>) {
    let (first, last) = (day(form, "first-day"), day(form, "last-day"));
    let zone = &ctx.site.zone;
    let from = first.map_or(ctx.now, |first| start_of(first, zone));
    let until = last.map(|last| start_of(last.saturating_add(1.days()), zone));
    if until.is_some_and(|until| until <= from || until <= ctx.now) {
        form.refuse(Refusal::new("admin-role-term-over").at("last-day"));
    }
    (from, until)
}

fn day(form: &mut Form, field: &'static str) -> Option<Date> {
    let typed = form.given(field)?;
    let day = typed.parse().ok();
    if day.is_none() {
        form.refuse(Refusal::new("admin-role-day-wrong").at(field));
    }
    day
}

/// A role is limited to what the policy holds it to: who moderates or learns
/// to, to a room. An elected person is elected by somebody; the others serve
/// the whole, and a limit that nothing heeds would only seem to be one.
fn must_fit(role: Role, scope: Option<&str>) -> Result<(), Refusal> {
    let Some(scope) = scope else { return Ok(()) };
    let parts = scope.split_once(':').map(|(kind, thing)| (kind, thing.trim()));
    let key = match (role, parts) {
        (Role::Moderator | Role::ModeratorTrainee, Some(("room", room)))
            if room.parse::<i64>().is_ok() =>
        {
            return Ok(());
        }
        (Role::Moderator | Role::ModeratorTrainee, _) => "admin-role-scope-room",
        (_, Some(("region" | "chapter", thing))) if role.is_elected() && !thing.is_empty() => {
            return Ok(());
        }
        _ if role.is_elected() => "admin-role-scope-unknown",
        _ => "admin-role-scope-whole",
    };
    Err(Refusal::new(key).at("scope"))
}

fn give(tx: &mut Tx<'_>, typed: &str, new: &New, by: PersonId, now: Millis) -> Result<(), Error> {
    let Some(person) = store::meant(tx, typed)? else {
        return Err(Refusal::new("admin-role-nobody").at("person").into());
    };
    let grant = &new.grant;
    // A second term may follow the first, but not meet it.
    let meets = |held: &Held| {
        held.ended_at.is_none_or(|end| new.from < end)
            && new.until.is_none_or(|end| held.started_at < end)
    };
    let is_same = |held: &Held| {
        held.person == person && held.role == grant.role && held.scope == grant.scope && meets(held)
    };
    if store::held(tx, now)?.iter().any(is_same) {
        return Err(Refusal::new("admin-role-held").at("role").into());
    }
    people::grant_term(tx, person, grant, new.rests, Some(by), (new.from, new.until))?;
    audit::record(
        tx,
        Some(by),
        "role-given",
        Some(person),
        &detail(grant.role, grant.scope.as_deref()),
        now,
    )?;
    Ok(())
}

/// How the audit log names a grant.
fn detail(role: Role, scope: Option<&str>) -> String {
    format!("{} {}", role.word(), scope.unwrap_or_default()).trim().to_owned()
}

#[derive(Template)]
#[template(path = "admin_role_end.html")]
struct AdminRoleEnd {
    page: Page,
    form: Form,
    grant: Held,
}

impl AdminRoleEnd {
    fn role(&self) -> &str {
        role_text(&self.page, self.grant.role)
    }
}

fn find(tx: &mut Tx<'_>, grant: i64, now: Millis) -> Result<Held, Error> {
    let held = store::held(tx, now)?;
    held.into_iter().find(|held| held.id == grant).ok_or(Error::NotFound)
}

pub(super) async fn admin_role_ask(ctx: Ctx) -> Reply {
    show_end(&ctx, Form::empty()).await
}

async fn show_end(ctx: &Ctx, form: Form) -> Reply {
    let (id, now) = (ctx.param::<i64>("grant")?, ctx.now);
    let grant = ctx.read(move |tx| find(tx, id, now)).await?;
    let shown = AdminRoleEnd { page: ctx.page(ctx.t("admin-role-end-title")), form, grant };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn admin_role_end(ctx: Ctx) -> Reply {
    let (id, by, now) = (ctx.param::<i64>("grant")?, ctx.person()?, ctx.now);
    let form = ctx.form(&[]).await?;
    let done = ctx
        .submit(form, move |tx, _| {
            end(tx, id, by, now)?;
            Ok("/admin/roles".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-role-ended"),
        Submitted::Again(form) => show_end(&ctx, *form).await,
    }
}

fn end(tx: &mut Tx<'_>, grant: i64, by: PersonId, now: Millis) -> Result<(), Error> {
    let held = find(tx, grant, now)?;
    if held.role == Role::Administrator {
        must_leave_one(tx, held.person, now)?;
    }
    people::end_grant(tx, grant, now)?;
    audit::record(
        tx,
        Some(by),
        "role-ended",
        Some(held.person),
        &detail(held.role, held.scope.as_deref()),
        now,
    )?;
    Ok(())
}

/// A site without an administrator could be mended at a terminal only.
pub(crate) fn must_leave_one(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Error> {
    store::hold_administrators(tx)?;
    match store::other_administrators(tx, person, now)? {
        0 => Err(Refusal::new("admin-roles-last-administrator").into()),
        _ => Ok(()),
    }
}
