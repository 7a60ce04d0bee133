//! Mentions: `@Pseudonym` in a post. A pseudonym may be several words, so what
//! follows the sign is tried from the longest to the shortest.

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::people::pseudonym::{LONGEST, SHORTEST};
use kafferum_platform::people::store::fold;

use crate::model::{Apart, ThreadId};
use crate::{quotes, store};

/// Signs that are looked at in one post.
const MOST: usize = 20;

/// People who can be called to one post; a post that calls more is no talk.
const PEOPLE: usize = 10;

/// Notes whom a post mentions in its own words, to be told by
/// [`telling`](crate::telling) if they may read it; says who they are, but for
/// those whom it mentioned before. The name of somebody who blocks its author
/// is a plain word.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    author: PersonId,
    (thread, position): (ThreadId, i64),
    text: &str,
) -> Result<Vec<PersonId>, Fault> {
    let candidates = candidates(&quotes::own_words(text));
    let mut called = Vec::new();
    if candidates.is_empty() {
        return Ok(called);
    }
    let before = store::mentions::count(tx, thread, position)?;
    for names in candidates {
        if before + called.len() >= PEOPLE {
            break;
        }
        for name in names {
            if let Some(person) = store::mentions::person_called(tx, &fold(&name))? {
                let is_blocked = store::apart::between(tx, person, author)? == Some(Apart::Block);
                if !is_blocked && store::mentions::insert(tx, thread, position, person)? {
                    called.push(person);
                }
                break;
            }
        }
    }
    Ok(called)
}

/// The same of a post that its author changed: nobody but those whom it
/// mentions only now is told.
pub(crate) fn note_changed(
    tx: &mut Tx<'_>,
    author: PersonId,
    place: (ThreadId, i64),
    text: &str,
) -> Result<(), Fault> {
    for person in note(tx, author, place, text)? {
        store::told::insert_untold_to(tx, place, person)?;
    }
    Ok(())
}

/// Every mention that a text may hold: for each sign the names that may be
/// meant, longest first.
fn candidates(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        // Within a word it is a mail address.
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let names = names(text.get(at + 1..).unwrap_or_default());
        if !names.is_empty() {
            found.push(names);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

fn names(text: &str) -> Vec<String> {
    let name: String = text
        .chars()
        .take(LONGEST)
        .take_while(|letter| letter.is_alphanumeric() || " -_.'".contains(*letter))
        .collect();
    if !name.starts_with(char::is_alphanumeric) {
        return Vec::new();
    }
    let ends = name.char_indices().filter(|(_, letter)| !letter.is_alphanumeric());
    let mut ends: Vec<usize> = ends.map(|(at, _)| at).collect();
    // A name that goes on beyond the longest is nobody's.
    let goes_on = text.chars().nth(name.chars().count()).is_some_and(char::is_alphanumeric);
    if !goes_on {
        ends.push(name.len());
    }
    let all = ends.iter().rev().filter_map(|end| name.get(..*end));
    let mut names: Vec<String> = Vec::new();
    for name in all.map(|name| name.trim_end_matches([' ', '.', '-', '_', '\''])) {
        if name.chars().count() >= SHORTEST && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tried_from_the_longest() {
        for (text, wanted) in [
            ("Kiitos @Äiti 3, hyvä neuvo", &[&["Äiti 3", "Äiti"][..]][..]),
            ("@Havu.", &[&["Havu"]]),
            ("(@O'Brien)", &[&["O'Brien"]]),
            ("posti@esimerkki.fi", &[]),
            ("@ yksin", &[]),
            ("@A", &[]),
        ] {
            assert_eq!(candidates(text), wanted, "{text}");
        }
        assert_eq!(candidates(&"@Havu ".repeat(100)).len(), MOST);
        assert!(candidates(&format!("@{}", "x".repeat(100))).is_empty());
    }
}
