//! The page of a thread: the hottest of all. One hop to the database, two
//! queries, finished HTML.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::Form;
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};
use kafferum_platform::{Error, Fault};

use super::{Hall, Pager, SeenBy, audiences, name};
use crate::markers::Markers;
use crate::model::{Audience, Door, Marker, Post, Reason, RoomId, Sight, ThreadId};
use crate::posts_shown::{Key, PostsShown, Reader, State};
use crate::rules::{self, Look, PAGE};
use crate::scene::{Scene, address};
use crate::store;

/// Bytes of HTML of twenty posts, about.
const LIKELY: usize = 24 * 1024;

#[derive(Template)]
#[template(path = "thread.html")]
struct ThreadPage {
    page: Page,
    id: ThreadId,
    room: RoomId,
    room_name: String,
    heading: String,
    replies: i64,
    unread: i64,
    /// Number of the first post not yet read.
    first_unread: i64,
    is_open_to_guests: bool,
    is_closed: bool,
    is_pinned: bool,
    may_steer: bool,
    posts: Arc<PostsShown>,
    pager: Pager,
    /// The last page holds the form.
    reply: Option<ReplyForm>,
    may_reply: bool,
}

impl ThreadPage {
    fn unread_address(&self) -> String {
        address(self.id, self.first_unread)
    }

    /// The posts before the first new one, and those from it on.
    fn news(&self) -> Option<(&str, &str)> {
        (self.unread > 0).then(|| self.posts.split_at(self.first_unread)).flatten()
    }
}

/// A post as its reader sees it.
#[derive(Template)]
#[template(path = "post.html")]
struct PostHtml<'p> {
    page: &'p Page,
    thread: ThreadId,
    post: PostView,
}

struct PostView {
    number: i64,
    author: String,
    /// Stands for the author in addresses; empty when they were erased.
    handle: String,
    /// The reader wants to hear less of the author.
    is_folded: bool,
    at: Millis,
    is_edited: bool,
    is_mine: bool,
    is_open_to_guests: bool,
    look: Look,
    reason: Option<Reason>,
    /// The moderator's words, for those who see the hidden text.
    note: String,
    html: String,
    may_edit: bool,
    may_report: bool,
    may_read_history: bool,
    may_hide: bool,
    may_restore: bool,
}

impl PostView {
    fn has_text(&self) -> bool {
        matches!(self.look, Look::Shown | Look::HiddenWithText)
    }

    fn is_taken_back(&self) -> bool {
        self.look == Look::TakenBack
    }

    fn is_hidden(&self) -> bool {
        matches!(self.look, Look::Hidden | Look::HiddenWithText)
    }

    fn reason_text(&self) -> &'static str {
        self.reason.unwrap_or(Reason::Other).text()
    }
}

/// What the reply form needs beside the page.
pub(super) struct ReplyForm {
    pub(super) form: Form,
    pub(super) path: String,
    /// Empty when there is nothing to choose.
    pub(super) audiences: Vec<Choice>,
    pub(super) seen_by: SeenBy,
    pub(super) preview: Html,
}

impl ReplyForm {
    pub(super) fn new(ctx: &Ctx, scene: &Scene, form: Form, preview: Html) -> Self {
        let (audience, audiences) = match (scene.sight, scene.thread.audience) {
            (Sight::Guest, _) => ("coffee-room-seen-by-guests", Vec::new()),
            (_, Audience::Members) => ("coffee-room-seen-by-members", Vec::new()),
            (_, Audience::Guests) => ("coffee-room-seen-as-chosen", audiences(ctx)),
        };
        Self {
            form,
            path: format!("/coffee-room/threads/{}/reply", scene.thread.id),
            audiences,
            seen_by: SeenBy(audience),
            preview,
        }
    }
}

fn post_view(
    ctx: &Ctx,
    scene: &Scene,
    reader: &Reader,
    post: Post,
) -> Result<Option<PostView>, Fault> {
    let (sight, me) = (scene.sight, scene.me);
    let Some(look) = rules::look(sight, me, &post) else { return Ok(None) };
    let number = post.number(sight);
    let may_judge = rules::may_judge(sight, &post, me).is_ok();
    let has_text = matches!(look, Look::Shown | Look::HiddenWithText);
    let is_named = has_text && !post.pseudonym.is_empty();
    Ok(Some(PostView {
        handle: if is_named { ctx.site.handle(post.author)? } else { String::new() },
        is_folded: reader.folded.contains(&post.author),
        number,
        at: post.created_at,
        is_edited: post.edited_at.is_some(),
        is_mine: post.author == me,
        is_open_to_guests: post.audience == Audience::Guests,
        look,
        reason: post.hidden_reason,
        may_edit: rules::may_edit(&scene.thread, &post, me),
        may_report: rules::may_report(look, &post, me),
        may_read_history: post.edited_at.is_some() && rules::may_read_history(sight, &post, me),
        may_hide: may_judge && look == Look::Shown,
        may_restore: may_judge && look == Look::HiddenWithText,
        note: post.hidden_note.filter(|_| has_text).unwrap_or_default(),
        // What is not shown does not reach the template.
        html: if has_text { post.html } else { String::new() },
        author: if has_text { name(ctx, post.pseudonym) } else { String::new() },
    }))
}

/// In tests every page that is kept is made all the same, and compared.
const PROVE_KEPT: bool = cfg!(debug_assertions);

/// All posts of a page as their reader sees them.
fn posts_shown(
    ctx: &Ctx,
    page: &Page,
    scene: &Scene,
    reader: &Reader,
    posts: Vec<Post>,
) -> Result<PostsShown, Error> {
    let end = posts.last().map(|last| Marker {
        position: last.position,
        guest_position: if scene.sight == Sight::Guest { last.number(Sight::Guest) } else { 0 },
    });
    let mut shown = PostsShown {
        html: String::with_capacity(LIKELY),
        starts: Vec::with_capacity(posts.len()),
        authors: posts.iter().map(|post| post.author).collect(),
        end,
    };
    for post in posts {
        let Some(post) = post_view(ctx, scene, reader, post)? else { continue };
        shown.starts.push((post.number, shown.html.len()));
        PostHtml { page, thread: scene.thread.id, post }.render_into(&mut shown.html)?;
    }
    Ok(shown)
}

pub(super) async fn thread(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let wanted: i64 = match ctx.query("page") {
        Some(page) => page.parse().map_err(|_| Error::NotFound)?,
        None => 1,
    };
    let (actor, lang, shelf) = (ctx.actor.clone(), ctx.lang, Arc::clone(&hall));
    let (scene, reader, key, state, kept, stored) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let pages = rules::page_of(scene.last_number());
            if !(1..=pages).contains(&wanted) {
                return Err(Error::NotFound);
            }
            let (first, last) = ((wanted - 1) * PAGE + 1, scene.last_number().min(wanted * PAGE));
            let key = Key { thread: id, page: wanted, lang, sight: scene.sight };
            let state = State { revision: scene.thread.revision, names: scene.thread.names, last };
            let folded = match scene.thread.has_apart {
                true => store::apart::folded(tx, scene.me)?,
                false => Vec::new(),
            };
            let reader = Reader { me: scene.me, folded };
            let kept = shelf.posts.find(&key, state, &reader);
            let stored = match kept {
                Some(_) if !PROVE_KEPT => None,
                _ => Some(store::posts::posts(tx, scene.sight, id, first, last)?),
            };
            Ok((scene, reader, key, state, kept, stored))
        })
        .await?;
    let heading = super::title(&ctx, &scene.thread.title, scene.sight, scene.me);
    let page = ctx.page(heading.clone());
    let made = stored.map(|posts| posts_shown(&ctx, &page, &scene, &reader, posts)).transpose()?;
    let posts = match (kept, made) {
        (Some(kept), Some(made)) if *kept != made => {
            return Err(Fault::bug("a kept page is not what it would be now").into());
        }
        (Some(kept), _) => kept,
        (None, made) => hall.posts.keep(key, state, made.ok_or(Error::NotFound)?, &reader),
    };
    let marker = scene.thread.marker.furthest(hall.markers.noted(scene.me, id));
    note_read(&ctx, &hall.markers, &scene, marker, &posts);
    let (read, last) = (marker.number(scene.sight), scene.last_number());
    let pager = Pager {
        path: format!("/coffee-room/threads/{id}"),
        current: wanted,
        last: rules::page_of(last),
    };
    let may_reply = rules::may_reply(&scene.thread).is_ok();
    let is_last = pager.next().is_none();
    let reply = (may_reply && is_last).then(|| {
        let form = Form::empty().with("audience", Audience::Members.word());
        ReplyForm::new(&ctx, &scene, form, Html(String::new()))
    });
    ctx.html(&ThreadPage {
        page,
        id,
        room: scene.thread.room,
        heading,
        replies: (last - 1).max(0),
        unread: if read > 0 { (last - read).max(0) } else { 0 },
        first_unread: rules::first_unread(read, last),
        is_open_to_guests: scene.thread.audience == Audience::Guests,
        is_closed: scene.thread.state == Door::Closed,
        is_pinned: scene.thread.pinned,
        may_steer: scene.sight == Sight::Moderator,
        posts,
        pager,
        reply,
        may_reply,
        room_name: scene.thread.room_name,
    })
}

/// Notes the last post of the page as read, if that is further than before.
fn note_read(ctx: &Ctx, markers: &Arc<Markers>, scene: &Scene, before: Marker, posts: &PostsShown) {
    let Some(end) = posts.end else { return };
    if before.furthest(end) != before {
        markers.note(&ctx.site, (scene.me, scene.thread.id, end));
    }
}

/// To the first post not yet read.
pub(super) async fn unread(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let scene = ctx.read(move |tx| Scene::find(tx, &actor, id, lang)).await?;
    let marker = scene.thread.marker.furthest(hall.markers.noted(scene.me, id));
    let number = rules::first_unread(marker.number(scene.sight), scene.last_number());
    ctx.see_other(&address(id, number))
}

/// To a post on its page.
pub(super) async fn post(ctx: Ctx) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    ctx.read(move |tx| Scene::find(tx, &actor, id, lang)?.post(tx, number).map(drop)).await?;
    ctx.see_other(&address(id, number))
}
