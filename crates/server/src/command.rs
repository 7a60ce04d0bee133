//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser};

/// Kafferum: a union hall on the web, in one program.
///
/// `kafferum demo` shows a demonstration union on this computer. `kafferum
/// serve` runs a real site.
#[derive(Debug, Parser)]
#[command(name = "kafferum", version)]
pub enum Command {
    /// Show a demonstration union: people of every role, rooms, articles, a
    /// folder for mail, and a panel to sign in as anybody and move the clock.
    Demo(Demo),
    /// Run a site from its configuration file. The first start prints a link
    /// for its first administrator.
    Serve(Serve),
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
