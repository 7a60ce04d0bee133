//! Finds the programs of the machine that tests need. Installs nothing.

use std::env;
use std::path::PathBuf;

/// The first of `names` that stands in a folder of `PATH`. A path in the
/// environment variable `override_name` goes before all of them.
pub(crate) fn find(override_name: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(override_name) {
        return Some(PathBuf::from(path));
    }
    names.iter().find_map(|name| {
        folders_of_path().map(|folder| folder.join(name)).find(|path| path.is_file())
    })
}

/// The folders of `PATH`, in order.
pub(crate) fn folders_of_path() -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).collect::<Vec<_>>().into_iter()
}
