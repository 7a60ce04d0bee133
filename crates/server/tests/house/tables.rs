//! Tables: the same on both engines, each answered for.

use std::collections::{BTreeMap, BTreeSet};

use kafferum_platform::db::{keys, schema};
use kafferum_testkit::site::{On, TestSite};

use super::map::{root, rust_files};

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
fn both_engines_have_the_same_keys_indexes_and_references() {
    let of = |on| {
        let site = TestSite::start(on);
        site.wait_for(keys(&site.site().db)).unwrap()
    };
    let (sqlite, postgres) = (of(On::Sqlite), of(On::Postgres));
    for kind in [" key (", " unique (", " index (", " reference "] {
        assert!(sqlite.iter().filter(|line| line.contains(kind)).count() > 10, "{kind}");
    }
    let only = |mine: &[String], theirs: &[String]| -> Vec<String> {
        mine.iter().filter(|line| !theirs.contains(line)).cloned().collect()
    };
    let (left, right) = (only(&sqlite, &postgres), only(&postgres, &sqlite));
    assert!(
        left.is_empty() && right.is_empty(),
        "SQLite alone {left:#?}, PostgreSQL alone {right:#?}"
    );
    assert_eq!(sqlite.len(), postgres.len());
}

#[test]
fn no_test_of_a_capability_chooses_an_engine() {
    for name in ["membership", "coffee_room", "databank"] {
        let folder = root().join("crates").join(name);
        let sources = ["src", "tests"].map(|part| rust_files(&folder.join(part)));
        for path in sources.concat() {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.contains("On::"), "{} runs on one engine", path.display());
        }
    }
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

/// Columns by table.
fn tables() -> BTreeMap<String, BTreeSet<String>> {
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in columns(On::Sqlite) {
        let (table, column) = line.split(' ').next().unwrap().split_once('.').unwrap();
        tables.entry(table.to_owned()).or_default().insert(column.to_owned());
    }
    tables
}

#[test]
fn whatever_tells_of_a_post_or_thread_follows_it_when_it_moves() {
    let path = "/../coffee_room/src/store/relocate.rs";
    let path = format!("{}{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let tables = tables();
    for column in &tables["post"] {
        assert!(text.contains(&format!("p.{column}")), "post.{column} is not copied");
    }
    // Posts are copied, markers carried over, and the table of moves kept up
    // in ways of their own.
    let own_way = ["post", "read_marker", "post_moved", "thread"];
    for (table, columns) in tables.iter().filter(|(table, _)| !own_way.contains(&table.as_str())) {
        if columns.contains("thread") && columns.contains("position") {
            let follows = text.contains(&format!("UPDATE {table} SET thread = ?4, position"));
            assert!(follows, "{table} has thread and position and does not follow a post");
        } else if columns.contains("thread") {
            let follows = text.contains(&format!("UPDATE {table} SET thread = ?2"))
                || text.contains(&format!("DELETE FROM {table} WHERE thread = ?1"));
            assert!(follows, "{table} has a thread and does not follow one that is joined");
        }
    }
}
