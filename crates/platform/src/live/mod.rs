//! Pages that learn of what is new while they are open, over server-sent
//! events. An event says no more than a number: how many posts a thread has as
//! its reader counts, how many notices wait. The page fetches the rest itself.
//!
//! A line is one open connection. When a topic is announced, the facts about
//! everybody who follows it are read anew, together, and each is told what the
//! rules let them know by those facts. On every beat the same is done for all
//! lines, and those who have lost access or signed out are hung up.

mod crier;
mod line;
mod store;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::db::{Topic, Tx};
use crate::fault::{Error, Fault};
use crate::people::PersonId;
use crate::policy::{Actor, Permission};
use crate::site::Site;
use crate::web::ctx::Ctx;
use crate::web::route::Reply;
pub use crier::beat;
use line::{Line, Seat};

/// Lines of one person. A browser holds one for each page that is looked at.
const OF_ONE: usize = 8;

/// The union's setting: lines of one node.
pub(crate) const MOST: &str = "live-lines";

/// The number that each of these people may know now of a thing, in their
/// order; none for those who may not know of it.
pub type Tell = fn(&mut Tx<'_>, i64, &[&Actor]) -> Result<Vec<Option<i64>>, Fault>;

/// A kind of thing that pages follow.
pub struct Kind {
    /// Its name in topics and events: letters and dashes.
    pub name: &'static str,
    /// Who may follow such things at all.
    pub permission: Permission,
    /// Says what they may know of it.
    pub tell: Tell,
}

impl Kind {
    /// What is announced when one of them changes.
    #[must_use]
    pub fn topic(&self, id: i64) -> Topic {
        Topic::new(self.name, id)
    }
}

/// A thing that a line follows.
pub type Followed = (&'static Kind, i64);

/// The lines of one site.
#[derive(Default)]
pub struct Live {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    lines: HashMap<Topic, Vec<Arc<Line>>>,
    of: HashMap<PersonId, usize>,
    count: usize,
    /// A task hears announcements and tells the lines.
    is_crying: bool,
    /// The program ends.
    is_over: bool,
}

impl Live {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in here is left half done by a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a line a place, unless there are too many.
    fn seat(&self, site: &Arc<Site>, line: Arc<Line>, most: usize) -> Option<Seat> {
        let mut state = self.state();
        let theirs = state.of.get(&line.person).copied().unwrap_or_default();
        if state.is_over || state.count >= most || theirs >= OF_ONE {
            return None;
        }
        state.count += 1;
        state.of.insert(line.person, theirs + 1);
        for (kind, id) in &line.follows {
            state.lines.entry(kind.topic(*id)).or_default().push(Arc::clone(&line));
        }
        if !state.is_crying {
            state.is_crying = true;
            tokio::spawn(crier::cry(Arc::clone(site), site.db.announcements()));
        }
        Some(Seat { site: Arc::clone(site), line })
    }

    fn leave(&self, line: &Arc<Line>) {
        let mut state = self.state();
        state.count = state.count.saturating_sub(1);
        if let Some(theirs) = state.of.get_mut(&line.person) {
            *theirs -= 1;
            if *theirs == 0 {
                state.of.remove(&line.person);
            }
        }
        for (kind, id) in &line.follows {
            let topic = kind.topic(*id);
            if let Some(lines) = state.lines.get_mut(&topic) {
                lines.retain(|other| !Arc::ptr_eq(other, line));
                if lines.is_empty() {
                    state.lines.remove(&topic);
                }
            }
        }
    }

    /// Whether the crier may go home; if so another will be sent for.
    fn is_quiet(&self) -> bool {
        let mut state = self.state();
        let is_quiet = state.count == 0;
        if is_quiet {
            state.is_crying = false;
        }
        is_quiet
    }

    fn lines_of(&self, topic: &Topic) -> Vec<Arc<Line>> {
        self.state().lines.get(topic).cloned().unwrap_or_default()
    }

    fn topics(&self) -> Vec<Topic> {
        self.state().lines.keys().cloned().collect()
    }

    /// Hangs everybody up and lets nobody in, so that the program can end.
    pub fn close(&self) {
        let mut state = self.state();
        state.is_over = true;
        for line in state.lines.values().flatten() {
            line.hang_up();
        }
    }

    /// How many lines are open.
    #[must_use]
    pub fn count(&self) -> usize {
        self.state().count
    }
}

/// Answers with a line on which the person is told of these things for as long
/// as they may know of them. 503 when there are too many lines: the page then
/// offers to look for itself.
///
/// # Errors
/// [`Error::NotFound`] for what they may not know of; a fault of the database.
pub async fn line(ctx: &Ctx, follows: Vec<Followed>) -> Reply {
    let (person, session) = (ctx.person()?, ctx.session.ok_or(Error::NotFound)?);
    let most = usize::try_from(ctx.site.settings().number(MOST)).unwrap_or(usize::MAX);
    let (line, told) = Line::new(person, session, follows);
    // Before the first look, so that nothing falls between the two.
    let Some(seat) = ctx.site.live.seat(&ctx.site, Arc::clone(&line), most) else {
        return Ok(busy());
    };
    let (actor, follows) = (ctx.actor.clone(), line.follows.clone());
    let numbers = ctx
        .read(move |tx| {
            let mut numbers = Vec::with_capacity(follows.len());
            for (kind, id) in &follows {
                kind.permission.decide(&actor)?;
                let told = (kind.tell)(tx, *id, &[&actor])?;
                numbers.push(told.into_iter().next().flatten().ok_or(Error::NotFound)?);
            }
            Ok(numbers)
        })
        .await?;
    line.say_first(&numbers);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        // A proxy that gathers before it sends would keep the news back.
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    Ok((headers, Body::from_stream(line::events(seat, told))).into_response())
}

fn busy() -> Response {
    let wait = HeaderValue::from_static("30");
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, wait)]).into_response()
}
