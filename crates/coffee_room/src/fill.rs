//! Threads and posts in volume, for large demonstrations and benchmarks:
//! written in batches, and as the verbs of `actions` would have left them
//! (numbers among all posts and among those of guests, counters, markers).

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZero;
use std::sync::Arc;

use kafferum_platform::clock::{DAY, HOUR, Millis};
use kafferum_platform::fault::{Error, Fault};
use kafferum_platform::feature::Boxed;
use kafferum_platform::markdown::{self, Place};
use kafferum_platform::people::{PersonId, store as people};
use kafferum_platform::search::{Prepared, SharedAnalyser};
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::volume::{Dice, Volume};

use crate::model::{Audience, Door, Marker, RoomId};
use crate::rules::TITLE_MOST;
use crate::store;

/// Posts in one transaction, or one thread if that is longer.
const BATCH: usize = 5000;
/// What is filled in lies this far back at most.
const SPAN: Millis = 3 * 365 * DAY;
/// The longest thread holds this part of all posts.
const LONGEST: u64 = 80;
/// Time between two posts of a thread, on average.
const GAP: Millis = 6 * HOUR;
/// One thread in so many is open to guests.
const OPEN: u64 = 10;
/// One thread in so many is closed.
const CLOSED: u64 = 50;
/// A post has this many letters at least, and the same again at most.
const SHORT: u64 = 180;

/// A thread as it will stand.
pub(crate) struct FilledThread {
    pub room: RoomId,
    pub title: String,
    pub author: PersonId,
    pub audience: Audience,
    pub state: Door,
    pub opened_at: Millis,
    pub last_post_at: Millis,
    pub guest_last_post_at: Millis,
    /// Of the last post, in both ways of counting.
    pub end: Marker,
    pub posts: Vec<FilledPost>,
    /// How far each of its authors has read.
    pub markers: BTreeMap<PersonId, Marker>,
}

/// A post as it will stand.
pub(crate) struct FilledPost {
    pub position: i64,
    pub guest_position: Option<i64>,
    pub author: PersonId,
    pub at: Millis,
    pub audience: Audience,
    pub markdown: String,
    pub html: String,
    pub words: Prepared,
}

/// What threads are made from.
struct Plan {
    volume: Volume,
    rooms: Vec<RoomId>,
    people: Vec<PersonId>,
    sentences: Arc<Vec<String>>,
    lengths: Vec<u64>,
    now: Millis,
    analyser: SharedAnalyser,
}

/// Fills in threads and posts.
pub(crate) fn fill(site: Arc<Site>, volume: Volume) -> Boxed<Result<(), Error>> {
    Box::pin(async move {
        if volume.threads == 0 {
            return Ok(());
        }
        let plan = Arc::new(plan(&site, volume).await?);
        let mut batches = batches(&plan.lengths).into_iter();
        // Finished HTML costs more than storing it: it is made ahead, on
        // every core, and stored in order, so that numbers follow the seed.
        let ahead = std::thread::available_parallelism().map_or(1, NonZero::get);
        let mut making = VecDeque::new();
        let mut done = 0;
        loop {
            while making.len() <= ahead
                && let Some(batch) = batches.next()
            {
                let plan = Arc::clone(&plan);
                making.push_back(tokio::task::spawn_blocking(move || make(&plan, batch)));
            }
            let Some(next) = making.pop_front() else { break };
            let threads = next.await.map_err(Fault::bug)?;
            let before = done;
            done += threads.iter().map(|thread| thread.posts.len()).sum::<usize>();
            store::fill::insert(&site, threads).await?;
            if done / 100_000 > before / 100_000 {
                tracing::info!(posts = done, of = plan.volume.posts, "filling in");
            }
        }
        site.db.write(|tx| Ok(store::fill::count_rooms(tx)?)).await
    })
}

async fn plan(site: &Arc<Site>, volume: Volume) -> Result<Plan, Error> {
    let now = site.now();
    let known = site.db.read(move |tx| {
        Ok((store::fill::rooms(tx)?, people::members(tx, now)?, store::fill::texts(tx)?))
    });
    let (rooms, people, texts) = known.await?;
    let sentences = if volume.sentences.is_empty() {
        Arc::new(texts.iter().flat_map(|text| sentences(text)).collect())
    } else {
        Arc::clone(&volume.sentences)
    };
    if rooms.is_empty() || people.is_empty() || sentences.is_empty() {
        return Err(
            Fault::bug("threads can't be filled in without rooms, members and sentences").into()
        );
    }
    let lengths = lengths(&volume);
    Ok(Plan {
        volume,
        rooms,
        people,
        sentences,
        lengths,
        now: site.now(),
        analyser: Arc::clone(&site.analyser),
    })
}

/// The sentences of a text that read by themselves.
fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim_start_matches(['>', '-', '#', ' ', '*']));
    lines
        .flat_map(|line| line.split_inclusive(['.', '!', '?']))
        .map(str::trim)
        .filter(|sentence| sentence.chars().count() > 15)
        .map(ToOwned::to_owned)
        .collect()
}

/// How many posts each thread has: most have a few, some have hundreds, the
/// first and oldest goes on for ever.
fn lengths(volume: &Volume) -> Vec<u64> {
    let mut dice = volume.dice("lengths", 0);
    let longest = volume.posts / LONGEST;
    let others = volume.threads.saturating_sub(1);
    let rest = volume.posts.saturating_sub(longest);
    // A Pareto distribution, cut where a thread would be another everlasting
    // one: half of the threads hold about a sixth of the posts.
    let weights: Vec<f64> =
        (0..others).map(|_| (1.0 - dice.share()).powf(-0.75).min(300.0)).collect();
    let unit = rest as f64 / weights.iter().sum::<f64>().max(1.0);
    let mut lengths = vec![longest.max(1)];
    lengths.extend(weights.iter().map(|weight| ((weight * unit) as u64).max(1)));
    let missing = volume.posts.saturating_sub(lengths.iter().sum());
    let count = lengths.len() as u64;
    for (index, length) in lengths.iter_mut().enumerate() {
        *length += missing / count + u64::from((index as u64) < missing % count);
    }
    lengths
}

/// Numbers of threads, together as long as a batch.
fn batches(lengths: &[u64]) -> Vec<std::ops::Range<usize>> {
    let (mut batches, mut start, mut posts) = (Vec::new(), 0, 0);
    for (index, length) in lengths.iter().enumerate() {
        posts += usize::try_from(*length).unwrap_or(BATCH);
        if posts >= BATCH || index + 1 == lengths.len() {
            batches.push(start..index + 1);
            (start, posts) = (index + 1, 0);
        }
    }
    batches
}

fn make(plan: &Plan, batch: std::ops::Range<usize>) -> Vec<FilledThread> {
    batch.filter_map(|index| plan.thread(index)).collect()
}

impl Plan {
    fn thread(&self, index: usize) -> Option<FilledThread> {
        let mut dice = self.volume.dice("thread", index as u64);
        let length = *self.lengths.get(index)?;
        let circle = self.circle(&mut dice, length)?;
        let author = *circle.first()?;
        let audience = if dice.below(OPEN) == 0 { Audience::Guests } else { Audience::Members };
        let opened_at = self.opened_at(index, &mut dice);
        let mut thread = FilledThread {
            room: *dice.pick(&self.rooms)?,
            title: title(dice.pick(&self.sentences)?),
            author,
            audience,
            state: if dice.below(CLOSED) == 0 { Door::Closed } else { Door::Open },
            opened_at,
            last_post_at: opened_at,
            guest_last_post_at: 0,
            end: Marker::default(),
            posts: Vec::new(),
            markers: BTreeMap::new(),
        };
        let gap = GAP.min((self.now - opened_at) / i64::try_from(length).ok()?.max(1));
        let mut at = opened_at;
        for number in 0..length {
            let is_first = number == 0;
            let author = if is_first { author } else { *dice.pick_early(&circle)? };
            let reply = if dice.below(10) < 7 { audience } else { Audience::Members };
            let text = self.text(&mut dice, is_first)?;
            let title = if is_first { thread.title.clone() } else { String::new() };
            let plain = markdown::plain(&text);
            let words = Prepared::new(&self.analyser, Lang::Fi, &title, &plain);
            thread.push(author, at, if is_first { audience } else { reply }, text, words);
            at = (at + (-gap as f64 * (1.0 - dice.share()).ln()) as Millis).min(self.now - HOUR);
        }
        Some(thread)
    }

    /// Who takes part in a thread: the longer it is, the more.
    fn circle(&self, dice: &mut Dice, length: u64) -> Option<Vec<PersonId>> {
        let count = 1 + (length as f64).powf(0.7) as u64;
        (0..count).map(|_| dice.pick_early(&self.people).copied()).collect()
    }

    fn opened_at(&self, index: usize, dice: &mut Dice) -> Millis {
        let step = SPAN as f64 / self.lengths.len().max(1) as f64;
        let after = (index as f64 + dice.share()) * step;
        (self.now - SPAN + after as Millis).min(self.now - 2 * HOUR)
    }

    /// Sentences in a few paragraphs; an answer sometimes begins by quoting.
    fn text(&self, dice: &mut Dice, is_first: bool) -> Option<String> {
        let mut text = String::new();
        if !is_first && dice.below(8) == 0 {
            text = format!("> {}\n\n", dice.pick(&self.sentences)?);
        }
        let wanted = SHORT + dice.below(SHORT * 2);
        let (mut letters, mut in_paragraph) = (0, 0);
        while letters < wanted {
            let sentence = dice.pick(&self.sentences)?;
            if in_paragraph > 0 {
                let ends = in_paragraph > 3 || dice.below(3) == 0;
                text.push_str(if ends { "\n\n" } else { " " });
                in_paragraph = if ends { 0 } else { in_paragraph };
            }
            text.push_str(sentence);
            in_paragraph += 1;
            letters += sentence.chars().count() as u64;
        }
        Some(text)
    }
}

impl FilledThread {
    fn push(
        &mut self,
        author: PersonId,
        at: Millis,
        audience: Audience,
        markdown: String,
        words: Prepared,
    ) {
        self.end.position += 1;
        self.last_post_at = at;
        if audience == Audience::Guests {
            self.end.guest_position += 1;
            self.guest_last_post_at = at;
        }
        self.markers.insert(author, self.end);
        self.posts.push(FilledPost {
            position: self.end.position,
            guest_position: (audience == Audience::Guests).then_some(self.end.guest_position),
            author,
            at,
            audience,
            html: markdown::render(&markdown, Place::Post),
            markdown,
            words,
        });
    }
}

/// A title from the beginning of a sentence, cut between words.
fn title(sentence: &str) -> String {
    let mut title = String::new();
    for word in sentence.split_whitespace() {
        if title.chars().count() + word.chars().count() > TITLE_MOST / 2 {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    let title = title.trim_end_matches(['.', ',', ':', ';', '!']).to_owned();
    if title.chars().count() < 3 { "Kuulumisia".to_owned() } else { title }
}

#[cfg(test)]
mod tests {
    use kafferum_platform::search::Analyser;

    use super::*;

    fn volume(threads: u64, posts: u64) -> Volume {
        Volume { people: 100, threads, posts, seed: 1, sentences: Arc::default() }
    }

    fn plan_of(threads: u64, posts: u64) -> Plan {
        let volume = volume(threads, posts);
        Plan {
            lengths: lengths(&volume),
            volume,
            rooms: vec![RoomId(1), RoomId(2)],
            people: (1..=100).map(PersonId).collect(),
            sentences: Arc::new(vec![
                "Kuka on iltavuorossa huomenna?".to_owned(),
                "Minä olen.".to_owned(),
            ]),
            now: 10 * SPAN,
            analyser: Arc::new(Analyser::bundled()),
        }
    }

    #[test]
    fn threads_hold_all_posts_and_a_few_hold_many() {
        let mut lengths = lengths(&volume(20_000, 1_000_000));
        assert_eq!(lengths.iter().sum::<u64>(), 1_000_000);
        assert_eq!(lengths.len(), 20_000);
        assert!(lengths.first().is_some_and(|first| *first > 10_000));
        lengths.sort_unstable();
        assert!(lengths.first().is_some_and(|least| *least > 0));
        let middle = lengths.get(10_000).copied().unwrap();
        assert!((10..40).contains(&middle), "{middle}");
    }

    #[test]
    fn batches_take_every_thread_once() {
        let lengths = [3, BATCH as u64 * 2, 1, 1, BATCH as u64, 7];
        assert_eq!(batches(&lengths), [0..2, 2..5, 5..6]);
        assert!(batches(&[]).is_empty());
    }

    #[test]
    fn a_thread_is_numbered_and_dated_in_order() {
        let plan = plan_of(40, 2000);
        let mut guests = 0;
        for thread in make(&plan, 0..40) {
            let mut last = (0, 0, thread.opened_at);
            for post in &thread.posts {
                assert_eq!(post.position, last.0 + 1);
                assert!(post.at >= last.2 && post.at < plan.now);
                assert_eq!(post.guest_position.is_some(), post.audience == Audience::Guests);
                assert!(thread.audience == Audience::Guests || post.guest_position.is_none());
                last = (post.position, post.guest_position.unwrap_or(last.1), post.at);
            }
            assert_eq!((thread.end.position, thread.end.guest_position), (last.0, last.1));
            assert_eq!(thread.last_post_at, last.2);
            guests += usize::from(thread.audience == Audience::Guests);
        }
        assert!((1..12).contains(&guests), "{guests}");
    }

    #[test]
    fn the_same_seed_writes_the_same() {
        let first = |plan: &Plan| plan.thread(7).map(|thread| (thread.title, thread.opened_at));
        assert_eq!(first(&plan_of(40, 2000)), first(&plan_of(40, 2000)));
        assert_eq!(title("Kuka on iltavuorossa huomenna?"), "Kuka on iltavuorossa huomenna?");
    }
}
