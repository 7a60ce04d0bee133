//! Nothing that is typed and no damage to a dictionary ends in a panic or a
//! loop.

use std::sync::LazyLock;

use kafferum_analyser::{Analyser, Language, nearest, words};
use proptest::prelude::*;

use crate::terms::ANALYSER;

const DICTIONARY: &[u8] = include_bytes!("../../dictionaries/fi/mor.vfst");
const LANGUAGES: [Language; 5] = [
    Language::Finnish,
    Language::Swedish,
    Language::English,
    Language::Russian,
    Language::Estonian,
];
/// Words that lead through many states.
const WORDS: [&str; 8] = [
    "työehtosopimusneuvotteluissa",
    "irtisanottu",
    "Ison-Britannian",
    "kahdellekymmenelle",
    "EU:ssa",
    "20-vuotias",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "tuntematonzzz",
];

/// Where states begin; the symbols before them are damaged apart, since
/// most damage to them is refused.
static STATES: LazyLock<usize> = LazyLock::new(|| {
    let count = u16::from_le_bytes([DICTIONARY[16], DICTIONARY[17]]);
    let mut ends = DICTIONARY.iter().enumerate().skip(18).filter(|(_, byte)| **byte == 0);
    (ends.nth(usize::from(count) - 1).unwrap().0 + 1).next_multiple_of(8)
});

fn ask_everything(analyser: &Analyser, word: &str) {
    for language in LANGUAGES {
        analyser.terms(language, word);
        analyser.query_terms(language, word);
        analyser.knows(language, word);
        analyser.is_word(language, word);
        assert!(!analyser.base_forms(language, word).is_empty());
    }
    analyser.finnish_forms(word);
}

fn use_if_accepted(bytes: Vec<u8>) {
    if let Ok(analyser) = Analyser::with_finnish_dictionary(bytes) {
        for word in WORDS {
            analyser.terms(Language::Finnish, word);
            analyser.query_terms(Language::Finnish, word);
            assert!(!analyser.base_forms(Language::Finnish, word).is_empty());
            analyser.knows(Language::Finnish, word);
            analyser.is_word(Language::Finnish, word);
            analyser.finnish_forms(word);
        }
        analyser.suggestions(Language::Finnish, "lomapalka", 3);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_text_is_analysed(text in "\\PC{0,80}") {
        for word in words(&text) {
            prop_assert_eq!(&text[word.start..word.end], word.text);
            ask_everything(&ANALYSER, word.text);
        }
        ask_everything(&ANALYSER, &text);
    }

    #[test]
    fn any_letters_are_analysed(word in "[a-zåäöõüA-ZÅÄÖа-яё'’:&0-9-]{0,90}") {
        ask_everything(&ANALYSER, &word);
    }

    #[test]
    fn anything_has_suggestions_or_none(word in "[a-zäö:-]{0,40}") {
        let word: String = word;
        for language in LANGUAGES {
            prop_assert!(ANALYSER.suggestions(language, &word, 3).len() <= 3);
        }
    }

    #[test]
    fn any_text_has_nearest_words_and_suggestions_or_none(
        word in "\\PC{0,40}",
        others in prop::collection::vec("\\PC{0,12}", 0..20),
    ) {
        let near = nearest(&word, others.iter().map(String::as_str), 3);
        prop_assert!(near.len() <= 3);
        prop_assert!(near.iter().all(|near| others.iter().any(|other| other == near)));
        for language in LANGUAGES {
            ANALYSER.suggestions(language, &word, 3);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn damaged_states_are_survived(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..2_000)
    ) {
        let mut bytes = DICTIONARY.to_vec();
        for (place, byte) in damage {
            let length = bytes.len() - *STATES;
            bytes[*STATES + place.index(length)] = byte;
        }
        use_if_accepted(bytes);
    }

    #[test]
    fn damage_near_the_first_states_is_survived(
        damage in prop::collection::vec((0_usize..40_000, any::<u8>()), 1..4_000)
    ) {
        let mut bytes = DICTIONARY.to_vec();
        for (place, byte) in damage {
            bytes[*STATES + place] = byte;
        }
        use_if_accepted(bytes);
    }

    #[test]
    fn damaged_symbols_are_survived(
        damage in prop::collection::vec((16_usize..2_336, any::<u8>()), 1..8)
    ) {
        let mut bytes = DICTIONARY.to_vec();
        for (place, byte) in damage {
            bytes[place] = byte;
        }
        use_if_accepted(bytes);
    }

    #[test]
    fn a_dictionary_cut_short_is_survived(length in any::<prop::sample::Index>()) {
        use_if_accepted(DICTIONARY[..length.index(DICTIONARY.len())].to_vec());
    }

    #[test]
    fn a_head_cut_short_is_survived(length in 0_usize..4_000) {
        use_if_accepted(DICTIONARY[..length].to_vec());
    }

    #[test]
    fn random_states_are_survived(tail in prop::collection::vec(any::<u8>(), 0..60_000)) {
        let mut bytes = DICTIONARY[..*STATES].to_vec();
        bytes.extend(tail);
        use_if_accepted(bytes);
    }

    #[test]
    fn random_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..4_000)) {
        use_if_accepted(bytes);
    }
}

#[test]
fn a_dictionary_of_loops_is_survived() {
    // Every state reads and writes nothing and leads to the first one.
    let mut bytes = DICTIONARY[..*STATES].to_vec();
    bytes.extend([0, 0, 132, 0, 0, 0, 0, 1].repeat(64));
    use_if_accepted(bytes);
}
