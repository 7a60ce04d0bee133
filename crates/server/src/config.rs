//! The configuration of a site: one small file, with environment variables
//! over it for what differs between machines or must not stand in a file.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use serde::Deserialize;

/// What the file may hold. A key that is not known is refused by name and
/// line, so that a misspelt one is not silently ignored.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    public_url: Option<String>,
    listen: Option<SocketAddr>,
    database: Option<String>,
    mail: Option<String>,
    #[serde(default = "helsinki")]
    time_zone: String,
    #[serde(default)]
    behind_proxy: bool,
    #[serde(default)]
    log_as: LogAs,
    finnish_dictionary: Option<PathBuf>,
    answer_domain: Option<String>,
    lmtp_listen: Option<String>,
    mail_in_folder: Option<PathBuf>,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogAs {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON document a line.
    Json,
}

fn helsinki() -> String {
    "Europe/Helsinki".to_owned()
}

/// A configuration that was checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address of the site without a slash at its end.
    pub public_url: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// A PostgreSQL address; SQLite in the data folder if none.
    pub database: Option<String>,
    /// A mail server's address; a folder of files if none.
    pub mail: Option<String>,
    /// The union's time zone.
    pub zone: TimeZone,
    /// A reverse proxy of ours stands before the site.
    pub is_behind_proxy: bool,
    /// How the log is written.
    pub log_as: LogAs,
    /// A newer Finnish dictionary (Voikko's `mor.vfst`); the one built in if none.
    pub finnish_dictionary: Option<PathBuf>,
    /// How answers come by mail, if they do.
    pub mail_in: Option<MailIn>,
}

/// How answers come by mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailIn {
    /// The domain whose mail is brought here.
    pub domain: String,
    /// Where the mail server hands it in over LMTP.
    pub lmtp: Option<LmtpAt>,
    /// A Maildir that it is laid into.
    pub folder: Option<PathBuf>,
}

/// Where LMTP is spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LmtpAt {
    /// At an address and port.
    Address(SocketAddr),
    /// At a Unix socket.
    Socket(PathBuf),
}

/// Reads a configuration; `environment` gives the variables.
///
/// # Errors
/// A sentence that names the key, and the line where the file has it.
pub fn read(
    path: &Path,
    must_be_there: bool,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Config, String> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_be_there => {
            String::new()
        }
        Err(error) => return Err(format!("{} can't be read: {error}", path.display())),
    };
    let file: File = toml::from_str(&text)
        .map_err(|error| format!("{}: {}", path.display(), error.to_string().trim_end()))?;
    check(file, &environment).map_err(|(key, trouble)| {
        let line = text.lines().position(|line| line.trim_start().starts_with(key));
        let place = line.map_or_else(String::new, |index| format!(", line {}", index + 1));
        format!("{}{place}: {key} {trouble}", path.display())
    })
}

type Trouble = (&'static str, String);

fn check(file: File, environment: &impl Fn(&str) -> Option<String>) -> Result<Config, Trouble> {
    let listen =
        match environment("KAFFERUM_LISTEN") {
            Some(text) => Some(text.parse().map_err(|_| {
                ("listen", format!("(KAFFERUM_LISTEN) is not ADDRESS:PORT: {text}"))
            })?),
            None => file.listen,
        };
    let listen = listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    let public_url = environment("KAFFERUM_PUBLIC_URL")
        .or(file.public_url)
        .unwrap_or_else(|| format!("http://{listen}"));
    let database = environment("KAFFERUM_DATABASE").or(file.database);
    if database.as_ref().is_some_and(|url| !url.starts_with("postgres")) {
        return Err((
            "database",
            "must begin with postgres:// (leave it out for SQLite)".to_owned(),
        ));
    }
    let mail = environment("KAFFERUM_MAIL").or(file.mail);
    if mail.as_ref().is_some_and(|url| !url.starts_with("smtp")) {
        return Err((
            "mail",
            "must begin with smtp:// or smtps:// (leave it out for a folder)".to_owned(),
        ));
    }
    let zone = TimeZone::get(&file.time_zone)
        .map_err(|_| ("time_zone", format!("is not known: {}", file.time_zone)))?;
    let mail_in = mail_in(file.answer_domain, file.lmtp_listen, file.mail_in_folder)?;
    Ok(Config {
        public_url: must_be_address(public_url)?,
        listen,
        database,
        mail,
        zone,
        is_behind_proxy: file.behind_proxy,
        log_as: file.log_as,
        finnish_dictionary: file.finnish_dictionary,
        mail_in,
    })
}

/// A domain alone would have people write into the void, and a way in without
/// one would bring nothing.
fn mail_in(
    domain: Option<String>,
    lmtp: Option<String>,
    folder: Option<PathBuf>,
) -> Result<Option<MailIn>, Trouble> {
    let Some(domain) = domain else {
        let key = if lmtp.is_some() { "lmtp_listen" } else { "mail_in_folder" };
        let is_there = lmtp.is_some() || folder.is_some();
        let trouble = (key, "needs answer_domain, the domain of that mail".to_owned());
        return if is_there { Err(trouble) } else { Ok(None) };
    };
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if domain.len() > 190 || !domain.split('.').all(is_label) {
        return Err(("answer_domain", format!("is not a domain: {domain}")));
    }
    if lmtp.is_none() && folder.is_none() {
        let trouble = "needs lmtp_listen or mail_in_folder, by which its mail comes";
        return Err(("answer_domain", trouble.to_owned()));
    }
    Ok(Some(MailIn { domain, lmtp: lmtp.map(lmtp_at).transpose()?, folder }))
}

fn lmtp_at(text: String) -> Result<LmtpAt, Trouble> {
    if text.starts_with('/') {
        return Ok(LmtpAt::Socket(text.into()));
    }
    let address = text.parse().map(LmtpAt::Address);
    address
        .map_err(|_| ("lmtp_listen", format!("is not ADDRESS:PORT or /PATH/OF/A/SOCKET: {text}")))
}

/// Membership must not travel in the clear: only this computer may go without
/// https.
fn must_be_address(url: String) -> Result<String, Trouble> {
    let url = url.trim_end_matches('/').to_owned();
    let refuse = |trouble: &str| Err(("public_url", trouble.to_owned()));
    let Some((scheme, host)) = url.split_once("://") else {
        return refuse("must begin with https://");
    };
    if host.is_empty() || host.contains(['/', '?', '#', '@', ' ']) {
        return refuse("must be a scheme and a host, without a path");
    }
    let is_here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|here| {
        host.strip_prefix(here).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    });
    match scheme {
        "https" => Ok(url),
        "http" if is_here => Ok(url),
        _ => refuse("must begin with https:// (http:// serves only 127.0.0.1 and localhost)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_file(text: &str, environment: &[(&str, &str)]) -> Result<Config, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kafferum.toml");
        std::fs::write(&path, text).unwrap();
        read(&path, true, |name| {
            environment
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_broken_configuration_names_the_key_and_the_line() {
        for (text, key, line) in [
            ("public_url = \"https://x.fi\"\nmial = \"smtp://x\"", "mial", "2"),
            ("listen = 80", "listen", "1"),
            ("\n\ntime_zone = \"Mars/Olympus\"", "time_zone", "line 3"),
            ("public_url = \"http://kahvihuone.example\"", "public_url", "line 1"),
            ("database = \"mysql://x\"", "database", "line 1"),
            ("mail = \"sendmail\"", "mail", "line 1"),
            ("lmtp_listen = \"127.0.0.1:24\"", "lmtp_listen", "line 1"),
            ("mail_in_folder = \"/x\"", "mail_in_folder", "line 1"),
            ("answer_domain = \"a.example\"", "answer_domain", "line 1"),
            ("lmtp_listen = \"/x\"\nanswer_domain = \"a@b.example\"", "answer_domain", "line 2"),
            ("answer_domain = \"a.example\"\nlmtp_listen = \"24\"", "lmtp_listen", "line 2"),
        ] {
            let sentence = with_file(text, &[]).unwrap_err();
            assert!(sentence.contains(key) && sentence.contains(line), "{text} → {sentence}");
        }
    }

    #[test]
    fn the_environment_stands_over_the_file() {
        let config = with_file(
            "public_url = \"https://a.example\"\nmail = \"smtp://a\"",
            &[("KAFFERUM_PUBLIC_URL", "https://b.example/"), ("KAFFERUM_MAIL", "smtp://b")],
        )
        .unwrap();
        assert_eq!(config.public_url, "https://b.example");
        assert_eq!(config.mail.as_deref(), Some("smtp://b"));
    }

    #[test]
    fn a_newer_finnish_dictionary_is_named_by_its_file() {
        assert_eq!(with_file("", &[]).unwrap().finnish_dictionary, None);
        let config = with_file("finnish_dictionary = \"/usr/lib/voikko/mor.vfst\"", &[]).unwrap();
        assert_eq!(config.finnish_dictionary, Some("/usr/lib/voikko/mor.vfst".into()));
    }

    #[test]
    fn mail_comes_in_over_lmtp_or_in_a_folder() {
        assert_eq!(with_file("", &[]).unwrap().mail_in, None);
        for (text, lmtp, folder) in [
            (
                "lmtp_listen = \"127.0.0.1:2424\"",
                Some(LmtpAt::Address(([127, 0, 0, 1], 2424).into())),
                None,
            ),
            ("lmtp_listen = \"/run/x/lmtp\"", Some(LmtpAt::Socket("/run/x/lmtp".into())), None),
            ("mail_in_folder = \"/var/mail/x\"", None, Some("/var/mail/x".into())),
        ] {
            let text = format!("answer_domain = \"vastaus.liitto.example\"\n{text}");
            let domain = "vastaus.liitto.example".to_owned();
            let wanted = Some(MailIn { domain, lmtp, folder });
            assert_eq!(with_file(&text, &[]).unwrap().mail_in, wanted, "{text}");
        }
    }
}
