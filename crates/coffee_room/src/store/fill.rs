//! The SQL of filling in.

use std::sync::Arc;

use kafferum_platform::db::Tx;
use kafferum_platform::site::Site;
use kafferum_platform::{Error, Fault};

use crate::fill::{FilledPost, FilledThread};
use crate::model::{RoomId, ThreadId};
use crate::{search, store};

/// Every open room.
pub(crate) fn rooms(tx: &mut Tx<'_>) -> Result<Vec<RoomId>, Fault> {
    tx.query("SELECT id FROM room WHERE state = 'open' ORDER BY sort, id", &[], |row| row.get(0))
}

/// Some of what was said, as it was typed.
pub(crate) fn texts(tx: &mut Tx<'_>) -> Result<Vec<String>, Fault> {
    tx.query("SELECT markdown FROM post ORDER BY thread, position LIMIT 500", &[], |row| row.get(0))
}

/// Enters threads with all their posts, in one transaction.
pub(crate) async fn insert(site: &Site, threads: Vec<FilledThread>) -> Result<(), Error> {
    let threads = Arc::new(threads);
    site.db
        .write(move |tx| {
            for thread in &*threads {
                insert_thread(tx, thread)?;
            }
            Ok(())
        })
        .await
}

fn insert_thread(tx: &mut Tx<'_>, t: &FilledThread) -> Result<(), Fault> {
    let id: ThreadId = tx.one(
        "INSERT INTO thread (room, title, title_state, author, audience, state, pinned, opened_at,
                             last_position, last_post_at, guest_last_position, guest_last_post_at)
         VALUES (?1, ?2, 'shown', ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10) RETURNING id",
        &[
            &t.room,
            &t.title,
            &t.author,
            &t.audience,
            &t.state,
            &t.opened_at,
            &t.end.position,
            &t.last_post_at,
            &t.end.guest_position,
            &t.guest_last_post_at,
        ],
        |row| row.get(0),
    )?;
    for post in &t.posts {
        insert_post(tx, id, post)?;
        let place = (id, post.position);
        search::index_new(tx, t.room, place, post.audience, &post.words, post.at)?;
    }
    for (person, marker) in &t.markers {
        store::posts::advance_marker(tx, *person, id, *marker)?;
        store::follow::follow_own(tx, id, *person)?;
    }
    Ok(())
}

fn insert_post(tx: &mut Tx<'_>, thread: ThreadId, post: &FilledPost) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO post (thread, position, guest_position, author, created_at, version, audience,
                           state, html, markdown)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, 'shown', ?7, ?8)",
        &[
            &thread,
            &post.position,
            &post.guest_position,
            &post.author,
            &post.at,
            &post.audience,
            &post.html,
            &post.markdown,
        ],
    )?;
    Ok(())
}

/// Counts the threads of every room anew.
pub(crate) fn count_rooms(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.execute(
        "UPDATE room SET
             threads = (SELECT COUNT(*) FROM thread t WHERE t.room = room.id),
             guest_threads =
                 (SELECT COUNT(*) FROM thread t WHERE t.room = room.id AND t.audience = 'guests')",
        &[],
    )?;
    Ok(())
}
