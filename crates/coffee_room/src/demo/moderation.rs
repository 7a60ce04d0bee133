//! What waits and what was decided in the demonstration union: a newcomer's
//! text, one that was not let in and is appealed against, a measure, and a
//! moderator in training.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, HOUR, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::search::Prepared;

use super::{MODERATOR, People, READER};
use crate::model::{
    Audience, Deed, Draft, HeldPlace, HoldCause, MeasureKind, Period, Reason, RoomId, ThreadId,
};
use crate::store;
use crate::store::measures::NewRow;
use crate::store::moderation::Entry;

const OTHER_MODERATOR: &str = "Työkaveri Tove";
const NEWCOMER: &str = "Uusi tuuli";
const TRAINEE: &str = "Myssy";
const PAUSED: &str = "Iltavuoro";

fn draft(title: &str, markdown: &str, audience: Audience) -> Draft {
    Draft {
        attachments: Vec::new(),
        title: title.to_owned(),
        markdown: markdown.to_owned(),
        html: String::new(),
        poll: None,
        words: Prepared::default(),
        audience,
        hold: None,
        has_name: false,
        takes_out: false,
    }
}

/// Fills it in, in a room and about a thread that guests read.
pub(super) fn write(
    tx: &mut Tx<'_>,
    room: RoomId,
    open_thread: ThreadId,
    people: &People,
    now: Millis,
) -> Result<(), Fault> {
    let (moderator, reader) = (people.find(MODERATOR), people.find(READER));
    let other = people.find(OTHER_MODERATOR);
    let text = draft(
        "",
        "Hei kaikille! Aloitin viime viikolla, ja tauot jännittävät minuakin. Kiitos, että kirjoitatte tästä.",
        Audience::Guests,
    );
    let place = HeldPlace::Reply(open_thread);
    let cause = HoldCause::Newcomer;
    store::held::insert(tx, room, place, people.find(NEWCOMER), &text, cause, now - 3 * HOUR)?;

    let text = draft(
        "Kuka muistaa Kallion porraskäytävän?",
        "Siinä talossa, missä on se punainen ovi, teen nykyään iltavuorot. Onko täällä naapurin avustajia?",
        Audience::Members,
    );
    let (place, cause) = (HeldPlace::Thread, HoldCause::Guard);
    let held = store::held::insert(tx, room, place, reader, &text, cause, now - 9 * DAY)?;
    let words =
        "Talon voi tunnistaa tästä. Kysy mieluummin, kuka tekee iltavuoroja samalla alueella.";
    let at = now - 9 * DAY + HOUR;
    store::held::decline(tx, held, Reason::Recognisable, words, at)?;
    let entry = Entry {
        room: Some(room),
        held: Some(held),
        about: Some(reader),
        reason: Some(Reason::Recognisable),
        note: words,
        ..Entry::new(other, Deed::Decline)
    };
    let decision = store::moderation::log(tx, &entry, at)?;
    let words = "Ymmärrän, mutta taloja punaisella ovella on monta. Katsoisitteko uudelleen?";
    store::measures::insert_appeal(tx, decision, reader, words, now - 8 * DAY)?;

    let person = people.find(PAUSED);
    let (kind, reason, at) = (MeasureKind::Pause, Reason::Rude, now - 40 * DAY);
    let row = NewRow {
        person,
        room: Some(room),
        kind,
        posts_per_hour: None,
        reason,
        until: Some(at + 3 * DAY),
        kept_out: None,
        after: store::measures::last_about(tx, person)?,
    };
    let measure = store::measures::insert(tx, &row, at)?;
    let entry = Entry {
        room: Some(room),
        measure,
        about: Some(person),
        reason: Some(reason),
        note: "Vedetään kaikki henkeä muutama päivä. Palataan asiaan kahvin kanssa.",
        ..Entry::new(moderator, kind.deed())
    };
    store::moderation::log(tx, &entry, at)?;

    let trainee = people.find(TRAINEE);
    store::practice::start(tx, trainee, moderator, Period::First, now - 20 * DAY)?;
    Ok(())
}
