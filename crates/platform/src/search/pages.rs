//! The pages of search.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use askama::Template;
use kafferum_analyser::words;

use super::most::Partly;
use super::query::{Asked, LONGEST, MOST_READ};
use super::snippet::Marker;
use super::{
    Access, Analyser, Hit, Language, Order, Query, Reader, Scope, Shown, Source, Start, language,
    missed, most, read_briefly,
};
use crate::clock::{DAY, Millis, date_of};
use crate::db::Tx;
use crate::fault::{Error, Fault, FaultKind};
use crate::people::contact::must_be_mail_address;
use crate::policy::{Actor, Denied, PUBLIC, Permission, Role, must_be};
use crate::texts::Lang;
use crate::web::ctx::Ctx;
use crate::web::form::{self, Field};
use crate::web::page::Page;
use crate::web::route::{Reply, Route, get, post};
use crate::web::serve::{DoorSays, door_says};
use crate::web::view::{Html, escape};

/// What was searched for and not found.
pub(crate) const READ_MISSED: Permission =
    Permission { name: "search.missed", rule: |actor| must_be(actor, Role::Editor) };

/// Results of each kind when all kinds are searched.
const FEW: usize = 6;
/// Results of a page of one kind.
pub const PAGE: usize = 20;
/// Where fewer results than these have all the words, what has most of them is
/// shown with them.
const TOO_FEW: usize = 6;
/// Hits that are looked for a result, since a thread may have several.
const HITS_A_THING: usize = 2;
/// So many times as many hits are looked for where those were of too few
/// things: a busy thread may have hundreds. Up to [`MOST_READ`].
const FURTHER: usize = 5;
/// Pages that are shown; whoever needs more narrows the search.
const MOST_PAGES: usize = 5;
/// Titles offered while one types.
const OFFERED: usize = 8;
/// Titles of each kind in which a misspelt word is looked for.
const MOST_TITLES: usize = 500;
/// Texts of a word that are counted for how rare it is.
const MOST_COUNTED: usize = 200;
/// Least letters of a title that is completed.
const LEAST_TYPED: usize = 2;

/// When a thing was written: word in the address, text key.
const WHENS: &[(&str, &str)] = &[
    ("", "search-when-any"),
    ("week", "search-when-week"),
    ("month", "search-when-month"),
    ("year", "search-when-year"),
];
/// What comes first.
const ORDERS: &[(&str, &str)] = &[("", "search-order-any"), ("newest", "search-order-newest")];

pub(crate) fn routes() -> Vec<Route> {
    vec![
        get("/search", PUBLIC, search),
        get("/search/titles", PUBLIC, titles),
        get("/editor/missed-searches", READ_MISSED, missed_list),
        post("/editor/missed-searches/forget", READ_MISSED, missed_forget),
    ]
}

/// A thing that may be chosen, and whether it is.
struct Choice {
    word: String,
    name: String,
    is_chosen: bool,
    is_place: bool,
}

struct Found {
    title: Html,
    path: String,
    excerpt: Html,
    lang: Language,
    place: String,
    at: Option<Millis>,
    mark: Option<&'static str>,
    more: i64,
    /// Otherwise there may be more than `more`.
    is_counted: bool,
    /// Words that it does not have.
    missing: Vec<String>,
}

/// What was not searched, since its door is closed to the one who asks.
struct Closed {
    /// Text key of its name.
    name: &'static str,
    /// What the door says; nothing where signing in may open it.
    says: Option<DoorSays>,
}

struct Section {
    name: &'static str,
    text: &'static str,
    results: Vec<Found>,
    /// The address of all of this kind.
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    typed: String,
    is_asked: bool,
    is_cut: bool,
    /// There were more words than are looked for.
    has_many_words: bool,
    /// Words that say nothing and were not looked for.
    left_out: String,
    nothing: bool,
    /// Only parts of the words were found.
    is_loose: bool,
    /// There are results that do not have all the words.
    is_partly: bool,
    sections: Vec<Section>,
    wheres: Vec<Choice>,
    whens: Vec<Choice>,
    orders: Vec<Choice>,
    /// A spelling that finds something.
    meant: Option<(String, String)>,
    /// The first page, where this one stands behind the last.
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
    /// There is more than pages show.
    is_endless: bool,
    /// The same search without limits, if it has some.
    everywhere: Option<String>,
    starts: Vec<Start>,
    closed: Vec<Closed>,
    sign_in: String,
    /// It was given up, or only the newest were read.
    is_too_much: bool,
    contact: String,
    contact_link: Option<String>,
}

/// What is asked for, as it stands in the address.
#[derive(Clone, Default)]
struct Wish {
    typed: String,
    /// A source, or a source and a place: `coffee-room`, `coffee-room:7`.
    place: String,
    when: String,
    order: String,
    page: usize,
}

impl Wish {
    fn read(ctx: &Ctx) -> Self {
        let text = |name: &str| ctx.query(name).unwrap_or_default().trim().to_owned();
        Self {
            typed: text("q"),
            place: text("in"),
            when: text("when"),
            order: text("order"),
            page: text("page").parse().unwrap_or(1).clamp(1, MOST_PAGES),
        }
    }

    fn source(&self) -> Option<&str> {
        let source = self.place.split(':').next().unwrap_or_default();
        (!source.is_empty()).then_some(source)
    }

    fn scope(&self, now: Millis) -> Scope {
        let days = match self.when.as_str() {
            "week" => Some(7),
            "month" => Some(31),
            "year" => Some(366),
            _ => None,
        };
        Scope {
            place: self.place.split_once(':').and_then(|(_, place)| place.parse().ok()),
            since: days.map_or(Millis::MIN, |days| now - days * DAY),
        }
    }

    fn order(&self) -> Order {
        if self.order == "newest" { Order::Newest } else { Order::Best }
    }

    fn is_limited(&self) -> bool {
        !self.place.is_empty() || self.scope(0).since != Millis::MIN
    }

    /// The address of a search for something else, or in other places.
    fn anywhere(typed: &str) -> String {
        Self::default().with(typed, "", 1)
    }

    /// The address of the same search with one thing changed.
    fn with(&self, typed: &str, place: &str, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", typed);
        for (name, value) in [("in", place), ("when", &self.when), ("order", &self.order)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        format!("/search?{}", query.finish())
    }
}

/// The sources that are open to the one who asks, with their circles.
fn open_sources(
    tx: &mut Tx<'_>,
    known: &[Source],
    actor: &Actor,
) -> Result<Vec<(Source, Vec<Access>)>, Fault> {
    let mut open = Vec::new();
    for source in known {
        let access = (source.access)(tx, actor)?;
        if !access.is_empty() {
            open.push((*source, access));
        }
    }
    Ok(open)
}

fn known_sources(ctx: &Ctx) -> Vec<Source> {
    ctx.site.features.iter().flat_map(|feature| feature.search).copied().collect()
}

async fn search(ctx: Ctx) -> Reply {
    let wish = Wish::read(&ctx);
    let mut query = Query::new(&ctx.site.analyser, ctx.lang, &wish.typed);
    let Everywhere { sources, mut found, wheres, is_too_much } = find(&ctx, &query, &wish).await?;
    let is_asked = !query.is_empty();
    let is_missed = is_asked && !is_too_much && !found.iter().any(|found| found.has_all);
    let mut meaning = None;
    if is_missed && wish.page == 1 {
        note_missed(&ctx, &query, &sources).await?;
        meaning = meant(&ctx, &query, &wish, &sources).await?;
    }
    let is_empty = |found: &[LookedIn]| found.iter().all(|found| found.shown.is_empty());
    let mut is_loose = false;
    // Of several words the greater parts were looked for already.
    let is_one = query.words.len() == 1;
    if is_missed
        && is_one
        && let Some(loose) = query.loosened()
    {
        query = loose;
        found = find(&ctx, &query, &wish).await?.found;
        is_loose = !is_empty(&found);
    }
    let has_results = !is_empty(&found);
    let nothing = is_missed && !has_results;
    let starts = if nothing { starts(&ctx, &wish, &sources).await? } else { Vec::new() };
    let one_kind = wish.source().is_some();
    let room = if one_kind { PAGE } else { FEW };
    let skipped = if one_kind { (wish.page - 1) * PAGE } else { 0 };
    let (mut has_next, mut is_endless) = (false, false);
    // What lacks a word may have the greater part of it.
    let lacks = found.iter().any(|found| found.missing.values().any(|words| !words.is_empty()));
    let marked = query.loosened().filter(|_| lacks).unwrap_or_else(|| query.clone());
    let mut marker = Marker::new(&ctx.site.analyser, &marked);
    let sections = found
        .into_iter()
        .map(|LookedIn { source, shown, is_whole, missing, .. }| {
            let is_on_next = one_kind && shown.len() > skipped + room && wish.page < MOST_PAGES;
            let has_more = shown.len() > skipped + room || !is_whole;
            has_next |= is_on_next;
            is_endless |= one_kind && has_more && !is_on_next;
            let shown = shown.into_iter().skip(skipped).take(room);
            let results = shown.map(|one| {
                let missing = missing.get(&one.hit).cloned().unwrap_or_default();
                result(&ctx, &mut marker, one, is_whole, missing)
            });
            let results = results.collect();
            let more = (has_more && !one_kind).then(|| wish.with(&wish.typed, source.name, 1));
            Section { name: source.name, text: source.text, results, more }
        })
        .filter(|section| !section.results.is_empty())
        .collect::<Vec<Section>>();
    let is_beyond = has_results && sections.is_empty();
    let has_previous = one_kind && wish.page > 1 && !is_beyond;
    let mut results = sections.iter().flat_map(|section| &section.results);
    let is_partly = results.any(|one| !one.missing.is_empty());
    let title = if is_asked { ctx.t("search-results") } else { ctx.t("search") };
    ctx.html(&SearchPage {
        page: ctx.page(title),
        is_asked,
        is_cut: wish.typed.chars().count() > LONGEST,
        has_many_words: query.is_cut,
        left_out: query.left_out.join(", "),
        nothing,
        is_loose,
        is_partly,
        sections,
        wheres: options(&ctx, wheres, &wish.place, "search-everywhere"),
        whens: choices(&ctx, WHENS, &wish.when),
        orders: choices(&ctx, ORDERS, &wish.order),
        meant: meaning,
        first: is_beyond.then(|| wish.with(&wish.typed, &wish.place, 1)),
        previous: has_previous.then(|| wish.with(&wish.typed, &wish.place, wish.page - 1)),
        next: has_next.then(|| wish.with(&wish.typed, &wish.place, wish.page + 1)),
        is_endless,
        everywhere: (is_missed && wish.is_limited()).then(|| Wish::anywhere(&wish.typed)),
        starts,
        closed: if is_asked { closed(&ctx, &wish) } else { Vec::new() },
        sign_in: sign_in(&wish),
        is_too_much,
        contact_link: link_to(ctx.site.settings().line("union-contact")),
        contact: ctx.site.settings().line("union-contact").to_owned(),
        typed: wish.typed,
    })
}

/// What of what was chosen is not searched for this reader. What is not theirs
/// at all is left out, as it is in the menu.
fn closed(ctx: &Ctx, wish: &Wish) -> Vec<Closed> {
    let is_chosen = |source: &Source| wish.source().is_none_or(|name| name == source.name);
    let closed = |source: Source| match source.door.decide(&ctx.actor) {
        Ok(()) | Err(Denied::NotYours) => None,
        Err(denied) => Some(Closed { name: source.text, says: door_says(ctx, denied) }),
    };
    known_sources(ctx).into_iter().filter(is_chosen).filter_map(closed).collect()
}

/// Where one signs in and comes back to the same search.
fn sign_in(wish: &Wish) -> String {
    let back = wish.with(&wish.typed, &wish.place, 1);
    let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
    format!("/sign-in?next={back}")
}

/// What a contact opens: a letter, a call, or nothing where it is neither an
/// address nor a number.
fn link_to(contact: &str) -> Option<String> {
    /// Digits of the shortest number that is one.
    const LEAST: usize = 5;
    let contact = contact.trim();
    if must_be_mail_address(contact, "").is_ok() {
        return Some(format!("mailto:{contact}"));
    }
    let (plus, rest) = match contact.strip_prefix('+') {
        Some(rest) => ("+", rest),
        None => ("", contact),
    };
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let is_number = rest.chars().all(|one| one.is_ascii_digit() || " -()".contains(one));
    (is_number && digits.len() >= LEAST).then(|| format!("tel:{plus}{digits}"))
}

/// What a source has.
struct LookedIn {
    source: Source,
    shown: Vec<Shown>,
    /// All hits were looked through.
    is_whole: bool,
    /// Some of it has all the words.
    has_all: bool,
    /// The words that a hit does not have, by its number.
    missing: HashMap<i64, Vec<String>>,
}

/// Where the reader may write about what they did not find.
async fn starts(
    ctx: &Ctx,
    wish: &Wish,
    sources: &[(Source, Vec<Access>)],
) -> Result<Vec<Start>, Error> {
    let (wish, sources, actor, now) = (wish.clone(), sources.to_vec(), ctx.actor.clone(), ctx.now);
    ctx.read(move |tx| {
        let mut starts = Vec::new();
        for (source, _) in &sources {
            let is_here = wish.source() == Some(source.name);
            let place = wish.scope(now).place.filter(|_| is_here);
            starts.extend((source.start)(tx, &actor, place, now)?);
        }
        Ok(starts)
    })
    .await
}

/// What each chosen source has, and where else one may look.
struct Everywhere {
    /// Those that are open to the one who asks, with their circles.
    sources: Vec<(Source, Vec<Access>)>,
    found: Vec<LookedIn>,
    wheres: Vec<Where>,
    /// It is not all there is, since that would have taken too long.
    is_too_much: bool,
}

/// Where everything takes too long the newest is looked through, and where
/// that does too, nothing.
async fn find(ctx: &Ctx, query: &Query, wish: &Wish) -> Result<Everywhere, Error> {
    let less = [query.clone(), query.for_newest()];
    for (query, is_too_much) in less.iter().zip([false, true]) {
        match read_found(ctx, query, wish).await {
            Err(Error::Fault(fault)) if fault.kind == FaultKind::TooLong => {}
            found => return Ok(Everywhere { is_too_much, ..found? }),
        }
    }
    let nothing = read_found(ctx, &Query::default(), wish).await?;
    Ok(Everywhere { is_too_much: true, ..nothing })
}

async fn read_found(ctx: &Ctx, query: &Query, wish: &Wish) -> Result<Everywhere, Error> {
    let (query, wish, known, reader) =
        (query.clone(), wish.clone(), known_sources(ctx), Reader::of(ctx));
    let scope = wish.scope(ctx.now);
    let read = ctx.site.db.read_briefly(move |tx| {
        let sources = open_sources(tx, &known, &reader.actor)?;
        let mut found = Vec::new();
        for (source, access) in chosen(&sources, &wish) {
            found.push(look(tx, &query, access, source, &wish, scope, &reader)?);
        }
        let wheres = wheres(tx, &sources, &reader)?;
        Ok(Everywhere { sources, found, wheres, is_too_much: false })
    });
    read.await
}

fn chosen<'s>(
    sources: &'s [(Source, Vec<Access>)],
    wish: &Wish,
) -> impl Iterator<Item = (&'s Source, &'s [Access])> {
    let wanted = wish.source().map(ToOwned::to_owned);
    let all = sources.iter().map(|(source, access)| (source, access.as_slice()));
    all.filter(move |(source, _)| wanted.as_deref().is_none_or(|name| name == source.name))
}

fn look(
    tx: &mut Tx<'_>,
    query: &Query,
    access: &[Access],
    source: &Source,
    wish: &Wish,
    scope: Scope,
    reader: &Reader,
) -> Result<LookedIn, Fault> {
    // One more than is shown, so that it is known whether there are more. A
    // thing may have several hits, so more of those are looked for.
    let wanted = if wish.source().is_some() { wish.page * PAGE + 1 } else { FEW + 1 };
    let mut enough = wanted * HITS_A_THING;
    let mut found = query.find(tx, (source, access), wish.order(), scope, enough)?;
    while !found.is_whole && things(&found.hits).len() < wanted && enough < MOST_READ {
        enough = MOST_READ.min(enough * FURTHER);
        found = query.find(tx, (source, access), wish.order(), scope, enough)?;
    }
    let mut shown = (source.show)(tx, reader, &found.hits, wanted)?;
    let (has_all, mut missing) = (!shown.is_empty(), HashMap::new());
    if shown.len() < TOO_FEW && query.words.len() > 1 {
        let mut partly = most::find(tx, query, (source, access), scope)?;
        // Of frequent words it reads the newest texts alone, and may take one
        // for missing that an older text of the thing has with all the others.
        let whole = things(&found.hits);
        let is_of_whole = |hit: &Hit| whole.contains(&(hit.kind.as_str(), hit.thing));
        partly.retain(|one| one.missing.is_empty() || !one.hits.iter().any(is_of_whole));
        for one in &partly {
            missing.extend(one.hits.iter().map(|hit| (hit.id, one.missing.clone())));
        }
        // What lacks a word and says no more than what has all comes behind it,
        // whatever else is to be said of it.
        let last = partly.iter().rposition(|one| one.missing.is_empty());
        let rest = partly.split_off(last.map_or(0, |at| at + 1));
        let hits_of = |partly: Vec<Partly>| partly.into_iter().flat_map(|one| one.hits);
        let mut hits: Vec<Hit> = hits_of(partly).collect();
        hits.extend(found.hits.into_iter().filter(|hit| !missing.contains_key(&hit.id)));
        shown = (source.show)(tx, reader, &hits, wanted)?;
        let hits: Vec<Hit> = hits_of(rest).collect();
        shown.extend((source.show)(tx, reader, &hits, wanted.min(PAGE))?);
    }
    Ok(LookedIn { source: *source, shown, is_whole: found.is_whole, has_all, missing })
}

/// The things that hits are of, each once.
fn things(hits: &[Hit]) -> HashSet<(&str, i64)> {
    hits.iter().map(|hit| (hit.kind.as_str(), hit.thing)).collect()
}

fn result(
    ctx: &Ctx,
    marker: &mut Marker<'_>,
    shown: Shown,
    is_counted: bool,
    missing: Vec<String>,
) -> Found {
    let title = if shown.title.is_empty() {
        Html(escape(ctx.t("search-untitled")))
    } else {
        marker.marked(shown.lang, &shown.title)
    };
    Found {
        title,
        path: shown.path,
        excerpt: marker.snippet(shown.lang, &shown.text),
        lang: shown.lang,
        place: shown.place,
        at: shown.at,
        mark: shown.mark,
        more: shown.more,
        is_counted,
        missing,
    }
}

/// Word, name and whether it is a place within the one before.
type Where = (String, String, bool);

fn wheres(
    tx: &mut Tx<'_>,
    sources: &[(Source, Vec<Access>)],
    reader: &Reader,
) -> Result<Vec<Where>, Fault> {
    let mut wheres = Vec::new();
    for (source, _) in sources {
        wheres.push((source.name.to_owned(), source.text.to_owned(), false));
        for place in (source.places)(tx, &reader.actor, reader.lang)? {
            wheres.push((format!("{}:{}", source.name, place.id), place.name, true));
        }
    }
    Ok(wheres)
}

fn options(ctx: &Ctx, wheres: Vec<Where>, chosen: &str, everywhere: &str) -> Vec<Choice> {
    let all = (String::new(), everywhere.to_owned(), false);
    std::iter::once(all)
        .chain(wheres)
        .map(|(word, name, is_place)| Choice {
            is_chosen: word == chosen,
            name: if is_place { name } else { ctx.t(&name).to_owned() },
            word,
            is_place,
        })
        .collect()
}

fn choices(ctx: &Ctx, choices: &[(&str, &'static str)], chosen: &str) -> Vec<Choice> {
    let option = |(word, text): &(&str, &'static str)| Choice {
        word: (*word).to_owned(),
        name: ctx.t(text).to_owned(),
        is_chosen: *word == chosen,
        is_place: false,
    };
    choices.iter().map(option).collect()
}

/// Whether a query finds anything in sources that are open to its asker.
fn finds(tx: &mut Tx<'_>, query: &Query, sources: &[(Source, Vec<Access>)]) -> Result<bool, Fault> {
    Ok(count(tx, query, sources, 1)? > 0)
}

/// How many texts a query finds in all of these; beyond so many it is not counted.
fn count(
    tx: &mut Tx<'_>,
    query: &Query,
    sources: &[(Source, Vec<Access>)],
    most: usize,
) -> Result<usize, Fault> {
    let mut count = 0;
    for (source, access) in sources {
        let found = query.find(tx, (source, access), Order::Newest, Scope::ANY, most)?;
        count += found.hits.len();
        if count >= most {
            break;
        }
    }
    Ok(count)
}

/// Counts the words that are nowhere, or else the two rarest that are nowhere
/// together. On a disk that takes nothing the page is shown all the same.
async fn note_missed(
    ctx: &Ctx,
    query: &Query,
    sources: &[(Source, Vec<Access>)],
) -> Result<(), Error> {
    let day = date_of(ctx.now, &ctx.site.zone).to_string();
    let (analyser, dictionaries) = (Arc::clone(&ctx.site.analyser), dictionaries(ctx.lang));
    let (query, sources) = (query.clone(), sources.to_vec());
    let missed = read_briefly(ctx, move |tx| {
        let base = |asked: &Asked| missed::base(&analyser, &dictionaries, &asked.word);
        let mut counted = Vec::new();
        for asked in &query.words {
            counted.push((count(tx, &Query::of(asked), &sources, MOST_COUNTED)?, asked));
        }
        let nowhere: Vec<String> =
            counted.iter().filter(|(texts, _)| *texts == 0).map(|(_, asked)| base(asked)).collect();
        if !nowhere.is_empty() {
            return Ok(nowhere);
        }
        counted.sort_by_key(|(texts, _)| *texts);
        for (one, other) in pairs(&counted) {
            if !finds(tx, &Query::of_both(one.1, other.1), &sources)? {
                let mut two = [base(one.1), base(other.1)];
                two.sort();
                return Ok(vec![two.join(" ")]);
            }
        }
        Ok(Vec::new())
    });
    let words: Vec<String> = missed.await?;
    if words.is_empty() {
        return Ok(());
    }
    let noted = ctx
        .site
        .db
        .write(move |tx| Ok(words.iter().try_for_each(|word| missed::count(tx, word, &day))?));
    if let Err(error) = noted.await {
        tracing::warn!(?error, "a missed search is not counted");
    }
    Ok(())
}

/// Each of the first few with each other, the first of all first.
fn pairs<T>(items: &[T]) -> impl Iterator<Item = (&T, &T)> {
    /// Of which pairs are made: it bounds the work.
    const FEW: usize = 4;
    let few = items.get(..FEW.min(items.len())).unwrap_or_default();
    few.iter()
        .enumerate()
        .flat_map(move |(at, other)| few.iter().take(at).map(move |one| (one, other)))
}

/// The query in a spelling that finds something, and its address.
async fn meant(
    ctx: &Ctx,
    query: &Query,
    wish: &Wish,
    sources: &[(Source, Vec<Access>)],
) -> Result<Option<(String, String)>, Error> {
    let (analyser, lang) = (Arc::clone(&ctx.site.analyser), ctx.lang);
    let unknown = unknown(&analyser, lang, query);
    if unknown.is_empty() {
        return Ok(None);
    }
    let (words, texts): (Vec<String>, Vec<String>) = {
        let (sources, reader) = (sources.to_vec(), Reader::of(ctx));
        let read = read_briefly(ctx, move |tx| {
            let (mut words, mut texts) = (Vec::new(), Vec::new());
            for asked in &unknown {
                if !finds(tx, &Query::of(asked), &sources)? {
                    words.push(asked.word.clone());
                }
            }
            for (source, _) in &sources {
                texts.extend((source.spelt)(tx, &reader, MOST_TITLES)?);
            }
            Ok((words, texts))
        });
        read.await?
    };
    // Words that are nearly in the dictionary take some milliseconds to find.
    let candidates =
        tokio::task::spawn_blocking(move || spellings(&analyser, lang, &words, &texts))
            .await
            .map_err(Fault::bug)?;
    let (analyser, sources) = (Arc::clone(&ctx.site.analyser), sources.to_vec());
    let typed = wish.typed.clone();
    let found = read_briefly(ctx, move |tx| {
        let mut right = Vec::new();
        for (word, spellings) in &candidates {
            for spelling in spellings {
                if finds(tx, &Query::new(&analyser, lang, spelling), &sources)? {
                    right.push((word.as_str(), spelling.as_str()));
                    break;
                }
            }
        }
        let text = respelt(&typed, &right);
        Ok((text != typed).then_some(text))
    });
    let found: Option<String> = found.await?;
    Ok(found.map(|text| (text.clone(), Wish::anywhere(&text))))
}

/// Words of a query that no dictionary has.
fn unknown(analyser: &Analyser, lang: Lang, query: &Query) -> Vec<Asked> {
    /// Of which a right spelling is looked for: it bounds the work.
    const MOST: usize = 3;
    let is_known = |asked: &&Asked| {
        dictionaries(lang).iter().any(|dictionary| analyser.knows(*dictionary, &asked.word))
    };
    query.words.iter().filter(|asked| !is_known(asked)).take(MOST).cloned().collect()
}

/// What was typed, with the right spelling of each word where that stands.
fn respelt(typed: &str, right: &[(&str, &str)]) -> String {
    let (mut text, mut end) = (String::with_capacity(typed.len()), 0);
    for word in words(typed) {
        if let Some((_, spelling)) = right.iter().find(|(wrong, _)| *wrong == word.text) {
            text.push_str(typed.get(end..word.start).unwrap_or_default());
            text.push_str(spelling);
            end = word.end;
        }
    }
    text.push_str(typed.get(end..).unwrap_or_default());
    text
}

/// The dictionaries, that of the page's language first.
fn dictionaries(lang: Lang) -> [Language; 2] {
    let mut dictionaries = [Language::Finnish, Language::Swedish];
    dictionaries.sort_by_key(|one| *one != language(lang));
    dictionaries
}

/// For each word, words that a dictionary or the site's own texts have. People
/// write in their own language, whatever the page's is, which is asked first.
/// English has no dictionary, so on its pages a right word looks like a mistake
/// and most of what a dictionary has near it is another language's.
fn spellings(
    analyser: &Analyser,
    lang: Lang,
    words: &[String],
    texts: &[String],
) -> Vec<(String, Vec<String>)> {
    let texts = texts.join("\n").to_lowercase();
    let mut seen = HashSet::new();
    let own: Vec<&str> = kafferum_analyser::words(&texts)
        .map(|word| word.text)
        .filter(|word| seen.insert(*word))
        .collect();
    let likely = |word: &String| {
        let lower = word.to_lowercase();
        let suggested = |language: &Language| analyser.suggestions(*language, word, 5);
        let mut suggested: Vec<String> = dictionaries(lang).iter().flat_map(suggested).collect();
        let nearest = kafferum_analyser::nearest(&lower, own.iter().copied(), 5);
        let nearest = nearest.into_iter().map(ToOwned::to_owned).collect();
        let likely = if lang == Lang::En {
            suggested.retain(|other| kafferum_analyser::is_one_edit(&lower, other));
            [nearest, suggested].concat()
        } else {
            [suggested, nearest].concat()
        };
        (word.clone(), likely)
    };
    words.iter().map(likely).collect()
}

#[derive(Template)]
#[template(path = "search_titles.html")]
struct Titles {
    titles: Vec<(String, String)>,
}

/// Titles that have what is being typed, as links below the field.
async fn titles(ctx: Ctx) -> Reply {
    let typed = ctx.query("q").unwrap_or_default();
    if typed.trim().chars().count() < LEAST_TYPED {
        return ctx.html(&Titles { titles: Vec::new() });
    }
    let query = Query::typing(&ctx.site.analyser, ctx.lang, &typed);
    let (known, reader) = (known_sources(&ctx), Reader::of(&ctx));
    let titles = read_briefly(&ctx, move |tx| {
        let mut titles = Vec::new();
        for (source, access) in &open_sources(tx, &known, &reader.actor)? {
            let hits = query.titles(tx, source, access)?;
            let shown = (source.show)(tx, &reader, &hits, OFFERED)?;
            titles.push(shown.into_iter().map(|one| (one.title, one.path)).collect());
        }
        let mut titles = in_turns(titles);
        titles.truncate(OFFERED);
        Ok(titles)
    });
    ctx.html(&Titles { titles: titles.await? })
}

/// The first of each, then the second of each, and so on.
fn in_turns<T>(lists: Vec<Vec<T>>) -> Vec<T> {
    let mut turns: Vec<(usize, T)> =
        lists.into_iter().flat_map(|list| list.into_iter().enumerate()).collect();
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().map(|(_, one)| one).collect()
}

#[derive(Template)]
#[template(path = "missed_searches.html")]
struct MissedPage {
    page: Page,
    missed: Vec<missed::Missed>,
}

async fn missed_list(ctx: Ctx) -> Reply {
    let missed = ctx.read(|tx| Ok(missed::list(tx)?)).await?;
    ctx.html(&MissedPage { page: ctx.page(ctx.t("search-missed")), missed })
}

const FORGET: &[Field] = &[form::line("word", missed::LONGEST).required()];

async fn missed_forget(ctx: Ctx) -> Reply {
    let form = ctx.form(FORGET).await?;
    let word = form.get("word").to_owned();
    ctx.write(move |tx| Ok(missed::forget(tx, &word)?)).await?;
    ctx.see_other_saying("/editor/missed-searches", "flash-missed-forgotten")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_takes_the_place_of_its_word_alone() {
        let right = [("sukka", "sukat"), ("myssi", "myssy")];
        assert_eq!(
            respelt("Sukka-ale: sukkalaatikko, sukka ja myssi!", &right),
            "Sukka-ale: sukkalaatikko, sukat ja myssy!"
        );
        assert_eq!(respelt("", &right), "");
    }

    #[test]
    fn pairs_of_the_rarest_come_first() {
        let pairs: Vec<(&i32, &i32)> = pairs(&[1, 2, 3, 4, 5]).collect();
        assert_eq!(pairs, [(&1, &2), (&1, &3), (&2, &3), (&1, &4), (&2, &4), (&3, &4)]);
    }

    #[test]
    fn in_english_the_sites_own_words_are_likelier_than_other_languages() {
        let analyser = Analyser::bundled();
        let likely = |lang| {
            let texts = ["Coffees and tea".to_owned()];
            let found = spellings(&analyser, lang, &["Coffee".to_owned()], &texts);
            found.into_iter().flat_map(|(_, likely)| likely).collect::<Vec<String>>()
        };
        let english = likely(Lang::En);
        assert_eq!(english.first().map(String::as_str), Some("coffees"));
        let has = |words: &[String], word: &str| words.iter().any(|known| known == word);
        assert!(has(&english, "toffee") && !has(&english, "offer"), "{english:?}");
        let finnish = likely(Lang::Fi);
        assert!(has(&finnish, "offer") && finnish.last().map(String::as_str) == Some("coffees"));
    }

    #[test]
    fn each_kind_has_its_turn() {
        assert_eq!(in_turns(vec![vec![1, 3, 5, 6], vec![2, 4]]), [1, 2, 3, 4, 5, 6]);
        assert!(in_turns::<i32>(vec![Vec::new()]).is_empty());
    }

    #[test]
    fn a_contact_opens_what_it_is() {
        for (contact, link) in [
            (" a@b.example ", Some("mailto:a@b.example")),
            ("+358 9 123 456", Some("tel:+3589123456")),
            ("(09) 123-456", Some("tel:09123456")),
            ("Hakaniemi 2", None),
            ("00100", Some("tel:00100")),
            ("112", None),
            ("12 + 345678", None),
            ("a@b.example, 09 123 456", None),
            ("javascript:alert(1)", None),
            ("", None),
        ] {
            assert_eq!(link_to(contact).as_deref(), link, "{contact}");
        }
    }
}
