//! What one word may be, by the dictionary and the lists.

use kafferum_analyser::{Case, Language, Sort};

use crate::Guard;

/// What a word may be.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The name in its base form, in lower case.
    pub base: String,
    pub case: Case,
    /// Has the ending of a Swedish or English genitive.
    pub is_genitive: bool,
    pub is_given: bool,
    pub is_surname: bool,
    /// The name of a place by the dictionary.
    pub is_place: bool,
    /// A municipality, and whether small.
    pub town: Option<bool>,
    /// The name of something else by the dictionary.
    pub is_other: bool,
    /// A word that is no name, in the text's language.
    pub is_word: bool,
    /// A form of a word that is not spelled as the name is: *Annan*.
    pub is_other_word: bool,
    /// In the lists, so one that many people have.
    pub is_common: bool,
    /// Known to neither the dictionary nor the lists.
    pub is_unknown: bool,
    /// Never a name here.
    pub is_never: bool,
}

impl Reading {
    fn nothing(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            case: Case::Nominative,
            is_genitive: false,
            is_given: false,
            is_surname: false,
            is_place: false,
            town: None,
            is_other: false,
            is_word: false,
            is_other_word: false,
            is_common: false,
            is_unknown: false,
            is_never: false,
        }
    }

    /// Whether people have this name.
    pub fn is_name(&self) -> bool {
        self.is_given || self.is_surname
    }

    /// Whether it is a municipality.
    pub fn is_town(&self) -> bool {
        self.town.is_some()
    }

    /// Whether it is a place in a case that says where.
    pub fn is_local(&self) -> bool {
        self.is_place && is_inner(self.case)
    }

    /// Of a name that a place or a thing has too: whether it is rather that
    /// of a person.
    pub fn is_person_rather(&self, is_first: bool) -> bool {
        let may_be_word = self.is_word && is_first;
        self.is_common && self.town.is_none() && !is_inner(self.case) && !may_be_word
    }
}

/// The cases in which places say where something is. People seldom stand in
/// them.
fn is_inner(case: Case) -> bool {
    matches!(case, Case::Inessive | Case::Elative | Case::Illative)
}

/// Reads a word in lower case; asks the dictionary about it only if it may.
pub fn reading(guard: &Guard, language: Language, word: &str, may_ask: bool) -> Option<Reading> {
    const MOST_LETTERS: usize = 40;
    if word.chars().nth(MOST_LETTERS).is_some() {
        return None;
    }
    let mut reading = match language {
        Language::Swedish | Language::English => western(guard, language, word, may_ask),
        _ => finnish(guard, word, may_ask),
    };
    reading.town = guard.lists.municipality(&reading.base);
    reading.is_place |= reading.is_town();
    reading.is_never = guard.lists.is_not_name(&reading.base) || guard.lists.is_not_name(word);
    Some(reading)
}

/// A word of a Finnish text.
fn finnish(guard: &Guard, word: &str, may_ask: bool) -> Reading {
    let forms = if may_ask { guard.analyser.finnish_forms(word) } else { Vec::new() };
    let mut reading = Reading::nothing(word);
    for form in &forms {
        let is_new = match form.sort {
            Sort::GivenName => !std::mem::replace(&mut reading.is_given, true),
            Sort::Surname => !std::mem::replace(&mut reading.is_surname, true),
            sort => {
                reading.is_place |= sort == Sort::Place;
                reading.is_other |= sort == Sort::OtherName;
                reading.is_word |= sort == Sort::Word;
                false
            }
        };
        if is_new && (form.sort == Sort::GivenName || !reading.is_given) {
            reading.base.clone_from(&form.base);
            reading.case = form.case.unwrap_or(Case::Nominative);
        }
    }
    if !reading.is_name() {
        if let Some(form) = forms.iter().find(|form| form.sort == Sort::Place) {
            reading.base.clone_from(&form.base);
            reading.case = form.case.unwrap_or(Case::Nominative);
        } else if let Some(form) = forms.first() {
            reading.base.clone_from(&form.base);
        }
    }
    let lists = &guard.lists;
    if lists.is_given(word) && !lists.is_given(&reading.base) {
        // Kaarina is one name, not a form of Kaari.
        reading.is_given = true;
        (reading.base, reading.case) = (word.to_owned(), Case::Nominative);
    }
    reading.is_common = lists.is_given(&reading.base) || lists.is_surname(&reading.base);
    reading.is_other_word =
        forms.iter().any(|form| form.sort == Sort::Word && form.base != reading.base);
    if lists.is_rather_name(&reading.base) {
        reading.is_word = false;
        reading.is_given = true;
    }
    if reading.is_name() {
        // Each knows some that the other does not.
        reading.is_surname |= lists.is_surname(&reading.base);
        reading.is_given |= lists.is_given(&reading.base);
        return reading;
    }
    let is_short = |base: &str| reading.is_word && base.chars().count() < 4;
    if let Some((base, case)) = listed(guard, word).filter(|(base, _)| !is_short(base)) {
        reading.is_given = lists.is_given(&base);
        reading.is_surname = lists.is_surname(&base);
        reading.is_common = true;
        (reading.base, reading.case) = (base, case);
    } else if forms.is_empty() {
        reading.is_unknown = true;
        if let Some((base, case)) = nen(word) {
            reading.is_surname = true;
            (reading.base, reading.case) = (base, case);
        }
    }
    reading
}

/// A word of a Swedish or English text.
fn western(guard: &Guard, language: Language, word: &str, may_ask: bool) -> Reading {
    let lists = &guard.lists;
    // "Kalles", and "the Korhonens".
    let bare = || {
        let stem = word.strip_suffix('s');
        stem.filter(|stem| language == Language::Swedish || stem.ends_with("nen"))
    };
    let stem = word.strip_suffix("'s").or_else(bare).filter(|stem| stem.len() > 2);
    let mut reading = Reading::nothing(word);
    for (name, is_genitive) in [(Some(word), false), (stem, true)] {
        let Some(name) = name.map(|name| name.trim_end_matches('\'')) else { continue };
        let first = name.split('-').next().unwrap_or(name);
        let is_double =
            first.len() < name.len() && name.split('-').all(|piece| lists.is_given(piece));
        reading.is_given = lists.is_given(name) || is_double;
        reading.is_surname = lists.is_surname(name);
        reading.is_common = reading.is_name();
        if may_ask {
            for form in guard.analyser.finnish_forms(name) {
                if form.base != name || form.case != Some(Case::Nominative) {
                    continue;
                }
                match form.sort {
                    Sort::GivenName => reading.is_given = true,
                    Sort::Surname => reading.is_surname = true,
                    Sort::Place => reading.is_place = true,
                    Sort::OtherName | Sort::Word => {}
                }
            }
        }
        if reading.is_name() || reading.is_place || lists.municipality(name).is_some() {
            name.clone_into(&mut reading.base);
            reading.is_genitive = is_genitive;
            reading.is_word = lists.is_also_word(name)
                || language == Language::Swedish
                    && may_ask
                    && guard.analyser.is_word(language, word);
            return reading;
        }
        if lists.is_not_name(name) {
            name.clone_into(&mut reading.base);
            return reading;
        }
    }
    reading.is_word =
        language == Language::Swedish && may_ask && guard.analyser.is_word(language, word);
    reading.is_unknown = !reading.is_word && language == Language::Swedish
        || language == Language::English && !lists.is_also_word(word);
    reading
}

/// Suffixes after all else.
const CLITICS: &[&str] = &["kin", "kaan", "kään", "ko", "kö", "han", "hän", "pa", "pä"];
/// Endings of the cases as foreign names take them.
const ENDINGS: &[(&str, Case)] = &[
    ("", Case::Nominative),
    ("n", Case::Genitive),
    ("a", Case::Partitive),
    ("ä", Case::Partitive),
    ("ta", Case::Partitive),
    ("tä", Case::Partitive),
    ("na", Case::Essive),
    ("nä", Case::Essive),
    ("ksi", Case::Translative),
    ("ssa", Case::Inessive),
    ("ssä", Case::Inessive),
    ("sta", Case::Elative),
    ("stä", Case::Elative),
    ("an", Case::Illative),
    ("en", Case::Illative),
    ("in", Case::Illative),
    ("on", Case::Illative),
    ("un", Case::Illative),
    ("yn", Case::Illative),
    ("än", Case::Illative),
    ("ön", Case::Illative),
    ("hin", Case::Illative),
    ("lla", Case::Adessive),
    ("llä", Case::Adessive),
    ("lta", Case::Ablative),
    ("ltä", Case::Ablative),
    ("lle", Case::Allative),
    ("tta", Case::Abessive),
    ("ttä", Case::Abessive),
];

/// A name of the lists that this is a form of.
fn listed(guard: &Guard, word: &str) -> Option<(String, Case)> {
    let lists = &guard.lists;
    inflected(word, &|name| {
        name.chars().count() > 1
            && (lists.is_given(name)
                || lists.is_surname(name)
                || name.contains('-') && name.split('-').all(|piece| lists.is_given(piece)))
    })
}

/// A known name of which this is a form, by endings alone.
pub fn inflected(word: &str, is_known: &dyn Fn(&str) -> bool) -> Option<(String, Case)> {
    let without = CLITICS.iter().filter_map(|clitic| word.strip_suffix(clitic));
    for word in std::iter::once(word).chain(without) {
        for (ending, case) in ENDINGS {
            let Some(stem) = word.strip_suffix(ending) else { continue };
            if is_known(stem) {
                return Some((stem.to_owned(), *case));
            }
            if ending.is_empty() {
                continue;
            }
            // Ahmed: Ahmedin; Jonas: Jonaksen; Ilomantsi by its plural.
            let cut = stem.strip_suffix('i');
            let shorter = stem.strip_suffix("kse").or_else(|| stem.strip_suffix("ks"));
            let bases = [cut.map(str::to_owned), shorter.map(|stem| format!("{stem}s"))];
            if let Some(base) = bases.into_iter().flatten().find(|base| is_known(base)) {
                return Some((base, *case));
            }
        }
    }
    None
}

/// A surname in *-nen* that no dictionary knows: *Ruuskanen*, *Ruuskasella*.
fn nen(word: &str) -> Option<(String, Case)> {
    const LEAST: usize = 3;
    let long = |stem: &str| stem.chars().count() >= LEAST;
    if let Some(stem) = word.strip_suffix("nen").filter(|stem| long(stem)) {
        return Some((format!("{stem}nen"), Case::Nominative));
    }
    for (ending, case) in [
        ("sen", Case::Genitive),
        ("sella", Case::Adessive),
        ("sellä", Case::Adessive),
        ("selle", Case::Allative),
        ("selta", Case::Ablative),
        ("seltä", Case::Ablative),
        ("seen", Case::Illative),
        ("sesta", Case::Elative),
        ("sestä", Case::Elative),
        ("sena", Case::Essive),
        ("senä", Case::Essive),
        ("seksi", Case::Translative),
    ] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| long(stem)) {
            let is_name = stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö']);
            return is_name.then(|| (format!("{stem}nen"), case));
        }
    }
    None
}
