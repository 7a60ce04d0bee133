//! The labelled sentences, and what is to be reached with them.

use kafferum_guard::quality::{Label, measure, sentences};

use super::GUARD;

const FILE: &str = include_str!("../data/labelled.tsv");
const FURTHER: [&str; 3] = [
    include_str!("../data/blind.tsv"),
    include_str!("../data/second.tsv"),
    include_str!("../data/second-blind.tsv"),
];

fn share(label: Label) -> f64 {
    let figures = measure(&GUARD, &sentences(FILE).unwrap(), label);
    for miss in &figures.misses {
        println!("{}: {miss}", label.word());
    }
    println!(
        "{}: {} of {} {:.1} %",
        label.word(),
        figures.found,
        figures.wanted,
        figures.percent()
    );
    figures.percent()
}

#[test]
fn there_are_six_hundred_sentences_whose_spans_stand_in_them() {
    assert!(sentences(FILE).unwrap().len() >= 600);
    for sentence in [FILE].iter().chain(&FURTHER).flat_map(|file| sentences(file).unwrap()) {
        assert_eq!(sentence.label == Label::Clean, sentence.spans.is_empty(), "{}", sentence.id);
        for span in &sentence.spans {
            assert!(sentence.text.contains(span), "{}: {span}", sentence.id);
        }
    }
}

#[test]
fn of_structured_identifiers_99_percent_are_found() {
    assert!(share(Label::Structured) >= 99.0);
}

#[test]
fn of_names_90_percent_are_found() {
    assert!(share(Label::Name) >= 90.0);
}

#[test]
fn of_combinations_80_percent_are_found() {
    assert!(share(Label::Combination) >= 80.0);
}

#[test]
fn at_most_5_percent_of_clean_posts_give_a_false_alarm() {
    assert!(share(Label::Clean) <= 5.0);
}
