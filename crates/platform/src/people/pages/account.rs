//! One's own details: the overview, language, name and contact.

use askama::Template;
use sha2::{Digest, Sha256};

use crate::admin::roles::role_key;
use crate::audit;
use crate::clock::Millis;
use crate::fault::{Error, Fault, Refusal};
use crate::people::contact::{must_be_phone, must_be_postal_code};
use crate::people::{Identity, region, store};
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
    form::line("region", 80),
    form::line("seen", 32),
];

/// A form that was opened before somebody saved.
const STALE: &str = "account-contact-stale";

#[derive(Template)]
#[template(path = "account_contact.html")]
struct AccountContact {
    page: Page,
    form: Form,
    regions: Vec<Choice>,
    /// What was saved meanwhile and differs: labels and texts.
    meanwhile: Vec<(String, String)>,
}

/// What the form changes of an identity, by the names of its fields.
fn details(known: &Identity) -> [(&'static str, &str); 7] {
    [
        ("given_name", &known.given_name),
        ("family_name", &known.family_name),
        ("phone", &known.phone),
        ("street", &known.street),
        ("postal_code", &known.postal_code),
        ("city", &known.city),
        ("region", &known.region),
    ]
}

/// What the details are known by, so that nothing is written over that its
/// writer has not seen.
fn mark(known: &Identity) -> String {
    let mut digest = Sha256::new();
    for (_, text) in details(known) {
        digest.update(format!("{text}\0"));
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

async fn known(ctx: &Ctx) -> Result<Identity, Error> {
    let person = ctx.person()?;
    Ok(ctx.read(move |tx| Ok(store::identity(tx, person)?)).await?.unwrap_or_default())
}

pub(super) async fn account_contact(ctx: Ctx) -> Reply {
    let known = known(&ctx).await?;
    let form =
        details(&known).into_iter().fold(Form::empty(), |form, (name, text)| form.with(name, text));
    show_contact(&ctx, form.with("seen", mark(&known)), &known, Vec::new())
}

fn show_contact(
    ctx: &Ctx,
    form: Form,
    known: &Identity,
    meanwhile: Vec<(String, String)>,
) -> Reply {
    let page = ctx.page(ctx.t("account-contact-title"));
    let regions = region_choices(ctx, &known.region);
    ctx.html_with(super::status(&form), &AccountContact { page, form, regions, meanwhile })
}

/// With the one that they have, which may be of an older list or of none.
fn region_choices(ctx: &Ctx, own: &str) -> Vec<Choice> {
    let mut choices = vec![(String::new(), ctx.t("region-choose").to_owned())];
    choices.extend(region::choices(&ctx.site.settings(), ctx.lang));
    if choices.iter().all(|(region, _)| region != own) {
        choices.push((own.to_owned(), region::name(own, ctx.lang).to_owned()));
    }
    choices
}

/// Shows a form that came back; one that came too late beside what is there
/// now, under the new mark, so that sending it again takes effect.
async fn show_contact_again(ctx: &Ctx, mut form: Form) -> Reply {
    let known = known(ctx).await?;
    if !form.refusals().iter().any(|refusal| refusal.key == STALE) {
        return show_contact(ctx, form, &known, Vec::new());
    }
    form.set("seen", mark(&known));
    let differing = details(&known).into_iter().filter(|(name, text)| form.get(name) != *text);
    let meanwhile = differing
        .map(|(name, text)| {
            let shown = if name == "region" { region::name(text, ctx.lang) } else { text };
            (ctx.t(&format!("account-contact-{name}")).to_owned(), shown.to_owned())
        })
        .collect();
    show_contact(ctx, form, &known, meanwhile)
}

pub(super) async fn account_contact_change(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let mut form = ctx.form(CONTACT_FIELDS).await?;
    let [phone, postal_code] = ["phone", "postal_code"].map(|name| form.get(name).to_owned());
    form.check(must_be_phone(&phone));
    form.check(must_be_postal_code(&postal_code, "postal_code"));
    let regions = region::choices(&ctx.site.settings(), ctx.lang);
    let done = ctx
        .submit(form, move |tx, form| {
            let known = store::identity(tx, person)?.ok_or_else(|| Fault::bug("no identity"))?;
            if form.get("seen") != mark(&known) {
                return Err(Refusal::new(STALE).into());
            }
            let typed = |name: &str| form.get(name).to_owned();
            let chosen = typed("region");
            if chosen != known.region && regions.iter().all(|(region, _)| *region != chosen) {
                return Err(Refusal::new("region-unknown").at("region").into());
            }
            let changed = Identity {
                given_name: typed("given_name"),
                family_name: typed("family_name"),
                phone: typed("phone"),
                street: typed("street"),
                postal_code: typed("postal_code"),
                city: typed("city"),
                region: chosen,
                ..known
            };
            store::update_identity(tx, person, &changed)?;
            audit::record(tx, Some(person), "contact-changed", Some(person), "", now)?;
            Ok("/account".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-saved"),
        Submitted::Again(form) => show_contact_again(&ctx, *form).await,
    }
}
