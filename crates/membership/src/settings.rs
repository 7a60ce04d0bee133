//! What the union may set of the road, and how it is read: days, names, and
//! every text of a mail or letter.

use kafferum_platform::clock::{Millis, timestamp};
use kafferum_platform::feature::Moment;
use kafferum_platform::settings::{Kind, Setting, Settings};
use kafferum_platform::texts::Lang;
use kafferum_platform::web::view::Choice;

use jiff::tz::TimeZone;

use crate::model::SecondFact;
use crate::rules::{self, RoadSettings};

const fn text(key: &'static str, places: &'static [&'static str]) -> Setting {
    Setting { key, kind: Kind::Text { places }, default: "" }
}

const fn line(key: &'static str, default: &'static str) -> Setting {
    Setting { key, kind: Kind::Line, default }
}

/// Everything that may be set.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        key: "membership-trial-days",
        kind: Kind::Number { least: 1, most: 365 },
        default: "30",
    },
    Setting {
        key: "membership-reminder-day",
        kind: Kind::Number { least: 1, most: 364 },
        default: "14",
    },
    Setting {
        key: "membership-second-fact",
        kind: Kind::Choice(&["birth-date", "postal-code"]),
        default: "birth-date",
    },
    line("membership-regions", ""),
    line(
        "membership-return-address",
        "Avustajien liitto, Jäsenpalvelu, Esimerkkikatu 1, 00530 HELSINKI",
    ),
    line("membership-letter-place", "Helsinki"),
    text("membership-house-rules", &[]),
    text("membership-join-costs", &[]),
    text("membership-sign-in-mail-subject", &[]),
    text("membership-sign-in-mail-body", &["name", "password", "link"]),
    text("membership-known-mail-subject", &[]),
    text("membership-known-mail-body", &["name", "sign-in", "forgot"]),
    text("membership-kit-mail-subject", &[]),
    text("membership-kit-mail-body", &["name", "days", "link", "road"]),
    text("membership-reminder-mail-subject", &[]),
    text("membership-reminder-mail-body", &["name", "days", "link", "road"]),
    text("membership-lock-mail-subject", &[]),
    text("membership-lock-mail-body", &["name", "link", "road"]),
    text("membership-welcome-mail-subject", &[]),
    text("membership-welcome-mail-body", &["name", "link"]),
    text("membership-answer-mail-subject", &[]),
    text("membership-answer-mail-body", &["name", "link"]),
    text("membership-recognised-mail-subject", &[]),
    text("membership-recognised-mail-body", &["name", "sign-in", "forgot"]),
    text("membership-connect-mail-subject", &[]),
    text("membership-connect-mail-body", &["name", "link"]),
    text("membership-letter-heading", &[]),
    text("membership-letter-body", &["name", "days", "site"]),
    text("membership-letter-closing", &[]),
    text("membership-letter-signatories", &["union"]),
    text("membership-paper-consent", &["site"]),
];

/// The regions of Finland (maakunnat) by Statistics Finland's classification,
/// in Finnish and in Swedish. Stored by the Finnish name.
const REGIONS: [(&str, &str); 19] = [
    ("Ahvenanmaa", "Åland"),
    ("Etelä-Karjala", "Södra Karelen"),
    ("Etelä-Pohjanmaa", "Södra Österbotten"),
    ("Etelä-Savo", "Södra Savolax"),
    ("Kainuu", "Kajanaland"),
    ("Kanta-Häme", "Egentliga Tavastland"),
    ("Keski-Pohjanmaa", "Mellersta Österbotten"),
    ("Keski-Suomi", "Mellersta Finland"),
    ("Kymenlaakso", "Kymmenedalen"),
    ("Lappi", "Lappland"),
    ("Pirkanmaa", "Birkaland"),
    ("Pohjanmaa", "Österbotten"),
    ("Pohjois-Karjala", "Norra Karelen"),
    ("Pohjois-Pohjanmaa", "Norra Österbotten"),
    ("Pohjois-Savo", "Norra Savolax"),
    ("Päijät-Häme", "Päijänne-Tavastland"),
    ("Satakunta", "Satakunta"),
    ("Uusimaa", "Nyland"),
    ("Varsinais-Suomi", "Egentliga Finland"),
];

/// The regions to choose from: the union's own, if it set any.
pub(crate) fn regions(settings: &Settings, lang: Lang) -> Vec<Choice> {
    let own = settings.line("membership-regions");
    let own: Vec<Choice> = own
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| (name.to_owned(), name.to_owned()))
        .collect();
    if !own.is_empty() {
        return own;
    }
    let label = |fi: &str, sv: &str| if lang == Lang::Sv { sv.to_owned() } else { fi.to_owned() };
    let mut known: Vec<Choice> =
        REGIONS.iter().map(|(fi, sv)| ((*fi).to_owned(), label(fi, sv))).collect();
    known.sort_by(|a, b| a.1.cmp(&b.1));
    known
}

fn days(settings: &Settings, key: &'static str) -> u16 {
    u16::try_from(settings.number(key)).unwrap_or(u16::MAX)
}

/// The days of the road.
pub(crate) fn road(settings: &Settings) -> RoadSettings {
    RoadSettings {
        reminder_day: days(settings, "membership-reminder-day"),
        trial_days: days(settings, "membership-trial-days"),
    }
}

/// When a trial that began at an instant ends: the rule that access follows.
pub(crate) fn trial_end(start: Millis, settings: &Settings, zone: &TimeZone) -> Millis {
    let days = road(settings).trial_days;
    rules::start_of_day(timestamp(start), days, zone).as_millisecond()
}

/// What a member is recognised by beside the number.
pub(crate) fn second_fact(settings: &Settings) -> SecondFact {
    SecondFact::from_word(settings.line("membership-second-fact")).unwrap_or(SecondFact::BirthDate)
}

/// A text of the union's, its places filled.
pub(crate) fn own_text(
    moment: &Moment,
    lang: Lang,
    key: &'static str,
    args: &[(&str, &str)],
) -> String {
    moment.settings.text(&moment.texts, lang, key, args)
}
