//! From text to records: separators, quotes (RFC 4180) and line numbers. What
//! the cells mean is no business of this file.
//!
//! Written here and not taken from the csv crate because that one reads a
//! broken quote without a word and swallows the members after it.

use std::borrow::Cow;

/// A quoted field with more line breaks than this is a quote left open: no
/// address or note in a register is so long.
const MAX_LINES_IN_QUOTES: u32 = 50;

/// What stands between two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    /// `;`, what programs in Finland write.
    Semicolon,
    /// `,`
    Comma,
    /// A tabulator.
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }
}

/// One record and the line it begins on, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record<'a> {
    pub(super) line: u32,
    pub(super) cells: Vec<Cow<'a, str>>,
}

impl Record<'_> {
    /// A line with nothing in it, or with separators only, as spreadsheet
    /// programs leave at the end.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A line whose quotes can't be made out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BrokenQuotes {
    pub(super) line: u32,
}

/// Finds the separator: the one named by a first line `sep=;` (an Excel
/// habit), else the commonest one outside quotes on the first line that is
/// not blank. A line with none of them has one column.
pub(super) fn separator_of(text: &str) -> Separator {
    let header = text.lines().find(|l| !l.trim().is_empty()).unwrap_or("");
    if let Some(named) = named_separator(header) {
        return named;
    }
    let count = |separator: Separator| count_outside_quotes(header, separator.byte());
    [Separator::Comma, Separator::Tab, Separator::Semicolon]
        .into_iter()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(Separator::Semicolon)
}

/// What a line such as `sep=;` names.
fn named_separator(line: &str) -> Option<Separator> {
    let line = line.trim_end_matches('\r').trim_matches('"');
    match line.strip_prefix("sep=").or(line.strip_prefix("SEP="))? {
        ";" => Some(Separator::Semicolon),
        "," => Some(Separator::Comma),
        "\t" => Some(Separator::Tab),
        _ => None,
    }
}

fn count_outside_quotes(line: &str, wanted: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b if b == wanted && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// Reads a text record by record. Blank lines are passed over, so is a first
/// line `sep=;`. After a broken line reading goes on with the next line.
pub(super) struct Records<'a> {
    rest: &'a str,
    line: u32,
    separator: u8,
    width: usize,
}

/// What ended a field.
#[derive(PartialEq)]
enum End {
    Field,
    Record,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, separator: Separator) -> Self {
        let mut records = Self { rest: text, line: 1, separator: separator.byte(), width: 0 };
        let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or("");
        if named_separator(first).is_some() {
            while records.take_line().trim().is_empty() {}
        }
        records
    }

    /// Takes the rest of the physical line.
    fn take_line(&mut self) -> &'a str {
        let end = self.rest.find(['\n', '\r']).unwrap_or(self.rest.len());
        let line = self.take(end);
        self.take_line_break();
        line
    }

    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn take_line_break(&mut self) {
        let rest = self.rest;
        let after = rest.strip_prefix("\r\n");
        let after = after.or_else(|| rest.strip_prefix(['\n', '\r']));
        if let Some(after) = after {
            self.rest = after;
            self.line += 1;
        }
    }

    /// Reads one record, or `None` when its quotes are broken.
    fn record(&mut self) -> Option<Record<'a>> {
        let line = self.line;
        let mut cells = Vec::with_capacity(self.width);
        loop {
            let (cell, end) = self.field()?;
            cells.push(cell);
            if end == End::Record {
                return Some(Record { line, cells });
            }
        }
    }

    fn field(&mut self) -> Option<(Cow<'a, str>, End)> {
        if self.rest.starts_with('"') {
            let cell = self.quoted_field()?;
            return Some((cell, self.end_of_field()?));
        }
        let separator = self.separator;
        let ends = |b: u8| b == separator || b == b'\n' || b == b'\r';
        let end = self.rest.bytes().position(ends);
        let cell = self.take(end.unwrap_or(self.rest.len()));
        Some((Cow::Borrowed(cell), self.end_of_field()?))
    }

    /// Takes what must follow a field: a separator, a line break or the end.
    /// `None` when something else does, as after a quote closed too early.
    fn end_of_field(&mut self) -> Option<End> {
        match self.rest.bytes().next() {
            None => Some(End::Record),
            Some(b'\n' | b'\r') => {
                self.take_line_break();
                Some(End::Record)
            }
            Some(byte) if byte == self.separator => {
                self.take(1);
                Some(End::Field)
            }
            Some(_) => None,
        }
    }

    /// Reads from an opening quote past its closing quote and the spaces
    /// after it. `None` when it isn't closed.
    fn quoted_field(&mut self) -> Option<Cow<'a, str>> {
        self.take(1);
        let mut value = Cow::Borrowed("");
        let mut breaks = 0;
        loop {
            let part = self.take(self.rest.find('"')?);
            self.take(1);
            breaks += count_line_breaks(part);
            if breaks > MAX_LINES_IN_QUOTES {
                return None;
            }
            value += part;
            if !self.rest.starts_with('"') {
                break;
            }
            self.take(1);
            value += "\"";
        }
        self.line += breaks;
        self.rest = self.rest.trim_start_matches(' ');
        Some(value)
    }
}

fn count_line_breaks(text: &str) -> u32 {
    let feeds = text.matches('\n').count();
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    u32::try_from(feeds + returns).unwrap_or(u32::MAX)
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, BrokenQuotes>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let (rest, line) = (self.rest, self.line);
            let Some(record) = self.record() else {
                (self.rest, self.line) = (rest, line);
                self.take_line();
                return Some(Err(BrokenQuotes { line }));
            };
            self.width = record.cells.len();
            if !record.is_blank() {
                return Some(Ok(record));
            }
        }
        None
    }
}
