//! Kept files as answers. Whether somebody may have one is decided before, at
//! each request.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use crate::fault::Fault;
use crate::files::{self, FileHash};
use crate::web::ctx::Ctx;
use crate::web::route::Reply;

/// A picture that we painted, to be shown in a page. Browsers keep it, but ask
/// each time whether they still may show it.
///
/// # Errors
/// [`crate::Error::NotFound`] when it is not in the store; a fault of it.
pub async fn picture(ctx: &Ctx, file: &FileHash, kind: &str) -> Reply {
    kept(ctx, file, kind, "inline").await
}

/// A document that somebody brought, to be saved: no browser opens it as a
/// page of ours. `name` is plain ASCII.
///
/// # Errors
/// [`crate::Error::NotFound`] when it is not in the store; a fault of it.
pub async fn document(ctx: &Ctx, file: &FileHash, kind: &str, name: &str) -> Reply {
    kept(ctx, file, kind, &format!("attachment; filename=\"{name}\"")).await
}

async fn kept(ctx: &Ctx, file: &FileHash, kind: &str, disposition: &str) -> Reply {
    let mark = format!("\"{}\"", file.as_str());
    let known = ctx.headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|known| known.contains(&mark)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(files::read(&ctx.site, file).await?).into_response()
    };
    let value = |text: &str| HeaderValue::from_str(text).map_err(Fault::bug);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(kind)?);
    headers.insert(header::ETAG, value(&mark)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    headers.insert(header::CONTENT_DISPOSITION, value(disposition)?);
    // Opened alone it is a page of its own, made by the browser with styles of
    // its own; nothing runs in it.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    );
    Ok(response)
}
