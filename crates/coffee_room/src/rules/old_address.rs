//! What an old address may mean, by the ways in which other forums write them.
//! They may have stood below a folder, such as `/forum`.

/// Longest address that is looked for.
const MOST: usize = 1000;

/// The addresses under which a thing may be known that was asked for by this
/// path (as text without its first slash, and as it was written) and query,
/// the most exact one first.
pub(crate) fn old_addresses(path: &str, written: &str, query: &str) -> Vec<String> {
    if path.len() > MOST || written.len() + query.len() > MOST || path.contains('\0') {
        return Vec::new();
    }
    let plain = format!("/{path}");
    let mut found = Vec::new();
    if !query.is_empty() {
        found.push(format!("{written}?{query}"));
        found.push(format!("{plain}?{query}"));
    }
    found.push(written.to_owned());
    found.push(plain);
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match parts.last() {
        Some(&"viewtopic.php") => {
            found.extend(named(query, "p").map(|post| format!("/viewtopic.php?p={post}")));
            found.extend(named(query, "t").map(|topic| format!("/viewtopic.php?t={topic}")));
        }
        Some(&"viewforum.php") => {
            found.extend(named(query, "f").map(|forum| format!("/viewforum.php?f={forum}")));
        }
        _ => discourse(&parts, &mut found),
    }
    found.dedup();
    found
}

/// Discourse writes `/t/slug/12/3`, `/t/12/3`, `/t/slug/12` and `/t/12` (no slug
/// is digits alone); its categories `/c/slug/5` and `/c/above/slug/5`.
fn discourse(parts: &[&str], found: &mut Vec<String>) {
    if let Some(rest) = behind(parts, "t") {
        match rest {
            [topic, post] if is_number(topic) && is_number(post) => {
                found.push(format!("/t/{topic}/{post}"));
                found.push(format!("/t/{topic}"));
            }
            [_, topic, post, ..] if is_number(topic) && is_number(post) => {
                found.push(format!("/t/{topic}/{post}"));
                found.push(format!("/t/{topic}"));
            }
            [topic] | [_, topic, ..] if is_number(topic) => found.push(format!("/t/{topic}")),
            _ => {}
        }
    } else if let Some([.., category]) = behind(parts, "c")
        && is_number(category)
    {
        found.push(format!("/c/{category}"));
    }
}

fn behind<'p, 's>(parts: &'p [&'s str], mark: &str) -> Option<&'p [&'s str]> {
    let at = parts.iter().position(|part| *part == mark)?;
    parts.get(at + 1..)
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.len() < 19 && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number of this name in a query.
fn named<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let mut values = pairs.filter(|(known, _)| *known == name).map(|(_, value)| value);
    values.find(|value| is_number(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, query: &str) -> Vec<String> {
        let all = old_addresses(path, &format!("/{path}"), query);
        let exact = if query.is_empty() { format!("/{path}") } else { format!("/{path}?{query}") };
        assert_eq!(all.first(), Some(&exact));
        all.into_iter().filter(|one| *one != exact && *one != format!("/{path}")).collect()
    }

    #[test]
    fn addresses_of_discourse_are_understood() {
        assert_eq!(found("t/yovuorot/12/3", ""), ["/t/12/3", "/t/12"]);
        assert_eq!(found("foorumi/t/yovuorot/12", ""), ["/t/12"]);
        assert_eq!(found("t/12/3", "u=maija"), ["/t/12"]);
        assert_eq!(found("c/arki/yot/5", ""), ["/c/5"]);
        assert!(found("t/yovuorot", "").is_empty());
    }

    #[test]
    fn addresses_of_phpbb_are_understood() {
        assert_eq!(
            found("foorumi/viewtopic.php", "f=2&t=12&p=345&start=15"),
            ["/viewtopic.php?p=345", "/viewtopic.php?t=12"]
        );
        assert_eq!(found("viewforum.php", "f=2;x"), Vec::<String>::new());
        assert_eq!(found("viewtopic.php", "t=12' OR 1"), Vec::<String>::new());
    }

    #[test]
    fn an_endless_address_is_not_looked_for() {
        assert!(old_addresses(&"a".repeat(2000), "/", "").is_empty());
        assert!(old_addresses("a\0", "/a%00", "").is_empty());
    }
}
