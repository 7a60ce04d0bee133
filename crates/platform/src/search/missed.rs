//! What was searched for and not found, for editors: single words and how
//! often, never who asked or what with.

use crate::db::Tx;
use crate::fault::Fault;

/// A word must have been asked for so often to be shown: a name that one
/// person typed once is nobody's business.
const SHOWN_FROM: i64 = 3;
/// Words kept; beyond them the rarest and oldest go.
const MOST_KEPT: i64 = 5000;

/// A word that was not found.
pub(super) struct Missed {
    pub word: String,
    pub times: i64,
    pub last_on: String,
}

/// Counts a word. Numbers are not counted: they may be somebody's.
pub(super) fn count(tx: &mut Tx<'_>, word: &str, day: &str) -> Result<(), Fault> {
    let is_word = word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    if !is_word || word.chars().count() > 40 {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO search_missed (word, times, last_on) VALUES (?1, 1, ?2)
         ON CONFLICT (word) DO UPDATE SET times = search_missed.times + 1, last_on = excluded.last_on",
        &[&word, &day],
    )?;
    let kept: i64 = tx.one("SELECT COUNT(*) FROM search_missed", &[], |row| row.get(0))?;
    if kept > MOST_KEPT {
        tx.execute(
            "DELETE FROM search_missed WHERE word IN
                (SELECT m.word FROM search_missed m ORDER BY m.times, m.last_on LIMIT 500)",
            &[],
        )?;
    }
    Ok(())
}

/// The words most often missed.
pub(super) fn list(tx: &mut Tx<'_>) -> Result<Vec<Missed>, Fault> {
    tx.query(
        "SELECT word, times, last_on FROM search_missed WHERE times >= ?1
         ORDER BY times DESC, last_on DESC, word LIMIT 200",
        &[&SHOWN_FROM],
        |row| Ok(Missed { word: row.get(0)?, times: row.get(1)?, last_on: row.get(2)? }),
    )
}

/// Forgets a word that was answered by writing about it.
pub(super) fn forget(tx: &mut Tx<'_>, word: &str) -> Result<(), Fault> {
    tx.execute("DELETE FROM search_missed WHERE word = ?1", &[&word])?;
    Ok(())
}
