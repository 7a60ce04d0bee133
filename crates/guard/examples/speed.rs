//! Prints what looking at a post costs on this machine, beside what
//! analysing its words without a cache costs. The posts are made of the
//! labelled sentences in which nothing is to be found:
//! `cargo run --release -p kafferum-guard --example speed`

#![allow(clippy::disallowed_methods, reason = "it measures")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kafferum_analyser::{Analyser, Language, words};
use kafferum_guard::Guard;
use kafferum_guard::quality::{Label, sentences};

const FILE: &str = include_str!("../tests/data/labelled.tsv");
/// The fastest of these is told, since others use the machine too.
const ROUNDS: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let analyser = Arc::new(Analyser::bundled());
    let guard = Guard::new(Arc::clone(&analyser));
    let sentences = sentences(FILE).map_err(|error| error.to_string())?;
    for language in [Language::Finnish, Language::Swedish, Language::English] {
        let clean: Vec<&str> = sentences
            .iter()
            .filter(|sentence| sentence.language == language && sentence.label == Label::Clean)
            .map(|sentence| sentence.text.as_str())
            .collect();
        for length in [300, 3_000, 20_000] {
            let posts = posts(&clean, length);
            let look = fastest(&posts, |post| guard.look(language, post).len());
            let analyse = fastest(&posts, |post| {
                words(post).map(|word| analyser.query_terms(language, word.text).len()).sum()
            });
            println!("{language:?}, {length} characters: {look:?}; its words alone {analyse:?}");
        }
    }
    Ok(())
}

/// As many posts of a length as there are sentences, each beginning with
/// another.
fn posts(sentences: &[&str], length: usize) -> Vec<String> {
    let post = |from: usize| {
        let mut text = String::new();
        for sentence in sentences.iter().cycle().skip(from) {
            if text.chars().count() >= length {
                break;
            }
            text.push_str(sentence);
            text.push(' ');
        }
        text.chars().take(length).collect()
    };
    let most = (200_000 / length).min(sentences.len());
    (0..most).map(post).collect()
}

/// What one post costs in the fastest round.
fn fastest(posts: &[String], work: impl Fn(&str) -> usize) -> Duration {
    let round = |_| {
        let start = Instant::now();
        for post in posts {
            black_box(work(post));
        }
        start.elapsed() / u32::try_from(posts.len().max(1)).unwrap_or(1)
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}
