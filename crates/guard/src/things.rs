//! Words around names that are those of things: of a firm, a street, a
//! foundation or a prize, which say nothing of anybody, and of what plants,
//! weather and times do.

use crate::public::begins;

/// What follows the name of a firm or an association.
const FIRMS: &[&str] =
    &["oy", "oyj", "ab", "abp", "ry", "rf", "ky", "ltd", "inc", "gmbh", "llc", "plc"];
/// Begins of words for what is named after somebody, in the genitive.
const NAMED: &[&str] = &[
    "säätiö",
    "rahasto",
    "palkin",
    "patsa",
    "aukio",
    "puisto",
    "sairaala",
    "sairaalo",
    "lukio",
    "yliopist",
    "ammattikorkea",
    "museo",
    "kirkko",
    "kirko",
    "seurakun",
    "hallitus",
    "hallituks",
    "menetelm",
    "asteik",
    "teoria",
    "opisto",
    "akatemia",
    "kappeli",
    "hoivakoti",
    "hoivakodi",
    "palvelutalo",
    "vanhainkoti",
    "vanhainkodi",
    "ryhmäkoti",
    "ryhmäkodi",
    "kartano",
    "apteek",
    "leipomo",
    "kahvila",
    "ravintola",
    "autokoulu",
    "katu",
    "kadu",
    "kuja",
    "kylä",
    "risteyks",
    "uimahalli",
    "terveysasem",
    "terveyskesk",
    "stiftelse",
    "torget",
    "sjukhus",
    "museum",
    "museet",
    "kyrka",
    "regering",
    "akademi",
    "staty",
    "församling",
    "servicehus",
    "äldreboende",
    "bageri",
    "gatan",
    "vägen",
    "fonden",
    "priset",
    "lagen",
    "foundation",
    "prize",
    "award",
    "street",
    "square",
    "hospital",
    "university",
    "academy",
    "government",
    "cabinet",
    "institute",
    "church",
    "bridge",
    "statue",
    "memorial",
    "avenue",
];
/// As those, but these alone and not what begins so.
const NAMED_EXACTLY: &[&str] = &[
    "laki", "lain", "lakia", "laissa", "lag", "law", "pris", "fond", "park", "method", "scale",
    "fund",
];
/// Begins of words for what may be somebody's own, but not that of one who
/// is named with given name and surname.
const NAMED_WHOLE: &[&str] = &[
    "koulu", "tie", "kirj", "romaani", "laulu", "musiikki", "musiiki", "runo", "elokuva",
    "näytelm", "sinfonia", "maalau", "teos", "teoks", "tuotanto", "polku", "polul", "roman", "bok",
    "böck", "sång", "låt", "musik", "film", "skola", "plats", "väg", "novel", "book", "song",
    "music", "school", "day",
];
/// Begins of words that end the names of organisations, with a capital
/// after a name: *Oiva Akatemia*.
const ORGANISATIONS: &[&str] = &[
    "akatemia",
    "hoiva",
    "palvelut",
    "säätiö",
    "klinikka",
    "clinic",
    "care",
    "group",
    "finland",
    "media",
    "market",
    "liitto",
    "yhdistys",
    "pankki",
    "academy",
    "center",
    "centre",
    "hotel",
    "hotelli",
    "cafe",
    "café",
    "bistro",
    "radio",
    "podcast",
    "foundation",
    "stiftelse",
    "förbund",
    "förening",
    "hospital",
    "arena",
    "areena",
    "house",
];
/// What plants, weather and times do, and people don't.
const DOINGS: &[&str] = &[
    "kasvaa",
    "kasvoi",
    "kasvavat",
    "kukkii",
    "kukki",
    "kukkivat",
    "kuihtuu",
    "kuihtui",
    "lakastuu",
    "lakastui",
    "puskee",
    "puski",
    "versoo",
    "versoi",
    "itää",
    "iti",
    "loppuu",
    "loppui",
    "jatkuu",
    "jatkui",
    "riittää",
    "riitti",
    "laantuu",
    "laantui",
    "paistaa",
    "paistoi",
    "sataa",
    "satoi",
    "puhaltaa",
    "puhalsi",
    "sulaa",
    "suli",
    "jäätyy",
    "jäätyi",
    "valkenee",
    "valkeni",
    "koittaa",
    "koitti",
    "puhkesi",
    "tuoksuu",
    "tuoksui",
    "haihtui",
    "ratkesi",
    "växer",
    "växte",
    "blommar",
    "blommade",
    "vissnar",
    "vissnade",
    "regnar",
    "blåser",
    "varar",
    "varade",
    "grows",
    "grew",
    "blooms",
    "bloomed",
    "lasts",
    "lasted",
    "fades",
    "faded",
    "smells",
];

/// Whether the name before it is that of a firm: *Oy*, *ry:n*.
pub fn is_firm(word: &str) -> bool {
    let word = word.split(':').next().unwrap_or(word);
    FIRMS.contains(&word)
}

/// Whether it ends the name of an organisation, if written with a capital.
pub fn is_organisation(word: &str) -> bool {
    begins(word, ORGANISATIONS)
}

/// Whether it is something that is named after somebody.
pub fn bears_names(word: &str) -> bool {
    begins(word, NAMED) || NAMED_EXACTLY.contains(&word)
}

/// Whether it is something that bears the whole name of somebody.
pub fn bears_whole_names(word: &str) -> bool {
    begins(word, NAMED_WHOLE)
}

/// Whether plants, weather and times do this, and people don't.
pub fn is_doing(word: &str) -> bool {
    DOINGS.contains(&word)
}
