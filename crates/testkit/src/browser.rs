//! A real Chromium, driven in sentences: `open`, `fill`, `press`, `see`.
//!
//! What a sentence names is what a person sees: the label of a field, the
//! text of a button or a link. A text is matched whole first, then as a
//! beginning, then as a part; a match of several things is a failure, never
//! a guess. Each sentence waits until what it names is there, so that pages
//! which change themselves need no pauses in tests.
//!
//! All of it works with the page's JavaScript switched off as well, and
//! under any Content-Security-Policy: WebDriver's own scripts come from
//! outside the page.

mod accessibility;
mod departure;
mod driver;
mod finding;
mod start;

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use self::departure::Departure;
use self::driver::Driver;
pub use self::driver::{Programs, programs};
use self::finding::{Match, Wanted};
pub use self::start::Start;
use crate::Trouble;
use crate::runtime::wait_for;

/// How long a sentence waits for what it names.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser window with a profile of its own. It closes when dropped.
pub struct Browser {
    driver: Driver,
    site: String,
}

impl Browser {
    /// A browser for the site at this address, such as
    /// `http://127.0.0.1:8080`; say how it should be, then [`Start::start`].
    pub fn at(site: &str) -> Start {
        Start::new(site)
    }

    /// Opens a page of the site and waits until it is loaded.
    #[track_caller]
    pub fn open(&self, path: &str) {
        let address = format!("{}{path}", self.site);
        if let Err(error) = wait_for(self.client().goto(&address)) {
            panic!("{address} can't be opened: {error}");
        }
    }

    /// Types into the field with this label, in place of what it held. In a
    /// list it picks the entry with this text.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        let field = self.the_one(&Wanted::Field(label), None);
        let filled = match self.must(wait_for(field.tag_name())).as_str() {
            "select" => self.pick_entry(&field, text),
            "input" if self.takes_no_typing(&field) => self.set_value(&field, text),
            _ => wait_for(async {
                field.clear().await?;
                field.send_keys(text).await
            }),
        };
        self.must(filled);
    }

    /// Chooses the radio button or ticks the box with this label.
    #[track_caller]
    pub fn choose(&self, label: &str) {
        self.make_chosen(&Wanted::Field(label), label, true);
    }

    /// Takes the tick out of the box with this label.
    #[track_caller]
    pub fn unchoose(&self, label: &str) {
        self.make_chosen(&Wanted::Field(label), label, false);
    }

    /// Chooses the answer with this label in the group with this question as
    /// its legend: for pages that ask several questions with "Yes" and "No".
    #[track_caller]
    pub fn answer(&self, question: &str, label: &str) {
        self.make_chosen(&Wanted::Answer(question, label), label, true);
    }

    /// Puts a file into the file field with this label.
    #[track_caller]
    pub fn attach(&self, label: &str, file: &Path) {
        let field = self.the_one(&Wanted::Field(label), None);
        let path = fs::canonicalize(file)
            .unwrap_or_else(|error| panic!("{} can't be attached: {error}", file.display()));
        self.must(wait_for(field.send_keys(&path.to_string_lossy())));
    }

    /// Presses the button with this text and waits for the page that follows.
    #[track_caller]
    pub fn press(&self, text: &str) {
        self.click(&self.the_one(&Wanted::Button(text), None));
    }

    /// Presses the button with this text in the part of the page with this
    /// CSS selector: for lists with the same button in each row.
    #[track_caller]
    pub fn press_within(&self, part: &str, text: &str) {
        self.click(&self.the_one(&Wanted::Button(text), Some(part)));
    }

    /// Follows the link with this text and waits for the page that follows.
    #[track_caller]
    pub fn follow(&self, text: &str) {
        self.click(&self.the_one(&Wanted::Link(text), None));
    }

    /// Follows the link with this text in the part of the page with this CSS
    /// selector.
    #[track_caller]
    pub fn follow_within(&self, part: &str, text: &str) {
        self.click(&self.the_one(&Wanted::Link(text), Some(part)));
    }

    /// Moves the focus on by one, as the Tab key does.
    #[track_caller]
    pub fn press_tab(&self) {
        self.type_into_focus("\u{E004}");
    }

    /// Presses Enter where the focus is, and waits for the page that follows.
    #[track_caller]
    pub fn press_enter(&self) {
        let focus = self.must(wait_for(self.client().active_element()));
        let departure = Departure::prepare(self, &focus);
        self.type_into_focus("\u{E007}");
        departure.settle(self);
    }

    /// The name of what has the focus: its label or its text; of the page
    /// itself `BODY`.
    #[track_caller]
    pub fn focused(&self) -> String {
        let name = self.execute(
            "const e = document.activeElement; \
             if (e === document.body) return 'BODY'; \
             const label = e.labels && e.labels[0] && e.labels[0].innerText; \
             return (e.getAttribute('aria-label') || label || e.innerText || e.value || e.tagName).trim();",
            Vec::new(),
        );
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page shows this text. Panics with the page's text.
    #[track_caller]
    pub fn see(&self, text: &str) {
        let wanted = one_line(text);
        if !self.patiently(|| one_line(&self.text()).contains(&wanted)) {
            self.fail(&format!("The page does not show “{text}”."));
        }
    }

    /// Waits until the part of the page with this CSS selector shows this
    /// text.
    #[track_caller]
    pub fn see_within(&self, part: &str, text: &str) {
        let wanted = one_line(text);
        let shown = |element: &Element| wait_for(element.text()).unwrap_or_default();
        let seen = || {
            let parts = wait_for(self.client().find_all(Locator::Css(part))).unwrap_or_default();
            parts.iter().any(|element| one_line(&shown(element)).contains(&wanted))
        };
        if !self.patiently(seen) {
            self.fail(&format!("No part {part} shows “{text}”."));
        }
    }

    /// Waits until the page does not show this text (any more). Say first
    /// what the page does show, or the page of before may answer.
    #[track_caller]
    pub fn do_not_see(&self, text: &str) {
        let wanted = one_line(text);
        if !self.patiently(|| !one_line(&self.text()).contains(&wanted)) {
            self.fail(&format!("The page shows “{text}”."));
        }
    }

    /// The text that the page shows, line by line.
    pub fn text(&self) -> String {
        let body = async { self.client().find(Locator::Css("body")).await?.text().await };
        // Between two pages there may be no body, or one that goes away.
        wait_for(body).unwrap_or_default()
    }

    /// The text of the first heading of the first level. Panics when there
    /// is none.
    #[track_caller]
    pub fn heading(&self) -> String {
        let heading = async { self.client().find(Locator::Css("h1")).await?.text().await };
        match wait_for(heading) {
            Ok(text) => one_line(&text),
            Err(_) => self.fail("The page has no heading of the first level."),
        }
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.must(wait_for(self.client().title()))
    }

    /// The page's HTML as it stands now.
    #[track_caller]
    pub fn source(&self) -> String {
        self.must(wait_for(self.client().source()))
    }

    /// Path and query of the page.
    #[track_caller]
    pub fn path(&self) -> String {
        let address = self.must(wait_for(self.client().current_url())).to_string();
        address.strip_prefix(&self.site).unwrap_or(&address).to_owned()
    }

    /// Saves a picture of what the window shows as PNG.
    #[track_caller]
    pub fn screenshot(&self, path: impl AsRef<Path>) {
        let picture = self.must(wait_for(self.client().screenshot()));
        save(path.as_ref(), &picture);
    }

    /// Saves a picture of the page from top to bottom as PNG.
    #[track_caller]
    pub fn screenshot_of_whole_page(&self, path: impl AsRef<Path>) {
        save(path.as_ref(), &self.driver.picture_of_whole_page());
    }

    /// Whether the page is wider than the window, so that one would have to
    /// scroll sideways.
    #[track_caller]
    pub fn is_too_wide(&self) -> bool {
        let answer = self.execute(
            "const page = document.documentElement; return page.scrollWidth > page.clientWidth;",
            Vec::new(),
        );
        answer == Value::Bool(true)
    }

    /// Every address outside the site that pages have asked for since the
    /// browser started.
    #[track_caller]
    pub fn requests_to_foreign_hosts(&self) -> Vec<String> {
        let own = |address: &String| {
            address
                .strip_prefix(&self.site)
                .is_some_and(|path| path.is_empty() || path.starts_with(['/', '?', '#']))
        };
        self.driver.requested_addresses().into_iter().filter(|address| !own(address)).collect()
    }

    /// What the browser complained of since it started: script errors,
    /// things that the Content-Security-Policy stopped, missing files.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        self.driver.complaints()
    }

    /// Checks the page with axe-core: WCAG 2.0, 2.1 and 2.2 on the levels A
    /// and AA, and good practice. Panics with the list of violations; `name`
    /// says in it which page this was.
    #[track_caller]
    pub fn accessibility(&self, name: &str) {
        if let Err(list) = accessibility::check(self) {
            panic!("{name}, {}, is not accessible:\n{list}", self.path());
        }
    }

    /// Runs a script in the page, as the body of a function, and returns its
    /// value. It runs also where the page's own scripts don't.
    #[track_caller]
    pub fn execute(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.must(wait_for(self.client().execute(script, arguments)))
    }

    fn client(&self) -> &Client {
        self.driver.client()
    }

    /// Waits for the one thing that is meant.
    #[track_caller]
    fn the_one(&self, wanted: &Wanted<'_>, part: Option<&str>) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match finding::find(self.client(), wanted, part) {
                Match::One(element) => return element,
                Match::Several(count) => self.fail(&format!(
                    "There are {count} of {wanted}; it is not clear which is meant."
                )),
                Match::None if Instant::now() > deadline => {
                    self.fail(&format!("There is no {wanted}."))
                }
                Match::None => thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    #[track_caller]
    fn click(&self, element: &Element) {
        let departure = Departure::prepare(self, element);
        self.must(wait_for(element.click()));
        departure.settle(self);
    }

    #[track_caller]
    fn make_chosen(&self, wanted: &Wanted<'_>, label: &str, chosen: bool) {
        let field = self.the_one(wanted, None);
        if self.must(wait_for(field.is_selected())) == chosen {
            return;
        }
        if wait_for(field.click()).is_err() {
            // Drawn by the page's own style, the control itself may lie
            // hidden under its label, which a person would click.
            let script = "(arguments[0].labels[0] || arguments[0]).click()";
            self.execute(script, vec![json!(field)]);
        }
        if self.must(wait_for(field.is_selected())) != chosen {
            self.fail(&format!("“{label}” does not change when it is clicked."));
        }
    }

    fn pick_entry(&self, list: &Element, text: &str) -> Result<(), CmdError> {
        let entry = finding::entry(text);
        wait_for(async { list.find(Locator::XPath(&entry)).await?.click().await })
    }

    /// Dates, times and colours are typed in the order of the browser's
    /// language, so they are set as a whole.
    fn takes_no_typing(&self, field: &Element) -> bool {
        let kind = wait_for(field.attr("type")).ok().flatten().unwrap_or_default();
        ["date", "time", "datetime-local", "month", "week", "color", "range"]
            .contains(&kind.as_str())
    }

    fn set_value(&self, field: &Element, text: &str) -> Result<(), CmdError> {
        let script = "arguments[0].value = arguments[1]; \
            for (const kind of ['input', 'change']) \
                arguments[0].dispatchEvent(new Event(kind, { bubbles: true }));";
        wait_for(self.client().execute(script, vec![json!(field), json!(text)])).map(|_| ())
    }

    #[track_caller]
    fn type_into_focus(&self, keys: &str) {
        let typing = async { self.client().active_element().await?.send_keys(keys).await };
        self.must(wait_for(typing));
    }

    /// Waits until the condition holds; whether it came to hold.
    fn patiently(&self, condition: impl Fn() -> bool) -> bool {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if condition() {
                return true;
            }
            if Instant::now() > deadline {
                return false;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    #[track_caller]
    fn must<T>(&self, result: Result<T, CmdError>) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("The browser refuses: {error}")),
        }
    }

    #[track_caller]
    fn fail(&self, why: &str) -> ! {
        let address = wait_for(self.client().current_url()).map(String::from).unwrap_or_default();
        panic!("{why}\n--- The page is {address} and shows:\n{}\n---", self.text());
    }
}

fn save(path: &Path, picture: &[u8]) {
    let saved =
        path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, picture));
    saved.unwrap_or_else(|error| panic!("{} can't be written: {error}", path.display()));
}

/// A text without the accidents of layout.
fn one_line(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Start {
    /// Starts the browser. Panics when Chromium or its driver is missing.
    #[track_caller]
    pub fn start(self) -> Browser {
        match self.try_start() {
            Ok(browser) => browser,
            Err(trouble) => panic!("{trouble}"),
        }
    }

    /// Starts the browser, or says why not.
    pub fn try_start(self) -> Result<Browser, Trouble> {
        let driver = Driver::start(&self)?;
        Ok(Browser { driver, site: self.site })
    }
}
