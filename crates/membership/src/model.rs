//! The nouns of membership: ids, states as words, member numbers.
//! Nothing here reads, writes or decides.

use std::fmt;

use kafferum_platform as platform;

/// A number by which the union's register knows a member. It is text: leading
/// zeros count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MemberNumber(String);

impl MemberNumber {
    /// The most characters that a member number may have.
    pub(crate) const MAX_CHARS: usize = 32;

    /// Reads a member number: letters, digits, `-`, `/` and `.`, at least one
    /// digit, at most [`Self::MAX_CHARS`] characters. `None` for anything else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let fits = text.len() <= Self::MAX_CHARS;
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
        let numbered = text.bytes().any(|b| b.is_ascii_digit());
        (fits && numbered && text.chars().all(allowed)).then(|| Self(text.to_owned()))
    }

    /// The number as the register writes it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MemberNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

platform::id! {
    /// An application for membership.
    ApplicationId
}
platform::id! {
    /// A batch of printed letters.
    BatchId
}
platform::id! {
    /// A file on its way into the roll.
    ImportId
}
platform::id! {
    /// Somebody who left and is to be called back.
    TaskId
}

platform::words! {
    /// How a person has to do with the work, in their own word.
    Relation {
        /// Works as an assistant.
        Assistant = "assistant",
        /// Employs one.
        Employer = "employer",
        /// A relative or friend.
        Relative = "relative",
        /// Something else.
        Other = "other",
    }
}

platform::words! {
    /// What may be sent to a person on the road, once each.
    DispatchKind {
        /// The join kit by e-mail.
        JoinKitMail = "join-kit-mail",
        /// The join kit as a printed letter.
        JoinKitLetter = "join-kit-letter",
        /// The one reminder.
        Reminder = "reminder",
        /// The notice that the trial is over.
        TrialLock = "trial-lock",
        /// The welcome to a new member.
        Welcome = "welcome",
    }
}

platform::words! {
    /// Whether something was sent.
    Decision {
        /// It was.
        Sent = "sent",
        /// It was not; the reason stands beside.
        Skipped = "skipped",
    }
}

platform::words! {
    /// What a person agrees to.
    ConsentKind {
        /// The house rules: secrecy, and the union's disclaimer.
        HouseRules = "house-rules",
        /// The joining letter and its reminder.
        JoinLetter = "join-letter",
        /// That an application is handled.
        Application = "application",
    }
}

platform::words! {
    /// Where a printed letter is.
    LetterState {
        /// To be printed.
        Waiting = "waiting",
        /// Printed and posted.
        Printed = "printed",
        /// Not printed after all; the dispatch says why.
        Withheld = "withheld",
        /// It came back.
        Returned = "returned",
    }
}

platform::words! {
    /// Where an application is.
    ApplicationState {
        /// A registrar, or the roll, has not answered yet.
        Waiting = "waiting",
        /// The person is a member by it.
        Confirmed = "confirmed",
        /// The registrar said no, with a reason.
        Declined = "declined",
        /// The applicant took it back, or was forgotten.
        Withdrawn = "withdrawn",
    }
}

impl ApplicationState {
    /// The text key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Waiting => "membership-state-name-waiting",
            Self::Confirmed => "membership-state-name-confirmed",
            Self::Declined => "membership-state-name-declined",
            Self::Withdrawn => "membership-state-name-withdrawn",
        }
    }
}

platform::words! {
    /// How an application came.
    CameBy {
        /// Its writer sent it here.
        Site = "site",
        /// On paper; a registrar entered it.
        Paper = "paper",
    }
}

platform::words! {
    /// Whose employee an applicant is.
    Employer {
        /// The assisted person.
        Household = "household",
        /// A wellbeing services county.
        County = "county",
        /// A company or association.
        Company = "company",
        /// Something else, or nobody now.
        Other = "other",
    }
}

platform::words! {
    /// An answer to a question that has two.
    Answer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

platform::words! {
    /// The second fact by which a member is recognised, beside the number.
    SecondFact {
        /// Date of birth.
        BirthDate = "birth-date",
        /// Postal code.
        PostalCode = "postal-code",
    }
}

platform::words! {
    /// Where a file for the roll is.
    ImportState {
        /// Shown, not in force.
        DryRun = "dry-run",
        /// In force.
        Applied = "applied",
        /// Thrown away.
        Dropped = "dropped",
    }
}

impl ImportState {
    /// The text key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::DryRun => "membership-roll-state-dry-run",
            Self::Applied => "membership-roll-state-applied",
            Self::Dropped => "membership-roll-state-dropped",
        }
    }
}

platform::words! {
    /// Why somebody left, as they tell when called back.
    LeaveReason {
        /// Not asked yet, or not told.
        Unknown = "unknown",
        /// Resigned.
        Resigned = "resigned",
        /// Went over to another union.
        Transferred = "transferred",
        /// Was expelled for arrears.
        Arrears = "arrears",
        /// Left the trade.
        LeftTrade = "left-trade",
    }
}

platform::words! {
    /// Whether a leaver has been called back.
    TaskState {
        /// Not yet.
        Open = "open",
        /// Yes, or it is not wanted.
        Done = "done",
    }
}
