//! What a pseudonym may be: the name others see.

use unicode_security::{GeneralSecurityProfile, MixedScript};

use crate::fault::Refusal;
use crate::people::store::fold;

/// Shortest pseudonym, in characters.
pub const SHORTEST: usize = 2;
/// Longest pseudonym, in characters.
pub const LONGEST: usize = 30;

/// What names of offices hold, as [`skeleton`] writes them; and what stands
/// where a name was erased.
const OFFICES: [&str; 15] = [
    "moderat",
    "administr",
    "yiapit",
    "kaferum",
    "модератор",
    "администратор",
    "iuotamusm",
    "fortroendem",
    "tukihenki",
    "ombudsm",
    "puhenjohtaj",
    "ordforand",
    "entinenjasen",
    "tidigaremediem",
    "formermember",
];

/// Whole names that claim an office.
const WHOLE: [&str; 3] = ["admin", "toimisto", "system"];

/// A pseudonym must not give its owner away.
///
/// # Errors
/// A refusal at the field `pseudonym` when their family name stands in it.
pub fn must_hide(pseudonym: &str, family_name: &str) -> Result<(), Refusal> {
    let family_name = fold(family_name);
    if family_name.chars().count() > 2 && fold(pseudonym).contains(&family_name) {
        return Err(Refusal::new("pseudonym-own-name").at("pseudonym"));
    }
    Ok(())
}

/// Whether somebody may go by this name; that it is free is asked elsewhere.
///
/// # Errors
/// What is wrong with it, at the field `pseudonym`.
pub fn must_be_fit(pseudonym: &str) -> Result<(), Refusal> {
    let refuse = |key| Err(Refusal::new(key).at("pseudonym"));
    let length = pseudonym.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(Refusal::new("pseudonym-length")
            .with("least", SHORTEST)
            .with("most", LONGEST)
            .at("pseudonym"));
    }
    // Letters that no living language needs are there to look like others.
    let is_known = |letter: char| {
        (letter.is_alphanumeric() && letter.identifier_allowed()) || " -_.'".contains(letter)
    };
    if !pseudonym.chars().all(is_known) || !pseudonym.starts_with(char::is_alphanumeric) {
        return refuse("pseudonym-letters");
    }
    // The way to write a name that looks like somebody else's; a name wholly
    // in another alphabet is told by its likeness.
    if !pseudonym.is_single_script() {
        return refuse("pseudonym-scripts");
    }
    if claims_office(pseudonym) {
        return refuse("pseudonym-office");
    }
    Ok(())
}

fn claims_office(name: &str) -> bool {
    let skeleton = skeleton(name);
    OFFICES.iter().any(|office| skeleton.contains(office)) || WHOLE.contains(&skeleton.as_str())
}

/// The name as a hurried reader sees it: lower case, no marks, digits as the
/// letters they resemble, `l` and `i` as one, doubled letters single.
fn skeleton(name: &str) -> String {
    let plain = fold(name);
    let letters =
        plain.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| match letter {
            '0' | 'ö' | 'ò' | 'ó' | 'ô' | 'õ' | 'ø' => 'o',
            '1' | 'l' | 'í' | 'ì' | 'ï' | 'î' | 'ı' => 'i',
            '3' | 'é' | 'è' | 'ê' | 'ë' => 'e',
            '4' | 'ä' | 'å' | 'á' | 'à' | 'â' | 'ã' => 'a',
            '5' => 's',
            '7' => 't',
            'ý' | 'ÿ' | 'ü' => 'y',
            letter => letter,
        });
    let mut out = String::with_capacity(plain.len());
    for letter in letters {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{must_be_fit, must_hide};

    #[test]
    fn a_pseudonym_gives_nobody_away() {
        assert!(must_hide("Aamukaste", "Virtanen").is_ok());
        assert!(must_hide("Aino VIRTANEN", "Virtanen").is_err());
        assert!(must_hide("Kahvi", "Ah").is_ok());
    }

    #[test]
    fn a_pseudonym_is_short_plain_and_nobodys_office() {
        for (name, wanted) in [
            ("Aamukaste", None),
            ("Äiti 3", None),
            ("O'Brien", None),
            ("Badmintonpelaaja", None),
            ("Утро", None),
            ("Moderni", None),
            ("A", Some("pseudonym-length")),
            ("Aamukasteinen niittypolku illalla", Some("pseudonym-length")),
            ("_alku", Some("pseudonym-letters")),
            ("Aamu\u{202e}kaste", Some("pseudonym-letters")),
            ("Aamu\u{200b}kaste", Some("pseudonym-letters")),
            ("<b>Aamu</b>", Some("pseudonym-letters")),
            ("Аamukaste", Some("pseudonym-scripts")),
            ("Moderaattori", Some("pseudonym-office")),
            ("m0der4attori", Some("pseudonym-office")),
            ("Mo de ra tor", Some("pseudonym-office")),
            ("Ylläpito", Some("pseudonym-office")),
            ("yllapitäjä", Some("pseudonym-office")),
            ("Y1lapito", Some("pseudonym-office")),
            ("Adm1n", Some("pseudonym-office")),
            ("Модератор", Some("pseudonym-office")),
            ("Luottamusmies Lasse", Some("pseudonym-office")),
            ("Förtroendeman", Some("pseudonym-office")),
            ("Entinen jäsen", Some("pseudonym-office")),
            ("Ａａｍｕ", Some("pseudonym-letters")),
            ("\u{29f}umi", Some("pseudonym-letters")),
            ("Αамu", Some("pseudonym-scripts")),
            ("Αамо", Some("pseudonym-scripts")),
        ] {
            let found = must_be_fit(name).err().map(|refusal| refusal.key);
            assert_eq!(found, wanted, "{name}");
        }
    }
}
