//! Exports as those forums make them, whole and broken.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

/// 29 November 2026.
const NOW: i64 = 1_795_900_000_000;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn open(source: Source, path: &Path) -> Result<Export, Refused> {
    Export::open(source, path, &TimeZone::get("Europe/Helsinki").unwrap(), NOW)
}

fn words(export: &Export, post: &Post) -> String {
    let body = export.body(post).unwrap();
    let shown = body.pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Quote(index) => format!("<quote {}>", export.posts[*index].id),
        Piece::Picture(file, said) => format!("<picture {file}: {said}>"),
    });
    shown.collect()
}

/// Thread, author's index and words of each post, in order.
fn told(export: &Export) -> Vec<(String, Option<usize>, String)> {
    let thread = |post: &Post| export.threads[post.thread].title.clone();
    export.posts.iter().map(|post| (thread(post), post.person, words(export, post))).collect()
}

fn wrong(export: &Export) -> Vec<String> {
    export.wrong.iter().map(ToString::to_string).collect()
}

const DISCOURSE: &str = r#"--
-- PostgreSQL database dump
--

SET client_encoding = 'UTF8';

CREATE TABLE public.posts (
    id integer NOT NULL
);

COPY public.categories (id, name, color, topic_id, read_restricted, description) FROM stdin;
1	Arki	0088CC	90	f	<p>Päivien &amp; öiden</p>
2	Henkilökunta	0088CC	\N	t	\N
\.

COPY public.posts (id, user_id, topic_id, post_number, raw, cooked, created_at, deleted_at, post_type, hidden, user_deleted, reply_to_post_number) FROM stdin;
11	2	12	2	Niin\ton. @Maija77	<p>…</p>	2019-05-04 12:40:00.5	\N	1	f	f	1
10	1	12	1	Vuoro **vaihtui**\nyöllä. ![kissa|6x6](upload://6LX9Y8dW88pEjXU4ufdLkTrkhc0.png)	<p>…</p>	2019-05-04 12:30:00.123456	\N	1	f	f	\N
12	1	12	3	poistettu	x	2019-05-04 12:45:00	2019-05-05 00:00:00	1	f	f	\N
13	-1	12	4	suljettu	x	2019-05-04 12:46:00	\N	3	f	f	\N
14	1	13	1	kahden kesken	x	2019-05-04 12:47:00	\N	1	f	f	\N
15	1	77	1	orpo	x	2019-05-04 12:48:00	\N	1	f	f	\N
16	1	90	1	Tämä huone	x	2019-05-04 12:49:00	\N	1	f	f	\N
17	9	14	1	salassa	x	2019-05-04 12:50:00	\N	1	f	f	\N
18	1	12	5	[quote="Maija77, post:2, topic:12"]\nNiin on\n[/quote]\nJoo	x	2019-05-04 12:51:00	\N	1	f	f	\N
\.

COPY public.topics (id, title, archetype, category_id, deleted_at, visible, closed, archived) FROM stdin;
12	Yövuorot	regular	1	\N	t	t	f
13	Viesti	private_message	\N	\N	t	f	f
14	Palkat	regular	2	\N	t	f	f
90	About the Arki category	regular	1	\N	t	f	f
\.

COPY backup.posts (id, user_id) FROM stdin;
1	1
\.

COPY public.uploads (id, url, original_filename, sha1) FROM stdin;
1	/uploads/default/original/1X/a.png	kissa.png	2f78c1ac988dd200abdba00c2ef28678eb0650dc
\.

COPY public.user_emails (id, user_id, email, "primary", created_at) FROM stdin;
1	1	maija@vanha.example	t	2019-01-01 00:00:00
2	2	varmistamaton@vanha.example	t	2019-01-01 00:00:00
\.

COPY public.users (id, username, name, active) FROM stdin;
1	Maija77	Maija Meikäläinen	t
2	pekka	\N	f
\.

--
-- PostgreSQL database dump complete
--
"#;

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn backup(dump: &[u8]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    let mut add = |name: &str, bytes: &[u8]| {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, name, bytes).unwrap();
    };
    add("./uploads/default/original/1X/a.png", b"punkti");
    add("./dump.sql.gz", &gz(dump));
    gz(&tar.into_inner().unwrap())
}

fn discourse(dump: &str) -> Result<Export, Refused> {
    let folder = folder(&[("dump.sql", dump.as_bytes())]);
    open(Source::Discourse, folder.path())
}

fn check_discourse(export: &Export) {
    let arki = ("Yövuorot".to_owned(), Some(0));
    assert_eq!(
        told(export),
        [
            (
                arki.0.clone(),
                arki.1,
                "Vuoro **vaihtui**\nyöllä. <picture uploads/default/original/1X/a.png: kissa>"
                    .to_owned()
            ),
            (arki.0.clone(), Some(1), "Niin\ton. @…".to_owned()),
            ("Palkat".to_owned(), None, "salassa".to_owned()),
            (arki.0, arki.1, "> <quote 11>\n>\n> Niin on\n\nJoo".to_owned()),
        ]
    );
    assert_eq!(export.posts[0].at, 1_556_973_000_123);
    assert_eq!(export.posts[1].reply_to, Some(0));
    assert_eq!(export.posts[1].address.as_deref(), Some("/t/12/2"));
    let thread = &export.threads[0];
    assert!(thread.is_closed && thread.address.as_deref() == Some("/t/12"));
    let rooms: Vec<_> = export.rooms.iter().map(|room| (&*room.name, room.is_open)).collect();
    assert_eq!(rooms, [("Arki", true), ("Henkilökunta", false)]);
    assert_eq!(export.rooms[0].about, "Päivien & öiden");
    assert_eq!(export.people[0].mails, ["maija@vanha.example"]);
    assert!(export.people[1].mails.is_empty(), "an address nobody confirmed is not used");
    assert_eq!(export.left_out, LeftOut { private: 1, hidden: 1, notes: 2 });
    assert_eq!(wrong(export), ["dump.sql, line 22: post 15: there is no thread «77»"]);
}

#[test]
fn a_backup_of_discourse_is_read_from_its_archive_and_unpacked() {
    let whole = folder(&[("varmuuskopio.tar.gz", &backup(DISCOURSE.as_bytes()))]);
    let export = open(Source::Discourse, &whole.path().join("varmuuskopio.tar.gz")).unwrap();
    check_discourse(&export);
    let picture = PictureFile("uploads/default/original/1X/a.png".to_owned());
    assert_eq!(export.picture_state(&picture), PictureState::There);
    assert_eq!(export.picture(&picture).unwrap(), b"punkti");

    let unpacked = folder(&[
        ("dump.sql.gz", &gz(DISCOURSE.as_bytes())),
        ("uploads/default/original/1X/a.png", b"punkti"),
    ]);
    let export = open(Source::Discourse, unpacked.path()).unwrap();
    check_discourse(&export);
    assert_eq!(export.picture(&picture).unwrap(), b"punkti");
    check_discourse(&discourse(DISCOURSE).unwrap());
}

#[test]
fn a_broken_backup_of_discourse_is_refused_whole_and_says_where() {
    let refused = |dump: &str| discourse(dump).unwrap_err().0;
    let cut = &DISCOURSE[..DISCOURSE.find("\n12\t1\t12").unwrap()];
    assert_eq!(
        refused(cut),
        "dump.sql, line 19: the dump ends in the middle of a table: it was cut short"
    );
    let end = &DISCOURSE[..DISCOURSE.find("-- PostgreSQL database dump complete").unwrap()];
    assert!(refused(end).contains("was cut short"));
    assert_eq!(
        refused(&DISCOURSE.replace("COPY public.topics", "COPY public.aiheet")),
        "dump.sql has no table topics; is it the dump of a Discourse backup?"
    );
    assert_eq!(
        refused(&DISCOURSE.replace(", raw,", ", teksti,")),
        "dump.sql, line 16: the table posts has no column raw"
    );
    let mut broken = backup(DISCOURSE.as_bytes());
    broken.truncate(broken.len() / 2);
    let broken = folder(&[("b.tar.gz", &broken)]);
    let refused = open(Source::Discourse, &broken.path().join("b.tar.gz")).unwrap_err();
    assert!(refused.0.contains("can't be read to its end"), "{refused}");
    assert!(open(Source::Discourse, &broken.path().join("ei-ole")).is_err());
    let empty = folder(&[("dump.sql", b"")]);
    assert!(open(Source::Discourse, empty.path()).is_err());
}

#[test]
fn a_row_with_broken_letters_or_values_is_left_out_and_told_of() {
    let mut dump = DISCOURSE.replace("17\t9\t14\t1\tsalassa", "17\t9\t14\t1\tsal\u{1}ssa");
    dump = dump.replace("11\t2\t12\t2", "11\tliikaa\t2\t12\t2");
    dump = dump.replace("2019-05-04 12:51:00", "huomenna");
    let bytes: Vec<u8> =
        dump.into_bytes().into_iter().map(|byte| if byte == 1 { 0xE4 } else { byte }).collect();
    let folder = folder(&[("dump.sql", &bytes)]);
    let export = open(Source::Discourse, folder.path()).unwrap();
    let told = wrong(&export);
    assert!(told.contains(&"dump.sql, line 24: posts: raw is not UTF-8".to_owned()), "{told:?}");
    assert!(
        told.contains(&"dump.sql, line 17: posts: the row has 13 values in place of 12".to_owned()),
        "{told:?}"
    );
    assert!(
        told.contains(&"dump.sql, line 25: posts: created_at is not a date".to_owned()),
        "{told:?}"
    );
    assert_eq!(export.posts.len(), 1);
}

const PHPBB: &str = r#"-- MySQL dump 10.13  Distrib 8.0.36
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE `foo_acl_groups` (
  `group_id` int, `forum_id` int, `auth_option_id` int, `auth_role_id` int, `auth_setting` tinyint,
  KEY `group_id` (`group_id`)
);
INSERT INTO `foo_acl_groups` VALUES (2,3,0,15,0),(5,4,20,0,1);
CREATE TABLE `foo_acl_options` (`auth_option_id` int, `auth_option` varchar(50));
INSERT INTO `foo_acl_options` VALUES (20,'f_read');
CREATE TABLE `foo_acl_roles_data` (`role_id` int, `auth_option_id` int, `auth_setting` tinyint);
INSERT INTO `foo_acl_roles_data` VALUES (15,20,1);
CREATE TABLE `foo_attachments` (
  `attach_id` int(10) unsigned NOT NULL, `post_msg_id` int, `topic_id` int, `in_message` tinyint(1),
  `is_orphan` tinyint(1), `physical_filename` varchar(255), `real_filename` varchar(255),
  `extension` varchar(100), `attach_comment` text, PRIMARY KEY (`attach_id`)
);
INSERT INTO `foo_attachments` VALUES (1,21,5,0,0,'2_abc','kissa.jpg','jpg',''),(2,21,5,0,0,'2_def','ohje.pdf','pdf',NULL);
CREATE TABLE `foo_forums` (`forum_id` int, `forum_name` varchar(255) DEFAULT 'a,b)(', `forum_desc` text, `forum_password` varchar(255), `forum_type` tinyint);
INSERT INTO `foo_forums` VALUES (1,'Kaikki','','',0),(3,'Arki &amp; ty&ouml;','','',1),(4,'Valvojat','','',1);
CREATE TABLE `foo_groups` (`group_id` int, `group_name` varchar(255));
INSERT INTO `foo_groups` VALUES (2,'REGISTERED'),(5,'ADMINISTRATORS');
CREATE TABLE `foo_posts` (
  `post_id` int, `topic_id` int, `forum_id` int, `poster_id` int, `post_time` int,
  `post_visibility` tinyint, `post_subject` varchar(255), `post_text` mediumtext, `bbcode_uid` varchar(8)
);
INSERT INTO `foo_posts` VALUES (20,5,3,2,1300000000,1,'Vuorot','<t>Kuka \'tekee\'?</t>',''),
(21,5,3,54,1300000000,1,'Re: Vuorot','[b:1a2b]Min&auml;[/b:1a2b]\\n \\ \n[attachment=1:1a2b]<!-- ia1 -->kissa.jpg<!-- ia1 -->[/attachment:1a2b]','1a2b'),
(22,5,3,2,1300000200,2,'','<t>poistettu</t>',''),
(23,99,3,2,1300000300,1,'','<t>orpo</t>',''),
(24,6,4,2,-5,1,'','<t>ennen aikojen alkua</t>',''),
(25,5,3,2,1300000400,1,'','<r><QUOTE author=\"x\" post_id=\"21\"><s>[quote=x post_id=21 time=1 user_id=54]</s>Minä<e>[/quote]</e></QUOTE>Hyvä.</r>','');
CREATE TABLE IF NOT EXISTS `foo_topics` (`topic_id` int, `forum_id` int, `topic_title` varchar(255), `topic_status` tinyint, `topic_visibility` tinyint);
INSERT INTO `foo_topics` (`topic_id`, `forum_id`, `topic_title`, `topic_status`, `topic_visibility`) VALUES (5,3,'Vuorot &quot;nyt&quot;',0,1),(6,4,'Piilossa',1,1);
CREATE TABLE `foo_users` (`user_id` int, `user_type` tinyint, `username` varchar(255), `user_email` varchar(100));
INSERT INTO `foo_users` VALUES (1,2,'Anonymous',''),(2,3,'Ylläpitäjä','yp@vanha.example'),(54,1,'Uusi','uusi@vanha.example');
-- Dump completed on 2026-11-01
"#;

fn phpbb(dump: &str) -> Result<Export, Refused> {
    let folder = folder(&[("foorumi.sql", dump.as_bytes()), ("files/2_abc", b"punkti")]);
    open(Source::Phpbb, folder.path())
}

#[test]
fn a_dump_of_phpbb_is_read() {
    let folder = folder(&[("foorumi.sql.gz", &gz(PHPBB.as_bytes())), ("files/2_abc", b"punkti")]);
    let export = open(Source::Phpbb, &folder.path().join("foorumi.sql.gz")).unwrap();
    let title = "Vuorot \"nyt\"".to_owned();
    assert_eq!(
        told(&export),
        [
            (title.clone(), Some(1), "Kuka 'tekee'?".to_owned()),
            (
                title.clone(),
                Some(2),
                "**Min&auml;**\\\\n \\\\ \n<picture files/2_abc: kissa.jpg>\n\nohje.pdf"
                    .replace("Min&auml;", "Min\\&auml;")
            ),
            (title, Some(1), "> <quote 21>\n>\n> Minä\n\nHyvä.".to_owned()),
        ]
    );
    assert_eq!(export.posts[1].at, export.posts[0].at + 1, "instants are told apart");
    let rooms: Vec<_> = export.rooms.iter().map(|room| (&*room.id, room.is_open)).collect();
    assert_eq!(rooms, [("3", true), ("4", false)], "by the dump's own permissions");
    assert_eq!(export.people[1].mails, ["yp@vanha.example"]);
    assert!(export.people[2].mails.is_empty());
    assert_eq!(export.left_out, LeftOut { private: 0, hidden: 1, notes: 0 });
    assert_eq!(
        wrong(&export),
        [
            "dump.sql, line 30: posts: the post is dated before 1990",
            "dump.sql, line 29: post 23: there is no thread «99»"
        ]
    );
    let picture = PictureFile("files/2_abc".to_owned());
    assert_eq!(export.picture(&picture).unwrap(), b"punkti");
}

#[test]
fn a_broken_dump_of_phpbb_is_refused_whole_and_says_where() {
    let refused = |dump: &str| phpbb(dump).unwrap_err().0;
    let cut = &PHPBB[..PHPBB.find("poistettu").unwrap()];
    assert_eq!(
        refused(cut),
        "foorumi.sql, line 28: the dump ends in the middle of a statement: it was cut short"
    );
    assert_eq!(
        refused(&PHPBB.replace("-- Dump completed", "-- Niin")),
        "foorumi.sql ends before its end: it was cut short"
    );
    assert!(refused(&PHPBB.replace("foo_topics", "foo_aiheet")).contains("has no tables"));
    assert_eq!(
        refused(&PHPBB.replace("`post_text`", "`teksti`")),
        "foorumi.sql, line 26: the table foo_posts has no column post_text"
    );
    assert!(
        refused(&(PHPBB.to_owned() + &PHPBB.replace("foo_", "bar_"))).contains("several forums")
    );
    assert!(refused("kahvia").contains("cut short"));
}

#[test]
fn a_forum_whose_permissions_are_not_told_counts_as_closed() {
    let export = phpbb(&PHPBB.replace("foo_acl_options", "foo_muuta")).unwrap();
    assert!(export.rooms.iter().all(|room| !room.is_open));
}

fn plain_files(posts: &str) -> TempDir {
    folder(&[
        ("people.csv", "id,mail\n7,maija@vanha.example\n".as_bytes()),
        ("rooms.csv", "\u{FEFF}id;name;about\n1;Arki;Kaikki arjesta\n".as_bytes()),
        (
            "threads.csv",
            "id,room,title,closed,address\n5,1,Vuorot,yes,/vanha/5\n6,2,Tyhjä,no,\n".as_bytes(),
        ),
        ("posts.csv", posts.as_bytes()),
        ("kuvat/kissa.png", b"punkti"),
    ])
}

#[test]
fn the_plain_form_is_read_as_csv() {
    let folder = plain_files(
        "id,thread,person,at,text,reply_to,address\n\
         1,5,7,2019-05-04 12:30,\"Ensin\n![kissa](kuvat/kissa.png)\",,/vanha/5#1\n\
         2,5,7,2019-05-04 12:30,Ensin,1,/vanha/5\n\
         3,5,8,2019-05-04T12:31:00+02:00,\"> Toinen\n\n@x\",3,\n\
         4,5,,4.5.2019,Pieleen,,\n\
         5,6,,2019-05-05 12:30,Tyhjään,,\n\
         6,5,,2019-05-05 12:30\n",
    );
    let export = open(Source::Plain, folder.path()).unwrap();
    assert_eq!(
        wrong(&export),
        [
            "posts.csv, line 2: the address is not a path such as /old/thread/12",
            "posts.csv, line 8: at is not a date such as 2019-05-04 12:30",
            "posts.csv, line 10: the row has 4 values in place of 7",
            "threads.csv, line 3: thread 6: there is no room «2»",
            "posts.csv, line 9: post 5: its thread has no room",
        ]
    );
    let posts: Vec<_> =
        export.posts.iter().map(|post| (&*post.id, post.at, post.reply_to)).collect();
    assert_eq!(posts, [("2", 1_556_962_200_000, None), ("3", 1_556_965_860_000, None)]);
    assert!(export.threads[0].is_closed);
}

#[test]
fn the_plain_form_is_read_as_one_json_file() {
    let json = r#"{"rooms": [{"id": 1, "name": "Arki"}],
        "threads": [{"id": 5, "room": 1, "title": "Vuorot"}],
        "posts": [{"id": 1, "thread": 5, "at": "2019-05-04T12:30:00Z", "text": "Hei ![k](k.png)"},
                  {"id": 2, "thread": 5, "at": "2019-05-04T12:30:00Z", "text": "x", "teksti": "y"}]}"#;
    let folder = folder(&[("foorumi.json", json.as_bytes())]);
    let export = open(Source::Plain, &folder.path().join("foorumi.json")).unwrap();
    assert_eq!(words(&export, &export.posts[0]), "Hei <picture k.png: k>");
    assert_eq!(wrong(&export), ["posts.json, record 2: there is no field «teksti»"]);
}

#[test]
fn a_plain_form_that_is_not_one_is_refused_whole_and_says_where() {
    let refused = |posts: &[u8]| {
        let folder = plain_files("");
        std::fs::write(folder.path().join("posts.csv"), posts).unwrap();
        open(Source::Plain, folder.path()).unwrap_err().0
    };
    assert_eq!(refused(b"id,thread,at\n"), "posts.csv, line 1: the column text is missing");
    assert!(refused(b"id,thread,at,text,kuva\n").contains("there is no column «kuva»"));
    let broken = refused(b"id,thread,at,text\n1,5,2019-05-04 12:30,y\xF6t\n");
    assert_eq!(broken, "posts.csv: line 2 is not UTF-8; save the file as «CSV UTF-8»");
    let folder = folder(&[("rooms.csv", b"id,name\n1,a\n")]);
    assert!(
        open(Source::Plain, folder.path()).unwrap_err().0.contains("threads.csv or threads.json")
    );
}

#[test]
fn pictures_are_looked_for_in_the_folder_and_nowhere_else() {
    let folder = plain_files("id,thread,at,text\n1,5,2019-05-04 12:30,x\n");
    let secret = folder.path().parent().unwrap().join("kafferum-outside.png");
    std::fs::write(&secret, b"salaisuus").unwrap();
    std::os::unix::fs::symlink(&secret, folder.path().join("linkki.png")).unwrap();
    let export = open(Source::Plain, folder.path()).unwrap();
    let state = |name: &str| export.picture_state(&PictureFile(name.to_owned()));
    assert_eq!(state("kuvat/kissa.png"), PictureState::There);
    for outside in ["../kafferum-outside.png", "linkki.png", "/etc/passwd", "kuvat", "ei-ole.png"] {
        assert_eq!(state(outside), PictureState::Missing, "{outside}");
    }
    std::fs::remove_file(secret).unwrap();
}

#[test]
fn posts_that_answer_each_other_in_a_circle_come_in_the_order_of_their_dates() {
    let folder = plain_files(
        "id,thread,at,text,reply_to\n1,5,2019-05-04 12:30,a,2\n2,5,2019-05-04 12:31,b,1\n3,5,2019-05-04 12:32,c,3\n",
    );
    let export = open(Source::Plain, folder.path()).unwrap();
    let answers: Vec<_> = export.posts.iter().map(|post| post.reply_to).collect();
    assert_eq!(answers, [None, Some(0), None]);
}

#[test]
fn a_line_without_end_does_not_fill_the_memory() {
    let line = vec![b'x'; file::LONGEST + 10];
    let folder = folder(&[("dump.sql", &line)]);
    let refused = open(Source::Discourse, folder.path()).unwrap_err();
    assert_eq!(refused.0, "dump.sql, line 1: the line is longer than 64 MB");
}

#[test]
fn a_text_that_never_ends_is_cut() {
    let long = "a ".repeat(body::MOST);
    let posts = format!("id,thread,at,text\n1,5,2019-05-04 12:30,{long}\n");
    let folder = plain_files(&posts);
    let export = open(Source::Plain, folder.path()).unwrap();
    let body = export.body(&export.posts[0]).unwrap();
    assert!(body.is_cut && words(&export, &export.posts[0]).len() <= body::MOST);
}

/// A file with some of its bytes changed, left out and put in twice.
fn damaged(text: &str, damage: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, kind, byte) in damage {
        let at = at % bytes.len().max(1);
        match kind % 4 {
            0 => bytes[at] = *byte,
            1 => drop(bytes.drain(at..(at + usize::from(*byte)).min(bytes.len()))),
            2 => {
                let piece = bytes[at..(at + usize::from(*byte)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => bytes.truncate(at.max(1)),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// Reads all that can be read.
fn exhaust(source: Source, path: &Path) {
    if let Ok(export) = open(source, path) {
        for post in &export.posts {
            let body = export.body(post).unwrap();
            for picture in body.pictures() {
                let _ = export.picture_state(picture);
            }
        }
    }
}

const PIECES: &[&str] = &[
    "[b]",
    "[/b]",
    "[quote",
    "[quote=\"a, post:1, topic:2\"]",
    "[/quote]",
    "]",
    "[",
    "![",
    "](",
    ")",
    "upload://",
    "<img src=\"",
    ">",
    "<",
    "&",
    "&#x",
    ";",
    "\n",
    "```",
    "@",
    "[code]",
    "[/code]",
    "[list=1]",
    "[*]",
    "[/list]",
    "[attachment=0]",
    "[/attachment]",
    "ä",
    "\u{E000}",
    "\u{E001}",
    "0",
    " ",
    "<r>",
    "<t>",
    "</t>",
    "[url=https://a]",
    "[/url]",
    "\0",
    "\r",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_damaged_export_is_read_or_refused_and_nothing_else(
        damage in prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 0..8),
    ) {
        let dump = folder(&[("dump.sql", &damaged(DISCOURSE, &damage))]);
        exhaust(Source::Discourse, dump.path());
        let dump = folder(&[("dump.sql", &damaged(PHPBB, &damage))]);
        exhaust(Source::Phpbb, dump.path());
        let files = plain_files("id,thread,at,text\n1,5,2019-05-04 12:30,\"a\n![x](kuvat/kissa.png)\"\n");
        let posts = std::fs::read_to_string(files.path().join("posts.csv")).unwrap();
        std::fs::write(files.path().join("posts.csv"), damaged(&posts, &damage)).unwrap();
        exhaust(Source::Plain, files.path());
        let archive = folder(&[("b.tar", &damaged_bytes(&backup(DISCOURSE.as_bytes()), &damage))]);
        exhaust(Source::Discourse, &archive.path().join("b.tar"));
    }

    #[test]
    fn any_text_becomes_markdown_of_bounded_length(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
    ) {
        let text: String = pieces.concat();
        let json = serde_json::json!({
            "rooms": [{"id": 1, "name": "a"}], "threads": [{"id": 1, "room": 1, "title": "a"}],
            "posts": [{"id": 1, "thread": 1, "at": "2019-05-04T12:30:00Z", "text": text}],
        });
        let files = folder(&[("f.json", json.to_string().as_bytes())]);
        exhaust(Source::Plain, &files.path().join("f.json"));
        let escaped = text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
        exhaust_text(Source::Discourse, &DISCOURSE.replace("salassa", &escaped), text.len());
        exhaust_text(Source::Phpbb, &PHPBB.replace("Kuka \\'tekee\\'?", &escaped.replace('\'', "\\'")), text.len());
    }
}

fn damaged_bytes(bytes: &[u8], damage: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, _, byte) in damage {
        let at = at % bytes.len();
        bytes[at] = *byte;
    }
    bytes
}

fn exhaust_text(source: Source, dump: &str, length: usize) {
    let files = folder(&[("dump.sql", dump.as_bytes())]);
    if let Ok(export) = open(source, files.path()) {
        for post in &export.posts {
            let words = words(&export, post);
            assert!(words.len() < 2000 + length * 60, "{words}");
            assert!(!words.contains(['\u{E000}', '\u{E001}', '\0']), "{words}");
        }
    }
}
