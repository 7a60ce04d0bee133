//! The road's statutes: how long a trial lasts, when a guest is reminded, what
//! the join kit is sent by. Pure: facts and the moment come in, a decision
//! goes out; to record it and to do it once is the caller's business.
//!
//! Days are calendar days of the union's time zone, counted from the day of
//! registration, which is day 0 whatever the hour. Daylight saving shifts no
//! day: day 14 begins at midnight there, 13 or 15 times 24 hours or not.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::model::DispatchKind;

/// The union's own settings of the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RoadSettings {
    /// The day on which a guest who has not applied is reminded.
    pub(crate) reminder_day: u16,
    /// The day on which the trial is over. A trial of 30 days is open on days
    /// 0 to 29.
    pub(crate) trial_days: u16,
}

impl Default for RoadSettings {
    /// PRODUCT.md, "The road of a person": reminder on day 14, trial 30 days.
    fn default() -> Self {
        Self { reminder_day: 14, trial_days: 30 }
    }
}

/// Whether a person agreed to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Agreed.
    Given,
    /// Did not agree, or took it back.
    NotGiven,
}

/// Whether the person asked for the join kit as a printed letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LetterWish {
    /// Asked for it.
    Wanted,
    /// Did not.
    NotWanted,
}

/// Whether there is somewhere to send something to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// A whole address: for mail an e-mail address, for a letter a street or
    /// post box, a postal code and a town.
    Known,
    /// None, or not a whole one.
    Missing,
}

/// What is known of a guest when something is to be decided. Dates are of the
/// union's time zone; a date that is there counts, whenever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RoadFacts {
    /// The moment of registration.
    pub(crate) registered_at: Timestamp,
    /// The day the person applied for membership; none when they took it back
    /// or were turned down.
    pub(crate) applied: Option<Date>,
    /// The day an application of theirs was turned down.
    pub(crate) application_declined: Option<Date>,
    /// The first day of membership.
    pub(crate) joined: Option<Date>,
    /// The day the person said no to joining.
    pub(crate) declined: Option<Date>,
    /// The day the printed letter came back from the post.
    pub(crate) letter_returned: Option<Date>,
    /// The day the person's data were erased.
    pub(crate) erased: Option<Date>,
    /// Consent to the joining letter and its reminder.
    pub(crate) consent: Consent,
    /// Whether the printed letter was asked for.
    pub(crate) letter_wish: LetterWish,
    /// Whether there is an e-mail address.
    pub(crate) email: Address,
    /// Whether there is a postal address.
    pub(crate) postal: Address,
}

#[cfg(test)]
impl RoadFacts {
    /// A guest who registered just now, agreed and gave an e-mail address.
    pub(crate) fn registered(registered_at: Timestamp) -> Self {
        Self {
            registered_at,
            applied: None,
            application_declined: None,
            joined: None,
            declined: None,
            letter_returned: None,
            erased: None,
            consent: Consent::Given,
            letter_wish: LetterWish::NotWanted,
            email: Address::Known,
            postal: Address::Missing,
        }
    }
}

kafferum_platform::words! {
    /// Why something is not sent.
    SkipReason {
        /// The person's data were erased.
        Erased = "erased",
        /// The person is a member.
        Joined = "joined",
        /// The person has applied.
        Applied = "applied",
        /// The person applied and was turned down.
        ApplicationDeclined = "application-declined",
        /// The person said no.
        Declined = "declined",
        /// The printed letter came back: the person is not reached, or not there.
        LetterReturned = "letter-returned",
        /// There is no consent to it.
        NoConsent = "no-consent",
        /// The trial was over before the reminder could be sent.
        TrialOver = "trial-over",
        /// There is no e-mail address.
        NoEmail = "no-email",
        /// There is no whole postal address.
        NoPostalAddress = "no-postal-address",
        /// A printed letter was not asked for.
        LetterNotWanted = "letter-not-wanted",
    }
}

/// Whether something is sent. Both are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SendDecision {
    /// It is.
    Send,
    /// It is not, because of this.
    Skip(SkipReason),
}

/// Where a trial is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TrialState {
    /// The coffee room is open to the guest.
    Open {
        /// The first moment at which it is not.
        until: Timestamp,
    },
    /// The trial is over.
    Over {
        /// The first moment at which it was.
        since: Timestamp,
    },
}

/// Whether the reminder's day has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReminderState {
    /// Not yet.
    NotDue {
        /// The moment it comes.
        due: Timestamp,
    },
    /// It has, and this is to be done and recorded now.
    Due(SendDecision),
}

/// How the join kit goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct JoinKitDecision {
    /// By e-mail.
    pub(crate) mail: SendDecision,
    /// As a printed letter.
    pub(crate) letter: SendDecision,
}

/// The first moment of a day of the road: midnight in the union's time zone,
/// or the first moment after it where daylight saving skips midnight. Past
/// jiff's last day (in the year 9999) it is jiff's last moment.
pub(crate) fn start_of_day(registered_at: Timestamp, day: u16, zone: &TimeZone) -> Timestamp {
    let registered_on = registered_at.to_zoned(zone.clone()).date();
    let date = registered_on.saturating_add(i64::from(day).days());
    date.to_zoned(zone.clone())
        .and_then(|midnight| midnight.start_of_day())
        .map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// Which day of the road it is: 0 on the day of registration. Negative before.
pub(crate) fn day_of_road(registered_at: Timestamp, now: Timestamp, zone: &TimeZone) -> i32 {
    let registered_on = registered_at.to_zoned(zone.clone()).date();
    let today = now.to_zoned(zone.clone()).date();
    (today - registered_on).get_days()
}

/// Where the trial is at a moment. Whether the person has become a member
/// meanwhile doesn't matter here: members need no trial.
pub(crate) fn trial_state(
    registered_at: Timestamp,
    settings: RoadSettings,
    zone: &TimeZone,
    now: Timestamp,
) -> TrialState {
    let end = start_of_day(registered_at, settings.trial_days, zone);
    if now < end { TrialState::Open { until: end } } else { TrialState::Over { since: end } }
}

/// Whether the reminder is due at a moment and, if so, whether it is sent.
///
/// However late the question comes (the machine may have been off), the answer
/// is by the facts of the moment: after the end of the trial it is too late to
/// remind anyone.
pub(crate) fn reminder(
    facts: &RoadFacts,
    settings: RoadSettings,
    zone: &TimeZone,
    now: Timestamp,
) -> ReminderState {
    let due = start_of_day(facts.registered_at, settings.reminder_day, zone);
    if now < due {
        return ReminderState::NotDue { due };
    }
    let trial = trial_state(facts.registered_at, settings, zone, now);
    let over = matches!(trial, TrialState::Over { .. });
    let skip = first_reason(&[
        (facts.erased.is_some(), SkipReason::Erased),
        (facts.joined.is_some(), SkipReason::Joined),
        (facts.applied.is_some(), SkipReason::Applied),
        (facts.application_declined.is_some(), SkipReason::ApplicationDeclined),
        (facts.declined.is_some(), SkipReason::Declined),
        (facts.letter_returned.is_some(), SkipReason::LetterReturned),
        (facts.consent == Consent::NotGiven, SkipReason::NoConsent),
        (over, SkipReason::TrialOver),
        (facts.email == Address::Missing, SkipReason::NoEmail),
    ]);
    ReminderState::Due(skip)
}

/// How the join kit goes out: by e-mail to everyone who agreed, as a letter to
/// those who gave an address and asked for it.
pub(crate) fn join_kit(facts: &RoadFacts) -> JoinKitDecision {
    let common = first_reason(&[
        (facts.erased.is_some(), SkipReason::Erased),
        (facts.joined.is_some(), SkipReason::Joined),
        (facts.applied.is_some(), SkipReason::Applied),
        (facts.application_declined.is_some(), SkipReason::ApplicationDeclined),
        (facts.declined.is_some(), SkipReason::Declined),
        (facts.consent == Consent::NotGiven, SkipReason::NoConsent),
    ]);
    if common != SendDecision::Send {
        return JoinKitDecision { mail: common, letter: common };
    }
    let not_wanted = facts.letter_wish == LetterWish::NotWanted;
    JoinKitDecision {
        mail: first_reason(&[(facts.email == Address::Missing, SkipReason::NoEmail)]),
        letter: first_reason(&[
            (facts.letter_returned.is_some(), SkipReason::LetterReturned),
            (not_wanted, SkipReason::LetterNotWanted),
            (facts.postal == Address::Missing, SkipReason::NoPostalAddress),
        ]),
    }
}

/// Whether a guest whose trial is over is told so. It is news about their own
/// account, so it asks for no consent; who is on the way in, who said no, and
/// who could not be reached is left in peace. The door closes all the same.
pub(crate) fn trial_lock(facts: &RoadFacts) -> SendDecision {
    first_reason(&[
        (facts.erased.is_some(), SkipReason::Erased),
        (facts.joined.is_some(), SkipReason::Joined),
        (facts.applied.is_some(), SkipReason::Applied),
        (facts.declined.is_some(), SkipReason::Declined),
        (facts.letter_returned.is_some(), SkipReason::LetterReturned),
        (facts.email == Address::Missing, SkipReason::NoEmail),
    ])
}

/// What is taken back of the mails that are still on their way, once this
/// holds: none goes out that would not be begun any more. The join kit was
/// asked for; only who is in, or wants nothing more, does without it.
pub(crate) fn taken_back_by(reason: SkipReason) -> &'static [DispatchKind] {
    use DispatchKind::{JoinKitMail, Reminder, TrialLock};
    match reason {
        SkipReason::Joined | SkipReason::Declined => &[JoinKitMail, Reminder, TrialLock],
        SkipReason::Applied | SkipReason::LetterReturned => &[Reminder, TrialLock],
        SkipReason::TrialOver => &[Reminder],
        _ => &[],
    }
}

/// Whoever registered before this moment has reached the day by now, and
/// nobody else: the question of a timer, the other way round.
pub(crate) fn reached_by_those_before(day: u16, now: Timestamp, zone: &TimeZone) -> Timestamp {
    let today = now.to_zoned(zone.clone()).date();
    let first_not_reached = today.saturating_sub((i64::from(day) - 1).days());
    first_not_reached
        .to_zoned(zone.clone())
        .and_then(|midnight| midnight.start_of_day())
        .map_or(Timestamp::MIN, |zoned| zoned.timestamp())
}

/// The first reason that holds is the one recorded; if none does, it is sent.
fn first_reason(reasons: &[(bool, SkipReason)]) -> SendDecision {
    let found = reasons.iter().find(|(holds, _)| *holds);
    found.map_or(SendDecision::Send, |(_, reason)| SendDecision::Skip(*reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn helsinki() -> TimeZone {
        TimeZone::get("Europe/Helsinki").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn settings() -> RoadSettings {
        RoadSettings::default()
    }

    /// Registration and the first moments of day 14 and day 30, in UTC.
    /// In 2026 summer time begins on 29 March and ends on 25 October.
    const ROADS: [(&str, &str, &str); 6] = [
        // Winter all along; registered at noon.
        ("2026-01-10T10:00:00Z", "2026-01-23T22:00:00Z", "2026-02-08T22:00:00Z"),
        // One second before midnight in Helsinki and at midnight.
        ("2026-01-10T21:59:59Z", "2026-01-23T22:00:00Z", "2026-02-08T22:00:00Z"),
        ("2026-01-10T22:00:00Z", "2026-01-24T22:00:00Z", "2026-02-09T22:00:00Z"),
        // Into summer time before day 14, and between day 14 and day 30.
        ("2026-03-20T21:30:00Z", "2026-04-02T21:00:00Z", "2026-04-18T21:00:00Z"),
        ("2026-03-10T10:00:00Z", "2026-03-23T22:00:00Z", "2026-04-08T21:00:00Z"),
        // Out of summer time: registered at 23.30, local summer time.
        ("2026-10-20T20:30:00Z", "2026-11-02T22:00:00Z", "2026-11-18T22:00:00Z"),
    ];

    #[test]
    fn days_are_calendar_days_of_helsinki_whatever_daylight_saving_does() {
        for (registered, day_14, day_30) in ROADS {
            let zone = helsinki();
            assert_eq!(start_of_day(at(registered), 14, &zone), at(day_14), "{registered}");
            assert_eq!(start_of_day(at(registered), 30, &zone), at(day_30), "{registered}");
            assert_eq!(day_of_road(at(registered), at(registered), &zone), 0);
            assert_eq!(day_of_road(at(registered), at(day_30), &zone), 30);
            let before = at(day_30) - 1.second();
            assert_eq!(day_of_road(at(registered), before, &zone), 29);
        }
    }

    #[test]
    fn the_trial_is_open_until_the_first_moment_of_day_30() {
        for (registered, _, day_30) in ROADS {
            let state = |now| trial_state(at(registered), settings(), &helsinki(), now);
            let end = at(day_30);
            assert_eq!(state(at(registered)), TrialState::Open { until: end });
            assert_eq!(state(end - 1.nanosecond()), TrialState::Open { until: end });
            assert_eq!(state(end), TrialState::Over { since: end });
            assert_eq!(state(end + 10_000.hours()), TrialState::Over { since: end });
        }
    }

    #[test]
    fn the_union_sets_the_days() {
        let settings = RoadSettings { reminder_day: 3, trial_days: 7 };
        let facts = RoadFacts::registered(at("2026-01-10T10:00:00Z"));
        let due = at("2026-01-12T22:00:00Z");
        let state = |now| reminder(&facts, settings, &helsinki(), now);
        assert_eq!(state(due - 1.second()), ReminderState::NotDue { due });
        assert_eq!(state(due), ReminderState::Due(SendDecision::Send));
        let over = ReminderState::Due(SendDecision::Skip(SkipReason::TrialOver));
        assert_eq!(state(at("2026-01-16T22:00:00Z")), over);
    }

    #[test]
    fn who_has_reached_a_day_is_the_same_asked_either_way() {
        let zone = helsinki();
        let mut now = at("2026-03-27T20:00:00Z");
        while now < at("2026-04-02T00:00:00Z") {
            for day in [0, 1, 14, 30] {
                let before = reached_by_those_before(day, now, &zone);
                let first = start_of_day(before - 1.nanosecond(), day, &zone);
                assert!(first <= now, "day {day} at {now}");
                assert!(start_of_day(before, day, &zone) > now, "day {day} at {now}");
            }
            now += 30.minutes();
        }
    }

    #[test]
    fn the_lock_is_told_to_guests_and_left_untold_to_others() {
        let table: [(Change, SendDecision); 9] = [
            (|_| {}, SendDecision::Send),
            (|f| f.consent = Consent::NotGiven, SendDecision::Send),
            (|f| f.application_declined = DAY, SendDecision::Send),
            (|f| f.erased = DAY, SendDecision::Skip(SkipReason::Erased)),
            (|f| f.joined = DAY, SendDecision::Skip(SkipReason::Joined)),
            (|f| f.applied = DAY, SendDecision::Skip(SkipReason::Applied)),
            (|f| f.declined = DAY, SendDecision::Skip(SkipReason::Declined)),
            (|f| f.letter_returned = DAY, SendDecision::Skip(SkipReason::LetterReturned)),
            (|f| f.email = Address::Missing, SendDecision::Skip(SkipReason::NoEmail)),
        ];
        for (change, wanted) in table {
            let mut facts = RoadFacts::registered(at("2026-01-10T10:00:00Z"));
            change(&mut facts);
            assert_eq!(trial_lock(&facts), wanted);
        }
    }

    #[test]
    fn a_zone_without_midnight_begins_its_day_later() {
        // In Cairo clocks went from 23.59.59 on 27 April 2023 to 1.00 on the 28th.
        let cairo = TimeZone::get("Africa/Cairo").unwrap();
        let start = start_of_day(at("2023-04-14T10:00:00Z"), 14, &cairo);
        assert_eq!(start, at("2023-04-27T22:00:00Z"));
    }

    #[test]
    fn days_beyond_the_calendar_are_the_last_moment() {
        let start = start_of_day(at("9999-12-20T10:00:00Z"), 30, &helsinki());
        assert!(start > at("9999-12-29T00:00:00Z"));
    }

    #[test]
    fn the_reminder_is_due_from_the_first_moment_of_day_14() {
        for (registered, day_14, _) in ROADS {
            let facts = RoadFacts::registered(at(registered));
            let state = |now| reminder(&facts, settings(), &helsinki(), now);
            let due = at(day_14);
            assert_eq!(state(at(registered)), ReminderState::NotDue { due });
            assert_eq!(state(due - 1.nanosecond()), ReminderState::NotDue { due });
            assert_eq!(state(due), ReminderState::Due(SendDecision::Send));
        }
    }

    type Change = fn(&mut RoadFacts);

    const DAY: Option<Date> = Some(jiff::civil::date(2026, 1, 12));

    #[test]
    fn the_reminder_is_skipped_with_its_reason() {
        let table: [(Change, SkipReason); 8] = [
            (|f| f.erased = DAY, SkipReason::Erased),
            (|f| f.joined = DAY, SkipReason::Joined),
            (|f| f.applied = DAY, SkipReason::Applied),
            (|f| f.application_declined = DAY, SkipReason::ApplicationDeclined),
            (|f| f.declined = DAY, SkipReason::Declined),
            (|f| f.letter_returned = DAY, SkipReason::LetterReturned),
            (|f| f.consent = Consent::NotGiven, SkipReason::NoConsent),
            (|f| f.email = Address::Missing, SkipReason::NoEmail),
        ];
        for (change, reason) in table {
            let mut facts = RoadFacts::registered(at("2026-01-10T10:00:00Z"));
            change(&mut facts);
            let state = |now| reminder(&facts, settings(), &helsinki(), at(now));
            let skipped = ReminderState::Due(SendDecision::Skip(reason));
            assert_eq!(state("2026-01-24T10:00:00Z"), skipped);
            assert!(matches!(state("2026-01-20T10:00:00Z"), ReminderState::NotDue { .. }));
        }
    }

    #[test]
    fn a_machine_that_was_off_reminds_late_but_never_after_the_trial() {
        let facts = RoadFacts::registered(at("2026-01-10T10:00:00Z"));
        let state = |now| reminder(&facts, settings(), &helsinki(), at(now));
        assert_eq!(state("2026-02-08T21:59:59Z"), ReminderState::Due(SendDecision::Send));
        let over = ReminderState::Due(SendDecision::Skip(SkipReason::TrialOver));
        assert_eq!(state("2026-02-08T22:00:00Z"), over);
    }

    #[test]
    fn who_joined_after_applying_is_told_as_joined() {
        let mut facts = RoadFacts::registered(at("2026-01-10T10:00:00Z"));
        (facts.applied, facts.joined) = (DAY, DAY);
        let state = reminder(&facts, settings(), &helsinki(), at("2026-03-01T00:00:00Z"));
        assert_eq!(state, ReminderState::Due(SendDecision::Skip(SkipReason::Joined)));
    }

    #[test]
    fn the_join_kit_goes_by_mail_and_as_a_letter_to_those_who_want_it() {
        use SendDecision::{Send, Skip};
        use SkipReason as Why;
        let turned_down = Skip(Why::ApplicationDeclined);
        let table: [(Change, SendDecision, SendDecision); 11] = [
            (|f| f.application_declined = DAY, turned_down, turned_down),
            (|_| {}, Send, Send),
            (|f| f.letter_wish = LetterWish::NotWanted, Send, Skip(Why::LetterNotWanted)),
            (|f| f.postal = Address::Missing, Send, Skip(Why::NoPostalAddress)),
            (|f| f.email = Address::Missing, Skip(Why::NoEmail), Send),
            (|f| f.letter_returned = DAY, Send, Skip(Why::LetterReturned)),
            (|f| f.consent = Consent::NotGiven, Skip(Why::NoConsent), Skip(Why::NoConsent)),
            (|f| f.declined = DAY, Skip(Why::Declined), Skip(Why::Declined)),
            (|f| f.applied = DAY, Skip(Why::Applied), Skip(Why::Applied)),
            (|f| f.joined = DAY, Skip(Why::Joined), Skip(Why::Joined)),
            (|f| f.erased = DAY, Skip(Why::Erased), Skip(Why::Erased)),
        ];
        for (change, mail, letter) in table {
            let mut facts = RoadFacts::registered(at("2026-01-10T10:00:00Z"));
            facts.letter_wish = LetterWish::Wanted;
            facts.postal = Address::Known;
            change(&mut facts);
            assert_eq!(join_kit(&facts), JoinKitDecision { mail, letter });
        }
    }
}
