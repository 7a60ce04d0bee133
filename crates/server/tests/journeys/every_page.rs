//! Every page of the demonstration, as those who may see it: accessible, in
//! the right language, within the width of a phone, quiet.
//!
//! The pages are found as a person finds them: from the addresses that need
//! nothing filled in, by following links. A route that nobody finds fails the
//! test, so that a new page can't be forgotten.

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
    let union = Union::open();
    let sights = sights(&union);
    let mut round = Round::begin(&union, "phone", "fi", |browser| browser.on_a_phone());
    round.look_at_all(&sights);
    round.end();
}

/// Pages looked at in one window, one after the other.
struct Round {
    name: &'static str,
    lang: &'static str,
    window: Window,
    /// Title → routes that bear it.
    titles: BTreeMap<String, Vec<&'static str>>,
    troubles: Vec<String>,
    looked_at: usize,
}

impl Round {
    fn begin(union: &Union, name: &'static str, lang: &'static str, how: fn(Start) -> Start) -> Self {
        let window = Window::start(&format!("{name} {lang}"), how(union.browser().speaking(lang)));
        Self { name, lang, window, titles: BTreeMap::new(), troubles: Vec::new(), looked_at: 0 }
    }

    /// The sights stand in groups by who sees them, visitors first.
    fn look_at_all(&mut self, sights: &[Sight]) {
        let mut who = None;
        for sight in sights {
            if sight.who != who {
                who = sight.who;
                self.window.sign_in_as(who.expect("visitors come first"));
                self.window.open(&format!("/language/{}?back=/account", self.lang));
            }
            self.window.open(&sight.path);
            self.look(sight.route, &sight.path, who.unwrap_or("visitor"));
            let title = self.window.title();
            let routes = self.titles.entry(title).or_default();
            if !routes.contains(&sight.route) {
                routes.push(sight.route);
            }
        }
    }

    /// Looks at the page that is open.
    fn look(&mut self, what: &str, path: &str, who: &str) {
        self.looked_at += 1;
        self.take_picture(what, who);
        let name = format!("{path} as {who} in {}", self.lang);
        let checked = catch_unwind(AssertUnwindSafe(|| self.window.accessibility(&name)));
        if let Err(panic) = checked {
            let text = panic.downcast_ref::<String>().cloned().unwrap_or_default();
            self.troubles.push(text);
        }
        if self.window.is_too_wide() {
            self.troubles.push(format!("{name} is too wide for the window"));
        }
        let facts = "return [document.documentElement.lang, document.querySelectorAll('h1').length, \
            document.title.trim().length > 0 && document.title.endsWith(' – Kafferum')]";
        let facts = self.window.execute(facts, Vec::new());
        if facts[0] != self.lang || facts[1] != 1 || facts[2] != true {
            self.troubles.push(format!("{name}: language, headings, title: {facts}"));
        }
    }

    fn take_picture(&self, what: &str, who: &str) {
        let Some(folder) = env::var_os("KAFFERUM_PICTURES") else { return };
        let what = what.replace(['/', '{', '}'], "_");
        let file = format!("{:03}_{what}_{who}.png", self.looked_at);
        let path = PathBuf::from(folder).join(format!("{}-{}", self.name, self.lang)).join(file);
        self.window.screenshot_of_whole_page(path);
    }

    fn end(mut self) {
        self.troubles.extend(self.window.requests_to_foreign_hosts());
        self.troubles.extend(self.window.complaints_but_refusals());
        for (title, routes) in &self.titles {
            if routes.len() > 1 {
                self.troubles.push(format!("several pages are called “{title}”: {routes:?}"));
            }
        }
        eprintln!("{} pages looked at, {} in {}", self.looked_at, self.name, self.lang);
        assert!(self.troubles.is_empty(), "{}", self.troubles.join("\n"));
    }
}
