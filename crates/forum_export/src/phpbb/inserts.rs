//! MySQL's dump: `CREATE TABLE` names a table's columns, `INSERT INTO` has its
//! rows, many in one statement
//! (<https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html>,
//! <https://dev.mysql.com/doc/refman/8.4/en/string-literals.html>).

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use crate::Refused;
use crate::file::{LONGEST, unread};
use crate::row::{Row, Table};

/// The bytes of a dump, one by one, with the line they stand on.
struct Bytes<'r> {
    reader: Box<dyn BufRead + 'r>,
    name: String,
    line: u64,
    must_complete: bool,
    is_complete: bool,
}

impl<'r> Bytes<'r> {
    fn new(reader: Box<dyn BufRead + 'r>, name: &str) -> Self {
        let name = name.to_owned();
        Self { reader, name, line: 1, must_complete: false, is_complete: false }
    }

    fn peek(&mut self) -> Result<Option<u8>, Refused> {
        match self.reader.fill_buf() {
            Ok(buffer) => Ok(buffer.first().copied()),
            Err(error) => Err(unread(&self.name, &error)),
        }
    }

    fn next(&mut self) -> Result<Option<u8>, Refused> {
        let byte = self.peek()?;
        if let Some(byte) = byte {
            self.reader.consume(1);
            self.line += u64::from(byte == b'\n');
        }
        Ok(byte)
    }

    fn must(&mut self) -> Result<u8, Refused> {
        self.next()?.ok_or_else(|| {
            self.refuse("the dump ends in the middle of a statement: it was cut short")
        })
    }

    fn refuse(&self, what: &str) -> Refused {
        Refused(format!("{}, line {}: {what}", self.name, self.line))
    }

    /// Goes behind white space and comments.
    fn skip_space(&mut self) -> Result<(), Refused> {
        loop {
            match self.peek()? {
                Some(byte) if byte.is_ascii_whitespace() => {
                    self.next()?;
                }
                // The mark of UTF-8 that some programs put at the beginning.
                Some(0xEF | 0xBB | 0xBF) => {
                    self.next()?;
                }
                Some(b'#') => self.skip_line()?,
                Some(b'-') => {
                    self.next()?;
                    if self.peek()? == Some(b'-') {
                        self.skip_line()?;
                    }
                }
                Some(b'/') => {
                    self.next()?;
                    if self.peek()? == Some(b'*') {
                        self.skip_comment()?;
                    }
                }
                _ => return Ok(()),
            }
        }
    }

    /// A comment up to the end of its line. MySQL's own program says at the end
    /// that the dump is complete.
    fn skip_line(&mut self) -> Result<(), Refused> {
        let mut head = Vec::new();
        while let Some(byte) = self.next()?.filter(|byte| *byte != b'\n') {
            if head.len() < 32 {
                head.push(byte);
            }
        }
        self.must_complete |=
            head.starts_with(b"- MySQL dump") || head.starts_with(b"- MariaDB dump");
        self.is_complete |= head.starts_with(b"- Dump completed");
        Ok(())
    }

    fn skip_comment(&mut self) -> Result<(), Refused> {
        let mut last = 0;
        loop {
            let byte = self.must()?;
            if last == b'*' && byte == b'/' {
                return Ok(());
            }
            last = byte;
        }
    }

    /// A word of letters, digits and underscores, or a quoted name.
    fn word(&mut self) -> Result<String, Refused> {
        self.skip_space()?;
        let mut word = Vec::new();
        if self.peek()? == Some(b'`') {
            self.next()?;
            loop {
                match self.must()? {
                    b'`' => break,
                    byte if word.len() < 256 => word.push(byte),
                    _ => return Err(self.refuse("a name is longer than 256 letters")),
                }
            }
            // `database`.`table`
            if self.peek()? == Some(b'.') {
                self.next()?;
                return self.word();
            }
        } else {
            let is_of_word =
                |byte: &u8| byte.is_ascii_alphanumeric() || b"_$".contains(byte) || *byte >= 0x80;
            while let Some(byte) = self.peek()?.filter(is_of_word) {
                self.next()?;
                if word.len() >= 256 {
                    return Err(self.refuse("a name is longer than 256 letters"));
                }
                word.push(byte);
            }
        }
        Ok(String::from_utf8_lossy(&word).into_owned())
    }

    /// Goes behind the end of a statement.
    fn skip_statement(&mut self) -> Result<(), Refused> {
        loop {
            self.skip_space()?;
            match self.must()? {
                b';' => return Ok(()),
                quote @ (b'\'' | b'"' | b'`') => self.skip_quoted(quote)?,
                _ => {}
            }
        }
    }

    fn skip_quoted(&mut self, quote: u8) -> Result<(), Refused> {
        loop {
            match self.must()? {
                b'\\' if quote != b'`' => {
                    self.must()?;
                }
                byte if byte == quote => return Ok(()),
                _ => {}
            }
        }
    }

    /// A string behind its opening quote; kept if it is wanted.
    fn string(&mut self, quote: u8, out: Option<&mut Vec<u8>>) -> Result<(), Refused> {
        let mut nowhere = Vec::new();
        let is_kept = out.is_some();
        let out = out.unwrap_or(&mut nowhere);
        loop {
            let byte = match self.must()? {
                b'\\' => match self.must()? {
                    b'0' => 0,
                    b'b' => 8,
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'Z' => 26,
                    other => other,
                },
                byte if byte == quote => {
                    if self.peek()? != Some(quote) {
                        return Ok(());
                    }
                    self.must()?
                }
                byte => byte,
            };
            if is_kept {
                if out.len() >= LONGEST {
                    return Err(self.refuse("a value is longer than 64 MB"));
                }
                out.push(byte);
            }
        }
    }
}

/// How a statement begins.
enum Begins {
    /// It makes a table of this name.
    Create(String),
    /// It has rows of this table.
    Insert(String),
    Other,
}

impl Bytes<'_> {
    /// The beginning of the next statement; none at the end.
    fn begin(&mut self) -> Result<Option<Begins>, Refused> {
        self.skip_space()?;
        if self.peek()?.is_none() {
            return Ok(None);
        }
        let first = self.word()?.to_ascii_uppercase();
        match first.as_str() {
            "INSERT" | "REPLACE" => {
                let mut word = self.word()?;
                while matches!(
                    word.to_ascii_uppercase().as_str(),
                    "IGNORE" | "INTO" | "DELAYED" | "LOW_PRIORITY" | "HIGH_PRIORITY"
                ) {
                    word = self.word()?;
                }
                Ok(Some(Begins::Insert(word)))
            }
            "CREATE" => {
                let mut word = self.word()?;
                if word.eq_ignore_ascii_case("TEMPORARY") {
                    word = self.word()?;
                }
                if !word.eq_ignore_ascii_case("TABLE") {
                    return Ok(Some(Begins::Other));
                }
                let mut name = self.word()?;
                // IF NOT EXISTS name
                if name.eq_ignore_ascii_case("IF") {
                    self.word()?;
                    self.word()?;
                    name = self.word()?;
                }
                Ok(Some(Begins::Create(name)))
            }
            _ => Ok(Some(Begins::Other)),
        }
    }

    /// The columns of `CREATE TABLE name (…)`, up to its last bracket.
    fn created(&mut self) -> Result<Vec<String>, Refused> {
        let mut columns = Vec::new();
        self.skip_space()?;
        if self.peek()? != Some(b'(') {
            return Ok(columns);
        }
        self.next()?;
        loop {
            self.skip_space()?;
            let is_quoted = self.peek()? == Some(b'`');
            let word = self.word()?;
            let is_key = !is_quoted && NO_COLUMN.contains(&word.to_ascii_uppercase().as_str());
            if !word.is_empty() && !is_key {
                columns.push(word);
            }
            let mut depth = 0_usize;
            loop {
                self.skip_space()?;
                match self.must()? {
                    b'(' => depth += 1,
                    b')' if depth == 0 => return Ok(columns),
                    b')' => depth -= 1,
                    b',' if depth == 0 => break,
                    quote @ (b'\'' | b'"' | b'`') => self.skip_quoted(quote)?,
                    _ => {}
                }
            }
        }
    }

    /// The columns that an INSERT names, if it does.
    fn named(&mut self) -> Result<Option<Vec<String>>, Refused> {
        self.skip_space()?;
        if self.peek()? != Some(b'(') {
            return Ok(None);
        }
        self.next()?;
        let mut columns = Vec::new();
        loop {
            columns.push(self.word()?);
            self.skip_space()?;
            match self.must()? {
                b',' => {}
                b')' => return Ok(Some(columns)),
                _ => return Err(self.refuse("the list of columns can't be read")),
            }
        }
    }
}

/// Words that begin a line of CREATE TABLE which is no column.
const NO_COLUMN: [&str; 9] =
    ["PRIMARY", "KEY", "UNIQUE", "INDEX", "FULLTEXT", "SPATIAL", "CONSTRAINT", "FOREIGN", "CHECK"];

/// The names of all tables of a dump.
pub(super) fn names<'r>(
    reader: Box<dyn BufRead + 'r>,
    name: &str,
) -> Result<HashSet<String>, Refused> {
    let mut bytes = Bytes::new(reader, name);
    let mut found = HashSet::new();
    while let Some(begins) = bytes.begin()? {
        if let Begins::Create(table) | Begins::Insert(table) = begins {
            found.insert(table);
        }
        bytes.skip_statement()?;
    }
    if bytes.must_complete && !bytes.is_complete {
        return Err(Refused(format!("{name} ends before its end: it was cut short")));
    }
    Ok(found)
}

/// A dump whose tables are read.
pub(super) struct Dump<'r> {
    bytes: Bytes<'r>,
    prefix: &'r str,
    tables: &'static [Table],
    columns: HashMap<String, Vec<String>>,
}

impl<'r> Dump<'r> {
    pub(super) fn new(
        reader: Box<dyn BufRead + 'r>,
        name: &str,
        prefix: &'r str,
        tables: &'static [Table],
    ) -> Self {
        let bytes = Bytes::new(reader, name);
        Self { bytes, prefix, tables, columns: HashMap::new() }
    }

    /// Reads all rows. A row that can't be read comes as its line and the
    /// reason.
    pub(super) fn read(
        mut self,
        mut take: impl FnMut(&'static str, Result<Row, (u64, String)>),
    ) -> Result<(), Refused> {
        while let Some(begins) = self.bytes.begin()? {
            match begins {
                Begins::Create(table) => {
                    let columns = self.bytes.created()?;
                    self.columns.insert(table, columns);
                    self.bytes.skip_statement()?;
                }
                Begins::Insert(table) => {
                    let own = table.strip_prefix(self.prefix);
                    match own.and_then(|own| self.tables.iter().find(|known| known.name == own)) {
                        Some(known) => self.insert(known, &table, &mut take)?,
                        None => self.bytes.skip_statement()?,
                    }
                }
                Begins::Other => self.bytes.skip_statement()?,
            }
        }
        Ok(())
    }

    fn insert(
        &mut self,
        table: &Table,
        name: &str,
        take: &mut impl FnMut(&'static str, Result<Row, (u64, String)>),
    ) -> Result<(), Refused> {
        let columns = match self.bytes.named()? {
            Some(columns) => columns,
            None => self.columns.get(name).cloned().ok_or_else(|| {
                self.bytes.refuse(&format!(
                    "the columns of {name} are named nowhere: the dump needs CREATE TABLE as well"
                ))
            })?,
        };
        let places = table.places(&columns).map_err(|missing| {
            self.bytes.refuse(&format!("the table {name} has no column {missing}"))
        })?;
        if !self.bytes.word()?.to_ascii_uppercase().starts_with("VALUE") {
            return Err(self.bytes.refuse("an INSERT without VALUES can't be read"));
        }
        loop {
            self.bytes.skip_space()?;
            match self.bytes.must()? {
                b'(' => {
                    let line = self.bytes.line;
                    let row = self.row(&places, columns.len())?;
                    take(table.name, row.map_err(|reason| (line, reason)));
                }
                b',' => {}
                b';' => return Ok(()),
                // ON DUPLICATE KEY UPDATE …
                _ => return self.bytes.skip_statement(),
            }
        }
    }

    /// One row behind its opening bracket; what is wrong with it is for the
    /// report.
    fn row(
        &mut self,
        places: &[(&'static str, usize)],
        columns: usize,
    ) -> Result<Result<Row, String>, Refused> {
        let mut row = Row::new(self.bytes.line);
        let mut wrong = None;
        let mut count = 0;
        loop {
            let wanted = places.iter().find(|(_, place)| *place == count);
            let value = self.value(wanted.is_some())?;
            if let Some((name, _)) = wanted {
                match value.map(String::from_utf8).transpose() {
                    Ok(value) => row.set(name, value),
                    Err(_) => wrong = Some(format!("{name} is not UTF-8")),
                }
            }
            count += 1;
            self.bytes.skip_space()?;
            match self.bytes.must()? {
                b',' => {}
                b')' => break,
                _ => return Err(self.bytes.refuse("a row can't be read")),
            }
        }
        if count != columns {
            wrong = Some(format!("the row has {count} values in place of {columns}"));
        }
        Ok(wrong.map_or(Ok(row), Err))
    }

    /// One value; none for NULL, and for what is not kept.
    fn value(&mut self, is_kept: bool) -> Result<Option<Vec<u8>>, Refused> {
        let bytes = &mut self.bytes;
        // No comments here: a minus may begin a number.
        while bytes.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
            bytes.next()?;
        }
        let mut out = Vec::new();
        match bytes.peek()? {
            Some(quote @ (b'\'' | b'"')) => {
                bytes.next()?;
                bytes.string(quote, is_kept.then_some(&mut out))?;
                return Ok(is_kept.then_some(out));
            }
            Some(b'+') => {
                bytes.next()?;
            }
            _ => {}
        }
        while let Some(byte) = bytes.peek()? {
            match byte {
                b',' | b')' => break,
                // `_binary 'x'`, `_utf8mb4'x'`: the set of letters before it.
                b'\'' | b'"' => {
                    bytes.next()?;
                    out.clear();
                    bytes.string(byte, is_kept.then_some(&mut out))?;
                    return Ok(is_kept.then_some(out));
                }
                byte if byte.is_ascii_whitespace() => {
                    bytes.next()?;
                }
                _ if out.len() >= LONGEST => return Err(bytes.refuse("a value is too long")),
                _ => {
                    bytes.next()?;
                    out.push(byte);
                }
            }
        }
        let is_null = out.eq_ignore_ascii_case(b"NULL");
        if out.len() > 2 && (out.starts_with(b"0x") || out.starts_with(b"0X")) {
            out = from_hex(out.get(2..).unwrap_or_default())
                .ok_or_else(|| bytes.refuse("a value in hexadecimal digits can't be read"))?;
        }
        Ok((is_kept && !is_null).then_some(out))
    }
}

fn from_hex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    digits
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
            _ => None,
        })
        .collect()
}
