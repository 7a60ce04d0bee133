//! What editors do to articles and facts. Each runs inside a transaction.

use kafferum_platform::db::Tx;
use kafferum_platform::{Error, Refusal, audit};

use crate::model::{ArticleId, Draft, FactId, Kind, Stamp, State, TextId, Told, Topic};
use crate::store::{articles, facts};
use crate::{rules, search};

/// Somebody else saved meanwhile; the page shows both versions.
pub(crate) const STALE: &str = "databank-stale";

pub(crate) fn stale() -> Error {
    Refusal::new(STALE).into()
}

/// Opens an article that has no text yet.
pub(crate) fn open_article(
    tx: &mut Tx<'_>,
    slug: &str,
    kind: Kind,
    topic: Topic,
    stamp: &Stamp,
) -> Result<ArticleId, Error> {
    articles::insert_article(tx, slug, kind, topic, stamp.now)?
        .ok_or_else(|| Refusal::new("databank-slug-taken").at("slug").into())
}

/// Saves a new version of a text, made from version `base`; a published one
/// is what the public reads from now on.
pub(crate) fn save_text(
    tx: &mut Tx<'_>,
    text: TextId,
    base: i64,
    draft: &Draft,
    state: State,
    stamp: &Stamp,
) -> Result<(), Error> {
    let cited = cited_facts(tx, &draft.cited)?;
    let latest = articles::latest(tx, text)?;
    let version = articles::take_number(tx, text, base)?.ok_or_else(stale)?;
    if state == State::Published {
        let is_published = latest.is_some_and(|(_, published)| published.is_some());
        rules::must_say_what_changed(&draft.note, is_published)?;
    }
    articles::insert_version(tx, text, version, state, draft, stamp)?;
    for (position, fact) in (1_i64..).zip(cited) {
        articles::cite(tx, text, version, position, fact)?;
    }
    if state == State::Published {
        articles::set_published(tx, text, Some(version))?;
        search::index_article(tx, text, draft, stamp)?;
    }
    Ok(())
}

/// The facts of the keys; a refusal that names those that do not exist.
fn cited_facts(tx: &mut Tx<'_>, keys: &[String]) -> Result<Vec<FactId>, Error> {
    let mut found = Vec::new();
    let mut unknown = Vec::new();
    for key in keys {
        match facts::id(tx, key)? {
            Some(id) => found.push(id),
            None => unknown.push(format!("[[fact:{key}]]")),
        }
    }
    if unknown.is_empty() {
        return Ok(found);
    }
    Err(Refusal::new("databank-unknown-fact").with("keys", unknown.join(", ")).at("body").into())
}

/// Takes the published version of a text back from the public, if it is the one
/// that was `seen`.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    text: TextId,
    seen: i64,
    slug: &str,
    stamp: &Stamp,
) -> Result<(), Error> {
    let (_, published) = articles::latest(tx, text)?.ok_or(Error::NotFound)?;
    // Withdrawn already by somebody else: it is as the editor wants it.
    let Some(version) = published else { return Ok(()) };
    if version != seen {
        return Err(Refusal::new("databank-withdraw-stale").into());
    }
    articles::set_withdrawn(tx, text, version)?;
    articles::set_published(tx, text, None)?;
    search::forget_article(tx, text)?;
    let what = format!("{slug} {}", text.lang.word());
    audit::record(tx, stamp.author, "databank.withdrawn", None, &what, stamp.now)?;
    Ok(())
}

/// Enters a new fact.
pub(crate) fn enter_fact(
    tx: &mut Tx<'_>,
    key: &str,
    told: &Told,
    stamp: &Stamp,
) -> Result<FactId, Error> {
    let id = write_fact(tx, key, told, stamp)?;
    search::index_fact(tx, id, told, stamp)?;
    Ok(id)
}

fn write_fact(tx: &mut Tx<'_>, key: &str, told: &Told, stamp: &Stamp) -> Result<FactId, Error> {
    facts::insert(tx, key, told, stamp)?
        .ok_or_else(|| Refusal::new("databank-key-taken").at("key").into())
}

/// Corrects a fact, from version `base`.
pub(crate) fn correct_fact(
    tx: &mut Tx<'_>,
    id: FactId,
    base: i64,
    told: &Told,
    stamp: &Stamp,
) -> Result<(), Error> {
    if !facts::change(tx, id, base, told, stamp)? {
        return Err(stale());
    }
    Ok(search::index_fact(tx, id, told, stamp)?)
}

/// Enters a fact that takes the place of another, which ends before the new
/// one begins.
pub(crate) fn supersede_fact(
    tx: &mut Tx<'_>,
    old_key: &str,
    base: i64,
    key: &str,
    told: &Told,
    stamp: &Stamp,
) -> Result<(), Error> {
    let old = facts::by_key(tx, old_key)?.ok_or(Error::NotFound)?;
    let begins = told.valid_from.as_deref().unwrap_or_default();
    rules::must_succeed(begins, old.told.valid_from.as_deref())?;
    let successor = write_fact(tx, key, told, stamp)?;
    let mut ended = old.told.clone();
    ended.valid_to = Some(rules::end_of_superseded(ended.valid_to.as_deref(), begins));
    if !facts::set_successor(tx, old.id, successor)? {
        return Err(Refusal::new("databank-superseded-already").into());
    }
    correct_fact(tx, old.id, base, &ended, stamp)?;
    // Last, so that it is the newer of the two and found first.
    Ok(search::index_fact(tx, successor, told, stamp)?)
}
