//! Texts: every language has all of them, with the same places; every key
//! that is used is there, and every key that is there is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::map::files;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Key → names of its places, of one file.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in source.lines() {
        let begins = line.starts_with(|letter: char| letter.is_ascii_lowercase());
        if begins && let Some((key, _)) = line.split_once(" =") {
            current = Some(key.to_owned());
            assert!(found.insert(key.to_owned(), BTreeSet::new()).is_none(), "{key} stands twice");
        }
        if let Some(key) = &current {
            let places: &mut BTreeSet<String> = found.get_mut(key).unwrap();
            for piece in line.split('$').skip(1) {
                let name: String =
                    piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                places.insert(name);
            }
        }
    }
    found
}

fn crates() -> Vec<String> {
    std::fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| root().join("crates").join(name).join("i18n").exists())
        .collect()
}

fn of(krate: &str, lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join("crates").join(krate).join("i18n").join(format!("{lang}.ftl"));
    messages(&std::fs::read_to_string(path).unwrap())
}

#[test]
fn every_text_stands_in_all_languages_with_the_same_places() {
    for krate in crates() {
        let finnish = of(&krate, "fi");
        assert!(!finnish.is_empty() || krate == "testkit", "{krate} has no texts");
        for lang in ["sv", "en"] {
            assert_eq!(finnish, of(&krate, lang), "{krate}: fi against {lang}");
        }
    }
}

/// Every word in a source that could be a text key: letters, digits and
/// hyphens between quotes.
fn words_in_quotes(source: &str) -> BTreeSet<String> {
    source
        .split('"')
        .filter(|piece| !piece.is_empty() && piece.len() < 80)
        .filter(|piece| {
            piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .map(str::to_owned)
        .collect()
}

/// Beginnings that sources glue a word behind: `format!("role-{}", …)`.
fn glued(source: &str) -> BTreeSet<String> {
    source
        .split('"')
        .filter_map(|piece| piece.split_once('{').map(|(head, _)| head))
        .filter(|head| head.ends_with('-') && head.len() > 2)
        .filter(|head| {
            head.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .map(str::to_owned)
        .collect()
}

/// Prefixes of forms: their labels are `PREFIX-FIELD`.
fn form_prefixes(source: &str) -> BTreeSet<String> {
    source
        .split(".form(")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1))
        .map(|prefix| format!("{prefix}-"))
        .collect()
}

#[test]
fn every_text_is_used_and_every_used_text_is_there() {
    let mut sources = String::new();
    for krate in crates().iter().chain(&["testkit".to_owned()]) {
        for folder in ["src", "templates"] {
            for ending in ["rs", "html", "txt"] {
                for path in files(&root().join("crates").join(krate).join(folder), ending) {
                    sources.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
    }
    let (used, glued, forms) =
        (words_in_quotes(&sources), glued(&sources), form_prefixes(&sources));
    let there: BTreeSet<String> =
        crates().iter().flat_map(|krate| of(krate, "fi").into_keys()).collect();
    let idle: Vec<&String> = there
        .iter()
        .filter(|key| !used.contains(*key))
        .filter(|key| !glued.iter().chain(&forms).any(|head| key.starts_with(head.as_str())))
        .filter(|key| !is_known_pattern(key, &used))
        .collect();
    assert!(idle.is_empty(), "texts that nothing uses: {idle:#?}");
    // What a template or page asks for by `t("…")` must be there.
    let asked: BTreeSet<String> = [".t(\"", ".ta(\"", ".count(\"", "Refusal::new(\"", "refuse(\""]
        .iter()
        .flat_map(|call| sources.split(call).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|key| !key.contains('{') && !key.contains(' '))
        .map(str::to_owned)
        .collect();
    let missing: Vec<&String> = asked.iter().filter(|key| !there.contains(*key)).collect();
    assert!(missing.is_empty(), "texts that are asked for and not there: {missing:#?}");
}

/// `KEY-lead` of error pages, `KEY-hint` of fields, labels of settings, and
/// labels `PREFIX-FIELD` of a form whose prefix is chosen at run time.
fn is_known_pattern(key: &str, used: &BTreeSet<String>) -> bool {
    let field = key.trim_end_matches("-hint").rsplit_once('-');
    let is_label = field.is_some_and(|(prefix, field)| {
        prefix.matches('-').count() >= 2 && used.contains(prefix) && used.contains(field)
    });
    is_label
        || ["-lead", "-hint"]
            .iter()
            .any(|end| key.strip_suffix(end).is_some_and(|base| used.contains(base)))
        || key.strip_prefix("setting-").is_some_and(|rest| {
            used.contains(rest) || used.contains(rest.trim_end_matches("-hint"))
        })
}
