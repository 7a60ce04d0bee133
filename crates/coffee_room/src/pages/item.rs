//! One thing that waits, with what a moderator needs to decide: what stands
//! around it, how its author stands, what was decided before.

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::policy::{Denied, Role};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Html;
use kafferum_platform::{Error, Refusal};

use super::practice::OpinionView;
use super::queue::ClaimView;
use super::{act, name, poll, reporter};
use crate::actions::{self, Act};
use crate::model::{
    Audience, Claim, HeldState, Item, LogLine, Measure, Neighbour, Opinion, Post, PostState,
    Reason, Record, ReportLine, RoomId, Sight, ThreadId,
};
use crate::parties::{self, Matter};
use crate::rules::{self, Trust};
use crate::scene::Scene;
use crate::store;

/// Posts shown on either side.
const AROUND: i64 = 2;

/// What stands around something that waits, read in one go.
pub(super) struct Around {
    pub item: Item,
    pub claim: Option<Claim>,
    pub record: Record,
    pub measures: Vec<Measure>,
    pub decided: Vec<LogLine>,
    pub neighbours: Vec<Neighbour>,
    pub is_mine: bool,
}

impl Around {
    /// For a post, or a text that would come after the last post of a thread.
    pub(super) fn read(
        tx: &mut Tx<'_>,
        act: &Act,
        item: Item,
        author: PersonId,
        place: Option<(ThreadId, i64)>,
    ) -> Result<Self, Error> {
        let me = act.actor.person()?;
        let claim = store::claims::of(tx, item)?;
        let mut measures = store::measures::about(tx, author, act.lang)?;
        // Those of rooms that others moderate stay theirs.
        measures.retain(|measure| {
            measure.room.is_none()
                || rules::is_moderator_of(&act.actor, measure.room.zip(measure.open_to))
        });
        let (decided, neighbours) = match place {
            Some((thread, position)) => (
                store::claims::decided(tx, thread, position, act.lang)?,
                store::claims::around(tx, thread, position - AROUND, position + AROUND)?,
            ),
            None => (Vec::new(), Vec::new()),
        };
        Ok(Self {
            item,
            claim: claim.filter(|claim| rules::is_alive(claim, act.now)),
            record: store::measures::record(tx, author, i64::MAX, act.limits.trust, act.now)?,
            measures,
            decided,
            neighbours,
            is_mine: author == me,
        })
    }
}

/// The same as pages show it.
pub(super) struct AroundView {
    pub item: Item,
    pub claim: Option<ClaimView>,
    pub author: String,
    pub record: Record,
    pub trust: &'static str,
    pub measures: Vec<MeasureView>,
    pub decided: Vec<DecidedView>,
    pub before: Vec<NeighbourView>,
    pub after: Vec<NeighbourView>,
    /// Where measures about the author are taken.
    pub author_path: Option<String>,
    /// A moderator of the place, who may take it up.
    pub may_claim: bool,
}

pub(super) struct DecidedView {
    pub at: Millis,
    pub deed: &'static str,
    pub moderator: String,
    pub reason: Option<&'static str>,
    pub note: String,
}

pub(super) struct NeighbourView {
    pub author: String,
    pub at: Millis,
    pub html: Html,
    pub is_hidden: bool,
}

/// A measure as pages show it.
pub(super) struct MeasureView {
    pub path: String,
    pub what: &'static str,
    pub room_name: String,
    pub at: Millis,
    pub until: Option<Millis>,
    pub lifted_at: Option<Millis>,
    pub is_in_force: bool,
    pub reason: &'static str,
    pub per_hour: Option<i64>,
    /// Where whom it is about reads of it, and may appeal.
    pub decision: String,
}

impl MeasureView {
    pub(super) fn new(ctx: &Ctx, measure: &Measure) -> Self {
        Self {
            path: format!("/moderation/measures/{}", measure.id),
            what: measure.kind.text(),
            room_name: match measure.room {
                Some(_) => measure.room_name.clone(),
                None => ctx.t("coffee-room-all-rooms").to_owned(),
            },
            at: measure.at,
            until: measure.until,
            lifted_at: measure.lifted_at,
            is_in_force: measure.is_in_force(ctx.now),
            reason: measure.reason.text(),
            per_hour: measure.posts_per_hour,
            decision: format!("/coffee-room/decisions/{}", measure.decision),
        }
    }
}

impl AroundView {
    pub(super) fn new(
        ctx: &Ctx,
        around: Around,
        author: String,
        may_judge: bool,
    ) -> Result<Self, Error> {
        let me = ctx.person()?;
        let position = match around.item {
            Item::Post(_, position) => position,
            Item::Held(_) | Item::Appeal(_) => i64::MAX,
        };
        let view = |post: Neighbour| NeighbourView {
            author: name(ctx, post.author),
            at: post.at,
            html: Html(post.html),
            is_hidden: post.is_hidden,
        };
        let (before, rest): (Vec<_>, Vec<_>) =
            around.neighbours.into_iter().partition(|post| post.position < position);
        let after = rest.into_iter().filter(|post| post.position > position);
        Ok(Self {
            item: around.item,
            claim: around.claim.map(|claim| ClaimView::new(ctx, claim, me)),
            trust: Trust::of(&around.record, act(ctx).limits.trust, ctx.now).text(),
            author,
            record: around.record,
            measures: around.measures.iter().map(|one| MeasureView::new(ctx, one)).collect(),
            decided: around.decided.into_iter().map(|line| decided(ctx, line)).collect(),
            before: before.into_iter().map(view).collect(),
            after: after.map(view).collect(),
            author_path: match around.item {
                _ if around.is_mine || !may_judge => None,
                Item::Appeal(_) => None,
                item => Some(format!("{}/author", item.path())),
            },
            may_claim: may_judge,
        })
    }
}

fn decided(ctx: &Ctx, line: LogLine) -> DecidedView {
    DecidedView {
        at: line.at,
        deed: line.deed.text(),
        moderator: name(ctx, line.moderator),
        reason: line.reason.map(Reason::text),
        note: line.note,
    }
}

/// A post that a moderator of its room looks at.
pub(super) fn find_post(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    position: i64,
) -> Result<(Scene, Post), Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    if !rules::is_watcher(&act.actor, scene.thread.room, scene.sight) {
        return Err(Denied::NotYours.into());
    }
    let post = store::posts::post(tx, Sight::Moderator, scene.me, thread, position)?;
    Ok((scene, post.ok_or(Error::NotFound)?))
}

/// Whether an actor has a case with the author of something that waits, and so
/// leaves it to another; not, when they are the author.
pub(super) fn is_party(tx: &mut Tx<'_>, act: &Act, matter: Matter) -> Result<bool, Error> {
    let me = act.actor.person()?;
    Ok(me != matter.author && parties::of(tx, matter, act.now)?.contains(&me))
}

/// Whether an actor may say what they would decide about an item.
pub(super) fn must_be_watched(tx: &mut Tx<'_>, act: &Act, item: Item) -> Result<(), Error> {
    match item {
        Item::Post(thread, position) => {
            let (scene, post) = find_post(tx, act, thread, position)?;
            let waits = !store::moderation::waiting_reports(tx, thread, position)?.is_empty();
            if waits && post.author != scene.me {
                parties::must_not_be(tx, act, scene.matter(&post))
            } else {
                Err(Refusal::new("coffee-room-already-handled").into())
            }
        }
        Item::Held(held) => {
            let held = store::held::held(tx, held, act.lang)?.ok_or(Error::NotFound)?;
            rules::may_watch_held(&act.actor, &held)?;
            if held.state == HeldState::Waiting {
                parties::must_not_be(tx, act, held.matter())
            } else {
                Err(Refusal::new("coffee-room-already-handled").into())
            }
        }
        Item::Appeal(_) => Err(Error::NotFound),
    }
}

/// Whether an actor may look at an item, before they say that they do.
pub(super) fn must_be_theirs(tx: &mut Tx<'_>, act: &Act, item: Item) -> Result<(), Error> {
    match item {
        Item::Post(thread, position) => {
            let (scene, post) = find_post(tx, act, thread, position)?;
            rules::may_judge(scene.sight, &post, scene.me)?;
            parties::must_not_be(tx, act, scene.matter(&post))
        }
        Item::Held(held) => {
            let held = store::held::held(tx, held, act.lang)?.ok_or(Error::NotFound)?;
            rules::may_judge_held(&act.actor, &held)?;
            parties::must_not_be(tx, act, held.matter())
        }
        Item::Appeal(appeal) => {
            let (appeal, decision, parties) = actions::find_appeal(tx, act, appeal)?;
            rules::may_decide_appeal(&act.actor, &appeal, &decision, &parties)
        }
    }
}

#[derive(Template)]
#[template(path = "item_post.html")]
struct PostPage {
    page: Page,
    thread: ThreadId,
    number: i64,
    heading: String,
    room: RoomId,
    room_name: String,
    at: Millis,
    is_open_to_guests: bool,
    is_hidden: bool,
    html: Html,
    poll: Html,
    reports: Vec<ReportLine>,
    around: AroundView,
    may_judge: bool,
    /// It is for another moderator.
    is_party: bool,
    opinions: Opinions,
    form: Form,
}

impl PostPage {
    fn report_count(&self) -> i64 {
        i64::try_from(self.reports.len()).unwrap_or(i64::MAX)
    }
}

/// What those in training would decide about an item, as far as the reader may
/// know before they decide themselves.
pub(super) struct Opinions {
    /// The reader's own.
    pub mine: Vec<OpinionView>,
    /// Proposals that the reader may sign.
    pub to_sign: Vec<OpinionView>,
    /// The reader is in training, and says there what they would decide.
    pub path: Option<String>,
}

impl Opinions {
    pub(super) fn new(
        ctx: &Ctx,
        item: Item,
        all: Vec<Opinion>,
        may_judge: bool,
        is_party: bool,
    ) -> Self {
        let me = ctx.actor.person;
        let (mine, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|opinion| Some(opinion.trainee) == me);
        let to_sign = others
            .into_iter()
            .filter(|one| !is_party && me.is_some_and(|me| rules::may_sign(one, me)));
        let is_trainee = !may_judge && !is_party && ctx.actor.is_anywhere(Role::ModeratorTrainee);
        Self {
            mine: mine.into_iter().map(|one| OpinionView::new(ctx, one)).collect(),
            to_sign: to_sign.map(|one| OpinionView::new(ctx, one)).collect(),
            path: is_trainee.then(|| format!("{}/opinion", item.path())),
        }
    }
}

/// A post with its reports and what stands around it.
pub(super) async fn post(ctx: Ctx) -> Reply {
    let (thread, number): (ThreadId, i64) = (ctx.param("thread")?, ctx.param("number")?);
    let act = act(&ctx);
    let (scene, post, is_party, reports, around, opinions) = ctx
        .read(move |tx| {
            let (scene, post) = find_post(tx, &act, thread, number)?;
            let is_party = is_party(tx, &act, scene.matter(&post))?;
            let reports = store::moderation::waiting_reports(tx, thread, number)?;
            let place = Some((thread, number));
            let item = Item::Post(thread, number);
            let around = Around::read(tx, &act, item, post.author, place)?;
            let opinions = store::practice::about(tx, item)?;
            Ok((scene, post, is_party, reports, around, opinions))
        })
        .await?;
    let author = name(&ctx, post.pseudonym.clone());
    let mine = post.author == scene.me;
    let reports = if mine { Vec::new() } else { reports };
    let reports = reports.into_iter();
    let may_judge = !is_party && rules::may_judge(scene.sight, &post, scene.me).is_ok();
    let item = Item::Post(thread, number);
    ctx.html(&PostPage {
        page: ctx.page(ctx.t("coffee-room-item-post")),
        thread,
        number,
        heading: scene.thread.title.text.clone(),
        room: scene.thread.room,
        room_name: scene.thread.room_name.clone(),
        at: post.created_at,
        is_open_to_guests: post.audience == Audience::Guests,
        is_hidden: post.state == PostState::Hidden,
        may_judge,
        is_party,
        opinions: Opinions::new(&ctx, item, opinions, may_judge, is_party),
        html: Html(post.html),
        poll: poll::to_read(&ctx, post.poll.as_ref())?,
        reports: reports
            .map(|report| ReportLine { reporter: reporter(&ctx, &report), ..report })
            .collect(),
        around: AroundView::new(&ctx, around, author, may_judge)?,
        form: Form::empty(),
    })
}
