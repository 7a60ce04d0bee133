//! From cells to facts: dates, addresses, names, languages, kinds.

use kafferum_platform::people::contact::LONGEST_ADDRESS;
use std::borrow::Cow;

use jiff::civil::Date;

use super::problems::Reason;
use kafferum_platform::people::MembershipKind;
use kafferum_platform::texts::Lang;

/// No name, address or chapter in a register is longer, in characters.
const MAX_CELL_CHARS: usize = 200;

/// A problem shows no more of a cell than this, in characters.
const MAX_SHOWN_CHARS: usize = 60;

/// The oldest person in the world lived 122 years (Jeanne Calment, 1875–1997).
const OLDEST_PERSON_YEARS: i16 = 123;

/// A cell as a person meant it: white space (also no-break spaces and line
/// breaks) made single spaces, and without the apostrophe by which spreadsheet
/// exports keep a value from being a formula (`'+358 40 …`).
pub(super) fn tidy(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    let cell = match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    };
    let plain = |c: char| c == ' ' || !(c.is_whitespace() || c.is_control());
    if cell.chars().all(plain) && !cell.contains("  ") {
        return Cow::Borrowed(cell);
    }
    let spaced: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    Cow::Owned(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// As much of a cell as a problem shows.
fn shown(cell: &str) -> String {
    cell.chars().take(MAX_SHOWN_CHARS).collect()
}

/// Reads a text of sensible length.
pub(super) fn text(cell: &str) -> Result<String, Reason> {
    if cell.chars().nth(MAX_CELL_CHARS).is_some() {
        return Err(Reason::TooLong { max_chars: MAX_CELL_CHARS });
    }
    Ok(cell.to_owned())
}

/// Reads a date: 2026-01-31 (ISO 8601) or 31.1.2026, a time of day after it
/// passed over. A year of two digits is refused: it is anyone's guess.
pub(super) fn date(cell: &str) -> Result<Date, Reason> {
    let value = || shown(cell);
    let (year, month, day) = date_parts(cell).ok_or_else(|| Reason::BadDate { value: value() })?;
    Date::new(year, month, day).map_err(|_| Reason::ImpossibleDate { value: value() })
}

fn date_parts(cell: &str) -> Option<(i16, i8, i8)> {
    let day = without_time(cell)?;
    let (year, month, day) = if day.contains('.') {
        let mut parts = day.split('.');
        let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && d.len() <= 2 && m.len() <= 2).then_some((y, m, d))?
    } else {
        let mut parts = day.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && d.len() == 2 && m.len() == 2).then_some((y, m, d))?
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbered = year.len() == 4 && digits(year) && digits(month) && digits(day);
    numbered.then_some(())?;
    // Two digits always fit.
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The day of "2026-01-31T00:00:00" or "31.1.2026 0.00".
fn without_time(cell: &str) -> Option<&str> {
    let Some((day, time)) = cell.split_once(['T', ' ']) else {
        return Some(cell);
    };
    let of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    time.chars().all(of_time).then_some(day)
}

/// Reads a date of birth: a date, not after `today`, and of a person who may
/// be alive.
pub(super) fn birth_date(cell: &str, today: Date) -> Result<Date, Reason> {
    if looks_like_identity_code(cell) {
        return Err(Reason::IdentityCode);
    }
    let born = date(cell)?;
    if born > today || today.year() - born.year() > OLDEST_PERSON_YEARS {
        return Err(Reason::ImpossibleDate { value: shown(cell) });
    }
    Ok(born)
}

/// Reads an e-mail address. Not all that RFC 5321 allows: what a person of the
/// register may have, so that a slip of the keyboard is seen.
pub(super) fn email(cell: &str) -> Result<String, Reason> {
    match is_email(cell) {
        true => Ok(cell.to_owned()),
        false => Err(Reason::BadEmail { value: shown(cell) }),
    }
}

/// Lengths: RFC 5321 section 4.5.3.1.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let label = |l: &str| {
        let inner = l.chars().all(|c| c.is_alphanumeric() || c == '-');
        !l.is_empty() && l.len() <= 63 && inner && !l.starts_with('-') && !l.ends_with('-')
    };
    let dots_right = |t: &str| !t.starts_with('.') && !t.ends_with('.') && !t.contains("..");
    let top = domain.rsplit('.').next().unwrap_or("");
    text.len() <= LONGEST_ADDRESS
        && (1..=64).contains(&local.len())
        && local.chars().all(local_char)
        && dots_right(local)
        && domain.contains('.')
        && domain.split('.').all(label)
        && top.chars().count() >= 2
        && !top.chars().all(|c| c.is_ascii_digit())
}

/// Reads a postal code. Spreadsheet programs drop its leading zeros ("100" for
/// 00100, "2600" for 02600), which are put back: letters go to addresses in
/// Finland, where a code has five digits.
pub(super) fn postal_code(cell: &str) -> Result<String, Reason> {
    let code = text(cell)?;
    let shortened = (3..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    Ok(if shortened { format!("{code:0>5}") } else { code })
}

/// Reads a language by its code or its name in any of the three.
pub(super) fn language(cell: &str) -> Result<Lang, Reason> {
    match cell.to_lowercase().as_str() {
        "fi" | "fin" | "fi-fi" | "suomi" | "finska" | "finnish" => Ok(Lang::Fi),
        "sv" | "swe" | "se" | "sv-fi" | "ruotsi" | "svenska" | "swedish" => Ok(Lang::Sv),
        "en" | "eng" | "englanti" | "engelska" | "english" => Ok(Lang::En),
        _ => Err(Reason::UnknownLanguage { value: shown(cell) }),
    }
}

/// Reads a kind of member by its name in any of the three languages.
pub(super) fn kind(cell: &str) -> Result<MembershipKind, Reason> {
    match cell.to_lowercase().as_str() {
        "varsinainen" | "varsinainen jäsen" | "varsinaisjäsen" | "jäsen" | "ordinarie"
        | "ordinarie medlem" | "medlem" | "full" | "full member" | "ordinary"
        | "ordinary member" | "member" => Ok(MembershipKind::Full),
        "opiskelija" | "opiskelijajäsen" | "opiskeleva" | "opiskeleva jäsen" | "studerande"
        | "studerandemedlem" | "studentmedlem" | "student" | "student member" => {
            Ok(MembershipKind::Student)
        }
        _ => Err(Reason::UnknownKind { value: shown(cell) }),
    }
}

/// A family name and given names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Names<'a> {
    pub(super) family: &'a str,
    pub(super) given: &'a str,
}

/// Words that begin a family name of several words.
const FAMILY_PARTICLES: &str = "af von van de del della der den di da dos la le ter al el bin ibn";

fn is_particle(word: &str) -> bool {
    let word = word.to_lowercase();
    FAMILY_PARTICLES.split(' ').any(|particle| particle == word)
}

/// Divides "Virtanen Matti Juhani", "Virtanen, Matti" or "von Numers Carl".
pub(super) fn names_family_first(cell: &str) -> Names<'_> {
    let (family, given) = cell
        .split_once(',')
        .unwrap_or_else(|| cell.split_at_checked(end_of_family(cell)).unwrap_or((cell, "")));
    Names { family: family.trim(), given: given.trim() }
}

/// Where the first word that is no particle ends, in bytes.
fn end_of_family(cell: &str) -> usize {
    let mut end = 0;
    for word in cell.split_inclusive(' ') {
        end += word.len();
        if !is_particle(word.trim()) {
            break;
        }
    }
    end
}

/// Divides "Matti Juhani Virtanen" or "Carl von Numers"; one with a comma is
/// written the other way round.
pub(super) fn names_given_first(cell: &str) -> Names<'_> {
    if cell.contains(',') {
        return names_family_first(cell);
    }
    let (given, family) = cell.split_at_checked(start_of_family(cell)).unwrap_or(("", cell));
    Names { family: family.trim(), given: given.trim() }
}

/// Where the last word begins, the particles before it included, in bytes.
fn start_of_family(cell: &str) -> usize {
    let mut start = cell.len();
    for (position, word) in cell.rsplit(' ').enumerate() {
        if position > 0 && !is_particle(word) {
            break;
        }
        start = start.saturating_sub(word.len() + usize::from(position > 0));
    }
    start
}

/// Whether a text is written as a Finnish personal identity code: DDMMYY, a
/// separator, NNN and a check character. The separators are those in force
/// since 1.1.2023 (dvv.fi/hetu-uudistus). The check character is not asked
/// about: a code with a slip in it is somebody's code too.
pub(super) fn looks_like_identity_code(text: &str) -> bool {
    let text = text.trim();
    let [d1, d2, m1, m2, y1, y2, separator, n1, n2, n3, check] = text.as_bytes() else {
        return false;
    };
    let digits = [d1, d2, m1, m2, y1, y2, n1, n2, n3];
    let two = |a: &u8, b: &u8| (a.wrapping_sub(b'0')) * 10 + b.wrapping_sub(b'0');
    digits.iter().all(|d| d.is_ascii_digit())
        && (1..=31).contains(&two(d1, d2))
        && (1..=12).contains(&two(m1, m2))
        && b"+-YXWVUABCDEF".contains(&separator.to_ascii_uppercase())
        && CHECK_CHARACTERS.contains(&check.to_ascii_uppercase())
}

const CHECK_CHARACTERS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// Whether a text is a Finnish personal identity code with a right check
/// character: the nine digits modulo 31 (dvv.fi/hetu-uudistus).
pub(super) fn is_identity_code(text: &str) -> bool {
    let text = text.trim();
    if !looks_like_identity_code(text) {
        return false;
    }
    let digits = text.bytes().enumerate().filter(|(i, _)| matches!(i, 0..=5 | 7..=9));
    let number = digits.fold(0_usize, |sum, (_, b)| sum * 10 + usize::from(b - b'0'));
    let check = text.bytes().last().map(|b| b.to_ascii_uppercase());
    CHECK_CHARACTERS.get(number % 31).copied() == check
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_read_as_iso_and_as_finns_write_them() {
        for cell in [
            "2026-01-31",
            "31.1.2026",
            "31.01.2026",
            "2026-01-31T00:00:00",
            "31.1.2026 0.00",
            "2026-01-31 00:00:00.000",
        ] {
            assert_eq!(date(cell), Ok(day("2026-01-31")), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_bad_and_what_is_no_day_is_impossible() {
        for cell in [
            "31.1.26",
            "1/31/2026",
            "tammikuu",
            "2026-1-31",
            "31.1.2026 klo",
            "1.2.3.2026",
            "",
            "..",
            "+1.1.2026",
            "20260131",
        ] {
            assert!(matches!(date(cell), Err(Reason::BadDate { .. })), "{cell}");
        }
        for cell in ["31.2.2026", "2026-13-01", "29.2.2025", "0000-00-00", "0.0.0000"] {
            assert!(matches!(date(cell), Err(Reason::ImpossibleDate { .. })), "{cell}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow_or_in_1850() {
        let today = day("2026-03-01");
        assert!(birth_date("1.3.2026", today).is_ok());
        for cell in ["2.3.2026", "1850-01-01"] {
            assert!(matches!(birth_date(cell, today), Err(Reason::ImpossibleDate { .. })));
        }
        assert_eq!(birth_date("131052-308T", today), Err(Reason::IdentityCode));
    }

    #[test]
    fn addresses_with_a_slip_are_seen() {
        for good in
            ["matti.virtanen@example.fi", "a+b@x.example", "o'brien@äiti.example", "m@a.b.co"]
        {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "matti",
            "matti@",
            "@example.fi",
            "matti@example",
            "matti virtanen@example.fi",
            "a@b.fi; c@d.fi",
            "a@b,fi",
            "mäkinen@example.fi",
            "a..b@example.fi",
            "a@b..fi",
            "a@b@example.fi",
            "<a@b.fi>",
            "a@b.f",
            "a@10.0.0.1",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn the_zeros_that_a_spreadsheet_dropped_come_back() {
        assert_eq!(postal_code("100").unwrap(), "00100");
        assert_eq!(postal_code("2600").unwrap(), "02600");
        assert_eq!(postal_code("33100").unwrap(), "33100");
        assert_eq!(postal_code("SE-111 22").unwrap(), "SE-111 22");
    }

    #[test]
    fn full_names_are_divided_in_both_orders() {
        let pairs = [
            ("Virtanen Matti Juhani", "Virtanen", "Matti Juhani"),
            ("Virtanen, Matti", "Virtanen", "Matti"),
            ("von Numers Carl", "von Numers", "Carl"),
            ("van der Berg Anna", "van der Berg", "Anna"),
            ("Virtanen", "Virtanen", ""),
        ];
        for (cell, family, given) in pairs {
            assert_eq!(names_family_first(cell), Names { family, given });
        }
        let pairs = [
            ("Matti Juhani Virtanen", "Virtanen", "Matti Juhani"),
            ("Carl von Numers", "von Numers", "Carl"),
            ("Anna van der Berg", "van der Berg", "Anna"),
            ("Virtanen, Matti", "Virtanen", "Matti"),
            ("Virtanen", "Virtanen", ""),
        ];
        for (cell, family, given) in pairs {
            assert_eq!(names_given_first(cell), Names { family, given });
        }
    }

    #[test]
    fn identity_codes_are_recognised_with_all_separators() {
        for code in [
            "010594Y9032",
            "020594X903P",
            "030516D9037",
            "131052-308T",
            "131052-308t",
            "010190A123B",
        ] {
            assert!(looks_like_identity_code(code), "{code}");
        }
        for other in
            ["040-1234567", "131052", "321052-308T", "2026-01-31", "00131052308", "131352-308T"]
        {
            assert!(!looks_like_identity_code(other), "{other}");
        }
        assert!(is_identity_code("131052-308T") && is_identity_code("010594Y9032"));
        assert!(!is_identity_code("131052-308U"));
    }

    #[test]
    fn a_cell_is_tidied_of_odd_spaces_and_of_the_formula_apostrophe() {
        assert_eq!(tidy("  Matti\u{a0}Juhani "), "Matti Juhani");
        assert_eq!(tidy("Katu 1\r\nas. 2"), "Katu 1 as. 2");
        assert_eq!(tidy("'+358401234567"), "+358401234567");
        assert_eq!(tidy("'t Hooft"), "'t Hooft");
    }
}
