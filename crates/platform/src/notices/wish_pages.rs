//! How one wants to be told by mail, and ending such mails without signing in.

use askama::Template;

use super::wishes::{Mails, Titles, Wish};
use super::{NoticeKind, Pace, mails, store};
use crate::fault::{Error, Refusal};
use crate::policy::{ACCOUNT, PUBLIC};
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::{Reply, Route, get, post, post_from_anywhere};
use crate::web::view::Choice;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/notices/mails", ACCOUNT, wishes),
        post("/notices/mails", ACCOUNT, wishes_change),
        get("/notices/mails/stop/{token}", PUBLIC, stop),
        // Mail programs press the button themselves (RFC 8058).
        post_from_anywhere("/notices/mails/stop/{token}", PUBLIC, stop_do),
        get("/notices/mails/stopped", PUBLIC, stopped),
    ]
}

const FIELDS: &[Field] = &[
    form::line("mails", 10).required(),
    form::line("pace", 80),
    form::line("digest_hour", 2).required(),
    form::line("quiet_from", 2).required(),
    form::line("quiet_to", 2).required(),
    form::line("titles", 10).required(),
];

#[derive(Template)]
#[template(path = "notices_mails.html")]
struct WishesPage {
    page: Page,
    form: Form,
    kinds: Vec<KindView>,
    hours: Vec<Choice>,
    mails: Vec<Choice>,
    titles: Vec<Choice>,
}

/// A kind with the pace that is chosen for it.
struct KindView {
    name: &'static str,
    label: &'static str,
    paces: Vec<PaceView>,
}

struct PaceView {
    value: String,
    text: &'static str,
    is_chosen: bool,
}

impl Pace {
    const fn text(self) -> &'static str {
        match self {
            Self::AtOnce => "notices-pace-at-once",
            Self::Daily => "notices-pace-daily",
            Self::Weekly => "notices-pace-weekly",
            Self::Never => "notices-pace-never",
        }
    }
}

impl Mails {
    const fn text(self) -> &'static str {
        match self {
            Self::On => "notices-mails-on",
            Self::Stopped => "notices-mails-stopped",
        }
    }
}

impl Titles {
    const fn text(self) -> &'static str {
        match self {
            Self::Words => "notices-titles-words",
            Self::Shown => "notices-titles-shown",
            Self::Kept => "notices-titles-kept",
        }
    }
}

fn value(kind: &NoticeKind, pace: Pace) -> String {
    format!("{}:{}", kind.name, pace.word())
}

/// The kinds that this person can be told of, with what a form says of them.
fn kinds(ctx: &Ctx, form: &Form) -> Vec<KindView> {
    let chosen = form.all("pace");
    let view = |kind: &&'static NoticeKind| KindView {
        name: kind.name,
        label: kind.label,
        paces: Pace::ALL
            .iter()
            .map(|pace| {
                let value = value(kind, *pace);
                let is_chosen = chosen.contains(&value.as_str());
                PaceView { text: pace.text(), value, is_chosen }
            })
            .collect(),
    };
    let may_come = |kind: &&&NoticeKind| kind.permission.decide(&ctx.actor).is_ok();
    ctx.site.notices.iter().filter(may_come).map(view).collect()
}

async fn wishes(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let (wish, paces) =
        ctx.read(move |tx| Ok((store::wish(tx, person)?, store::paces(tx, person)?))).await?;
    let mut form = Form::empty()
        .with("digest_hour", wish.digest_hour.to_string())
        .with("quiet_from", wish.quiet_from.to_string())
        .with("quiet_to", wish.quiet_to.to_string())
        .with("mails", wish.mails.word())
        .with("titles", wish.titles.word());
    for kind in ctx.site.notices.iter() {
        let own = paces.iter().find(|(name, _)| name == kind.name);
        form.add("pace", value(kind, own.map_or(kind.pace, |(_, pace)| *pace)));
    }
    show(&ctx, form)
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let hours = (0..24).map(|hour| (hour.to_string(), format!("{hour}.00"))).collect();
    let choice = |word: &str, key: &str| (word.to_owned(), ctx.t(key).to_owned());
    let mails = Mails::ALL.iter().map(|one| choice(one.word(), one.text())).collect();
    let titles = Titles::ALL.iter().map(|one| choice(one.word(), one.text())).collect();
    let kinds = kinds(ctx, &form);
    let is_clean = form.is_clean();
    let page = ctx.page(ctx.t("notices-mails-title"));
    let shown = WishesPage { page, form, kinds, hours, mails, titles };
    if is_clean { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

/// An hour that was chosen, or what to mend.
fn hour(form: &mut Form, field: &'static str) -> i8 {
    match form.get(field).parse() {
        Ok(hour) if (0..24).contains(&hour) => hour,
        _ => {
            form.refuse(Refusal::new("notices-hour-unknown").at(field));
            0
        }
    }
}

async fn wishes_change(ctx: Ctx) -> Reply {
    let person = ctx.person()?;
    let mut form = ctx.form(FIELDS).await?;
    let wish = Wish {
        // Anything but a clear word sends less and shows less.
        mails: Mails::from_word(form.get("mails")).unwrap_or(Mails::Stopped),
        digest_hour: hour(&mut form, "digest_hour"),
        quiet_from: hour(&mut form, "quiet_from"),
        quiet_to: hour(&mut form, "quiet_to"),
        titles: Titles::from_word(form.get("titles")).unwrap_or(Titles::Kept),
    };
    let known = ctx.site.notices.clone();
    let done = ctx
        .submit(form, move |tx, form| {
            store::set_wish(tx, person, &wish)?;
            for chosen in form.all("pace") {
                let (name, pace) = chosen.split_once(':').ok_or(Error::NotFound)?;
                let kind = known.iter().find(|kind| kind.name == name).ok_or(Error::NotFound)?;
                let pace = Pace::from_word(pace).ok_or(Error::NotFound)?;
                store::set_pace(tx, person, kind, pace)?;
            }
            Ok("/notices".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-saved"),
        Submitted::Again(form) => show(&ctx, *form),
    }
}

#[derive(Template)]
#[template(path = "notices_stop.html")]
struct StopPage {
    page: Page,
    token: String,
}

/// Asks whether mails shall end; anybody with the link may.
async fn stop(ctx: Ctx) -> Reply {
    let token: String = ctx.param("token")?;
    mails::stopped_by(&ctx.site.signer(), &token).ok_or(Error::NotFound)?;
    ctx.html(&StopPage { page: ctx.page(ctx.t("notices-stop-title")), token })
}

/// Ends the mails. The link is the proof, so there is no form token to ask
/// for; sending it twice changes nothing more.
async fn stop_do(ctx: Ctx) -> Reply {
    let token: String = ctx.param("token")?;
    let person = mails::stopped_by(&ctx.site.signer(), &token).ok_or(Error::NotFound)?;
    ctx.write(move |tx| {
        let wish = Wish { mails: Mails::Stopped, ..store::wish(tx, person)? };
        Ok(store::set_wish(tx, person, &wish)?)
    })
    .await?;
    ctx.see_other("/notices/mails/stopped")
}

#[derive(Template)]
#[template(path = "notices_stopped.html")]
struct StoppedPage {
    page: Page,
}

async fn stopped(ctx: Ctx) -> Reply {
    ctx.html(&StoppedPage { page: ctx.page(ctx.t("notices-stopped-title")) })
}
