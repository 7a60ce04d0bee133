//! From rows to an export: references are resolved, and rows that lead nowhere
//! are left out with their reason.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use crate::spool::{Filling, Span};
use crate::{Dialect, Export, LeftOut, Person, Post, Refused, Room, Source, Thread, Wrong, place};

/// Rows told of by name; more are counted.
const MOST_TOLD: usize = 10_000;
/// Nothing was written in a forum before 1 January 1990.
const EARLIEST: i64 = 631_152_000_000;
/// Clocks of two computers differ so much at most: a day.
const AHEAD: i64 = 24 * 60 * 60 * 1000;
/// Longest name of a room or title of a thread, in characters.
const MOST_TITLE: usize = 300;

/// A thread as its row says it.
pub(crate) struct ThreadRow {
    pub id: String,
    pub room: String,
    pub title: String,
    pub address: Option<String>,
    pub is_closed: bool,
    pub line: u64,
}

/// A post as its row says it.
pub(crate) struct PostRow {
    pub id: String,
    pub thread: String,
    pub person: Option<String>,
    pub at: i64,
    /// By what its source refers to it, and to what it answers.
    pub reference: String,
    pub reply_to: Option<String>,
    pub address: Option<String>,
    pub text: String,
    pub line: u64,
}

struct Kept {
    row: PostRow,
    span: Span,
    file: &'static str,
}

/// What was read so far.
pub(crate) struct Collector {
    pub left_out: LeftOut,
    people: Vec<Person>,
    person_ids: HashMap<String, usize>,
    rooms: Vec<Room>,
    room_ids: HashMap<String, usize>,
    threads: Vec<(ThreadRow, &'static str)>,
    thread_ids: HashMap<String, usize>,
    /// Threads whose posts are not taken, and what they count as.
    closed_threads: HashMap<String, Kind>,
    posts: Vec<Kept>,
    post_ids: HashSet<String>,
    wrong: Vec<Wrong>,
    wrong_count: u64,
    now: i64,
    pub filling: Filling,
    pub spooled: HashMap<String, Span>,
    pub folder: Option<PathBuf>,
    trouble: Option<Refused>,
}

/// Why a thread's posts are not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Private,
    Hidden,
    Note,
}

impl LeftOut {
    pub(crate) fn count(&mut self, kind: Kind) {
        match kind {
            Kind::Private => self.private += 1,
            Kind::Hidden => self.hidden += 1,
            Kind::Note => self.notes += 1,
        }
    }
}

impl Collector {
    pub(crate) fn new(now: i64) -> Result<Self, Refused> {
        Ok(Self {
            left_out: LeftOut::default(),
            people: Vec::new(),
            person_ids: HashMap::new(),
            rooms: Vec::new(),
            room_ids: HashMap::new(),
            threads: Vec::new(),
            thread_ids: HashMap::new(),
            closed_threads: HashMap::new(),
            posts: Vec::new(),
            post_ids: HashSet::new(),
            wrong: Vec::new(),
            wrong_count: 0,
            now,
            filling: Filling::new()?,
            spooled: HashMap::new(),
            folder: None,
            trouble: None,
        })
    }

    /// Tells of a row that can't be used.
    pub(crate) fn wrong(&mut self, file: &str, line: u64, reason: String) {
        self.wrong_count += 1;
        if self.wrong.len() < MOST_TOLD {
            self.wrong.push(Wrong { file: file.to_owned(), place: place(file, line), reason });
        }
    }

    /// Adds somebody, or one more mail address of theirs.
    pub(crate) fn add_person(&mut self, id: &str, mail: Option<&str>) {
        let count = self.people.len();
        let index = *self.person_ids.entry(id.to_owned()).or_insert(count);
        if index == count {
            self.people.push(Person { id: id.to_owned(), mails: Vec::new() });
        }
        if let (Some(mail), Some(person)) = (mail, self.people.get_mut(index)) {
            person.mails.push(mail.trim().to_owned());
        }
    }

    pub(crate) fn add_room(&mut self, room: Room) -> Result<(), String> {
        if room.name.trim().is_empty() {
            return Err("the room has no name".to_owned());
        }
        if room.name.chars().count() > MOST_TITLE {
            return Err(format!("the room's name is longer than {MOST_TITLE} letters"));
        }
        if self.room_ids.contains_key(&room.id) {
            return Err(format!("there are two rooms «{}»", room.id));
        }
        self.room_ids.insert(room.id.clone(), self.rooms.len());
        self.rooms.push(room);
        Ok(())
    }

    pub(crate) fn add_thread(&mut self, file: &'static str, row: ThreadRow) -> Result<(), String> {
        if row.title.trim().is_empty() {
            return Err("the thread has no title".to_owned());
        }
        if self.thread_ids.contains_key(&row.id) {
            return Err(format!("there are two threads «{}»", row.id));
        }
        self.thread_ids.insert(row.id.clone(), self.threads.len());
        self.threads.push((row, file));
        Ok(())
    }

    /// Says that the posts of a thread are not taken.
    pub(crate) fn close_thread(&mut self, id: &str, kind: Kind) {
        self.closed_threads.insert(id.to_owned(), kind);
    }

    pub(crate) fn add_post(&mut self, file: &'static str, mut row: PostRow) -> Result<(), String> {
        if row.at < EARLIEST {
            return Err("the post is dated before 1990".to_owned());
        }
        if row.at > self.now.saturating_add(AHEAD) {
            return Err("the post is dated in the future".to_owned());
        }
        if !self.post_ids.insert(row.id.clone()) {
            return Err(format!("there are two posts «{}»", row.id));
        }
        let text = std::mem::take(&mut row.text);
        match self.filling.add(text.as_bytes()) {
            Ok(span) => self.posts.push(Kept { row, span, file }),
            // A full disk is no fault of the row's: the whole ends with it.
            Err(refused) => self.trouble = Some(refused),
        }
        Ok(())
    }

    /// The export, when all is read.
    pub(crate) fn finish(mut self, source: Source, dialect: Dialect) -> Result<Export, Refused> {
        if let Some(trouble) = self.trouble.take() {
            return Err(trouble);
        }
        let mut threads = Vec::new();
        let mut thread_places: Vec<Option<usize>> = Vec::new();
        for (row, file) in std::mem::take(&mut self.threads) {
            let room = self.room_ids.get(&row.room).copied();
            thread_places.push(room.map(|_| threads.len()));
            match room {
                Some(room) => threads.push(Thread {
                    id: row.id,
                    room,
                    title: row.title.trim().to_owned(),
                    address: row.address,
                    is_closed: row.is_closed,
                }),
                None => {
                    let reason = format!("thread {}: there is no room «{}»", row.id, row.room);
                    self.wrong(file, row.line, reason);
                }
            }
        }
        let mut posts = self.resolve(&thread_places);
        // Oldest first; what was written in the same moment, as it was listed.
        posts.sort_by_key(|(post, _)| post.at);
        let references: HashMap<String, usize> = posts
            .iter()
            .enumerate()
            .map(|(index, (_, row))| (row.reference.clone(), index))
            .collect();
        let mut posts = answering(posts, &references);
        tell_apart(&mut posts, threads.len());
        let (threads, posts) = without_empty(threads, posts);
        Ok(Export {
            source,
            people: self.people,
            rooms: self.rooms,
            threads,
            posts,
            left_out: self.left_out,
            wrong: self.wrong,
            wrong_count: self.wrong_count,
            dialect,
            references,
            spool: self.filling.full()?,
            folder: self.folder,
            spooled: self.spooled,
        })
    }

    /// Posts with the indexes of their threads and authors; those that have no
    /// thread are told of.
    fn resolve(&mut self, thread_places: &[Option<usize>]) -> Vec<(Post, PostRow)> {
        let mut found = Vec::with_capacity(self.posts.len());
        for Kept { row, span, file } in std::mem::take(&mut self.posts) {
            if let Some(kind) = self.closed_threads.get(&row.thread) {
                self.left_out.count(*kind);
                continue;
            }
            let listed = self.thread_ids.get(&row.thread);
            let thread = match listed.map(|index| thread_places.get(*index).copied().flatten()) {
                Some(Some(thread)) => thread,
                // That its thread has no room was told already; each of its
                // posts is missed all the same.
                Some(None) => {
                    let reason = format!("post {}: its thread has no room", row.id);
                    self.wrong(file, row.line, reason);
                    continue;
                }
                None => {
                    let reason = format!("post {}: there is no thread «{}»", row.id, row.thread);
                    self.wrong(file, row.line, reason);
                    continue;
                }
            };
            let person = row.person.as_ref().and_then(|id| self.person_ids.get(id).copied());
            let post = Post {
                id: row.id.clone(),
                thread,
                person,
                at: row.at,
                reply_to: None,
                address: row.address.clone(),
                span,
                file,
                line: row.line,
            };
            found.push((post, row));
        }
        found
    }
}

/// Posts with what they answer: an earlier post of the same thread.
fn answering(posts: Vec<(Post, PostRow)>, references: &HashMap<String, usize>) -> Vec<Post> {
    let places: Vec<usize> = posts.iter().map(|(post, _)| post.thread).collect();
    let answered = |index: usize, post: &Post, row: &PostRow| {
        let to = *references.get(row.reply_to.as_ref()?)?;
        (to < index && places.get(to) == Some(&post.thread)).then_some(to)
    };
    posts
        .into_iter()
        .enumerate()
        .map(|(index, (post, row))| Post { reply_to: answered(index, &post, &row), ..post })
        .collect()
}

/// Gives each post of a thread an instant of its own, a millisecond later where
/// two have the same: quotes name posts by their instant, and phpBB counts in
/// seconds.
fn tell_apart(posts: &mut [Post], threads: usize) {
    let mut last = vec![i64::MIN; threads];
    for post in posts {
        if let Some(last) = last.get_mut(post.thread) {
            post.at = post.at.max(last.saturating_add(1));
            *last = post.at;
        }
    }
}

/// Leaves out threads that have no posts.
fn without_empty(threads: Vec<Thread>, mut posts: Vec<Post>) -> (Vec<Thread>, Vec<Post>) {
    let used: HashSet<usize> = posts.iter().map(|post| post.thread).collect();
    let mut places = HashMap::new();
    let mut kept = Vec::with_capacity(used.len());
    for (index, thread) in threads.into_iter().enumerate() {
        if used.contains(&index) {
            places.insert(index, kept.len());
            kept.push(thread);
        }
    }
    for post in &mut posts {
        if let Some(place) = places.get(&post.thread) {
            post.thread = *place;
        }
    }
    (kept, posts)
}
