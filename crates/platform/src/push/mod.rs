//! Web push (RFC 8030): a device says that there is something new while no
//! page is open. What it says holds nothing of the union or of what was
//! written, and is encrypted for the device alone (RFC 8291), so that the push
//! service learns only that something came.
//!
//! In a person's quiet hours nothing is said; when they end, one message stands
//! for all that came.
//!
//! A device is forgotten with the session in which it was added, and when its
//! push service says that it is gone.

mod carrier;
mod device;
pub(crate) mod pages;
mod seal;
mod vapid;

use std::sync::Arc;

pub use carrier::Carrier;
pub(crate) use device::{erase, export, sweep};

use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::{Error, Fault};
use crate::feature::{Boxed, JobKind};
use crate::jobs;
use crate::notices;
use crate::people::{PersonId, store};
use crate::site::Site;

/// News older than this are not pushed any more.
const FRESH: Millis = DAY;

/// Sends one message to one device.
pub(crate) const SEND: JobKind = JobKind { name: "push", run };

/// Asks for a message on each device of a person about a notice, by the
/// notice's key; once.
///
/// # Errors
/// A fault of the database.
pub fn ask(tx: &mut Tx<'_>, person: PersonId, key: &str, now: Millis) -> Result<(), Fault> {
    for device in device::ids(tx, person, now)? {
        let payload = format!("{device} {now} {key}");
        jobs::ask(tx, SEND.name, &format!("push:{device}:{key}"), &payload, now)?;
    }
    Ok(())
}

fn run(site: Arc<Site>, payload: String) -> Boxed<Result<(), Fault>> {
    Box::pin(async move {
        let mut parts = payload.splitn(3, ' ');
        let mut number = || parts.next().and_then(|part| part.parse::<i64>().ok());
        let (Some(device), Some(asked_at)) = (number(), number()) else {
            return Err(Fault::bug("a push without a device"));
        };
        let key = parts.next().map(ToOwned::to_owned);
        if site.now() - asked_at > FRESH {
            return Ok(());
        }
        send(&site, device, (key, asked_at)).await.map_err(|error| match error {
            Error::Fault(fault) => fault,
            other => Fault::bug(format_args!("{other:?}")),
        })
    })
}

/// Sends the message to a device that is still there, about a notice that its
/// owner has yet to see and may; without a key about any that came since.
async fn send(
    site: &Arc<Site>,
    id: i64,
    (notice, asked_at): (Option<String>, Millis),
) -> Result<(), Error> {
    let (now, trial_end, zone) = (site.now(), site.trial_end(), site.zone.clone());
    let (fresh, kinds) = (vapid::Key::new_bytes()?, Arc::clone(&site.notices));
    let found = site
        .db
        .write(move |tx| {
            let Some(device) = device::find(tx, id, now)? else { return Ok(None) };
            let actor = store::actor_by_person(tx, device.person, now, &trial_end)?;
            let Some(actor) = actor else { return Ok(None) };
            let heard_from = notices::heard_from(tx, device.person, now, &zone)?;
            if heard_from > now {
                let key = format!("push:{id}:after-quiet:{heard_from}");
                jobs::ask(tx, SEND.name, &key, &format!("{id} {asked_at}"), heard_from)?;
                return Ok(None);
            }
            let lang = store::lang(tx, device.person)?;
            let waits = notices::waits(tx, &kinds, &actor, lang, (notice.as_deref(), asked_at))?;
            Ok(if waits { Some((vapid::key(tx, &fresh)?, device, lang)) } else { None })
        })
        .await?;
    let Some((key, device, lang)) = found else { return Ok(()) };
    let message = serde_json::json!({
        "title": site.texts.plain(lang, "push-something-new"),
        "path": "/notices",
    });
    let body = seal::seal(&device.keys, &site.random.bytes()?, message.to_string().as_bytes())?;
    let token = key.token(&device.endpoint.origin(), &site.public_url, now)?;
    let status = site.carrier.carry(&device.endpoint, &token, body).await?;
    match status {
        200..=299 => Ok(()),
        429 | 500.. => Err(Fault::unavailable(format_args!("a push service says {status}")).into()),
        // Gone, or not taken from us any more; either way nothing will arrive.
        _ => site.db.write(move |tx| Ok(device::forget(tx, id)?)).await,
    }
}
