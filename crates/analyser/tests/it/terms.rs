//! What words are found by.

use std::sync::LazyLock;

use kafferum_analyser::{Analyser, DictionaryFault, Language, Tier, nearest, quality};

use Language::{English, Estonian, Finnish, Russian, Swedish};

pub static ANALYSER: LazyLock<Analyser> = LazyLock::new(Analyser::bundled);

/// The closest likeness of a word of a text to a word that is asked for.
fn found(language: Language, text: &str, query: &str) -> Option<Tier> {
    let asked = ANALYSER.query_terms(language, query);
    let terms = ANALYSER.terms(language, text);
    let same = terms.iter().filter(|term| asked.iter().any(|asked| asked.text == term.text));
    same.map(|term| term.tier).min()
}

fn tier_of(language: Language, text: &str, term: &str) -> Option<Tier> {
    let terms = ANALYSER.terms(language, text);
    terms.iter().find(|known| &*known.text == term).map(|term| term.tier)
}

#[test]
fn an_inflected_compound_is_found_by_any_form_of_it() {
    for query in ["lomapalkka", "lomapalkasta", "LOMAPALKKAANI", "lomapalkkojen"] {
        assert_eq!(found(Finnish, "lomapalkan", query), Some(Tier::Base), "{query}");
    }
}

#[test]
fn a_part_finds_the_compound_and_the_compound_not_the_part() {
    assert_eq!(found(Finnish, "lomapalkasta", "palkka"), Some(Tier::Part));
    assert_eq!(found(Finnish, "lomapalkasta", "lomien"), Some(Tier::Part));
    assert_eq!(found(Finnish, "palkasta", "lomapalkka"), None);
    assert_eq!(found(Finnish, "työehtosopimusneuvotteluissa", "työehtosopimus"), Some(Tier::Part));
    assert_eq!(found(Swedish, "kollektivavtalets", "avtal"), Some(Tier::Part));
}

#[test]
fn forms_of_a_verb_its_participles_and_its_noun_find_each_other() {
    let forms = ["irtisanoa", "irtisanottiin", "irtisanottu", "irtisanominen", "irtisanotuille"];
    for text in forms {
        for query in forms {
            assert!(found(Finnish, text, query) <= Some(Tier::Root), "{text} by {query}");
            assert!(found(Finnish, text, query).is_some(), "{text} by {query}");
        }
    }
}

#[test]
fn a_word_in_small_letters_is_no_name_unless_it_can_be_nothing_else() {
    assert_eq!(found(Finnish, "päivien", "Päivi"), None);
    assert_eq!(found(Finnish, "Päivin", "päivi"), Some(Tier::Base));
    assert_eq!(found(Finnish, "helsingissä", "Helsinki"), Some(Tier::Base));
}

#[test]
fn unknown_names_are_found_in_their_cases() {
    for form in ["Theronin", "Theronille", "Theronia", "Theronista", "Theron"] {
        assert!(found(Finnish, form, "Theron").is_some(), "{form}");
    }
    assert!(ANALYSER.base_forms(Finnish, "Theronille").contains(&"theron".to_owned()));
    assert_eq!(ANALYSER.base_forms(Finnish, "Virtaselle"), ["virtanen"]);
}

#[test]
fn hyphens_colons_and_ampersands_hold_a_word_together() {
    assert_eq!(found(Finnish, "tes-neuvotteluissa", "tes-neuvottelut"), Some(Tier::Base));
    assert_eq!(found(Finnish, "tes-neuvotteluissa", "neuvottelu"), Some(Tier::Part));
    assert_eq!(found(Finnish, "H&M:n", "H&M"), Some(Tier::Base));
    assert_eq!(found(Finnish, "EU:ssa", "eu"), Some(Tier::Base));
    assert_eq!(found(Swedish, "EU:s", "EU"), Some(Tier::Base));
    assert_eq!(found(English, "part-time", "time"), Some(Tier::Part));
    assert_eq!(found(Finnish, "vaa’an", "vaaka"), Some(Tier::Base));
}

#[test]
fn swedish_forms_are_found_by_their_base_form() {
    for (form, base) in [
        ("förhandlingarna", "förhandling"),
        ("arbetsgivarens", "arbetsgivare"),
        ("böckerna", "bok"),
        ("skrev", "skriva"),
        ("större", "stor"),
        ("avtalat", "avtala"),
    ] {
        assert!(found(Swedish, form, base) <= Some(Tier::Base), "{form}");
        assert!(found(Swedish, form, base).is_some(), "{form}");
    }
}

#[test]
fn the_other_languages_are_stemmed() {
    assert_eq!(found(English, "unions", "union"), Some(Tier::Base));
    assert_eq!(found(English, "women", "woman"), Some(Tier::Base));
    assert_eq!(found(Russian, "профсоюза", "профсоюз"), Some(Tier::Base));
    assert_eq!(found(Estonian, "raamatute", "raamatud"), Some(Tier::Base));
}

#[test]
fn a_stem_never_meets_a_word() {
    assert_eq!(tier_of(English, "arguing", "_argu"), Some(Tier::Base));
    assert_eq!(tier_of(English, "arguing", "argu"), None);
}

#[test]
fn terms_are_few_short_and_each_there_once() {
    let long = "epäjärjestelmällistyttämättömyydellänsäkäänköhän".repeat(9);
    for word in [long.as_str(), "työehtosopimusneuvotteluissa", "a-b-c-d-e-f-g-h-i-j", "", "-", "’"]
    {
        for language in [Finnish, Swedish, English, Russian, Estonian] {
            let terms = ANALYSER.terms(language, word);
            assert!(terms.len() <= 32, "{word}");
            assert!(terms.iter().all(|term| term.text.chars().count() <= 65), "{word}");
            assert!(terms.is_sorted_by_key(|term| term.tier), "{word}");
            let mut texts: Vec<_> = terms.iter().map(|term| &term.text).collect();
            texts.sort();
            texts.dedup();
            assert_eq!(texts.len(), terms.len(), "{word}");
        }
    }
}

#[test]
fn misspelled_words_have_suggestions() {
    let first = |language, word| ANALYSER.suggestions(language, word, 5);
    assert!(first(Finnish, "lomapalka").contains(&"lomapalkka".to_owned()));
    assert!(first(Finnish, "irtisannotun").contains(&"irtisanotun".to_owned()));
    assert_eq!(first(Finnish, "tyoehtosopimus").first().unwrap(), "työehtosopimus");
    assert_eq!(first(Swedish, "kollektivavtall").first().unwrap(), "kollektivavtal");
    assert!(first(English, "unoin").is_empty());
    assert_eq!(nearest("unoin", ["strike", "union"], 5), ["union"]);
}

#[test]
fn every_suggestion_is_a_known_word_and_another_than_was_asked() {
    for word in ["palkak", "kisaa", "työsopimukssessa", "luottamusmeis", "aa"] {
        let suggestions = ANALYSER.suggestions(Finnish, word, 10);
        assert!(suggestions.len() <= 10);
        for suggestion in suggestions {
            assert!(ANALYSER.knows(Finnish, &suggestion), "{suggestion}");
            assert_ne!(suggestion, word);
        }
    }
}

#[test]
fn another_finnish_dictionary_must_be_one() {
    let fault = Analyser::with_finnish_dictionary(&b"not a dictionary"[..]).err();
    assert_eq!(fault, Some(DictionaryFault::NotATransducer));
    let bytes = include_bytes!("../../dictionaries/fi/mor.vfst").to_vec();
    let analyser = Analyser::with_finnish_dictionary(bytes).unwrap();
    assert!(analyser.knows(Finnish, "palkka"));
}

/// The least that search must do, in percent: recall and precision of the
/// close tiers. Parts are measured with all tiers.
#[test]
fn words_of_real_sentences_are_found_again() {
    let finnish = include_str!("../data/sentences-fi.tsv");
    let swedish = include_str!("../data/sentences-sv.tsv");
    let percent = |share: f64| share * 100.0;
    let figures = quality::measure(&ANALYSER, Finnish, finnish).unwrap();
    let [base, inflected, part] = figures.as_slice() else { panic!("three kinds of queries") };
    assert!(percent(base.close.recall) >= 96.0, "{base:?}");
    assert!(percent(base.close.precision) >= 85.0, "{base:?}");
    assert!(percent(inflected.close.recall) >= 95.0, "{inflected:?}");
    assert!(percent(part.all.recall) >= 78.0, "{part:?}");
    let figures = quality::measure(&ANALYSER, Swedish, swedish).unwrap();
    let [base, inflected] = figures.as_slice() else { panic!("two kinds of queries") };
    assert!(percent(base.close.recall) >= 95.0, "{base:?}");
    assert!(percent(inflected.close.recall) >= 88.0, "{inflected:?}");
}
