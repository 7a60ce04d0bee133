//! "I am a member already": recognised from the roll by member number and a
//! second fact.

use askama::Template;
use kafferum_platform::people::contact::LONGEST_ADDRESS;
use kafferum_platform::people::entry::Entry;
use kafferum_platform::people::{
    Identity, NewPerson, PasswordKind, contact, password, pseudonym, session, throttle,
};
use kafferum_platform::texts::Lang;
use kafferum_platform::web::ctx::{Ctx, Submitted};
use kafferum_platform::web::form::{self, Field, Form};
use kafferum_platform::web::page::Page;
use kafferum_platform::web::route::Reply;
use kafferum_platform::web::view::Choice;
use kafferum_platform::{Error, Refusal};

use super::register::{lang_choices, rules_text};
use crate::actions::recognising::{self, Claim, Known, Made, NewMember, Recognised};
use crate::model::SecondFact;
use crate::{pseudonyms, settings, words};

/// The last three were typed on the page after this one, by somebody who took
/// longer there than their recognition lasts.
const CLAIM: &[Field] = &[
    form::line("number", 40).required(),
    form::line("birth-date", 20),
    form::line("postal-code", 20),
    form::line("email", LONGEST_ADDRESS),
    form::line("pseudonym", 60),
    form::line("lang", 2),
];

const ACCOUNT: &[Field] = &[
    form::line("token", 60).required(),
    form::line("email", LONGEST_ADDRESS).required(),
    form::secret("password").required(),
    form::line("pseudonym", 60).required(),
    form::line("lang", 2).required(),
    form::line("house-rules", 3).required(),
    form::line("rules", 32),
];

#[derive(Template)]
#[template(path = "recognise.html")]
struct Recognise {
    page: Page,
    form: Form,
    by_birth_date: bool,
    is_signed_in: bool,
}

#[derive(Template)]
#[template(path = "recognise_account.html")]
struct RecogniseAccount {
    page: Page,
    form: Form,
    langs: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "recognise_mail.html")]
struct RecogniseMail {
    page: Page,
}

pub(super) async fn recognise(ctx: Ctx) -> Reply {
    if ctx.actor.is_member() {
        return ctx.see_other("/coffee-room");
    }
    show(&ctx, Form::empty())
}

fn show(ctx: &Ctx, form: Form) -> Reply {
    let shown = Recognise {
        page: ctx.page(ctx.t("membership-recognise-title")),
        by_birth_date: settings::second_fact(&ctx.site.settings()) == SecondFact::BirthDate,
        is_signed_in: ctx.actor.person.is_some(),
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

/// What was typed of number and second fact, which may not be left empty.
pub(super) fn known(ctx: &Ctx, form: &mut Form) -> Known {
    let fact = settings::second_fact(&ctx.site.settings()).word();
    if form.get(fact).is_empty() {
        form.refuse(Refusal::new("form-required").at(fact));
    }
    Known {
        number: form.get("number").split_whitespace().collect(),
        second: form.get(fact).to_owned(),
        network: ctx.network(),
    }
}

pub(super) async fn recognise_try(ctx: Ctx) -> Reply {
    let mut form = ctx.form(CLAIM).await?;
    let known = known(&ctx, &mut form);
    if !form.is_clean() {
        return show(&ctx, form);
    }
    let token = session::token(&ctx.site.random)?;
    let claim = Claim { known, person: ctx.actor.person, token_hash: session::hash(&token) };
    let moment = super::moment(&ctx);
    let outcome = ctx.write(move |tx| recognising::recognise(tx, &moment, &claim)).await;
    match outcome {
        Ok(Some(Recognised::Member)) => {
            ctx.see_other_saying("/coffee-room", "flash-membership-recognised")
        }
        Ok(Some(Recognised::Visitor)) => {
            let pseudonym = match form.given("pseudonym") {
                Some(typed) => typed.to_owned(),
                None => pseudonyms::suggest(&ctx.site.random, ctx.lang)?,
            };
            let account = Form::empty()
                .with("token", token)
                .with("email", form.get("email"))
                .with("lang", form.given("lang").unwrap_or(ctx.lang.word()))
                .with("pseudonym", pseudonym);
            show_account(&ctx, account)
        }
        Ok(None) => {
            form.refuse(Refusal::new("membership-not-recognised"));
            show(&ctx, form)
        }
        Err(Error::Refusal(refusal)) => {
            form.refuse(refusal);
            show(&ctx, form)
        }
        Err(error) => Err(error),
    }
}

fn show_account(ctx: &Ctx, mut form: Form) -> Reply {
    form.set("rules", words::version(&rules_text(ctx)));
    let shown = RecogniseAccount {
        page: ctx.page(ctx.t("membership-recognise-account-title")),
        langs: lang_choices(),
        form,
    };
    super::show(ctx, &shown.form, &shown)
}

/// Back to the first page, with what was typed on the second. The password is
/// given back to no page; the rules may be others by then, so the tick is not.
fn show_again(ctx: &Ctx, account: &Form) -> Reply {
    let mut form = Form::empty();
    for name in ["email", "pseudonym", "lang"] {
        form.set(name, account.get(name));
    }
    form.refuse(Refusal::new(TOO_LATE));
    show(ctx, form)
}

const TO_THE_ROOM: &str = "/coffee-room";
const TO_THE_MAIL: &str = "/recognise/mail";
/// Text key of a recognition that does not work any more.
const TOO_LATE: &str = "membership-recognise-too-late";

pub(super) async fn recognise_account(ctx: Ctx) -> Reply {
    let mut form = ctx.form(ACCOUNT).await?;
    let [email, pseudonym, word] =
        ["email", "pseudonym", "password"].map(|name| form.get(name).to_owned());
    form.check(contact::must_be_mail_address(&email, "email"));
    form.check(pseudonym::must_be_fit(&pseudonym));
    form.check(password::must_be_strong(&word, &email));
    form.check(words::rules_must_be_those_seen(&form, &rules_text(&ctx)));
    let Some(lang) = Lang::from_word(form.get("lang")) else {
        form.refuse(Refusal::new("membership-lang-unknown").at("lang"));
        return show_account(&ctx, form);
    };
    if !form.is_clean() {
        return show_account(&ctx, form);
    }
    let network = throttle::key("register", &ctx.network());
    let entry = Entry::of_form(&ctx, &form)?;
    let new = NewMember {
        token_hash: session::hash(form.get("token")),
        account: NewPerson {
            identity: Identity { email: email.clone(), ..Identity::default() },
            pseudonym,
            lang,
            trial_started_at: None,
            password_hash: ctx.site.passwords.hash(word, &ctx.site.random).await?,
            password_kind: PasswordKind::Own,
        },
        house_rules: rules_text(&ctx),
        opener: entry.opener(),
    };
    let moment = super::moment(&ctx);
    let done = ctx
        .submit(form, move |tx, _| {
            if !throttle::may_try(tx, &network, throttle::PER_NETWORK, moment.now)? {
                return Err(Refusal::new("too-many-tries").into());
            }
            throttle::count(tx, &network, moment.now)?;
            match recognising::make_account(tx, &moment, &new)? {
                Made::Account => Ok(TO_THE_ROOM.to_owned()),
                Made::KnownAddress => Ok(TO_THE_MAIL.to_owned()),
                Made::TooLate => Err(Refusal::new(TOO_LATE).into()),
            }
        })
        .await?;
    match done {
        Submitted::Done(path) if path == TO_THE_ROOM => {
            let mut response = ctx.see_other_saying(&path, "flash-membership-made")?;
            entry.admit(&ctx, &mut response, &email)?;
            Ok(response)
        }
        Submitted::Done(path) => ctx.see_other(&path),
        Submitted::Again(form) if form.refusals().iter().any(|one| one.key == TOO_LATE) => {
            show_again(&ctx, &form)
        }
        Submitted::Again(form) => show_account(&ctx, *form),
    }
}

pub(super) async fn recognise_mail(ctx: Ctx) -> Reply {
    ctx.html(&RecogniseMail { page: ctx.page(ctx.t("membership-recognise-mail-title")) })
}
