//! `cargo xtask guard-quality`: how well the guard finds, on labelled
//! sentences.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use kafferum_analyser::Analyser;
use kafferum_guard::Guard;
use kafferum_guard::quality::{Label, measure, sentences};

use crate::shell::Outcome;

const SENTENCES: &str = "crates/guard/tests/data/labelled.tsv";

/// What to measure.
#[derive(Args)]
pub struct Arguments {
    /// Files of labelled sentences; by default those of the guard's tests.
    files: Vec<PathBuf>,
}

/// Measures, and prints the misses and then the figures.
pub fn run(arguments: &Arguments) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = arguments.files.clone();
    if files.is_empty() {
        files.push(root.join(SENTENCES));
    }
    let guard = Guard::new(Arc::new(Analyser::bundled()));
    let mut rows = String::from("| file | label | sentences | | goal |\n|---|---|---:|---:|---|\n");
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file)
            .map_err(|error| format!("{} can't be read: {error}", file.display()))?;
        let sentences = sentences(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        for label in Label::ALL {
            let figures = measure(&guard, &sentences, label);
            for miss in &figures.misses {
                println!("{name}, {}: {miss}", label.word());
            }
            let _ = writeln!(
                rows,
                "| {name} | {} | {} | {} of {}, {:.1} % | {} |",
                label.word(),
                figures.sentences,
                figures.found,
                figures.wanted,
                figures.percent(),
                goal(label)
            );
        }
    }
    println!("\n{rows}");
    Ok(())
}

fn goal(label: Label) -> &'static str {
    match label {
        Label::Structured => "recall 99 % or more",
        Label::Name => "recall 90 % or more",
        Label::Combination => "recall 80 % or more",
        Label::Clean => "false alarms 5 % or fewer",
    }
}
