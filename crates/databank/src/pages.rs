//! Routes of the databank, and what its pages share.

mod article_editing;
mod editor;
mod fact_editing;
mod feed;
mod reading;
mod sources;

use std::sync::Arc;

use kafferum_platform::Error;
use kafferum_platform::clock;
use kafferum_platform::policy::PUBLIC;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::Form;
use kafferum_platform::web::route::{Route, get, post};

use crate::EDIT;
use crate::model::Stamp;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/databank", PUBLIC, reading::databank),
        get("/databank/facts", PUBLIC, reading::facts),
        get("/databank/feed/{lang}", PUBLIC, feed::feed),
        get("/databank/{slug}", PUBLIC, reading::article),
        get("/databank/{slug}/versions", PUBLIC, reading::article_versions),
        get("/databank/{slug}/versions/{lang}/{version}", PUBLIC, reading::article_version),
        get("/editor", EDIT, editor::editor),
        post("/editor/starting-articles", EDIT, editor::starting_articles),
        get("/editor/articles/new", EDIT, editor::article_new),
        post("/editor/articles/new", EDIT, editor::article_create),
        get("/editor/articles/{slug}", EDIT, editor::article_settings),
        post("/editor/articles/{slug}", EDIT, editor::article_settings_save),
        get("/editor/articles/{slug}/{lang}", EDIT, article_editing::article_edit),
        post("/editor/articles/{slug}/{lang}", EDIT, article_editing::article_save),
        post("/editor/articles/{slug}/{lang}/publish", EDIT, article_editing::article_publish),
        post("/editor/articles/{slug}/{lang}/preview", EDIT, article_editing::article_preview),
        get("/editor/articles/{slug}/{lang}/withdraw", EDIT, article_editing::article_withdraw),
        post(
            "/editor/articles/{slug}/{lang}/withdraw",
            EDIT,
            article_editing::article_withdraw_send,
        ),
        get("/editor/facts", EDIT, editor::editor_facts),
        get("/editor/facts/new", EDIT, fact_editing::fact_new),
        post("/editor/facts/new", EDIT, fact_editing::fact_create),
        get("/editor/facts/{key}", EDIT, fact_editing::fact_edit),
        post("/editor/facts/{key}", EDIT, fact_editing::fact_save),
        get("/editor/facts/{key}/supersede", EDIT, fact_editing::fact_supersede),
        post("/editor/facts/{key}/supersede", EDIT, fact_editing::fact_supersede_send),
    ]
}

/// The day it is for the union.
fn today(ctx: &Ctx) -> String {
    clock::date_of(ctx.now, &ctx.site.zone).to_string()
}

fn stamp(ctx: &Ctx) -> Stamp {
    Stamp {
        author: ctx.actor.person,
        checked: today(ctx),
        now: ctx.now,
        analyser: Arc::clone(&ctx.site.analyser),
    }
}

/// The language named in the address.
fn lang(ctx: &Ctx) -> Result<Lang, Error> {
    Lang::from_word(&ctx.param::<String>("lang")?).ok_or(Error::NotFound)
}

/// What to show of things that are there in several languages: in the page's
/// own language, else in the first there is.
fn in_language<T>(things: Vec<T>, wanted: Lang, of: impl Fn(&T) -> Lang) -> Option<T> {
    things.into_iter().min_by_key(|thing| (of(thing) != wanted, of(thing)))
}

/// What was typed, or nothing.
fn given(form: &Form, name: &str) -> Option<String> {
    form.given(name).map(ToOwned::to_owned)
}

/// Whether a form came back because of this.
fn is_refused_for(form: &Form, key: &str) -> bool {
    form.refusals().iter().any(|refusal| refusal.key == key)
}
