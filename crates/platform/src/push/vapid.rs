//! Who we are to a push service (RFC 8292): a key of the site, made at first
//! use and kept among its secrets, and a short token signed with it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};

use crate::clock::{HOUR, Millis, SECOND};
use crate::db::Tx;
use crate::fault::Fault;

/// A token is good for this long; the standard allows a day.
const GOOD_FOR: Millis = 12 * HOUR;

/// The site's key.
pub(super) struct Key(EcdsaKeyPair);

impl Key {
    /// A new key as it is kept.
    pub(super) fn new_bytes() -> Result<Vec<u8>, Fault> {
        EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map(|made| made.as_ref().to_vec())
            .map_err(|_| Fault::bug("no key could be made"))
    }

    fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let random = SystemRandom::new();
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, bytes, &random)
            .map(Self)
            .map_err(|_| Fault::bug("the site's push key can't be read"))
    }

    /// Its public half, as browsers want it.
    pub(super) fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.public_key())
    }

    /// The value of the header by which a push service knows us.
    pub(super) fn token(&self, origin: &str, us: &str, now: Millis) -> Result<String, Fault> {
        let claims = serde_json::json!({
            "aud": origin,
            "exp": (now + GOOD_FOR) / SECOND,
            "sub": us,
        });
        let head = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
        let text = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
        let signature = self.0.sign(&SystemRandom::new(), text.as_bytes());
        let signature = signature.map_err(|_| Fault::bug("a push token could not be signed"))?;
        let signature = URL_SAFE_NO_PAD.encode(signature);
        Ok(format!("vapid t={text}.{signature}, k={}", self.public()))
    }
}

/// The site's key; the fresh one becomes it if there was none.
pub(super) fn key(tx: &mut Tx<'_>, fresh: &[u8]) -> Result<Key, Fault> {
    tx.execute(
        "INSERT INTO site_secret (name, value) VALUES ('push', ?1) ON CONFLICT DO NOTHING",
        &[&fresh],
    )?;
    let kept: Vec<u8> =
        tx.one("SELECT value FROM site_secret WHERE name = 'push'", &[], |row| row.get(0))?;
    Key::read(&kept)
}
