//! Personal identity codes of Finland, Sweden and Estonia.
//!
//! A code is looked for by its shape and a date that can be. Whether its
//! control character must be right depends on what else has that shape:
//! - Finnish with a letter at its end (`131052-308T`): the shape alone, since
//!   nothing else is written so, and a code with a slip of the pen tells the
//!   day of birth and nearly the code.
//! - Finnish without the sign of the century: the control must be right, and
//!   a letter.
//! - Finnish with a digit at its end, and Swedish: case and invoice numbers
//!   look alike, so the control must be right, or a word before it must say
//!   what it is.
//! - Estonian: any long number looks alike, so the control must be right.

use kafferum_analyser::Language;
use regex::{Captures, Regex};

use crate::folded::Folded;
use crate::neutral;
use crate::{Found, Kind};

/// Control characters, by the remainder of division by 31.
const CONTROLS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// Words that say that a code follows.
const CUES: &[&str] = &[
    "hetu",
    "henkilötun",
    "henkilötunnus",
    "sotu",
    "sosiaaliturvatun",
    "personbeteckn",
    "personnummer",
    "personnumret",
    "samordningsnummer",
    "isikukood",
    "identity",
    "personal id",
    "ssn",
    "syntymäaika ja",
];

/// What codes look like.
pub struct Codes {
    finnish: Regex,
    swedish: Regex,
    estonian: Regex,
}

impl Codes {
    #[expect(clippy::expect_used, reason = "the patterns are part of the program")]
    pub fn new() -> Self {
        let regex = |pattern| Regex::new(pattern).expect("the pattern is right");
        Self {
            finnish: regex(
                r"(?i-u:(\d\d)[ .]?(\d\d)[ .]?(\d\d) ?([-+A-FU-Y]?) ?(\d{3}) ?([0-9A-FHJ-NPR-Y]))",
            ),
            swedish: regex(r"(?-u:(\d\d)?(\d\d) ?(\d\d) ?(\d\d) ?([-+]?) ?(\d{4}))"),
            estonian: regex(r"(?-u:[1-8](\d\d)(\d\d)(\d\d) ?\d{4})"),
        }
    }

    pub fn find(&self, folded: &Folded, language: Language, found: &mut Found) {
        self.find_by(&self.finnish, folded, language, found, is_finnish);
        self.find_by(&self.swedish, folded, language, found, is_swedish);
        self.find_by(&self.estonian, folded, language, found, is_estonian);
    }

    fn find_by(
        &self,
        shape: &Regex,
        folded: &Folded,
        language: Language,
        found: &mut Found,
        is_code: fn(&Captures<'_>, bool) -> bool,
    ) {
        let mut at = 0;
        while let Some(parts) = shape.captures_at(&folded.text, at) {
            let Some(whole) = parts.get(0) else { return };
            let span = whole.range();
            let has_cue = has_cue(folded.before(span.start));
            if folded.is_apart(&span) && is_code(&parts, has_cue) {
                at = span.end;
                let neutral = neutral::of_kind(Kind::IdentityCode, language).to_owned();
                found.add(folded.origin(span), Kind::IdentityCode, neutral);
            } else {
                // All that a code begins with is one byte long.
                at = span.start + 1;
            }
        }
    }
}

fn has_cue(before: &str) -> bool {
    let before = before.to_lowercase();
    CUES.iter().any(|cue| before.contains(cue))
}

fn number(parts: &Captures<'_>, group: usize) -> Option<u32> {
    parts.get(group)?.as_str().parse().ok()
}

fn is_day(day: Option<u32>, month: Option<u32>) -> bool {
    day.is_some_and(|day| (1..=31).contains(&day))
        && month.is_some_and(|month| (1..=12).contains(&month))
}

fn is_finnish(parts: &Captures<'_>, has_cue: bool) -> bool {
    let (day, month, year) = (number(parts, 1), number(parts, 2), number(parts, 3));
    let (Some(day), Some(month), Some(year)) = (day, month, year) else { return false };
    let (Some(own), Some(control)) = (number(parts, 5), parts.get(6)) else { return false };
    if !is_day(Some(day), Some(month)) {
        return false;
    }
    let Some(given) = control.as_str().bytes().next() else { return false };
    let has_sign = parts.get(4).is_some_and(|sign| !sign.as_str().is_empty());
    let has_letter = given.is_ascii_alphabetic();
    if has_sign && (has_letter || has_cue) {
        return true;
    }
    let whole = ((day * 100 + month) * 100 + year) * 1000 + own;
    let is_right = CONTROLS.get((whole % 31) as usize) == Some(&given.to_ascii_uppercase());
    is_right && (has_sign || has_letter)
}

fn is_swedish(parts: &Captures<'_>, has_cue: bool) -> bool {
    if number(parts, 1).is_some_and(|century| !(18..=20).contains(&century)) {
        return false;
    }
    // A coordination number has 60 added to its day.
    let day = number(parts, 4).map(|day| if day > 60 { day - 60 } else { day });
    if !is_day(day, number(parts, 3)) {
        return false;
    }
    let digits: String = [2, 3, 4, 6]
        .iter()
        .filter_map(|group| parts.get(*group))
        .map(|part| part.as_str())
        .collect();
    let has_sign = parts.get(5).is_some_and(|sign| !sign.as_str().is_empty());
    is_luhn(&digits) || has_cue && has_sign
}

/// Whether a number is right by Luhn's sum.
fn is_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|digit| digit.to_digit(10))
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_estonian(parts: &Captures<'_>, _: bool) -> bool {
    if !is_day(number(parts, 3), number(parts, 2)) {
        return false;
    }
    let Some(whole) = parts.get(0) else { return false };
    let digits: Vec<u32> = whole.as_str().chars().filter_map(|digit| digit.to_digit(10)).collect();
    let Some((last, first)) = digits.split_last() else { return false };
    let remainder = |weights: [u32; 10]| {
        first.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
    };
    let mut control = remainder([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]);
    if control == 10 {
        control = remainder([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
    }
    if control == 10 {
        control = 0;
    }
    control == *last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let folded = Folded::new(text);
        let mut found = Found::default();
        Codes::new().find(&folded, Language::Finnish, &mut found);
        found.in_order().iter().map(|finding| text[finding.span.clone()].to_owned()).collect()
    }

    #[test]
    fn finnish_codes_of_every_century_are_found() {
        for sign in "+-YXWVUABCDEF".chars() {
            let code = format!("131052{sign}308T");
            assert_eq!(found(&format!("tunnus {code}, ok")), [code]);
        }
        assert_eq!(found("131052a308t"), ["131052a308t"]);
        assert_eq!(found("１３１０５２－308T"), ["１３１０５２－308T"]);
        assert_eq!(found("13.10.52-308T"), ["13.10.52-308T"]);
        assert_eq!(found("131052308T"), ["131052308T"]);
    }

    #[test]
    fn what_only_looks_like_a_code_is_none() {
        assert!(found("320152-308T").is_empty());
        assert!(found("131052308U 0401234567").is_empty());
        assert!(found("131352-308T").is_empty());
        assert!(found("lasku 120524-1002").is_empty());
        assert!(found("64512345678").is_empty());
        assert!(found("1131052-308TX").is_empty());
        assert_eq!(found("hetu 120524-1002"), ["120524-1002"]);
    }

    #[test]
    fn swedish_and_estonian_codes_must_add_up() {
        assert_eq!(found("811228-9874"), ["811228-9874"]);
        assert_eq!(found("19811228-9874"), ["19811228-9874"]);
        assert_eq!(found("701063-2391"), ["701063-2391"]);
        assert!(found("811228-9875").is_empty());
        assert_eq!(found("37605030299"), ["37605030299"]);
        assert!(found("37605030298").is_empty());
    }
}
