//! Pictures of a post: brought with the form in which it is written, shown in
//! its list, taken out again; and served to those who may see the post.

use askama::Template;
use kafferum_platform::files;
use kafferum_platform::markdown;
use kafferum_platform::picture;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::{self, Field, Form, Upload};
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::stored;
use kafferum_platform::{Error, Refusal};

use super::as_typed;
use crate::model::{PictureId, PictureSize, Sight, ThreadId};
use crate::rules::{self, BODY_MOST, Look};
use crate::scene::Scene;
use crate::store;

/// Longest description of a picture, in characters.
const DESCRIPTION_MOST: usize = 300;

/// Pictures of one text that are looked for; no setting allows more.
const MOST_ASKED_FOR: usize = 51;

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
    /// To go on, with a picture more or less.
    Pictures,
}

/// Reads a form in which a post is written. A picture that came with it stands
/// in its text then, whichever button was pressed.
pub(super) async fn written(ctx: &Ctx, fields: &'static [Field]) -> Result<(Form, Step), Error> {
    let (mut form, upload) = ctx.form_with_file(fields, picture::MOST_BYTES).await?;
    let act = form.get("act").to_owned();
    // Enter in the field of the description does what the button beside it does.
    let goes_on = act == "picture" || (act == "enter" && form.given("description").is_some());
    let is_preview = act == "preview";
    if let Some(id) = act.strip_prefix("remove-").and_then(|id| id.parse().ok()) {
        form.set("body", markdown::without_picture(form.get("body"), id));
        return Ok((as_typed(&form, fields), Step::Pictures));
    }
    match upload {
        // A preview beside the text does not change the text.
        Some(_) if is_preview && ctx.is_fragment() => {}
        Some(file) => add(ctx, &mut form, file).await?,
        // Whoever describes a picture means to send one.
        None if goes_on || form.given("description").is_some() => {
            form.refuse(Refusal::new("coffee-room-file-missing").at("file"));
        }
        None => {}
    }
    Ok(if goes_on {
        (going_on(&form, fields), Step::Pictures)
    } else if is_preview {
        (going_on(&form, fields), Step::Preview)
    } else {
        (form, Step::Send)
    })
}

/// What was typed, with what is to be mended about the picture alone.
fn going_on(form: &Form, fields: &'static [Field]) -> Form {
    let mut shown = as_typed(form, fields);
    for refusal in form.refusals().iter().filter(|refusal| is_of_picture(refusal)) {
        shown.refuse(refusal.clone());
    }
    shown
}

/// Keeps a picture and puts it at the end of the text. What is wrong with it
/// is said in the form.
async fn add(ctx: &Ctx, form: &mut Form, file: Upload) -> Result<(), Error> {
    let me = ctx.person()?;
    let description = form.get("description").to_owned();
    form.check(rules::must_describe(&description));
    let settings = ctx.site.settings();
    let most = settings.number("coffee-room-pictures-per-post");
    let shown = markdown::pictures(form.get("body")).len();
    form.check(rules::must_be_few_pictures(shown + 1, most));
    if is_about_picture(form) {
        return Ok(());
    }
    let (now, most) = (ctx.now, settings.number("coffee-room-pictures-per-day"));
    let added = ctx.read(move |tx| Ok(store::pictures::added_in_last_day(tx, me, now)?)).await?;
    if let Err(refusal) = rules::may_add_picture(added, most) {
        form.refuse(refusal);
        return Ok(());
    }
    let painted = match painted(ctx, file).await {
        Err(Error::Refusal(refusal)) => {
            form.refuse(refusal.at("file"));
            return Ok(());
        }
        other => other?,
    };
    let large = files::keep(&ctx.site, &painted.large).await?;
    let small = files::keep(&ctx.site, &painted.small).await?;
    let said = description.clone();
    let id = ctx
        .write(move |tx| Ok(store::pictures::insert(tx, me, &said, (&large, &small), now)?))
        .await?;
    let body = with_picture(form.get("body"), &description, id);
    let length = body.chars().count();
    form.set("body", body);
    form.set("description", "");
    if length > BODY_MOST {
        let refusal = Refusal::new("form-too-long").with("longest", BODY_MOST);
        form.refuse(refusal.with("length", length).at("body"));
    }
    Ok(())
}

async fn painted(ctx: &Ctx, file: Upload) -> Result<picture::Painted, Error> {
    if file.is_too_large {
        return Err(picture::too_large().into());
    }
    ctx.site.studio.paint(file.bytes).await
}

/// A text with a picture more, on a line of its own.
fn with_picture(body: &str, description: &str, id: PictureId) -> String {
    let mark = format!("![{}](picture:{id})", markdown::quoted(description));
    let body = body.trim_end();
    if body.is_empty() { mark } else { format!("{body}\n\n{mark}") }
}

/// A text's pictures as its writer sees them beside it.
#[derive(Template)]
#[template(path = "attached.html")]
pub(super) struct Attached {
    pictures: Vec<markdown::Picture>,
    heading: String,
    remove: String,
    /// The union lets posts have pictures.
    pub(super) may_add: bool,
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
        Ok(Self {
            pictures: showable(ctx, form.get("body"), post).await?,
            heading: ctx.t("coffee-room-attached").to_owned(),
            remove: ctx.t("coffee-room-attached-remove").to_owned(),
            may_add: ctx.site.settings().number("coffee-room-pictures-per-post") > 0,
            is_open: form.given("description").is_some() || is_about_picture(form),
        })
    }

    /// How it stands in the text.
    fn mark(&self, picture: &markdown::Picture) -> String {
        format!("![{}](picture:{})", markdown::quoted(&picture.description), picture.id)
    }
}

/// The pictures that a text of this person's may show.
pub(super) async fn showable(
    ctx: &Ctx,
    text: &str,
    post: Option<(ThreadId, i64)>,
) -> Result<Vec<markdown::Picture>, Error> {
    let mut wanted = markdown::pictures(text);
    wanted.truncate(MOST_ASKED_FOR);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let me = ctx.person()?;
    ctx.read(move |tx| Ok(store::pictures::showable(tx, me, post, &wanted)?)).await
}

/// Serves a picture to those who see the post in which it stands, as they see
/// it now; before it stands in one, to its owner.
pub(super) async fn picture(ctx: Ctx) -> Reply {
    let id: PictureId = ctx.param("picture")?;
    let size: String = ctx.param("size")?;
    let size = PictureSize::from_word(&size).ok_or(Error::NotFound)?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let found = ctx
        .read(move |tx| {
            let found = store::pictures::served(tx, id, size)?.ok_or(Error::NotFound)?;
            match found.post {
                None if actor.person()? == found.owner => {}
                None => return Err(Error::NotFound),
                Some((thread, position)) => {
                    let scene = Scene::find(tx, &actor, thread, lang)?;
                    let number = match scene.sight {
                        Sight::Guest => found.guest_position.unwrap_or(0),
                        _ => position,
                    };
                    let (_, look) = scene.post(tx, number)?;
                    if !matches!(look, Look::Shown | Look::HiddenWithText) {
                        return Err(Error::NotFound);
                    }
                }
            }
            Ok(found)
        })
        .await?;
    stored::picture(&ctx, &found.file, &found.kind).await
}

/// Whether something about the picture that came is to be mended.
fn is_about_picture(form: &Form) -> bool {
    form.refusals().iter().any(is_of_picture)
}

fn is_of_picture(refusal: &Refusal) -> bool {
    matches!(refusal.field, Some("file" | "description"))
}
