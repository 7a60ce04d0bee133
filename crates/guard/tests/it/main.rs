//! The guard from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests; one of them looks at the time that a hostile text takes"
)]

mod goals;
mod hostile;
mod rewriting;

use std::sync::{Arc, LazyLock};

use kafferum_analyser::Analyser;
use kafferum_guard::Guard;

static GUARD: LazyLock<Guard> = LazyLock::new(|| Guard::new(Arc::new(Analyser::bundled())));
