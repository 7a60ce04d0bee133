//! Starts other programs, and says what is started.

use std::env;
use std::process::Command;

/// What a command of `xtask` comes to; the error is a sentence.
pub type Outcome = Result<(), String>;

/// `cargo` with these arguments, the same cargo that runs `xtask`.
///
/// Cargo describes `xtask` in the environment that it runs it in. Some build
/// scripts look at these variables and would build anew each time that cargo
/// is started once from here and once from the command line.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let shown = name.to_string_lossy();
        if shown.starts_with("CARGO_PKG_") || shown.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command.args(arguments);
    command
}

/// Runs a command to its end; an error when it fails.
pub fn run(command: &mut Command) -> Outcome {
    let shown = announce(command);
    let status = command.status().map_err(|error| format!("{shown} can't be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} failed ({status})")) }
}

/// Says on the error output which command is about to run, and returns it.
pub fn announce(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit('/').next().unwrap_or_default().to_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    let shown = std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ");
    eprintln!("xtask: {shown}");
    shown
}
