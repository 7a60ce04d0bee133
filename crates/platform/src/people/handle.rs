//! The word that stands for a person in an address: neither their number,
//! which registers and logs know them by, nor their pseudonym, which is theirs
//! to change, nor anything that could be guessed or counted through.
//!
//! It is the number under a key of the site: a proof of it, and the number
//! hidden behind that proof. So nothing needs to be stored, every node reads
//! the words of the others, and a word made up by somebody is nobody's.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::fault::Fault;
use crate::people::PersonId;
use crate::site::Site;

/// Eight bytes of a keyed digest; `what` keeps its uses apart.
fn digest(key: &Hmac<Sha256>, what: &[u8], of: [u8; 8]) -> Result<[u8; 8], Fault> {
    let mut mac = key.clone();
    mac.update(what);
    mac.update(&of);
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    bytes.first_chunk::<8>().copied().ok_or_else(|| Fault::bug("a short digest"))
}

fn proof(key: &Hmac<Sha256>, person: PersonId) -> Result<[u8; 8], Fault> {
    digest(key, b"person: proof", person.0.to_be_bytes())
}

fn mask(key: &Hmac<Sha256>, proof: [u8; 8]) -> Result<u64, Fault> {
    Ok(u64::from_be_bytes(digest(key, b"person: mask", proof)?))
}

fn write(key: &Hmac<Sha256>, person: PersonId) -> Result<String, Fault> {
    let proof = proof(key, person)?;
    let hidden = person.0.cast_unsigned() ^ mask(key, proof)?;
    Ok(URL_SAFE_NO_PAD.encode([proof, hidden.to_be_bytes()].concat()))
}

fn read(key: &Hmac<Sha256>, word: &str) -> Option<PersonId> {
    use subtle::ConstantTimeEq;
    let bytes = URL_SAFE_NO_PAD.decode(word).ok()?;
    let given: [u8; 8] = bytes.get(..8)?.try_into().ok()?;
    let hidden: [u8; 8] = bytes.get(8..)?.try_into().ok()?;
    let number = u64::from_be_bytes(hidden) ^ mask(key, given).ok()?;
    let person = PersonId(number.cast_signed());
    bool::from(given.ct_eq(&proof(key, person).ok()?)).then_some(person)
}

impl Site {
    /// The word that stands for a person in addresses.
    ///
    /// # Errors
    /// None that could happen.
    pub fn handle(&self, person: PersonId) -> Result<String, Fault> {
        write(&self.mac(), person)
    }

    /// Whom a word of [`Site::handle`] stands for.
    #[must_use]
    pub fn person_of(&self, handle: &str) -> Option<PersonId> {
        read(&self.mac(), handle)
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
        for number in [1, 2, 30_000, i64::MAX] {
            let word = write(&ours, PersonId(number)).unwrap_or_default();
            assert_eq!(word.len(), 22, "{word}");
            assert_eq!(read(&ours, &word), Some(PersonId(number)));
            assert_eq!(read(&key(8), &word), None, "another site");
            let tampered = word.replace(|c: char| c == word.chars().next().unwrap_or('A'), "z");
            assert_eq!(read(&ours, &tampered), None, "{tampered}");
        }
        for word in ["", "1", "AAAAAAAAAAAAAAAAAAAAAA", "ö", "AAAA AAAA"] {
            assert_eq!(read(&ours, word), None, "{word}");
        }
    }
}
