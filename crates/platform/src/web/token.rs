//! Form tokens: a nonce and a proof that this site gave it to this session.
//! The proof keeps other sites from sending forms in a person's name; the
//! nonce makes a form that is sent twice count once.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::fault::Fault;
use crate::site::Site;

/// What makes one filled-in form different from another.
pub type Nonce = [u8; 16];

fn proof(secret: &[u8; 32], nonce: &Nonce, session: Option<&[u8; 32]>) -> Result<[u8; 16], Fault> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Fault::bug)?;
    mac.update(nonce);
    mac.update(session.map_or(&[0; 32], |session| session));
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    bytes.first_chunk::<16>().copied().ok_or_else(|| Fault::bug("a short digest"))
}

/// A new token for a session, or for a visitor.
///
/// # Errors
/// A fault when there is no randomness.
pub fn give(site: &Site, session: Option<&[u8; 32]>) -> Result<String, Fault> {
    let nonce: Nonce = site.random.bytes()?;
    let mut bytes = nonce.to_vec();
    bytes.extend(proof(site.secret(), &nonce, session)?);
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// The nonce of a token that this site gave to this session.
#[must_use]
pub fn take(site: &Site, session: Option<&[u8; 32]>, token: &str) -> Option<Nonce> {
    use subtle::ConstantTimeEq;
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let nonce: Nonce = bytes.get(..16)?.try_into().ok()?;
    let given: [u8; 16] = bytes.get(16..)?.try_into().ok()?;
    let wanted = proof(site.secret(), &nonce, session).ok()?;
    bool::from(given.ct_eq(&wanted)).then_some(nonce)
}
