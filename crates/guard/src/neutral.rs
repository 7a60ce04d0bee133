//! The words that stand in place of what was found.

use kafferum_analyser::{Case, Language};

use crate::Kind;

/// What stands in place of a code, a number or an address: in brackets, so
/// that a reader sees that something was taken out.
pub fn of_kind(kind: Kind, language: Language) -> &'static str {
    let [finnish, swedish, english] = match kind {
        Kind::IdentityCode => ["[henkilötunnus]", "[personbeteckning]", "[identity code]"],
        Kind::Phone => ["[puhelinnumero]", "[telefonnummer]", "[phone number]"],
        Kind::Mail => ["[sähköpostiosoite]", "[e-postadress]", "[e-mail address]"],
        Kind::Iban => ["[tilinumero]", "[kontonummer]", "[account number]"],
        Kind::Address => ["[osoite]", "[adress]", "[address]"],
        Kind::Name | Kind::Combination => ["[nimi]", "[namn]", "[name]"],
    };
    match language {
        Language::Swedish => swedish,
        Language::English => english,
        _ => finnish,
    }
}

/// How the word for a person is to stand.
#[derive(Debug, Clone, Copy)]
pub struct Stand {
    /// The case of the Finnish name.
    pub case: Case,
    /// Whether a Swedish or English name has the ending of the genitive.
    pub is_genitive: bool,
    /// Whether it begins a sentence.
    pub is_first: bool,
    /// Whether another person was named before.
    pub is_other: bool,
}

/// The word for a person in place of a name.
///
/// Finnish has the pronoun: it is right for a client, a colleague and a
/// relative alike, and stands in every case of the name. In the genitive it
/// would ask for a suffix on the next word, so there it is a noun.
pub fn person(language: Language, stand: Stand) -> String {
    let word = match (language, stand.is_genitive) {
        (Language::Swedish, false) => choose(stand, "personen", "den andra personen"),
        (Language::Swedish, true) => choose(stand, "personens", "den andra personens"),
        (Language::English, false) => choose(stand, "the person", "the other person"),
        (Language::English, true) => choose(stand, "the person's", "the other person's"),
        _ => finnish(stand),
    };
    if stand.is_first { capitalised(word) } else { word.to_owned() }
}

fn choose(stand: Stand, one: &'static str, other: &'static str) -> &'static str {
    if stand.is_other { other } else { one }
}

fn finnish(stand: Stand) -> &'static str {
    let (one, other) = match stand.case {
        Case::Nominative => ("hän", "toinen henkilö"),
        Case::Genitive => ("erään henkilön", "toisen henkilön"),
        Case::Partitive => ("häntä", "toista henkilöä"),
        Case::Essive => ("hänenä", "toisena henkilönä"),
        Case::Translative => ("häneksi", "toiseksi henkilöksi"),
        Case::Inessive => ("hänessä", "toisessa henkilössä"),
        Case::Elative => ("hänestä", "toisesta henkilöstä"),
        Case::Illative => ("häneen", "toiseen henkilöön"),
        Case::Adessive => ("hänellä", "toisella henkilöllä"),
        Case::Ablative => ("häneltä", "toiselta henkilöltä"),
        Case::Allative => ("hänelle", "toiselle henkilölle"),
        Case::Abessive => ("hänettä", "toisetta henkilöttä"),
    };
    choose(stand, one, other)
}

/// The words in place of a municipality in this case.
pub fn place(language: Language, case: Case, is_genitive: bool, is_first: bool) -> String {
    let word = match (language, is_genitive) {
        (Language::Swedish, false) => "en liten kommun",
        (Language::Swedish, true) => "en liten kommuns",
        (Language::English, false) => "a small municipality",
        (Language::English, true) => "a small municipality's",
        _ => match case {
            Case::Nominative => "pieni paikkakunta",
            Case::Genitive => "pienen paikkakunnan",
            Case::Partitive => "pientä paikkakuntaa",
            Case::Essive => "pienenä paikkakuntana",
            Case::Translative => "pieneksi paikkakunnaksi",
            Case::Inessive | Case::Adessive => "pienellä paikkakunnalla",
            Case::Elative | Case::Ablative => "pieneltä paikkakunnalta",
            Case::Illative | Case::Allative => "pienelle paikkakunnalle",
            Case::Abessive => "ilman pientä paikkakuntaa",
        },
    };
    if is_first { capitalised(word) } else { word.to_owned() }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
