//! Members in volume, for large demonstrations and benchmarks, and how much
//! of everything the command line asks for. All are invented.

use std::path::Path;
use std::sync::Arc;

use kafferum_platform::Error;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::Tx;
use kafferum_platform::feature::Boxed;
use kafferum_platform::people::store::{self, Identity, NewPerson};
use kafferum_platform::people::{Basis, MembershipKind, PasswordKind};
use kafferum_platform::site::Site;
use kafferum_platform::texts::Lang;
use kafferum_platform::volume::{Dice, Volume};

use crate::command::Demo;

/// What everybody filled in signs in with. `cargo xtask bench` knows it.
const PASSWORD: &str = "kolme kuppia kahvia";
/// People in one transaction.
const BATCH: u64 = 2000;
/// Posts in a thread, on average.
const THREAD: u64 = 50;

const GIVEN: [&str; 24] = [
    "Aino", "Anneli", "Antti", "Eeva", "Hanna", "Heikki", "Ilona", "Jari", "Johanna", "Juha",
    "Kaisa", "Kari", "Leena", "Maria", "Marko", "Mika", "Outi", "Pekka", "Riikka", "Sanna",
    "Sirpa", "Tarja", "Timo", "Ulla",
];
const FAMILY: [&str; 24] = [
    "Ahonen",
    "Anttila",
    "Hakala",
    "Heikkinen",
    "Hiltunen",
    "Järvinen",
    "Kallio",
    "Karjalainen",
    "Kettunen",
    "Koivisto",
    "Koskinen",
    "Laaksonen",
    "Laine",
    "Lehtonen",
    "Mäkelä",
    "Mattila",
    "Nieminen",
    "Ojala",
    "Peltonen",
    "Rantanen",
    "Saarinen",
    "Salo",
    "Tuominen",
    "Virtanen",
];
const TOWNS: [(&str, &str, &str); 6] = [
    ("00500", "Helsinki", "Uusimaa"),
    ("02600", "Espoo", "Uusimaa"),
    ("33100", "Tampere", "Pirkanmaa"),
    ("37600", "Valkeakoski", "Pirkanmaa"),
    ("65100", "Vaasa", "Pohjanmaa"),
    ("68600", "Pietarsaari", "Pohjanmaa"),
];
const FIRST: [&str; 32] = [
    "Hiljainen",
    "Iloinen",
    "Sininen",
    "Vihreä",
    "Punainen",
    "Pikku",
    "Vanha",
    "Uusi",
    "Yöllinen",
    "Aamun",
    "Illan",
    "Talven",
    "Kesän",
    "Syksyn",
    "Kevään",
    "Lumen",
    "Meren",
    "Metsän",
    "Pellon",
    "Kiven",
    "Tuulen",
    "Sateen",
    "Auringon",
    "Kuun",
    "Lämmin",
    "Viileä",
    "Kirkas",
    "Hämärä",
    "Nopea",
    "Hidas",
    "Reipas",
    "Uninen",
];
const SECOND: [&str; 32] = [
    "kuppi", "pannu", "pulla", "sukka", "myssy", "lapanen", "polku", "ranta", "koivu", "kuusi",
    "pihlaja", "kataja", "kielo", "orvokki", "apila", "lintu", "kettu", "jänis", "orava", "siili",
    "hauki", "ahven", "lokki", "pöllö", "peippo", "tiainen", "varis", "pilvi", "kaste", "halla",
    "laine", "tähti",
];

/// Who registered or joined this long ago at most.
const SPAN: u64 = 3000;

/// Fills in members, all of them known from the roll.
pub(crate) fn people(site: Arc<Site>, volume: Volume) -> Boxed<Result<(), Error>> {
    Box::pin(async move {
        if volume.people == 0 {
            return Ok(());
        }
        // One hash for all: it is the checking that costs, and that is the
        // same for everybody.
        let hash: Arc<str> = site.passwords.hash(PASSWORD.to_owned(), &site.random).await?.into();
        let now = site.now();
        let mut first = 0;
        while first < volume.people {
            let end = volume.people.min(first + BATCH);
            let (volume, hash) = (volume.clone(), Arc::clone(&hash));
            site.db
                .write(move |tx| {
                    for number in first..end {
                        enter(tx, &volume, number, &hash, now)?;
                    }
                    Ok(())
                })
                .await?;
            first = end;
        }
        Ok(())
    })
}

fn enter(
    tx: &mut Tx<'_>,
    volume: &Volume,
    number: u64,
    hash: &str,
    now: Millis,
) -> Result<(), Error> {
    let mut dice = volume.dice("person", number);
    let since = now - DAY * i64::try_from(1 + dice.below(SPAN)).unwrap_or(1);
    let new = NewPerson {
        identity: identity(&mut dice, number),
        pseudonym: pseudonym(number),
        lang: if dice.below(20) == 0 { Lang::Sv } else { Lang::Fi },
        trial_started_at: None,
        password_hash: hash.to_owned(),
        password_kind: PasswordKind::Own,
    };
    let kind = if dice.below(12) == 0 { MembershipKind::Student } else { MembershipKind::Full };
    if let Some(person) = store::insert(tx, &new, since)? {
        store::start_membership(tx, person, kind, Basis::Roll, (since, None), now)?;
    }
    Ok(())
}

fn identity(dice: &mut Dice, number: u64) -> Identity {
    let (postal_code, city, region) = dice.pick(&TOWNS).copied().unwrap_or_default();
    Identity {
        given_name: (*dice.pick(&GIVEN).unwrap_or(&"")).to_owned(),
        family_name: (*dice.pick(&FAMILY).unwrap_or(&"")).to_owned(),
        email: format!("jasen{number}@esimerkki.example"),
        phone: String::new(),
        street: format!("Esimerkkikatu {}", 1 + dice.below(120)),
        postal_code: postal_code.to_owned(),
        city: city.to_owned(),
        region: region.to_owned(),
    }
}

/// Two words, and a number where two words have been given away.
fn pseudonym(number: u64) -> String {
    let (firsts, seconds) = (FIRST.len() as u64, SECOND.len() as u64);
    let word = |from: &[&'static str], index: u64| {
        usize::try_from(index).ok().and_then(|index| from.get(index).copied()).unwrap_or_default()
    };
    // 5 shares no divisor with 32: each pair comes up once in each round.
    let second = (number / firsts + number * 5) % seconds;
    let name = format!("{} {}", word(&FIRST, number % firsts), word(&SECOND, second));
    match number / (firsts * seconds) {
        0 => name,
        round => format!("{name} {}", round + 1),
    }
}

/// What the command line asks for; none if it asks for nothing.
///
/// # Errors
/// A sentence about the file of sentences.
pub(crate) fn wanted(command: &Demo) -> Result<Option<Volume>, String> {
    if command.people == 0 && command.posts == 0 {
        return Ok(None);
    }
    let sentences = match &command.sentences {
        Some(file) => read(file)?,
        None => Vec::new(),
    };
    Ok(Some(Volume {
        people: command.people,
        threads: command.posts.div_ceil(THREAD),
        posts: command.posts,
        seed: command.seed,
        sentences: Arc::new(sentences),
    }))
}

/// The second tab-separated column of each line; lines that begin with `#`
/// are remarks.
fn read(file: &Path) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("the sentences in {} can't be read: {error}", file.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let sentences: Vec<String> = lines
        .filter_map(|line| line.split('\t').nth(1))
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    if sentences.is_empty() {
        return Err(format!(
            "{} holds no sentences in a second tab-separated column",
            file.display()
        ));
    }
    Ok(sentences)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn nobody_filled_in_shares_a_pseudonym() {
        let names: HashSet<String> = (0..30_000).map(pseudonym).collect();
        assert_eq!(names.len(), 30_000);
        for name in names {
            assert_eq!(kafferum_platform::people::pseudonym::must_be_fit(&name), Ok(()), "{name}");
        }
    }
}
