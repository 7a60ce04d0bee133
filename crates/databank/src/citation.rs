//! Citations of facts in a text.
//!
//! An editor writes `[[fact:key]]`. When a text is saved it becomes HTML with
//! a mark (two letters of the private use area around a number) where each
//! citation stands; a page puts links in place of the marks. So a page parses
//! no Markdown, and a citation can say that its fact has grown old since.

use kafferum_platform::markdown::{self, Place};

const OPEN: &str = "[[fact:";
const CLOSE: &str = "]]";
const MARK: char = '\u{E000}';
const MARK_END: char = '\u{E001}';

/// A text rendered, and what it cites.
#[derive(Debug, Clone)]
pub(crate) struct Rendered {
    /// HTML with marks.
    pub html: String,
    /// Keys of the facts cited, in order of first appearance: mark 1 stands
    /// for the first.
    pub cited: Vec<String>,
}

/// Renders a text.
pub(crate) fn render(body: &str) -> Rendered {
    let (marked, cited) = mark(body);
    Rendered { html: markdown::render(&marked, Place::Article), cited }
}

/// A text without its citations.
pub(crate) fn without(body: &str) -> String {
    mark(body)
        .0
        .split(MARK)
        .map(|part| part.split_once(MARK_END).map_or(part, |(_, rest)| rest))
        .collect()
}

fn mark(body: &str) -> (String, Vec<String>) {
    let body = body.replace([MARK, MARK_END], "");
    let mut cited: Vec<String> = Vec::new();
    let mut out = String::with_capacity(body.len());
    let mut rest = body.as_str();
    while let Some((before, after)) = rest.split_once(OPEN) {
        // One that is not closed takes the rest of its line for a key, which
        // is then refused by name.
        let line = after.split('\n').next().unwrap_or_default();
        let (key, length) = match line.split_once(CLOSE) {
            Some((key, _)) => (key, key.len() + CLOSE.len()),
            None => (line, line.len()),
        };
        let key = key.trim();
        let number = match cited.iter().position(|known| known == key) {
            Some(index) => index + 1,
            None => {
                cited.push(key.to_owned());
                cited.len()
            }
        };
        // The link stands close to the word that it follows.
        out.push_str(before.trim_end_matches(' '));
        out.push(MARK);
        out.push_str(&number.to_string());
        out.push(MARK_END);
        rest = after.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    (out, cited)
}

/// How the citations of one fact look.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    /// What a screen reader says, safe to stand in an attribute.
    pub label: String,
    /// The fact has expired or been superseded.
    pub is_old: bool,
}

/// Puts links to the list of sources in place of the marks; `looks` holds one
/// for each number, from 1.
pub(crate) fn weave(html: &str, looks: &[Look]) -> String {
    let mut out = String::with_capacity(html.len() + looks.len() * 160);
    let mut seen = vec![false; looks.len()];
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(MARK) {
        out.push_str(before);
        let (number, after) = after.split_once(MARK_END).unwrap_or((after, ""));
        rest = after;
        let Some(index) = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1))
        else {
            continue;
        };
        let (Some(look), Some(seen)) = (looks.get(index), seen.get_mut(index)) else { continue };
        let class = if look.is_old { "cite old" } else { "cite" };
        // The way back leads to the first of several.
        let id = if *seen { String::new() } else { format!(" id=\"cite-{number}\"") };
        *seen = true;
        out.push_str(&format!(
            "<a class=\"{class}\" href=\"#source-{number}\"{id} aria-label=\"{}\">{number}</a>",
            look.label
        ));
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_found_and_numbered_by_first_appearance() {
        for (body, wanted, keys) in [
            ("plain", "plain", vec![]),
            ("A [[fact:x]].", "A\u{E000}1\u{E001}.", vec!["x"]),
            (
                "A[[fact:x]] B [[fact:y]] C [[fact:x]]",
                "A\u{E000}1\u{E001} B\u{E000}2\u{E001} C\u{E000}1\u{E001}",
                vec!["x", "y"],
            ),
            ("[[fact: x ]]", "\u{E000}1\u{E001}", vec!["x"]),
            ("A [[fact:x\nB", "A\u{E000}1\u{E001}\nB", vec!["x"]),
            ("[[fact:Bad Key]]", "\u{E000}1\u{E001}", vec!["Bad Key"]),
            ("[[fact:]]", "\u{E000}1\u{E001}", vec![""]),
            ("[[other:x]]", "[[other:x]]", vec![]),
            ("forged \u{E000}1\u{E001}", "forged 1", vec![]),
            ("å [[fact:ä]] ö", "å\u{E000}1\u{E001} ö", vec!["ä"]),
        ] {
            assert_eq!(
                mark(body),
                (wanted.to_owned(), keys.iter().map(ToString::to_string).collect()),
                "{body}"
            );
        }
    }

    #[test]
    fn marks_become_links_and_only_the_first_bears_the_way_back() {
        let rendered =
            render("# Notice\n\n- One month [[fact:a]]\n- Two [[fact:a]] *or* <b> [[fact:b]]");
        let looks = [
            Look { label: "Source 1".to_owned(), is_old: false },
            Look { label: "Source 2, expired".to_owned(), is_old: true },
        ];
        let html = weave(&rendered.html, &looks);
        assert!(html.contains("<h2>Notice</h2>"), "{html}");
        assert!(html.contains("One month<a class=\"cite\" href=\"#source-1\" id=\"cite-1\" aria-label=\"Source 1\">1</a>"), "{html}");
        assert!(
            html.contains("Two<a class=\"cite\" href=\"#source-1\" aria-label=\"Source 1\">1</a>"),
            "{html}"
        );
        assert!(html.contains("<a class=\"cite old\" href=\"#source-2\" id=\"cite-2\" aria-label=\"Source 2, expired\">2</a>"), "{html}");
        assert!(html.contains("&lt;b&gt;") && !html.contains(MARK), "{html}");
    }

    #[test]
    fn a_mark_without_a_source_vanishes() {
        assert_eq!(weave("a\u{E000}3\u{E001}b\u{E000}", &[]), "ab");
    }
}
