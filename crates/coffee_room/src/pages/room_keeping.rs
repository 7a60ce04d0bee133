//! Keeping the rooms: adding, naming, describing, ordering, closing, and
//! saying who may enter.

use askama::Template;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Refusal};

use super::role_text;
use crate::model::{Door, KeptRoom, OpenTo, RoomId, RoomKind};
use crate::{keeping, rules, store};

const NAME_MOST: usize = 60;
const ABOUT_MOST: usize = 300;

const ROOM: &[Field] = &[
    form::line("name-fi", NAME_MOST).required(),
    form::line("name-sv", NAME_MOST).required(),
    form::line("name-en", NAME_MOST).required(),
    form::line("about-fi", ABOUT_MOST),
    form::line("about-sv", ABOUT_MOST),
    form::line("about-en", ABOUT_MOST),
    form::line("kind", 20).required(),
    form::line("open-to", 40).required(),
    form::line("state", 10).required(),
    form::line("revision", 20),
];

/// Rooms that are shown together.
struct Group {
    name: &'static str,
    rooms: Vec<RoomRow>,
}

struct RoomRow {
    id: RoomId,
    name: String,
    about: String,
    open_to: Option<String>,
    is_closed: bool,
    is_first: bool,
    is_last: bool,
}

#[derive(Template)]
#[template(path = "keeping.html")]
struct KeepingPage {
    page: Page,
    groups: Vec<Group>,
}

pub(super) async fn rooms(ctx: Ctx) -> Reply {
    let rooms = ctx.read(|tx| Ok(store::room_keeping::rooms(tx)?)).await?;
    let page = ctx.page(ctx.t("coffee-room-keeping"));
    let row = |room: &&KeptRoom| RoomRow {
        id: room.id,
        name: room.name(ctx.lang).to_owned(),
        about: room.about(ctx.lang).to_owned(),
        open_to: super::open_to(&page, room.open_to),
        is_closed: room.state == Door::Closed,
        is_first: false,
        is_last: false,
    };
    let groups = KeptRoom::GROUPS.iter().map(|name| {
        let theirs: Vec<&KeptRoom> = rooms.iter().filter(|room| room.group() == *name).collect();
        let mut rooms: Vec<RoomRow> = theirs.iter().map(row).collect();
        if let Some(first) = rooms.first_mut() {
            first.is_first = true;
        }
        if let Some(last) = rooms.last_mut() {
            last.is_last = true;
        }
        Group { name, rooms }
    });
    let groups = groups.filter(|group| !group.rooms.is_empty()).collect();
    ctx.html(&KeepingPage { page, groups })
}

#[derive(Template)]
#[template(path = "keeping_room.html")]
struct RoomFormPage {
    page: Page,
    form: Form,
    kinds: Vec<Choice>,
    open_to: Vec<Choice>,
    states: Vec<Choice>,
    /// What somebody else saved meanwhile: label and value.
    meanwhile: Vec<(String, String)>,
}

fn show(ctx: &Ctx, title: &'static str, form: Form, meanwhile: Vec<(String, String)>) -> Reply {
    let choice = |word: &str, text: &str| (word.to_owned(), ctx.t(text).to_owned());
    let shown = RoomFormPage {
        page: ctx.page(ctx.t(title)),
        form,
        kinds: RoomKind::ALL.iter().map(|kind| choice(kind.word(), kind_text(*kind))).collect(),
        open_to: OpenTo::all().map(|to| choice(to.word(), &open_to_text(to))).collect(),
        states: vec![
            choice(Door::Open.word(), "coffee-room-room-state-open"),
            choice(Door::Closed.word(), "coffee-room-room-state-closed"),
        ],
        meanwhile,
    };
    if shown.form.is_clean() { ctx.html(&shown) } else { ctx.html_again(&shown) }
}

const fn kind_text(kind: RoomKind) -> &'static str {
    match kind {
        RoomKind::Topic => "coffee-room-room-kind-topic",
        RoomKind::Region => "coffee-room-room-kind-region",
        RoomKind::Chapter => "coffee-room-room-kind-chapter",
    }
}

fn open_to_text(open_to: OpenTo) -> String {
    match open_to {
        OpenTo::Everybody => "coffee-room-room-open-to-everybody".to_owned(),
        OpenTo::Members => "coffee-room-room-open-to-members".to_owned(),
        OpenTo::Role(role) => role_text(role),
    }
}

/// What was typed; choices that are none come back to be mended.
fn typed(form: &mut Form, id: RoomId) -> Option<KeptRoom> {
    let chosen = (
        RoomKind::from_word(form.get("kind")),
        OpenTo::from_word(form.get("open-to")),
        Door::from_word(form.get("state")),
    );
    let (Some(kind), Some(open_to), Some(state)) = chosen else {
        form.refuse(Refusal::new("form-required").at("kind"));
        return None;
    };
    let of = |names: [&str; 3]| names.map(|name| form.get(name).to_owned());
    let (names, abouts) =
        (of(["name-fi", "name-sv", "name-en"]), of(["about-fi", "about-sv", "about-en"]));
    let revision = form.get("revision").parse().unwrap_or(0);
    form.is_clean().then_some(KeptRoom { id, revision, kind, state, open_to, names, abouts })
}

fn filled(room: &KeptRoom) -> Form {
    let ([name_fi, name_sv, name_en], [about_fi, about_sv, about_en]) = (&room.names, &room.abouts);
    Form::empty()
        .with("name-fi", name_fi)
        .with("name-sv", name_sv)
        .with("name-en", name_en)
        .with("about-fi", about_fi)
        .with("about-sv", about_sv)
        .with("about-en", about_en)
        .with("kind", room.kind.word())
        .with("open-to", room.open_to.word())
        .with("state", room.state.word())
        .with("revision", room.revision.to_string())
}

pub(super) async fn room_new(ctx: Ctx) -> Reply {
    let form = Form::empty()
        .with("kind", RoomKind::Topic.word())
        .with("open-to", OpenTo::Everybody.word())
        .with("state", Door::Open.word());
    show(&ctx, "coffee-room-room-new", form, Vec::new())
}

pub(super) async fn room_add(ctx: Ctx) -> Reply {
    let (me, now) = (ctx.person()?, ctx.now);
    let mut form = ctx.form(ROOM).await?;
    let Some(room) = typed(&mut form, RoomId(0)) else {
        return show(&ctx, "coffee-room-room-new", form, Vec::new());
    };
    let done = ctx
        .submit(form, move |tx, _| {
            keeping::add_room(tx, me, &room, now)?;
            Ok("/keeping".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-room-added"),
        Submitted::Again(form) => show(&ctx, "coffee-room-room-new", *form, Vec::new()),
    }
}

async fn stored(ctx: &Ctx) -> Result<KeptRoom, Error> {
    let id: RoomId = ctx.param("room")?;
    ctx.read(move |tx| store::room_keeping::room(tx, id)?.ok_or(Error::NotFound)).await
}

pub(super) async fn room_edit(ctx: Ctx) -> Reply {
    let room = stored(&ctx).await?;
    show(&ctx, "coffee-room-room", filled(&room), Vec::new())
}

pub(super) async fn room_change(ctx: Ctx) -> Reply {
    let (id, me, now) = (stored(&ctx).await?.id, ctx.person()?, ctx.now);
    let mut form = ctx.form(ROOM).await?;
    let Some(room) = typed(&mut form, id) else {
        return show(&ctx, "coffee-room-room", form, Vec::new());
    };
    let done = ctx
        .submit(form, move |tx, _| {
            keeping::change_room(tx, me, &room, now)?;
            Ok("/keeping".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-room-changed"),
        Submitted::Again(form) => show_again(&ctx, *form).await,
    }
}

/// Shows a form that came back; one that came too late beside what is there
/// now, under the new revision, so that sending it again takes effect.
async fn show_again(ctx: &Ctx, mut form: Form) -> Reply {
    if !form.refusals().iter().any(|refusal| refusal.key == rules::STALE_ROOM) {
        return show(ctx, "coffee-room-room", form, Vec::new());
    }
    let room = stored(ctx).await?;
    let now = filled(&room);
    let differing = ROOM.iter().filter(|field| field.name != "revision");
    let differing = differing.filter(|field| now.get(field.name) != form.get(field.name));
    let meanwhile = differing.map(|field| {
        let value = match field.name {
            "kind" => ctx.t(kind_text(room.kind)).to_owned(),
            "open-to" => ctx.t(&open_to_text(room.open_to)).to_owned(),
            "state" if room.state == Door::Open => ctx.t("coffee-room-room-state-open").to_owned(),
            "state" => ctx.t("coffee-room-room-state-closed").to_owned(),
            name => now.get(name).to_owned(),
        };
        (ctx.t(&format!("coffee-room-room-{}", field.name)).to_owned(), value)
    });
    let meanwhile = meanwhile.collect();
    form.set("revision", room.revision.to_string());
    show(ctx, "coffee-room-room", form, meanwhile)
}

async fn step(ctx: Ctx, is_up: bool) -> Reply {
    let (id, me, now) = (ctx.param::<RoomId>("room")?, ctx.person()?, ctx.now);
    let form = ctx.form(&[]).await?;
    let done = ctx
        .submit(form, move |tx, _| {
            keeping::move_room(tx, me, id, is_up, now)?;
            Ok("/keeping".to_owned())
        })
        .await?;
    match done {
        Submitted::Done(path) => ctx.see_other_saying(&path, "flash-coffee-room-room-moved"),
        // A form without anything to type has nothing to mend.
        Submitted::Again(_) => ctx.see_other("/keeping"),
    }
}

pub(super) async fn room_up(ctx: Ctx) -> Reply {
    step(ctx, true).await
}

pub(super) async fn room_down(ctx: Ctx) -> Reply {
    step(ctx, false).await
}
