//! What the union may set, one setting at a time.

use askama::Template;

use crate::audit;
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault, Refusal};
use crate::people::PersonId;
use crate::people::contact::must_be_mail_address;
use crate::settings::{self, Kind, Setting, Settings, Side, in_language};
use crate::texts::Lang;
use crate::web::ctx::{Ctx, Submitted};
use crate::web::form::{self, Field, Form};
use crate::web::page::Page;
use crate::web::route::Reply;
use crate::web::view::Choice;

const VALUE: &[Field] = &[form::line("value", 500), form::line("seen", 64)];
const CLEAR: &[Field] = &[form::line("seen", 64)];
const TEXT: &[Field] = &[
    form::text("fi", 10_000),
    form::text("sv", 10_000),
    form::text("en", 10_000),
    form::line("seen", 64),
];
/// Text key of a change that met another one.
const STALE: &str = "admin-setting-stale";

/// The settings of one capability.
struct Group {
    title: String,
    rows: Vec<Row>,
}

struct Row {
    key: &'static str,
    label: String,
    value: String,
    /// The union has set it.
    is_own: bool,
}

#[derive(Template)]
#[template(path = "admin_settings.html")]
struct AdminSettings {
    page: Page,
    groups: Vec<Group>,
}

pub(super) async fn admin_settings(ctx: Ctx) -> Reply {
    let groups = ctx.site.features.iter().filter(|feature| !feature.settings.is_empty());
    let groups = groups
        .map(|feature| Group {
            title: group_title(&ctx, feature.name),
            rows: feature.settings.iter().map(|setting| row(&ctx, setting)).collect(),
        })
        .collect();
    ctx.html(&AdminSettings { page: ctx.page(ctx.t("admin-settings-title")), groups })
}

fn group_title(ctx: &Ctx, capability: &'static str) -> String {
    let key = match capability {
        "platform" => "capability-platform",
        "membership" => "capability-membership",
        "coffee_room" => "capability-coffee-room",
        "databank" => "capability-databank",
        other => other,
    };
    ctx.t(key).to_owned()
}

fn row(ctx: &Ctx, setting: &Setting) -> Row {
    let known = ctx.site.settings();
    let is_own = match setting.kind {
        Kind::Text { .. } => {
            Lang::ALL.iter().any(|lang| known.own(&in_language(setting.key, *lang)).is_some())
        }
        _ => known.own(setting.key).is_some(),
    };
    let value = match setting.kind {
        Kind::Text { .. } => beginning(&current_text(ctx, setting, ctx.lang)),
        Kind::Choice(_) => choice_label(ctx, setting, known.line(setting.key)),
        _ => known.line(setting.key).to_owned(),
    };
    Row { key: setting.key, label: label(ctx, setting), value, is_own }
}

/// Settings that the union has yet to give: name and label.
pub(super) fn asked(ctx: &Ctx) -> Vec<(&'static str, String)> {
    let stands = ctx.site.settings();
    let known = ctx.site.known_settings().into_iter();
    let asked = known.filter(|one| one.kind == Kind::Asked && stands.line(one.key).is_empty());
    asked.map(|setting| (setting.key, label(ctx, &setting))).collect()
}

fn label(ctx: &Ctx, setting: &Setting) -> String {
    ctx.t(&format!("setting-{}", setting.key)).to_owned()
}

/// The beginning of a long text, on one line.
fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// The words of a choice: a language by its own name, others by a text
/// `setting-KEY-WORD`, else as they are.
fn choice_label(ctx: &Ctx, setting: &Setting, word: &str) -> String {
    let key = format!("setting-{}-{word}", setting.key);
    match Lang::from_word(word) {
        _ if ctx.site.texts.has(ctx.lang, &key) => ctx.t(&key).to_owned(),
        Some(lang) => lang.name().to_owned(),
        None => word.to_owned(),
    }
}

/// The program's own text, its places written as an administrator writes them.
fn default_text(ctx: &Ctx, setting: &Setting, lang: Lang) -> String {
    let Kind::Text { places } = setting.kind else { return String::new() };
    let shown: Vec<(&str, String)> =
        places.iter().map(|place| (*place, format!("{{ ${place} }}"))).collect();
    let args: Vec<(&str, &str)> =
        shown.iter().map(|(place, shown)| (*place, shown.as_str())).collect();
    ctx.site.texts.format(lang, setting.key, &args)
}

fn current_text(ctx: &Ctx, setting: &Setting, lang: Lang) -> String {
    match ctx.site.settings().own(&in_language(setting.key, lang)) {
        Some(own) => own.to_owned(),
        None => default_text(ctx, setting, lang),
    }
}

/// A text in one language, as the program has it.
struct Original {
    lang: Lang,
    text: String,
}

#[derive(Template)]
#[template(path = "admin_setting.html")]
struct AdminSetting {
    page: Page,
    /// Where the form goes; the page may stand at another address.
    action: String,
    form: Form,
    /// `text`, `choice`, `number` or `line`: which control is shown.
    control: &'static str,
    choices: Vec<Choice>,
    places: Vec<String>,
    default: String,
    defaults: Vec<Original>,
    is_own: bool,
    /// What somebody else saved meanwhile: label and value.
    meanwhile: Vec<(String, String)>,
}

fn find(ctx: &Ctx) -> Result<Setting, Error> {
    let key: String = ctx.param("key")?;
    ctx.site.known_settings().into_iter().find(|setting| setting.key == key).ok_or(Error::NotFound)
}

pub(super) async fn admin_setting(ctx: Ctx) -> Reply {
    let setting = find(&ctx)?;
    show(&ctx, &setting, filled(&ctx, &setting), Vec::new())
}

/// The form as the setting is now.
fn filled(ctx: &Ctx, setting: &Setting) -> Form {
    let known = ctx.site.settings();
    let form = Form::empty().with("seen", known.mark(setting.key));
    match setting.kind {
        Kind::Text { .. } => Lang::ALL
            .iter()
            .fold(form, |form, lang| form.with(lang.word(), current_text(ctx, setting, *lang))),
        _ => form.with("value", known.line(setting.key)),
    }
}

/// The form as the setting would be by default.
fn by_default(ctx: &Ctx, setting: &Setting) -> Form {
    match setting.kind {
        Kind::Text { .. } => Lang::ALL.iter().fold(Form::empty(), |form, lang| {
            form.with(lang.word(), default_text(ctx, setting, *lang))
        }),
        _ => Form::empty().with("value", setting.default),
    }
}

fn is_stale(form: &Form) -> bool {
    form.refusals().iter().any(|refusal| refusal.key == STALE)
}

/// Shows a form that came back; one that came too late beside what is there
/// now, under the new mark, so that sending it again takes effect.
async fn show_again(ctx: &Ctx, setting: &Setting, mut form: Form) -> Reply {
    if !is_stale(&form) {
        return show(ctx, setting, form, Vec::new());
    }
    ctx.site.reload_settings().await?;
    let now = filled(ctx, setting);
    let meanwhile = match setting.kind {
        Kind::Text { .. } => {
            let differing =
                Lang::ALL.iter().filter(|lang| now.get(lang.word()) != form.get(lang.word()));
            differing
                .map(|lang| (lang.name().to_owned(), now.get(lang.word()).to_owned()))
                .collect()
        }
        Kind::Choice(_) => {
            vec![(label(ctx, setting), choice_label(ctx, setting, now.get("value")))]
        }
        _ => vec![(label(ctx, setting), now.get("value").to_owned())],
    };
    form.set("seen", now.get("seen"));
    show(ctx, setting, form, meanwhile)
}

fn show(ctx: &Ctx, setting: &Setting, form: Form, meanwhile: Vec<(String, String)>) -> Reply {
    let (control, choices, places) = match setting.kind {
        Kind::Number { .. } | Kind::Beside { .. } => ("number", Vec::new(), Vec::new()),
        Kind::Line | Kind::Asked => ("line", Vec::new(), Vec::new()),
        Kind::Choice(words) => ("choice", choices(ctx, setting, words), Vec::new()),
        Kind::Text { places } => {
            ("text", Vec::new(), places.iter().map(|place| format!("{{ ${place} }}")).collect())
        }
    };
    let is_text = control == "text";
    let defaults = Lang::ALL.iter().filter(|_| is_text);
    let shown = AdminSetting {
        page: ctx.page(label(ctx, setting)),
        action: format!("/admin/settings/{}", setting.key),
        control,
        choices,
        places,
        default: match setting.kind {
            Kind::Choice(_) => choice_label(ctx, setting, setting.default),
            _ => setting.default.to_owned(),
        },
        defaults: defaults
            .map(|lang| Original { lang: *lang, text: default_text(ctx, setting, *lang) })
            .collect(),
        is_own: row(ctx, setting).is_own,
        meanwhile,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

fn choices(ctx: &Ctx, setting: &Setting, words: &[&str]) -> Vec<Choice> {
    words.iter().map(|word| ((*word).to_owned(), choice_label(ctx, setting, word))).collect()
}

/// A value to be written, or nothing to go back to the default.
type Change = (String, Option<String>);

pub(super) async fn admin_setting_change(ctx: Ctx) -> Reply {
    let setting = find(&ctx)?;
    let is_text = matches!(setting.kind, Kind::Text { .. });
    let mut form = ctx.form(if is_text { TEXT } else { VALUE }).await?;
    let changes = if is_text {
        texts_typed(&ctx, &setting, &mut form)
    } else {
        vec![value_typed(&setting, &mut form)]
    };
    let (person, now, other) = (ctx.person()?, ctx.now, other(&ctx, &setting));
    let done = ctx
        .submit(form, move |tx, form| {
            must_be_seen(tx, &setting, form.get("seen"))?;
            for change in &changes {
                apply(tx, change, person, now)?;
            }
            must_stand_beside(tx, &setting, other.as_ref(), now)?;
            audit::record(tx, Some(person), "setting-changed", None, setting.key, now)?;
            Ok("/admin/settings".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => {
            ctx.site.reload_settings().await?;
            ctx.see_other_saying(&path, "flash-saved")
        }
        Submitted::Again(form) => show_again(&ctx, &setting, *form).await,
    }
}

/// Nobody's change is lost under another's that was begun before it.
fn must_be_seen(tx: &mut Tx<'_>, setting: &Setting, seen: &str) -> Result<(), Error> {
    let stands = Settings::new(&[], settings::read(tx)?).mark(setting.key);
    if stands == seen { Ok(()) } else { Err(Refusal::new(STALE).into()) }
}

/// The setting that a number stays on one side of, with its label.
fn other(ctx: &Ctx, setting: &Setting) -> Option<(Setting, String)> {
    let Kind::Beside { side: Side::Below(key) | Side::Above(key), .. } = setting.kind else {
        return None;
    };
    let other = ctx.site.known_settings().into_iter().find(|other| other.key == key)?;
    Some((other, label(ctx, &other)))
}

/// Asked of what the transaction has written, so that the other number is the
/// one that stands.
fn must_stand_beside(
    tx: &mut Tx<'_>,
    setting: &Setting,
    other: Option<&(Setting, String)>,
    now: Millis,
) -> Result<(), Error> {
    let (Kind::Beside { side, .. }, Some((other, label))) = (setting.kind, other) else {
        return Ok(());
    };
    settings::take_turn(tx, now)?;
    let stands = Settings::new(&[*setting, *other], settings::read(tx)?);
    let (mine, theirs) = (stands.number(setting.key), stands.number(other.key));
    let key = match side {
        Side::Below(_) if mine >= theirs => "setting-not-below",
        Side::Above(_) if mine <= theirs => "setting-not-above",
        _ => return Ok(()),
    };
    Err(Refusal::new(key).with("other", label).with("number", theirs).at("value").into())
}

fn apply(tx: &mut Tx<'_>, change: &Change, by: PersonId, now: i64) -> Result<(), Fault> {
    match &change.1 {
        Some(value) => settings::write(tx, &change.0, value, Some(by), now),
        None => settings::clear(tx, &change.0),
    }
}

fn value_typed(setting: &Setting, form: &mut Form) -> Change {
    let value = form.get("value").to_owned();
    form.check(setting.must_take(&value).map_err(|refusal| refusal.at("value")));
    form.check(must_fit(setting, &value).map_err(|refusal| refusal.at("value")));
    (setting.key.to_owned(), Some(value).filter(|value| value != setting.default))
}

/// What the kinds of settings can't say: without a name the pages and without
/// an address the mails don't work.
fn must_fit(setting: &Setting, value: &str) -> Result<(), Refusal> {
    match setting.key {
        "sender-address" => must_be_mail_address(value, "value"),
        _ if value.is_empty() && !setting.default.is_empty() => {
            Err(Refusal::new("form-required").at("value"))
        }
        _ => Ok(()),
    }
}

fn texts_typed(ctx: &Ctx, setting: &Setting, form: &mut Form) -> Vec<Change> {
    let Kind::Text { places } = setting.kind else { return Vec::new() };
    let mut changes = Vec::new();
    for lang in Lang::ALL {
        let text = tidy(form.get(lang.word()), places);
        let original = default_text(ctx, setting, *lang);
        form.check(setting.must_take(&text).map_err(|refusal| refusal.at(lang.word())));
        form.check(must_keep_places(&text, &original).map_err(|refusal| refusal.at(lang.word())));
        let is_default = text.is_empty() || text == original.trim_end();
        changes.push((in_language(setting.key, *lang), Some(text).filter(|_| !is_default)));
    }
    changes
}

/// Places without which a mail is of no use.
const NEEDED: [&str; 2] = ["{ $link }", "{ $password }"];

fn must_keep_places(text: &str, original: &str) -> Result<(), Refusal> {
    let lost = NEEDED.iter().find(|place| original.contains(**place) && !text.contains(**place));
    match lost {
        Some(place) if !text.is_empty() => {
            Err(Refusal::new("admin-setting-place-needed").with("place", place))
        }
        _ => Ok(()),
    }
}

/// Places as settings fill them, however the spaces inside were typed.
fn tidy(text: &str, places: &[&str]) -> String {
    places.iter().fold(text.to_owned(), |text, place| {
        let spelled = format!("{{ ${place} }}");
        text.replace(&format!("{{${place}}}"), &spelled)
            .replace(&format!("{{ ${place}}}"), &spelled)
            .replace(&format!("{{${place} }}"), &spelled)
    })
}

pub(super) async fn admin_setting_clear(ctx: Ctx) -> Reply {
    let setting = find(&ctx)?;
    let form = ctx.form(CLEAR).await?;
    let (person, now, other) = (ctx.person()?, ctx.now, other(&ctx, &setting));
    let done = ctx
        .submit(form, move |tx, form| {
            must_be_seen(tx, &setting, form.get("seen"))?;
            settings::clear(tx, setting.key)?;
            for lang in Lang::ALL {
                settings::clear(tx, &in_language(setting.key, *lang))?;
            }
            must_stand_beside(tx, &setting, other.as_ref(), now)?;
            audit::record(tx, Some(person), "setting-cleared", None, setting.key, now)?;
            Ok("/admin/settings".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => {
            ctx.site.reload_settings().await?;
            ctx.see_other_saying(&path, "flash-saved")
        }
        Submitted::Again(form) => {
            let show_what = if is_stale(&form) { by_default } else { filled };
            let mut shown = show_what(&ctx, &setting);
            form.refusals().iter().for_each(|refusal| shown.refuse(refusal.clone()));
            show_again(&ctx, &setting, shown).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_recognised_however_their_spaces_were_typed() {
        for typed in ["Hei {$name}!", "Hei { $name}!", "Hei {$name }!", "Hei { $name }!"] {
            assert_eq!(tidy(typed, &["name", "link"]), "Hei { $name }!");
        }
    }

    #[test]
    fn a_long_text_is_shown_by_its_beginning() {
        assert_eq!(beginning("Hei\n\nsinä"), "Hei sinä");
        assert_eq!(beginning(&"ä".repeat(100)), format!("{}…", "ä".repeat(80)));
    }
}
