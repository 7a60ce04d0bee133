//! The HTTP client against the little site.

#![allow(clippy::unwrap_used, reason = "a test stops at the unexpected")]

mod little_site;

use kafferum_testkit::http::{HttpClient, Upload};
use little_site::LittleSite;

#[test]
fn a_form_is_sent_with_origin_and_its_answer_is_shown_unfollowed() {
    let site = LittleSite::start();
    let mut visitor = HttpClient::new(&site.url());
    let response = visitor.post("/save", &[("name", "Mäki & Co"), ("x", "1")]);
    assert_eq!(response.status, 303);
    assert_eq!(response.header("location").unwrap(), "/shown?name=M%C3%A4ki+%26+Co&x=1");
    let shown = visitor.post("/shown", &[]).text();
    assert!(shown.contains(&format!("origin: {}\n", site.url())), "{shown}");
    let foreign =
        HttpClient::new(&site.url()).with_origin(Some("https://evil.example")).post("/shown", &[]);
    assert!(foreign.text().contains("origin: https://evil.example"));
    assert!(visitor.get("/shown").text().contains("origin: \n"));
}

#[test]
fn cookies_are_kept_and_redirects_followed_when_asked() {
    let site = LittleSite::start();
    let mut visitor =
        HttpClient::new(&site.url()).following_redirects().with_header("accept-language", "fi");
    let response = visitor.get("/sign-in");
    assert_eq!((response.status, response.path.as_str()), (200, "/shown"));
    assert!(
        response.text().contains("cookie: __Host-session=abc\nlanguage: fi"),
        "{}",
        response.text()
    );
    assert_eq!(visitor.cookie("__Host-session"), Some("abc"));
    visitor.forget_cookies();
    assert!(visitor.get("/shown").text().contains("cookie: \n"));
    let again = visitor.post("/again", &[("a", "1")]).text();
    assert!(again.contains("POST /shown") && again.contains("body: a=1"), "{again}");
}

#[test]
fn a_redirect_in_a_circle_or_to_another_site_is_an_error() {
    let site = LittleSite::start();
    let mut visitor = HttpClient::new(&site.url()).following_redirects();
    for path in ["/circle", "/away"] {
        visitor.send("GET", path, &[], Vec::new()).unwrap_err();
    }
}

#[test]
fn a_file_is_uploaded_and_a_hidden_value_is_read() {
    let site = LittleSite::start();
    let mut visitor = HttpClient::new(&site.url());
    let file = Upload {
        field: "roll",
        file_name: "roll.csv",
        media_type: "text/csv",
        content: b"1;Maija",
    };
    let shown = visitor.upload("/shown", &[("note", "x")], &[file]).text();
    assert!(shown.contains("filename=\"roll.csv\"") && shown.contains("1;Maija"), "{shown}");
    let home = visitor.get("/");
    assert_eq!(home.field_value("token").as_deref(), Some("a&b"));
    assert_eq!(home.field_value("none"), None);
}

#[test]
fn a_site_that_is_not_there_is_an_error_and_a_missing_page_is_an_answer() {
    let site = LittleSite::start();
    assert_eq!(HttpClient::new(&site.url()).get("/nowhere").status, 404);
    HttpClient::new("http://127.0.0.1:9").send("GET", "/", &[], Vec::new()).unwrap_err();
}
