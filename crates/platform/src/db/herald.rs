//! What a transaction announces, told once it is committed: here, and by
//! PostgreSQL to the other nodes. An announcement holds a kind and a number;
//! whoever hears it looks at the facts themselves.

use std::sync::Arc;

use tokio::sync::broadcast;

use super::postgres_wire::Wire;

/// Announcements that a slow hearer may be behind. One that is further behind
/// is told that anything may have changed.
const BEHIND: usize = 1024;

/// What an announcement is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Topic(Arc<str>);

impl Topic {
    /// A thing by its kind (letters and dashes) and its number.
    #[must_use]
    pub fn new(kind: &'static str, id: i64) -> Self {
        Self(format!("{kind}:{id}").into())
    }

    pub(super) fn word(&self) -> &str {
        &self.0
    }

    pub(super) fn from_word(word: &str) -> Self {
        Self(word.into())
    }
}

/// Something was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announcement {
    /// About this.
    Of(Topic),
    /// Nobody knows about what: the wire between the nodes was broken.
    Anything,
}

/// Tells what was committed to whoever listens.
#[derive(Clone)]
pub(crate) struct Herald {
    here: broadcast::Sender<Announcement>,
    elsewhere: Option<Wire>,
}

impl Herald {
    pub(super) fn new() -> Self {
        Self { here: broadcast::Sender::new(BEHIND), elsewhere: None }
    }

    pub(super) fn with_wire(self, wire: Wire) -> Self {
        Self { elsewhere: Some(wire), ..self }
    }

    /// Tells what was announced in a transaction that is committed by now.
    pub(super) fn tell(&self, topics: Vec<Topic>) {
        for topic in topics {
            if let Some(wire) = &self.elsewhere {
                wire.send(topic.clone());
            }
            self.tell_here(Announcement::Of(topic));
        }
    }

    /// Tells this process alone.
    pub(super) fn tell_here(&self, announcement: Announcement) {
        // Nobody listens while no page is open.
        let _ = self.here.send(announcement);
    }

    pub(super) fn listen(&self) -> broadcast::Receiver<Announcement> {
        self.here.subscribe()
    }
}
