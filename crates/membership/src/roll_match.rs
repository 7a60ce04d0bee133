//! Which applicants a roll file confirms. Pure. An applicant and an entry meet
//! by member number and date of birth, else by mail address and date of birth,
//! else by full name and date of birth; and only when each has nobody else to
//! meet. A number alone says nothing: an employer knows their assistant's.

use std::collections::HashMap;

use jiff::civil::Date;
use kafferum_platform::people::PersonId;
use kafferum_platform::people::store::fold;

use crate::model::MemberNumber;
use crate::roll_file::RollEntry;
use crate::store::applications::Application;

/// By what an applicant and an entry meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MetBy {
    /// Member number and date of birth.
    NumberAndBirthDate,
    /// Member number and full name, where the roll has no date of birth.
    NumberAndName,
    /// Mail address and date of birth.
    MailAndBirthDate,
    /// Full name and date of birth.
    NameAndBirthDate,
}

impl MetBy {
    /// The text key that says so.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::NumberAndBirthDate => "membership-roll-met-by-number-and-birth-date",
            Self::NumberAndName => "membership-roll-met-by-number-and-name",
            Self::MailAndBirthDate => "membership-roll-met-by-mail-and-birth-date",
            Self::NameAndBirthDate => "membership-roll-met-by-name-and-birth-date",
        }
    }
}

/// An applicant whom the roll confirms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Met {
    /// The applicant.
    pub(crate) person: PersonId,
    /// Their name as they wrote it, family name first.
    pub(crate) applicant: String,
    /// Their entry.
    pub(crate) entry: RollEntry,
    /// What both of them say.
    pub(crate) by: MetBy,
}

/// Who meets whom. `entries` are the members that belong to no account yet.
pub(crate) fn meet<'e>(
    applications: &[Application],
    entries: impl Iterator<Item = &'e RollEntry>,
) -> Vec<Met> {
    if applications.is_empty() {
        return Vec::new();
    }
    let mut born: HashMap<Date, Vec<&RollEntry>> = HashMap::new();
    let mut numbered: HashMap<&str, &RollEntry> = HashMap::new();
    for entry in entries {
        numbered.insert(entry.number.as_str(), entry);
        if let Some(day) = entry.birth_date {
            born.entry(day).or_default().push(entry);
        }
    }
    let mut met: Vec<Met> = Vec::new();
    for application in applications {
        // What a registrar confirmed and what came anew after it are one.
        if met.iter().any(|one| one.person == application.person) {
            continue;
        }
        if let Some((entry, by)) = entry_of(application, &numbered, &born) {
            let a = &application.body;
            met.push(Met {
                person: application.person,
                applicant: format!("{} {}", a.family_name, a.given_name),
                entry: entry.clone(),
                by,
            });
        }
    }
    // Two applicants with one entry, or one with two: a registrar's business.
    let mut numbers: HashMap<MemberNumber, usize> = HashMap::new();
    for one in &met {
        *numbers.entry(one.entry.number.clone()).or_default() += 1;
    }
    met.retain(|one| numbers.get(&one.entry.number) == Some(&1));
    met
}

fn entry_of<'e>(
    application: &Application,
    numbered: &HashMap<&str, &'e RollEntry>,
    born: &HashMap<Date, Vec<&'e RollEntry>>,
) -> Option<(&'e RollEntry, MetBy)> {
    let a = &application.body;
    // A number that does not fit is not a reason to guess.
    if !a.member_number.is_empty() {
        let entry = *numbered.get(a.member_number.as_str())?;
        return by_number(application, entry).map(|by| (entry, by));
    }
    let same_day = born.get(&a.birth_date.parse::<Date>().ok()?)?;
    let only = |is_same: &dyn Fn(&RollEntry) -> bool| {
        let mut found = same_day.iter().filter(|entry| is_same(entry));
        found.next().filter(|_| found.next().is_none()).copied()
    };
    let email = fold(&a.email);
    let by_mail = only(&|entry| folded(&entry.email) == email);
    let by_name = || {
        let found = only(&|entry| has_name(application, entry));
        found.map(|entry| (entry, MetBy::NameAndBirthDate))
    };
    by_mail.map(|entry| (entry, MetBy::MailAndBirthDate)).or_else(by_name)
}

/// By what else an applicant and the entry of the number that they gave are
/// one person; `None` where they are not.
pub(crate) fn by_number(application: &Application, entry: &RollEntry) -> Option<MetBy> {
    match entry.birth_date {
        Some(day) => {
            let is_same = application.body.birth_date == day.to_string();
            is_same.then_some(MetBy::NumberAndBirthDate)
        }
        None => has_name(application, entry).then_some(MetBy::NumberAndName),
    }
}

fn folded(text: &Option<String>) -> String {
    fold(text.as_deref().unwrap_or_default())
}

fn has_name(application: &Application, entry: &RollEntry) -> bool {
    let a = &application.body;
    let known = format!("{} {}", folded(&entry.given_name), folded(&entry.family_name));
    fold(&known) == fold(&format!("{} {}", a.given_name, a.family_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Answer, ApplicationId, ApplicationState, CameBy, Employer};
    use crate::store::applications::NewApplication;
    use kafferum_platform::texts::Lang;

    fn application(person: i64, email: &str, given: &str, born: &str, number: &str) -> Application {
        Application {
            id: ApplicationId(person),
            person: PersonId(person),
            state: ApplicationState::Waiting,
            body: NewApplication {
                given_name: given.to_owned(),
                family_name: "Virtanen".to_owned(),
                birth_date: born.to_owned(),
                email: email.to_owned(),
                phone: String::new(),
                street: String::new(),
                postal_code: String::new(),
                city: String::new(),
                lang: Lang::Fi,
                employer: Employer::Household,
                job_started: String::new(),
                chapter_wish: String::new(),
                student: Answer::No,
                unemployment_fund: Answer::No,
                member_number: number.to_owned(),
            },
            came_by: CameBy::Site,
            applied_at: 0,
            settled_at: None,
            basis: None,
            reason: String::new(),
            exported_at: None,
        }
    }

    fn entry(number: &str, email: &str, given: &str, born: &str) -> RollEntry {
        RollEntry {
            email: Some(email.to_owned()),
            given_name: Some(given.to_owned()),
            family_name: Some("VIRTANEN".to_owned()),
            birth_date: born.parse().ok(),
            ..RollEntry::new(MemberNumber::parse(number).unwrap())
        }
    }

    fn met(applications: &[Application], entries: &[RollEntry]) -> Vec<(i64, String)> {
        let met = meet(applications, entries.iter());
        met.into_iter().map(|one| (one.person.0, one.entry.number.to_string())).collect()
    }

    #[test]
    fn they_meet_by_number_then_mail_then_name() {
        let day = "1985-03-14";
        let entries = [
            entry("1", "a@b.fi", "Aino", day),
            entry("2", "c@d.fi", "Bertta", day),
            entry("3", "e@f.fi", "Cecilia", day),
        ];
        let applications = [
            application(11, "x@y.fi", "Xenia", day, "3"),
            application(12, "A@B.fi", "Toinen", day, ""),
            application(13, "z@z.fi", "bertta", day, ""),
            application(14, "c@d.fi", "Bertta", "1990-01-01", ""),
        ];
        let wanted = [(11, "3".to_owned()), (12, "1".to_owned()), (13, "2".to_owned())];
        assert_eq!(met(&applications, &entries), wanted);
    }

    #[test]
    fn a_number_alone_meets_nobody() {
        let day = "1985-03-14";
        let known = [entry("3", "e@f.fi", "Cecilia", day)];
        // Somebody who knows the number, and everything but the date of birth.
        for (email, given) in [("x@y.fi", "Xenia"), ("e@f.fi", "Cecilia")] {
            assert_eq!(met(&[application(11, email, given, "1990-01-01", "3")], &known), []);
        }
        let undated = [entry("3", "e@f.fi", "Cecilia", "")];
        assert_eq!(met(&[application(11, "e@f.fi", "Xenia", day, "3")], &undated), []);
        let cecilia = [application(11, "x@y.fi", "CECILIA", day, "3")];
        assert_eq!(met(&cecilia, &undated), [(11, "3".to_owned())]);
    }

    #[test]
    fn who_could_be_two_is_nobody() {
        let day = "1985-03-14";
        let twins = [entry("1", "", "Aino", day), entry("2", "", "Aino", day)];
        assert_eq!(met(&[application(11, "a@b.fi", "Aino", day, "")], &twins), []);
        let both = [
            application(11, "a@b.fi", "Aino", day, ""),
            application(12, "a@b.fi", "Aino", day, ""),
        ];
        assert_eq!(met(&both, &[entry("1", "a@b.fi", "Aino", day)]), []);
        // A number that is not in the roll is not a reason to guess.
        assert_eq!(met(&[application(11, "a@b.fi", "Aino", day, "9")], &twins[..1]), []);
    }
}
