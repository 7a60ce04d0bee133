//! Finding things by their words, in any form.
//!
//! Texts are analysed before the transaction ([`Prepared`]) and indexed in it
//! ([`put`]), so a text is found at the next request and gone with the commit
//! that hides or erases it. Each term in the index begins with the [`Circle`]
//! of those who may find it: what a person may not read takes no part in
//! their query, so it is neither shown nor counted, whatever it ranks.
//!
//! Not here: what a capability's things are called and look like; each says so
//! in its [`Source`].

pub(crate) mod again;
mod index;
mod missed;
mod most;
pub(crate) mod pages;
mod query;
mod snippet;
mod stop_words;
mod terms;

use std::sync::Arc;

pub use again::VERSION;
pub use index::{
    Entry, Hit, blank, is_blank, known_language, merge, put, put_at, remove, remove_thing,
    room_behind, room_below, shift,
};
pub use kafferum_analyser::{Analyser, Language};
pub use pages::PAGE;
pub use query::Query;
use query::{Order, Scope};
pub use terms::{Prepared, word_terms};

use crate::clock::Millis;
use crate::db::Tx;
use crate::fault::{Error, Fault, FaultKind};
use crate::policy::{Actor, Permission};
use crate::texts::Lang;
use crate::web::ctx::Ctx;

/// Who may find a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Circle {
    /// Anybody, signed in or not.
    Everyone,
    /// Those in their trial.
    Guests,
    /// Members.
    Members,
    /// Moderators of the place.
    Moderators,
}

impl Circle {
    /// The letter that its terms begin with.
    const fn letter(self) -> char {
        match self {
            Self::Everyone => 'a',
            Self::Guests => 'g',
            Self::Members => 'm',
            Self::Moderators => 'h',
        }
    }
}

/// A circle that an actor belongs to: everywhere, or in these places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The circle.
    pub circle: Circle,
    /// Places that it is limited to; none for all.
    pub places: Option<Vec<i64>>,
    /// Places that are not the actor's, however wide the circle.
    pub except: Vec<i64>,
}

/// Who looks at what was found, and when.
pub struct Reader {
    /// Who.
    pub actor: Actor,
    /// In which language.
    pub lang: Lang,
    /// The day in the union's time zone, ISO 8601.
    pub today: String,
}

impl Reader {
    /// The one who asks in a request.
    #[must_use]
    pub fn of(ctx: &Ctx) -> Self {
        Self {
            actor: ctx.actor.clone(),
            lang: ctx.lang,
            today: crate::clock::date_of(ctx.now, &ctx.site.zone).to_string(),
        }
    }
}

/// Something that was found, as its reader sees it.
pub struct Shown {
    /// What it is called.
    pub title: String,
    /// Where it is read.
    pub path: String,
    /// Its text, from which the excerpt is cut.
    pub text: String,
    /// What the text was analysed as.
    pub lang: Language,
    /// Where it stands, in the reader's language: a room, a topic.
    pub place: String,
    /// When it was written; none for what has no moment.
    pub at: Option<Millis>,
    /// Text key of what must be known of it: expired, superseded, hidden.
    pub mark: Option<&'static str>,
    /// How many more texts of the same thing are among the hits.
    pub more: i64,
    /// The number of the hit that it shows.
    pub hit: i64,
}

/// Where somebody may write about what they did not find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The form, or the list of places that have one.
    pub path: String,
    /// Text key of the link.
    pub text: &'static str,
}

/// Makes what was found ready to be shown: hits in their order, at most so
/// many things.
pub type Show = fn(&mut Tx<'_>, &Reader, &[Hit], usize) -> Result<Vec<Shown>, Fault>;

/// Where somebody may write now, given the place to which their search was
/// limited.
pub type FindStart = fn(&mut Tx<'_>, &Actor, Option<i64>, Millis) -> Result<Option<Start>, Fault>;

/// Indexes a batch of what is stored, after a number; the last number it took.
pub type IndexAgain = fn(&mut Tx<'_>, &Analyser, i64) -> Result<Option<i64>, Fault>;

/// A place that a search may be limited to.
pub struct Place {
    /// Its number.
    pub id: i64,
    /// What it is called in the reader's language.
    pub name: String,
}

/// Reads what the index has; nothing where that takes too long.
///
/// # Errors
/// What the closure returns, or a [`Fault`] of the database.
pub async fn read_briefly<T, F>(ctx: &Ctx, work: F) -> Result<T, Error>
where
    T: Default + Send + 'static,
    F: FnMut(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
{
    match ctx.site.db.read_briefly(work).await {
        Err(Error::Fault(fault)) if fault.kind == FaultKind::TooLong => Ok(T::default()),
        read => read,
    }
}

/// What a capability lets be found.
#[derive(Clone, Copy)]
pub struct Source {
    /// Its word in addresses.
    pub name: &'static str,
    /// Text key of its name.
    pub text: &'static str,
    /// It has some thousands of texts at most.
    pub is_small: bool,
    /// The circles in which an actor searches; none if it is not theirs.
    pub access: fn(&mut Tx<'_>, &Actor) -> Result<Vec<Access>, Fault>,
    /// Who may search it, if not everybody: what a closed door says stands on
    /// the page.
    pub door: Permission,
    /// The places of it that an actor may choose from.
    pub places: fn(&mut Tx<'_>, &Actor, Lang) -> Result<Vec<Place>, Fault>,
    /// Texts that the reader may read, in which a misspelt word's right
    /// spelling may stand: the newest titles, at most so many, or more where
    /// that is little.
    pub spelt: fn(&mut Tx<'_>, &Reader, usize) -> Result<Vec<String>, Fault>,
    /// Shows what was found.
    pub show: Show,
    /// Where the reader may write something of their own.
    pub start: FindStart,
    /// Indexes what is stored already.
    pub index_again: IndexAgain,
}

/// What analyses texts, shared by all who need it.
pub type SharedAnalyser = Arc<Analyser>;

/// The analyser's word for a language of the program.
#[must_use]
pub fn language(lang: Lang) -> Language {
    match lang {
        Lang::Fi => Language::Finnish,
        Lang::Sv => Language::Swedish,
        Lang::En => Language::English,
    }
}
