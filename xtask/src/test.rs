//! `cargo xtask test`: all tests of the workspace, on a machine that may be
//! fresh. Installs PostgreSQL and Chromium where they are missing, starts
//! one throw-away PostgreSQL for all tests, and builds the program itself
//! for the tests that run it.

mod tally;

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use clap::Args;
use kafferum_testkit::postgres::{ADDRESS_VARIABLE, Durability, Server};
use kafferum_testkit::process::PROGRAM_VARIABLE;

use self::tally::Tally;
use crate::debian;
use crate::shell::{self, Outcome, cargo};

/// Which tests to run.
#[derive(Args)]
pub struct Arguments {
    /// Run only tests with one of these texts in their names.
    filters: Vec<String>,
    /// Run only the tests of this package; may be given several times.
    #[arg(short, long = "package", value_name = "NAME")]
    packages: Vec<String>,
    /// Handed on to the test programs, such as --nocapture.
    #[arg(last = true)]
    options: Vec<String>,
}

/// Runs the tests and sums them up.
pub fn run(arguments: &Arguments) -> Outcome {
    debian::install_what_tests_need()?;
    let server = Postgres::for_this_run()?;
    shell::run(&mut cargo(&["build", "--package", "kafferum-server"]))?;
    let mut command = test_command(arguments);
    command.env(ADDRESS_VARIABLE, server.url()).env(PROGRAM_VARIABLE, built_program()?);
    let tally = run_and_count(&mut command)?;
    tally.verdict()
}

/// The server that the tests use.
enum Postgres {
    /// The developer's own, named in the environment.
    Given(String),
    /// Ours, until the tests have run.
    Started(Server),
}

impl Postgres {
    fn for_this_run() -> Result<Self, String> {
        if let Ok(url) = env::var(ADDRESS_VARIABLE) {
            eprintln!("xtask: {ADDRESS_VARIABLE} is set, so the tests use that PostgreSQL");
            return Ok(Self::Given(url));
        }
        eprintln!("xtask: starting a throw-away PostgreSQL");
        Server::start(Durability::ThrowAway)
            .map(Self::Started)
            .map_err(|trouble| trouble.to_string())
    }

    fn url(&self) -> &str {
        match self {
            Self::Given(url) => url,
            Self::Started(server) => server.url(),
        }
    }
}

fn test_command(arguments: &Arguments) -> Command {
    // One failing program must not keep the others from being counted.
    let mut command = cargo(&["test", "--no-fail-fast"]);
    if arguments.packages.is_empty() {
        command.arg("--workspace");
    }
    for package in &arguments.packages {
        command.args(["--package", package]);
    }
    command.arg("--").args(&arguments.filters).args(&arguments.options);
    command
}

/// Cargo puts what it builds for development into the folder `debug` beside
/// the one that `xtask` itself was built into.
fn built_program() -> Result<PathBuf, String> {
    let this = env::current_exe().map_err(|error| format!("xtask can't find itself: {error}"))?;
    let target = this.ancestors().nth(2).ok_or("xtask stands in no target folder")?;
    let program = target.join("debug").join("kafferum");
    if program.is_file() {
        return Ok(program);
    }
    Err(format!("{} was not built", program.display()))
}

/// Shows what the tests print as they print it, and counts.
fn run_and_count(command: &mut Command) -> Result<Tally, String> {
    let shown = shell::announce(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{shown} can't be started: {error}"))?;
    let mut tally = Tally::default();
    show_and_count(&mut child, &mut tally).map_err(|error| format!("{shown}: {error}"))?;
    let status = child.wait().map_err(|error| format!("{shown}: {error}"))?;
    tally.ended_well = status.success();
    Ok(tally)
}

fn show_and_count(child: &mut Child, tally: &mut Tally) -> std::io::Result<()> {
    let Some(output) = child.stdout.take() else {
        return Ok(());
    };
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        tally.count(text.trim_end());
        line.clear();
    }
    Ok(())
}
