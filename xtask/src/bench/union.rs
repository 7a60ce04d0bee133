//! The union that is measured: filled once, kept below `target/bench`, and
//! copied for every run, so that each run begins with the same.

use std::fs;
use std::path::{Path, PathBuf};

use kafferum_testkit::postgres::{Durability, Server as Postgres};

use super::Arguments;
use super::server::Setting;

/// Says that a folder was filled to the end, and by which generator.
const MARKER: &str = "filled-by";
/// Everything that decides what is filled in.
const GENERATOR: &[&str] = &[
    "crates/platform/src/volume.rs",
    "crates/platform/src/markdown.rs",
    // A newer analysis has everything indexed anew when a server starts.
    "crates/platform/src/search/again.rs",
    "crates/platform/migrations",
    "crates/server/src/demo/fill.rs",
    "crates/server/src/demo/people.rs",
    "crates/coffee_room/src/fill.rs",
    "crates/coffee_room/src/store/fill.rs",
    "crates/coffee_room/migrations",
    "crates/coffee_room/demo",
    "crates/membership/src/fill.rs",
    "crates/membership/migrations",
    "crates/databank/migrations",
    "crates/analyser/tests/data/sentences-fi.tsv",
];

/// A union ready to be measured.
pub struct Union {
    /// How to start a server on it.
    pub setting: Setting,
    /// Seconds that filling took, if it was filled now.
    pub filled_in: Option<f64>,
    /// Bytes of the database's files; unknown with PostgreSQL.
    pub bytes: u64,
    _postgres: Option<Postgres>,
}

impl Union {
    /// Fills or finds it.
    pub fn prepare(root: &Path, target: &Path, arguments: &Arguments) -> Result<Self, String> {
        let built = || target.join("release").join("kafferum");
        let program = arguments.program.clone().unwrap_or_else(built);
        let base = target.join("bench");
        let sentences = super::sentences(root);
        let fill = |setting: &Setting| {
            eprintln!("xtask: filling {} people and {} posts", arguments.people, arguments.posts);
            setting.fill(arguments.people, arguments.posts, arguments.seed, &sentences)
        };
        let run = base.join("run");
        clear(&run)?;
        if arguments.postgres {
            let server =
                Postgres::start(Durability::Durable).map_err(|trouble| trouble.to_string())?;
            let database = Some(server.url().to_owned());
            let setting = Setting { program, folder: run, database };
            let filled_in = Some(fill(&setting)?);
            return Ok(Self { setting, filled_in, bytes: 0, _postgres: Some(server) });
        }
        let kept =
            base.join(format!("{}-{}-{}", arguments.seed, arguments.people, arguments.posts));
        let (marker, print) = (kept.join(MARKER), fingerprint(root));
        let mut filled_in = None;
        if fs::read_to_string(&marker).ok().as_deref() != Some(&print) {
            clear(&kept)?;
            let setting =
                Setting { program: program.clone(), folder: kept.clone(), database: None };
            filled_in = Some(fill(&setting)?);
            fs::write(&marker, &print).map_err(|error| format!("{}: {error}", marker.display()))?;
        }
        let bytes = copy(&kept, &run)?;
        let setting = Setting { program, folder: run, database: None };
        Ok(Self { setting, filled_in, bytes, _postgres: None })
    }
}

fn clear(folder: &Path) -> Result<(), String> {
    let trouble = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(trouble)?;
    }
    fs::create_dir_all(folder).map_err(trouble)
}

/// Copies the database and nothing else; says how large it is.
fn copy(from: &Path, to: &Path) -> Result<u64, String> {
    let trouble = |error: std::io::Error| format!("{} can't be copied: {error}", from.display());
    let mut bytes = 0;
    for entry in fs::read_dir(from).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let name = entry.file_name();
        if name.to_string_lossy().starts_with("kafferum.sqlite") {
            bytes += fs::copy(entry.path(), to.join(name)).map_err(trouble)?;
        }
    }
    Ok(bytes)
}

/// Changes when what is filled in may change.
fn fingerprint(root: &Path) -> String {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for path in GENERATOR {
        for file in files(&root.join(path)) {
            let bytes = fs::read(&file).unwrap_or_default();
            // FNV-1a: nobody tries to deceive it.
            sum = bytes
                .iter()
                .fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        }
    }
    format!("{sum:016x}")
}

fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}
