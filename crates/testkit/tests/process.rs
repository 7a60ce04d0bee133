//! A program that becomes ready, as seen by the one who waits for it.

#![allow(clippy::unwrap_used, reason = "a test stops at the unexpected")]

mod little_site;

use kafferum_testkit::process::Program;
use little_site::LittleSite;

#[test]
fn a_program_is_started_when_its_address_says_that_it_is_ready() {
    let site = LittleSite::start();
    let address = site.url().replace("http://", "");
    let running = Program::at("sleep").arg("100").start(&address);
    assert_eq!(running.url(), site.url());
    assert_eq!(running.visitor().get("/health/ready").status, 200);
    let (status, _) = running.terminate();
    assert!(!status.success());
}
