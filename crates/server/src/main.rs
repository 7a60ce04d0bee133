//! The program `kafferum`.

use std::process::ExitCode;

use clap::Parser;
use kafferum_server::command::Command;
use mimalloc::MiMalloc;

/// The C library's allocator keeps what passwords and rolls once took.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        Command::Demo(demo) => kafferum_server::demo(&demo),
        Command::Serve(serve) => kafferum_server::serve(&serve),
        Command::ImportForum(import) => kafferum_server::import_forum(&import),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("kafferum: {sentence}");
            ExitCode::FAILURE
        }
    }
}
