//! A visitor registers: account, road, sign-in details, join kit.

use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{NewPerson, PersonId, store as people};
use kafferum_platform::{Error, Fault, Refusal};

use super::travelling;
use crate::mails::{self, Reader};
use crate::model::{ConsentKind, DispatchKind, Relation};
use crate::rules::SendDecision;
use crate::store::{letters, people as reached, road};

/// What a person says at the first step of the road.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    /// How they have to do with the work.
    pub(crate) relation: Relation,
    /// They want the printed letter.
    pub(crate) wants_letter: bool,
    /// The house rules they accepted, word for word.
    pub(crate) house_rules: String,
    /// What they agreed to about the joining letter, word for word.
    pub(crate) join_letter: Option<String>,
}

/// A registration about to be entered.
#[derive(Debug, Clone)]
pub(crate) struct Registration {
    /// The account.
    pub(crate) person: NewPerson,
    /// The temporary password behind its hash.
    pub(crate) password: String,
    /// What they said about themselves and agreed to.
    pub(crate) wish: Wish,
    /// What the sign-in address ends in, so that it leads on to where they
    /// were going.
    pub(crate) next: &'static str,
}

/// Enters a person, or writes to the owner of the address if there is one. The
/// caller can't tell which, and neither can whoever typed the address: nor by
/// asking for the same pseudonym again, which is taken either way.
pub(crate) fn register(tx: &mut Tx<'_>, moment: &Moment, new: &Registration) -> Result<(), Error> {
    if !people::is_pseudonym_free(tx, &new.person.pseudonym, None, moment.now)? {
        return Err(Refusal::new("pseudonym-taken").at("pseudonym").into());
    }
    if let Some(known) = people::person_by_email(tx, &new.person.identity.email)? {
        people::hold_pseudonym(tx, &new.person.pseudonym, moment.now)?;
        return Ok(write_to_owner(tx, moment, known)?);
    }
    let person = people::insert(tx, &new.person, moment.now)?
        .ok_or_else(|| Fault::bug("an address free and taken"))?;
    Ok(begin_road(tx, moment, person, new)?)
}

fn write_to_owner(tx: &mut Tx<'_>, moment: &Moment, person: PersonId) -> Result<(), Fault> {
    match reader(tx, person)? {
        Some(reader) => mails::known_address(tx, moment, &reader),
        None => Ok(()),
    }
}

/// Whom a mail to a person goes to; none once they are erased.
pub(crate) fn reader(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Reader>, Fault> {
    let found = reached::reach(tx, person)?;
    Ok(found.map(|(email, lang, given_name)| Reader { person, lang, email, given_name }))
}

fn begin_road(
    tx: &mut Tx<'_>,
    moment: &Moment,
    person: PersonId,
    new: &Registration,
) -> Result<(), Fault> {
    let reader = Reader {
        person,
        lang: new.person.lang,
        email: new.person.identity.email.clone(),
        given_name: new.person.identity.given_name.clone(),
    };
    mails::sign_in_details(tx, moment, &reader, &new.password, new.next)?;
    set_out(tx, moment, &reader, &new.wish)
}

/// The first day of a person's road: what they wish and agree to, what lies
/// ahead, the join kit.
pub(crate) fn set_out(
    tx: &mut Tx<'_>,
    moment: &Moment,
    reader: &Reader,
    wish: &Wish,
) -> Result<(), Fault> {
    let (person, now) = (reader.person, moment.now);
    road::begin(tx, person, wish.relation, wish.wants_letter, now)?;
    road::consent(tx, person, ConsentKind::HouseRules, &wish.house_rules, now)?;
    if let Some(words) = &wish.join_letter {
        road::consent(tx, person, ConsentKind::JoinLetter, words, now)?;
    }
    road::expect(tx, person, DispatchKind::Reminder, now)?;
    road::expect(tx, person, DispatchKind::TrialLock, now)?;
    send_join_kit(tx, moment, reader)
}

/// The join kit goes out at once by mail. The letter waits for a registrar to
/// print it, and is settled then.
fn send_join_kit(tx: &mut Tx<'_>, moment: &Moment, reader: &Reader) -> Result<(), Fault> {
    let person = reader.person;
    let facts = road::facts(tx, person, moment.now)?.ok_or_else(|| Fault::bug("no road"))?;
    let kit = travelling::join_kit(&facts, moment);
    if road::settle(tx, person, DispatchKind::JoinKitMail, kit.mail, moment.now)?
        && kit.mail == SendDecision::Send
    {
        mails::join_kit(tx, moment, reader)?;
    }
    match kit.letter {
        SendDecision::Send => {
            road::expect(tx, person, DispatchKind::JoinKitLetter, facts.registered_at)?;
            letters::ask(tx, person, moment.now)
        }
        skip @ SendDecision::Skip(_) => {
            road::settle(tx, person, DispatchKind::JoinKitLetter, skip, moment.now).map(drop)
        }
    }
}
