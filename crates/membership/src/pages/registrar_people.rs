//! The registrar looks people up. Every look at a person is in the audit log,
//! which that person can read; whoever stands in a list that a registrar opens
//! finds that there once a day.

use askama::Template;
use kafferum_platform::clock::Millis;
use kafferum_platform::db::Tx;
use kafferum_platform::mail::{self, MailRow};
use kafferum_platform::people::store::{self, fold};
use kafferum_platform::people::{Identity, PersonId};
use kafferum_platform::policy::Standing;
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::{Error, Fault, audit};

use super::timeline::{self, Step};
use crate::actions::{belonging, posting};
use crate::correction::CorrectionId;
use crate::mails;
use crate::model::{ApplicationState, LetterState, MemberNumber};
use crate::reference;
use crate::roll_file::RollEntry;
use crate::store::applications::{self, Application};
use crate::store::people::{self, Found};
use crate::store::{corrections, letters, roll};

/// People on one page.
const PAGE: i64 = 50;

/// What is looked for, and after whom the list goes on. Sent as a form's body:
/// a name in an address would stand in the logs of every machine on the way.
const FIND: &[Field] = &[form::line("q", 200), form::line("name", 200), form::line("from", 40)];

#[derive(Template)]
#[template(path = "registrar_people.html")]
struct People {
    page: Page,
    form: Form,
    list: Vec<Found>,
    /// The last of the list, if there is more.
    next: Option<(String, PersonId)>,
}

pub(super) async fn people(ctx: Ctx) -> Reply {
    show_people(&ctx, Form::empty()).await
}

pub(super) async fn people_find(ctx: Ctx) -> Reply {
    let form = ctx.form(FIND).await?;
    show_people(&ctx, form).await
}

async fn show_people(ctx: &Ctx, form: Form) -> Reply {
    let page = ctx.page(ctx.t("membership-people-title"));
    if !form.is_clean() {
        let shown = People { page, form, list: Vec::new(), next: None };
        return super::show(ctx, &shown.form, &shown);
    }
    let asked = form.get("q").to_owned();
    let after = match ctx.site.person_of_civil(form.get("from")) {
        Some(from) => (form.get("name").to_owned(), from),
        None => (String::new(), PersonId(0)),
    };
    let (registrar, now) = (ctx.person()?, ctx.now);
    let mut list = ctx
        .write(move |tx| {
            audit::record(tx, Some(registrar), "people-searched", None, "", now)?;
            let found = find(tx, &asked, &after, now)?;
            let seen = found.iter().take(super::shown(PAGE)).map(|one| one.person);
            audit::record_daily(tx, registrar, super::LISTED, seen, now)?;
            Ok(found)
        })
        .await?;
    let next = super::cut(&mut list, PAGE).map(|last| (last.name_key.clone(), last.person));
    ctx.html(&People { page, form, list, next })
}

/// By mail address, member number or a letter's code, else by name.
fn find(
    tx: &mut Tx<'_>,
    asked: &str,
    after: &(String, PersonId),
    now: Millis,
) -> Result<Vec<Found>, Fault> {
    let mut found = Vec::new();
    if asked.contains('@') {
        found = people::by_email(tx, asked, now)?;
    } else if let Some(number) = MemberNumber::parse(&asked.replace(' ', "")) {
        found = people::by_number(tx, number.as_str(), now)?;
        if found.is_empty()
            && let Some(person) = reference::person(asked)
        {
            found = people::by_id(tx, person, now)?;
        }
    }
    if found.is_empty() {
        found = people::by_name(tx, asked, after, now, PAGE + 1)?;
    }
    if found.is_empty() {
        found = people::by_name(tx, &given_name_last(asked), after, now, PAGE + 1)?;
    }
    Ok(found)
}

/// "Aino Virtanen" as the list has it: "virtanen aino".
fn given_name_last(typed: &str) -> String {
    let folded = fold(typed);
    match folded.rsplit_once(' ') {
        Some((given, family)) => format!("{family} {given}"),
        None => folded,
    }
}

const NO_FIELDS: &[Field] = &[];

#[derive(Template)]
#[template(path = "registrar_person.html")]
struct Person {
    page: Page,
    /// Their word in addresses.
    person: String,
    identity: Identity,
    standing: &'static str,
    is_member: bool,
    code: String,
    entry: Option<RollEntry>,
    steps: Vec<Step>,
    waiting: Option<Application>,
    /// The correction of their address that is open.
    correction: Option<CorrectionId>,
    letter_is_out: bool,
    mails: Vec<MailRow>,
}

impl Person {
    fn mail_state(&self, state: &str) -> String {
        self.page.t(&format!("membership-mail-state-{state}")).to_owned()
    }
}

/// What is read of a person, besides the road.
struct Seen {
    identity: Identity,
    standing: Standing,
    entry: Option<RollEntry>,
    waiting: Option<Application>,
    correction: Option<CorrectionId>,
    letter_is_out: bool,
    mails: Vec<MailRow>,
}

pub(super) async fn person(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let (registrar, now, moment) = (ctx.person()?, ctx.now, super::moment(&ctx));
    let trial_end = ctx.site.trial_end();
    let (seen, raws) = ctx
        .write(move |tx| {
            let identity = store::identity(tx, person)?.ok_or(Error::NotFound)?;
            audit::record(tx, Some(registrar), "person-seen", Some(person), "", now)?;
            let actor = store::actor_by_person(tx, person, now, &trial_end)?;
            let waiting = applications::of(tx, person)?.into_iter().next();
            let letter = letters::of(tx, person)?;
            let seen = Seen {
                identity,
                standing: actor.ok_or(Error::NotFound)?.standing,
                entry: roll::entry_of(tx, person)?,
                waiting: waiting.filter(|one| one.state == ApplicationState::Waiting),
                correction: corrections::open_of(tx, person, now)?.map(|one| one.id),
                letter_is_out: letter.is_some_and(|one| one.state == LetterState::Printed),
                mails: mails_of(tx, person)?,
            };
            Ok((seen, timeline::read(tx, &moment, person)?))
        })
        .await?;
    let name = format!("{}, {}", seen.identity.family_name, seen.identity.given_name);
    ctx.html(&Person {
        page: ctx.page(name),
        person: ctx.site.civil_handle(person),
        identity: seen.identity,
        standing: standing_key(seen.standing),
        is_member: seen.standing == Standing::Member,
        code: reference::code(person),
        entry: seen.entry,
        steps: timeline::steps(&ctx, raws),
        waiting: seen.waiting,
        correction: seen.correction,
        letter_is_out: seen.letter_is_out,
        mails: seen.mails,
    })
}

/// The mails that went to somebody as they are known by name. When the others
/// went, such as those of a notice or of the seal, would tell who they are here.
fn mails_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<MailRow>, Fault> {
    let mut mails = mail::of(tx, person)?;
    mails.retain(|mail| mails::is_for_the_office(&mail.kind));
    Ok(mails)
}

fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Visitor => "standing-visitor",
        Standing::Guest { .. } => "standing-guest",
        Standing::TrialOver => "standing-trial-over",
        Standing::Member => "standing-member",
        Standing::Leaver => "standing-leaver",
        Standing::Staff => "standing-staff",
    }
}

pub(super) async fn person_returned(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let (registrar, now) = (ctx.person()?, ctx.now);
    let path = super::person_path(&ctx, person);
    let form = ctx.form(NO_FIELDS).await?;
    super::done(
        &ctx,
        ctx.submit(form, move |tx, _| {
            posting::come_back(tx, person, registrar, now)?;
            Ok(path.clone())
        })
        .await?,
        "flash-membership-returned",
    )
}

#[derive(Template)]
#[template(path = "registrar_person_left.html")]
struct PersonLeft {
    page: Page,
    /// Their word in addresses.
    person: String,
    name: String,
}

pub(super) async fn person_left(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let identity = super::look_at(&ctx, person).await?;
    let name = format!("{} {}", identity.given_name, identity.family_name);
    let (page, person) =
        (ctx.page(ctx.t("membership-person-left-title")), ctx.site.civil_handle(person));
    ctx.html(&PersonLeft { page, person, name })
}

pub(super) async fn person_left_do(ctx: Ctx) -> Reply {
    let person = ctx.civil_param("person")?;
    let (registrar, moment) = (ctx.person()?, super::moment(&ctx));
    let path = super::person_path(&ctx, person);
    let form = ctx.form(NO_FIELDS).await?;
    super::done(
        &ctx,
        ctx.submit(form, move |tx, _| {
            belonging::leave_by_registrar(tx, &moment, person, registrar)?;
            Ok(path.clone())
        })
        .await?,
        "flash-membership-left",
    )
}
