//! Base forms are those of libvoikko, word by word. Its spell checker, the
//! program `voikkospell`, prints them. `cargo xtask test` installs it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::{Command, Stdio};

use kafferum_analyser::{Analyser, Language, words};

use crate::terms::ANALYSER;

/// The words as libvoikko knows them. The one thing in which we differ on
/// purpose: it does not read typographic apostrophes and dashes, we take them
/// for the ones on a keyboard.
fn typed(word: &str) -> String {
    word.replace('’', "'").replace('–', "-")
}

type BaseForms = BTreeMap<String, BTreeSet<String>>;

/// What libvoikko says of words; empty sets for those it does not know.
fn libvoikko(words: &BTreeSet<String>) -> BaseForms {
    let mut voikkospell = Command::new("voikkospell")
        .args(["-M", "-d", "fi"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("voikkospell is there; `cargo xtask test` installs it, in Debian's libvoikko-dev");
    let mut input = voikkospell.stdin.take().unwrap();
    let asked: String = words.iter().map(|word| format!("{word}\n")).collect();
    let asking = std::thread::spawn(move || input.write_all(asked.as_bytes()).unwrap());
    let output = voikkospell.wait_with_output().unwrap();
    asking.join().unwrap();
    let mut found: BaseForms = words.iter().map(|word| (word.clone(), BTreeSet::new())).collect();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        // A(word):1:BASEFORM=base
        let Some((head, base)) = line.split_once(":BASEFORM=") else { continue };
        let word = head.strip_prefix("A(").unwrap().rsplit_once("):").unwrap().0;
        found.get_mut(word).unwrap().insert(base.to_lowercase());
    }
    found
}

fn disagreements(words: &BTreeSet<String>) -> (usize, Vec<String>) {
    let theirs = libvoikko(words);
    let known = theirs.values().filter(|bases| !bases.is_empty()).count();
    let differ = |(word, theirs): (&String, &BTreeSet<String>)| {
        let is_known = ANALYSER.knows(Language::Finnish, word);
        let ours: BTreeSet<String> = match is_known {
            true => ANALYSER.base_forms(Language::Finnish, word).into_iter().collect(),
            false => BTreeSet::new(),
        };
        (ours != *theirs).then(|| format!("{word}: {ours:?}, libvoikko {theirs:?}"))
    };
    (known, theirs.iter().filter_map(differ).collect())
}

/// Every word of the Finnish sentences, as people cut it out.
fn gold_words() -> BTreeSet<String> {
    let file = include_str!("../data/sentences-fi.tsv");
    let tokens = file.lines().skip(1).filter_map(|line| line.split('\t').nth(2));
    let forms = tokens.flat_map(|tokens| tokens.split(' '));
    forms.filter_map(|token| token.rsplitn(3, '/').nth(2)).map(typed).collect()
}

#[test]
fn base_forms_of_all_words_of_the_sentences_are_those_of_libvoikko() {
    let words = gold_words();
    let (known, disagreements) = disagreements(&words);
    assert!(known > 7_000, "libvoikko knew only {known} of {} words", words.len());
    assert_eq!(disagreements, Vec::<String>::new());
}

#[test]
fn base_forms_of_numbers_and_words_in_other_spellings_are_those_of_libvoikko() {
    let mut asked: BTreeSet<String> = gold_words();
    asked = asked.iter().flat_map(|word| [word.to_uppercase(), format!("{word}kin")]).collect();
    for tens in ["kaksi", "kahdelle", "kolmannen", "yhtä"] {
        for ones in ["toista", "kymmentä", "kymmenelle", "kymmenennen", "sataa", "kymmentäviisi"]
        {
            asked.insert(format!("{tens}{ones}"));
        }
    }
    let numbers = ["12:ssa", "5:n", "20-vuotias", "1,5", "XIV:n", "EU:ssa", "A4:n", "00:07", "25."];
    asked.extend(numbers.map(str::to_owned));
    let names = ["Uuden-Seelannin", "Ison-Britannian", "Pohjois-Karjalassa", "Koillis-Lapin"];
    asked.extend(names.map(str::to_owned));
    assert_eq!(disagreements(&asked).1, Vec::<String>::new());
}

#[test]
fn words_cut_from_texts_are_known_as_often_as_those_cut_by_people() {
    let known = |analyser: &Analyser, words: &BTreeSet<String>| {
        words.iter().filter(|word| analyser.knows(Language::Finnish, word)).count() as f64
            / words.len() as f64
    };
    let file = include_str!("../data/sentences-fi.tsv");
    let texts = file.lines().skip(1).filter_map(|line| line.split('\t').nth(1));
    let ours: BTreeSet<String> = texts.flat_map(words).map(|word| word.text.to_owned()).collect();
    assert!(known(&ANALYSER, &ours) > known(&ANALYSER, &gold_words()) - 0.01);
}
