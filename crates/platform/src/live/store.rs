//! The facts about those who listen, many people in one question.

use std::collections::HashMap;

use crate::clock::Millis;
use crate::db::{Param, Tx};
use crate::fault::Fault;
use crate::people::store::{TrialEnd, compute, facts_sql, read_facts};
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
        facts_sql!(
            ", s.token_hash",
            "session s JOIN person p ON p.id = s.person",
            "s.expires_at > ?1 AND s.token_hash IN (
                 ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                 ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34,
                 ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, ?49, ?50,
                 ?51, ?52, ?53, ?54, ?55, ?56, ?57, ?58, ?59, ?60, ?61, ?62, ?63, ?64, ?65)"
        ),
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
