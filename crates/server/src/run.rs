//! The subcommands: open a site and serve it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::tz::TimeZone;
use kafferum_forum_export::Export;
use kafferum_platform::Error;
use kafferum_platform::clock::{Clock, Random};
use kafferum_platform::db::{GROUP, Place};
use kafferum_platform::files::Files;
use kafferum_platform::jobs;
use kafferum_platform::mail::{self, Mailer};
use kafferum_platform::people::account::{self, Purpose};
use kafferum_platform::people::password::Passwords;
use kafferum_platform::people::session;
use kafferum_platform::push::Carrier;
use kafferum_platform::search::{Analyser, SharedAnalyser, VERSION};
use kafferum_platform::site::{Parts, Site};
use kafferum_platform::web::serve::{Front, router};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

use crate::command::{Demo, ImportForum, Serve};
use crate::config::{self, Config, LogAs};
use crate::demo::panel;
use crate::{feature, http, lmtp, mail_folder, moving_in};

fn say(error: Error) -> String {
    match error {
        Error::Fault(fault) => fault.to_string(),
        other => format!("{other:?}"),
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn log(as_what: LogAs) -> Result<(), String> {
    let filter = environment("KAFFERUM_LOG").unwrap_or_else(|| "info".to_owned());
    let lines = tracing_subscriber::fmt()
        .with_env_filter(log_filter(&filter)?)
        .with_writer(std::io::stderr)
        // A log that can't be written (its disk is full) must not end a
        // thread: the program goes on without.
        .log_internal_errors(false)
        .with_target(false);
    match as_what {
        LogAs::Text => lines.init(),
        LogAs::Json => lines.json().init(),
    }
    Ok(())
}

/// A word that is no level would be taken for the name of a part of the
/// program, and everything else would be silent.
fn log_filter(text: &str) -> Result<EnvFilter, String> {
    let wrong = |part: &str| {
        format!(
            "KAFFERUM_LOG in the environment: {part} is no level: write error, warn, info, debug \
             or trace"
        )
    };
    let is_fit = |part: &&str| part.contains('=') || part.trim().parse::<LevelFilter>().is_ok();
    if let Some(part) = text.split(',').find(|part| !is_fit(part)) {
        return Err(wrong(part));
    }
    EnvFilter::try_new(text).map_err(|_| wrong(text))
}

fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())
}

fn make_folder(folder: &Path) -> Result<(), String> {
    use std::os::unix::fs::DirBuilderExt;
    // Nobody else on this computer needs to read it.
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| format!("the folder {} can't be made: {error}", folder.display()))
}

fn files(folder: &Path) -> Result<Files, String> {
    Files::folder(&folder.join("files")).map_err(|fault| fault.to_string())
}

/// Runs a real site.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn serve(command: &Serve) -> Result<(), String> {
    let mut config = configuration(command.config.as_deref(), &command.data, command.listen)?;
    log(config.log_as)?;
    make_folder(&command.data)?;
    let (address, mail_in) = (config.listen, config.mail_in.take());
    let front = Front { is_behind_proxy: config.is_behind_proxy };
    let answer_domain = mail_in.as_ref().map(|mail_in| mail_in.domain.clone());
    let parts = Parts { answer_domain, ..parts(config, &command.data)? };
    runtime()?.block_on(async {
        let listener = listen(address).await?;
        let intake = Intake::open(mail_in)?;
        // Ahead of opening the site: mails must not be written to a runtime
        // that is not there yet.
        let site = Site::open(parts).await.map_err(say)?;
        offer_set_up(&site).await?;
        run(&site, listener, front, intake).await
    })
}

fn configuration(
    file: Option<&Path>,
    data: &Path,
    listen: Option<SocketAddr>,
) -> Result<Config, String> {
    let named = file.map_or_else(|| data.join("kafferum.toml"), Path::to_owned);
    config::read(&named, file.is_some(), environment, listen)
}

/// What a real site is made of.
fn parts(config: Config, data: &Path) -> Result<Parts, String> {
    let mailer = match &config.mail {
        Some(url) => Mailer::smtp(url, mail::PATIENCE).map_err(|fault| fault.to_string())?,
        None => Mailer::Folder(data.join("mail")),
    };
    let (analyser, index_version) = analyser(config.finnish_dictionary.as_deref())?;
    Ok(Parts {
        features: feature::features(),
        place: place(config.database, data),
        group: GROUP,
        clock: Clock::system(),
        random: Random::system(),
        mailer,
        answer_domain: None,
        carrier: Carrier::new().map_err(|fault| fault.to_string())?,
        files: files(data)?,
        passwords: Passwords::new(),
        analyser,
        index_version,
        public_url: config.public_url,
        zone: config.zone,
        is_demo: false,
    })
}

fn place(database: Option<String>, data: &Path) -> Place {
    match database {
        Some(url) => Place::Postgres(url),
        None => Place::Sqlite(data.join("kafferum.sqlite")),
    }
}

/// Brings another forum into a site.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn import_forum(command: &ImportForum) -> Result<(), String> {
    let config = configuration(command.config.as_deref(), &command.data, None)?;
    log(config.log_as)?;
    if let Place::Sqlite(file) = place(config.database.clone(), &command.data)
        && !file.is_file()
    {
        return Err(format!(
            "there is no site in {} yet: start it once with `kafferum serve`, or name its folder \
             with --data",
            command.data.display()
        ));
    }
    let zone = config.zone.clone();
    let parts = parts(config, &command.data)?;
    runtime()?.block_on(async {
        // The export first: one that can't be read needs no site.
        let now = parts.clock.now();
        let export = Export::open(command.from.source(), &command.export, &zone, now)
            .map_err(|refused| format!("{refused}. Nothing was imported"))?;
        let all = export.posts.len();
        let site = Site::open(parts).await.map_err(say)?;
        let tell = |done| tracing::info!(posts = done, of = all, "importing");
        let report = moving_in::move_in(&site, export, &command.rooms, !command.apply, tell);
        println!("{}", report.await?);
        Ok(())
    })
}

/// What turns words into search terms, with the union's own dictionary if it
/// has a newer one; and by which version of it texts are indexed.
fn analyser(dictionary: Option<&Path>) -> Result<(SharedAnalyser, String), String> {
    let Some(file) = dictionary else {
        return Ok((Arc::new(Analyser::bundled()), VERSION.to_owned()));
    };
    let wrong = |error: &dyn std::fmt::Display| {
        format!("finnish_dictionary: {} can't be read: {error}", file.display())
    };
    let bytes = std::fs::read(file).map_err(|error| wrong(&error))?;
    let mark = bytes
        .iter()
        .fold(0_u64, |sum, byte| sum.wrapping_mul(0x0100_0000_01b3).wrapping_add(u64::from(*byte)));
    let analyser = Analyser::with_finnish_dictionary(bytes).map_err(|fault| wrong(&fault))?;
    Ok((Arc::new(analyser), format!("{VERSION}-{mark:x}")))
}

async fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    http::raise_file_limit();
    TcpListener::bind(address).await.map_err(|error| {
        format!("{address} can't be listened on: {error}. Name another with --listen ADDRESS:PORT")
    })
}

/// Prints the link for the first administrator, to the terminal and not to the
/// log: whoever has it owns the site.
async fn offer_set_up(site: &Arc<Site>) -> Result<(), String> {
    let now = site.now();
    let token = session::token(&site.random).map_err(|fault| fault.to_string())?;
    let given = token.clone();
    let is_set_up = site
        .db
        .write(move |tx| {
            let done = account::has_administrator(tx, now)?;
            if !done {
                let end = now + account::SET_UP_LASTS;
                account::add_link(tx, &given, Purpose::SetUp, None, end)?;
            }
            Ok(done)
        })
        .await
        .map_err(say)?;
    if !is_set_up {
        println!("This site has no administrator yet. Open this link once to set it up:");
        println!("  {}/set-up/{token}", site.public_url);
    }
    Ok(())
}

/// How mail comes in.
#[derive(Default)]
struct Intake {
    lmtp: Option<lmtp::Listener>,
    folder: Option<PathBuf>,
}

impl Intake {
    /// Must be called in a runtime.
    fn open(mail_in: Option<config::MailIn>) -> Result<Self, String> {
        let Some(mail_in) = mail_in else { return Ok(Self::default()) };
        let lmtp = mail_in.lmtp.as_ref().map(lmtp::Listener::open).transpose()?;
        if let Some(folder) = &mail_in.folder {
            mail_folder::prepare(folder)?;
        }
        Ok(Self { lmtp, folder: mail_in.folder })
    }
}

async fn run(
    site: &Arc<Site>,
    listener: TcpListener,
    front: Front,
    intake: Intake,
) -> Result<(), String> {
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let wait = |mut stopped: tokio::sync::watch::Receiver<bool>| async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let worker = tokio::spawn(jobs::worker(Arc::clone(site), wait(stopped.clone())));
    if let Some(listener) = intake.lmtp {
        tokio::spawn(lmtp::serve(Arc::clone(site), listener, wait(stopped.clone())));
    }
    let folder = intake.folder.map(|folder| {
        tokio::spawn(mail_folder::watch(Arc::clone(site), folder, wait(stopped.clone())))
    });
    let router = router(site, front);
    tracing::info!(address = %site.public_url, "serving");
    let leaving = Arc::clone(site);
    let signals = tokio::spawn(async move {
        http::asked_to_stop().await;
        // Open pages hold their connections until they are hung up.
        leaving.live.close();
        let _ = stop.send(true);
    });
    http::serve(listener, router, wait(stopped)).await;
    // It ends with what it has at hand, which a hanging mail server keeps it at
    // for `mail::PATIENCE`.
    let _ = worker.await;
    if let Some(folder) = folder {
        let _ = folder.await;
    }
    signals.abort();
    tracing::info!("stopped");
    Ok(())
}

/// Where the demonstration's mails are answered: nowhere but in its folder.
const DEMO_DOMAIN: &str = "answer.kafferum.example";

/// Shows a demonstration union.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn demo(command: &Demo) -> Result<(), String> {
    log(LogAs::Text)?;
    let folder = match &command.data {
        Some(folder) => folder.clone(),
        None => fresh_folder()?,
    };
    make_folder(&folder)?;
    let place = match &command.database {
        Some(url) => Place::Postgres(url.clone()),
        None => Place::Sqlite(folder.join("kafferum.sqlite")),
    };
    let parts = Parts {
        features: feature::features_of_demo(),
        place,
        group: command.group,
        clock: Clock::system(),
        random: Random::system(),
        mailer: Mailer::Folder(folder.join("mail")),
        answer_domain: Some(DEMO_DOMAIN.to_owned()),
        carrier: Carrier::new().map_err(|fault| fault.to_string())?,
        files: files(&folder)?,
        passwords: Passwords::new(),
        analyser: Arc::new(Analyser::bundled()),
        index_version: VERSION.to_owned(),
        public_url: format!("http://{}", command.listen),
        zone: TimeZone::get("Europe/Helsinki").map_err(|error| error.to_string())?,
        is_demo: true,
    };
    runtime()?.block_on(async {
        let listener = listen(command.listen).await?;
        let site = Site::open(parts).await.map_err(say)?;
        panel::set_up(&site, command).await?;
        if command.fill_only {
            return Ok(());
        }
        let mail_in = folder.join("mail-in");
        mail_folder::prepare(&mail_in)?;
        println!("A demonstration union is open at  {}", site.public_url);
        println!("Sign in as anybody at             {}/demo", site.public_url);
        println!("Data and mail are in              {}", folder.display());
        println!("Answers to mail are taken from    {}", mail_in.join("new").display());
        println!("Stop it with Ctrl-C.");
        let intake = Intake { lmtp: None, folder: Some(mail_in) };
        run(&site, listener, Front::default(), intake).await
    })
}

fn fresh_folder() -> Result<PathBuf, String> {
    let base = std::env::temp_dir();
    for number in 1..10_000 {
        let folder = base.join(format!("kafferum-demo-{number}"));
        if !folder.exists() {
            return Ok(folder);
        }
    }
    Err(format!("there are too many demonstrations in {}", base.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_of_the_log_is_a_level() {
        for good in ["info", "WARN", "info,kafferum_platform=debug", "off"] {
            assert!(log_filter(good).is_ok(), "{good}");
        }
        for bad in ["inof", "info,loud", "kafferum_platform=loud"] {
            let sentence = log_filter(bad).unwrap_err();
            assert!(sentence.contains("KAFFERUM_LOG"), "{sentence}");
        }
    }
}
