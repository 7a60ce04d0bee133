//! The people of the demonstration union. All are invented.

use std::sync::Arc;

use kafferum_platform::Error;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::people::store::{self, Identity, NewPerson};
use kafferum_platform::people::{Basis, MembershipKind, PasswordKind};
use kafferum_platform::policy::{Grant, Role};
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;

/// Where a person of the demonstration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// A member for so many days.
    Member(i64),
    /// Registered so many days ago.
    Registered(i64),
    /// Was a member until so many days ago.
    Left(i64),
    /// Works for the union.
    Staff,
}

/// One person of the demonstration.
#[derive(Debug, Clone, Copy)]
pub struct Character {
    /// What others see.
    pub pseudonym: &'static str,
    /// Given name.
    pub given: &'static str,
    /// Family name.
    pub family: &'static str,
    /// Language.
    pub lang: Lang,
    /// Where they stand.
    pub stands: Stands,
    /// Their role, if any.
    pub role: Option<Role>,
}

const fn someone(
    pseudonym: &'static str,
    given: &'static str,
    family: &'static str,
    lang: Lang,
    stands: Stands,
    role: Option<Role>,
) -> Character {
    Character { pseudonym, given, family, lang, stands, role }
}

/// Everybody in the demonstration.
pub const CHARACTERS: [Character; 22] = [
    someone("Aamukaste", "Minna", "Salonen", Lang::Fi, Stands::Member(800), None),
    someone("Iltavuoro", "Jari", "Lehto", Lang::Fi, Stands::Member(410), None),
    someone("Kahvikuppi", "Sari", "Mäkelä", Lang::Fi, Stands::Member(300), None),
    someone(
        "Myssy",
        "Tiina",
        "Koskela",
        Lang::Fi,
        Stands::Member(95),
        Some(Role::ModeratorTrainee),
    ),
    someone("Pihlaja", "Päivi", "Rantanen", Lang::Fi, Stands::Member(1500), Some(Role::Moderator)),
    someone("Havu", "Olli", "Niemi", Lang::Fi, Stands::Member(20), None),
    someone("Lumikko", "Anne", "Hakala", Lang::Fi, Stands::Member(600), Some(Role::SupportPerson)),
    someone("Rautias", "Kimmo", "Väisänen", Lang::Fi, Stands::Member(700), Some(Role::ShopSteward)),
    someone("Solros", "Camilla", "Nyström", Lang::Sv, Stands::Member(250), None),
    someone("Earlybird", "Grace", "Okafor", Lang::En, Stands::Member(120), None),
    someone("Uusi tuuli", "Elina", "Heikkinen", Lang::Fi, Stands::Registered(0), None),
    someone("Kulkija", "Pekka", "Salmi", Lang::Fi, Stands::Registered(35), None),
    someone("Gäst i viken", "Johan", "Lindholm", Lang::Sv, Stands::Registered(9), None),
    someone("Vanha tuttu", "Riitta", "Aalto", Lang::Fi, Stands::Left(40), None),
    someone("Neuvoja Nea", "Nea", "Kallio", Lang::Fi, Stands::Staff, Some(Role::Adviser)),
    someone("Toimittaja Timo", "Timo", "Virta", Lang::Fi, Stands::Staff, Some(Role::Editor)),
    someone("Rekisteri Raija", "Raija", "Laine", Lang::Fi, Stands::Staff, Some(Role::Registrar)),
    someone("Järjestäjä Jonna", "Jonna", "Saari", Lang::Fi, Stands::Staff, Some(Role::Organiser)),
    someone(
        "Pääkäyttäjä Antti",
        "Antti",
        "Pesonen",
        Lang::Fi,
        Stands::Staff,
        Some(Role::Administrator),
    ),
    someone("Työkaveri Tove", "Tove", "Granholm", Lang::Sv, Stands::Staff, Some(Role::Moderator)),
    someone(
        "Kulmakunta",
        "Heikki",
        "Tuominen",
        Lang::Fi,
        Stands::Member(1900),
        Some(Role::RegionalContact),
    ),
    someone(
        "Turvakenkä",
        "Leena",
        "Karjalainen",
        Lang::Fi,
        Stands::Member(520),
        Some(Role::SafetyDelegate),
    ),
];

/// Enters everybody. Nobody has a password that opens anything: the panel
/// signs in, and a mailed link lets one be chosen.
pub(crate) async fn enter(site: &Arc<Site>) -> Result<(), Error> {
    let locked = kafferum_platform::people::session::token(&site.random)?;
    let hash = site.passwords.hash(locked, &site.random).await?;
    let now = site.now();
    site.db
        .write(move |tx| {
            for (index, character) in CHARACTERS.iter().enumerate() {
                enter_one(tx, character, index, &hash, now)?;
            }
            Ok(())
        })
        .await
}

fn enter_one(
    tx: &mut kafferum_platform::db::Tx<'_>,
    character: &Character,
    index: usize,
    hash: &str,
    now: Millis,
) -> Result<(), Error> {
    let registered = match character.stands {
        Stands::Registered(days) => Some(now - days * DAY),
        _ => None,
    };
    let new = NewPerson {
        identity: Identity {
            given_name: character.given.to_owned(),
            family_name: character.family.to_owned(),
            email: format!("{}{}@esimerkki.example", character.given.to_lowercase(), index + 1)
                .replace('ä', "a"),
            phone: String::new(),
            street: format!("Esimerkkikatu {}", index + 1),
            postal_code: format!("{:05}", 100 + index * 10),
            city: "Helsinki".to_owned(),
            region: "Uusimaa".to_owned(),
        },
        pseudonym: character.pseudonym.to_owned(),
        lang: character.lang,
        trial_started_at: registered,
        password_hash: hash.to_owned(),
        password_kind: PasswordKind::Own,
    };
    let Some(person) = store::insert(tx, &new, registered.unwrap_or(now))? else { return Ok(()) };
    match character.stands {
        Stands::Member(days) => {
            let term = (now - days * DAY, None);
            store::start_membership(tx, person, MembershipKind::Full, Basis::Roll, term, now)?;
        }
        Stands::Left(days) => {
            let term = (now - (days + 500) * DAY, Some(now - days * DAY));
            store::start_membership(tx, person, MembershipKind::Full, Basis::Roll, term, now)?;
        }
        Stands::Registered(_) | Stands::Staff => {}
    }
    if let Some(role) = character.role {
        let rests = matches!(character.stands, Stands::Member(_));
        store::grant(tx, person, &Grant { role, scope: None }, rests, None, now - DAY)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_somebody_of_every_role() {
        for role in Role::ALL {
            let holders = CHARACTERS.iter().filter(|character| character.role == Some(*role));
            assert!(holders.count() > 0, "{role:?}");
        }
    }
}
