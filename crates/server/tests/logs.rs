//! The log of the program as JSON: every line reads as such, tells what went
//! wrong, and names nobody.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use kafferum_testkit::http::{HttpClient, Response};
use kafferum_testkit::postgres::{Durability, Server};
use kafferum_testkit::process::{Program, Running, free_address};
use kafferum_testkit::smtp::{Behaviour, SmtpReceiver, Stage};
use serde_json::Value;

const EMAIL: &str = "zebedeus.quxenhjelm@salainen.example";
const PHONE: &str = "+358 50 987 1234";
const PASSWORD: &str = "kolme kuppia kahvia";

/// What is only theirs, in small letters.
const FACTS: [&str; 13] = [
    "zebedeus",
    "quxenhjelm",
    "salainen",
    "tunnistuskuja",
    "98761",
    "quxlandia",
    "987 1234",
    "9871234",
    "aamukaste",
    "kahvia",
    "minna",
    "lahti",
    "hallitsija",
];

fn registration(pseudonym: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("given-name", "Zebedeus"),
        ("family-name", "Quxenhjelm"),
        ("email", EMAIL),
        ("phone", PHONE),
        ("street", "Tunnistuskuja 77"),
        ("postal-code", "98761"),
        ("city", "Quxlandia"),
        ("region", "Uusimaa"),
        ("lang", "fi"),
        ("relation", "assistant"),
        ("pseudonym", pseudonym),
        ("consent", "yes"),
        ("letter", "yes"),
        ("house-rules", "yes"),
    ]
}

fn post(client: &mut HttpClient, path: &str, fields: &[(&str, &str)]) -> Response {
    let token = client.get(path).field_value("_form").unwrap();
    let mut fields = fields.to_vec();
    fields.push(("_form", &token));
    client.post(path, &fields)
}

fn set_up(running: &Running) -> HttpClient {
    let output = running.output();
    let link = output.split("/set-up/").nth(1).unwrap().split_whitespace().next().unwrap();
    let mut client = running.visitor();
    let fields = [
        ("union", "Kahviliitto"),
        ("language", "fi"),
        ("contact", "posti@kahvi.example"),
        ("sender_name", "Posti"),
        ("sender_address", "posti@kahvi.example"),
        ("given_name", "Minna"),
        ("family_name", "Lahti"),
        ("email", "minna@salainen.example"),
        ("pseudonym", "Hallitsija"),
        ("password", PASSWORD),
    ];
    let answer = post(&mut client, &format!("/set-up/{link}"), &fields);
    assert_eq!(answer.header("location"), Some("/admin"), "{}", answer.text());
    client
}

/// People who come in, and what they do wrong.
fn sign_ins_and_bad_input(running: &Running, admin: &mut HttpClient) {
    let mut client = running.visitor();
    let sign_in = |client: &mut HttpClient, email: &str, password: &str| {
        post(client, "/sign-in", &[("email", email), ("password", password)]).status
    };
    assert_eq!(sign_in(&mut client, EMAIL, PASSWORD), 422);
    assert_eq!(sign_in(&mut client, "minna@salainen.example", "väärä kahvia"), 422);
    assert_eq!(sign_in(&mut client, "minna@salainen.example", PASSWORD), 303);
    let mut wrong = registration("Aamukaste");
    wrong.retain(|(name, _)| *name != "email");
    wrong.push(("email", "zebedeus"));
    assert_eq!(post(&mut running.visitor(), "/register", &wrong).status, 422);
    wrong.push(("zebedeus", "quxenhjelm"));
    assert!(post(&mut running.visitor(), "/register", &wrong).status >= 400);
    let without_token = running.visitor().post("/register", &registration("Aamukaste"));
    assert!(without_token.status >= 400);
    for path in ["/no/quxenhjelm", "/search?q=quxenhjelm%00", "/databank/quxenhjelm?x=%FF"] {
        assert!(running.visitor().get(path).status < 500);
    }
    assert_eq!(admin.get("/registrar/people").status, 403);
    assert!(admin.post("/registrar/people", &[("q", "Quxenhjelm")]).status >= 400);
    let broken = [("content-type", "application/x-www-form-urlencoded")];
    let body = b"given-name=Zebedeus%FF%00&family-name=Quxenhjelm".to_vec();
    let answer = running.visitor().send("POST", "/register", &broken, body).unwrap();
    assert!((400..500).contains(&answer.status));
}

/// The lines that the program logged; what it says to the terminal when it is
/// set up is none of them.
fn lines(output: &str) -> Vec<Value> {
    let told = |line: &&str| !line.starts_with("This site has no") && !line.starts_with("  http");
    let read = |line: &str| match serde_json::from_str(line) {
        Ok(line) => line,
        Err(error) => panic!("{error}: {line}"),
    };
    output.lines().filter(told).map(read).collect()
}

#[test]
fn a_log_of_faults_is_json_and_names_nobody() {
    let mut database = Server::start(Durability::Durable).unwrap();
    let receiver = SmtpReceiver::start();
    let (folder, address) = (tempfile::tempdir().unwrap(), free_address());
    std::fs::write(folder.path().join("kafferum.toml"), "log_as = \"json\"\n").unwrap();
    let running = Program::at(env!("CARGO_BIN_EXE_kafferum"))
        .args(["serve", "--listen", &address, "--data"])
        .arg(folder.path())
        .env("KAFFERUM_DATABASE", database.url())
        .env("KAFFERUM_MAIL", format!("smtp://{}", receiver.address()))
        .start(&address);
    let mut admin = set_up(&running);
    let answer = post(&mut running.visitor(), "/register", &registration("Aamukaste"));
    assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
    receiver.wait_for_messages(2);
    sign_ins_and_bad_input(&running, &mut admin);

    // A mail is put off, another refused for good.
    receiver.behave(Behaviour::RefuseTemporarily(Stage::Recipient));
    let answer = post(&mut running.visitor(), "/register", &registration("Toinen"));
    assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
    running.wait_for_output("a job is given back");
    receiver.behave(Behaviour::RefusePermanently(Stage::Recipient, "550 no such person"));
    let forgotten = post(&mut running.visitor(), "/password/forgot", &[("email", EMAIL)]);
    assert!(forgotten.status < 400, "{}", forgotten.text());
    running.wait_for_output("refuses a mail for good");

    // The database is away while forms are sent.
    let mut client = running.visitor();
    let token = client.get("/register").field_value("_form").unwrap();
    database.stop().unwrap();
    let mut fields = registration("Kolmas");
    fields.push(("_form", &token));
    assert_eq!(client.post("/register", &fields).status, 503);
    let fields = [("email", EMAIL), ("password", PASSWORD), ("_form", token.as_str())];
    assert_eq!(client.post("/sign-in", &fields).status, 503);
    assert_eq!(admin.get("/admin/roles?q=quxenhjelm").status, 503);
    database.start_again().unwrap();
    assert_eq!(running.visitor().get("/health/ready").status, 200);

    let (status, output) = running.terminate();
    assert!(status.success(), "{output}");
    let lines = lines(&output);
    let level = |level: &str| lines.iter().filter(|line| line["level"] == level).count();
    assert!(level("ERROR") >= 3 && level("WARN") >= 2 && level("INFO") >= 2, "{output}");
    for line in &lines {
        let mut line = line.clone();
        // Digits of a clock may be anything.
        line.as_object_mut().unwrap().remove("timestamp").unwrap();
        let text = line.to_string().to_lowercase();
        let found: Vec<_> = FACTS.iter().filter(|fact| text.contains(**fact)).collect();
        assert!(found.is_empty(), "{found:?} in {line}");
    }
}
