//! How a person wants to be told by mail: what of, when, how openly.

use jiff::ToSpan;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::Pace;
use crate::clock::{Millis, timestamp};

crate::words! {
    /// Whether a person gets mails about notices at all.
    Mails {
        /// They do.
        On = "on",
        /// They asked for no more.
        Stopped = "stopped",
    }
}

crate::words! {
    /// What stands in mails.
    Titles {
        /// Titles, and what the posts say.
        Words = "words",
        /// Titles.
        Shown = "shown",
        /// Only how many things there are: a mail may be read by whoever
        /// passes the screen, and a title may say what its reader belongs to.
        Kept = "kept",
    }
}

/// What a person said, or what holds until they say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wish {
    pub mails: Mails,
    /// Hour of the day at which digests come.
    pub digest_hour: i8,
    /// No mail goes from this hour …
    pub quiet_from: i8,
    /// … until this one. The same: at any time.
    pub quiet_to: i8,
    pub titles: Titles,
}

impl Default for Wish {
    /// Late afternoon, when the day's work is mostly done and somebody may
    /// still be answered; silence at night, since work here has shifts.
    fn default() -> Self {
        Self {
            mails: Mails::On,
            digest_hour: 17,
            quiet_from: 21,
            quiet_to: 8,
            titles: Titles::Kept,
        }
    }
}

impl Wish {
    fn is_quiet(&self, hour: i8) -> bool {
        let (from, to) = (self.quiet_from, self.quiet_to);
        if from <= to { (from..to).contains(&hour) } else { hour >= from || hour < to }
    }

    /// When a mail of this pace goes out that is asked for now.
    pub(super) fn due(&self, pace: Pace, now: Millis, zone: &TimeZone) -> Millis {
        let here = timestamp(now).to_zoned(zone.clone());
        match pace {
            Pace::AtOnce if !self.is_quiet(here.hour()) => now,
            Pace::AtOnce => self.next(self.quiet_to, None, now, zone),
            Pace::Daily => self.next(self.digest_hour, None, now, zone),
            Pace::Weekly => self.next(self.digest_hour, Some(Weekday::Monday), now, zone),
            Pace::Never => Millis::MAX,
        }
    }

    /// The next time that it is this hour, on this day of the week if one is
    /// named; always later than now. An hour that a clock skips begins late.
    fn next(&self, hour: i8, on: Option<Weekday>, now: Millis, zone: &TimeZone) -> Millis {
        let today = timestamp(now).to_zoned(zone.clone()).date();
        let days = (0..=8).filter_map(|day| today.checked_add(day.days()).ok());
        days.filter(|day| on.is_none_or(|on| day.weekday() == on))
            .filter_map(|day| day.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok())
            .map(|at| at.timestamp().as_millisecond())
            .find(|at| *at > now)
            .unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Millis {
        let here: jiff::civil::DateTime = text.parse().unwrap();
        here.to_zoned(zone()).unwrap().timestamp().as_millisecond()
    }

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Helsinki").unwrap()
    }

    #[test]
    fn nothing_goes_at_once_in_quiet_hours_and_it_goes_when_they_end() {
        let wish = Wish::default();
        for (now, due) in [
            ("2026-11-22T10:00", "2026-11-22T10:00"),
            ("2026-11-22T20:59", "2026-11-22T20:59"),
            ("2026-11-22T21:00", "2026-11-23T08:00"),
            ("2026-11-23T03:30", "2026-11-23T08:00"),
            ("2026-11-23T08:00", "2026-11-23T08:00"),
        ] {
            assert_eq!(wish.due(Pace::AtOnce, at(now), &zone()), at(due), "{now}");
        }
        let never_quiet = Wish { quiet_from: 5, quiet_to: 5, ..wish };
        let night = at("2026-11-23T05:30");
        assert_eq!(never_quiet.due(Pace::AtOnce, night, &zone()), night);
        let by_day = Wish { quiet_from: 9, quiet_to: 15, ..wish };
        assert_eq!(
            by_day.due(Pace::AtOnce, at("2026-11-23T12:00"), &zone()),
            at("2026-11-23T15:00")
        );
    }

    #[test]
    fn digests_come_at_the_persons_hour_of_the_unions_day() {
        let wish = Wish::default();
        for (now, daily, weekly) in [
            ("2026-11-22T10:00", "2026-11-22T17:00", "2026-11-23T17:00"),
            ("2026-11-22T17:00", "2026-11-23T17:00", "2026-11-23T17:00"),
            ("2026-11-23T17:00", "2026-11-24T17:00", "2026-11-30T17:00"),
            // The night in which summer time ends is an hour longer.
            ("2026-10-24T18:00", "2026-10-25T17:00", "2026-10-26T17:00"),
        ] {
            assert_eq!(wish.due(Pace::Daily, at(now), &zone()), at(daily), "{now}");
            assert_eq!(wish.due(Pace::Weekly, at(now), &zone()), at(weekly), "{now}");
        }
        // 03.00 is skipped in spring.
        let early = Wish { digest_hour: 3, ..wish };
        assert_eq!(early.due(Pace::Daily, at("2027-03-27T12:00"), &zone()), at("2027-03-28T04:00"));
    }
}
