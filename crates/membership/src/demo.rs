//! Plausible content for the demonstration union.

use std::sync::Arc;

use kafferum_platform::Error;
use kafferum_platform::site::Site;

pub(crate) async fn fill(_site: Arc<Site>) -> Result<(), Error> {
    Ok(())
}
