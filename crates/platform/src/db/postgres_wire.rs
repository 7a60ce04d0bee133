//! The wire between the nodes of one PostgreSQL: LISTEN and NOTIFY on a
//! connection of its own, which is opened anew when it breaks.
//!
//! NOTIFY is sent after the commit, not in it: PostgreSQL lets one committing
//! transaction with a notice pass at a time, and every post would wait for
//! that. What is lost with a connection is made up for by [`ANYTHING`], which
//! goes both ways whenever one is opened.

use std::collections::HashSet;
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use tokio_postgres::{AsyncMessage, Client, Notification};

use super::herald::{Announcement, Herald, Topic};
use super::postgres_tls::Address;
use crate::fault::Fault;

/// In place of a topic: look at everything.
const ANYTHING: &str = "*";
/// Topics in one notice, which PostgreSQL limits to 8,000 bytes.
const TOGETHER: usize = 100;
/// Topics that may wait for the wire.
const WAITING: usize = 1024;
/// How long to wait before a broken connection is opened anew.
const AGAIN: Duration = Duration::from_secs(1);
/// A connection that has been silent is asked whether it is still there.
const ASK_EVERY: Duration = Duration::from_secs(20);
/// And must answer within this.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// The near end of the wire.
#[derive(Clone)]
pub(super) struct Wire {
    out: mpsc::Sender<Topic>,
    /// More was to be sent than could wait.
    has_lost: Arc<AtomicBool>,
}

impl Wire {
    /// Begins to listen. `herald` is told what other nodes announce.
    pub(super) fn open(address: &Address, herald: Herald) -> Result<Self, Fault> {
        let (out, waiting) = mpsc::channel(WAITING);
        let has_lost = Arc::new(AtomicBool::new(false));
        let mut post =
            Post { address: address.clone(), herald, waiting, has_lost: Arc::clone(&has_lost) };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Fault::unavailable(format_args!("can't start: {error}")))?;
        thread::Builder::new()
            .name("db-wire".to_owned())
            .spawn(move || runtime.block_on(post.serve()))
            .map_err(|error| Fault::unavailable(format_args!("can't start: {error}")))?;
        Ok(Self { out, has_lost })
    }

    pub(super) fn send(&self, topic: Topic) {
        if self.out.try_send(topic).is_err() {
            self.has_lost.store(true, Ordering::Relaxed);
        }
    }
}

/// The far end: its thread ends when the database is closed.
struct Post {
    address: Address,
    herald: Herald,
    waiting: mpsc::Receiver<Topic>,
    has_lost: Arc<AtomicBool>,
}

impl Post {
    async fn serve(&mut self) {
        while !self.waiting.is_closed() {
            if let Err(error) = self.carry().await {
                tracing::warn!(%error, "the wire to the other nodes is broken");
                sleep(AGAIN).await;
            }
        }
    }

    /// Carries notices until the database is closed or the connection breaks.
    async fn carry(&mut self) -> Result<(), tokio_postgres::Error> {
        let (client, mut connection) =
            self.address.config.connect(self.address.tls.clone()).await?;
        let (found, mut notices) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(Ok(message)) = poll_fn(|cx| connection.poll_message(cx)).await {
                if let AsyncMessage::Notification(notice) = message
                    && found.send(notice).is_err()
                {
                    return;
                }
            }
        });
        client.batch_execute("LISTEN kafferum").await?;
        let me: i32 = client.query_one("SELECT pg_backend_pid()", &[]).await?.try_get(0)?;
        self.herald.tell_here(Announcement::Anything);
        notify(&client, ANYTHING).await?;
        let mut tick = interval(ASK_EVERY);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                notice = notices.recv() => match notice {
                    Some(notice) => self.hear(&notice, me),
                    // The connection says why when it is asked.
                    None => return client.batch_execute("").await,
                },
                topic = self.waiting.recv() => match topic {
                    Some(topic) => self.send(&client, topic).await?,
                    None => return Ok(()),
                },
                _ = tick.tick() => {
                    match timeout(ANSWER_WITHIN, client.batch_execute("")).await {
                        Ok(answer) => answer?,
                        // Silent: given up, and opened anew at once.
                        Err(_) => return Ok(()),
                    }
                }
            }
        }
    }

    fn hear(&self, notice: &Notification, me: i32) {
        // What this node sent it has told its own pages already.
        if notice.process_id() == me {
            return;
        }
        for word in notice.payload().split(' ') {
            self.herald.tell_here(match word {
                ANYTHING => Announcement::Anything,
                word => Announcement::Of(Topic::from_word(word)),
            });
        }
    }

    /// Sends a topic together with all that wait behind it.
    async fn send(&mut self, client: &Client, first: Topic) -> Result<(), tokio_postgres::Error> {
        if self.has_lost.swap(false, Ordering::Relaxed) {
            notify(client, ANYTHING).await?;
        }
        let mut topics = HashSet::from([first]);
        while topics.len() < TOGETHER {
            match self.waiting.try_recv() {
                Ok(topic) => topics.insert(topic),
                Err(_) => break,
            };
        }
        let words: Vec<&str> = topics.iter().map(Topic::word).collect();
        notify(client, &words.join(" ")).await
    }
}

async fn notify(client: &Client, words: &str) -> Result<(), tokio_postgres::Error> {
    client.execute("SELECT pg_notify('kafferum', $1)", &[&words]).await.map(drop)
}
