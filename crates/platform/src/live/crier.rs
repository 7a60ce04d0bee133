//! Hears what is announced, asks the facts, and tells the lines. One task a
//! site, there while any line is.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval};

use super::line::Line;
use super::store::{self, TOGETHER};
use crate::db::{Announcement, Topic};
use crate::fault::Error;
use crate::site::Site;

/// How often every line is looked at anew and given a sign of life. Proxies
/// hang up what is silent for a minute.
const EVERY: Duration = Duration::from_secs(15);

/// What becomes of those who may not know of a thing any more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Denied {
    /// They hear nothing. Hanging up would tell when something was written.
    HearNothing,
    /// They are hung up.
    AreHungUp,
}

/// Works until there is no line left.
pub(super) async fn cry(site: Arc<Site>, mut announced: Receiver<Announcement>) {
    let mut beats = interval(EVERY);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beats.tick().await;
    while !site.live.is_quiet() {
        let outcome = tokio::select! {
            first = announced.recv() => match gather(first, &mut announced) {
                Some(topics) => tell_all(&site, topics, Denied::HearNothing).await,
                None => tell_all(&site, site.live.topics(), Denied::HearNothing).await,
            },
            _ = beats.tick() => beat(&site).await,
        };
        if let Err(error) = outcome {
            // Told on the next beat, which tells everything.
            tracing::warn!(?error, "open pages could not be told");
        }
    }
}

/// Looks at every line anew: tells what is new, and hangs up those who have
/// lost access or signed out.
///
/// # Errors
/// A fault of the database.
pub async fn beat(site: &Arc<Site>) -> Result<(), Error> {
    tell_all(site, site.live.topics(), Denied::AreHungUp).await
}

/// The topics announced with this one and behind it, each once; none when
/// anything may have changed.
fn gather(
    first: Result<Announcement, RecvError>,
    behind: &mut Receiver<Announcement>,
) -> Option<Vec<Topic>> {
    let mut topics = HashSet::new();
    let mut next = Some(first);
    let mut is_anything = false;
    while let Some(announced) = next {
        match announced {
            Ok(Announcement::Of(topic)) => {
                topics.insert(topic);
            }
            Ok(Announcement::Anything) | Err(_) => is_anything = true,
        }
        next = behind.try_recv().ok().map(Ok);
    }
    (!is_anything).then(|| topics.into_iter().collect())
}

async fn tell_all(site: &Arc<Site>, topics: Vec<Topic>, denied: Denied) -> Result<(), Error> {
    for topic in topics {
        for lines in site.live.lines_of(&topic).chunks(TOGETHER) {
            tell(site, &topic, lines, denied).await?;
        }
    }
    Ok(())
}

/// Tells some of those who follow a topic, by the facts about them now.
async fn tell(
    site: &Arc<Site>,
    topic: &Topic,
    lines: &[Arc<Line>],
    denied: Denied,
) -> Result<(), Error> {
    let place =
        |line: &Arc<Line>| line.follows.iter().position(|(kind, id)| kind.topic(*id) == *topic);
    let Some((kind, id)) = lines.first().and_then(|line| line.follows.get(place(line)?)).copied()
    else {
        return Ok(());
    };
    let sessions: Vec<[u8; 32]> = lines.iter().map(|line| line.session).collect();
    let (now, trial_end) = (site.now(), site.trial_end());
    let numbers = site
        .db
        .read_aside(move |tx| {
            let actors = store::actors_by_sessions(tx, &sessions, now, &trial_end)?;
            let admitted = |actor: &&crate::policy::Actor| kind.permission.decide(actor).is_ok();
            let known: Vec<_> =
                sessions.iter().map(|session| actors.get(session).filter(admitted)).collect();
            let asked: Vec<_> = known.iter().copied().flatten().collect();
            let mut answers = (kind.tell)(tx, id, &asked)?.into_iter();
            Ok(known.iter().map(|known| known.and_then(|_| answers.next()?)).collect::<Vec<_>>())
        })
        .await?;
    for (line, number) in lines.iter().zip(numbers) {
        match (number, place(line)) {
            (Some(number), Some(at)) => line.say(at, number),
            (None, _) if denied == Denied::AreHungUp => line.hang_up(),
            _ => {}
        }
        if denied == Denied::AreHungUp {
            line.beat();
        }
    }
    Ok(())
}
