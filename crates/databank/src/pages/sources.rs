//! Dated facts as pages show them: below an article, and in the list of all.

use std::collections::HashMap;

use kafferum_platform::Fault;
use kafferum_platform::db::Tx;
use kafferum_platform::texts::{self, Lang};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::view::escape;

use crate::citation::Look;
use crate::model::{Fact, FactId, FactState, FactText, Told};
use crate::rules;
use crate::store::facts;

/// Longest row of successors that is followed.
const LONGEST_ROW: usize = 50;

/// A fact on a page.
pub(super) struct Source {
    /// From 1, as the text cites it.
    pub number: usize,
    pub key: String,
    pub text: FactText,
    pub told: Told,
    pub state: FactState,
    /// "superseded on 1 May 2025", unless it is current.
    pub tag: Option<String>,
    /// From when to when it holds, in words, if that is known.
    pub validity: Option<String>,
    pub successor: Option<Successor>,
}

/// The fact that has taken, or will take, the place of another.
pub(super) struct Successor {
    pub text: FactText,
    /// "From 1 January 2027:", if the old one still holds.
    pub lead: String,
    /// "expired on 31 December 2025", unless it is current.
    pub tag: Option<String>,
}

/// Facts with the successors of those that have one.
pub(super) struct Row {
    facts: Vec<Fact>,
    successors: HashMap<FactId, Fact>,
}

/// Finds the successors of facts.
pub(super) fn with_successors(tx: &mut Tx<'_>, facts: Vec<Fact>) -> Result<Row, Fault> {
    let mut successors: HashMap<FactId, Fact> = HashMap::new();
    for fact in &facts {
        let mut next = fact.superseded_by;
        while let Some(id) = next.filter(|id| !successors.contains_key(id)) {
            let known = facts.iter().find(|fact| fact.id == id).cloned();
            let Some(found) =
                known.map_or_else(|| facts::by_id(tx, id), |known| Ok(Some(known)))?
            else {
                break;
            };
            next = found.superseded_by;
            successors.insert(id, found);
        }
    }
    Ok(Row { facts, successors })
}

impl Row {
    /// The newest fact in the row of successors that is in force, or the next.
    fn successor(&self, fact: &Fact, today: &str) -> Option<&Fact> {
        let mut successor = self.successors.get(&fact.superseded_by?)?;
        for _ in 0..LONGEST_ROW {
            let next = successor.superseded_by.and_then(|id| self.successors.get(&id));
            match next {
                Some(next) if rules::state_of(successor, today) == FactState::Superseded => {
                    successor = next
                }
                _ => break,
            }
        }
        Some(successor)
    }

    /// The facts as a page shows them, told in `lang` where they can be.
    pub(super) fn shown(&self, ctx: &Ctx, lang: Lang, today: &str) -> Vec<Source> {
        let numbered = (1..).zip(&self.facts);
        numbered.filter_map(|(number, fact)| self.source(ctx, number, fact, lang, today)).collect()
    }

    fn source(
        &self,
        ctx: &Ctx,
        number: usize,
        fact: &Fact,
        lang: Lang,
        today: &str,
    ) -> Option<Source> {
        let state = rules::state_of(fact, today);
        let successor = self.successor(fact, today).and_then(|next| {
            let begins = next.told.valid_from.as_deref().filter(|_| !state.is_old());
            let lead = match begins.map(|day| texts::date(ctx.lang, day)) {
                Some(day) => ctx.ta("databank-successor-from", &[("date", &day)]),
                None => ctx.t("databank-successor").to_owned(),
            };
            let text = next.told.text(lang)?.clone();
            Some(Successor { text, lead, tag: tag(ctx, next, None, today) })
        });
        Some(Source {
            number,
            key: fact.key.clone(),
            text: fact.told.text(lang)?.clone(),
            told: fact.told.clone(),
            state,
            tag: tag(ctx, fact, self.successor(fact, today), today),
            validity: validity(ctx, fact.told.valid_from.as_deref(), fact.told.valid_to.as_deref()),
            successor,
        })
    }
}

fn tag(ctx: &Ctx, fact: &Fact, successor: Option<&Fact>, today: &str) -> Option<String> {
    let told = &fact.told;
    let day = |iso: &str| texts::date(ctx.lang, iso);
    match rules::state_of(fact, today) {
        FactState::Current => None,
        FactState::Upcoming => Some(ctx.t("databank-fact-upcoming").to_owned()),
        FactState::Expired => {
            let last = told.valid_to.as_deref().map(day).unwrap_or_default();
            Some(ctx.ta("databank-fact-expired-on", &[("date", &last)]))
        }
        FactState::Superseded => {
            let ended = told.valid_to.as_deref().map(|last| rules::days_after(last, 1));
            let begun = successor.and_then(|next| next.told.valid_from.clone());
            Some(match ended.or(begun) {
                Some(since) => ctx.ta("databank-fact-superseded-on", &[("date", &day(&since))]),
                None => ctx.t("databank-fact-superseded").to_owned(),
            })
        }
    }
}

/// From when to when something holds, in words; nothing when both are open.
pub(super) fn validity(ctx: &Ctx, from: Option<&str>, to: Option<&str>) -> Option<String> {
    let day = |iso: &str| texts::date(ctx.lang, iso);
    match (from, to) {
        (Some(from), Some(to)) => {
            Some(ctx.ta("databank-valid-between", &[("from", &day(from)), ("to", &day(to))]))
        }
        (Some(from), None) => Some(ctx.ta("databank-valid-from", &[("from", &day(from))])),
        (None, Some(to)) => Some(ctx.ta("databank-valid-to", &[("to", &day(to))])),
        (None, None) => None,
    }
}

/// How citations of these sources look in the text.
pub(super) fn looks(ctx: &Ctx, sources: &[Source]) -> Vec<Look> {
    let look = |source: &Source| {
        let number = source.number.to_string();
        let key = match source.state {
            FactState::Expired => "databank-cite-expired",
            FactState::Superseded => "databank-cite-superseded",
            FactState::Current | FactState::Upcoming => "databank-cite",
        };
        Look { label: escape(&ctx.ta(key, &[("number", &number)])), is_old: source.state.is_old() }
    };
    sources.iter().map(look).collect()
}
