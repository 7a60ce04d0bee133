//! The configuration of a site: one small file, with environment variables
//! over it for what differs between machines or must not stand in a file:
//! `KAFFERUM_` and the key in capitals.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use jiff::tz::TimeZone;
use kafferum_platform::db;
use kafferum_platform::mail::{self, Mailer};
use kafferum_platform::search::Analyser;
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
    time_zone: Option<String>,
    behind_proxy: Option<bool>,
    log_as: Option<LogAs>,
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

impl FromStr for LogAs {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
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

/// Reads a configuration; `environment` gives the variables, and `listen` of the
/// command line stands over both.
///
/// # Errors
/// A sentence that names the key, and the line where the file has it.
pub fn read(
    path: &Path,
    must_be_there: bool,
    environment: impl Fn(&str) -> Option<String>,
    listen: Option<SocketAddr>,
) -> Result<Config, String> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_be_there => {
            String::new()
        }
        Err(error) => return Err(format!("{} can't be read: {error}", path.display())),
    };
    let file: File = toml::from_str(&text).map_err(|error| {
        // Not its own sentence: that repeats the line, with the password in it.
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let index = before.matches('\n').count();
        let key = text.lines().nth(index).and_then(given).unwrap_or_default();
        format!("{}, line {}: {key} {}", path.display(), index + 1, error.message())
    })?;
    let all = over(file, &environment).map(|of_both| {
        let listen = listen.or(of_both.listen);
        File { listen, ..of_both }
    });
    all.and_then(check).map_err(|(key, trouble)| {
        let variable = variable(key);
        if environment(&variable).is_some() {
            return format!("{variable} in the environment: {key} {trouble}");
        }
        let line = text.lines().position(|line| given(line) == Some(key));
        let place = line.map_or_else(String::new, |index| format!(", line {}", index + 1));
        format!("{}{place}: {key} {trouble}", path.display())
    })
}

/// The key that a line of the file gives a value.
fn given(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim().trim_matches(['"', '\'']);
    key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then_some(key)
}

/// The variable that stands over a key.
fn variable(key: &str) -> String {
    format!("KAFFERUM_{}", key.to_uppercase())
}

type Trouble = (&'static str, String);

/// Lays the environment over the file.
fn over(file: File, environment: &impl Fn(&str) -> Option<String>) -> Result<File, Trouble> {
    let text = |key: &str, of_file: Option<String>| environment(&variable(key)).or(of_file);
    let path = |key: &str, of_file: Option<PathBuf>| {
        environment(&variable(key)).map(PathBuf::from).or(of_file)
    };
    Ok(File {
        public_url: text("public_url", file.public_url),
        listen: typed(environment, "listen", "is not ADDRESS:PORT", file.listen)?,
        database: text("database", file.database),
        mail: text("mail", file.mail),
        time_zone: text("time_zone", file.time_zone),
        behind_proxy: typed(environment, "behind_proxy", NOT_A_TRUTH, file.behind_proxy)?,
        log_as: typed(environment, "log_as", "is neither text nor json", file.log_as)?,
        finnish_dictionary: path("finnish_dictionary", file.finnish_dictionary),
        answer_domain: text("answer_domain", file.answer_domain),
        lmtp_listen: text("lmtp_listen", file.lmtp_listen),
        mail_in_folder: path("mail_in_folder", file.mail_in_folder),
    })
}

const NOT_A_TRUTH: &str = "is neither true nor false";

fn typed<T: FromStr>(
    environment: &impl Fn(&str) -> Option<String>,
    key: &'static str,
    trouble: &str,
    of_file: Option<T>,
) -> Result<Option<T>, Trouble> {
    match environment(&variable(key)) {
        Some(text) => text.parse().map(Some).map_err(|_| (key, format!("{trouble}: {text}"))),
        None => Ok(of_file),
    }
}

fn check(given: File) -> Result<Config, Trouble> {
    let listen = given.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    let public_url = match given.public_url {
        Some(url) => must_be_address(url)?,
        None => must_be_address(format!("http://{listen}")).map_err(|_| {
            let trouble = "is missing: whoever reaches {listen} must come by https://";
            ("public_url", trouble.replace("{listen}", &listen.to_string()))
        })?,
    };
    if let Some(url) = &given.database {
        must_be_database(url)?;
    }
    if let Some(url) = &given.mail {
        must_be_mail_server(url)?;
    }
    if let Some(file) = &given.finnish_dictionary {
        must_be_dictionary(file)?;
    }
    let zone = given.time_zone.unwrap_or_else(|| "Europe/Helsinki".to_owned());
    let zone = TimeZone::get(&zone).map_err(|_| ("time_zone", format!("is not known: {zone}")))?;
    let mail_in = mail_in(given.answer_domain, given.lmtp_listen, given.mail_in_folder)?;
    Ok(Config {
        public_url,
        listen,
        database: given.database,
        mail: given.mail,
        zone,
        is_behind_proxy: given.behind_proxy.unwrap_or_default(),
        log_as: given.log_as.unwrap_or_default(),
        finnish_dictionary: given.finnish_dictionary,
        mail_in,
    })
}

/// The address holds a password, so it is not repeated.
fn must_be_database(url: &str) -> Result<(), Trouble> {
    if !url.starts_with("postgres") {
        let trouble = "must begin with postgres:// (leave it out for SQLite)";
        return Err(("database", trouble.to_owned()));
    }
    db::must_be_address(url).map_err(|fault| ("database", format!("is wrong: {fault}")))
}

/// The same.
fn must_be_mail_server(url: &str) -> Result<(), Trouble> {
    if !url.starts_with("smtp") {
        let trouble = "must begin with smtp:// or smtps:// (leave it out for a folder)";
        return Err(("mail", trouble.to_owned()));
    }
    let trouble = "can't be read: write smtp://user:password@host:587?tls=required";
    Mailer::smtp(url, mail::PATIENCE).map(drop).map_err(|_| ("mail", trouble.to_owned()))
}

fn must_be_dictionary(file: &Path) -> Result<(), Trouble> {
    let wrong = |error: &dyn std::fmt::Display| {
        ("finnish_dictionary", format!("can't be read: {error}: {}", file.display()))
    };
    let bytes = std::fs::read(file).map_err(|error| wrong(&error))?;
    Analyser::with_finnish_dictionary(bytes).map(drop).map_err(|error| wrong(&error))
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
/// https. The address comes out as browsers write an origin, which every form
/// is held against: in small letters, without the port that goes without saying.
fn must_be_address(url: String) -> Result<String, Trouble> {
    let url = url.trim_end_matches('/').to_ascii_lowercase();
    let refuse = |trouble: &str| Err(("public_url", trouble.to_owned()));
    let Some((scheme, host)) = url.split_once("://") else {
        return refuse("must begin with https://");
    };
    if !host.is_ascii() {
        return refuse("must have its host in ASCII, as browsers send it (xn--…)");
    }
    let usual_port = if scheme == "https" { ":443" } else { ":80" };
    let host = host.strip_suffix(usual_port).unwrap_or(host);
    let url = format!("{scheme}://{host}");
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
        listening(text, environment, None)
    }

    fn listening(
        text: &str,
        environment: &[(&str, &str)],
        listen: Option<&str>,
    ) -> Result<Config, String> {
        let listen = listen.map(|listen| listen.parse().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kafferum.toml");
        std::fs::write(&path, text).unwrap();
        read(
            &path,
            true,
            |name| {
                environment
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (*value).to_owned())
            },
            listen,
        )
    }

    #[test]
    fn the_address_comes_out_as_browsers_write_it() {
        for (given, written) in [
            ("https://Liitto.fi", "https://liitto.fi"),
            ("HTTPS://liitto.fi:443/", "https://liitto.fi"),
            ("https://liitto.fi:8443", "https://liitto.fi:8443"),
            ("http://127.0.0.1:80", "http://127.0.0.1"),
        ] {
            let config = with_file(&format!("public_url = \"{given}\""), &[]).unwrap();
            assert_eq!(config.public_url, written);
        }
        let refused = with_file("public_url = \"https://työ.fi\"", &[]).unwrap_err();
        assert!(refused.contains("public_url") && refused.contains("ASCII"), "{refused}");
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
            ("mail = \"smtp://h:99999\"", "mail ", "line 1"),
            ("mail = \"smtp://h?tls=perhaps\"", "mail ", "line 1"),
            // Another key begins with the same letters.
            (
                "answer_domain = \"a.example\"\nmail_in_folder = \"/x\"\n\"mail\" = \"sendmail\"",
                "mail ",
                "line 3",
            ),
            ("database = \"postgres://u@h:99999/k\"", "database", "line 1"),
            ("database = \"postgres://u@h/k?sslmode=perhaps\"", "database", "line 1"),
            (
                "\ndatabase = \"postgres://u@db.example/k?sslrootcert=/no/such.pem\"",
                "/no/such.pem",
                "line 2",
            ),
            ("finnish_dictionary = \"/no/such.vfst\"", "/no/such.vfst", "line 1"),
            ("\nfinnish_dictionary = \"/dev/null\"", "finnish_dictionary", "line 2"),
            ("log_as = \"xml\"", "log_as", "1"),
            ("behind_proxy = \"yes\"", "behind_proxy", "1"),
        ] {
            let sentence = with_file(text, &[]).unwrap_err();
            assert!(sentence.contains(key) && sentence.contains(line), "{text} → {sentence}");
        }
    }

    #[test]
    fn no_site_is_open_to_others_in_the_clear_however_that_is_asked_for() {
        let everywhere = "0.0.0.0:8080";
        let file = format!("listen = \"{everywhere}\"");
        for (text, environment, listen) in [
            (&*file, &[][..], None),
            ("", &[("KAFFERUM_LISTEN", everywhere)][..], None),
            ("", &[][..], Some(everywhere)),
            ("listen = \"127.0.0.1:8080\"", &[][..], Some(everywhere)),
        ] {
            let sentence = listening(text, environment, listen).unwrap_err();
            assert!(sentence.contains("public_url is missing"), "{sentence}");
            assert!(sentence.contains(everywhere), "{sentence}");
        }
        let text = format!("public_url = \"https://a.example\"\n{file}");
        let config = listening(&text, &[], Some("0.0.0.0:80")).unwrap();
        assert_eq!(config.public_url, "https://a.example");
        assert_eq!(config.listen, "0.0.0.0:80".parse().unwrap());
        let config = listening(&file, &[], Some("127.0.0.1:81")).unwrap();
        assert_eq!(config.public_url, "http://127.0.0.1:81");
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
    fn a_wrong_value_of_the_environment_names_its_variable_and_no_line() {
        let file = "mail = \"smtp://a\"\nlisten = \"127.0.0.1:1\"\ntime_zone = \"Europe/Oslo\"";
        for (variable, value) in [
            ("KAFFERUM_PUBLIC_URL", "http://kahvihuone.example"),
            ("KAFFERUM_LISTEN", "80"),
            ("KAFFERUM_DATABASE", "mysql://x"),
            ("KAFFERUM_MAIL", "smtp://h:99999"),
            ("KAFFERUM_TIME_ZONE", "Mars/Olympus"),
            ("KAFFERUM_BEHIND_PROXY", "yes"),
            ("KAFFERUM_LOG_AS", "xml"),
            ("KAFFERUM_FINNISH_DICTIONARY", "/no/such.vfst"),
            ("KAFFERUM_ANSWER_DOMAIN", "a@b.example"),
            ("KAFFERUM_LMTP_LISTEN", "127.0.0.1:24"),
            ("KAFFERUM_MAIL_IN_FOLDER", "/x"),
        ] {
            let sentence = with_file(file, &[(variable, value)]).unwrap_err();
            assert!(sentence.contains(variable) && !sentence.contains("line"), "{sentence}");
        }
    }

    #[test]
    fn no_sentence_repeats_a_password() {
        for text in ["\nmail = smtp://u:salainen@h", "mail = \"smtp://u:salainen@h\nx = 1"] {
            let sentence = with_file(text, &[]).unwrap_err();
            assert!(sentence.contains(", line ") && !sentence.contains("salainen"), "{sentence}");
        }
        for (variable, value) in [
            ("KAFFERUM_MAIL", "smtp://u:salainen@h:99999"),
            ("KAFFERUM_DATABASE", "postgres://u:salainen@h:99999/k"),
            ("KAFFERUM_DATABASE", "postgres://u:salainen@db.example/k?sslmode=disable"),
        ] {
            let sentence = with_file("", &[(variable, value)]).unwrap_err();
            assert!(!sentence.contains("salainen"), "{sentence}");
        }
    }

    #[test]
    fn every_key_may_come_from_the_environment() {
        let config = with_file(
            "behind_proxy = false",
            &[
                ("KAFFERUM_TIME_ZONE", "Europe/Oslo"),
                ("KAFFERUM_BEHIND_PROXY", "true"),
                ("KAFFERUM_LOG_AS", "json"),
                ("KAFFERUM_ANSWER_DOMAIN", "a.example"),
                ("KAFFERUM_LMTP_LISTEN", "/run/x/lmtp"),
                ("KAFFERUM_MAIL_IN_FOLDER", "/var/mail/x"),
            ],
        )
        .unwrap();
        assert_eq!(config.zone, TimeZone::get("Europe/Oslo").unwrap());
        assert!(config.is_behind_proxy && config.log_as == LogAs::Json);
        let lmtp = Some(LmtpAt::Socket("/run/x/lmtp".into()));
        let folder = Some("/var/mail/x".into());
        assert_eq!(config.mail_in, Some(MailIn { domain: "a.example".to_owned(), lmtp, folder }));
    }

    #[test]
    fn a_newer_finnish_dictionary_is_named_by_its_file() {
        assert_eq!(with_file("", &[]).unwrap().finnish_dictionary, None);
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../analyser/dictionaries/fi/mor.vfst");
        let config = with_file(&format!("finnish_dictionary = {file:?}"), &[]).unwrap();
        assert_eq!(config.finnish_dictionary, Some(file.into()));
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
