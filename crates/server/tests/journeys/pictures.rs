//! Pictures and documents in posts, and posts of every cruelty, in a real
//! browser.

use std::fs;

use serde_json::json;

use crate::union::{Scripts, Union, Window};

/// Hundreds of bytes of colour, as large as a phone's screenshot.
const CALENDAR: &[u8] = include_bytes!("../../../coffee_room/demo/seinakalenteri.png");
const CORPUS: &str = include_str!("../../../platform/src/markdown/cruel.txt");

#[test]
fn a_picture_is_described_sent_and_looked_at() {
    a_picture_is_sent(Scripts::On);
}

#[test]
fn a_picture_is_described_sent_and_looked_at_without_scripts() {
    a_picture_is_sent(Scripts::Off);
}

fn a_picture_is_sent(scripts: Scripts) {
    let union = Union::open();
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("IMG_1.png"), folder.path().join("IMG_2.heic"));
    fs::write(&good, CALENDAR).unwrap();
    fs::write(&bad, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap();
    let window = union.window("a picture is sent", scripts);
    window.sign_in_as("Kahvikuppi");
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", "Miltä teidän lista näyttää?");
    window.fill("Viestisi", "Meillä on tällainen.");
    open_control(&window);
    window.attach("Kuva tai asiakirja", &bad);
    window.fill("Mitä siinä on?", "Vuorolista seinällä");
    window.press("Lisää viestiin");
    window.see_within(".errors", "HEIC");
    window.attach("Kuva tai asiakirja", &good);
    window.fill("Mitä siinä on?", "");
    window.press("Lisää viestiin");
    window.see_within(".errors", "Kerro, mitä kuvassa on");
    window.attach("Kuva tai asiakirja", &good);
    window.fill("Mitä siinä on?", "Vuorolista seinällä");
    window.accessibility("the form with a picture to be mended");
    window.press("Lisää viestiin");
    window.see_within("#attached", "Poista viestistä");
    window.press("Poista viestistä: Vuorolista seinällä");
    window.do_not_see("Poista viestistä");
    window.see("Meillä on tällainen.");
    open_control(&window);
    window.attach("Kuva tai asiakirja", &good);
    window.fill("Mitä siinä on?", "Vuorolista seinällä");
    // With the post itself it goes as well.
    window.press("Aloita keskustelu");
    window.see_within("#p1", "Meillä on tällainen.");
    let shown = window.execute(
        "const picture = document.querySelector('#p1 .post-body img'); \
         picture.loading = 'eager'; \
         return [picture.alt, picture.getAttribute('width') > 0, picture.clientWidth <= innerWidth]",
        vec![],
    );
    assert_eq!(shown, json!(["Vuorolista seinällä", true, true]));
    assert!(!window.is_too_wide());
    window.accessibility("a post with a picture");
    // Its link leads to the larger one, which is a picture and nothing else.
    let large = "return document.querySelector('#p1 .post-body a:has(img)').getAttribute('href')";
    let large = window.execute(large, vec![]);
    window.open(large.as_str().expect("an address"));
    let alone = window.execute("return document.contentType", vec![]);
    assert_eq!(alone, json!("image/png"));
    window.must_have_kept_quiet();
}

#[test]
fn a_document_is_titled_sent_and_saved() {
    a_document_is_sent(Scripts::On);
}

#[test]
fn a_document_is_titled_sent_and_saved_without_scripts() {
    a_document_is_sent(Scripts::Off);
}

fn a_document_is_sent(scripts: Scripts) {
    let union = Union::open();
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("Matti.pdf"), folder.path().join("Matti.docx"));
    for file in [&good, &bad] {
        fs::write(file, b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n").unwrap();
    }
    let window = union.window("a document is sent", scripts);
    window.sign_in_as("Kahvikuppi");
    window.open("/coffee-room/rooms/1/new");
    window.fill("Otsikko", "Pohja vuorolistalle");
    window.fill("Viestisi", "Tällaista pohjaa käytämme.");
    open_control(&window);
    window.attach("Kuva tai asiakirja", &bad);
    window.press("Lisää viestiin");
    window.see_within(".errors", "sisällöltään PDF, mutta sen nimi väittää muuta");
    window.accessibility("the form with a document to be mended");
    window.attach("Kuva tai asiakirja", &good);
    window.fill("Mitä siinä on?", "Listan pohja");
    window.press("Lisää viestiin");
    window.see_within("#attached", "Listan pohja");
    window.accessibility("the form with a document");
    window.press("Poista viestistä: Listan pohja");
    window.do_not_see("Poista viestistä");
    open_control(&window);
    window.attach("Kuva tai asiakirja", &good);
    // Without a title it is a document, and not what its file is called.
    window.press("Aloita keskustelu");
    window.see_within("#p1", "Tällaista pohjaa käytämme.");
    window.see_within("#p1 .post-body a", "Asiakirja");
    window.see_within("#p1 .post-body", "(PDF, 1 kB)");
    window.do_not_see("Matti");
    assert!(!window.is_too_wide());
    window.accessibility("a post with a document");
    window.must_have_kept_quiet();
}

fn open_control(window: &Window) {
    window.execute("document.querySelector('details.attach').open = true", vec![]);
}

/// A mixture of the corpus that is the same at each run.
fn mixtures(count: usize) -> Vec<String> {
    let corpus: Vec<&str> = CORPUS.split("\n%%\n").collect();
    let mut seed = 2026_u32;
    let mut draw = |most: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % most
    };
    let mut texts: Vec<String> = corpus.iter().map(|text| (*text).to_owned()).collect();
    while texts.len() < count {
        let mut text = String::from("x ");
        for _ in 0..draw(5) + 1 {
            let letters: Vec<char> = corpus[draw(corpus.len())].chars().collect();
            let (from, length) = (draw(letters.len()), draw(60) + 1);
            text.extend(letters.iter().skip(from).take(length));
            text.push_str(["", "\n", "\n\n", "<", "\"", "](", "`", "> "][draw(8)]);
        }
        texts.push(text);
    }
    texts
}

const LOOK: &str = "const bad = []; \
    const posts = document.querySelectorAll('article.post'); \
    for (const body of document.querySelectorAll('.post-body')) { \
        if (!body.closest('article.post') || body.closest('.post-body .post-body')) bad.push('out of place'); \
        for (const element of body.querySelectorAll('*')) { \
            if (!/^(p|br|em|strong|del|code|pre|blockquote|[uo]l|li|a|hr|h[2-6]|table|t(head|body|r|h|d)|img)$/.test(element.localName)) bad.push(element.outerHTML); \
            for (const attribute of element.attributes) \
                if (/^on|^style$|^id$|^class$|^form/.test(attribute.name)) bad.push(element.outerHTML); \
            if (element.href && !/^(https?|mailto|tel):/.test(element.href)) bad.push(element.outerHTML); \
            if (element.src && new URL(element.src).origin !== location.origin) bad.push(element.outerHTML); \
        } \
    } \
    return [posts.length, window.hasRun === true, bad]";

#[test]
fn a_browser_that_reads_cruel_posts_sees_no_script_and_asks_nobody() {
    let union = Union::open();
    let mut administrator = union.signed_in("Pääkäyttäjä Antti");
    let setting = "/admin/settings/coffee-room-posts-per-minute";
    let token = administrator.get(setting).field_value("_form").unwrap();
    let answer = administrator.post(setting, &[("_form", &token), ("value", "1000000")]);
    assert_eq!(answer.status, 303, "{}", answer.text());

    let mut author = union.signed_in("Kahvikuppi");
    let new = "/coffee-room/rooms/1/new";
    let token = author.get(new).field_value("_form").unwrap();
    let fields = [("_form", token.as_str()), ("title", "<script>ran()</script>"), ("body", "Alku")];
    let thread = author.post(new, &fields).header("location").unwrap().to_owned();
    let reply = format!("{thread}/reply");
    let mut sent = 1;
    for text in mixtures(400) {
        let token = author.get(&reply).field_value("_form").unwrap();
        let answer = author.post(&reply, &[("_form", &token), ("body", &text)]);
        // Tricks with the direction of text, and nothing at all, are turned away.
        assert!([303, 422].contains(&answer.status), "{text:?}: {}", answer.text());
        sent += usize::from(answer.status == 303);
    }
    assert!(sent > 300, "{sent} of 400 could be sent");

    let window = union.window("cruel posts", Scripts::On);
    window.sign_in_as("Havu");
    let mut seen = 0;
    for page in 1..=sent.div_ceil(20) {
        window.open(&format!("{thread}?page={page}"));
        let found = window.execute(LOOK, vec![]);
        assert_eq!(found[1], json!(false), "something ran on page {page}");
        assert_eq!(found[2], json!([]), "page {page}");
        seen += found[0].as_u64().unwrap();
        assert!(!window.is_too_wide(), "page {page}");
    }
    assert_eq!(seen as usize, sent, "every post stands by itself");
    // The Content-Security-Policy was not even asked to stop anything.
    window.must_have_kept_quiet();
}
