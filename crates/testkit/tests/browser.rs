//! The browser against the little site: with JavaScript and without, on a
//! desk and on a phone.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at the unexpected, and this one measures time"
)]

mod little_site;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use kafferum_testkit::browser::Browser;
use little_site::LittleSite;
use serde_json::json;

#[test]
fn a_form_is_filled_and_sent_with_javascript() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/");
    browser.see("Scripts are on.");
    browser.see("This came later.");
    a_form_is_filled_and_sent(&browser);
    assert_eq!(browser.requests_to_foreign_hosts(), Vec::<String>::new());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_form_is_filled_and_sent_without_javascript() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).without_javascript().on_a_phone().start();
    browser.open("/");
    browser.see("Scripts are off.");
    browser.accessibility("the home page without scripts");
    a_form_is_filled_and_sent(&browser);
}

fn a_form_is_filled_and_sent(browser: &Browser) {
    assert_eq!(browser.heading(), "The little site");
    assert_eq!(browser.title(), "Little site");
    browser.fill("Name", "Maija Mäki");
    browser.fill("What's new?", "Coffee\nis \"ready\"");
    browser.fill("Room", "Wellbeing");
    browser.fill("Since", "2025-05-01");
    browser.answer("Do you drink coffee?", "No");
    browser.answer("Do you drink tea?", "Yes");
    browser.unchoose("I keep secrets");
    let file = tempfile::NamedTempFile::new().unwrap();
    browser.attach("Picture", file.path());
    browser.press("Save");
    assert_eq!(browser.heading(), "Shown");
    browser.see("name=Maija+M%C3%A4ki&family=&news=Coffee%0D%0Ais+%22ready%22&room=well");
    browser.see("since=2025-05-01&coffee=no&tea=yes&file=");
    browser.do_not_see("rules=1");
    browser.open("/");
    browser.choose("I keep secrets");
    browser.press_within("#row-2", "Hide");
    assert_eq!(browser.path(), "/shown?hide=2");
    browser.open("/");
    browser.follow("See what was asked");
    browser.see_within("pre", "GET /shown origin:");
}

#[test]
fn what_is_not_there_or_not_clear_fails_with_the_text_of_the_page() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/");
    let unclear = failure(|| browser.press("Hide"));
    assert!(unclear.contains("There are 2 of button with the text “Hide”"), "{unclear}");
    let missing = failure(|| browser.see("Tea is ready"));
    assert!(missing.contains("does not show “Tea is ready”"), "{missing}");
    assert!(missing.contains("Scripts are on."), "{missing}");
}

#[test]
fn a_phone_is_narrow_and_dark_and_speaks_finnish() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).on_a_phone().in_the_dark().speaking("fi").start();
    browser.open("/shown");
    let size = browser.execute("return [innerWidth, innerHeight, screen.width]", Vec::new());
    assert_eq!(size, json!([360, 800, 360]));
    browser.see("language: fi");
    let colour =
        browser.execute("return getComputedStyle(document.body).backgroundColor", Vec::new());
    assert_eq!(colour, json!("rgb(0, 0, 0)"));
    assert!(!browser.is_too_wide());
    browser.open("/bad");
    assert!(browser.is_too_wide());
}

#[test]
fn a_desk_is_wide_and_light() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/bad");
    let size = browser.execute("return [innerWidth, innerHeight]", Vec::new());
    assert_eq!(size, json!([1280, 900]));
    let dark =
        browser.execute("return matchMedia('(prefers-color-scheme: dark)').matches", Vec::new());
    assert_eq!(dark, json!(false));
    assert!(!browser.is_too_wide());
}

#[test]
fn an_inaccessible_page_fails_with_each_violation_and_its_place() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/");
    browser.accessibility("the home page");
    browser.open("/bad");
    let list = failure(|| browser.accessibility("the bad page"));
    for part in [
        "the bad page, /bad,",
        "- image-alt:",
        "- label:",
        "at #nameless",
        "- color-contrast:",
        "Pale text",
    ] {
        assert!(list.contains(part), "{part} is missing in\n{list}");
    }
}

#[test]
fn a_request_to_another_host_and_a_complaint_are_told() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/foreign");
    assert_eq!(browser.requests_to_foreign_hosts(), ["http://127.0.0.1:9/pixel.png"]);
    browser.open("/");
    assert_eq!(browser.requests_to_foreign_hosts(), ["http://127.0.0.1:9/pixel.png"]);
    assert_eq!(browser.complaints().len(), 1, "{:?}", browser.complaints());
}

#[test]
fn a_page_is_used_by_keyboard_alone() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/");
    assert_eq!(browser.focused(), "BODY");
    browser.press_tab();
    assert_eq!(browser.focused(), "See\u{a0}what was asked");
    browser.press_tab();
    browser.press_tab();
    assert_eq!(browser.focused(), "Name");
    browser.press_enter();
    assert_eq!(browser.heading(), "Shown");
}

#[test]
fn the_page_after_a_click_is_the_next_page_each_time() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).on_a_phone().without_javascript().start();
    for round in 0..20 {
        browser.open("/");
        browser.fill("Name", &round.to_string());
        browser.press("Save");
        let path = browser.path();
        assert!(path.contains(&format!("name={round}&")), "round {round}: {path}");
    }
}

#[test]
fn a_click_that_does_not_leave_the_page_is_not_waited_for() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).start();
    browser.open("/");
    browser.see("This came later.");
    let begin = Instant::now();
    browser.follow("Down here");
    browser.press("Ask");
    browser.press("Swap");
    browser.see("Swapped.");
    // Each of the three would take ten seconds if it were waited for.
    assert!(begin.elapsed() < Duration::from_secs(9), "{:?}", begin.elapsed());
    assert_eq!(browser.path(), "/#swaps");
}

#[test]
fn pictures_are_taken_of_the_window_and_of_the_whole_page() {
    let site = LittleSite::start();
    let browser = Browser::at(&site.url()).sized(400, 300).start();
    browser.open("/");
    let folder = tempfile::tempdir().unwrap();
    let [window, whole] = ["window.png", "deep/whole.png"].map(|name| folder.path().join(name));
    browser.screenshot(&window);
    browser.screenshot_of_whole_page(&whole);
    assert_eq!(size(&fs::read(window).unwrap()), (400, 300));
    let (width, height) = size(&fs::read(whole).unwrap());
    assert!(width == 400 && height > 300, "{width} × {height}");
}

/// Width and height stand in fixed places of a PNG file.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png.get(at..at + 4).unwrap().try_into().unwrap());
    (number(16), number(20))
}

fn failure(act: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(act)).unwrap_err();
    panic.downcast_ref::<String>().unwrap().clone()
}
