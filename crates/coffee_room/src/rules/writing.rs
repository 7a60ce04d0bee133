//! How fast people may write, and whose texts wait for a moderator.

use kafferum_guard::Kind;
use kafferum_platform::clock::Millis;
use kafferum_platform::settings::Settings;

use super::{Refusal, Steps, Trust};
use crate::model::{HoldCause, Record};

/// What the union set about writing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Posts that a person may write in a minute.
    pub posts_per_minute: i64,
    /// First posts of a person that wait for a moderator.
    pub newcomer_posts: i64,
    /// What comes before trust.
    pub trust: Steps,
}

impl Limits {
    /// As the settings are now.
    pub(crate) fn of(settings: &Settings) -> Self {
        Self {
            posts_per_minute: settings.number("coffee-room-posts-per-minute"),
            newcomer_posts: settings.number("coffee-room-newcomer-posts"),
            trust: Steps::of(settings),
        }
    }
}

/// How somebody has written so far, when they send another text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Habit {
    /// Posts and texts that waited of the last minute, also those taken back.
    pub in_minute: i64,
    /// Posts and texts that wait or were not let in, of the last hour.
    pub in_hour: i64,
    /// Other threads that say the very same since yesterday.
    pub same_elsewhere: i64,
    /// Links in the new text.
    pub links: usize,
    /// Moderators let them read and not write here until then.
    pub paused_until: Option<Millis>,
    /// Moderators let them write so many posts an hour here.
    pub slowed_to: Option<i64>,
    /// What they did so far.
    pub record: Record,
}

/// Somebody new may write so many times in an hour what is allowed in a
/// minute, before the rest waits.
const MINUTES_IN_HOUR: i64 = 5;
/// The same text waits when it stands in so many other threads.
const SAME_MOST: i64 = 2;
/// Shorter texts may well be the same: thanks, congratulations.
pub(crate) const SAME_LEAST: usize = 40;

/// Whether somebody may write in a room, whom moderators may have paused.
pub(crate) fn may_write(paused_until: Option<Millis>, now: Millis) -> Result<(), Refusal> {
    if paused_until.is_some_and(|until| now < until) {
        return Err(Refusal::new("coffee-room-paused"));
    }
    Ok(())
}

/// People write at a human rate (the union's setting, posts a minute), or as
/// slowly as moderators asked them to.
pub(crate) fn may_post_now(habit: &Habit, limits: Limits, now: Millis) -> Result<(), Refusal> {
    may_write(habit.paused_until, now)?;
    if let Some(most) = habit.slowed_to.filter(|most| habit.in_hour >= *most) {
        return Err(Refusal::new("coffee-room-slowed").with("count", most));
    }
    if habit.in_minute < Trust::of(&habit.record, limits.trust, now).posts_per_minute(limits) {
        Ok(())
    } else {
        Err(Refusal::new("coffee-room-too-fast"))
    }
}

/// Whether moderators are told of somebody who may write so fast and of whom
/// nothing waits for it: as many in an hour as would wait of somebody new.
pub(crate) fn is_flood(habit: &Habit, limits: Limits, now: Millis) -> bool {
    let trust = Trust::of(&habit.record, limits.trust, now);
    habit.in_hour >= trust.posts_per_minute(limits).saturating_mul(MINUTES_IN_HOUR)
}

/// Why a text must wait for a moderator, if it must.
pub(crate) fn must_wait(habit: &Habit, limits: Limits, now: Millis) -> Option<HoldCause> {
    let trust = Trust::of(&habit.record, limits.trust, now);
    let is_much = trust == Trust::New && is_flood(habit, limits, now);
    if habit.record.stood < limits.newcomer_posts {
        Some(HoldCause::Newcomer)
    } else if is_much || habit.same_elsewhere >= SAME_MOST || habit.links > trust.links() {
        Some(HoldCause::Rate)
    } else {
        None
    }
}

/// Whether words that the guard found wait for a moderator when their writer
/// sends them as they are. A code, a number, an address or a whole name leads
/// to one person, and so may a place with a condition and hours, or any name in
/// a text that has a condition. One name alone may be anybody's, even a
/// pseudonym: its writer has been asked, and a moderator reads it where it
/// stands.
pub(crate) fn is_risky(kind: Kind, words: &str, has_condition: bool) -> bool {
    kind != Kind::Name || has_condition || words.split_whitespace().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use kafferum_platform::clock::DAY;

    use super::*;

    #[test]
    fn first_posts_and_odd_rates_wait() {
        let known =
            Record { stood: 9, first_at: Some(0), last_at: Some(9 * DAY), ..Record::default() };
        let new = Record { stood: 4, ..known };
        let habit = Habit { record: known, ..Habit::default() };
        let newcomer = Habit { record: new, ..habit };
        let trust = Steps { known: (5, 7), trusted: (30, 60) };
        let limits = Limits { posts_per_minute: 6, newcomer_posts: 0, trust };
        let careful = Limits { newcomer_posts: 5, ..limits };
        for (habit, limits, wanted) in [
            (Habit::default(), limits, None),
            (Habit::default(), careful, Some(HoldCause::Newcomer)),
            (newcomer, careful, Some(HoldCause::Newcomer)),
            (habit, careful, None),
            (Habit { in_hour: 29, ..newcomer }, limits, None),
            (Habit { in_hour: 30, ..newcomer }, limits, Some(HoldCause::Rate)),
            (Habit { in_hour: 30, ..habit }, limits, None),
            (Habit { same_elsewhere: 1, ..habit }, limits, None),
            (Habit { same_elsewhere: 2, ..habit }, limits, Some(HoldCause::Rate)),
            (Habit { links: 3, ..newcomer }, limits, None),
            (Habit { links: 4, ..newcomer }, limits, Some(HoldCause::Rate)),
            (Habit { links: 4, ..habit }, limits, None),
        ] {
            assert_eq!(must_wait(&habit, limits, 9 * DAY), wanted, "{habit:?} {limits:?}");
        }
    }

    #[test]
    fn of_somebody_known_a_flood_is_told_and_of_the_trusted_a_greater_one() {
        let known =
            Record { stood: 40, first_at: Some(0), last_at: Some(9 * DAY), ..Record::default() };
        let trusted = Record { first_at: Some(-90 * DAY), ..known };
        let limits = Limits {
            posts_per_minute: 6,
            newcomer_posts: 0,
            trust: Steps { known: (5, 7), trusted: (30, 60) },
        };
        for (record, in_hour, wanted) in
            [(known, 29, false), (known, 30, true), (trusted, 59, false), (trusted, 60, true)]
        {
            let habit = Habit { record, in_hour, ..Habit::default() };
            assert_eq!(is_flood(&habit, limits, 9 * DAY), wanted, "{habit:?}");
            assert_eq!(must_wait(&habit, limits, 9 * DAY), None, "{habit:?}");
        }
    }

    #[test]
    fn whole_names_and_names_beside_a_condition_wait() {
        for (kind, words, has_condition, wanted) in [
            (Kind::Name, "Liisalta", false, false),
            (Kind::Name, "Anna-Liisalta", false, false),
            (Kind::Name, "Liisa Virtaselta", false, true),
            (Kind::Name, "Liisalta", true, true),
            (Kind::Phone, "040 123 4567", false, true),
            (Kind::Combination, "Utsjoella", true, true),
        ] {
            assert_eq!(is_risky(kind, words, has_condition), wanted, "{words}");
        }
    }

    #[test]
    fn people_write_at_a_human_rate_and_as_moderators_let_them() {
        let trust = Steps { known: (5, 7), trusted: (30, 60) };
        let limits = Limits { posts_per_minute: 6, newcomer_posts: 0, trust };
        let habit = Habit::default();
        for (habit, wanted) in [
            (Habit { in_minute: 5, ..habit }, true),
            (Habit { in_minute: 6, ..habit }, false),
            (Habit { in_hour: 2, slowed_to: Some(3), ..habit }, true),
            (Habit { in_hour: 3, slowed_to: Some(3), ..habit }, false),
            (Habit { paused_until: Some(9), ..habit }, true),
            (Habit { paused_until: Some(11), ..habit }, false),
        ] {
            assert_eq!(may_post_now(&habit, limits, 10).is_ok(), wanted, "{habit:?}");
        }
    }
}
