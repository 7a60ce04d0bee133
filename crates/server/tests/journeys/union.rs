//! A demonstration union for one journey, and windows on it.

use std::fs;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;

use kafferum_testkit::browser::{Browser, Start};
use kafferum_testkit::http::HttpClient;
use kafferum_testkit::process::{Program, Running, free_address};
use serde_json::json;
use tempfile::TempDir;

/// Whether the pages' scripts run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// At a desk.
    On,
    /// And on a cheap phone.
    Off,
}

/// The program with a fresh folder.
pub struct Union {
    // Ended before its folder goes.
    program: Running,
    folder: TempDir,
    address: String,
}

impl Union {
    pub fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the demonstration");
        let address = free_address();
        let program = Self::start(&folder, &address);
        Self { program, folder, address }
    }

    fn start(folder: &TempDir, address: &str) -> Running {
        Program::kafferum()
            .arg("demo")
            .arg("--data")
            .arg(folder.path())
            .args(["--listen", address])
            .start(address)
    }

    /// Ends the program, does something while it is away, with the address that
    /// nobody answers at, and starts it again with what it had.
    pub fn away(self, meanwhile: impl FnOnce(&str)) -> Self {
        let Self { program, folder, address } = self;
        program.kill();
        meanwhile(&address);
        Self { program: Self::start(&folder, &address), folder, address }
    }

    /// A Finnish visitor's window; the name is that of its picture.
    pub fn window(&self, name: &str, scripts: Scripts) -> Window {
        let browser = self.browser().speaking("fi");
        let browser = match scripts {
            Scripts::On => browser,
            Scripts::Off => browser.on_a_phone().without_javascript(),
        };
        Window::start(&format!("{name}, scripts {scripts:?}"), browser)
    }

    /// A browser on the union, to be told more about before it starts.
    pub fn browser(&self) -> Start {
        Browser::at(&self.program.url())
    }

    /// Somebody without a browser.
    pub fn visitor(&self) -> HttpClient {
        self.program.visitor().with_header("accept-language", "fi")
    }

    /// A person of the demonstration without a browser, signed in by its panel.
    #[track_caller]
    pub fn signed_in(&self, pseudonym: &str) -> HttpClient {
        let mut client = self.visitor();
        let panel = client.get("/demo");
        let text = panel.text();
        let (before, _) = text
            .split_once(&format!(">{pseudonym}</button>"))
            .unwrap_or_else(|| panic!("{pseudonym} is not in the panel"));
        let number = before.rsplit("value=\"").next().unwrap_or_default().trim_end_matches('"');
        let token = panel.field_value("_form").unwrap_or_default();
        let response = client.post("/demo/sign-in", &[("_form", &token), ("who", number)]);
        assert_eq!(response.status, 303, "{}", response.text());
        client
    }
}

/// A browser that leaves a picture behind when its test fails.
pub struct Window {
    name: String,
    browser: Browser,
}

/// The rows of the page of mails to an address and with a subject.
const ROWS: &str = "return [...document.querySelectorAll('tbody tr')].filter(row => \
    row.cells[1].innerText.trim() === arguments[0] && row.cells[2].innerText.trim() === arguments[1])";

impl Deref for Window {
    type Target = Browser;
    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Window {
    pub fn start(name: &str, browser: Start) -> Self {
        Self { name: name.to_owned(), browser: browser.start() }
    }

    /// Signs in as a person of the demonstration, by its panel.
    #[track_caller]
    pub fn sign_in_as(&self, pseudonym: &str) {
        self.open("/demo");
        self.press_within("main", pseudonym);
        assert_eq!(self.path(), "/", "{}", self.text());
    }

    /// Moves the union's clock by its panel: 1, 14 or 30 days.
    #[track_caller]
    pub fn pass_days(&self, days: u32) {
        self.open("/demo");
        let unit = if days == 1 { "päivä" } else { "päivää" };
        self.press_within("main", &format!("+{days} {unit}"));
        self.see("Kello on siirretty");
    }

    /// Waits for a mail with this subject to this address, opens it and
    /// returns its text. What a form causes is sent in the background.
    #[track_caller]
    pub fn open_mail(&self, to: &str, subject: &str) -> String {
        for _ in 0..200 {
            self.open("/demo/mail");
            let script =
                format!("{ROWS}.map(row => row.querySelector('a').getAttribute('href'))[0] || ''");
            let path = self.execute(&script, vec![json!(to), json!(subject)]);
            if let Some(path) = path.as_str().filter(|path| !path.is_empty()) {
                self.open(path);
                return self.text();
            }
        }
        panic!("no mail “{subject}” to {to}:\n{}", self.text());
    }

    /// How many mails with this subject went to this address.
    pub fn count_mails(&self, to: &str, subject: &str) -> u64 {
        self.open("/demo/mail");
        let count = self.execute(&format!("{ROWS}.length"), vec![json!(to), json!(subject)]);
        count.as_u64().expect("a number of mails")
    }

    /// Goes to where a page leads without a click, and sees what it says.
    #[track_caller]
    pub fn open_and_see(&self, path: &str, text: &str) {
        self.open(path);
        self.see(text);
    }

    /// What a page should never have done by the end of a journey.
    #[track_caller]
    pub fn must_have_kept_quiet(&self) {
        assert_eq!(self.requests_to_foreign_hosts(), Vec::<String>::new());
        assert_eq!(self.complaints_but_refusals(), Vec::<String>::new());
    }

    /// The browser tells of every answer from 400 up; pages give those on
    /// purpose, to forms with mistakes and at closed doors.
    pub fn complaints_but_refusals(&self) -> Vec<String> {
        let mut complaints = self.complaints();
        complaints.retain(|text| !text.contains("the server responded with a status of 4"));
        complaints
    }

    fn leave_picture(&self) {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("journeys").join(&self.name);
        let _ = fs::create_dir_all(file.parent().expect("a folder for pictures"));
        let text = format!("{}\n\n{}", self.path(), self.text());
        let _ = fs::write(file.with_extension("txt"), text);
        self.screenshot_of_whole_page(file.with_extension("png"));
        eprintln!("A picture of the window is in {}", file.with_extension("png").display());
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if thread::panicking() {
            // The browser itself may be what failed.
            let _ = catch_unwind(AssertUnwindSafe(|| self.leave_picture()));
        }
    }
}
