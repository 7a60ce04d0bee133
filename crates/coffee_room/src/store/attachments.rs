//! Pictures and documents: whose they are, and in which post they stand.

use kafferum_platform::Fault;
use kafferum_platform::clock::{DAY, Millis};
use kafferum_platform::db::{Row, Tx};
use kafferum_platform::document::Kind;
use kafferum_platform::files::{self, FileHash};
use kafferum_platform::markdown::{Asked, Attachment, Shape};
use kafferum_platform::people::PersonId;

use crate::model::{AttachmentId, AttachmentKind, PictureSize, Served, ThreadId};

/// What file uses of attachments are noted under.
const USE: &str = "attachment";

/// Enters something that is in no post yet. What is said of it is stored with
/// the text that says it, once that is sent. Of a document `small` is the same
/// file.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    owner: PersonId,
    kind: AttachmentKind,
    (file, small): (&FileHash, &FileHash),
    now: Millis,
) -> Result<AttachmentId, Fault> {
    let id: AttachmentId = tx.one(
        "INSERT INTO attachment (owner, kind, description, file, small, added_at, loose_since)
         VALUES (?1, ?2, '', ?3, ?4, ?5, ?5) RETURNING id",
        &[&owner, &kind, file, small, &now],
        |row| row.get(0),
    )?;
    files::refer(tx, USE, id.0, file)?;
    files::refer(tx, USE, id.0, small)?;
    Ok(id)
}

/// How many of a kind a person has added in the last day.
pub(crate) fn added_in_last_day(
    tx: &mut Tx<'_>,
    owner: PersonId,
    kind: AttachmentKind,
    now: Millis,
) -> Result<i64, Fault> {
    tx.one(
        "SELECT COUNT(*) FROM attachment WHERE owner = ?1 AND added_at > ?2 AND kind = ?3",
        &[&owner, &(now - DAY), &kind],
        |row| row.get(0),
    )
}

macro_rules! attachments {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.kind, a.description, f.width, f.height, f.kind, f.bytes
             FROM attachment a JOIN file f ON f.hash = a.small ",
            $rest
        )
    };
}

/// Of what a text asks for, that which a text by this person may show: their
/// own that stands in no post, or in the very post that is being changed; as
/// the text describes it.
pub(crate) fn showable(
    tx: &mut Tx<'_>,
    owner: PersonId,
    post: Option<(ThreadId, i64)>,
    asked: &[Asked],
) -> Result<Vec<Attachment>, Fault> {
    let (thread, position) = (post.map(|(thread, _)| thread), post.map(|(_, position)| position));
    let mut found = Vec::new();
    for one in asked {
        let shown = tx.first(
            attachments!(
                "WHERE a.id = ?1 AND a.owner = ?2
                   AND (a.thread IS NULL
                        OR (a.thread = CAST(?3 AS BIGINT) AND a.position = CAST(?4 AS BIGINT)))"
            ),
            &[&one.id, &owner, &thread, &position],
            read,
        )?;
        found.extend(shown.map(|shown| match one.words.trim() {
            "" => shown,
            words => Attachment { description: words.to_owned(), ..shown },
        }));
    }
    Ok(found)
}

/// What stands in a post.
pub(crate) fn of_post(
    tx: &mut Tx<'_>,
    (thread, position): (ThreadId, i64),
) -> Result<Vec<Attachment>, Fault> {
    let sql = attachments!("WHERE a.thread = ?1 AND a.position = ?2 ORDER BY a.id");
    tx.query(sql, &[&thread, &position], read)
}

fn read(row: &Row<'_>) -> Result<Attachment, Fault> {
    let id: AttachmentId = row.get(0)?;
    let (description, media_type): (String, String) = (row.get(2)?, row.get(5)?);
    let label = Kind::of_media_type(&media_type).map(Kind::label).unwrap_or_default();
    Ok(match row.get(1)? {
        AttachmentKind::Picture => Attachment {
            id: id.0,
            description,
            shape: Shape::Picture {
                small: id.picture(PictureSize::Small),
                large: id.picture(PictureSize::Large),
                width: row.get::<Option<i64>>(3)?.unwrap_or(1),
                height: row.get::<Option<i64>>(4)?.unwrap_or(1),
            },
        },
        AttachmentKind::Document => Attachment {
            id: id.0,
            description: if description.is_empty() { label.clone() } else { description },
            shape: Shape::Document { address: id.document(), kind: label, bytes: row.get(6)? },
        },
    })
}

/// Puts things into a post that was just written or changed, and takes out
/// those that it shows no more. `false` when one of them went elsewhere
/// meanwhile.
pub(crate) fn put_into(
    tx: &mut Tx<'_>,
    owner: PersonId,
    (thread, position): (ThreadId, i64),
    attachments: &[Attachment],
    now: Millis,
) -> Result<bool, Fault> {
    tx.execute(
        "UPDATE attachment SET thread = NULL, position = NULL, loose_since = ?3
         WHERE thread = ?1 AND position = ?2",
        &[&thread, &position, &now],
    )?;
    let mut put = 0;
    for one in attachments {
        put += tx.execute(
            "UPDATE attachment SET thread = ?3, position = ?4, loose_since = NULL, description = ?5
             WHERE id = ?1 AND owner = ?2 AND thread IS NULL",
            &[&one.id, &owner, &thread, &position, &one.description],
        )?;
    }
    Ok(put == attachments.len() as u64)
}

/// Something as it is served: of a picture in a size.
pub(crate) fn served(
    tx: &mut Tx<'_>,
    id: AttachmentId,
    kind: AttachmentKind,
    size: PictureSize,
) -> Result<Option<Served>, Fault> {
    tx.first(
        "SELECT a.owner, a.thread, a.position, o.guest_position, f.hash, f.kind
         FROM attachment a
         JOIN file f ON f.hash = CASE ?3 WHEN 'large' THEN a.file ELSE a.small END
         LEFT JOIN post o ON o.thread = a.thread AND o.position = a.position
         WHERE a.id = ?1 AND a.kind = ?2",
        &[&id, &kind, &size],
        |row| {
            let thread: Option<ThreadId> = row.get(1)?;
            let position: Option<i64> = row.get(2)?;
            Ok(Served {
                owner: row.get(0)?,
                post: thread.zip(position),
                guest_position: row.get(3)?,
                file: row.get(4)?,
                media_type: row.get(5)?,
            })
        },
    )
}

/// Removes what has been in no post since then, at most 100; but nothing of
/// somebody whose text may still show it: one that waits, that is kept for an
/// appeal, a draft, or a post from which a moderator took it, where an appeal
/// waits or may be made (`appealable`: of decisions since then).
pub(crate) fn remove_loose(
    tx: &mut Tx<'_>,
    since: Millis,
    appealable: Millis,
    now: Millis,
) -> Result<usize, Fault> {
    let loose: Vec<AttachmentId> = tx.query(
        "SELECT a.id FROM attachment a WHERE a.loose_since <= ?1
           AND NOT EXISTS (SELECT 1 FROM held_post h
                           WHERE h.author = a.owner AND h.markdown <> ''
                             AND h.state IN ('waiting', 'declined'))
           AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.person = a.owner)
           AND NOT EXISTS (SELECT 1 FROM moderation_log l
                           LEFT JOIN appeal p ON p.decision = l.id
                           WHERE l.about = a.owner AND l.deed = 'redact'
                             AND (p.state = 'waiting' OR (p.id IS NULL AND l.at > ?2)))
         ORDER BY a.loose_since LIMIT 100",
        &[&since, &appealable],
        |row| row.get(0),
    )?;
    remove(tx, &loose, now)?;
    Ok(loose.len())
}

/// Removes all of a person; says in which posts it stood.
pub(crate) fn remove_all_of(
    tx: &mut Tx<'_>,
    owner: PersonId,
    now: Millis,
) -> Result<Vec<(ThreadId, i64)>, Fault> {
    let all = tx.query(
        "SELECT id, thread, position FROM attachment WHERE owner = ?1 ORDER BY id",
        &[&owner],
        |row| Ok((row.get::<AttachmentId>(0)?, row.get::<Option<ThreadId>>(1)?, row.get(2)?)),
    )?;
    let ids: Vec<AttachmentId> = all.iter().map(|(id, _, _)| *id).collect();
    remove(tx, &ids, now)?;
    let mut posts: Vec<_> =
        all.into_iter().filter_map(|(_, thread, position)| thread.zip(position)).collect();
    posts.dedup();
    Ok(posts)
}

fn remove(tx: &mut Tx<'_>, attachments: &[AttachmentId], now: Millis) -> Result<(), Fault> {
    for id in attachments {
        tx.execute("DELETE FROM attachment WHERE id = ?1", &[id])?;
        files::release(tx, USE, id.0, now)?;
    }
    Ok(())
}
