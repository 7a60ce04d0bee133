//! The very words that a person agrees to. The union may change them while a
//! form lies open, and nobody agrees to what they have not read.

use kafferum_platform::Refusal;
use kafferum_platform::web::form::Form;
use sha2::{Digest, Sha256};

/// What a text is known by: the first half of its SHA-256.
pub(crate) fn version(words: &str) -> String {
    let digest = Sha256::digest(words.as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the form stood beside these words.
pub(crate) fn must_be_those_seen(form: &Form, words: &str) -> Result<(), Refusal> {
    must_be(form, "words", words, "consent")
}

/// Whether these were the house rules when the form was shown.
pub(crate) fn rules_must_be_those_seen(form: &Form, rules: &str) -> Result<(), Refusal> {
    must_be(form, "rules", rules, "house-rules")
}

fn must_be(form: &Form, seen: &str, words: &str, field: &'static str) -> Result<(), Refusal> {
    match form.given(seen) {
        Some(seen) if seen != version(words) => {
            Err(Refusal::new("membership-words-changed").at(field))
        }
        _ => Ok(()),
    }
}
