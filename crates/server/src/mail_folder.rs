//! Mail laid into a folder (a Maildir's `new`), for unions whose mail server
//! speaks no LMTP. A mail is removed after what it brings is in the database;
//! if that end is cut off, the mail is read again and known again.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use kafferum_platform::mail_in::{self, Outcome};
use kafferum_platform::site::Site;

/// How often the folder is looked into.
const EVERY: Duration = Duration::from_secs(10);
/// Larger files are set aside unread, in bytes: no attachment makes a mail
/// that large that a mail server lets through.
const READ_MOST: u64 = 100 * 1024 * 1024;

/// Makes what a Maildir has, where it is missing.
pub(crate) fn prepare(folder: &Path) -> Result<(), String> {
    for name in ["new", "cur", "tmp"] {
        let part = folder.join(name);
        std::fs::create_dir_all(&part).map_err(|error| {
            format!("mail_in_folder: {} can't be made: {error}", part.display())
        })?;
    }
    Ok(())
}

/// Watches until told to stop.
pub(crate) async fn watch(site: Arc<Site>, folder: PathBuf, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        if let Err(error) = look(&site, &folder).await {
            tracing::warn!(%error, "mail_in_folder can't be read");
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Takes what lies there, the oldest first, as the names in a Maildir begin
/// with the time. What was settled is removed; what is nobody's or can't be
/// read is set aside in `cur`, for an administrator to look at.
pub(crate) async fn look(site: &Arc<Site>, folder: &Path) -> std::io::Result<()> {
    let mut names = Vec::new();
    let mut entries = tokio::fs::read_dir(folder.join("new")).await?;
    while let Some(entry) = entries.next_entry().await? {
        if entry.file_type().await?.is_file() {
            names.push(entry.file_name());
        }
    }
    names.sort_unstable();
    for name in names {
        let path = folder.join("new").join(&name);
        let outcome = match read(&path).await {
            Ok(Some(raw)) => take(site, &raw).await,
            Ok(None) => Outcome::Broken,
            // Another node has taken it.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            // Those behind it need not wait for whoever mends its permissions.
            Err(error) => {
                tracing::warn!(file = %name.display(), %error, "a mail in mail_in_folder can't be read");
                continue;
            }
        };
        match outcome {
            Outcome::Settled => tokio::fs::remove_file(&path).await?,
            // The rest waits for the database as well.
            Outcome::Later => return Ok(()),
            Outcome::Unknown | Outcome::Broken | Outcome::Failed => {
                tracing::warn!(?outcome, "a mail is set aside in mail_in_folder");
                tokio::fs::rename(&path, folder.join("cur").join(&name)).await?;
            }
        }
    }
    Ok(())
}

/// A mail as it came; `None` if it is larger than any that is read.
async fn read(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    match tokio::fs::metadata(path).await?.len() > READ_MOST {
        true => Ok(None),
        false => tokio::fs::read(path).await.map(Some),
    }
}

/// To each address of ours that it was brought to.
async fn take(site: &Arc<Site>, raw: &[u8]) -> Outcome {
    let mut all = Outcome::Unknown;
    for to in mail_in::recipients(site, raw) {
        match mail_in::receive(site, &to, None, raw).await {
            Outcome::Settled => all = Outcome::Settled,
            // Those before it are known again when it is read again.
            other => return other,
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use kafferum_platform::people::PersonId;
    use kafferum_testkit::site::{On, TestSite};

    use super::*;

    const ROOM: &str = "/coffee-room/rooms/1/new";

    /// A site with two threads of a member's.
    fn site() -> (TestSite, PersonId, PathBuf) {
        let site = TestSite::start_with(On::Sqlite, |parts| {
            parts.answer_domain = Some("vastaus.testi.example".to_owned());
        });
        let aino = site.member("Kahvikuppi");
        let mut browser = site.as_person(aino);
        for title in ["Tauot", "Vuorot"] {
            browser.get(ROOM);
            let fields = [("title", title), ("body", "Miten?"), ("audience", "members")];
            assert_eq!(browser.post(ROOM, &fields).status, 303);
        }
        let folder = site.folder().join("mail-in");
        prepare(&folder).unwrap();
        (site, aino, folder)
    }

    fn address(site: &TestSite, person: PersonId, thing: &str) -> String {
        let addresses = site.site().addresses.as_ref().unwrap();
        addresses.of(person, thing, site.now()).unwrap().unwrap()
    }

    fn letter(to: &str, id: &str, body: &str) -> String {
        format!("{to}\r\nFrom: x@y.example\r\nMessage-ID: <{id}@y>\r\n\r\n{body}\r\n")
    }

    fn posts(site: &TestSite, thread: i64) -> Vec<String> {
        site.read(move |tx| {
            Ok(tx.query(
                "SELECT markdown FROM post WHERE thread = ?1 AND position > 1 ORDER BY position",
                &[&thread],
                |row| row.get(0),
            )?)
        })
    }

    fn names(folder: &Path, part: &str) -> Vec<String> {
        let entries = std::fs::read_dir(folder.join(part)).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn mails_are_taken_in_order_and_removed_when_they_are_in() {
        let (site, aino, folder) = site();
        let (one, two) = (address(&site, aino, "thread:1"), address(&site, aino, "thread:2"));
        let lay =
            |name: &str, raw: &str| std::fs::write(folder.join("new").join(name), raw).unwrap();
        lay("2.b", &letter(&format!("Delivered-To: {one}"), "b", "Toiseksi"));
        lay("1.a", &letter(&format!("To: \"A, B\" <{one}>"), "a", "Ensin"));
        lay("3.c", &letter(&format!("To: muu@x.example, {one},\r\n {two}"), "c", "Molempiin"));
        site.wait_for(look(site.site(), &folder)).unwrap();
        assert_eq!(posts(&site, 1), ["Ensin", "Toiseksi", "Molempiin"]);
        assert_eq!(posts(&site, 2), ["Molempiin"]);
        assert!(names(&folder, "new").is_empty() && names(&folder, "cur").is_empty());
    }

    #[test]
    fn a_mail_that_was_taken_and_still_lies_there_has_no_second_effect() {
        let (mut site, aino, folder) = site();
        let raw = letter(&format!("To: {}", address(&site, aino, "thread:1")), "a", "Kerran");
        for name in ["1.a", "2.a"] {
            std::fs::write(folder.join("new").join(name), &raw).unwrap();
            // The end of the process came between the commit and the removal.
            assert_eq!(site.wait_for(take(site.site(), raw.as_bytes())), Outcome::Settled);
            site.restart();
            site.wait_for(look(site.site(), &folder)).unwrap();
            assert_eq!(posts(&site, 1), ["Kerran"]);
            assert!(names(&folder, "new").is_empty());
        }
        // The very file may be laid there by two deliveries as well.
        let (first, second) = (site.site(), raw.as_bytes());
        site.wait_for(async { tokio::join!(take(first, second), take(first, second)) });
        assert_eq!(posts(&site, 1), ["Kerran"]);
    }

    #[test]
    fn what_is_nobodys_or_broken_is_set_aside_and_the_rest_is_taken() {
        let (site, aino, folder) = site();
        let to = format!("To: {}", address(&site, aino, "thread:1"));
        let lay =
            |name: &str, raw: &[u8]| std::fs::write(folder.join("new").join(name), raw).unwrap();
        lay("1", b"");
        lay("2", b"\xff\xfe\0");
        lay("3", letter("To: reply+00@vastaus.testi.example", "x", "Hei").as_bytes());
        lay("4", format!("{to}\r\n\r\nKuka?").as_bytes());
        lay("5", letter(&to, "y", "Tassa").as_bytes());
        lay(
            "6",
            format!("Auto-Submitted: auto-replied\r\n{}", letter(&to, "z", "Lomalla")).as_bytes(),
        );
        std::fs::create_dir(folder.join("new").join("folder")).unwrap();
        site.wait_for(look(site.site(), &folder)).unwrap();
        assert_eq!(posts(&site, 1), ["Tassa"]);
        let mut aside = names(&folder, "cur");
        aside.sort();
        assert_eq!(aside, ["1", "2", "3", "4"]);
        assert_eq!(names(&folder, "new"), ["folder"]);
    }
}
