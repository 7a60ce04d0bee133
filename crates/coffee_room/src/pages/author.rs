//! Measures about the author of a post or a waiting text, and ending them.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;

use super::item::{Around, AroundView, MeasureView, find_post, is_party};
use super::report::WORDS_MOST;
use super::{SeenBy, act, name, reasons};
use crate::actions::{self, Act};
use crate::model::{
    HeldId, HeldPlace, Item, Measure, MeasureId, MeasureKind, NewMeasure, OpenTo, Reason, RoomId,
    ThreadId,
};
use crate::parties::{self, Matter};
use crate::rules::{self, DAYS, PER_HOUR};
use crate::store;

const MEASURE: &[Field] = &[
    form::line("kind", 10).required(),
    form::line("where", 10),
    form::line("days", 10),
    form::line("rate", 10),
    form::line("reason", 20),
    form::text("words", WORDS_MOST),
    form::line("seen", 20),
];
const LIFT: &[Field] = &[form::text("words", WORDS_MOST).required()];

const EVERYWHERE: &str = "all";
const UNTIL_LIFTED: &str = "open";

/// Whom it is about, and where.
struct Subject {
    item: Item,
    person: PersonId,
    pseudonym: String,
    room: (RoomId, OpenTo),
    room_name: String,
    place: Option<(ThreadId, i64)>,
}

fn item(ctx: &Ctx) -> Result<Item, Error> {
    if let Ok(held) = ctx.param::<HeldId>("held") {
        return Ok(Item::Held(held));
    }
    Ok(Item::Post(ctx.param("thread")?, ctx.param("number")?))
}

fn find(tx: &mut Tx<'_>, act: &Act, item: Item) -> Result<Subject, Error> {
    let subject = match item {
        Item::Held(id) => {
            let held = store::held::held(tx, id, act.lang)?.ok_or(Error::NotFound)?;
            rules::may_judge_held(&act.actor, &held)?;
            let place = match held.place {
                HeldPlace::Edit { thread, position, .. } => Some((thread, position)),
                _ => None,
            };
            Subject {
                item,
                person: held.author,
                pseudonym: held.pseudonym,
                room: (held.room, held.open_to),
                room_name: held.room_name,
                place,
            }
        }
        Item::Post(thread, position) => {
            let (scene, post) = find_post(tx, act, thread, position)?;
            Subject {
                item,
                person: post.author,
                pseudonym: post.pseudonym,
                room: (scene.thread.room, scene.thread.open_to),
                room_name: scene.thread.room_name,
                place: Some((thread, position)),
            }
        }
        Item::Appeal(_) => return Err(Error::NotFound),
    };
    rules::may_measure(&act.actor, subject.person, Some(subject.room))?;
    let (room, _) = subject.room;
    let matter = Matter { author: subject.person, room: Some(room), post: subject.place };
    parties::must_not_be(tx, act, matter)?;
    Ok(subject)
}

#[derive(Template)]
#[template(path = "author.html")]
struct AuthorPage {
    page: Page,
    back: String,
    author: String,
    around: AroundView,
    form: Form,
    kinds: Vec<Choice>,
    /// Empty for moderators of single rooms.
    places: Vec<Choice>,
    lengths: Vec<Choice>,
    rates: Vec<Choice>,
    reasons: Vec<Choice>,
    seen_by: SeenBy,
}

fn lengths(ctx: &Ctx) -> Vec<Choice> {
    let days = DAYS.iter().map(|days| {
        let label = ctx.ta("coffee-room-days", &[("count", &days.to_string())]);
        (days.to_string(), label)
    });
    let open = (UNTIL_LIFTED.to_owned(), ctx.t("coffee-room-until-lifted").to_owned());
    days.chain([open]).collect()
}

/// Shows the form under the number of the last line about the person, so that
/// what another decides meanwhile is not passed over unseen.
async fn show(ctx: &Ctx, mut form: Form) -> Reply {
    let (item, acting) = (item(ctx)?, act(ctx));
    let (subject, around, last) = ctx
        .read(move |tx| {
            let subject = find(tx, &acting, item)?;
            let around = Around::read(tx, &acting, item, subject.person, subject.place)?;
            let last = store::measures::last_about(tx, subject.person)?;
            Ok((subject, around, last))
        })
        .await?;
    form.set("seen", last.to_string());
    let choice = |word: &str, key: &str| (word.to_owned(), ctx.t(key).to_owned());
    let kinds = MeasureKind::ALL.iter().map(|kind| choice(kind.word(), kind.text()));
    let places = if rules::is_moderator_of(&ctx.actor, None) {
        vec![("room".to_owned(), subject.room_name), choice(EVERYWHERE, "coffee-room-all-rooms")]
    } else {
        Vec::new()
    };
    let rates = PER_HOUR.iter().map(|rate| {
        let label = ctx.ta("coffee-room-per-hour", &[("count", &rate.to_string())]);
        (rate.to_string(), label)
    });
    let author = name(ctx, subject.pseudonym);
    let shown = AuthorPage {
        page: ctx.page(ctx.t("coffee-room-author")),
        back: subject.item.path(),
        around: AroundView::new(ctx, around, author.clone(), true)?,
        author,
        kinds: kinds.collect(),
        places,
        lengths: lengths(ctx),
        rates: rates.collect(),
        reasons: reasons(ctx),
        seen_by: SeenBy("coffee-room-measure-seen"),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn author(ctx: Ctx) -> Reply {
    let form = Form::empty()
        .with("kind", MeasureKind::Warn.word())
        .with("where", "room")
        .with("days", "7")
        .with("rate", "3");
    show(&ctx, form).await
}

/// What was chosen; the kind has been asked for as a field that must be there.
fn typed(form: &Form) -> Option<NewMeasure> {
    Some(NewMeasure {
        kind: MeasureKind::from_word(form.get("kind"))?,
        is_everywhere: form.get("where") == EVERYWHERE,
        posts_per_hour: form.get("rate").parse().ok(),
        days: match form.get("days") {
            UNTIL_LIFTED => None,
            // What is no number is no length that can be chosen.
            days => Some(days.parse().unwrap_or(0)),
        },
        reason: Reason::chosen(form.get("reason")),
        words: form.get("words").to_owned(),
        seen: form.given("seen").and_then(|seen| seen.parse().ok()),
    })
}

pub(super) async fn measured(ctx: Ctx) -> Reply {
    let item = item(&ctx)?;
    let form = ctx.form(MEASURE).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let subject = find(tx, &act, item)?;
            let new = typed(form).ok_or(Error::NotFound)?;
            actions::take_measure(tx, &act, subject.person, subject.room, subject.place, &new)?;
            Ok(item.path())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-measured"),
        Submitted::Again(form) => show(&ctx, *form).await,
    }
}

#[derive(Template)]
#[template(path = "measure.html")]
struct MeasurePage {
    page: Page,
    author: String,
    measure: MeasureView,
    /// It is for another moderator to end it.
    is_party: bool,
    form: Form,
    seen_by: SeenBy,
}

async fn show_measure(ctx: &Ctx, form: Form) -> Reply {
    let (id, acting) = (ctx.param::<MeasureId>("measure")?, act(ctx));
    let (measure, is_party) = ctx
        .read(move |tx| {
            let measure: Measure =
                store::measures::measure(tx, id, acting.lang)?.ok_or(Error::NotFound)?;
            rules::may_measure(&acting.actor, measure.person, measure.room.zip(measure.open_to))?;
            let is_party = is_party(tx, &acting, measure.matter())?;
            Ok((measure, is_party))
        })
        .await?;
    let shown = MeasurePage {
        page: ctx.page(ctx.t("coffee-room-lift")),
        measure: MeasureView::new(ctx, &measure),
        author: name(ctx, measure.pseudonym),
        is_party,
        form,
        seen_by: SeenBy("coffee-room-measure-seen"),
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn measure(ctx: Ctx) -> Reply {
    show_measure(&ctx, Form::empty()).await
}

pub(super) async fn lifted(ctx: Ctx) -> Reply {
    let id: MeasureId = ctx.param("measure")?;
    let form = ctx.form(LIFT).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            actions::lift_measure(tx, &act, id, form.get("words"))?;
            Ok(format!("/moderation/measures/{id}"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-lifted"),
        Submitted::Again(form) => show_measure(&ctx, *form).await,
    }
}
