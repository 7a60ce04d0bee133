//! Words that say nothing by themselves. They are indexed like others and
//! left out of queries that have other words: nobody looks for them, and
//! nearly every text has them.

use crate::texts::Lang;

/// The most frequent function words of each language, from frequency lists of
/// everyday text.
const FINNISH: &[&str] = &[
    "ja",
    "on",
    "ei",
    "että",
    "se",
    "oli",
    "olla",
    "ole",
    "en",
    "et",
    "emme",
    "ette",
    "eivät",
    "hän",
    "minä",
    "sinä",
    "me",
    "te",
    "he",
    "ne",
    "nämä",
    "tämä",
    "tuo",
    "joka",
    "jos",
    "kun",
    "niin",
    "kuin",
    "mutta",
    "tai",
    "vai",
    "myös",
    "vielä",
    "nyt",
    "sitten",
    "sen",
    "siitä",
    "siinä",
    "mitä",
    "mikä",
    "miten",
    "missä",
    "onko",
    "saako",
    "voiko",
    "pitääkö",
    "minun",
    "sinun",
    "mun",
    "sun",
    "mä",
    "sä",
    "ovat",
    "olen",
    "olet",
    "olemme",
    "olisi",
    "vain",
    "jo",
    "eli",
    "koska",
    "kanssa",
];
const SWEDISH: &[&str] = &[
    "och", "att", "det", "är", "en", "ett", "i", "på", "som", "för", "av", "med", "till", "den",
    "har", "de", "inte", "om", "jag", "du", "han", "hon", "vi", "ni", "man", "var", "så", "men",
    "kan", "ska", "från", "eller", "när", "hur", "vad", "min", "din", "sin", "mig", "dig", "får",
    "vid", "också", "bara", "där", "här", "nu", "då",
];
const ENGLISH: &[&str] = &[
    "the", "a", "an", "and", "or", "of", "to", "in", "is", "are", "was", "be", "been", "it",
    "that", "this", "for", "on", "with", "as", "at", "by", "i", "you", "he", "she", "we", "they",
    "my", "your", "our", "me", "do", "does", "did", "not", "but", "if", "so", "what", "how",
    "when", "where", "can", "will", "would", "have", "has", "had", "from", "about",
];

fn list(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Fi => FINNISH,
        Lang::Sv => SWEDISH,
        Lang::En => ENGLISH,
    }
}

/// Whether a word in lower case says nothing by itself in this language.
pub(super) fn is_one(lang: Lang, word: &str) -> bool {
    list(lang).contains(&word)
}
