//! The feed of new and changed articles, for everybody.

use kafferum_platform::feeds::{self, Entry, Feed, Reach};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::route::Reply;

use super::lang;
use crate::store::articles;

/// Articles in the feed.
const MOST: i64 = 30;

pub(super) async fn feed(ctx: Ctx) -> Reply {
    let lang = lang(&ctx)?;
    let changed = ctx.read(move |tx| Ok(articles::last_changed(tx, lang, MOST)?)).await?;
    let entries = changed.into_iter().map(|article| Entry {
        path: format!("/databank/{}", article.slug),
        title: article.title,
        author: None,
        updated: article.at,
        summary: match article.note.is_empty() {
            true => article.summary,
            false => format!("{} {}", article.summary, article.note),
        },
        html: String::new(),
    });
    let feed = Feed {
        lang,
        title: ctx.site.texts.plain(lang, "databank-title").to_owned(),
        path: "/databank".to_owned(),
        entries: entries.collect(),
    };
    feeds::answer(&ctx, &feed, Reach::Public)
}
