//! Applying for membership, and where one's application is.

use askama::Template;
use kafferum_platform::people::contact::LONGEST_ADDRESS;
use kafferum_platform::people::{Identity, contact, store as people};
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Fault, Refusal};

use super::register::lang_choices;
use crate::actions::applying;
use crate::model::{Answer, ApplicationState, CameBy, Employer, MemberNumber};
use crate::settings::own_text;
use crate::store::applications::{self, Application, NewApplication};
use crate::{typed, words};

const FIELDS: &[Field] = &[
    form::line("given-name", 80).required(),
    form::line("family-name", 80).required(),
    form::line("birth-date", 20).required(),
    form::line("email", LONGEST_ADDRESS).required(),
    form::line("phone", 40),
    form::line("street", 100).required(),
    form::line("postal-code", 10).required(),
    form::line("city", 60).required(),
    form::line("lang", 2).required(),
    form::line("employer", 20).required(),
    form::line("job-started", 20),
    form::line("chapter-wish", 100),
    form::line("student", 3).required(),
    form::line("unemployment-fund", 3).required(),
    form::line("member-number", 32),
    form::line("consent", 3).required(),
    form::line("words", 32),
];

#[derive(Template)]
#[template(path = "application.html")]
struct ApplicationPage {
    page: Page,
    form: Form,
    langs: Vec<Choice>,
    employers: Vec<Choice>,
    answers: Vec<Choice>,
    consent: String,
}

pub(super) async fn application(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let (known, waits) = ctx
        .read(move |tx| Ok((people::identity(tx, person)?, applications::waits(tx, person)?)))
        .await?;
    if waits {
        return ctx.see_other("/join/state");
    }
    show(&ctx, filled(known.unwrap_or_default(), ctx.actor.lang.unwrap_or(ctx.lang)))
}

/// The words that an applicant agrees to by the tick.
fn consent_text(ctx: &Ctx) -> String {
    own_text(&ctx.site.moment(), ctx.lang, "membership-application-consent", &[])
}

fn show(ctx: &Ctx, mut form: Form) -> Reply {
    let consent = consent_text(ctx);
    form.set("words", words::version(&consent));
    let shown = ApplicationPage {
        page: ctx.page(ctx.t("membership-application-title")),
        langs: lang_choices(),
        employers: employers(ctx),
        answers: answers(ctx),
        consent,
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

pub(super) fn employers(ctx: &Ctx) -> Vec<Choice> {
    let label = |word: &str| ctx.t(&format!("membership-employer-{word}")).to_owned();
    Employer::ALL.iter().map(|one| (one.word().to_owned(), label(one.word()))).collect()
}

pub(super) fn answers(ctx: &Ctx) -> Vec<Choice> {
    let label = |word: &str| ctx.t(&format!("membership-answer-{word}")).to_owned();
    Answer::ALL.iter().map(|one| (one.word().to_owned(), label(one.word()))).collect()
}

/// What is known of an applicant already.
pub(super) fn filled(known: Identity, lang: Lang) -> Form {
    Form::empty()
        .with("given-name", known.given_name)
        .with("family-name", known.family_name)
        .with("email", known.email)
        .with("phone", known.phone)
        .with("street", known.street)
        .with("postal-code", known.postal_code)
        .with("city", known.city)
        .with("lang", lang.word())
}

/// What is wrong with an application, but for its consent.
pub(super) fn check(ctx: &Ctx, form: &mut Form) {
    let today = kafferum_platform::clock::date_of(ctx.now, &ctx.site.zone);
    let [email, phone, postal_code, born, started, number] =
        ["email", "phone", "postal-code", "birth-date", "job-started", "member-number"]
            .map(|name| form.get(name).to_owned());
    form.check(contact::must_be_mail_address(&email, "email"));
    form.check(contact::must_be_phone(&phone));
    form.check(contact::must_be_postal_code(&postal_code, "postal-code"));
    form.check(typed::must_be_birth_date(&born, today).map(drop));
    if !started.is_empty() && typed::date(&started).is_none() {
        form.refuse(Refusal::new("membership-date-wrong").at("job-started"));
    }
    if !number.is_empty() && MemberNumber::parse(&number).is_none() {
        form.refuse(Refusal::new("membership-number-wrong").at("member-number"));
    }
    if Lang::from_word(form.get("lang")).is_none() {
        form.refuse(Refusal::new("membership-lang-unknown").at("lang"));
    }
    if Employer::from_word(form.get("employer")).is_none() {
        form.refuse(Refusal::new("membership-employer-unknown").at("employer"));
    }
    for field in ["student", "unemployment-fund"] {
        if Answer::from_word(form.get(field)).is_none() {
            form.refuse(Refusal::new("membership-answer-unknown").at(field));
        }
    }
}

pub(super) fn read(form: &Form) -> Option<NewApplication> {
    let typed = |name: &str| form.get(name).to_owned();
    let day = |name: &str| typed::date(form.get(name)).map(|day| day.to_string());
    Some(NewApplication {
        given_name: typed("given-name"),
        family_name: typed("family-name"),
        birth_date: day("birth-date")?,
        email: typed("email"),
        phone: typed("phone"),
        street: typed("street"),
        postal_code: typed("postal-code"),
        city: typed("city"),
        lang: Lang::from_word(form.get("lang"))?,
        employer: Employer::from_word(form.get("employer"))?,
        job_started: day("job-started").unwrap_or_default(),
        chapter_wish: typed("chapter-wish"),
        student: Answer::from_word(form.get("student"))?,
        unemployment_fund: Answer::from_word(form.get("unemployment-fund"))?,
        member_number: typed("member-number"),
    })
}

pub(super) async fn application_send(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let mut form = ctx.form(FIELDS).await?;
    check(&ctx, &mut form);
    form.check(words::must_be_those_seen(&form, &consent_text(&ctx)));
    let moment = super::moment(&ctx);
    let words = consent_text(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let new = read(form).ok_or_else(|| Fault::bug("a choice checked and unknown"))?;
            applying::apply(tx, &moment, person, &new, &words)?;
            Ok("/join/state".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-applied"),
        Submitted::Again(form) => show(&ctx, *form),
    }
}

#[derive(Template)]
#[template(path = "application_state.html")]
struct ApplicationStatePage {
    page: Page,
    latest: Option<Application>,
    is_member: bool,
}

impl ApplicationStatePage {
    fn came(&self, by: &CameBy) -> &str {
        self.page.t(match by {
            CameBy::Site => "membership-state-sent",
            CameBy::Paper => "membership-state-came-on-paper",
        })
    }
}

pub(super) async fn application_state(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let all = ctx.read(move |tx| Ok(applications::of(tx, person)?)).await?;
    ctx.html(&ApplicationStatePage {
        page: ctx.page(ctx.t("membership-state-title")),
        latest: all.into_iter().next(),
        is_member: ctx.actor.is_member(),
    })
}

const NO_FIELDS: &[Field] = &[];

pub(super) async fn application_withdraw(ctx: Ctx) -> Reply {
    let (person, now) = (ctx.person()?, ctx.now);
    let form = ctx.form(NO_FIELDS).await?;
    let done = ctx
        .submit(form, move |tx, _| match applications::withdraw(tx, person, now)? {
            true => Ok("/join/state".to_owned()),
            false => Err(Refusal::new("membership-application-answered").into()),
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-withdrawn"),
        Submitted::Again(_) => ctx.see_other("/join/state"),
    }
}
