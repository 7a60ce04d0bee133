//! Indexing everything anew when words are analysed otherwise than before: a
//! newer program or a newer dictionary. Done as jobs, a stretch at a time,
//! while the site is open; until then the old terms serve.

use std::sync::Arc;

use super::Source;
use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault};
use crate::feature::{Boxed, JobKind};
use crate::jobs;
use crate::site::Site;

/// Counts up when texts are turned into terms otherwise than before.
pub const VERSION: &str = "3";

/// Batches of one job, so that it ends long before its lease does.
const BATCHES: usize = 20;

pub(crate) const JOB: JobKind = JobKind { name: "search-index", run };

/// Asks for work where the index was made by another version. A new site has
/// nothing to index.
pub(crate) fn ask_if_old(
    tx: &mut Tx<'_>,
    sources: &[Source],
    version: &str,
    now: Millis,
) -> Result<(), Fault> {
    for source in sources {
        let known: Option<String> = tx.first(
            "SELECT version FROM search_version WHERE source = ?1",
            &[&source.name],
            |row| row.get(0),
        )?;
        tx.execute(
            "INSERT INTO search_version (source, version) VALUES (?1, ?2)
             ON CONFLICT (source) DO UPDATE SET version = excluded.version",
            &[&source.name, &version],
        )?;
        if known.is_some_and(|known| known != version) {
            ask(tx, source.name, version, 0, now)?;
        }
    }
    Ok(())
}

fn ask(tx: &mut Tx<'_>, source: &str, version: &str, after: i64, now: Millis) -> Result<(), Fault> {
    let key = format!("search-index:{source}:{version}:{after}:{now}");
    let payload = format!("{source} {version} {after}");
    jobs::ask(tx, JOB.name, &key, &payload, now)?;
    Ok(())
}

fn run(site: Arc<Site>, payload: String) -> Boxed<Result<(), Fault>> {
    Box::pin(async move { index(&site, &payload).await.map_err(fault) })
}

fn fault(error: Error) -> Fault {
    match error {
        Error::Fault(fault) => fault,
        other => Fault::bug(format_args!("indexing was refused: {other:?}")),
    }
}

async fn index(site: &Arc<Site>, payload: &str) -> Result<(), Error> {
    let mut words = payload.split(' ');
    let (Some(name), Some(version), Some(after)) = (words.next(), words.next(), words.next())
    else {
        return Err(Fault::bug("what to index is not said").into());
    };
    let mut after: i64 = after.parse().map_err(Fault::bug)?;
    let found = site.features.iter().flat_map(|f| f.search).find(|source| source.name == name);
    let Some(source) = found.copied() else { return Ok(()) };
    for _ in 0..BATCHES {
        let analyser = Arc::clone(&site.analyser);
        let last = site.db.write(move |tx| Ok((source.index_again)(tx, &analyser, after)?)).await?;
        match last {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
    let (version, now) = (version.to_owned(), site.now());
    site.db.write(move |tx| Ok(ask(tx, source.name, &version, after, now)?)).await
}
