//! How far people have read, on its way to the database. Opening a page must
//! not wait for a disk: a marker is noted here and written with all others a
//! moment later. A list that is built from markers first settles those of its
//! reader. Lost when the process ends: then a thread is unread once more.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kafferum_platform::Error;
use kafferum_platform::notices;
use kafferum_platform::people::PersonId;
use kafferum_platform::site::Site;

use crate::model::{Marker, ThreadId};
use crate::{store, told};

/// How long markers gather before they are written together.
const GATHER: Duration = Duration::from_secs(2);
/// Markers in one transaction, so that posts need not wait long behind them.
const CHUNK: usize = 500;

type Line = (PersonId, ThreadId, Marker);

#[derive(Default)]
struct State {
    noted: HashMap<PersonId, HashMap<ThreadId, Marker>>,
    /// A task is on its way that will write what is noted.
    is_writing: bool,
}

/// The markers not yet written, of one site.
#[derive(Default)]
pub(crate) struct Markers {
    state: Mutex<State>,
}

impl Markers {
    fn state(&self) -> MutexGuard<'_, State> {
        // A map of numbers is whole at every instant.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is noted of one thread and not yet written.
    pub(crate) fn noted(&self, person: PersonId, thread: ThreadId) -> Marker {
        let state = self.state();
        state.noted.get(&person).and_then(|of| of.get(&thread)).copied().unwrap_or_default()
    }

    /// Notes that a person has read so far.
    pub(crate) fn note(self: &Arc<Self>, site: &Arc<Site>, line: Line) {
        let (person, thread, marker) = line;
        let mut state = self.state();
        let noted = state.noted.entry(person).or_default().entry(thread).or_default();
        *noted = noted.furthest(marker);
        if !state.is_writing {
            state.is_writing = true;
            drop(state);
            tokio::spawn(Arc::clone(self).write_all(Arc::clone(site)));
        }
    }

    /// Writes what is noted of one person, so that what they ask for next is
    /// true. When it can't be written the page is shown all the same.
    pub(crate) async fn settle(&self, site: &Site, person: PersonId) {
        let lines: Vec<Line> = match self.state().noted.get(&person) {
            Some(of) => of.iter().map(|(thread, marker)| (person, *thread, *marker)).collect(),
            None => return,
        };
        if let Err(error) = self.write(site, lines).await {
            tracing::warn!(?error, "read markers could not be written");
        }
    }

    fn all(&self) -> Vec<Line> {
        let state = self.state();
        let lines = state.noted.iter().flat_map(|(person, of)| {
            of.iter().map(move |(thread, marker)| (*person, *thread, *marker))
        });
        lines.collect()
    }

    async fn write_all(self: Arc<Self>, site: Arc<Site>) {
        loop {
            tokio::time::sleep(GATHER).await;
            let lines = self.all();
            for chunk in lines.chunks(CHUNK) {
                if let Err(error) = self.write(&site, chunk.to_vec()).await {
                    tracing::warn!(?error, "read markers could not be written");
                    break;
                }
            }
            let mut state = self.state();
            if state.noted.is_empty() {
                state.is_writing = false;
                return;
            }
        }
    }

    /// Writes lines and forgets those that have not moved on meanwhile.
    async fn write(&self, site: &Site, lines: Vec<Line>) -> Result<(), Error> {
        let lines = Arc::new(lines);
        let (written, now) = (Arc::clone(&lines), site.now());
        site.db
            .write(move |tx| {
                for (person, thread, marker) in &*lines {
                    store::posts::advance_marker(tx, *person, *thread, *marker)?;
                    notices::see(tx, *person, &told::thing(*thread), marker.position, now)?;
                }
                Ok(())
            })
            .await?;
        let mut state = self.state();
        for (person, thread, marker) in &*written {
            if let Some(of) = state.noted.get_mut(person) {
                if of.get(thread) == Some(marker) {
                    of.remove(thread);
                }
                if of.is_empty() {
                    state.noted.remove(person);
                }
            }
        }
        Ok(())
    }
}
