//! Devices that somebody has signed in with before. A cookie says so, sealed
//! by this site for one account, so that attempts from there count apart from
//! strangers' attempts. It opens nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::clock::Random;
use crate::fault::Fault;

/// Name of the cookie.
pub(crate) const COOKIE: &str = "device";
/// How long it is kept, in seconds: the longest browsers allow.
pub(crate) const KEPT: i64 = 400 * 24 * 60 * 60;
/// Accounts remembered on one device: a family's shared computer.
const MOST: usize = 4;

type Nonce = [u8; 16];

fn seal(secret: &[u8; 32], nonce: &Nonce, account: &str) -> Result<[u8; 16], Fault> {
    // A key of its own, so that no form token can pass for a seal.
    let key = Sha256::new().chain_update(b"known device\0").chain_update(secret).finalize();
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(Fault::bug)?;
    mac.update(nonce);
    mac.update(account.as_bytes());
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    bytes.first_chunk().copied().ok_or_else(|| Fault::bug("a short digest"))
}

fn is_for(secret: &[u8; 32], mark: &str, account: &str) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(mark) else { return false };
    let Some((nonce, sealed)) = bytes.split_first_chunk::<16>() else { return false };
    seal(secret, nonce, account).is_ok_and(|wanted| bool::from(wanted.ct_eq(sealed)))
}

fn marks(cookie: &str) -> impl Iterator<Item = &str> {
    cookie.split('.').filter(|mark| !mark.is_empty()).take(MOST)
}

/// The mark by which this device is known to an account, if it is.
pub(crate) fn mark<'c>(secret: &[u8; 32], cookie: &'c str, account: &str) -> Option<&'c str> {
    marks(cookie).find(|mark| is_for(secret, mark, account))
}

/// The cookie of a device that has now signed in to an account.
///
/// # Errors
/// A fault when there is no randomness.
pub(crate) fn remember(
    secret: &[u8; 32],
    cookie: &str,
    account: &str,
    random: &Random,
) -> Result<String, Fault> {
    let own = match mark(secret, cookie, account) {
        Some(mark) => mark.to_owned(),
        None => {
            let nonce: Nonce = random.bytes()?;
            let mut bytes = nonce.to_vec();
            bytes.extend(seal(secret, &nonce, account)?);
            URL_SAFE_NO_PAD.encode(bytes)
        }
    };
    let others = marks(cookie).filter(|mark| *mark != own).take(MOST - 1);
    Ok(std::iter::once(own.as_str()).chain(others).collect::<Vec<_>>().join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: [u8; 32] = [7; 32];

    #[test]
    fn a_device_is_known_to_the_accounts_it_signed_in_to_and_to_no_other() {
        let random = Random::seeded(1);
        let one = remember(&SECRET, "", "aino@example.org", &random).unwrap();
        let two = remember(&SECRET, &one, "otto@example.org", &random).unwrap();
        assert!(mark(&SECRET, &two, "aino@example.org").is_some());
        assert!(mark(&SECRET, &two, "otto@example.org").is_some());
        assert!(mark(&SECRET, &two, "eve@example.org").is_none());
        assert!(mark(&[8; 32], &two, "aino@example.org").is_none());
        assert_eq!(
            mark(&SECRET, &one, "aino@example.org"),
            mark(&SECRET, &two, "aino@example.org")
        );
    }

    #[test]
    fn a_shared_device_forgets_the_account_longest_unused() {
        let random = Random::seeded(1);
        let mut cookie = String::new();
        for name in ["a", "b", "c", "d", "e"] {
            cookie = remember(&SECRET, &cookie, name, &random).unwrap();
        }
        assert!(mark(&SECRET, &cookie, "a").is_none());
        assert!(mark(&SECRET, &cookie, "b").is_some());
    }

    #[test]
    fn a_forged_cookie_is_no_device() {
        for cookie in ["", ".", "....", "abc", "ÄÖ", &"A".repeat(5000)] {
            assert!(mark(&SECRET, cookie, "aino@example.org").is_none());
        }
    }
}
