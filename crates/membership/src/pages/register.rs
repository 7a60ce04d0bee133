//! The one registration form for everybody, and the house rules.

use askama::Template;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::people::contact::LONGEST_ADDRESS;
use kafferum_platform::people::{
    Identity, NewPerson, PasswordKind, contact, password, pseudonym, region, throttle,
};
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};
use kafferum_platform::{Fault, Refusal};

use crate::actions::registering::{self, Registration, Wish};
use crate::model::Relation;
use crate::settings::{self, own_text};
use crate::{pseudonyms, words};

const FIELDS: &[Field] = &[
    form::line("given-name", 80).required(),
    form::line("family-name", 80).required(),
    form::line("email", LONGEST_ADDRESS).required(),
    form::line("relation", 20).required(),
    form::line("pseudonym", 60).required(),
    form::line("region", 80).required(),
    form::line("lang", 2).required(),
    form::line("phone", 40),
    form::line("street", 100),
    form::line("postal-code", 10),
    form::line("city", 60),
    form::line("consent", 3),
    form::line("words", 32),
    form::line("letter", 3),
    form::line("house-rules", 3).required(),
    form::line("rules", 32),
    form::line("next", 10),
];

/// What the field `next` holds for those on their way to the application.
const TO_APPLICATION: &str = "join";

#[derive(Template)]
#[template(path = "register.html")]
struct Register {
    page: Page,
    form: Form,
    regions: Vec<Choice>,
    langs: Vec<Choice>,
    relations: Vec<Choice>,
    lead: String,
    consent: String,
}

pub(super) fn lang_choices() -> Vec<Choice> {
    Lang::ALL.iter().map(|lang| (lang.word().to_owned(), lang.name().to_owned())).collect()
}

fn region_choices(ctx: &Ctx) -> Vec<Choice> {
    let choose = (String::new(), ctx.t("region-choose").to_owned());
    let mut choices = vec![choose];
    choices.extend(region::choices(&ctx.site.settings(), ctx.lang));
    choices
}

pub(super) async fn register(ctx: Ctx) -> Reply {
    if ctx.actor.person.is_some() {
        return ctx.see_other("/account/road");
    }
    let form = Form::empty()
        .with("lang", ctx.lang.word())
        .with("pseudonym", pseudonyms::suggest(&ctx.site.random, ctx.lang)?)
        .with("next", ctx.query("next").filter(|next| next == TO_APPLICATION).unwrap_or_default());
    show(&ctx, form)
}

fn show(ctx: &Ctx, mut form: Form) -> Reply {
    let consent = consent_text(ctx);
    form.set("words", words::version(&consent));
    form.set("rules", words::version(&rules_text(ctx)));
    let label = |word: &str| ctx.t(&format!("membership-relation-{word}")).to_owned();
    let relations = Relation::ALL.iter().map(|r| (r.word().to_owned(), label(r.word()))).collect();
    let days = settings::road(&ctx.site.settings()).trial_days.to_string();
    let shown = Register {
        page: ctx.page(ctx.t("membership-register-title")),
        regions: region_choices(ctx),
        langs: lang_choices(),
        relations,
        lead: ctx.ta("membership-register-lead", &[("days", &days)]),
        consent,
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

/// The words that a person agrees to by the tick.
fn consent_text(ctx: &Ctx) -> String {
    own_text(&ctx.site.moment(), ctx.lang, "membership-register-consent", &[])
}

/// What else is wrong with the form than empty fields.
fn check(ctx: &Ctx, form: &mut Form) {
    let [email, phone, postal_code, wanted] =
        ["email", "phone", "postal-code", "pseudonym"].map(|name| form.get(name).to_owned());
    form.check(contact::must_be_mail_address(&email, "email"));
    form.check(contact::must_be_phone(&phone));
    form.check(contact::must_be_postal_code(&postal_code, "postal-code"));
    form.check(pseudonym::must_be_fit(&wanted));
    let family_name = form.get("family-name").to_owned();
    form.check(pseudonym::must_hide(&wanted, &family_name));
    let known = region::choices(&ctx.site.settings(), ctx.lang);
    if !known.iter().any(|(name, _)| name == form.get("region")) {
        form.refuse(Refusal::new("region-unknown").at("region"));
    }
    if Lang::from_word(form.get("lang")).is_none() {
        form.refuse(Refusal::new("membership-lang-unknown").at("lang"));
    }
    if Relation::from_word(form.get("relation")).is_none() {
        form.refuse(Refusal::new("membership-relation-unknown").at("relation"));
    }
    if form.is_checked("letter") && !form.is_checked("consent") {
        form.refuse(Refusal::new("membership-letter-needs-consent").at("consent"));
    }
    if form.is_checked("consent") {
        form.check(words::must_be_those_seen(form, &consent_text(ctx)));
    }
    form.check(words::rules_must_be_those_seen(form, &rules_text(ctx)));
    for part in ["street", "postal-code", "city"] {
        if form.is_checked("letter") && form.get(part).is_empty() {
            form.refuse(Refusal::new("membership-address-needed").at(part));
        }
    }
}

/// The words of the house rules that a person accepts.
pub(super) fn rules_text(ctx: &Ctx) -> String {
    own_text(&ctx.site.moment(), ctx.lang, "membership-house-rules", &[])
}

fn registration(
    ctx: &Ctx,
    form: &Form,
    password: String,
    hash: String,
) -> Result<Registration, Fault> {
    let typed = |name: &str| form.get(name).to_owned();
    let unknown = || Fault::bug("a choice checked and unknown");
    let consents = form.is_checked("consent");
    Ok(Registration {
        person: NewPerson {
            identity: Identity {
                given_name: typed("given-name"),
                family_name: typed("family-name"),
                email: typed("email"),
                phone: typed("phone"),
                street: typed("street"),
                postal_code: typed("postal-code"),
                city: typed("city"),
                region: typed("region"),
            },
            pseudonym: typed("pseudonym"),
            lang: Lang::from_word(form.get("lang")).ok_or_else(unknown)?,
            trial_started_at: Some(ctx.now),
            password_hash: hash,
            password_kind: PasswordKind::Temporary,
        },
        password,
        wish: Wish {
            relation: Relation::from_word(form.get("relation")).ok_or_else(unknown)?,
            wants_letter: form.is_checked("letter"),
            house_rules: rules_text(ctx),
            join_letter: consents.then(|| consent_text(ctx)),
        },
        next: if form.get("next") == TO_APPLICATION { "?next=/join/application" } else { "" },
    })
}

pub(super) async fn register_do(ctx: Ctx) -> Reply {
    let mut form = ctx.form(FIELDS).await?;
    check(&ctx, &mut form);
    if !form.is_clean() {
        return show(&ctx, form);
    }
    // Hashed for known addresses too, so that time does not tell them apart.
    let password = password::temporary(&ctx.site.random)?;
    let hash = ctx.site.passwords.hash(password.clone(), &ctx.site.random).await?;
    let new = registration(&ctx, &form, password, hash)?;
    let moment = super::moment(&ctx);
    let network = throttle::key("register", &ctx.network());
    let done = ctx
        .submit(form, move |tx, _| {
            if !throttle::may_try(tx, &network, throttle::PER_NETWORK, moment.now)? {
                return Err(Refusal::new("too-many-tries").into());
            }
            throttle::count(tx, &network, moment.now)?;
            registering::register(tx, &moment, &new)?;
            Ok("/register/done".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => show(&ctx, *form),
    }
}

#[derive(Template)]
#[template(path = "register_done.html")]
struct RegisterDone {
    page: Page,
}

/// The same page whether the address was known or not.
pub(super) async fn register_done(ctx: Ctx) -> Reply {
    ctx.html(&RegisterDone { page: ctx.page(ctx.t("membership-register-done-title")) })
}

#[derive(Template)]
#[template(path = "house_rules.html")]
struct HouseRules {
    page: Page,
    rules: Html,
}

pub(super) async fn house_rules(ctx: Ctx) -> Reply {
    let rules = Html(markdown::render(&rules_text(&ctx), Place::Article));
    ctx.html(&HouseRules { page: ctx.page(ctx.t("membership-house-rules-title")), rules })
}
