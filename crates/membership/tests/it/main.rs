//! The road through the real router, on both engines.

#![expect(clippy::expect_used, reason = "a test may stop where something is missing")]

mod applying;
mod correcting;
mod late_mail;
mod letters;
mod looking;
mod paper;
mod recognising;
mod registering;
mod roll;
mod travelling;

use kafferum_platform::people::PersonId;
use kafferum_testkit::http::Response;
use kafferum_testkit::site::{TestSite, Visitor};

/// Fields of a registration that is right, but for those named.
fn fields<'f>(
    email: &'f str,
    pseudonym: &'f str,
    more: &[(&'f str, &'f str)],
) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("given-name", "Aino"),
        ("family-name", "Virtanen"),
        ("email", email),
        ("region", "Uusimaa"),
        ("lang", "fi"),
        ("relation", "assistant"),
        ("pseudonym", pseudonym),
        ("consent", "yes"),
        ("house-rules", "yes"),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        if !value.is_empty() {
            fields.push((name, value));
        }
    }
    fields
}

/// The fields that a page asks to mend, in its order.
fn to_mend(page: &str) -> Vec<String> {
    let told = page.split("id=\"errors-t\"").nth(1).and_then(|rest| rest.split("</ul>").next());
    let links = told.unwrap_or_default().split("href=\"#").skip(1);
    links.filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
}

/// The address for the letter by post.
const WANTS_LETTER: [(&str, &str); 4] =
    [("letter", "yes"), ("street", "Katu 1"), ("postal-code", "00530"), ("city", "Helsinki")];

fn send_registration(
    visitor: &mut Visitor<'_>,
    email: &str,
    pseudonym: &str,
    more: &[(&str, &str)],
) -> Response {
    visitor.get("/register");
    visitor.post("/register", &fields(email, pseudonym, more))
}

/// Somebody who registered now.
fn register(site: &TestSite, email: &str, pseudonym: &str, more: &[(&str, &str)]) -> PersonId {
    let answer = send_registration(&mut site.visitor(), email, pseudonym, more);
    assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
    let email = email.to_owned();
    let person =
        site.read(move |tx| Ok(kafferum_platform::people::store::person_by_email(tx, &email)?));
    person.expect("a person behind the address")
}

fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}

/// Every send and skip as `person kind decision reason`, sorted.
fn dispatches(site: &TestSite) -> Vec<String> {
    let mut all = site.read(|tx| {
        Ok(tx.query("SELECT person, kind, decision, reason FROM dispatch", &[], |row| {
            let reason: Option<String> = row.get(3)?;
            let (person, kind, decision) =
                (row.get::<i64>(0)?, row.get::<String>(1)?, row.get::<String>(2)?);
            Ok(format!("{person} {kind} {decision} {}", reason.unwrap_or_default())
                .trim()
                .to_owned())
        })?)
    });
    all.sort();
    all
}

/// What was decided about a person, without those things that did not come up.
fn of(site: &TestSite, person: PersonId, kind: &str) -> Vec<String> {
    let begins = format!("{person} {kind} ");
    let found = dispatches(site).into_iter();
    found.filter_map(|line| line.strip_prefix(&begins).map(str::to_owned)).collect()
}

/// The subjects of all mails to an address, sorted.
fn subjects(site: &TestSite, address: &str) -> Vec<String> {
    let mut subjects: Vec<String> =
        site.mails_to(address).into_iter().map(|mail| mail.subject).collect();
    subjects.sort();
    subjects
}

/// A registrar at work.
fn registrar(site: &TestSite) -> Visitor<'_> {
    let person = site.staff("Rekisteri", kafferum_platform::policy::Role::Registrar);
    site.as_person(person)
}

/// Where a registrar sees a person.
fn page_of(site: &TestSite, person: PersonId) -> String {
    format!("/registrar/people/{}", site.site().civil_handle(person))
}

/// Opens a page and sends a form from it.
fn act(by: &mut Visitor<'_>, from: &str, to: &str, fields: &[(&str, &str)]) -> Response {
    by.get(from);
    by.post(to, fields)
}
