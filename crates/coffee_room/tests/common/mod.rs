//! What tests of moderators begin with.

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::site::TestSite;

pub const NEW: &str = "/coffee-room/rooms/1/new";
pub const THREAD: &str = "/coffee-room/threads/1";
pub const POST: &str = "/moderation/threads/1/posts/2";

pub struct People {
    pub aino: PersonId,
    pub eino: PersonId,
    pub pihlaja: PersonId,
    pub havu: PersonId,
}

/// A thread by Aino in which Eino answered, and two moderators.
pub fn room(site: &TestSite, answer: &str) -> People {
    let people = People {
        aino: site.member("Aino"),
        eino: site.member("Eino"),
        pihlaja: site.member("Pihlaja"),
        havu: site.member("Havu"),
    };
    for moderator in [people.pihlaja, people.havu] {
        site.give(moderator, Role::Moderator, true);
    }
    let fields = [("title", "Tauot"), ("body", "Miten te teette?"), ("audience", "members")];
    assert_eq!(fill(site, people.aino, NEW, &fields), 303);
    assert_eq!(fill(site, people.eino, &format!("{THREAD}/reply"), &[("body", answer)]), 303);
    people
}

/// Sends a form from its page.
pub fn fill(site: &TestSite, by: PersonId, path: &str, fields: &[(&str, &str)]) -> u16 {
    let mut by = site.as_person(by);
    by.get(path);
    by.post(path, fields).status
}

pub fn count(site: &TestSite, sql: &'static str) -> i64 {
    site.read(move |tx| Ok(tx.one(sql, &[], |row| row.get(0))?))
}
