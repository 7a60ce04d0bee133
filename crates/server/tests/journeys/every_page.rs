//! Every page of the demonstration, as those who may see it: accessible, in
//! the right language, within the width of the window, quiet; and every form
//! with the mistakes of somebody who sends it empty.
//!
//! The pages are found as a person finds them, by following links. A route
//! that nobody finds fails the test, so that a new page can't be forgotten.

mod found;

use std::collections::BTreeMap;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use found::{Sight, sights};
use kafferum_testkit::browser::Start;

use crate::union::{Union, Window};

#[test]
fn every_page_is_accessible_on_a_phone_in_finnish() {
    look_at_every_page("fi");
}

#[test]
fn every_page_is_accessible_on_a_phone_in_swedish() {
    look_at_every_page("sv");
}

#[test]
fn every_page_is_accessible_on_a_phone_in_english() {
    look_at_every_page("en");
}

fn look_at_every_page(lang: &'static str) {
    let union = Union::open();
    let sights = sights(&union);
    let mut round = Round::begin(&union, "phone", lang, Start::on_a_phone);
    round.look_at_all(&sights);
    round.titles_must_differ();
    round.end();
}

#[test]
fn a_third_of_the_pages_is_accessible_on_a_desk_in_english() {
    look_at_some("desk", "en", 0, |browser| browser.sized(1280, 900));
}

#[test]
fn a_third_of_the_pages_is_accessible_on_a_desk_in_the_dark_in_swedish() {
    look_at_some("dark desk", "sv", 1, |browser| browser.sized(1280, 900).in_the_dark());
}

#[test]
fn a_third_of_the_pages_is_accessible_on_a_phone_in_the_dark_in_finnish() {
    look_at_some("dark phone", "fi", 2, |browser| browser.on_a_phone().in_the_dark());
}

fn look_at_some(name: &'static str, lang: &'static str, which: usize, how: fn(Start) -> Start) {
    let union = Union::open();
    let sights = sights(&union);
    let all = env::var_os("KAFFERUM_PICTURES").is_some();
    let some = sights.iter().enumerate().filter(|(index, _)| all || index % 3 == which);
    let some: Vec<Sight> = some.map(|(_, sight)| sight.clone()).collect();
    let mut round = Round::begin(&union, name, lang, how);
    round.look_at_all(&some);
    round.end();
}

/// Forms that refuse to be sent empty, by route or by address.
const FORMS: &[&str] = &[
    "/sign-in",
    "/register",
    "/recognise",
    "/password/forgot",
    "/password/reset/{token}",
    "/account/pseudonym",
    "/account/contact",
    "/account/email",
    "/account/password",
    "/account/erase",
    "/join/application",
    "/coffee-room/follows",
    "/coffee-room/rooms/{room}/new",
    "/coffee-room/threads/{thread}/reply",
    "/coffee-room/threads/{thread}/posts/{number}/edit",
    "/coffee-room/threads/{thread}/posts/{number}/report",
    "/moderation/threads/{thread}",
    "/moderation/threads/{thread}/posts/{number}/hide",
    "/moderation/threads/{thread}/posts/{number}/keep",
    "/moderation/threads/{thread}/posts/{number}/redact",
    "/moderation/threads/{thread}/posts/{number}/author",
    "/moderation/threads/{thread}/move",
    "/moderation/held/{held}/decline",
    "/moderation/appeals/{appeal}",
    "/keeping/rooms/new",
    "/keeping/tags/new",
    "/editor/articles/new",
    "/editor/articles/{slug}/{lang}",
    "/editor/facts/new",
    "/editor/facts/{key}",
    "/editor/facts/{key}/supersede",
    "/registrar/applications",
    "/registrar/letters",
    "/registrar/people/{person}/paper",
    "/registrar/roll",
    "/admin/roles/new",
    "/admin/settings/union-name",
];

/// Pages that are the same for the reader, or the same thing seen by others.
const NAMESAKES: &[[&str; 2]] = &[
    ["/databank/{slug}", "/databank/{slug}/versions/{lang}/{version}"],
    ["/databank/facts", "/editor/facts"],
    ["/recognise/mail", "/register/done"],
    // One form, reached from a post and from a text that waits.
    ["/moderation/held/{held}/author", "/moderation/threads/{thread}/posts/{number}/author"],
    ["/moderation/held/{held}/opinion", "/moderation/threads/{thread}/posts/{number}/opinion"],
];

/// Pages looked at in one window, one after the other.
struct Round {
    name: &'static str,
    lang: &'static str,
    window: Window,
    /// Title → routes that bear it.
    titles: BTreeMap<String, Vec<&'static str>>,
    /// What is wrong → where.
    troubles: BTreeMap<String, Vec<String>>,
    looked_at: usize,
}

impl Round {
    fn begin(
        union: &Union,
        name: &'static str,
        lang: &'static str,
        how: fn(Start) -> Start,
    ) -> Self {
        let window = Window::start(&format!("{name} {lang}"), how(union.browser().speaking(lang)));
        Self {
            name,
            lang,
            window,
            titles: BTreeMap::new(),
            troubles: BTreeMap::new(),
            looked_at: 0,
        }
    }

    /// The sights stand in groups by who sees them, visitors first.
    fn look_at_all(&mut self, sights: &[Sight]) {
        let mut who = None;
        let mut last_form = "";
        for sight in sights {
            if sight.who != who {
                who = sight.who;
                self.window.sign_in_as(who.expect("visitors come first"));
                self.window.open(&format!("/language/{}?back=/accessibility", self.lang));
                self.open_menus();
                self.look("menus", &format!("the menus as {}", who.unwrap_or_default()));
            }
            let name = format!("{} as {}", sight.path, who.unwrap_or("visitor"));
            self.window.open(&sight.path);
            self.look(sight.route, &name);
            let routes = self.titles.entry(self.window.title()).or_default();
            if !routes.contains(&sight.route) {
                routes.push(sight.route);
            }
            let is_form = FORMS.contains(&sight.route) || FORMS.contains(&sight.path.as_str());
            if is_form && last_form != sight.route {
                last_form = sight.route;
                self.send_empty(&name);
                self.look(&format!("{} empty", sight.route), &format!("{name}, sent empty"));
            }
        }
    }

    fn open_menus(&self) {
        let open = "for (const menu of document.querySelectorAll('details')) menu.open = true";
        self.window.execute(open, Vec::new());
    }

    /// Sends the main form of the page with all its fields of text emptied.
    fn send_empty(&mut self, name: &str) {
        let script = "const form = document.querySelector('main form.form'); \
            for (const field of form.querySelectorAll('textarea, input:not([type=hidden], [type=radio], [type=checkbox])')) \
                field.value = ''; \
            return form.querySelector('.actions .btn:not(.quiet)').innerText";
        let button = self.window.execute(script, Vec::new());
        self.window.press_within("main form.form", button.as_str().unwrap_or_default());
        let is_refused = "return document.querySelectorAll('.errors a, .errors li').length > 0";
        if self.window.execute(is_refused, Vec::new()) != true {
            self.note("a form that is sent empty shows no mistakes", name);
        }
    }

    /// Looks at the page that is open.
    fn look(&mut self, what: &str, name: &str) {
        self.looked_at += 1;
        self.take_picture(what, name);
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.window.accessibility(name))) {
            let text = panic.downcast_ref::<String>().map_or("a panic", String::as_str);
            let violation = text.split_once(" is not accessible:\n").map_or(text, |(_, list)| list);
            self.note(violation, name);
        }
        if self.window.is_too_wide() {
            self.note("too wide for the window", name);
        }
        let facts = "return [document.documentElement.lang, \
            document.querySelectorAll('h1').length, document.title.endsWith(' – Kafferum')]";
        let facts = self.window.execute(facts, Vec::new());
        if facts[0] != self.lang || facts[1] != 1 || facts[2] != true {
            self.note(&format!("language, number of first headings, title: {facts}"), name);
        }
    }

    fn note(&mut self, trouble: &str, place: &str) {
        self.troubles.entry(trouble.to_owned()).or_default().push(place.to_owned());
    }

    fn take_picture(&self, what: &str, name: &str) {
        let Some(folder) = env::var_os("KAFFERUM_PICTURES") else { return };
        let who = name.rsplit(" as ").next().unwrap_or_default();
        let file = format!("{:03} {what} {who}.png", self.looked_at).replace(['/', '{', '}'], "_");
        let path = PathBuf::from(folder).join(format!("{}-{}", self.name, self.lang)).join(file);
        self.window.screenshot_of_whole_page(path);
    }

    fn titles_must_differ(&mut self) {
        for (title, routes) in self.titles.clone() {
            let is_known = NAMESAKES.iter().any(|pair| routes == pair);
            let refusals = routes.iter().all(|route| route.contains("no-such"));
            if routes.len() > 1 && !is_known && !refusals {
                self.note(&format!("several pages are called “{title}”"), &routes.join(", "));
            }
        }
    }

    fn end(mut self) {
        for address in self.window.requests_to_foreign_hosts() {
            self.note("asked for from a foreign host", &address);
        }
        for complaint in self.window.complaints_but_refusals() {
            self.note("the browser complains", &complaint);
        }
        println!("{} pages were looked at: {}, {}", self.looked_at, self.name, self.lang);
        let told = |(trouble, places): (&String, &Vec<String>)| {
            format!("{trouble}\n    {} times, as in {}\n", places.len(), places.join("; "))
        };
        let list: String = self.troubles.iter().map(told).collect();
        assert!(list.is_empty(), "{}, {}:\n{list}", self.name, self.lang);
    }
}
