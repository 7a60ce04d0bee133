//! Trust: what good standing lifts, and what time away takes back. Computed
//! from what somebody did, at each request; nobody gives or takes it.

use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::settings::Settings;

use super::{Limits, Refusal};
use crate::model::Record;

/// How well somebody is known in the coffee room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trust {
    /// New, or away for long, or with a measure of the last year.
    New,
    /// Known.
    Known,
    /// Of good standing for long.
    Trusted,
}

/// What the union asks of people before it trusts them: posts that stand, and
/// days since the first of them. Each thanks counts as a post more, but no more
/// of them than posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Steps {
    /// Before one is known.
    pub known: (i64, i64),
    /// Before one is trusted.
    pub trusted: (i64, i64),
}

impl Steps {
    pub(super) fn of(settings: &Settings) -> Self {
        let number = |key| settings.number(key);
        Self {
            known: (number("coffee-room-known-posts"), number("coffee-room-known-days")),
            trusted: (number("coffee-room-trusted-posts"), number("coffee-room-trusted-days")),
        }
    }
}

/// Reports after which a post stayed as it was, more than those that were
/// right, that are no blot.
const RASH: i64 = 5;
/// After so long without a post trust falls by a step, until somebody has
/// written since then what is asked before they are known.
pub(crate) const BREAK: Millis = 180 * DAY;
/// After so long by another.
pub(crate) const LONG_BREAK: Millis = 2 * BREAK;
/// One hidden post in so many that stand is no blot.
const SLIP: i64 = 10;

impl Trust {
    /// By what somebody did until now.
    pub(crate) fn of(record: &Record, steps: Steps, now: Millis) -> Self {
        let (Some(first), Some(last)) = (record.first_at, record.last_at) else {
            return Self::New;
        };
        let days = (now - first) / DAY;
        let weight = record.stood + record.thanks.min(record.stood);
        let reached = |(posts, least): (i64, i64)| weight >= posts && days >= least;
        let is_careful = record.hidden * SLIP <= record.stood
            && record.wrong_reports <= record.right_reports + RASH;
        let earned = match (reached(steps.known), reached(steps.trusted) && is_careful) {
            _ if record.measures > 1 => Self::New,
            (true, true) if record.measures == 0 => Self::Trusted,
            (true, _) => Self::Known,
            (false, _) => Self::New,
        };
        let is_back = |since: Millis| {
            let has_written = record.newest_since.is_some_and(|newest| since <= newest);
            has_written && (now - since) / DAY >= steps.known.1
        };
        let counts = |length: Millis, since: Option<Millis>| {
            now - last >= length || since.is_some_and(|since| !is_back(since))
        };
        match (counts(BREAK, record.here_since), counts(LONG_BREAK, record.long_here_since)) {
            (false, _) => earned,
            (true, false) if earned == Self::Trusted => Self::Known,
            _ => Self::New,
        }
    }

    /// Text key of the step, in plain words.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::New => "coffee-room-trust-new",
            Self::Known => "coffee-room-trust-known",
            Self::Trusted => "coffee-room-trust-trusted",
        }
    }

    /// Text key of what it lifts.
    pub(crate) const fn lifts(self) -> &'static str {
        match self {
            Self::New => "coffee-room-trust-new-lifts",
            Self::Known => "coffee-room-trust-known-lifts",
            Self::Trusted => "coffee-room-trust-trusted-lifts",
        }
    }

    /// Posts in a minute: the union's setting, twice as many for the trusted.
    pub(crate) const fn posts_per_minute(self, limits: Limits) -> i64 {
        match self {
            Self::New | Self::Known => limits.posts_per_minute,
            Self::Trusted => limits.posts_per_minute.saturating_mul(2),
        }
    }

    /// Reports in a day.
    pub(crate) const fn reports_per_day(self) -> i64 {
        match self {
            Self::New => 5,
            Self::Known => 20,
            Self::Trusted => 50,
        }
    }

    /// Links in a post, above which it waits.
    pub(crate) const fn links(self) -> usize {
        match self {
            Self::New => 3,
            Self::Known => 20,
            Self::Trusted => usize::MAX,
        }
    }
}

/// Whether somebody may report another post today.
pub(crate) fn may_report_now(today: i64, trust: Trust) -> Result<(), Refusal> {
    let most = trust.reports_per_day();
    if today < most {
        Ok(())
    } else {
        Err(Refusal::new("coffee-room-too-many-reports").with("most", most))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_grows_with_good_standing_and_falls_with_time_away() {
        use Trust::{Known, New, Trusted};
        let record = |stood: i64, first: i64, last: i64| Record {
            first_at: Some(first * DAY),
            last_at: Some(last * DAY),
            stood,
            ..Record::default()
        };
        let good = record(40, 0, 100);
        let steps = Steps { known: (5, 7), trusted: (30, 60) };
        for (record, today, wanted) in [
            (Record::default(), 100, New),
            (record(4, 0, 20), 20, New),
            (record(5, 0, 6), 6, New),
            (record(5, 0, 7), 7, Known),
            (record(30, 0, 59), 59, Known),
            (record(30, 0, 60), 60, Trusted),
            (good, 100 + 179, Trusted),
            (good, 100 + 180, Known),
            (good, 100 + 360, New),
            (record(5, 0, 7), 7 + 180, New),
            (Record { thanks: 15, ..record(15, 0, 60) }, 60, Trusted),
            (Record { thanks: 90, ..record(14, 0, 60) }, 60, Known),
            (Record { thanks: 9, ..record(2, 0, 7) }, 7, New),
            (Record { hidden: 4, ..good }, 100, Trusted),
            (Record { hidden: 5, ..good }, 100, Known),
            (Record { measures: 1, ..good }, 100, Known),
            (Record { measures: 2, ..good }, 100, New),
            (Record { wrong_reports: 5, ..good }, 100, Trusted),
            (Record { wrong_reports: 6, ..good }, 100, Known),
            (Record { wrong_reports: 6, right_reports: 1, ..good }, 100, Trusted),
        ] {
            let found = Trust::of(&record, steps, today * DAY);
            assert_eq!(found, wanted, "{record:?} on day {today}");
        }
        assert!(New < Known && Known < Trusted);
    }

    #[test]
    fn a_break_counts_until_one_has_written_what_makes_somebody_known() {
        use Trust::{Known, New, Trusted};
        let steps = Steps { known: (5, 7), trusted: (30, 60) };
        // They wrote on some days until day 100, were away, and came back on a
        // day; their five newest posts began on another.
        let back = |is_long: bool, day: i64, newest: i64| Record {
            first_at: Some(0),
            last_at: Some(day * DAY),
            stood: 40,
            newest_since: Some(newest * DAY),
            here_since: Some(day * DAY),
            long_here_since: Some(if is_long { day * DAY } else { 0 }),
            ..Record::default()
        };
        let twice = Record {
            here_since: Some(660 * DAY),
            last_at: Some(660 * DAY),
            ..back(true, 460, 100)
        };
        for (record, today, wanted) in [
            (back(false, 280, 100), 280, Known),
            (back(false, 280, 100), 300, Known),
            (back(false, 280, 280), 286, Known),
            (back(false, 280, 280), 287, Trusted),
            (back(true, 460, 100), 460, New),
            (back(true, 460, 100), 500, New),
            (back(true, 460, 460), 466, New),
            (back(true, 460, 460), 467, Trusted),
            (back(true, 460, 460), 460 + 180, Known),
            (back(true, 460, 460), 460 + 360, New),
            // A second break before they were back from the first.
            (twice, 660, New),
            // Only ever known: one step is all there is.
            (Record { stood: 10, ..back(false, 280, 100) }, 290, New),
        ] {
            let found = Trust::of(&record, steps, today * DAY);
            assert_eq!(found, wanted, "{record:?} on day {today}");
        }
    }
}
