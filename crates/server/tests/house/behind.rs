//! The coffee room knows pseudonyms. Who is behind them stands in other
//! tables, and nothing of the coffee room's asks there.

use std::collections::BTreeSet;

use super::map::{root, rust_files};

/// What else than its own tables the coffee room may ask: the public side of
/// people, and how often pseudonyms changed.
const PUBLIC: [&str; 3] = ["person", "pseudonym_changes", "file"];

/// Words by which a table is named in SQL, before the name.
const BEFORE: [&str; 4] = ["FROM", "JOIN", "INTO", "UPDATE"];

/// Parts of `platform` that tell who somebody is, or how to reach them.
const TELLING: [&str; 7] = [
    "store::identity",
    "person_by_email",
    "people::account",
    "people::contact",
    "people::email",
    "people::session",
    "people::seal",
];

fn tables_asked(source: &str) -> BTreeSet<&str> {
    let words: Vec<&str> =
        source.split(|c: char| c.is_whitespace() || "\"(),".contains(c)).collect();
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [before, table] if BEFORE.contains(before) => Some(*table),
        _ => None,
    });
    let is_name =
        |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    // What a question names itself is no table.
    let is_its_own = |word: &&str| {
        let mut pairs = words.windows(2);
        pairs.any(|pair| matches!(pair, ["WITH" | "RECURSIVE", name] if name == word))
    };
    pairs.filter(is_name).filter(|word| !is_its_own(word)).collect()
}

#[test]
fn the_coffee_room_asks_no_table_that_says_who_somebody_is() {
    let own: BTreeSet<&str> =
        kafferum_coffee_room::feature().tables.iter().map(|table| table.name).collect();
    let mut asked = BTreeSet::new();
    for path in rust_files(&root().join("crates/coffee_room/src")) {
        let source = std::fs::read_to_string(&path).unwrap();
        for table in tables_asked(&source) {
            let may = own.contains(table) || PUBLIC.contains(&table);
            assert!(may, "{} asks the table {table}", path.display());
            asked.insert(table.to_owned());
        }
        // Of a person: number, pseudonym, whether they are still there, since
        // when they are.
        for private in ["trial_started_at", "given_name", "family_name", "email"] {
            assert!(!source.contains(private), "{} names {private}", path.display());
        }
        for telling in TELLING {
            assert!(!source.contains(telling), "{} uses {telling}", path.display());
        }
        let mut words = source.split(|letter: char| !letter.is_alphanumeric());
        assert!(words.all(|word| word != "Identity"), "{} uses Identity", path.display());
    }
    assert!(asked.contains("post") && asked.contains("person"), "it was looked: {asked:?}");
}

#[test]
fn a_question_to_another_table_is_noticed() {
    let sql = "SELECT i.email FROM post p\n JOIN identity i ON i.person = p.author";
    assert_eq!(tables_asked(sql), BTreeSet::from(["post", "identity"]));
    let own = "WITH RECURSIVE here (since) AS (SELECT 1 FROM post) SELECT since FROM here";
    assert_eq!(tables_asked(own), BTreeSet::from(["post"]));
    assert_eq!(
        tables_asked("WITH here AS (SELECT 1 FROM post) SELECT 1 FROM here"),
        BTreeSet::from(["post"])
    );
    assert_eq!(tables_asked("ON CONFLICT DO UPDATE SET x = 1"), BTreeSet::new());
}
