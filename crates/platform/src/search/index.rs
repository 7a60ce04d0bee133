//! The index in the database, the one place where the engines' own full-text
//! search is spoken.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::terms::Prepared;
use super::{Circle, Language};
use crate::clock::Millis;
use crate::db::{Engine, Row, Tx};
use crate::fault::Fault;

/// A text of a thing, on its way into the index.
pub struct Entry<'e> {
    /// What kind of thing.
    pub kind: &'static str,
    /// Its number.
    pub thing: i64,
    /// Which text of it: a position, a language.
    pub part: &'e str,
    /// Where it stands: a room; 0 for nowhere.
    pub place: i64,
    /// When it was written.
    pub at: Millis,
    /// Who may find it; nobody removes it.
    pub circles: &'e [Circle],
    /// Its words.
    pub words: &'e Prepared,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the index.
    pub id: i64,
    /// What kind of thing.
    pub kind: String,
    /// The thing.
    pub thing: i64,
    /// Which text of it.
    pub part: String,
    /// Where it stands.
    pub place: i64,
    /// What it was analysed as.
    pub lang: Language,
    /// When it was written.
    pub at: Millis,
}

/// Puts a text into the index, in place of what it said before.
///
/// # Errors
/// A fault of the database.
pub fn put(tx: &mut Tx<'_>, entry: &Entry<'_>) -> Result<(), Fault> {
    put_at(tx, None, entry)
}

/// The same for a text that is older than its coming: a new one gets this
/// number, by which texts stand in the order of time.
///
/// # Errors
/// A fault of the database.
pub fn put_at(tx: &mut Tx<'_>, number: Option<i64>, entry: &Entry<'_>) -> Result<(), Fault> {
    if entry.circles.is_empty() {
        return remove(tx, entry.kind, entry.thing, entry.part);
    }
    let known = find_doc(tx, entry.kind, entry.thing, entry.part)?;
    if let Some(doc) = known {
        remove_text(tx, doc)?;
    }
    let doc = put_doc(tx, number.filter(|_| known.is_none()), entry)?;
    let mut terms = entry.words.spelled(entry.circles, entry.place);
    if tx.engine() == Engine::Postgres {
        terms.extend(WINDOWS.iter().flat_map(|window| [' '.to_string(), window.term(doc)]));
    }
    let sql = match tx.engine() {
        Engine::Sqlite => "INSERT INTO search_text (rowid, terms) VALUES (?1, ?2)",
        Engine::Postgres => {
            "INSERT INTO search_text (doc, terms) VALUES (?1, CAST(CAST(?2 AS TEXT) AS TSVECTOR))"
        }
    };
    tx.execute(sql, &[&doc, &terms])?;
    Ok(())
}

fn put_doc(tx: &mut Tx<'_>, number: Option<i64>, entry: &Entry<'_>) -> Result<i64, Fault> {
    let Entry { kind, thing, part, place, at, .. } = entry;
    let lang = entry.words.lang.unwrap_or(Language::Finnish).code();
    if let Some(number) = number {
        tx.execute(
            "INSERT INTO search_doc (id, kind, thing, part, place, lang, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            &[&number, kind, thing, part, place, &lang, at],
        )?;
        return Ok(number);
    }
    tx.one(
        "INSERT INTO search_doc (kind, thing, part, place, lang, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (kind, thing, part) DO UPDATE SET place = excluded.place,
             lang = excluded.lang, at = excluded.at
         RETURNING id",
        &[kind, thing, part, place, &lang, at],
        |row| row.get(0),
    )
}

/// Numbers that are left free above old texts, for those that come later and are
/// newer: a forum goes on for some weeks while it moves in.
const KEPT_FREE: i64 = 20_000;

/// Numbers for so many texts that are older than all that stand here: those
/// below, with some left free between.
///
/// # Errors
/// A fault of the database.
pub fn room_below(tx: &mut Tx<'_>, texts: i64) -> Result<Range<i64>, Fault> {
    let lowest: i64 =
        tx.one("SELECT COALESCE(MIN(id), 1) FROM search_doc", &[], |row| row.get(0))?;
    // What is written here has numbers from 1 on.
    let end = lowest.min(1) - KEPT_FREE;
    Ok(end - texts..end)
}

/// The free numbers right behind the text that had the last of such; none where
/// there are too few for so many texts, or that text does not stand among the
/// old ones.
///
/// # Errors
/// A fault of the database.
pub fn room_behind(
    tx: &mut Tx<'_>,
    (kind, thing, part): (&'static str, i64, &str),
    texts: i64,
) -> Result<Option<Range<i64>>, Fault> {
    let Some(last) = find_doc(tx, kind, thing, part)?.filter(|last| *last < 1) else {
        return Ok(None);
    };
    let next: Option<i64> =
        tx.one("SELECT MIN(id) FROM search_doc WHERE id > ?1", &[&last], |row| row.get(0))?;
    let room = last + 1..next.unwrap_or(1).min(1);
    Ok((room.end - room.start >= texts).then_some(room))
}

/// Takes a text out of the index.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, kind: &'static str, thing: i64, part: &str) -> Result<(), Fault> {
    if let Some(doc) = find_doc(tx, kind, thing, part)? {
        remove_text(tx, doc)?;
        tx.execute("DELETE FROM search_doc WHERE id = ?1", &[&doc])?;
    }
    Ok(())
}

/// What a text is analysed as, where it stands in the index.
///
/// # Errors
/// A fault of the database.
pub fn known_language(
    tx: &mut Tx<'_>,
    kind: &'static str,
    thing: i64,
    part: &str,
) -> Result<Option<Language>, Fault> {
    let code: Option<String> = tx.first(
        "SELECT lang FROM search_doc WHERE kind = ?1 AND thing = ?2 AND part = ?3",
        &[&kind, &thing, &part],
        |row| row.get(0),
    )?;
    Ok(code.as_deref().and_then(Language::from_code))
}

/// Takes all texts of a thing out of the index.
///
/// # Errors
/// A fault of the database.
pub fn remove_thing(tx: &mut Tx<'_>, kind: &'static str, thing: i64) -> Result<(), Fault> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "DELETE FROM search_text
             WHERE rowid IN (SELECT d.id FROM search_doc d WHERE d.kind = ?1 AND d.thing = ?2)"
        }
        Engine::Postgres => {
            "DELETE FROM search_text
             WHERE doc IN (SELECT d.id FROM search_doc d WHERE d.kind = ?1 AND d.thing = ?2)"
        }
    };
    tx.execute(sql, &[&kind, &thing])?;
    tx.execute("DELETE FROM search_doc WHERE kind = ?1 AND thing = ?2", &[&kind, &thing])?;
    Ok(())
}

/// Lets nobody find the texts of a thing whose parts are numbers behind this
/// one, until they are put in again. They keep their place in the order of
/// time, which texts that are removed lose.
///
/// # Errors
/// A fault of the database.
pub fn blank(tx: &mut Tx<'_>, kind: &'static str, thing: i64, after: i64) -> Result<(), Fault> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "DELETE FROM search_text
             WHERE rowid IN (SELECT d.id FROM search_doc d
                             WHERE d.kind = ?1 AND d.thing = ?2 AND CAST(d.part AS BIGINT) > ?3)"
        }
        Engine::Postgres => {
            "DELETE FROM search_text
             WHERE doc IN (SELECT d.id FROM search_doc d
                           WHERE d.kind = ?1 AND d.thing = ?2 AND CAST(d.part AS BIGINT) > ?3)"
        }
    };
    tx.execute(sql, &[&kind, &thing, &after])?;
    Ok(())
}

/// Whether texts of a thing wait to be put in again.
///
/// # Errors
/// A fault of the database.
pub fn is_blank(tx: &mut Tx<'_>, kind: &'static str, thing: i64) -> Result<bool, Fault> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT 1 FROM search_doc d WHERE d.kind = ?1 AND d.thing = ?2
               AND NOT EXISTS (SELECT 1 FROM search_text s WHERE s.rowid = d.id) LIMIT 1"
        }
        Engine::Postgres => {
            "SELECT 1 FROM search_doc d WHERE d.kind = ?1 AND d.thing = ?2
               AND NOT EXISTS (SELECT 1 FROM search_text s WHERE s.doc = d.id) LIMIT 1"
        }
    };
    Ok(tx.first(sql, &[&kind, &thing], |row| row.get::<i64>(0))?.is_some())
}

/// Gives texts whose parts are numbers to another thing, each under its number
/// and so much more. Their words and circles stay as they are, and so does
/// their place in the order of time.
///
/// # Errors
/// A fault of the database.
pub fn shift(
    tx: &mut Tx<'_>,
    kind: &'static str,
    (from, first, last): (i64, i64, i64),
    to: i64,
    offset: i64,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE search_doc SET thing = ?5, part = CAST(CAST(part AS BIGINT) + ?6 AS TEXT)
         WHERE kind = ?1 AND thing = ?2
           AND CAST(part AS BIGINT) >= ?3 AND CAST(part AS BIGINT) <= ?4",
        &[&kind, &from, &first, &last, &to, &offset],
    )?;
    Ok(())
}

fn find_doc(
    tx: &mut Tx<'_>,
    kind: &'static str,
    thing: i64,
    part: &str,
) -> Result<Option<i64>, Fault> {
    tx.first(
        "SELECT id FROM search_doc WHERE kind = ?1 AND thing = ?2 AND part = ?3",
        &[&kind, &thing, &part],
        |row| row.get(0),
    )
}

fn remove_text(tx: &mut Tx<'_>, doc: i64) -> Result<(), Fault> {
    let sql = match tx.engine() {
        Engine::Sqlite => "DELETE FROM search_text WHERE rowid = ?1",
        Engine::Postgres => "DELETE FROM search_text WHERE doc = ?1",
    };
    tx.execute(sql, &[&doc])?;
    Ok(())
}

/// Pages of the index that one step of merging writes, about 4 kB each: some
/// tens of milliseconds of the one writer.
const MERGED: i64 = 1_000;

/// Merges some of the pieces that writes leave in the index, since a search
/// looks each of its terms up in every one. Says whether there was anything
/// to do. PostgreSQL sees to its own index.
///
/// # Errors
/// A fault of the database.
pub fn merge(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    if tx.engine() == Engine::Postgres {
        return Ok(false);
    }
    let changes = "SELECT total_changes()";
    let before: i64 = tx.one(changes, &[], |row| row.get(0))?;
    tx.execute("INSERT INTO search_text (search_text, rank) VALUES ('merge', ?1)", &[&MERGED])?;
    let after: i64 = tx.one(changes, &[], |row| row.get(0))?;
    // The statement itself counts as one.
    Ok(after - before > 1)
}

/// A run of so many texts, neighbours in time. PostgreSQL's index gives what
/// it finds in no order, all of it: of a frequent word, hundred thousands to
/// sort for the newest twenty. Each text says in which runs it stands, so the
/// newest can be asked for alone.
#[derive(Clone, Copy)]
struct Window {
    digit: char,
    length: i64,
}

/// The shortest tells how frequent a word is, and so which of the others holds
/// what is wanted and little more: each text found costs a look at its row. A
/// word that is too rare for the longest costs little in all texts.
const WINDOWS: [Window; 4] = [
    Window { digit: '3', length: 1_000 },
    Window { digit: '5', length: 5_000 },
    Window { digit: '4', length: 30_000 },
    Window { digit: '6', length: 150_000 },
];
/// Of titles, of which there is one in some fifty texts, the third does.
const TITLES_FROM: usize = 2;

/// What a query looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// Whole texts.
    Texts,
    /// Titles, of which the newest thousand texts have few.
    Titles,
}

impl Window {
    /// The term that a text has. No circle's letter is a digit.
    fn term(self, doc: i64) -> String {
        format!("{}_{}", self.digit, doc.div_euclid(self.length))
    }

    /// How many another is likely to hold when this one held so many.
    fn expects(self, held: usize, other: Self) -> usize {
        let times = usize::try_from(other.length / self.length).unwrap_or(1);
        held.saturating_mul(times)
    }

    /// A query, asked of the newest texts alone: of the window in which the
    /// newest stands and of the one before.
    fn narrow(self, query: &str, newest: i64) -> String {
        let (last, before) = (self.term(newest), self.term(newest - self.length));
        format!("({query}) & ('{last}' | '{before}')")
    }
}

/// One closeness, in the index's own words.
pub(super) struct Question {
    pub text: String,
    pub among: Among,
}

/// What is asked for.
pub(super) struct Search {
    /// Closest first; the last finds all that those before it find.
    pub questions: Vec<Question>,
    /// Older texts are left out of those that are read.
    pub since: Millis,
    /// How many to find before no wider question is asked.
    pub enough: usize,
    /// How many each question reads.
    pub most: usize,
    /// There are some thousands of texts at most in which it is looked for.
    pub is_among_few: bool,
    /// The newest are enough: PostgreSQL leaves out the question that may take
    /// long.
    pub is_for_newest: bool,
}

/// What was found of what there is.
pub(super) struct Found {
    /// Closest first and the newest first within each closeness, each once.
    pub hits: Vec<Hit>,
    /// There is nothing else.
    pub is_whole: bool,
}

/// What one question to the index gave, the newest first.
struct Newest {
    hits: Vec<Hit>,
    /// How many there were before the old ones were left out.
    read: usize,
}

impl Newest {
    fn since(mut hits: Vec<Hit>, since: Millis) -> Self {
        let read = hits.len();
        hits.retain(|hit| hit.at >= since);
        Self { hits, read }
    }

    /// Whatever else there is, is too old. A few that are say nothing: what
    /// another forum wrote last stands below all that was written here.
    fn is_past(&self) -> bool {
        /// Fewer than are read where old ones are left out.
        const ENOUGH: usize = 100;
        self.read - self.hits.len() >= ENOUGH
    }

    /// There is nothing else that may be shown.
    fn is_whole(&self, search: &Search) -> bool {
        self.is_past() || self.read < search.most
    }
}

/// The texts that a search finds.
pub(super) fn find(tx: &mut Tx<'_>, search: &Search) -> Result<Found, Fault> {
    if search.questions.is_empty() {
        return Ok(Found { hits: Vec::new(), is_whole: true });
    }
    match tx.engine() {
        Engine::Sqlite => in_turn(search, |question| find_in_order(tx, search, &question.text)),
        Engine::Postgres if search.is_among_few => find_at_once(tx, search),
        Engine::Postgres => {
            let ends = tx.one(
                "SELECT COALESCE(MIN(doc), 0), COALESCE(MAX(doc), 0) FROM search_text",
                &[],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            in_turn(search, |question| find_by_windows(tx, search, question, ends))
        }
    }
}

fn in_turn(
    search: &Search,
    mut ask: impl FnMut(&Question) -> Result<Newest, Fault>,
) -> Result<Found, Fault> {
    let (mut hits, mut seen) = (Vec::new(), HashSet::new());
    let mut left = search.questions.len();
    for question in &search.questions {
        let found = ask(question)?;
        let is_whole = found.is_whole(search);
        hits.extend(found.hits.into_iter().filter(|hit: &Hit| seen.insert(hit.id)));
        left -= 1;
        if left == 0 {
            return Ok(Found { hits, is_whole });
        }
        if hits.len() >= search.enough {
            return Ok(Found { hits, is_whole: false });
        }
    }
    Ok(Found { hits, is_whole: true })
}

/// FTS5 reads from the newest on and stops.
fn find_in_order(tx: &mut Tx<'_>, search: &Search, query: &str) -> Result<Newest, Fault> {
    let hits = tx.query(
        "SELECT d.id, d.kind, d.thing, d.part, d.place, d.lang, d.at
         FROM (SELECT rowid AS doc FROM search_text WHERE search_text MATCH ?1
               ORDER BY rowid DESC LIMIT ?2) f
         CROSS JOIN search_doc d ON d.id = f.doc ORDER BY d.id DESC",
        &[&query, &limit(search.most)],
        read_hit,
    )?;
    Ok(Newest::since(hits, search.since))
}

fn find_by_windows(
    tx: &mut Tx<'_>,
    search: &Search,
    question: &Question,
    (oldest, newest): (i64, i64),
) -> Result<Newest, Fault> {
    let first = if question.among == Among::Titles { TITLES_FROM } else { 0 };
    let mut known = Newest { hits: Vec::new(), read: 0 };
    let mut asked: Option<Window> = None;
    // One that reaches into the numbers that are kept free tells nothing.
    let tells = |window: &&Window| {
        window.length < newest - oldest && (window.length < newest || window.length > KEPT_FREE)
    };
    for window in WINDOWS.iter().skip(first).filter(tells) {
        let expected = asked.map_or(search.most, |asked| asked.expects(known.read, *window));
        if expected < search.most && !search.is_for_newest {
            continue;
        }
        known = find_all(tx, search, &window.narrow(&question.text, newest))?;
        if known.read >= search.most || known.is_past() {
            return Ok(known);
        }
        asked = Some(*window);
    }
    if search.is_for_newest { Ok(known) } else { find_all(tx, search, &question.text) }
}

/// Where there is little to find, most words are not there at all: one question
/// says so. Only what it finds is looked at again for how close it is.
fn find_at_once(tx: &mut Tx<'_>, search: &Search) -> Result<Found, Fault> {
    let Some((widest, closer)) = search.questions.split_last() else {
        return Ok(Found { hits: Vec::new(), is_whole: true });
    };
    let all = find_all(tx, search, &widest.text)?;
    let is_whole = all.is_whole(search);
    if !is_whole && !closer.is_empty() {
        return in_turn(search, |question| find_all(tx, search, &question.text));
    }
    Ok(Found { hits: order(tx, closer, all.hits)?, is_whole })
}

/// Puts what was found in order, by the first question that finds it.
fn order(tx: &mut Tx<'_>, questions: &[Question], mut hits: Vec<Hit>) -> Result<Vec<Hit>, Fault> {
    if hits.len() < 2 || questions.is_empty() {
        return Ok(hits);
    }
    let ids: Vec<String> = hits.iter().map(|hit| hit.id.to_string()).collect();
    let texts: Vec<&str> = questions.iter().map(|question| question.text.as_str()).collect();
    let ranks: HashMap<i64, i64> = tx
        .query(
            "SELECT s.doc, q.rank
             FROM search_text s
             CROSS JOIN LATERAL (
                 SELECT MIN(u.rank) AS rank
                 FROM unnest(string_to_array(?2, ';')) WITH ORDINALITY u (asked, rank)
                 WHERE s.terms @@ CAST(u.asked AS TSQUERY)) q
             WHERE q.rank IS NOT NULL
               AND s.doc = ANY (CAST(string_to_array(?1, ';') AS BIGINT[]))",
            &[&ids.join(";"), &texts.join(";")],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .collect();
    // Stable, so the newest stay first within each.
    hits.sort_by_key(|hit| ranks.get(&hit.id).copied().unwrap_or(i64::MAX));
    Ok(hits)
}

fn find_all(tx: &mut Tx<'_>, search: &Search, query: &str) -> Result<Newest, Fault> {
    // Materialised, or the planner may walk through all texts from the newest
    // on and read the terms of each.
    let hits = tx.query(
        "WITH f AS MATERIALIZED (
             SELECT doc FROM search_text WHERE terms @@ CAST(CAST(?1 AS TEXT) AS TSQUERY))
         SELECT d.id, d.kind, d.thing, d.part, d.place, d.lang, d.at
         FROM (SELECT doc FROM f ORDER BY doc DESC LIMIT ?2) n
         JOIN search_doc d ON d.id = n.doc ORDER BY d.id DESC",
        &[&query, &limit(search.most)],
        read_hit,
    )?;
    Ok(Newest::since(hits, search.since))
}

fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

fn read_hit(row: &Row<'_>) -> Result<Hit, Fault> {
    let lang: String = row.get(5)?;
    Ok(Hit {
        id: row.get(0)?,
        kind: row.get(1)?,
        thing: row.get(2)?,
        part: row.get(3)?,
        place: row.get(4)?,
        lang: Language::from_code(&lang).ok_or_else(|| Fault::bug("no such language"))?,
        at: row.get(6)?,
    })
}
