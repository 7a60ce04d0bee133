//! What can be wrong with a roll file, as values. The sentences a person reads
//! are made from the keys elsewhere; nothing here is text for a page.

use jiff::civil::Date;

use crate::model::MemberNumber;

/// One thing that a person should look at in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The line of the file where the record begins, counted from 1 as a text
    /// editor counts, line breaks inside quotes included. 0 when the whole
    /// file is meant.
    pub(crate) line: u32,
    /// The column's name as the header writes it, when one column is meant.
    pub(crate) column: Option<String>,
    /// What is wrong.
    pub(crate) reason: Reason,
}

/// Why a file can't be read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotText {
    /// UTF-16, the "Unicode text" of some spreadsheet programs.
    Utf16,
    /// A spreadsheet file (.xlsx, .ods or .xls) and not an export from it.
    Spreadsheet,
    /// Some other file that is not text.
    Binary,
    /// UTF-8 with broken places in it, the first on this line.
    BrokenUtf8 {
        /// Counted from 1.
        line: u32,
    },
    /// Text in neither UTF-8 nor Windows-1252.
    UnknownEncoding,
}

/// What is wrong. The data is what a sentence about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// There is nothing in the file.
    EmptyFile,
    /// There is a header and no member.
    OnlyHeader,
    /// The file is larger than Kafferum reads.
    FileTooLarge {
        /// The limit, in bytes.
        max_bytes: usize,
    },
    /// There are more rows than Kafferum reads.
    TooManyRows {
        /// The limit, in rows, the header not counted.
        max_rows: usize,
    },
    /// The file is not text in an encoding that Kafferum reads.
    NotText(NotText),
    /// No column holds the member number.
    NumberColumnMissing,
    /// A second column means what an earlier one means; it was not read.
    ColumnTwice {
        /// The name of the column that was read.
        first: String,
    },
    /// The column holds Finnish personal identity codes. Kafferum must not
    /// hold them (the product has no field for one); the column was not read.
    IdentityCodeColumn,
    /// The cell holds a Finnish personal identity code; it was not read.
    IdentityCode,
    /// An earlier row has the same member number and says something else;
    /// neither was read.
    DuplicateNumber {
        /// The number that both rows have.
        number: MemberNumber,
        /// The line of the earlier row.
        first_line: u32,
    },
    /// An earlier row is the very same; it was read once.
    RepeatedRow {
        /// The number that both rows have.
        number: MemberNumber,
        /// The line of the earlier row.
        first_line: u32,
    },
    /// The row has no member number; it was not read.
    MissingNumber,
    /// The member number is not one; the row was not read.
    BadNumber {
        /// What the cell says.
        value: String,
    },
    /// Not a date that Kafferum reads (2026-01-31 or 31.1.2026).
    BadDate {
        /// What the cell says.
        value: String,
    },
    /// Written as a date, but there is no such day, or nobody was born on it.
    ImpossibleDate {
        /// What the cell says.
        value: String,
    },
    /// Not an e-mail address.
    BadEmail {
        /// What the cell says.
        value: String,
    },
    /// Not a kind of member that Kafferum knows.
    UnknownKind {
        /// What the cell says.
        value: String,
    },
    /// Not a language that Kafferum knows.
    UnknownLanguage {
        /// What the cell says.
        value: String,
    },
    /// The person left before joining; neither date was read.
    LeftBeforeJoined {
        /// When the row says that the person joined.
        joined: Date,
        /// When the row says that the person left.
        left: Date,
    },
    /// The row has another number of fields than the header; it was not read.
    WrongFieldCount {
        /// How many fields the header has.
        expected: usize,
        /// How many fields the row has.
        found: usize,
    },
    /// A quote is opened and not closed, or closed in the middle of a field;
    /// the line was not read.
    BrokenQuotes,
    /// There is a NUL byte in the row; it was not read.
    NulByte,
    /// The cell is longer than any such fact is; it was not read.
    TooLong {
        /// The limit, in characters.
        max_chars: usize,
    },
}

impl Reason {
    /// The key of the sentence that tells a person about this.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::EmptyFile => "membership-roll-problem-empty-file",
            Self::OnlyHeader => "membership-roll-problem-only-header",
            Self::FileTooLarge { .. } => "membership-roll-problem-file-too-large",
            Self::TooManyRows { .. } => "membership-roll-problem-too-many-rows",
            Self::NotText(not_text) => not_text.key(),
            Self::NumberColumnMissing => "membership-roll-problem-number-column-missing",
            Self::ColumnTwice { .. } => "membership-roll-problem-column-twice",
            Self::IdentityCodeColumn => "membership-roll-problem-identity-code-column",
            Self::IdentityCode => "membership-roll-problem-identity-code",
            Self::DuplicateNumber { .. } => "membership-roll-problem-duplicate-number",
            Self::RepeatedRow { .. } => "membership-roll-problem-repeated-row",
            Self::MissingNumber => "membership-roll-problem-missing-number",
            Self::BadNumber { .. } => "membership-roll-problem-bad-number",
            Self::BadDate { .. } => "membership-roll-problem-bad-date",
            Self::ImpossibleDate { .. } => "membership-roll-problem-impossible-date",
            Self::BadEmail { .. } => "membership-roll-problem-bad-email",
            Self::UnknownKind { .. } => "membership-roll-problem-unknown-kind",
            Self::UnknownLanguage { .. } => "membership-roll-problem-unknown-language",
            Self::LeftBeforeJoined { .. } => "membership-roll-problem-left-before-joined",
            Self::WrongFieldCount { .. } => "membership-roll-problem-wrong-field-count",
            Self::BrokenQuotes => "membership-roll-problem-broken-quotes",
            Self::NulByte => "membership-roll-problem-nul-byte",
            Self::TooLong { .. } => "membership-roll-problem-too-long",
        }
    }

    /// The data for the sentence, by the names its placeholders have.
    pub(crate) fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FileTooLarge { max_bytes } => {
                vec![("max-megabytes", (max_bytes / 1_000_000).to_string())]
            }
            Self::TooManyRows { max_rows } => vec![("max-rows", max_rows.to_string())],
            Self::NotText(NotText::BrokenUtf8 { line }) => vec![("at-line", line.to_string())],
            Self::ColumnTwice { first } => vec![("first", first.clone())],
            Self::DuplicateNumber { number, first_line }
            | Self::RepeatedRow { number, first_line } => {
                vec![("number", number.to_string()), ("first-line", first_line.to_string())]
            }
            Self::BadNumber { value }
            | Self::BadDate { value }
            | Self::ImpossibleDate { value }
            | Self::BadEmail { value }
            | Self::UnknownKind { value }
            | Self::UnknownLanguage { value } => vec![("value", value.clone())],
            Self::LeftBeforeJoined { joined, left } => {
                vec![("joined", joined.to_string()), ("left", left.to_string())]
            }
            Self::WrongFieldCount { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::TooLong { max_chars } => vec![("max-chars", max_chars.to_string())],
            Self::EmptyFile
            | Self::OnlyHeader
            | Self::NotText(_)
            | Self::NumberColumnMissing
            | Self::IdentityCodeColumn
            | Self::IdentityCode
            | Self::MissingNumber
            | Self::BrokenQuotes
            | Self::NulByte => Vec::new(),
        }
    }

    /// Whether nothing can be read from the file because of this.
    pub(crate) fn is_fatal(&self) -> bool {
        matches!(
            self,
            Self::EmptyFile
                | Self::OnlyHeader
                | Self::FileTooLarge { .. }
                | Self::TooManyRows { .. }
                | Self::NotText(_)
                | Self::NumberColumnMissing
        )
    }
}

impl NotText {
    /// The key of the sentence that tells a person about this.
    fn key(self) -> &'static str {
        match self {
            Self::Utf16 => "membership-roll-problem-utf-16",
            Self::Spreadsheet => "membership-roll-problem-spreadsheet",
            Self::Binary => "membership-roll-problem-binary",
            Self::BrokenUtf8 { .. } => "membership-roll-problem-broken-utf-8",
            Self::UnknownEncoding => "membership-roll-problem-unknown-encoding",
        }
    }
}
