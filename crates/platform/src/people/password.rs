//! Passwords by argon2id, and what a password must be.

use std::panic::AssertUnwindSafe;

use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordVerifier, Version};
use crossbeam_channel::{Sender, unbounded};
use tokio::sync::oneshot;

use crate::clock::Random;
use crate::fault::{Fault, Refusal};

/// Shortest password taken (NIST SP 800-63B rev. 4 asks for 15 where it is the
/// only factor and allows 8 beside a second one; 12 with throttling is ours).
pub const SHORTEST: usize = 12;
/// Longest password taken, in bytes, so that hashing has a bound.
pub const LONGEST: usize = 256;

type Work = Box<dyn FnOnce(&Argon2<'static>) + Send>;

/// Hashes and checks passwords on threads of its own, one for each core. Each
/// hash takes 19 MiB, and a thread's allocator keeps what it once had: on the
/// pool that everything else shares, those 19 MiB stayed with every thread
/// that had ever hashed, half a gigabyte after a busy morning.
#[derive(Clone)]
pub struct Passwords {
    work: Sender<Work>,
}

impl Passwords {
    /// With the parameters OWASP's Password Storage Cheat Sheet names first
    /// (argon2id, 19 MiB, two rounds).
    #[must_use]
    pub fn new() -> Self {
        Self::with(Params::default())
    }

    /// For simulations of thousands of people, where only the shape of the
    /// hash matters. Never for a real site.
    ///
    /// # Errors
    /// A fault when argon2 refuses its smallest parameters.
    pub fn quick() -> Result<Self, Fault> {
        Ok(Self::with(Params::new(Params::MIN_M_COST, 1, 1, None).map_err(Fault::bug)?))
    }

    fn with(params: Params) -> Self {
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let (work, waiting) = unbounded::<Work>();
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            let (argon, waiting) = (argon.clone(), waiting.clone());
            let body = move || {
                for work in waiting {
                    // A panic in one must not take the thread from the others.
                    let done = AssertUnwindSafe(|| work(&argon));
                    if std::panic::catch_unwind(done).is_err() {
                        tracing::error!("hashing panicked");
                    }
                }
            };
            // Where no thread can be had there is nobody to do the work, and
            // whoever asks for it is told so.
            if let Err(error) = std::thread::Builder::new().name("passwords".to_owned()).spawn(body)
            {
                tracing::error!(%error, "a thread for passwords could not be started");
            }
        }
        Self { work }
    }

    /// Hashes a password, off the tasks that serve pages.
    ///
    /// # Errors
    /// A fault of hashing.
    pub async fn hash(&self, password: String, random: &Random) -> Result<String, Fault> {
        let salt = random.bytes::<16>()?;
        self.in_turn(move |argon| {
            argon
                .hash_password_with_salt(password.as_bytes(), &salt)
                .map(|hash| hash.to_string())
                .map_err(Fault::bug)
        })
        .await?
    }

    /// Whether the password is the one behind the hash. Without a hash it
    /// takes as long and says no, so that time does not tell who has an
    /// account.
    ///
    /// # Errors
    /// A fault of hashing.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Fault> {
        self.in_turn(move |argon| {
            let stored = hash.as_deref().and_then(|hash| PasswordHash::new(hash).ok());
            match stored {
                Some(stored) => argon.verify_password(password.as_bytes(), &stored).is_ok(),
                None => {
                    let _ = argon.hash_password_with_salt(password.as_bytes(), &[0; 16]);
                    false
                }
            }
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let (answer, answered) = oneshot::channel();
        let work = move |argon: &Argon2<'static>| {
            // The asker may have hung up.
            let _ = answer.send(work(argon));
        };
        let away = || Fault::unavailable("no thread for passwords");
        self.work.send(Box::new(work)).map_err(|_| away())?;
        answered.await.map_err(|_| away())
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

/// Passwords that everybody tries first, beside repetitions and the person's
/// own mail address.
const USUAL: [&str; 8] =
    ["salasana", "password", "lösenord", "qwerty", "kahvihuone", "kafferum", "123456", "abcdef"];

/// Whether a password may be chosen.
///
/// # Errors
/// What is wrong with it, in words a person can act on.
pub fn must_be_strong(password: &str, email: &str) -> Result<(), Refusal> {
    let refuse = |key| Err(Refusal::new(key).at("password"));
    if password.chars().count() < SHORTEST {
        return Err(Refusal::new("password-too-short").with("least", SHORTEST).at("password"));
    }
    if password.len() > LONGEST {
        return refuse("password-too-long");
    }
    let lower = password.to_lowercase();
    let mut left = lower.clone();
    for usual in USUAL {
        left = left.replace(usual, "");
    }
    let mut letters: Vec<char> = left.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let name = email.split('@').next().unwrap_or_default().to_lowercase();
    let own_name = name.len() > 3 && lower.contains(&name) && lower.len() < name.len() + 6;
    if letters.len() < 5 || own_name {
        return refuse("password-too-usual");
    }
    Ok(())
}

/// Letters of a temporary password: none that look alike on a small screen.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A temporary password of three groups of four (60 bits).
///
/// # Errors
/// A fault when there is no randomness.
pub fn temporary(random: &Random) -> Result<String, Fault> {
    let mut out = String::with_capacity(14);
    for (index, byte) in random.bytes::<12>()?.into_iter().enumerate() {
        if index > 0 && index % 4 == 0 {
            out.push('-');
        }
        let letter = LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'x');
        out.push(char::from(letter));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_judged_by_length_and_by_what_everybody_tries() {
        for (password, wanted) in [
            ("lyhyt", Some("password-too-short")),
            ("salasana1234", Some("password-too-usual")),
            ("aaaaaaaaaaaaaa", Some("password-too-usual")),
            ("minna.meikalainen1", Some("password-too-usual")),
            ("kolme kuppia kahvia", None),
        ] {
            let found = must_be_strong(password, "minna.meikalainen@example.org").err();
            assert_eq!(found.map(|refusal| refusal.key), wanted, "{password}");
        }
    }

    #[tokio::test]
    async fn a_hash_opens_for_its_password_only() {
        let passwords = Passwords::quick().unwrap();
        let hash = passwords.hash("oikea".to_owned(), &Random::seeded(1)).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.verify("oikea".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("väärä".to_owned(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("oikea".to_owned(), None).await.unwrap());
    }
}
