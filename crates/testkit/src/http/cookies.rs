//! The cookies of one visitor, under the rules that browsers hold for
//! `__Host-` names. Paths and domains are not kept apart: one site, one jar.

use std::collections::BTreeMap;

#[derive(Default)]
pub(crate) struct Cookies(BTreeMap<String, String>);

impl Cookies {
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    /// The value of the `Cookie` header, if there is anything to send.
    pub(crate) fn header(&self) -> Option<String> {
        let pairs: Vec<String> =
            self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// Takes a `Set-Cookie` header in. `Secure` cookies are taken and sent
    /// over plain HTTP, as browsers do for loopback addresses.
    pub(crate) fn take(&mut self, header: &str) {
        let mut parts = header.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        let attributes: Vec<String> = parts.map(str::to_ascii_lowercase).collect();
        if name.starts_with("__Host-") && !is_host_cookie(&attributes) {
            return;
        }
        if is_over(&attributes) {
            self.0.remove(name);
        } else {
            self.set(name, value);
        }
    }
}

fn is_host_cookie(attributes: &[String]) -> bool {
    attributes.iter().any(|attribute| attribute == "secure")
        && attributes.iter().any(|attribute| attribute == "path=/")
        && !attributes.iter().any(|attribute| attribute.starts_with("domain="))
}

/// Sites take a cookie back with an age of nothing or a date long past.
fn is_over(attributes: &[String]) -> bool {
    attributes.iter().any(|attribute| match attribute.split_once('=') {
        Some(("max-age", age)) => age.parse::<i64>().is_ok_and(|seconds| seconds <= 0),
        Some(("expires", date)) => date.contains(" 1970 ") || date.contains("-1970 "),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_kept_until_it_is_taken_back() {
        let mut cookies = Cookies::default();
        cookies.take("a=1; HttpOnly");
        cookies.take("__Host-s=x=y; Secure; Path=/; SameSite=Lax");
        assert_eq!(cookies.header().unwrap(), "__Host-s=x=y; a=1");
        cookies.take("a=; Max-Age=0");
        cookies.take("__Host-s=; Secure; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(cookies.header(), None);
    }

    #[test]
    fn a_host_cookie_that_a_browser_would_refuse_is_refused() {
        let mut cookies = Cookies::default();
        cookies.take("__Host-s=x; Path=/");
        cookies.take("__Host-s=x; Secure");
        cookies.take("__Host-s=x; Secure; Path=/; Domain=example.org");
        assert_eq!(cookies.value("__Host-s"), None);
    }
}
