//! The posts of a page as HTML, kept for all who see them alike: members, and
//! guests among themselves. Those who wrote on a page have links of their own
//! there, some readers have posts of some authors folded, and moderators see
//! what is hidden; for them a page is made anew.
//!
//! What is kept is asked for with a [`State`] read from the database in the
//! same snapshot as the thread, so no node shows what another has changed.

use std::sync::Arc;

use kafferum_platform::clock::Millis;
use kafferum_platform::people::PersonId;
use kafferum_platform::texts::Lang;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::model::{Marker, Sight, ThreadId};
use crate::scene::Scene;

/// Bytes of HTML kept at most. A page is about 20 kB, so these are the pages
/// that a union reads on one evening.
const MOST: u64 = 32 * 1024 * 1024;
/// Pages expected to fit, for the size of the table.
const PAGES: usize = 2_000;

/// Which posts, in which words, numbered for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub thread: ThreadId,
    pub page: i64,
    pub lang: Lang,
    pub sight: Sight,
}

/// What the HTML was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    /// Changes to posts of the thread that stood already.
    pub revision: i64,
    /// Changes to pseudonyms, of all people.
    pub names: i64,
    /// Number of the last post of the page.
    pub last: i64,
}

/// A page's posts, ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PostsShown {
    pub html: String,
    /// Where each post stands in the HTML.
    pub places: Vec<Place>,
    /// Who wrote them.
    pub authors: Vec<PersonId>,
    /// The last of them.
    pub end: Option<Marker>,
    /// When a poll closes and they look different; `None`: never.
    pub until: Option<Millis>,
}

/// Where a post stands in the HTML of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub position: i64,
    /// As its readers count.
    pub number: i64,
    /// Its first byte.
    pub start: usize,
    /// Where a reader's own sign is told of.
    pub sign: usize,
}

impl PostsShown {
    /// The positions of the first and the last post of the page.
    pub(crate) fn span(&self) -> (i64, i64) {
        let ends = (self.places.first(), self.places.last());
        (ends.0.map_or(0, |place| place.position), ends.1.map_or(0, |place| place.position))
    }
}

#[derive(Clone)]
struct Kept {
    state: State,
    posts: Arc<PostsShown>,
}

#[derive(Clone)]
struct ByLength;

impl Weighter<Key, Kept> for ByLength {
    fn weight(&self, _: &Key, kept: &Kept) -> u64 {
        kept.posts.html.len() as u64 + 512
    }
}

/// The pages kept by one process.
pub(crate) struct Shelf {
    kept: Cache<Key, Kept, ByLength>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { kept: Cache::with_weighter(PAGES, MOST, ByLength) }
    }
}

impl Shelf {
    /// The page as this reader sees it, if it is kept and still true.
    pub(crate) fn find(
        &self,
        key: &Key,
        state: State,
        scene: &Scene,
        now: Millis,
    ) -> Option<Arc<PostsShown>> {
        let kept = self.kept.get(key)?;
        let is_true = kept.state == state && kept.posts.until.is_none_or(|until| now < until);
        let is_theirs = is_true && may_be_shared(key, &kept.posts, scene);
        is_theirs.then_some(kept.posts)
    }

    /// Keeps a page as this reader sees it, if others see it alike.
    pub(crate) fn keep(
        &self,
        key: Key,
        state: State,
        posts: PostsShown,
        scene: &Scene,
    ) -> Arc<PostsShown> {
        let posts = Arc::new(posts);
        if may_be_shared(&key, &posts, scene) {
            self.kept.insert(key, Kept { state, posts: Arc::clone(&posts) });
        }
        posts
    }
}

fn may_be_shared(key: &Key, posts: &PostsShown, scene: &Scene) -> bool {
    let is_special =
        |author: &PersonId| *author == scene.me || scene.thread.folded.contains(author);
    key.sight != Sight::Moderator && !posts.authors.iter().any(is_special)
}
