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

/// Where SQL may stand beside the files and folders called `store`: in what each
/// is the store of a table of its own, in `platform`.
const STORES: [&str; 18] = [
    "audit.rs",
    "db/migrate.rs",
    "feeds/key.rs",
    "files/mod.rs",
    "jobs.rs",
    "mail.rs",
    "people/account.rs",
    "people/likeness.rs",
    "people/session.rs",
    "people/throttle.rs",
    "push/device.rs",
    "push/vapid.rs",
    "search/again.rs",
    "search/index.rs",
    "search/missed.rs",
    "settings.rs",
    "site.rs",
    "web/receipt.rs",
];

/// Whether a source asks the database something, its tests left out.
fn asks(source: &str) -> bool {
    let source = source.split("#[cfg(test)]\nmod").next().unwrap();
    let asked = |ask: &str| {
        // `ctx.query` asks the address.
        source.match_indices(ask).any(|(at, _)| !source[..at].ends_with(char::is_alphanumeric))
    };
    ["tx.query(", "tx.execute(", "tx.first(", "tx.one("].into_iter().any(asked)
}

#[test]
fn sql_stands_in_stores_alone() {
    let crates = root().join("crates");
    let (mut strays, mut stores) = (Vec::new(), BTreeSet::new());
    for entry in std::fs::read_dir(&crates).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name == "testkit" {
            continue;
        }
        let source = crates.join(&name).join("src");
        for path in rust_files(&source) {
            let file = path.strip_prefix(&source).unwrap().to_str().unwrap();
            let is_store = file.split(['/', '.']).any(|part| part == "store");
            if is_store || !asks(&std::fs::read_to_string(&path).unwrap()) {
                continue;
            }
            match STORES.iter().find(|store| name == "platform" && **store == file) {
                Some(store) => {
                    stores.insert(*store);
                }
                None => strays.push(format!("{name}/{file}")),
            }
        }
    }
    assert!(strays.is_empty(), "SQL outside a store: {strays:?}");
    let idle: Vec<_> = STORES.iter().filter(|store| !stores.contains(*store)).collect();
    assert!(idle.is_empty(), "there is no SQL any more in {idle:?}");
}

#[test]
fn sql_is_noticed() {
    assert!(asks("fn f(tx: &mut Tx) { tx.one(SQL) }"));
    assert!(asks("Ok(tx.query(\"SELECT 1\"))"));
    assert!(!asks("let next = ctx.query(\"next\");"));
    assert!(!asks("fn f() {}\n#[cfg(test)]\nmod tests { fn g() { tx.one(SQL) } }"));
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
