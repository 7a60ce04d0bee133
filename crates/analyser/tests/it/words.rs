//! Where words begin and end, on the sentences.

use kafferum_analyser::words;

/// Texts of plain letters take a shorter way than those with any other sign.
#[test]
fn plain_letters_part_as_unicode_has_it() {
    const OTHER: char = '☕';
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
    let mut sentences = 0;
    for language in ["fi", "sv", "en", "et", "ru"] {
        let file = std::fs::read_to_string(format!("{folder}/sentences-{language}.tsv"));
        for text in file.unwrap().lines().filter_map(|line| line.split('\t').nth(1)) {
            let with_other = format!("{text} {OTHER}");
            assert!(words(text).eq(words(&with_other)), "{text}");
            sentences += 1;
        }
    }
    assert!(sentences > 4000, "{sentences}");
}
