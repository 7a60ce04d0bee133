//! `cargo xtask check`: format, lints, documentation. All three run even
//! when one fails, so that one round shows everything.

use crate::shell::{self, Outcome, cargo};

/// Checks the whole workspace.
pub fn run() -> Outcome {
    let lints = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    let mut documentation = cargo(&["doc", "--workspace", "--no-deps"]);
    documentation.env("RUSTDOCFLAGS", "-D warnings");
    let outcomes = [
        shell::run(&mut cargo(&["fmt", "--all", "--", "--check"])),
        shell::run(&mut cargo(&lints)),
        shell::run(&mut documentation),
    ];
    let problems: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() {
        eprintln!("xtask: format, lints and documentation are in order");
        return Ok(());
    }
    Err(problems.join("\nxtask: "))
}
