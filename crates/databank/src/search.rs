//! What of the databank can be found: published texts and dated facts, by
//! everybody. Expired and superseded ones are found too, and say so.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::search::{
    self, Access, Analyser, Circle, Entry, Hit, Place, Prepared, Reader, Shown, Source,
};
use kafferum_platform::texts::Lang;
use kafferum_platform::{Fault, markdown};

use crate::citation;
use crate::model::{ArticleId, Draft, FactId, Stamp, TextId, Told};
use crate::store::{articles, facts};

const ARTICLE: &str = "article";
const FACT: &str = "fact";

pub(crate) const SOURCE: Source = Source {
    name: "databank",
    text: "databank-menu",
    access: |_, _| Ok(vec![Access { circle: Circle::Everyone, places: None, except: Vec::new() }]),
    places: |_, _, _| Ok::<Vec<Place>, Fault>(Vec::new()),
    titles,
    show,
    start: |_, _, _, _| Ok(None),
    index_again,
};

/// Indexes a text that was just published.
pub(crate) fn index_article(
    tx: &mut Tx<'_>,
    text: TextId,
    draft: &Draft,
    stamp: &Stamp,
) -> Result<(), Fault> {
    put_article(tx, &stamp.analyser, text, [&draft.title, &draft.summary, &draft.body], stamp.now)
}

fn put_article(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    text: TextId,
    [title, summary, body]: [&str; 3],
    at: Millis,
) -> Result<(), Fault> {
    let body = format!("{summary}\n{}", plain(body));
    let words = Prepared::new(analyser, text.lang, title, &body);
    put(tx, ARTICLE, text.article.0, text.lang, &words, at)
}

/// The words of a text, without citations.
fn plain(body: &str) -> String {
    markdown::plain(&citation::without(body))
}

fn put(
    tx: &mut Tx<'_>,
    kind: &'static str,
    thing: i64,
    lang: Lang,
    words: &Prepared,
    at: Millis,
) -> Result<(), Fault> {
    let circles = &[Circle::Everyone];
    search::put(tx, &Entry { kind, thing, part: lang.word(), place: 0, at, circles, words })
}

/// Takes a text out of the index that was withdrawn.
pub(crate) fn forget_article(tx: &mut Tx<'_>, text: TextId) -> Result<(), Fault> {
    search::remove(tx, ARTICLE, text.article.0, text.lang.word())
}

/// Indexes a fact as it is told now.
pub(crate) fn index_fact(
    tx: &mut Tx<'_>,
    id: FactId,
    told: &Told,
    stamp: &Stamp,
) -> Result<(), Fault> {
    search::remove_thing(tx, FACT, id.0)?;
    put_fact(tx, &stamp.analyser, id, told, stamp.now)
}

fn put_fact(
    tx: &mut Tx<'_>,
    analyser: &Analyser,
    id: FactId,
    told: &Told,
    at: Millis,
) -> Result<(), Fault> {
    for text in &told.texts {
        let body = format!("{}\n{}", text.statement, text.applies_to);
        let words = Prepared::new(analyser, text.lang, "", &body);
        put(tx, FACT, id.0, text.lang, &words, at)?;
    }
    Ok(())
}

/// There are few: all at once.
fn index_again(tx: &mut Tx<'_>, analyser: &Analyser, after: i64) -> Result<Option<i64>, Fault> {
    if after > 0 {
        return Ok(None);
    }
    let told_at = facts::told_at(tx)?;
    for fact in facts::all(tx)? {
        let at = told_at.iter().find(|(id, _)| *id == fact.id).map_or(0, |(_, at)| *at);
        put_fact(tx, analyser, fact.id, &fact.told, at)?;
    }
    for (text, [title, summary, body], at) in articles::published_sources(tx)? {
        put_article(tx, analyser, text, [&title, &summary, &body], at)?;
    }
    Ok(Some(1))
}

fn titles(tx: &mut Tx<'_>, reader: &Reader, most: usize) -> Result<Vec<String>, Fault> {
    let listed = articles::listed(tx)?.into_iter().filter(|text| text.lang == reader.lang);
    Ok(listed.map(|text| text.title).take(most).collect())
}

/// One result a thing, in the reader's language if it was found in that.
fn show(tx: &mut Tx<'_>, reader: &Reader, hits: &[Hit], most: usize) -> Result<Vec<Shown>, Fault> {
    let mut chosen: Vec<&Hit> = Vec::new();
    for hit in hits {
        let known =
            chosen.iter_mut().find(|known| (&known.kind, known.thing) == (&hit.kind, hit.thing));
        match known {
            Some(known) if lang(hit) == Some(reader.lang) => *known = hit,
            Some(_) => {}
            None => chosen.push(hit),
        }
    }
    let mut shown = Vec::new();
    for hit in chosen.into_iter().take(most) {
        shown.extend(show_one(tx, hit, &reader.today)?);
    }
    Ok(shown)
}

/// The text of a thing that was found: the one in this language.
fn lang(hit: &Hit) -> Option<Lang> {
    Lang::from_word(&hit.part)
}

fn show_one(tx: &mut Tx<'_>, hit: &Hit, today: &str) -> Result<Option<Shown>, Fault> {
    if hit.kind == FACT {
        return show_fact(tx, hit, today);
    }
    let Some(lang) = lang(hit) else { return Ok(None) };
    let text = TextId { article: ArticleId(hit.thing), lang };
    let Some(found) = articles::found(tx, text)? else { return Ok(None) };
    let has_expired = found.valid_to.as_deref().is_some_and(|last| last < today);
    Ok(Some(Shown {
        title: found.title,
        path: format!("/databank/{}", found.slug),
        text: format!("{} {}", found.summary, plain(&found.body)),
        lang: hit.lang,
        place: String::new(),
        at: None,
        mark: has_expired.then_some("databank-search-expired"),
        more: 0,
    }))
}

fn show_fact(tx: &mut Tx<'_>, hit: &Hit, today: &str) -> Result<Option<Shown>, Fault> {
    let Some(fact) = facts::by_id(tx, FactId(hit.thing))? else { return Ok(None) };
    let Some(text) = fact.told.texts.iter().find(|text| lang(hit) == Some(text.lang)) else {
        return Ok(None);
    };
    let has_expired = fact.told.valid_to.as_deref().is_some_and(|last| last < today);
    let mark = match (fact.superseded_by, has_expired) {
        (Some(_), _) => Some("databank-search-superseded"),
        (None, true) => Some("databank-search-expired"),
        (None, false) => None,
    };
    Ok(Some(Shown {
        title: text.applies_to.clone(),
        path: format!("/databank/facts#{}", fact.key),
        text: text.statement.clone(),
        lang: hit.lang,
        place: fact.told.source.clone(),
        at: None,
        mark,
        more: 0,
    }))
}
