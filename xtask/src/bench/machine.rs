//! What the figures were taken on.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// The machine in a few lines.
pub struct Machine {
    /// Name and value.
    pub lines: Vec<(&'static str, String)>,
}

fn first_line(path: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().next().unwrap_or_default().trim().to_owned()
}

/// The value behind a name in a file of `name : value` lines.
fn value(path: &str, name: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name));
    let value = line.and_then(|line| line.split_once(':'));
    value.map_or_else(|| "unknown".to_owned(), |(_, value)| value.trim().to_owned())
}

fn said_by(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    text.unwrap_or_default()
}

impl Machine {
    /// Asks the system, and the disk below `folder`.
    pub fn describe(folder: &Path) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let kib: u64 = value("/proc/meminfo", "MemTotal")
            .split_whitespace()
            .next()
            .and_then(|digits| digits.parse().ok())
            .unwrap_or(0);
        let lines = vec![
            ("date", said_by("date", &["+%Y-%m-%d %H:%M %Z"])),
            ("processor", format!("{cores} × {}", value("/proc/cpuinfo", "model name"))),
            ("memory", format!("{} MiB", kib / 1024)),
            ("kernel", first_line("/proc/sys/kernel/osrelease")),
            ("disk", sync_rate(folder)),
            ("compiler", said_by("rustc", &["--version"])),
            ("commit", said_by("git", &["describe", "--always", "--dirty"])),
        ];
        Self { lines }
    }
}

/// How often a second the disk takes 4 KiB for good, one after another: what
/// posting without group commit is bound by.
fn sync_rate(folder: &Path) -> String {
    match try_sync(folder) {
        Ok(rate) => format!("{rate:.0} times 4 KiB with fdatasync a second"),
        Err(error) => format!("could not be measured ({error})"),
    }
}

fn try_sync(folder: &Path) -> std::io::Result<f64> {
    const TIMES: u32 = 300;
    let path = folder.join("sync-rate");
    let mut file = fs::File::create(&path)?;
    let start = Instant::now();
    for _ in 0..TIMES {
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
    }
    let rate = f64::from(TIMES) / start.elapsed().as_secs_f64();
    fs::remove_file(&path)?;
    Ok(rate)
}
