//! Articles, their versions, and dated facts.
//!
//! A day is text as ISO 8601 writes it (`2025-05-01`), so that the database,
//! forms and comparisons share one form; `rules.rs` lets nothing else in.

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;
use kafferum_platform::search::SharedAnalyser;
use kafferum_platform::texts::Lang;

kafferum_platform::id! {
    /// An article, in all its languages.
    ArticleId
}

kafferum_platform::id! {
    /// A dated fact, in all its versions.
    FactId
}

kafferum_platform::words! {
    /// What an article is.
    Kind {
        /// A subject explained.
        Article = "article",
        /// A question in a worker's own words, and its answer.
        Question = "question",
    }
}

kafferum_platform::words! {
    /// What an article is about.
    Topic {
        /// Which collective agreement applies, and what it is.
        Agreement = "agreement",
        /// Pay.
        Pay = "pay",
        /// Working time and leave.
        TimeAndLeave = "time-and-leave",
        /// Sickness and safety at work.
        SicknessAndSafety = "sickness-and-safety",
        /// Notice, trial period.
        Ending = "ending",
        /// Secrecy.
        Secrecy = "secrecy",
        /// Joining the union.
        Joining = "joining",
        /// The trade itself.
        Trade = "trade",
    }
}

impl Kind {
    pub(crate) fn text(self) -> String {
        format!("databank-kind-{}", self.word())
    }
}

impl Topic {
    pub(crate) fn text(self) -> String {
        format!("databank-topic-{}", self.word())
    }
}

kafferum_platform::words! {
    /// What became of a version of a text.
    State {
        /// Saved for later.
        Draft = "draft",
        /// Given to the public; perhaps a newer one has been since.
        Published = "published",
        /// Taken back; nobody reads it any more.
        Withdrawn = "withdrawn",
    }
}

kafferum_platform::words! {
    /// Where a fact stands on a day.
    FactState {
        /// It holds.
        Current = "current",
        /// It does not hold yet.
        Upcoming = "upcoming",
        /// Its time is over and nothing is known to have taken its place.
        Expired = "expired",
        /// Another fact has taken its place.
        Superseded = "superseded",
    }
}

impl FactState {
    /// Whether readers must be warned of it.
    pub(crate) fn is_old(self) -> bool {
        matches!(self, Self::Expired | Self::Superseded)
    }

    pub(crate) fn text(self) -> String {
        format!("databank-fact-{}", self.word())
    }

    /// The modifier of its source and its tag, with a space before it.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Expired => " expired",
            Self::Superseded => " old",
            Self::Current | Self::Upcoming => "",
        }
    }
}

/// An article without its texts.
#[derive(Debug, Clone)]
pub(crate) struct Article {
    pub id: ArticleId,
    pub slug: String,
    pub kind: Kind,
    pub topic: Topic,
}

/// A text of an article: which article, in which language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextId {
    pub article: ArticleId,
    pub lang: Lang,
}

/// Where a text stands: state of its newest version, and whether the public
/// reads some version of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub latest: State,
    pub is_published: bool,
}

impl Standing {
    pub(crate) fn text(self) -> String {
        match self.latest {
            State::Draft if self.is_published => "databank-state-published-and-draft".to_owned(),
            state => format!("databank-state-{}", state.word()),
        }
    }
}

/// One version of a text.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub lang: Lang,
    pub version: i64,
    pub state: State,
    pub title: String,
    pub summary: String,
    /// What changed, in the editor's words; empty in a first version.
    pub note: String,
    /// The day an editor last vouched for it.
    pub checked: String,
    pub review_by: String,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub created_at: Millis,
    /// Rendered, with marks where citations stand (`citation.rs`); empty when
    /// read for its editors or for a list.
    pub html: String,
    /// Markdown; empty when read for the public or for a list.
    pub body: String,
}

/// A text about to be saved.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub title: String,
    pub summary: String,
    pub note: String,
    pub review_by: String,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub body: String,
    pub html: String,
    /// Keys of the facts cited, in order of first appearance.
    pub cited: Vec<String>,
}

/// Who saves something, and when. No author: the program's starting content.
#[derive(Clone)]
pub(crate) struct Stamp {
    pub author: Option<PersonId>,
    /// The day the text was checked: today, but for the starting content.
    pub checked: String,
    pub now: Millis,
    /// What makes the text findable.
    pub analyser: SharedAnalyser,
}

/// A published text in a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub slug: String,
    pub kind: Kind,
    pub topic: Topic,
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    pub checked: String,
    pub review_by: String,
}

/// An article as its editors see it in a list.
#[derive(Debug, Clone)]
pub(crate) struct Overview {
    pub article: Article,
    pub texts: Vec<TextOverview>,
}

/// A text as its editors see it in a list.
#[derive(Debug, Clone)]
pub(crate) struct TextOverview {
    pub lang: Lang,
    pub title: String,
    pub standing: Standing,
    /// Review day of the published version, if there is one.
    pub review_by: Option<String>,
}

/// A published text that cites a fact.
#[derive(Debug, Clone)]
pub(crate) struct Citing {
    pub slug: String,
    pub lang: Lang,
    pub title: String,
}

/// A dated fact as it stands now.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub id: FactId,
    pub key: String,
    pub version: i64,
    pub superseded_by: Option<FactId>,
    pub told: Told,
}

/// What a version of a fact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub source: String,
    pub source_url: Option<String>,
    /// A day, a month (`2025-07`) or a year.
    pub source_date: Option<String>,
    pub checked: String,
    /// First day on which it holds.
    pub valid_from: Option<String>,
    /// Last day on which it holds.
    pub valid_to: Option<String>,
    /// At least one.
    pub texts: Vec<FactText>,
}

/// A fact in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactText {
    pub lang: Lang,
    pub statement: String,
    pub applies_to: String,
}

impl Told {
    /// The fact in a language, else in the first that it has.
    pub(crate) fn text(&self, lang: Lang) -> Option<&FactText> {
        self.texts.iter().find(|text| text.lang == lang).or_else(|| self.texts.first())
    }
}
