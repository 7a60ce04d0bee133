//! A page that costs nothing to make, for `cargo xtask bench` to hold others
//! against: `/demo/fixed/{bytes}` answers with so many bytes of real page text,
//! through the same router, headers and compression, without the database.

use std::sync::OnceLock;

use axum::http::header;
use axum::response::IntoResponse;
use bytes::Bytes;
use kafferum_platform::Error;
use kafferum_platform::texts::{Lang, Texts};
use kafferum_platform::web::ctx::Ctx;
use kafferum_platform::web::route::Reply;

/// Longest fixed page, in bytes.
const LONGEST: usize = 256 * 1024;

static TEXT: OnceLock<Bytes> = OnceLock::new();

/// The sentences of the program in paragraphs, over again until it is long
/// enough: it compresses as pages do. A page may end within a letter.
fn text(texts: &Texts) -> Bytes {
    let keys = texts.keys(Lang::Fi);
    let paragraphs: String =
        keys.iter().map(|key| format!("<p>{}</p>\n", texts.plain(Lang::Fi, key))).collect();
    paragraphs.bytes().cycle().take(LONGEST).collect()
}

pub(crate) async fn fixed(ctx: Ctx) -> Reply {
    let bytes: usize = ctx.param("bytes")?;
    let text = TEXT.get_or_init(|| text(&ctx.site.texts));
    if bytes > text.len() {
        return Err(Error::NotFound);
    }
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    Ok((kind, text.slice(..bytes)).into_response())
}
