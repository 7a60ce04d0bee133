//! Installs what the tests need on Debian and its kin. On other systems it
//! says what is missing.

use std::io::{IsTerminal, stdin};
use std::process::{Command, Stdio};

use kafferum_testkit::{browser, postgres};

use crate::shell::{self, Outcome};

/// Something that the tests need, how to look for it, and its packages.
struct Need {
    name: &'static str,
    reason: &'static str,
    packages: &'static [&'static str],
    look: fn() -> Outcome,
}

const NEEDS: [Need; 3] = [
    Need {
        name: "PostgreSQL",
        reason: "every store function is tested on both databases",
        packages: &["postgresql"],
        look: || postgres::binaries().map(|_| ()).map_err(|trouble| trouble.to_string()),
    },
    Need {
        name: "Chromium with its driver",
        reason: "whole journeys are tested in a real browser",
        packages: &["chromium", "chromium-driver", "fonts-liberation"],
        look: || browser::programs().map(|_| ()).map_err(|trouble| trouble.to_string()),
    },
    Need {
        name: "voikkospell",
        reason: "the analyser's Finnish is held against libvoikko's",
        packages: &["libvoikko1", "libvoikko-dev", "voikko-fi"],
        look: || {
            if is_installed("voikkospell") { Ok(()) } else { Err("voikkospell is missing".into()) }
        },
    },
];

/// Installs what is missing; does nothing where nothing is.
pub fn install_what_tests_need() -> Outcome {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| (need.look)().is_err()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        let packages = need.packages.join(", ");
        eprintln!("xtask: {} is missing: {}. Installing {packages}.", need.name, need.reason);
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    install(&packages)?;
    missing.iter().try_for_each(|need| (need.look)())
}

fn install(packages: &[&str]) -> Outcome {
    if !is_installed("apt-get") {
        return Err(format!(
            "this machine has no apt-get. Install what Debian calls {} in its own way.",
            packages.join(", ")
        ));
    }
    shell::run(&mut apt_get(&["update", "--quiet"]))?;
    let how = ["install", "--quiet", "--yes", "--no-install-recommends"];
    shell::run(&mut apt_get(&[&how, packages].concat()))
}

/// `apt-get` as root, asking nothing but, on a terminal, the password.
fn apt_get(arguments: &[&str]) -> Command {
    let apt_get = ["DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let mut command = if is_root() { Command::new("env") } else { Command::new("sudo") };
    if !is_root() {
        if !stdin().is_terminal() {
            command.arg("--non-interactive");
        }
        command.arg("env");
    }
    command.args(apt_get).args(arguments).stdin(Stdio::null());
    command
}

fn is_root() -> bool {
    let answer = Command::new("id").arg("-u").output();
    answer.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn is_installed(program: &str) -> bool {
    let asking = Command::new(program).arg("--version").stdout(Stdio::null()).status();
    asking.is_ok_and(|status| status.success())
}
