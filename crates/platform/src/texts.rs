//! Languages and texts. Every sentence a person reads stands in a Fluent file
//! of its capability, in every language.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::clock::Millis;
use crate::fault::Fault;

crate::words! {
    /// A language of the pages.
    Lang {
        /// Finnish.
        Fi = "fi",
        /// Swedish.
        Sv = "sv",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// The language's own name for itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fi => "Suomi",
            Self::Sv => "Svenska",
            Self::En => "English",
        }
    }

    /// The language a browser would rather have, of those there are.
    #[must_use]
    pub fn preferred(header: &str) -> Option<Self> {
        let mut wishes: Vec<(Self, f32)> = header
            .split(',')
            .filter_map(|wish| {
                let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
                let tag = tag.trim().split('-').next()?.to_ascii_lowercase();
                Some((Self::from_word(&tag)?, weight.trim().parse().unwrap_or(0.0)))
            })
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        wishes.sort_by(|a, b| b.1.total_cmp(&a.1));
        wishes.first().map(|(lang, _)| *lang)
    }
}

/// The texts of one capability in all languages.
#[derive(Debug, Clone, Copy)]
pub struct TextFiles {
    /// Finnish, Swedish and English, in the order of [`Lang::ALL`].
    pub sources: [&'static str; 3],
}

/// All texts of the program.
pub struct Texts {
    languages: Vec<Language>,
}

struct Language {
    /// Texts without arguments, resolved once: a hot page reads fifty.
    plain: HashMap<String, String, foldhash::fast::RandomState>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads all files.
    ///
    /// # Errors
    /// A fault naming the first broken or doubled message.
    pub fn load(files: &[TextFiles]) -> Result<Self, Fault> {
        let languages = Lang::ALL
            .iter()
            .enumerate()
            .map(|(index, lang)| {
                let sources = files.iter().filter_map(|file| file.sources.get(index).copied());
                Language::load(*lang, sources)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { languages })
    }

    fn language(&self, lang: Lang) -> Option<&Language> {
        let index = Lang::ALL.iter().position(|known| *known == lang)?;
        self.languages.get(index)
    }

    /// A text without arguments. A key that does not exist shows itself, so
    /// that it is seen; a test makes sure that there is none.
    #[must_use]
    pub fn plain<'t>(&'t self, lang: Lang, key: &'t str) -> &'t str {
        self.language(lang).and_then(|l| l.plain.get(key)).map_or(key, String::as_str)
    }

    /// Whether there is such a text.
    #[must_use]
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.language(lang).is_some_and(|l| l.plain.contains_key(key) || l.bundle.has_message(key))
    }

    /// A text with arguments. One that reads as a whole number takes part in
    /// plural rules.
    #[must_use]
    pub fn format(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        let Some(language) = self.language(lang) else { return key.to_owned() };
        let Some(pattern) = language.bundle.get_message(key).and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, argument(value))).collect();
        let mut errors = Vec::new();
        language.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// Every key of a language, sorted: what tests hold against each other.
    #[must_use]
    pub fn keys(&self, lang: Lang) -> Vec<String> {
        let mut keys: Vec<String> =
            self.language(lang).map(|l| l.plain.keys().cloned().collect()).unwrap_or_default();
        keys.sort();
        keys
    }
}

fn argument(value: &str) -> FluentValue<'_> {
    // A leading zero is a member number or a postal code, not a count.
    let counts = value == "0" || (!value.starts_with('0') && value.len() < 16);
    match value.parse::<u64>() {
        Ok(_) if counts => FluentValue::try_number(value),
        _ => FluentValue::String(Cow::Borrowed(value)),
    }
}

impl Language {
    fn load<'s>(lang: Lang, sources: impl Iterator<Item = &'s str>) -> Result<Self, Fault> {
        let tag = lang.word().parse().map_err(|_| Fault::bug("a language tag"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would stand in mails, titles and tests.
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
                Fault::bug(format_args!("texts in {}: {errors:?}", lang.word()))
            })?;
            keys.extend(resource.entries().filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource(resource).map_err(|errors| {
                Fault::bug(format_args!("texts in {}: {errors:?}", lang.word()))
            })?;
        }
        let mut plain = HashMap::default();
        for key in keys {
            let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else {
                return Err(Fault::bug(format_args!("text {key} is empty")));
            };
            let text = bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            plain.insert(key, text);
        }
        Ok(Self { plain, bundle })
    }
}

/// Months as they stand in an English date.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar day as the language writes it. Text that is not an ISO 8601 day
/// (a source may be dated by its month or year alone) is written as it is.
#[must_use]
pub fn date(lang: Lang, iso: &str) -> String {
    match iso.parse::<jiff::civil::Date>() {
        Ok(day) => civil(lang, day),
        Err(_) => match iso.split_once('-') {
            Some((year, month)) => format!("{}/{year}", month.trim_start_matches('0')),
            None => iso.to_owned(),
        },
    }
}

/// A calendar day as the language writes it.
#[must_use]
pub fn civil(lang: Lang, day: jiff::civil::Date) -> String {
    let mut out = String::with_capacity(24);
    push_civil(&mut out, lang, day);
    out
}

/// An instant as the language writes it, in the given time zone.
#[must_use]
pub fn instant(lang: Lang, at: Millis, zone: &jiff::tz::TimeZone) -> String {
    let mut out = String::with_capacity(32);
    push_instant(&mut out, lang, at, zone);
    out
}

// A page of a thread writes twenty instants, twice each. Written digit by
// digit they cost a tenth of what they cost through the formatting machinery.

/// Writes a number with at least so many digits.
fn push_number(out: &mut String, number: impl TryInto<u16>, least: u16) {
    let number = number.try_into().unwrap_or(0);
    for (power, place) in [(10_000, 5), (1000, 4), (100, 3), (10, 2), (1, 1)] {
        if number >= power || place <= least {
            let digit = u8::try_from(number / power % 10).unwrap_or(0);
            out.push(char::from(b'0' + digit));
        }
    }
}

fn push_civil(out: &mut String, lang: Lang, day: jiff::civil::Date) {
    push_number(out, day.day(), 1);
    match lang {
        Lang::Fi | Lang::Sv => {
            out.push('.');
            push_number(out, day.month(), 1);
            out.push('.');
        }
        Lang::En => {
            let index = usize::try_from(day.month() - 1).unwrap_or(0);
            out.push(' ');
            out.push_str(MONTHS.get(index).unwrap_or(&""));
            out.push(' ');
        }
    }
    push_number(out, day.year(), 1);
}

/// Writes an instant as the language does, in the given time zone.
pub(crate) fn push_instant(out: &mut String, lang: Lang, at: Millis, zone: &jiff::tz::TimeZone) {
    let local = zone.to_datetime(crate::clock::timestamp(at));
    push_civil(out, lang, local.date());
    let (before, between) = match lang {
        Lang::Fi => (" klo ", '.'),
        Lang::Sv => (" kl. ", '.'),
        Lang::En => (" at ", ':'),
    };
    out.push_str(before);
    push_number(out, local.hour(), 1);
    out.push(between);
    push_number(out, local.minute(), 2);
}

/// Writes an instant for machines: ISO 8601 in UTC, to the second.
pub(crate) fn push_iso(out: &mut String, at: Millis) {
    let utc = jiff::tz::Offset::UTC.to_datetime(crate::clock::timestamp(at));
    push_number(out, utc.year(), 4);
    for (before, number) in [
        ('-', utc.month()),
        ('-', utc.day()),
        ('T', utc.hour()),
        (':', utc.minute()),
        (':', utc.second()),
    ] {
        out.push(before);
        push_number(out, number, 2);
    }
    out.push('Z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_its_reader_writes_it() {
        let zone = jiff::tz::TimeZone::get("Europe/Helsinki").unwrap();
        // Seven minutes past nine in the morning of a summer day in Helsinki.
        let at = "2026-07-05T06:07:08.009Z".parse::<jiff::Timestamp>().unwrap().as_millisecond();
        assert_eq!(instant(Lang::Fi, at, &zone), "5.7.2026 klo 9.07");
        assert_eq!(instant(Lang::Sv, at, &zone), "5.7.2026 kl. 9.07");
        assert_eq!(instant(Lang::En, at, &zone), "5 July 2026 at 9:07");
        let mut iso = String::new();
        push_iso(&mut iso, at);
        assert_eq!(iso, "2026-07-05T06:07:08Z");
    }

    #[test]
    fn numbers_have_the_digits_they_need() {
        for (number, least, wanted) in [
            (0, 1, "0"),
            (0, 2, "00"),
            (7, 2, "07"),
            (10, 1, "10"),
            (2026, 1, "2026"),
            (65535, 1, "65535"),
        ] {
            let mut out = String::new();
            push_number(&mut out, number, least);
            assert_eq!(out, wanted);
        }
    }
}
