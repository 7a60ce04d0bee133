//! Addresses that came with a request and that we send the browser to: of this
//! site only.

use axum::http::{Method, Uri};

/// Longest address that is led to.
const LONGEST: usize = 2000;

/// The address if it is one of this site, else the front page.
///
/// One `/` at its beginning and nothing that browsers drop or turn into one:
/// `//host`, `/\host` and `/<tab>/host` all lead away.
#[must_use]
pub fn local(path: &str) -> &str {
    let is_plain =
        path.len() <= LONGEST && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_plain && path.starts_with('/') && !path.starts_with("//") { path } else { "/" }
}

/// The address of a page, for a link that leads back to it in another language.
/// Without what says in which language something is to be read; the path alone
/// where a form was sent, or where it could not be led to.
#[must_use]
pub(crate) fn here(method: &Method, uri: &Uri) -> String {
    let path = uri.path().to_owned();
    let Some(query) = uri.query().filter(|_| *method == Method::GET) else { return path };
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let query = kept.collect::<Vec<_>>().join("&");
    let whole = if query.is_empty() { path.clone() } else { format!("{path}?{query}") };
    if local(&whole) == whole { whole } else { path }
}

#[cfg(test)]
mod tests {
    use axum::http::{Method, Uri};

    use super::{here, local};

    #[test]
    fn a_page_is_led_back_to_with_what_was_asked_for() {
        let long = format!("/search?q={}", "a".repeat(2_000));
        for (address, wanted) in [
            ("/search", "/search"),
            ("/search?q=loma+palkka&page=2", "/search?q=loma+palkka&page=2"),
            ("/databank/pay?lang=sv", "/databank/pay"),
            ("/databank?lang=sv&topic=pay", "/databank?topic=pay"),
            ("/search?", "/search"),
            (&long, "/search"),
        ] {
            let uri: Uri = address.parse().unwrap_or_default();
            assert_eq!(here(&Method::GET, &uri), wanted);
            assert_eq!(here(&Method::POST, &uri), uri.path());
        }
    }

    #[test]
    fn only_addresses_of_this_site_are_led_to() {
        for (path, wanted) in [
            ("/", "/"),
            ("/coffee-room/threads/7?page=2#v3", "/coffee-room/threads/7?page=2#v3"),
            ("", "/"),
            ("coffee-room", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("/\t/evil.example", "/"),
            ("/\r\nSet-Cookie: x", "/"),
            ("https://evil.example", "/"),
            ("/kahvi huone", "/"),
            ("/työ", "/"),
        ] {
            assert_eq!(local(path), wanted, "{path:?}");
        }
    }
}
