//! The demonstration union's road: guests on their days, letters to print,
//! applications to answer, a roll with members who have not come in yet.
//!
//! Whoever wants to see a member recognised comes in with number 100001, born
//! on 14.3.1985, and so on up to 100020 (each a day later than the one before).

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kafferum_platform::clock::{DAY, HOUR, Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::store as people;
use kafferum_platform::people::{Identity, MembershipKind, NewPerson, PasswordKind, PersonId};
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::{Error, Fault};

use crate::actions::registering::{self, Wish, reader};
use crate::actions::{applying, belonging, correcting, travelling};
use crate::model::{Answer, Employer, MemberNumber, Relation};
use crate::roll_file::RollEntry;
use crate::settings::own_text;
use crate::store::applications::NewApplication;
use crate::store::{leavers, people as found, roll};

/// Members of the roll who have not come in yet: numbers 100001 and on.
const UNRECOGNISED: i64 = 20;
/// Date of birth of the first of them.
const BORN: Date = date(1985, 3, 14);

const FAMILY: [&str; 10] = [
    "Ahola",
    "Björklund",
    "Eskola",
    "Fagerström",
    "Hiltunen",
    "Jokinen",
    "Karjalainen",
    "Lundqvist",
    "Moilanen",
    "Nurmi",
];
const GIVEN: [&str; 8] = ["Anna", "Erik", "Hanna", "Ilkka", "Johanna", "Kaarina", "Lars", "Mikko"];

/// The members of the demonstration whom the roll knows.
const MEMBERS: [&str; 10] = [
    "Aamukaste",
    "Iltavuoro",
    "Kahvikuppi",
    "Myssy",
    "Pihlaja",
    "Havu",
    "Lumikko",
    "Rautias",
    "Solros",
    "Earlybird",
];

/// Who applies: pseudonym, names, days since registering, days since applying.
const APPLICANTS: [(&str, &str, &str, i64, i64); 2] =
    [("Kirsikka", "Laura", "Kivinen", 12, 3), ("Puhuri", "Henri", "Backman", 40, 2)];

/// Fills the demonstration in.
pub(crate) async fn fill(site: Arc<Site>) -> Result<(), Error> {
    let moment = site.moment();
    let locked = kafferum_platform::people::session::token(&site.random)?;
    let hash = site.passwords.hash(locked, &site.random).await?;
    site.db
        .write(move |tx| {
            fill_roll(tx, &moment)?;
            for pseudonym in ["Uusi tuuli", "Gäst i viken", "Kulkija"] {
                if let Some(person) = found::by_pseudonym(tx, pseudonym)? {
                    travel(tx, &moment, person)?;
                }
            }
            for (index, applicant) in (0..).zip(&APPLICANTS) {
                apply(tx, &moment, index, applicant, &hash)?;
            }
            if let Some(leaver) = found::by_pseudonym(tx, "Vanha tuttu")? {
                let left = date_of(moment.now - 40 * DAY, &moment.zone).to_string();
                leavers::ask(tx, None, Some(leaver), &left, moment.now - 40 * DAY)?;
            }
            correct(tx, &moment)?;
            Ok(())
        })
        .await
}

fn at(moment: &Moment, now: Millis) -> Moment {
    Moment { now, ..moment.clone() }
}

/// Takes a guest along the road as far as the clock has come, each thing on
/// its day.
fn travel(tx: &mut Tx<'_>, moment: &Moment, person: PersonId) -> Result<(), Fault> {
    let (Some(start), Some(reader)) = (people::trial_started_at(tx, person)?, reader(tx, person)?)
    else {
        return Ok(());
    };
    let first = at(moment, start);
    let words = own_text(moment, reader.lang, "membership-register-consent", &[]);
    let wish = Wish {
        relation: Relation::Assistant,
        wants_letter: true,
        house_rules: own_text(moment, reader.lang, "membership-house-rules", &[]),
        join_letter: Some(words),
    };
    registering::set_out(tx, &first, &reader, &wish)?;
    for now in (1..).map(|day| start + day * DAY).take_while(|now| *now <= moment.now) {
        let then = at(moment, now);
        travelling::remind(tx, &then, 1)?;
        travelling::lock(tx, &then, 1)?;
    }
    Ok(())
}

fn apply(
    tx: &mut Tx<'_>,
    moment: &Moment,
    index: i64,
    applicant: &(&str, &str, &str, i64, i64),
    hash: &str,
) -> Result<(), Error> {
    let (pseudonym, given, family, registered, applied) = *applicant;
    let start = moment.now - registered * DAY;
    let identity = Identity {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        email: format!("hakija{}@esimerkki.example", index + 1),
        phone: format!("040 123 45{:02}", index + 10),
        street: format!("Hakijankatu {}", index + 1),
        postal_code: "33100".to_owned(),
        city: "Tampere".to_owned(),
        region: "Pirkanmaa".to_owned(),
    };
    let new = NewPerson {
        identity: identity.clone(),
        pseudonym: pseudonym.to_owned(),
        lang: Lang::Fi,
        trial_started_at: Some(start),
        password_hash: hash.to_owned(),
        password_kind: PasswordKind::Own,
    };
    let Some(person) = people::insert(tx, &new, start)? else { return Ok(()) };
    // The one who applies on the tenth day is not reminded on the fourteenth.
    let days = at(moment, moment.now - applied * DAY);
    travel(tx, &days, person)?;
    let application = NewApplication {
        given_name: identity.given_name,
        family_name: identity.family_name,
        birth_date: (BORN + (7 * index + 100).days()).to_string(),
        email: identity.email,
        phone: identity.phone,
        street: identity.street,
        postal_code: identity.postal_code,
        city: identity.city,
        lang: Lang::Fi,
        employer: Employer::Household,
        job_started: String::new(),
        chapter_wish: String::new(),
        student: if index == 0 { Answer::No } else { Answer::Yes },
        unemployment_fund: Answer::Yes,
        member_number: String::new(),
    };
    let words = own_text(moment, Lang::Fi, "membership-application-consent", &[]);
    applying::apply(tx, &days, person, &application, &words)
}

/// Two who mistyped their address: one waits for an administrator, the other
/// was agreed to so long ago that the link goes out.
fn correct(tx: &mut Tx<'_>, moment: &Moment) -> Result<(), Error> {
    let [registrar, administrator, waits, agreed] =
        ["Rekisteri Raija", "Pääkäyttäjä Antti", "Kulkija", "Solros"]
            .map(|pseudonym| found::by_pseudonym(tx, pseudonym));
    let (Some(registrar), Some(administrator)) = (registrar?, administrator?) else {
        return Ok(());
    };
    let second = people::actor_by_person(tx, administrator, moment.now, &moment.trial_end())?;
    let (Some(waits), Some(agreed), Some(second)) = (waits?, agreed?, second) else {
        return Ok(());
    };
    let wish = ("pekka.salmi@esimerkki.example", "Soitti, ja soitin takaisin hakemuksen numeroon.");
    correcting::ask(tx, &at(moment, moment.now - HOUR), registrar, waits, wish)?;
    let wish = ("camilla.nystrom@esimerkki.example", "Kävi toimistossa ja näytti ajokortin.");
    let id = correcting::ask(tx, &at(moment, moment.now - 4 * DAY), registrar, agreed, wish)?;
    let words = "Kysyin Raijalta. Ajokortti riittää.";
    correcting::answer(tx, &at(moment, moment.now - 3 * DAY), &second, id, (true, words))
}

fn entry(number: i64) -> Result<RollEntry, Fault> {
    let number = MemberNumber::parse(&number.to_string());
    Ok(RollEntry::new(number.ok_or_else(|| Fault::bug("a member number"))?))
}

fn fill_roll(tx: &mut Tx<'_>, moment: &Moment) -> Result<(), Fault> {
    let pick = |list: &[&str], at: i64| {
        let at = usize::try_from(at).unwrap_or(0) % list.len();
        list.get(at).map(|name| (*name).to_owned())
    };
    let today = date_of(moment.now, &moment.zone);
    for index in 0..UNRECOGNISED {
        let one = RollEntry {
            family_name: pick(&FAMILY, index),
            given_name: pick(&GIVEN, index),
            birth_date: Some(BORN + index.days()),
            postal_code: Some("00530".to_owned()),
            city: Some("Helsinki".to_owned()),
            region: Some("Uusimaa".to_owned()),
            language: Some(if index % 4 == 1 { Lang::Sv } else { Lang::Fi }),
            kind: Some(if index % 7 == 6 { MembershipKind::Student } else { MembershipKind::Full }),
            joined: Some(today - (200 + index * 31).days()),
            ..entry(100_001 + index)?
        };
        roll::put(tx, &one, true)?;
    }
    for (index, pseudonym) in (0..).zip(MEMBERS) {
        fill_member(tx, moment, 100_101 + index, pseudonym)?;
    }
    // Some who left before the demonstration begins.
    for index in 0..10 {
        let one = RollEntry {
            family_name: pick(&FAMILY, index + 3),
            given_name: pick(&GIVEN, index + 5),
            birth_date: Some(BORN - (index * 400).days()),
            joined: Some(today - 3000.days()),
            left: Some(today - (400 + index * 20).days()),
            ..entry(100_201 + index)?
        };
        roll::put(tx, &one, false)?;
    }
    Ok(())
}

fn fill_member(
    tx: &mut Tx<'_>,
    moment: &Moment,
    number: i64,
    pseudonym: &str,
) -> Result<(), Fault> {
    let Some(person) = found::by_pseudonym(tx, pseudonym)? else { return Ok(()) };
    let identity = people::identity(tx, person)?.unwrap_or_default();
    let one = RollEntry {
        family_name: Some(identity.family_name),
        given_name: Some(identity.given_name),
        birth_date: Some(BORN + (number % 1000).days()),
        email: Some(identity.email),
        postal_code: Some(identity.postal_code),
        city: Some(identity.city),
        region: Some(identity.region),
        kind: Some(MembershipKind::Full),
        ..entry(number)?
    };
    roll::put(tx, &one, true)?;
    belonging::join_by_roll(tx, moment, &one, person)?;
    Ok(())
}
