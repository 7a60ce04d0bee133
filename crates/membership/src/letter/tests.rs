//! Letters as they are laid out, and as PDFs.

use super::face::{Faces, Weight};
use super::geometry::windows::{Area, C5, E5};
use super::geometry::{LEFT, PAPER_WIDTH, RIGHT};
use super::layout::{Role, TextLine};
use super::*;

fn sender() -> Sender {
    let lines = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect();
    Sender {
        name: "Avustajaliitto ry".to_owned(),
        address: lines(&["Esimerkkikatu 1, PL 100", "00531 Helsinki"]),
        contacts: lines(&[
            "010 000 0000",
            "jasenpalvelu@avustajaliitto.example",
            "avustajaliitto.example",
        ]),
        return_address: lines(&["Avustajaliitto ry", "Jäsenpalvelu", "PL 100", "00531 HELSINKI"]),
    }
}

fn texts() -> LetterTexts {
    LetterTexts {
        heading: "Tervetuloa kahvihuoneeseen".to_owned(),
        body: "Hei Päivi,\n\n\
               kiva, että löysit meidät. Avustajan työ on tärkeää, ja sitä tehdään usein yksin: toisen kotona, ilman työkaveria, jolta kysyä. Siksi meillä on kahvihuone. Siellä tapaat muita henkilökohtaisia avustajia, voit kysyä ja kertoa, ja joku vastaa.\n\n\
               Kokeilujaksosi kestää kuukauden. Sen aikana voit lukea ja kirjoittaa kahvihuoneessa, kysyä neuvojilta ja tutustua koulutuksiin. Tietopankki on avoin aina ja kaikille.\n\n\
               Jos haluat jäseneksi, täytä kääntöpuolen lomake ja lähetä se meille, tai liity verkossa. Kun hakemuksesi on hyväksytty, sama tunnus jatkuu jäsenenä eikä mitään häviä. Jos et halua liittyä, sinun ei tarvitse tehdä mitään.\n\n\
               Jos jokin mietityttää, soita tai kirjoita. Vastaamme mielellämme suomeksi, ruotsiksi ja englanniksi."
            .to_owned(),
        closing: "Terveisin".to_owned(),
        signatories: vec!["Maija Esimerkki".to_owned(), "jäsenpalvelu, Avustajaliitto".to_owned()],
        code_label: "Tunnus".to_owned(),
    }
}

fn form() -> FormTexts {
    let t = str::to_owned;
    FormTexts {
        title: t("Jäsenhakemus"),
        instructions: t(
            "Täytä lomake kuulakärkikynällä ja allekirjoita se. Taita arkki kahtia niin, että viereinen osoite näkyy kuoren ikkunasta. Voit liittyä myös verkossa: avustajaliitto.example/liity. Kirjoita sinne silloin yllä oleva tunnus.",
        ),
        code_label: t("Hakemuksen tunnus"),
        person_heading: t("Kuka olet"),
        family_name: t("Sukunimi"),
        given_names: t("Etunimet"),
        birth_date: t("Syntymäaika (päivä, kuukausi, vuosi)"),
        phone: t("Puhelin"),
        email: t("Sähköposti"),
        street: t("Katuosoite"),
        postal_code: t("Postinumero"),
        city: t("Postitoimipaikka"),
        language: t("Asiointikieli"),
        language_names: vec![t("suomi"), t("ruotsi"), t("englanti")],
        work_heading: t("Työsi"),
        employer: t("Työnantajani on"),
        employer_household: t("kotitalous (avustettava itse)"),
        employer_county: t("hyvinvointialue"),
        employer_company: t("yritys tai yhdistys"),
        job_started: t("Työsuhde alkoi"),
        chapter_wish: t("Toivomani ammattiosasto, jos tiedät"),
        membership_heading: t("Jäsenyys"),
        student: t("Olen opiskelija"),
        unemployment_fund: t("Liityn myös työttömyyskassaan"),
        yes: t("kyllä"),
        no: t("en"),
        consent: t(
            "Haen liiton jäseneksi ja suostun siihen, että liitto tallentaa tietoni jäsenrekisteriin ja käyttää niitä jäsenyyteni hoitamiseen. Voin perua suostumukseni milloin tahansa. Tietosuojaseloste: avustajaliitto.example/tietosuoja.",
        ),
        place_and_date: t("Paikka ja päivä"),
        signature: t("Allekirjoitus"),
    }
}

fn recipient() -> Recipient {
    Recipient {
        name: "Päivi Mäkinen-Hämäläinen".to_owned(),
        extra: None,
        street: "Pitkänsillanranta 12 B 34".to_owned(),
        postal_code: "00530".to_owned(),
        city: "Helsinki".to_owned(),
    }
}

fn letter<'a>(texts: &'a LetterTexts, form: &'a FormTexts) -> JoinLetter<'a> {
    let some = |text: &str| Some(text.to_owned());
    JoinLetter {
        language: Lang::Fi,
        recipient: recipient(),
        place: "Helsinki".to_owned(),
        date: "2026-03-01".parse().unwrap(),
        code: "K7QF-29MD".to_owned(),
        known: Known {
            family_name: some("Mäkinen-Hämäläinen"),
            given_names: some("Päivi"),
            email: some("paivi.makinen-hamalainen@example.fi"),
            street: some("Pitkänsillanranta 12 B 34"),
            postal_code: some("00530"),
            city: some("Helsinki"),
            ..Known::default()
        },
        texts,
        form,
    }
}

fn pages_of(change: impl FnOnce(&mut JoinLetter<'_>, &mut Sender)) -> Vec<Page> {
    let (texts, form, mut sender) = (texts(), form(), sender());
    let mut letter = letter(&texts, &form);
    change(&mut letter, &mut sender);
    lay_out(&Faces::load().unwrap(), &sender, &letter, Sides::One)
}

fn pages_with_body(body: &str) -> Vec<Page> {
    let (mut texts, form) = (texts(), form());
    texts.body = body.to_owned();
    lay_out(&Faces::load().unwrap(), &sender(), &letter(&texts, &form), Sides::One)
}

fn lines(page: &Page) -> impl Iterator<Item = &TextLine> {
    page.blocks.iter().flat_map(|block| &block.lines)
}

fn text(page: &Page) -> String {
    lines(page).map(|line| line.text.clone() + "\n").collect()
}

/// Left, top, right, bottom of a line's ink, generously: capitals with marks
/// above, tails below.
fn area(line: &TextLine, faces: &Faces) -> Area {
    let em = line.style.points * face::MM_PER_POINT;
    let width = faces.face(line.style.weight).width(line.text.trim_end(), line.style.points);
    (line.x, line.baseline - 0.95 * em, line.x + width, line.baseline + 0.24 * em)
}

fn holds(outer: Area, inner: Area) -> bool {
    outer.0 <= inner.0 && outer.1 <= inner.1 && inner.2 <= outer.2 && inner.3 <= outer.3
}

fn meets(a: Area, b: Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// The address is the second block of either page.
fn address_and_rest(page: &Page) -> (&[TextLine], Vec<&TextLine>) {
    let address = &page.blocks[1].lines;
    let rest = lines(page).filter(|line| !address.contains(line)).collect();
    (address, rest)
}

#[test]
fn the_address_is_seen_in_every_window_and_nothing_else_is() {
    let faces = Faces::load().unwrap();
    let extra = |letter: &mut JoinLetter<'_>, _: &mut Sender| {
        letter.recipient.extra = Some("c/o Äijälä".to_owned());
    };
    for pages in [pages_of(|_, _| {}), pages_of(extra)] {
        for page in &pages {
            let (address, rest) = address_and_rest(page);
            assert!(address.len() >= 3);
            for envelope in [C5, E5] {
                for line in address {
                    assert!(holds(envelope.always_seen(), area(line, &faces)), "{line:?}");
                }
                for line in &rest {
                    assert!(!meets(envelope.ever_seen(), area(line, &faces)), "{line:?}");
                }
            }
        }
    }
}

#[test]
fn a_long_address_is_seen_whole() {
    let faces = Faces::load().unwrap();
    let pages = pages_of(|letter, _| {
        letter.recipient.name =
            "Maria Magdalena Wilhelmina von Hohenlohe-Schillingsfürst-Öhman".to_owned();
        letter.recipient.extra =
            Some("c/o Avustajakeskus Esimerkki ja Kumppanit, 4. krs".to_owned());
        letter.recipient.street = "Uudenmaankartanonpuistikonrinteentie 1234 B as. 567".to_owned();
    });
    let (address, _) = address_and_rest(&pages[0]);
    let all: String = address.iter().map(|line| line.text.as_str()).collect();
    assert!(
        all.contains("Schillingsfürst-Öhman")
            && all.contains("as. 567")
            && all.contains("HELSINKI")
    );
    for line in address {
        assert!(holds(C5.always_seen(), area(line, &faces)), "{line:?}");
    }
}

#[test]
fn everything_stands_between_the_margins_and_no_text_upon_another() {
    let faces = Faces::load().unwrap();
    for page in pages_of(|_, _| {}) {
        let areas: Vec<Area> = lines(&page).map(|line| area(line, &faces)).collect();
        for (line, a) in lines(&page).zip(&areas) {
            assert!(LEFT <= a.0 && a.2 <= RIGHT + 0.1 && a.3 < 290.0, "{line:?}");
        }
        for (i, a) in areas.iter().enumerate() {
            for (j, b) in areas.iter().enumerate().skip(i + 1) {
                // Ink of neighbouring lines may touch in this generous measure.
                let shrunk = (a.0, a.1 + 1.0, a.2, a.3 - 0.6);
                let other = lines(&page).nth(j).unwrap();
                assert!(!meets(shrunk, *b), "{:?} {other:?}", lines(&page).nth(i).unwrap());
            }
        }
    }
}

#[test]
fn the_unions_own_words_on_the_form_stay_between_the_margins_however_long() {
    let faces = Faces::load().unwrap();
    let (texts, mut long, sender) = (texts(), form(), sender());
    let t = &mut long;
    for text in [
        &mut t.title,
        &mut t.instructions,
        &mut t.code_label,
        &mut t.person_heading,
        &mut t.family_name,
        &mut t.postal_code,
        &mut t.language,
        &mut t.employer,
        &mut t.employer_household,
        &mut t.employer_county,
        &mut t.employer_company,
        &mut t.job_started,
        &mut t.membership_heading,
        &mut t.student,
        &mut t.yes,
        &mut t.no,
        &mut t.place_and_date,
        &mut t.signature,
    ] {
        *text = format!("{text} ").repeat(30);
    }
    let pages = lay_out(&faces, &sender, &letter(&texts, &long), Sides::Two);
    for line in lines(&pages[1]) {
        let a = area(line, &faces);
        assert!(LEFT <= a.0 && a.2 <= RIGHT + 0.1 && a.3 < 297.0, "{line:?}");
    }
}

#[test]
fn a_letter_has_a_page_and_a_form() {
    let pages = pages_of(|_, _| {});
    assert_eq!(pages.len(), 2);
    let (letter, form) = (text(&pages[0]), text(&pages[1]));
    assert!(!letter.contains('\u{FFFD}') && !form.contains('\u{FFFD}'));
    for part in [
        "Avustajaliitto ry",
        "Päivi Mäkinen-Hämäläinen",
        "00530 HELSINKI",
        "Helsinki 1.3.2026",
        "Tunnus K7QF-29MD",
        "Tervetuloa kahvihuoneeseen",
        "Terveisin",
        "Maija Esimerkki",
    ] {
        assert!(letter.contains(part), "{part}");
    }
    for part in [
        "Jäsenhakemus",
        "K7QF-29MD",
        "Jäsenpalvelu",
        "Mäkinen-Hämäläinen",
        "Allekirjoitus",
        "hyvinvointialue",
    ] {
        assert!(form.contains(part), "{part}");
    }
    assert!(!letter.contains("1 (1)"));
}

#[test]
fn the_paragraphs_of_a_long_letter_go_on_to_numbered_pages() {
    let paragraph = "Sana ja toinen sana, ja vielä kolmas, joka on pitkä. ".repeat(9);
    let body = format!("{paragraph}\n\n").repeat(14);
    let pages = pages_with_body(&body);
    assert_eq!(pages.len(), 4);
    for (position, page) in pages[..3].iter().enumerate() {
        assert!(text(page).contains(&format!("{} (3)", position + 1)));
        let body: Vec<&TextLine> =
            lines(page).filter(|l| l.text.starts_with("Sana") || l.text.contains("sana")).collect();
        assert!(body.iter().all(|line| line.baseline <= geometry::BODY_LAST));
    }
    assert!(text(&pages[2]).contains("Terveisin"));
    let words = |text: &str| text.split_whitespace().filter(|w| w.starts_with("Sana")).count();
    let set: usize = pages.iter().map(|page| words(&text(page))).sum();
    assert_eq!(set, words(&body));
}

#[test]
fn no_line_of_a_paragraph_is_left_alone_on_a_page() {
    for filler in 20..40 {
        let body = format!("{}{}", "Rivi.\n\n".repeat(filler / 2), "sana ".repeat(filler * 13));
        for page in &pages_with_body(&body)[..1] {
            let long =
                page.blocks.iter().filter(|b| b.lines.iter().any(|l| l.text.contains("sana")));
            for block in long {
                assert!(block.role == Role::Paragraph && block.lines.len() != 1);
            }
        }
    }
}

#[test]
fn a_name_in_foreign_letters_is_told_and_does_no_harm() {
    let names = ["李 伟 \u{202E}\u{1F600}", "Светлана Ёлкина", "Ma\u{308}kela\u{308}"];
    assert_eq!(with_substitutes(names.iter().map(|name| ["Katu 1", *name])).unwrap(), [0]);
    for (name, is_odd) in names.iter().zip([true, false, false]) {
        let pages = pages_of(|letter, _| letter.recipient.name = (*name).to_owned());
        assert_eq!(text(&pages[0]).contains('\u{FFFD}'), is_odd, "{name}");
    }
}

#[test]
fn odd_input_is_set_without_harm() {
    let long = "x".repeat(5000);
    for odd in ["", " ", "\u{0}", "\n\n\n", long.as_str()] {
        let (mut texts, mut form, mut sender) = (texts(), form(), sender());
        (texts.heading, texts.body, texts.closing) =
            (odd.to_owned(), odd.to_owned(), odd.to_owned());
        texts.signatories = Vec::new();
        form.consent = odd.to_owned();
        form.language_names = Vec::new();
        sender.return_address = Vec::new();
        let mut letter = letter(&texts, &form);
        letter.recipient.name = odd.to_owned();
        letter.known.email = Some(odd.to_owned());
        let batch = Batch {
            title: odd,
            language: Lang::Fi,
            sender: &sender,
            letters: &[letter],
            sides: Sides::One,
        };
        assert_eq!(render_letters(&batch).err(), None, "{odd:?}");
    }
}

#[test]
fn a_batch_is_one_pdf_that_says_its_languages_and_is_the_same_each_time() {
    let (texts, form, sender) = (texts(), form(), sender());
    let mut english = letter(&texts, &form);
    english.language = Lang::En;
    english.recipient.name = "李".to_owned();
    let letters = [letter(&texts, &form), english];
    let batch = Batch {
        title: "Liittymiskirjeet 1.3.2026",
        language: Lang::Fi,
        sender: &sender,
        letters: &letters,
        sides: Sides::One,
    };
    let rendered = render_letters(&batch).unwrap();
    let pdf = String::from_utf8_lossy(&rendered);
    assert!(pdf.starts_with("%PDF-1.7") && pdf.contains("pdfuaid"));
    assert_eq!(render_letters(&batch).unwrap(), rendered);
}

#[test]
fn letters_printed_on_both_sides_begin_on_sheets_of_their_own() {
    let (mut texts, form) = (texts(), form());
    texts.body = format!("{}\n\n", "Sana ja sana. ".repeat(40)).repeat(6);
    let letter = letter(&texts, &form);
    let count = |sides| lay_out(&Faces::load().unwrap(), &sender(), &letter, sides).len();
    assert_eq!((count(Sides::One), count(Sides::Two)), (3, 4));
}

#[test]
fn an_empty_batch_is_a_fault() {
    let sender = sender();
    let batch =
        Batch { title: "", language: Lang::Fi, sender: &sender, letters: &[], sides: Sides::One };
    assert_eq!(render_letters(&batch), Err(LetterFault::NothingToPrint));
}

#[test]
fn a_hundred_letters_are_one_small_pdf() {
    let (texts, form, sender) = (texts(), form(), sender());
    let letters: Vec<JoinLetter<'_>> = (0..100).map(|_| letter(&texts, &form)).collect();
    let batch = Batch {
        title: "Kirjeet",
        language: Lang::Fi,
        sender: &sender,
        letters: &letters,
        sides: Sides::Two,
    };
    let rendered = render_letters(&batch).unwrap();
    assert!(rendered.len() < 2_000_000, "{}", rendered.len());
}

#[test]
fn a_letter_from_nowhere_in_particular_bears_the_date_alone() {
    let dated = |place: &str, date: &str| {
        let pages = pages_of(|letter, _| letter.place = place.to_owned());
        assert!(text(&pages[0]).lines().any(|line| line == date), "{}", text(&pages[0]));
    };
    dated("Helsinki", "Helsinki 1.3.2026");
    dated("", "1.3.2026");
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let date = "2026-03-01".parse().unwrap();
    assert_eq!(date_text(date, Lang::Fi), "1.3.2026");
    assert_eq!(date_text(date, Lang::Sv), "1.3.2026");
    assert_eq!(date_text(date, Lang::En), "1 March 2026");
}

#[test]
fn the_windows_are_those_of_the_standard() {
    assert_eq!(C5.always_seen(), (18.0, 40.0, 94.0, 61.5));
    assert_eq!(C5.ever_seen(), (-1.0, 26.5, 113.0, 75.0));
    assert_eq!(E5.always_seen(), (18.0, 40.0, 98.0, 62.5));
    assert!(PAPER_WIDTH < 229.0 && Weight::Bold != Weight::Regular);
}
