//! Pictures in posts, through the real router: who may see them, and when no
//! longer.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop where something is missing"
)]

use std::io::Cursor;

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::http::{Response, Upload};
use kafferum_testkit::on_both;
use kafferum_testkit::site::{TestSite, Visitor};

const NEW: &str = "/coffee-room/rooms/1/new";
const FILE: &str = "/coffee-room/pictures/1/small";

fn picture() -> Vec<u8> {
    let image =
        image::RgbImage::from_fn(600, 400, |x, _| image::Rgb([(x / 40 * 16) as u8, 90, 40]));
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a picture");
    bytes
}

/// Sends the form of a new thread with a file.
fn send(by: &mut Visitor<'_>, fields: &[(&str, &str)], content: &[u8]) -> Response {
    by.get(NEW);
    let file =
        Upload { field: "file", file_name: "IMG_0001.HEIC.png", media_type: "image/png", content };
    by.upload(NEW, fields, &[file])
}

/// Opens a thread that shows a picture.
fn open(by: &mut Visitor<'_>, audience: &str) -> String {
    let fields = [
        ("title", "Kuva vyöstä"),
        ("body", "Katsokaa tätä:"),
        ("audience", audience),
        ("description", "Haljennut solki"),
    ];
    let answer = send(by, &fields, &picture());
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("an address").to_owned()
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

fn status(site: &TestSite, person: PersonId) -> u16 {
    site.as_person(person).get(FILE).status
}

/// Files below the folder of files.
fn files_on_disk(site: &TestSite) -> usize {
    let folders = std::fs::read_dir(site.folder().join("files")).expect("the folder of files");
    let inside = folders.map(|folder| std::fs::read_dir(folder.expect("a folder").path()));
    inside.map(|folder| folder.expect("a folder").count()).sum()
}

on_both! {
    fn a_picture_is_added_to_the_text_and_shown_in_the_post(site) {
        let mut author = site.as_person(site.member("Havu"));
        let fields = [
            ("title", "Kuva vyöstä"),
            ("body", "Katsokaa tätä:"),
            ("audience", "members"),
            ("description", "Haljennut [solki]"),
            ("act", "attach"),
        ];
        let again = send(&mut author, &fields, &picture());
        assert_eq!(again.status, 200, "{}", again.text());
        let mark = "![Haljennut \\[solki\\]](picture:1)";
        assert!(again.text().contains(&format!("Katsokaa tätä:\n\n{mark}</textarea>")), "{}", again.text());
        assert!(again.text().contains("value=\"Kuva vyöstä\""));
        assert!(again.text().contains("value=\"remove-1\""));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);

        let body = format!("Katsokaa tätä:\n\n{mark}");
        let sent = author.post(NEW, &[("title", "Kuva vyöstä"), ("body", &body), ("audience", "members")]);
        let thread = sent.header("location").expect("it is sent").to_owned();
        let page = author.get(&thread).text();
        assert!(page.contains("<a href=\"/coffee-room/pictures/1/large\""), "{page}");
        assert!(page.contains("<img src=\"/coffee-room/pictures/1/small\" alt=\"Haljennut [solki]\" width=\"480\" height=\"320\" loading=\"lazy\""), "{page}");

        let file = author.get(FILE);
        assert_eq!((file.status, file.header("content-type")), (200, Some("image/png")));
        let shown = image::load_from_memory(&file.body).expect("a picture");
        assert_eq!((shown.width(), shown.height()), (480, 320));
        for (header, wanted) in [
            ("x-content-type-options", "nosniff"),
            ("content-disposition", "inline"),
            ("cache-control", "private, no-cache"),
            ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ] {
            assert_eq!(file.header(header), Some(wanted), "{header}");
        }
        let large = author.get("/coffee-room/pictures/1/large");
        assert_eq!(image::load_from_memory(&large.body).expect("a picture").width(), 600);
        let mark = file.header("etag").expect("a mark").to_owned();
        let mut author = author.with_header("if-none-match", &mark);
        let known = author.get(FILE);
        assert_eq!((known.status, known.body.len()), (304, 0));
        assert_eq!(author.get("/coffee-room/pictures/1/huge").status, 404);
        assert_eq!(author.get("/coffee-room/pictures/99/small").status, 404);
    }

    fn the_script_gets_the_list_alone(site) {
        let mut author = site.as_person(site.member("Havu")).with_header("x-fragment", "1");
        let fields = [("body", ""), ("description", "Solki"), ("act", "attach")];
        let piece = send(&mut author, &fields, &picture());
        assert_eq!(piece.status, 200, "{}", piece.text());
        assert!(piece.text().starts_with("<ul id=\"attached\""), "{}", piece.text());
        assert!(piece.text().contains("data-mark=\"![Solki](picture:1)\""), "{}", piece.text());
        // What is to be mended comes as a page.
        let fields = [("body", ""), ("description", ""), ("act", "attach")];
        let page = send(&mut author, &fields, &picture());
        assert_eq!(page.status, 422, "{}", page.text());
    }

    fn a_picture_is_taken_out_of_the_text_again(site) {
        let mut author = site.as_person(site.member("Havu"));
        let fields = [("body", "Eka\n\n![Solki](picture:7)\n\nToka"), ("act", "remove-7")];
        let page = send(&mut author, &fields, b"");
        assert_eq!(page.status, 200);
        assert!(page.text().contains("Eka\n\nToka</textarea>"), "{}", page.text());
    }

    fn a_picture_needs_words_and_a_file(site) {
        let mut author = site.as_person(site.member("Havu"));
        for (description, content, sentence) in [
            ("", picture(), "Kerro, mitä kuvassa on"),
            (" ", picture(), "Kerro, mitä kuvassa on"),
            ("Solki", Vec::new(), "Valitse ensin kuva tai asiakirja."),
            ("Solki", b"<svg onload=alert(1)>".to_vec(), "Tämä ei ole tuntemamme kuva eikä asiakirja."),
            ("Solki", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "HEIC"),
            ("Solki", picture()[..3000.min(picture().len() / 2)].to_vec(), "Kuvaa ei voi avata"),
            ("Solki", vec![0xFF; 11 * 1024 * 1024], "enintään 10 Mt"),
        ] {
            let fields = [
                ("title", "Otsikko säilyy"),
                ("body", "Teksti säilyy"),
                ("description", description),
                ("act", "attach"),
            ];
            let page = send(&mut author, &fields, &content);
            let text = page.text();
            assert_eq!(page.status, 422, "{sentence}: {text}");
            assert!(text.contains(sentence) && text.contains("<details class=\"attach\" open>"), "{text}");
            assert!(text.contains("Otsikko säilyy") && text.contains("Teksti säilyy</textarea>"));
            // The same when the post itself was to be sent: it waits.
            if !content.is_empty() {
                let page = send(&mut author, &fields[..3], &content);
                assert_eq!(page.status, 422, "{sentence}");
            }
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment"), 0);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM post"), 0);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM file"), 0);
    }

    fn a_picture_is_seen_by_those_who_see_its_post_and_nobody_else(site) {
        let (havu, other) = (site.member("Havu"), site.member("Rautias"));
        let (guest, moderator) = (site.guest("Uusi"), site.member("Pihlaja"));
        site.give(moderator, Role::Moderator, true);
        let mut author = site.as_person(havu);
        let fields = [("body", "x"), ("description", "Solki"), ("act", "attach")];
        send(&mut author, &fields, &picture());
        let see = |wanted: [u16; 4], when: &str| {
            let found = [havu, other, guest, moderator].map(|person| status(&site, person));
            assert_eq!(found, wanted, "{when}");
            let visitor = site.visitor().get(FILE);
            assert!(visitor.header("location").is_some_and(|to| to.starts_with("/sign-in")));
        };
        see([200, 404, 404, 404], "before it is sent");
        let fields = [("title", "Kuva vyöstä"), ("body", "![](picture:1)"), ("audience", "guests")];
        author.get(NEW);
        assert_eq!(author.post(NEW, &fields).status, 303);
        see([200, 200, 200, 200], "open to guests");
        let mark = site.as_person(other).get(FILE).header("etag").expect("a mark").to_owned();

        let mut judge = site.as_person(moderator);
        let hide = "/moderation/threads/1/posts/1/hide";
        judge.get(hide);
        assert_eq!(judge.post(hide, &[("reason", "recognisable"), ("words", "")]).status, 303);
        see([200, 404, 404, 200], "hidden");
        let mut keeper = site.as_person(other).with_header("if-none-match", &mark);
        assert_eq!(keeper.get(FILE).status, 404, "a browser that has it must not show it either");
        let restore = "/moderation/threads/1/posts/1/restore";
        judge.get(restore);
        judge.post(restore, &[("words", "Näytetään taas.")]);
        see([200, 200, 200, 200], "shown again");

        let edit = "/coffee-room/threads/1/posts/1/edit";
        let page = author.get(edit).text();
        assert!(page.contains("value=\"remove-1\""), "{page}");
        let fields = [
            ("title", "Kuva vyöstä"), ("body", "![](picture:1)"), ("audience", "members"), ("version", "1"),
        ];
        assert_eq!(author.post(edit, &fields).status, 303);
        see([200, 200, 404, 200], "taken back from guests");
        let fields = [
            ("title", "Kuva vyöstä"), ("body", "Ei kuvaa"), ("audience", "members"), ("version", "1"),
        ];
        author.get(edit);
        assert_eq!(author.post(edit, &fields).status, 303);
        see([200, 404, 404, 404], "edited out");
        let fields = [
            ("title", "Kuva vyöstä"), ("body", "![](picture:1)"), ("audience", "members"), ("version", "2"),
        ];
        author.get(edit);
        assert_eq!(author.post(edit, &fields).status, 303);
        see([200, 200, 404, 200], "edited in again");
        site.leave(other);
        assert_eq!(status(&site, other), 403, "who has left sees no pictures either");
    }

    fn nobody_shows_the_picture_of_another_or_one_picture_twice(site) {
        let mut author = site.as_person(site.member("Havu"));
        open(&mut author, "members");
        let mut thief = site.as_person(site.member("Rautias"));
        for by in [&mut thief, &mut author] {
            by.get(NEW);
            let fields = [("title", "Toinen ketju"), ("body", "Sama: ![Solki](picture:1)"), ("audience", "members")];
            let answer = by.post_and_follow(NEW, &fields).text();
            assert!(answer.contains("<p>Sama: Solki</p>"), "{answer}");
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attachment WHERE thread = 1"), 1);
    }

    fn a_post_holds_so_many_pictures_and_a_day_brings_so_many(site) {
        site.set("coffee-room-pictures-per-post", "2");
        site.set("coffee-room-pictures-per-day", "3");
        let mut author = site.as_person(site.member("Havu"));
        let add = |author: &mut Visitor<'_>, body: &str| {
            let fields = [("body", body), ("description", "Solki"), ("act", "attach")];
            send(author, &fields, &picture())
        };
        assert_eq!(add(&mut author, "").status, 200);
        assert_eq!(add(&mut author, "![a](picture:1)").status, 200);
        let full = add(&mut author, "![a](picture:1) ![b](picture:2)");
        assert!(full.status == 422 && full.text().contains("enintään 2 kuvaa"), "{}", full.text());
        assert_eq!(add(&mut author, "").status, 200);
        let tired = add(&mut author, "Talteen");
        assert!(tired.status == 422 && tired.text().contains("Jatka huomenna"), "{}", tired.text());
        assert!(tired.text().contains("Talteen</textarea>"));
        author.get(NEW);
        let three = "![a](picture:1) ![b](picture:2) ![c](picture:3)";
        let sent = author.post(NEW, &[("title", "Kolme kuvaa"), ("body", three), ("audience", "members")]);
        assert!(sent.status == 422 && sent.text().contains("enintään 2 kuvaa"), "{}", sent.text());
        site.pass_days(1);
        assert_eq!(add(&mut author, "").status, 200);
        site.set("coffee-room-pictures-per-post", "0");
        assert!(!author.get(NEW).text().contains("image/jpeg"));
        site.set("coffee-room-documents-per-post", "0");
        assert!(!author.get(NEW).text().contains("<details class=\"attach\""));
    }

    fn what_is_never_sent_goes_after_a_month_and_its_file_a_day_later(site) {
        let havu = site.member("Havu");
        let mut author = site.as_person(havu);
        let fields = [("body", "x"), ("description", "Solki"), ("act", "attach")];
        send(&mut author, &fields, &picture());
        let kept = |site: &TestSite| (count(site, "SELECT COUNT(*) FROM attachment"), files_on_disk(site));
        site.pass_days(29);
        assert_eq!(kept(&site), (1, 2));
        site.pass_days(2);
        assert_eq!(kept(&site), (0, 2));
        site.pass_days(2);
        assert_eq!(kept(&site), (0, 0));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM file"), 0);
        // The same picture may come again.
        open(&mut site.as_person(havu), "members");
        assert_eq!(kept(&site), (1, 2));
        site.pass_days(90);
        assert_eq!(kept(&site), (1, 2), "what stands in a post stays");
    }

    fn what_a_text_may_still_show_stays_while_the_text_does(site) {
        site.set("coffee-room-draft-days", "60");
        let (havu, rautias, pihlaja) = (site.member("Havu"), site.member("Rautias"), site.member("Pihlaja"));
        site.give(pihlaja, Role::Moderator, true);
        let fields = [("body", "x"), ("description", "Solki"), ("act", "attach")];
        let mut author = site.as_person(havu);
        send(&mut author, &fields, &picture());
        author.get(NEW);
        author.post(NEW, &[("title", "Vyö"), ("body", "![Solki](picture:1)"), ("act", "draft")]);
        // Another one's text is not let in.
        site.set("coffee-room-newcomer-posts", "1");
        let mut other = site.as_person(rautias);
        send(&mut other, &fields, &picture());
        other.get(NEW);
        other.post(NEW, &[("title", "Vyö"), ("body", "![Solki](picture:2)"), ("audience", "members")]);
        let mut judge = site.as_person(pihlaja);
        let decline = "/moderation/held/1/decline";
        judge.get(decline);
        assert_eq!(judge.post(decline, &[("reason", "other"), ("words", "Miksi?")]).status, 303);
        let shown = |site: &TestSite| {
            [(havu, FILE), (rautias, "/coffee-room/pictures/2/small")].map(|(who, file)| site.as_person(who).get(file).status)
        };
        site.pass_days(31);
        assert_eq!(shown(&site), [200, 200]);
        // The draft goes after its days, the text when nobody may appeal any more.
        site.pass_days(30);
        assert_eq!(shown(&site), [404, 200]);
        site.pass_days(30);
        site.pass_days(1);
        assert_eq!(shown(&site), [404, 404]);
    }

    fn a_picture_that_a_moderator_took_out_comes_back_on_appeal(site) {
        let (havu, other) = (site.member("Havu"), site.member("Rautias"));
        let moderators = ["Pihlaja", "Tuomi"].map(|name| {
            let moderator = site.member(name);
            site.give(moderator, Role::Moderator, true);
            moderator
        });
        let thread = open(&mut site.as_person(havu), "members");
        let fill = |by: PersonId, path: &str, fields: &[(&str, &str)]| {
            let mut by = site.as_person(by);
            by.get(path);
            let answer = by.post(path, fields);
            assert_eq!(answer.status, 303, "{path}: {}", answer.text());
        };
        let fields = [
            ("title", "Kuva vyöstä"), ("body", "Katsokaa tätä."), ("version", "1"),
            ("reason", "recognisable"), ("words", "Kuvasta tunnistaa."),
        ];
        fill(moderators[0], "/moderation/threads/1/posts/1/redact", &fields);
        assert_eq!((status(&site, havu), status(&site, other)), (200, 404));
        site.pass_days(31);
        fill(havu, "/coffee-room/decisions/1", &[("words", "Ei tunnista.")]);
        site.pass_days(70);
        fill(moderators[1], "/moderation/appeals/1", &[("verdict", "overturned"), ("words", "Ei tunnista.")]);
        let page = site.as_person(other).get(&thread).text();
        assert!(page.contains("<img src=\"/coffee-room/pictures/1/small\""), "{page}");
        assert_eq!(status(&site, other), 200);
        site.pass_days(90);
        assert_eq!(status(&site, other), 200);
    }

    fn whoever_is_forgotten_takes_their_pictures_along(site) {
        let havu = site.member("Havu");
        let other = site.member("Rautias");
        let mut author = site.as_person(havu);
        let thread = open(&mut author, "members");
        let room = site.site().features.iter().find(|feature| feature.name == "coffee_room");
        let room = room.expect("the coffee room");
        let (export, erase) = (room.export, room.erase);
        let exported = site.read(move |tx| Ok(export(tx, havu)?));
        assert_eq!(exported["attachments"][0]["description"], "Haljennut solki");
        assert_eq!(exported["attachments"][0]["address"], "/coffee-room/pictures/1/large");
        let now = site.now();
        site.write(move |tx| Ok(erase(tx, havu, now)?));
        let page = site.as_person(other).get(&thread).text();
        assert!(page.contains("Haljennut solki") && !page.contains("<img src=\"/coffee"), "{page}");
        assert_eq!(status(&site, other), 404);
        site.pass_days(2);
        assert_eq!(files_on_disk(&site), 0);
    }
}
