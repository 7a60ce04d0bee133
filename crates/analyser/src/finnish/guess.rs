//! Guesses at the nominative of a word that no dictionary knows, mostly a
//! foreign name. Snowball cuts *Theronin* to *theron* but *Theron* to
//! *thero*; among the guesses of both is *theron*.

/// Endings of the cases, longest first where one ends in another.
const ENDINGS: [&str; 26] = [
    "issa", "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille", "iksi", "ssa", "ssä",
    "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "hin", "in", "ia", "iä", "n", "a",
];
/// Letters that stay.
const LEAST: usize = 3;

/// The word itself, and the word without its ending in the ways that it can
/// be cut; at most four.
pub fn nominatives(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    if let Some(stem) = cut.filter(|stem| stem.chars().count() >= LEAST) {
        found.push(stem.to_owned());
        if let Some(stem) = stem.strip_suffix('i') {
            found.push(stem.to_owned());
        }
        // Kalymnos: Kalymnoksen, Kalymnoksessa.
        if let Some(stem) = stem.strip_suffix("kse") {
            found.push(format!("{stem}s"));
        }
    }
    found
}
