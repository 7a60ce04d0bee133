//! Which applicants a roll file confirms. Pure. An applicant and an entry meet
//! by member number, else by mail address and date of birth, else by full name
//! and date of birth; and only when each has nobody else to meet.

use std::collections::HashMap;

use jiff::civil::Date;
use kafferum_platform::people::PersonId;
use kafferum_platform::people::store::fold;

use crate::model::MemberNumber;
use crate::roll_file::RollEntry;
use crate::store::applications::Application;

/// An applicant whom the roll confirms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Met {
    /// The applicant.
    pub(crate) person: PersonId,
    /// Their entry.
    pub(crate) number: MemberNumber,
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
        if let Some(entry) = entry_of(application, &numbered, &born) {
            met.push(Met { person: application.person, number: entry.number.clone() });
        }
    }
    // Two applicants with one entry, or one with two: a registrar's business.
    let mut numbers: HashMap<MemberNumber, usize> = HashMap::new();
    for one in &met {
        *numbers.entry(one.number.clone()).or_default() += 1;
    }
    met.retain(|one| numbers.get(&one.number) == Some(&1));
    met
}

fn entry_of<'e>(
    application: &Application,
    numbered: &HashMap<&str, &'e RollEntry>,
    born: &HashMap<Date, Vec<&'e RollEntry>>,
) -> Option<&'e RollEntry> {
    let a = &application.body;
    if !a.member_number.is_empty() {
        return numbered.get(a.member_number.as_str()).copied();
    }
    let same_day = born.get(&a.birth_date.parse::<Date>().ok()?)?;
    let only = |is_same: &dyn Fn(&RollEntry) -> bool| {
        let mut found = same_day.iter().filter(|entry| is_same(entry));
        found.next().filter(|_| found.next().is_none()).copied()
    };
    let email = fold(&a.email);
    let name = fold(&format!("{} {}", a.given_name, a.family_name));
    let folded = |text: &Option<String>| fold(text.as_deref().unwrap_or_default());
    only(&|entry| folded(&entry.email) == email).or_else(|| {
        only(&|entry| {
            fold(&format!("{} {}", folded(&entry.given_name), folded(&entry.family_name))) == name
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Answer, ApplicationId, ApplicationState, Employer};
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
        met.into_iter().map(|one| (one.person.0, one.number.to_string())).collect()
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
            application(11, "x@y.fi", "Xenia", "1990-01-01", "3"),
            application(12, "A@B.fi", "Toinen", day, ""),
            application(13, "z@z.fi", "bertta", day, ""),
            application(14, "c@d.fi", "Bertta", "1990-01-01", ""),
        ];
        let wanted = [(11, "3".to_owned()), (12, "1".to_owned()), (13, "2".to_owned())];
        assert_eq!(met(&applications, &entries), wanted);
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
