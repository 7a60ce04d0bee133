//! Routes and handlers.

mod application;
mod join;
mod own_road;
mod recognise;
mod register;
mod registrar_applications;
mod registrar_leavers;
mod registrar_letters;
mod registrar_people;
mod registrar_roll;
mod registrar_roll_columns;
mod timeline;

use kafferum_platform::feature::Moment;
use kafferum_platform::policy::{ACCOUNT, Denied, PUBLIC, Permission, Role, Standing, must_be};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::Form;
use kafferum_platform::web::route::{Reply, Route, get, post};

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
        get("/registrar/people/{person}/left", REGISTRAR, registrar_people::person_left),
        post("/registrar/people/{person}/left", REGISTRAR, registrar_people::person_left_do),
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

/// A page that shows a form, with the status that its state asks for.
fn show(ctx: &Ctx, form: &Form, template: &impl askama::Template) -> Reply {
    if form.is_clean() { ctx.html(template) } else { ctx.html_again(template) }
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
