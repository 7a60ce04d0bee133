//! What tells who somebody is only together: a small municipality, an illness
//! or an aid, and a working time or an age.

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;
use kafferum_analyser::{Case, Language, Sort};
use regex::Regex;

use crate::names::{self, MOST_ASKED};
use crate::neutral;
use crate::tokens::{Shape, Token};
use crate::{Found, Guard, Kind};

/// Words for illnesses and disabilities, as parts of a text in small letters;
/// those after `^` begin a word, those before `$` end one.
const CONDITIONS: &[&str] = &[
    "^ms$",
    "^ms-",
    "^als$",
    "^als-",
    "^als:",
    "^sma$",
    "^sma-",
    "^cp-",
    "^cp$",
    "^adhd",
    "^parkinson",
    "^alzheimer",
    "^huntington",
    "^duchenn",
    "^rett",
    "^down",
    "^asperger",
    "^touret",
    "^crohn",
    "vammainen",
    "vammaise",
    "vammaisi",
    "vammaista",
    "vammaisten",
    "vamma$",
    "vamman",
    "vammaa",
    "vammasta",
    "vammalla",
    "vammaut",
    "halvau",
    "halvaan",
    "^autis",
    "dement",
    "muistisai",
    "alzheimer",
    "epileps",
    "skitsofr",
    "^sokea",
    "^soke",
    "^näkövamma",
    "^kuuro",
    "kuurosok",
    "^kuulovamma",
    "afasia",
    "afaat",
    "lihastau",
    "lihastaut",
    "lihassair",
    "lihasrappeu",
    "reuma",
    "diabe",
    "dialyy",
    "^syöpä",
    "^syöpää",
    "^syövä",
    "psykoo",
    "kaksisuunt",
    "bipola",
    "tetrapleg",
    "parapleg",
    "hydrokef",
    "spina bifida",
    "oireyhtym",
    "syndro",
    "^ataksi",
    "polio",
    "luustosair",
    "hauraslui",
    "osteogen",
    "lyhytkasv",
    "keuhkoahta",
    "amputoi",
    "kehitysvammat",
    "hengityshalv",
    "dystrofi",
    "multippeliskl",
    "skleroo",
    "skleros",
    "stroke",
    "blind",
    "^döv",
    "^dement",
    "demens",
    "autism",
    "autist",
    "epilep",
    "schizo",
    "ryggmärgs",
    "hjärnskad",
    "utvecklingsstör",
    "förlam",
    "cp-skad",
    "muskelsj",
    "muskeld",
    "reumat",
    "^cancer",
    "^dialys",
    "^afasi",
    "synskad",
    "hörselskad",
    "spinal cord",
    "brain injur",
    "cerebral pals",
    "paraly",
    "quadripleg",
    "deaf",
    "dementia",
    "rheum",
    "muscular",
    "dialysis",
    "aphasi",
    "intellectual disab",
    "^cp-skad",
    "syndrom",
];
/// Words for aids that few have.
const AIDS: &[&str] = &[
    "pyörätuol",
    "hengityskone",
    "hengityslait",
    "respirator",
    "happirikast",
    "^peg",
    "letkuruok",
    "nostolai",
    "katseohja",
    "kommunikaatt",
    "opaskoir",
    "avustajakoir",
    "valkoinen keppi",
    "kuulokoj",
    "sisäkorvaist",
    "katetr",
    "avann",
    "trake",
    "kanyyl",
    "imulait",
    "rullstol",
    "elrullstol",
    "^sond",
    "ledarhund",
    "assistanshund",
    "trakeo",
    "kateter",
    "ögonstyr",
    "wheelchair",
    "ventilator",
    "feeding tube",
    "guide dog",
    "catheter",
    "tracheo",
    "hoist",
    "stoma",
    "cpap",
    "kattonost",
    "sähkömop",
    "elmoped",
    "mobility scooter",
    "proteesi",
    "protes",
];
/// Words for working times.
const TIMES: &[&str] = &[
    "yövuoro",
    "iltavuoro",
    "aamuvuoro",
    "päivävuoro",
    "viikonlop",
    "^öisin",
    "^yöt$",
    "^yöt",
    "^öitä",
    "^iltaisin",
    "^iltoja",
    "^illat",
    "^iltani",
    "^iltans",
    "^aamut",
    "^aamuj",
    "^aamuni",
    "^aamuns",
    "^aamuisin",
    "^arkisin",
    "arki-ilta",
    "arki-illat",
    "arkipäiv",
    "arkiaam",
    "arkiyö",
    "^maanantai",
    "^tiistai",
    "^keskiviikko",
    "^torstai",
    "^perjantai",
    "^lauantai",
    "^sunnuntai",
    "^ma-pe",
    "^ma–pe",
    "vuoroja",
    "vuoroviik",
    "vuoroni",
    "vuorot",
    "vuoro$",
    "vuorossa",
    "vuoroissa",
    "nattpass",
    "kvällspass",
    "morgonpass",
    "dagpass",
    "nattskift",
    "kvällsskift",
    "^natt",
    "^nätter",
    "^kvällar",
    "^kväll",
    "^helg",
    "^vardag",
    "^måndag",
    "^tisdag",
    "^onsdag",
    "^torsdag",
    "^fredag",
    "^lördag",
    "^söndag",
    "^varannan",
    "^pass$",
    "^skift$",
    "passen$",
    "^night",
    "^evening",
    "^morning",
    "^weekend",
    "^weekday",
    "^monday",
    "^tuesday",
    "^wednesday",
    "^thursday",
    "^friday",
    "^saturday",
    "^sunday",
    "^shift",
];
/// What combinations look like.
pub struct Combinations {
    conditions: Regex,
    aids: Regex,
    time_words: Regex,
    times: Regex,
}

impl Combinations {
    #[expect(clippy::expect_used, reason = "the patterns are part of the program")]
    pub fn new() -> Self {
        let times = Regex::new(
            r"(?i)\b(?:klo|kello|kl\.?|klockan|from) ?\d{1,2}(?:[.:]\d\d)?(?: ?(?:[-–]|to|till) ?\d{1,2})?|\b\d{1,3}[ -](?:h\b|tunnin|tunnit|tuntia|timmars?|timmar|hours?)|\bjoka (?:toi\w+ )?(?:aamu|ilta|yö|päivä|viik\w+|maanantai|arki\w*)|\b(?:kahden|kolmen|neljän) viikon väl\w+|\b(?:varje|varannan) \w+|\bevery (?:other |second )?\w+|\b\d{2,3}[- ](?:vuotia\w+|åri\w+|year[- ]old|år\b)",
        )
        .expect("the pattern is right");
        Self {
            conditions: any_of(CONDITIONS),
            aids: any_of(AIDS),
            time_words: any_of(TIMES),
            times,
        }
    }

    /// Whether there is a word for an illness, a disability or an aid.
    pub fn has_condition(&self, tokens: &[Token]) -> bool {
        let words = Words::new(tokens);
        self.conditions.is_match(&words.text) || self.aids.is_match(&words.text)
    }

    pub fn find(
        &self,
        guard: &Guard,
        language: Language,
        text: &str,
        tokens: &[Token],
        found: &mut Found,
    ) {
        // The dictionary is asked last, since it costs most.
        let words = Words::new(tokens);
        let condition = words.first(&self.conditions).or_else(|| words.first(&self.aids));
        let Some(condition) = condition else { return };
        let time = words.first(&self.time_words);
        let time = time.or_else(|| self.times.find(text).map(|time| time.range()));
        let Some(time) = time else { return };
        let mut asked: HashSet<&str, RandomState> = HashSet::default();
        let town = tokens
            .iter()
            .filter(|token| asked.len() < MOST_ASKED && asked.insert(&token.lower))
            .find_map(|token| small_town(guard, language, token));
        let Some((town, neutral)) = town else { return };
        if !overlaps(&town, &condition) && !overlaps(&town, &time) {
            found.add_with(town, Kind::Combination, neutral, vec![condition, time]);
        }
    }
}

/// A pattern for any of these signs, as the words stand in `Words`.
#[expect(clippy::expect_used, reason = "the signs are part of the program")]
fn any_of(signs: &[&str]) -> Regex {
    let signs: Vec<String> =
        signs.iter().map(|sign| regex::escape(&sign.replace(['^', '$'], " "))).collect();
    Regex::new(&signs.join("|")).expect("the signs are a pattern")
}

/// The words of a text in small letters, with one space before and after
/// each.
struct Words<'a> {
    tokens: &'a [Token],
    text: String,
    /// Where each word begins.
    starts: Vec<usize>,
}

impl<'a> Words<'a> {
    fn new(tokens: &'a [Token]) -> Self {
        let mut words = Self { tokens, text: String::from(" "), starts: Vec::new() };
        for token in tokens {
            words.starts.push(words.text.len());
            words.text.push_str(&token.lower);
            words.text.push(' ');
        }
        words
    }

    /// The place of the first word with such a sign.
    fn first(&self, signs: &Regex) -> Option<Range<usize>> {
        let sign = signs.find(&self.text)?;
        let start = sign.start() + usize::from(sign.as_str().starts_with(' '));
        let at = self.starts.partition_point(|begin| *begin <= start).checked_sub(1)?;
        self.tokens.get(at).map(|token| token.span.clone())
    }
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The place of a small municipality that a word names, and what may stand
/// there.
fn small_town(guard: &Guard, language: Language, token: &Token) -> Option<(Range<usize>, String)> {
    if !matches!(token.shape, Shape::Capital) || token.before == Some('@') {
        return None;
    }
    let is_small = |name: &str| guard.lists.municipality(name) == Some(true);
    let place = |case, is_genitive| {
        let neutral = neutral::place(language, case, is_genitive, token.is_first);
        Some((token.span.clone(), neutral))
    };
    if is_small(&token.lower) {
        return place(Case::Nominative, false);
    }
    if language != Language::Finnish {
        let stem = token.lower.strip_suffix("'s").or_else(|| token.lower.strip_suffix('s'))?;
        return is_small(stem).then(|| place(Case::Nominative, true))?;
    }
    let forms = guard.analyser.finnish_forms(&token.lower);
    let form = forms.iter().find(|form| form.sort != Sort::Word && is_small(&form.base));
    if let Some(form) = form {
        return place(form.case.unwrap_or(Case::Nominative), false);
    }
    let (_, case) = names::inflected(&token.lower, &is_small)?;
    place(case, false)
}
