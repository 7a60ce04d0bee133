//! A whole site in a test, with people in it and a clock that stands still
//! until told to move. Requests go through the real router, without a socket.
//!
//! `on_both!` makes each test of it twice: on SQLite and on PostgreSQL.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http_body_util::BodyExt;
use kafferum_platform::Error;
use kafferum_platform::clock::{Clock, DAY, Millis, Random};
use kafferum_platform::db::{GROUP, Place, Tx};
use kafferum_platform::files::Files;
use kafferum_platform::jobs;
use kafferum_platform::mail::Mailer;
use kafferum_platform::people::password::Passwords;
use kafferum_platform::people::store::{self, Identity, NewPerson};
use kafferum_platform::people::{Basis, MembershipKind, PasswordKind, PersonId, session};
use kafferum_platform::policy::{Grant, Role};
use kafferum_platform::push::Carrier;
use kafferum_platform::search::{Analyser, SharedAnalyser};
use kafferum_platform::settings;
use kafferum_platform::site::{Parts, Site};
use kafferum_platform::texts::Lang;
use kafferum_platform::web::serve::{Front, router};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::http::{Cookies, Response, Upload, encode_upload};
use crate::postgres::{FreshDatabase, fresh_database};

/// Sunday 22 November 2026, 10.00 in Helsinki.
pub const START: Millis = 1_795_334_400_000;

/// Which engine a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// SQLite in a temporary folder.
    Sqlite,
    /// A fresh database of the run's PostgreSQL.
    Postgres,
}

/// One for all sites of a test program.
static ANALYSER: LazyLock<SharedAnalyser> = LazyLock::new(|| Arc::new(Analyser::bundled()));

/// A site of its own for one test.
pub struct TestSite {
    site: Option<Arc<Site>>,
    router: Router,
    runtime: Option<Runtime>,
    folder: TempDir,
    database: Option<FreshDatabase>,
    /// The database of another node, on which this one works as well.
    shared: Option<String>,
    change: Box<dyn Fn(&mut Parts) + Send + Sync>,
    /// How often it has been opened.
    starts: u64,
    people: AtomicUsize,
}

/// A mail from the folder.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Address it is for.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text, decoded.
    pub body: String,
    /// All of it as written.
    pub raw: String,
}

impl TestSite {
    /// An empty site, set up with a union's name, a sender and an address.
    pub fn start(on: On) -> Self {
        Self::start_with(on, |_| {})
    }

    /// The same with its parts changed before it opens, and before each time
    /// it is opened again.
    pub fn start_with(on: On, change: impl Fn(&mut Parts) + Send + Sync + 'static) -> Self {
        let mut this = Self::closed(on, change);
        this.open(None);
        this.set("union-name", "Testiliitto");
        this.set("sender-address", "posti@testi.example");
        this.set("membership-return-address", "Testiliitto, Testikatu 1, 00530 HELSINKI");
        this
    }

    fn closed(on: On, change: impl Fn(&mut Parts) + Send + Sync + 'static) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        Self {
            site: None,
            router: Router::new(),
            runtime: Some(runtime),
            folder: tempfile::tempdir().expect("a temporary folder"),
            database: (on == On::Postgres).then(fresh_database),
            shared: None,
            change: Box::new(change),
            starts: 0,
            people: AtomicUsize::new(0),
        }
    }

    /// A second node on the same PostgreSQL; to be dropped before the first.
    pub fn another_node(&self) -> Self {
        let url = self.database.as_ref().expect("a site on PostgreSQL").url().to_owned();
        let mut node = Self::closed(On::Sqlite, |_| {});
        node.shared = Some(url);
        // Its tokens are others than those of the first.
        node.starts = 1000;
        node.people = AtomicUsize::new(1000);
        node.open(Some(self.now()));
        node
    }

    /// Ends the site as the end of its process would, and opens it again on
    /// the same database and folder, at the same time by its clock.
    pub fn restart(&mut self) {
        let now = self.now();
        self.close();
        self.open(Some(now));
    }

    fn close(&mut self) {
        self.router = Router::new();
        self.site = None;
    }

    fn open(&mut self, now: Option<Millis>) {
        let place = match (&self.database, &self.shared) {
            (Some(database), _) => Place::Postgres(database.url().to_owned()),
            (None, Some(url)) => Place::Postgres(url.clone()),
            (None, None) => Place::Sqlite(self.folder.path().join("kafferum.sqlite")),
        };
        let mut parts = Parts {
            features: kafferum_server::features(),
            place,
            group: GROUP,
            clock: Clock::simulated(START),
            // Tokens must not come again when the site does.
            random: Random::seeded(7 + self.starts),
            mailer: Mailer::Folder(self.folder.path().join("mail")),
            answer_domain: None,
            carrier: Carrier::new().expect("TLS"),
            files: Files::folder(&self.folder.path().join("files")).expect("a folder of files"),
            passwords: Passwords::quick().expect("argon2"),
            analyser: Arc::clone(&ANALYSER),
            index_version: kafferum_platform::search::VERSION.to_owned(),
            public_url: "http://kafferum.test".to_owned(),
            zone: jiff::tz::TimeZone::get("Europe/Helsinki").expect("the time zone"),
            is_demo: false,
        };
        (self.change)(&mut parts);
        if let Some(now) = now {
            parts.clock = Clock::simulated(now);
        }
        let site = self.wait_for(Site::open(parts)).expect("a site");
        self.starts += 1;
        self.router = router(&site, Front::default());
        self.site = Some(site);
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("a runtime until the end")
    }

    /// The site itself.
    pub fn site(&self) -> &Arc<Site> {
        self.site.as_ref().expect("a site until the end")
    }

    /// Runs a future of the site to its end.
    pub fn wait_for<F: Future>(&self, future: F) -> F::Output {
        self.runtime().block_on(future)
    }

    /// Runs a closure in a transaction that writes.
    pub fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.wait_for(self.site().db.write(work)).expect("a transaction")
    }

    /// Runs a closure that reads.
    pub fn read<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.wait_for(self.site().db.read(work)).expect("a transaction")
    }

    /// Changes a setting.
    pub fn set(&self, key: &'static str, value: &'static str) {
        let now = self.now();
        self.write(move |tx| Ok(settings::write(tx, key, value, None, now)?));
        self.wait_for(self.site().reload_settings()).expect("settings");
    }

    /// Now, milliseconds UTC.
    pub fn now(&self) -> Millis {
        self.site().now()
    }

    /// Moves the clock without doing anything.
    pub fn pass(&self, time: Millis) {
        self.site().clock.advance(time);
    }

    /// Lets so many days pass, and what they bring happen.
    pub fn pass_days(&self, days: i64) {
        self.pass(days * DAY);
        self.settle();
    }

    /// Lets everything that is due happen. Says how many things that were.
    pub fn settle(&self) -> usize {
        self.wait_for(jobs::work(self.site())).expect("the worker works")
    }

    /// A folder that goes with the site.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Every mail handed over so far, in no order.
    pub fn mails(&self) -> Vec<Mail> {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return Vec::new();
        };
        entries
            .map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("a mail"))
            .map(|raw| parse_mail(&raw))
            .collect()
    }

    /// The mails to one address.
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.to == address).collect()
    }

    fn person(&self, pseudonym: &str, trial: Option<Millis>) -> PersonId {
        let number = self.people.fetch_add(1, Ordering::SeqCst);
        let new = NewPerson {
            identity: Identity {
                given_name: format!("Etunimi{number}"),
                family_name: format!("Sukunimi{number}"),
                email: format!("henkilo{number}@testi.example"),
                ..Identity::default()
            },
            pseudonym: pseudonym.to_owned(),
            lang: Lang::Fi,
            trial_started_at: trial,
            password_hash: "none".to_owned(),
            password_kind: PasswordKind::Own,
        };
        let now = self.now();
        self.write(move |tx| Ok(store::insert(tx, &new, now)?)).expect("a pseudonym that is free")
    }

    /// A member under this pseudonym.
    pub fn member(&self, pseudonym: &str) -> PersonId {
        let (person, now) = (self.person(pseudonym, None), self.now());
        self.write(move |tx| {
            let (kind, basis, term) = (MembershipKind::Full, Basis::Roll, (now - DAY, None));
            Ok(store::start_membership(tx, person, kind, basis, term, now)?)
        });
        person
    }

    /// A guest whose trial begins now.
    pub fn guest(&self, pseudonym: &str) -> PersonId {
        self.person(pseudonym, Some(self.now()))
    }

    /// Somebody employed by the union.
    pub fn staff(&self, pseudonym: &str, role: Role) -> PersonId {
        let person = self.person(pseudonym, None);
        self.give(person, role, false);
        person
    }

    /// Gives a role for the whole union.
    pub fn give(&self, person: PersonId, role: Role, rests_on_membership: bool) {
        let now = self.now();
        let grant = Grant { role, scope: None };
        self.write(move |tx| Ok(store::grant(tx, person, &grant, rests_on_membership, None, now)?));
    }

    /// Ends a membership.
    pub fn leave(&self, person: PersonId) {
        let now = self.now();
        self.write(move |tx| Ok(store::end_membership(tx, person, now)?));
    }

    /// Sets a password that its owner chose.
    pub fn choose_password(&self, person: PersonId, password: &str) {
        let site = self.site();
        let hash = site.passwords.hash(password.to_owned(), &site.random);
        let (hash, now) = (self.wait_for(hash).expect("a hash"), self.now());
        self.write(move |tx| {
            Ok(kafferum_platform::people::account::set_password(
                tx,
                person,
                &hash,
                PasswordKind::Own,
                now,
            )?)
        });
    }

    /// A browser without cookies.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor {
            site: self,
            cookies: Cookies::default(),
            last: None,
            origin: Some("http://kafferum.test".to_owned()),
            headers: vec![("accept-language".to_owned(), "fi".to_owned())],
            ip: [192, 0, 2, 1],
        }
    }

    /// A browser in which a person is signed in.
    pub fn as_person(&self, person: PersonId) -> Visitor<'_> {
        let token = session::token(&self.site().random).expect("a token");
        let (hash, now) = (session::hash(&token), self.now());
        self.write(move |tx| Ok(session::open(tx, &hash, person, "Test", now)?));
        let mut visitor = self.visitor();
        visitor.cookies.set("session", &token);
        visitor
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let now = self.now();
            let dead = self.read(move |tx| {
                Ok(tx.query(
                    "SELECT kind || ' ' || state || ' ' || last_error FROM job
                     WHERE state = 'dead' OR (state = 'waiting' AND due_at <= ?1 AND attempts > 0)",
                    &[&now],
                    |row| row.get::<String>(0),
                )?)
            });
            assert!(dead.is_empty(), "jobs are left over: {dead:?}");
        }
        self.close();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn parse_mail(raw: &str) -> Mail {
    let message = mail_parser::MessageParser::default().parse(raw.as_bytes()).expect("a mail");
    let to = message.to().and_then(|to| to.first()).and_then(|one| one.address());
    Mail {
        to: to.unwrap_or_default().to_owned(),
        subject: message.subject().unwrap_or_default().to_owned(),
        body: message.body_text(0).unwrap_or_default().into_owned(),
        raw: raw.to_owned(),
    }
}

/// One browser. It follows no redirects unless told to, and fills form tokens
/// in from the page it saw last, as a person's browser does.
pub struct Visitor<'s> {
    site: &'s TestSite,
    cookies: Cookies,
    last: Option<Response>,
    origin: Option<String>,
    headers: Vec<(String, String)>,
    ip: [u8; 4],
}

impl Visitor<'_> {
    /// Sends this header with every request.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends another `Origin`, or none.
    pub fn with_origin(mut self, origin: Option<&str>) -> Self {
        self.origin = origin.map(str::to_owned);
        self
    }

    /// Comes from another network.
    pub fn from_ip(mut self, ip: [u8; 4]) -> Self {
        self.ip = ip;
        self
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.value(name)
    }

    /// Sets a cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.set(name, value);
    }

    /// Reads a page.
    pub fn get(&mut self, path: &str) -> Response {
        self.send("GET", path, None, Vec::new())
    }

    /// Reads a page, following redirects within the site.
    pub fn open(&mut self, path: &str) -> Response {
        let mut response = self.get(path);
        for _ in 0..5 {
            let Some(next) = response.header("location").map(ToOwned::to_owned) else { break };
            response = self.get(next.split('#').next().unwrap_or_default());
        }
        response
    }

    /// Sends a form with the token of the page seen last; opens `path` first
    /// when that page had none.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let token = self.token();
        let mut fields = fields.to_vec();
        fields.push(("_form", &token));
        self.post_raw(path, &fields)
    }

    /// Sends a form and goes where it leads.
    pub fn post_and_follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let response = self.post(path, fields);
        match response.header("location").map(ToOwned::to_owned) {
            Some(next) => self.open(next.split('#').next().unwrap_or_default()),
            None => response,
        }
    }

    /// The token of the page seen last, or of the front page.
    pub fn token(&mut self) -> String {
        let seen = self.last.as_ref().and_then(|page| page.field_value("_form"));
        seen.unwrap_or_else(|| {
            let page = self.get("/sign-in");
            page.field_value("_form")
                .or_else(|| self.get("/").field_value("_form"))
                .unwrap_or_default()
        })
    }

    /// Sends a form as it stands, without adding a token.
    pub fn post_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, Some("application/x-www-form-urlencoded"), body.into_bytes())
    }

    /// Sends a form with files, with the token of the page seen last.
    pub fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[Upload<'_>],
    ) -> Response {
        let token = self.token();
        let mut fields = fields.to_vec();
        fields.push(("_form", &token));
        let (kind, body) = encode_upload(&fields, files);
        self.send("POST", path, Some(&kind), body)
    }

    /// Follows what a page hears while it is open.
    pub fn listen(&mut self, path: &str) -> Listener {
        let request = self.request("GET", path, None, Vec::new());
        let router = self.site.router.clone();
        let body = self.site.wait_for(async move {
            let response = router.oneshot(request).await.expect("an answer");
            assert!(is_line(response.headers()), "{}", response.status());
            response.into_body()
        });
        let handle = self.site.runtime().handle().clone();
        Listener { handle, body, heard: String::new() }
    }

    /// Sends any request.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        kind: Option<&str>,
        body: Vec<u8>,
    ) -> Response {
        let request = self.request(method, path, kind, body);
        let router = self.site.router.clone();
        let response = self.site.wait_for(async move {
            let response = router.oneshot(request).await.expect("an answer");
            let (parts, body) = response.into_parts();
            let body = match is_line(&parts.headers) {
                // It would not end before the site does.
                true => Vec::new(),
                false => body.collect().await.expect("a body").to_bytes().to_vec(),
            };
            Response {
                status: parts.status.as_u16(),
                headers: parts.headers,
                body,
                path: String::new(),
            }
        });
        for cookie in response.headers.get_all("set-cookie") {
            self.cookies.take(&String::from_utf8_lossy(cookie.as_bytes()));
        }
        let response = Response { path: path.to_owned(), ..response };
        if response.header("location").is_none() {
            self.last = Some(response.clone());
        }
        response
    }

    fn request(
        &self,
        method: &str,
        path: &str,
        kind: Option<&str>,
        body: Vec<u8>,
    ) -> axum::http::Request<Body> {
        let mut request = axum::http::Request::builder()
            .method(method)
            .uri(path)
            .header("host", "kafferum.test")
            .extension(ConnectInfo(SocketAddr::from((self.ip, 4000))));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(kind) = kind {
            request = request.header("content-type", kind);
        }
        if let Some(cookies) = self.cookies.header() {
            request = request.header("cookie", cookies);
        }
        if let (Some(origin), "POST") = (&self.origin, method) {
            request = request.header("origin", origin);
        }
        request.body(Body::from(body)).expect("a request")
    }
}

fn is_line(headers: &axum::http::HeaderMap) -> bool {
    headers.get("content-type").is_some_and(|kind| kind == "text/event-stream")
}

/// An open page that hears what is new.
pub struct Listener {
    handle: tokio::runtime::Handle,
    body: Body,
    heard: String,
}

impl Listener {
    /// Whether something waits to be read, or the line was hung up.
    pub fn has_news(&mut self) -> bool {
        let mut cx = Context::from_waker(Waker::noop());
        let Poll::Ready(frame) = Pin::new(&mut self.body.frame()).poll(&mut cx) else {
            return false;
        };
        if let Some(frame) = frame {
            let bytes = frame.expect("a line").into_data().expect("an event");
            self.heard.push_str(std::str::from_utf8(&bytes).expect("text"));
        }
        true
    }

    /// Waits for the next event: its kind and its number. None when the line
    /// was hung up.
    pub fn hear(&mut self) -> Option<(String, i64)> {
        loop {
            if let Some((block, rest)) = self.heard.split_once("\n\n") {
                let event = read_event(block);
                self.heard = rest.to_owned();
                match event {
                    Some(event) => return Some(event),
                    None => continue,
                }
            }
            let frame = self.handle.block_on(self.body.frame())?;
            let bytes = frame.expect("a line").into_data().expect("an event");
            self.heard.push_str(std::str::from_utf8(&bytes).expect("text"));
        }
    }
}

fn read_event(block: &str) -> Option<(String, i64)> {
    let (kind, number) = block.strip_prefix("event: ")?.split_once("\ndata: ")?;
    Some((kind.to_owned(), number.parse().expect("a number")))
}

/// Makes each test twice like [`on_both!`]; the body gets an [`On`] and opens
/// its own site.
#[macro_export]
macro_rules! on_each {
    ($($(#[$attribute:meta])* fn $name:ident($on:ident) $body:block)*) => {
        mod sqlite {
            $($(#[$attribute])* #[test] fn $name() {
                super::$name($crate::site::On::Sqlite);
            })*
        }
        mod postgres {
            $($(#[$attribute])* #[test] fn $name() {
                super::$name($crate::site::On::Postgres);
            })*
        }
        $(fn $name($on: $crate::site::On) $body)*
    };
}

/// Makes each test twice: `sqlite::name` and `postgres::name`. The body gets
/// a [`TestSite`] under the given name.
#[macro_export]
macro_rules! on_both {
    ($($(#[$attribute:meta])* fn $name:ident($site:ident) $body:block)*) => {
        mod sqlite {
            #[allow(unused_imports)]
            use super::*;
            $($(#[$attribute])* #[test] fn $name() {
                super::$name($crate::site::TestSite::start($crate::site::On::Sqlite));
            })*
        }
        mod postgres {
            #[allow(unused_imports)]
            use super::*;
            $($(#[$attribute])* #[test] fn $name() {
                super::$name($crate::site::TestSite::start($crate::site::On::Postgres));
            })*
        }
        $(#[allow(clippy::needless_pass_by_value)]
        fn $name($site: $crate::site::TestSite) $body)*
    };
}
