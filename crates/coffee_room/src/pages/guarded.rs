//! The guard's step: what would reveal somebody is shown to the writer, with
//! neutral words, before a text is sent. Nothing of it is stored or logged.

use std::ops::Range;

use askama::Template;
use kafferum_guard::{Finding, Kind, rewrite, rewrite_marked};
use kafferum_platform::search;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::{self, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::view::{Html, escape};
use kafferum_platform::{Error, Refusal};
use sha2::{Digest, Sha256};

use super::{Hall, as_typed};
use crate::model::{Draft, HoldCause, Source};
use crate::rules;

/// The fields of a form that others will read.
const READ: [&str; 4] = ["title", "body", "options", "words"];

/// The words of a text that somebody might be recognised by, and why, for
/// whoever decides on it. Looked for anew each time; nowhere kept.
pub(super) fn found(ctx: &Ctx, hall: &Hall, texts: &[&str]) -> Vec<(String, String)> {
    let guard = hall.watch.guard(&ctx.site.analyser);
    let mut found = Vec::new();
    for text in texts {
        let findings = guard.look(search::language(ctx.lang), text);
        found.extend(reasons(ctx, &Field { name: "", text: (*text).to_owned(), findings }));
    }
    found
}

/// Whether what somebody might be recognised by stands in a post, and no more in
/// the title and the text that it becomes.
pub(super) fn takes_out(
    ctx: &Ctx,
    hall: &Hall,
    before: &Source,
    (title, text): (&str, &str),
) -> bool {
    let before = before.whole();
    let findings = hall.watch.guard(&ctx.site.analyser).look(search::language(ctx.lang), &before);
    let spans = findings.iter().flat_map(|one| std::iter::once(&one.span).chain(&one.with));
    let mut words = spans.filter_map(|span| before.get(span.clone()));
    words.any(|words| !title.contains(words) && !text.contains(words))
}

/// What the guard says of a form.
pub(super) struct Guarded {
    /// Of each field that has words.
    fields: Vec<Field>,
    /// Whether the writer has said of this very text that it may go as it is.
    is_confirmed: bool,
    /// What such a word must hold.
    seal: String,
    /// What goes as it is may have to wait for a moderator.
    may_wait: bool,
    /// The form names an illness, a disability or an aid.
    has_condition: bool,
}

/// A field with what was found in it.
struct Field {
    name: &'static str,
    text: String,
    findings: Vec<Finding>,
}

impl Guarded {
    /// Looks at a form, outside of any transaction.
    pub(super) fn at(ctx: &Ctx, hall: &Hall, form: &Form) -> Self {
        let guard = hall.watch.guard(&ctx.site.analyser);
        let fields = READ.into_iter().filter_map(|name| {
            let text = form.given(name)?.to_owned();
            let findings = guard.look(search::language(ctx.lang), &text);
            Some(Field { name, text, findings })
        });
        let fields: Vec<Field> = fields.collect();
        let seal = seal(&fields);
        Self {
            is_confirmed: form.get("guarded") == seal,
            has_condition: fields.iter().any(|field| guard.has_condition(&field.text)),
            fields,
            seal,
            may_wait: true,
        }
    }

    /// The same of what a moderator writes as one.
    pub(super) fn by_moderator(self) -> Self {
        Self { may_wait: false, ..self }
    }

    /// What to show in place of sending, if something is to be shown: the
    /// form with the neutral words, when the writer takes them, or the form
    /// as typed with what was found, for the writer to decide.
    pub(super) fn step(
        &self,
        ctx: &Ctx,
        form: &Form,
        fields: &[form::Field],
    ) -> Result<Option<(Form, Html)>, Error> {
        if form.get("act") == "neutral" {
            let said =
                format!("<p role=\"status\">{}</p>", escape(ctx.t("coffee-room-guard-used")));
            return Ok(Some((self.rewritten(as_typed(form, fields)), Html(said))));
        }
        if self.is_confirmed || !form.is_clean() {
            return Ok(None);
        }
        self.asked(ctx, form, fields)
    }

    /// The form as typed with what was found, for its writer to decide; none
    /// when nothing was found.
    pub(super) fn asked(
        &self,
        ctx: &Ctx,
        form: &Form,
        fields: &[form::Field],
    ) -> Result<Option<(Form, Html)>, Error> {
        if !self.has_found() {
            return Ok(None);
        }
        let mut asked = as_typed(form, fields);
        asked.refuse(Refusal::new("coffee-room-guard-found"));
        Ok(Some((asked, self.html(ctx)?)))
    }

    /// Says of a text that goes as it is whether it waits for a moderator
    /// first, or is read by one where it stands.
    pub(super) fn judge(&self, draft: &mut Draft) {
        let goes = self.is_confirmed && self.has_found();
        draft.hold = (goes && self.is_risky()).then_some(HoldCause::Guard);
        draft.has_name = goes && !self.is_risky();
    }

    fn is_risky(&self) -> bool {
        self.fields.iter().any(|field| {
            field.findings.iter().any(|finding| {
                let words = field.text.get(finding.span.clone()).unwrap_or_default();
                rules::is_risky(finding.kind, words, self.has_condition)
            })
        })
    }

    pub(super) fn has_found(&self) -> bool {
        self.fields.iter().any(|field| !field.findings.is_empty())
    }

    /// The form with the neutral words in it, to be read and sent.
    fn rewritten(&self, form: Form) -> Form {
        self.fields
            .iter()
            .fold(form, |form, field| form.with(field.name, rewrite(&field.text, &field.findings)))
    }

    /// What was found, why it tells, and what could stand there; nothing if
    /// nothing was found.
    pub(super) fn html(&self, ctx: &Ctx) -> Result<Html, Error> {
        if !self.has_found() {
            return Ok(Html(String::new()));
        }
        let told = self.fields.iter().filter(|field| !field.findings.is_empty());
        let shown = GuardView {
            page: ctx.page(""),
            seal: &self.seal,
            waits: self.may_wait.then(|| self.is_risky()),
            first: told.clone().next().map_or("body", |field| field.name),
            marked: told.clone().map(marked).collect(),
            reasons: self.fields.iter().flat_map(|field| reasons(ctx, field)).collect(),
            neutral: told.map(neutral).collect(),
        };
        Ok(Html(shown.render()?))
    }
}

#[derive(Template)]
#[template(path = "guarded.html")]
struct GuardView<'v> {
    page: Page,
    seal: &'v str,
    /// Sent as it is, it waits for a moderator first, or is read by one where
    /// it stands; neither, of what a moderator writes.
    waits: Option<bool>,
    /// The first field in which something was found.
    first: &'static str,
    /// The writer's texts with the words marked.
    marked: Vec<Html>,
    /// The words, and why they tell.
    reasons: Vec<(String, String)>,
    /// The texts with neutral words.
    neutral: Vec<Html>,
}

/// What binds a word of the writer to this very text. Whoever forges it
/// confirms their own text, so it needs no key.
fn seal(fields: &[Field]) -> String {
    let mut hash = Sha256::new();
    for field in fields {
        hash.update(field.name);
        hash.update([0]);
        hash.update(&field.text);
        hash.update([0]);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A field's text with `<mark>` around what was found.
fn marked(field: &Field) -> Html {
    let mut spans: Vec<&Range<usize>> = field
        .findings
        .iter()
        .flat_map(|finding| std::iter::once(&finding.span).chain(&finding.with))
        .collect();
    spans.sort_by_key(|span| span.start);
    let mut out = String::new();
    let mut at = 0;
    for span in spans {
        let (Some(before), Some(words)) =
            (field.text.get(at..span.start), field.text.get((*span).clone()))
        else {
            continue;
        };
        out.push_str(&escape(before));
        out.push_str(&format!("<mark>{}</mark>", escape(words)));
        at = span.end;
    }
    out.push_str(&escape(field.text.get(at..).unwrap_or_default()));
    Html(out)
}

/// A field's text with the neutral words in `<ins>`.
fn neutral(field: &Field) -> Html {
    let pieces = rewrite_marked(&field.text, &field.findings).into_iter();
    let shown = pieces.map(|piece| {
        let text = escape(&piece.text);
        if piece.is_neutral { format!("<ins>{text}</ins>") } else { text }
    });
    Html(shown.collect())
}

/// What was found in a field, in words, each once.
fn reasons(ctx: &Ctx, field: &Field) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> = Vec::new();
    for finding in &field.findings {
        let spans = std::iter::once(&finding.span).chain(&finding.with);
        let words: Vec<&str> = spans.filter_map(|span| field.text.get((*span).clone())).collect();
        let line = (words.join(" + "), ctx.t(why(finding.kind)).to_owned());
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}

/// Why words of a kind tell who somebody is.
fn why(kind: Kind) -> &'static str {
    match kind {
        Kind::IdentityCode => "coffee-room-guard-identity-code",
        Kind::Phone => "coffee-room-guard-phone",
        Kind::Mail => "coffee-room-guard-mail",
        Kind::Iban => "coffee-room-guard-iban",
        Kind::Address => "coffee-room-guard-address",
        Kind::Name => "coffee-room-guard-name",
        Kind::Combination => "coffee-room-guard-combination",
    }
}
