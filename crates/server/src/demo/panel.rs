//! The panel: sign in as anybody, move the clock.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::fault::Fault;
use kafferum_platform::jobs;
use kafferum_platform::people::store::{TrialEnd, actor_by_person, pseudonym};
use kafferum_platform::people::{PersonId, session};
use kafferum_platform::site::Site;
use kafferum_platform::volume::Volume;
use kafferum_platform::web::ctx::{Ctx, set_cookie};
use kafferum_platform::web::form::{self, Field};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::serve::SESSION;
use kafferum_platform::{search, settings};

use crate::command::Demo;
use crate::demo::people::{self, CHARACTERS};
use crate::demo::{fill, seal, store};

/// Setting under which the moved clock outlives a restart.
const CLOCK: &str = "demo-clock";
/// Days the clock may be moved by at once.
const FARTHEST: i64 = 366;

fn say(error: Error) -> String {
    match error {
        Error::Fault(fault) => fault.to_string(),
        other => format!("{other:?}"),
    }
}

/// Fills a fresh demonstration, or goes on with one.
pub(crate) async fn set_up(site: &Arc<Site>, command: &Demo) -> Result<(), String> {
    let moved = site.settings().number(CLOCK);
    site.clock.advance(moved);
    let is_fresh = site.db.read(|tx| Ok(store::is_fresh(tx)?)).await.map_err(say)?;
    if is_fresh {
        name_the_union(site).await.map_err(say)?;
        people::enter(site).await.map_err(say)?;
        for demo in site.features.iter().filter_map(|feature| feature.demo) {
            demo(Arc::clone(site)).await.map_err(say)?;
        }
        seal::fill(site).await.map_err(say)?;
    }
    match fill::wanted(command)? {
        None => Ok(()),
        Some(_) if !is_fresh => {
            println!("This folder holds a demonstration already, so nothing more is filled in.");
            Ok(())
        }
        Some(volume) => fill_in(site, &volume).await.map_err(say),
    }
}

/// Fills in what the command line asks for, people first.
async fn fill_in(site: &Arc<Site>, volume: &Volume) -> Result<(), Error> {
    for fill in site.features.iter().filter_map(|feature| feature.fill) {
        fill(Arc::clone(site), volume.clone()).await?;
    }
    // As it would be after the years in which so much is written.
    while site.db.write(|tx| Ok(search::merge(tx)?)).await? {}
    Ok(())
}

async fn name_the_union(site: &Arc<Site>) -> Result<(), Error> {
    let now = site.now();
    site.db
        .write(move |tx| {
            for (key, value) in [
                ("union-name", "Avustajien liitto"),
                ("sender-name", "Kafferum"),
                ("sender-address", "posti@esimerkki.example"),
                ("union-contact", "neuvonta@esimerkki.example"),
                (
                    "membership-return-address",
                    "Avustajien liitto, Jäsenpalvelu, Esimerkkikatu 1, 00530 HELSINKI",
                ),
                ("membership-letter-place", "Helsinki"),
            ] {
                settings::write(tx, key, value, None, now)?;
            }
            Ok(())
        })
        .await?;
    site.reload_settings().await
}

/// Somebody to sign in as.
struct Shown {
    person: PersonId,
    pseudonym: &'static str,
    /// Text keys of where they stand and of their role.
    stands: &'static str,
    role: Option<String>,
}

#[derive(Template)]
#[template(path = "demo.html")]
struct Panel {
    page: Page,
    people: Vec<Shown>,
}

fn shown(tx: &mut Tx<'_>, now: Millis, trial_end: TrialEnd<'_>) -> Result<Vec<Shown>, Fault> {
    let known = store::people(tx)?;
    let find = |name: &str| known.iter().find(|(_, known)| known == name).map(|(id, _)| *id);
    let mut people = Vec::new();
    for character in &CHARACTERS {
        let Some(person) = find(character.pseudonym) else { continue };
        let Some(actor) = actor_by_person(tx, person, now, trial_end)? else { continue };
        people.push(Shown {
            person,
            pseudonym: character.pseudonym,
            stands: actor.standing.text(),
            role: character.role.map(|role| format!("role-{}", role.word())),
        });
    }
    Ok(people)
}

pub(crate) async fn show(ctx: Ctx) -> Reply {
    let (now, trial_end) = (ctx.now, ctx.site.trial_end());
    let people = ctx.read(move |tx| Ok(shown(tx, now, &trial_end)?)).await?;
    ctx.html(&Panel { page: ctx.page(ctx.t("demo-panel")), people })
}

const SIGN_IN: &[Field] = &[form::line("who", 20).required()];

pub(crate) async fn sign_in(ctx: Ctx) -> Reply {
    let form = ctx.form(SIGN_IN).await?;
    let person: PersonId = form.get("who").parse().map_err(|_| Error::NotFound)?;
    let token = session::token(&ctx.site.random)?;
    let (hash, now) = (session::hash(&token), ctx.now);
    ctx.write(move |tx| {
        pseudonym(tx, person)?.ok_or(Error::NotFound)?;
        Ok(session::open(tx, &hash, person, "Demo", now)?)
    })
    .await?;
    let mut response = ctx.see_other("/")?;
    set_cookie(&mut response, &ctx.site, SESSION, &token, session::IDLE / 1000)?;
    set_cookie(&mut response, &ctx.site, "lang", "", 0)?;
    Ok(response)
}

const DAYS: &[Field] = &[form::line("days", 4).required()];

pub(crate) async fn move_clock(ctx: Ctx) -> Reply {
    let form = ctx.form(DAYS).await?;
    let days: Millis = form.get("days").parse().map_err(|_| Error::NotFound)?;
    if !(1..=FARTHEST).contains(&days) {
        return Err(Error::NotFound);
    }
    let (offset, now) = (ctx.site.clock.offset() + days * DAY, ctx.now);
    ctx.submit(form, move |tx, _| {
        settings::write(tx, CLOCK, &offset.to_string(), None, now)?;
        store::keep_signed_in(tx, days * DAY)?;
        Ok("/demo".to_owned())
    })
    .await?;
    // By what is stored: a form sent twice moves the clock once.
    ctx.site.reload_settings().await?;
    ctx.site.clock.advance(ctx.site.settings().number(CLOCK) - ctx.site.clock.offset());
    // Done before the answer, so that the next page already shows what the
    // passing of days has brought.
    jobs::work(&ctx.site).await?;
    ctx.see_other_saying("/demo", "flash-demo-clock-moved")
}
