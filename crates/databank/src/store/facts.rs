//! Dated facts and their versions.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Param, Row, Tx};

use crate::model::{Fact, FactId, FactText, Stamp, TextId, Told};

/// What every query for facts reads; `f` is the fact, `n` the number of the
/// version wanted. A fact comes in as many rows as it has languages.
macro_rules! facts {
    ($from:literal, $number:literal, $rest:literal) => {
        concat!(
            "SELECT f.id, f.key, f.superseded_by, v.version, v.source, v.source_url, v.source_date,
                    v.checked, v.valid_from, v.valid_to, t.lang, t.statement, t.applies_to
             FROM ",
            $from,
            " JOIN fact_version v ON v.fact = f.id AND v.version = ",
            $number,
            " JOIN fact_text t ON t.fact = v.fact AND t.version = v.version ",
            $rest
        )
    };
}

/// Runs a query of [`facts!`] whose rows of one fact follow each other.
fn gather(tx: &mut Tx<'_>, sql: &'static str, params: &[&dyn Param]) -> Result<Vec<Fact>, Fault> {
    let mut facts: Vec<Fact> = Vec::new();
    tx.query(sql, params, |row| {
        let (id, version): (FactId, i64) = (row.get(0)?, row.get(3)?);
        if facts.last().is_none_or(|last| (last.id, last.version) != (id, version)) {
            facts.push(read_fact(row)?);
        }
        if let Some(last) = facts.last_mut() {
            last.told.texts.push(FactText {
                lang: row.get(10)?,
                statement: row.get(11)?,
                applies_to: row.get(12)?,
            });
        }
        Ok(())
    })?;
    for fact in &mut facts {
        fact.told.texts.sort_by_key(|text| text.lang);
    }
    Ok(facts)
}

fn read_fact(row: &Row<'_>) -> Result<Fact, Fault> {
    Ok(Fact {
        id: row.get(0)?,
        key: row.get(1)?,
        superseded_by: row.get(2)?,
        version: row.get(3)?,
        told: Told {
            source: row.get(4)?,
            source_url: row.get(5)?,
            source_date: row.get(6)?,
            checked: row.get(7)?,
            valid_from: row.get(8)?,
            valid_to: row.get(9)?,
            texts: Vec::new(),
        },
    })
}

/// A fact as it stands now, by its key.
pub(crate) fn by_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<Fact>, Fault> {
    let facts = gather(tx, facts!("fact f", "f.version", "WHERE f.key = ?1"), &[&key])?;
    Ok(facts.into_iter().next())
}

/// A fact as it stands now.
pub(crate) fn by_id(tx: &mut Tx<'_>, id: FactId) -> Result<Option<Fact>, Fault> {
    let facts = gather(tx, facts!("fact f", "f.version", "WHERE f.id = ?1"), &[&id])?;
    Ok(facts.into_iter().next())
}

/// All facts as they stand now, by key.
pub(crate) fn all(tx: &mut Tx<'_>) -> Result<Vec<Fact>, Fault> {
    gather(tx, facts!("fact f", "f.version", "ORDER BY f.key"), &[])
}

/// What facts say now and whom it concerns, in every language, the newest
/// first, at most so many.
pub(crate) fn newest_statements(tx: &mut Tx<'_>, most: usize) -> Result<Vec<String>, Fault> {
    tx.query(
        "SELECT t.statement || ' ' || t.applies_to
         FROM fact f
         JOIN fact_text t ON t.fact = f.id AND t.version = f.version
         ORDER BY f.id DESC, t.lang LIMIT ?1",
        &[&i64::try_from(most).unwrap_or(i64::MAX)],
        |row| row.get(0),
    )
}

/// When what facts say now was saved.
pub(crate) fn told_at(tx: &mut Tx<'_>) -> Result<Vec<(FactId, Millis)>, Fault> {
    tx.query(
        "SELECT f.id, v.created_at FROM fact f
         JOIN fact_version v ON v.fact = f.id AND v.version = f.version ORDER BY f.id",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The facts that a version of a text cites, as they stand now, by number.
pub(crate) fn cited(tx: &mut Tx<'_>, text: TextId, version: i64) -> Result<Vec<Fact>, Fault> {
    gather(
        tx,
        facts!(
            "citation c JOIN fact f ON f.id = c.fact",
            "f.version",
            "WHERE c.article = ?1 AND c.lang = ?2 AND c.version = ?3 ORDER BY c.position"
        ),
        &[&text.article, &text.lang, &version],
    )
}

/// The facts that published texts cite and whose last day is before `day`, or
/// that have a successor, by key.
pub(crate) fn ageing(tx: &mut Tx<'_>, day: &str) -> Result<Vec<Fact>, Fault> {
    gather(
        tx,
        facts!(
            "fact f",
            "f.version",
            "WHERE (v.valid_to < ?1 OR f.superseded_by IS NOT NULL)
               AND f.id IN (SELECT c.fact FROM citation c JOIN article_text x
                            ON x.article = c.article AND x.lang = c.lang AND x.published = c.version)
             ORDER BY f.key"
        ),
        &[&day],
    )
}

/// When each version of a fact was saved, newest first, with what it said.
pub(crate) fn history(tx: &mut Tx<'_>, id: FactId) -> Result<Vec<(Millis, Fact)>, Fault> {
    let versions = gather(
        tx,
        facts!(
            "(SELECT f.id, f.key, f.superseded_by, n.version AS number
              FROM fact f JOIN fact_version n ON n.fact = f.id WHERE f.id = ?1) f",
            "f.number",
            "ORDER BY v.version DESC"
        ),
        &[&id],
    )?;
    let saved: Vec<Millis> = tx.query(
        "SELECT created_at FROM fact_version WHERE fact = ?1 ORDER BY version DESC",
        &[&id],
        |row| row.get(0),
    )?;
    Ok(saved.into_iter().zip(versions).collect())
}

/// The number of a fact, by its key.
pub(crate) fn id(tx: &mut Tx<'_>, key: &str) -> Result<Option<FactId>, Fault> {
    tx.first("SELECT id FROM fact WHERE key = ?1", &[&key], |row| row.get(0))
}

/// Enters a fact with its first version; `None` when its key is taken.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    key: &str,
    told: &Told,
    stamp: &Stamp,
) -> Result<Option<FactId>, Fault> {
    let id: Option<FactId> = tx.first(
        "INSERT INTO fact (key, version, created_at) VALUES (?1, 1, ?2)
         ON CONFLICT (key) DO NOTHING RETURNING id",
        &[&key, &stamp.now],
        |row| row.get(0),
    )?;
    if let Some(id) = id {
        insert_version(tx, id, 1, told, stamp)?;
    }
    Ok(id)
}

/// Says something new of a fact, if `base` is still its newest version.
/// `false` when somebody else did meanwhile.
pub(crate) fn change(
    tx: &mut Tx<'_>,
    id: FactId,
    base: i64,
    told: &Told,
    stamp: &Stamp,
) -> Result<bool, Fault> {
    let changed = tx.execute(
        "UPDATE fact SET version = version + 1 WHERE id = ?1 AND version = ?2",
        &[&id, &base],
    )?;
    if changed == 1 {
        insert_version(tx, id, base + 1, told, stamp)?;
    }
    Ok(changed == 1)
}

fn insert_version(
    tx: &mut Tx<'_>,
    id: FactId,
    version: i64,
    told: &Told,
    stamp: &Stamp,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO fact_version (fact, version, source, source_url, source_date, checked,
                valid_from, valid_to, author, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        &[
            &id,
            &version,
            &told.source,
            &told.source_url,
            &told.source_date,
            &told.checked,
            &told.valid_from,
            &told.valid_to,
            &stamp.author,
            &stamp.now,
        ],
    )?;
    for text in &told.texts {
        tx.execute(
            "INSERT INTO fact_text (fact, version, lang, statement, applies_to)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[&id, &version, &text.lang, &text.statement, &text.applies_to],
        )?;
    }
    Ok(())
}

/// Records that another fact takes the place of one that had no successor.
/// `false` when it had one.
pub(crate) fn set_successor(
    tx: &mut Tx<'_>,
    old: FactId,
    successor: FactId,
) -> Result<bool, Fault> {
    let set = tx.execute(
        "UPDATE fact SET superseded_by = ?2 WHERE id = ?1 AND superseded_by IS NULL",
        &[&old, &successor],
    )?;
    Ok(set == 1)
}
