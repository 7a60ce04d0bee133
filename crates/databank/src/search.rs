//! What of the databank can be found: published texts and dated facts, by
//! everybody. Expired and superseded ones are found too, and say so.

use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::policy::PUBLIC;
use kafferum_platform::search::{
    self, Access, Analyser, Circle, Entry, Hit, PAGE, Place, Prepared, Reader, Shown, Source,
};
use kafferum_platform::texts::Lang;
use kafferum_platform::{Fault, markdown};

use crate::citation;
use crate::model::{ArticleId, Draft, FactId, FactState, Stamp, TextId, Told};
use crate::rules;
use crate::store::{articles, facts};

const ARTICLE: &str = "article";
const FACT: &str = "fact";

pub(crate) const SOURCE: Source = Source {
    name: "databank",
    text: "databank-menu",
    is_small: true,
    access: |_, _| Ok(vec![Access { circle: Circle::Everyone, places: None, except: Vec::new() }]),
    door: PUBLIC,
    places: |_, _, _| Ok::<Vec<Place>, Fault>(Vec::new()),
    spelt,
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
    // What is published anew is among the newest.
    forget_article(tx, text)?;
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
    let source = without_addresses(&told.source);
    for text in &told.texts {
        let body = format!("{}\n{}\n{source}", text.statement, text.applies_to);
        let words = Prepared::new(analyser, text.lang, "", &body);
        put(tx, FACT, id.0, text.lang, &words, at)?;
    }
    Ok(())
}

/// The words of a source. What an address is made of says little of what stands
/// there, and in another language than the fact.
fn without_addresses(source: &str) -> String {
    let is_address =
        |piece: &&str| piece.split('.').skip(1).any(|part| part.starts_with(char::is_alphabetic));
    let words = source.split_whitespace().filter(|piece| !is_address(piece));
    words.collect::<Vec<_>>().join(" ")
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

/// Titles and all other words, in every language: people ask in their own,
/// whatever the page's is. The newest texts, for editors write in most of them.
fn spelt(tx: &mut Tx<'_>, _: &Reader, most: usize) -> Result<Vec<String>, Fault> {
    let facts = facts::newest_statements(tx, most)?;
    let articles = articles::newest_sources(tx, most)?;
    Ok(facts.into_iter().chain(articles.iter().map(|body| plain(body))).collect())
}

/// One result a thing, in the reader's language if it was found in that. Of
/// those that stand on one page, what holds today comes first.
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
        shown.extend(show_one(tx, reader, hit)?);
    }
    for page in shown.chunks_mut(PAGE) {
        page.sort_by_key(|one: &Shown| one.mark.is_some());
    }
    Ok(shown)
}

/// The text of a thing that was found: the one in this language.
fn lang(hit: &Hit) -> Option<Lang> {
    Lang::from_word(&hit.part)
}

/// The part of an address that asks for a text in another language than the
/// reader's, in which it was found.
fn asking_for(lang: Lang, reader: &Reader) -> String {
    if lang == reader.lang { String::new() } else { format!("?lang={}", lang.word()) }
}

/// What must be known of something that does not hold today.
fn mark(state: FactState) -> Option<&'static str> {
    match state {
        FactState::Current => None,
        FactState::Upcoming => Some("databank-search-upcoming"),
        FactState::Expired => Some("databank-search-expired"),
        FactState::Superseded => Some("databank-search-superseded"),
    }
}

fn show_one(tx: &mut Tx<'_>, reader: &Reader, hit: &Hit) -> Result<Option<Shown>, Fault> {
    if hit.kind == FACT {
        return show_fact(tx, reader, hit);
    }
    let Some(lang) = lang(hit) else { return Ok(None) };
    let text = TextId { article: ArticleId(hit.thing), lang };
    let Some(found) = articles::found(tx, text)? else { return Ok(None) };
    let (from, to) = (found.valid_from.as_deref(), found.valid_to.as_deref());
    Ok(Some(Shown {
        title: found.title,
        path: format!("/databank/{}{}", found.slug, asking_for(lang, reader)),
        text: format!("{} {}", found.summary, plain(&found.body)),
        lang: hit.lang,
        place: String::new(),
        at: None,
        mark: mark(rules::fact_state(from, to, false, &reader.today)),
        more: 0,
        hit: hit.id,
    }))
}

fn show_fact(tx: &mut Tx<'_>, reader: &Reader, hit: &Hit) -> Result<Option<Shown>, Fault> {
    let Some(fact) = facts::by_id(tx, FactId(hit.thing))? else { return Ok(None) };
    let Some(text) = fact.told.texts.iter().find(|text| lang(hit) == Some(text.lang)) else {
        return Ok(None);
    };
    let title = cut(&text.statement);
    // What the title has no room for stands below it.
    let body = if title == text.statement { String::new() } else { text.statement.clone() };
    let meta = [text.applies_to.as_str(), fact.told.source.as_str()];
    let place = meta.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Ok(Some(Shown {
        title,
        path: format!("/databank/facts{}#fact-{}", asking_for(text.lang, reader), fact.key),
        text: body,
        lang: hit.lang,
        place,
        at: None,
        mark: mark(rules::state_of(&fact, &reader.today)),
        more: 0,
        hit: hit.id,
    }))
}

/// The beginning of a statement that is too long for a title, cut between words.
fn cut(statement: &str) -> String {
    /// Letters of the longest title.
    const LONGEST: usize = 160;
    let Some((end, _)) = statement.char_indices().nth(LONGEST) else {
        return statement.to_owned();
    };
    let head = statement.get(..end).unwrap_or_default();
    let head = head.rsplit_once(char::is_whitespace).map_or(head, |(head, _)| head);
    format!("{} …", head.trim_end_matches([',', ';', ':', '–', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_cut_between_words() {
        assert_eq!(cut("Palkka nousee."), "Palkka nousee.");
        let long = "Palkka nousee, ja ".repeat(20);
        let title = cut(&long);
        assert!(title.ends_with("Palkka nousee …") && title.chars().count() <= 162, "{title}");
        assert!(cut(&"ä".repeat(500)).starts_with('ä'));
    }

    #[test]
    fn a_source_is_found_by_its_words_and_not_by_its_address() {
        for (source, words) in [
            ("Työsopimuslaki 55/2001, 1 §", "Työsopimuslaki 55/2001, 1 §"),
            ("motiivilehti.fi, 15.3.2021", "15.3.2021"),
            ("heta-liitto.fi/tietopankki/irtisanomisaika", ""),
            ("heikkijokinen.info: New forms, 28.2.2017", "New forms, 28.2.2017"),
        ] {
            assert_eq!(without_addresses(source), words);
        }
    }
}
