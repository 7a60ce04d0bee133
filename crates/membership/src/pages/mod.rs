//! Routes and handlers.

mod application;
mod corrections;
mod join;
mod own_corrections;
mod own_road;
mod recognise;
mod register;
mod registrar_applications;
mod registrar_leavers;
mod registrar_letters;
mod registrar_paper;
mod registrar_people;
mod registrar_roll;
mod registrar_roll_columns;
mod timeline;

use kafferum_platform::feature::Moment;
use kafferum_platform::people::{Identity, PersonId, store};
use kafferum_platform::policy::{
    ACCOUNT, ADMINISTER, Denied, PUBLIC, Permission, Role, Standing, must_be,
};
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::Form;
use kafferum_platform::web::route::{Reply, Route, get, post};
use kafferum_platform::{Error, audit};

/// The way in, shown to all but those who are in, and those at work here.
pub(crate) const JOIN: Permission = Permission {
    name: "membership.join",
    rule: |actor| match actor.standing {
        Standing::Member | Standing::Staff => Err(Denied::NotYours),
        _ => Ok(()),
    },
};

/// Applying: for anyone with an account who is not a member; also after the
/// trial, and after a membership.
pub(crate) const APPLY: Permission = Permission {
    name: "membership.apply",
    rule: |actor| {
        actor.person()?;
        if actor.is_member() { Err(Denied::NotYours) } else { Ok(()) }
    },
};

/// The registrar's work.
pub(crate) const REGISTRAR: Permission =
    Permission { name: "membership.registrar", rule: |actor| must_be(actor, Role::Registrar) };

/// What waits for a second person of the office.
pub(crate) const CORRECTIONS: Permission = Permission {
    name: "membership.corrections",
    rule: |actor| must_be(actor, Role::Registrar).or_else(|_| must_be(actor, Role::Administrator)),
};

/// The routes of this capability.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/register", PUBLIC, register::register),
        post("/register", PUBLIC, register::register_do),
        get("/register/done", PUBLIC, register::register_done),
        get("/house-rules", PUBLIC, register::house_rules),
        get("/recognise", PUBLIC, recognise::recognise),
        post("/recognise", PUBLIC, recognise::recognise_try),
        post("/recognise/account", PUBLIC, recognise::recognise_account),
        get("/recognise/mail", PUBLIC, recognise::recognise_mail),
        get("/join", PUBLIC, join::join),
        get("/join/application", APPLY, application::application),
        post("/join/application", APPLY, application::application_send),
        get("/join/state", ACCOUNT, application::application_state),
        post("/join/state/withdraw", ACCOUNT, application::application_withdraw),
        get("/account/road", ACCOUNT, own_road::own_road),
        post("/account/road/decline", ACCOUNT, own_road::own_road_decline),
        post("/account/road/undecline", ACCOUNT, own_road::own_road_undecline),
        get("/registrar/applications", REGISTRAR, registrar_applications::applications),
        get(
            "/registrar/applications/{application}",
            REGISTRAR,
            registrar_applications::application,
        ),
        post(
            "/registrar/applications/{application}/confirm",
            REGISTRAR,
            registrar_applications::application_confirm,
        ),
        post(
            "/registrar/applications/{application}/decline",
            REGISTRAR,
            registrar_applications::application_decline,
        ),
        post("/registrar/applications/paper", REGISTRAR, registrar_paper::paper_by_code),
        post("/registrar/applications/take", REGISTRAR, registrar_applications::applications_take),
        get(
            "/registrar/applications/taken/{taken}/csv",
            REGISTRAR,
            registrar_applications::applications_csv,
        ),
        get("/registrar/letters", REGISTRAR, registrar_letters::letters),
        post("/registrar/letters/print", REGISTRAR, registrar_letters::letters_print),
        get("/registrar/letters/{batch}/pdf", REGISTRAR, registrar_letters::letters_pdf),
        post("/registrar/letters/returned", REGISTRAR, registrar_letters::letter_returned),
        get("/registrar/people", REGISTRAR, registrar_people::people),
        post("/registrar/people", REGISTRAR, registrar_people::people_find),
        get("/registrar/people/{person}", REGISTRAR, registrar_people::person),
        post("/registrar/people/{person}/returned", REGISTRAR, registrar_people::person_returned),
        get("/registrar/people/{person}/paper", REGISTRAR, registrar_paper::paper),
        post("/registrar/people/{person}/paper", REGISTRAR, registrar_paper::paper_enter),
        get("/registrar/people/{person}/left", REGISTRAR, registrar_people::person_left),
        post("/registrar/people/{person}/left", REGISTRAR, registrar_people::person_left_do),
        get("/registrar/people/{person}/correct", REGISTRAR, corrections::correction_new),
        post("/registrar/people/{person}/correct", REGISTRAR, corrections::correction_ask),
        get("/corrections", CORRECTIONS, corrections::corrections),
        get("/corrections/{correction}", CORRECTIONS, corrections::correction),
        post("/corrections/{correction}", ADMINISTER, corrections::correction_answer),
        post("/corrections/{correction}/withdraw", REGISTRAR, corrections::correction_withdraw),
        get("/account/corrections", ACCOUNT, own_corrections::own_corrections),
        post("/account/corrections/stop", ACCOUNT, own_corrections::own_correction_stop),
        get("/correction/stop/{token}", PUBLIC, own_corrections::correction_stop),
        post("/correction/stop/{token}", PUBLIC, own_corrections::correction_stop_do),
        get("/correction/take/{token}", PUBLIC, own_corrections::correction_take),
        post("/correction/take/{token}", PUBLIC, own_corrections::correction_take_do),
        get("/registrar/roll", REGISTRAR, registrar_roll::roll),
        post("/registrar/roll", REGISTRAR, registrar_roll::roll_upload),
        get("/registrar/roll/{import}", REGISTRAR, registrar_roll::roll_import),
        get("/registrar/roll/{import}/report.csv", REGISTRAR, registrar_roll::roll_report),
        post("/registrar/roll/{import}/apply", REGISTRAR, registrar_roll::roll_apply),
        post("/registrar/roll/{import}/drop", REGISTRAR, registrar_roll::roll_drop),
        get("/registrar/roll/{import}/columns", REGISTRAR, registrar_roll_columns::roll_columns),
        post(
            "/registrar/roll/{import}/columns",
            REGISTRAR,
            registrar_roll_columns::roll_columns_set,
        ),
        get("/registrar/leavers", REGISTRAR, registrar_leavers::leavers),
        post("/registrar/leavers/{task}/done", REGISTRAR, registrar_leavers::leaver_done),
    ]
}

/// What the verbs may know of the moment of a request.
fn moment(ctx: &Ctx) -> Moment {
    Moment { now: ctx.now, ..ctx.site.moment() }
}

/// Where a registrar sees a person.
fn person_path(ctx: &Ctx, person: PersonId) -> String {
    format!("/registrar/people/{}", ctx.site.civil_handle(person))
}

/// A page that shows a form, with the status that its state asks for.
fn show(ctx: &Ctx, form: &Form, template: &impl askama::Template) -> Reply {
    if form.is_clean() { ctx.html(template) } else { ctx.html_again(template) }
}

/// Who a person is, for a page about them, which is a look that they can read.
async fn look_at(ctx: &Ctx, person: PersonId) -> Result<Identity, Error> {
    let (registrar, now) = (ctx.person()?, ctx.now);
    ctx.write(move |tx| {
        let identity = store::identity(tx, person)?.ok_or(Error::NotFound)?;
        audit::record(tx, Some(registrar), "person-seen", Some(person), "", now)?;
        Ok(identity)
    })
    .await
}

/// Where a form without fields leads; a refusal is about the whole.
fn done(ctx: &Ctx, done: Submitted, flash: &'static str) -> Reply {
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, flash),
        Submitted::Again(form) => match form.refusals().first() {
            Some(refusal) => Err(refusal.clone().into()),
            None => Err(Error::NotFound),
        },
    }
}

/// What the log calls it when somebody stands in a list that was opened.
const LISTED: &str = "person-listed";

/// So many of a list that was read one too long are shown.
fn shown(page: i64) -> usize {
    usize::try_from(page).unwrap_or(usize::MAX)
}

/// Cuts a list that was read one too long down to a page. Gives its last entry
/// when there is more.
fn cut<T>(list: &mut Vec<T>, page: i64) -> Option<&T> {
    let page = shown(page);
    let has_more = list.len() > page;
    list.truncate(page);
    list.last().filter(|_| has_more)
}
