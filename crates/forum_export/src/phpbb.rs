//! phpBB 3: a dump of its MySQL tables, and beside it the folder `files` with
//! attachments.

mod bbcode;
mod inserts;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use self::inserts::{Dump, names};
use crate::body::{Body, Things};
use crate::collect::{Collector, Kind, PostRow, ThreadRow};
use crate::escape::unescape;
use crate::file;
use crate::row::{Row, Table};
use crate::{Dialect, Export, Refused, Room, Source};

const TABLES: &[Table] = &[
    Table { name: "users", must: &["user_id", "username"], may: &["user_email", "user_type"] },
    Table {
        name: "forums",
        must: &["forum_id", "forum_name", "forum_type"],
        may: &["forum_desc", "forum_password"],
    },
    Table {
        name: "topics",
        must: &["topic_id", "forum_id", "topic_title"],
        may: &["topic_status", "topic_visibility", "topic_approved"],
    },
    Table {
        name: "posts",
        must: &["post_id", "topic_id", "poster_id", "post_time", "post_text"],
        may: &["post_visibility", "post_approved", "bbcode_uid"],
    },
    Table {
        name: "attachments",
        must: &["attach_id", "post_msg_id", "in_message", "physical_filename", "real_filename"],
        may: &["extension", "attach_comment", "is_orphan"],
    },
    Table { name: "groups", must: &["group_id", "group_name"], may: &[] },
    Table { name: "acl_options", must: &["auth_option_id", "auth_option"], may: &[] },
    Table {
        name: "acl_roles_data",
        must: &["role_id", "auth_option_id", "auth_setting"],
        may: &[],
    },
    Table {
        name: "acl_groups",
        must: &["group_id", "forum_id", "auth_option_id", "auth_role_id", "auth_setting"],
        may: &[],
    },
];

/// Tables without which there is no forum.
const NEEDED: [&str; 4] = ["users", "forums", "topics", "posts"];
/// Endings of picture files.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];
/// Whoever registers with an account belongs to one of these.
const EVERYBODY: [&str; 2] = ["REGISTERED", "GUESTS"];

pub(crate) fn open(path: &Path, now: i64) -> Result<Export, Refused> {
    let (dump, folder) = if path.is_dir() {
        (only_dump(path)?, path.to_owned())
    } else {
        (path.to_owned(), path.parent().map(Path::to_owned).unwrap_or_default())
    };
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    let name = file::name(&dump);
    let prefix = prefix(&names(file::open(&dump)?, &name)?, &name)?;
    let mut reading = Reading::new(now)?;
    reading.collector.folder = Some(folder);
    let mut wrong = Vec::new();
    Dump::new(file::open(&dump)?, &name, &prefix, TABLES).read(|table, row| {
        let taken = row.and_then(|row| reading.row(table, &row).map_err(|why| (row.line, why)));
        if let Err((line, reason)) = taken {
            wrong.push((line, format!("{table}: {reason}")));
        }
    })?;
    for (line, reason) in wrong {
        reading.collector.wrong(DUMP, line, reason);
    }
    reading.finish()
}

/// What the dump is called in the report.
const DUMP: &str = "dump.sql";

fn only_dump(folder: &Path) -> Result<PathBuf, Refused> {
    let wrong = |what: &str| Refused(format!("{} {what}", folder.display()));
    let entries =
        std::fs::read_dir(folder).map_err(|error| wrong(&format!("can't be read: {error}")))?;
    let is_dump = |path: &PathBuf| {
        let name = file::name(path);
        name.ends_with(".sql") || name.ends_with(".sql.gz")
    };
    let mut dumps: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_dump).collect();
    match (dumps.pop(), dumps.pop()) {
        (Some(dump), None) => Ok(dump),
        (None, _) => Err(wrong("has no .sql or .sql.gz file in it")),
        (Some(_), Some(_)) => Err(wrong("has several .sql files in it: name the one meant")),
    }
}

/// What stands before the names of phpBB's tables: `phpbb_` in most.
fn prefix(tables: &HashSet<String>, name: &str) -> Result<String, Refused> {
    let candidates = tables.iter().filter_map(|table| table.strip_suffix("posts"));
    let is_forum =
        |prefix: &&str| NEEDED.iter().all(|needed| tables.contains(&format!("{prefix}{needed}")));
    let mut found: Vec<&str> = candidates.filter(is_forum).collect();
    match (found.pop(), found.pop()) {
        (Some(prefix), None) => Ok(prefix.to_owned()),
        (None, _) => Err(Refused(format!(
            "{name} has no tables …users, …forums, …topics and …posts; is it the dump of a phpBB?"
        ))),
        (Some(_), Some(_)) => {
            Err(Refused(format!("{name} has the tables of several forums: dump one alone")))
        }
    }
}

/// An attachment of a post.
#[derive(Debug, Clone)]
struct Attachment {
    id: i64,
    file: String,
    name: String,
    comment: String,
    is_picture: bool,
}

/// What is needed to read texts.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// By the post, newest first, as phpBB counts them.
    attachments: HashMap<String, Vec<Attachment>>,
    /// Marks of old texts, by the post.
    uids: HashMap<String, String>,
}

impl Text {
    pub(crate) fn body(&self, post: &str, text: &str) -> Body {
        let attachments = self.attachments.get(post).map(Vec::as_slice).unwrap_or_default();
        let uid = self.uids.get(post).map(String::as_str).unwrap_or_default();
        let mut things = Things::default();
        let mut used = vec![false; attachments.len()];
        let mut attach = |index: usize, things: &mut Things| {
            let attachment = attachments.get(index)?;
            if let Some(used) = used.get_mut(index) {
                *used = true;
            }
            Some(shown(attachment, things))
        };
        let mut out = bbcode::to_markdown(text, uid, &mut things, &mut attach);
        // What no place in the text was given stands below it.
        for (attachment, used) in attachments.iter().zip(used) {
            if !used {
                out.push_str("\n\n");
                out.push_str(&shown(attachment, &mut things));
            }
        }
        things.body(&out)
    }
}

/// An attachment in a text: a picture, or the name of what is not taken.
fn shown(attachment: &Attachment, things: &mut Things) -> String {
    if attachment.is_picture {
        let said =
            if attachment.comment.is_empty() { &attachment.name } else { &attachment.comment };
        things.picture(&attachment.file, said)
    } else {
        crate::escape::words(&attachment.name)
    }
}

/// Whether a group may read a forum, as one row of permissions says it.
struct Grant {
    group: String,
    forum: String,
    option: String,
    role: String,
    setting: i64,
}

/// What is in a dump, as far as it was read.
struct Reading {
    collector: Collector,
    rooms: Vec<(Room, u64)>,
    text: Text,
    everybody: HashSet<String>,
    /// Number of the permission to read.
    read_option: Option<String>,
    /// Role, permission, and whether the role has it (1) or never (0).
    roles: Vec<(String, String, i64)>,
    grants: Vec<Grant>,
}

impl Reading {
    fn new(now: i64) -> Result<Self, Refused> {
        Ok(Self {
            collector: Collector::new(now)?,
            rooms: Vec::new(),
            text: Text::default(),
            everybody: HashSet::new(),
            read_option: None,
            roles: Vec::new(),
            grants: Vec::new(),
        })
    }

    fn row(&mut self, table: &str, row: &Row) -> Result<(), String> {
        match table {
            "users" => self.user(row),
            "forums" => self.forum(row),
            "topics" => self.topic(row),
            "posts" => self.post(row),
            "attachments" => self.attachment(row),
            "groups" => {
                if EVERYBODY.contains(&row.must("group_name")?) {
                    self.everybody.insert(row.must("group_id")?.to_owned());
                }
                Ok(())
            }
            "acl_options" => {
                if row.must("auth_option")? == "f_read" {
                    self.read_option = Some(row.must("auth_option_id")?.to_owned());
                }
                Ok(())
            }
            "acl_roles_data" => {
                let (role, option) = (row.must("role_id")?, row.must("auth_option_id")?);
                self.roles.push((role.to_owned(), option.to_owned(), row.number("auth_setting")?));
                Ok(())
            }
            _ => self.grant(row),
        }
    }

    fn user(&mut self, row: &Row) -> Result<(), String> {
        // Inactive ones (1) have not shown that the address is theirs, and
        // ignored ones (2) are nobody and robots.
        let is_person = !matches!(row.get("user_type"), Some("1" | "2"));
        let mail = row.get("user_email").filter(|_| is_person);
        self.collector.add_person(row.must("user_id")?, mail);
        Ok(())
    }

    fn forum(&mut self, row: &Row) -> Result<(), String> {
        // A forum (1) holds topics; categories (0) and links (2) don't.
        if row.must("forum_type")? != "1" {
            return Ok(());
        }
        let id = row.must("forum_id")?;
        let about = bbcode::plain(row.get("forum_desc").unwrap_or_default());
        let room = Room {
            id: id.to_owned(),
            name: unescape(row.must("forum_name")?),
            about,
            address: Some(format!("/viewforum.php?f={id}")),
            is_open: row.get("forum_password").is_none(),
        };
        self.rooms.push((room, row.line));
        Ok(())
    }

    fn grant(&mut self, row: &Row) -> Result<(), String> {
        self.grants.push(Grant {
            group: row.must("group_id")?.to_owned(),
            forum: row.must("forum_id")?.to_owned(),
            option: row.must("auth_option_id")?.to_owned(),
            role: row.must("auth_role_id")?.to_owned(),
            setting: row.number("auth_setting")?,
        });
        Ok(())
    }

    fn topic(&mut self, row: &Row) -> Result<(), String> {
        let id = row.must("topic_id")?;
        // A moved topic (2) leaves a shadow of its title.
        if row.get("topic_status") == Some("2") {
            self.collector.close_thread(id, Kind::Note);
            return Ok(());
        }
        if !is_visible(row, "topic_visibility", "topic_approved") {
            self.collector.close_thread(id, Kind::Hidden);
            return Ok(());
        }
        self.collector.add_thread(
            DUMP,
            ThreadRow {
                id: id.to_owned(),
                room: row.must("forum_id")?.to_owned(),
                title: unescape(row.must("topic_title")?),
                address: Some(format!("/viewtopic.php?t={id}")),
                is_closed: row.get("topic_status") == Some("1"),
                line: row.line,
            },
        )
    }

    fn post(&mut self, row: &Row) -> Result<(), String> {
        let id = row.must("post_id")?;
        if !is_visible(row, "post_visibility", "post_approved") {
            self.collector.left_out.count(Kind::Hidden);
            return Ok(());
        }
        let text = row.get("post_text").unwrap_or_default();
        let is_old = !text.starts_with("<r>") && !text.starts_with("<t>");
        if let Some(uid) = row.get("bbcode_uid").filter(|_| is_old) {
            self.text.uids.insert(id.to_owned(), uid.to_owned());
        }
        let seconds = row.number("post_time")?;
        self.collector.add_post(
            DUMP,
            PostRow {
                id: id.to_owned(),
                thread: row.must("topic_id")?.to_owned(),
                person: row.get("poster_id").map(str::to_owned),
                at: seconds.saturating_mul(1000),
                reference: id.to_owned(),
                reply_to: None,
                address: Some(format!("/viewtopic.php?p={id}")),
                text: text.to_owned(),
                line: row.line,
            },
        )
    }

    fn attachment(&mut self, row: &Row) -> Result<(), String> {
        let file = row.must("physical_filename")?;
        let is_in_post = !row.is_set("in_message") && !row.is_set("is_orphan");
        let is_name = !file.contains(['/', '\\']) && file != "..";
        if !is_in_post || !is_name {
            return Ok(());
        }
        let extension = row.get("extension").unwrap_or_default().to_ascii_lowercase();
        let attachment = Attachment {
            id: row.number("attach_id")?,
            file: format!("files/{file}"),
            name: unescape(row.must("real_filename")?),
            comment: unescape(row.get("attach_comment").unwrap_or_default()),
            is_picture: PICTURES.contains(&extension.as_str()),
        };
        let post = row.must("post_msg_id")?.to_owned();
        self.text.attachments.entry(post).or_default().push(attachment);
        Ok(())
    }

    /// Whether everybody with an account may read a forum, by the dump's own
    /// permissions. Where it has none, nobody knows, and it counts as closed.
    fn is_open(&self, forum: &str) -> bool {
        let Some(read) = &self.read_option else { return false };
        let of_role = |grant: &Grant| {
            let role =
                self.roles.iter().find(|(role, option, _)| *role == grant.role && option == read);
            role.map(|(_, _, setting)| *setting)
        };
        let settings: Vec<i64> = self
            .grants
            .iter()
            .filter(|grant| grant.forum == forum && self.everybody.contains(&grant.group))
            .filter_map(|grant| match grant.role.as_str() {
                "0" if grant.option == *read => Some(grant.setting),
                "0" => None,
                _ => of_role(grant),
            })
            .collect();
        // 1 is yes; 0 is never, which no yes of another group lifts.
        settings.contains(&1) && !settings.contains(&0)
    }

    fn finish(mut self) -> Result<Export, Refused> {
        for (room, line) in std::mem::take(&mut self.rooms) {
            let is_open = room.is_open && self.is_open(&room.id);
            if let Err(reason) = self.collector.add_room(Room { is_open, ..room }) {
                self.collector.wrong(DUMP, line, format!("forums: {reason}"));
            }
        }
        for attachments in self.text.attachments.values_mut() {
            attachments.sort_by_key(|attachment| std::cmp::Reverse(attachment.id));
        }
        self.collector.finish(Source::Phpbb, Dialect::Phpbb(self.text))
    }
}

/// phpBB 3.1 and newer keep a visibility (1: to be seen), older ones whether it
/// was approved.
fn is_visible(row: &Row, visibility: &str, approved: &str) -> bool {
    row.get(visibility).or(row.get(approved)).is_none_or(|state| state == "1")
}
