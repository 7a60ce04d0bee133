//! The join kit on paper: the union's texts made into a letter with its form.

use std::collections::BTreeMap;
use std::sync::Mutex;

use jiff::civil::Date;
use kafferum_platform::Fault;
use kafferum_platform::clock::{Millis, date_of};
use kafferum_platform::feature::Moment;
use kafferum_platform::people::{Identity, PersonId};
use kafferum_platform::texts::Lang;

use crate::letter::{
    Batch, FormTexts, JoinLetter, Known, LetterTexts, Recipient, Sender, Sides, render_letters,
    with_substitutes,
};
use crate::reference;
use crate::settings::{self, own_line, own_text};

/// Name of the attachment in the mail table.
pub(crate) const ATTACHMENT: &str = "join-kit-pdf";

fn sender(moment: &Moment) -> Sender {
    let settings = &moment.settings;
    let return_address = settings::return_address(settings);
    let site = moment.public_url.split("://").nth(1).unwrap_or_default();
    Sender {
        name: settings.line("union-name").to_owned(),
        address: return_address.iter().rev().take(2).rev().cloned().collect(),
        contacts: vec![settings.line("union-contact").to_owned(), site.to_owned()],
        return_address,
    }
}

fn letter_texts(moment: &Moment, lang: Lang, name: &str) -> LetterTexts {
    let days = settings::road(&moment.settings).trial_days.to_string();
    let union = moment.settings.line("union-name");
    let signatories = own_text(moment, lang, "membership-letter-signatories", &[("union", union)]);
    LetterTexts {
        heading: own_text(moment, lang, "membership-letter-heading", &[]),
        body: own_text(
            moment,
            lang,
            "membership-letter-body",
            &[("name", name), ("days", &days), ("site", &moment.public_url)],
        ),
        closing: own_text(moment, lang, "membership-letter-closing", &[]),
        signatories: signatories.lines().map(str::to_owned).collect(),
        code_label: own_line(moment, lang, "membership-paper-code"),
    }
}

fn form_texts(moment: &Moment, lang: Lang) -> FormTexts {
    let t = |key: &'static str| own_line(moment, lang, key);
    let site = &moment.public_url;
    FormTexts {
        title: t("membership-paper-title"),
        instructions: own_text(moment, lang, "membership-paper-instructions", &[("site", site)]),
        code_label: t("membership-paper-code"),
        person_heading: t("membership-paper-person"),
        family_name: t("membership-paper-family-name"),
        given_names: t("membership-paper-given-names"),
        birth_date: t("membership-paper-birth-date"),
        phone: t("membership-paper-phone"),
        email: t("membership-paper-email"),
        street: t("membership-paper-street"),
        postal_code: t("membership-paper-postal-code"),
        city: t("membership-paper-city"),
        language: t("membership-paper-language"),
        language_names: Lang::ALL.iter().map(|lang| lang.name().to_lowercase()).collect(),
        work_heading: t("membership-paper-work"),
        employer: t("membership-paper-employer"),
        employer_household: t("membership-paper-household"),
        employer_county: t("membership-paper-county"),
        employer_company: t("membership-paper-company"),
        job_started: t("membership-paper-job-started"),
        chapter_wish: t("membership-paper-chapter"),
        membership_heading: t("membership-paper-membership"),
        student: t("membership-paper-student"),
        unemployment_fund: t("membership-paper-fund"),
        yes: t("membership-paper-yes"),
        no: t("membership-paper-no"),
        consent: own_text(moment, lang, "membership-paper-consent", &[("site", site)]),
        place_and_date: t("membership-paper-place"),
        signature: t("membership-paper-signature"),
    }
}

/// The texts that a letter borrows.
struct Texts {
    letter: LetterTexts,
    form: FormTexts,
}

fn letter<'t>(
    moment: &Moment,
    lang: Lang,
    to: Option<(PersonId, &Identity)>,
    date: Date,
    texts: &'t Texts,
) -> JoinLetter<'t> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let nobody = Identity::default();
    let identity = to.map_or(&nobody, |(_, identity)| identity);
    JoinLetter {
        language: lang,
        recipient: Recipient {
            name: format!("{} {}", identity.given_name, identity.family_name).trim().to_owned(),
            extra: None,
            street: identity.street.clone(),
            postal_code: identity.postal_code.clone(),
            city: identity.city.clone(),
        },
        place: moment.settings.line("membership-letter-place").to_owned(),
        date,
        code: to.map(|(person, _)| reference::code(person)).unwrap_or_default(),
        known: Known {
            family_name: some(&identity.family_name),
            given_names: some(&identity.given_name),
            birth_date: None,
            phone: some(&identity.phone),
            email: some(&identity.email),
            street: some(&identity.street),
            postal_code: some(&identity.postal_code),
            city: some(&identity.city),
        },
        texts: &texts.letter,
        form: &texts.form,
    }
}

fn render(
    moment: &Moment,
    lang: Lang,
    letters: &[JoinLetter<'_>],
    sides: Sides,
) -> Result<Vec<u8>, Fault> {
    let title = own_line(moment, lang, "membership-paper-title");
    let batch = Batch { title: &title, language: lang, sender: &sender(moment), letters, sides };
    render_letters(&batch).map_err(Fault::bug)
}

/// The kits made last, by language, each with what it was made from: ten
/// thousand mails carry the same three files.
static MADE: Mutex<BTreeMap<Lang, (String, Vec<u8>)>> = Mutex::new(BTreeMap::new());

/// The kit that goes with a mail: the same for everybody, so nothing personal
/// is in it. Its code is left to the pen.
pub(crate) fn attachment(moment: &Moment, lang: Lang) -> Result<(String, Vec<u8>), Fault> {
    let greeting = own_line(moment, lang, "membership-letter-nobody");
    let texts =
        Texts { letter: letter_texts(moment, lang, &greeting), form: form_texts(moment, lang) };
    let date = date_of(moment.now, &moment.zone);
    let one = letter(moment, lang, None, date, &texts);
    let name = moment.texts.plain(lang, "membership-kit-file").to_owned();
    let made_from = format!("{:?} {one:?}", sender(moment));
    let mut made = MADE.lock().map_err(|_| Fault::bug("poisoned kits"))?;
    if let Some((from, pdf)) = made.get(&lang)
        && *from == made_from
    {
        return Ok((name, pdf.clone()));
    }
    let pdf = render(moment, lang, &[one], Sides::One)?;
    made.insert(lang, (made_from, pdf.clone()));
    Ok((name, pdf))
}

/// A batch of letters as one PDF, each in its reader's language, dated on the
/// day the batch was made.
pub(crate) fn batch(
    moment: &Moment,
    lang: Lang,
    to: &[(PersonId, Lang, Identity)],
    made_at: Millis,
) -> Result<Vec<u8>, Fault> {
    let texts: Vec<Texts> = to
        .iter()
        .map(|(_, lang, identity)| Texts {
            letter: letter_texts(moment, *lang, &identity.given_name),
            form: form_texts(moment, *lang),
        })
        .collect();
    let date = date_of(made_at, &moment.zone);
    let letters: Vec<JoinLetter<'_>> = to
        .iter()
        .zip(&texts)
        .map(|((person, lang, identity), texts)| {
            letter(moment, *lang, Some((*person, identity)), date, texts)
        })
        .collect();
    render(moment, lang, &letters, Sides::Two)
}

/// Positions of the letters of a batch that somebody should look at before
/// they are posted: a name or an address can't be printed as it is written.
pub(crate) fn to_look_at(to: &[(PersonId, Lang, Identity)]) -> Result<Vec<usize>, Fault> {
    let written = to.iter().map(|(_, _, i)| {
        [&i.given_name, &i.family_name, &i.street, &i.postal_code, &i.city, &i.phone, &i.email]
            .map(String::as_str)
    });
    with_substitutes(written).map_err(Fault::bug)
}
