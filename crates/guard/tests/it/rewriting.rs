//! The words in place of what was found.

use kafferum_analyser::Language;
use kafferum_guard::{Kind, rewrite, rewrite_marked};

use super::GUARD;

fn rewritten(language: Language, text: &str) -> String {
    rewrite(text, &GUARD.look(language, text))
}

#[test]
fn a_finnish_name_gives_way_to_a_pronoun_in_its_case() {
    for (text, wanted) in [
        ("Matilla on kova kipu öisin.", "Hänellä on kova kipu öisin."),
        ("Sain Matilta viestin.", "Sain häneltä viestin."),
        ("Avustan Mattia öisin.", "Avustan häntä öisin."),
        ("Työskentelen rouva Koskisen luona.", "Työskentelen erään henkilön luona."),
        ("Asiakkaani Pekka Laine ei pääse ylös.", "Asiakkaani ei pääse ylös."),
        ("Kerroin työkaverilleni Jennalle kaiken.", "Kerroin työkaverilleni kaiken."),
        ("Ahmedin veli soitti.", "Erään henkilön veli soitti."),
        ("Nimeni on Tarja Pöntinen.", "Nimeni on [nimi]."),
        ("Matti soitti ja Liisalle vastattiin.", "Hän soitti ja toiselle henkilölle vastattiin."),
    ] {
        assert_eq!(rewritten(Language::Finnish, text), wanted);
    }
}

#[test]
fn swedish_and_english_keep_the_genitive() {
    for (language, text, wanted) in [
        (
            Language::Swedish,
            "Kalles mamma ringer varje kväll.",
            "Personens mamma ringer varje kväll.",
        ),
        (Language::Swedish, "Jag hjälper Björn Berg med maten.", "Jag hjälper personen med maten."),
        (Language::English, "Matti's wife is difficult.", "The person's wife is difficult."),
        (Language::English, "Mrs Koskinen is 82.", "The person is 82."),
    ] {
        assert_eq!(rewritten(language, text), wanted);
    }
}

#[test]
fn codes_and_numbers_give_way_to_what_they_are() {
    assert_eq!(
        rewritten(Language::Finnish, "Soita 040 123 4567 tai a.b@example.com."),
        "Soita [puhelinnumero] tai [sähköpostiosoite]."
    );
    assert_eq!(
        rewritten(Language::Swedish, "Hon bor på Storgatan 12 B 4 och är född 811228-9874."),
        "Hon bor på [adress] och är född [personbeteckning]."
    );
}

#[test]
fn of_a_combination_the_municipality_is_named_no_more() {
    let text = "Kuhmossa avustan MS-tautia sairastavaa miestä, yövuorot joka toinen viikonloppu.";
    let findings = GUARD.look(Language::Finnish, text);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].kind, Kind::Combination);
    let with: Vec<&str> = findings[0].with.iter().map(|span| &text[span.clone()]).collect();
    assert_eq!(with, ["MS-tautia", "yövuorot"]);
    let neutral = rewrite(text, &findings);
    assert!(neutral.starts_with("Pienellä paikkakunnalla avustan MS-tautia"), "{neutral}");
    assert!(GUARD.look(Language::Finnish, &neutral).is_empty());
    let pieces = rewrite_marked(text, &findings);
    assert!(pieces[0].is_neutral && !pieces[1].is_neutral && pieces.len() == 2);
}

#[test]
fn a_combination_needs_no_word_for_a_person() {
    for (language, text, place) in [
        (Language::Finnish, "Kuhmossa ALS ja viikonloput, ei sijaisia.", "Kuhmossa"),
        (Language::Finnish, "CPAP-kone ja yövuorot Posiolla, huh.", "Posiolla"),
        (Language::Swedish, "Elmopeden står i Houtskär varje tisdag.", "Houtskär"),
        (Language::English, "A ventilator in Puumala, and I do nights.", "Puumala"),
    ] {
        let findings = GUARD.look(language, text);
        assert_eq!(findings.len(), 1, "{text}");
        assert_eq!((findings[0].kind, &text[findings[0].span.clone()]), (Kind::Combination, place));
    }
    // An office is nobody's illness.
    let text = "Kuhmon vammaisneuvosto ja vammaispalvelut kokoustavat keskiviikkona klo 18.";
    assert!(GUARD.look(Language::Finnish, text).is_empty());
}

#[test]
fn whole_names_of_the_public_are_known_in_every_case_and_with_two_given_names() {
    for (language, text) in [
        (Language::Finnish, "Mitä Petteri Orpolle sanottiin ja Riikka Purran vastaus oli?"),
        (Language::Swedish, "Jag hörde Anna-Maja Henriksson på radion."),
        (Language::Finnish, "He kysyivät IBAN-numeroa ja asuvat Kallion puolella."),
    ] {
        assert!(GUARD.look(language, text).is_empty(), "{:?}", GUARD.look(language, text));
    }
    assert_eq!(GUARD.look(Language::English, "The Rautanens want me to cook.").len(), 1);
}

#[test]
fn what_was_rewritten_is_clean() {
    for text in [
        "Matti Virtanen asuu osoitteessa Koivukuja 3 ja hänen numeronsa on 040 123 4567.",
        "Kalles hetu är 131052-308T.",
        "Asiakkaani Pekka, rouva Koskinen ja Liisa.",
    ] {
        let neutral = rewritten(Language::Finnish, text);
        assert!(GUARD.look(Language::Finnish, &neutral).is_empty(), "{neutral}");
    }
}
