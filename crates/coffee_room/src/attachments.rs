//! Pictures and documents that go: those that never came into a post, or were
//! taken out of one, and those of people who are forgotten.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::feature::{Moment, Timer};
use kafferum_platform::markdown::{self, Attachment, Place};
use kafferum_platform::people::PersonId;

use crate::model::{Post, ThreadId};
use crate::{quotes, rules, store};

/// Removes what has long been in no post.
pub(crate) const SWEEP: Timer = Timer { name: "coffee-room.attachments", run: sweep };

fn sweep(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let (loose, appealable) = (moment.now - rules::KEEP_LOOSE, moment.now - rules::APPEAL_WITHIN);
    store::attachments::remove_loose(tx, loose, appealable, moment.now)
}

/// Forgets the pictures and documents of a person. What they wrote stays for
/// others, under no name; but a picture may show who they are, and a document
/// say it. What is said of them stays in the text.
pub(crate) fn forget_all_of(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    for (thread, position) in store::attachments::remove_all_of(tx, person, now)? {
        quotes::render(tx, thread, position)?;
    }
    Ok(())
}

/// The HTML of a post that stands, with what stands in it: for posts that
/// change without their author.
pub(crate) fn html(tx: &mut Tx<'_>, post: (ThreadId, i64), text: &str) -> Result<String, Fault> {
    Ok(markdown::render_with(text, Place::Post, &store::attachments::of_post(tx, post)?))
}

/// Takes out of a post what its text shows no more: for posts that a moderator
/// changes.
pub(crate) fn leave_out(
    tx: &mut Tx<'_>,
    post: &Post,
    thread: ThreadId,
    text: &str,
    now: Millis,
) -> Result<(), Fault> {
    let (place, asked) = ((thread, post.position), markdown::attached(text));
    let stay = store::attachments::of_post(tx, place)?;
    let stay: Vec<Attachment> =
        stay.into_iter().filter(|one| asked.iter().any(|asked| asked.id == one.id)).collect();
    store::attachments::put_into(tx, post.author, place, &stay, now).map(drop)
}
