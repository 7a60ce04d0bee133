//! A member is recognised from the roll. One answer for every failure, after
//! the same work; attempts are counted before they are checked.

use jiff::civil::Date;
use kafferum_platform::clock::{MINUTE, Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{NewPerson, PersonId, session, store as people, throttle};
use kafferum_platform::{Error, Fault, Refusal};

use super::belonging;
use super::registering::reader;
use crate::mails;
use crate::model::{ConsentKind, SecondFact};
use crate::roll_file::RollEntry;
use crate::settings;
use crate::store::{road, roll};
use crate::typed;

/// How long a recognised member may take to choose a password.
const TOKEN_LASTS: Millis = 30 * MINUTE;

/// Somebody says who they are.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// The member number as typed, without spaces.
    pub(crate) number: String,
    /// The second fact as typed.
    pub(crate) second: String,
    /// Where the claim comes from.
    pub(crate) network: String,
    /// Who is signed in, if anybody.
    pub(crate) person: Option<PersonId>,
    /// Hash of the token that a recognised visitor goes on with.
    pub(crate) token_hash: [u8; 32],
}

/// What came of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recognised {
    /// No such member, or not with this second fact, or has an account: one
    /// answer for all.
    NotFound,
    /// The signed-in person is a member from now on.
    Member,
    /// The visitor may choose a password; the token is kept.
    Visitor,
}

fn has_left(entry: &RollEntry, today: Date) -> bool {
    entry.left.is_some_and(|left| left <= today)
}

fn is_second_fact(entry: &RollEntry, typed: &str, fact: SecondFact) -> bool {
    match fact {
        SecondFact::BirthDate => {
            entry.birth_date.is_some() && typed::date(typed) == entry.birth_date
        }
        SecondFact::PostalCode => {
            let known = entry.postal_code.as_deref().map(typed::bare).unwrap_or_default();
            !known.is_empty() && typed::bare(typed) == known
        }
    }
}

/// Checks a claim.
pub(crate) fn recognise(
    tx: &mut Tx<'_>,
    moment: &Moment,
    claim: &Claim,
) -> Result<Recognised, Error> {
    let by_number = throttle::key("recognise", &claim.number);
    let by_network = throttle::key("recognise from", &claim.network);
    for (key, limit) in [(&by_number, throttle::PER_ACCOUNT), (&by_network, throttle::PER_NETWORK)]
    {
        if !throttle::may_try(tx, key, limit, moment.now)? {
            return Err(Refusal::new("too-many-tries").into());
        }
        throttle::count(tx, key, moment.now)?;
    }
    let fact = settings::second_fact(&moment.settings);
    let today = date_of(moment.now, &moment.zone);
    let found = roll::entry(tx, &claim.number)?
        .filter(|(entry, _)| is_second_fact(entry, &claim.second, fact) && !has_left(entry, today));
    let outcome = match found {
        Some((entry, owner)) => meet(tx, moment, claim, &entry, owner)?,
        None => Recognised::NotFound,
    };
    if outcome != Recognised::NotFound {
        throttle::forgive(tx, &by_number)?;
        throttle::take_back(tx, &by_network)?;
    }
    Ok(outcome)
}

fn meet(
    tx: &mut Tx<'_>,
    moment: &Moment,
    claim: &Claim,
    entry: &RollEntry,
    owner: Option<PersonId>,
) -> Result<Recognised, Fault> {
    match (owner, claim.person) {
        (Some(owner), person) if person == Some(owner) => Ok(Recognised::Member),
        (Some(owner), _) => {
            if let Some(reader) = reader(tx, owner)? {
                mails::recognised_again(tx, moment, &reader)?;
            }
            Ok(Recognised::NotFound)
        }
        (None, Some(person)) => match belonging::join_by_roll(tx, moment, entry, person)? {
            true => Ok(Recognised::Member),
            false => Ok(Recognised::NotFound),
        },
        (None, None) => {
            let (number, until) = (entry.number.as_str(), moment.now + TOKEN_LASTS);
            roll::recognise(tx, &claim.token_hash, number, until, moment.now)?;
            Ok(Recognised::Visitor)
        }
    }
}

/// The account of a recognised member, about to be made.
#[derive(Debug, Clone)]
pub(crate) struct NewMember {
    /// Hash of the token that they go on with.
    pub(crate) token_hash: [u8; 32],
    /// The account; names and address come from the roll.
    pub(crate) account: NewPerson,
    /// The house rules they accepted, word for word.
    pub(crate) house_rules: String,
    /// Hash of the session's token.
    pub(crate) session: [u8; 32],
    /// The device, in two words.
    pub(crate) device: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Made {
    /// An account, and its session.
    Account,
    /// The address has an account: its owner was written to.
    KnownAddress,
    /// The token does not work any more.
    TooLate,
}

/// Makes the account of a recognised member, opens its session.
pub(crate) fn make_account(
    tx: &mut Tx<'_>,
    moment: &Moment,
    new: &NewMember,
) -> Result<Made, Error> {
    let Some(number) = roll::recognised(tx, &new.token_hash, moment.now)? else {
        return Ok(Made::TooLate);
    };
    let Some((entry, None)) = roll::entry(tx, &number)? else { return Ok(Made::TooLate) };
    typed::must_hide(&new.account.pseudonym, entry.family_name.as_deref().unwrap_or_default())?;
    if !people::is_pseudonym_free(tx, &new.account.pseudonym, None, moment.now)? {
        return Err(Refusal::new("pseudonym-taken").at("pseudonym").into());
    }
    if let Some(known) = people::person_by_email(tx, &new.account.identity.email)? {
        if let Some(reader) = reader(tx, known)? {
            mails::connect(tx, moment, &reader)?;
        }
        return Ok(Made::KnownAddress);
    }
    let account = with_entry(&new.account, &entry);
    let person = people::insert(tx, &account, moment.now)?
        .ok_or_else(|| Fault::bug("an address free and taken"))?;
    road::consent(tx, person, ConsentKind::HouseRules, &new.house_rules, moment.now)?;
    belonging::join_by_roll(tx, moment, &entry, person)?;
    roll::forget_token(tx, &new.token_hash)?;
    session::open(tx, &new.session, person, &new.device, moment.now)?;
    Ok(Made::Account)
}

fn with_entry(account: &NewPerson, entry: &RollEntry) -> NewPerson {
    let known = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut account = account.clone();
    let identity = &mut account.identity;
    identity.given_name = known(&entry.given_name);
    identity.family_name = known(&entry.family_name);
    identity.phone = known(&entry.phone);
    identity.street = known(&entry.street);
    identity.postal_code = known(&entry.postal_code);
    identity.city = known(&entry.city);
    identity.region = known(&entry.region);
    account
}
