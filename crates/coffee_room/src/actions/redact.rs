//! Taking something out of somebody's post, with a trace.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::search::Prepared;
use kafferum_platform::{Error, Refusal};

use super::{Act, log, settle, settle_item};
use crate::model::{Audience, Deed, Draft, Item, Reason, ReportState, Sight, ThreadId};
use crate::scene::{Scene, address};
use crate::store::moderation::Entry;
use crate::{attachments, parties, quotes, rules, search, store};

/// Changes what a post says, made from the version `seen`, and what its poll
/// offers (`options`, an option a line). What it said before stays with its
/// author and the moderators while one may appeal, and reports of it are
/// settled.
pub(crate) fn redact(
    tx: &mut Tx<'_>,
    act: &Act,
    (thread, number): (ThreadId, i64),
    (draft, options): (&Draft, &str),
    seen: i64,
    (reason, words): (Option<Reason>, &str),
) -> Result<String, Error> {
    let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
    let (post, _) = scene.post(tx, number)?;
    rules::may_judge(scene.sight, &post, scene.me)?;
    parties::must_not_be(tx, act, scene.matter(&post))?;
    rules::must_give_words(reason, words)?;
    let is_opening = post.position == 1;
    if is_opening {
        rules::must_be_title(&draft.title)?;
    }
    rules::must_say_something(draft)?;
    let source = store::posts::source(tx, thread, post.position)?;
    rules::must_be_current(&source, seen)?;
    let new_title = is_opening && draft.title != scene.thread.title.text;
    let poll = post.poll.as_ref();
    let new_poll = poll.map(|poll| poll.reworded(options)).transpose()?;
    let new_poll = new_poll.filter(|new| poll != Some(new));
    if !new_title && draft.markdown == source.markdown && new_poll.is_none() {
        return Err(Refusal::new("coffee-room-redact-same").at("body").into());
    }
    let forget_at = Some(act.now.saturating_add(rules::APPEAL_WITHIN));
    store::posts::keep_version(tx, thread, post.position, forget_at)?;
    if let Some(change) = poll.zip(new_poll.as_ref()) {
        store::polls::reword(tx, thread, post.position, change)?;
    }
    let html = attachments::html(tx, (thread, post.position), &draft.markdown)?;
    let draft = &Draft { html, ..draft.clone() };
    store::posts::change_post(tx, thread, post.position, draft, act.now)?;
    attachments::leave_out(tx, &post, thread, &draft.markdown, act.now)?;
    store::posts::set_moderated(tx, thread, post.position, true)?;
    if new_title {
        store::posts::change_title(tx, thread, &draft.title)?;
    }
    quotes::note(tx, (thread, post.position), post.audience, &draft.markdown)?;
    quotes::follow(tx, thread, post.position)?;
    search::index_changed(tx, &act.analyser, thread, post.position)?;
    settle(tx, act, thread, post.position, ReportState::Edited)?;
    let entry = Entry {
        thread: Some(thread),
        position: Some(post.position),
        about: Some(post.author),
        trainee: act.trainee,
        reason: Some(reason.unwrap_or(Reason::Other)),
        note: words,
        ..Entry::new(scene.me, Deed::Redact)
    };
    log(tx, act, &entry)?;
    settle_item(tx, act, Item::Post(thread, post.position), Deed::Redact)?;
    Ok(address(thread, number))
}

/// Puts back, on appeal, what a post said before a moderator changed it then.
/// A post that its author has changed since is left as it is.
pub(crate) fn take_words_back(
    tx: &mut Tx<'_>,
    act: &Act,
    thread: ThreadId,
    position: i64,
    then: Millis,
) -> Result<(), Error> {
    let me = act.actor.person()?;
    let head = store::posts::thread(tx, thread, me, act.lang)?.ok_or(Error::NotFound)?;
    let post = store::posts::post(tx, Sight::Moderator, me, thread, position)?;
    let post = post.ok_or(Error::NotFound)?;
    let before = store::posts::versions(tx, thread, position)?.into_iter().next();
    let Some(before) = before.filter(|_| post.edited_at == Some(then)) else {
        return Ok(store::posts::set_moderated(tx, thread, position, false)?);
    };
    // What the change took out is loose, and still its author's.
    let asked = markdown::attached(&before.markdown);
    let shown = store::attachments::showable(tx, post.author, Some((thread, position)), &asked)?;
    let draft = Draft {
        title: before.title.clone().unwrap_or_default(),
        html: markdown::render_with(&before.markdown, Place::Post, &shown),
        attachments: shown,
        markdown: before.markdown,
        audience: Audience::Members,
        poll: None,
        words: Prepared::default(),
        hold: None,
        has_name: false,
        takes_out: false,
    };
    store::posts::keep_version(tx, thread, position, None)?;
    if let Some((poll, options)) = post.poll.as_ref().zip(before.options) {
        store::polls::reword(tx, thread, position, (poll, &poll.reworded(&options)?))?;
    }
    store::posts::change_post(tx, thread, position, &draft, act.now)?;
    let (place, shown) = ((thread, position), &draft.attachments);
    store::attachments::put_into(tx, post.author, place, shown, act.now)?;
    store::posts::set_moderated(tx, thread, position, false)?;
    if let Some(title) = before.title.filter(|title| *title != head.title.text) {
        store::posts::change_title(tx, thread, &title)?;
    }
    quotes::note(tx, (thread, position), post.audience, &draft.markdown)?;
    quotes::follow(tx, thread, position)?;
    Ok(search::index_changed(tx, &act.analyser, thread, position)?)
}
