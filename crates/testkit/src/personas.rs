//! Every kind of person that a route may meet, for tests that walk all routes.

use kafferum_platform::clock::DAY;
use kafferum_platform::people::{PasswordKind, PersonId, account, store};
use kafferum_platform::policy::{Grant, Role};

use crate::site::TestSite;

/// Their names; the first is nobody who is known.
pub const PERSONAS: [&str; 19] = [
    "visitor",
    "guest",
    "trial over",
    "member",
    "leaver",
    "temporary password",
    "member moderator",
    "staff moderator",
    "room moderator",
    "moderator-trainee",
    "support-person",
    "regional-contact",
    "shop-steward",
    "safety-delegate",
    "adviser",
    "editor",
    "organiser",
    "registrar",
    "administrator",
];

/// Somebody of this kind, new to the site; nobody for a visitor.
pub fn persona(site: &TestSite, kind: &str, pseudonym: &str) -> Option<PersonId> {
    Some(match kind {
        "visitor" => return None,
        "guest" => site.guest(pseudonym),
        "trial over" => {
            let person = site.guest(pseudonym);
            let start = site.now() - 60 * DAY;
            site.write(move |tx| {
                let sql = "UPDATE person SET trial_started_at = ?2 WHERE id = ?1";
                Ok(tx.execute(sql, &[&person, &start])?)
            });
            person
        }
        "member" => site.member(pseudonym),
        "leaver" => {
            let person = site.member(pseudonym);
            site.leave(person);
            person
        }
        "temporary password" => {
            let person = site.member(pseudonym);
            site.write(move |tx| {
                Ok(account::set_password(tx, person, "none", PasswordKind::Temporary, 0)?)
            });
            person
        }
        "member moderator" => {
            let person = site.member(pseudonym);
            site.give(person, Role::Moderator, true);
            person
        }
        "staff moderator" => site.staff(pseudonym, Role::Moderator),
        "room moderator" => {
            let (person, now) = (site.member(pseudonym), site.now());
            let grant = Grant { role: Role::Moderator, scope: Some("room:1".to_owned()) };
            site.write(move |tx| Ok(store::grant(tx, person, &grant, true, None, now)?));
            person
        }
        word => {
            let role = Role::from_word(word).expect("the word of a role");
            if role.is_elected() || role == Role::ModeratorTrainee {
                let person = site.member(pseudonym);
                site.give(person, role, true);
                person
            } else {
                site.staff(pseudonym, role)
            }
        }
    })
}
