//! The join kit as a printed letter: a PDF of one or many letters, each with
//! the application form behind it. Pure: texts, names and dates come in, bytes
//! go out; the same in gives the same out.

mod face;
mod form_page;
mod geometry;
mod layout;
mod letter_page;
mod paint;
#[cfg(test)]
mod tests;

use std::fmt;

use jiff::civil::Date;
use kafferum_platform::texts::Lang;

use face::Faces;
use layout::{Page, Setter};
use paint::LaidOut;

/// The union as the sender of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sender {
    /// The union's name.
    pub(crate) name: String,
    /// Its postal address, two lines at most: street or post box, postal code
    /// and town.
    pub(crate) address: Vec<String>,
    /// Telephone, e-mail, web address: one line at the foot of the letter.
    pub(crate) contacts: Vec<String>,
    /// Where the form is sent to, line by line, as it is to be seen in a
    /// window; for a reply-paid letter as Posti wants it.
    pub(crate) return_address: Vec<String>,
}

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipient {
    /// Given name and family name.
    pub(crate) name: String,
    /// What stands between name and street, such as "c/o Virtanen".
    pub(crate) extra: Option<String>,
    /// Street address or post box.
    pub(crate) street: String,
    /// Postal code.
    pub(crate) postal_code: String,
    /// Town.
    pub(crate) city: String,
}

impl Recipient {
    /// The lines of the address, the town in capitals (JHS 106, "Postiosoite").
    fn lines(&self) -> Vec<String> {
        let city = format!("{} {}", self.postal_code, self.city.to_uppercase());
        let extra = self.extra.clone();
        let lines = [Some(self.name.clone()), extra, Some(self.street.clone()), Some(city)];
        let lines = lines.into_iter().flatten();
        lines.filter(|line| !line.trim().is_empty()).collect()
    }
}

/// The union's words of the letter, in one language. Plain text: no markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LetterTexts {
    /// The heading.
    pub(crate) heading: String,
    /// The letter; blank lines stand between paragraphs.
    pub(crate) body: String,
    /// "With kind regards".
    pub(crate) closing: String,
    /// The first line is the name of who signs; office or union come after.
    pub(crate) signatories: Vec<String>,
    /// What stands before the code under the date, such as "Reference".
    pub(crate) code_label: String,
}

/// The words of the form, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormTexts {
    /// "Membership application".
    pub(crate) title: String,
    /// How to fill it in and send it back, beside the window.
    pub(crate) instructions: String,
    /// What stands over the code.
    pub(crate) code_label: String,
    /// Heading over name and address.
    pub(crate) person_heading: String,
    /// Label.
    pub(crate) family_name: String,
    /// Label.
    pub(crate) given_names: String,
    /// Label. Must not ask for an identity code.
    pub(crate) birth_date: String,
    /// Label.
    pub(crate) phone: String,
    /// Label.
    pub(crate) email: String,
    /// Label.
    pub(crate) street: String,
    /// Label.
    pub(crate) postal_code: String,
    /// Label.
    pub(crate) city: String,
    /// Question: the language of service.
    pub(crate) language: String,
    /// The languages to tick.
    pub(crate) language_names: Vec<String>,
    /// Heading over the job.
    pub(crate) work_heading: String,
    /// Question: who is the employer.
    pub(crate) employer: String,
    /// A household, that is the assisted person.
    pub(crate) employer_household: String,
    /// A wellbeing services county.
    pub(crate) employer_county: String,
    /// A company or association.
    pub(crate) employer_company: String,
    /// Label: the first day of the job.
    pub(crate) job_started: String,
    /// Label: the chapter wished for.
    pub(crate) chapter_wish: String,
    /// Heading over the last questions.
    pub(crate) membership_heading: String,
    /// Question: a student?
    pub(crate) student: String,
    /// Question: into the unemployment fund too?
    pub(crate) unemployment_fund: String,
    /// Answer.
    pub(crate) yes: String,
    /// Answer.
    pub(crate) no: String,
    /// What the applicant agrees to by ticking and signing.
    pub(crate) consent: String,
    /// Label under a line.
    pub(crate) place_and_date: String,
    /// Label under a line.
    pub(crate) signature: String,
}

/// What is known of the applicant and need not be written again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// Printed in the form.
    pub(crate) family_name: Option<String>,
    /// Printed in the form.
    pub(crate) given_names: Option<String>,
    /// Printed in the form, as the language writes a date.
    pub(crate) birth_date: Option<String>,
    /// Printed in the form.
    pub(crate) phone: Option<String>,
    /// Printed in the form.
    pub(crate) email: Option<String>,
    /// Printed in the form.
    pub(crate) street: Option<String>,
    /// Printed in the form.
    pub(crate) postal_code: Option<String>,
    /// Printed in the form.
    pub(crate) city: Option<String>,
}

/// One letter with its form.
#[derive(Clone, Debug)]
pub(crate) struct JoinLetter<'a> {
    /// The letter's language, for dates and for readers of the PDF.
    pub(crate) language: Lang,
    /// Whom it goes to.
    pub(crate) recipient: Recipient,
    /// Where it is written, such as "Helsinki"; it may be left out.
    pub(crate) place: String,
    /// The day it is written, by the union's calendar.
    pub(crate) date: Date,
    /// The code by which the registrar matches form and person. It should say
    /// nothing about the person.
    pub(crate) code: String,
    /// What is printed in the form.
    pub(crate) known: Known,
    /// Words of the letter.
    pub(crate) texts: &'a LetterTexts,
    /// Words of the form.
    pub(crate) form: &'a FormTexts,
}

/// How the batch will be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sides {
    /// One side of each sheet.
    One,
    /// Both sides; an empty page is added where a letter would otherwise end
    /// on the front of a sheet, so that each letter begins on a sheet of its own.
    Two,
}

/// Letters to be printed together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch<'a> {
    /// The document's title.
    pub(crate) title: &'a str,
    /// The document's language (each letter has its own as well).
    pub(crate) language: Lang,
    /// Who writes.
    pub(crate) sender: &'a Sender,
    /// The letters, in the order they are printed.
    pub(crate) letters: &'a [JoinLetter<'a>],
    /// How they are printed.
    pub(crate) sides: Sides,
}

/// Why no PDF could be made. Ours to mend, never the person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LetterFault {
    /// The batch has no letters.
    NothingToPrint,
    /// The typeface compiled in can't be read.
    Font,
    /// The PDF writer said this.
    Pdf(String),
}

impl fmt::Display for LetterFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingToPrint => f.write_str("no letters to print"),
            Self::Font => f.write_str("the letter's typeface can't be read"),
            Self::Pdf(error) => write!(f, "the letter can't be written as PDF: {error}"),
        }
    }
}

impl std::error::Error for LetterFault {}

/// Makes one PDF of a batch of letters, each beginning on a new page.
pub(crate) fn render_letters(batch: &Batch<'_>) -> Result<Vec<u8>, LetterFault> {
    if batch.letters.is_empty() {
        return Err(LetterFault::NothingToPrint);
    }
    let faces = Faces::load()?;
    let laid_out: Vec<LaidOut> = batch
        .letters
        .iter()
        .map(|letter| LaidOut {
            name: letter.recipient.name.clone(),
            language: letter.language.word(),
            pages: lay_out(&faces, batch.sender, letter, batch.sides),
        })
        .collect();
    paint::paint(&faces, &laid_out, batch.title, batch.language.word())
}

/// Positions of those texts, written by one person each, that hold characters
/// which the typeface lacks (it has Latin and Cyrillic). A sign stands for each
/// in a letter; a person should look at such letters before they are posted.
pub(crate) fn with_substitutes<'t>(
    written: impl Iterator<Item = impl IntoIterator<Item = &'t str>>,
) -> Result<Vec<usize>, LetterFault> {
    let faces = Faces::load()?;
    let lacks = |text: &str| faces.legible(text).1;
    let mut odd = Vec::new();
    for (position, texts) in written.enumerate() {
        if texts.into_iter().any(lacks) {
            odd.push(position);
        }
    }
    Ok(odd)
}

/// The pages of one letter.
fn lay_out(faces: &Faces, sender: &Sender, letter: &JoinLetter<'_>, sides: Sides) -> Vec<Page> {
    let setter = Setter::new(faces);
    let mut pages = letter_page::pages(&setter, sender, letter);
    pages.push(form_page::page(&setter, sender, letter));
    if sides == Sides::Two && pages.len() % 2 == 1 {
        pages.push(Page::default());
    }
    pages
}

/// A date as the language writes it in a letter: "1.3.2026" in Finnish and in
/// Finland's Swedish, "1 March 2026" in English.
pub(crate) fn date_text(date: Date, language: Lang) -> String {
    let format = match language {
        Lang::Fi | Lang::Sv => "%-d.%-m.%Y",
        Lang::En => "%-d %B %Y",
    };
    date.strftime(format).to_string()
}
