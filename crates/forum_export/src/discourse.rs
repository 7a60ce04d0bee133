//! Discourse's backup: a tar archive with `dump.sql.gz`, a dump of its
//! PostgreSQL database, and the folder `uploads`; or a folder into which that
//! was unpacked, or the dump alone.

mod copy;
mod text;

use std::collections::{HashMap, HashSet};
use std::io::BufReader;
use std::path::{Component, Path};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use self::copy::read_dump;
pub(crate) use self::text::Text;
use crate::collect::{Collector, Kind, PostRow, ThreadRow};
use crate::file::{self, unread};
use crate::row::{Row, Table};
use crate::{Dialect, Export, MOST_PICTURE_BYTES, Refused, Room, Source};

const TABLES: &[Table] = &[
    Table { name: "users", must: &["id", "username"], may: &["active"] },
    Table { name: "user_emails", must: &["user_id", "email"], may: &[] },
    Table {
        name: "categories",
        must: &["id", "name", "read_restricted"],
        may: &["description", "topic_id"],
    },
    Table {
        name: "topics",
        must: &["id", "title", "archetype", "category_id", "deleted_at"],
        may: &["visible", "closed", "archived"],
    },
    Table {
        name: "posts",
        must: &["id", "user_id", "topic_id", "post_number", "raw", "created_at", "deleted_at"],
        may: &["post_type", "hidden", "user_deleted", "reply_to_post_number"],
    },
    Table { name: "uploads", must: &["url"], may: &["sha1"] },
];

/// A post that people wrote; others are moderators' and the program's notes
/// and whispers among staff.
const REGULAR: &str = "1";
/// Endings of picture files.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];

pub(crate) fn open(path: &Path, now: i64) -> Result<Export, Refused> {
    let mut reading = Reading::new(now)?;
    if path.is_dir() {
        let names = ["dump.sql.gz", "dump.sql"];
        let dump = names.iter().map(|name| path.join(name)).find(|dump| dump.is_file());
        let dump = dump.ok_or_else(|| {
            Refused(format!("{} has neither dump.sql.gz nor dump.sql in it", path.display()))
        })?;
        reading.collector.folder = Some(path.to_owned());
        reading.dump(file::open(&dump)?, "dump.sql")?;
    } else {
        let name = file::name(path);
        let mut reader = file::open(path)?;
        if file::is_tar(&mut reader, &name)? {
            reading.archive(reader, &name)?;
        } else {
            reading.dump(reader, "dump.sql")?;
        }
    }
    reading.finish()
}

/// What is in a backup, as far as it was read.
struct Reading {
    collector: Collector,
    names: HashSet<String>,
    /// Topics that describe a category.
    about: HashSet<String>,
    confirmed: HashMap<String, bool>,
    mails: Vec<(String, String)>,
    uploads: text::Uploads,
}

impl Reading {
    fn new(now: i64) -> Result<Self, Refused> {
        Ok(Self {
            collector: Collector::new(now)?,
            names: HashSet::new(),
            about: HashSet::new(),
            confirmed: HashMap::new(),
            mails: Vec::new(),
            uploads: text::Uploads::default(),
        })
    }

    fn archive(&mut self, reader: Box<dyn std::io::BufRead>, name: &str) -> Result<(), Refused> {
        let mut archive = tar::Archive::new(reader);
        let mut has_dump = false;
        for entry in archive.entries().map_err(|error| unread(name, &error))? {
            let mut entry = entry.map_err(|error| unread(name, &error))?;
            if !entry.header().entry_type().is_file() {
                continue;
            }
            let inner = plain_path(&entry.path().map_err(|error| unread(name, &error))?);
            let Some(inner) = inner else { continue };
            let dump = inner.rsplit('/').next().unwrap_or_default();
            if !has_dump && matches!(dump, "dump.sql.gz" | "dump.sql") {
                has_dump = true;
                let reader = file::unpacked(BufReader::new(&mut entry), dump)?;
                self.dump(reader, "dump.sql")?;
            } else if is_picture(&inner) && entry.size() <= MOST_PICTURE_BYTES {
                let span = self.collector.filling.add_all(&mut entry)?;
                self.collector.spooled.insert(inner, span);
            }
        }
        if has_dump { Ok(()) } else { Err(Refused(format!("{name} has no dump.sql.gz in it"))) }
    }

    fn dump<'r>(
        &mut self,
        reader: Box<dyn std::io::BufRead + 'r>,
        name: &'static str,
    ) -> Result<(), Refused> {
        let found = read_dump(reader, name, TABLES, |table, row| {
            if let Err(reason) = row.and_then(|row| self.row(table, &row)) {
                self.collector.wrong(name, reason.0, format!("{table}: {}", reason.1));
            }
        })?;
        for table in TABLES.iter().filter(|table| table.name != "uploads") {
            if !found.contains(&table.name) {
                return Err(Refused(format!(
                    "{name} has no table {}; is it the dump of a Discourse backup?",
                    table.name
                )));
            }
        }
        Ok(())
    }

    fn row(&mut self, table: &str, row: &Row) -> Result<(), (u64, String)> {
        let taken = match table {
            "users" => self.user(row),
            "user_emails" => self.mail(row),
            "categories" => self.category(row),
            "topics" => self.topic(row),
            "posts" => self.post(row),
            _ => self.upload(row),
        };
        taken.map_err(|reason| (row.line, reason))
    }

    fn user(&mut self, row: &Row) -> Result<(), String> {
        let id = row.must("id")?;
        self.names.insert(row.must("username")?.to_lowercase());
        // Whoever is not active has not shown that the address is theirs.
        self.confirmed.insert(id.to_owned(), row.get("active").is_none_or(|flag| flag == "t"));
        self.collector.add_person(id, None);
        Ok(())
    }

    fn mail(&mut self, row: &Row) -> Result<(), String> {
        self.mails.push((row.must("user_id")?.to_owned(), row.must("email")?.to_owned()));
        Ok(())
    }

    fn category(&mut self, row: &Row) -> Result<(), String> {
        let id = row.must("id")?;
        if let Some(topic) = row.get("topic_id") {
            self.about.insert(topic.to_owned());
        }
        self.collector.add_room(Room {
            id: id.to_owned(),
            name: row.must("name")?.to_owned(),
            about: without_tags(row.get("description").unwrap_or_default()),
            address: Some(format!("/c/{id}")),
            is_open: !row.is_set("read_restricted"),
        })
    }

    fn topic(&mut self, row: &Row) -> Result<(), String> {
        let id = row.must("id")?;
        if row.get("archetype") == Some("private_message") {
            self.collector.close_thread(id, Kind::Private);
            return Ok(());
        }
        let is_visible = row.get("visible").is_none_or(|flag| flag == "t");
        if row.get("deleted_at").is_some() || !is_visible {
            self.collector.close_thread(id, Kind::Hidden);
            return Ok(());
        }
        self.collector.add_thread(
            "dump.sql",
            ThreadRow {
                id: id.to_owned(),
                room: row.must("category_id")?.to_owned(),
                title: row.must("title")?.to_owned(),
                address: Some(format!("/t/{id}")),
                is_closed: row.is_set("closed") || row.is_set("archived"),
                line: row.line,
            },
        )
    }

    fn post(&mut self, row: &Row) -> Result<(), String> {
        let topic = row.must("topic_id")?;
        let is_hidden =
            row.get("deleted_at").is_some() || row.is_set("hidden") || row.is_set("user_deleted");
        if is_hidden {
            self.collector.left_out.count(Kind::Hidden);
            return Ok(());
        }
        if row.get("post_type").is_some_and(|kind| kind != REGULAR) {
            self.collector.left_out.count(Kind::Note);
            return Ok(());
        }
        let address = |number: &str| format!("/t/{topic}/{number}");
        let reference = address(row.must("post_number")?);
        self.collector.add_post(
            "dump.sql",
            PostRow {
                id: row.must("id")?.to_owned(),
                thread: topic.to_owned(),
                person: row.get("user_id").map(str::to_owned),
                at: instant(row.must("created_at")?)?,
                reply_to: row.get("reply_to_post_number").map(address),
                address: Some(reference.clone()),
                reference,
                text: row.get("raw").unwrap_or_default().to_owned(),
                line: row.line,
            },
        )
    }

    fn upload(&mut self, row: &Row) -> Result<(), String> {
        let url = row.must("url")?;
        if is_picture(url) {
            self.uploads.add(url, row.get("sha1"));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Export, Refused> {
        for (id, mail) in &self.mails {
            if self.confirmed.get(id).copied().unwrap_or(false) {
                self.collector.add_person(id, Some(mail));
            }
        }
        for topic in &self.about {
            self.collector.close_thread(topic, Kind::Note);
        }
        let text = Text { names: self.names, uploads: self.uploads };
        self.collector.finish(Source::Discourse, Dialect::Discourse(text))
    }
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    // Smaller ones that Discourse made of them are in no text.
    let is_upload = path.contains("uploads/") && !path.contains("/optimized/");
    is_upload && PICTURES.contains(&ending.as_str())
}

/// A path of an archive as text, without `./` before it; none for one that
/// leaves its folder.
fn plain_path(path: &Path) -> Option<String> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(parts.join("/"))
}

/// PostgreSQL's timestamp without time zone, which Discourse keeps in UTC.
fn instant(text: &str) -> Result<i64, String> {
    let wrong = |_| "created_at is not a date".to_owned();
    let date: DateTime = text.parse().map_err(wrong)?;
    let zoned = date.to_zoned(TimeZone::UTC).map_err(wrong)?;
    Ok(zoned.timestamp().as_millisecond())
}

/// The words of a description, which is HTML.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            letter if !in_tag => out.push(letter),
            _ => {}
        }
    }
    crate::escape::unescape(&out).split_whitespace().collect::<Vec<_>>().join(" ")
}
