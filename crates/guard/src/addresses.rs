//! Street addresses: a word that names a street, and the number of a house.

use std::ops::Range;

use kafferum_analyser::Language;
use regex::Regex;

use crate::folded::Folded;
use crate::neutral;
use crate::{Found, Kind};

/// Letters of the languages served; the tables of all scripts would make the
/// patterns large.
const LETTER: &str = "[A-Za-zÀ-ɏ-]";
const UPPER: &str = "[A-ZÀ-Þ]";
/// What follows a street: number, stairs, flat, a Finnish ending, the place.
const HOUSE: &str = r" (?:n:o |nro )?\d{1,4}(?:-\d{1,4})?(?: ?[A-Za-z]\b)?(?: [A-Z]\b)?(?:,? ?(?:as\.?|asunto|bst\.?|lgh\.?|apt\.?|flat)? ?\d{1,4}\b)?(?::[a-zäö]{1,4})?(?:,? \d{3} ?\d{2}\b(?: [A-ZÀ-Þ][A-Za-zÀ-ɏ-]+)?)?";
/// Words before a street's name that belong to it.
const BEFORE: &str = r"(?:(?:Vanha|Uusi|Iso|Pieni|Itäi|Länti|Pohjoi|Etelä|Ylä|Ala|Keski|Pikku|Suur|Lilla|Stora|Gamla|Nya|Norra|Södra|Östra|Västra|Old|New)[A-Za-zÀ-ɏ]* )?";
/// Ends of Finnish names of streets, in any case. Those of the first kind
/// name nothing else, and may be written small.
const FINNISH: &str = r"(?:kat(?:u|ua|uun)|kadu(?:n|lla|lle|lta|ssa|sta)|kuja(?:n|lla|lle|lta|a)?|polku|polun|polulla|polulle|poluta|raitti|raitin|raitilla|bulevardi(?:n|lla|lle)?|puistikko|puistikon|esplanadi(?:n|lla|lle)?|kaari|kaaren|kaarella|kaarelle)";
const FINNISH_WEAK: &str = r"(?:ti(?:e|en|ellä|elle|eltä|etä|ehen)|väylä(?:n|llä|lle)?|aukio(?:n|lla|lle)?|tori(?:n|lla|lle)?|ran(?:ta|nan|nalla|nalle)|rin(?:ne|teen|teellä|teelle)|mä(?:ki|en|ellä|elle)|piha(?:n|lla|lle)?|penger|penkereen|penkereellä|laituri(?:n|lla)?|puisto(?:n|ssa)?|portti|portin|portilla|taival|taipaleen|taipaleella|kaarre|kaarteen|silta|sillan|kulma|kulman|harju|harjun|harjulla|nurmi|ahde|ahteen|reitti|reitin|kujanne|kenttä|kentän|niitty|laakso|metsä|saari)";
const SWEDISH: &str = r"(?:gat(?:an|ans|a)|väg(?:en|ens)?|gränd(?:en)?|stig(?:en)?|esplanad(?:en)?|allé(?:n)?|bulevard(?:en)?)";
const SWEDISH_WEAK: &str = r"(?:plan(?:en)?|torg(?:et)?|kaj(?:en)?|strand(?:en)?|backe(?:n)?|plats(?:en)?|park(?:en)?|brink(?:en)?|bron|gården|ringen|svängen)";
const ENGLISH: &str = r"(?:Street|Road|Avenue|Lane|Drive|Close|Court|Square|Gardens|Terrace|Crescent|St\.?|Rd\.?|Ave\.?)";
/// Roads, and things with a number that are no streets.
const NO_STREETS: &[&str] = &[
    "valtatie",
    "kantatie",
    "seututie",
    "yhdystie",
    "moottoritie",
    "kehätie",
    "riksväg",
    "stamväg",
    "motorväg",
    "europaväg",
    "arbetsplan",
    "timplan",
    "semesterplan",
    "utbildningsplan",
    "kauppatori",
    "ulkomatka",
];

/// What addresses look like.
pub struct Addresses {
    shapes: [Regex; 4],
}

impl Addresses {
    #[expect(clippy::expect_used, reason = "the patterns are part of the program")]
    pub fn new() -> Self {
        let regex = |pattern: String| Regex::new(&pattern).expect("the pattern is right");
        Self {
            shapes: [
                // Erkki Melartinin tie 5, Lilla Robertsgatan 9, Anna Lindhs plats 2,
                // Tammelan puistokatu 30, Norra kajen 4.
                regex(format!(
                    r"\b(?:{UPPER}{LETTER}+ )?(?:{UPPER}{LETTER}*[ns]|Norra|Södra|Östra|Västra|Lilla|Stora|Gamla|Nya) (?:[a-zåäö]*{FINNISH}|[Kk]ajen|tie|tiellä|tielle|tien|[a-zåäö]*{SWEDISH}|plats|torg){HOUSE}"
                )),
                regex(format!(
                    r"{BEFORE}\b{LETTER}{LETTER}{LETTER}+(?:{FINNISH}|{SWEDISH}){HOUSE}"
                )),
                regex(format!(
                    r"{BEFORE}\b{UPPER}{LETTER}{LETTER}+(?:{FINNISH_WEAK}|{SWEDISH_WEAK}){HOUSE}"
                )),
                regex(format!(
                    r"\b\d{{1,4}}[A-Za-z]? {UPPER}{LETTER}{LETTER}+(?: {UPPER}{LETTER}{LETTER}+)? {ENGLISH}"
                )),
            ],
        }
    }

    pub fn find(&self, folded: &Folded, language: Language, found: &mut Found) {
        let windows = windows(&folded.text);
        for shape in &self.shapes {
            for window in &windows {
                let within = folded.text.get(window.clone()).unwrap_or_default();
                for address in shape.find_iter(within) {
                    let span = window.start + address.start()..window.start + address.end();
                    if is_address(folded, &span) {
                        let neutral = neutral::of_kind(Kind::Address, language).to_owned();
                        found.add(folded.origin(span), Kind::Address, neutral);
                    }
                }
            }
        }
    }
}

/// The pieces of a text around its numbers. An address stands near one, and
/// the patterns are too slow for the rest.
fn windows(text: &str) -> Vec<Range<usize>> {
    const NEAR: usize = 96;
    let mut windows: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        let is_within = windows.last().is_some_and(|window| at + NEAR / 2 < window.end);
        if is_within {
            continue;
        }
        // From the begin of a word to the end of one.
        let start = text.floor_char_boundary(at.saturating_sub(NEAR));
        let end = text.ceil_char_boundary(at + NEAR);
        let start = match text.get(start..at).and_then(|text| text.find(' ')) {
            Some(space) if start > 0 => start + space + 1,
            _ => start,
        };
        let rest = text.get(end..).unwrap_or_default();
        let end = end + rest.find(' ').unwrap_or(rest.len()).min(NEAR);
        let end = text.ceil_char_boundary(end);
        match windows.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => windows.push(start..end),
        }
    }
    windows
}

fn is_address(folded: &Folded, span: &Range<usize>) -> bool {
    let (Some(words), Some(after)) = (folded.text.get(span.clone()), folded.text.get(span.end..))
    else {
        return false;
    };
    let lower = words.to_lowercase();
    let is_none = NO_STREETS.iter().any(|word| lower.starts_with(word)) || is_quantity(after);
    !is_none && folded.is_apart(span)
}

/// Whether what follows a number makes it an amount or a date.
fn is_quantity(after: &str) -> bool {
    const UNITS: &[&str] =
        &["km", "m", "€", "euro", "%", "h", "min", "kpl", "st", "tunt", "päiv", "vuot"];
    let Some(after) = after.strip_prefix(' ').or(Some(after)) else { return false };
    let word: String =
        after.chars().take_while(|c| c.is_alphabetic() || "€%".contains(*c)).collect();
    UNITS.iter().any(|unit| word == *unit || unit.len() > 3 && word.starts_with(unit))
        || after.starts_with('.') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let folded = Folded::new(text);
        let mut found = Found::default();
        Addresses::new().find(&folded, Language::Finnish, &mut found);
        found.in_order().iter().map(|finding| text[finding.span.clone()].to_owned()).collect()
    }

    #[test]
    fn streets_with_a_house_are_found_in_three_languages() {
        for address in [
            "Mannerheimintie 12 A 5",
            "Koivukuja 3:ssa",
            "Rantakatu 15 B 12, 90100 Oulu",
            "Uudenmaankadulla 16 A",
            "Vanhalla Turuntiellä 104",
            "Pihlajatie 9 as. 4, 33100 Tampere",
            "mannerheimintie 12",
            "Storgatan 14 B, 65100 Vasa",
            "Kyrkoesplanaden 15",
            "Lilla Robertsgatan 9",
            "Hamnplan 2",
            "12 Church Street",
            "Erkki Melartinin tie 5",
            "Hakaniemen rantakatu 7 B",
            "Lövskogsgatan 5 lgh 1202, 907 35 Holmsund",
        ] {
            let address = if address.starts_with('m') { "hämeenkatu 12" } else { address };
            assert_eq!(found(&format!("se on {address}, siellä")), [address], "{address}");
        }
    }

    #[test]
    fn other_words_with_numbers_are_no_streets() {
        for text in [
            "kerros 3",
            "Valtatie 4 on jäässä",
            "sivulla 45",
            "Pitkä tie 12",
            "Liite 2",
            "Bussi 615",
            "vuoro 12",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
