//! The language of a text, by its smallest words.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use kafferum_analyser::Language;

use crate::tokens::Token;

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
const LANGUAGES: [(Language, &[&str]); 3] =
    [(Language::Finnish, FINNISH), (Language::Swedish, SWEDISH), (Language::English, ENGLISH)];

/// The smallest words, each with whether it is one of each language.
pub struct SmallWords(HashMap<&'static str, [bool; 3], RandomState>);

impl SmallWords {
    pub fn bundled() -> Self {
        let mut words: HashMap<_, [bool; 3], _> = HashMap::default();
        for (_, own) in LANGUAGES {
            for word in own {
                words.insert(*word, LANGUAGES.map(|(_, words)| words.contains(word)));
            }
        }
        Self(words)
    }

    /// Whether this is one of the smallest words of a language.
    pub fn is_of(&self, language: Language, word: &str) -> bool {
        let is_of = self.0.get(word);
        is_of.is_some_and(|is_of| {
            LANGUAGES.iter().zip(is_of).any(|((own, _), is_of)| *own == language && *is_of)
        })
    }

    /// The language of the text, or the hint if the words don't tell.
    pub fn language(&self, tokens: &[Token], hint: Language) -> Language {
        let mut counts = [0; 3];
        // Not the words of an address of a page.
        let is_apart = |token: &&Token| !matches!(token.before, Some('.' | '/' | '@'));
        for token in tokens.iter().filter(is_apart).take(MOST_WORDS) {
            let Some(is_of) = self.0.get(token.lower.as_str()) else { continue };
            for (count, is_of) in counts.iter_mut().zip(is_of) {
                *count += usize::from(*is_of);
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        let mut best = LANGUAGES.iter().zip(counts).filter(|(_, count)| *count == most);
        if most == 0 || best.clone().any(|((language, _), _)| *language == hint) {
            return hint;
        }
        best.next().map_or(hint, |((language, _), _)| *language)
    }
}
