//! Tables: the same on both engines, each answered for.

use std::collections::BTreeSet;

use kafferum_platform::db::schema;
use kafferum_testkit::site::{On, TestSite};

fn columns(on: On) -> Vec<String> {
    let site = TestSite::start(on);
    site.wait_for(schema(&site.site().db)).unwrap()
}

#[test]
fn both_engines_have_the_same_tables_and_columns() {
    let (sqlite, postgres) = (columns(On::Sqlite), columns(On::Postgres));
    assert!(sqlite.len() > 100);
    assert_eq!(sqlite, postgres);
}

#[test]
fn every_table_is_answered_for_by_a_capability() {
    let there: BTreeSet<String> =
        columns(On::Sqlite).iter().map(|line| line.split('.').next().unwrap().to_owned()).collect();
    let named: Vec<&str> = kafferum_server::features()
        .iter()
        .flat_map(|feature| feature.tables.iter().map(|table| table.name))
        .collect();
    let known: BTreeSet<String> = named.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(known.len(), named.len(), "a table named twice");
    assert_eq!(known, there);
}

#[test]
fn every_setting_takes_its_own_default_and_has_a_label() {
    use kafferum_platform::settings::Kind;
    use kafferum_platform::texts::Lang;
    let site = TestSite::start(On::Sqlite);
    for setting in site.site().known_settings() {
        for lang in Lang::ALL {
            let label = format!("setting-{}", setting.key);
            assert!(site.site().texts.has(*lang, &label), "{label} in {}", lang.word());
            if let Kind::Text { .. } = setting.kind {
                assert!(
                    site.site().texts.has(*lang, setting.key),
                    "{} in {}",
                    setting.key,
                    lang.word()
                );
            }
        }
        if !matches!(setting.kind, Kind::Text { .. }) {
            assert_eq!(setting.must_take(setting.default), Ok(()), "{}", setting.key);
        }
    }
}
