//! What a file would do to the roll: the file read, compared, and held against
//! the applications that wait. Pure; a file of 30,000 rows takes a moment, so
//! it is done off the tasks that serve pages.

use std::collections::HashMap;

use jiff::civil::Date;
use kafferum_platform::people::PersonId;

use crate::model::MemberNumber;
use crate::roll_diff::{Absence, CurrentRoll, RollDiff, diff, must_be_confirmed};
use crate::roll_file::{Field, HeaderMapping, Problem, Reason, Roll, RollEntry, read_roll};
use crate::roll_match::{Met, meet};
use crate::store::applications::Application;
use crate::store::roll::Counts;

/// What a file is compared with.
pub(crate) struct Known {
    /// The roll, leavers included.
    pub(crate) roll: CurrentRoll,
    /// Which entries belong to which accounts.
    pub(crate) links: HashMap<MemberNumber, PersonId>,
    /// Applications that a file may confirm.
    pub(crate) applications: Vec<Application>,
}

/// What a file would do.
pub(crate) struct Plan {
    /// The file as it was read.
    pub(crate) file: Roll,
    /// What changes.
    pub(crate) diff: RollDiff,
    /// Applicants whom it confirms.
    pub(crate) met: Vec<Met>,
    /// So many would leave that a person must say yes twice.
    pub(crate) throws_out_many: bool,
}

/// Reads a file and compares it, as of a day.
pub(crate) fn plan(bytes: &[u8], mapping: &HeaderMapping, known: &Known, as_of: Date) -> Plan {
    let file = read_roll(bytes, mapping, as_of);
    if file.is_refused() {
        let diff = RollDiff::default();
        return Plan { file, diff, met: Vec::new(), throws_out_many: false };
    }
    let diff = diff(&known.roll, &file, Absence::in_whole_roll(&file), as_of);
    let met = {
        let is_in = |entry: &&RollEntry| entry.left.is_none_or(|left| left > as_of);
        let changed: HashMap<&MemberNumber, &RollEntry> =
            diff.entries().map(|entry| (&entry.number, entry)).collect();
        let kept = known.roll.values().filter(|entry| !changed.contains_key(&entry.number));
        let free = kept
            .chain(changed.values().copied())
            .filter(is_in)
            .filter(|entry| !known.links.contains_key(&entry.number));
        meet(&known.applications, free)
    };
    let throws_out_many = must_be_confirmed(&known.roll, &diff, as_of);
    Plan { file, diff, met, throws_out_many }
}

impl Plan {
    /// What is wrong and must be mended in the file before it can be applied.
    pub(crate) fn blocking(&self) -> impl Iterator<Item = &Problem> {
        self.file.problems.iter().filter(|problem| must_be_mended(problem))
    }

    /// Whether the file may be put in force.
    pub(crate) fn is_fit(&self) -> bool {
        self.blocking().next().is_none()
    }

    /// How many are concerned.
    pub(crate) fn counts(&self) -> Counts {
        let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
        Counts {
            joins: count(self.diff.joins.len()),
            returns: count(self.diff.returns.len()),
            leaves: count(self.diff.leaves.len()),
            changes: count(self.diff.changes.len()),
        }
    }
}

/// Whether a problem keeps the whole file from being applied: a row that could
/// not be read, or a cell that decides who is a member. What is wrong in other
/// cells leaves those facts as they were, and is only shown.
pub(crate) fn must_be_mended(problem: &Problem) -> bool {
    match &problem.reason {
        Reason::RepeatedRow { .. }
        | Reason::ColumnTwice { .. }
        | Reason::IdentityCodeColumn
        | Reason::BadEmail { .. }
        | Reason::UnknownLanguage { .. }
        | Reason::TooLong { .. } => false,
        Reason::IdentityCode => problem.column.is_none(),
        _ => true,
    }
}

/// The text key of a field's name.
pub(crate) fn field_key(field: Field) -> &'static str {
    match field {
        Field::MemberNumber => "membership-roll-field-member-number",
        Field::FamilyName => "membership-roll-field-family-name",
        Field::GivenName => "membership-roll-field-given-name",
        Field::NameFamilyFirst => "membership-roll-field-name-family-first",
        Field::NameGivenFirst => "membership-roll-field-name-given-first",
        Field::BirthDate => "membership-roll-field-birth-date",
        Field::Email => "membership-roll-field-email",
        Field::Phone => "membership-roll-field-phone",
        Field::Street => "membership-roll-field-street",
        Field::PostalCode => "membership-roll-field-postal-code",
        Field::City => "membership-roll-field-city",
        Field::Language => "membership-roll-field-language",
        Field::Region => "membership-roll-field-region",
        Field::Chapter => "membership-roll-field-chapter",
        Field::Kind => "membership-roll-field-kind",
        Field::Joined => "membership-roll-field-joined",
        Field::Left => "membership-roll-field-left",
        Field::ArrearsSince => "membership-roll-field-arrears-since",
    }
}
