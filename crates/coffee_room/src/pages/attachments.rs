//! Pictures and documents of a post: brought with the form in which it is
//! written, shown in its list, taken out again; and served to those who may
//! see the post.

use askama::Template;
use kafferum_platform::document::{self, Kind};
use kafferum_platform::files::{self, FileHash, NewFile};
use kafferum_platform::markdown::{self, Asked, Attachment, Shape};
use kafferum_platform::picture;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::{self, Field, Form, Upload};
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::stored;
use kafferum_platform::{Error, Refusal};

use super::as_typed;
use crate::model::{AttachmentId, AttachmentKind, PictureSize, Served, Sight, ThreadId};
use crate::rules::{self, BODY_MOST, Look};
use crate::scene::Scene;
use crate::store;

/// Longest description of a picture or title of a document, in characters.
const DESCRIPTION_MOST: usize = 300;

/// Attachments of one text that are looked for; no setting allows more.
const MOST_ASKED_FOR: usize = 101;

/// The field that every form has in which a post is written, beside the file.
pub(super) const DESCRIPTION: Field = form::line("description", DESCRIPTION_MOST);
/// What a button of such a form asks for.
pub(super) const ACT: Field = form::line("act", 40);

/// What a form was sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// To take effect.
    Send,
    /// To be looked at.
    Preview,
    /// To go on, with an attachment more or less.
    Attachments,
}

/// Reads a form in which a post is written. What came with it stands in its
/// text then, whichever button was pressed.
pub(super) async fn written(ctx: &Ctx, fields: &'static [Field]) -> Result<(Form, Step), Error> {
    let (mut form, upload) = ctx.form_with_file(fields, picture::MOST_BYTES).await?;
    let act = form.get("act").to_owned();
    // Enter in the field of the description does what the button beside it does.
    let goes_on = act == "attach" || (act == "enter" && form.given("description").is_some());
    let is_preview = act == "preview";
    if let Some(id) = act.strip_prefix("remove-").and_then(|id| id.parse().ok()) {
        form.set("body", markdown::without_attachment(form.get("body"), id));
        return Ok((as_typed(&form, fields), Step::Attachments));
    }
    match upload {
        // A preview beside the text does not change the text.
        Some(_) if is_preview && ctx.is_fragment() => {}
        Some(file) => add(ctx, &mut form, file).await?,
        // Whoever describes something means to send it.
        None if goes_on || form.given("description").is_some() => {
            form.refuse(Refusal::new("coffee-room-file-missing").at("file"));
        }
        None => {}
    }
    Ok(if goes_on {
        (going_on(&form, fields), Step::Attachments)
    } else if is_preview {
        (going_on(&form, fields), Step::Preview)
    } else {
        (form, Step::Send)
    })
}

/// What was typed, with what is to be mended about the file alone.
fn going_on(form: &Form, fields: &'static [Field]) -> Form {
    let mut shown = as_typed(form, fields);
    for refusal in form.refusals().iter().filter(|refusal| is_of_file(refusal)) {
        shown.refuse(refusal.clone());
    }
    shown
}

/// Keeps a file and puts it at the end of the text. What is wrong with it is
/// said in the form.
async fn add(ctx: &Ctx, form: &mut Form, file: Upload) -> Result<(), Error> {
    let kind = if picture::is_picture(&file.bytes) {
        AttachmentKind::Picture
    } else {
        AttachmentKind::Document
    };
    match keep(ctx, form, file, kind).await {
        Err(Error::Refusal(refusal)) => {
            let field = refusal.field.unwrap_or("file");
            form.refuse(refusal.at(field));
            return Ok(());
        }
        kept => {
            let body = with_mark(form.get("body"), &kept?.mark());
            form.set("body", body);
        }
    }
    form.set("description", "");
    let length = form.get("body").chars().count();
    if length > BODY_MOST {
        let refusal = Refusal::new("form-too-long").with("longest", BODY_MOST);
        form.refuse(refusal.with("length", length).at("body"));
    }
    Ok(())
}

/// Keeps a file, as its writer describes it. The description is stored when
/// the text is sent that says it, after the guard has read it.
async fn keep(
    ctx: &Ctx,
    form: &Form,
    file: Upload,
    kind: AttachmentKind,
) -> Result<Attachment, Error> {
    let me = ctx.person()?;
    let settings = ctx.site.settings();
    let said = form.get("description").trim().to_owned();
    if file.is_too_large {
        return Err(picture::too_large().into());
    }
    if kind == AttachmentKind::Picture {
        rules::must_describe(&said)?;
    }
    let is_picture = kind == AttachmentKind::Picture;
    let shown = markdown::attached(form.get("body"));
    let shown = shown.iter().filter(|one| one.is_picture == is_picture).count();
    rules::must_be_few(kind, shown + 1, settings.number(kind.most_per_post()))?;
    let (now, most) = (ctx.now, settings.number(kind.most_per_day()));
    let added =
        ctx.read(move |tx| Ok(store::attachments::added_in_last_day(tx, me, kind, now)?)).await?;
    rules::may_add(kind, added, most)?;
    let (files, untitled) = match kind {
        AttachmentKind::Picture => {
            let painted = ctx.site.studio.paint(file.bytes).await?;
            (kept(ctx, &[&painted.large, &painted.small]).await?, String::new())
        }
        AttachmentKind::Document => {
            let found = ctx.site.studio.look_through(file.bytes, &file.name).await?;
            // A file's name may name somebody, so it is not the title.
            let title = ctx.t("coffee-room-document-untitled").to_owned();
            (kept(ctx, &[&found.file, &found.file]).await?, title)
        }
    };
    let description = if said.is_empty() { untitled } else { said };
    ctx.write(move |tx| {
        let id = store::attachments::insert(tx, me, kind, (&files.0, &files.1), now)?;
        let asked = Asked { id: id.0, is_picture, words: description.clone() };
        let found = store::attachments::showable(tx, me, None, &[asked])?;
        found.into_iter().next().ok_or(Error::NotFound)
    })
    .await
}

async fn kept(ctx: &Ctx, pair: &[&NewFile; 2]) -> Result<(FileHash, FileHash), Error> {
    let [file, small] = pair;
    Ok((files::keep(&ctx.site, file).await?, files::keep(&ctx.site, small).await?))
}

/// A text with an attachment more, on a line of its own.
fn with_mark(body: &str, mark: &str) -> String {
    let body = body.trim_end();
    if body.is_empty() { mark.to_owned() } else { format!("{body}\n\n{mark}") }
}

/// A text's attachments as its writer sees them beside it.
#[derive(Template)]
#[template(path = "attached.html")]
pub(super) struct Attached {
    attachments: Vec<Attachment>,
    heading: String,
    remove: String,
    /// The union lets posts have pictures.
    may_add_pictures: bool,
    /// The union lets posts have documents.
    may_add_documents: bool,
    /// The control with which one is added is open: something about it is to
    /// be mended.
    pub(super) is_open: bool,
}

impl Attached {
    /// Those that the text of this form shows; `post` is the one that is being
    /// changed.
    pub(super) async fn find(
        ctx: &Ctx,
        form: &Form,
        post: Option<(ThreadId, i64)>,
    ) -> Result<Self, Error> {
        let settings = ctx.site.settings();
        let lets = |kind: AttachmentKind| settings.number(kind.most_per_post()) > 0;
        Ok(Self {
            attachments: showable(ctx, form.get("body"), post).await?,
            heading: ctx.t("coffee-room-attached").to_owned(),
            remove: ctx.t("coffee-room-attached-remove").to_owned(),
            may_add_pictures: lets(AttachmentKind::Picture),
            may_add_documents: lets(AttachmentKind::Document),
            is_open: form.given("description").is_some() || is_about_file(form),
        })
    }

    /// The union lets posts have something.
    pub(super) fn may_add(&self) -> bool {
        self.may_add_pictures || self.may_add_documents
    }

    /// What the control offers to choose: media types and endings.
    pub(super) fn accepts(&self) -> String {
        let pictures = self.may_add_pictures.then(|| PICTURES.to_owned());
        let documents = self.may_add_documents.then(document::endings);
        pictures.into_iter().chain(documents).collect::<Vec<_>>().join(",")
    }
}

const PICTURES: &str = "image/jpeg,image/png,image/webp,image/gif";

/// What a text of this person's may show.
pub(super) async fn showable(
    ctx: &Ctx,
    text: &str,
    post: Option<(ThreadId, i64)>,
) -> Result<Vec<Attachment>, Error> {
    let mut asked = markdown::attached(text);
    asked.truncate(MOST_ASKED_FOR);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let me = ctx.person()?;
    ctx.read(move |tx| Ok(store::attachments::showable(tx, me, post, &asked)?)).await
}

/// Serves a picture.
pub(super) async fn picture(ctx: Ctx) -> Reply {
    let size: String = ctx.param("size")?;
    let size = PictureSize::from_word(&size).ok_or(Error::NotFound)?;
    let found = find(&ctx, ctx.param("picture")?, AttachmentKind::Picture, size).await?;
    stored::picture(&ctx, &found.file, &found.media_type).await
}

/// Serves a document, to be saved under a name that says nothing.
pub(super) async fn document(ctx: Ctx) -> Reply {
    let id: AttachmentId = ctx.param("document")?;
    let found = find(&ctx, id, AttachmentKind::Document, PictureSize::Large).await?;
    let kind = Kind::of_media_type(&found.media_type).ok_or(Error::NotFound)?;
    let name = format!("kafferum-{id}.{}", kind.word());
    stored::document(&ctx, &found.file, &found.media_type, &name).await
}

/// An attachment for those who see the post in which it stands, as they see it
/// now; before it stands in one, for its owner and for those who judge a text
/// that shows it.
async fn find(
    ctx: &Ctx,
    id: AttachmentId,
    kind: AttachmentKind,
    size: PictureSize,
) -> Result<Served, Error> {
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    ctx.read(move |tx| {
        let found = store::attachments::served(tx, id, kind, size)?.ok_or(Error::NotFound)?;
        let Some((thread, position)) = found.post else {
            let mut held = store::held::not_let_in(tx, found.owner, lang)?.into_iter();
            let is_judged = held.any(|held| {
                let asked = markdown::attached(&held.markdown);
                asked.iter().any(|one| one.id == id.0)
                    && rules::may_watch_held(&actor, &held).is_ok()
            });
            let may_see = actor.person()? == found.owner || is_judged;
            return if may_see { Ok(found) } else { Err(Error::NotFound) };
        };
        let scene = Scene::find(tx, &actor, thread, lang)?;
        let number = match scene.sight {
            Sight::Guest => found.guest_position.unwrap_or(0),
            _ => position,
        };
        let (_, look) = scene.post(tx, number)?;
        if matches!(look, Look::Shown | Look::HiddenWithText) {
            Ok(found)
        } else {
            Err(Error::NotFound)
        }
    })
    .await
}

/// Whether something about the file that came is to be mended.
fn is_about_file(form: &Form) -> bool {
    form.refusals().iter().any(is_of_file)
}

fn is_of_file(refusal: &Refusal) -> bool {
    matches!(refusal.field, Some("file" | "description"))
}
