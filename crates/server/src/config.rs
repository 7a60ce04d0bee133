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
    Ok(Config {
        public_url: must_be_address(public_url)?,
        listen,
        database,
        mail,
        zone,
        is_behind_proxy: file.behind_proxy,
        log_as: file.log_as,
        finnish_dictionary: file.finnish_dictionary,
    })
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
}
