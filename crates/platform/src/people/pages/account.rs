//! One's own details: the overview, language, name and contact.

use askama::Template;

use crate::admin::roles::role_key;
use crate::audit;
use crate::clock::Millis;
use crate::fault::{Fault, Refusal};
use crate::people::{Identity, store};
use crate::policy::Standing;
use crate::texts::Lang;
use crate::web::ctx::{Ctx, Submitted, set_cookie};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;
use crate::web::serve::LANGUAGE;
use crate::web::view::Choice;

/// How long the choice of a language is kept by the browser, in seconds.
pub(super) const LANGUAGE_KEPT: i64 = 365 * 24 * 60 * 60;

#[derive(Template)]
#[template(path = "account.html")]
struct Account {
    page: Page,
    pseudonym: String,
    identity: Identity,
    language: &'static str,
    /// The last instant of the trial, while it runs.
    trial_until: Option<Millis>,
    /// Text keys of the roles in force.
    roles: Vec<&'static str>,
}

pub(super) async fn account(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let identity = ctx.read(move |tx| Ok(store::identity(tx, person)?)).await?;
    ctx.html(&Account {
        page: ctx.page(ctx.t("account-title")),
        pseudonym: ctx.actor.pseudonym.clone(),
        identity: identity.unwrap_or_default(),
        language: ctx.actor.lang.unwrap_or(ctx.lang).name(),
        trial_until: match ctx.actor.standing {
            Standing::Guest { until } => Some(until - 1),
            _ => None,
        },
        roles: ctx.actor.grants.iter().map(|grant| role_key(grant.role)).collect(),
    })
}

const LANGUAGE_FIELDS: &[Field] = &[form::line("language", 2).required()];

#[derive(Template)]
#[template(path = "account_language.html")]
struct AccountLanguage {
    page: Page,
    form: Form,
    choices: Vec<Choice>,
}

pub(super) fn language_choices() -> Vec<Choice> {
    Lang::ALL.iter().map(|lang| (lang.word().to_owned(), lang.name().to_owned())).collect()
}

pub(super) async fn account_language(ctx: Ctx) -> Reply {
    let chosen = ctx.actor.lang.unwrap_or(ctx.lang);
    show_language(&ctx, Form::empty().with("language", chosen.word()))
}

fn show_language(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("account-language-title"));
    let shown = AccountLanguage { page, form, choices: language_choices() };
    ctx.html_with(super::status(&shown.form), &shown)
}

/// What was chosen of a list of languages, or what to mend.
pub(super) fn chosen_language(form: &mut Form) -> Option<Lang> {
    let chosen = Lang::from_word(form.get("language"));
    if chosen.is_none() {
        form.refuse(Refusal::new("language-unknown").at("language"));
    }
    chosen
}

pub(super) async fn account_language_change(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let mut form = ctx.form(LANGUAGE_FIELDS).await?;
    let Some(lang) = chosen_language(&mut form) else { return show_language(&ctx, form) };
    let done = ctx
        .submit(form, move |tx, _| {
            store::set_lang(tx, person, lang)?;
            Ok("/account".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => {
            let mut response = ctx.see_other_saying(&path, "flash-saved")?;
            set_cookie(&mut response, &ctx.site, LANGUAGE, lang.word(), LANGUAGE_KEPT)?;
            Ok(response)
        }
        Submitted::Again(form) => show_language(&ctx, *form),
    }
}

const CONTACT_FIELDS: &[Field] = &[
    form::line("given_name", 80).required(),
    form::line("family_name", 80).required(),
    form::line("phone", 40),
    form::line("street", 100),
    form::line("postal_code", 10),
    form::line("city", 60),
];

#[derive(Template)]
#[template(path = "account_contact.html")]
struct AccountContact {
    page: Page,
    form: Form,
}

pub(super) async fn account_contact(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let known = ctx.read(move |tx| Ok(store::identity(tx, person)?)).await?.unwrap_or_default();
    let form = Form::empty()
        .with("given_name", known.given_name)
        .with("family_name", known.family_name)
        .with("phone", known.phone)
        .with("street", known.street)
        .with("postal_code", known.postal_code)
        .with("city", known.city);
    show_contact(&ctx, form)
}

fn show_contact(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("account-contact-title"));
    ctx.html_with(super::status(&form), &AccountContact { page, form })
}

pub(super) async fn account_contact_change(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(CONTACT_FIELDS).await?;
    let done = ctx
        .submit(form, move |tx, form| {
            let known = store::identity(tx, person)?.ok_or_else(|| Fault::bug("no identity"))?;
            let typed = |name: &str| form.get(name).to_owned();
            let changed = Identity {
                given_name: typed("given_name"),
                family_name: typed("family_name"),
                phone: typed("phone"),
                street: typed("street"),
                postal_code: typed("postal_code"),
                city: typed("city"),
                ..known
            };
            store::update_identity(tx, person, &changed)?;
            audit::record(tx, Some(person), "contact-changed", Some(person), "", now)?;
            Ok("/account".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-saved"),
        Submitted::Again(form) => show_contact(&ctx, *form),
    }
}
