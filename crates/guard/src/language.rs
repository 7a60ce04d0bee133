//! The language of a text, by its smallest words.

use kafferum_analyser::Language;

const FINNISH: &[&str] = &[
    "ja",
    "on",
    "ei",
    "että",
    "se",
    "hän",
    "mutta",
    "kun",
    "niin",
    "olen",
    "minä",
    "mun",
    "oli",
    "ovat",
    "tai",
    "jos",
    "myös",
    "kuin",
    "en",
    "eli",
    "nyt",
    "jo",
    "vain",
    "kanssa",
    "joka",
    "mitä",
    "miten",
    "onko",
    "ole",
    "minun",
    "hänen",
    "meillä",
    "minulla",
    "sitten",
    "avustan",
    "moi",
    "hei",
    "teen",
    "asiakas",
    "asiakkaani",
    "vaikka",
    "koska",
    "pitää",
    "voi",
    "sitä",
];
const SWEDISH: &[&str] = &[
    "och", "är", "att", "jag", "det", "som", "en", "ett", "på", "för", "med", "inte", "har", "den",
    "min", "mitt", "till", "av", "hon", "han", "vi", "ni", "men", "om", "så", "hej", "när", "hos",
    "hur", "vill", "du", "ditt", "din", "vad", "från", "eller", "sig", "kan", "ska", "varför",
    "mig", "var", "i",
];
const ENGLISH: &[&str] = &[
    "the", "and", "is", "i", "a", "to", "of", "in", "my", "not", "that", "it", "with", "for", "at",
    "he", "she", "was", "you", "have", "has", "do", "does", "on", "me", "his", "her", "are", "we",
    "this", "from", "but", "what", "who", "how", "an",
];
/// Words that are looked at; a text tells its language early.
const MOST_WORDS: usize = 400;

/// The language of the text, or the hint if the words don't tell.
pub fn of(text: &str, hint: Language) -> Language {
    let mut counts = [(Language::Finnish, 0), (Language::Swedish, 0), (Language::English, 0)];
    for word in text.split_whitespace().take(MOST_WORDS) {
        // Not the words of an address of a page.
        let word = word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        for ((_, count), words) in counts.iter_mut().zip([FINNISH, SWEDISH, ENGLISH]) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let is_best =
        |language| counts.iter().any(|(known, count)| *known == language && *count == most);
    if most == 0 || is_best(hint) {
        return hint;
    }
    counts.into_iter().find(|(_, count)| *count == most).map_or(hint, |(language, _)| language)
}
