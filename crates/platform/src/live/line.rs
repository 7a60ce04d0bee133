//! One open connection: what it has been told and not yet sent.

use std::convert::Infallible;
use std::fmt::Write;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch;

use super::Followed;
use crate::people::PersonId;
use crate::site::Site;

/// A browser whose line breaks opens it anew after so long, in milliseconds;
/// not all at the same time.
const AGAIN: i64 = 2000;
/// The times are spread over so many milliseconds.
const SPREAD: i64 = 6000;

/// Who listens to what.
pub(super) struct Line {
    pub person: PersonId,
    pub session: [u8; 32],
    pub follows: Vec<Followed>,
    told: watch::Sender<Told>,
}

/// What there is to send. A newer number takes the place of an older one, so
/// that a slow connection keeps no queue.
#[derive(Default)]
pub(super) struct Told {
    numbers: Vec<Option<i64>>,
    beats: u64,
    is_over: bool,
}

impl Line {
    pub(super) fn new(
        person: PersonId,
        session: [u8; 32],
        follows: Vec<Followed>,
    ) -> (Arc<Self>, watch::Receiver<Told>) {
        let numbers = vec![None; follows.len()];
        let (told, receiver) = watch::channel(Told { numbers, ..Told::default() });
        (Arc::new(Self { person, session, follows, told }), receiver)
    }

    /// Says the numbers as they were when the line was opened, where nothing
    /// newer has been said.
    pub(super) fn say_first(&self, numbers: &[i64]) {
        self.told.send_modify(|told| {
            for (said, number) in told.numbers.iter_mut().zip(numbers) {
                said.get_or_insert(*number);
            }
        });
    }

    /// Says a number about one of the followed things.
    pub(super) fn say(&self, at: usize, number: i64) {
        self.told.send_if_modified(|told| match told.numbers.get_mut(at) {
            Some(said) if *said != Some(number) => {
                *said = Some(number);
                true
            }
            _ => false,
        });
    }

    /// Sends a sign of life, which also shows whether the browser is there.
    pub(super) fn beat(&self) {
        self.told.send_modify(|told| told.beats += 1);
    }

    pub(super) fn hang_up(&self) {
        self.told.send_modify(|told| told.is_over = true);
    }
}

/// A line's place among the others; given up when the connection ends.
pub(super) struct Seat {
    pub site: Arc<Site>,
    pub line: Arc<Line>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.site.live.leave(&self.line);
    }
}

struct Reader {
    seat: Seat,
    told: watch::Receiver<Told>,
    sent: Vec<Option<i64>>,
    beats: u64,
    is_new: bool,
}

impl Reader {
    /// What is to be sent now; none at the end.
    fn next(&mut self) -> Option<String> {
        let told = self.told.borrow_and_update();
        if told.is_over {
            return None;
        }
        let mut text = String::new();
        if self.is_new {
            self.is_new = false;
            let again = AGAIN + self.seat.line.person.0.rem_euclid(SPREAD);
            let _ = write!(text, "retry: {again}\n\n");
        }
        let follows = self.seat.line.follows.iter();
        for (((kind, _), said), sent) in follows.zip(&told.numbers).zip(&mut self.sent) {
            if let Some(number) = said
                && said != sent
            {
                let _ = write!(text, "event: {}\ndata: {number}\n\n", kind.name);
                *sent = Some(*number);
            }
        }
        if text.is_empty() && told.beats != self.beats {
            text.push_str(":\n\n");
        }
        self.beats = told.beats;
        Some(text)
    }
}

/// The events of a line, as they are sent.
pub(super) fn events(
    seat: Seat,
    told: watch::Receiver<Told>,
) -> impl Stream<Item = Result<Bytes, Infallible>> + Send {
    let sent = vec![None; seat.line.follows.len()];
    let reader = Reader { seat, told, sent, beats: 0, is_new: true };
    unfold(reader, |mut reader| async move {
        loop {
            let text = reader.next()?;
            if !text.is_empty() {
                return Some((Ok(Bytes::from(text)), reader));
            }
            reader.told.changed().await.ok()?;
        }
    })
}
