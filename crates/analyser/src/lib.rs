//! x
mod transducer;
pub use transducer::*;
