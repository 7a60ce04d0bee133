//! One tokio runtime for the whole test program, so that asynchronous
//! libraries can be used from plain blocking tests.

use std::future::Future;
use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("testkit")
        .enable_all()
        .build()
        .expect("a runtime for the testing machinery")
});

/// Runs a future to its end on the calling thread. Panics inside a runtime.
pub(crate) fn wait_for<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}
