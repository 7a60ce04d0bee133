//! The page of a thread: the hottest of all. One hop to the database, two
//! queries, finished HTML. What the posts look like to everybody is apart from
//! what is the reader's own: where their new posts begin, and their signs.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html, escape};
use kafferum_platform::{Error, Fault};

use super::attachments::Attached;
use super::drafts;
use super::poll::PollShown;
use super::{Hall, Pager, SeenBy, act, audiences, compose, name, poll_kinds};
use crate::actions;
use crate::markers::Markers;
use crate::model::{
    Audience, Door, Follow, Marker, OpenTo, Post, Reaction, Reason, RoomId, Sight, Tag, ThreadId,
};
use crate::posts_shown::{Key, Place, PostsShown, State};
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
    is_followed: bool,
    is_muted: bool,
    asks: bool,
    /// Where it is answered.
    answer: Option<String>,
    moved_at: Option<Millis>,
    tags: Vec<Tag>,
    may_tag: bool,
    posts: Arc<PostsShown>,
    /// The reader's own signs, by position.
    signs: Vec<(i64, Reaction)>,
    pager: Pager,
    /// Number of the thread's last post.
    last: i64,
    /// The last page holds the form.
    reply: Option<ReplyForm>,
    may_reply: bool,
    /// Texts of the reader's own that wait to be let in here.
    waiting: i64,
    /// Moderators let the reader read and not write.
    is_paused: bool,
}

impl ThreadPage {
    /// What is said of new posts; the script puts their number in.
    fn news_offer(&self) -> String {
        self.page.ta("coffee-room-news-offer", &[("count", "#")])
    }

    /// Posts up to this number can be put below those of the page.
    fn room_until(&self) -> i64 {
        if self.pager.next().is_none() { self.pager.current * PAGE } else { 0 }
    }

    fn unread_address(&self) -> String {
        address(self.id, self.first_unread)
    }

    fn sign_text(&self, sign: &Reaction) -> String {
        self.page.ta("coffee-room-reaction-mine", &[("sign", self.page.t(sign.text()))])
    }

    /// The posts with what is the reader's own between them.
    fn pieces(&self) -> Vec<Piece<'_>> {
        let news = self
            .posts
            .places
            .iter()
            .find(|place| self.unread > 0 && place.number == self.first_unread);
        let sign = |(position, sign): &(i64, Reaction)| {
            let place = self.posts.places.iter().find(|place| place.position == *position)?;
            Some((place.sign, Own::Sign(*sign)))
        };
        let mut own: Vec<(usize, Own)> = self.signs.iter().filter_map(sign).collect();
        own.extend(news.map(|place| (place.start, Own::News)));
        own.sort_by_key(|(at, _)| *at);
        let mut pieces = Vec::with_capacity(own.len() + 1);
        let mut from = 0;
        for (at, own) in own {
            pieces.push(Piece { html: self.posts.html.get(from..at).unwrap_or_default(), own });
            from = at;
        }
        let html = self.posts.html.get(from..).unwrap_or_default();
        pieces.push(Piece { html, own: Own::Nothing });
        pieces
    }
}

/// Some of the posts' HTML, and what comes after it for this reader.
struct Piece<'p> {
    html: &'p str,
    own: Own,
}

/// What is a reader's own on a page of posts.
#[derive(Clone, Copy)]
enum Own {
    Nothing,
    /// Here begins what they have not read.
    News,
    /// The sign that they gave.
    Sign(Reaction),
}

/// Stands in the HTML of a post where a reader's own sign is told of, and is
/// taken out again. No text has it: it is no letter that a form takes.
const SIGN: char = '\u{0}';

/// A post as its reader sees it.
#[derive(Template)]
#[template(path = "post.html")]
struct PostHtml<'p> {
    page: &'p Page,
    thread: ThreadId,
    post: PostView<'p>,
}

/// How a sign looks, the same in all posts of a page.
struct Face {
    word: &'static str,
    name: Html,
    /// Its symbol, and its name for those who don't see that.
    html: Html,
}

impl Face {
    fn new(page: &Page, sign: Reaction) -> Self {
        let (icon, name) = (page.icon(sign.word()), escape(page.t(sign.text())));
        let html = Html(format!("{icon}<span class=\"vh\">{name}</span>"));
        Self { word: sign.word(), name: Html(name), html }
    }
}

struct PostView<'p> {
    number: i64,
    author: String,
    /// Stands for the author in addresses; empty when they were erased.
    handle: String,
    /// The reader wants to hear less of the author.
    is_folded: bool,
    at: Millis,
    is_edited: bool,
    is_moderated: bool,
    is_mine: bool,
    is_open_to_guests: bool,
    look: Look,
    reason: Option<Reason>,
    /// The moderator's words, for those who see the hidden text.
    note: String,
    html: String,
    /// What may be given, with text and count; for one's own what was given.
    reactions: Vec<(&'p Face, i64)>,
    may_react: bool,
    /// What may be voted on.
    poll: Option<Html>,
    may_quote: bool,
    may_edit: bool,
    may_report: bool,
    may_read_history: bool,
    may_hide: bool,
    may_restore: bool,
    is_answer: bool,
    may_mark_answer: bool,
}

impl PostView<'_> {
    fn has_text(&self) -> bool {
        matches!(self.look, Look::Shown | Look::HiddenWithText)
    }

    fn is_taken_back(&self) -> bool {
        self.look == Look::TakenBack
    }

    fn is_shown(&self) -> bool {
        self.look == Look::Shown
    }

    fn is_moved(&self) -> bool {
        self.look == Look::Moved
    }

    fn is_joined(&self) -> bool {
        self.look == Look::Joined
    }

    fn is_hidden(&self) -> bool {
        matches!(self.look, Look::Hidden | Look::HiddenWithText)
    }

    fn reason_text(&self) -> &'static str {
        self.reason.unwrap_or(Reason::Other).text()
    }
}

/// What stands in a reply form when it is shown.
pub(super) enum Typed {
    /// What was sent, to be mended or looked at.
    Sent(Form),
    /// A draft, if there is one, and a quote.
    Begun { quote: String },
}

impl Default for Typed {
    fn default() -> Self {
        Self::Begun { quote: String::new() }
    }
}

/// What the reply form needs beside the page.
pub(super) struct ReplyForm {
    pub(super) form: Form,
    pub(super) path: String,
    /// Empty when there is nothing to choose.
    pub(super) audiences: Vec<Choice>,
    pub(super) polls: Vec<Choice>,
    pub(super) seen_by: SeenBy,
    pub(super) preview: Html,
    pub(super) attached: Attached,
    /// Says that the form was filled with a draft.
    pub(super) draft: Html,
}

impl ReplyForm {
    /// The form as it was sent, or else filled with what the reader has begun.
    pub(super) async fn new(
        ctx: &Ctx,
        page: &Page,
        scene: &mut Scene,
        typed: Typed,
        preview: Html,
    ) -> Result<Self, Error> {
        let (form, draft) = match (typed, scene.thread.draft.take()) {
            (Typed::Sent(form), _) => (form, Html(String::new())),
            (Typed::Begun { quote }, Some(mut draft)) => {
                if !quote.is_empty() {
                    draft.body = format!("{}\n\n{quote}", draft.body);
                }
                drafts::fill(page, &draft, drafts::discard_thread(scene.thread.id))?
            }
            (Typed::Begun { quote }, None) => {
                (compose::empty().with("body", quote), Html(String::new()))
            }
        };
        let (audience, audiences) = match (scene.sight, scene.thread.audience) {
            _ if matches!(scene.thread.open_to, OpenTo::Role(_)) => {
                ("coffee-room-seen-in-room", Vec::new())
            }
            (Sight::Guest, _) => ("coffee-room-seen-by-guests", Vec::new()),
            (_, Audience::Members) => ("coffee-room-seen-by-members", Vec::new()),
            (_, Audience::Guests) => ("coffee-room-seen-as-chosen", audiences(ctx)),
        };
        Ok(Self {
            attached: Attached::find(ctx, &form, None).await?,
            form,
            draft,
            path: format!("/coffee-room/threads/{}/reply", scene.thread.id),
            audiences,
            polls: poll_kinds(ctx),
            seen_by: SeenBy(audience),
            preview,
        })
    }
}

fn post_view<'p>(
    ctx: &Ctx,
    page: &Page,
    faces: &'p [Face],
    scene: &Scene,
    post: Post,
) -> Result<Option<PostView<'p>>, Error> {
    let (sight, me) = (scene.sight, scene.me);
    let Some(look) = rules::look(sight, me, &post) else { return Ok(None) };
    let number = post.number(sight);
    let may_judge = rules::may_judge(sight, &post, me).is_ok();
    let has_text = matches!(look, Look::Shown | Look::HiddenWithText);
    let may_react = rules::may_react(look, &post, me);
    let counts = faces.iter().zip(post.reactions);
    let vote = format!("/coffee-room/threads/{}/posts/{number}/poll", scene.thread.id);
    let poll = post.poll.as_ref().filter(|_| has_text);
    let poll = poll.map(|poll| PollShown::html(page, poll, ctx.now, Some(vote))).transpose()?;
    let is_named = has_text && !post.pseudonym.is_empty();
    Ok(Some(PostView {
        handle: if is_named { ctx.site.handle(post.author)? } else { String::new() },
        is_folded: scene.thread.folded.contains(&post.author),
        poll,
        reactions: counts.filter(|(_, count)| may_react || *count > 0).collect(),
        may_react,
        may_quote: look == Look::Shown && rules::may_reply(&scene.thread).is_ok(),
        number,
        at: post.created_at,
        is_edited: post.edited_at.is_some(),
        is_moderated: post.is_moderated,
        is_mine: post.author == me,
        is_open_to_guests: post.audience == Audience::Guests
            && scene.thread.audience == Audience::Guests,
        look,
        reason: post.hidden_reason,
        may_edit: rules::may_edit(&scene.thread, &post, me),
        may_report: rules::may_report(look, &post, me),
        may_read_history: post.edited_at.is_some() && rules::may_read_history(sight, &post, me),
        is_answer: scene.thread.answer == Some(post.position) && look == Look::Shown,
        may_mark_answer: rules::may_mark_answer(sight, &scene.thread, &post, look, me),
        may_hide: may_judge && look == Look::Shown,
        may_restore: may_judge && look == Look::HiddenWithText,
        note: post.hidden_note.filter(|_| has_text).unwrap_or_default(),
        // What is not shown does not reach the template.
        html: if has_text || look == Look::Joined { post.html } else { String::new() },
        author: if has_text { name(ctx, post.pseudonym) } else { String::new() },
    }))
}

/// In tests every page that is kept is made all the same, and compared.
const PROVE_KEPT: bool = cfg!(debug_assertions);

/// All posts of a page as their reader sees them.
pub(super) fn posts_shown(
    ctx: &Ctx,
    page: &Page,
    scene: &Scene,
    posts: Vec<Post>,
) -> Result<PostsShown, Error> {
    let end = posts.last().map(|last| Marker {
        position: last.position,
        guest_position: if scene.sight == Sight::Guest { last.number(Sight::Guest) } else { 0 },
    });
    let mut shown = PostsShown {
        html: String::with_capacity(LIKELY),
        places: Vec::with_capacity(posts.len()),
        // Who opened the thread may mark answers, so their page is their own.
        authors: posts.iter().map(|post| post.author).chain([scene.thread.title.author]).collect(),
        until: posts
            .iter()
            .filter_map(|post| post.poll.as_ref())
            .map(|poll| poll.closes_at)
            .filter(|closes_at| *closes_at > ctx.now)
            .min(),
        end,
    };
    let faces: Vec<Face> = Reaction::ALL.iter().map(|sign| Face::new(page, *sign)).collect();
    for post in posts {
        let (position, start) = (post.position, shown.html.len());
        let Some(post) = post_view(ctx, page, &faces, scene, post)? else { continue };
        let number = post.number;
        PostHtml { page, thread: scene.thread.id, post }.render_into(&mut shown.html)?;
        let mark = shown.html.get(start..).and_then(|html| html.find(SIGN));
        let sign = mark.map_or(start, |mark| start + mark);
        if mark.is_some() {
            shown.html.remove(sign);
        }
        shown.places.push(Place { position, number, start, sign });
    }
    Ok(shown)
}

pub(super) async fn thread(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let wanted: i64 = match ctx.query("page") {
        Some(page) => page.parse().map_err(|_| Error::NotFound)?,
        None => 1,
    };
    let (actor, lang, now, shelf) = (ctx.actor.clone(), ctx.lang, ctx.now, Arc::clone(&hall));
    let found = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let pages = rules::page_of(scene.last_number());
            if !(1..=pages).contains(&wanted) {
                return Err(Error::NotFound);
            }
            let (first, last) = ((wanted - 1) * PAGE + 1, scene.last_number().min(wanted * PAGE));
            let key = Key { thread: id, page: wanted, lang, sight: scene.sight };
            let state = State { revision: scene.thread.revision, names: scene.thread.names, last };
            let kept = shelf.posts.find(&key, state, &scene, now);
            let stored = match kept {
                Some(_) if !PROVE_KEPT => None,
                _ => Some(store::posts::posts(tx, scene.sight, scene.me, id, (first, last))?),
            };
            let signs = match &kept {
                Some(posts) => store::reactions::mine(tx, scene.me, id, posts.span())?,
                None => Vec::new(),
            };
            Ok((scene, key, state, kept, stored, signs))
        })
        .await;
    let (mut scene, key, state, kept, stored, mut signs) = match found {
        Err(Error::NotFound) => return super::moved::thread(&ctx, id, wanted).await,
        found => found?,
    };
    let heading = super::title(&ctx, &scene.thread.title, scene.sight, scene.me);
    let page = ctx.page(heading.clone());
    if kept.is_none() {
        let posts = stored.iter().flatten();
        signs = posts.filter_map(|post| Some((post.position, post.mine?))).collect();
    }
    let made = stored.map(|posts| posts_shown(&ctx, &page, &scene, posts)).transpose()?;
    let posts = match (kept, made) {
        (Some(kept), Some(made)) if *kept != made => {
            return Err(Fault::bug("a kept page is not what it would be now").into());
        }
        (Some(kept), _) => kept,
        (None, made) => hall.posts.keep(key, state, made.ok_or(Error::NotFound)?, &scene),
    };
    let marker = scene.thread.marker.furthest(hall.markers.noted(scene.me, id));
    note_read(&ctx, &hall.markers, &scene, marker, &posts);
    let (read, last) = (marker.number(scene.sight), scene.last_number());
    let pager = Pager {
        path: format!("/coffee-room/threads/{id}"),
        current: wanted,
        last: rules::page_of(last),
    };
    let is_paused = rules::may_write(scene.thread.paused_until, ctx.now).is_err();
    let may_reply = rules::may_reply(&scene.thread).is_ok() && !is_paused;
    let is_last = pager.next().is_none();
    let reply = if may_reply && is_last {
        let nothing = Html(String::new());
        Some(ReplyForm::new(&ctx, &page, &mut scene, Typed::default(), nothing).await?)
    } else {
        None
    };
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
        is_followed: scene.thread.follow == Some(Follow::Following),
        is_muted: scene.thread.follow == Some(Follow::Muted),
        may_tag: rules::may_tag(scene.sight, &scene.thread, scene.me),
        asks: scene.thread.asks,
        answer: scene.thread.answer_number(scene.sight).map(|number| address(id, number)),
        moved_at: scene.thread.moved_at,
        tags: scene.thread.tags,
        posts,
        signs,
        pager,
        last,
        reply,
        may_reply,
        waiting: scene.thread.waiting,
        is_paused,
        room_name: scene.thread.room_name,
    })
}

/// Notes the last post of the page as read, if that is further than before.
pub(super) fn note_read(
    ctx: &Ctx,
    markers: &Arc<Markers>,
    scene: &Scene,
    before: Marker,
    posts: &PostsShown,
) {
    let Some(end) = posts.end else { return };
    if before.furthest(end) != before {
        markers.note(&ctx.site, (scene.me, scene.thread.id, end));
    }
}

/// To the first post not yet read.
pub(super) async fn unread(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let scene = match ctx.read(move |tx| Scene::find(tx, &actor, id, lang)).await {
        Err(Error::NotFound) => return super::moved::thread(&ctx, id, 1).await,
        found => found?,
    };
    let marker = scene.thread.marker.furthest(hall.markers.noted(scene.me, id));
    let number = rules::first_unread(marker.number(scene.sight), scene.last_number());
    ctx.see_other(&address(id, number))
}

/// To the post that was written at an instant: where quotes lead.
pub(super) async fn at(ctx: Ctx) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let instant: Millis = ctx.param("instant")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let found = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let found = store::quotes::position_at(tx, id, instant)?;
            let number = found.and_then(|(position, guest_position)| match scene.sight {
                Sight::Guest => guest_position,
                _ => Some(position),
            });
            number.ok_or(Error::NotFound)
        })
        .await;
    match found {
        Ok(number) => ctx.see_other(&address(id, number)),
        Err(Error::NotFound) => super::moved::at(&ctx, id, instant).await,
        Err(other) => Err(other),
    }
}

const REACT: &[Field] = &[form::line("sign", 40).required()];

/// Gives a post a sign, or takes it back.
pub(super) async fn react(ctx: Ctx) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let form = ctx.form(REACT).await?;
    let sign = form.get("sign").split_once(':');
    let sign = sign
        .and_then(|(number, word)| Some((number.parse::<i64>().ok()?, Reaction::from_word(word)?)));
    let (number, reaction) = sign.ok_or(Error::NotFound)?;
    let act = act(&ctx);
    let done =
        ctx.submit(form, move |tx, _| actions::react(tx, &act, id, number, reaction)).await?;
    match done {
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) => match form.refusals().first() {
            Some(refusal) => Err(refusal.clone().into()),
            None => ctx.see_other(&address(id, number)),
        },
    }
}

/// To a post on its page.
pub(super) async fn post(ctx: Ctx) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let found = ctx.read(move |tx| Scene::find(tx, &actor, id, lang)?.post(tx, number)).await;
    match found {
        Ok((_, look)) if look != Look::Moved => ctx.see_other(&address(id, number)),
        Ok(_) | Err(Error::NotFound) => super::moved::post(&ctx, id, number).await,
        Err(other) => Err(other),
    }
}
