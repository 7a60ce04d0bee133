//! Mentions: `@Pseudonym` in a post. A pseudonym may be several words, so what
//! follows the sign is tried from the longest to the shortest; each as it
//! stands, and then with its last word in its base form, for in Finnish one
//! writes `@Havulle`.

use std::collections::BTreeSet;

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use kafferum_platform::people::pseudonym::{LONGEST, SHORTEST};
use kafferum_platform::people::store::fold;
use kafferum_platform::search::{Analyser, Language};

use crate::model::{Apart, TellReason, ThreadId};
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
    analyser: &Analyser,
    author: PersonId,
    (thread, position): (ThreadId, i64),
    text: &str,
) -> Result<Vec<PersonId>, Fault> {
    let named = named(tx, analyser, text)?;
    let mut called = Vec::new();
    if named.is_empty() {
        return Ok(called);
    }
    let before = store::mentions::count(tx, thread, position)?;
    for (person, _) in named {
        if before + called.len() >= PEOPLE {
            break;
        }
        let is_blocked = store::apart::between(tx, person, author)? == Some(Apart::Block);
        if !is_blocked && store::mentions::insert(tx, thread, position, person)? {
            called.push(person);
        }
    }
    Ok(called)
}

/// Those whom a text names in its own words, each once, with their pseudonyms.
pub(crate) fn named(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    text: &str,
) -> Result<Vec<(PersonId, String)>, Fault> {
    let (mut named, mut known) = (Vec::new(), BTreeSet::new());
    for names in candidates(&quotes::own_words(text)) {
        for name in names.iter().flat_map(|name| forms(analyser, name)) {
            if let Some((person, pseudonym)) = store::mentions::person_called(tx, &fold(&name))? {
                if known.insert(person) {
                    named.push((person, pseudonym));
                }
                break;
            }
        }
    }
    Ok(named)
}

/// A name as it stands, and with its last word in the base forms that this
/// may be a form of.
fn forms(analyser: &Analyser, name: &str) -> Vec<String> {
    let (head, last) = name.rsplit_once(' ').map_or(("", name), |(head, last)| (head, last));
    let bases = analyser.base_forms(Language::Finnish, last);
    let based = bases.into_iter().map(|base| format!("{head} {base}").trim_start().to_owned());
    std::iter::once(name.to_owned()).chain(based).collect()
}

/// The same of a post that its author changed: nobody but those whom it
/// mentions only now is told.
pub(crate) fn note_changed(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    author: PersonId,
    place: (ThreadId, i64),
    text: &str,
) -> Result<(), Fault> {
    for person in note(tx, analyser, author, place, text)? {
        store::told::insert_untold_to(tx, place, (TellReason::Mention, person))?;
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
    fn a_name_is_tried_in_its_base_form_too() {
        let analyser = Analyser::bundled();
        for (name, wanted) in
            [("Havulle", "havu"), ("Uusi tuulelta", "Uusi tuuli"), ("Aamukasteelle", "aamukaste")]
        {
            let forms = forms(&analyser, name);
            assert_eq!(forms.first().map(String::as_str), Some(name));
            assert!(forms.iter().any(|form| form == wanted), "{forms:?}");
        }
    }

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
