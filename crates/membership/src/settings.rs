//! What the union may set of the road, and how it is read: days, names, and
//! every text of a mail or letter.

use kafferum_platform::clock::{Millis, timestamp};
use kafferum_platform::feature::Moment;
use kafferum_platform::settings::{Kind, Setting, Settings, Side};
use kafferum_platform::texts::Lang;

use jiff::tz::TimeZone;

use crate::model::SecondFact;
use crate::rules::{self, RoadSettings};

const fn text(key: &'static str, places: &'static [&'static str]) -> Setting {
    Setting { key, kind: Kind::Text { places }, default: "" }
}

/// Where forms are sent to, its lines between commas.
const RETURN_ADDRESS: &str = "membership-return-address";

/// What the mails about a corrected address say.
pub(crate) const CORRECTION_ASKED: &str = "membership-correction-asked-mail-body";
pub(crate) const CORRECTION_AGREED: &str = "membership-correction-agreed-mail-body";
pub(crate) const CORRECTION_LINK: &str = "membership-correction-link-mail-body";

/// Everything that may be set.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        key: "membership-trial-days",
        kind: Kind::Beside { least: 2, most: 365, side: Side::Above("membership-reminder-day") },
        default: "30",
    },
    Setting {
        key: "membership-reminder-day",
        kind: Kind::Beside { least: 1, most: 364, side: Side::Below("membership-trial-days") },
        default: "14",
    },
    Setting {
        key: "membership-second-fact",
        kind: Kind::Choice(&["birth-date", "postal-code"]),
        default: "birth-date",
    },
    Setting { key: RETURN_ADDRESS, kind: Kind::Asked, default: "" },
    Setting { key: "membership-letter-place", kind: Kind::Line, default: "" },
    text("membership-house-rules", &[]),
    text("membership-register-consent", &[]),
    text("membership-application-consent", &[]),
    text("membership-join-costs", &[]),
    text("membership-sign-in-mail-subject", &[]),
    text("membership-sign-in-mail-body", &["name", "password", "link"]),
    text("membership-known-mail-subject", &[]),
    text("membership-known-mail-body", &["name", "sign-in", "forgot"]),
    text("membership-kit-mail-subject", &[]),
    text("membership-kit-mail-body", &["name", "days", "link", "road"]),
    text("membership-link-mail-body", &["name", "days", "link", "road"]),
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
    text("membership-made-mail-subject", &[]),
    text("membership-made-mail-body", &["sign-in"]),
    text("membership-guessed-mail-subject", &[]),
    text("membership-guessed-mail-body", &["name", "tries"]),
    text("membership-connect-mail-subject", &[]),
    text("membership-connect-mail-body", &["name", "link"]),
    text(CORRECTION_ASKED, &["link", "days"]),
    text(CORRECTION_AGREED, &["link", "days"]),
    text(CORRECTION_LINK, &["link", "days"]),
    text("membership-letter-heading", &[]),
    text("membership-letter-body", &["name", "days", "site"]),
    text("membership-letter-closing", &[]),
    text("membership-letter-signatories", &["union"]),
    text("membership-paper-consent", &["site"]),
    text("membership-letter-nobody", &[]),
    text("membership-paper-instructions", &["site"]),
    text("membership-paper-title", &[]),
    text("membership-paper-person", &[]),
    text("membership-paper-family-name", &[]),
    text("membership-paper-given-names", &[]),
    text("membership-paper-birth-date", &[]),
    text("membership-paper-phone", &[]),
    text("membership-paper-email", &[]),
    text("membership-paper-street", &[]),
    text("membership-paper-postal-code", &[]),
    text("membership-paper-city", &[]),
    text("membership-paper-language", &[]),
    text("membership-paper-work", &[]),
    text("membership-paper-employer", &[]),
    text("membership-paper-household", &[]),
    text("membership-paper-county", &[]),
    text("membership-paper-company", &[]),
    text("membership-paper-job-started", &[]),
    text("membership-paper-chapter", &[]),
    text("membership-paper-membership", &[]),
    text("membership-paper-student", &[]),
    text("membership-paper-fund", &[]),
    text("membership-paper-yes", &[]),
    text("membership-paper-no", &[]),
    text("membership-paper-place", &[]),
    text("membership-paper-signature", &[]),
    text("membership-paper-code", &[]),
];

/// Where forms are sent to, line by line. While there is none, nothing goes out
/// on paper: whoever filled the form in would post it to nobody.
pub(crate) fn return_address(settings: &Settings) -> Vec<String> {
    let lines = settings.line(RETURN_ADDRESS).split(',').map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
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

/// A text of the union's that has one line to stand on.
pub(crate) fn own_line(moment: &Moment, lang: Lang, key: &'static str) -> String {
    own_text(moment, lang, key, &[]).split_whitespace().collect::<Vec<_>>().join(" ")
}
