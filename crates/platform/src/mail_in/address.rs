//! Addresses that a person answers a thing at. Each is sealed by the site for
//! one person and one thing and runs out; to anybody else it is a word without
//! meaning.

use std::sync::Arc;

use super::LASTS;
use crate::clock::{DAY, Millis};
use crate::fault::Fault;
use crate::people::PersonId;
use crate::signed::Signer;

/// What stands before the word in an address, for mail servers that sort by
/// what precedes a plus sign. The word has 52 digits, so the whole keeps
/// within the 64 of RFC 5321.
const PREFIX: &str = "reply+";

/// The addresses of a site that takes answers by mail.
#[derive(Clone)]
pub struct Addresses {
    domain: Arc<str>,
    things: Arc<[&'static str]>,
    signer: Signer,
}

/// What an address stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meant {
    pub person: PersonId,
    /// The word of the thing: `thread`.
    pub thing: &'static str,
    /// Its number.
    pub number: i64,
    /// The address has run out.
    pub is_over: bool,
}

impl Addresses {
    pub(crate) fn new(domain: &str, things: Arc<[&'static str]>, signer: Signer) -> Self {
        Self { domain: domain.to_ascii_lowercase().into(), things, signer }
    }

    /// The address at which a person answers a thing (`thread:7`); none when
    /// such things are not answered by mail.
    ///
    /// # Errors
    /// A fault of the machine.
    pub fn of(&self, person: PersonId, thing: &str, now: Millis) -> Result<Option<String>, Fault> {
        let Some((word, number)) = thing.split_once(':') else { return Ok(None) };
        let known = self.things.iter().find(|known| **known == word);
        let (Some(word), Ok(number)) = (known, number.parse()) else { return Ok(None) };
        let Some(bytes) = pack(person, number, (now + LASTS) / DAY) else { return Ok(None) };
        Ok(Some(format!("{PREFIX}{}@{}", self.signer.seal(word, bytes)?, self.domain)))
    }

    /// What an address stands for, if it is one of this site.
    pub(super) fn read(&self, address: &str, now: Millis) -> Option<Meant> {
        let (local, domain) = address.rsplit_once('@')?;
        let (prefix, word) = local.split_at_checked(PREFIX.len())?;
        if !prefix.eq_ignore_ascii_case(PREFIX) || !domain.eq_ignore_ascii_case(&self.domain) {
            return None;
        }
        self.things.iter().find_map(|thing| {
            let (person, number, day) = unpack(self.signer.open(thing, word)?);
            Some(Meant { person, thing, number, is_over: now / DAY > day })
        })
    }

    /// Whether an address, or the domain of one, stands in a text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        text.to_ascii_lowercase().contains(&format!("@{}", self.domain))
    }
}

/// 48 bits for each number and 16 for the day.
fn pack(person: PersonId, number: i64, day: i64) -> Option<[u8; 14]> {
    let [0, 0, p0, p1, p2, p3, p4, p5] = person.0.to_be_bytes() else { return None };
    let [0, 0, n0, n1, n2, n3, n4, n5] = number.to_be_bytes() else { return None };
    let [d0, d1] = u16::try_from(day).ok()?.to_be_bytes();
    Some([p0, p1, p2, p3, p4, p5, n0, n1, n2, n3, n4, n5, d0, d1])
}

fn unpack(bytes: [u8; 14]) -> (PersonId, i64, i64) {
    let [p0, p1, p2, p3, p4, p5, n0, n1, n2, n3, n4, n5, d0, d1] = bytes;
    (
        PersonId(i64::from_be_bytes([0, 0, p0, p1, p2, p3, p4, p5])),
        i64::from_be_bytes([0, 0, n0, n1, n2, n3, n4, n5]),
        i64::from(u16::from_be_bytes([d0, d1])),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Millis = 1_795_334_400_000;

    fn addresses(secret: u8) -> Addresses {
        let things = ["thread", "article"].into();
        Addresses::new("Vastaus.testi.example", things, Signer::new([secret; 32]))
    }

    #[test]
    fn an_address_stands_for_one_person_and_one_thing_for_some_weeks() {
        let all = addresses(1);
        let address = all.of(PersonId(17), "thread:4711", NOW).unwrap().unwrap();
        let local = address.split('@').next().unwrap();
        assert!(local.len() <= 64 && address.ends_with("@vastaus.testi.example"), "{address}");
        assert!(!address.contains("17") || !address.contains("4711"), "{address}");
        let meant = Meant { person: PersonId(17), thing: "thread", number: 4711, is_over: false };
        for written in [address.clone(), address.to_uppercase()] {
            assert_eq!(all.read(&written, NOW), Some(meant));
            assert_eq!(all.read(&written, NOW + LASTS), Some(meant));
            let over = Meant { is_over: true, ..meant };
            assert_eq!(all.read(&written, NOW + LASTS + DAY), Some(over));
        }
        assert_eq!(addresses(2).read(&address, NOW), None);
    }

    #[test]
    fn what_is_not_answered_by_mail_has_no_address() {
        let all = addresses(1);
        for thing in
            ["appeal:5", "thread", "thread:", "thread:x", "thread:-1", "thread:281474976710656"]
        {
            assert_eq!(all.of(PersonId(17), thing, NOW).unwrap(), None, "{thing}");
        }
        assert_eq!(all.of(PersonId(-1), "thread:1", NOW).unwrap(), None);
    }

    #[test]
    fn nothing_else_is_an_address() {
        let all = addresses(1);
        let address = all.of(PersonId(17), "article:3", NOW).unwrap().unwrap();
        let (local, domain) = address.split_once('@').unwrap();
        for wrong in [
            String::new(),
            "@".to_owned(),
            local.to_owned(),
            format!("reply+@{domain}"),
            format!("reply+00@{domain}"),
            format!("{local}0@{domain}"),
            format!("{local}@muu.example"),
            format!("{local}@x.{domain}"),
            format!("x{address}"),
            address.replacen("reply+", "ä+", 1),
            address.replacen("reply+", "réply+", 1),
        ] {
            assert_eq!(all.read(&wrong, NOW), None, "{wrong}");
        }
        assert!(
            all.stand_in(&format!("Kirjoita: {address}.")) && !all.stand_in("Kirjoita: a@b.fi")
        );
    }
}
