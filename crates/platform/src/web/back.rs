//! Addresses that came with a request and that we send the browser to: of this
//! site only.

/// The address if it is one of this site, else the front page.
///
/// One `/` at its beginning and nothing that browsers drop or turn into one:
/// `//host`, `/\host` and `/<tab>/host` all lead away.
#[must_use]
pub fn local(path: &str) -> &str {
    let is_plain =
        path.len() <= 2000 && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_plain && path.starts_with('/') && !path.starts_with("//") { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

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
