//! What a slug, a day, a link and a fact must be like, and where facts and
//! texts stand on a day.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use kafferum_platform::Refusal;

use crate::model::{Fact, FactState};

/// Words that are addresses of their own below `/databank` or `/editor`.
const RESERVED: &[&str] = &["new", "facts", "feed", "search", "guides", "calculators"];

/// Greatest length of a slug and of a fact's key, in characters.
pub(crate) const LONGEST_SLUG: usize = 80;

/// Small letters and digits in words joined by single hyphens.
fn is_slug(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.len() <= LONGEST_SLUG
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(is_word)
}

/// A slug of an article or a key of a fact.
pub(crate) fn must_be_slug(text: &str, field: &'static str) -> Result<(), Refusal> {
    if !is_slug(text) {
        return Err(Refusal::new("databank-not-a-slug").at(field));
    }
    if RESERVED.contains(&text) {
        return Err(Refusal::new("databank-slug-reserved").with("slug", text).at(field));
    }
    Ok(())
}

/// A day of four-digit years, as a date field sends it.
fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.parse::<Date>().is_ok()
}

/// A day, or nothing.
pub(crate) fn must_be_day(text: &str, field: &'static str) -> Result<(), Refusal> {
    if text.is_empty() || is_day(text) {
        return Ok(());
    }
    Err(Refusal::new("databank-not-a-day").at(field))
}

/// A day, a month, a year, or nothing.
pub(crate) fn must_be_source_date(text: &str, field: &'static str) -> Result<(), Refusal> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    must_be_day(&whole, field).map_err(|_| Refusal::new("databank-not-a-source-date").at(field))
}

/// A fact is checked today or earlier.
pub(crate) fn must_not_be_ahead(
    day: &str,
    today: &str,
    field: &'static str,
) -> Result<(), Refusal> {
    if day > today { Err(Refusal::new("databank-day-ahead").at(field)) } else { Ok(()) }
}

/// The last day does not come before the first; either may be open.
pub(crate) fn must_be_in_order(from: &str, to: &str, field: &'static str) -> Result<(), Refusal> {
    if is_day(from) && is_day(to) && to < from {
        return Err(Refusal::new("databank-days-in-disorder").at(field));
    }
    Ok(())
}

/// An address on the web, or nothing.
pub(crate) fn must_be_link(text: &str, field: &'static str) -> Result<(), Refusal> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_link = rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_host = |b: u8| b.is_ascii_alphanumeric() || b".-:".contains(&b) || !b.is_ascii();
        host.contains('.')
            && host.bytes().all(is_host)
            && !rest.contains(|c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c))
    });
    if text.is_empty() || is_link {
        Ok(())
    } else {
        Err(Refusal::new("databank-not-a-link").at(field))
    }
}

/// Readers are told what changed, but for the first time a text is published.
pub(crate) fn must_say_what_changed(note: &str, is_published: bool) -> Result<(), Refusal> {
    if is_published && note.is_empty() {
        return Err(Refusal::new("databank-note-missing").at("note"));
    }
    Ok(())
}

/// A fact says something in at least one language, and says whom it concerns
/// only where it says something.
pub(crate) fn must_say_something(texts: &[(&'static str, &str, &str)]) -> Result<(), Refusal> {
    let first = texts.first().map_or("", |(field, ..)| field);
    if texts.iter().all(|(_, statement, _)| statement.is_empty()) {
        return Err(Refusal::new("databank-fact-says-nothing").at(first));
    }
    match texts.iter().find(|(_, statement, applies)| statement.is_empty() && !applies.is_empty()) {
        Some((field, ..)) => Err(Refusal::new("form-required").at(field)),
        None => Ok(()),
    }
}

/// The successor of a fact begins on a day after the old one began.
pub(crate) fn must_succeed(begins: &str, old_begins: Option<&str>) -> Result<(), Refusal> {
    if begins.is_empty() {
        return Err(Refusal::new("form-required").at("valid-from"));
    }
    if old_begins.is_some_and(|old| begins <= old) {
        return Err(Refusal::new("databank-successor-too-early").at("valid-from"));
    }
    Ok(())
}

/// The last day of the old fact: its own, if it ended before the successor
/// begins, else the day before that.
pub(crate) fn end_of_superseded(own: Option<&str>, successor_begins: &str) -> String {
    let before = moved(successor_begins, -1.days());
    match own {
        Some(own) if own < before.as_str() => own.to_owned(),
        _ => before,
    }
}

/// The day some days after a day.
pub(crate) fn days_after(day: &str, days: i64) -> String {
    moved(day, days.days())
}

/// The same day a year later.
pub(crate) fn year_after(day: &str) -> String {
    moved(day, 1.year())
}

/// Text that is no day stays as it is.
fn moved(day: &str, by: Span) -> String {
    let moved = day.parse::<Date>().ok().and_then(|day| day.checked_add(by).ok());
    moved.map_or_else(|| day.to_owned(), |day| day.to_string())
}

/// Where a fact stands on a day. One that has a successor holds until its own
/// last day: a rise agreed on today may come next year.
pub(crate) fn fact_state(
    valid_from: Option<&str>,
    valid_to: Option<&str>,
    has_successor: bool,
    today: &str,
) -> FactState {
    let is_over = valid_to.is_some_and(|last| last < today);
    if has_successor && (is_over || valid_to.is_none()) {
        FactState::Superseded
    } else if is_over {
        FactState::Expired
    } else if valid_from.is_some_and(|first| first > today) {
        FactState::Upcoming
    } else {
        FactState::Current
    }
}

/// Where a fact stands on a day, as its newest version tells it.
pub(crate) fn state_of(fact: &Fact, today: &str) -> FactState {
    let (from, to) = (fact.told.valid_from.as_deref(), fact.told.valid_to.as_deref());
    fact_state(from, to, fact.superseded_by.is_some(), today)
}

/// The day by which a text was to be reviewed has passed.
pub(crate) fn is_overdue(review_by: &str, today: &str) -> bool {
    review_by < today
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(outcome: Result<(), Refusal>) -> &'static str {
        outcome.map_or_else(|refusal| refusal.key, |()| "")
    }

    #[test]
    fn a_slug_is_small_words_joined_by_hyphens() {
        for good in ["a", "trial-period", "law-675-2023", "heta-rise-2027"] {
            assert_eq!(key(must_be_slug(good, "slug")), "", "{good}");
        }
        let long = "a".repeat(LONGEST_SLUG + 1);
        for bad in ["", "-a", "a-", "a--b", "A", "ä", "a b", "2027", "a/b", "a.b", "a_b", &long] {
            assert_eq!(key(must_be_slug(bad, "slug")), "databank-not-a-slug", "{bad}");
        }
        for taken in RESERVED {
            assert_eq!(key(must_be_slug(taken, "slug")), "databank-slug-reserved");
        }
    }

    #[test]
    fn a_day_is_iso_8601_and_exists() {
        for good in ["", "2025-05-01", "2024-02-29"] {
            assert_eq!(key(must_be_day(good, "checked")), "", "{good}");
        }
        for bad in [
            "2025-02-29",
            "2025-13-01",
            "1.5.2025",
            "2025-5-1",
            "2025-07",
            "20250501",
            "2025-05-01T00:00",
            "tomorrow!!",
        ] {
            assert_eq!(key(must_be_day(bad, "checked")), "databank-not-a-day", "{bad}");
        }
    }

    #[test]
    fn a_source_may_be_dated_by_month_or_year() {
        for good in ["", "2025", "2025-07", "2025-07-31"] {
            assert_eq!(key(must_be_source_date(good, "source-date")), "", "{good}");
        }
        for bad in ["25", "2025-13", "2025-00", "2025-7", "heinäkuu", "7/2025", "2025-07-32"] {
            assert_eq!(
                key(must_be_source_date(bad, "source-date")),
                "databank-not-a-source-date",
                "{bad}"
            );
        }
    }

    #[test]
    fn days_are_in_order() {
        for (from, to, wanted) in [
            ("", "", ""),
            ("2025-01-01", "", ""),
            ("", "2025-01-01", ""),
            ("2025-01-01", "2025-01-01", ""),
            ("2025-01-02", "2025-01-01", "databank-days-in-disorder"),
        ] {
            assert_eq!(key(must_be_in_order(from, to, "valid-to")), wanted, "{from}–{to}");
        }
        assert_eq!(key(must_not_be_ahead("2025-01-01", "2025-01-01", "checked")), "");
        assert_eq!(
            key(must_not_be_ahead("2025-01-02", "2025-01-01", "checked")),
            "databank-day-ahead"
        );
    }

    #[test]
    fn a_link_leads_to_the_web() {
        for good in [
            "",
            "https://jhl.fi",
            "http://sak.fi/?p=62170",
            "https://a.fi:8443/x#y",
            "https://pää.fi/ä",
        ] {
            assert_eq!(key(must_be_link(good, "source-url")), "", "{good}");
        }
        for bad in [
            "jhl.fi",
            "//jhl.fi",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://jhl.fi",
            "https://",
            "https:///x",
            "https://localhost",
            "https://a.fi/ x",
            "https://a.fi/\"x",
            "https://a@b.fi/",
            "HTTPS://jhl.fi",
        ] {
            assert_eq!(key(must_be_link(bad, "source-url")), "databank-not-a-link", "{bad}");
        }
    }

    #[test]
    fn a_fact_stands_where_its_dates_and_the_day_put_it() {
        use FactState::{Current, Expired, Superseded, Upcoming};
        for (from, to, has_successor, wanted) in [
            (None, None, false, Current),
            (None, Some("2025-06-01"), false, Current),
            (None, Some("2025-05-31"), false, Expired),
            (Some("2025-06-01"), None, false, Current),
            (Some("2025-06-02"), None, false, Upcoming),
            (None, Some("2025-05-31"), true, Superseded),
            (None, Some("2025-06-01"), true, Current),
            (None, None, true, Superseded),
        ] {
            assert_eq!(
                fact_state(from, to, has_successor, "2025-06-01"),
                wanted,
                "{from:?} {to:?}"
            );
        }
    }

    #[test]
    fn a_text_is_overdue_from_the_day_after_its_review_day() {
        for (review_by, wanted) in
            [("2025-05-31", true), ("2025-06-01", false), ("2026-01-01", false)]
        {
            assert_eq!(is_overdue(review_by, "2025-06-01"), wanted, "{review_by}");
        }
        assert_eq!(days_after("2025-12-31", 1), "2026-01-01");
        assert_eq!(year_after("2024-02-29"), "2025-02-28");
    }

    #[test]
    fn a_superseded_fact_ends_before_its_successor_begins() {
        for (own, begins, wanted) in [
            (None, "2026-01-01", "2025-12-31"),
            (Some("2028-04-30"), "2026-03-01", "2026-02-28"),
            (Some("2025-04-30"), "2026-01-01", "2025-04-30"),
        ] {
            assert_eq!(end_of_superseded(own, begins), wanted);
        }
        assert_eq!(key(must_succeed("", None)), "form-required");
        assert_eq!(key(must_succeed("2026-01-01", None)), "");
        assert_eq!(key(must_succeed("2026-01-02", Some("2026-01-01"))), "");
        assert_eq!(
            key(must_succeed("2026-01-01", Some("2026-01-01"))),
            "databank-successor-too-early"
        );
    }

    #[test]
    fn a_fact_says_something_and_a_later_text_what_changed() {
        let said = |sv, applies| {
            must_say_something(&[("statement-fi", "", ""), ("statement-sv", sv, applies)])
        };
        assert_eq!(key(said("Ja.", "Alla")), "");
        assert_eq!(key(said("", "")), "databank-fact-says-nothing");
        assert_eq!(key(said("", "Alla")), "databank-fact-says-nothing");
        let half = must_say_something(&[("statement-fi", "On.", ""), ("statement-sv", "", "Alla")]);
        assert_eq!(half.unwrap_err().field, Some("statement-sv"));
        assert_eq!(key(must_say_what_changed("", false)), "");
        assert_eq!(key(must_say_what_changed("", true)), "databank-note-missing");
        assert_eq!(key(must_say_what_changed("Luku korjattu", true)), "");
    }
}
