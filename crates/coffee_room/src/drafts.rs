//! Drafts: kept on the server while one types, so that a long text survives a
//! dead battery. Only their writer ever sees them. What was not let in is kept
//! for its writer too, for a while, and so is what was taken out of a post.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use kafferum_platform::clock::{DAY, MINUTE, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::{Moment, Timer};
use kafferum_platform::people::PersonId;
use kafferum_platform::{Error, Fault, Refusal};

use crate::actions::Act;
use crate::model::{DraftPlace, SavedDraft, Sight};
use crate::scene::{Scene, find_room};
use crate::{rules, store};

/// Savings of one person in a minute: typing saves every few seconds, and all
/// writers of a union share one disk.
const SAVES: u32 = 20;
/// Drafts that one run of the timer forgets, texts that were not let in, and
/// versions.
const SWEEP: i64 = 500;

pub(crate) const TIMER: Timer = Timer { name: "coffee-room-drafts", run: sweep };

/// How often people have saved in this minute, of one process.
#[derive(Default)]
pub(crate) struct Pace {
    saved: Mutex<(Millis, HashMap<PersonId, u32>)>,
}

impl Pace {
    /// Counts a saving, if it is not one too many.
    pub(crate) fn may_save(&self, person: PersonId, now: Millis) -> Result<(), Refusal> {
        // Counts are whole at every instant.
        let mut saved = self.saved.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now / MINUTE;
        if saved.0 != minute {
            *saved = (minute, HashMap::new());
        }
        let count = saved.1.entry(person).or_default();
        *count += 1;
        if *count <= SAVES { Ok(()) } else { Err(Refusal::new("coffee-room-draft-too-often")) }
    }
}

/// Keeps a draft where one could send it; one that says nothing is forgotten.
pub(crate) fn save(tx: &mut Tx<'_>, act: &Act, draft: &SavedDraft) -> Result<(), Error> {
    let me = act.actor.person()?;
    match draft.place {
        DraftPlace::Room(room) => {
            let (room, _) = find_room(tx, &act.actor, room, act.lang)?;
            rules::may_open_thread(room.state)?;
        }
        DraftPlace::Thread(thread) => {
            let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
            rules::may_reply(&scene.thread)?;
        }
        DraftPlace::Post(thread, position) => {
            let scene = Scene::find(tx, &act.actor, thread, act.lang)?;
            let post = store::posts::post(tx, Sight::Moderator, me, thread, position)?;
            let post = post.ok_or(Error::NotFound)?;
            if !rules::may_edit(&scene.thread, &post, me) {
                return Err(Refusal::new("coffee-room-not-editable").into());
            }
            let is_same_title = position > 1 || draft.title == scene.thread.title.text;
            let source = store::posts::source(tx, thread, position)?;
            if is_same_title && draft.body == source.markdown {
                return Ok(store::drafts::discard(tx, me, draft.place)?);
            }
        }
    }
    let typed = [&draft.title, &draft.body, &draft.poll.options];
    let is_empty = typed.iter().all(|text| text.trim().is_empty());
    if is_empty || store::drafts::was_sent(tx, me, &draft.body, act.now - MINUTE)? {
        return Ok(store::drafts::discard(tx, me, draft.place)?);
    }
    Ok(store::drafts::save(tx, me, draft)?)
}

fn sweep(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let days = moment.settings.number("coffee-room-draft-days");
    let before = moment.now.saturating_sub(days.saturating_mul(DAY));
    let drafts = store::drafts::sweep(tx, before, SWEEP)?;
    let texts = store::held::forget_declined(tx, moment.now - rules::APPEAL_WITHIN, SWEEP)?;
    let versions = store::posts::forget_versions(tx, moment.now, SWEEP)?;
    Ok(usize::try_from(drafts + texts + versions).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_saves_so_often_in_a_minute() {
        let pace = Pace::default();
        let (one, other) = (PersonId(1), PersonId(2));
        for _ in 0..SAVES {
            assert!(pace.may_save(one, 5).is_ok());
        }
        assert!(pace.may_save(one, 5).is_err());
        assert!(pace.may_save(other, 5).is_ok());
        assert!(pace.may_save(one, MINUTE).is_ok());
    }
}
