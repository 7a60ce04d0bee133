//! A member is recognised from the roll. One answer for every failure, after
//! the same work; attempts are counted before they are checked. What a guesser
//! can reach by the numbers below is reckoned up in docs/how-it-works.md.

use kafferum_platform::clock::{DAY, MINUTE, Millis, date_of};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Moment;
use kafferum_platform::people::entry::Opener;
use kafferum_platform::people::{NewPerson, PersonId, pseudonym, store as people, throttle};
use kafferum_platform::policy::Role;
use kafferum_platform::{Error, Fault, Refusal, audit};

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

/// Wrong answers in a day about one number from one network. So a guesser shuts
/// out their own network and not the number's owner.
const PER_SOURCE: i64 = 5;
/// Wrong answers in a day about one number, wherever they come from.
const PER_NUMBER: i64 = 20;
/// Wrong answers in a day from one network, whatever numbers they are about.
const PER_NETWORK: i64 = 100;

/// What somebody knows who says that a number of the roll is theirs.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// The member number as typed, without spaces.
    pub(crate) number: String,
    /// The second fact as typed.
    pub(crate) second: String,
    /// Where they say so from.
    pub(crate) network: String,
}

/// Somebody says who they are.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// By what.
    pub(crate) known: Known,
    /// Who is signed in, if anybody.
    pub(crate) person: Option<PersonId>,
    /// Hash of the token that a recognised visitor goes on with.
    pub(crate) token_hash: [u8; 32],
}

/// What came of a claim that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recognised {
    /// The signed-in person is a member from now on.
    Member,
    /// The visitor may choose a password; the token is kept.
    Visitor,
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

/// Checks a claim. `None`: no such member, or not with this second fact, or
/// has an account: one answer for all.
pub(crate) fn recognise(
    tx: &mut Tx<'_>,
    moment: &Moment,
    claim: &Claim,
) -> Result<Option<Recognised>, Error> {
    let today = date_of(moment.now, &moment.zone);
    check(tx, moment, &claim.known, |tx, entry, owner| match entry.has_left(today) {
        true => Ok(None),
        false => meet(tx, moment, claim, entry, owner),
    })
}

/// Whether somebody knows the number of an account's owner, and the second
/// fact. They may have left the union since.
pub(crate) fn is_owner(
    tx: &mut Tx<'_>,
    moment: &Moment,
    known: &Known,
    person: PersonId,
) -> Result<bool, Error> {
    let found = check(tx, moment, known, |_, _, owner| Ok((owner == Some(person)).then_some(())))?;
    Ok(found.is_some())
}

/// Gives what comes of the entry that somebody knows. Whoever does not get
/// anything has tried and failed.
fn check<T>(
    tx: &mut Tx<'_>,
    moment: &Moment,
    known: &Known,
    meet: impl FnOnce(&mut Tx<'_>, &RollEntry, Option<PersonId>) -> Result<Option<T>, Fault>,
) -> Result<Option<T>, Error> {
    let by_source = throttle::key("recognise by", &format!("{}\0{}", known.network, known.number));
    let by_number = throttle::key("recognise", &known.number);
    let by_network = throttle::key("recognise from", &known.network);
    for (key, limit) in
        [(&by_source, PER_SOURCE), (&by_number, PER_NUMBER), (&by_network, PER_NETWORK)]
    {
        if throttle::failures(tx, key, DAY, moment.now)? >= limit {
            return Err(Refusal::new("membership-recognise-too-often").into());
        }
        throttle::count_within(tx, key, DAY, moment.now)?;
    }
    let fact = settings::second_fact(&moment.settings);
    let found = roll::entry(tx, &known.number)?
        .filter(|(entry, _)| is_second_fact(entry, &known.second, fact));
    let outcome = match found {
        Some((entry, owner)) => meet(tx, &entry, owner)?,
        None => None,
    };
    if outcome.is_some() {
        throttle::forgive(tx, &by_source)?;
        throttle::take_back(tx, &by_number)?;
        throttle::take_back(tx, &by_network)?;
    } else if throttle::failures(tx, &by_number, DAY, moment.now)? == PER_NUMBER {
        tell_of_guesses(tx, moment, &known.number)?;
    }
    Ok(outcome)
}

/// A number of the roll is shut for the rest of the day: its owner may call.
fn tell_of_guesses(tx: &mut Tx<'_>, moment: &Moment, number: &str) -> Result<(), Fault> {
    let Some((entry, owner)) = roll::entry(tx, number)? else { return Ok(()) };
    audit::record(tx, None, "recognition-guessed", owner, entry.number.as_str(), moment.now)?;
    for (registrar, _) in people::holders(tx, Role::Registrar, moment.now)? {
        if let Some(reader) = reader(tx, registrar)? {
            mails::guessed(tx, moment, &reader, PER_NUMBER)?;
        }
    }
    Ok(())
}

fn meet(
    tx: &mut Tx<'_>,
    moment: &Moment,
    claim: &Claim,
    entry: &RollEntry,
    owner: Option<PersonId>,
) -> Result<Option<Recognised>, Fault> {
    match (owner, claim.person) {
        (Some(owner), person) if person == Some(owner) => Ok(Some(Recognised::Member)),
        (Some(owner), _) => {
            if let Some(reader) = reader(tx, owner)? {
                mails::recognised_again(tx, moment, &reader)?;
            }
            Ok(None)
        }
        (None, Some(person)) => {
            let joined = belonging::join_by_roll(tx, moment, entry, person)?;
            Ok(joined.then_some(Recognised::Member))
        }
        (None, None) => {
            let (number, until) = (entry.number.as_str(), moment.now + TOKEN_LASTS);
            roll::recognise(tx, &claim.token_hash, number, until, moment.now)?;
            Ok(Some(Recognised::Visitor))
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
    /// What opens the session.
    pub(crate) opener: Opener,
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
    pseudonym::must_hide(&new.account.pseudonym, entry.family_name.as_deref().unwrap_or_default())?;
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
    new.opener.open(tx, person, moment.now)?;
    if let Some(reader) = reader(tx, person)? {
        mails::account_made(tx, moment, &reader)?;
    }
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
