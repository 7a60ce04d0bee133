//! Pictures that go: those that never came into a post, or were taken out of
//! one, and those of people who are forgotten.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::{Moment, Timer};
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::people::PersonId;

use crate::model::{PictureId, Post, ThreadId};
use crate::{quotes, rules, store};

/// Removes pictures that have long been in no post.
pub(crate) const SWEEP: Timer = Timer { name: "coffee-room.pictures", run: sweep };

fn sweep(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    store::pictures::remove_loose(tx, moment.now - rules::KEEP_LOOSE, moment.now)
}

/// Forgets the pictures of a person. What they wrote stays for others, under
/// no name; but a picture may show who they are. Its description stays in the
/// text.
pub(crate) fn forget_all_of(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    for (thread, position) in store::pictures::remove_all_of(tx, person, now)? {
        quotes::render(tx, thread, position)?;
    }
    Ok(())
}

/// The HTML of a post that stands, with the pictures that stand in it: for
/// posts that change without their author.
pub(crate) fn html(tx: &mut Tx<'_>, post: (ThreadId, i64), text: &str) -> Result<String, Fault> {
    Ok(markdown::render_with(text, Place::Post, &store::pictures::of_post(tx, post)?))
}

/// Takes the pictures out of a post that its text shows no more: for posts that
/// a moderator changes.
pub(crate) fn leave_out(
    tx: &mut Tx<'_>,
    post: &Post,
    thread: ThreadId,
    text: &str,
    now: Millis,
) -> Result<(), Fault> {
    let (place, shown) = ((thread, post.position), markdown::pictures(text));
    let stay = store::pictures::of_post(tx, place)?.into_iter().map(|picture| picture.id);
    let stay: Vec<PictureId> = stay.filter(|id| shown.contains(id)).map(PictureId).collect();
    store::pictures::put_into(tx, post.author, place, &stay, now).map(drop)
}
