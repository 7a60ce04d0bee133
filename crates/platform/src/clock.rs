//! The clock and the randomness that everything else is given. Nothing else
//! in the program asks the operating system for the time or for chance.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::fault::Fault;

/// Milliseconds since 1970 in UTC, as stored in the database.
pub type Millis = i64;

/// Milliseconds of a second.
pub const SECOND: Millis = 1000;
/// Milliseconds of a minute.
pub const MINUTE: Millis = 60 * SECOND;
/// Milliseconds of an hour.
pub const HOUR: Millis = 60 * MINUTE;
/// Milliseconds of 24 hours; a calendar day may be longer or shorter.
pub const DAY: Millis = 24 * HOUR;

/// Tells the time of the site.
#[derive(Debug)]
pub struct Clock {
    /// Added to the operating system's time (the demo moves it by days).
    offset: AtomicI64,
    /// When set, the time stands still until moved (tests).
    fixed: Option<AtomicI64>,
}

impl Clock {
    /// The operating system's time.
    #[must_use]
    pub fn system() -> Self {
        Self { offset: AtomicI64::new(0), fixed: None }
    }

    /// A clock that moves only when told to.
    #[must_use]
    pub fn simulated(start: Millis) -> Self {
        Self { offset: AtomicI64::new(0), fixed: Some(AtomicI64::new(start)) }
    }

    /// Now, in milliseconds UTC.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
    pub fn now(&self) -> Millis {
        let base = match &self.fixed {
            Some(time) => time.load(Ordering::SeqCst),
            None => Timestamp::now().as_millisecond(),
        };
        base.saturating_add(self.offset.load(Ordering::SeqCst))
    }

    /// Moves the clock, forward or (a clock set wrong) back.
    pub fn advance(&self, by: Millis) {
        self.offset.fetch_add(by, Ordering::SeqCst);
    }

    /// How far the clock has been moved.
    #[must_use]
    pub fn offset(&self) -> Millis {
        self.offset.load(Ordering::SeqCst)
    }
}

/// The instant as jiff sees it; an impossible one becomes 1970.
#[must_use]
pub fn timestamp(at: Millis) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The calendar day of an instant in the union's time zone.
#[must_use]
pub fn date_of(at: Millis, zone: &TimeZone) -> Date {
    timestamp(at).to_zoned(zone.clone()).date()
}

/// The first moment of a day in the union's time zone; where daylight saving
/// skips midnight, the first one after it.
#[must_use]
pub fn start_of(day: Date, zone: &TimeZone) -> Millis {
    day.to_zoned(zone.clone())
        .and_then(|midnight| midnight.start_of_day())
        .map_or(Timestamp::MAX, |zoned| zoned.timestamp())
        .as_millisecond()
}

/// Where random tokens come from.
#[derive(Debug)]
pub struct Random {
    seed: Option<Mutex<u64>>,
}

impl Random {
    /// The operating system's randomness, fit for secrets.
    #[must_use]
    pub fn system() -> Self {
        Self { seed: None }
    }

    /// A repeatable sequence for tests and demonstrations; never for secrets
    /// of a real site.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self { seed: Some(Mutex::new(seed)) }
    }

    /// `N` random bytes.
    ///
    /// # Errors
    /// A fault when the operating system has none to give.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks for chance")]
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], Fault> {
        let mut out = [0; N];
        match &self.seed {
            None => getrandom::fill(&mut out)
                .map_err(|error| Fault::unavailable(format_args!("randomness: {error}")))?,
            Some(state) => {
                let mut state = state.lock().map_err(|_| Fault::bug("poisoned randomness"))?;
                for chunk in out.chunks_mut(8) {
                    let word = split_mix(&mut state).to_le_bytes();
                    chunk.iter_mut().zip(word).for_each(|(to, from)| *to = from);
                }
            }
        }
        Ok(out)
    }
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub(crate) fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut word = *state;
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

/// Counts faults so that a page can name one without saying what it was.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// The next number, from 1.
    pub fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}
