//! The words that stand for a person in an address: neither their number,
//! which logs know them by, nor their pseudonym, which is theirs to change, nor
//! anything that could be guessed or counted through. There are two of them,
//! one where they are known by pseudonym and one where by name, and nobody but
//! the site can tell that the two belong together: else one person who has
//! both pages open would know what takes two to find out (`people::seal`).
//!
//! Each is the number under a key of the site: a proof of it, and the number
//! hidden behind that proof. So nothing needs to be stored, every node reads
//! the words of the others, and a word made up by somebody is nobody's.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::fault::{Error, Fault};
use crate::people::PersonId;
use crate::site::Site;
use crate::web::ctx::Ctx;
use crate::web::page::Page;

/// What a person is known by where a word leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Their pseudonym.
    Pseudonym,
    /// Their name, in the register.
    Name,
}

impl Side {
    const fn proof(self) -> &'static [u8] {
        match self {
            Self::Pseudonym => b"person: proof",
            Self::Name => b"name: proof",
        }
    }

    const fn mask(self) -> &'static [u8] {
        match self {
            Self::Pseudonym => b"person: mask",
            Self::Name => b"name: mask",
        }
    }
}

/// Eight bytes of a keyed digest; `what` keeps its uses apart.
fn digest(key: &Hmac<Sha256>, what: &[u8], of: [u8; 8]) -> [u8; 8] {
    let mut mac = key.clone();
    mac.update(what);
    mac.update(&of);
    let [a, b, c, d, e, f, g, h, ..]: [u8; 32] = mac.finalize().into_bytes().into();
    [a, b, c, d, e, f, g, h]
}

fn proof(key: &Hmac<Sha256>, side: Side, person: PersonId) -> [u8; 8] {
    digest(key, side.proof(), person.0.to_be_bytes())
}

fn mask(key: &Hmac<Sha256>, side: Side, proof: [u8; 8]) -> u64 {
    u64::from_be_bytes(digest(key, side.mask(), proof))
}

fn write(key: &Hmac<Sha256>, side: Side, person: PersonId) -> String {
    let proof = proof(key, side, person);
    let hidden = person.0.cast_unsigned() ^ mask(key, side, proof);
    URL_SAFE_NO_PAD.encode([proof, hidden.to_be_bytes()].concat())
}

fn read(key: &Hmac<Sha256>, side: Side, word: &str) -> Option<PersonId> {
    use subtle::ConstantTimeEq;
    let bytes = URL_SAFE_NO_PAD.decode(word).ok()?;
    let given: [u8; 8] = bytes.get(..8)?.try_into().ok()?;
    let hidden: [u8; 8] = bytes.get(8..)?.try_into().ok()?;
    let number = u64::from_be_bytes(hidden) ^ mask(key, side, given);
    let person = PersonId(number.cast_signed());
    bool::from(given.ct_eq(&proof(key, side, person))).then_some(person)
}

impl Site {
    /// The word that stands for a person where they are known by pseudonym.
    ///
    /// # Errors
    /// None that could happen.
    pub fn handle(&self, person: PersonId) -> Result<String, Fault> {
        Ok(write(&self.mac(), Side::Pseudonym, person))
    }

    /// Whom a word of [`Site::handle`] stands for.
    #[must_use]
    pub fn person_of(&self, handle: &str) -> Option<PersonId> {
        read(&self.mac(), Side::Pseudonym, handle)
    }

    /// The word that stands for a person where they are known by name.
    #[must_use]
    pub fn civil_handle(&self, person: PersonId) -> String {
        write(&self.mac(), Side::Name, person)
    }

    /// Whom a word of [`Site::civil_handle`] stands for.
    #[must_use]
    pub fn person_of_civil(&self, handle: &str) -> Option<PersonId> {
        read(&self.mac(), Side::Name, handle)
    }
}

impl Ctx {
    /// Whom a part of the address stands for, on pages that know people by
    /// name.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn civil_param(&self, name: &str) -> Result<PersonId, Error> {
        let handle: String = self.param(name)?;
        self.site.person_of_civil(&handle).ok_or(Error::NotFound)
    }
}

impl Page {
    /// The word for addresses that lead to a person by name.
    #[must_use]
    pub fn civil(&self, person: &PersonId) -> String {
        self.site().civil_handle(*person)
    }
}

#[cfg(test)]
mod tests {
    use hmac::KeyInit;

    use super::*;

    fn key(byte: u8) -> Hmac<Sha256> {
        Hmac::new_from_slice(&[byte; 32]).expect("a key of any length will do")
    }

    #[test]
    fn a_word_leads_back_to_its_person_and_no_other_word_does() {
        let ours = key(7);
        for (side, other) in [(Side::Pseudonym, Side::Name), (Side::Name, Side::Pseudonym)] {
            for number in [1, 2, 30_000, i64::MAX] {
                let word = write(&ours, side, PersonId(number));
                assert_eq!(word.len(), 22, "{word}");
                assert_eq!(read(&ours, side, &word), Some(PersonId(number)));
                assert_eq!(read(&key(8), side, &word), None, "another site");
                assert_eq!(read(&ours, other, &word), None, "the other side");
                let tampered = word.replace(|c: char| c == word.chars().next().unwrap_or('A'), "z");
                assert_eq!(read(&ours, side, &tampered), None, "{tampered}");
            }
            for word in ["", "1", "AAAAAAAAAAAAAAAAAAAAAA", "ö", "AAAA AAAA"] {
                assert_eq!(read(&ours, side, word), None, "{word}");
            }
        }
    }
}
