//! The real server, killed with -9 again and again while it hands join kits
//! over to a real mail server.
//!
//! A mail whose receipt was lost goes out again, as SMTP has it; it is known by
//! its Message-ID. So each person must get one join kit under one Message-ID.

use std::collections::{BTreeMap, BTreeSet};

use kafferum_platform::db::{Database, Place};
use kafferum_testkit::on_each;
use kafferum_testkit::postgres::fresh_database;
use kafferum_testkit::process::{Program, Running, free_address};
use kafferum_testkit::site::On;
use kafferum_testkit::smtp::{Message, SmtpReceiver};

const GUESTS: usize = 300;
/// After how many more mails each kill comes; uneven, so that it comes in other
/// moments of a hand-over.
const KILLS: [usize; 10] = [1, 23, 40, 8, 57, 3, 31, 72, 14, 90];
/// Mails that are on their way at the same time, and so may be repeated after
/// a kill.
const AT_ONCE: usize = 8;

fn email(number: usize) -> String {
    format!("koe{number}@testi.example")
}

fn register(running: &Running, number: usize) {
    // Each comes from a network of their own.
    let network = format!("10.{}.{}.1", number / 250, number % 250);
    let mut client = running.visitor().with_header("x-forwarded-for", &network);
    let token = client.get("/register").field_value("_form").unwrap();
    let (email, pseudonym) = (email(number), format!("Kahvikuppi {number}"));
    let fields = [
        ("given-name", "Aino"),
        ("family-name", "Kokeilija"),
        ("email", &*email),
        ("region", "Uusimaa"),
        ("lang", "fi"),
        ("relation", "assistant"),
        ("pseudonym", &*pseudonym),
        ("consent", "yes"),
        ("house-rules", "yes"),
        ("_form", &*token),
    ];
    let answer = client.post("/register", &fields);
    assert_eq!(answer.header("location"), Some("/register/done"), "{}", answer.text());
}

/// Asks the database of a server that is not running.
fn behind_its_back<T: Send + 'static>(
    place: &Place,
    ask: impl Fn(&mut kafferum_platform::db::Tx<'_>) -> Result<T, kafferum_platform::Error>
    + Send
    + 'static,
) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let database = Database::open(place, &[], 1).unwrap();
    runtime.block_on(database.write(ask)).unwrap()
}

/// As if the server had been away for long: what it had claimed, and what it
/// had put off, is due again.
fn let_time_pass(place: &Place) {
    // What PostgreSQL had been asked before the kill it may still be doing.
    let others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
                  AND state <> 'idle' AND pid <> pg_backend_pid()";
    while matches!(place, Place::Postgres(_))
        && behind_its_back(place, move |tx| Ok(tx.one(others, &[], |row| row.get::<i64>(0))?)) > 0
    {
    }
    behind_its_back(place, |tx| {
        tx.execute("UPDATE job SET due_at = 0, lease_until = 0 WHERE state = 'waiting'", &[])?;
        Ok(())
    });
}

/// The Message-IDs of the join kits that each address got.
fn kits(messages: &[Message]) -> BTreeMap<String, BTreeSet<String>> {
    let mut kits: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for message in messages {
        let [to] = message.to.as_slice() else { panic!("a mail to {:?}", message.to) };
        let parsed = mail_parser::MessageParser::default().parse(&message.raw).unwrap();
        if parsed.subject() == Some("Tässä lupaamamme kirje") {
            kits.entry(to.clone()).or_default().insert(message.header("message-id").unwrap());
        }
    }
    kits
}

/// How many mails these are, each repeat counted once.
fn different(messages: &[Message]) -> usize {
    let ids = messages.iter().map(|message| message.header("message-id").unwrap());
    ids.collect::<BTreeSet<_>>().len()
}

fn kill_again_and_again(program: &Program, address: &str, place: &Place) {
    // They register while the mail server is away.
    let away = format!("smtp://{}", free_address());
    let running = program.clone().env("KAFFERUM_MAIL", away).start(address);
    (0..GUESTS).for_each(|number| register(&running, number));
    running.kill();
    let_time_pass(place);

    let receiver = SmtpReceiver::start();
    let back = format!("smtp://{}", receiver.address());
    let program = program.clone().env("KAFFERUM_MAIL", back);
    for after in KILLS {
        let running = program.start(address);
        receiver.wait_for_messages(receiver.count() + after);
        running.kill();
        let_time_pass(place);
    }
    assert!(different(&receiver.messages()) < 2 * GUESTS, "all had gone out before the last kill");
    let running = program.start(address);
    let mut came = receiver.messages();
    while different(&came) < 2 * GUESTS {
        came = receiver.wait_for_messages(came.len() + 1);
    }
    let (status, output) = running.terminate();
    assert!(status.success(), "{output}");

    let messages = receiver.messages();
    let kits = kits(&messages);
    let people: BTreeSet<String> = (0..GUESTS).map(email).collect();
    assert!(kits.keys().eq(people.iter()), "somebody got no join kit, or a stranger did");
    for (person, ids) in &kits {
        assert_eq!(ids.len(), 1, "{person} got different join kits: {ids:?}");
    }
    let repeats = messages.len() - different(&messages);
    println!("{repeats} repeats after {} kills", KILLS.len());
    assert!(repeats <= AT_ONCE * KILLS.len(), "{repeats} mails went out again");
    let decided = behind_its_back(place, |tx| {
        let sql =
            "SELECT COUNT(*) FROM dispatch WHERE kind = 'join-kit-mail' AND decision = 'sent'";
        Ok(tx.one(sql, &[], |row| row.get::<i64>(0))?)
    });
    assert_eq!(decided, i64::try_from(GUESTS).unwrap());
}

on_each! {
    fn each_gets_one_join_kit_however_often_the_server_is_killed(on) {
        let folder = tempfile::tempdir().unwrap();
        let address = free_address();
        let program = Program::at(env!("CARGO_BIN_EXE_kafferum"))
            .args(["serve", "--listen", &address, "--data"])
            .arg(folder.path())
            .env("KAFFERUM_BEHIND_PROXY", "true")
            .env("KAFFERUM_LOG", "error");
        match on {
            On::Sqlite => {
                let place = Place::Sqlite(folder.path().join("kafferum.sqlite"));
                kill_again_and_again(&program, &address, &place);
            }
            On::Postgres => {
                let database = fresh_database();
                let program = program.env("KAFFERUM_DATABASE", database.url());
                let place = Place::Postgres(database.url().to_owned());
                kill_again_and_again(&program, &address, &place);
            }
        }
    }
}
