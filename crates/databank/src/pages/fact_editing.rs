//! Writing dated facts: new ones, corrections, successors.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;

use super::{given, is_refused_for, stamp, today};
use crate::actions::{self, STALE};
use crate::difference::{Compared, compare};
use crate::model::{Citing, Fact, FactState, FactText, Told};
use crate::rules;
use crate::store::{articles, facts};

const FACT: &[Field] = &[
    form::line("version", 20),
    form::line("key", rules::LONGEST_SLUG),
    form::text("statement-fi", 500),
    form::text("statement-sv", 500),
    form::text("statement-en", 500),
    form::line("applies-fi", 200),
    form::line("applies-sv", 200),
    form::line("applies-en", 200),
    form::line("source", 300).required(),
    form::line("source-url", 500),
    form::line("source-date", 10),
    form::line("checked", 10).required(),
    form::line("valid-from", 10),
    form::line("valid-to", 10),
];

/// Language, field of the sentence, field of whom it concerns.
const LANGUAGES: [(Lang, &str, &str); 3] = [
    (Lang::Fi, "statement-fi", "applies-fi"),
    (Lang::Sv, "statement-sv", "applies-sv"),
    (Lang::En, "statement-en", "applies-en"),
];

/// Reads the form and says what is wrong with its single fields.
async fn typed(ctx: &Ctx) -> Result<Form, Error> {
    let mut form = ctx.form(FACT).await?;
    let today = today(ctx);
    let texts = LANGUAGES.map(|(_, said, applies)| (said, form.get(said), form.get(applies)));
    let outcomes = [
        rules::must_say_something(&texts),
        rules::must_be_link(form.get("source-url"), "source-url"),
        rules::must_be_source_date(form.get("source-date"), "source-date"),
        rules::must_be_day(form.get("checked"), "checked"),
        rules::must_not_be_ahead(form.get("checked"), &today, "checked"),
        rules::must_be_day(form.get("valid-from"), "valid-from"),
        rules::must_be_day(form.get("valid-to"), "valid-to"),
        rules::must_be_in_order(form.get("valid-from"), form.get("valid-to"), "valid-to"),
    ];
    outcomes.into_iter().for_each(|outcome| form.check(outcome));
    Ok(form)
}

fn told(form: &Form) -> Told {
    let texts = LANGUAGES.iter().filter_map(|(lang, said, applies)| {
        let statement = form.given(said)?.to_owned();
        Some(FactText { lang: *lang, statement, applies_to: form.get(applies).to_owned() })
    });
    Told {
        source: form.get("source").to_owned(),
        source_url: given(form, "source-url"),
        source_date: given(form, "source-date"),
        checked: form.get("checked").to_owned(),
        valid_from: given(form, "valid-from"),
        valid_to: given(form, "valid-to"),
        texts: texts.collect(),
    }
}

fn filled(fact: &Fact) -> Form {
    let told = &fact.told;
    let open = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut form = Form::empty()
        .with("version", fact.version.to_string())
        .with("key", &fact.key)
        .with("source", &told.source)
        .with("source-url", open(&told.source_url))
        .with("source-date", open(&told.source_date))
        .with("checked", &told.checked)
        .with("valid-from", open(&told.valid_from))
        .with("valid-to", open(&told.valid_to));
    for (lang, said, applies) in LANGUAGES {
        if let Some(text) = told.texts.iter().find(|text| text.lang == lang) {
            form.set(said, &text.statement);
            form.set(applies, &text.applies_to);
        }
    }
    form
}

/// All that a form holds, as one text to compare.
fn whole(form: &Form) -> String {
    let held = FACT.iter().filter(|field| !["version", "key"].contains(&field.name));
    held.map(|field| form.get(field.name)).collect::<Vec<_>>().join("\n")
}

fn must_have_key(form: &mut Form) {
    let outcome = rules::must_be_slug(form.get("key"), "key");
    form.check(outcome);
}

#[derive(Template)]
#[template(path = "fact_new.html")]
struct FactNewPage<'f> {
    page: Page,
    form: &'f Form,
}

fn new_page<'f>(ctx: &Ctx, form: &'f Form) -> FactNewPage<'f> {
    FactNewPage { page: ctx.page(ctx.t("databank-fact-new")), form }
}

pub(super) async fn fact_new(ctx: Ctx) -> Reply {
    let form = Form::empty().with("checked", today(&ctx));
    ctx.html(&new_page(&ctx, &form))
}

pub(super) async fn fact_create(ctx: Ctx) -> Reply {
    let mut form = typed(&ctx).await?;
    must_have_key(&mut form);
    let stamp = stamp(&ctx);
    let work = ctx.submit(form, move |tx, form| {
        actions::enter_fact(tx, form.get("key"), &told(form), &stamp)?;
        Ok("/editor/facts".to_owned())
    });
    match work.await? {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-databank-saved"),
        Submitted::Again(form) => ctx.html_again(&new_page(&ctx, &form)),
    }
}

#[derive(Template)]
#[template(path = "fact_edit.html")]
struct FactEditPage<'f> {
    page: Page,
    form: &'f Form,
    fact: Fact,
    state: FactState,
    /// Key of the fact that takes its place.
    successor: Option<String>,
    citing: Vec<Citing>,
    /// When it was saved, and what it said then.
    history: Vec<(Millis, Fact)>,
    compared: Option<Compared>,
}

/// A fact and what its editor wants to know of it.
struct Known {
    fact: Fact,
    successor: Option<String>,
    citing: Vec<Citing>,
    history: Vec<(Millis, Fact)>,
}

async fn known(ctx: &Ctx) -> Result<Known, Error> {
    let key: String = ctx.param("key")?;
    ctx.read(move |tx| {
        let fact = facts::by_key(tx, &key)?.ok_or(Error::NotFound)?;
        let successor = match fact.superseded_by {
            Some(id) => facts::by_id(tx, id)?.map(|fact| fact.key),
            None => None,
        };
        let citing = articles::citing(tx, fact.id)?;
        let history = facts::history(tx, fact.id)?;
        Ok(Known { fact, successor, citing, history })
    })
    .await
}

fn edit_page<'f>(ctx: &Ctx, form: &'f Form, known: Known) -> FactEditPage<'f> {
    FactEditPage {
        page: ctx.page(ctx.ta("databank-edit-title", &[("title", &known.fact.key)])),
        form,
        state: rules::state_of(&known.fact, &today(ctx)),
        fact: known.fact,
        successor: known.successor,
        citing: known.citing,
        history: known.history,
        compared: None,
    }
}

pub(super) async fn fact_edit(ctx: Ctx) -> Reply {
    let known = known(&ctx).await?;
    let form = filled(&known.fact);
    ctx.html(&edit_page(&ctx, &form, known))
}

pub(super) async fn fact_save(ctx: Ctx) -> Reply {
    let key: String = ctx.param("key")?;
    let form = typed(&ctx).await?;
    let (stamp, base) = (stamp(&ctx), form.get("version").parse().unwrap_or(0));
    let work = ctx.submit(form, move |tx, form| {
        let fact = facts::by_key(tx, &key)?.ok_or(Error::NotFound)?;
        actions::correct_fact(tx, fact.id, base, &told(form), &stamp)?;
        Ok(format!("/editor/facts/{key}"))
    });
    let mut form = match work.await? {
        Submitted::Done(path) => return ctx.see_other_saying(&path, "flash-databank-saved"),
        Submitted::Again(form) => *form,
    };
    let known = known(&ctx).await?;
    let mut compared = None;
    if is_refused_for(&form, STALE) {
        compared = Some(compare(&whole(&form), &whole(&filled(&known.fact))));
        form.set("version", known.fact.version.to_string());
    }
    let mut page = edit_page(&ctx, &form, known);
    page.compared = compared;
    ctx.html_again(&page)
}

#[derive(Template)]
#[template(path = "fact_supersede.html")]
struct FactSupersedePage<'f> {
    page: Page,
    form: &'f Form,
    known: Known,
    statement: String,
    compared: Option<Compared>,
}

fn supersede_page<'f>(ctx: &Ctx, form: &'f Form, known: Known) -> FactSupersedePage<'f> {
    let statement = known.fact.told.text(ctx.lang).map(|text| text.statement.clone());
    FactSupersedePage {
        page: ctx.page(ctx.t("databank-supersede-title")),
        form,
        statement: statement.unwrap_or_default(),
        known,
        compared: None,
    }
}

pub(super) async fn fact_supersede(ctx: Ctx) -> Reply {
    let known = known(&ctx).await?;
    if known.successor.is_some() {
        return ctx.see_other(&format!("/editor/facts/{}", known.fact.key));
    }
    // Most of the old fact holds for the new one; its days don't.
    let today = today(&ctx);
    let begins = known.fact.told.valid_to.as_deref().map(|last| rules::days_after(last, 1));
    let mut form = filled(&known.fact);
    form.set("key", "");
    form.set("source-date", "");
    form.set("valid-from", begins.unwrap_or_else(|| today.clone()));
    form.set("valid-to", "");
    form.set("checked", today);
    ctx.html(&supersede_page(&ctx, &form, known))
}

pub(super) async fn fact_supersede_send(ctx: Ctx) -> Reply {
    let old: String = ctx.param("key")?;
    let mut form = typed(&ctx).await?;
    must_have_key(&mut form);
    let (stamp, base) = (stamp(&ctx), form.get("version").parse().unwrap_or(0));
    let work = ctx.submit(form, move |tx, form| {
        actions::supersede_fact(tx, &old, base, form.get("key"), &told(form), &stamp)?;
        Ok(format!("/editor/facts/{old}"))
    });
    let mut form = match work.await? {
        Submitted::Done(path) => return ctx.see_other_saying(&path, "flash-databank-superseded"),
        Submitted::Again(form) => *form,
    };
    let known = known(&ctx).await?;
    let mut compared = None;
    if is_refused_for(&form, STALE) {
        compared = Some(compare(&whole(&form), &whole(&filled(&known.fact))));
        form.set("version", known.fact.version.to_string());
    }
    let mut page = supersede_page(&ctx, &form, known);
    page.compared = compared;
    ctx.html_again(&page)
}
