//! The rule by which a roll file changes the roll: who joins, leaves, returns,
//! changes, stays. Pure. The register is the authority; a slip in its export
//! is not (what could not be read changes nothing).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::MemberNumber;
use crate::roll_file::{Field, FieldSet, Roll, RollEntry, RollRow};

/// The roll as Kafferum knows it, leavers included.
pub(crate) type CurrentRoll = BTreeMap<MemberNumber, RollEntry>;

/// What it means that a member is not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absence {
    /// The file holds every member: who is absent has left.
    HasLeft,
    /// The file holds some members only, or has rows that could not be read.
    SaysNothing,
}

impl Absence {
    /// What absence means in a file that ought to hold every member. A row
    /// whose member could not be made out may be anyone's.
    pub(crate) fn in_whole_roll(roll: &Roll) -> Self {
        match roll.unidentified_rows {
            0 => Self::HasLeft,
            _ => Self::SaysNothing,
        }
    }
}

/// Why the register says that a person is no member any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeaveCause {
    /// The date of leaving has come.
    DateReached,
    /// The person is not in the file.
    AbsentFromFile,
}

/// A member who leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leave {
    /// The entry as it is to be stored; its `left` is set.
    pub(crate) entry: RollEntry,
    /// Why.
    pub(crate) cause: LeaveCause,
}

/// Someone of whom facts change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The entry as it is to be stored.
    pub(crate) entry: RollEntry,
    /// The fields that change, in the order of [`Field::ALL`].
    pub(crate) fields: Vec<Field>,
}

/// What a roll file would do to the roll. Each list is in the order of member
/// numbers, and nobody is in two of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RollDiff {
    /// Entries new to the roll. One may have a `joined` date yet to come.
    pub(crate) joins: Vec<RollEntry>,
    /// Leavers who are members again.
    pub(crate) returns: Vec<RollEntry>,
    /// Members who are members no more.
    pub(crate) leaves: Vec<Leave>,
    /// Members, and leavers, of whom only facts change.
    pub(crate) changes: Vec<Change>,
    /// How many are as they were.
    pub(crate) stays: usize,
    /// How many rows are of people who had left before Kafferum knew them;
    /// nothing is stored of them.
    pub(crate) gone_before: usize,
}

impl RollDiff {
    /// Whether the file changes nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.joins.is_empty()
            && self.returns.is_empty()
            && self.leaves.is_empty()
            && self.changes.is_empty()
    }

    /// Every entry to be stored, in no particular order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &RollEntry> {
        let leaves = self.leaves.iter().map(|leave| &leave.entry);
        let changes = self.changes.iter().map(|change| &change.entry);
        self.joins.iter().chain(&self.returns).chain(leaves).chain(changes)
    }
}

/// Compares the roll with a file, as of a day.
///
/// Doing what the result says and comparing again on the same day finds
/// nothing. Facts that the file has no column for, or whose cells could not be
/// read, stay as they are.
pub(crate) fn diff(current: &CurrentRoll, roll: &Roll, absence: Absence, on: Date) -> RollDiff {
    let mut diff = RollDiff::default();
    let mut present = BTreeSet::new();
    let mut rows: Vec<&RollRow> = roll.rows.iter().collect();
    rows.sort_by(|a, b| a.entry.number.cmp(&b.entry.number));
    for row in rows {
        present.insert(&row.entry.number);
        match current.get(&row.entry.number) {
            Some(known) => compare(known, row, roll.fields, on, &mut diff),
            None if row.entry.has_left(on) => diff.gone_before += 1,
            None => diff.joins.push(row.entry.clone()),
        }
    }
    for (number, known) in current {
        if present.contains(number) {
            continue;
        }
        let must_stay = absence == Absence::SaysNothing || roll.held_back.contains(number);
        missing(known, must_stay, on, &mut diff);
    }
    diff.leaves.sort_by(|a, b| a.entry.number.cmp(&b.entry.number));
    diff
}

/// One whom both the roll and the file know.
fn compare(known: &RollEntry, row: &RollRow, fields: FieldSet, on: Date, diff: &mut RollDiff) {
    let told = fields.without(row.unread);
    let entry = merged(known, row, told, fields, on);
    let changed = changed_fields(known, &entry);
    match (known.has_left(on), entry.has_left(on)) {
        (true, false) => diff.returns.push(entry),
        (false, true) => diff.leaves.push(Leave { entry, cause: LeaveCause::DateReached }),
        _ if changed.is_empty() => diff.stays += 1,
        _ => diff.changes.push(Change { entry, fields: changed }),
    }
}

/// One whom only the roll knows.
fn missing(known: &RollEntry, must_stay: bool, on: Date, diff: &mut RollDiff) {
    if must_stay || known.has_left(on) {
        diff.stays += 1;
        return;
    }
    let mut entry = known.clone();
    entry.left = Some(on);
    diff.leaves.push(Leave { entry, cause: LeaveCause::AbsentFromFile });
}

/// The known entry with what the row tells put over it. In a file without a
/// column for leaving, to be there is to be a member.
fn merged(
    known: &RollEntry,
    row: &RollRow,
    told: FieldSet,
    fields: FieldSet,
    on: Date,
) -> RollEntry {
    let mut entry = known.clone();
    for field in Field::ALL {
        if told.contains(field) {
            copy_field(&row.entry, field, &mut entry);
        }
    }
    if !fields.contains(Field::Left) && known.has_left(on) {
        entry.left = None;
    }
    entry
}

fn copy_field(from: &RollEntry, field: Field, to: &mut RollEntry) {
    match field {
        // The number is the same; full names are stored as two.
        Field::MemberNumber | Field::NameFamilyFirst | Field::NameGivenFirst => {}
        Field::FamilyName => to.family_name.clone_from(&from.family_name),
        Field::GivenName => to.given_name.clone_from(&from.given_name),
        Field::BirthDate => to.birth_date = from.birth_date,
        Field::Email => to.email.clone_from(&from.email),
        Field::Phone => to.phone.clone_from(&from.phone),
        Field::Street => to.street.clone_from(&from.street),
        Field::PostalCode => to.postal_code.clone_from(&from.postal_code),
        Field::City => to.city.clone_from(&from.city),
        Field::Language => to.language = from.language,
        Field::Region => to.region.clone_from(&from.region),
        Field::Chapter => to.chapter.clone_from(&from.chapter),
        Field::Kind => to.kind = from.kind,
        Field::Joined => to.joined = from.joined,
        Field::Left => to.left = from.left,
        Field::ArrearsSince => to.arrears_since = from.arrears_since,
    }
}

fn changed_fields(before: &RollEntry, after: &RollEntry) -> Vec<Field> {
    let differs = |field: &Field| match field {
        Field::MemberNumber | Field::NameFamilyFirst | Field::NameGivenFirst => false,
        Field::FamilyName => before.family_name != after.family_name,
        Field::GivenName => before.given_name != after.given_name,
        Field::BirthDate => before.birth_date != after.birth_date,
        Field::Email => before.email != after.email,
        Field::Phone => before.phone != after.phone,
        Field::Street => before.street != after.street,
        Field::PostalCode => before.postal_code != after.postal_code,
        Field::City => before.city != after.city,
        Field::Language => before.language != after.language,
        Field::Region => before.region != after.region,
        Field::Chapter => before.chapter != after.chapter,
        Field::Kind => before.kind != after.kind,
        Field::Joined => before.joined != after.joined,
        Field::Left => before.left != after.left,
        Field::ArrearsSince => before.arrears_since != after.arrears_since,
    };
    Field::ALL.into_iter().filter(differs).collect()
}

/// A file that would throw out more than this share of the members (in
/// percent), and more than [`FEW_LEAVERS`], is probably the wrong file.
const MANY_LEAVERS_PERCENT: usize = 5;

/// So few may leave at a time whatever the size of the union.
const FEW_LEAVERS: usize = 10;

/// Whether a person must say yes before the file is put in force, because so
/// many would leave by it. The limits are Kafferum's own.
pub(crate) fn must_be_confirmed(current: &CurrentRoll, diff: &RollDiff, on: Date) -> bool {
    let members = current.values().filter(|entry| !entry.has_left(on)).count();
    let leavers = diff.leaves.len();
    leavers > FEW_LEAVERS && leavers * 100 > members * MANY_LEAVERS_PERCENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roll_file::plausible::{Style, export};
    use crate::roll_file::{HeaderMapping, read_roll};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn on() -> Date {
        day("2026-03-01")
    }

    fn file(text: &str) -> Roll {
        let roll = read_roll(text.as_bytes(), &HeaderMapping::default(), on());
        assert!(!roll.is_refused(), "{:?}", roll.problems);
        roll
    }

    /// What the roll is after the differences are put in force.
    fn after(current: &CurrentRoll, diff: &RollDiff) -> CurrentRoll {
        let mut next = current.clone();
        next.extend(diff.entries().map(|e| (e.number.clone(), e.clone())));
        next
    }

    fn compare_all(current: &CurrentRoll, roll: &Roll) -> RollDiff {
        diff(current, roll, Absence::in_whole_roll(roll), on())
    }

    /// The roll that a first file makes.
    fn roll_of(text: &str) -> CurrentRoll {
        let none = CurrentRoll::new();
        after(&none, &compare_all(&none, &file(text)))
    }

    fn numbers<'a>(entries: impl IntoIterator<Item = &'a RollEntry>) -> Vec<&'a str> {
        entries.into_iter().map(|e| e.number.as_str()).collect()
    }

    fn leavers(diff: &RollDiff) -> Vec<(&str, LeaveCause, Option<Date>)> {
        let told = |l: &'_ Leave| (l.cause, l.entry.left);
        let names = numbers(diff.leaves.iter().map(|l| &l.entry));
        let rest = diff.leaves.iter().map(told);
        names.into_iter().zip(rest).map(|(n, (c, d))| (n, c, d)).collect()
    }

    #[test]
    fn the_first_file_makes_everyone_join_but_those_who_left_before() {
        let roll = file("member number;left\n2;\n1;1.1.2030\n3;1.3.2026\n");
        let diff = compare_all(&CurrentRoll::new(), &roll);
        assert_eq!(numbers(&diff.joins), ["1", "2"]);
        assert_eq!(diff.gone_before, 1);
    }

    #[test]
    fn a_member_whose_day_of_leaving_has_come_leaves() {
        let current = roll_of("member number;left\n1;\n2;\n");
        let diff = compare_all(&current, &file("member number;left\n1;1.3.2026\n2;2.3.2026\n"));
        assert_eq!(leavers(&diff), [("1", LeaveCause::DateReached, Some(on()))]);
        assert_eq!(numbers(diff.changes.iter().map(|c| &c.entry)), ["2"]);
    }

    #[test]
    fn a_member_who_is_not_in_the_file_leaves_on_that_day() {
        let current = roll_of("member number\n1\n2\n");
        let diff = compare_all(&current, &file("member number\n2\n"));
        assert_eq!(leavers(&diff), [("1", LeaveCause::AbsentFromFile, Some(on()))]);
        assert_eq!(diff.stays, 1);
    }

    #[test]
    fn a_partial_file_makes_nobody_leave_by_absence() {
        let current = roll_of("member number\n1\n2\n");
        let diff = diff(&current, &file("member number\n2\n"), Absence::SaysNothing, on());
        assert!(diff.is_empty());
    }

    #[test]
    fn a_slip_in_the_file_makes_nobody_leave() {
        let current = roll_of("member number;city\n1;Oulu\n2;Turku\n");
        for text in [
            "member number;city\n1;Oulu;extra\n2;Turku\n",
            "member number;city\n1;\"Ou\"lu\n2;Turku\n",
            "member number;city\n;Oulu\n2;Turku\n",
            "member number;city\n1;Oulu\n1;Vaasa\n2;Turku\n",
        ] {
            assert!(compare_all(&current, &file(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_leaver_who_is_in_the_file_again_returns() {
        for header in ["member number;left", "member number;city"] {
            let first = roll_of("member number;left\n1;\n2;\n");
            let left = after(&first, &compare_all(&first, &file("member number\n2\n")));
            let again = file(&format!("{header}\n1;\n2;\n"));
            let diff = compare_all(&left, &again);
            assert_eq!(numbers(&diff.returns), ["1"]);
            assert_eq!(diff.returns[0].left, None);
            assert!(compare_all(&after(&left, &diff), &again).is_empty());
        }
    }

    #[test]
    fn a_leaver_who_stays_in_the_file_with_the_date_stays_left() {
        let left = file("member number;left;phone\n1;1.2.2026;040\n");
        let first = roll_of("member number;left;phone\n1;;040\n");
        let gone = after(&first, &compare_all(&first, &left));
        assert!(compare_all(&gone, &left).is_empty());
    }

    #[test]
    fn changes_name_their_fields() {
        let current = roll_of("member number;city;phone;arrears\n1;Oulu;040;\n2;Oulu;;\n");
        let diff = compare_all(
            &current,
            &file("member number;city;phone;arrears\n1;Turku;;1.1.2026\n2;Oulu;;\n"),
        );
        let [change] = &diff.changes[..] else { panic!() };
        assert_eq!(change.fields, [Field::Phone, Field::City, Field::ArrearsSince]);
        assert_eq!(change.entry.phone, None);
        assert_eq!(diff.stays, 1);
    }

    #[test]
    fn what_the_file_does_not_tell_stays_as_it_was() {
        let current = roll_of("member number;email;phone;left\n1;a@b.fi;040;1.1.2030\n");
        for text in [
            "member number\n1\n",
            "member number;email;left\n1;not an address;1.1.2030\n",
            "member number;email;left\n1;a@b.fi;sometime\n",
        ] {
            assert!(compare_all(&current, &file(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_full_name_column_tells_of_both_names() {
        let current = roll_of("member number;surname;first name\n1;Virtanen;Matti\n");
        assert!(compare_all(&current, &file("member number;name\n1;Virtanen Matti\n")).is_empty());
        let diff = compare_all(&current, &file("member number;name\n1;Laine Matti\n"));
        assert_eq!(diff.changes[0].fields, [Field::FamilyName]);
    }

    #[test]
    fn a_large_roll_settles_after_one_file() {
        let read = |seed| {
            read_roll(&export(seed, 5_000, Style::FinnishUtf8), &HeaderMapping::default(), on())
        };
        let (old, new) = (read(1), read(2));
        let first = compare_all(&CurrentRoll::new(), &old);
        let current = after(&CurrentRoll::new(), &first);
        assert!(compare_all(&current, &old).is_empty());
        let second = compare_all(&current, &new);
        assert!(
            !second.joins.is_empty() && !second.leaves.is_empty() && !second.changes.is_empty()
        );
        assert!(compare_all(&after(&current, &second), &new).is_empty());
    }

    #[test]
    fn a_file_that_throws_out_many_must_be_confirmed() {
        let text = |count: usize| {
            let numbers: Vec<String> = (0..count).map(|n| n.to_string()).collect();
            format!("member number\n{}\n", numbers.join("\n"))
        };
        let current = roll_of(&text(1000));
        for (left, expected) in [(1000, false), (950, false), (949, true), (1, true)] {
            let diff = compare_all(&current, &file(&text(left)));
            assert_eq!(must_be_confirmed(&current, &diff, on()), expected, "{left}");
        }
        let few = roll_of(&text(12));
        let diff = compare_all(&few, &file(&text(2)));
        assert!(!must_be_confirmed(&few, &diff, on()));
    }
}
