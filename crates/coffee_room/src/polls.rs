//! Polls: what may be chosen, and how often it was. Nothing anywhere tells who
//! chose what: a vote adds to the counts, and the person's name is noted
//! beside them only as one who has voted. So a vote can't be taken back.
//!
//! Votes for a ranked poll are counted as points (Borda): of five options the
//! first gets four, the second three, the last none.

use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::{Fault, Refusal, words};
use serde::{Deserialize, Serialize};

/// Least and most options.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=10;
/// Longest option, in characters.
const OPTION_MOST: usize = 100;
/// Longest time that a poll is open, in days.
const DAYS: std::ops::RangeInclusive<i64> = 1..=60;
/// With fewer voters an open poll shows no counts, lest one sees who it was.
const SHOWN_FROM: i64 = 5;

words! {
    /// How a poll is answered.
    PollKind {
        /// One option.
        Single = "single",
        /// Any of them.
        Several = "several",
        /// All in an order.
        Ranked = "ranked",
    }
}

/// A poll as it stands with its post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Poll {
    kind: String,
    pub closes_at: Millis,
    pub voters: i64,
    /// What the post says was changed when somebody had voted.
    #[serde(default)]
    pub is_changed: bool,
    pub options: Vec<PollOption>,
}

/// What may be chosen, and its votes or points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PollOption {
    pub text: String,
    pub votes: i64,
}

impl Poll {
    /// A poll as typed: an option a line. `None` when none is wanted.
    pub(crate) fn typed(
        kind: &str,
        options: &str,
        days: &str,
        now: Millis,
    ) -> Result<Option<Self>, Refusal> {
        let Some(kind) = PollKind::from_word(kind) else { return Ok(None) };
        let mut texts: Vec<String> = Vec::new();
        for text in options.lines().map(str::trim).filter(|text| !text.is_empty()) {
            must_be_short(text)?;
            if !texts.iter().any(|known| known == text) {
                texts.push(text.to_owned());
            }
        }
        if !OPTIONS.contains(&texts.len()) {
            return Err(Refusal::new("coffee-room-poll-options")
                .with("least", *OPTIONS.start())
                .with("most", *OPTIONS.end())
                .at("options"));
        }
        let days = days.parse().ok().filter(|days| DAYS.contains(days));
        let days = days.ok_or_else(|| {
            Refusal::new("coffee-room-poll-days").with("most", *DAYS.end()).at("days")
        })?;
        let options = texts.into_iter().map(|text| PollOption { text, votes: 0 }).collect();
        Ok(Some(Self {
            kind: kind.word().to_owned(),
            closes_at: now + days * DAY,
            voters: 0,
            is_changed: false,
            options,
        }))
    }

    /// The same poll in other words, an option a line in their order: the votes
    /// stay with what they were given to.
    pub(crate) fn reworded(&self, options: &str) -> Result<Self, Refusal> {
        let texts: Vec<&str> =
            options.lines().map(str::trim).filter(|text| !text.is_empty()).collect();
        if texts.len() != self.options.len() {
            let count = Refusal::new("coffee-room-poll-reworded").with("count", self.options.len());
            return Err(count.at("options"));
        }
        texts.iter().try_for_each(|text| must_be_short(text))?;
        let reworded = |(option, text): (&PollOption, &str)| PollOption {
            text: text.to_owned(),
            votes: option.votes,
        };
        let options = self.options.iter().zip(texts).map(reworded).collect();
        Ok(Self { options, ..self.clone() })
    }

    /// What may be chosen, an option a line.
    pub(crate) fn options_text(&self) -> String {
        self.options.iter().map(|option| option.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// A poll as stored.
    pub(crate) fn read(stored: &str) -> Result<Self, Fault> {
        serde_json::from_str(stored).map_err(Fault::bug)
    }

    /// As it is stored.
    pub(crate) fn stored(&self) -> Result<String, Fault> {
        serde_json::to_string(self).map_err(Fault::bug)
    }

    pub(crate) fn kind(&self) -> PollKind {
        PollKind::from_word(&self.kind).unwrap_or(PollKind::Single)
    }

    pub(crate) fn is_open(&self, now: Millis) -> bool {
        now < self.closes_at
    }

    /// Whether its counts are shown.
    pub(crate) fn shows_counts(&self, now: Millis) -> bool {
        !self.is_open(now) || self.voters >= SHOWN_FROM
    }

    /// The greatest count, to draw the others by.
    pub(crate) fn most(&self) -> i64 {
        self.options.iter().map(|option| option.votes).max().unwrap_or(0).max(1)
    }

    /// Adds a vote: the chosen options, of a ranked poll all of them in order.
    pub(crate) fn vote(&mut self, chosen: &[usize]) -> Result<(), Refusal> {
        let count = self.options.len();
        let is_known = chosen.iter().all(|option| *option < count);
        let is_once = (1..chosen.len()).all(|at| {
            let (before, rest) = chosen.split_at(at);
            rest.first().is_none_or(|option| !before.contains(option))
        });
        let (fits, key) = match self.kind() {
            PollKind::Single => (chosen.len() == 1, "coffee-room-poll-choose-one"),
            PollKind::Several => (!chosen.is_empty(), "coffee-room-poll-choose-some"),
            PollKind::Ranked => (chosen.len() == count, "coffee-room-poll-rank-all"),
        };
        if !(fits && is_known && is_once) {
            return Err(Refusal::new(key));
        }
        let kind = self.kind();
        for (place, option) in chosen.iter().enumerate() {
            let points = match kind {
                PollKind::Ranked => i64::try_from(count - 1 - place).unwrap_or(0),
                _ => 1,
            };
            if let Some(option) = self.options.get_mut(*option) {
                option.votes += points;
            }
        }
        self.voters += 1;
        Ok(())
    }
}

fn must_be_short(option: &str) -> Result<(), Refusal> {
    if option.chars().count() <= OPTION_MOST {
        return Ok(());
    }
    Err(Refusal::new("coffee-room-poll-long").with("most", OPTION_MOST).at("options"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(kind: &str) -> Poll {
        let typed = Poll::typed(kind, "kahvi\ntee\n\nkahvi\nvesi", "7", 0);
        typed.ok().flatten().unwrap_or_else(|| unreachable!())
    }

    fn votes(poll: &Poll) -> Vec<i64> {
        poll.options.iter().map(|option| option.votes).collect()
    }

    #[test]
    fn a_poll_has_a_few_different_options_and_an_end() {
        assert_eq!(poll("single").options.len(), 3);
        assert_eq!(poll("single").closes_at, 7 * DAY);
        assert_eq!(Poll::typed("", "", "", 0), Ok(None));
        let long = "x".repeat(101);
        let many = (0..11).map(|n| format!("{n}\n")).collect::<String>();
        for (options, days) in [
            ("yksi", "7"),
            ("a\na", "7"),
            (&many, "7"),
            (&long, "7"),
            ("a\nb", "0"),
            ("a\nb", "61"),
            ("a\nb", "x"),
        ] {
            assert!(Poll::typed("single", options, days, 0).is_err(), "{options} {days}");
        }
    }

    #[test]
    fn votes_are_counted_by_kind() {
        for (kind, chosen, counts) in [
            ("single", &[1][..], &[0, 1, 0][..]),
            ("several", &[0, 2], &[1, 0, 1]),
            ("ranked", &[2, 0, 1], &[1, 0, 2]),
        ] {
            let mut poll = poll(kind);
            assert!(poll.vote(chosen).is_ok(), "{kind}");
            assert_eq!((votes(&poll).as_slice(), poll.voters), (counts, 1), "{kind}");
        }
    }

    #[test]
    fn a_vote_that_does_not_fit_counts_nothing() {
        for (kind, chosen) in [
            ("single", &[][..]),
            ("single", &[0, 1]),
            ("single", &[3]),
            ("several", &[]),
            ("several", &[1, 1]),
            ("ranked", &[0, 1]),
            ("ranked", &[0, 1, 1]),
        ] {
            let mut poll = poll(kind);
            assert!(poll.vote(chosen).is_err(), "{kind} {chosen:?}");
            assert_eq!((votes(&poll), poll.voters), (vec![0, 0, 0], 0));
        }
    }

    #[test]
    fn other_words_take_the_votes_of_those_that_they_stand_for() {
        let mut poll = poll("single");
        assert!(poll.vote(&[1]).is_ok());
        let reworded = poll.reworded(" […]\n\n[…]\nvesi\n").ok();
        let texts = reworded.as_ref().map(Poll::options_text);
        assert_eq!(texts.as_deref(), Some("[…]\n[…]\nvesi"));
        assert_eq!(reworded.map(|poll| (votes(&poll), poll.voters)), Some((vec![0, 1, 0], 1)));
        for options in ["kahvi\ntee", "kahvi\ntee\nvesi\nmaito", "", &"x".repeat(101)] {
            assert!(poll.reworded(options).is_err(), "{options}");
        }
    }

    #[test]
    fn counts_wait_for_company_or_the_end() {
        let mut poll = poll("single");
        for voters in 0..6 {
            assert_eq!(poll.shows_counts(0), voters >= 5, "{voters}");
            assert!(poll.vote(&[0]).is_ok());
        }
        assert!(self::poll("single").shows_counts(7 * DAY));
    }

    #[test]
    fn what_is_stored_reads_as_it_was() {
        let poll = poll("ranked");
        let stored = poll.stored().unwrap_or_default();
        assert_eq!(Poll::read(&stored).ok(), Some(poll));
    }
}
