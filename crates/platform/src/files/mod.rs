//! Files that people bring: kept outside of the database, named by what is in
//! them, each one once.
//!
//! A file is noted ([`keep`]), then written and synced, and only then does a
//! transaction say what it is for ([`refer`]); so what was acknowledged is
//! there. What is for nothing any more goes a day later, by a timer and a job.

mod store;

use std::sync::Arc;

use bytes::Bytes;
use sha2::{Digest, Sha256};

pub use self::store::Files;
use crate::clock::{DAY, Millis};
use crate::db::{Bind, Cell, Column, Param, Tx};
use crate::fault::{Error, Fault};
use crate::feature::{Boxed, JobKind, Moment, Timer};
use crate::jobs;
use crate::site::Site;

/// How long a file stays that is for nothing: an upload must have time to
/// become part of something.
const LINGER: Millis = DAY;
/// Files that one run of the timer lets go.
const BATCH: i64 = 100;

/// Name of a file: the SHA-256 of what is in it, in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FileHash(String);

impl FileHash {
    fn of(bytes: &[u8]) -> Self {
        use std::fmt::Write;
        let mut name = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            let _ = write!(name, "{byte:02x}");
        }
        Self(name)
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Param for FileHash {
    fn bind(&self) -> Bind<'_> {
        self.0.bind()
    }
}

impl Column for FileHash {
    fn from_cell(cell: Cell<'_>) -> Result<Self, Fault> {
        String::from_cell(cell).map(Self)
    }
}

/// A file to be kept.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Media type as it will be served: what we found it to be, never what
    /// its sender said.
    pub kind: &'static str,
    /// Width and height of a picture.
    pub size: Option<(u32, u32)>,
    /// What is in it.
    pub bytes: Bytes,
}

/// Keeps a file. It stays for a day unless something [`refer`]s to it.
///
/// # Errors
/// A fault of the database or of the store.
pub async fn keep(site: &Site, file: &NewFile) -> Result<FileHash, Error> {
    let hash = FileHash::of(&file.bytes);
    let (noted, kind, size, now) = (hash.clone(), file.kind, file.size, site.now());
    let length = i64::try_from(file.bytes.len()).map_err(Fault::bug)?;
    site.db.write(move |tx| Ok(note(tx, &noted, kind, size, length, now)?)).await?;
    site.files.put(&hash, file.bytes.clone()).await?;
    Ok(hash)
}

fn note(
    tx: &mut Tx<'_>,
    hash: &FileHash,
    kind: &'static str,
    size: Option<(u32, u32)>,
    length: i64,
    now: Millis,
) -> Result<(), Fault> {
    let (width, height) =
        (size.map(|(width, _)| i64::from(width)), size.map(|(_, h)| i64::from(h)));
    let noted = tx.execute(
        "INSERT INTO file (hash, kind, bytes, width, height, state, touched_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 'kept', ?6)
         ON CONFLICT (hash) DO UPDATE SET touched_at = excluded.touched_at
         WHERE file.state = 'kept'",
        &[hash, &kind, &length, &width, &height, &now],
    )?;
    if noted == 0 {
        // At this very moment the same file is being removed.
        return Err(Fault::unavailable("a file on its way out was brought again"));
    }
    Ok(())
}

/// What is in a file.
///
/// # Errors
/// [`Error::NotFound`] when it is not there; a fault of the store.
pub async fn read(site: &Site, hash: &FileHash) -> Result<Bytes, Error> {
    site.files.get(hash).await
}

/// Says that a thing needs a file, in the transaction that makes the thing.
///
/// # Errors
/// A fault of the database, also when the file is not [`keep`]t.
pub fn refer(
    tx: &mut Tx<'_>,
    what: &'static str,
    thing: i64,
    file: &FileHash,
) -> Result<(), Fault> {
    let kept = tx.execute(
        "INSERT INTO file_use (what, thing, file)
         SELECT ?1, CAST(?2 AS BIGINT), hash FROM file WHERE hash = ?3 AND state = 'kept'
         ON CONFLICT DO NOTHING",
        &[&what, &thing, file],
    )?;
    let known = kept == 1 || is_used_by(tx, what, thing, file)?;
    if known { Ok(()) } else { Err(Fault::unavailable("a file was gone before it was needed")) }
}

fn is_used_by(
    tx: &mut Tx<'_>,
    what: &'static str,
    thing: i64,
    file: &FileHash,
) -> Result<bool, Fault> {
    let found: i64 = tx.one(
        "SELECT COUNT(*) FROM file_use WHERE what = ?1 AND thing = ?2 AND file = ?3",
        &[&what, &thing, file],
        |row| row.get(0),
    )?;
    Ok(found == 1)
}

/// Says that a thing needs its files no more.
///
/// # Errors
/// A fault of the database.
pub fn release(tx: &mut Tx<'_>, what: &'static str, thing: i64, now: Millis) -> Result<(), Fault> {
    tx.execute(
        "UPDATE file SET touched_at = ?3 WHERE hash IN
            (SELECT u.file FROM file_use u WHERE u.what = ?1 AND u.thing = ?2)",
        &[&what, &thing, &now],
    )?;
    tx.execute("DELETE FROM file_use WHERE what = ?1 AND thing = ?2", &[&what, &thing])?;
    Ok(())
}

/// Lets go what is for nothing any more, and asks for its removal.
pub(crate) const SWEEP: Timer = Timer { name: "files.sweep", run: sweep };

fn sweep(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize, Fault> {
    let idle: Vec<String> = tx.query(
        "SELECT hash FROM file f WHERE f.touched_at <= ?1 AND f.state = 'kept'
           AND NOT EXISTS (SELECT 1 FROM file_use u WHERE u.file = f.hash)
         ORDER BY f.touched_at LIMIT ?2",
        &[&(moment.now - LINGER), &BATCH],
        |row| row.get(0),
    )?;
    for hash in &idle {
        tx.execute("UPDATE file SET state = 'going' WHERE hash = ?1", &[hash])?;
        // The same file may come and go again.
        let key = format!("file:{hash}:{}", moment.now);
        jobs::ask(tx, REMOVE.name, &key, hash, moment.now)?;
    }
    Ok(idle.len())
}

/// Removes a file that was let go.
pub(crate) const REMOVE: JobKind = JobKind { name: "files.remove", run: remove };

fn remove(site: Arc<Site>, hash: String) -> Boxed<Result<(), Fault>> {
    Box::pin(async move {
        let hash = FileHash(hash);
        site.files.delete(&hash).await?;
        let gone = site
            .db
            .write(move |tx| {
                tx.execute("DELETE FROM file WHERE hash = ?1 AND state = 'going'", &[&hash])?;
                Ok(())
            })
            .await;
        gone.map_err(|error| match error {
            Error::Fault(fault) => fault,
            _ => Fault::bug("removing a file was refused"),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_what_is_in_it() {
        let name = "7a03d412e67dbb5ae736c9918a43aecc007f16b646aba0fd988b9503ba304628";
        assert_eq!(FileHash::of(b"kahvi").as_str(), name);
        assert_ne!(FileHash::of(b"kahvia").as_str(), name);
    }
}
