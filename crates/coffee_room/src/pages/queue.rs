//! What waits for a moderator: reported posts, texts that wait, appeals, as
//! one list; and who looks at what.

use askama::Template;
use kafferum_platform::Error;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Actor;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;

use super::{act, name, poll, reporter};
use crate::actions;
use crate::model::{
    Appeal, Audience, Claim, Decision, Held, HeldPlace, Item, QueueRow, ReportLine, ThreadId,
};
use crate::parties::{self, Matter};
use crate::rules::{self, CLAIM};
use crate::{store, told};

kafferum_platform::words! {
    /// What of the queue is shown.
    Kind {
        /// Reported posts.
        Reports = "reports",
        /// Texts that wait.
        Held = "held",
        /// Appeals.
        Appeals = "appeals",
    }
}

impl Kind {
    const fn text(self) -> &'static str {
        match self {
            Self::Reports => "coffee-room-queue-kind-reports",
            Self::Held => "coffee-room-queue-kind-held",
            Self::Appeals => "coffee-room-queue-kind-appeals",
        }
    }
}

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    page: Page,
    /// All that waits, whatever is shown of it.
    count: usize,
    kinds: Vec<KindView>,
    items: Vec<QueueItem>,
}

/// A part of the queue as a link.
struct KindView {
    path: String,
    text: &'static str,
    count: usize,
    is_current: bool,
}

/// One thing that waits.
struct QueueItem {
    kind: Kind,
    item: Item,
    path: String,
    heading: String,
    author: String,
    room_name: String,
    since: Millis,
    /// What it is, shortly.
    tag: String,
    is_open_to_guests: Option<bool>,
    html: Html,
    poll: Html,
    reports: Vec<ReportLine>,
    /// The thread, and the place in it.
    post: Option<(ThreadId, i64)>,
    claim: Option<ClaimView>,
    /// The reader moderates there; else they are in training.
    may_judge: bool,
    /// The reader moderates there and has a case with the author.
    is_anothers: bool,
    /// A trainee of the reader's proposes what to do.
    is_to_sign: bool,
}

impl QueueItem {
    fn is_held(&self) -> bool {
        self.kind == Kind::Held
    }
}

/// Who looks at something.
pub(super) struct ClaimView {
    pub name: String,
    pub at: Millis,
    pub is_mine: bool,
}

impl ClaimView {
    pub(super) fn new(ctx: &Ctx, claim: Claim, me: PersonId) -> Self {
        Self { is_mine: claim.moderator == me, at: claim.at, name: name(ctx, claim.pseudonym) }
    }
}

/// All that waits for an actor.
struct Waiting {
    reports: Vec<QueueRow>,
    held: Vec<Held>,
    appeals: Vec<(Appeal, Decision)>,
    claims: Vec<(String, Claim)>,
    /// What somebody else decides.
    anothers: Vec<Item>,
    /// What a trainee of theirs proposes something about.
    to_sign: Vec<String>,
}

fn read(tx: &mut Tx<'_>, actor: &Actor, lang: Lang, now: Millis) -> Result<Waiting, Error> {
    let me = actor.person()?;
    let rooms = rules::watched_rooms(actor);
    let reports = store::moderation::queue(tx, rooms.as_deref(), Some(me), lang)?;
    let held = store::held::queue(tx, rooms.as_deref(), Some(me), lang)?;
    let anothers = anothers(tx, me, (&reports, &held), now)?;
    let mut appeals = Vec::new();
    for appeal in store::measures::waiting_appeals(tx)? {
        let Some(decision) = store::measures::decision(tx, appeal.decision, lang)? else {
            continue;
        };
        let matter = actions::appealed_matter(&appeal, &decision);
        let parties = parties::of_appeal(tx, matter, &decision, now)?;
        if rules::may_decide_appeal(actor, &appeal, &decision, &parties).is_ok() {
            appeals.push((appeal, decision));
        }
    }
    let claims = store::claims::alive(tx, now - CLAIM)?;
    let to_sign = store::practice::to_sign(tx, me)?.into_iter().map(|one| one.item).collect();
    Ok(Waiting { reports, held, appeals, claims, anothers, to_sign })
}

/// What a moderator leaves to another, since they have a case with its author.
fn anothers(
    tx: &mut Tx<'_>,
    me: PersonId,
    (reports, held): (&[QueueRow], &[Held]),
    now: Millis,
) -> Result<Vec<Item>, Error> {
    let people = store::parties::cases_of(tx, me)?;
    let posts = store::parties::reported_by(tx, me)?;
    let reports = reports.iter().map(|row| {
        let post = (row.thread, row.position);
        let matter = Matter { author: row.author, room: Some(row.room), post: Some(post) };
        (Item::Post(row.thread, row.position), matter)
    });
    let held = held.iter().map(|held| (Item::Held(held.id), held.matter()));
    let mut anothers = Vec::new();
    for (item, matter) in reports.chain(held) {
        let may_be = people.contains(&matter.author)
            || matter.post.is_some_and(|post| posts.contains(&post));
        if may_be && !anothers.contains(&item) && parties::of(tx, matter, now)?.contains(&me) {
            anothers.push(item);
        }
    }
    Ok(anothers)
}

/// One item for each post, in the order of their first reports.
fn group(ctx: &Ctx, rows: Vec<QueueRow>) -> Result<Vec<QueueItem>, Error> {
    let mut items: Vec<QueueItem> = Vec::new();
    for row in rows {
        let report = ReportLine { reporter: reporter(ctx, &row.report), ..row.report };
        let item = Item::Post(row.thread, row.position);
        match items.iter_mut().find(|known| known.item == item) {
            Some(known) => known.reports.push(report),
            None => items.push(QueueItem {
                kind: Kind::Reports,
                item,
                path: item.path(),
                heading: row.title,
                author: name(ctx, row.pseudonym),
                room_name: row.room_name,
                since: report.at,
                tag: String::new(),
                is_open_to_guests: Some(row.audience == Audience::Guests),
                html: Html(row.html),
                poll: poll::to_read(ctx, row.poll.as_ref())?,
                reports: vec![report],
                post: Some((row.thread, row.position)),
                claim: None,
                may_judge: rules::moderates(&ctx.actor, row.room),
                is_anothers: false,
                is_to_sign: false,
            }),
        }
    }
    for item in &mut items {
        let count = item.reports.len().to_string();
        item.tag = ctx.ta("coffee-room-queue-reports", &[("count", &count)]);
    }
    Ok(items)
}

fn held_item(ctx: &Ctx, held: Held) -> Result<QueueItem, Error> {
    let item = Item::Held(held.id);
    let post = match held.place {
        HeldPlace::Edit { thread, position, .. } => Some((thread, position)),
        _ => None,
    };
    let html = Html(held.html());
    Ok(QueueItem {
        kind: Kind::Held,
        poll: poll::to_read(ctx, held.poll.as_ref())?,
        item,
        path: item.path(),
        heading: held.title,
        author: name(ctx, held.pseudonym),
        room_name: held.room_name,
        since: held.at,
        tag: ctx.t(held.cause.text()).to_owned(),
        is_open_to_guests: Some(held.audience == Audience::Guests),
        html,
        reports: Vec::new(),
        post,
        claim: None,
        may_judge: rules::moderates(&ctx.actor, held.room),
        is_anothers: false,
        is_to_sign: false,
    })
}

fn appeal_item(ctx: &Ctx, appeal: Appeal, decision: Decision) -> QueueItem {
    let item = Item::Appeal(appeal.id);
    QueueItem {
        kind: Kind::Appeals,
        item,
        path: item.path(),
        heading: ctx.t(decision.deed.text()).to_owned(),
        author: name(ctx, appeal.pseudonym),
        room_name: decision.room_name,
        since: appeal.at,
        tag: ctx.t("coffee-room-appeal").to_owned(),
        is_open_to_guests: None,
        html: Html(markdown::render(&appeal.words, Place::Post)),
        poll: Html(String::new()),
        reports: Vec::new(),
        post: None,
        claim: None,
        may_judge: true,
        is_anothers: false,
        is_to_sign: false,
    }
}

pub(super) async fn queue(ctx: Ctx) -> Reply {
    let (me, actor, lang, now) = (ctx.person()?, ctx.actor.clone(), ctx.lang, ctx.now);
    let shown = match ctx.query("kind") {
        Some(kind) => Some(Kind::from_word(&kind).ok_or(Error::NotFound)?),
        None => None,
    };
    let waiting = ctx.read(move |tx| read(tx, &actor, lang, now)).await?;
    if ctx.unseen > 0 {
        ctx.write(move |tx| Ok(notices::see(tx, me, told::QUEUE, 0, now)?)).await?;
    }
    let mut items = group(&ctx, waiting.reports)?;
    for held in waiting.held {
        items.push(held_item(&ctx, held)?);
    }
    let appeals = waiting.appeals.into_iter();
    items.extend(appeals.map(|(appeal, decision)| appeal_item(&ctx, appeal, decision)));
    items.sort_by_key(|item| item.since);
    let kinds = Kind::ALL.iter().map(|kind| KindView {
        path: format!("/moderation?kind={}", kind.word()),
        text: kind.text(),
        count: items.iter().filter(|item| item.kind == *kind).count(),
        is_current: shown == Some(*kind),
    });
    let (kinds, count) = (kinds.collect(), items.len());
    items.retain(|item| shown.is_none_or(|kind| item.kind == kind));
    for item in &mut items {
        let key = item.item.to_string();
        let claim = waiting.claims.iter().find(|(known, _)| *known == key);
        item.claim = claim.map(|(_, claim)| ClaimView::new(&ctx, claim.clone(), me));
        item.is_anothers = waiting.anothers.contains(&item.item);
        item.may_judge &= !item.is_anothers;
        item.is_to_sign = item.may_judge && waiting.to_sign.contains(&key);
    }
    ctx.html(&QueuePage { page: ctx.page(ctx.t("coffee-room-queue")), count, kinds, items })
}

const CLAIMING: &[Field] = &[form::line("act", 10)];

/// Says that one looks at something, takes it over from another, or gives it
/// back.
pub(super) async fn claimed(ctx: Ctx) -> Reply {
    let item: Item = ctx.param("item")?;
    let form = ctx.form(CLAIMING).await?;
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, form| {
            super::item::must_be_theirs(tx, &act, item)?;
            match form.get("act") {
                "release" => actions::release(tx, &act, item)?,
                wish => actions::claim(tx, &act, item, wish == "over")?,
            }
            Ok(item.path())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        // Somebody was faster: the item's page tells who, and asks.
        Submitted::Again(_) => ctx.see_other_saying(&item.path(), "flash-coffee-room-claim-taken"),
    }
}
