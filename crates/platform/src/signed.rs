//! Words that this site has signed: it knows them again, and for what it gave
//! them, without keeping them. Small letters, digits and hyphens alone, so
//! that they survive in links and in mail addresses.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::fault::Fault;

/// Bytes of a signature.
const LENGTH: usize = 12;

/// Signs with the site's secret.
#[derive(Clone)]
pub struct Signer {
    secret: [u8; 32],
}

impl Signer {
    pub(crate) fn new(secret: [u8; 32]) -> Self {
        Self { secret }
    }

    fn mac(&self, purpose: &'static str, bytes: &[u8]) -> Result<[u8; 32], Fault> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).map_err(Fault::bug)?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(bytes);
        Ok(mac.finalize().into_bytes().into())
    }

    fn proof(&self, purpose: &'static str, text: &str) -> Result<String, Fault> {
        let bytes = self.mac(purpose, text.as_bytes())?;
        Ok(hex(bytes.get(..LENGTH).unwrap_or_default()))
    }

    /// The text with its signature for a purpose; the text holds digits and
    /// hyphens.
    ///
    /// # Errors
    /// A fault of the machine.
    pub fn sign(&self, purpose: &'static str, text: &str) -> Result<String, Fault> {
        Ok(format!("{text}-{}", self.proof(purpose, text)?))
    }

    /// The text of a token that this site signed for this purpose.
    #[must_use]
    pub fn read(&self, purpose: &'static str, token: &str) -> Option<String> {
        let (text, given) = token.rsplit_once('-')?;
        let wanted = self.proof(purpose, text).ok()?;
        bool::from(given.to_ascii_lowercase().as_bytes().ct_eq(wanted.as_bytes()))
            .then(|| text.to_owned())
    }

    /// Bytes, at most 32, as a word of hexadecimal digits that tells nothing to
    /// anybody else; the same for the same bytes. What signs the bytes also
    /// hides them (the construction of RFC 5297, with HMAC).
    ///
    /// # Errors
    /// A fault of the machine.
    pub fn seal<const N: usize>(
        &self,
        purpose: &'static str,
        bytes: [u8; N],
    ) -> Result<String, Fault> {
        let sealer = self.sealer(purpose)?;
        let proof = sealer.mac("proof", &bytes)?;
        let proof = proof.get(..LENGTH).unwrap_or_default();
        Ok(hex(proof) + &hex(&sealer.hide(proof, bytes)?))
    }

    /// The bytes of a word that this site has sealed for this purpose.
    #[must_use]
    pub fn open<const N: usize>(&self, purpose: &'static str, word: &str) -> Option<[u8; N]> {
        let sealer = self.sealer(purpose).ok()?;
        let given = unhex(word)?;
        let (proof, hidden) = given.split_at_checked(LENGTH)?;
        let bytes = sealer.hide(proof, hidden.try_into().ok()?).ok()?;
        let wanted = sealer.mac("proof", &bytes).ok()?;
        bool::from(proof.ct_eq(wanted.get(..LENGTH)?)).then_some(bytes)
    }

    /// With a secret of its own for sealing.
    fn sealer(&self, purpose: &'static str) -> Result<Self, Fault> {
        Ok(Self::new(self.mac("seal", purpose.as_bytes())?))
    }

    /// Hides bytes, or shows hidden ones.
    fn hide<const N: usize>(&self, proof: &[u8], mut bytes: [u8; N]) -> Result<[u8; N], Fault> {
        const { assert!(N <= 32, "the stream is one block") };
        let stream = self.mac("stream", proof)?;
        bytes.iter_mut().zip(stream).for_each(|(byte, with)| *byte ^= with);
        Ok(bytes)
    }
}

/// Bytes as small hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(word: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = word
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(
        digits
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_its_text_its_purpose_and_its_site() {
        let signer = Signer::new([7; 32]);
        let token = signer.sign("stop", "17-3").unwrap();
        assert_eq!(signer.read("stop", &token).as_deref(), Some("17-3"));
        assert_eq!(signer.read("stop", &token.to_uppercase()).as_deref(), Some("17-3"));
        assert_eq!(signer.read("reply", &token), None);
        assert_eq!(signer.read("stop", &token.replacen("17", "18", 1)), None);
        assert_eq!(Signer::new([8; 32]).read("stop", &token), None);
        for broken in ["", "-", "17-3", "17-3-", "ä"] {
            assert_eq!(signer.read("stop", broken), None, "{broken}");
        }
    }

    #[test]
    fn a_sealed_word_is_opened_by_its_site_for_its_purpose_alone() {
        let signer = Signer::new([7; 32]);
        let word = signer.seal("answer", *b"person 17").unwrap();
        assert_eq!(word, signer.seal("answer", *b"person 17").unwrap());
        assert_eq!(word.len(), 2 * (LENGTH + 9));
        assert_eq!(signer.open("answer", &word), Some(*b"person 17"));
        assert_eq!(signer.open("answer", &word.to_uppercase()), Some(*b"person 17"));
        // Neighbours have nothing in common.
        let next = signer.seal("answer", *b"person 18").unwrap();
        let alike = word.chars().zip(next.chars()).filter(|(one, other)| one == other).count();
        assert!(alike < 12, "{word} {next}");
        assert_eq!(signer.open::<9>("stop", &word), None);
        assert_eq!(Signer::new([8; 32]).open::<9>("answer", &word), None);
        assert_eq!(signer.open::<8>("answer", &word), None);
        for place in 0..word.len() {
            let mut broken = word.clone();
            let other = if word.as_bytes()[place] == b'0' { "1" } else { "0" };
            broken.replace_range(place..=place, other);
            assert_eq!(signer.open::<9>("answer", &broken), None, "{broken}");
        }
        for broken in ["", "0", "ä", "00", &word[2..], &format!("{word}00")] {
            assert_eq!(signer.open::<9>("answer", broken), None, "{broken}");
        }
    }
}
