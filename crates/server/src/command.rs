//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};
use kafferum_forum_export::Source;

/// Kafferum: a union hall on the web, in one program.
///
/// `kafferum demo` shows a demonstration union on this computer. `kafferum
/// serve` runs a real site. `kafferum import-forum` brings another forum into it.
#[derive(Debug, Parser)]
#[command(name = "kafferum", version)]
pub enum Command {
    /// Show a demonstration union: people of every role, rooms, articles, a
    /// folder for mail, and a panel to sign in as anybody and move the clock.
    Demo(Demo),
    /// Run a site from its configuration file. The first start prints a link
    /// for its first administrator.
    Serve(Serve),
    /// Bring another forum into the coffee room of a site: its rooms, threads,
    /// posts and pictures, for members only. Without --apply nothing is
    /// changed: it says what would come, and every row that can't be used. It
    /// may be ended at any time and run again, also with a newer export: what
    /// came stays and comes once. The site may be open meanwhile.
    ImportForum(ImportForum),
}

/// What `demo` takes.
#[derive(Debug, Clone, Args)]
pub struct Demo {
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Folder for the data; a fresh temporary one if not named. A folder that
    /// already holds a demonstration goes on where it was.
    #[arg(long, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Fill in this many members more.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub people: u64,
    /// Fill in this many posts more.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub posts: u64,
    /// Seed of the filling; the same seed fills in the same.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Sentences to make posts from, one in the second tab-separated column
    /// of each line; the demonstration's own posts if not named.
    #[arg(long, value_name = "FILE")]
    pub sentences: Option<PathBuf>,
    /// PostgreSQL to use in place of SQLite: `postgres://…`.
    #[arg(long, value_name = "ADDRESS", env = "KAFFERUM_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Fill in, then stop without serving.
    #[arg(long, hide = true)]
    pub fill_only: bool,
    /// For benchmarks: closures in one commit.
    #[arg(long, hide = true, default_value_t = kafferum_platform::db::GROUP)]
    pub group: usize,
}

/// What `serve` takes.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// Configuration file; `kafferum.toml` in the data folder if not named.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder for the data.
    #[arg(long, value_name = "FOLDER", default_value = "kafferum-data")]
    pub data: PathBuf,
    /// Address and port to listen on, over the configuration's.
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
}

/// What `import-forum` takes.
#[derive(Debug, Clone, Args)]
pub struct ImportForum {
    /// What kind of forum it comes from.
    #[arg(long, value_enum, value_name = "KIND")]
    pub from: From,
    /// What it exported: Discourse's backup (.tar.gz); a dump of phpBB's
    /// tables (.sql or .sql.gz), beside its folder `files`; the plain form, a
    /// JSON file or a folder of CSV files. An unpacked backup is named by its
    /// folder.
    #[arg(value_name = "FILE-OR-FOLDER")]
    pub export: PathBuf,
    /// Where a room goes: its name or number there, and the name or number of
    /// a room here, or - for nowhere. May be given many times. Rooms that are
    /// not named go to the room of the same name, or to a new one; those that
    /// not everybody could read go nowhere.
    #[arg(long = "room", value_name = "THERE=HERE", value_parser = wish)]
    pub rooms: Vec<(String, String)>,
    /// Import, and not only look.
    #[arg(long)]
    pub apply: bool,
    /// Configuration file of the site; `kafferum.toml` in the data folder if
    /// not named.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder for the data of the site.
    #[arg(long, value_name = "FOLDER", default_value = "kafferum-data")]
    pub data: PathBuf,
}

/// Kinds of forums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// Discourse.
    Discourse,
    /// phpBB 3.
    Phpbb,
    /// The plain form: see docs/import.md.
    Plain,
}

impl From {
    /// The reader of its exports.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::Discourse => Source::Discourse,
            Self::Phpbb => Source::Phpbb,
            Self::Plain => Source::Plain,
        }
    }
}

fn wish(text: &str) -> Result<(String, String), String> {
    // A room's name there may have an equals sign, one here rather not.
    let (there, here) = text.rsplit_once('=').ok_or("it is not THERE=HERE")?;
    let (there, here) = (there.trim(), here.trim());
    if there.is_empty() || here.is_empty() {
        return Err("it is not THERE=HERE".to_owned());
    }
    Ok((there.to_owned(), here.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_names_a_room_there_and_one_here() {
        assert_eq!(wish("Arki = Työn laatu"), Ok(("Arki".to_owned(), "Työn laatu".to_owned())));
        assert_eq!(wish("1=1=2=-"), Ok(("1=1=2".to_owned(), "-".to_owned())));
        assert!(wish("Arki").is_err() && wish("=x").is_err() && wish("x=").is_err());
    }
}
