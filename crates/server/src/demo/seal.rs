//! Two openings of the seal in the demonstration: one that was agreed to, one
//! that waits.

use std::sync::Arc;

use kafferum_platform::Error;
use kafferum_platform::clock::HOUR;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::seal::{self, Verdict, Wish};
use kafferum_platform::people::store::actor_by_person;
use kafferum_platform::site::Site;

use super::store::person;

/// Asks and answers, with the people there.
pub(crate) async fn fill(site: &Arc<Site>) -> Result<(), Error> {
    let moment = site.moment();
    let trial_end = site.trial_end();
    site.db
        .write(move |tx| {
            let now = moment.now;
            let before = |time| Moment { now: now - time, ..moment.clone() };
            let moderator = person(tx, "Pihlaja")?;
            let worried = Wish {
                reason: "Kertoi yöllä, että häntä on uhattu työpaikalla, eikä ole sen jälkeen \
                         vastannut kenellekään. Olemme huolissamme."
                    .to_owned(),
                hope: "Soitan ja kysyn, onko hän turvassa.".to_owned(),
                danger: String::new(),
                danger_days: 0,
            };
            let whom = person(tx, "Aamukaste")?;
            let id = seal::ask(tx, moderator, whom, &worried, &before(3 * HOUR))?;
            let second = person(tx, "Pääkäyttäjä Antti")?;
            let second = actor_by_person(tx, second, now, &trial_end)?.ok_or(Error::NotFound)?;
            let words = "Huoli on aiheellinen. Soitetaan heti.";
            seal::answer(tx, &second, id, Verdict::Open, words, &moment)?;
            let threat = Wish {
                reason: "Uhkasi viestissään etsiä toisen kirjoittajan kotoa.".to_owned(),
                hope: "Annan tiedon poliisille, jos uhattu tekee rikosilmoituksen.".to_owned(),
                danger: "Uhattu pelkää, että tieto asian selvittämisestä pahentaa tilannetta."
                    .to_owned(),
                danger_days: 30,
            };
            let whom = person(tx, "Kulkija")?;
            seal::ask(tx, moderator, whom, &threat, &before(HOUR))?;
            Ok(())
        })
        .await
}
