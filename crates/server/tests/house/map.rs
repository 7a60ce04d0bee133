//! ARCHITECTURE.md says what is there, and nothing else is.

use std::collections::BTreeSet;
use std::path::Path;

pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

#[test]
fn the_map_names_every_crate_and_no_other() {
    let text = read("ARCHITECTURE.md");
    let named: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `crates/"))
        .filter_map(|rest| rest.split('`').next())
        .map(|name| name.trim_end_matches('/').to_owned())
        .collect();
    let there: BTreeSet<String> = std::fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(named, there);
}

#[test]
fn no_capability_depends_on_another_and_only_platform_knows_the_drivers() {
    for entry in std::fs::read_dir(root().join("crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let dependencies = dependencies.split("\n[").next().unwrap();
        let others = ["membership", "coffee-room", "databank"];
        for other in others {
            let is_capability = others.contains(&name.replace('_', "-").as_str());
            if is_capability || name == "platform" {
                let known = format!("kafferum-{other}.");
                assert!(!dependencies.contains(&known), "{name} must not know {other}");
            }
        }
        if name != "platform" && name != "testkit" {
            for driver in ["rusqlite", "postgres"] {
                assert!(!dependencies.contains(driver), "{name} must not know {driver}");
            }
        }
    }
}

#[test]
fn sql_stands_in_stores_alone() {
    // What a capability asks of the database stands in one file a crate, and
    // the few others named here say why at their head.
    let mut strays = Vec::new();
    for name in ["membership", "coffee_room", "databank"] {
        for path in rust_files(&root().join("crates").join(name).join("src")) {
            let text = std::fs::read_to_string(&path).unwrap();
            let file = path.strip_prefix(root()).unwrap().display().to_string();
            // With what stands before, since `ctx.query` asks the address.
            let asks = [" tx.query(", " tx.execute(", " tx.first(", " tx.one(", "(tx."];
            if !file.contains("store") && asks.iter().any(|ask| text.contains(ask)) {
                strays.push(file);
            }
        }
    }
    assert!(strays.is_empty(), "SQL outside a store: {strays:?}");
}

pub(crate) fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    files(folder, "rs")
}

pub(crate) fn files(folder: &Path, ending: &str) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
