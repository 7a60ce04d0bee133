//! The developer's commands, `cargo xtask NAME`. Each command is a module;
//! what several need stands in `shell` and `debian`.

#![allow(
    clippy::disallowed_methods,
    reason = "a developer's tool reads its environment; the ban is for the product"
)]

mod bench;
mod check;
mod debian;
mod guard_quality;
mod search_quality;
mod shell;
mod test;

use std::process::ExitCode;

use clap::Parser;

/// The developer's commands.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Measures a large union: rates, memory, start, bytes of pages.
    Bench(bench::Arguments),
    /// Checks format, lints and documentation.
    Check,
    /// Measures how well the guard finds what would reveal people.
    GuardQuality(guard_quality::Arguments),
    /// Measures how well search finds words of real sentences.
    SearchQuality(search_quality::Arguments),
    /// Runs the tests; installs and starts what they need.
    Test(test::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Check => check::run(),
        Command::GuardQuality(arguments) => guard_quality::run(&arguments),
        Command::SearchQuality(arguments) => search_quality::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
