//! Reading the union's register as its CSV exports come: bytes in, rows and
//! problems out. Pure: no clock, no database; what the rows mean for the roll
//! is `roll_diff`'s business.
//!
//! A cell that can't be read leaves its field unread rather than empty, a row
//! that can't be read is held back rather than lost, so that a slip in an
//! export never throws a member out.

mod cells;
mod columns;
mod decode;
#[cfg(test)]
pub(crate) mod plausible;
mod problems;
mod records;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use kafferum_platform::people::MembershipKind;
use kafferum_platform::texts::Lang;

use crate::model::MemberNumber;
pub(crate) use columns::{Column, ColumnChoice, ColumnUse, Field, FieldSet, HeaderMapping};
pub(crate) use decode::Encoding;
#[cfg(test)]
pub(crate) use problems::NotText;
pub(crate) use problems::{Problem, Reason};
pub(crate) use records::Separator;
use records::{Record, Records};

/// The most rows that a roll file may have, the header not counted. Finland's
/// largest unions have about 200,000 members.
pub(crate) const MAX_ROWS: usize = 200_000;

/// The largest roll file, in bytes (64 MB).
pub(crate) const MAX_BYTES: usize = 64_000_000;

/// A member as the register tells. A fact that the register doesn't tell is
/// `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RollEntry {
    /// The number by which the register knows the member.
    pub(crate) number: MemberNumber,
    /// Family name.
    pub(crate) family_name: Option<String>,
    /// Given name or names.
    pub(crate) given_name: Option<String>,
    /// Date of birth.
    pub(crate) birth_date: Option<Date>,
    /// E-mail address, its form checked.
    pub(crate) email: Option<String>,
    /// Telephone number as the register writes it.
    pub(crate) phone: Option<String>,
    /// Street address or post box.
    pub(crate) street: Option<String>,
    /// Postal code, five digits if it is Finnish.
    pub(crate) postal_code: Option<String>,
    /// Town of the postal code.
    pub(crate) city: Option<String>,
    /// The language that the member is served in.
    pub(crate) language: Option<Lang>,
    /// Region of the union, by its name in the register.
    pub(crate) region: Option<String>,
    /// Chapter of the union, by its name in the register.
    pub(crate) chapter: Option<String>,
    /// Full or student member.
    pub(crate) kind: Option<MembershipKind>,
    /// The first day of membership.
    pub(crate) joined: Option<Date>,
    /// The day from which the person is no member.
    pub(crate) left: Option<Date>,
    /// The day from which fees are unpaid.
    pub(crate) arrears_since: Option<Date>,
}

impl RollEntry {
    /// A member of whom nothing but the number is known.
    pub(crate) fn new(number: MemberNumber) -> Self {
        Self {
            number,
            family_name: None,
            given_name: None,
            birth_date: None,
            email: None,
            phone: None,
            street: None,
            postal_code: None,
            city: None,
            language: None,
            region: None,
            chapter: None,
            kind: None,
            joined: None,
            left: None,
            arrears_since: None,
        }
    }

    /// Whether the person is a member no more on that day. `left` is the first
    /// day without membership.
    pub(crate) fn has_left(&self, on: Date) -> bool {
        self.left.is_some_and(|left| left <= on)
    }
}

/// One row that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RollRow {
    /// The line of the file where the row begins, counted from 1.
    pub(crate) line: u32,
    /// The member.
    pub(crate) entry: RollEntry,
    /// The fields whose cells could not be read. They are `None` in the entry,
    /// which says nothing about them.
    pub(crate) unread: FieldSet,
}

/// A roll file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roll {
    /// The members, in the order of the file, each number once.
    pub(crate) rows: Vec<RollRow>,
    /// What a person should look at, in the order of the file.
    pub(crate) problems: Vec<Problem>,
    /// The columns, in the order of the file.
    pub(crate) columns: Vec<Column>,
    /// The fields that the file has a column for. Of the others it says nothing.
    pub(crate) fields: FieldSet,
    /// Members whose rows are in the file but could not be read; they must not
    /// be taken to be absent.
    pub(crate) held_back: BTreeSet<MemberNumber>,
    /// Rows that could not be read and whose member isn't known either. If
    /// there are any, absence from the file proves nothing.
    pub(crate) unidentified_rows: usize,
    /// The encoding found, if the file is text.
    pub(crate) encoding: Option<Encoding>,
    /// The separator found, if the file is text.
    pub(crate) separator: Option<Separator>,
}

impl Roll {
    /// Whether nothing was read, because of one of the problems.
    pub(crate) fn is_refused(&self) -> bool {
        self.problems.iter().any(|p| p.reason.is_fatal())
    }

    /// The names of the columns that a person may map.
    pub(crate) fn unmapped_columns(&self) -> impl Iterator<Item = &str> {
        let unmapped = |column: &&Column| column.used == ColumnUse::Unmapped;
        self.columns.iter().filter(unmapped).map(|c| c.name.as_str())
    }

    /// Tells a problem of the whole file.
    fn refuse(&mut self, line: u32, reason: Reason) {
        self.rows.clear();
        self.problems.push(Problem { line, column: None, reason });
    }
}

/// Reads a roll file. `mapping` is what a person has said about the columns of
/// earlier files; `today` is the union's date, by which a date of birth is
/// judged.
///
/// Never fails: what is wrong stands in [`Roll::problems`], and if the file
/// can't be used at all, [`Roll::is_refused`] says so.
pub(crate) fn read_roll(bytes: &[u8], mapping: &HeaderMapping, today: Date) -> Roll {
    let mut roll = Roll::default();
    if bytes.len() > MAX_BYTES {
        let max_bytes = MAX_BYTES;
        roll.refuse(0, Reason::FileTooLarge { max_bytes });
        return roll;
    }
    match decode::decode(bytes) {
        Ok((text, encoding)) => {
            roll.encoding = Some(encoding);
            read_text(&text, mapping, today, &mut roll);
        }
        Err(not_text) => roll.refuse(0, Reason::NotText(not_text)),
    }
    roll
}

fn read_text(text: &str, mapping: &HeaderMapping, today: Date, roll: &mut Roll) {
    let separator = records::separator_of(text);
    roll.separator = Some(separator);
    let mut records = Records::new(text, separator);
    let header = match records.next() {
        Some(Ok(header)) => header,
        Some(Err(broken)) => return refuse_broken_header(broken.line, roll),
        None => return roll.refuse(0, Reason::EmptyFile),
    };
    let Some(rows) = collect_rows(records, roll) else {
        return;
    };
    resolve_columns(&header, &rows, mapping, roll);
    if roll.is_refused() {
        return;
    }
    let mut reader = RowReader::new(roll, header.cells.len(), today);
    rows.iter().for_each(|record| reader.read(record));
    let duplicates = reader.duplicates;
    roll.rows.retain(|row| !duplicates.contains(&row.entry.number));
    roll.held_back.extend(duplicates);
    roll.problems.sort_by_key(|problem| problem.line);
}

/// A header that can't be read names no column, so there is no number either.
fn refuse_broken_header(line: u32, roll: &mut Roll) {
    roll.refuse(line, Reason::BrokenQuotes);
    roll.refuse(line, Reason::NumberColumnMissing);
}

/// All rows after the header; `None` when the file is refused.
fn collect_rows<'a>(records: Records<'a>, roll: &mut Roll) -> Option<Vec<Record<'a>>> {
    let mut rows = Vec::new();
    let mut seen = 0;
    for record in records {
        seen += 1;
        if seen > MAX_ROWS {
            roll.refuse(0, Reason::TooManyRows { max_rows: MAX_ROWS });
            return None;
        }
        match record {
            Ok(record) => rows.push(record),
            Err(broken) => {
                roll.unidentified_rows += 1;
                roll.problems.push(Problem {
                    line: broken.line,
                    column: None,
                    reason: Reason::BrokenQuotes,
                });
            }
        }
    }
    if seen == 0 {
        roll.refuse(0, Reason::OnlyHeader);
    }
    Some(rows)
}

fn resolve_columns(
    header: &Record<'_>,
    rows: &[Record<'_>],
    mapping: &HeaderMapping,
    roll: &mut Roll,
) {
    let holds_codes = |position, meant| holds_identity_codes(rows, position, meant);
    roll.columns = columns::resolve(&header.cells, mapping, holds_codes);
    for column in &roll.columns {
        let reason = match column.used {
            ColumnUse::Refused => Reason::IdentityCodeColumn,
            ColumnUse::Twice(field) => {
                Reason::ColumnTwice { first: column_of(&roll.columns, field) }
            }
            ColumnUse::Read(field) => {
                roll.fields.insert(field);
                continue;
            }
            ColumnUse::Ignored | ColumnUse::Unmapped => continue,
        };
        roll.problems.push(Problem {
            line: header.line,
            column: Some(column.name.clone()),
            reason,
        });
    }
    if !roll.fields.contains(Field::MemberNumber) {
        roll.refuse(header.line, Reason::NumberColumnMissing);
    }
}

/// The name of the column that was read as the field, or as a part of it.
fn column_of(columns: &[Column], field: Field) -> String {
    let wanted: FieldSet = [field].into_iter().collect();
    let overlaps = |c: &&Column| match c.used {
        ColumnUse::Read(read) => {
            let read: FieldSet = [read].into_iter().collect();
            wanted.without(read) != wanted
        }
        _ => false,
    };
    let found = columns.iter().find(overlaps);
    found.map_or_else(String::new, |c| c.name.clone())
}

/// Whether a third or more of a column's values are written as personal
/// identity codes. Mobile numbers can be (040123-4567), so among them only
/// codes with a right check character count.
fn holds_identity_codes(rows: &[Record<'_>], position: usize, meant: ColumnUse) -> bool {
    let is_code = match meant {
        ColumnUse::Read(Field::Phone) => cells::is_identity_code,
        _ => cells::looks_like_identity_code,
    };
    let cells = rows.iter().filter_map(|row| row.cells.get(position));
    let values = cells.map(|c| c.trim()).filter(|c| !c.is_empty());
    let (mut all, mut codes) = (0_usize, 0_usize);
    for value in values {
        all += 1;
        codes += usize::from(is_code(value));
    }
    codes > 0 && codes * 3 >= all
}

/// Reads rows into a roll, one by one.
struct RowReader<'r> {
    roll: &'r mut Roll,
    columns: Vec<Column>,
    width: usize,
    number_at: Option<usize>,
    today: Date,
    /// Where in `roll.rows` each number was seen first.
    seen: HashMap<MemberNumber, usize>,
    /// Numbers whose rows contradict each other.
    duplicates: BTreeSet<MemberNumber>,
}

impl<'r> RowReader<'r> {
    fn new(roll: &'r mut Roll, width: usize, today: Date) -> Self {
        let is_number = |c: &Column| c.used == ColumnUse::Read(Field::MemberNumber);
        Self {
            columns: roll.columns.clone(),
            number_at: roll.columns.iter().position(is_number),
            roll,
            width,
            today,
            seen: HashMap::new(),
            duplicates: BTreeSet::new(),
        }
    }

    fn read(&mut self, record: &Record<'_>) {
        if let Some(reason) = self.unreadable(record) {
            self.hold_back(record, reason);
            return;
        }
        let Some(number) = self.number(record) else {
            return;
        };
        let row = self.row(record, number);
        self.keep(row);
    }

    /// Why no cell of the record can be trusted to stand where it should.
    fn unreadable(&self, record: &Record<'_>) -> Option<Reason> {
        if record.cells.iter().any(|cell| cell.contains('\0')) {
            return Some(Reason::NulByte);
        }
        let extra = record.cells.get(self.width..).unwrap_or_default();
        let found = record.cells.len();
        let fits = found >= self.width && extra.iter().all(|cell| cell.trim().is_empty());
        (!fits).then_some(Reason::WrongFieldCount { expected: self.width, found })
    }

    /// Keeps the member of an unreadable row from being taken for absent.
    fn hold_back(&mut self, record: &Record<'_>, reason: Reason) {
        match MemberNumber::parse(&self.number_cell(record)) {
            Some(number) => {
                self.roll.held_back.insert(number);
            }
            None => self.roll.unidentified_rows += 1,
        }
        self.tell(record.line, None, reason);
    }

    fn number_cell<'c>(&self, record: &'c Record<'_>) -> Cow<'c, str> {
        let cell = self.number_at.and_then(|at| record.cells.get(at));
        cell.map_or(Cow::Borrowed(""), |cell| cells::tidy(cell))
    }

    fn number(&mut self, record: &Record<'_>) -> Option<MemberNumber> {
        let cell = self.number_cell(record);
        let reason = if cell.is_empty() {
            Reason::MissingNumber
        } else if cells::is_identity_code(&cell) {
            Reason::IdentityCode
        } else if let Some(number) = MemberNumber::parse(&cell) {
            return Some(number);
        } else {
            Reason::BadNumber { value: cell.chars().take(MemberNumber::MAX_CHARS).collect() }
        };
        self.roll.unidentified_rows += 1;
        self.tell(record.line, self.number_at, reason);
        None
    }

    fn row(&mut self, record: &Record<'_>, number: MemberNumber) -> RollRow {
        let mut row =
            RollRow { line: record.line, entry: RollEntry::new(number), unread: FieldSet::EMPTY };
        for (at, cell) in record.cells.iter().enumerate() {
            let Some(ColumnUse::Read(field)) = self.columns.get(at).map(|c| c.used) else {
                continue;
            };
            let cell = cells::tidy(cell);
            if cell.is_empty() {
                continue;
            }
            if let Err(reason) = set_field(&mut row.entry, field, &cell, self.today) {
                row.unread.insert(field);
                self.tell(record.line, Some(at), reason);
            }
        }
        self.check_dates(&mut row);
        row
    }

    fn check_dates(&mut self, row: &mut RollRow) {
        let (Some(joined), Some(left)) = (row.entry.joined, row.entry.left) else {
            return;
        };
        if left < joined {
            (row.entry.joined, row.entry.left) = (None, None);
            row.unread.insert(Field::Joined);
            row.unread.insert(Field::Left);
            let is_left = |c: &Column| c.used == ColumnUse::Read(Field::Left);
            let at = self.columns.iter().position(is_left);
            self.tell(row.line, at, Reason::LeftBeforeJoined { joined, left });
        }
    }

    /// Keeps a row unless its number was seen before.
    fn keep(&mut self, row: RollRow) {
        let number = row.entry.number.clone();
        let Some(first) = self.seen.get(&number).and_then(|at| self.roll.rows.get(*at)) else {
            self.seen.insert(number, self.roll.rows.len());
            self.roll.rows.push(row);
            return;
        };
        let first_line = first.line;
        let reason = if first.entry == row.entry && first.unread == row.unread {
            Reason::RepeatedRow { number, first_line }
        } else {
            self.duplicates.insert(number.clone());
            Reason::DuplicateNumber { number, first_line }
        };
        self.tell(row.line, self.number_at, reason);
    }

    fn tell(&mut self, line: u32, column: Option<usize>, reason: Reason) {
        let column = column.and_then(|at| self.columns.get(at));
        self.roll.problems.push(Problem { line, column: column.map(|c| c.name.clone()), reason });
    }
}

/// Reads one cell into its field. The cell is tidied and not empty.
fn set_field(entry: &mut RollEntry, field: Field, cell: &str, today: Date) -> Result<(), Reason> {
    if field != Field::MemberNumber && cells::is_identity_code(cell) {
        return Err(Reason::IdentityCode);
    }
    match field {
        // Read before the other cells.
        Field::MemberNumber => {}
        Field::FamilyName => entry.family_name = Some(cells::text(cell)?),
        Field::GivenName => entry.given_name = Some(cells::text(cell)?),
        Field::NameFamilyFirst => set_names(entry, &cells::names_family_first(cell))?,
        Field::NameGivenFirst => set_names(entry, &cells::names_given_first(cell))?,
        Field::BirthDate => entry.birth_date = Some(cells::birth_date(cell, today)?),
        Field::Email => entry.email = Some(cells::email(cell)?),
        Field::Phone => entry.phone = Some(cells::text(cell)?),
        Field::Street => entry.street = Some(cells::text(cell)?),
        Field::PostalCode => entry.postal_code = Some(cells::postal_code(cell)?),
        Field::City => entry.city = Some(cells::text(cell)?),
        Field::Language => entry.language = Some(cells::language(cell)?),
        Field::Region => entry.region = Some(cells::text(cell)?),
        Field::Chapter => entry.chapter = Some(cells::text(cell)?),
        Field::Kind => entry.kind = Some(cells::kind(cell)?),
        Field::Joined => entry.joined = Some(cells::date(cell)?),
        Field::Left => entry.left = Some(cells::date(cell)?),
        Field::ArrearsSince => entry.arrears_since = Some(cells::date(cell)?),
    }
    Ok(())
}

fn set_names(entry: &mut RollEntry, names: &cells::Names<'_>) -> Result<(), Reason> {
    let some = |name: &str| (!name.is_empty()).then(|| cells::text(name)).transpose();
    entry.family_name = some(names.family)?;
    entry.given_name = some(names.given)?;
    Ok(())
}
