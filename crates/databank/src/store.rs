//! The SQL of the databank: articles and facts below, and here what concerns
//! the persons who wrote them.

pub(crate) mod articles;
pub(crate) mod facts;

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::people::PersonId;
use serde_json::{Value, json};

/// Every version that a person wrote.
pub(crate) fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<Value, Fault> {
    let articles = tx.query(
        "SELECT a.slug, v.lang, v.version, v.state, v.title, v.summary, v.note, v.body, v.created_at
         FROM article_version v JOIN article a ON a.id = v.article
         WHERE v.author = ?1 ORDER BY v.created_at, a.slug, v.lang",
        &[&person],
        |row| {
            Ok(json!({
                "slug": row.get::<String>(0)?,
                "language": row.get::<String>(1)?,
                "version": row.get::<i64>(2)?,
                "state": row.get::<String>(3)?,
                "title": row.get::<String>(4)?,
                "summary": row.get::<String>(5)?,
                "note": row.get::<String>(6)?,
                "body": row.get::<String>(7)?,
                "created_at": row.get::<Millis>(8)?,
            }))
        },
    )?;
    let facts = tx.query(
        "SELECT f.key, v.version, v.source, v.created_at, t.lang, t.statement, t.applies_to
         FROM fact_version v JOIN fact f ON f.id = v.fact
         JOIN fact_text t ON t.fact = v.fact AND t.version = v.version
         WHERE v.author = ?1 ORDER BY v.created_at, f.key, t.lang",
        &[&person],
        |row| {
            Ok(json!({
                "key": row.get::<String>(0)?,
                "version": row.get::<i64>(1)?,
                "source": row.get::<String>(2)?,
                "created_at": row.get::<Millis>(3)?,
                "language": row.get::<String>(4)?,
                "statement": row.get::<String>(5)?,
                "applies_to": row.get::<String>(6)?,
            }))
        },
    )?;
    Ok(json!({ "articles": articles, "facts": facts }))
}

/// Forgets who wrote what; the texts are the union's and stay.
pub(crate) fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.execute("UPDATE article_version SET author = NULL WHERE author = ?1", &[&person])?;
    tx.execute("UPDATE fact_version SET author = NULL WHERE author = ?1", &[&person])?;
    Ok(())
}
