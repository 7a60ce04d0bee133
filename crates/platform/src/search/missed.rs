//! What was searched for and not found, for editors: single words, or two that
//! are nowhere together, and on how many days; never who asked or what with.

use kafferum_analyser::{Analyser, Language};

use crate::db::Tx;
use crate::fault::Fault;

/// A word must have been asked for on so many days to be shown: a name that
/// somebody looks for on a day or two is nobody's business. Who asks is not known,
/// so one person who asks on three days puts it there as three people do.
const SHOWN_FROM: i64 = 3;
/// Letters of what is counted; the form that forgets it takes no more.
pub(super) const LONGEST: usize = 60;
/// Words kept; beyond them the rarest and oldest go.
const MOST_KEPT: i64 = 5000;
/// Words that are counted for the first time on a day: whoever makes words up
/// takes weeks to drive out what others missed.
const MOST_NEW: i64 = 100;

/// A word that was not found.
pub(super) struct Missed {
    pub word: String,
    pub days: i64,
    pub last_on: String,
}

/// The word that stands for all its forms: as the first language has it that
/// knows it.
pub(super) fn base(analyser: &Analyser, languages: &[Language], word: &str) -> String {
    let known = languages.iter().find(|language| analyser.knows(**language, word));
    // Of several the shortest, which most forms of the word share.
    let shortest = known.and_then(|language| {
        analyser.base_forms(*language, word).into_iter().min_by_key(|base| base.chars().count())
    });
    shortest.unwrap_or_else(|| word.to_lowercase())
}

/// Counts what was missed, once a day: so one person who asks again and again
/// counts once, without being known. Numbers are not counted: they may be
/// somebody's.
pub(super) fn count(tx: &mut Tx<'_>, word: &str, day: &str) -> Result<(), Fault> {
    let is_word = word.chars().all(|letter| letter.is_alphabetic() || "- ".contains(letter));
    if !is_word || word.chars().count() > LONGEST {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO search_missed (word, times, last_on)
         SELECT CAST(?1 AS TEXT), 1, CAST(?2 AS TEXT)
         WHERE (SELECT COUNT(*) FROM search_missed m WHERE m.times = 1 AND m.last_on = ?2) < ?3
            OR EXISTS (SELECT 1 FROM search_missed m WHERE m.word = ?1)
         ON CONFLICT (word) DO UPDATE SET times = search_missed.times + 1, last_on = excluded.last_on
         WHERE search_missed.last_on <> excluded.last_on",
        &[&word, &day, &MOST_NEW],
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
        |row| Ok(Missed { word: row.get(0)?, days: row.get(1)?, last_on: row.get(2)? }),
    )
}

/// Forgets a word that was answered by writing about it.
pub(super) fn forget(tx: &mut Tx<'_>, word: &str) -> Result<(), Fault> {
    tx.execute("DELETE FROM search_missed WHERE word = ?1", &[&word])?;
    Ok(())
}
