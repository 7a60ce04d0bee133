//! The program `kafferum`.

use std::process::ExitCode;

use clap::Parser;
use kafferum_server::command::Command;

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Demo(demo) => kafferum_server::demo(&demo),
        Command::Serve(serve) => kafferum_server::serve(&serve),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("kafferum: {sentence}");
            ExitCode::FAILURE
        }
    }
}
