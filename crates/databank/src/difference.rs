//! Two versions of one text beside each other, with what differs marked.

use kafferum_platform::web::view::{Html, escape};
use similar::{ChangeTag, TextDiff};

/// Two texts side by side.
pub(crate) struct Compared {
    /// The person's own text; what the other lacks is marked as inserted.
    pub mine: Html,
    /// The text saved meanwhile; what their own lacks is marked as deleted.
    pub current: Html,
}

/// Compares word by word.
pub(crate) fn compare(mine: &str, current: &str) -> Compared {
    let (mut left, mut right) = (String::new(), String::new());
    for change in TextDiff::from_words(current, mine).iter_all_changes() {
        let text = escape(change.value()).replace('\n', "<br>");
        match change.tag() {
            ChangeTag::Equal => {
                left.push_str(&text);
                right.push_str(&text);
            }
            ChangeTag::Insert => mark(&mut left, "ins", &text),
            ChangeTag::Delete => mark(&mut right, "del", &text),
        }
    }
    Compared { mine: Html(left), current: Html(right) }
}

fn mark(out: &mut String, element: &str, text: &str) {
    // Neighbouring words share one mark.
    let end = format!("</{element}>");
    if out.ends_with(&end) {
        out.truncate(out.len() - end.len());
    } else {
        out.push_str(&format!("<{element}>"));
    }
    out.push_str(text);
    out.push_str(&end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_marked_on_its_own_side() {
        let compared = compare("one big <b> three", "one two three");
        assert_eq!(compared.mine.0, "one <ins>big &lt;b&gt;</ins> three");
        assert_eq!(compared.current.0, "one <del>two</del> three");
    }
}
