//! Applications out, as a CSV file that a registrar opens in a spreadsheet
//! program or reads into the union's register.
//!
//! UTF-8 with a byte order mark and semicolons: so Excel in Finland opens it
//! right with a double click (with commas, or without the mark, it doesn't).

use jiff::civil::Date;
use kafferum_platform::texts::Lang;

use crate::model::{Answer, Employer};

/// What tells a spreadsheet program that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One application as it goes out. What the applicant left out is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApplicationLine {
    /// The code by which a paper form is matched with it.
    pub(crate) code: String,
    /// The day it came.
    pub(crate) received: Date,
    /// Family name.
    pub(crate) family_name: String,
    /// Given name or names.
    pub(crate) given_name: String,
    /// Date of birth.
    pub(crate) birth_date: Option<Date>,
    /// Street address or post box.
    pub(crate) street: Option<String>,
    /// Postal code.
    pub(crate) postal_code: Option<String>,
    /// Town of the postal code.
    pub(crate) city: Option<String>,
    /// Telephone number.
    pub(crate) phone: Option<String>,
    /// E-mail address.
    pub(crate) email: Option<String>,
    /// The language that the applicant wants to be served in.
    pub(crate) language: Lang,
    /// Whose employee the applicant is.
    pub(crate) employer: Employer,
    /// The first day of the job.
    pub(crate) job_started: Option<Date>,
    /// The chapter wished for.
    pub(crate) chapter_wish: Option<String>,
    /// Whether the applicant studies.
    pub(crate) student: Answer,
    /// Whether the applicant joins the unemployment fund too.
    pub(crate) unemployment_fund: Answer,
    /// The day the applicant agreed to be entered in the register.
    pub(crate) consented: Date,
    /// The number of somebody who has been a member before.
    pub(crate) member_number: Option<String>,
}

const COLUMNS: usize = 18;

/// Writes the applications, in the order given, with a header and words in the
/// reader's language. Dates are ISO 8601, which every language's Excel reads
/// as dates. Lines end in CR LF (RFC 4180).
pub(crate) fn write(applications: &[ApplicationLine], language: Lang) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    push_line(&mut text, &header(language).map(str::to_owned));
    for application in applications {
        push_line(&mut text, &cells(application, language));
    }
    text
}

fn header(language: Lang) -> [&'static str; COLUMNS] {
    match language {
        Lang::Fi => [
            "Koodi",
            "Saapunut",
            "Sukunimi",
            "Etunimet",
            "Syntymäaika",
            "Katuosoite",
            "Postinumero",
            "Postitoimipaikka",
            "Puhelin",
            "Sähköposti",
            "Kieli",
            "Työnantaja",
            "Työ alkanut",
            "Toivottu ammattiosasto",
            "Opiskelija",
            "Työttömyyskassa",
            "Suostumus annettu",
            "Jäsennumero",
        ],
        Lang::Sv => [
            "Kod",
            "Mottagen",
            "Efternamn",
            "Förnamn",
            "Födelsedatum",
            "Gatuadress",
            "Postnummer",
            "Postort",
            "Telefon",
            "E-post",
            "Språk",
            "Arbetsgivare",
            "Arbetet började",
            "Önskad fackavdelning",
            "Studerande",
            "Arbetslöshetskassa",
            "Samtycke givet",
            "Medlemsnummer",
        ],
        Lang::En => [
            "Code",
            "Received",
            "Family name",
            "Given names",
            "Date of birth",
            "Street address",
            "Postal code",
            "City",
            "Phone",
            "E-mail",
            "Language",
            "Employer",
            "Job started",
            "Chapter wished for",
            "Student",
            "Unemployment fund",
            "Consent given",
            "Member number",
        ],
    }
}

fn cells(application: &ApplicationLine, language: Lang) -> [String; COLUMNS] {
    let a = application;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = |value: Option<Date>| value.map(|d| d.to_string()).unwrap_or_default();
    [
        a.code.clone(),
        a.received.to_string(),
        a.family_name.clone(),
        a.given_name.clone(),
        date(a.birth_date),
        text(&a.street),
        text(&a.postal_code),
        text(&a.city),
        text(&a.phone),
        text(&a.email),
        a.language.word().to_owned(),
        employer_word(a.employer, language).to_owned(),
        date(a.job_started),
        text(&a.chapter_wish),
        answer_word(a.student, language).to_owned(),
        answer_word(a.unemployment_fund, language).to_owned(),
        a.consented.to_string(),
        text(&a.member_number),
    ]
}

fn employer_word(employer: Employer, language: Lang) -> &'static str {
    match (employer, language) {
        (Employer::Household, Lang::Fi) => "kotitalous",
        (Employer::Household, Lang::Sv) => "hushåll",
        (Employer::Household, Lang::En) => "household",
        (Employer::County, Lang::Fi) => "hyvinvointialue",
        (Employer::County, Lang::Sv) => "välfärdsområde",
        (Employer::County, Lang::En) => "wellbeing services county",
        (Employer::Company, Lang::Fi) => "yritys tai yhdistys",
        (Employer::Company, Lang::Sv) => "företag eller förening",
        (Employer::Company, Lang::En) => "company or association",
        (Employer::Other, Lang::Fi) => "muu",
        (Employer::Other, Lang::Sv) => "annan",
        (Employer::Other, Lang::En) => "other",
    }
}

fn answer_word(answer: Answer, language: Lang) -> &'static str {
    match (answer, language) {
        (Answer::Yes, Lang::Fi) => "kyllä",
        (Answer::Yes, Lang::Sv) => "ja",
        (Answer::Yes, Lang::En) => "yes",
        (Answer::No, Lang::Fi) => "ei",
        (Answer::No, Lang::Sv) => "nej",
        (Answer::No, Lang::En) => "no",
    }
}

/// Any other table as such a file, its header first.
pub(crate) fn table<const N: usize>(lines: &[[String; N]]) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    for line in lines {
        push_line(&mut text, line);
    }
    text
}

fn push_line(text: &mut String, cells: &[String]) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            text.push(';');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

/// Writes a cell, quoted if it must be (RFC 4180).
fn push_cell(text: &mut String, cell: &str) {
    let cell = harmless(cell);
    if !cell.contains([';', '"', '\n', '\r', '\t']) {
        text.push_str(&cell);
        return;
    }
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// A cell that no spreadsheet program takes for a formula: an apostrophe
/// before whatever may begin one (OWASP, "CSV Injection"). A telephone number
/// that begins with + gets one too; `roll_file` takes it away again.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches(' ').chars().next();
    let full_width = ['＝', '＋', '－', '＠'];
    let dangerous = |c: char| {
        matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n') || full_width.contains(&c)
    };
    let clean = cell.replace('\0', "");
    match first {
        Some(c) if dangerous(c) => format!("'{clean}"),
        _ => clean,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roll_file::{HeaderMapping, read_roll};

    fn application() -> ApplicationLine {
        let some = |text: &str| Some(text.to_owned());
        ApplicationLine {
            code: "K7Q-4MD".to_owned(),
            received: "2026-03-01".parse().unwrap(),
            family_name: "Mäkinen".to_owned(),
            given_name: "Päivi \"Pepe\"".to_owned(),
            birth_date: Some("1980-01-31".parse().unwrap()),
            street: some("Katu 1; as. 2"),
            postal_code: some("00100"),
            city: some("Helsinki"),
            phone: some("+358 40 123"),
            email: None,
            language: Lang::Fi,
            employer: Employer::Household,
            job_started: None,
            chapter_wish: some("=HYPERLINK(\"http://example.fi\")"),
            student: Answer::No,
            unemployment_fund: Answer::Yes,
            consented: "2026-03-01".parse().unwrap(),
            member_number: some("K-007"),
        }
    }

    #[test]
    fn an_application_is_written_for_finnish_excel() {
        assert_eq!(
            write(&[application()], Lang::Fi),
            "\u{feff}Koodi;Saapunut;Sukunimi;Etunimet;Syntymäaika;Katuosoite;Postinumero;Postitoimipaikka;Puhelin;Sähköposti;Kieli;Työnantaja;Työ alkanut;Toivottu ammattiosasto;Opiskelija;Työttömyyskassa;Suostumus annettu;Jäsennumero\r\n\
             K7Q-4MD;2026-03-01;Mäkinen;\"Päivi \"\"Pepe\"\"\";1980-01-31;\"Katu 1; as. 2\";00100;Helsinki;'+358 40 123;;fi;kotitalous;;\"'=HYPERLINK(\"\"http://example.fi\"\")\";ei;kyllä;2026-03-01;K-007\r\n"
        );
    }

    #[test]
    fn the_header_is_in_the_readers_language() {
        assert!(write(&[], Lang::En).starts_with("\u{feff}Code;Received;Family name;"));
        assert!(write(&[], Lang::Sv).starts_with("\u{feff}Kod;Mottagen;Efternamn;"));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"] {
            let cell = format!("{start}1+1");
            assert_eq!(harmless(&cell), format!("'{cell}"));
        }
        for plain in ["Katu 1-2", "a=b", "", "00100", "m@example.fi"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn what_goes_out_comes_in_again() {
        let text = write(&[application()], Lang::En);
        let today = "2026-03-02".parse().unwrap();
        let roll = read_roll(text.as_bytes(), &HeaderMapping::default(), today);
        assert_eq!(roll.problems, []);
        let entry = &roll.rows[0].entry;
        assert_eq!(entry.number.as_str(), "K-007");
        assert_eq!(entry.given_name.as_deref(), Some("Päivi \"Pepe\""));
        assert_eq!(entry.street.as_deref(), Some("Katu 1; as. 2"));
        assert_eq!(entry.phone.as_deref(), Some("+358 40 123"));
    }
}
