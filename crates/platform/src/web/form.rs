//! Forms: reading what was typed, keeping it, and saying what to mend.

use axum::body::Body;
use axum::extract::FromRequest;
use axum::http::{StatusCode, header};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::fault::{Error, Fault, Refusal};
use crate::markdown::is_trick;
use crate::web::ctx::Ctx;
use crate::web::token::{self, Nonce};

/// Largest form taken, in bytes: a post of 20,000 letters, each of them three
/// bytes and written as `%XX`, and room for the rest.
pub const LARGEST: usize = 256 * 1024;
/// A form that is larger is refused, but up to this much what was typed is
/// given back: pages are kept by no browser (`no-store`, since others may use
/// it next), so going back would find the form empty.
const GIVEN_BACK: usize = 4 * LARGEST;

/// Name of the hidden field that holds the form token.
pub const TOKEN: &str = "_form";

/// A file so many times too large is still read to its end, so that what
/// comes behind it in the form is not lost.
const DRAINED: usize = 4;

const MULTIPART: &str = "multipart/form-data";

/// A field that a form may have.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Greatest length, in characters.
    pub longest: usize,
    /// It must not be empty.
    pub is_required: bool,
    /// It may hold line breaks.
    pub has_lines: bool,
    /// It is kept exactly as typed and never given back to a page.
    pub is_secret: bool,
}

/// A field of one line.
#[must_use]
pub const fn line(name: &'static str, longest: usize) -> Field {
    Field { name, longest, is_required: false, has_lines: false, is_secret: false }
}

/// A field of many lines.
#[must_use]
pub const fn text(name: &'static str, longest: usize) -> Field {
    Field { name, longest, is_required: false, has_lines: true, is_secret: false }
}

/// A password: neither trimmed nor given back.
#[must_use]
pub const fn secret(name: &'static str) -> Field {
    Field { name, longest: 256, is_required: false, has_lines: false, is_secret: true }
}

impl Field {
    /// It must be filled in.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }
}

/// A form as typed, with what is to be mended.
#[derive(Debug, Clone, Default)]
pub struct Form {
    values: Vec<(&'static str, String)>,
    /// In the order of the fields, and then what is about none of them.
    refusals: Vec<Refusal>,
    fields: &'static [Field],
    nonce: Nonce,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Fills in a value, for a form that changes something that exists.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Fills in one more value of a group of checkboxes.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Puts a value in place of what was typed, and of what was wrong with it.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.values.retain(|(known, _)| *known != name);
        self.refusals.retain(|refusal| refusal.field != Some(name));
        self.values.push((name, value.into()));
    }

    /// Adds a value beside what is chosen of a group already.
    pub fn add(&mut self, name: &'static str, value: impl Into<String>) {
        self.values.push((name, value.into()));
    }

    /// What was typed into a field; empty if nothing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// Everything chosen in a group of checkboxes.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        let chosen = self.values.iter().filter(|(known, _)| *known == name);
        chosen.map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a lone checkbox is checked.
    #[must_use]
    pub fn is_checked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// What was typed, or nothing.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|value| !value.is_empty())
    }

    /// Adds something to mend. The first word on a field stands.
    pub fn refuse(&mut self, refusal: Refusal) {
        let known = refusal.field.is_some()
            && self.refusals.iter().any(|other| other.field == refusal.field);
        if !known {
            let place = self.place(&refusal);
            let at = self.refusals.partition_point(|other| self.place(other) <= place);
            self.refusals.insert(at, refusal);
        }
    }

    fn place(&self, refusal: &Refusal) -> usize {
        let place = self.fields.iter().position(|field| Some(field.name) == refusal.field);
        place.unwrap_or(self.fields.len())
    }

    /// Adds what a check found, if anything.
    pub fn check(&mut self, outcome: Result<(), Refusal>) {
        if let Err(refusal) = outcome {
            self.refuse(refusal);
        }
    }

    /// Whether nothing is to be mended.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.refusals.is_empty()
    }

    /// What is to be mended.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    pub(crate) fn nonce(&self) -> &Nonce {
        &self.nonce
    }
}

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name on the sender's machine, for showing only.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
    /// It was larger than it may be, and nothing of it is here.
    pub is_too_large: bool,
}

fn refuse(key: &'static str) -> Error {
    Refusal::new(key).into()
}

fn take_body(ctx: &Ctx) -> Result<Body, Error> {
    let mut body = ctx.body.lock().map_err(|_| Fault::bug("poisoned body"))?;
    body.take().ok_or_else(|| Fault::bug("a form read twice").into())
}

async fn collect(ctx: &Ctx, largest: usize) -> Result<Bytes, Error> {
    match Limited::new(take_body(ctx)?, largest).collect().await {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(refuse("form-too-large")),
        Err(_) => Err(refuse("form-broken-off")),
    }
}

fn kind(ctx: &Ctx) -> &str {
    let header = ctx.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    header.unwrap_or_default().split(';').next().unwrap_or_default().trim()
}

pub(crate) async fn read(ctx: &Ctx, fields: &'static [Field]) -> Result<Form, Error> {
    if kind(ctx) != "application/x-www-form-urlencoded" {
        return Err(refuse("form-wrong-kind"));
    }
    let body = collect(ctx, GIVEN_BACK).await?;
    let read = if body.len() > LARGEST { Err(refuse("form-too-large")) } else { pairs(&body) };
    match read {
        Ok(pairs) => build(ctx, fields, pairs),
        Err(refusal) => {
            let readable: Vec<_> = form_urlencoded::parse(&body).into_owned().collect();
            keep_typed(ctx, fields, &readable)?;
            Err(refusal)
        }
    }
}

fn pairs(body: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let mut pairs = Vec::new();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(halves.next().unwrap_or_default())?;
        let value = decode(halves.next().unwrap_or_default())?;
        pairs.push((name, value));
    }
    Ok(pairs)
}

/// `application/x-www-form-urlencoded` in UTF-8, refused rather than repaired.
fn decode(raw: &[u8]) -> Result<String, Error> {
    let spaced: Vec<u8> = raw.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded = percent_encoding::percent_decode(&spaced).collect::<Vec<u8>>();
    String::from_utf8(decoded).map_err(|_| refuse("form-broken-encoding"))
}

pub(crate) async fn read_upload(
    ctx: &Ctx,
    fields: &'static [Field],
    largest: usize,
) -> Result<(Form, Option<Upload>), Error> {
    if kind(ctx) != MULTIPART {
        return Err(refuse("form-wrong-kind"));
    }
    let (pairs, upload) = parts(ctx, largest, LARGEST + largest).await?;
    let form = build(ctx, fields, pairs)?;
    match upload {
        Some(upload) if upload.is_too_large => Err(refuse("form-too-large")),
        upload => Ok((form, upload)),
    }
}

/// The same of a form whose file is not the main thing: it may come without,
/// and what was typed beside a file that is too large is not lost.
pub(crate) async fn read_either(
    ctx: &Ctx,
    fields: &'static [Field],
    largest: usize,
) -> Result<(Form, Option<Upload>), Error> {
    if kind(ctx) == MULTIPART {
        let (pairs, upload) = parts(ctx, largest, LARGEST + largest * DRAINED).await?;
        Ok((build(ctx, fields, pairs)?, upload))
    } else {
        Ok((read(ctx, fields).await?, None))
    }
}

type Parts = (Vec<(String, String)>, Option<Upload>);

/// The parts of a form with a file, read as they come in: the file is in
/// memory once. One larger than `largest` is not kept; when all is more than
/// `most`, nothing is.
async fn parts(ctx: &Ctx, largest: usize, most: usize) -> Result<Parts, Error> {
    let body = Body::new(Limited::new(take_body(ctx)?, most));
    let mut request = axum::http::Request::new(body);
    *request.headers_mut() = ctx.headers.clone();
    // The limit stands above; axum's own would stop at 2 MB.
    axum::extract::DefaultBodyLimit::disable().apply(&mut request);
    let mut parts = axum::extract::Multipart::from_request(request, &())
        .await
        .map_err(|_| refuse("form-broken-off"))?;
    let (mut pairs, mut upload) = (Vec::new(), None);
    while let Some(mut part) = parts.next_field().await.map_err(|error| unread(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(ToOwned::to_owned);
        let most = if file.is_some() { largest } else { LARGEST };
        let (mut bytes, mut is_too_large) = (Vec::new(), false);
        while let Some(piece) = part.chunk().await.map_err(|error| unread(&error))? {
            is_too_large = is_too_large || bytes.len() + piece.len() > most;
            if is_too_large {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&piece);
            }
        }
        match file {
            Some(_) if bytes.is_empty() && !is_too_large => {}
            Some(name) => upload = Some(Upload { name, bytes: bytes.into(), is_too_large }),
            None if is_too_large => return Err(refuse("form-too-large")),
            None => {
                let value = String::from_utf8(bytes);
                pairs.push((name, value.map_err(|_| refuse("form-broken-encoding"))?));
            }
        }
    }
    Ok((pairs, upload))
}

fn unread(error: &axum::extract::multipart::MultipartError) -> Error {
    refuse(match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => "form-too-large",
        _ => "form-broken-off",
    })
}

fn build(ctx: &Ctx, fields: &'static [Field], pairs: Vec<(String, String)>) -> Result<Form, Error> {
    keep_typed(ctx, fields, &pairs)?;
    let token = pairs.iter().find(|(name, _)| name == TOKEN).map_or("", |(_, value)| value);
    let nonce = token::take(&ctx.site, ctx.session.as_ref(), token)
        .ok_or_else(|| refuse("form-out-of-date"))?;
    let mut form = Form { fields, nonce, ..Form::default() };
    for (name, value) in pairs {
        if name == TOKEN {
            continue;
        }
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            return Err(refuse("form-unknown-field"));
        };
        let value = tidy(field, &value);
        form.check(fits(field, &value));
        form.values.push((field.name, value));
    }
    for field in fields.iter().filter(|field| field.is_required) {
        if form.get(field.name).is_empty() {
            form.refuse(Refusal::new("form-required").at(field.name));
        }
    }
    Ok(form)
}

/// Keeps what was typed for an error page. Secrets and what we never asked
/// for are not kept.
fn keep_typed(
    ctx: &Ctx,
    fields: &'static [Field],
    pairs: &[(String, String)],
) -> Result<(), Fault> {
    let kept = pairs
        .iter()
        .filter(|(name, _)| fields.iter().any(|field| field.name == name && !field.is_secret));
    let mut typed = ctx.typed.lock().map_err(|_| Fault::bug("poisoned form"))?;
    typed.extend(kept.cloned());
    Ok(())
}

/// Keeps what was typed into a form that the policy stops before its handler
/// reads it (a session that ended while a post was being written), so that
/// the page which says so can give it back. Best effort: what can't be read
/// is not kept.
pub(crate) async fn keep_unread(ctx: &Ctx) {
    let read = match kind(ctx) {
        "application/x-www-form-urlencoded" => collect(ctx, LARGEST)
            .await
            .map(|body| form_urlencoded::parse(&body).into_owned().collect::<Vec<_>>()),
        // A file would have to be chosen again anyway.
        MULTIPART => parts(ctx, 0, LARGEST).await.map(|(pairs, _)| pairs),
        _ => return,
    };
    let Ok(pairs) = read else { return };
    let Ok(mut typed) = ctx.typed.lock() else { return };
    typed.extend(pairs.into_iter().filter(|(name, _)| name != TOKEN && !name.contains("password")));
}

fn tidy(field: &Field, value: &str) -> String {
    if field.is_secret {
        return value.to_owned();
    }
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    if field.has_lines { value.trim_end().to_owned() } else { value.trim().to_owned() }
}

fn fits(field: &Field, value: &str) -> Result<(), Refusal> {
    if value.chars().count() > field.longest {
        let refusal = Refusal::new("form-too-long").with("longest", field.longest);
        return Err(refusal.with("length", value.chars().count()).at(field.name));
    }
    let unfit = |letter: char| is_trick(letter) || (letter == '\n' && !field.has_lines);
    if value.contains(unfit) {
        return Err(Refusal::new("form-odd-characters").at(field.name));
    }
    Ok(())
}

/// The status that goes with a form that can't be read at all.
#[must_use]
pub fn status(refusal: &Refusal) -> StatusCode {
    match refusal.key {
        "form-too-large" => StatusCode::PAYLOAD_TOO_LARGE,
        "form-wrong-kind" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "form-out-of-date" | "form-foreign" => StatusCode::FORBIDDEN,
        "too-many-tries" => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::BAD_REQUEST,
    }
}
