//! What the databank holds about a person, and how it forgets them.

use kafferum_platform::people::PersonId;
use kafferum_platform::policy::Role;
use kafferum_testkit::on_both;
use kafferum_testkit::site::TestSite;
use serde_json::Value;

use super::{FACT, TEXT, enter, publish, says};

fn exported(site: &TestSite, person: PersonId) -> Value {
    let databank = site.site().features.iter().find(|feature| feature.name == "databank").unwrap();
    let export = databank.export;
    site.read(move |tx| Ok(export(tx, person)?))
}

on_both! {
    fn an_editor_gets_what_they_wrote_and_is_forgotten_without_their_texts(site) {
        let person = site.staff("Toimittaja", Role::Editor);
        let mut editor = site.as_person(person);
        editor.get("/editor");
        enter(&mut editor, FACT);
        publish(&mut editor, "breaks", TEXT);
        let held = exported(&site, person);
        assert_eq!(held["articles"][0]["title"], "Tauot");
        assert_eq!(held["facts"][0]["statement"], "Tauko on 12 minuuttia.");

        let databank = site.site().features.iter().find(|feature| feature.name == "databank").unwrap();
        let (erase, now) = (databank.erase, site.now());
        site.write(move |tx| Ok(erase(tx, person, now)?));
        let held = exported(&site, person);
        assert_eq!(held["articles"], Value::Array(Vec::new()));
        assert_eq!(held["facts"], Value::Array(Vec::new()));
        says(&site.visitor().get("/databank/breaks"), "Tauot");
    }
}
