//! The first run: a one-time link makes the first administrator and gives the
//! site its name. Once there is an administrator the link is dead.

use askama::Template;
use axum::http::StatusCode;

use crate::audit;
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault, Refusal};
use crate::people::account::{self, Purpose};
use crate::people::contact::must_be_mail_address;
use crate::people::entry::{Entry, Opener};
use crate::people::pages::account::{chosen_language, language_choices};
use crate::people::password::must_be_strong;
use crate::people::{Identity, NewPerson, PasswordKind, PersonId, pseudonym, store};
use crate::policy::{Grant, Role};
use crate::settings;
use crate::texts::Lang;
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::receipt;
use crate::web::route::Reply;
use crate::web::view::Choice;

const FIELDS: &[Field] = &[
    form::line("union", 200).required(),
    form::line("language", 2).required(),
    form::line("contact", 200).required(),
    form::line("sender_name", 200).required(),
    form::line("sender_address", 200).required(),
    form::line("given_name", 80).required(),
    form::line("family_name", 80).required(),
    form::line("email", 200).required(),
    form::line("pseudonym", 200).required(),
    form::secret("password").required(),
];

/// Which field gives which setting.
const GIVES: &[(&str, &str)] = &[
    ("union", "union-name"),
    ("language", "default-language"),
    ("contact", "union-contact"),
    ("sender_name", "sender-name"),
    ("sender_address", "sender-address"),
];

#[derive(Template)]
#[template(path = "set_up.html")]
struct SetUp {
    page: Page,
    form: Form,
    languages: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "set_up_gone.html")]
struct SetUpGone {
    page: Page,
}

pub(super) async fn set_up(ctx: Ctx) -> Reply {
    let (token, now) = (ctx.param::<String>("token")?, ctx.now);
    if !ctx.read(move |tx| Ok(is_open(tx, &token, now)?)).await? {
        return show_gone(&ctx);
    }
    let form = Form::empty().with("language", ctx.lang.word()).with("sender_name", "Kafferum");
    show(&ctx, form)
}

fn is_open(tx: &mut Tx<'_>, token: &str, now: Millis) -> Result<bool, Fault> {
    let link = account::look_at_link(tx, token, Purpose::SetUp, now)?;
    Ok(link.is_some() && !account::has_administrator(tx, now)?)
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("set-up-title"));
    let shown = SetUp { page, form, languages: language_choices() };
    ctx.html_with(super::status(&shown.form), &shown)
}

fn show_gone(ctx: &Ctx) -> Reply {
    let page = ctx.page(ctx.t("set-up-gone-title"));
    ctx.html_with(StatusCode::NOT_FOUND, &SetUpGone { page })
}

pub(super) async fn set_up_do(ctx: Ctx) -> Reply {
    let (token, now) = (ctx.param::<String>("token")?, ctx.now);
    let mut form = ctx.form(FIELDS).await?;
    let entry = Entry::of_form(&ctx, &form)?;
    let (nonce, looked) = (*form.nonce(), token.clone());
    let (taken, open) =
        ctx.read(move |tx| Ok((receipt::taken(tx, &nonce)?, is_open(tx, &looked, now)?))).await?;
    if let Some(path) = taken {
        let mut response = ctx.see_other(&path)?;
        entry.readmit(&ctx, &mut response)?;
        return Ok(response);
    }
    if !open {
        return show_gone(&ctx);
    }
    let lang = chosen_language(&mut form);
    judge(&mut form);
    let Some(lang) = lang.filter(|_| form.is_clean()) else { return show(&ctx, form) };
    let email = form.get("email").to_owned();
    let hash = ctx.site.passwords.hash(form.get("password").to_owned(), &ctx.site.random).await?;
    let first = First { token, lang, hash, opener: entry.opener(), now };
    match ctx.submit(form, move |tx, form| first.enter(tx, form)).await? {
        Submitted::Done(path) => {
            ctx.site.reload_settings().await?;
            let mut response = ctx.see_other_saying(&path, "flash-set-up")?;
            entry.admit(&ctx, &mut response, &email)?;
            Ok(response)
        }
        Submitted::Again(form) => show(&ctx, *form),
    }
}

fn judge(form: &mut Form) {
    for field in ["email", "sender_address"] {
        if !form.get(field).is_empty() {
            form.check(must_be_mail_address(form.get(field), field));
        }
    }
    if !form.get("pseudonym").is_empty() {
        form.check(pseudonym::must_be_fit(form.get("pseudonym")));
    }
    if !form.get("password").is_empty() {
        form.check(must_be_strong(form.get("password"), form.get("email")));
    }
}

/// The first administrator, about to be entered.
struct First {
    token: String,
    lang: Lang,
    hash: String,
    opener: Opener,
    now: Millis,
}

impl First {
    fn enter(&self, tx: &mut Tx<'_>, form: &Form) -> Result<String, Error> {
        // Two who hold the link: it is used up by one of them.
        if !account::use_link(tx, &self.token, Purpose::SetUp, self.now)? {
            return Err(Refusal::new("set-up-gone-title").into());
        }
        let person = self.person(tx, form)?;
        let role = Grant { role: Role::Administrator, scope: None };
        store::grant(tx, person, &role, false, Some(person), self.now)?;
        for (field, key) in GIVES {
            settings::write(tx, key, form.get(field), Some(person), self.now)?;
        }
        self.opener.open(tx, person, self.now)?;
        audit::record(tx, Some(person), "site-set-up", Some(person), "", self.now)?;
        Ok("/admin".to_owned())
    }

    fn person(&self, tx: &mut Tx<'_>, form: &Form) -> Result<PersonId, Error> {
        let typed = |name: &str| form.get(name).to_owned();
        let new = NewPerson {
            identity: Identity {
                given_name: typed("given_name"),
                family_name: typed("family_name"),
                email: typed("email"),
                ..Identity::default()
            },
            pseudonym: typed("pseudonym"),
            lang: self.lang,
            trial_started_at: None,
            password_hash: self.hash.clone(),
            password_kind: PasswordKind::Own,
        };
        if store::person_by_email(tx, &new.identity.email)?.is_some() {
            return Err(Refusal::new("set-up-email-taken").at("email").into());
        }
        let person = store::insert(tx, &new, self.now)?;
        Ok(person.ok_or_else(|| Refusal::new("pseudonym-taken").at("pseudonym"))?)
    }
}
