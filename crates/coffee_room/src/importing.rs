//! Another forum moves in: what its export holds becomes rooms, threads and
//! posts here, for members only.
//!
//! It is called by a subcommand of the program and not by a page, so what it
//! can't do is said in a sentence for the terminal.
//!
//! Posts come in the order of their writing, some hundred in a transaction, and
//! each with the row that says that it came ([`crate::store::import`]): so it
//! may be killed at any moment, and goes on where it was; and a newer export
//! brings only what is new. They are written by the functions by which all
//! posts are, but for what tells people: nobody gets a notice, a mail or a sign
//! on an open page.
//!
//! Whoever has no account here is not named, nor kept apart from others like
//! them: what they wrote belongs to one who is nobody
//! ([`kafferum_platform::people::store::nobody`]). Who has one is found out by
//! the caller, since the coffee room knows no mail addresses.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use kafferum_forum_export::{Body, Export, PictureState, Piece, Post as OldPost, Refused, Wrong};
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::files::{self, FileHash};
use kafferum_platform::markdown::{self, Asked, Place};
use kafferum_platform::people::PersonId;
use kafferum_platform::people::store::{fold, nobody};
use kafferum_platform::search::{Language, Prepared};
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Fault};

use crate::model::{
    AttachmentId, AttachmentKind, Audience, Door, Draft, KeptRoom, OpenTo, RoomId, RoomKind,
    ThreadId,
};
use crate::rules::TITLE_MOST;
use crate::store::import::{Item, ItemKind};
use crate::{quotes, search, store};

/// Posts in one transaction.
const BATCH: usize = 200;
/// Longest name of a room, in characters, as on the page that keeps rooms.
const NAME_MOST: usize = 60;
/// What stands for no room in a wish.
const NOWHERE: &str = "-";

/// Why an import ends.
#[derive(Debug)]
pub enum Trouble {
    /// A sentence for whoever called.
    Said(String),
    /// A fault of the site.
    Site(Error),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(sentence) => f.write_str(sentence),
            Self::Site(Error::Fault(fault)) => fault.fmt(f),
            Self::Site(other) => write!(f, "{other:?}"),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Site(error)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Site(fault.into())
    }
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        Self::Said(refused.0)
    }
}

/// What a room of the export becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A room that is here.
    Here(RoomId),
    /// A new room, for members.
    New,
    /// Nothing, and why.
    LeftOut(&'static str),
}

/// A room of the export, with what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRoom {
    /// Its name there.
    pub name: String,
    /// Its name here.
    pub here: String,
    /// What it becomes.
    pub target: Target,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// By the index of the export's rooms.
    pub rooms: Vec<PlannedRoom>,
}

/// Finds out where each room of an export goes: where a wish says (its number
/// or name there, and one here or `-`), else where it went before, else to the
/// room of that name, else to a new one. A room that not everybody could read
/// goes nowhere without a wish.
///
/// # Errors
/// A sentence about a wish that can't be granted, or a fault.
pub async fn plan(
    site: &Site,
    export: &Export,
    wishes: &[(String, String)],
) -> Result<Plan, Trouble> {
    let source = export.source.word();
    let ids: Vec<String> = export.rooms.iter().map(|room| room.id.clone()).collect();
    let (here, before) = site
        .db
        .read(move |tx| {
            let mut before = Vec::with_capacity(ids.len());
            for id in &ids {
                before.push(store::import::room(tx, Item { source, kind: ItemKind::Room, id })?);
            }
            Ok((store::room_keeping::rooms(tx)?, before))
        })
        .await?;
    let names = |room: &KeptRoom| room.names.iter().map(|name| fold(name)).collect::<Vec<_>>();
    let find = |wanted: &str| {
        here.iter()
            .find(|room| room.id.to_string() == wanted || names(room).contains(&fold(wanted)))
    };
    for (there, _) in wishes {
        let is_there =
            export.rooms.iter().any(|room| room.id == *there || fold(&room.name) == fold(there));
        if !is_there {
            return Err(Trouble::Said(format!("the export has no room «{there}»")));
        }
    }
    let mut rooms = Vec::with_capacity(export.rooms.len());
    for (room, before) in export.rooms.iter().zip(before) {
        let wish = wishes
            .iter()
            .find(|(there, _)| *there == room.id || fold(there) == fold(&room.name))
            .map(|(_, here)| here.as_str());
        let name = line(&room.name, NAME_MOST);
        let target = match wish {
            Some(NOWHERE) => Target::LeftOut("as you asked for"),
            Some(wanted) => match find(wanted) {
                Some(room) => Target::Here(room.id),
                None => {
                    return Err(Trouble::Said(format!("there is no room «{wanted}» here")));
                }
            },
            None => match before {
                Some(room) => Target::Here(room),
                None if !room.is_open => Target::LeftOut("not everybody could read it there"),
                None => here
                    .iter()
                    .find(|kept| names(kept).contains(&fold(&name)))
                    .map_or(Target::New, |kept| Target::Here(kept.id)),
            },
        };
        let here = match target {
            Target::Here(id) => here
                .iter()
                .find(|kept| kept.id == id)
                .map_or_else(String::new, |kept| kept.name(Lang::Fi).to_owned()),
            _ => name.clone(),
        };
        rooms.push(PlannedRoom { name, here, target });
    }
    Ok(Plan { rooms })
}

/// Words on one line, at most so long.
fn line(text: &str, most: usize) -> String {
    let mut text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    text.retain(|letter| !markdown::is_trick(letter));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

/// What is imported, and whether it is only looked at.
pub struct Import<'i> {
    /// What the other forum exported.
    pub export: &'i Export,
    /// Where it goes.
    pub plan: &'i Plan,
    /// The accounts of its people, by their index; none for those who have
    /// none here.
    pub people: &'i [Option<PersonId>],
    /// Whether anything is written. A dry run counts the same.
    pub is_dry: bool,
}

/// What came, or would come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New rooms.
    pub rooms: u64,
    /// New threads.
    pub threads: u64,
    /// New posts.
    pub posts: u64,
    /// Those of them that belong to somebody who has an account here.
    pub posts_of_people: u64,
    /// Pictures in them.
    pub pictures: u64,
    /// Posts that had come before.
    pub known: u64,
    /// Posts of rooms that are left out.
    pub left_out: u64,
}

/// What came, or would come, and what was wrong with some of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How much.
    pub counts: Counts,
    /// Posts and pictures that could not be taken as they were.
    pub wrong: Vec<Wrong>,
}

/// Imports; `tell` is told after each transaction how many posts are done.
///
/// # Errors
/// A sentence or a fault. What was committed stays, and another run goes on
/// behind it.
pub async fn import(
    site: &Arc<Site>,
    import: &Import<'_>,
    mut tell: impl FnMut(u64),
) -> Result<Outcome, Trouble> {
    let rooms = rooms(site, import).await?;
    let source = import.export.source.word();
    let (posts, threads) = site
        .db
        .read(move |tx| {
            let posts = store::import::known(tx, source, ItemKind::Post)?;
            Ok((posts, store::import::known(tx, source, ItemKind::Thread)?))
        })
        .await?;
    let mut moving = Moving {
        site,
        import,
        rooms,
        before: before(import.export),
        known: posts.into_iter().collect(),
        threads: threads.into_iter().collect(),
        ready: HashMap::new(),
        numbers: 0..0,
        outcome: Outcome::default(),
    };
    if !import.is_dry {
        moving.numbers = moving.find_numbers().await?;
    }
    // Two rooms there of one name become one.
    let new = import.plan.rooms.iter().filter(|room| room.target == Target::New);
    moving.outcome.counts.rooms =
        new.map(|room| room.here.as_str()).collect::<HashSet<_>>().len() as u64;
    let mut batch = Vec::new();
    for (index, post) in import.export.posts.iter().enumerate() {
        batch.extend(moving.prepare(index, post).await?);
        if batch.len() == BATCH {
            moving.write(std::mem::take(&mut batch)).await?;
            tell(moving.outcome.counts.posts);
        }
    }
    moving.write(batch).await?;
    Ok(moving.outcome)
}

/// Makes the new rooms; the room here of each room there.
async fn rooms(site: &Site, import: &Import<'_>) -> Result<Vec<Option<RoomId>>, Trouble> {
    if import.is_dry {
        // New rooms have no number yet; any one stands for them.
        let stands = |room: &PlannedRoom| match room.target {
            Target::Here(id) => Some(id),
            Target::New => Some(RoomId(0)),
            Target::LeftOut(_) => None,
        };
        return Ok(import.plan.rooms.iter().map(stands).collect());
    }
    let source = import.export.source.word();
    let planned: Vec<_> = import
        .export
        .rooms
        .iter()
        .zip(&import.plan.rooms)
        .map(|(room, planned)| (room.clone(), planned.clone()))
        .collect();
    let made = site.db.write(move |tx| {
        let mut made: Vec<Option<RoomId>> = Vec::with_capacity(planned.len());
        // Two rooms there of one name become one.
        let mut named: HashMap<String, RoomId> = HashMap::new();
        for (room, plan) in &planned {
            let item = Item { source, kind: ItemKind::Room, id: &room.id };
            let id = match plan.target {
                Target::Here(id) => Some(id),
                Target::LeftOut(_) => None,
                Target::New => Some(match named.get(&plan.here) {
                    Some(id) => *id,
                    None => store::room_keeping::insert(tx, &new_room(&plan.here, &room.about))?,
                }),
            };
            if let Some(id) = id {
                named.insert(plan.here.clone(), id);
                store::import::note_room(tx, item, room.address.as_deref(), id)?;
            }
            made.push(id);
        }
        Ok(made)
    });
    Ok(made.await?)
}

fn new_room(name: &str, about: &str) -> KeptRoom {
    let about = line(about, 200);
    KeptRoom {
        id: RoomId(0),
        revision: 0,
        kind: RoomKind::Topic,
        state: Door::Open,
        open_to: OpenTo::Members,
        names: std::array::from_fn(|_| name.to_owned()),
        abouts: std::array::from_fn(|_| about.clone()),
    }
}

/// For each post the one before it in its thread.
fn before(export: &Export) -> Vec<Option<usize>> {
    let mut last = vec![None; export.threads.len()];
    let mut before = Vec::with_capacity(export.posts.len());
    for (index, post) in export.posts.iter().enumerate() {
        let slot = last.get_mut(post.thread);
        before.push(slot.and_then(|slot| slot.replace(index)));
    }
    before
}

/// A thread as it will stand.
struct NewThread {
    id: String,
    address: Option<String>,
    room: RoomId,
    title: String,
    is_closed: bool,
}

/// A post as it will stand.
struct NewPost {
    id: String,
    address: Option<String>,
    thread: Arc<NewThread>,
    author: Option<PersonId>,
    at: Millis,
    parts: Vec<Part>,
    words: Prepared,
    /// Its number in search, if not simply the next.
    number: Option<i64>,
    /// The text of the link with which a quote begins.
    quote: String,
}

/// A piece of a post, its pictures kept.
enum Part {
    Words(String),
    /// A post by its number there, and when it was written.
    Quote(String, Millis),
    Picture(NewPicture),
}

struct NewPicture {
    large: FileHash,
    small: FileHash,
    description: String,
}

/// An import on its way.
struct Moving<'i> {
    site: &'i Arc<Site>,
    import: &'i Import<'i>,
    rooms: Vec<Option<RoomId>>,
    before: Vec<Option<usize>>,
    known: HashSet<String>,
    threads: HashSet<String>,
    /// Threads of which a post was made ready in this run.
    ready: HashMap<usize, Arc<NewThread>>,
    /// The numbers in search that are left for posts that come, in the order of
    /// their time.
    numbers: Range<i64>,
    outcome: Outcome,
}

impl Moving<'_> {
    /// Old posts stand in search below all that was written here, and not as
    /// the newest: behind those that came before, or below everything where
    /// most of them are older than the last of those.
    async fn find_numbers(&self) -> Result<Range<i64>, Trouble> {
        let export = self.import.export;
        let last = export.posts.iter().rposition(|post| self.known.contains(&post.id));
        let (before, behind) = export.posts.split_at(last.map_or(0, |last| last + 1));
        let (older, newer) = (self.coming(before), self.coming(behind));
        let last = before.last().filter(|_| newer >= older).map(|post| post.id.clone());
        let source = export.source.word();
        let find = move |tx: &mut Tx<'_>| {
            let item = |id| Item { source, kind: ItemKind::Post, id };
            let last = match &last {
                Some(id) => store::import::place(tx, item(id))?,
                None => None,
            };
            Ok(search::room_for_old(tx, last, older + newer)?)
        };
        Ok(self.site.db.read(find).await?)
    }

    /// How many of these come that are not here yet.
    fn coming(&self, posts: &[OldPost]) -> i64 {
        let room = |post: &OldPost| {
            let thread = self.import.export.threads.get(post.thread)?;
            self.rooms.get(thread.room).copied().flatten()
        };
        let coming = |post: &&OldPost| !self.known.contains(&post.id) && room(post).is_some();
        posts.iter().filter(coming).count() as i64
    }

    /// Makes a post ready to be written, if it is to come; in a dry run it is
    /// looked at and counted alone.
    async fn prepare(&mut self, index: usize, post: &OldPost) -> Result<Option<NewPost>, Trouble> {
        let export = self.import.export;
        let Some(thread) = export.threads.get(post.thread) else { return Ok(None) };
        let Some(room) = self.rooms.get(thread.room).copied().flatten() else {
            self.outcome.counts.left_out += 1;
            return Ok(None);
        };
        if self.known.contains(&post.id) {
            self.outcome.counts.known += 1;
            return Ok(None);
        }
        let body = export.body(post)?;
        if body.is_empty() {
            self.wrong(export.wrong_post(post, "it says nothing"));
            return Ok(None);
        }
        if body.is_cut {
            self.wrong(export.wrong_post(post, "it is longer than 100,000 letters and was cut"));
        }
        let author =
            post.person.and_then(|person| self.import.people.get(person).copied()).flatten();
        let opens = !self.threads.contains(&thread.id);
        if opens {
            self.threads.insert(thread.id.clone());
            self.outcome.counts.threads += 1;
        }
        self.outcome.counts.posts += 1;
        self.outcome.counts.posts_of_people += u64::from(author.is_some());
        let parts = self.parts(index, post, body).await?;
        if self.import.is_dry {
            return Ok(None);
        }
        let thread = Arc::clone(self.ready.entry(post.thread).or_insert_with(|| {
            Arc::new(NewThread {
                id: thread.id.clone(),
                address: thread.address.clone(),
                room,
                title: line(&thread.title, TITLE_MOST),
                is_closed: thread.is_closed,
            })
        }));
        let title = if opens { thread.title.as_str() } else { "" };
        let words = words(self.site, title, &parts);
        let told = words.lang.and_then(|language| Lang::from_word(language.code()));
        let lang = told.unwrap_or(Lang::Fi);
        Ok(Some(NewPost {
            id: post.id.clone(),
            address: post.address.clone(),
            thread,
            author,
            at: post.at,
            parts,
            words,
            number: self.numbers.next(),
            quote: self.site.texts.plain(lang, "coffee-room-quote").to_owned(),
        }))
    }

    /// The pieces of a post with its pictures kept. An answer to another post
    /// than the one before it begins with a link to that.
    async fn parts(
        &mut self,
        index: usize,
        post: &OldPost,
        body: Body,
    ) -> Result<Vec<Part>, Trouble> {
        let mut parts = Vec::with_capacity(body.pieces.len() + 2);
        let last = self.before.get(index).copied().flatten();
        let answered = post.reply_to.filter(|to| Some(*to) != last && !body.quotes(*to));
        if let Some(quote) = answered.and_then(|to| self.quote(to)) {
            parts.extend([Part::Words("> ".to_owned()), quote, Part::Words("\n\n".to_owned())]);
        }
        for piece in body.pieces {
            match piece {
                Piece::Words(words) => parts.push(Part::Words(words)),
                Piece::Quote(to) => parts.extend(self.quote(to)),
                Piece::Picture(file, said) => {
                    let name = file.to_string();
                    let name = name.rsplit('/').next().unwrap_or_default();
                    let said = if said.is_empty() { name } else { &said };
                    let description = line(said, 300);
                    let kept = match self.import.export.picture_state(&file) {
                        PictureState::There if self.import.is_dry => {
                            self.outcome.counts.pictures += 1;
                            continue;
                        }
                        PictureState::There => {
                            let bytes = self.import.export.picture(&file)?;
                            keep(self.site, bytes, &description).await?
                        }
                        state => Err(state.reason()),
                    };
                    match kept {
                        Ok(picture) => {
                            self.outcome.counts.pictures += 1;
                            parts.push(Part::Picture(picture));
                        }
                        Err(reason) => {
                            let wrong = self.import.export.wrong_picture(post, &file, reason);
                            self.wrong(wrong);
                            parts.push(Part::Words(markdown::quoted(&description)));
                        }
                    }
                }
            }
        }
        Ok(parts)
    }

    fn quote(&self, index: usize) -> Option<Part> {
        let post = self.import.export.posts.get(index)?;
        Some(Part::Quote(post.id.clone(), post.at))
    }

    fn wrong(&mut self, wrong: Wrong) {
        self.outcome.wrong.push(wrong);
    }

    async fn write(&self, batch: Vec<NewPost>) -> Result<(), Trouble> {
        if batch.is_empty() {
            return Ok(());
        }
        let (source, now) = (self.import.export.source.word(), self.site.now());
        let write = move |tx: &mut Tx<'_>| {
            batch.iter().try_for_each(|post| write_post(tx, source, post, now))
        };
        Ok(self.site.db.write(write).await?)
    }
}

/// Paints a picture anew and keeps it; or what is wrong with it.
async fn keep(
    site: &Site,
    bytes: Vec<u8>,
    description: &str,
) -> Result<Result<NewPicture, &'static str>, Trouble> {
    let painted = match site.studio.paint(Bytes::from(bytes)).await {
        Ok(painted) => painted,
        Err(Error::Refusal(_)) => return Ok(Err("can't be read as a picture")),
        Err(error) => return Err(error.into()),
    };
    let large = files::keep(site, &painted.large).await?;
    let small = files::keep(site, &painted.small).await?;
    Ok(Ok(NewPicture { large, small, description: description.to_owned() }))
}

/// What a post is found by; analysed before the transaction, since it takes
/// longer than writing.
fn words(site: &Site, title: &str, parts: &[Part]) -> Prepared {
    let text = assemble(parts, "", |_, at| Some(quotes::address(ThreadId(0), at)), |_| None);
    Prepared::guessing(&site.analyser, Language::Finnish, title, &quotes::own_words(&text))
}

/// The Markdown of a post: `address` says where a quoted post stands, `id` the
/// number of the next picture.
fn assemble(
    parts: &[Part],
    label: &str,
    mut address: impl FnMut(&str, Millis) -> Option<String>,
    mut id: impl FnMut(&NewPicture) -> Option<AttachmentId>,
) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Words(words) => text.push_str(words),
            Part::Quote(item, at) => {
                if let Some(address) = address(item, *at) {
                    text.push_str(&format!("[{label}]({address})"));
                }
            }
            Part::Picture(picture) => {
                let said = markdown::quoted(&picture.description);
                match id(picture) {
                    Some(id) => text.push_str(&format!("![{said}](picture:{id})")),
                    None => text.push_str(&said),
                }
            }
        }
    }
    text
}

/// Writes a post that has not come yet, and its thread if it is the first of
/// it. Rendering stands here, and not before the transaction as elsewhere:
/// numbers of pictures and of quoted threads are known only now.
fn write_post(
    tx: &mut Tx<'_>,
    source: &'static str,
    post: &NewPost,
    now: Millis,
) -> Result<(), Error> {
    let item = Item { source, kind: ItemKind::Post, id: &post.id };
    if store::import::place(tx, item)?.is_some() {
        return Ok(());
    }
    let author = match post.author {
        Some(author) => author,
        None => nobody(tx, now)?,
    };
    let of_thread = Item { source, kind: ItemKind::Thread, id: &post.thread.id };
    let known = store::import::place(tx, of_thread)?.map(|(thread, _)| thread);
    let thread = match known {
        Some(thread) => thread,
        None => {
            let NewThread { room, title, .. } = &*post.thread;
            store::posts::insert_thread(tx, *room, author, title, Audience::Members, post.at)?
        }
    };
    let draft = draft(tx, source, post, author)?;
    let end = store::posts::append_post(tx, thread, author, &draft, post.at)?;
    let place = (thread, end.position);
    store::attachments::put_into(tx, author, place, &draft.attachments, now)?;
    let room = store::import::room_of(tx, thread)?;
    search::index_at(tx, post.number, (room, place), Audience::Members, &post.words, post.at)?;
    quotes::settle(tx, place, Audience::Members, &draft.markdown)?;
    if known.is_none() {
        store::import::note_post(tx, of_thread, post.thread.address.as_deref(), place)?;
        if post.thread.is_closed {
            store::posts::set_door(tx, thread, Door::Closed)?;
        }
    }
    store::import::note_post(tx, item, post.address.as_deref(), place)?;
    Ok(())
}

fn draft(
    tx: &mut Tx<'_>,
    source: &'static str,
    post: &NewPost,
    author: PersonId,
) -> Result<Draft, Error> {
    let mut places = HashMap::new();
    let mut pictures = Vec::new();
    for part in &post.parts {
        match part {
            Part::Words(_) => {}
            Part::Quote(id, _) => {
                let quoted = Item { source, kind: ItemKind::Post, id };
                places.insert(id.as_str(), store::import::place(tx, quoted)?);
            }
            Part::Picture(picture) => {
                let NewPicture { large, small, description } = picture;
                let files = (large, small);
                let kind = AttachmentKind::Picture;
                let id = store::attachments::insert(tx, author, kind, files, post.at)?;
                let words = description.clone();
                pictures.push(Asked { id: id.0, is_picture: true, words });
            }
        }
    }
    let address = |id: &str, at: Millis| {
        let (thread, _) = places.get(id).copied().flatten()?;
        Some(quotes::address(thread, at))
    };
    let mut ids = pictures.iter().map(|picture| AttachmentId(picture.id));
    let text = assemble(&post.parts, &post.quote, address, |_| ids.next());
    let attachments = store::attachments::showable(tx, author, None, &pictures)?;
    Ok(Draft {
        title: String::new(),
        html: markdown::render_with(&text, Place::Post, &attachments),
        markdown: text,
        audience: Audience::Members,
        poll: None,
        words: post.words.clone(),
        attachments,
        hold: None,
        has_name: false,
        takes_out: false,
    })
}
