//! Texts that wait: a moderator lets them in, or does not.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};

use super::item::{Around, AroundView, Opinions, is_party};
use super::report::WORDS_MOST;
use super::{Hall, SeenBy, act, draft_of, guarded, poll, reasons};
use crate::actions::{self, Act};
use crate::model::{
    Audience, Draft, Held, HeldId, HeldPlace, HeldState, HoldCause, Item, Reason, Tag, ThreadId,
};
use crate::polls::Poll;
use crate::{parties, rules, store};

const DECLINE: &[Field] = &[form::line("reason", 20), form::text("words", WORDS_MOST)];

/// A text that waits or waited, as pages show it.
pub(super) struct HeldView {
    pub id: HeldId,
    pub title: String,
    pub author: String,
    pub room_name: String,
    pub at: Millis,
    pub cause: &'static str,
    pub state: &'static str,
    pub is_waiting: bool,
    pub is_declined: bool,
    pub is_edit: bool,
    pub is_open_to_guests: bool,
    /// Until when its author may appeal, and it is kept.
    pub until: Option<Millis>,
    /// Empty when it is not kept any more.
    pub html: Html,
    /// A poll that goes with it.
    pub poll: Html,
    pub asks: bool,
    pub markdown: String,
    pub decided_at: Option<Millis>,
    pub reason: Option<&'static str>,
    pub note: String,
    /// Of the thread that it answers in.
    pub thread: Option<String>,
}

impl HeldView {
    pub(super) fn new(ctx: &Ctx, held: Held) -> Result<Self, Error> {
        let html = Html(held.html());
        Ok(Self {
            poll: poll::to_read(ctx, held.poll.as_ref())?,
            id: held.id,
            author: super::name(ctx, held.pseudonym),
            room_name: held.room_name,
            at: held.at,
            cause: held.cause.text(),
            state: held.state.text(),
            is_waiting: held.state == HeldState::Waiting,
            is_declined: held.state == HeldState::Declined,
            until: held
                .decided_at
                .filter(|_| held.state == HeldState::Declined && !held.markdown.is_empty())
                .map(|at| at.saturating_add(rules::APPEAL_WITHIN)),
            is_edit: matches!(held.place, HeldPlace::Edit { .. }),
            is_open_to_guests: held.audience == Audience::Guests,
            html,
            asks: held.opening.asks,
            markdown: held.markdown,
            decided_at: held.decided_at,
            reason: held.reason.map(Reason::text),
            note: held.note,
            thread: held.thread.map(|thread| format!("/coffee-room/threads/{thread}")),
            title: match held.title {
                title if title.is_empty() => ctx.t("coffee-room-held-forgotten").to_owned(),
                title => title,
            },
        })
    }
}

async fn find(ctx: &Ctx) -> Result<Held, Error> {
    let (id, acting) = (ctx.param::<HeldId>("held")?, act(ctx));
    ctx.read(move |tx| {
        let held = store::held::held(tx, id, acting.lang)?.ok_or(Error::NotFound)?;
        rules::may_judge_held(&acting.actor, &held)?;
        parties::must_not_be(tx, &acting, held.matter())?;
        Ok(held)
    })
    .await
}

#[derive(Template)]
#[template(path = "held.html")]
struct HeldPage {
    page: Page,
    held: HeldView,
    /// Those of the thread that it opens.
    tags: Vec<Tag>,
    around: AroundView,
    opinions: Opinions,
    may_judge: bool,
    /// It is for another moderator.
    is_party: bool,
    /// The words by which somebody might be recognised, and why.
    found: Vec<(String, String)>,
    form: Form,
    seen_by: SeenBy,
}

impl HeldPage {
    fn approve(&self) -> String {
        format!("/moderation/held/{}/approve", self.held.id)
    }
}

/// Where the text is about, or would come to stand.
fn place(tx: &mut Tx<'_>, act: &Act, held: &Held) -> Result<Option<(ThreadId, i64)>, Error> {
    Ok(match held.place {
        HeldPlace::Thread => None,
        HeldPlace::Edit { thread, position, .. } => Some((thread, position)),
        HeldPlace::Reply(id) => {
            let thread = store::posts::thread(tx, id, held.author, act.lang)?;
            thread.map(|thread| (id, thread.last_position))
        }
    })
}

async fn show(ctx: &Ctx, hall: &Hall, form: Form) -> Reply {
    let (id, acting) = (ctx.param::<HeldId>("held")?, act(ctx));
    let (held, is_party, tags, around, opinions) = ctx
        .read(move |tx| {
            let held = store::held::held(tx, id, acting.lang)?.ok_or(Error::NotFound)?;
            rules::may_watch_held(&acting.actor, &held)?;
            let place = place(tx, &acting, &held)?;
            let item = Item::Held(id);
            let around = Around::read(tx, &acting, item, held.author, place)?;
            let mut tags = store::tags::of_room(tx, held.room, acting.lang)?;
            tags.retain(|tag| held.opening.tags.contains(&tag.id));
            let is_party = is_party(tx, &acting, held.matter())?;
            Ok((held, is_party, tags, around, store::practice::about(tx, item)?))
        })
        .await?;
    let may_judge = !is_party && rules::may_judge_held(&ctx.actor, &held).is_ok();
    let author = super::name(ctx, held.pseudonym.clone());
    let seen_by = SeenBy(match held.audience {
        Audience::Members => "coffee-room-seen-by-members",
        Audience::Guests => "coffee-room-seen-by-guests",
    });
    let found = if held.state == HeldState::Waiting && held.cause == HoldCause::Guard {
        let title = if held.place == HeldPlace::Thread { held.title.as_str() } else { "" };
        let options = held.poll.as_ref().map(Poll::options_text).unwrap_or_default();
        guarded::found(ctx, hall, &[title, &held.markdown, &options])
    } else {
        Vec::new()
    };
    let shown = HeldPage {
        found,
        page: ctx.page(ctx.t("coffee-room-held")),
        around: AroundView::new(ctx, around, author, may_judge)?,
        opinions: Opinions::new(ctx, Item::Held(held.id), opinions, may_judge, is_party),
        held: HeldView::new(ctx, held)?,
        tags,
        may_judge,
        is_party,
        form,
        seen_by,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn held(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    show(&ctx, &hall, Form::empty()).await
}

/// What a text that waits is let in as, by whomever and on whatever way.
/// Rendered and compared with what it changes outside of the transaction.
pub(super) async fn draft(ctx: &Ctx, hall: &Hall, held: &Held) -> Result<Draft, Error> {
    let title = if held.place == HeldPlace::Thread { held.title.as_str() } else { "" };
    let draft = draft_of(ctx, title, &held.markdown, held.audience);
    let Some((thread, position)) = held.place.post() else { return Ok(draft) };
    let before = ctx.read(move |tx| Ok(store::posts::source(tx, thread, position)?)).await?;
    let after = (held.own_title(), held.markdown.as_str());
    Ok(Draft { takes_out: guarded::takes_out(ctx, hall, &before, after), ..draft })
}

pub(super) async fn approved(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let form = ctx.form(&[]).await?;
    let held = find(&ctx).await?;
    let draft = draft(&ctx, &hall, &held).await?;
    let (act, id) = (act(&ctx), held.id);
    let done = ctx.submit(form, move |tx, _| actions::approve(tx, &act, id, &draft)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-approved"),
        Submitted::Again(form) => show(&ctx, &hall, *form).await,
    }
}

#[derive(Template)]
#[template(path = "held_decline.html")]
struct DeclinePage {
    page: Page,
    held: HeldView,
    form: Form,
    reasons: Vec<Choice>,
    seen_by: SeenBy,
}

async fn show_decline(ctx: &Ctx, form: Form) -> Reply {
    let shown = DeclinePage {
        page: ctx.page(ctx.t("coffee-room-decline")),
        held: HeldView::new(ctx, find(ctx).await?)?,
        reasons: reasons(ctx),
        seen_by: SeenBy("coffee-room-hide-seen"),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn decline(ctx: Ctx) -> Reply {
    show_decline(&ctx, Form::empty()).await
}

pub(super) async fn declined(ctx: Ctx) -> Reply {
    let held: HeldId = ctx.param("held")?;
    let form = ctx.form(DECLINE).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            let reason = Reason::chosen(form.get("reason"));
            actions::decline(tx, &act, held, reason, form.get("words"))
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-declined"),
        Submitted::Again(form) => show_decline(&ctx, *form).await,
    }
}
