//! The SQL of the roll: entries, files on their way in, columns, recognition.

use std::collections::HashMap;

use jiff::civil::Date;
use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::people::PersonId;

use crate::model::{ImportId, ImportState, MemberNumber};
use crate::roll_diff::CurrentRoll;
use crate::roll_file::{ColumnChoice, Field, HeaderMapping, RollEntry};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT number, family_name, given_name, birth_date, email, phone, street, postal_code,
                    city, lang, region, chapter, kind, joined_on, left_on, arrears_since, person
             FROM roll_entry ",
            $rest
        )
    };
}

/// An entry and the account it belongs to.
pub(crate) type Linked = (RollEntry, Option<PersonId>);

fn day(row: &Row<'_>, at: usize) -> Result<Option<Date>, Fault> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse().map_err(|_| Fault::bug("a day in the roll"))).transpose()
}

fn read(row: &Row<'_>) -> Result<Linked, Fault> {
    let number: String = row.get(0)?;
    let number = MemberNumber::parse(&number).ok_or_else(|| Fault::bug("a number in the roll"))?;
    let entry = RollEntry {
        number,
        family_name: row.get(1)?,
        given_name: row.get(2)?,
        birth_date: day(row, 3)?,
        email: row.get(4)?,
        phone: row.get(5)?,
        street: row.get(6)?,
        postal_code: row.get(7)?,
        city: row.get(8)?,
        language: row.get(9)?,
        region: row.get(10)?,
        chapter: row.get(11)?,
        kind: row.get(12)?,
        joined: day(row, 13)?,
        left: day(row, 14)?,
        arrears_since: day(row, 15)?,
    };
    Ok((entry, row.get(16)?))
}

/// The whole roll, and which entries belong to which accounts.
pub(crate) fn all(
    tx: &mut Tx<'_>,
) -> Result<(CurrentRoll, HashMap<MemberNumber, PersonId>), Fault> {
    let (mut roll, mut links) = (CurrentRoll::new(), HashMap::new());
    for (entry, person) in tx.query(select!("ORDER BY number"), &[], read)? {
        if let Some(person) = person {
            links.insert(entry.number.clone(), person);
        }
        roll.insert(entry.number.clone(), entry);
    }
    Ok((roll, links))
}

/// Which accounts belong to which member numbers.
pub(crate) fn owners(tx: &mut Tx<'_>) -> Result<HashMap<String, PersonId>, Fault> {
    let pairs =
        tx.query("SELECT number, person FROM roll_entry WHERE person IS NOT NULL", &[], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(pairs.into_iter().collect())
}

/// The entry of a member number.
pub(crate) fn entry(tx: &mut Tx<'_>, number: &str) -> Result<Option<Linked>, Fault> {
    tx.first(select!("WHERE number = ?1"), &[&number], read)
}

/// The entry that belongs to an account.
pub(crate) fn entry_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<RollEntry>, Fault> {
    Ok(tx.first(select!("WHERE person = ?1"), &[&person], read)?.map(|(entry, _)| entry))
}

/// How many entries there are, and how many of them are members.
pub(crate) fn count(tx: &mut Tx<'_>) -> Result<(i64, i64), Fault> {
    tx.one(
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN state = 'in' THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM roll_entry",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Stores an entry as a file told it; the account it belongs to stays.
pub(crate) fn put(tx: &mut Tx<'_>, e: &RollEntry, is_in: bool) -> Result<(), Fault> {
    let text = |date: Option<Date>| date.map(|date| date.to_string());
    let state = if is_in { "in" } else { "out" };
    tx.execute(
        "INSERT INTO roll_entry (number, family_name, given_name, birth_date, email, phone, street,
             postal_code, city, lang, region, chapter, kind, joined_on, left_on, arrears_since, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (number) DO UPDATE SET family_name = excluded.family_name,
             given_name = excluded.given_name, birth_date = excluded.birth_date,
             email = excluded.email, phone = excluded.phone, street = excluded.street,
             postal_code = excluded.postal_code, city = excluded.city, lang = excluded.lang,
             region = excluded.region, chapter = excluded.chapter, kind = excluded.kind,
             joined_on = excluded.joined_on, left_on = excluded.left_on,
             arrears_since = excluded.arrears_since, state = excluded.state",
        &[
            &e.number.as_str(), &e.family_name, &e.given_name, &text(e.birth_date), &e.email,
            &e.phone, &e.street, &e.postal_code, &e.city, &e.language,
            &e.region, &e.chapter, &e.kind, &text(e.joined), &text(e.left), &text(e.arrears_since),
            &state,
        ],
    )?;
    Ok(())
}

/// Ties an entry to an account. `false` when one of them is tied already.
pub(crate) fn link(
    tx: &mut Tx<'_>,
    number: &str,
    person: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    if entry_of(tx, person)?.is_some() {
        return Ok(false);
    }
    let linked = tx.execute(
        "UPDATE roll_entry SET person = ?2, linked_at = ?3 WHERE number = ?1 AND person IS NULL",
        &[&number, &person, &now],
    )?;
    Ok(linked == 1)
}

/// Entries whose day of leaving has come and is not in force, at most `count`.
pub(crate) fn leaving(tx: &mut Tx<'_>, today: Date, count: i64) -> Result<Vec<Linked>, Fault> {
    tx.query(
        select!(
            "WHERE state = 'in' AND left_on IS NOT NULL AND left_on <= ?1 ORDER BY left_on LIMIT ?2"
        ),
        &[&today.to_string(), &count],
        read,
    )
}

/// Puts a day of leaving in force.
pub(crate) fn leave(tx: &mut Tx<'_>, number: &str, left_on: Date) -> Result<(), Fault> {
    tx.execute(
        "UPDATE roll_entry SET state = 'out', left_on = ?2 WHERE number = ?1",
        &[&number, &left_on.to_string()],
    )?;
    Ok(())
}

/// What has been said about columns so far.
pub(crate) fn mapping(tx: &mut Tx<'_>) -> Result<HeaderMapping, Fault> {
    let mut mapping = HeaderMapping::default();
    let rows = tx.query("SELECT name, choice FROM roll_column ORDER BY name", &[], |row| {
        Ok((row.get::<String>(0)?, row.get::<String>(1)?))
    })?;
    for (name, choice) in rows {
        if let Some(choice) = choice_of(&choice) {
            mapping.choose(&name, choice);
        }
    }
    Ok(mapping)
}

/// Remembers what was said about columns.
pub(crate) fn remember(
    tx: &mut Tx<'_>,
    mapping: &HeaderMapping,
    by: PersonId,
    now: Millis,
) -> Result<(), Fault> {
    for (name, choice) in mapping.choices() {
        tx.execute(
            "INSERT INTO roll_column (name, choice, chosen_at, chosen_by) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (name) DO UPDATE SET choice = excluded.choice,
                 chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by
             WHERE roll_column.choice <> excluded.choice",
            &[&name, &choice_word(choice), &now, &by],
        )?;
    }
    Ok(())
}

/// The word for what was said about a column.
pub(crate) fn choice_word(choice: ColumnChoice) -> &'static str {
    match choice {
        ColumnChoice::Holds(field) => field.name(),
        ColumnChoice::Ignore => "ignore",
    }
}

/// What a word says about a column.
pub(crate) fn choice_of(word: &str) -> Option<ColumnChoice> {
    match word {
        "ignore" => Some(ColumnChoice::Ignore),
        word => Field::from_name(word).map(ColumnChoice::Holds),
    }
}

/// A mapping as text, kept with a file so that it is read again the same way.
fn spell(mapping: &HeaderMapping) -> String {
    mapping.choices().map(|(name, choice)| format!("{name}\t{}\n", choice_word(choice))).collect()
}

fn unspell(text: &str) -> HeaderMapping {
    let mut mapping = HeaderMapping::default();
    for (name, word) in text.lines().filter_map(|line| line.split_once('\t')) {
        if let Some(choice) = choice_of(word) {
            mapping.choose(name, choice);
        }
    }
    mapping
}

/// Counts of what a file would do, or did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// New entries.
    pub(crate) joins: i64,
    /// Leavers who are back.
    pub(crate) returns: i64,
    /// Members no more.
    pub(crate) leaves: i64,
    /// Facts changed.
    pub(crate) changes: i64,
}

/// A file on its way into the roll, or one that was applied.
#[derive(Debug, Clone)]
pub(crate) struct Import {
    /// Its number.
    pub(crate) id: ImportId,
    /// Where it is.
    pub(crate) state: ImportState,
    /// Its name on the registrar's machine.
    pub(crate) file_name: String,
    /// How its columns are read.
    pub(crate) mapping: HeaderMapping,
    /// The day by which leaving is judged.
    pub(crate) as_of: Date,
    /// The roll that it was compared with.
    pub(crate) roll_version: i64,
    /// When it came.
    pub(crate) made_at: Millis,
    /// What it did; zeros before.
    pub(crate) counts: Counts,
}

macro_rules! select_import {
    ($rest:literal) => {
        concat!(
            "SELECT id, state, file_name, mapping, as_of, roll_version, made_at, joins,
                    returns, leaves, changes
             FROM roll_import ",
            $rest
        )
    };
}

fn read_import(row: &Row<'_>) -> Result<Import, Fault> {
    Ok(Import {
        id: row.get(0)?,
        state: row.get(1)?,
        file_name: row.get(2)?,
        mapping: unspell(&row.get::<String>(3)?),
        as_of: day(row, 4)?.ok_or_else(|| Fault::bug("an import without a day"))?,
        roll_version: row.get(5)?,
        made_at: row.get(6)?,
        counts: Counts {
            joins: row.get(7)?,
            returns: row.get(8)?,
            leaves: row.get(9)?,
            changes: row.get(10)?,
        },
    })
}

/// Which roll it is: one more with every file applied.
pub(crate) fn version(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    tx.one("SELECT COALESCE(MAX(applied_version), 0) FROM roll_import", &[], |row| row.get(0))
}

/// Keeps a file for its dry run.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    file_name: &str,
    bytes: &[u8],
    as_of: Date,
    by: PersonId,
    now: Millis,
) -> Result<ImportId, Fault> {
    let (mapping, version) = (spell(&mapping(tx)?), version(tx)?);
    tx.one(
        "INSERT INTO roll_import (state, file_name, bytes, mapping, as_of, roll_version, made_at,
                                  made_by, joins, returns, leaves, changes)
         VALUES ('dry-run', ?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, 0, 0) RETURNING id",
        &[&file_name, &bytes, &mapping, &as_of.to_string(), &version, &now, &by],
        |row| row.get(0),
    )
}

/// Reads a file's columns another way from now on.
pub(crate) fn remap(
    tx: &mut Tx<'_>,
    import: ImportId,
    mapping: &HeaderMapping,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE roll_import SET mapping = ?2 WHERE id = ?1 AND state = 'dry-run'",
        &[&import, &spell(mapping)],
    )?;
    Ok(())
}

/// One file, without its bytes.
pub(crate) fn import(tx: &mut Tx<'_>, import: ImportId) -> Result<Option<Import>, Fault> {
    tx.first(select_import!("WHERE id = ?1"), &[&import], read_import)
}

/// The bytes of a file, until they are forgotten.
pub(crate) fn bytes(tx: &mut Tx<'_>, import: ImportId) -> Result<Option<Vec<u8>>, Fault> {
    let found = tx.first(
        "SELECT bytes FROM roll_import WHERE id = ?1 AND state = 'dry-run'",
        &[&import],
        |row| row.get::<Option<Vec<u8>>>(0),
    )?;
    Ok(found.flatten())
}

/// The last files, newest first.
pub(crate) fn imports(tx: &mut Tx<'_>, count: i64) -> Result<Vec<Import>, Fault> {
    tx.query(select_import!("ORDER BY id DESC LIMIT ?1"), &[&count], read_import)
}

/// Marks a file as applied and forgets its bytes. `false` when it did not wait
/// any more.
pub(crate) fn applied(
    tx: &mut Tx<'_>,
    import: &Import,
    counts: Counts,
    by: PersonId,
    now: Millis,
) -> Result<bool, Fault> {
    let applied = tx.execute(
        "UPDATE roll_import SET state = 'applied', bytes = NULL, applied_version = ?2,
                applied_at = ?3, applied_by = ?4, joins = ?5, returns = ?6, leaves = ?7, changes = ?8
         WHERE id = ?1 AND state = 'dry-run'",
        &[
            &import.id, &(import.roll_version + 1), &now, &by, &counts.joins, &counts.returns,
            &counts.leaves, &counts.changes,
        ],
    )?;
    Ok(applied == 1)
}

/// Throws a file away. `false` when it did not wait any more.
pub(crate) fn drop_import(tx: &mut Tx<'_>, import: ImportId) -> Result<bool, Fault> {
    let dropped = tx.execute(
        "UPDATE roll_import SET state = 'dropped', bytes = NULL WHERE id = ?1 AND state = 'dry-run'",
        &[&import],
    )?;
    Ok(dropped == 1)
}

/// Throws away the files that came before an instant and were never applied.
pub(crate) fn forget_old(tx: &mut Tx<'_>, before: Millis) -> Result<u64, Fault> {
    tx.execute(
        "UPDATE roll_import SET state = 'dropped', bytes = NULL
         WHERE state = 'dry-run' AND made_at <= ?1",
        &[&before],
    )
}

/// Keeps a recognised member's one-time token by its hash; old ones go.
pub(crate) fn recognise(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    number: &str,
    expires_at: Millis,
    now: Millis,
) -> Result<(), Fault> {
    tx.execute("DELETE FROM recognition WHERE expires_at <= ?1", &[&now])?;
    tx.execute(
        "INSERT INTO recognition (token_hash, number, expires_at) VALUES (?1, ?2, ?3)",
        &[token_hash, &number, &expires_at],
    )?;
    Ok(())
}

/// The member number behind a token that still works.
pub(crate) fn recognised(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    now: Millis,
) -> Result<Option<String>, Fault> {
    tx.first(
        "SELECT number FROM recognition WHERE token_hash = ?1 AND expires_at > ?2",
        &[token_hash, &now],
        |row| row.get(0),
    )
}

/// Uses a token up.
pub(crate) fn forget_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<(), Fault> {
    tx.execute("DELETE FROM recognition WHERE token_hash = ?1", &[token_hash])?;
    Ok(())
}
