//! Words that say nothing by themselves. They are indexed like others and
//! left out of queries that have other words: nobody looks for them, and
//! nearly every text has them.

use kafferum_analyser::Form;

use super::{Analyser, Language, language};
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

/// Question words, pronouns, modal verbs and what else a question is built
/// with, in their base forms: in every form of them they say nothing by
/// themselves. Forms that no dictionary has stand here too.
const FINNISH_ASKING: &[&str] = &[
    "minä",
    "sinä",
    "hän",
    "me",
    "te",
    "he",
    "se",
    "ne",
    "tämä",
    "tuo",
    "nämä",
    "nuo",
    "itse",
    "joku",
    "jokin",
    "joka",
    "mikä",
    "kuka",
    "ken",
    "kumpi",
    "kumpikin",
    "mikään",
    "kukaan",
    "millainen",
    "minkälainen",
    "kuinka",
    "miten",
    "miksi",
    "milloin",
    "koska",
    "missä",
    "mistä",
    "mihin",
    "minne",
    "moni",
    "monta",
    "montako",
    "paljon",
    "paljonko",
    "kauan",
    "kauanko",
    "ei",
    "entä",
    "entäs",
    "jotta",
    "vaikka",
    "sekä",
    "siis",
    "mulla",
    "sulla",
    "mulle",
    "sulle",
    "mua",
    "sua",
    "oon",
    "oot",
    "onks",
    "voiks",
    "saaks",
    "pitääks",
    "mitäs",
    "mikäs",
    "tän",
    "tää",
    "toi",
    "mut",
    "nii",
];
/// The verbs among them, of which forms that are nouns are looked for.
const FINNISH_ASKING_VERBS: &[&str] = &[
    "olla",
    "voida",
    "saada",
    "pitää",
    "täytyä",
    "haluta",
    "tarvita",
    "osata",
    "kannattaa",
    "joutua",
];
/// Words that share forms with those and are looked for.
const FINNISH_SAYING: &[&str] = &["saatava", "osa", "olka", "olo", "kannattaja"];
const SWEDISH_ASKING: &[&str] = &[
    "vem",
    "vems",
    "vilken",
    "vilket",
    "vilka",
    "varför",
    "vart",
    "varifrån",
    "hurdan",
    "hurudan",
    "mycket",
    "många",
    "länge",
    "mitt",
    "mina",
    "ditt",
    "dina",
    "sitt",
    "sina",
    "vår",
    "vårt",
    "våra",
    "er",
    "ert",
    "era",
    "oss",
    "dem",
    "henne",
    "honom",
    "hans",
    "hennes",
    "deras",
    "denna",
    "detta",
    "dessa",
    "mej",
    "dej",
    "sig",
    "sej",
    "vara",
    "varit",
    "vore",
    "bli",
    "blir",
    "blev",
    "blivit",
    "ha",
    "hade",
    "haft",
    "kunna",
    "kunde",
    "kunnat",
    "skulle",
    "måste",
    "bör",
    "borde",
    "vill",
    "ville",
    "vilja",
    "få",
    "fick",
    "fått",
    "behöver",
    "behöva",
    "behövde",
    "än",
    "ju",
    "väl",
    "någon",
    "något",
    "några",
    "ut",
    "upp",
];
const ENGLISH_ASKING: &[&str] = &[
    "who", "whom", "whose", "which", "why", "much", "many", "long", "often", "im", "i'm", "i've",
    "am", "being", "were", "mine", "yours", "his", "her", "hers", "him", "its", "ours", "us",
    "them", "their", "theirs", "these", "those", "there", "any", "some", "could", "should", "may",
    "might", "must", "shall", "need", "needs", "want", "wants", "get", "gets", "got", "don't",
    "doesn't", "can't", "isn't", "what's", "than", "then", "also", "just", "someone", "anyone",
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

fn lists(lang: Lang) -> [&'static [&'static str]; 2] {
    match lang {
        Lang::Fi => [FINNISH, FINNISH_ASKING],
        Lang::Sv => [SWEDISH, SWEDISH_ASKING],
        Lang::En => [ENGLISH, ENGLISH_ASKING],
    }
}

/// Whether a word says nothing by itself in this language: it stands here or, in
/// Finnish, is a form of a word that does. Verbs and pronouns of the others have
/// few forms, which all stand here.
pub(super) fn is_one(analyser: &Analyser, lang: Lang, word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    let stands = |word: &str| lists(lang).iter().any(|list| list.contains(&word));
    stands(&lower) || (lang == Lang::Fi && is_finnish_form(analyser, &lower))
}

fn is_finnish_form(analyser: &Analyser, lower: &str) -> bool {
    // Of what somebody knows (*osaaminen*) the dictionary gives the verb as the
    // base; a noun has a case. *Tarvittaessa* is how one is called to work.
    let is_of_time = lower.ends_with("essa") || lower.ends_with("essä");
    let forms = analyser.finnish_forms(lower);
    let says = |form: &Form| FINNISH_SAYING.contains(&form.base.as_str());
    let asks = |form: &Form| match form.base.as_str() {
        verb if FINNISH_ASKING_VERBS.contains(&verb) => form.case.is_none() && !is_of_time,
        base => FINNISH.contains(&base) || FINNISH_ASKING.contains(&base),
    };
    !forms.iter().any(says) && forms.iter().any(asks)
}

/// Whether a word is a function word of several of the pages' languages, so that
/// it tells none of them.
pub(super) fn is_shared(word: &str) -> bool {
    let lower = word.to_lowercase();
    Lang::ALL.iter().filter(|lang| tells(language(**lang), &lower)).count() > 1
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_is_built_with_says_nothing_in_any_form() {
        let analyser = Analyser::bundled();
        for (lang, words) in [
            (
                Lang::Fi,
                "kuinka paljonko milloin minulla mulla minulle saa saan saisinko voi voisinko pitää \
                 pitäisikö olisiko täytyykö kenelle kenen mistä mihin miksi meidän hänelle keneltä \
                 siihen tässä jonka Saako tarvitsenko haluan montako kauanko itselleni",
            ),
            (Lang::Sv, "hur vad vem vilken varför får måste kan skulle mitt vårt vara blir länge"),
            (Lang::En, "who which why am should could may do I'm my get how much long don’t"),
        ] {
            for word in words.split_whitespace() {
                let bases = analyser.base_forms(language(lang), word);
                assert!(is_one(&analyser, lang, word), "{word}: {bases:?}");
            }
        }
    }

    #[test]
    fn what_may_be_a_form_of_another_word_says_something() {
        let analyser = Analyser::bundled();
        for word in [
            "tuonti",
            "saanti",
            "saatavat",
            "osaa",
            "palkka",
            "teetä",
            "loma",
            "lön",
            "semester",
            "pay",
            "notice",
            "sick",
            "dom",
            "osaaminen",
            "osaamisen",
            "pitäminen",
            "tarvittaessa",
            "joutuminen",
            "saaminen",
            "saamiset",
            "voimaan",
        ] {
            assert!(Lang::ALL.iter().all(|lang| !is_one(&analyser, *lang, word)), "{word}");
        }
    }
}
