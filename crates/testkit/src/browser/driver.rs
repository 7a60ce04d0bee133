//! Chromium and chromedriver: found, started, asked for what the WebDriver
//! standard leaves out, and ended.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use tokio::time::timeout;

use super::Start;
use crate::guardian::GuardedChild;
use crate::http::HttpClient;
use crate::runtime::wait_for;
use crate::{Trouble, programs as machine};

/// Sandboxing and shared memory are often not to be had in containers, and
/// a test browser should neither call home nor greet the newcomer.
const FLAGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

pub(super) struct Driver {
    client: Client,
    session: String,
    address: String,
    javascript: bool,
    seen: Mutex<Seen>,
    // Ended in this order: the processes first, then the folder they use.
    _process: GuardedChild,
    _output: BufReader<ChildStdout>,
    _profile: TempDir,
}

/// Chromedriver tells each thing once, so what it told is kept.
#[derive(Default)]
struct Seen {
    addresses: Vec<String>,
    complaints: Vec<String>,
}

impl Driver {
    pub(super) fn start(start: &Start) -> Result<Self, Trouble> {
        let Programs { chromium, chromedriver } = programs()?;
        let profile = tempfile::Builder::new()
            .prefix("kafferum-browser-")
            .tempdir()
            .map_err(|error| Trouble::new(format!("No folder for a browser profile: {error}")))?;
        let (process, output, port) = chromedriver_on_a_port(&chromedriver, &profile)?;
        let address = format!("http://127.0.0.1:{port}");
        let wishes = capabilities(start, &chromium, &profile);
        let client = wait_for(
            ClientBuilder::new(HttpConnector::new()).capabilities(wishes).connect(&address),
        )
        .map_err(|error| Trouble::new(format!("Chromium does not start: {error}")))?;
        let session = wait_for(client.session_id()).ok().flatten().unwrap_or_default();
        let driver = Self {
            client,
            session,
            address,
            javascript: start.javascript,
            seen: Mutex::default(),
            _process: process,
            _output: output,
            _profile: profile,
        };
        driver.let_pages_run_scripts(start.javascript);
        Ok(driver)
    }

    /// Whether the pages' own scripts run.
    pub(super) fn javascript(&self) -> bool {
        self.javascript
    }

    /// Switches the pages' scripts on or off. Off, timers don't run either,
    /// and a page that is there already shows what stands in `noscript`.
    pub(super) fn let_pages_run_scripts(&self, run: bool) {
        let wish = json!({
            "cmd": "Emulation.setScriptExecutionDisabled",
            "params": { "value": !run },
        });
        self.ask("goog/cdp/execute", &wish);
    }

    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// The page from top to bottom as PNG.
    pub(super) fn picture_of_whole_page(&self) -> Vec<u8> {
        let wish = json!({
            "cmd": "Page.captureScreenshot",
            "params": { "format": "png", "captureBeyondViewport": true },
        });
        let answer = self.ask("goog/cdp/execute", &wish);
        let picture = answer["data"].as_str().expect("a picture of the page");
        BASE64_STANDARD.decode(picture).expect("a picture in base64")
    }

    /// Every address on the network that pages have asked for so far.
    pub(super) fn requested_addresses(&self) -> Vec<String> {
        let news = self.log("performance");
        let mut seen = self.seen();
        seen.addresses.extend(news.iter().filter_map(requested_address));
        seen.addresses.clone()
    }

    /// Warnings and errors of the browser's console so far.
    pub(super) fn complaints(&self) -> Vec<String> {
        let news = self.log("browser");
        let mut seen = self.seen();
        let grave =
            news.iter().filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        seen.complaints
            .extend(grave.filter_map(|entry| entry["message"].as_str().map(str::to_owned)));
        seen.complaints.clone()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.ask("se/log", &json!({ "type": kind }));
        entries.as_array().cloned().unwrap_or_default()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks chromedriver for something beyond the WebDriver standard.
    fn ask(&self, what: &str, wish: &Value) -> Value {
        let path = format!("/session/{}/{what}", self.session);
        let kind = [("content-type", "application/json")];
        let response = HttpClient::new(&self.address)
            .send("POST", &path, &kind, wish.to_string().into_bytes())
            .unwrap_or_else(|trouble| panic!("{trouble}"));
        let answer: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        assert!(response.status == 200, "chromedriver refuses {what}: {answer}");
        answer["value"].clone()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Chromium ends in order when its session does. If it does not, it
        // goes with chromedriver's process group.
        let client = self.client.clone();
        let _ = wait_for(async { timeout(Duration::from_secs(10), client.close()).await });
    }
}

/// Where the browser and its driver stand.
#[derive(Debug, Clone)]
pub struct Programs {
    /// Chromium itself.
    pub chromium: PathBuf,
    /// The program that drives it.
    pub chromedriver: PathBuf,
}

/// The programs in `KAFFERUM_CHROMIUM` and `KAFFERUM_CHROMEDRIVER`, else
/// those in `PATH`.
pub fn programs() -> Result<Programs, Trouble> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    Ok(Programs {
        chromium: program("KAFFERUM_CHROMIUM", &names)?,
        chromedriver: program("KAFFERUM_CHROMEDRIVER", &["chromedriver"])?,
    })
}

fn program(variable: &str, names: &[&str]) -> Result<PathBuf, Trouble> {
    machine::find(variable, names).ok_or_else(|| {
        Trouble::new(format!(
            "{} is not on this machine. `cargo xtask test` installs it; or set {variable} to its path.",
            names[0]
        ))
    })
}

/// Chromedriver takes a port that is free for IPv6 and then wants the same
/// one for IPv4; another program can have it by then, and chromedriver ends
/// instead of taking the next.
const ATTEMPTS_AT_A_PORT: usize = 5;

fn chromedriver_on_a_port(
    chromedriver: &Path,
    profile: &TempDir,
) -> Result<(GuardedChild, BufReader<ChildStdout>, u16), Trouble> {
    let mut told = String::new();
    for _ in 0..ATTEMPTS_AT_A_PORT {
        let mut command = Command::new(chromedriver);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process =
            GuardedChild::spawn(&mut command, "KILL", Some(profile.path())).map_err(|error| {
                Trouble::new(format!("{} can't be started: {error}", chromedriver.display()))
            })?;
        let output = process.child().stdout.take().expect("the output that was asked for");
        let mut output = BufReader::new(output);
        match port(&mut output) {
            Ok(port) => return Ok((process, output, port)),
            Err(instead) => told = instead,
        }
        if !told.contains("port not available") {
            break;
        }
    }
    Err(Trouble::new(format!("chromedriver does not start: {told}")))
}

/// The free port that chromedriver says it has taken, or all that it said
/// instead before it ended.
fn port(output: &mut impl BufRead) -> Result<u16, String> {
    let mut told = String::new();
    while output.read_line(&mut told).is_ok_and(|count| count > 0) {
        let last = told.lines().last().unwrap_or_default();
        let Some((_, port)) = last.split_once("started successfully on port ") else {
            continue;
        };
        if let Ok(port) = port.trim_end_matches('.').parse() {
            return Ok(port);
        }
    }
    Err(told)
}

fn capabilities(start: &Start, chromium: &Path, profile: &TempDir) -> Map<String, Value> {
    let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
    flags.push(format!("--user-data-dir={}", profile.path().display()));
    // 0 is dark and 1 is light, so that the machine's own setting never counts.
    flags.push(format!("--blink-settings=preferredColorScheme={}", i32::from(!start.dark)));
    let preferences = json!({
        "intl.accept_languages": start.language,
        // An empty page to begin with: Chromium's own costs a second.
        "session.restore_on_startup": 4,
        "session.startup_urls": ["about:blank"],
    });
    let wishes = json!({
        "goog:chromeOptions": {
            "binary": chromium,
            "args": flags,
            "prefs": preferences,
            // A window can't be narrower than 500 pixels, and loses some of
            // its height to a bar that nobody sees; emulated sizes are exact.
            // Touch stays off: chromedriver does not wait for what a tap loads.
            "mobileEmulation": { "deviceMetrics": {
                "width": start.width,
                "height": start.height,
                "pixelRatio": 1.0,
                "mobile": start.phone,
                "touch": false,
            } },
        },
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
    });
    wishes.as_object().cloned().unwrap_or_default()
}

/// The address of a request or a web socket in an entry of the log; none for
/// what stays inside the browser (`data:`, `chrome:`).
fn requested_address(entry: &Value) -> Option<String> {
    let text = entry["message"].as_str()?;
    let message: Value = serde_json::from_str(text).ok()?;
    let message = &message["message"];
    let address = match message["method"].as_str()? {
        "Network.requestWillBeSent" => message["params"]["request"]["url"].as_str()?,
        "Network.webSocketCreated" => message["params"]["url"].as_str()?,
        _ => return None,
    };
    let over_network =
        ["http:", "https:", "ws:", "wss:"].iter().any(|scheme| address.starts_with(scheme));
    over_network.then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// Stands for a chromedriver that finds its port taken so many times.
    fn chromedriver_refusing(folder: &TempDir, times: usize) -> PathBuf {
        let program = folder.path().join("chromedriver");
        let count = folder.path().join("count");
        let script = format!(
            "#!/bin/sh\n\
             echo once >> {count}\n\
             if [ $(wc -l < {count}) -le {times} ]; then\n\
             echo 'IPv4 port not available. Exiting...'; exit 1\n\
             fi\n\
             echo 'ChromeDriver was started successfully on port 4711.'\n\
             sleep 60\n",
            count = count.display()
        );
        fs::write(&program, script).expect("a program written");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("its mode");
        program
    }

    #[test]
    fn a_port_that_was_taken_in_between_is_tried_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = chromedriver_refusing(&folder, 2);
        let (_process, _output, port) =
            chromedriver_on_a_port(&program, &folder).unwrap_or_else(|trouble| panic!("{trouble}"));
        assert_eq!(port, 4711);
    }

    #[test]
    fn a_chromedriver_that_never_starts_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = chromedriver_refusing(&folder, usize::MAX >> 1);
        let Err(trouble) = chromedriver_on_a_port(&program, &folder) else {
            panic!("it started");
        };
        assert!(trouble.to_string().contains("IPv4 port not available"), "{trouble}");
    }
}
