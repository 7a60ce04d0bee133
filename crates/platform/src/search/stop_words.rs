//! Words that say nothing by themselves. They are indexed like others and
//! left out of queries that have other words: nobody looks for them, and
//! nearly every text has them.

use super::Language;
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

/// Estonian is told by these and no words are left out of queries for them:
/// *palju* or *see* may be a word of another language that somebody looks for.
/// Those that Finnish has as well count for both.
const ESTONIAN: &[&str] = &[
    "ja", "on", "ei", "oli", "olen", "et", "ma", "sa", "ta", "me", "te", "nad", "mina", "sina",
    "tema", "meie", "teie", "see", "seda", "selle", "need", "mis", "kes", "kus", "kui", "kuid",
    "aga", "või", "ning", "ka", "siis", "veel", "juba", "kas", "pole", "polnud", "nagu", "mitte",
    "väga", "minu", "sinu", "oma", "kõik", "üks", "siin", "nüüd", "sest", "saab", "peab", "oleks",
    "olnud", "mul", "sul", "tal", "meil", "mulle", "palju", "ära", "ainult", "kuidas", "miks",
    "ole", "olla", "olid", "oleme", "olete", "ise", "nii", "küll", "ega", "jah", "enam", "ikka",
    "sellest", "selles", "sellel", "selline", "neid", "nende", "teda", "midagi", "keegi", "igal",
    "tuleb", "näiteks", "muidugi", "lisaks", "praegu", "alati", "järgi", "järel", "pärast",
    "vahel", "poolt", "juures", "juurde", "kogu", "hea", "teha",
];

/// Languages that texts are told to be of by their function words.
pub(super) const TOLD: [Language; 4] =
    [Language::Finnish, Language::Swedish, Language::English, Language::Estonian];

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

/// Whether a word in lower case is a function word of this language.
pub(super) fn tells(language: Language, word: &str) -> bool {
    let words = match language {
        Language::Finnish => FINNISH,
        Language::Swedish => SWEDISH,
        Language::English => ENGLISH,
        Language::Estonian => ESTONIAN,
        Language::Russian => &[],
    };
    // No other language here writes õ, but in names.
    words.contains(&word) || (language == Language::Estonian && word.contains('õ'))
}
