//! Accounts and administration through the real router, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

mod account;
mod admin;
mod conflicts;
mod email;
mod files;
mod forms;
mod push;
mod reset;
mod seal;
mod set_up;
mod sign_in;
mod tls;

use kafferum_platform::people::PersonId;
use kafferum_testkit::http::Response;
use kafferum_testkit::site::{TestSite, Visitor};

/// A password that is taken.
pub(crate) const PASSWORD: &str = "kolme kuppia kahvia";
/// Another one.
pub(crate) const OTHER: &str = "lumi satoi koko yön";

/// A member who signs in with `henkilo0@testi.example` when the first one.
pub(crate) fn aino(site: &TestSite) -> PersonId {
    let aino = site.member("Aamukaste");
    site.choose_password(aino, PASSWORD);
    aino
}

/// The first person's mail address.
pub(crate) const AINO: &str = "henkilo0@testi.example";

pub(crate) fn sign_in(visitor: &mut Visitor<'_>, email: &str, password: &str) -> Response {
    visitor.get("/sign-in");
    visitor.post("/sign-in", &[("email", email), ("password", password), ("next", "")])
}

/// Whether the visitor is signed in.
pub(crate) fn is_in(visitor: &mut Visitor<'_>) -> bool {
    visitor.get("/account").status == 200
}

#[track_caller]
pub(crate) fn assert_leads_to(response: &Response, path: &str) {
    assert_eq!(
        (response.status, response.header("location")),
        (303, Some(path)),
        "{}",
        response.text()
    );
}

#[track_caller]
pub(crate) fn assert_says(response: &Response, status: u16, text: &str) {
    let page = response.text();
    assert!(response.status == status && page.contains(text), "{} {page}", response.status);
}
