//! What pseudonyms look like. Two names that a reader would take for one
//! another have a likeness in common, and a likeness belongs to one person: to
//! whoever goes by such a name, and for a year to whoever did, so that nobody
//! steps into the place that another has just left.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

use crate::clock::{DAY, Millis};
use crate::db::Tx;
use crate::fault::Fault;
use crate::people::PersonId;

/// How long a pseudonym that was given up stays its owner's.
const KEPT: Millis = 365 * DAY;

/// Marks that make another letter of one: ä, ö, å, and ü of Estonian.
const TELLING: [char; 2] = ['\u{308}', '\u{30a}'];

/// Every likeness of a name: as it is written, and in capitals, which in other
/// alphabets resemble ours where small letters do not.
fn likenesses(name: &str) -> BTreeSet<String> {
    [likeness(name), likeness(&name.to_uppercase())].into()
}

/// A name without what a hurried reader overlooks: alphabet, case, spaces,
/// accents, `1` for `l`, `0` for `O`.
fn likeness(name: &str) -> String {
    let composed: String = name.nfkc().collect();
    let drawn: String = skeleton(&composed).collect();
    let small: String = skeleton(&drawn.to_lowercase()).collect();
    let counts = |letter: &char| {
        letter.is_alphanumeric() && !is_combining_mark(*letter) || TELLING.contains(letter)
    };
    small
        .nfd()
        .filter(counts)
        .map(|letter| match letter {
            'i' | '1' | 'I' => 'l',
            '0' | 'O' => 'o',
            letter => letter,
        })
        .collect()
}

/// Whether nobody else goes by a name that looks like this one, nor did so
/// within a year.
pub(crate) fn is_free(
    tx: &mut Tx<'_>,
    name: &str,
    but: Option<PersonId>,
    now: Millis,
) -> Result<bool, Fault> {
    for likeness in likenesses(name) {
        let owner: Option<PersonId> = tx.first(
            "SELECT person FROM pseudonym_likeness
             WHERE likeness = ?1 AND (given_up_at IS NULL OR given_up_at > ?2)",
            &[&likeness, &(now - KEPT)],
            |row| row.get(0),
        )?;
        if owner.is_some() && owner != but {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes a name that is free a person's own; what they were called before
/// counts as given up.
pub(crate) fn claim(
    tx: &mut Tx<'_>,
    person: PersonId,
    name: &str,
    now: Millis,
) -> Result<(), Fault> {
    give_up(tx, person, now)?;
    for likeness in likenesses(name) {
        let claimed = tx.execute(
            "INSERT INTO pseudonym_likeness (likeness, person, pseudonym) VALUES (?1, ?2, ?3)
             ON CONFLICT (likeness) DO UPDATE
             SET person = excluded.person, pseudonym = excluded.pseudonym, given_up_at = NULL
             WHERE pseudonym_likeness.person = excluded.person
                OR pseudonym_likeness.given_up_at <= ?4",
            &[&likeness, &person, &name, &(now - KEPT)],
        )?;
        if claimed == 0 {
            return Err(Fault::bug("a pseudonym that was free is somebody else's"));
        }
    }
    Ok(())
}

fn give_up(tx: &mut Tx<'_>, person: PersonId, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE pseudonym_likeness SET given_up_at = ?2
         WHERE person = ?1 AND given_up_at IS NULL",
        &[&person, &now],
    )?;
    Ok(())
}

/// Keeps a name from everybody for as long as one that was given up: as if
/// `nobody` had just done so.
pub(crate) fn hold(
    tx: &mut Tx<'_>,
    nobody: PersonId,
    name: &str,
    now: Millis,
) -> Result<(), Fault> {
    claim(tx, nobody, name, now)?;
    give_up(tx, nobody, now)
}

/// What a person was called before, newest first, and until when.
pub(crate) fn earlier(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(String, Millis)>, Fault> {
    tx.query(
        "SELECT DISTINCT pseudonym, given_up_at FROM pseudonym_likeness
         WHERE person = ?1 AND given_up_at IS NOT NULL ORDER BY given_up_at DESC, pseudonym",
        &[&person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Frees every name of a person.
pub(crate) fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("DELETE FROM pseudonym_likeness WHERE person = ?1", &[&person])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::likenesses;

    fn are_alike(one: &str, other: &str) -> bool {
        !likenesses(one).is_disjoint(&likenesses(other))
    }

    #[test]
    fn names_that_readers_would_mix_up_have_a_likeness_in_common() {
        for (one, other) in [
            ("Aamukaste", "aamukaste"),
            ("Aamukaste", "Aamu kaste"),
            ("Aamukaste", "Aamu-kaste"),
            ("Aamukaste", "A.amu_kaste'"),
            // A capital i for a small l, and the other way.
            ("Aallotar", "AaIIotar"),
            ("Aino", "Alno"),
            ("Ville10", "VilleIO"),
            // Accents, and the same letter composed in two ways.
            ("Aamukaste", "Aámukaste"),
            ("Äiti", "A\u{308}iti"),
            // Letters of no width.
            ("Aamukaste", "Aamu\u{200b}kaste"),
            // Another alphabet altogether, in either case.
            ("Kaapo", "Кааро"),
            ("Kaapo", "кааро"),
            ("Tove", "Ｔｏｖｅ"),
            ("Kaapo", "ΚΑΑΡΟ"),
            // Two letters that look like one.
            ("Marna", "Mama"),
        ] {
            assert!(
                are_alike(one, other),
                "{one} and {other}: {:?} {:?}",
                likenesses(one),
                likenesses(other)
            );
        }
    }

    #[test]
    fn names_that_differ_are_told_apart() {
        for (one, other) in [
            ("Väinö", "Vaino"),
            ("Åke", "Ake"),
            ("Tuuli", "Tuli"),
            ("Aamu 1", "Aamu 2"),
            ("Myssy", "Mussy"),
            ("Анна", "Анно"),
        ] {
            assert!(!are_alike(one, other), "{one} and {other}");
        }
    }
}
