//! Pictures that people send: read with care, then painted anew. What is kept
//! holds the points of the picture and nothing else: no place, no camera, no
//! second picture behind the first, nothing that a browser could run.
//!
//! Pictures come as JPEG: its encoders are old and small; a lossy WebP encoder
//! that is neither C nor younger than a year there is not. Drawings and
//! screenshots stay PNG.

mod paint;
mod read;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::Semaphore;

use crate::fault::{Error, Fault, Refusal};
use crate::files::NewFile;

/// Largest picture file taken, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Greatest number of points: 30 megapixels, 90 MB while it is read. Phones
/// take 12; their cameras' largest setting is left out.
pub const MOST_POINTS: u64 = 30_000_000;
/// So many times longer than narrow, a picture shows nothing any more.
const MOST_STRETCH: u32 = 20;
/// Greatest width and height of what is kept; phones' long screenshots stay
/// readable.
const LARGE: (u32, u32) = (1280, 3840);
/// The same of the small one, which stands in the text.
const SMALL: (u32, u32) = (480, 640);
/// A picture that waits longer for its turn is sent back.
const PATIENCE: Duration = Duration::from_secs(20);

/// A picture ready to be kept: in two sizes.
#[derive(Debug, Clone)]
pub struct Painted {
    /// For looking at it alone.
    pub large: NewFile,
    /// For the text in which it stands.
    pub small: NewFile,
}

/// Where files are read that people send: one at a time, since one takes up to
/// 100 MB and a processor for a second.
pub struct Studio {
    turn: Arc<Semaphore>,
}

impl Default for Studio {
    fn default() -> Self {
        Self { turn: Arc::new(Semaphore::new(1)) }
    }
}

impl Studio {
    /// Reads a picture and paints it anew.
    ///
    /// # Errors
    /// A refusal that says what is wrong with the picture, or that many wait.
    pub async fn paint(&self, bytes: Bytes) -> Result<Painted, Error> {
        if bytes.len() > MOST_BYTES {
            return Err(too_large().into());
        }
        let format = read::format(&bytes)?;
        let work = move || read::read(&bytes, format).and_then(|raw| paint::paint(raw, format));
        self.in_turn(work, "picture-broken").await
    }

    /// Works on what somebody sent, when it is its turn. Work that panics met
    /// something broken.
    pub(crate) async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
        broken: &'static str,
    ) -> Result<T, Error> {
        let busy = || Refusal::new("picture-busy");
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turn).acquire_owned()).await;
        let turn = turn.map_err(|_| busy())?.map_err(Fault::bug)?;
        let work = tokio::task::spawn_blocking(move || {
            let done = work();
            // The next one begins when this one has ended, also when nobody
            // waits for it any more.
            drop(turn);
            done
        });
        match tokio::time::timeout(PATIENCE, work).await {
            Err(_) => Err(busy().into()),
            Ok(Err(_)) => Err(Refusal::new(broken).into()),
            Ok(Ok(done)) => done.map_err(Into::into),
        }
    }
}

/// Whether it is a picture by its first bytes, also one that can't be shown.
#[must_use]
pub fn is_picture(bytes: &[u8]) -> bool {
    !matches!(read::format(bytes), Err(refusal) if refusal.key == read::UNKNOWN)
}

/// What is said of a file with more than [`MOST_BYTES`].
#[must_use]
pub fn too_large() -> Refusal {
    Refusal::new("picture-too-large").with("megabytes", MOST_BYTES / (1024 * 1024))
}

/// Width and height of a picture of this size within a frame, never larger
/// than it is.
fn fit((width, height): (u32, u32), (most_width, most_height): (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(most_width) / f64::from(width.max(1)))
        .min(f64::from(most_height) / f64::from(height.max(1)))
        .min(1.0);
    let scaled = |side: u32, most: u32| {
        let side = (f64::from(side) * scale).round().clamp(1.0, f64::from(most));
        side as u32
    };
    (scaled(width, most_width), scaled(height, most_height))
}

#[cfg(test)]
mod tests;
