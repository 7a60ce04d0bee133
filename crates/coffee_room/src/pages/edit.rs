//! Changing a post of one's own, and what it said before.

use std::sync::Arc;

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::policy::Denied;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::{Choice, Html};
use kafferum_platform::{Error, Refusal};

use super::attachments::{self, Attached, Step};
use super::guarded::{Guarded, takes_out};
use super::{
    Changes, Hall, SeenBy, act, after_writing, audiences, compare, draft, drafts, preview,
};
use crate::model::{
    Audience, Draft, DraftPlace, OpenTo, Post, SavedDraft, Sight, Source, ThreadId, whole,
};
use crate::polls::Poll;
use crate::rules::{self, BODY_MOST, TITLE_MOST};
use crate::scene::{Scene, address};
use crate::{actions, store};

const EDIT: &[Field] = &[
    form::line("title", TITLE_MOST),
    form::text("body", BODY_MOST).required(),
    form::line("audience", 10),
    form::line("version", 20),
    attachments::DESCRIPTION,
    attachments::ACT,
    form::line("guarded", 32),
];

#[derive(Template)]
#[template(path = "post_edit.html")]
struct PostEditPage {
    page: Page,
    path: String,
    back: String,
    heading: String,
    form: Form,
    /// Says that the form was filled with a draft.
    draft: Html,
    has_title: bool,
    audiences: Vec<Choice>,
    seen_by: SeenBy,
    preview: Html,
    attached: Attached,
    /// Somebody, perhaps the same person elsewhere, changed it meanwhile.
    versions: Option<Changes>,
}

/// A post about to be changed, as it is now.
struct Subject {
    scene: Scene,
    post: Post,
    source: Source,
    draft: Option<SavedDraft>,
}

impl Subject {
    fn form(&self) -> Form {
        let form = Form::empty()
            .with("body", self.source.markdown.clone())
            .with("audience", self.post.audience.word())
            .with("version", self.source.version.to_string());
        if self.post.position == 1 {
            form.with("title", self.scene.thread.title.text.clone())
        } else {
            form
        }
    }

    fn place(&self) -> (ThreadId, i64) {
        (self.scene.thread.id, self.post.position)
    }
}

async fn subject(ctx: &Ctx) -> Result<Subject, Error> {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    ctx.read(move |tx| {
        let scene = Scene::find(tx, &actor, id, lang)?;
        let (post, _) = scene.post(tx, number)?;
        if post.author != scene.me {
            return Err(Denied::NotYours.into());
        }
        if !rules::may_edit(&scene.thread, &post, scene.me) {
            return Err(Refusal::new("coffee-room-not-editable").into());
        }
        let source = store::posts::source(tx, id, post.position)?;
        let place = DraftPlace::Post(id, post.position);
        let draft = store::drafts::find(tx, scene.me, place)?;
        Ok(Subject { scene, post, source, draft })
    })
    .await
}

/// Shows the form as it was sent, or else with one's draft; one that was begun
/// from an earlier version beside what is there now, under the new version's
/// number, so that sending it again takes effect.
async fn show(ctx: &Ctx, subject: &Subject, form: Option<Form>, preview: Html) -> Reply {
    let page = ctx.page(ctx.t("coffee-room-edit"));
    let number = subject.post.number(subject.scene.sight);
    let thread = subject.scene.thread.id;
    let (mut form, draft) = match (form, &subject.draft) {
        (Some(form), _) => (form, Html(String::new())),
        (None, Some(draft)) => drafts::fill(&page, draft, drafts::discard_post(thread, number))?,
        (None, None) => (subject.form(), Html(String::new())),
    };
    let is_stale = form.get("version") != subject.source.version.to_string();
    let has_title = subject.post.position == 1;
    let versions = is_stale
        .then(|| compare(&subject.source.whole(), &whole(form.get("title"), form.get("body"))));
    if is_stale {
        form.set("version", subject.source.version.to_string());
    }
    let may_take_back =
        rules::may_take_back(subject.scene.sight, &subject.scene.thread, &subject.post);
    let audience = match subject.post.audience {
        _ if matches!(subject.scene.thread.open_to, OpenTo::Role(_)) => "coffee-room-seen-in-room",
        _ if subject.scene.thread.open_to == OpenTo::Members => "coffee-room-seen-by-members",
        _ if may_take_back => "coffee-room-seen-as-chosen",
        Audience::Members => "coffee-room-seen-by-members",
        Audience::Guests => "coffee-room-seen-by-guests",
    };
    let shown = PostEditPage {
        page,
        draft,
        path: format!("/coffee-room/threads/{thread}/posts/{number}/edit"),
        back: address(thread, number),
        heading: super::title(
            ctx,
            &subject.scene.thread.title,
            subject.scene.sight,
            subject.scene.me,
        ),
        has_title,
        audiences: if may_take_back { audiences(ctx) } else { Vec::new() },
        seen_by: SeenBy(audience),
        preview,
        attached: Attached::find(ctx, &form, Some(subject.place())).await?,
        versions,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn post_edit(ctx: Ctx) -> Reply {
    let subject = subject(&ctx).await?;
    show(&ctx, &subject, None, Html(String::new())).await
}

pub(super) async fn post_change(ctx: Ctx, hall: Arc<Hall>) -> Reply {
    let thread: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (mut form, step) = attachments::written(&ctx, EDIT).await?;
    let seen: i64 = form.get("version").parse().unwrap_or(0);
    let subject = subject(&ctx).await?;
    let place = DraftPlace::Post(thread, subject.post.position);
    if drafts::is_draft(&form) {
        return match Guarded::at(&ctx, &hall, &form).asked(&ctx, &form, EDIT)? {
            Some(_) if ctx.is_fragment() => drafts::not_saved(&ctx),
            Some((form, shown)) => show(&ctx, &subject, Some(form), shown).await,
            None => drafts::save(&ctx, &hall, &form, place).await,
        };
    }
    if step == Step::Attachments {
        if ctx.is_fragment() && form.is_clean() {
            return ctx.html(&Attached::find(&ctx, &form, Some(subject.place())).await?);
        }
        return show(&ctx, &subject, Some(form), Html(String::new())).await;
    }
    // Without a word about the audience it stays as it is.
    let audience = Audience::from_word(form.get("audience")).unwrap_or(Audience::Guests);
    let mut draft = Draft { audience, ..draft(&ctx, &mut form, Some(subject.place())).await? };
    let mut guarded = Guarded::at(&ctx, &hall, &form);
    if subject.scene.sight == Sight::Moderator {
        guarded = guarded.by_moderator();
    }
    guarded.judge(&mut draft);
    draft.takes_out = takes_out(&ctx, &hall, &subject.source, (&draft.title, &draft.markdown));
    if step == Step::Preview {
        let shown = preview(&ctx, &draft, &guarded).await?;
        if ctx.is_fragment() {
            return ctx.html(&shown);
        }
        let shown = Html(shown.render()?);
        return show(&ctx, &subject, Some(form), shown).await;
    }
    if let Some((form, shown)) = guarded.step(&ctx, &form, EDIT)? {
        if form.is_clean() {
            // What is taken out is nowhere any more, nor the beginning of it.
            drafts::forget(&ctx, place).await?;
        }
        return show(&ctx, &subject, Some(form), shown).await;
    }
    let act = act(&ctx);
    let done = ctx
        .submit(form, move |tx, _| actions::edit_post(tx, &act, thread, number, &draft, seen))
        .await?;
    match done {
        Submitted::Done(path) => after_writing(&ctx, &path),
        Submitted::Again(form) => {
            // As it is now, which is not as it was when the form was read.
            let subject = self::subject(&ctx).await?;
            show(&ctx, &subject, Some(*form), Html(String::new())).await
        }
    }
}

#[derive(Template)]
#[template(path = "post_history.html")]
struct HistoryPage {
    page: Page,
    back: String,
    heading: String,
    author: String,
    versions: Vec<VersionView>,
    /// Others were taken away, since somebody might have been recognised.
    is_shortened: bool,
}

/// A version with its changes against the one before.
struct VersionView {
    number: i64,
    at: Millis,
    is_current: bool,
    text: Html,
}

pub(super) async fn history(ctx: Ctx) -> Reply {
    let id: ThreadId = ctx.param("thread")?;
    let number: i64 = ctx.param("number")?;
    let (actor, lang) = (ctx.actor.clone(), ctx.lang);
    let (scene, post, source, versions) = ctx
        .read(move |tx| {
            let scene = Scene::find(tx, &actor, id, lang)?;
            let (post, _) = scene.post(tx, number)?;
            if !rules::may_read_history(scene.sight, &post, scene.me) {
                return Err(Denied::NotYours.into());
            }
            let source = store::posts::source(tx, id, post.position)?;
            let versions = store::posts::versions(tx, id, post.position)?;
            Ok((scene, post, source, versions))
        })
        .await?;
    let mut options = post.poll.as_ref().map(Poll::options_text).unwrap_or_default();
    let with_options = |text: String, options: &str| match options {
        "" => text,
        options => format!("{text}\n\n{options}"),
    };
    // Newest first: number, time and text.
    let mut texts = vec![(
        source.version,
        post.edited_at.unwrap_or(post.created_at),
        with_options(source.whole(), &options),
    )];
    texts.extend(versions.into_iter().map(|version| {
        if let Some(before) = version.options {
            options = before;
        }
        let text = whole(&version.title.unwrap_or_default(), &version.markdown);
        (version.version, version.written_at, with_options(text, &options))
    }));
    // So many are read at most; the numbers of the others are not looked at.
    let is_shortened =
        texts.len() < 100 && i64::try_from(texts.len()).is_ok_and(|count| count < source.version);
    let shown = texts.iter().enumerate().map(|(index, (version, at, text))| VersionView {
        number: *version,
        at: *at,
        is_current: index == 0,
        text: match texts.get(index + 1) {
            Some((_, _, before)) => compare(before, text).both,
            None => compare(text, text).both,
        },
    });
    ctx.html(&HistoryPage {
        page: ctx.page(ctx.t("coffee-room-history")),
        back: address(id, number),
        heading: super::title(&ctx, &scene.thread.title, scene.sight, scene.me),
        author: super::name(&ctx, post.pseudonym),
        versions: shown.collect(),
        is_shortened,
    })
}
