//! What bad input gets, in all three languages: a clear sentence, what was
//! typed, and nothing changed. Held for one form of each kind of person: a
//! visitor registers, a member replies and reports, an administrator sets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets the unexpected should stop at once"
)]

use kafferum_platform::policy::Role;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::form::LARGEST;
use kafferum_platform::web::view::escape;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::process::{Program, free_address};
use kafferum_testkit::site::{TestSite, Visitor};

const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

/// A form, who fills it in, and what it changes.
struct Case {
    /// Address of the form, which is also where it is sent.
    path: &'static str,
    /// Prefix of its labels.
    prefix: &'static str,
    /// Every field, filled in well.
    fields: &'static [(&'static str, &'static str)],
    /// The field that is filled in badly, and how much it takes.
    field: &'static str,
    longest: usize,
    is_required: bool,
    /// What it changes, as a number that goes up.
    effect: &'static str,
    who: Who,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Visitor,
    Author,
    Reader,
    Administrator,
}

const CASES: [Case; 4] = [
    Case {
        path: "/register",
        prefix: "membership-register",
        fields: &[
            ("given-name", "Aino Erikoinen"),
            ("family-name", "Kokeilija"),
            ("email", "aino@testi.example"),
            ("phone", "040 123 4567"),
            ("region", "Uusimaa"),
            ("lang", "fi"),
            ("relation", "assistant"),
            ("pseudonym", "Kahvikuppi"),
            ("consent", "yes"),
            ("house-rules", "yes"),
        ],
        field: "given-name",
        longest: 80,
        is_required: true,
        effect: "SELECT COUNT(*) FROM person",
        who: Who::Visitor,
    },
    Case {
        path: "/coffee-room/threads/1/reply",
        prefix: "coffee-room-reply",
        fields: &[("body", "Kuppi erikoista kahvia"), ("audience", "members")],
        field: "body",
        longest: 20_000,
        is_required: true,
        effect: "SELECT COUNT(*) FROM post",
        who: Who::Author,
    },
    Case {
        path: "/coffee-room/threads/1/posts/1/report",
        prefix: "coffee-room-report",
        fields: &[("reason", "other"), ("words", "Kerron erikoisen syyn")],
        field: "words",
        longest: 1000,
        is_required: false,
        effect: "SELECT COUNT(*) FROM report",
        who: Who::Reader,
    },
    Case {
        path: "/admin/settings/union-contact",
        prefix: "admin-setting",
        fields: &[("value", "Erikoisten liitto")],
        field: "value",
        longest: 500,
        is_required: true,
        effect: "SELECT COUNT(*) FROM audit WHERE action = 'setting-changed'",
        who: Who::Administrator,
    },
];

/// A site with a thread in it, and one person for each form.
struct Scene<'s> {
    site: &'s TestSite,
    author: kafferum_platform::people::PersonId,
    reader: kafferum_platform::people::PersonId,
    administrator: kafferum_platform::people::PersonId,
}

impl<'s> Scene<'s> {
    fn set(site: &'s TestSite) -> Self {
        site.set("coffee-room-posts-per-minute", "1000000");
        let author = site.member("Aamukaste");
        let mut visitor = site.as_person(author);
        visitor.get("/coffee-room/rooms/1/new");
        let fields = [("title", "Kahvitauko"), ("body", "Hyvää huomenta"), ("audience", "members")];
        let answer = visitor.post("/coffee-room/rooms/1/new", &fields);
        assert_eq!(answer.header("location"), Some("/coffee-room/threads/1"));
        Self {
            site,
            author,
            reader: site.member("Iltarusko"),
            administrator: site.staff("Hallitsija", Role::Administrator),
        }
    }

    /// The browser of the one who fills this form in, with the form open.
    fn visitor(&self, case: &Case, lang: Lang) -> Visitor<'s> {
        let person = match case.who {
            Who::Visitor => None,
            Who::Author => Some(self.author),
            Who::Reader => Some(self.reader),
            Who::Administrator => Some(self.administrator),
        };
        let mut visitor = match person {
            None => self.site.visitor().with_header("accept-language", lang.word()),
            Some(person) => {
                self.site.write(move |tx| {
                    let sql = "UPDATE person SET lang = ?2 WHERE id = ?1";
                    Ok(tx.execute(sql, &[&person, &lang])?)
                });
                self.site.as_person(person)
            }
        };
        assert_eq!(visitor.get(case.path).status, 200);
        visitor
    }

    fn effect(&self, case: &Case) -> i64 {
        let sql = case.effect;
        self.site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
    }

    fn sentence(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        escape(&self.site.site().texts.format(lang, key, args))
    }

    /// For each form in each language: what `send` gets must have this status
    /// and this sentence, and nothing must have changed.
    fn must_refuse(
        &self,
        status: u16,
        key: &str,
        mut send: impl FnMut(&Case, &mut Visitor<'s>) -> Response,
        is_kept: bool,
    ) {
        for case in &CASES {
            for lang in Lang::ALL {
                let mut visitor = self.visitor(case, *lang);
                let before = self.effect(case);
                let answer = send(case, &mut visitor);
                let text = answer.text();
                let place = format!("{} in {lang:?}: {text}", case.path);
                assert_eq!(answer.status, status, "{place}");
                assert!(text.contains(&format!("<html lang=\"{}\">", lang.word())), "{place}");
                let label = self
                    .site
                    .site()
                    .texts
                    .plain(*lang, &format!("{}-{}", case.prefix, case.field))
                    .to_owned();
                let length = (case.longest + 1).to_string();
                let longest = case.longest.to_string();
                let args = [("label", &*label), ("longest", &*longest), ("length", &*length)];
                let sentence = self.sentence(*lang, key, &args);
                assert!(text.contains(&sentence), "no \"{sentence}\" on {place}");
                if is_kept {
                    assert!(text.contains(case.typed()), "not kept on {place}");
                }
                assert_eq!(self.effect(case), before, "{place}");
            }
        }
    }
}

impl Case {
    /// What was typed well into the field that is looked at.
    fn typed(&self) -> &'static str {
        self.fields.iter().find(|(name, _)| *name == self.field).unwrap().1
    }

    /// Every field, with another text in the one that is looked at.
    fn with<'t>(&self, text: &'t str) -> Vec<(&'static str, &'t str)> {
        let replace = |(name, value): &(&'static str, &'static str)| match *name == self.field {
            true => (*name, text),
            false => (*name, *value),
        };
        self.fields.iter().map(replace).collect()
    }

    /// The well filled-in form with its token, as a browser would send it.
    fn body(&self, visitor: &mut Visitor<'_>) -> String {
        let token = visitor.token();
        let mut fields = self.fields.to_vec();
        fields.push(("_form", &token));
        let pairs = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", value.replace(' ', "+").replace('@', "%40")));
        pairs.collect::<Vec<_>>().join("&")
    }
}

fn token_of(visitor: &mut Visitor<'_>, path: &str) -> String {
    visitor.get(path).field_value("_form").unwrap()
}

on_both! {
    fn a_form_from_another_site_or_from_nowhere_is_refused(site) {
        let scene = Scene::set(&site);
        for origin in [Some("https://evil.example"), Some("http://kafferum.test.evil.example"), Some("null"), Some(""), None] {
            scene.must_refuse(403, "form-foreign", |case, visitor| {
                let token = visitor.token();
                let mut fields = case.fields.to_vec();
                fields.push(("_form", &token));
                let session = visitor.cookie("session").map(ToOwned::to_owned);
                let language = case.who == Who::Visitor;
                let mut elsewhere = site.visitor().with_origin(origin);
                if let Some(session) = session {
                    elsewhere.set_cookie("session", &session);
                }
                if language {
                    elsewhere = elsewhere.with_header("accept-language", language_of(visitor));
                }
                elsewhere.post_raw(case.path, &fields)
            }, false);
        }
    }

    fn a_form_without_a_token_of_this_session_is_refused_and_may_be_sent_again(site) {
        let scene = Scene::set(&site);
        let other = site.member("Kolmas");
        let of_another = token_of(&mut site.as_person(other), "/account/pseudonym");
        let of_nobody = token_of(&mut site.visitor(), "/sign-in");
        for token in [None, Some(""), Some("abc"), Some("ääkköset"), Some(&*of_another), Some(&*of_nobody)] {
            scene.must_refuse(403, "form-out-of-date", |case, visitor| {
                let mut fields = case.fields.to_vec();
                // A visitor's token is every visitor's: it proves the site.
                let forged = match token {
                    Some(token) if token == of_nobody && case.who == Who::Visitor => Some("x"),
                    token => token,
                };
                fields.extend(forged.map(|token| ("_form", token)));
                visitor.post_raw(case.path, &fields)
            }, true);
        }
        for case in &CASES {
            let mut visitor = scene.visitor(case, Lang::Fi);
            let before = scene.effect(case);
            let page = visitor.post_raw(case.path, case.fields);
            let mut fields = case.fields.to_vec();
            for (name, value) in case.fields {
                assert_eq!(page.field_value(name).as_deref(), Some(*value), "{}", page.text());
            }
            let token = page.field_value("_form").unwrap();
            let again = page.text();
            let again = again.split("<main").nth(1).unwrap().split("name=\"_form\" value=\"").nth(1).unwrap();
            let token = again.split('"').next().map_or(token, ToOwned::to_owned);
            fields.push(("_form", &token));
            assert_eq!(visitor.post_raw(case.path, &fields).status, 303, "{}", case.path);
            assert_eq!(scene.effect(case), before + 1, "{}", case.path);
        }
    }

    fn a_field_that_the_form_does_not_have_is_refused(site) {
        let scene = Scene::set(&site);
        for name in ["role", "person", "__proto__", "_method", ""] {
            scene.must_refuse(400, "form-unknown-field", |case, visitor| {
                let mut fields = case.fields.to_vec();
                fields.push((name, "administrator"));
                visitor.post(case.path, &fields)
            }, true);
        }
    }

    fn a_body_over_the_limit_is_refused(site) {
        let scene = Scene::set(&site);
        scene.must_refuse(413, "form-too-large", |case, visitor| {
            let body = format!("{}&{}={}", case.body(visitor), case.field, "a".repeat(LARGEST));
            visitor.send("POST", case.path, FORM, body.into_bytes())
        }, true);
    }

    fn a_broken_encoding_is_refused(site) {
        let scene = Scene::set(&site);
        for broken in [&b"%ff"[..], b"%C3", b"%ED%A0%80", b"%F5%80%80%80", b"\xff\xfe", b"caf\xe9", b"%c0%80"] {
            scene.must_refuse(400, "form-broken-encoding", |case, visitor| {
                let mut body = case.body(visitor).into_bytes();
                body.extend_from_slice(format!("&{}=", case.field).as_bytes());
                body.extend_from_slice(broken);
                visitor.send("POST", case.path, FORM, body)
            }, true);
        }
    }

    fn half_an_escape_is_text_like_any_other(site) {
        let scene = Scene::set(&site);
        for (number, half) in ["%", "%zz", "100%", "%4"].into_iter().enumerate() {
            let case = &CASES[1];
            let mut visitor = scene.visitor(case, Lang::Fi);
            let token = visitor.token();
            let body = format!("body=puolikas-{number}-{half}&audience=members&_form={token}");
            let answer = visitor.send("POST", case.path, FORM, body.into_bytes());
            assert_eq!(answer.status, 303, "{}", answer.text());
            assert!(visitor.get("/coffee-room/threads/1").text().contains(&format!("puolikas-{number}-{half}<")));
        }
    }

    fn control_characters_and_turned_text_are_refused_and_the_rest_is_kept(site) {
        let scene = Scene::set(&site);
        for odd in ["\0", "\u{7}", "\u{1b}[31m", "\u{7f}", "\u{9b}", "\u{202e}", "\u{2066}", "\u{feff}"] {
            scene.must_refuse(422, "form-odd-characters", |case, visitor| {
                visitor.post(case.path, &case.with(&format!("{odd}{}", case.typed())))
            }, true);
        }
    }

    fn another_content_type_is_refused(site) {
        let scene = Scene::set(&site);
        for kind in [None, Some(""), Some("text/plain"), Some("application/json"), Some("multipart/mixed; boundary=x"), Some("ääää")] {
            scene.must_refuse(415, "form-wrong-kind", |case, visitor| {
                let body = case.body(visitor);
                visitor.send("POST", case.path, kind, body.into_bytes())
            }, false);
        }
    }

    fn a_form_in_parts_that_is_none_is_refused(site) {
        let scene = Scene::set(&site);
        for (case, status) in CASES.iter().zip([415, 400, 415, 415]) {
            let mut visitor = scene.visitor(case, Lang::Fi);
            let before = scene.effect(case);
            let body = case.body(&mut visitor).into_bytes();
            for kind in ["multipart/form-data; boundary=x", "multipart/form-data"] {
                let answer = visitor.send("POST", case.path, Some(kind), body.clone());
                assert_eq!(answer.status, status, "{} {kind}: {}", case.path, answer.text());
            }
            assert_eq!(scene.effect(case), before, "{}", case.path);
        }
    }

    fn what_is_too_long_is_counted_and_kept(site) {
        let scene = Scene::set(&site);
        scene.must_refuse(422, "form-too-long", |case, visitor| {
            let rest = case.longest + 1 - case.typed().chars().count();
            visitor.post(case.path, &case.with(&format!("{}{}", case.typed(), "ä".repeat(rest))))
        }, true);
    }

    fn what_is_missing_is_asked_for(site) {
        let scene = Scene::set(&site);
        for case in CASES.iter().filter(|case| case.is_required) {
            for empty in ["", "   ", "\r\n\t "] {
                let mut visitor = scene.visitor(case, Lang::Sv);
                let before = scene.effect(case);
                let answer = visitor.post(case.path, &case.with(empty));
                assert_eq!(answer.status, 422, "{}", answer.text());
                let label = site.site().texts.plain(Lang::Sv, &format!("{}-{}", case.prefix, case.field)).to_owned();
                let sentence = scene.sentence(Lang::Sv, "form-required", &[("label", &label)]);
                assert!(answer.text().contains(&sentence), "{sentence}: {}", answer.text());
                assert_eq!(scene.effect(case), before);
            }
        }
    }

    fn a_form_sent_twice_has_one_effect_and_one_answer(site) {
        let scene = Scene::set(&site);
        for case in &CASES {
            let mut visitor = scene.visitor(case, Lang::En);
            let before = scene.effect(case);
            let token = visitor.token();
            let mut fields = case.fields.to_vec();
            fields.push(("_form", &token));
            let answers: Vec<Option<String>> = (0..3)
                .map(|_| visitor.post_raw(case.path, &fields).header("location").map(ToOwned::to_owned))
                .collect();
            assert!(answers[0].is_some(), "{}", case.path);
            assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
            assert_eq!(scene.effect(case), before + 1, "{}", case.path);
        }
    }

    fn a_form_sent_many_times_at_once_has_one_effect(site) {
        let scene = Scene::set(&site);
        for case in &CASES {
            let mut visitor = scene.visitor(case, Lang::En);
            let before = scene.effect(case);
            let token = visitor.token();
            let session = visitor.cookie("session").map(ToOwned::to_owned);
            let mut fields = case.fields.to_vec();
            fields.push(("_form", &token));
            std::thread::scope(|scope| {
                for _ in 0..8 {
                    let (site, session, fields) = (&site, session.clone(), &fields);
                    scope.spawn(move || {
                        let mut visitor = site.visitor();
                        if let Some(session) = &session {
                            visitor.set_cookie("session", session);
                        }
                        assert_eq!(visitor.post_raw(case.path, fields).status, 303);
                    });
                }
            });
            assert_eq!(scene.effect(case), before + 1, "{}", case.path);
        }
    }

    fn odd_cookies_and_headers_make_a_visitor(site) {
        Scene::set(&site);
        let long = "A".repeat(20_000);
        for value in ["", "x", "....", "%ff", "=;=", "\"", &long] {
            let mut visitor = site.visitor();
            for cookie in ["session", "device", "lang", "flash", "__Host-session", "muu"] {
                visitor.set_cookie(cookie, value);
            }
            for path in ["/", "/register", "/sign-in", "/databank"] {
                assert_eq!(visitor.get(path).status, 200, "{path} {value}");
            }
            assert_eq!(visitor.get("/coffee-room").status, 303, "{value}");
        }
        for (name, value) in [
            ("accept-language", "xx-yy;q=nan,,,;q=,*;q=-1"),
            ("accept-language", long.as_str()),
            ("accept-encoding", "br;q=2,zstd;q=x"),
            ("range", "bytes=9-1"),
            ("if-none-match", "\"x"),
            ("x-forwarded-for", "999.1.1.1, ,x"),
            ("content-length", "abc"),
            ("sec-fetch-site", "cross-site"),
        ] {
            let mut visitor = site.visitor().with_header(name, value);
            assert_eq!(visitor.get("/").status, 200, "{name}: {value}");
        }
    }

    fn who_opens_the_address_of_a_form_is_led_to_its_page(site) {
        let mut visitor = site.visitor();
        for (path, page) in [("/recognise/account", "/recognise"), ("/sign-out", "/")] {
            let answer = visitor.get(path);
            assert_eq!((answer.status, answer.header("location")), (303, Some(page)), "{path}");
        }
    }

    fn a_method_that_a_page_does_not_know_is_refused_politely(site) {
        let scene = Scene::set(&site);
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
            for path in ["/", "/register", "/coffee-room/threads/1", "/coffee-room/threads/1/reply"] {
                let mut visitor = site.as_person(scene.author);
                let answer = visitor.send(method, path, FORM, b"body=x".to_vec());
                assert_eq!(answer.status, 405, "{method} {path}: {}", answer.text());
                assert!(answer.text().contains("<html lang="), "{method} {path}");
            }
        }
        for path in ["/", "/coffee-room/threads/1"] {
            let answer = site.as_person(scene.author).send("POST", path, FORM, Vec::new());
            assert_eq!(answer.status, 405, "POST {path}");
        }
        let head = site.visitor().send("HEAD", "/", None, Vec::new());
        assert_eq!((head.status, head.body.len()), (200, 0));
    }

    fn an_address_that_leads_nowhere_says_so(site) {
        let scene = Scene::set(&site);
        let registrar = site.staff("Rekisteri", Role::Registrar);
        let long = format!("/{}", "a".repeat(8000));
        let long_number = format!("/coffee-room/threads/{}", "9".repeat(4000));
        let mut checked = 0;
        for (person, paths) in [
            (scene.author, &[
                "/coffee-room/threads/abc",
                "/coffee-room/threads/99999999999999999999",
                "/coffee-room/threads/9223372036854775807",
                "/coffee-room/threads/-1",
                "/coffee-room/threads/0",
                "/coffee-room/threads/1.0",
                "/coffee-room/threads/%31%00",
                "/coffee-room/threads/%ff",
                "/coffee-room/threads/1%20OR%201=1",
                "/coffee-room/threads/1/",
                "/coffee-room/threads//1",
                "/coffee-room/threads/1/posts/0",
                "/coffee-room/threads/1/posts/99",
                "/coffee-room/threads/1/posts/9223372036854775807",
                "/coffee-room/threads/1/posts/-9223372036854775808",
                "/coffee-room/threads/1?page=0",
                "/coffee-room/threads/1?page=-1",
                "/coffee-room/threads/1?page=2",
                "/coffee-room/threads/1?page=abc",
                "/coffee-room/threads/1?page=99999999999999999999",
                "/coffee-room/threads/1?page=9223372036854775807",
                "/coffee-room/threads/1?page=-9223372036854775808",
                "/coffee-room/rooms/99",
                "/coffee-room/rooms/x/new",
                "/databank/..%2f..%2fetc%2fpasswd",
                "/databank/%00",
                "/databank/fi/%ff%fe",
                "/assets/x/../../kafferum.sqlite",
                "/assets/%2e%2e/kafferum.css",
                "/.git/config",
                "/wp-login.php",
                "/;",
                "//",
                &*long,
                &*long_number,
            ][..]),
            (registrar, &[
                "/registrar/applications/0",
                "/registrar/applications/x",
                "/registrar/applications/99999999999999999999",
                "/registrar/people/9223372036854775807",
                "/registrar/letters/7/pdf",
                "/registrar/roll/7",
                "/registrar/roll/x/report.csv",
            ][..]),
            (scene.administrator, &[
                "/admin/settings/nothing",
                "/admin/settings/%00",
                "/admin/settings/union-name%27",
            ][..]),
        ] {
            for path in paths {
                let answer = site.as_person(person).get(path);
                assert_eq!(answer.status, 404, "{path}: {}", answer.text());
                assert!(answer.text().contains("Tätä sivua ei ole"), "{path}: {}", answer.text());
                checked += 1;
            }
        }
        assert_eq!(checked, 45);
        // What can be left out is left out, whatever it says.
        for path in ["/registrar/applications?from=x&state=%00", "/registrar/people?after=x"] {
            assert_eq!(site.as_person(registrar).get(path).status, 200, "{path}");
        }
        for path in ["/?a=%ff", "/sign-in?next=//evil.example", "/sign-in?next=%00", "/register?next=%ff&next=join"] {
            assert_eq!(site.visitor().get(path).status, 200, "{path}");
        }
    }

    fn cruel_markdown_is_shown_as_harmless_text(site) {
        let scene = Scene::set(&site);
        let case = &CASES[1];
        let mut visitor = scene.visitor(case, Lang::Fi);
        let plain = visitor.get("/coffee-room/threads/1").text();
        let scripts = plain.matches("<script").count();
        for (name, cruel) in cruelties() {
            assert!(cruel.chars().count() <= 20_000, "{name}");
            let token = token_of(&mut visitor, case.path);
            let fields = [("body", &*cruel), ("audience", "members"), ("_form", &*token)];
            let answer = visitor.post_raw(case.path, &fields);
            assert!(matches!(answer.status, 303 | 422), "{name}: {}", answer.status);
            if answer.status == 422 {
                assert!(answer.text().len() < 400_000, "{name}");
                continue;
            }
            let path = answer.header("location").unwrap().to_owned();
            let page = visitor.get(path.split('#').next().unwrap());
            assert_eq!(page.status, 200, "{name}");
            let text = page.text();
            let post = text.rsplit("<div class=\"post-body prose\">").next().unwrap();
            let post = post.split("<footer class=\"post-foot\">").next().unwrap();
            assert!(post.len() < 200_000, "{name} became {} bytes", post.len());
            assert_eq!(text.matches("<script").count(), scripts, "{name}");
            must_be_harmless(name, post);
            // Each begins a page of its own, so that pages stay comparable.
            site.write(|tx| {
                tx.execute("DELETE FROM post WHERE position > 1", &[])?;
                tx.execute("UPDATE thread SET last_position = 1", &[])?;
                Ok(tx.execute("DELETE FROM read_marker", &[])?)
            });
        }
    }
}

fn language_of(visitor: &mut Visitor<'_>) -> &'static str {
    let page = visitor.get("/register").text();
    let lang =
        Lang::ALL.iter().find(|lang| page.contains(&format!("<html lang=\"{}\">", lang.word())));
    lang.unwrap().word()
}

/// Tags, attributes and addresses are known good ones; quotation marks inside
/// of attributes are escaped, so every second piece is a value.
fn must_be_harmless(name: &str, html: &str) {
    const TAGS: [&str; 23] = [
        "p",
        "br",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "a",
        "hr",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        if tag == "/div" {
            continue;
        }
        let pieces: Vec<&str> = tag.split('"').collect();
        let mut words = pieces.iter().step_by(2).flat_map(|piece| piece.split([' ', '=', '\n']));
        let element = words.next().unwrap().trim_start_matches('/');
        assert!(TAGS.contains(&element), "{name}: <{tag}>");
        for attribute in words.filter(|word| !word.is_empty()) {
            assert!(["href", "title", "rel", "start"].contains(&attribute), "{name}: <{tag}>");
        }
        for address in pieces.windows(2).filter(|two| two[0].ends_with("href=")).map(|two| two[1]) {
            let scheme = address.split_once(':').map(|(scheme, _)| scheme);
            let is_known =
                scheme.is_none_or(|scheme| ["https", "http", "mailto", "tel"].contains(&scheme));
            assert!(is_known, "{name}: <{tag}>");
        }
    }
}

fn cruelties() -> Vec<(&'static str, String)> {
    let many = |text: &str, count: usize| text.repeat(count);
    vec![
        ("script", "<script>alert(1)</script>".to_owned()),
        ("script block", "\n<script>\nalert(1)\n</script>\n".to_owned()),
        ("broken script", "<scr<script>ipt>alert(1)</scr</script>ipt>".to_owned()),
        ("image", "![x](https://evil.example/spy.png)".to_owned()),
        ("raw image", "<img src=x onerror=alert(1)>".to_owned()),
        ("svg", "<svg/onload=alert(1)><style>*{}</style>".to_owned()),
        ("javascript link", "[x](javascript:alert(1))".to_owned()),
        (
            "escaped javascript link",
            "[x](&#106;avascript:alert(1)) [y](java\tscript:alert(1))".to_owned(),
        ),
        ("odd javascript link", "[x](<JaVaScRiPt:alert(1)>) <javascript:alert(1)>".to_owned()),
        ("data link", "[x](data:text/html;base64,PHNjcmlwdD4=)".to_owned()),
        ("quote in title", "[x](https://a.example 'a\" onmouseover=\"alert(1)')".to_owned()),
        ("quote in address", "[x](https://a.example/\"onmouseover=alert(1)//)".to_owned()),
        ("reference", "[x]\n\n[x]: javascript:alert(1)".to_owned()),
        ("end of the page", "</div></article></main></body></html>".to_owned()),
        ("comment", "<!-- --><!-- <script> -->-->".to_owned()),
        ("template", "{{ page.title }} {% raw %} ${7*7} <%= 7*7 %>".to_owned()),
        ("heading with class", "# x {.class #id onclick=alert(1)}".to_owned()),
        ("code fence", "```<script>\n</code></pre><script>alert(1)</script>\n```".to_owned()),
        ("entities", "&lt;script&gt; &#x3c;script&#x3e; &NotAnEntity;".to_owned()),
        ("deep quotes", many(">", 19_999)),
        ("deep quotes with words", format!("{}x", many("> ", 9_999))),
        ("deep lists", format!("{}x", many("- ", 9_999))),
        ("deep brackets", many("[", 19_999)),
        ("deep images", many("![", 9_999)),
        ("half links", many("[a](", 4_999)),
        ("closed links", format!("{}{}", many("[", 5_000), many("](x)", 3_700))),
        ("stars", many("*", 19_999)),
        ("stars and words", many("*a ", 6_666)),
        ("stars both ways", many("a**b", 4_999)),
        ("mixed emphasis", many("*_a_* **_b", 1_999)),
        ("backticks", (1..190).map(|n| "`".repeat(n) + "x").collect::<String>()),
        ("tildes", many("~~a", 6_666)),
        ("angle brackets", many("<", 19_999)),
        ("open tags", many("<a ", 6_666)),
        ("open comments", many("<!--", 4_999)),
        ("open declarations", many("<!A ", 4_999)),
        ("open processing", many("<?", 9_999)),
        ("ampersands", many("&", 19_999)),
        ("backslashes", many("\\", 19_999)),
        ("rules", many("---\n", 4_999)),
        ("headings", many("# a\n", 4_999)),
        ("line ends", format!("a{}b", many("\n", 19_000))),
        ("paragraphs", many("a\n\n", 6_666)),
        (
            "a table with more cells than letters",
            format!("{}\n{}\n{}", many("|a", 3_000), many("|-", 3_000), many("|\n", 3_000)),
        ),
        (
            "a link used a thousand times",
            format!("{}\n\n[a]: https://a.example/{}", many("[a] ", 2_400), many("a", 9_000)),
        ),
        (
            "a chain of definitions",
            (0..1_000).map(|n| format!("[{n}]: /{n}\n")).collect::<String>(),
        ),
        ("definitions without end", many("[a]: ", 3_999)),
        ("footnotes", many("[^1]: x\n", 2_400)),
        ("marks upon marks", format!("a{}", many("\u{301}", 19_000))),
        ("joined people", many("👩\u{200d}", 9_999)),
        ("one long word", many("ä", 20_000)),
        ("private letters", many("\u{e000}\u{fffd}", 5_000)),
    ]
}

#[test]
fn headers_without_end_do_not_reach_the_program_and_the_next_person_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let address = free_address();
    let running = Program::at(env!("CARGO_BIN_EXE_kafferum"))
        .args(["demo", "--listen", &address, "--data"])
        .arg(folder.path())
        .start(&address);
    for size in [100_000, 1_000_000] {
        let long = "a".repeat(size);
        let cookie = format!("session={long}");
        for (name, value) in [("cookie", &cookie), ("x-long", &long), ("accept-language", &long)] {
            let mut client = running.visitor();
            let headers = [(name, value.as_str())];
            // Refused, or served as to anybody; or the line is cut.
            if let Ok(answer) = client.send("GET", "/", &headers, Vec::new()) {
                assert!(matches!(answer.status, 200 | 431), "{}", answer.status);
            }
        }
        let path = format!("/{long}");
        if let Ok(answer) = running.visitor().send("GET", &path, &[], Vec::new()) {
            assert!(matches!(answer.status, 404 | 414 | 431), "{}", answer.status);
        }
        assert_eq!(running.visitor().get("/").status, 200);
    }
    let body = vec![b'a'; 5_000_000];
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    if let Ok(answer) = running.visitor().send("POST", "/sign-in", &kind, body) {
        assert_eq!(answer.status, 413);
    }
    assert_eq!(running.visitor().get("/").status, 200);
    let (status, output) = running.terminate();
    assert!(status.success() && !output.contains("panicked"), "{output}");
}
