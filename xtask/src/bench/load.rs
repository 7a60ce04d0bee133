//! The load generator: connections that each ask again as soon as they are
//! answered, on one thread, so that most of the machine is the server's.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;

use super::wire::Connection;

/// Gives the next request, or none when there is nothing left to ask.
pub type Source = Rc<RefCell<dyn FnMut() -> Option<Vec<u8>>>>;

/// A source behind a type that connections share.
pub fn source(next: impl FnMut() -> Option<Vec<u8>> + 'static) -> Source {
    Rc::new(RefCell::new(next))
}

/// What was measured.
#[derive(Debug, Clone, Default)]
pub struct Sample {
    /// From the first request to the last answer.
    pub seconds: f64,
    /// Microseconds of each answer, ascending.
    pub micros: Vec<u32>,
    /// Bytes of all bodies as sent.
    pub bytes: u64,
}

impl Sample {
    /// Answers a second.
    pub fn rate(&self) -> f64 {
        self.micros.len() as f64 / self.seconds.max(1e-9)
    }

    /// Milliseconds within which this share of answers came.
    pub fn within(&self, share: f64) -> f64 {
        let last = self.micros.len().saturating_sub(1) as f64;
        let index = (last * share).round() as usize;
        self.micros.get(index).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }

    /// Bytes of a body, on average.
    pub fn mean_bytes(&self) -> usize {
        let count = u64::try_from(self.micros.len()).unwrap_or(1).max(1);
        usize::try_from(self.bytes / count).unwrap_or(0)
    }
}

/// A runtime on this thread alone.
pub fn runtime() -> Result<Runtime, String> {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("no runtime: {error}"))
}

/// What is asked, how, and what must come back.
pub struct Plan {
    /// Where the server listens.
    pub address: SocketAddr,
    /// How many at once.
    pub connections: usize,
    /// For how long.
    pub duration: Duration,
    /// The status that every answer must have.
    pub status: u16,
}

/// Asks until the time is over or nothing is left to ask. An answer with
/// another status ends it with an error: a page of an error is fast.
pub fn drive(plan: &Plan, source: &Source) -> Result<Sample, String> {
    let runtime = runtime()?;
    let set = LocalSet::new();
    set.block_on(&runtime, async {
        let mut connections = Vec::new();
        for _ in 0..plan.connections {
            connections.push(Connection::open(plan.address).await?);
        }
        let start = Instant::now();
        let end = start + plan.duration;
        let tasks: Vec<_> = connections
            .into_iter()
            .map(|connection| {
                let (source, status) = (Rc::clone(source), plan.status);
                tokio::task::spawn_local(ask_until(connection, source, end, status))
            })
            .collect();
        let mut whole = Sample::default();
        for task in tasks {
            let part = task.await.map_err(|error| format!("the generator failed: {error}"))??;
            whole.micros.extend(part.micros);
            whole.bytes += part.bytes;
        }
        whole.seconds = start.elapsed().as_secs_f64();
        whole.micros.sort_unstable();
        Ok(whole)
    })
}

async fn ask_until(
    mut connection: Connection,
    source: Source,
    end: Instant,
    status: u16,
) -> Result<Sample, String> {
    let mut part = Sample::default();
    while Instant::now() < end {
        let next = (source.borrow_mut())();
        let Some(request) = next else { break };
        let before = Instant::now();
        let answer = connection.ask(&request).await?;
        let micros = before.elapsed().as_micros();
        if answer.status != status {
            return Err(unwanted(&request, answer.status, status));
        }
        part.bytes += answer.body.bytes().len() as u64;
        part.micros.push(u32::try_from(micros).unwrap_or(u32::MAX));
    }
    Ok(part)
}

fn unwanted(request: &[u8], status: u16, wanted: u16) -> String {
    let line = request.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    format!("{line} was answered with {status}, not with {wanted}")
}

/// The middle one of several numbers.
pub fn median(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}

/// All samples of one thing as one.
pub fn together(samples: &[Sample]) -> Sample {
    let mut whole = Sample::default();
    for sample in samples {
        whole.seconds += sample.seconds;
        whole.bytes += sample.bytes;
        whole.micros.extend(&sample.micros);
    }
    whole.micros.sort_unstable();
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_read_from_sorted_answers() {
        let sample = Sample {
            seconds: 2.0,
            micros: (1..=101).map(|number| number * 1000).collect(),
            bytes: 1010,
        };
        assert!((sample.rate() - 50.5).abs() < 1e-9);
        assert!((sample.within(0.5) - 51.0).abs() < 1e-9);
        assert!((sample.within(0.99) - 100.0).abs() < 1e-9);
        assert_eq!(sample.mean_bytes(), 10);
        assert!((median([3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
    }
}
