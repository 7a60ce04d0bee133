//! What these tables hold about a person, for that person, and how they are
//! forgotten.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::{Basis, PersonId};
use serde_json::{Value, json};

use super::{applications, corrections, letters, road, roll};
use crate::model::DispatchKind;
use crate::rules::{SendDecision, SkipReason};

/// Everything held about a person.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let registration = road::registration(tx, person)?
        .map(|(at, relation)| json!({ "registered_at_ms": at, "relation": relation.word() }));
    let consents: Vec<Value> = tx.query(
        "SELECT c.kind, c.given_at, t.body FROM consent c
         JOIN consent_text t ON t.version = c.text_version
         WHERE c.person = ?1 ORDER BY c.given_at, c.id",
        &[&person],
        |row| {
            Ok(json!({ "to": row.get::<String>(0)?, "given_at_ms": row.get::<i64>(1)?,
                       "words": row.get::<String>(2)? }))
        },
    )?;
    let dispatches: Vec<Value> = road::dispatches(tx, person)?
        .iter()
        .map(|d| {
            json!({ "kind": d.kind.word(), "decision": d.decision.word(),
                    "reason": d.reason.map(|reason| reason.word()), "at_ms": d.at,
                    "withdrawn_for": d.withdrawn.map(|one| one.reason.word()),
                    "withdrawn_at_ms": d.withdrawn.map(|one| one.at) })
        })
        .collect();
    let letter = letters::of(tx, person)?.map(|letter| {
        json!({ "state": letter.state.word(), "asked_at_ms": letter.asked_at,
                "returned_at_ms": letter.returned_at })
    });
    let applications: Vec<Value> = applications::of(tx, person)?
        .iter()
        .map(|a| {
            let b = &a.body;
            json!({
                "state": a.state.word(), "applied_at_ms": a.applied_at,
                "came_by": a.came_by.word(),
                "settled_at_ms": a.settled_at, "reason": a.reason,
                "basis": a.basis.map(Basis::word), "exported_at_ms": a.exported_at,
                "given_name": b.given_name, "family_name": b.family_name,
                "birth_date": b.birth_date, "email": b.email, "phone": b.phone,
                "street": b.street, "postal_code": b.postal_code, "city": b.city,
                "language": b.lang.word(), "employer": b.employer.word(),
                "job_started": b.job_started, "chapter_wish": b.chapter_wish,
                "student": b.student.word(), "unemployment_fund": b.unemployment_fund.word(),
                "member_number": b.member_number,
            })
        })
        .collect();
    let entry = roll::entry_of(tx, person)?.map(|e| {
        let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
        json!({
            "number": e.number.as_str(), "family_name": e.family_name, "given_name": e.given_name,
            "birth_date": date(e.birth_date), "email": e.email, "phone": e.phone,
            "street": e.street, "postal_code": e.postal_code, "city": e.city,
            "region": e.region, "chapter": e.chapter, "joined": date(e.joined),
            "left": date(e.left), "arrears_since": date(e.arrears_since),
        })
    });
    let leaving: Vec<Value> = tx.query(
        "SELECT left_on, reason, state FROM leaver_task WHERE person = ?1 ORDER BY id",
        &[&person],
        |row| {
            Ok(json!({ "left_on": row.get::<String>(0)?, "reason": row.get::<String>(1)?,
                       "call": row.get::<String>(2)? }))
        },
    )?;
    Ok(json!({
        "registration": registration, "consents": consents,
        "declined_at_ms": road::declined_at(tx, person)?, "sends_and_skips": dispatches,
        "letter": letter, "applications": applications, "roll_entry": entry, "leaving": leaving,
        "corrections": corrections::export(tx, person)?,
    }))
}

/// Forgets a person. What stays, by a number that means nobody: that things
/// were sent or skipped, that applications came and were answered. The roll
/// entry stays as the union's register has it, tied to nobody.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    applications::withdraw(tx, person, now)?;
    corrections::erase(tx, person, now)?;
    if letters::withhold(tx, person)?
        && let Some(facts) = road::facts(tx, person, now)?
    {
        let (kind, skip) = (DispatchKind::JoinKitLetter, SendDecision::Skip(SkipReason::Erased));
        road::settle(tx, person, kind, skip, now)?;
        road::pass(tx, &facts, kind)?;
    }
    tx.execute(
        "UPDATE application SET given_name = '', family_name = '', birth_date = '', email = '',
                phone = '', street = '', postal_code = '', city = '', job_started = '',
                chapter_wish = '', member_number = '', reason = ''
         WHERE person = ?1",
        &[&person],
    )?;
    tx.execute("DELETE FROM road WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM consent WHERE person = ?1", &[&person])?;
    tx.execute("DELETE FROM decline WHERE person = ?1", &[&person])?;
    tx.execute(
        "UPDATE roll_entry SET person = NULL, linked_at = NULL WHERE person = ?1",
        &[&person],
    )?;
    tx.execute("UPDATE leaver_task SET person = NULL WHERE person = ?1", &[&person])?;
    Ok(())
}
