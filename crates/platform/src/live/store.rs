//! The facts about those who listen, many people in one question.

use std::collections::HashMap;

use crate::clock::Millis;
use crate::db::{Param, Tx};
use crate::fault::Fault;
use crate::people::store::{TrialEnd, compute, read_facts};
use crate::policy::Actor;

/// Sessions asked for together.
pub(super) const TOGETHER: usize = 64;

/// The actors behind sessions, [`TOGETHER`] at most, that are alive.
pub(super) fn actors_by_sessions(
    tx: &mut Tx<'_>,
    sessions: &[[u8; 32]],
    now: Millis,
    trial_end: TrialEnd<'_>,
) -> Result<HashMap<[u8; 32], Actor>, Fault> {
    let mut params: Vec<&dyn Param> = vec![&now];
    params.extend(sessions.iter().take(TOGETHER).map(|session| session as &dyn Param));
    // No session has this; it fills the places that are left.
    let nobody = [0_u8; 32];
    params.resize(TOGETHER + 1, &nobody);
    let mut rows: HashMap<[u8; 32], Vec<_>> = HashMap::with_capacity(sessions.len());
    tx.query(
        "SELECT p.id, p.pseudonym, p.lang, p.trial_started_at, c.kind,
                (SELECT COUNT(*) FROM membership m WHERE m.person = p.id AND m.started_at <= ?1
                    AND (m.ended_at IS NULL OR m.ended_at > ?1)),
                (SELECT COUNT(*) FROM membership m WHERE m.person = p.id AND m.started_at <= ?1),
                g.role, g.scope, g.rests_on_membership, k.scope, s.token_hash
         FROM session s
         JOIN person p ON p.id = s.person
         LEFT JOIN credential c ON c.person = p.id
         LEFT JOIN grant_fact g ON g.person = p.id AND g.started_at <= ?1
              AND (g.ended_at IS NULL OR g.ended_at > ?1)
         LEFT JOIN kept_out k ON k.person = p.id AND k.started_at <= ?1
              AND (k.ended_at IS NULL OR k.ended_at > ?1)
         WHERE s.expires_at > ?1 AND p.state = 'active'
           AND s.token_hash IN (
                   ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                   ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33,
                   ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48,
                   ?49, ?50, ?51, ?52, ?53, ?54, ?55, ?56, ?57, ?58, ?59, ?60, ?61, ?62, ?63,
                   ?64, ?65)",
        &params,
        |row| {
            let session: Vec<u8> = row.get(11)?;
            let session = session.try_into().map_err(|_| Fault::bug("a hash of another length"))?;
            rows.entry(session).or_default().push(read_facts(row)?);
            Ok(())
        },
    )?;
    let actors = rows.into_iter();
    Ok(actors
        .filter_map(|(session, facts)| Some((session, compute(&facts, now, trial_end)?)))
        .collect())
}
