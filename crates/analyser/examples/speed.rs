//! Prints how fast the analyser is on this machine. Takes the files to
//! analyse, each named `…-fi.txt` or the like by its language:
//! `cargo run --release -p kafferum-analyser --example speed -- FILE…`

#![allow(clippy::disallowed_methods, reason = "it measures")]

use std::time::Instant;

use kafferum_analyser::{Analyser, Language, words};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let analyser = Analyser::bundled();
    println!("bundled(): {:?}", start.elapsed());
    for file in std::env::args().skip(1) {
        let name = file.rsplit_once('.').map_or(file.as_str(), |(name, _)| name);
        let code = name.rsplit_once('-').map_or(name, |(_, code)| code);
        let language = Language::from_code(code).ok_or("the file's name ends in no language")?;
        let text = std::fs::read_to_string(&file)?;
        measure(&analyser, language, &text);
    }
    Ok(())
}

fn measure(analyser: &Analyser, language: Language, text: &str) {
    let start = Instant::now();
    analyser.query_terms(language, "a");
    println!("{language:?}: first word after {:?}", start.elapsed());
    let all: Vec<&str> = words(text).map(|word| word.text).collect();
    // What is asked is never cached, what is indexed is.
    let start = Instant::now();
    let mut terms: usize = all.iter().map(|word| analyser.query_terms(language, word).len()).sum();
    report("without the cache", all.len(), start);
    let start = Instant::now();
    terms += all.iter().map(|word| analyser.terms(language, word).len()).sum::<usize>();
    report("with the cache, empty at first", all.len(), start);
    let start = Instant::now();
    terms += all.iter().map(|word| analyser.terms(language, word).len()).sum::<usize>();
    report("with the cache, warm", all.len(), start);
    println!("  {terms} terms");
}

fn report(what: &str, count: usize, start: Instant) {
    let seconds = start.elapsed().as_secs_f64().max(1e-9);
    println!("  {what}: {count} words, {:.0} a second", count as f64 / seconds);
}
