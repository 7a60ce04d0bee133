//! What people are told of posts. A post is one thing to tell of, whatever
//! the reasons, so its key is its place; what is told of a thread is seen by
//! reading the thread.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::notices::{NoticeKind, Pace, Shown, Told};
use kafferum_platform::policy::Actor;
use kafferum_platform::texts::Lang;

use crate::model::ThreadId;
use crate::rules::{self, COFFEE_ROOM, Look};
use crate::scene::address;
use crate::store;

/// New posts in a thread that one follows.
pub(crate) const POST: NoticeKind = NoticeKind {
    name: "coffee-room-post",
    label: "coffee-room-kind-posts",
    plain: "coffee-room-mailed-posts",
    // Company, not urgency: whoever wants to be called to the table says so.
    pace: Pace::Daily,
    show: |tx, actor, lang, told| {
        show(tx, actor, lang, told, ["coffee-room-told-posts", "coffee-room-told-posts-untitled"])
    },
};

/// What makes a post be told of once.
pub(crate) fn key(thread: ThreadId, position: i64) -> String {
    format!("post:{thread}:{position}")
}

/// What a notice is about, for [`notices::see`](kafferum_platform::notices::see).
pub(crate) fn thing(thread: ThreadId) -> String {
    format!("thread:{thread}")
}

/// Says how many of the posts there are to read and where the first of them
/// is, in the first text, or in the second when the title is hidden.
pub(crate) fn show(
    tx: &mut Tx<'_>,
    actor: &Actor,
    lang: Lang,
    told: &Told,
    [text, untitled]: [&'static str; 2],
) -> Result<Option<Shown>, Fault> {
    let (Ok(me), Ok(())) = (actor.person(), COFFEE_ROOM.decide(actor)) else { return Ok(None) };
    let id = ThreadId(told.number()?);
    let Some(thread) = store::posts::thread(tx, id, me, lang)? else { return Ok(None) };
    let sight = rules::sight(actor, thread.room);
    let Some(sight) = sight.filter(|sight| rules::may_read_thread(*sight, thread.audience)) else {
        return Ok(None);
    };
    let (first, last) = (told.parts.first().copied(), told.parts.last().copied());
    let posts = store::told::posts(tx, id, first.unwrap_or(0), last.unwrap_or(0))?;
    let theirs: Vec<i64> = posts
        .iter()
        .filter(|post| told.parts.contains(&post.position))
        .filter(|post| rules::look(sight, me, post) == Some(Look::Shown))
        .map(|post| post.number(sight))
        .collect();
    let Some(first) = theirs.first() else { return Ok(None) };
    let mut args = vec![("count", theirs.len().to_string()), ("room", thread.room_name.clone())];
    let title = thread.title.shown(sight, me);
    args.extend(title.map(|title| ("title", title.to_owned())));
    let text = if title.is_some() { text } else { untitled };
    Ok(Some(Shown { text, args, path: address(id, *first) }))
}
