//! Web push against a push service that keeps what it gets.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kafferum_platform::clock::{DAY, HOUR, MINUTE};
use kafferum_platform::notices::{self, NoticeKind, Pace, Shown};
use kafferum_platform::people::{PersonId, session};
use kafferum_platform::policy::ACCOUNT;
use kafferum_platform::push::Carrier;
use kafferum_platform::site::Parts;
use kafferum_testkit::on_each;
use kafferum_testkit::site::{On, TestSite, Visitor};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey as Signer};
use ring::{aead, hkdf};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::{aino, assert_leads_to, assert_says};

/// Something that one is told of, and that may be gone.
const NEWS: NoticeKind = NoticeKind {
    name: "news",
    label: "notices-title",
    plain: "notices-title",
    pace: Pace::Daily,
    permission: ACCOUNT,
    show: |_, _, _, told| {
        let shown = Shown { text: "notices-title", args: Vec::new(), path: "/".to_owned() };
        Ok((told.thing == "thing:1").then_some(shown))
    },
    words: None,
};

/// Something of which one hears on the site alone.
const QUIET: NoticeKind = NoticeKind { name: "quiet", pace: Pace::Never, ..NEWS };

fn knows_news(parts: &mut Parts) {
    parts.features[0].notices = &[NEWS, QUIET];
}

/// A push service on this computer.
struct Service {
    address: SocketAddr,
    certificate: CertificateDer<'static>,
    got: Receiver<(String, Vec<u8>)>,
    status: Arc<AtomicU16>,
}

impl Service {
    fn start() -> Self {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let certificate = made.cert.der().clone();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .unwrap();
        let status = Arc::new(AtomicU16::new(201));
        let (sender, got) = channel();
        let (address, found) = channel();
        let answers = Arc::clone(&status);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                address.send(listener.local_addr().unwrap()).unwrap();
                let acceptor = TlsAcceptor::from(Arc::new(config));
                while let Ok((stream, _)) = listener.accept().await {
                    serve(&acceptor, stream, &sender, &answers).await;
                }
            });
        });
        Self { address: found.recv().unwrap(), certificate, got, status }
    }

    /// A site that reaches this service.
    fn site(&self, on: On) -> TestSite {
        let certificate = self.certificate.clone();
        TestSite::start_with(on, move |parts| {
            parts.carrier = Carrier::to_here(certificate.clone()).unwrap();
            knows_news(parts);
        })
    }

    fn answer_with(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }

    fn count(&self) -> usize {
        self.got.try_iter().count()
    }
}

async fn serve(
    acceptor: &TlsAcceptor,
    stream: TcpStream,
    sender: &Sender<(String, Vec<u8>)>,
    status: &AtomicU16,
) {
    let Ok(mut stream) = acceptor.accept(stream).await else { return };
    let mut bytes = Vec::new();
    loop {
        let mut some = [0; 4096];
        let count = stream.read(&mut some).await.unwrap_or(0);
        bytes.extend_from_slice(&some[..count]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let length = head.split("content-length: ").nth(1).unwrap();
        let length: usize = length.split("\r\n").next().unwrap().parse().unwrap();
        if bytes.len() >= end + 4 + length {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            sender.send((head, bytes[end + 4..].to_vec())).unwrap();
            break;
        }
    }
    let status = status.load(Ordering::SeqCst);
    let answer = format!(
        "HTTP/1.1 {status} X\r\nlocation: https://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n"
    );
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
}

/// A browser's half of a subscription.
struct Subscriber {
    private: EphemeralPrivateKey,
    public: Vec<u8>,
    auth: [u8; 16],
}

impl Subscriber {
    fn new() -> Self {
        let private = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
        let public = private.compute_public_key().unwrap().as_ref().to_vec();
        Self { private, public, auth: [9; 16] }
    }

    fn subscribe(&self, visitor: &mut Visitor<'_>, endpoint: &str) -> u16 {
        visitor.get("/account/push");
        let (public, auth) =
            (URL_SAFE_NO_PAD.encode(&self.public), URL_SAFE_NO_PAD.encode(self.auth));
        let fields = [("endpoint", endpoint), ("public_key", &public), ("auth", &auth)];
        visitor.post("/account/push", &fields).status
    }

    /// Decrypts a message, once.
    fn open(self, body: &[u8]) -> Vec<u8> {
        let (salt, rest) = body.split_at(16);
        assert_eq!(rest[..5], [0, 0, 16, 0, 65]);
        let (sender, text) = rest[5..].split_at(65);
        let info = [b"WebPush: info\0", self.public.as_slice(), sender];
        let theirs = UnparsedPublicKey::new(&ECDH_P256, sender);
        let base =
            agree_ephemeral(self.private, &theirs, |secret| derive(&self.auth, secret, &info, 32));
        let base = base.unwrap();
        let key = derive(salt, &base, &[b"Content-Encoding: aes128gcm\0"], 16);
        let nonce = derive(salt, &base, &[b"Content-Encoding: nonce\0"], 12);
        let key = aead::UnboundKey::new(&aead::AES_128_GCM, &key).map(aead::LessSafeKey::new);
        let nonce = aead::Nonce::try_assume_unique_for_key(&nonce).unwrap();
        let mut text = text.to_vec();
        let text = key.unwrap().open_in_place(nonce, aead::Aad::empty(), &mut text).unwrap();
        let end = text.iter().rposition(|byte| *byte != 0).unwrap();
        assert_eq!(text[end], 2);
        text[..end].to_vec()
    }
}

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn derive(salt: &[u8], secret: &[u8], info: &[&[u8]], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    let made = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(secret);
    made.expand(info, Length(length)).unwrap().fill(&mut out).unwrap();
    out
}

fn tell(site: &TestSite, person: PersonId, key: &'static str) {
    let now = site.now();
    site.write(move |tx| Ok(notices::tell(tx, person, &NEWS, key, "thing:1", now)?));
    site.settle();
}

on_each! {
    fn a_device_gets_a_message_that_says_nothing_and_only_it_can_read(on) {
        let service = Service::start();
        let site = service.site(on);
        let aino = aino(&site);
        let mut visitor = site.as_person(aino).with_header("user-agent", "Firefox/140 Android");
        let subscriber = Subscriber::new();
        let endpoint = format!("https://{}/send/abc?x=1", service.address);
        assert_eq!(subscriber.subscribe(&mut visitor, &endpoint), 303);
        let page = visitor.get("/account/push");
        assert_says(&page, 200, "Firefox Android");
        assert_says(&page, 200, "tämä laite");

        tell(&site, aino, "notice-1");
        tell(&site, aino, "notice-1");
        let (head, body) = service.got.try_recv().unwrap();
        assert_eq!(service.count(), 0, "told twice");
        assert!(head.starts_with("POST /send/abc?x=1 HTTP/1.1"), "{head}");
        for line in ["content-encoding: aes128gcm", "ttl: 86400", "topic: news"] {
            assert!(head.contains(line), "{head}");
        }
        assert!(!head.to_lowercase().contains("testiliitto") && !head.contains("sign"), "{head}");
        let text = String::from_utf8(subscriber.open(&body)).unwrap();
        assert_eq!(text, r#"{"path":"/notices","title":"Sinulle on jotain uutta"}"#);

        // The push service can see that it is us.
        let (_, token) = head.split_once("authorization: vapid t=").unwrap();
        let (token, rest) = token.split_once(", k=").unwrap();
        let key = URL_SAFE_NO_PAD.decode(rest.lines().next().unwrap()).unwrap();
        let (text, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        Signer::new(&ECDSA_P256_SHA256_FIXED, key).verify(text.as_bytes(), &signature).unwrap();
        let claims = URL_SAFE_NO_PAD.decode(text.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], format!("https://{}", service.address));
        assert_eq!(claims["exp"], (site.now() + 12 * HOUR) / 1000);
    }

    fn a_device_that_is_gone_is_forgotten_and_a_service_that_rests_is_asked_again(on) {
        let service = Service::start();
        let site = service.site(on);
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        let endpoint = format!("https://{}/a", service.address);
        Subscriber::new().subscribe(&mut visitor, &endpoint);
        service.answer_with(503);
        tell(&site, aino, "notice-1");
        assert_eq!(service.count(), 1);
        service.answer_with(201);
        site.pass(2 * MINUTE);
        site.settle();
        assert_eq!(service.count(), 1);
        // What is a day old is no news.
        service.answer_with(429);
        tell(&site, aino, "notice-2");
        site.pass(DAY + HOUR);
        site.settle();
        assert_eq!(service.count(), 1);
        service.answer_with(410);
        tell(&site, aino, "notice-3");
        tell(&site, aino, "notice-4");
        assert_eq!(service.count(), 1);
        assert_says(&visitor.get("/account/push"), 200, "Mikään laite ei vielä kerro");
    }

    fn what_was_seen_or_is_not_theirs_to_see_any_more_is_not_told(on) {
        let service = Service::start();
        let site = service.site(on);
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        Subscriber::new().subscribe(&mut visitor, &format!("https://{}/a", service.address));
        let now = site.now();
        site.write(move |tx| {
            notices::tell(tx, aino, &NEWS, "gone", "thing:2", now)?;
            notices::tell(tx, aino, &NEWS, "withdrawn", "thing:1", now)?;
            notices::withdraw(tx, "withdrawn", now)?;
            notices::tell(tx, aino, &NEWS, "seen", "thing:1", now)?;
            notices::tell(tx, aino, &QUIET, "on the site alone", "thing:1", now)?;
            Ok(notices::see(tx, aino, "thing:1", 0, now)?)
        });
        site.settle();
        assert_eq!(service.count(), 0);
        tell(&site, aino, "new");
        assert_eq!(service.count(), 1);
    }

    fn quiet_hours_are_kept_and_end_with_one_message(on) {
        let service = Service::start();
        let site = service.site(on);
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        Subscriber::new().subscribe(&mut visitor, &format!("https://{}/a", service.address));
        // Ten in the evening; it is quiet from nine to eight.
        site.pass(12 * HOUR);
        for key in ["notice-1", "notice-2", "notice-3"] {
            tell(&site, aino, key);
        }
        site.pass(9 * HOUR);
        site.settle();
        assert_eq!(service.count(), 0, "at seven it is quiet still");
        site.pass(HOUR);
        site.settle();
        assert_eq!(service.count(), 1, "one for all of them");
        // What was read at night is no news in the morning.
        site.pass(14 * HOUR);
        tell(&site, aino, "notice-4");
        let now = site.now();
        site.write(move |tx| Ok(notices::see(tx, aino, "thing:1", 0, now)?));
        site.pass(10 * HOUR);
        site.settle();
        assert_eq!(service.count(), 0);
    }

    fn the_bell_of_an_open_page_rings(on) {
        let site = TestSite::start_with(on, knows_news);
        let (aino, other) = (aino(&site), site.member("Toinen"));
        let mut visitor = site.as_person(aino);
        let mut line = visitor.listen("/live");
        let mut others = site.as_person(other).listen("/live");
        let count = |number| Some(("notices".to_owned(), number));
        assert_eq!((line.hear(), others.hear()), (count(0), count(0)));
        tell(&site, aino, "notice-1");
        assert_eq!(line.hear(), count(1));
        tell(&site, aino, "notice-1");
        tell(&site, aino, "notice-2");
        assert_eq!(line.hear(), count(2));
        let now = site.now();
        site.write(move |tx| Ok(notices::see(tx, aino, "thing:1", 0, now)?));
        assert_eq!(line.hear(), count(0));
        assert!(!others.has_news());
        assert_eq!(site.visitor().get("/live").status, 303);
    }

    fn who_signs_out_or_removes_a_device_is_told_no_more(on) {
        let service = Service::start();
        let site = service.site(on);
        let aino = aino(&site);
        let [mut first, mut second] = [(); 2].map(|()| site.as_person(aino));
        Subscriber::new().subscribe(&mut first, &format!("https://{}/1", service.address));
        Subscriber::new().subscribe(&mut second, &format!("https://{}/2", service.address));
        tell(&site, aino, "notice-1");
        assert_eq!(service.count(), 2);
        let other = site.member("Toinen");
        let page = first.get("/account/push");
        let id = page.field_value("device").unwrap();
        let mut stranger = site.as_person(other);
        stranger.get("/account/push");
        stranger.post("/account/push/remove", &[("device", &id)]);
        tell(&site, aino, "notice-2");
        assert_eq!(service.count(), 2);
        first.get("/account/push");
        assert_leads_to(&first.post("/account/push/remove", &[("device", &id)]), "/account/push");
        tell(&site, aino, "notice-3");
        assert_eq!(service.count(), 1);
        site.write(move |tx| Ok(session::end_all(tx, aino, None)?));
        tell(&site, aino, "notice-4");
        assert_eq!(service.count(), 0);
    }

    fn a_subscription_that_is_none_is_refused_and_our_own_network_is_not_reached(on) {
        let site = TestSite::start_with(on, knows_news);
        let aino = aino(&site);
        let mut visitor = site.as_person(aino);
        for endpoint in ["", "http://push.example/a", "https://localhost/a", "javascript:alert(1)"] {
            assert_eq!(Subscriber::new().subscribe(&mut visitor, endpoint), 400, "{endpoint}");
        }
        let service = Service::start();
        let endpoint = format!("https://{}/a", service.address);
        assert_eq!(Subscriber::new().subscribe(&mut visitor, &endpoint), 303);
        tell(&site, aino, "notice-1");
        assert_eq!(service.count(), 0);
        site.write(move |tx| {
            Ok(tx.execute("DELETE FROM job WHERE kind = 'push'", &[]).map(drop)?)
        });
        let worker = site.visitor().get("/service-worker.js");
        assert_says(&worker, 200, "showNotification");
        assert!(worker.header("content-security-policy").unwrap().contains("worker-src 'self'"));
    }
}
