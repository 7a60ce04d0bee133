//! PostgreSQL's dump in plain text: `COPY table (columns) FROM stdin;`, a line
//! a row, `\.` at the end
//! (<https://www.postgresql.org/docs/current/sql-copy.html>).

use std::io::BufRead;

use crate::Refused;
use crate::file::Lines;
use crate::row::{Row, Table};

/// The last words of a dump that was not cut short.
const END: &[u8] = b"-- PostgreSQL database dump complete";

/// Reads the rows of some tables; says which of them there are. A row that
/// can't be read comes as its line and the reason.
pub(super) fn read_dump<'r>(
    reader: Box<dyn BufRead + 'r>,
    name: &str,
    tables: &[Table],
    mut take: impl FnMut(&'static str, Result<Row, (u64, String)>),
) -> Result<Vec<&'static str>, Refused> {
    let mut lines = Lines::new(reader, name);
    let mut found = Vec::new();
    let mut is_complete = false;
    while lines.advance()? {
        let head = std::str::from_utf8(lines.line()).ok().and_then(copy_head);
        let Some((table, columns)) = head else {
            is_complete |= lines.line().starts_with(END);
            continue;
        };
        let Some(table) = tables.iter().find(|known| known.name == table) else {
            skip(&mut lines)?;
            continue;
        };
        let places = table.places(&columns).map_err(|missing| {
            lines.refuse(&format!("the table {} has no column {missing}", table.name))
        })?;
        found.push(table.name);
        while next_row(&mut lines)? {
            let (line, number) = (lines.line(), lines.number());
            let row = read_row(line, &places, columns.len(), number);
            take(table.name, row.map_err(|reason| (number, reason)));
        }
    }
    if is_complete {
        Ok(found)
    } else {
        Err(Refused(format!(
            "{name} ends before its end: it is no dump of PostgreSQL's or was cut short"
        )))
    }
}

fn skip(lines: &mut Lines<'_>) -> Result<(), Refused> {
    while next_row(lines)? {}
    Ok(())
}

/// Goes to the next row; `false` behind the last one.
fn next_row(lines: &mut Lines<'_>) -> Result<bool, Refused> {
    if !lines.advance()? {
        return Err(lines.refuse("the dump ends in the middle of a table: it was cut short"));
    }
    Ok(lines.line() != b"\\.")
}

/// Table and columns of a line that begins a table's rows. Discourse's tables
/// stand in the schema `public`; it keeps others of the same names while a
/// backup is put back.
fn copy_head(line: &str) -> Option<(String, Vec<String>)> {
    let rest = line.strip_prefix("COPY ")?.strip_suffix(" FROM stdin;")?;
    let (table, columns) = rest.split_once(" (")?;
    let plain = |name: &str| name.trim().trim_matches('"').to_owned();
    let table = plain(table.strip_prefix("public.").unwrap_or(table));
    let columns = columns.strip_suffix(')')?.split(',').map(plain).collect();
    Some((table, columns))
}

fn read_row(
    line: &[u8],
    places: &[(&'static str, usize)],
    columns: usize,
    number: u64,
) -> Result<Row, String> {
    let values: Vec<&[u8]> = line.split(|byte| *byte == b'\t').collect();
    if values.len() != columns {
        return Err(format!("the row has {} values in place of {columns}", values.len()));
    }
    let mut row = Row::new(number);
    for (name, place) in places {
        let value = values.get(*place).copied().unwrap_or_default();
        row.set(name, decode(value).map_err(|reason| format!("{name} {reason}"))?);
    }
    Ok(row)
}

/// A value without its escapes; none for null.
fn decode(value: &[u8]) -> Result<Option<String>, &'static str> {
    if value == b"\\N" {
        return Ok(None);
    }
    let mut out = Vec::with_capacity(value.len());
    let mut bytes = value.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let escaped = bytes.next().ok_or("ends in the middle of an escape")?;
        out.push(match escaped {
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            b'0'..=b'7' => {
                let mut code = u32::from(escaped - b'0');
                for _ in 0..2 {
                    let Some(digit) = bytes.next_if(|byte| (b'0'..=b'7').contains(byte)) else {
                        break;
                    };
                    code = code * 8 + u32::from(digit - b'0');
                }
                (code & 0xff) as u8
            }
            b'x' => {
                let mut code = None;
                for _ in 0..2 {
                    let digit = bytes.peek().and_then(|byte| char::from(*byte).to_digit(16));
                    let Some(digit) = digit else { break };
                    bytes.next();
                    code = Some(code.unwrap_or(0) * 16 + digit);
                }
                code.map_or(b'x', |code| (code & 0xff) as u8)
            }
            other => other,
        });
    }
    String::from_utf8(out).map(Some).map_err(|_| "is not UTF-8")
}
