//! Reading what a person typed: dates, addresses, pseudonyms. Pure. A refusal
//! says in which field and what to do.

use jiff::civil::Date;
use kafferum_platform::Refusal;

/// A day as people write it: `14.3.1985` or `1985-03-14`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let mut parts = text.split(['.', '/']).map(str::parse::<i16>);
    let (day, month, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let whole = parts.next().is_none() && (1000..10_000).contains(&year);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    whole.then_some(date)
}

/// A date of birth that somebody who works could have.
pub(crate) fn must_be_birth_date(text: &str, today: Date) -> Result<Date, Refusal> {
    let refusal = Refusal::new("membership-birth-date-wrong").at("birth-date");
    let plausible = |date: &Date| *date < today && today.year() - date.year() <= 110;
    date(text).filter(plausible).ok_or(refusal)
}

/// A postal code without spaces, to be compared.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in ["1985-03-14", "14.3.1985", "14. 3. 1985", "14.03.1985", "14/3/1985"] {
            assert_eq!(date(text), Some(day("1985-03-14")), "{text}");
        }
        for text in ["", "14.3.85", "31.2.1985", "1985", "14.3.1985.1", "maanantai"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow_or_in_the_age_of_steam() {
        let today = day("2026-11-22");
        assert!(must_be_birth_date("14.3.1985", today).is_ok());
        assert!(must_be_birth_date("22.11.2026", today).is_err());
        assert!(must_be_birth_date("1.1.1900", today).is_err());
    }

    #[test]
    fn postal_codes_are_compared_without_their_spaces() {
        assert_eq!(bare("123 45"), bare("12345"));
    }
}
