//! Input that is made to deceive, to break or to take long.

use std::time::Instant;

use kafferum_analyser::Language;
use kafferum_guard::{Kind, rewrite};
use proptest::prelude::*;

use super::GUARD;

/// Whether all spans are of the text, in order and apart, and a text that is
/// rewritten is no worse for it.
fn assert_sound(text: &str) {
    for language in [Language::Finnish, Language::Swedish, Language::English] {
        let findings = GUARD.look(language, text);
        let mut at = 0;
        for finding in &findings {
            assert!(finding.span.start >= at && finding.span.end > finding.span.start);
            assert!(text.get(finding.span.clone()).is_some(), "{finding:?} in {text:?}");
            for span in &finding.with {
                assert!(text.get(span.clone()).is_some(), "{finding:?} in {text:?}");
            }
            at = finding.span.end;
        }
        let _ = rewrite(text, &findings);
    }
}

proptest! {
    #[test]
    fn any_text_is_looked_at_soundly(text in any::<String>()) {
        assert_sound(&text);
    }

    #[test]
    fn any_mixture_of_what_it_looks_for_is_looked_at_soundly(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "Matti", "Virtasen", "Anna", "131052-", "308T", "040", " 123", "4567", "+358", "(", ")",
                "FI21", " 1234 5600 0007 85", "@", "x", ".fi", " ät ", "Koivukuja", " 3", " A", ":ssa",
                "Kuhmossa", " MS-tauti", " yövuoro", " mies", "\u{200b}", "４", "Ａ", "ﬁ", "\u{301}",
                "**", "\n", " ", "’s", "-", ".", "ß", "İ", "٣", "🦊", "nen", "O", "l", "rouva ", "nimeni on ",
            ]),
            0..24,
        ),
    ) {
        assert_sound(&pieces.concat());
    }
}

#[test]
fn digits_in_disguise_are_found() {
    for text in [
        "Soita ０４０ １２３ ４５６７",
        "Soita 0\u{200b}40\u{a0}123\u{2009}4567",
        "Soita O4O 123 4567",
        "tunnus 131052\u{2013}308T",
        "tunnus 131052\u{ad}-308T",
        "tunnus 13.10.52-308T",
        "tunnus 𝟭𝟯𝟭𝟬𝟱𝟮-𝟯𝟬𝟴T",
        "tunnus 1️⃣3️⃣1️⃣0️⃣5️⃣2️⃣-3️⃣0️⃣8️⃣T",
    ] {
        let findings = GUARD.look(Language::Finnish, text);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        assert!(matches!(findings[0].kind, Kind::Phone | Kind::IdentityCode));
    }
}

#[test]
fn a_long_post_takes_milliseconds_and_a_hostile_one_not_a_second() {
    let sentence = "Avustan Mattia Kuhmossa, ja eilen Virtasen pyörätuoli hajosi yövuorossa. \
                    Soitin numeroon 040 123 4567, mutta kukaan ei vastannut ennen aamua. ";
    let _ = GUARD.look(Language::Swedish, "Björn och Åke är här");
    let post = sentence.repeat(20_000 / sentence.len());
    let started = Instant::now();
    assert!(!GUARD.look(Language::Finnish, &post).is_empty());
    println!("a post of {} bytes: {:?}", post.len(), started.elapsed());
    let different: String = (0..3_000)
        .map(|number| format!("Kaa{}la{} ", "lo".repeat(number % 9), number % 97))
        .collect();
    for hostile in [
        "0".repeat(20_000),
        "1 ".repeat(10_000),
        "Aaaaaa ".repeat(2_800),
        "A".repeat(20_000),
        "a.".repeat(10_000),
        "FI".repeat(10_000),
        "Anna-".repeat(4_000),
        "(0".repeat(10_000),
        "von Anna ".repeat(2_000),
        "Isokoskenlaaksonmäenrinteenkallionkatu ".repeat(500),
        different,
    ] {
        let started = Instant::now();
        let _ = GUARD.look(Language::Finnish, &hostile);
        let took = started.elapsed();
        println!("{:?}…: {took:?}", &hostile[..8]);
        // Ten times what it takes, for builds without optimisation.
        assert!(took.as_millis() < 2_000, "{:?}: {took:?}", &hostile[..8]);
    }
}

#[test]
fn what_an_emphasis_or_a_link_holds_is_found() {
    for (text, wanted) in [
        ("Avustan **Mattia** öisin", "Mattia"),
        ("Avustan _Mattia_ öisin", "Mattia"),
        ("> Avustan Mattia öisin", "Mattia"),
        ("- Matti soitti", "Matti"),
        ("# Matti Virtanen", "Matti Virtanen"),
        ("[kirjoita](mailto:a.b@example.com)", "a.b@example.com"),
    ] {
        let findings = GUARD.look(Language::Finnish, text);
        let found: Vec<&str> = findings.iter().map(|f| &text[f.span.clone()]).collect();
        assert_eq!(found, [wanted], "{text}");
    }
}
