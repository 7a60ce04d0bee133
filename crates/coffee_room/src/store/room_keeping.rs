//! Rooms as those who keep them fill them in.

use kafferum_platform::Fault;
use kafferum_platform::db::{Row, Tx};

use crate::model::{KeptRoom, RoomId};

fn read(row: &Row<'_>) -> Result<KeptRoom, Fault> {
    Ok(KeptRoom {
        id: row.get(0)?,
        revision: row.get(1)?,
        kind: row.get(2)?,
        state: row.get(3)?,
        open_to: row.get(4)?,
        names: [row.get(5)?, row.get(6)?, row.get(7)?],
        abouts: [row.get(8)?, row.get(9)?, row.get(10)?],
    })
}

/// Every room, in order.
pub(crate) fn rooms(tx: &mut Tx<'_>) -> Result<Vec<KeptRoom>, Fault> {
    tx.query(
        "SELECT id, revision, kind, state, open_to, name_fi, name_sv, name_en,
                about_fi, about_sv, about_en
         FROM room ORDER BY sort, id",
        &[],
        read,
    )
}

/// One room.
pub(crate) fn room(tx: &mut Tx<'_>, room: RoomId) -> Result<Option<KeptRoom>, Fault> {
    tx.first(
        "SELECT id, revision, kind, state, open_to, name_fi, name_sv, name_en,
                about_fi, about_sv, about_en
         FROM room WHERE id = ?1",
        &[&room],
        read,
    )
}

/// Adds a room behind all others.
pub(crate) fn insert(tx: &mut Tx<'_>, room: &KeptRoom) -> Result<RoomId, Fault> {
    let ([name_fi, name_sv, name_en], [about_fi, about_sv, about_en]) = (&room.names, &room.abouts);
    tx.one(
        "INSERT INTO room (kind, state, open_to, sort, name_fi, name_sv, name_en,
                           about_fi, about_sv, about_en)
         SELECT ?1, ?2, ?3, COALESCE(MAX(r.sort), 0) + 10, ?4, ?5, ?6, ?7, ?8, ?9 FROM room r
         RETURNING id",
        &[
            &room.kind,
            &room.state,
            &room.open_to,
            name_fi,
            name_sv,
            name_en,
            about_fi,
            about_sv,
            about_en,
        ],
        |row| row.get(0),
    )
}

/// Changes a room. Posts are shown anew, since who may read them may have
/// changed.
pub(crate) fn change(tx: &mut Tx<'_>, room: &KeptRoom) -> Result<(), Fault> {
    let ([name_fi, name_sv, name_en], [about_fi, about_sv, about_en]) = (&room.names, &room.abouts);
    tx.execute(
        "UPDATE room SET revision = revision + 1, kind = ?2, state = ?3, open_to = ?4,
                name_fi = ?5, name_sv = ?6, name_en = ?7,
                about_fi = ?8, about_sv = ?9, about_en = ?10
         WHERE id = ?1",
        &[
            &room.id,
            &room.kind,
            &room.state,
            &room.open_to,
            name_fi,
            name_sv,
            name_en,
            about_fi,
            about_sv,
            about_en,
        ],
    )?;
    Ok(())
}

/// Puts rooms into this order.
pub(crate) fn order(tx: &mut Tx<'_>, rooms: &[RoomId]) -> Result<(), Fault> {
    for (index, room) in rooms.iter().enumerate() {
        let sort = i64::try_from(index + 1).unwrap_or(i64::MAX) * 10;
        tx.execute("UPDATE room SET sort = ?2 WHERE id = ?1 AND sort <> ?2", &[room, &sort])?;
    }
    Ok(())
}
