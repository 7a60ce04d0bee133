//! `cargo xtask search-quality`: how well words are found again, by the
//! figures of `kafferum_analyser::quality` on sentences analysed by people.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use kafferum_analyser::quality::{self, Figures, Kind, Share};
use kafferum_analyser::{Analyser, Language};

use crate::shell::Outcome;

const REPORT: &str = "docs/search-quality.md";
const SENTENCES: &str = "crates/analyser/tests/data";
const LANGUAGES: [&str; 5] = ["fi", "sv", "en", "et", "ru"];

/// What to measure.
#[derive(Args)]
pub struct Arguments {
    /// Files whose names end in a language, such as sentences-fi.tsv; by
    /// default those of the analyser's tests.
    files: Vec<PathBuf>,
    /// Write the report to docs/search-quality.md.
    #[arg(long)]
    write: bool,
    /// Show this many queries that miss the most, for each kind.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    misses: usize,
}

/// Measures and prints.
pub fn run(arguments: &Arguments) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = arguments.files.clone();
    if files.is_empty() {
        let file = |code| root.join(SENTENCES).join(format!("sentences-{code}.tsv"));
        files.extend(LANGUAGES.into_iter().map(file));
        let held_out = |code| root.join(SENTENCES).join(format!("held-out-{code}.tsv"));
        files.extend(["fi", "sv"].into_iter().map(held_out));
    }
    let analyser = Analyser::bundled();
    let mut rows = String::from(HEAD);
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for figures in measure(&analyser, &file, &name)? {
            add_row(&mut rows, &name, &figures);
            for miss in figures.misses.iter().take(arguments.misses) {
                println!("{name}, {}: {miss}", kind_in_words(figures.kind));
            }
        }
    }
    print!("{rows}");
    if arguments.write {
        let report = root.join(REPORT);
        fs::write(&report, format!("{TEXT}{rows}"))
            .map_err(|error| format!("{} can't be written: {error}", report.display()))?;
    }
    Ok(())
}

fn measure(analyser: &Analyser, file: &Path, name: &str) -> Result<Vec<Figures>, String> {
    let code = name.rsplit_once('-').map_or(name, |(_, code)| code);
    let language = Language::from_code(code)
        .ok_or_else(|| format!("{} does not end in a language", file.display()))?;
    let text = fs::read_to_string(file)
        .map_err(|error| format!("{} can't be read: {error}", file.display()))?;
    quality::measure(analyser, language, &text)
        .map_err(|problem| format!("{}: {problem}", file.display()))
}

const HEAD: &str = "\
| file | query | queries | recall | precision | recall with parts | precision with parts |
|---|---|---:|---:|---:|---:|---:|
";

const TEXT: &str = "\
# How well search finds words

Written by `cargo xtask search-quality --write`; other files of the same format are measured by
`cargo xtask search-quality FILE…`. The sentences stand in `crates/analyser/tests/data`, where their
README names their source and licence.

Every sentence is a document, indexed by the terms of its text; a query finds it if a term of the
query is one of its terms. Queries are made of nouns, verbs, adjectives, names and adverbs (NOUN,
VERB, ADJ, PROPN, ADV) whose lemma has three or more letters and nothing but letters and hyphens.
Recall is the share of relevant sentences that is found, precision the share of found sentences that
is relevant; both are averaged over queries, and a query that finds nothing has the precision 0.

- **base form**: the query is a lemma; relevant are the sentences that hold it in any form.
- **another form**: the query is a form that differs from its lemma; relevant are the sentences that
  hold the lemma in a form other than this one. Sentences that hold it in this form alone, which any
  search finds, are left out.
- **part**: the query is a part of a compound, by the borders in the lemma; relevant are the
  sentences that hold a compound with that part, or the part as a word of its own.

Recall and precision are of the close tiers (the word, its base form, its root), which a search shows
first. *With parts* are those of all tiers, which is what counts for queries by a part.

The rows *held-out* are of 120 Finnish and 80 Swedish sentences about ordinary work as a personal
assistant, written for this measure with the base form of each word, before any of them was analysed.
Nothing was changed to fit them, and nothing is to be: what is learnt from the other files must show
here by itself. They are few, short and by one hand, so they say less than the treebanks' sentences.

";

fn add_row(rows: &mut String, name: &str, figures: &Figures) {
    let Figures { kind, queries, close, all, .. } = figures;
    let kind = kind_in_words(*kind);
    // Writing to a string can't fail.
    let _ = writeln!(rows, "| {name} | {kind} | {queries} | {} | {} |", shown(close), shown(all));
}

fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Base => "base form",
        Kind::Inflected => "another form",
        Kind::Part => "part",
    }
}

fn shown(share: &Share) -> String {
    format!("{:.1} % | {:.1} %", share.recall * 100.0, share.precision * 100.0)
}
