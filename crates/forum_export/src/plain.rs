//! The plain form: tables `people`, `rooms`, `threads` and `posts`, each a CSV or
//! a JSON file of a folder, or all in one JSON file. It is described in
//! `docs/import.md`.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use crate::body::{Body, Things, clean, mark_pictures};
use crate::collect::{Collector, PostRow, ThreadRow};
use crate::row::{Row, Table};
use crate::{Dialect, Export, Refused, Room, Source, file};

const TABLES: [Table; 4] = [
    Table { name: "people", must: &["id", "mail"], may: &[] },
    Table { name: "rooms", must: &["id", "name"], may: &["about", "address"] },
    Table { name: "threads", must: &["id", "room", "title"], may: &["address", "closed"] },
    Table {
        name: "posts",
        must: &["id", "thread", "at", "text"],
        may: &["person", "reply_to", "address"],
    },
];

/// A JSON file is read whole; a larger forum comes as CSV.
const MOST_JSON: u64 = 256 * 1024 * 1024;

pub(crate) fn open(path: &Path, zone: &TimeZone, now: i64) -> Result<Export, Refused> {
    let mut reading = Reading {
        collector: Collector::new(now)?,
        zone,
        places: HashSet::new(),
        posts: HashSet::new(),
    };
    if path.is_dir() {
        for table in &TABLES {
            let (csv, json) = (
                path.join(format!("{}.csv", table.name)),
                path.join(format!("{}.json", table.name)),
            );
            match (csv.is_file(), json.is_file()) {
                (true, false) => reading.csv(table, &csv)?,
                (false, true) => reading.json(table, &json)?,
                // Nobody needs to be known.
                (false, false) if table.name == "people" => {}
                (false, false) => {
                    let what = format!("{0}.csv or {0}.json", table.name);
                    return Err(Refused(format!("{} has no {what} in it", path.display())));
                }
                (true, true) => {
                    let what = format!("both {0}.csv and {0}.json", table.name);
                    return Err(Refused(format!("{} has {what}: leave one", path.display())));
                }
            }
        }
        reading.collector.folder = Some(path.to_owned());
    } else {
        reading.whole(path)?;
        reading.collector.folder =
            path.parent().map(|folder| match folder.as_os_str().is_empty() {
                true => PathBuf::from("."),
                false => folder.to_owned(),
            });
    }
    reading.collector.finish(Source::Plain, Dialect::Plain)
}

/// A text of the plain form: Markdown whose pictures are files of the folder.
pub(crate) fn body(text: &str) -> Body {
    let mut things = Things::default();
    let text = mark_pictures(&clean(text), &mut things, |address| {
        let is_file = !address.is_empty() && !address.contains(':') && !address.starts_with('/');
        is_file.then(|| address.to_owned())
    });
    things.body(&text)
}

struct Reading<'z> {
    collector: Collector,
    zone: &'z TimeZone,
    /// Addresses of rooms and threads.
    places: HashSet<String>,
    /// Those of posts, apart: the first of a thread often has the thread's.
    posts: HashSet<String>,
}

/// The file of a table as rows of the report name it.
fn file_of(table: &str, ending: &str) -> &'static str {
    match (table, ending) {
        ("people", "csv") => "people.csv",
        ("rooms", "csv") => "rooms.csv",
        ("threads", "csv") => "threads.csv",
        ("posts", "csv") => "posts.csv",
        ("people", _) => "people.json",
        ("rooms", _) => "rooms.json",
        ("threads", _) => "threads.json",
        _ => "posts.json",
    }
}

impl Reading<'_> {
    fn csv(&mut self, table: &Table, path: &Path) -> Result<(), Refused> {
        let name = file_of(table.name, "csv");
        let file = File::open(path)
            .map_err(|error| Refused(format!("{name} can't be opened: {error}")))?;
        let mut reader = BufReader::new(file);
        skip_mark(&mut reader, name)?;
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(separator(&mut reader, name)?)
            .flexible(true)
            .from_reader(reader);
        let wrong = |error: csv::Error| Refused(format!("{name}: {}", of_csv(&error)));
        let columns: Vec<String> = csv
            .headers()
            .map_err(wrong)?
            .iter()
            .map(|column| column.trim().to_ascii_lowercase())
            .collect();
        let places = self.columns(table, &columns, name)?;
        let mut record = csv::StringRecord::new();
        while csv.read_record(&mut record).map_err(wrong)? {
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() != columns.len() {
                let (has, wanted) = (record.len(), columns.len());
                let reason = format!("the row has {has} values in place of {wanted}");
                self.collector.wrong(name, line, reason);
                continue;
            }
            let mut row = Row::new(line);
            for (column, place) in &places {
                row.set(column, record.get(*place).map(str::to_owned));
            }
            self.take(table.name, name, &row);
        }
        Ok(())
    }

    fn columns(
        &self,
        table: &Table,
        columns: &[String],
        name: &str,
    ) -> Result<Vec<(&'static str, usize)>, Refused> {
        let known =
            |column: &String| table.must.iter().chain(table.may).any(|known| known == column);
        // A misspelt column would else be left out in silence.
        if let Some(unknown) = columns.iter().find(|column| !known(column)) {
            let all = table.must.iter().chain(table.may).copied().collect::<Vec<_>>().join(", ");
            return Err(Refused(format!(
                "{name}, line 1: there is no column «{unknown}»; there may be: {all}"
            )));
        }
        table
            .places(columns)
            .map_err(|missing| Refused(format!("{name}, line 1: the column {missing} is missing")))
    }

    fn json(&mut self, table: &Table, path: &Path) -> Result<(), Refused> {
        let name = file_of(table.name, "json");
        match read_json(path, name)? {
            Value::Array(records) => self.records(table, name, records),
            _ => Err(Refused(format!("{name} is not a list of records: [ {{ … }}, … ]"))),
        }
    }

    /// One file with all tables.
    fn whole(&mut self, path: &Path) -> Result<(), Refused> {
        let name = file::name(path);
        let Value::Object(mut tables) = read_json(path, &name)? else {
            return Err(Refused(format!(
                "{name} is not one object with rooms, threads and posts; a forum in CSV is named by \
                 its folder"
            )));
        };
        for table in &TABLES {
            match tables.remove(table.name) {
                Some(Value::Array(records)) => {
                    self.records(table, file_of(table.name, "json"), records)?;
                }
                None if table.name == "people" => {}
                _ => return Err(Refused(format!("{name} has no list {}", table.name))),
            }
        }
        match tables.keys().next() {
            Some(unknown) => Err(Refused(format!("{name}: there is no table «{unknown}»"))),
            None => Ok(()),
        }
    }

    fn records(
        &mut self,
        table: &Table,
        name: &'static str,
        records: Vec<Value>,
    ) -> Result<(), Refused> {
        for (index, record) in records.into_iter().enumerate() {
            let number = index as u64 + 1;
            let Value::Object(record) = record else {
                self.collector.wrong(name, number, "the record is not an object".to_owned());
                continue;
            };
            match of_record(table, record, number) {
                Ok(row) => self.take(table.name, name, &row),
                Err(reason) => self.collector.wrong(name, number, reason),
            }
        }
        Ok(())
    }

    fn take(&mut self, table: &str, name: &'static str, row: &Row) {
        let taken = match table {
            "people" => self.person(row),
            "rooms" => self.room(row),
            "threads" => self.thread(name, row),
            _ => self.post(name, row),
        };
        if let Err(reason) = taken {
            self.collector.wrong(name, row.line, reason);
        }
    }

    fn person(&mut self, row: &Row) -> Result<(), String> {
        self.collector.add_person(row.must("id")?, Some(row.must("mail")?));
        Ok(())
    }

    fn room(&mut self, row: &Row) -> Result<(), String> {
        let address = address(row, &mut self.places)?;
        self.collector.add_room(Room {
            id: row.must("id")?.to_owned(),
            name: row.must("name")?.to_owned(),
            about: row.get("about").unwrap_or_default().to_owned(),
            address,
            is_open: true,
        })
    }

    fn thread(&mut self, name: &'static str, row: &Row) -> Result<(), String> {
        let address = address(row, &mut self.places)?;
        let is_closed = match row.get("closed").map(str::to_ascii_lowercase).as_deref() {
            None | Some("no" | "false" | "0") => false,
            Some("yes" | "true" | "1") => true,
            Some(_) => return Err("closed is neither yes nor no".to_owned()),
        };
        self.collector.add_thread(
            name,
            ThreadRow {
                id: row.must("id")?.to_owned(),
                room: row.must("room")?.to_owned(),
                title: row.must("title")?.to_owned(),
                address,
                is_closed,
                line: row.line,
            },
        )
    }

    fn post(&mut self, name: &'static str, row: &Row) -> Result<(), String> {
        let address = address(row, &mut self.posts)?;
        let id = row.must("id")?;
        self.collector.add_post(
            name,
            PostRow {
                id: id.to_owned(),
                thread: row.must("thread")?.to_owned(),
                person: row.get("person").map(str::to_owned),
                at: instant(row.must("at")?, self.zone)?,
                reference: id.to_owned(),
                reply_to: row.get("reply_to").map(str::to_owned),
                address,
                text: row.must("text")?.to_owned(),
                line: row.line,
            },
        )
    }
}

/// An old address: a path of a site, with what follows a `?` if it does. No two
/// rows of one kind have the same.
fn address(row: &Row, known: &mut HashSet<String>) -> Result<Option<String>, String> {
    let Some(address) = row.get("address").map(str::trim) else { return Ok(None) };
    let is_path = address.starts_with('/')
        && address.len() <= 1000
        && !address.contains(|letter: char| letter.is_whitespace() || letter == '#');
    if !is_path {
        return Err("the address is not a path such as /old/thread/12".to_owned());
    }
    if !known.insert(address.to_owned()) {
        return Err(format!("two rows have the address {address}"));
    }
    Ok(Some(address.to_owned()))
}

fn of_record(table: &Table, record: Map<String, Value>, number: u64) -> Result<Row, String> {
    let mut row = Row::new(number);
    for (name, value) in record {
        let known = table.must.iter().chain(table.may).find(|known| **known == name);
        let known = known.ok_or_else(|| format!("there is no field «{name}»"))?;
        row.set(
            known,
            match value {
                Value::Null => None,
                Value::String(text) => Some(text),
                Value::Number(number) => Some(number.to_string()),
                Value::Bool(flag) => Some(flag.to_string()),
                Value::Array(_) | Value::Object(_) => {
                    return Err(format!("{name} is neither text nor number"));
                }
            },
        );
    }
    Ok(row)
}

fn read_json(path: &Path, name: &str) -> Result<Value, Refused> {
    let wrong = |error: &dyn std::fmt::Display| Refused(format!("{name} can't be read: {error}"));
    let file = File::open(path).map_err(|error| wrong(&error))?;
    let mut bytes = Vec::new();
    file.take(MOST_JSON + 1).read_to_end(&mut bytes).map_err(|error| wrong(&error))?;
    if bytes.len() as u64 > MOST_JSON {
        return Err(Refused(format!("{name} has more than 256 MB; bring the tables as CSV")));
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| wrong(&error))
}

/// The mark of UTF-8 that spreadsheet programs put at the beginning.
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

fn skip_mark(reader: &mut BufReader<File>, name: &str) -> Result<(), Refused> {
    use std::io::BufRead;
    let head = reader.fill_buf().map_err(|error| file::unread(name, &error))?;
    if head.starts_with(MARK) {
        reader.consume(MARK.len());
    }
    Ok(())
}

/// Spreadsheet programs of some countries separate values by semicolons.
fn separator(reader: &mut BufReader<File>, name: &str) -> Result<u8, Refused> {
    use std::io::BufRead;
    let head = reader.fill_buf().map_err(|error| file::unread(name, &error))?;
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| line.iter().filter(|byte| **byte == mark).count();
    Ok(if count(b';') > count(b',') { b';' } else { b',' })
}

/// What is wrong with a CSV file, with its line.
fn of_csv(error: &csv::Error) -> String {
    let line = error.position().map_or(0, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => {
            format!("line {line} is not UTF-8; save the file as «CSV UTF-8»")
        }
        _ => error.to_string(),
    }
}

/// A date with time: with its zone (`2019-05-04T12:30:00+03:00`), or in the
/// union's (`2019-05-04 12:30`).
fn instant(text: &str, zone: &TimeZone) -> Result<i64, String> {
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Ok(timestamp.as_millisecond());
    }
    let wrong = |_| "at is not a date such as 2019-05-04 12:30".to_owned();
    let date: DateTime = text.parse().map_err(wrong)?;
    Ok(date.to_zoned(zone.clone()).map_err(wrong)?.timestamp().as_millisecond())
}
