//! Every form that there is, sent as somebody who may send it, refuses what is
//! no form of ours: a field that it does not have, another site's form, one
//! without a token, another kind of body, too large a one. It says so in the
//! language of the person and changes nothing. What is wrong inside a form is
//! looked at in `bad_input.rs`.

use axum::http::Method;
use kafferum_platform::people::{PersonId, store};
use kafferum_platform::policy::Actor;
use kafferum_platform::texts::Lang;
use kafferum_platform::web::form::LARGEST;
use kafferum_testkit::http::Response;
use kafferum_testkit::on_both;
use kafferum_testkit::personas::{PERSONAS, persona};
use kafferum_testkit::site::{TestSite, Visitor};

/// Every address that a form is sent to, with somebody who may send it. Forms
/// that may come from anywhere are sent by mail programs, and are no pages.
fn every_form(site: &TestSite) -> Vec<(String, Option<PersonId>)> {
    let people: Vec<(Actor, Option<PersonId>)> = PERSONAS
        .iter()
        .map(|kind| persona(site, kind, &format!("{kind} x")))
        .map(|person| (actor(site, person), person))
        .collect();
    let person = site.member("Kohde");
    let (handle, by_name) = (site.site().handle(person).unwrap(), site.site().civil_handle(person));
    let routes = kafferum_server::features().into_iter().flat_map(|feature| feature.routes);
    let forms = routes.filter(|route| route.method == Method::POST && !route.is_from_anywhere);
    forms
        .map(|route| {
            let may = |(actor, _): &&(Actor, _)| (route.permission.rule)(actor).is_ok();
            let sender = people.iter().find(may);
            assert!(sender.is_some(), "nobody may send {}", route.path);
            let pieces = route.path.split('/').map(|piece| match piece {
                "{who}" => handle.clone(),
                "{person}" => by_name.clone(),
                "{lang}" => "fi".to_owned(),
                "{key}" => "union-name".to_owned(),
                "{item}" => "held-1".to_owned(),
                piece if piece.starts_with('{') => "1".to_owned(),
                piece => piece.to_owned(),
            });
            (pieces.collect::<Vec<_>>().join("/"), sender.unwrap().1)
        })
        .collect()
}

fn actor(site: &TestSite, person: Option<PersonId>) -> Actor {
    let (now, trial_end) = (site.now(), site.site().trial_end());
    let known = person.and_then(|person| {
        site.read(move |tx| Ok(store::actor_by_person(tx, person, now, &trial_end)?))
    });
    known.unwrap_or_else(Actor::visitor)
}

/// How many rows each table has.
fn rows(site: &TestSite, sql: &'static str) -> Vec<String> {
    site.read(move |tx| Ok(tx.query(sql, &[], |row| row.get(0))?))
}

fn count_of_every_table() -> &'static str {
    let features = kafferum_server::features();
    let tables = features.iter().flat_map(|feature| feature.tables);
    let each =
        tables.map(|table| format!("SELECT '{0} ' || CAST(COUNT(*) AS TEXT) FROM {0}", table.name));
    Box::leak(each.collect::<Vec<_>>().join(" UNION ALL ").into_boxed_str())
}

type Sending = fn(&mut Visitor<'_>, &str, &str) -> Response;

/// What is no form, and what may be said to it. Forms with files are sent in
/// parts; of another kind they are not read further.
const NO_FORMS: [(&str, &[u16], Sending); 5] = [
    ("an unknown field", &[400, 415], |visitor, path, token| {
        visitor.post_raw(path, &[("_form", token), ("no-such-field", "1")])
    }),
    ("a form without a token", &[403, 415], |visitor, path, _| visitor.post_raw(path, &[])),
    ("another kind", &[415], |visitor, path, token| {
        let body = format!("{{\"_form\":\"{token}\"}}");
        visitor.send("POST", path, Some("application/json"), body.into_bytes())
    }),
    ("too much", &[413, 415], |visitor, path, token| {
        let body = format!("_form={token}&words={}", "a".repeat(LARGEST));
        visitor.send("POST", path, Some("application/x-www-form-urlencoded"), body.into_bytes())
    }),
    ("a form in parts with an unknown field", &[400, 415], |visitor, path, token| {
        visitor.upload(path, &[("_form", token), ("no-such-field", "1")], &[])
    }),
];

on_both! {
    fn every_form_that_there_is_refuses_what_is_no_form_of_ours(site) {
        let count = count_of_every_table();
        let mut wrong = Vec::new();
        let forms = every_form(&site);
        assert!(forms.len() > 80, "{}", forms.len());
        for ((path, person), &lang) in forms.iter().zip(Lang::ALL.iter().cycle()) {
            let browser = || match *person {
                None => site.visitor().with_header("accept-language", lang.word()),
                Some(person) => {
                    site.write(move |tx| Ok(store::set_lang(tx, person, lang)?));
                    site.as_person(person)
                }
            };
            let mut check = |what: &str, may: &[u16], visitor: &mut Visitor<'_>, send: Sending| {
                let token = token_of_any_page(visitor);
                let before = rows(&site, count);
                let answer = send(visitor, path, &token);
                let is_read = answer.text().contains(&format!("<html lang=\"{}\">", lang.word()));
                let is_same = rows(&site, count) == before;
                if !may.contains(&answer.status) || !is_read || !is_same {
                    wrong.push(format!(
                        "{what} to {path}: {}, in the language {is_read}, unchanged {is_same}",
                        answer.status
                    ));
                }
            };
            // Whoever wants out gets out, also with a form that is out of date.
            for (what, may, send) in NO_FORMS.into_iter().filter(|_| path != "/sign-out") {
                check(what, may, &mut browser(), send);
            }
            let mut foreign = browser().with_origin(Some("https://evil.example"));
            check("a form of another site", &[403], &mut foreign, |visitor, path, token| {
                visitor.post_raw(path, &[("_form", token)])
            });
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// A token of this session, from a page that everybody may see.
fn token_of_any_page(visitor: &mut Visitor<'_>) -> String {
    visitor.get("/databank").field_value("_form").unwrap_or_else(|| visitor.token())
}
