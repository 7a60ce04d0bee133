//! Telephone numbers, mail addresses and account numbers.

use std::ops::Range;

use kafferum_analyser::Language;
use regex::Regex;

use crate::folded::Folded;
use crate::neutral;
use crate::{Found, Kind};

/// Codes of countries that a number after 00 must begin with, and after +
/// may; the longest are not needed, since all of +35… is accepted.
const COUNTRIES: &[&str] = &[
    "358", "46", "372", "47", "45", "49", "44", "7", "1", "371", "370", "48", "33", "34", "39",
    "31", "32", "41", "43", "90", "380", "252", "964", "963", "98", "93", "84", "66", "63", "91",
    "92", "86", "977", "234", "251", "254", "20", "212", "216", "355", "383", "381", "387", "30",
];
/// Beginnings of the numbers of people's telephones in Finland.
const MOBILE: &[&str] = &["040", "041", "042", "043", "044", "045", "046", "049", "050"];
/// Those with the code of the country, the plus forgotten.
const WITHOUT_PLUS: &[&str] = &["3584", "35850"];
const SWEDISH_MOBILE: &[&str] = &["070", "072", "073", "076", "079"];
/// Area codes of Finland. Numbers of services (010, 020, 029, 0600, 0800,
/// 112 …) are nobody's own.
const AREAS: &[&str] =
    &["013", "014", "015", "016", "017", "018", "019", "02", "03", "05", "06", "08", "09"];
/// Beginnings of numbers of services that look like area codes.
const SERVICES: &[&str] = &["020", "029", "030", "0600", "0606", "0700", "0800"];
/// Words that say that a number follows.
const NUMBER_CUES: &[&str] = &[
    "puh", "tel", "tlf", "soit", "numero", "nro", "nummer", "numr", "ring", "call", "phone",
    "number", "tekst", "viesti", "sms", "text", "whatsapp", "p. ", "gsm", "tavoit", "nås", "reach",
];
/// Words right before a number that is that of a thing: an order, a case, an
/// invoice.
const THINGS_WITH_NUMBERS: &[&str] = &[
    "tilausnumero",
    "tilaus",
    "tilauksen",
    "viitenumero",
    "viite",
    "laskun",
    "lasku",
    "asiakasnumero",
    "jäsennumero",
    "diaarinumero",
    "seurantanumero",
    "lähetystunnus",
    "sarjanumero",
    "ordernummer",
    "order",
    "beställning",
    "fakturanummer",
    "faktura",
    "referensnummer",
    "kundnummer",
    "medlemsnummer",
    "ärende",
    "ärendenummer",
    "serienummer",
    "kollinummer",
    "invoice",
    "ticket",
    "parcel",
    "tracking",
];
/// Words that may stand between those and the number.
const BETWEEN: &[&str] = &["on", "är", "is", "nro", "nr", "no", "number", "numero", "nummer"];
/// Mail boxes of offices.
const OFFICES: &[&str] = &[
    "info",
    "toimisto",
    "office",
    "asiakaspalvelu",
    "jasenpalvelu",
    "jäsenpalvelu",
    "kirjaamo",
    "neuvonta",
    "support",
    "tuki",
    "yhteys",
    "palaute",
    "kundtjanst",
    "medlem",
    "postmaster",
    "registrator",
    "noreply",
    "no-reply",
    "hr",
    "rekry",
    "palkat",
    "palkanlaskenta",
];
/// Lengths of the account numbers of countries.
const IBANS: &[(&str, usize)] = &[
    ("FI", 18),
    ("SE", 24),
    ("EE", 20),
    ("NO", 15),
    ("DK", 18),
    ("DE", 22),
    ("LV", 21),
    ("LT", 20),
    ("PL", 28),
    ("GB", 22),
    ("NL", 18),
    ("FR", 27),
    ("ES", 24),
    ("IT", 27),
    ("BE", 16),
    ("IE", 22),
    ("RO", 24),
    ("BG", 22),
    ("HU", 28),
    ("TR", 26),
    ("UA", 29),
    ("IS", 26),
    ("AT", 20),
    ("CH", 21),
    ("CZ", 24),
    ("PT", 25),
    ("GR", 27),
];

/// The sign of a mail address, as it is written and spelled out.
const SIGN: &str = r"(?i: ?@ ?| ?[\(\[\{<] ?(?:at|ät|ät-merkki|snabel-?a|miukumauku|a) ?[\)\]\}>] ?| ät | snabel-a | at (?:gmail|hotmail|outlook|yahoo|icloud|live|luukku|suomi24|proton|protonmail))";

/// What stands between digits that are spelled out, the first of them being
/// zero, as people write a number that no program shall find.
const SPELLED: &str = r"(?i)\b(?:nolla|noll|zero|oh)(?:[ ,-]+(?:nolla|noll|zero|oh|ykkönen|yksi|yks|kakkonen|kaksi|kaks|kolmonen|kolme|nelonen|neljä|nelkyt|viitonen|viisi|viis|viiskyt|viiskytä|neljäkyt|neljäkymmentä|viisikymmentä|kutonen|kuusi|kuus|seiska|seitsemän|seittemän|seitsen|kahdeksan|kaheksan|kasi|yhdeksän|yheksän|ysi|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|fyrtio|femtio|sjuttio|one|two|three|four|five|six|seven|eight|nine|forty|fifty|double|tupla)\b){5,}";

/// What they look like.
pub struct Contacts {
    spelled: Regex,
    number: Regex,
    /// What stands in the middle of a mail address: quick to look for.
    sign: Regex,
    mail: Regex,
    iban: Regex,
}

impl Contacts {
    #[expect(clippy::expect_used, reason = "the patterns are part of the program")]
    pub fn new() -> Self {
        let regex = |pattern: String| Regex::new(&pattern).expect("the pattern is right");
        Self {
            spelled: regex(SPELLED.to_owned()),
            number: regex(r"(?-u:\(?(?:\+\d|0|358 ?[45]))".to_owned()),
            sign: regex(SIGN.to_owned()),
            mail: regex(format!(
                r"(?i)[a-z0-9À-ɏ][a-z0-9À-ɏ._%+-]*(?:(?: dot | piste | punkt )[a-z0-9À-ɏ_-]+)*{SIGN}(?:[a-z0-9À-ɏ][a-z0-9À-ɏ-]*)?(?:(?:\.| ?[\(\[](?:dot|piste|punkt|\.)[\)\]] ?| dot | piste | punkt )[a-z0-9À-ɏ-]+){{1,4}}",
            )),
            iban: regex(r"(?i-u:[a-z]{2}[ -]?\d\d[ .-]?[0-9a-z])".to_owned()),
        }
    }

    pub fn find_mails(&self, folded: &Folded, language: Language, found: &mut Found) {
        if !self.sign.is_match(&folded.text) {
            return;
        }
        for mail in self.mail.find_iter(&folded.text) {
            let local: String =
                mail.as_str().chars().take_while(|letter| !" @([{<".contains(*letter)).collect();
            let local = local.to_lowercase();
            if !OFFICES.contains(&local.as_str()) {
                let span = folded.origin(mail.range());
                found.add(span, Kind::Mail, neutral::of_kind(Kind::Mail, language).to_owned());
            }
        }
    }

    /// Telephone numbers in words.
    pub fn find_spelled(&self, folded: &Folded, language: Language, found: &mut Found) {
        for number in self.spelled.find_iter(&folded.text) {
            let neutral = neutral::of_kind(Kind::Phone, language).to_owned();
            found.add(folded.origin(number.range()), Kind::Phone, neutral);
        }
    }

    /// Account and telephone numbers.
    pub fn find_numbers(&self, folded: &Folded, language: Language, found: &mut Found) {
        self.find_ibans(folded, language, found);
        self.find_phones(folded, language, found);
    }

    fn find_ibans(&self, folded: &Folded, language: Language, found: &mut Found) {
        let mut at = 0;
        while let Some(start) = self.iban.find_at(&folded.text, at) {
            at = start.start() + 1;
            if let Some(span) = iban(&folded.text, start.start()).filter(|s| folded.is_apart(s)) {
                at = span.end;
                let neutral = neutral::of_kind(Kind::Iban, language).to_owned();
                found.add(folded.origin(span), Kind::Iban, neutral);
            }
        }
    }

    fn find_phones(&self, folded: &Folded, language: Language, found: &mut Found) {
        let (mut at, mut last) = (0, 0);
        while let Some(start) = self.number.find_at(&folded.text, at) {
            at = start.end();
            let text = folded.text.get(..start.start()).unwrap_or_default();
            let before = text.chars().next_back();
            // Not within a longer number, a date or a sum.
            if before.is_some_and(|letter| letter.is_alphanumeric() || ",.-/".contains(letter))
                && !is_after_label(folded.before(start.start()))
                && !(is_parted(text, last) && is_mobile(&folded.text, start.start()))
            {
                continue;
            }
            if is_of_thing(folded.before(start.start())) {
                continue;
            }
            if let Some(span) = phone(folded, start.start()) {
                (at, last) = (span.end, span.end);
                let neutral = neutral::of_kind(Kind::Phone, language).to_owned();
                found.add(folded.origin(span), Kind::Phone, neutral);
            }
        }
    }
}

/// Whether a full stop before a number is that of "puh." and the like.
fn is_after_label(before: &str) -> bool {
    before.strip_suffix('.').is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// Whether a sign parts what comes from a word, or from the number that ended at
/// `last`: *tel/040…*, *040…/050…*.
fn is_parted(before: &str, last: usize) -> bool {
    before.strip_suffix([',', '-', '/']).is_some_and(|before| {
        before.len() == last && last > 0 || before.ends_with(char::is_alphabetic)
    })
}

/// Whether a number begins as those of people's telephones do.
fn is_mobile(text: &str, start: usize) -> bool {
    let number = text.get(start..).unwrap_or_default();
    number.starts_with('+') || starts(number, MOBILE)
}

/// Whether the words before a number say that it is that of a thing.
fn is_of_thing(before: &str) -> bool {
    let before = before.to_lowercase();
    before
        .rsplit(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .find(|word| !BETWEEN.contains(word))
        .is_some_and(|word| THINGS_WITH_NUMBERS.contains(&word))
}

/// The account number that begins here: of the length of its country, and
/// right by its check digits; Finnish, Swedish and Estonian ones in digits
/// alone even if they are not, since nothing else looks so.
fn iban(text: &str, start: usize) -> Option<Range<usize>> {
    let country = text.get(start..start + 2)?.to_uppercase();
    let (_, length) = IBANS.iter().find(|(known, _)| *known == country)?;
    let mut compact = String::new();
    let mut end = start;
    for (at, letter) in text.get(start..)?.char_indices().take(length * 2) {
        if letter.is_ascii_alphanumeric() {
            compact.push(letter.to_ascii_uppercase());
            end = start + at + 1;
        } else if !matches!(letter, ' ' | '.' | '-') {
            break;
        }
        if compact.len() == *length {
            break;
        }
    }
    if compact.len() != *length {
        return None;
    }
    let is_near = matches!(country.as_str(), "FI" | "SE" | "EE")
        && compact.bytes().skip(2).all(|byte| byte.is_ascii_digit());
    (is_near || is_right(&compact)).then_some(start..end)
}

/// Whether the check digits are right: the number made of it modulo 97 is 1.
fn is_right(compact: &str) -> bool {
    let (Some(head), Some(tail)) = (compact.get(..4), compact.get(4..)) else { return false };
    let mut remainder = 0;
    for letter in tail.chars().chain(head.chars()) {
        let Some(value) = letter.to_digit(36) else { return false };
        remainder = (remainder * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    remainder == 1
}

/// The telephone number that begins here.
fn phone(folded: &Folded, start: usize) -> Option<Range<usize>> {
    let groups = Groups::read(folded.text.get(start..)?);
    let digits = groups.digits.as_str();
    let least_most = if groups.is_international || digits.starts_with("00") {
        let number = if groups.is_international { digits } else { digits.get(2..)? };
        let skipped = digits.len() - number.len();
        COUNTRIES
            .iter()
            .any(|country| number.starts_with(country))
            .then_some((skipped + 8, skipped + 14))?
    } else if starts(digits, WITHOUT_PLUS) {
        (11, 13)
    } else if starts(digits, MOBILE) {
        (9, 11)
    } else if starts(digits, SWEDISH_MOBILE) {
        (10, 10)
    } else if starts(digits, AREAS)
        && !starts(digits, SERVICES)
        && groups.may_be_area(folded.before(start))
    {
        (8, 10)
    } else {
        return None;
    };
    let length = groups.end_of(least_most, digits)?;
    (!groups.is_date()).then_some(start..start + length)
}

fn starts(digits: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| digits.starts_with(beginning))
}

/// Digits with what stands between them.
struct Groups {
    digits: String,
    /// How many digits and bytes there are up to each end of a group.
    ends: Vec<(usize, usize)>,
    separators: Vec<String>,
    is_international: bool,
    has_parentheses: bool,
}

impl Groups {
    /// Reads groups of digits until something that stands in no number.
    fn read(text: &str) -> Self {
        const MOST: usize = 16;
        let mut groups = Self {
            digits: String::new(),
            ends: Vec::new(),
            separators: Vec::new(),
            is_international: text.trim_start_matches('(').starts_with('+'),
            has_parentheses: text.starts_with('('),
        };
        let mut separator = String::new();
        for (at, letter) in text.char_indices() {
            if letter.is_ascii_digit() {
                if !separator.is_empty() && !groups.digits.is_empty() {
                    groups.separators.push(std::mem::take(&mut separator));
                }
                separator.clear();
                groups.digits.push(letter);
                let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
                if !next.is_some_and(|next| next.is_ascii_digit()) {
                    groups.ends.push((groups.digits.len(), at + 1));
                }
                if groups.digits.len() == MOST {
                    break;
                }
            } else if matches!(letter, ' ' | '-' | '.' | '/' | '(' | ')' | '+')
                && separator.len() < 3
            {
                separator.push(letter);
            } else {
                break;
            }
        }
        groups
    }

    /// The bytes up to the end of the number: ten digits if a group ends
    /// there, or else as many as may be.
    fn end_of(&self, (least, most): (usize, usize), digits: &str) -> Option<usize> {
        let has_country = self.is_international || starts(digits, WITHOUT_PLUS);
        let usual = 10 + if has_country { 2 } else { 0 };
        let fits = |count: usize| (least..=most).contains(&count) && count <= digits.len();
        let at = |wanted: usize| self.ends.iter().find(|(count, _)| *count == wanted);
        let end = at(usual)
            .filter(|(count, _)| fits(*count))
            .or_else(|| self.ends.iter().rfind(|(count, _)| fits(*count)))?;
        Some(end.1)
    }

    /// Whether an area code stands by itself, or a word says that a number
    /// follows.
    fn may_be_area(&self, before: &str) -> bool {
        let first = self.ends.first().map_or(0, |(count, _)| *count);
        let before = before.to_lowercase();
        let has_cue = NUMBER_CUES.iter().any(|cue| before.contains(cue));
        // "08-16" and "05.12." are times.
        let parts = self.ends.len();
        self.has_parentheses
            || has_cue
            || (2..=3).contains(&first)
                && parts <= 4
                && self.separators.first().is_some_and(|s| s == " " || s == "-")
                && self.ends.get(1).is_some_and(|(count, _)| count - first >= 3)
    }

    /// Whether it is a date: two digits, two digits and a year.
    fn is_date(&self) -> bool {
        let sizes: Vec<usize> = self
            .ends
            .iter()
            .scan(0, |before, (count, _)| {
                let size = count - *before;
                *before = *count;
                Some(size)
            })
            .collect();
        matches!(sizes.as_slice(), [2, 2, 4, ..] | [2, 2, 2] | [2, 2])
            && self.separators.iter().take(2).all(|sign| matches!(sign.as_str(), "." | "-" | "/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Kind, String)> {
        let folded = Folded::new(text);
        let mut found = Found::default();
        let contacts = Contacts::new();
        contacts.find_mails(&folded, Language::Finnish, &mut found);
        contacts.find_numbers(&folded, Language::Finnish, &mut found);
        let findings = found.in_order();
        findings.iter().map(|found| (found.kind, text[found.span.clone()].to_owned())).collect()
    }

    #[test]
    fn numbers_of_people_are_found_in_every_layout() {
        for number in [
            "040 123 4567",
            "0401234567",
            "040-1234567",
            "+358 40 123 4567",
            "+358401234567",
            "(09) 123 4567",
            "09 123 4567",
            "019-123456",
            "044/1234567",
            "041.123.4567",
            "0 4 0 1 2 3 4 5 6 7",
            "00358 40 1234567",
            "+46 70-123 45 67",
            "070-123 45 67",
            "+358 (0)40 1234567",
            "O40 1234567",
            "358 40 1234567",
            "358401234567",
            "０４０１２３４５６７",
            "040\u{a0}123\u{a0}4567",
        ] {
            let text = format!("Soita {number}, kiitos");
            assert_eq!(found(&text), [(Kind::Phone, number.to_owned())], "{number}");
        }
    }

    #[test]
    fn numbers_in_words_are_found() {
        for number in [
            "nolla neljäkyt yks kaks kolme nelonen viis kutonen seiska",
            "noll sju tre, åtta ett fyra nio två två",
            "oh five oh, one two three four five six",
        ] {
            let text = format!("Vastaan kyllä, {number}!");
            let folded = Folded::new(&text);
            let mut found = Found::default();
            Contacts::new().find_spelled(&folded, Language::Finnish, &mut found);
            let spans = found.in_order();
            assert_eq!(spans.iter().map(|it| &text[it.span.clone()]).collect::<Vec<_>>(), [number]);
        }
        let folded = Folded::new("Nolla kolme kaksi, voitettiin. Noll poäng. Zero two one.");
        let mut found = Found::default();
        Contacts::new().find_spelled(&folded, Language::Finnish, &mut found);
        assert!(found.in_order().is_empty());
    }

    #[test]
    fn an_area_code_may_stand_before_a_short_group_after_a_word_for_numbers() {
        let number = "019-24 318";
        assert_eq!(found(&format!("Numret är {number}, ring")), [(Kind::Phone, number.to_owned())]);
    }

    #[test]
    fn other_numbers_are_no_telephones() {
        for text in [
            "05.12.2024",
            "klo 08-16",
            "0,55 €/km",
            "112 ja 116117",
            "09.10.",
            "1.5.2026",
            "palvelunumero 0800 123 456",
            "vaihde 020 123 4567",
            "lisä +15 000 €",
            "00100 Helsinki",
            "2.4. 040",
            "ISBN 978-951-0-12345-6",
            "05-12-2024",
            "06.12.2024–08.12.2024",
            "Tilausnumero on 0401234567",
            "viite: 0501234567",
            "Fakturanummer 0701234567",
            "Our ticket no. 0441234567 is open",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn mail_is_found_however_the_sign_is_written() {
        for mail in [
            "a.b@example.com",
            "a.b (at) example.com",
            "a.b(ät)example.com",
            "a.b ät example.fi",
            "a.b at gmail.com",
            "a dot b at gmail dot com",
        ] {
            assert_eq!(found(&format!("osoite {mail}.")), [(Kind::Mail, mail.to_owned())]);
        }
        assert!(found("info@example.com ja @Kahvikissa ja look at example.com").is_empty());
    }

    #[test]
    fn account_numbers_are_found_by_length_and_check_digits() {
        for iban in [
            "FI21 1234 5600 0007 85",
            "fi2112345600000785",
            "EE38 2200 2210 2014 5685",
            "DE89370400440532013000",
        ] {
            assert_eq!(found(&format!("tili {iban}.")), [(Kind::Iban, iban.to_owned())]);
        }
        assert!(found("DE88370400440532013000 FI21 1234").is_empty());
    }
}
