//! The guard of this process, for all ways by which texts come.

use std::sync::{Arc, OnceLock};

use kafferum_guard::Guard;
use kafferum_platform::search::SharedAnalyser;

/// Made when the first text comes.
#[derive(Default)]
pub(crate) struct Watch(OnceLock<Guard>);

impl Watch {
    pub(crate) fn guard(&self, analyser: &SharedAnalyser) -> &Guard {
        self.0.get_or_init(|| Guard::new(Arc::clone(analyser)))
    }
}
