//! The registrar answers applications and hands them out.

use askama::Template;
use jiff::civil::Date;
use kafferum_platform::clock::{Millis, date_of};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Refusal, audit};

use crate::actions::applying;
use crate::applications_csv::{self, ApplicationLine};
use crate::model::{Answer, ApplicationId, ApplicationState, CameBy, Employer, MemberNumber};
use crate::roll_file::RollEntry;
use crate::store::applications::{self, Application, Taken};
use crate::store::roll;
use crate::{reference, roll_match};

/// Applications on one page.
const PAGE: i64 = 50;
/// Takings shown.
const TAKINGS: i64 = 20;

#[derive(Template)]
#[template(path = "registrar_applications.html")]
struct Applications {
    page: Page,
    /// The code of a form that came on paper.
    form: Form,
    list: Vec<Application>,
    is_waiting: bool,
    waiting: i64,
    fresh: i64,
    taken: Vec<Taken>,
    next: Option<ApplicationId>,
}

pub(super) async fn applications(ctx: Ctx) -> Reply {
    show_list(&ctx, Form::empty()).await
}

pub(super) async fn show_list(ctx: &Ctx, form: Form) -> Reply {
    let is_waiting = ctx.query("state").as_deref() != Some("settled");
    let from = ctx.query("from").and_then(|from| from.parse().ok());
    let (registrar, now) = (ctx.person()?, ctx.now);
    let (mut list, waiting, fresh, taken) = ctx
        .write(move |tx| {
            audit::record(tx, Some(registrar), "applications-seen", None, "", now)?;
            let list = if is_waiting {
                applications::waiting(tx, from.unwrap_or(ApplicationId(0)), PAGE + 1)?
            } else {
                applications::settled(tx, from.unwrap_or(ApplicationId(i64::MAX)), PAGE + 1)?
            };
            let seen = list.iter().take(super::shown(PAGE)).map(|one| one.person);
            audit::record_daily(tx, registrar, super::LISTED, seen, now)?;
            let (waiting, fresh) =
                (applications::count_waiting(tx)?, applications::count_fresh(tx)?);
            Ok((list, waiting, fresh, applications::taken(tx, TAKINGS)?))
        })
        .await?;
    let next = super::cut(&mut list, PAGE).map(|last| last.id);
    let page = ctx.page(ctx.t("membership-applications-title"));
    let shown = Applications { page, form, list, is_waiting, waiting, fresh, taken, next };
    super::show(ctx, &shown.form, &shown)
}

/// `seen` is the number whose entry the page showed.
const CONFIRM: &[Field] = &[form::line("member-number", 32), form::line("seen", 32)];
const DECLINE: &[Field] = &[form::text("reason", 1000).required()];

#[derive(Template)]
#[template(path = "registrar_application.html")]
struct ApplicationPage {
    page: Page,
    application: Application,
    code: String,
    /// Addresses that the two answers are sent to.
    confirm: String,
    decline: String,
    form: Form,
    entry: Option<RollRow>,
}

/// The entry that an applicant would be tied to, shown before they are: a
/// number is easily mistyped, and anybody may type a colleague's.
struct RollRow {
    number: String,
    name: String,
    birth_date: Option<String>,
    is_somebody_else: bool,
}

fn roll_row(application: &Application, entry: &RollEntry) -> RollRow {
    let names = [&entry.family_name, &entry.given_name].map(|name| name.as_deref());
    RollRow {
        number: entry.number.to_string(),
        name: names.into_iter().flatten().collect::<Vec<_>>().join(" "),
        birth_date: entry.birth_date.map(|day| day.to_string()),
        is_somebody_else: roll_match::by_number(application, entry).is_none(),
    }
}

pub(super) async fn application(ctx: Ctx) -> Reply {
    show(&ctx, Form::empty()).await
}

async fn show(ctx: &Ctx, form: Form) -> Reply {
    let id: ApplicationId = ctx.param("application")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    let typed = form.given("member-number").map(str::to_owned);
    let (application, number, entry) = ctx
        .write(move |tx| {
            let found = applications::get(tx, id)?.ok_or(Error::NotFound)?;
            let number = typed.clone().unwrap_or_else(|| found.body.member_number.clone());
            let entry = roll::entry(tx, &number)?.map(|(entry, _)| roll_row(&found, &entry));
            let detail = format!("application:{id}");
            audit::record(
                tx,
                Some(registrar),
                "application-seen",
                Some(found.person),
                &detail,
                now,
            )?;
            Ok((found, number, entry))
        })
        .await?;
    let name = format!("{} {}", application.body.family_name, application.body.given_name);
    let mut form = form;
    if form.given("member-number").is_none() {
        form.set("member-number", number);
    }
    form.set("seen", entry.as_ref().map_or("", |entry| entry.number.as_str()));
    let shown = ApplicationPage {
        page: ctx.page(name),
        code: reference::code(application.person),
        confirm: format!("/registrar/applications/{id}/confirm"),
        decline: format!("/registrar/applications/{id}/decline"),
        application,
        form,
        entry,
    };
    super::show(ctx, &shown.form, &shown)
}

pub(super) async fn application_confirm(ctx: Ctx) -> Reply {
    let id: ApplicationId = ctx.param("application")?;
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let mut form = ctx.form(CONFIRM).await?;
    let number = form.get("member-number").to_owned();
    if !number.is_empty() && MemberNumber::parse(&number).is_none() {
        form.refuse(Refusal::new("membership-number-wrong").at("member-number"));
    }
    let done = ctx
        .submit(form, move |tx, form| {
            applying::confirm(tx, &moment, id, &number, form.get("seen"), registrar)?;
            Ok("/registrar/applications".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-membership-confirmed"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

pub(super) async fn application_decline(ctx: Ctx) -> Reply {
    let id: ApplicationId = ctx.param("application")?;
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let form = ctx.form(DECLINE).await?;
    let done = ctx
        .submit(form, move |tx, form| {
            applying::decline(tx, &moment, id, form.get("reason"), registrar)?;
            Ok("/registrar/applications".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => {
            ctx.see_other_saying(&path, "flash-membership-application-declined")
        }
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

const NO_FIELDS: &[Field] = &[];

/// Takes out those that have not been yet; the file is made by another
/// address, as often as it is wanted.
pub(super) async fn applications_take(ctx: Ctx) -> Reply {
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let form = ctx.form(NO_FIELDS).await?;
    const NOTHING: &str = "/registrar/applications";
    const TAKEN: &str = "/registrar/applications#taken";
    let done = ctx
        .submit(form, move |tx, _| {
            let taken = applying::take(tx, registrar, moment.now)?;
            Ok(if taken == 0 { NOTHING } else { TAKEN }.to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) if path == TAKEN => {
            ctx.see_other_saying(&path, "flash-membership-taken")
        }
        _ => ctx.see_other_saying(NOTHING, "flash-membership-nothing-to-take"),
    }
}

/// The file of what was taken out at an instant, made anew from the facts each
/// time: who was forgotten or withdrew meanwhile is not in it.
pub(super) async fn applications_csv(ctx: Ctx) -> Reply {
    let at: Millis = ctx.param("taken")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    let taken = ctx
        .write(move |tx| {
            let taken = applications::taken_at(tx, at)?;
            if taken.is_empty() {
                return Err(Error::NotFound);
            }
            let detail = format!("taken:{at}");
            audit::record(tx, Some(registrar), "applications-fetched", None, &detail, now)?;
            Ok(taken)
        })
        .await?;
    let day = |at| date_of(at, &ctx.site.zone);
    let lines: Vec<ApplicationLine> = taken.iter().map(|one| line(one, day)).collect();
    let text = applications_csv::write(&lines, ctx.lang);
    let name = format!("applications-{}.csv", day(at));
    ctx.file("text/csv; charset=utf-8", &name, text.into_bytes())
}

fn line(application: &Application, day: impl Fn(i64) -> Date) -> ApplicationLine {
    let a = &application.body;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ApplicationLine {
        code: reference::code(application.person),
        received: day(application.applied_at),
        family_name: a.family_name.clone(),
        given_name: a.given_name.clone(),
        birth_date: a.birth_date.parse().ok(),
        street: some(&a.street),
        postal_code: some(&a.postal_code),
        city: some(&a.city),
        phone: some(&a.phone),
        email: some(&a.email),
        language: a.lang,
        employer: a.employer,
        job_started: a.job_started.parse().ok(),
        chapter_wish: some(&a.chapter_wish),
        student: a.student,
        unemployment_fund: a.unemployment_fund,
        consented: day(application.applied_at),
        member_number: some(&a.member_number),
    }
}

impl ApplicationPage {
    fn is_waiting(&self) -> bool {
        self.application.state == ApplicationState::Waiting
    }

    fn is_on_paper(&self) -> bool {
        self.application.came_by == CameBy::Paper
    }

    fn employer(&self) -> &str {
        self.page.t(match self.application.body.employer {
            Employer::Household => "membership-employer-household",
            Employer::County => "membership-employer-county",
            Employer::Company => "membership-employer-company",
            Employer::Other => "membership-employer-other",
        })
    }

    fn answer(&self, answer: &Answer) -> &str {
        self.page.t(match answer {
            Answer::Yes => "membership-answer-yes",
            Answer::No => "membership-answer-no",
        })
    }
}
