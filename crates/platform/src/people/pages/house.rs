//! The house's own pages: choice of language, privacy, accessibility and what
//! one may switch for it.

use askama::Template;

use crate::fault::Error;
use crate::people::pages::account::LANGUAGE_KEPT;
use crate::texts::Lang;
use crate::web::back;
use crate::web::ctx::{Ctx, set_cookie};
use crate::web::form::{self, Field};
use crate::web::page::{KEYS, KEYS_OFF, Page};
use crate::web::route::Reply;
use crate::web::serve::LANGUAGE;

pub(super) async fn language(ctx: Ctx) -> Reply {
    let lang = Lang::from_word(&ctx.param::<String>("lang")?).ok_or(Error::NotFound)?;
    let asked = ctx.query("back").unwrap_or_default();
    let mut response = ctx.see_other(back::local(&asked))?;
    set_cookie(&mut response, &ctx.site, LANGUAGE, lang.word(), LANGUAGE_KEPT)?;
    Ok(response)
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy {
    page: Page,
    contact: String,
}

pub(super) async fn privacy(ctx: Ctx) -> Reply {
    ctx.html(&Privacy { page: ctx.page(ctx.t("privacy-title")), contact: contact(&ctx) })
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility {
    page: Page,
    contact: String,
}

pub(super) async fn accessibility(ctx: Ctx) -> Reply {
    ctx.html(&Accessibility {
        page: ctx.page(ctx.t("accessibility-title")),
        contact: contact(&ctx),
    })
}

/// How long a device keeps its keys off.
const KEYS_KEPT: i64 = 365 * 24 * 60 * 60;
const KEYS_FIELDS: &[Field] = &[form::line("keys", 3).required()];

pub(super) async fn keys(ctx: Ctx) -> Reply {
    let form = ctx.form(KEYS_FIELDS).await?;
    let kept = if form.get("keys") == KEYS_OFF { KEYS_KEPT } else { 0 };
    let mut response = ctx.see_other_saying("/accessibility#keys", "flash-saved")?;
    set_cookie(&mut response, &ctx.site, KEYS, KEYS_OFF, kept)?;
    Ok(response)
}

fn contact(ctx: &Ctx) -> String {
    ctx.site.settings().line("union-contact").to_owned()
}
