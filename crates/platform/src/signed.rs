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

    fn proof(&self, purpose: &'static str, text: &str) -> Result<String, Fault> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).map_err(Fault::bug)?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        let bytes: [u8; 32] = mac.finalize().into_bytes().into();
        Ok(bytes.iter().take(LENGTH).map(|byte| format!("{byte:02x}")).collect())
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
}
