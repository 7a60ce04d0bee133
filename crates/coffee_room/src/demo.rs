//! Talk for the demonstration union, from `demo/threads.txt`.

mod moderation;

use std::collections::HashMap;
use std::sync::Arc;

use kafferum_platform::clock::{DAY, HOUR, MINUTE, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Boxed;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::people::store::fold;
use kafferum_platform::policy::Role;
use kafferum_platform::search::{Analyser, Prepared, word_terms};
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Fault};

use crate::demo_attachments::{self, DemoAttachment};
use crate::model::{
    Audience, Deed, Door, Draft, KeptRoom, Marker, OpenTo, Reaction, Reason, RoomId, RoomKind,
    Sight, Tag, TagId, ThreadId,
};
use crate::polls::Poll;
use crate::store::moderation::Entry;
use crate::{search, store};

const THREADS: &str = include_str!("../demo/threads.txt");

/// Who hides, who reports, who has read most of it.
const MODERATOR: &str = "Pihlaja";
const REPORTER: &str = "Lumikko";
const READER: &str = "Aamukaste";
/// The thread, open to guests, in which a newcomer's answer waits.
const WAITED_FOR: usize = 1;
/// Threads in which the reader finds something new, by their number.
const UNREAD: [usize; 5] = [5, 6, 14, 15, 16];

#[derive(Clone)]
struct Talk {
    room: &'static str,
    audience: Audience,
    days_ago: i64,
    marks: &'static str,
    title: &'static str,
    said: Vec<Said>,
}

#[derive(Clone)]
struct Said {
    who: &'static str,
    after: Millis,
    marks: Vec<&'static str>,
    markdown: String,
    html: String,
}

/// Fills the rooms, whose people are there already.
pub(crate) fn fill(site: Arc<Site>) -> Boxed<Result<(), Error>> {
    Box::pin(async move {
        let now = site.now();
        let mut talks = parse()?;
        for said in talks.iter_mut().flat_map(|talk| talk.said.iter_mut()) {
            said.html = markdown::render(&said.markdown, Place::Post);
        }
        let attachments = demo_attachments::keep(&site).await?;
        let analyser = Arc::clone(&site.analyser);
        site.db.write(move |tx| Ok(write(tx, &talks, &attachments, &analyser, now)?)).await
    })
}

fn broken(line: &str) -> Fault {
    Fault::bug(format_args!("the demonstration's talk: {line}"))
}

fn parse() -> Result<Vec<Talk>, Fault> {
    let mut talks: Vec<Talk> = Vec::new();
    for line in THREADS.lines() {
        if let Some(head) = line.strip_prefix("== ") {
            let parts: Vec<&'static str> = head.split('|').map(str::trim).collect();
            let [room, audience, days, marks, title] = parts.as_slice() else {
                return Err(broken(line));
            };
            talks.push(Talk {
                room,
                audience: Audience::from_word(audience).ok_or_else(|| broken(line))?,
                days_ago: days.parse().map_err(|_| broken(line))?,
                marks,
                title,
                said: Vec::new(),
            });
        } else if let Some(head) = line.strip_prefix("-- ") {
            let (who, rest) = head.split_once(" +").ok_or_else(|| broken(line))?;
            let mut words = rest.split(' ');
            let after = words.next().and_then(span).ok_or_else(|| broken(line))?;
            let talk = talks.last_mut().ok_or_else(|| broken(line))?;
            talk.said.push(Said {
                who,
                after,
                marks: words.collect(),
                markdown: String::new(),
                html: String::new(),
            });
        } else if let Some(said) = talks.last_mut().and_then(|talk| talk.said.last_mut()) {
            said.markdown.push_str(line);
            said.markdown.push('\n');
        }
    }
    for said in talks.iter_mut().flat_map(|talk| talk.said.iter_mut()) {
        said.markdown.truncate(said.markdown.trim_end().len());
    }
    Ok(talks)
}

/// A time such as `35m`, `2h` or `1d`.
fn span(text: &str) -> Option<Millis> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "m" => MINUTE,
        "h" => HOUR,
        "d" => DAY,
        _ => return None,
    };
    Some(number.parse::<i64>().ok()? * unit)
}

/// The people by pseudonym, and somebody in place of one who is missing.
struct People {
    by_name: HashMap<String, PersonId>,
    anybody: PersonId,
}

impl People {
    fn read(tx: &mut Tx<'_>) -> Result<Option<Self>, Fault> {
        let people = store::person::pseudonyms(tx)?;
        let Some(anybody) = people.first().map(|(person, _)| *person) else { return Ok(None) };
        let by_name = people.into_iter().map(|(person, name)| (fold(&name), person)).collect();
        Ok(Some(Self { by_name, anybody }))
    }

    fn find(&self, name: &str) -> PersonId {
        self.by_name.get(&fold(name)).copied().unwrap_or(self.anybody)
    }
}

fn write(
    tx: &mut Tx<'_>,
    talks: &[Talk],
    attachments: &[DemoAttachment],
    analyser: &Analyser,
    now: Millis,
) -> Result<(), Fault> {
    let Some(people) = People::read(tx)? else { return Ok(()) };
    for room in rooms() {
        store::room_keeping::insert(tx, &room)?;
    }
    let rooms: HashMap<String, RoomId> =
        store::rooms::rooms(tx, Sight::Member, people.anybody, now, Lang::Fi)?
            .into_iter()
            .map(|room| (room.name, room.id))
            .collect();
    follow_some(tx, &people, &rooms, analyser)?;
    for (index, talk) in talks.iter().enumerate() {
        let room = *rooms.get(talk.room).ok_or_else(|| broken(talk.room))?;
        let thread = write_talk(tx, talk, room, &people, attachments, now)?;
        search::index_thread(tx, analyser, thread)?;
        let read = if UNREAD.contains(&index) { talk.said.len() / 2 } else { talk.said.len() };
        let marker = Marker { position: i64::try_from(read).unwrap_or(0), guest_position: 0 };
        let reader = people.find(READER);
        store::posts::advance_marker(tx, reader, thread, marker)?;
        if index == WAITED_FOR {
            moderation::write(tx, room, thread, &people, now)?;
        }
        if UNREAD.contains(&index) {
            store::follow::follow_own(tx, thread, reader)?;
            let last = i64::try_from(talk.said.len()).unwrap_or(1);
            store::told::insert_untold(tx, thread, last, "")?;
        }
    }
    Ok(())
}

/// What the poll of the demonstration asks.
const POLL: &str = "aamulla ennen vuoroa\nruokatauolla\nillalla vuoron jälkeen\nviikonloppuna";

/// Signs of some who read a post.
fn thank(
    tx: &mut Tx<'_>,
    place: (ThreadId, i64),
    author: &str,
    people: &People,
    at: Millis,
) -> Result<(), Fault> {
    let readers = [
        ("Aamukaste", Reaction::Thanks),
        ("Havu", Reaction::Thanks),
        ("Myssy", Reaction::Same),
        ("Iltavuoro", Reaction::Strength),
    ];
    for (reader, sign) in readers.into_iter().filter(|(reader, _)| *reader != author) {
        store::reactions::set(tx, place, people.find(reader), None, Some(sign), at)?;
    }
    Ok(())
}

/// A room and a word, so that there is something to see where they stand.
fn follow_some(
    tx: &mut Tx<'_>,
    people: &People,
    rooms: &HashMap<String, RoomId>,
    analyser: &Analyser,
) -> Result<(), Fault> {
    let reader = people.find(READER);
    if let Some(room) = rooms.get("Jaksaminen") {
        store::follow::follow_room(tx, *room, reader)?;
    }
    let word = "perehdytys";
    let terms = word_terms(analyser, Lang::Fi, word).unwrap_or_default();
    store::follow::follow_word(tx, reader, word, &terms)
}

/// Rooms beside those that every union begins with.
fn rooms() -> [KeptRoom; 2] {
    let room = |kind, open_to, names: [&str; 3], abouts: [&str; 3]| KeptRoom {
        id: RoomId(0),
        revision: 0,
        kind,
        state: Door::Open,
        open_to,
        names: names.map(str::to_owned),
        abouts: abouts.map(str::to_owned),
    };
    [
        room(
            RoomKind::Chapter,
            OpenTo::Members,
            ["Helsingin avustajat", "Assistenterna i Helsingfors", "Assistants of Helsinki"],
            [
                "Ammattiosaston kokoukset, retket ja arki.",
                "Fackavdelningens möten, utfärder och vardag.",
                "Meetings, outings and everyday life of the chapter.",
            ],
        ),
        room(
            RoomKind::Topic,
            OpenTo::Role(Role::Moderator),
            ["Moderaattorien keittiö", "Moderatorernas kök", "The moderators’ kitchen"],
            [
                "Miten pidetään huoneista huolta yhdessä.",
                "Hur vi tar hand om rummen tillsammans.",
                "How we look after the rooms together.",
            ],
        ),
    ]
}

fn write_talk(
    tx: &mut Tx<'_>,
    talk: &Talk,
    room: RoomId,
    people: &People,
    attachments: &[DemoAttachment],
    now: Millis,
) -> Result<ThreadId, Fault> {
    // Early in the morning for some threads, late in the evening for others.
    let mut at = now - talk.days_ago * DAY - (talk.days_ago % 11) * HOUR;
    let opener = talk.said.first().map_or(people.anybody, |said| people.find(said.who));
    let thread = store::posts::insert_thread(tx, room, opener, talk.title, talk.audience, at)?;
    for said in &talk.said {
        at = (at + said.after).min(now);
        let is_open = said.marks.contains(&"guests");
        let author = people.find(said.who);
        let poll = Poll::typed("several", POLL, "14", at).ok().flatten();
        let mut draft = Draft {
            poll: poll.filter(|_| said.marks.contains(&"poll")),
            title: String::new(),
            markdown: said.markdown.clone(),
            html: said.html.clone(),
            words: Prepared::default(),
            attachments: Vec::new(),
            audience: if is_open { Audience::Guests } else { Audience::Members },
            hold: None,
            has_name: false,
            takes_out: false,
        };
        for one in attachments.iter().filter(|one| said.marks.contains(&one.mark)) {
            one.put_into(tx, author, &mut draft, at)?;
        }
        let end = store::posts::insert_post(tx, thread, author, &draft, at)?;
        store::follow::follow_own(tx, thread, author)?;
        let position = end.position;
        store::attachments::put_into(tx, author, (thread, position), &draft.attachments, at)?;
        if said.marks.contains(&"thanked") {
            thank(tx, (thread, position), said.who, people, at)?;
        }
        if said.marks.contains(&"hidden") {
            let words = "Tästä voi päätellä, kenestä on kyse. Kerro mieluummin, miten itse toimit.";
            hide(tx, thread, position, people, words, (at + 20 * MINUTE).min(now))?;
        }
        if said.marks.contains(&"reported") {
            let words = "Tämä tuntui ilkeältä. Täällä pitäisi voida kysyä.";
            let at = (at + 30 * MINUTE).min(now);
            let reporter = people.find(REPORTER);
            store::moderation::insert_report(
                tx,
                thread,
                position,
                reporter,
                Reason::Rude,
                words,
                at,
            )?;
        }
    }
    let is_marked = |tag: &Tag| {
        talk.marks.split(' ').any(|mark| mark.strip_prefix('#') == Some(tag.name.as_str()))
    };
    let tags = store::tags::of_room(tx, room, Lang::Fi)?;
    let tags: Vec<TagId> = tags.iter().filter(|tag| is_marked(tag)).map(|tag| tag.id).collect();
    store::tags::set(tx, thread, &tags)?;
    if talk.marks.contains("question") {
        store::questions::ask(tx, thread)?;
    }
    if talk.marks.contains("pinned") {
        store::posts::set_pinned(tx, thread, true)?;
        steer(tx, thread, people, Deed::Pin, "Hyvä lukea ensimmäisenä.", at)?;
    }
    if talk.marks.contains("closed") {
        store::posts::set_door(tx, thread, Door::Closed)?;
        steer(tx, thread, people, Deed::Close, "Kysymykseen saatiin vastaus.", at)?;
    }
    Ok(thread)
}

fn hide(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    position: i64,
    people: &People,
    note: &str,
    at: Millis,
) -> Result<(), Fault> {
    store::moderation::hide(tx, thread, position, (Reason::Recognisable, note), at)?;
    let entry = Entry {
        thread: Some(thread),
        position: Some(position),
        reason: Some(Reason::Recognisable),
        note,
        ..Entry::new(people.find(MODERATOR), Deed::Hide)
    };
    store::moderation::log(tx, &entry, at)?;
    Ok(())
}

fn steer(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    people: &People,
    deed: Deed,
    note: &str,
    at: Millis,
) -> Result<(), Fault> {
    let moderator = people.find(MODERATOR);
    let entry = Entry { thread: Some(thread), note, ..Entry::new(moderator, deed) };
    store::moderation::log(tx, &entry, at)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    const PEOPLE: [&str; 13] = [
        "Aamukaste",
        "Iltavuoro",
        "Kahvikuppi",
        "Myssy",
        "Pihlaja",
        "Havu",
        "Solros",
        "Earlybird",
        "Uusi tuuli",
        "Kulkija",
        "Lumikko",
        "Rautias",
        "Työkaveri Tove",
    ];

    #[test]
    fn the_talk_reads_as_a_union_would() {
        let talks = parse().expect("it can be read");
        assert!(talks.len() >= 14, "{}", talks.len());
        for talk in &talks {
            assert!(rules::must_be_title(talk.title).is_ok(), "{}", talk.title);
            // A question may wait for its first answer.
            let least = if talk.marks.contains("question") { 1 } else { 3 };
            assert!((least..=40).contains(&talk.said.len()), "{}: {}", talk.title, talk.said.len());
            let first_is_open = talk.said[0].marks.contains(&"guests");
            assert_eq!(first_is_open, talk.audience == Audience::Guests, "{}", talk.title);
            for said in &talk.said {
                assert!(PEOPLE.contains(&said.who), "{}", said.who);
                assert!(!said.markdown.is_empty(), "{}", talk.title);
                let is_open = said.marks.contains(&"guests");
                assert!(!is_open || talk.audience == Audience::Guests, "{}", talk.title);
                let is_guest = ["Uusi tuuli", "Kulkija"].contains(&said.who);
                assert!(is_open || !is_guest, "{}: a guest writes for guests too", talk.title);
            }
        }
        let marked = |mark: &str| {
            talks
                .iter()
                .flat_map(|talk| &talk.said)
                .filter(|said| said.marks.contains(&mark))
                .count()
        };
        assert_eq!((marked("hidden"), marked("reported")), (1, 1));
    }
}
