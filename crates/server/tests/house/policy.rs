//! Every route, as every kind of person, against the table in
//! `docs/policy.md`. A route without a row fails, and so does a row without a
//! route. `KAFFERUM_WRITE_POLICY=1` writes the table anew for review.

use std::fmt::Write;
use std::path::Path;

use axum::http::Method;
use kafferum_testkit::http::Response;
use kafferum_testkit::personas::{PERSONAS, persona};
use kafferum_testkit::process::{Program, free_address};
use kafferum_testkit::site::{On, TestSite};

/// What the policy said, read off the answer.
fn outcome(site: &TestSite, response: &Response) -> &'static str {
    let fi = kafferum_platform::texts::Lang::Fi;
    let says = |key: &str| response.text().contains(site.site().texts.plain(fi, key));
    match (response.status, response.header("location")) {
        (303, Some(to)) if to.starts_with("/sign-in?next=") => "sign in",
        (303, Some("/account/password")) => "password",
        (403, _) if says("error-signed-out") => "sign in",
        (403, _) if says("error-door-closed") => "door",
        (403, _) if says("error-not-yours") => "no",
        (status, _) if status >= 500 => "fault",
        _ => "yes",
    }
}

fn address(path: &str) -> String {
    let pieces = path.split('/').map(|piece| match piece {
        "{lang}" => "fi",
        piece if piece.starts_with('{') => "1",
        piece => piece,
    });
    pieces.collect::<Vec<_>>().join("/")
}

#[test]
fn every_role_is_among_those_who_walk() {
    for role in kafferum_platform::policy::Role::ALL {
        assert!(PERSONAS.iter().any(|kind| kind.contains(role.word())), "{}", role.word());
    }
}

/// What it shows is everybody's mail, and the clock is anybody's to turn.
#[test]
fn the_demonstration_panel_stands_on_no_real_site() {
    let of_it = ["/demo", "/demo/sign-in", "/demo/clock", "/demo/mail", "/demo/mail/1"];
    for feature in kafferum_server::features() {
        for route in &feature.routes {
            assert!(!route.path.starts_with("/demo"), "{}", route.path);
        }
    }
    let data = tempfile::tempdir().unwrap();
    let address = free_address();
    let running = Program::at(env!("CARGO_BIN_EXE_kafferum"))
        .args(["serve", "--listen", &address, "--data"])
        .arg(data.path())
        .start(&address);
    let mut visitor = running.visitor();
    for path in of_it {
        assert_eq!(visitor.get(path).status, 404, "{path}");
        // Nothing but pages answers at unknown addresses.
        let answer = visitor.post(path, &[("person", "1"), ("days", "1")]);
        assert_eq!(answer.status, 405, "{path}");
    }
}

#[test]
fn who_watches_thirty_days_pass_stays_signed_in_and_sees_the_door_close_once() {
    let data = tempfile::tempdir().unwrap();
    let address = free_address();
    let running = Program::at(env!("CARGO_BIN_EXE_kafferum"))
        .args(["demo", "--listen", &address, "--data"])
        .arg(data.path())
        .start(&address);
    let mut guest = running.visitor();
    let mut press = |path: &str, fields: &[(&str, &str)], times: usize| {
        let token = guest.get("/demo").field_value("_form").unwrap();
        for _ in 0..times {
            let sent = guest.post(path, &[fields, &[("_form", &*token)]].concat());
            assert_eq!(sent.status, 303, "{}", sent.text());
        }
        let panel = guest.get("/demo").text();
        let row = panel.split("<tr>").find(|row| row.contains(">Uusi tuuli</button>")).unwrap();
        (row.to_owned(), day_of(&panel), guest.get("/coffee-room"))
    };
    let (row, before, _) = press("/demo/clock", &[("days", "1")], 1);
    let who = row.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let (row, _, open) = press("/demo/sign-in", &[("who", who)], 1);
    assert!(row.contains("<td>Kokeilija") && open.status == 200, "{row}");
    let (row, after, door) = press("/demo/clock", &[("days", "30")], 2);
    assert!(row.contains("<td>Kokeilujakso päättynyt"), "{row}");
    assert!(door.status == 403 && door.text().contains("Ovi on nyt kiinni"), "{}", door.text());
    assert_eq!((after - before).get_days(), 30);
}

/// What day the panel's clock shows.
fn day_of(panel: &str) -> jiff::civil::Date {
    let shown = panel.split("Sivuston kello on nyt <b>").nth(1).unwrap();
    let day = shown.split(' ').next().unwrap();
    jiff::civil::Date::strptime("%d.%m.%Y", day).unwrap()
}

#[test]
fn every_route_answers_every_kind_of_person_as_the_table_says() {
    let site = TestSite::start(On::Sqlite);
    let mut table = String::from(
        "# Who may use which page\n\nEvery route as every kind of person, as the program answers; a test holds \
         this table against it.\n`yes` opens, `sign in` and `password` lead there first, `door` explains that a \
         trial or membership is over, `no` refuses.\nRules about a single thing (this post, this letter) stand \
         in the capabilities' `rules.rs`; behind an open route they may still hide the thing.\n\n",
    );
    let _ = writeln!(table, "| route | permission | {} |", PERSONAS.join(" | "));
    let _ = writeln!(table, "|---|---|{}", "---|".repeat(PERSONAS.len()));
    let mut number = 0;
    for feature in kafferum_server::features() {
        for route in &feature.routes {
            let _ =
                write!(table, "| {} `{}` | {} ", route.method, route.path, route.permission.name);
            for name in PERSONAS {
                number += 1;
                let person = persona(&site, name, &format!("{name} {number}"));
                let mut visitor = person.map_or_else(|| site.visitor(), |who| site.as_person(who));
                let path = address(route.path);
                let response = if route.method == Method::POST {
                    visitor.post(&path, &[])
                } else {
                    visitor.get(&path)
                };
                let outcome = outcome(&site, &response);
                assert_ne!(outcome, "fault", "{path} as {name}: {}", response.text());
                let _ = write!(table, "| {outcome} ");
            }
            table.push_str("|\n");
        }
    }
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy.md"));
    #[allow(clippy::disallowed_methods, reason = "a test's own switch")]
    if std::env::var("KAFFERUM_WRITE_POLICY").is_ok() {
        std::fs::write(path, &table).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    for (now, then) in table.lines().zip(written.lines()) {
        assert_eq!(now, then, "the program and docs/policy.md differ");
    }
    assert_eq!(table.lines().count(), written.lines().count(), "rows are missing or left over");
}
