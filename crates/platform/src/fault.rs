//! The only two ways to fail: a [`Refusal`] is the person's business and is
//! shown in their language; a [`Fault`] is ours, logged once at the edge and
//! shown as a neutral page with a reference number.

use std::fmt;

/// Something a person can mend: a text key, its arguments and, where it
/// belongs to one, the form field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Fluent key of the sentence shown.
    pub key: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, String)>,
    /// Name of the form field it belongs to.
    pub field: Option<&'static str>,
}

impl Refusal {
    /// A refusal without arguments.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new(), field: None }
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Ties the sentence to a form field.
    #[must_use]
    pub fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}

/// What kind of trouble a [`Fault`] is, so that its handler knows whether to
/// try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Two transactions met; the same closure may be run again at once.
    Conflict,
    /// The database, disk or mail server is away; trying later may help.
    Unavailable,
    /// A question to the database took longer than its asker waits.
    TooLong,
    /// A mistake in the program.
    Bug,
}

/// A failure that is ours to mend. Its text goes to the log, never to a page,
/// and must hold no personal data.
#[derive(Debug)]
pub struct Fault {
    /// What kind of trouble.
    pub kind: FaultKind,
    what: String,
}

impl Fault {
    /// A mistake in the program, said in words for the log.
    pub fn bug(what: impl fmt::Display) -> Self {
        Self { kind: FaultKind::Bug, what: what.to_string() }
    }

    /// Something outside is away.
    pub fn unavailable(what: impl fmt::Display) -> Self {
        Self { kind: FaultKind::Unavailable, what: what.to_string() }
    }

    pub(crate) fn too_long(what: impl fmt::Display) -> Self {
        Self { kind: FaultKind::TooLong, what: what.to_string() }
    }

    pub(crate) fn conflict(what: impl fmt::Display) -> Self {
        Self { kind: FaultKind::Conflict, what: what.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Fault {}

/// Why a request got no page of its own.
#[derive(Debug)]
pub enum Error {
    /// The person can mend it.
    Refusal(Refusal),
    /// There is no such thing, or not for this person: both look the same.
    NotFound,
    /// The policy says no, and why.
    Denied(crate::policy::Denied),
    /// We must mend it.
    Fault(Fault),
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<crate::policy::Denied> for Error {
    fn from(denied: crate::policy::Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Fault(Fault::bug(format_args!("template: {error}")))
    }
}
