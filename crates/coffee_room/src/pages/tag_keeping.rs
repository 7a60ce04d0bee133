//! Keeping the tags: adding, naming, joining two into one, removing.

use askama::Template;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Refusal};

use crate::model::{KeptRoom, KeptTag, RoomId, TagId};
use crate::{keeping, rules, store};

const NAME_MOST: usize = 40;

const NEW: &[Field] = &[
    form::line("name-fi", NAME_MOST).required(),
    form::line("name-sv", NAME_MOST).required(),
    form::line("name-en", NAME_MOST).required(),
    form::line("room", 20),
];
const CHANGE: &[Field] = &[
    form::line("name-fi", NAME_MOST).required(),
    form::line("name-sv", NAME_MOST).required(),
    form::line("name-en", NAME_MOST).required(),
    form::line("revision", 20),
];
const REMOVE: &[Field] = &[form::line("into", 20)];

struct TagRow {
    id: TagId,
    name: String,
    /// Its names in the other languages.
    others: String,
    /// Empty for every room.
    room: String,
}

#[derive(Template)]
#[template(path = "keeping_tags.html")]
struct TagsPage {
    page: Page,
    tags: Vec<TagRow>,
}

pub(super) async fn tags(ctx: Ctx) -> Reply {
    let (tags, rooms) =
        ctx.read(|tx| Ok((store::tags::kept(tx)?, store::room_keeping::rooms(tx)?))).await?;
    let row = |tag: &KeptTag| {
        let name = tag.name(ctx.lang);
        let others = tag.names.iter().filter(|other| *other != name).cloned();
        let room = rooms.iter().find(|room| Some(room.id) == tag.room);
        TagRow {
            id: tag.id,
            name: name.to_owned(),
            others: others.collect::<Vec<_>>().join(", "),
            room: room.map(|room| room.name(ctx.lang).to_owned()).unwrap_or_default(),
        }
    };
    let mut tags: Vec<TagRow> = tags.iter().map(row).collect();
    tags.sort_by_cached_key(|tag| tag.name.to_lowercase());
    ctx.html(&TagsPage { page: ctx.page(ctx.t("coffee-room-tags")), tags })
}

#[derive(Template)]
#[template(path = "keeping_tag.html")]
struct TagFormPage {
    page: Page,
    form: Form,
    /// Only a new tag is given its rooms.
    rooms: Vec<Choice>,
    /// The tag that is changed.
    id: Option<TagId>,
    /// What somebody else saved meanwhile.
    meanwhile: Vec<String>,
}

fn rooms_to_choose(ctx: &Ctx, rooms: &[KeptRoom]) -> Vec<Choice> {
    let all = (String::new(), ctx.t("coffee-room-tag-every-room").to_owned());
    let one = |room: &KeptRoom| (room.id.to_string(), room.name(ctx.lang).to_owned());
    std::iter::once(all).chain(rooms.iter().map(one)).collect()
}

async fn show_new(ctx: &Ctx, form: Form) -> Reply {
    let rooms = ctx.read(|tx| Ok(store::room_keeping::rooms(tx)?)).await?;
    let shown = TagFormPage {
        page: ctx.page(ctx.t("coffee-room-tag-new")),
        rooms: rooms_to_choose(ctx, &rooms),
        id: None,
        meanwhile: Vec::new(),
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn tag_new(ctx: Ctx) -> Reply {
    show_new(&ctx, Form::empty()).await
}

fn names(form: &Form) -> [String; 3] {
    ["name-fi", "name-sv", "name-en"].map(|name| form.get(name).to_owned())
}

pub(super) async fn tag_add(ctx: Ctx) -> Reply {
    let (me, now) = (ctx.person()?, ctx.now);
    let mut form = ctx.form(NEW).await?;
    let room: Option<RoomId> = match form.given("room").map(str::parse) {
        Some(Err(_)) => {
            form.refuse(Refusal::new("coffee-room-tag-no-room").at("room"));
            None
        }
        room => room.and_then(Result::ok),
    };
    let tag = KeptTag { id: TagId(0), revision: 0, room, names: names(&form) };
    let done = ctx
        .submit(form, move |tx, _| {
            keeping::add_tag(tx, me, &tag, now)?;
            Ok("/keeping/tags".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-tag-added"),
        Submitted::Again(form) => show_new(&ctx, *form).await,
    }
}

async fn stored(ctx: &Ctx) -> Result<KeptTag, Error> {
    let id: TagId = ctx.param("tag")?;
    ctx.read(move |tx| store::tags::kept_one(tx, id)?.ok_or(Error::NotFound)).await
}

fn show_change(ctx: &Ctx, tag: &KeptTag, mut form: Form) -> Reply {
    let is_stale = form.refusals().iter().any(|refusal| refusal.key == rules::STALE_TAG);
    if is_stale {
        form.set("revision", tag.revision.to_string());
    }
    let shown = TagFormPage {
        page: ctx.page(ctx.t("coffee-room-tag")),
        rooms: Vec::new(),
        id: Some(tag.id),
        meanwhile: if is_stale { tag.names.to_vec() } else { Vec::new() },
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn tag_edit(ctx: Ctx) -> Reply {
    let tag = stored(&ctx).await?;
    let [fi, sv, en] = &tag.names;
    let form = Form::empty().with("name-fi", fi).with("name-sv", sv).with("name-en", en);
    show_change(&ctx, &tag, form.with("revision", tag.revision.to_string()))
}

pub(super) async fn tag_change(ctx: Ctx) -> Reply {
    let (known, me, now) = (stored(&ctx).await?, ctx.person()?, ctx.now);
    let form = ctx.form(CHANGE).await?;
    let revision = form.get("revision").parse().unwrap_or(0);
    let tag = KeptTag { revision, names: names(&form), ..known };
    let done = ctx
        .submit(form, move |tx, _| {
            keeping::change_tag(tx, me, &tag, now)?;
            Ok("/keeping/tags".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-tag-changed"),
        Submitted::Again(form) => show_change(&ctx, &stored(&ctx).await?, *form),
    }
}

#[derive(Template)]
#[template(path = "keeping_tag_remove.html")]
struct TagRemovePage {
    page: Page,
    form: Form,
    name: String,
    path: String,
    back: String,
    uses: i64,
    others: Vec<Choice>,
}

async fn show_remove(ctx: &Ctx, form: Form) -> Reply {
    let tag = stored(ctx).await?;
    let id = tag.id;
    let (uses, tags) =
        ctx.read(move |tx| Ok((store::tags::uses(tx, id)?, store::tags::kept(tx)?))).await?;
    let none = (String::new(), ctx.t("coffee-room-tag-remove-into-none").to_owned());
    let others = tags.iter().filter(|other| rules::may_join_tags(&tag, other));
    let mut others: Vec<Choice> =
        others.map(|other| (other.id.to_string(), other.name(ctx.lang).to_owned())).collect();
    others.sort_by_cached_key(|(_, name)| name.to_lowercase());
    others.insert(0, none);
    let shown = TagRemovePage {
        page: ctx.page(ctx.t("coffee-room-tag-remove")),
        name: tag.name(ctx.lang).to_owned(),
        path: format!("/keeping/tags/{id}/remove"),
        back: format!("/keeping/tags/{id}"),
        uses,
        others,
        form,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

pub(super) async fn tag_remove(ctx: Ctx) -> Reply {
    show_remove(&ctx, Form::empty()).await
}

pub(super) async fn tag_removed(ctx: Ctx) -> Reply {
    let (id, me, now) = (ctx.param::<TagId>("tag")?, ctx.person()?, ctx.now);
    let mut form = ctx.form(REMOVE).await?;
    let into: Option<TagId> = match form.given("into").map(str::parse) {
        Some(Err(_)) => {
            form.refuse(Refusal::new("coffee-room-tag-gone").at("into"));
            None
        }
        into => into.and_then(Result::ok),
    };
    let done = ctx
        .submit(form, move |tx, _| {
            keeping::remove_tag(tx, me, id, into, now)?;
            Ok("/keeping/tags".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-tag-removed"),
        Submitted::Again(form) => show_remove(&ctx, *form).await,
    }
}
