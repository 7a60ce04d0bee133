//! Documents in posts, through the real router: what is taken, who may fetch
//! it, and when no longer; and what of pictures and documents is seen while a
//! text waits.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop where something is missing"
)]

use std::io::{Cursor, Write};

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::http::{Response, Upload};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const FILE: &str = "/coffee-room/documents/1";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A letter by somebody whose name stands in its properties.
fn letter(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = format!("<Types><Override ContentType=\"{WORD}.main+xml\"/></Types>");
    let core = b"<cp:coreProperties><dc:creator>Matti Virtanen</dc:creator></cp:coreProperties>";
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", b"<w:document><w:t>Vuorolista</w:t></w:document>"),
        ("docProps/core.xml", core),
    ];
    parts.extend(more);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("a part");
    }
    zip.finish().expect("a letter").into_inner()
}

/// Sends the form of a new thread with a file.
fn send(
    by: &mut Visitor<'_>,
    fields: &[(&str, &str)],
    file_name: &str,
    content: &[u8],
) -> Response {
    by.get(NEW);
    let file = Upload { field: "file", file_name, media_type: "image/png", content };
    by.upload(NEW, fields, &[file])
}

/// Opens a thread that links to a document.
fn open(by: &mut Visitor<'_>, audience: &str, more: &[(&str, &str)]) -> Response {
    let mut fields = vec![
        ("title", "Lista syksylle"),
        ("body", "Tällainen meillä on:"),
        ("audience", audience),
        ("description", "Listan pohja"),
    ];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    send(by, &fields, "Matti Virtanen.docx", &letter(&[]))
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

fn status(site: &TestSite, person: PersonId, path: &str) -> u16 {
    site.as_person(person).get(path).status
}

on_both! {
    fn a_document_is_added_to_the_text_linked_in_the_post_and_saved_under_a_name_that_says_nothing(site) {
        let mut author = site.as_person(site.member("Havu"));
        let fields = [("title", "Lista"), ("body", "Tässä:"), ("description", ""), ("act", "attach")];
        let again = send(&mut author, &fields, "Matti Virtanen.docx", &letter(&[]));
        let text = again.text();
        assert_eq!(again.status, 200, "{text}");
        // Without a title it is called by what it is, not by the file's name.
        assert!(text.contains("Tässä:\n\n[Asiakirja](document:1)</textarea>"), "{text}");
        assert!(text.contains("value=\"remove-1\"") && !text.contains("Virtanen"), "{text}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment WHERE description <> ''"), 0);

        let body = "Tässä:\n\n[Listan *pohja*](document:1)";
        let sent = author.post(NEW, &[("title", "Lista"), ("body", body), ("audience", "members")]);
        let thread = sent.header("location").expect("it is sent").to_owned();
        let page = author.get(&thread).text();
        let link = "<a href=\"/coffee-room/documents/1\" rel=\"nofollow noopener noreferrer\">Listan <em>pohja</em></a> (DOCX, 1 kB)";
        assert!(page.contains(link), "{page}");

        let file = author.get(FILE);
        for (header, wanted) in [
            ("content-type", WORD),
            ("x-content-type-options", "nosniff"),
            ("content-disposition", "attachment; filename=\"kafferum-1.docx\""),
            ("cache-control", "private, no-cache"),
            ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ] {
            assert_eq!(file.header(header), Some(wanted), "{header}");
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(file.body)).expect("a letter");
        let core = zip.by_name("docProps/core.xml").expect("its properties");
        let core = std::io::read_to_string(core).expect("text");
        assert!(!core.contains("Virtanen"), "{core}");
        assert_eq!(author.get("/coffee-room/documents/99").status, 404);
        // A document is not a picture.
        assert_eq!(author.get("/coffee-room/pictures/1/small").status, 404);
    }

    fn what_is_no_document_or_holds_more_than_one_is_refused_in_a_sentence_and_the_text_is_kept(site) {
        let mut author = site.as_person(site.member("Havu"));
        let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice();
        for (name, content, sentence) in [
            ("lista.pdf", letter(&[]), "sisällöltään DOCX, mutta sen nimi väittää muuta"),
            ("lista.docm", letter(&[("word/vbaProject.bin", ole)]), "on ohjelma, esimerkiksi makro"),
            ("lista.doc", ole.to_vec(), "lukittu salasanalla tai tallennettu vanhassa muodossa"),
            ("lista.docx", letter(&[("a", &vec![b' '; 110_000_000])]), "purkautuu liian suureksi"),
            ("sivu.html", b"<script>ran()</script>".to_vec(), "ei ole tuntemamme kuva eikä asiakirja"),
            ("lista.txt", b"\xC4iti".to_vec(), "Tallenna se UTF-8-muodossa"),
            ("lista.pdf", PDF[..20].to_vec(), "Asiakirjaa ei voi avata"),
            ("lista.txt", vec![b'a'; 11 * 1024 * 1024], "enintään 10 Mt"),
        ] {
            let fields = [("title", "Otsikko säilyy"), ("body", "Teksti säilyy"), ("act", "attach")];
            let page = send(&mut author, &fields, name, &content);
            let text = page.text();
            assert_eq!(page.status, 422, "{sentence}: {text}");
            assert!(text.contains(sentence) && text.contains("<details class=\"attach\" open>"), "{text}");
            assert!(text.contains("Otsikko säilyy") && text.contains("Teksti säilyy</textarea>"));
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment"), 0);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM file"), 0);
    }

    fn a_document_is_fetched_by_those_who_see_its_post_and_nobody_else(site) {
        let (havu, other) = (site.member("Havu"), site.member("Rautias"));
        let (guest, moderator) = (site.guest("Uusi"), site.member("Pihlaja"));
        site.give(moderator, Role::Moderator, true);
        let mut author = site.as_person(havu);
        let see = |wanted: [u16; 4], when: &str| {
            let found = [havu, other, guest, moderator].map(|person| status(&site, person, FILE));
            assert_eq!(found, wanted, "{when}");
            let visitor = site.visitor().get(FILE);
            assert!(visitor.header("location").is_some_and(|to| to.starts_with("/sign-in")));
        };
        open(&mut author, "guests", &[("act", "attach")]);
        see([200, 404, 404, 404], "before it is sent");
        let body = "[Listan pohja](document:1)";
        author.get(NEW);
        author.post(NEW, &[("title", "Lista"), ("body", body), ("audience", "guests")]);
        see([200, 200, 200, 200], "open to guests");
        let mut judge = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/1/hide";
        judge.get(hide);
        assert_eq!(judge.post(hide, &[("reason", "recognisable"), ("words", "")]).status, 303);
        see([200, 404, 404, 200], "hidden");
        let restore = "/moderation/threads/1/posts/1/restore";
        judge.get(restore);
        judge.post(restore, &[("words", "Näytetään taas.")]);
        let edit = "/coffee-room/threads/1/posts/1/edit";
        author.get(edit);
        let fields = [("title", "Lista"), ("body", body), ("audience", "members"), ("version", "1")];
        assert_eq!(author.post(edit, &fields).status, 303);
        see([200, 200, 404, 200], "taken back from guests");
        // Another's document is its title, in the text of a thief.
        let mut thief = site.as_person(other);
        thief.get(NEW);
        let fields = [("title", "Sama lista"), ("body", body), ("audience", "members")];
        let stolen = thief.post_and_follow(NEW, &fields).text();
        assert!(stolen.contains("<p>Listan pohja</p>"), "{stolen}");
    }

    fn a_post_holds_so_many_documents_beside_its_pictures_and_a_day_brings_so_many(site) {
        site.set("coffee-room-documents-per-post", "1");
        site.set("coffee-room-documents-per-day", "2");
        site.set("coffee-room-pictures-per-post", "0");
        let mut author = site.as_person(site.member("Havu"));
        let mut add = |body: &str| {
            let answer = send(&mut author, &[("body", body), ("act", "attach")], "a.pdf", PDF);
            (answer.status, answer.text())
        };
        assert_eq!(add("").0, 200);
        let (status, page) = add("[a](document:1)");
        assert!(status == 422 && page.contains("voi olla yksi asiakirja"), "{page}");
        assert_eq!(add("").0, 200);
        let (status, page) = add("Talteen");
        assert!(status == 422 && page.contains("Jatka huomenna") && page.contains("Talteen"), "{page}");
        author.get(NEW);
        let two = "[a](document:1) [b](document:2)";
        let sent = author.post(NEW, &[("title", "Kaksi"), ("body", two), ("audience", "members")]);
        assert!(sent.status == 422 && sent.text().contains("voi olla yksi asiakirja"), "{}", sent.text());
    }

    fn whoever_is_forgotten_takes_their_documents_along_and_what_is_never_sent_goes(site) {
        let (havu, other) = (site.member("Havu"), site.member("Rautias"));
        let mut author = site.as_person(havu);
        assert_eq!(open(&mut author, "members", &[]).status, 303);
        send(&mut author, &[("body", ""), ("act", "attach")], "a.pdf", PDF);
        site.pass_days(31);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment"), 1);
        let room = site.site().features.iter().find(|feature| feature.name == "coffee_room");
        let (export, erase) = room.map(|room| (room.export, room.erase)).expect("the coffee room");
        let exported = site.read(move |tx| Ok(export(tx, havu)?));
        let first = exported.pointer("/attachments/0").expect("the document");
        assert_eq!(first.pointer("/description"), Some(&"Listan pohja".into()));
        assert_eq!(first.pointer("/address"), Some(&FILE.into()));
        let now = site.now();
        site.write(move |tx| Ok(erase(tx, havu, now)?));
        let page = site.as_person(other).get("/coffee-room/threads/1").text();
        assert!(page.contains("Listan pohja") && !page.contains("/coffee-room/documents/"), "{page}");
        assert_eq!(status(&site, other, FILE), 404);
        site.pass_days(2);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM file"), 0);
    }

    fn a_title_is_looked_at_by_the_guard_and_not_kept_before_it_is_sent(site) {
        let mut author = site.as_person(site.member("Havu"));
        let title = [("description", "Matti Virtasen lista 040 123 4567")];
        let page = open(&mut author, "members", &title);
        let text = page.text();
        assert_eq!(page.status, 422, "{text}");
        assert!(text.contains("<mark>") && text.contains("[puhelinnumero]"), "{text}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment WHERE description <> ''"), 0);
        let fields = [("title", "Lista"), ("body", "[Lista](document:1)"), ("audience", "members")];
        author.get(NEW);
        assert_eq!(author.post(NEW, &fields).status, 303);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment WHERE description = 'Lista'"), 1);
    }

    fn what_waits_shows_its_documents_to_whoever_judges_it_and_keeps_all_that_it_was_sent_with(site) {
        site.set("coffee-room-newcomer-posts", "2");
        let (havu, other, moderator) = (site.member("Havu"), site.member("Rautias"), site.member("Pihlaja"));
        site.give(moderator, Role::Moderator, true);
        let more = [
            ("tags", "1"), ("tags", "3"), ("asks", "yes"), ("poll", "single"),
            ("options", "Kahvi\nTee"), ("days", "7"),
        ];
        let sent = open(&mut site.as_person(havu), "members", &more);
        assert_eq!(sent.header("location"), Some("/coffee-room/waiting/1"), "{}", sent.text());
        let see = || [havu, other, moderator].map(|person| status(&site, person, FILE));
        assert_eq!(see(), [200, 404, 200]);
        let own = site.as_person(havu).get("/coffee-room/waiting/1").text();
        let mut judge = site.as_person(moderator);
        let page = judge.get("/moderation/held/1").text();
        for text in [&own, &page] {
            assert!(text.contains("href=\"/coffee-room/documents/1\"") && text.contains("Kahvi"), "{text}");
        }
        assert!(page.contains(">kysymys<") && page.contains("sijaiset"), "{page}");
        assert!(judge.get("/moderation").text().contains("href=\"/coffee-room/documents/1\""));
        // However long it waits.
        site.pass_days(40);
        assert_eq!(see(), [200, 404, 200]);
        let mut judge = site.as_person(moderator);
        judge.get("/moderation/held/1");
        assert_eq!(judge.post("/moderation/held/1/approve", &[]).status, 303);
        assert_eq!(see(), [200, 200, 200]);
        let thread = site.as_person(other).get("/coffee-room/threads/1").text();
        for text in ["Kahvi", ">kysymys<", "sijaiset", "työaika", "href=\"/coffee-room/documents/1\""] {
            assert!(thread.contains(text), "{text}: {thread}");
        }
    }
}
