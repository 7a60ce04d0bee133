//! Articles, their texts and versions.

use kafferum_platform::Fault;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::texts::Lang;

use crate::model::{
    Article, ArticleId, Citing, Draft, FactId, Kind, Listed, Overview, Stamp, Standing, State,
    TextId, TextOverview, Topic, Version,
};

/// An article by its address.
pub(crate) fn article(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Article>, Fault> {
    tx.first("SELECT id, slug, kind, topic FROM article WHERE slug = ?1", &[&slug], read_article)
}

/// Reads an article from the first four columns.
fn read_article(row: &Row<'_>) -> Result<Article, Fault> {
    Ok(Article { id: row.get(0)?, slug: row.get(1)?, kind: row.get(2)?, topic: row.get(3)? })
}

/// Enters an article; `None` when its address is taken.
pub(crate) fn insert_article(
    tx: &mut Tx<'_>,
    slug: &str,
    kind: Kind,
    topic: Topic,
    now: Millis,
) -> Result<Option<ArticleId>, Fault> {
    tx.first(
        "INSERT INTO article (slug, kind, topic, created_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (slug) DO NOTHING RETURNING id",
        &[&slug, &kind, &topic, &now],
        |row| row.get(0),
    )
}

/// Changes what an article is and what it is about.
pub(crate) fn change_article(
    tx: &mut Tx<'_>,
    article: ArticleId,
    kind: Kind,
    topic: Topic,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE article SET kind = ?2, topic = ?3 WHERE id = ?1",
        &[&article, &kind, &topic],
    )?;
    Ok(())
}

/// The columns of a version `v`, as [`read_version`] wants them; of the two
/// long ones, HTML and Markdown, only what is needed.
macro_rules! version_columns {
    ($html:literal, $body:literal) => {
        concat!(
            "v.lang, v.version, v.state, v.title, v.summary, v.note, v.checked, v.review_by,
             v.valid_from, v.valid_to, v.created_at, ",
            $html,
            ", ",
            $body
        )
    };
}

fn read_version(row: &Row<'_>, at: usize) -> Result<Version, Fault> {
    Ok(Version {
        lang: row.get(at)?,
        version: row.get(at + 1)?,
        state: row.get(at + 2)?,
        title: row.get(at + 3)?,
        summary: row.get(at + 4)?,
        note: row.get(at + 5)?,
        checked: row.get(at + 6)?,
        review_by: row.get(at + 7)?,
        valid_from: row.get(at + 8)?,
        valid_to: row.get(at + 9)?,
        created_at: row.get(at + 10)?,
        html: row.get(at + 11)?,
        body: row.get(at + 12)?,
    })
}

/// An article and its published texts in every language that it has; none at
/// all when nothing of it is public.
pub(crate) fn published(
    tx: &mut Tx<'_>,
    slug: &str,
) -> Result<Option<(Article, Vec<Version>)>, Fault> {
    let mut article = None;
    let texts = tx.query(
        concat!(
            "SELECT a.id, a.slug, a.kind, a.topic, ",
            version_columns!("v.html", "''"),
            " FROM article a
             JOIN article_text t ON t.article = a.id
             JOIN article_version v
               ON v.article = t.article AND v.lang = t.lang AND v.version = t.published
             WHERE a.slug = ?1"
        ),
        &[&slug],
        |row| {
            article = Some(read_article(row)?);
            read_version(row, 4)
        },
    )?;
    Ok(article.map(|article| (article, texts)))
}

/// One version of a text, to be read.
pub(crate) fn version(
    tx: &mut Tx<'_>,
    text: TextId,
    version: i64,
) -> Result<Option<Version>, Fault> {
    tx.first(
        concat!(
            "SELECT ",
            version_columns!("v.html", "v.body"),
            " FROM article_version v WHERE v.article = ?1 AND v.lang = ?2 AND v.version = ?3"
        ),
        &[&text.article, &text.lang, &version],
        |row| read_version(row, 0),
    )
}

/// The newest version of a text, whatever its state, to be edited, and the
/// number of the published one.
pub(crate) fn latest(
    tx: &mut Tx<'_>,
    text: TextId,
) -> Result<Option<(Version, Option<i64>)>, Fault> {
    tx.first(
        concat!(
            "SELECT t.published, ",
            version_columns!("''", "v.body"),
            " FROM article_text t
             JOIN article_version v
               ON v.article = t.article AND v.lang = t.lang AND v.version = t.latest
             WHERE t.article = ?1 AND t.lang = ?2"
        ),
        &[&text.article, &text.lang],
        |row| Ok((read_version(row, 1)?, row.get(0)?)),
    )
}

/// Every version of a text that the public was given, newest first.
pub(crate) fn history(tx: &mut Tx<'_>, text: TextId) -> Result<Vec<Version>, Fault> {
    tx.query(
        concat!(
            "SELECT ",
            version_columns!("''", "''"),
            " FROM article_version v
             WHERE v.article = ?1 AND v.lang = ?2 AND v.state = 'published'
             ORDER BY v.version DESC"
        ),
        &[&text.article, &text.lang],
        |row| read_version(row, 0),
    )
}

/// Takes the next version number of a text, if `base` is still its newest
/// version (0: it has none). `None` when somebody else saved meanwhile.
pub(crate) fn take_number(tx: &mut Tx<'_>, text: TextId, base: i64) -> Result<Option<i64>, Fault> {
    let taken = if base == 0 {
        tx.execute(
            "INSERT INTO article_text (article, lang, latest) VALUES (?1, ?2, 1)
             ON CONFLICT (article, lang) DO NOTHING",
            &[&text.article, &text.lang],
        )?
    } else {
        tx.execute(
            "UPDATE article_text SET latest = latest + 1
             WHERE article = ?1 AND lang = ?2 AND latest = ?3",
            &[&text.article, &text.lang, &base],
        )?
    };
    Ok((taken == 1).then_some(base + 1))
}

/// Enters a version under a number that [`take_number`] gave.
pub(crate) fn insert_version(
    tx: &mut Tx<'_>,
    text: TextId,
    version: i64,
    state: State,
    draft: &Draft,
    stamp: &Stamp,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO article_version (article, lang, version, state, title, summary, note, checked,
                review_by, valid_from, valid_to, author, created_at, html, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        &[
            &text.article,
            &text.lang,
            &version,
            &state,
            &draft.title,
            &draft.summary,
            &draft.note,
            &stamp.checked,
            &draft.review_by,
            &draft.valid_from,
            &draft.valid_to,
            &stamp.author,
            &stamp.now,
            &draft.html,
            &draft.body,
        ],
    )?;
    Ok(())
}

/// Makes a version the one the public reads, or none.
pub(crate) fn set_published(
    tx: &mut Tx<'_>,
    text: TextId,
    version: Option<i64>,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE article_text SET published = ?3 WHERE article = ?1 AND lang = ?2",
        &[&text.article, &text.lang, &version],
    )?;
    Ok(())
}

/// Marks a version as taken back.
pub(crate) fn set_withdrawn(tx: &mut Tx<'_>, text: TextId, version: i64) -> Result<(), Fault> {
    tx.execute(
        "UPDATE article_version SET state = 'withdrawn'
         WHERE article = ?1 AND lang = ?2 AND version = ?3",
        &[&text.article, &text.lang, &version],
    )?;
    Ok(())
}

/// Records that a version cites a fact under a number.
pub(crate) fn cite(
    tx: &mut Tx<'_>,
    text: TextId,
    version: i64,
    position: i64,
    fact: FactId,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO citation (article, lang, version, position, fact)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        &[&text.article, &text.lang, &version, &position, &fact],
    )?;
    Ok(())
}

/// All published texts, in every language.
pub(crate) fn listed(tx: &mut Tx<'_>) -> Result<Vec<Listed>, Fault> {
    tx.query(
        "SELECT a.slug, a.kind, a.topic, v.lang, v.title, v.summary, v.checked, v.review_by
         FROM article a
         JOIN article_text t ON t.article = a.id
         JOIN article_version v
           ON v.article = t.article AND v.lang = t.lang AND v.version = t.published
         ORDER BY a.slug",
        &[],
        |row| {
            Ok(Listed {
                slug: row.get(0)?,
                kind: row.get(1)?,
                topic: row.get(2)?,
                lang: row.get(3)?,
                title: row.get(4)?,
                summary: row.get(5)?,
                checked: row.get(6)?,
                review_by: row.get(7)?,
            })
        },
    )
}

/// Every article with where its texts stand, for its editors.
pub(crate) fn overview(tx: &mut Tx<'_>) -> Result<Vec<Overview>, Fault> {
    let mut all: Vec<Overview> = Vec::new();
    tx.query(
        "SELECT a.id, a.slug, a.kind, a.topic, t.lang, l.title, l.state, p.review_by
         FROM article a
         LEFT JOIN article_text t ON t.article = a.id
         LEFT JOIN article_version l
           ON l.article = t.article AND l.lang = t.lang AND l.version = t.latest
         LEFT JOIN article_version p
           ON p.article = t.article AND p.lang = t.lang AND p.version = t.published
         ORDER BY a.slug",
        &[],
        |row| {
            let article = read_article(row)?;
            if all.last().is_none_or(|last| last.article.id != article.id) {
                all.push(Overview { article, texts: Vec::new() });
            }
            let lang: Option<Lang> = row.get(4)?;
            if let (Some(lang), Some(last)) = (lang, all.last_mut()) {
                let (latest, review_by): (State, Option<String>) = (row.get(6)?, row.get(7)?);
                let standing = Standing { latest, is_published: review_by.is_some() };
                last.texts.push(TextOverview { lang, title: row.get(5)?, standing, review_by });
            }
            Ok(())
        },
    )?;
    Ok(all)
}

/// The published texts that cite a fact.
pub(crate) fn citing(tx: &mut Tx<'_>, fact: FactId) -> Result<Vec<Citing>, Fault> {
    tx.query(
        "SELECT a.slug, v.lang, v.title
         FROM citation c
         JOIN article_text t
           ON t.article = c.article AND t.lang = c.lang AND t.published = c.version
         JOIN article_version v
           ON v.article = c.article AND v.lang = c.lang AND v.version = c.version
         JOIN article a ON a.id = c.article
         WHERE c.fact = ?1 ORDER BY a.slug, v.lang",
        &[&fact],
        |row| Ok(Citing { slug: row.get(0)?, lang: row.get(1)?, title: row.get(2)? }),
    )
}

/// A published text as search shows it.
pub(crate) struct Found {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
}

/// A published text by article and language.
pub(crate) fn found(tx: &mut Tx<'_>, text: TextId) -> Result<Option<Found>, Fault> {
    tx.first(
        "SELECT a.slug, v.title, v.summary, v.body, v.valid_from, v.valid_to
         FROM article_text t
         JOIN article a ON a.id = t.article
         JOIN article_version v
           ON v.article = t.article AND v.lang = t.lang AND v.version = t.published
         WHERE t.article = ?1 AND t.lang = ?2",
        &[&text.article, &text.lang],
        |row| {
            Ok(Found {
                slug: row.get(0)?,
                title: row.get(1)?,
                summary: row.get(2)?,
                body: row.get(3)?,
                valid_from: row.get(4)?,
                valid_to: row.get(5)?,
            })
        },
    )
}

/// Title, summary and body of every published text, and when it was saved.
pub(crate) fn published_sources(
    tx: &mut Tx<'_>,
) -> Result<Vec<(TextId, [String; 3], Millis)>, Fault> {
    tx.query(
        "SELECT t.article, t.lang, v.title, v.summary, v.body, v.created_at
         FROM article_text t
         JOIN article_version v
           ON v.article = t.article AND v.lang = t.lang AND v.version = t.published
         ORDER BY t.article, t.lang",
        &[],
        |row| {
            let text = TextId { article: row.get(0)?, lang: row.get(1)? };
            Ok((text, [row.get(2)?, row.get(3)?, row.get(4)?], row.get(5)?))
        },
    )
}

/// Title, summary and body of the published texts, one text each, the newest
/// first, at most so many.
pub(crate) fn newest_sources(tx: &mut Tx<'_>, most: usize) -> Result<Vec<String>, Fault> {
    tx.query(
        "SELECT v.title || ' ' || v.summary || ' ' || v.body
         FROM article_text t
         JOIN article_version v
           ON v.article = t.article AND v.lang = t.lang AND v.version = t.published
         ORDER BY v.created_at DESC, t.article, t.lang LIMIT ?1",
        &[&i64::try_from(most).unwrap_or(i64::MAX)],
        |row| row.get(0),
    )
}

/// A text as the feed tells of it.
pub(crate) struct Changed {
    pub slug: String,
    pub title: String,
    pub summary: String,
    /// What the last change was, in the editor's words.
    pub note: String,
    pub at: Millis,
}

/// The published texts of a language that were last changed, newest first.
pub(crate) fn last_changed(tx: &mut Tx<'_>, lang: Lang, most: i64) -> Result<Vec<Changed>, Fault> {
    tx.query(
        "SELECT a.slug, v.title, v.summary, v.note, v.created_at
         FROM article_text t
         JOIN article a ON a.id = t.article
         JOIN article_version v
           ON v.article = t.article AND v.lang = t.lang AND v.version = t.published
         WHERE t.lang = ?1
         ORDER BY v.created_at DESC, a.id DESC LIMIT ?2",
        &[&lang, &most],
        |row| {
            Ok(Changed {
                slug: row.get(0)?,
                title: row.get(1)?,
                summary: row.get(2)?,
                note: row.get(3)?,
                at: row.get(4)?,
            })
        },
    )
}
