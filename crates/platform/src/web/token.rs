//! Form tokens: a nonce and a proof that this site gave it to this session.
//! The proof keeps other sites from sending forms in a person's name; the
//! nonce makes a form that is sent twice count once.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::Mac;

use crate::fault::Fault;
use crate::site::Site;

/// What makes one filled-in form different from another.
pub type Nonce = [u8; 16];

/// The nonces of one page's forms: chance is asked for once, and the forms
/// differ by a number in the last two bytes.
#[derive(Default)]
pub(crate) struct Nonces {
    first: OnceLock<Nonce>,
    given: AtomicU16,
}

impl Nonces {
    fn next(&self, site: &Site) -> Result<Nonce, Fault> {
        let mut nonce = match self.first.get() {
            Some(first) => *first,
            None => {
                let fresh = site.random.bytes()?;
                *self.first.get_or_init(|| fresh)
            }
        };
        let number = self.given.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        if let Some(last) = nonce.last_chunk_mut::<2>() {
            *last = number;
        }
        Ok(nonce)
    }
}

fn proof(site: &Site, nonce: &Nonce, session: Option<&[u8; 32]>) -> Result<[u8; 16], Fault> {
    let mut mac = site.mac();
    mac.update(nonce);
    mac.update(session.map_or(&[0; 32], |session| session));
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    bytes.first_chunk::<16>().copied().ok_or_else(|| Fault::bug("a short digest"))
}

/// A new token for a session, or for a visitor.
///
/// # Errors
/// A fault when there is no randomness.
pub(crate) fn give(
    site: &Site,
    session: Option<&[u8; 32]>,
    nonces: &Nonces,
) -> Result<String, Fault> {
    let nonce = nonces.next(site)?;
    let bytes = [nonce, proof(site, &nonce, session)?];
    Ok(URL_SAFE_NO_PAD.encode(bytes.as_flattened()))
}

/// The nonce of a token that this site gave to this session.
#[must_use]
pub fn take(site: &Site, session: Option<&[u8; 32]>, token: &str) -> Option<Nonce> {
    use subtle::ConstantTimeEq;
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let nonce: Nonce = bytes.get(..16)?.try_into().ok()?;
    let given: [u8; 16] = bytes.get(16..)?.try_into().ok()?;
    let wanted = proof(site, &nonce, session).ok()?;
    bool::from(given.ct_eq(&wanted)).then_some(nonce)
}
