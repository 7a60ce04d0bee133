//! Where the bytes of files are: a folder of this machine, unless the site is
//! told of a store that several machines share.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ObjectStore, ObjectStoreExt};

use super::FileHash;
use crate::fault::{Error, Fault};

/// The bytes of files, by their names.
pub struct Files {
    store: Arc<dyn ObjectStore>,
}

fn away(error: &object_store::Error) -> Fault {
    // The text may name a path or an address, never what is in a file.
    Fault::unavailable(format_args!("file store: {error}"))
}

/// Two levels of folders, so that none holds more entries than a person who
/// looks into it can bear.
fn place(hash: &FileHash) -> Place {
    let name = hash.as_str();
    let (head, _) = name.split_at_checked(2).unwrap_or((name, ""));
    Place::from(format!("{head}/{name}"))
}

impl Files {
    /// A folder, which is made if it is not there. Each file is on disk when
    /// it is acknowledged.
    ///
    /// # Errors
    /// A fault when the folder can't be made.
    pub fn folder(folder: &Path) -> Result<Self, Fault> {
        use std::os::unix::fs::DirBuilderExt;
        let unfit = |error: &dyn std::fmt::Display| {
            Fault::unavailable(format_args!("the folder {}: {error}", folder.display()))
        };
        // Nobody else on this computer needs to read it.
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|error| unfit(&error))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| unfit(&error))?;
        Ok(Self { store: Arc::new(store.with_fsync(true)) })
    }

    pub(super) async fn put(&self, hash: &FileHash, bytes: Bytes) -> Result<(), Fault> {
        self.store.put(&place(hash), bytes.into()).await.map_err(|error| away(&error))?;
        Ok(())
    }

    pub(super) async fn get(&self, hash: &FileHash) -> Result<Bytes, Error> {
        let found = match self.store.get(&place(hash)).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Err(Error::NotFound),
            Err(error) => return Err(away(&error).into()),
        };
        Ok(found.bytes().await.map_err(|error| away(&error))?)
    }

    pub(super) async fn delete(&self, hash: &FileHash) -> Result<(), Fault> {
        match self.store.delete(&place(hash)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(away(&error)),
        }
    }
}
